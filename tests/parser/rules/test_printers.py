"""Who printed an old book."""

from __future__ import annotations

import pytest

from anora_bib.parser import parse


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (
            "Ada Orme, *A Voyage to Wick* (London: Printed by R. Roe for A. Doe, 1615), 113.",
            "Printed by R. Roe for A. Doe",
        ),
        ("Orme, Ada, *Of Lamps*, London: printed for J. Roe, 1794", "printed for J. Roe"),
        (
            "Orme, Ada. The Tides. London: printed for J. Roe at the Lamb in the Strand, MDCCLIX [1759].",
            "printed for J. Roe at the Lamb in the Strand",
        ),
    ],
)
def test_in_the_words_of_the_title_page(text: str, publisher: str) -> None:
    [entry] = parse(text)
    assert (entry.string("publisher-place"), entry.string("publisher")) == ("London", publisher)
    assert [name.family for name in entry.creators()] == ["Orme"]


def test_what_a_title_says_of_printing_stays_in_it() -> None:
    [entry] = parse("Roe, Jane. *Books printed by women in Hull*. Hull: Wick Press, 2001.")
    assert entry.string("publisher") == "Wick Press"
