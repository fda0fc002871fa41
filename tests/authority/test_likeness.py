from __future__ import annotations

import time

import pytest

from anora_bib.authority.likeness import _ROMAN, locate, mend, misspellings, words
from anora_bib.model import Entry, Field
from anora_bib.text.spans import Span


@pytest.mark.parametrize(
    ("found", "expected", "result", "why"),
    [
        ("Pretty Woman", "Pretty Woman", [], "equal"),
        ("PRETTY WOMAN!", "Pretty Woman", [], "case and stops are no misspellings"),
        ("Lola Montes", "Lola Montès", [], "accents are no misspellings"),
        ("Sex Workers’ Rights", "Sex Workers' Rights", [], "a curly apostrophe is no misspelling"),
        ("Stroll", "The Stroll", [], "an article left out"),
        ("Drawn & Quarterly", "Drawn and Quarterly", [], "a sign for the word"),
        ("Platoform Capitalism", "Platform Capitalism", [("Platoform", "Platform")], "a letter too many"),
        ("Pretty Wmoan", "Pretty Woman", [("Wmoan", "Woman")], "swapped"),
        ("PrettyWoman", "Pretty Woman", [("PrettyWoman", "Pretty Woman")], "a space lost"),
        ("Vivre so vie", "Vivre sa vie", [("so", "sa")], "a short word in a long enough title"),
        ("Com", "Cam", None, "a short word alone"),
        ("Butterfield 9", "Butterfield 8", None, "a number is never a misspelling"),
        ("Salt and Light, Part II", "Salt and Light, Part III", None, "nor a Roman one"),
        ("Magic Mike", "Magic Mike XXL", None, "a word that counts left out"),
        ("Pretty Baby", "Pretty Woman", None, "another word"),
        ("Pretti Womon", "Pretty Woman", None, "every word misspelt"),
        ("", "Pretty Woman", None, "nothing"),
    ],
)
def test_slips(found: str, expected: str, result: list[tuple[str, str]] | None, why: str) -> None:
    wrong = misspellings(words(found), words(expected))
    assert (wrong if wrong is None else [(one.printed, one.expected) for one in wrong]) == result, why
    if wrong:
        assert misspellings(words(mend(found, wrong)), words(expected)) == [], "mended"


@pytest.mark.parametrize(
    ("text", "field", "sought", "place"),
    [
        ("Roe, Jo. Platoform Capitalism. 2016.", (9, 29), "Platoform", (109, 118)),
        ("Roe, Jo. Platoform Capitalism. 2016.", (9, 29), "platoform capitalism", (109, 129)),
        ("Roe, Jo. Platoform Capitalism. 2016.", (9, 29), "Roe", None),  # printed, but not in this field
        ("Roe on Roe and Roe. 2016.", (0, 18), "Roe", None),  # which of the three?
        ("Roe.", (0, 3), "", None),
    ],
)
def test_locate(text: str, field: tuple[int, int], sought: str, place: tuple[int, int] | None) -> None:
    span = Span(*field).shift(100)
    entry = Entry("book", {"title": Field("x", span)}, text=text, span=Span(100, 100 + len(text)))
    assert locate(entry, "title", sought) == (Span(*place) if place else None)


def test_locate_keeps_silent_where_the_print_is_not_at_hand() -> None:
    field = {"title": Field("Roe", Span(0, 3))}
    assert locate(Entry("book", field), "title", "Roe") is None
    assert locate(Entry("book", field, text="Roe, twice as long", span=Span(0, 3)), "title", "Roe") is None
    assert locate(Entry("book", {}, text="Roe", span=Span(0, 3)), "title", "Roe") is None


def test_long_words_are_compared_in_linear_time() -> None:
    long = "m" * 200_000
    started = time.thread_time()
    assert misspellings(words(f"{long}x"), words(long)) is not None
    assert misspellings(words(f"{long}xyz"), words(f"xyz{long}")) is None
    assert _ROMAN.search(f"{long}x") is not None
    assert time.thread_time() - started < 5


@pytest.mark.parametrize(
    ("text", "is_number"), [("mmmdccclxxxviii", True), ("iv", True), ("mix", True), ("ivy", False)]
)
def test_roman_numbers(text: str, is_number: bool) -> None:
    assert bool(_ROMAN.fullmatch(text)) is is_number
