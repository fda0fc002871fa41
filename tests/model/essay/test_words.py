from __future__ import annotations

import re

import pytest

from anora_bib.model.essay.words import Words
from anora_bib.text.spans import Span

TEXT = "Fog, fog and FOG: the harbour's fog_bank.\n\nÉmile saw Fog again in 1984, and no harbour."
WHOLE = Span(0, len(TEXT))


@pytest.mark.parametrize(
    ("words", "small", "expected"),
    [
        ({"Fog"}, False, ["Fog, fog", "Fog again"]),
        ({"fog"}, False, ["fog and F"]),
        ({"fog"}, True, ["Fog, fog", "fog and F", "FOG: the", "Fog again"]),
        ({"émile", "harbour"}, True, ["harbour's", "Émile saw", "harbour."]),
        ({"1984"}, False, ["1984, and"]),
        ({"", "bank", "Roe"}, False, []),
    ],
)
def test_words_are_found_where_they_begin(words: set[str], small: bool, expected: list[str]) -> None:
    starts = Words(TEXT, [WHOLE]).places(words, small=small).starts
    assert [text for start in starts for text in expected if TEXT.startswith(text, start)] == expected
    assert len(starts) == len(expected)


def test_only_the_passages_count() -> None:
    end = TEXT.index("\n")
    places = Words(TEXT, [Span(3, end)]).places({"fog"}, small=True)
    assert [TEXT[start : start + 3] for start in places.starts] == ["fog", "FOG"]
    assert list(places.within(Span(6, end))) == [TEXT.index("FOG")]


def test_words_are_found_by_their_first_letters() -> None:
    starts = Words(TEXT, [WHOLE]).beginning(re.compile("[A-ZÉ]")).starts
    assert [TEXT[start : start + 3] for start in starts] == ["Fog", "FOG", "Émi", "Fog"]


@pytest.mark.parametrize(
    ("following", "small", "expected"),
    [
        ({"Fog": None}, False, ["Fog, fog", "Fog again"]),
        ({"Fog": {"again"}}, False, ["Fog again"]),
        ({"fog": {"the"}}, True, ["FOG: the"]),
        ({"harbour": {"fog"}}, True, []),
    ],
    ids=["any", "one", "any case", "none, at the end"],
)
def test_words_are_found_before_others(following: dict[str, set[str] | None], small: bool, expected: list[str]) -> None:
    starts = Words(TEXT, [WHOLE]).places_before(following, small=small).starts
    assert [text for start in starts for text in expected if TEXT.startswith(text, start)] == expected
    assert len(starts) == len(expected)


def test_the_address_of_a_link_has_no_words() -> None:
    words = Words(text := "See [the quay](https://example.org/harbour-fog) by Roe.", [Span(0, len(text))])
    assert "harbour" not in words
    assert [text[start : start + 7] for start in words.places_before({"quay": {"by"}}).starts] == ["quay](h"]
