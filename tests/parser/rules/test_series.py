"""The series of a book where no word tells it: in quotation marks behind the house, as in France."""

from __future__ import annotations

import pytest

from anora_bib.parser import parse


@pytest.mark.parametrize(
    ("text", "series", "number"),
    [
        ("Jeanne Roe, *Lampes du port*, Paris, Seuil, « Points », 1992 [1982], 583 p.", "Points", ""),
        ("Jeanne Roe, *Lampes*, Paris, Presses Universitaires, « Que voir ? » nº 2601, 1991.", "Que voir ?", "2601"),
        ("Roe, Jeanne, *Lampes*, Rennes, Phares « Poche marine », 2006.", "Poche marine", ""),
        ("Jeanne Roe, « Le port », in *Lampes*, Paris, Phares, collection « La Mer », 1991, p. 3-9.", "La Mer", ""),
    ],
)
def test_in_quotation_marks(text: str, series: str, number: str) -> None:
    [entry] = parse(text)
    assert (entry.string("collection-title"), entry.string("collection-number")) == (series, number)


@pytest.mark.parametrize(
    "text",
    [
        "Jeanne Roe, « Le port », *Lampes*, n° 12 : « Les phares », 2008.",
        "Ada Orme, “Wicks,” in “Lamps of the Harbour,” 2008.",
        "Anna Orme, *Lampade*, in «Rivista del porto», 2008.",
    ],
)
def test_what_else_is_quoted(text: str) -> None:
    assert not any(entry.string("collection-title") for entry in parse(text))
