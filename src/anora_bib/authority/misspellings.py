"""Misspelt names of outlets, publishers and people that are near to exactly one record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from anora_bib import language
from anora_bib.authority.likeness import Misspelling, apart, is_sure, locate, misspellings, words
from anora_bib.model import Difference, DifferenceKind, Entry, Outlet, Person, Publisher, Record, Records
from anora_bib.model.values.csl import NAME_VARIABLES
from anora_bib.model.values.item_types import BOOKS, FILMS, PART_TYPES
from anora_bib.text.characters import fold

LONGEST_NAME: Final = 120
"""Beyond this many characters a text is no name, and comparing it would cost for nothing."""

SHORTEST_WORD: Final = 6
"""How long the misspelt word must be: nothing else speaks for the record, "Times" is not "Time", and "Marc Fisher" and
"Mark Fisher" are both journalists. For the same reason no more than one letter of it may be wrong: a name two letters
away ("Universe", "Universal") is a name of its own."""

LONG_WORD: Final = 8
"""How long, where one letter stands for another: "Policy Press" is a publisher beside "Polity Press"."""

TRADE_WORDS: Final = language.vocabulary("trades")
"""Words of so many publishers that a misspelling in one of them makes no other publisher of it."""

Named = type[Outlet] | type[Publisher] | type[Person]


class Meant(NamedTuple):
    """The record that a misspelt name means, and its misspelt words."""

    record: Record
    misspellings: tuple[Misspelling, ...]


def meant(text: str, kind: Named, records: Records, type: str = "") -> Meant | None:
    """The one record of a kind that ``text`` misspells; None if it is spelled right, or if none or several are near.

    ``type`` is that of the entry: one that only publishes films is no publisher of a book, nor the reverse.
    """
    if not text or len(text) > LONGEST_NAME or any(isinstance(record, kind) for record in records.named(text)):
        return None
    near = {
        record.id: record
        for form in records.near(fold(text))
        for record in records.of_form(form)
        if isinstance(record, kind)
    }
    candidates = [Meant(record, wrong) for record in near.values() if (wrong := _sure_misspellings(text, record))]
    return candidates[0] if len(candidates) == 1 and _fits(candidates[0].record, type, records) else None


def _sure_misspellings(text: str, record: Record) -> tuple[Misspelling, ...]:
    for form in record.forms:
        wrong = misspellings(words(text), words(form))
        if wrong and all(map(_is_telling, wrong)):
            return tuple(wrong)
    return ()


def _is_telling(misspelling: Misspelling) -> bool:
    if misspelling.letters != 1:
        return False
    printed, expected = fold(misspelling.printed), fold(misspelling.expected)
    replaced = len(printed) == len(expected) and sorted(printed) != sorted(expected)
    return expected in TRADE_WORDS or is_sure(misspelling, LONG_WORD if replaced else SHORTEST_WORD)


def _fits(record: Record, type: str, records: Records) -> bool:
    """False for a publisher all of whose works are of another kind than the entry."""
    kind = BOOKS if type in BOOKS | PART_TYPES else FILMS if type in FILMS else None
    if kind is None or not isinstance(record, Publisher):
        return True
    types = records.derived(_types_by_publisher).get(record.id, frozenset())
    return not types or not types.isdisjoint(kind)


def _types_by_publisher(records: Records) -> Mapping[str, AbstractSet[str]]:
    """The types of the works of each publisher, by its id."""
    types: dict[str, set[str]] = {}
    for work in records.works:
        for id in (work.publisher, *(edition.publisher for edition in work.editions)):
            types.setdefault(id, set()).add(work.type)
    return types


def misspelt_names(entry: Entry, records: Records) -> tuple[Difference, ...]:
    """The misspellings in the names of an entry, whether or not its work has a record."""
    return tuple(
        Difference(
            DifferenceKind.SPELLING,
            variable,
            wrong.printed,
            wrong.expected,
            locate(entry, variable, wrong.printed),
            f'the authority record {it.record.id} has "{it.record.label}"; {apart(wrong)}, and no other record is near',
        )
        for variable, it in _meant(entry, records)
        for wrong in it.misspellings
    )


def _meant(entry: Entry, records: Records) -> Iterator[tuple[str, Meant]]:
    texts: list[tuple[str, str, Named]] = [
        ("container-title", entry.string("container-title"), Outlet),
        ("publisher", entry.string("publisher"), Publisher),
    ]
    for variable in entry.fields:
        if variable in NAME_VARIABLES:
            # A family name alone is too little to know a person by.
            texts += [(variable, name.display, Person) for name in entry.names(variable) if name.given or name.literal]
    for variable, text, kind in texts:
        if meant_record := meant(text, kind, records, entry.type):
            yield variable, meant_record
