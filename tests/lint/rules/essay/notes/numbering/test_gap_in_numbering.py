from __future__ import annotations

import pytest

from tests.lint.pipeline import diagnose, findings, only

PAGE = "# On Lamps\n\nThe lamp of the harbour was lit by hand{}.\n\n## Notes\n\n{}\n"


def page(notes: str, markers: str = "") -> str:
    """A page with markers and notes of these numbers."""
    shown = "".join(f" and again[{number}]" for number in (markers or notes).split())
    listed = "\n\n".join(f"[{number}] Roe, *A Book of Lamps*, p. {number}." for number in notes.split())
    return PAGE.format(shown, listed)


@pytest.mark.parametrize("reader", ["plain", "markdown"])
@pytest.mark.parametrize(
    ("notes", "missing", "evidence"),
    [
        ("1 2 4 5", "note 3 is missing from the list", ["Note 2 is followed by note 4."]),
        (
            "1 2 4 5 7 8",
            "notes 3 and 6 are missing",
            ["Note 2 is followed by note 4.", "Note 5 is followed by note 7."],
        ),
        ("1 2 3 6 7", "notes 4 and 5 are missing from the list", ["Note 3 is followed by note 6."]),
    ],
)
def test_numbers_left_out(notes: str, missing: str, evidence: list[str], reader: str) -> None:
    found = only(page(notes), "N012", reader=reader)
    assert found.message.startswith(missing)
    assert list(found.evidence) == evidence


@pytest.mark.parametrize(
    "notes",
    ["1 2 3 4", "4 5 6 7", "1 2 3 1 2", "1 3 5 7 9", "1 2 3 40", "1 2 4", "2 1 3 4"],
    ids=["none", "a later part", "by chapter", "every other", "far apart", "too few", "another order"],
)
def test_lists_that_count_otherwise(notes: str) -> None:
    assert diagnose(page(notes), "N012") == []


def test_counted_paragraphs_that_nothing_points_at_leave_no_gap() -> None:
    assert diagnose(page("1 2 4 5 6 7", "1 2"), "N012") == []


def test_a_marker_asks_for_it() -> None:
    assert [found.code for found in findings(page("1 2 4 5", "1 2 3 4 5"), "N012", "M001")] == ["M001"]


def test_footnotes_of_markdown() -> None:
    notes = "\n".join(f"[^{number}]: Roe, *A Book of Lamps*, p. {number}." for number in (1, 2, 4, 5))
    assert diagnose(f"One.[^1] Two.[^2] Four.[^4] Five.[^5]\n\n{notes}\n", "N012") == []
