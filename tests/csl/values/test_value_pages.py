from __future__ import annotations

import pytest

from anora_bib.csl.values.pages import FORMATS, format_range, second_page


@pytest.mark.parametrize(
    ("style", "text", "expected"),
    [
        # The tables of appendix V of the specification and of the two Chicago manuals.
        ("chicago-15", "3-10", "3\u201310"),
        ("chicago-15", "71-72", "71\u201372"),
        ("chicago-15", "100-104", "100\u2013104"),
        ("chicago-15", "107-108", "107\u20138"),
        ("chicago-15", "1002-1006", "1002\u20136"),
        ("chicago-15", "321-325", "321\u201325"),
        ("chicago-15", "415-532", "415\u2013532"),
        ("chicago-15", "11564-11568", "11564\u201368"),
        ("chicago-15", "13792-13803", "13792\u2013803"),
        ("chicago-15", "1496-1504", "1496\u20131504"),
        ("chicago-16", "1496-1500", "1496\u2013500"),
        ("chicago-16", "11564-11615", "11564\u2013615"),
        ("chicago-16", "1100-1113", "1100\u20131113"),
        ("chicago-16", "12991-123001", "12991\u2013123001"),
        ("expanded", "42-5", "42\u201345"),
        ("minimal", "321-328", "321\u20138"),
        ("minimal", "96-117", "96\u2013117"),
        ("minimal-two", "101-108", "101\u201308"),
        ("minimal-two", "7-9", "7\u20139"),
        ("minimal-two", "321-325", "321\u201325"),
        (None, "8n11564-8n1568", "8n11564\u20138n11568"),
        ("chicago", "8n11564-8n1568", "8n11564\u201368"),
        ("expanded", "N110 - P5", "N110\u2013P5"),
        ("minimal", "9-3", "9\u20133"),
        ("minimal", "no range", "no range"),
    ],
)
def test_ranges(style: str | None, text: str, expected: str) -> None:
    assert format_range(text, style) == expected


@pytest.mark.parametrize("style", sorted(FORMATS))
def test_a_written_range_reads_back(style: str) -> None:
    for begin in (*range(1, 130, 7), 999, 1000, 1095, 12_345):
        for end in (begin + 1, begin + 9, begin + 95, begin + 1_000):
            short = second_page(str(begin), str(end), style)
            assert short is not None
            assert second_page(str(begin), short, "expanded") == str(end)


def test_what_does_not_follow_is_no_range() -> None:
    assert second_page("12", "12", "minimal") is None


def test_the_delimiter_is_the_locale_s() -> None:
    assert format_range("253-257", "chicago", "\u2011") == "253\u201157"
