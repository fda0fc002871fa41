"""Names of outlets, publishers and people that are one slip of the pen away from exactly one record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from anora_bib.authority.likeness import SURE_WORD, Slip, apart, is_sure, locate, near_forms, slips, words
from anora_bib.model import Difference, DifferenceKind, Entry, Outlet, Person, Publisher, Record, Records
from anora_bib.model.csl import NAME_VARIABLES
from anora_bib.text import fold

LONGEST_NAME: Final = 120
"""Beyond this many characters a text is no name, and comparing it would cost for nothing."""

SHORTEST_WORD: Final = {Outlet: SURE_WORD, Publisher: SURE_WORD, Person: SURE_WORD + 1}
"""How long the misspelt word must be: nothing else speaks for the record, and "Times" is not "Time". There are many
more people than records of them ("Marc Fisher" and "Mark Fisher" are both journalists), so theirs is longer."""

Named = type[Outlet] | type[Publisher] | type[Person]


class Meant(NamedTuple):
    """The record that a misspelt name means, and its misspelt words."""

    record: Record
    slips: tuple[Slip, ...]


def meant(text: str, kind: Named, records: Records) -> Meant | None:
    """The one record of a kind that ``text`` misspells; None if it is spelled right, or if none or several are near."""
    if not text or len(text) > LONGEST_NAME or any(isinstance(record, kind) for record in records.named(text)):
        return None
    near = {
        record.id: record
        for form in near_forms(fold(text), records)
        for record in records.by_form[form]
        if isinstance(record, kind)
    }
    found = [Meant(record, wrong) for record in near.values() if (wrong := _sure_slips(text, record, kind))]
    return found[0] if len(found) == 1 else None


def _sure_slips(text: str, record: Record, kind: Named) -> tuple[Slip, ...]:
    for form in record.forms:
        wrong = slips(words(text), words(form))
        if wrong and all(is_sure(slip, SHORTEST_WORD[kind]) for slip in wrong):
            return tuple(wrong)
    return ()


def find(entry: Entry, records: Records) -> tuple[Difference, ...]:
    """The slips in the names of an entry, whether or not its work has a record."""
    return tuple(
        Difference(
            DifferenceKind.SPELLING,
            variable,
            slip.found,
            slip.expected,
            locate(entry, variable, slip.found),
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
        if found := meant(text, kind, records):
            yield variable, found
