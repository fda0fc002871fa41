"""What given names are like: learnt from made-up lists, and told of words that no list has."""

from __future__ import annotations

from collections import Counter

import pytest

from anora_bib.parser.learned.crf.lookup import Lookup
from anora_bib.parser.learned.given import FAMILY, GIVEN, letters, likeness
from anora_bib.parser.learned.training import train_given


@pytest.mark.parametrize("word", ["Aurelinda", "Bertille", "Jean-Paul", "Ophelina"])
def test_given_names(word: str) -> None:
    assert likeness(word) > 0


@pytest.mark.parametrize("word", ["Kowalczyk", "Fernández", "Schneidermann", "Marchetti", "Roe-Kowalski"])
def test_family_names(word: str) -> None:
    assert likeness(word) < 0


@pytest.mark.parametrize("word", ["", "J", "van", "J.", "2001", "x" * 400])
def test_what_tells_nothing(word: str) -> None:
    assert abs(likeness(word)) < 3


def test_a_small_model_learns_what_ends_tell() -> None:
    pytest.importorskip("pycrfsuite")
    given = {(f"{start}ina", GIVEN): 8 for start in ("Bert", "Mart", "Wilm", "Corn")}
    model = train_given(
        Counter({**given, **{(f"{start}mann", FAMILY): 8 for start in ("Hart", "Witt", "Zim", "Acker")}})
    )
    known = Lookup(model)
    told = {word: known.vector(letters(word)) for word in ("Paulina", "Bergmann")}
    place = model.labels.index(GIVEN)
    assert told["Paulina"][place] > told["Paulina"][1 - place]
    assert told["Bergmann"][place] < told["Bergmann"][1 - place]
