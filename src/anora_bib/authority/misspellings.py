"""Names of outlets, publishers and people that are one slip of the pen away from exactly one record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from anora_bib import language
from anora_bib.authority.likeness import Slip, apart, is_sure, locate, slips, words
from anora_bib.model import Difference, DifferenceKind, Entry, Outlet, Person, Publisher, Record, Records
from anora_bib.model.bibliography.csl import NAME_VARIABLES
from anora_bib.model.bibliography.item_types import BOOKS, FILMS, PART_TYPES
from anora_bib.text import fold

LONGEST_NAME: Final = 120
"""Beyond this many characters a text is no name, and comparing it would cost for nothing."""

SHORTEST_WORD: Final = 6
"""How long the misspelt word must be: nothing else speaks for the record, "Times" is not "Time", and "Marc Fisher" and
"Mark Fisher" are both journalists. For the same reason no more than one letter of it may be wrong: a name two letters
away ("Universe", "Universal") is a name of its own."""

LONG_WORD: Final = 8
"""How long, where one letter stands for another: "Policy Press" is a house beside "Polity Press"."""

TRADE_WORDS: Final = language.vocabulary("trades")
"""Words of so many houses that a slip in one of them makes no other house of it."""

Named = type[Outlet] | type[Publisher] | type[Person]


class Meant(NamedTuple):
    """The record that a misspelt name means, and its misspelt words."""

    record: Record
    slips: tuple[Slip, ...]


def meant(text: str, kind: Named, records: Records, type: str = "") -> Meant | None:
    """The one record of a kind that ``text`` misspells; None if it is spelled right, or if none or several are near.

    ``type`` is that of the entry: who only brings out films is no publisher of a book, nor the other way round.
    """
    if not text or len(text) > LONGEST_NAME or any(isinstance(record, kind) for record in records.named(text)):
        return None
    near = {
        record.id: record
        for form in records.near(fold(text))
        for record in records.of_form(form)
        if isinstance(record, kind)
    }
    candidates = [Meant(record, wrong) for record in near.values() if (wrong := _sure_slips(text, record))]
    return candidates[0] if len(candidates) == 1 and _fits(candidates[0].record, type, records) else None


def _sure_slips(text: str, record: Record) -> tuple[Slip, ...]:
    for form in record.forms:
        wrong = slips(words(text), words(form))
        if wrong and all(map(_is_telling, wrong)):
            return tuple(wrong)
    return ()


def _is_telling(slip: Slip) -> bool:
    if slip.letters != 1:
        return False
    printed, expected = fold(slip.printed), fold(slip.expected)
    replaced = len(printed) == len(expected) and sorted(printed) != sorted(expected)
    return expected in TRADE_WORDS or is_sure(slip, LONG_WORD if replaced else SHORTEST_WORD)


def _fits(record: Record, type: str, records: Records) -> bool:
    """False for a publisher all of whose works are of another kind than the entry."""
    kind = BOOKS if type in BOOKS | PART_TYPES else FILMS if type in FILMS else None
    if kind is None or not isinstance(record, Publisher):
        return True
    types = records.derived(_types_by_publisher).get(record.id, frozenset())
    return not types or not types.isdisjoint(kind)


def _types_by_publisher(records: Records) -> Mapping[str, AbstractSet[str]]:
    """The types of the works that each publisher brought out, by its id."""
    types: dict[str, set[str]] = {}
    for work in records.works:
        for id in (work.publisher, *(edition.publisher for edition in work.editions)):
            types.setdefault(id, set()).add(work.type)
    return types


def find(entry: Entry, records: Records) -> tuple[Difference, ...]:
    """The slips in the names of an entry, whether or not its work has a record."""
    return tuple(
        Difference(
            DifferenceKind.SPELLING,
            variable,
            slip.printed,
            slip.expected,
            locate(entry, variable, slip.printed),
            f'the authority record {it.record.id} has "{it.record.label}"; {apart(slip)}, and no other record is near',
        )
        for variable, it in _meant(entry, records)
        for slip in it.slips
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
