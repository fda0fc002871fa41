"""What looks like a title."""

from __future__ import annotations

import pytest

from anora_bib.find.prose.titles import is_title_case, year_after


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Anora Gets Some Things Right", True),
        ("The Work of Quay Work", True),
        ("Anora gets some things right", False),
        ("Anora", False),
        ("", False),
    ],
)
def test_title_case(words: str, expected: bool) -> None:
    assert is_title_case(words) is expected


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (" (2015)", 2015),
        ("* (2015)", 2015),
        (" (Jane Roe, 2015)", 2015),
        (" (2007–2011)", 2007),
        (" (1066)", None),
        (" in 2015", None),
        (" is long (2015)", None),
    ],
)
def test_year_after(after: str, expected: int | None) -> None:
    assert year_after(f"Title{after}", len("Title")) == expected
