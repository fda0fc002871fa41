"""Cases in reports of law where eyecite cannot be imported, as in a browser."""

from __future__ import annotations

import sys

import pytest

from anora_bib.parser import parse
from anora_bib.parser.rules.law.cases import by_form

CASES = [
    ("Lamb v. Wick, 410 U.S. 113, 116 (1973)", "Lamb v. Wick", ("410", "U.S.", "113", "116")),
    ("See also Lantern Bros. Co. v. City of Oil, 12 F. Supp. 2d 345 (D. Mass. 1998).",
     "Lantern Bros. Co. v. City of Oil", ("12", "F. Supp. 2d", "345", "")),
    ("United States v. Hooper, 9 F.4th 77, 80–81 (2d Cir. 2021)", "United States v. Hooper",
     ("9", "F.4th", "77", "80–81")),
    ("It was settled in Marsh v. The Queen of Hearts, 3 Q.B. 12 (1871).", "Marsh v. The Queen of Hearts",
     ("3", "Q.B.", "12", "")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "parts"), CASES, ids=[case[1] for case in CASES])
def test_a_case_is_found_by_its_form(text: str, title: str, parts: tuple[str, ...]) -> None:
    [found] = by_form(text)
    assert text[found.start : found.cited].rstrip(", ") == title
    assert (found.volume, found.reporter, found.page, found.pin) == parts


@pytest.mark.parametrize(
    "text",
    [
        "Roe, Jane. “Lamps.” Lantern, 12 March 2001.",
        "Jane Roe, Lamps, 12 Harv. L. Rev. 34 (1999)",
        "they said v. little, 12 men in all, 1999",
    ],
)
def test_no_case_is_seen_where_none_is(text: str) -> None:
    assert list(by_form(text)) == []


def test_two_cases_in_one_note() -> None:
    text = "Lamb v. Wick, 410 U.S. 113 (1973); Oil v. Water, 2 F.3d 4 (9th Cir. 1990)"
    assert [text[one.start : one.cited] for one in by_form(text)] == ["Lamb v. Wick, ", "Oil v. Water, "]


def test_a_case_is_read_alike_without_eyecite(monkeypatch: pytest.MonkeyPatch) -> None:
    with_it = [entry.to_csl() for entry in parse("Lamb v. Wick, 410 U.S. 113, 116 (1973).")]
    monkeypatch.setitem(sys.modules, "eyecite", None)
    without = [entry.to_csl() for entry in parse("Lamb v. Wick, 410 U.S. 113, 116 (1973).")]
    assert without == with_it
    assert without[0]["type"] == "legal_case"
