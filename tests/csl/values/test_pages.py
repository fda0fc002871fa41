from __future__ import annotations

import pytest

from anora_bib.csl.values.pages import FORMATS, second_page


@pytest.mark.parametrize(
    ("style", "begin", "end", "expected"),
    [
        # The tables of appendix V of the specification and of the two Chicago manuals.
        ("chicago-15", "3", "10", "10"),
        ("chicago-15", "71", "72", "72"),
        ("chicago-15", "100", "104", "104"),
        ("chicago-15", "107", "108", "8"),
        ("chicago-15", "1002", "1006", "6"),
        ("chicago-15", "321", "325", "25"),
        ("chicago-15", "415", "532", "532"),
        ("chicago-15", "11564", "11568", "68"),
        ("chicago-15", "13792", "13803", "803"),
        ("chicago-15", "1496", "1504", "1504"),
        ("chicago-16", "1496", "1500", "500"),
        ("chicago-16", "11564", "11615", "615"),
        ("chicago-16", "1100", "1113", "1113"),
        ("chicago-16", "12991", "123001", "123001"),
        ("chicago", "11564", "1568", "68"),
        ("expanded", "42", "5", "45"),
        ("minimal", "321", "328", "8"),
        ("minimal", "96", "117", "117"),
        ("minimal-two", "101", "108", "08"),
        ("minimal-two", "7", "9", "9"),
        ("minimal-two", "321", "325", "25"),
        ("minimal", "12", "12", None),
        ("minimal", "9", "3", None),
    ],
)
def test_the_second_page(style: str, begin: str, end: str, expected: str | None) -> None:
    assert second_page(begin, end, style) == expected


@pytest.mark.parametrize("style", sorted(FORMATS))
def test_a_written_range_reads_back(style: str) -> None:
    for begin in (*range(1, 130, 7), 999, 1000, 1095, 12_345):
        for end in (begin + 1, begin + 9, begin + 95, begin + 1_000):
            short = second_page(str(begin), str(end), style)
            assert short is not None
            assert second_page(str(begin), short, "expanded") == str(end)
