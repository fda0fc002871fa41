"""Cases in reports of law: found by their form and the abbreviation of the reporter, beside eyecite's reading."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from eyecite import get_citations

from anora_bib.language.reporters import is_reporter
from anora_bib.parser import parse
from anora_bib.parser.rules.law.cases import reported

CASES = [
    ("Lamb v. Wick, 410 U.S. 113, 116 (1973)", "Lamb v. Wick", ("410", "U.S.", "113", "116")),
    ("See also Lantern Bros. Co. v. City of Oil, 12 F. Supp. 2d 345 (D. Mass. 1998).",
     "Lantern Bros. Co. v. City of Oil", ("12", "F. Supp. 2d", "345", "")),
    ("United States v. Hooper, 9 F.4th 77, 80–81 (2d Cir. 2021)", "United States v. Hooper",
     ("9", "F.4th", "77", "80–81")),
    ("It was settled in Marsh v. The Queen of Hearts, 3 Q.B. 12 (1871).", "Marsh v. The Queen of Hearts",
     ("3", "Q.B.", "12", "")),
    ("In Lamb v. Wick (1973) 10 Cal.3d 110, the court", "Lamb v. Wick", ("10", "Cal.3d", "110", "")),
    ("Lamb v. Wick, 5 U.S. (1 Cranch) 137, 140 (1803)", "Lamb v. Wick", ("5", "U.S.", "137", "140")),
    ("Lamb v. Oil (12 F.3d 34, 7th Cir. 1990)", "Lamb v. Oil", ("12", "F.3d", "34", "")),
    ("Lamb v. Wick, 2012 WL 12345, at *3 (S.D.N.Y. May 3, 2012)", "Lamb v. Wick", ("2012", "WL", "12345", "*3")),
    ("Lamb v. Wick, 585 U.S. ___ (2018)", "Lamb v. Wick", ("585", "U.S.", "___", "")),
    ("Orme, Clara. Lamb v. Wick, 60 U.S. 393", "Lamb v. Wick", ("60", "U.S.", "393", "")),
    ("State ex rel. Museum zu Tiden v. Wick, 12 N.E.2d 5", "State ex rel. Museum zu Tiden v. Wick",
     ("12", "N.E.2d", "5", "")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "parts"), CASES, ids=[case[0] for case in CASES])
def test_a_case_is_found_by_its_form(text: str, title: str, parts: tuple[str, ...]) -> None:
    [found] = reported(text)
    assert text[found.start : found.named].rstrip(", ") == title
    assert (found.volume, found.reporter, found.page, found.pin) == parts


@pytest.mark.parametrize(
    "text",
    [
        "Roe, Jane. “Lamps.” Lantern, 12 March 2001.",
        "Jane Roe, Lamps, 12 Harv. L. Rev. 34 (1999)",
        "Lamb v. Wick, 12 Harv. L. Rev. 34 (1999)",
        "they said v. little, 12 F.3d 34",
        "Lamb v. Wick [1990] 1 AC 12",
    ],
)
def test_no_case_is_seen_where_none_is(text: str) -> None:
    assert list(reported(text)) == []


def test_two_cases_in_one_note() -> None:
    text = "Lamb v. Wick, 410 U.S. 113 (1973); Oil v. Water, 2 F.3d 4 (9th Cir. 1990)"
    assert [text[one.start : one.named] for one in reported(text)] == ["Lamb v. Wick,", "Oil v. Water,"]


@pytest.mark.parametrize(
    "cited",
    [
        "Lamb v. Wick, 410 U.S. 113, 93 S. Ct. 705, 35 L. Ed. 2d 147 (1973)",
        "Lamb v. Wick, 410 U.S. 113 (1973) (Marsh, J. (of the court), dissenting) (citing Oil v. Water, 2 F.2d 3)",
        "Lamb v. Wick, 4 F.3d 113 (2d Cir. 1973), rev’d, 410 U.S. 3 (1974)",
        "Lamb v. Wick (4 F.3d 113, 2d Cir. 1973)",
    ],
)
def test_what_is_said_of_a_case_is_part_of_it(cited: str) -> None:
    assert [(one.start, one.end) for one in reported(f"{cited}, and so on")] == [(0, len(cited))]


def test_a_report_may_be_the_words_of_a_link() -> None:
    [entry] = parse("Lamb v. Wick, Inc., [410 U.S. 113](https://example.org/113), 116 (1973).")
    said = {"title": "Lamb v. Wick, Inc.", "volume": "410", "page": "113", "locator": "116"}
    assert said.items() <= entry.to_csl().items()
    assert (entry.type, entry.string("URL")) == ("legal_case", "https://example.org/113")


def test_the_year_of_a_case_may_stand_before_the_report() -> None:
    [entry] = parse("Lamb v. Wick (1973) 10 Cal.3d 110.")
    assert entry.to_csl()["issued"] == {"date-parts": [[1973]]}
    assert entry.string("title") == "Lamb v. Wick"


def _reporters() -> set[str]:
    data = json.loads(files("reporters_db").joinpath("data", "reporters.json").read_text("utf-8"))
    return {
        name
        for listed in data.values()
        for reporter in listed
        if reporter["cite_type"] in ("federal", "state_regional", "neutral")
        for name in reporter["editions"]
    }


def test_reporters_are_those_of_eyecite() -> None:
    """``.ci/reporters`` writes them anew."""
    assert {name for name in _reporters() if not is_reporter(name)} == set()


def test_a_case_is_cited_as_eyecite_has_it() -> None:
    """But from reporters without volumes, or with a comma in their names, which are old and few."""
    unlike = []
    for reporter in sorted(name for name in _reporters() if "," not in name):
        text = f"Lamb v. Wick, 12 {reporter} 345, 350 (1973)"
        found = (one.groups for one in get_citations(text) if type(one).__name__ == "FullCaseCitation")
        theirs = [tuple(map(groups.get, ("volume", "reporter", "page"))) for groups in found][:1]
        if theirs and theirs[0][0] and [(one.volume, one.reporter, one.page) for one in reported(text)] != theirs:
            unlike.append((text, theirs))
    assert unlike == []
