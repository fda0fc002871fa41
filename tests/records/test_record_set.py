"""The indexes of a record set: built once, and as sure as a look at every record."""

from __future__ import annotations

import pickle
import random
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from anora_bib.authority.likeness import misspellings, words
from anora_bib.model import Name, Person, Publisher, Records
from anora_bib.model.bibliography.records import NoRecords
from anora_bib.records.load import load_records
from anora_bib.records.near import NEAR_ENOUGH
from anora_bib.records.record_set import RecordSet
from anora_bib.system import resources
from anora_bib.text.characters import fold
from tests.records.synthetic import record_set

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _misspelt(form: str, chance: random.Random) -> str:
    """The form misspelt once or twice: a letter left out, put in, exchanged or swapped, a space too many or too few."""
    letters = list(form)
    for _ in range(chance.randint(1, 2)):
        at = chance.randrange(len(letters))
        slip = chance.choice(("drop", "add", "change", "swap", "space"))
        if slip == "drop" and len(letters) > 1:
            del letters[at]
        elif slip == "add":
            letters.insert(at, chance.choice(_LETTERS))
        elif slip == "change":
            letters[at] = chance.choice(_LETTERS)
        elif slip == "swap" and at:
            letters[at - 1 : at + 1] = reversed(letters[at - 1 : at + 1])
        elif slip == "space":
            letters[at : at + 1] = [] if letters[at] == " " else [letters[at], " "]
    return fold("".join(letters))


def _queries(forms: list[str], chance: random.Random) -> Iterator[str]:
    for form in chance.sample(forms, min(60, len(forms))):
        yield form
        yield _misspelt(form, chance)
        yield f"the {_misspelt(form, chance)}"


@pytest.mark.parametrize("size", [0, 400], ids=["our own records", "made up"])
def test_nothing_that_the_word_rules_accept_is_missed(size: int) -> None:
    from rapidfuzz.distance import OSA

    records = record_set(size) if size else load_records(resources.references()).records
    forms = sorted({fold(form) for record in records for form in record.forms})
    for query in _queries(forms, random.Random(3)):  # noqa: S311
        accepted = {
            form
            for form in forms
            if OSA.normalized_similarity(query, form) >= NEAR_ENOUGH
            and misspellings(words(query), words(form)) is not None
        }
        near = records.near(query)
        assert accepted <= set(near), query
        assert all(OSA.normalized_similarity(query, form) >= NEAR_ENOUGH for form in near)


def test_a_misspelt_name_is_held_against_a_few_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    from rapidfuzz import process

    records = record_set(4000)
    held: list[int] = []
    extract = process.extract

    def counted(key: str, choices: Sequence[str], **how: Any) -> list[Any]:
        held.append(len(choices))
        return extract(key, choices, **how)

    monkeypatch.setattr(process, "extract", counted)
    for work in records.works[:100]:
        assert fold(work.title) in records.near(fold(work.title))
    assert sum(held) / len(held) < len(list(records)) / 20


def test_what_is_derived_is_built_once() -> None:
    records = record_set(20)
    built: list[Records] = []

    def build(of: Records) -> int:
        built.append(of)
        return len(list(of))

    assert [records.derived(build), records.derived(build)] == [20, 20]
    assert len(built) == 1
    copy = pickle.loads(pickle.dumps(records))
    assert copy == records
    assert copy.derived(build) == 20
    assert len(built) == 2, "a copy builds its own"


def test_no_guess_between_two_of_one_name() -> None:
    house, band = Publisher("publisher/roe", "Roe"), Person("person/roe", Name(literal="Roe"))
    records = RecordSet(people=(band,), publishers=(house,))
    assert records.named("ROE!") == (band, house)
    assert records.publisher("roe") == house
    assert records.outlet("roe") is None
    assert RecordSet(publishers=(house, Publisher("publisher/r", "Roe"))).publisher("Roe") is None


def test_no_records() -> None:
    none: Records = NoRecords()
    assert list(none) == [*none.named("Roe"), *none.of_form("roe"), *none.near("roe")] == []
    assert none.by_id == {}
    assert [none.outlet("Roe"), none.publisher("Roe"), none.person("person/roe")] == [None] * 3
    assert none.derived(lambda records: len(list(records))) == 0
