from __future__ import annotations

import pytest

from tests.lint.pipeline import diagnose, only


def page(markers: str) -> str:
    """A page with markers of these numbers, and all notes up to the highest."""
    numbers = markers.split()
    shown = "\n\n".join(f"The lamp of the harbour was lit by hand, as people say.[{number}]" for number in numbers)
    notes = "\n\n".join(
        f"[{number}] Roe, *A Book of Lamps*, p. {number}." for number in range(1, max(map(int, numbers)) + 1)
    )
    return f"# On Lamps\n\n{shown}\n\n## Notes\n\n{notes}\n"


@pytest.mark.parametrize("reader", ["plain", "markdown"])
@pytest.mark.parametrize(
    ("markers", "message", "line", "evidence"),
    [
        ("1 2 4 3 5 6", "marker 3 stands behind a higher one", 9, ["Marker 3 in line 9 follows marker 4."]),
        ("2 1 3 4 5", "marker 1 stands behind a higher one", 5, ["Marker 1 in line 5 follows marker 2."]),
        (
            "1 3 2 4 5 6 8 7 9 10",
            "markers 2 and 7 stand behind a higher one",
            7,
            ["Marker 2 in line 7 follows marker 3.", "Marker 7 in line 17 follows marker 8."],
        ),
    ],
)
def test_it_is_told_once(markers: str, message: str, line: int, evidence: list[str], reader: str) -> None:
    found = only(page(markers), "M005", reader=reader)
    assert (found.message, found.start.line, list(found.evidence)) == (message, line, evidence)


@pytest.mark.parametrize(
    "markers",
    ["1 2 3 4 5", "1 2 3 5 6", "4 2 5 1 3", "1 2 1 3 4 5", "1 2 4 3", "1 2 3 4 1 2 3 4"],
    ids=["in order", "a gap", "by the alphabet", "repeated", "too few", "by chapter"],
)
def test_texts_that_count_otherwise(markers: str) -> None:
    assert diagnose(page(markers), "M005") == []


def test_footnotes_of_markdown() -> None:
    text = page("1 2 4 3 5 6").replace("[", "[^").replace("] Roe", "]: Roe")
    assert diagnose(text, "M005") == []
