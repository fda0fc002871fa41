"""Entries corrected by the records: values that are printed wrong are replaced, missing ones added.

What was printed stays in ``Entry.text``; a value that only a record gave has no span.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from anora_bib.authority.differences import missing_people
from anora_bib.authority.likeness import mend, words
from anora_bib.authority.misspellings import meant
from anora_bib.authority.names import pair
from anora_bib.authority.roles import chief_people, chief_role, printed_people, printed_role
from anora_bib.authority.titles import compare_titles
from anora_bib.model import Edition, Entry, Field, Match, Outlet, Person, Publisher, Records, Value, Work
from anora_bib.model.values.item_types import ARTICLE_TYPES, BOOKS, FILMS, PART_TYPES
from anora_bib.registry import Part

UNSURE_TYPES: Final = frozenset(
    "article article-journal article-magazine article-newspaper document post post-weblog webpage".split()
)
"""Types of a piece that are guessed from its shape; what kind of outlet it stands in is better known."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a step may use: the work the entry matches, if any, how sure that is, and all records."""

    records: Records
    work: Work | None = None
    score: float = 1.0


Normalizer = Callable[[Entry, Known], Entry]
"""A step: the entry corrected in one respect, or as it was."""


def normalize(entry: Entry, match: Match | None, records: Records, steps: Iterable[Normalizer] | None = None) -> Entry:
    """The entry with every step taken, in their order.

    Args:
        entry: as parsed.
        match: the work it is, if that is certain.
        records: the records the match was made against.
        steps: what to do; the built-in steps, if none are given.
    """
    work = records.by_id.get(match.record) if match else None
    known = Known(records, work if isinstance(work, Work) else None, match.score if match else 1.0)
    for step in (part.item for part in BUILTIN) if steps is None else steps:
        entry = step(entry, known)
    return entry


def _put(entry: Entry, variable: str, value: Value) -> Entry:
    """A copy with a printed value corrected: its place stays known."""
    old = entry.fields.get(variable)
    if old is None or old.value == value:
        return entry
    return replace(entry, fields={**entry.fields, variable: replace(old, value=value)})


def _fill(entry: Entry, variable: str, value: Value | None, known: Known) -> Entry:
    """A copy with a value that was not printed, if the records have one."""
    if not value or variable in entry.fields:
        return entry
    return replace(entry, fields={**entry.fields, variable: Field(value, None, known.score)})


def correct_type(entry: Entry, known: Known) -> Entry:
    """The work's type; else what the kind of outlet makes of a piece."""
    if known.work:
        return replace(entry, type=known.work.type)
    outlet = _outlet(entry.string("container-title"), known.records)
    if outlet and entry.type in UNSURE_TYPES:
        return replace(entry, type=ARTICLE_TYPES.get(outlet.kind, entry.type))
    return entry


def correct_title(entry: Entry, known: Known) -> Entry:
    """Misspelt words corrected, accents restored, capitals lowered. A missing subtitle stays missing."""
    title = entry.string("title")
    title_match = compare_titles(title, known.work) if known.work and title else None
    if title_match is None:
        return entry
    # The form of record says all that is printed unless the print has a subtitle of its own.
    whole = len(words(title)) == len(words(title_match.form))
    accents_lost = title.isascii() and not title_match.form.isascii()
    if whole and (title.isupper() or accents_lost):
        return _put(entry, "title", title_match.form)
    return _put(entry, "title", mend(title, title_match.misspellings))


def correct_people(entry: Entry, known: Known) -> Entry:
    """The work's people as their records have them, those left out added in the record's order.

    Without a work nobody's name is touched: there are more people than records, and a near name may be somebody else's.
    """
    work = known.work
    if work is None or not chief_role(work):
        return entry
    people = chief_people(work, known.records)
    printed = printed_people(entry, work)
    pairs = {pairing.place: pairing.person for pairing in pair(printed, people)}
    names = tuple(pairs[place].name if place in pairs else name for place, name in enumerate(printed))
    if missing_people(entry, work, known.records):
        strangers = tuple(name for place, name in enumerate(printed) if place not in pairs)
        names = (*(person.name for person in people), *strangers)
    role = printed_role(entry, work)
    if not role:
        return _fill(entry, chief_role(work), tuple(person.name for person in people), known)
    entry = _put(entry, role, names)
    return _direct(entry, role, people) if pairs and work.type in FILMS else entry


def _direct(entry: Entry, role: str, people: Iterable[Person]) -> Entry:
    """The directors of a film, printed as its authors or the like, as its directors."""
    if role == "director":
        return entry
    directors = tuple(person.name for person in people)
    field = entry.fields[role]
    rest = tuple(name for name in entry.names(role) if name not in directors)
    fields = {name: value for name, value in entry.fields.items() if name != role}
    if rest:
        fields[role] = replace(field, value=rest)
    fields["director"] = replace(field, value=tuple(name for name in entry.names(role) if name in directors))
    return replace(entry, fields=fields)


def correct_outlet(entry: Entry, known: Known) -> Entry:
    """The outlet's own title for an alias or a misspelling of it, and its ISSN."""
    outlet = _outlet(entry.string("container-title"), known.records)
    if outlet is None:
        return entry
    entry = _put(entry, "container-title", outlet.title)
    return _fill(entry, "ISSN", outlet.identifiers.get("ISSN"), known)


def _outlet(text: str, records: Records) -> Outlet | None:
    meant_record = meant(text, Outlet, records)
    record = meant_record.record if meant_record else records.outlet(text)
    return record if isinstance(record, Outlet) else None


def correct_publisher(entry: Entry, known: Known) -> Entry:
    """A misspelt publisher corrected, other forms of its name kept; the publisher of the work where none is printed."""
    meant_record = meant(entry.string("publisher"), Publisher, known.records, entry.type)
    if meant_record and isinstance(meant_record.record, Publisher):
        return _put(entry, "publisher", mend(entry.string("publisher"), meant_record.misspellings))
    if known.work is None or _is_reprint(entry, known.work):
        return entry
    publisher = known.records.by_id.get(known.work.publisher)
    return _fill(entry, "publisher", publisher.label if publisher else None, known)


def complete_part(entry: Entry, known: Known) -> Entry:
    """The publisher of the book that a chapter stands in, if title and year say which book that is."""
    date = entry.date("issued")
    if entry.type not in PART_TYPES or date is None:
        return entry
    named = known.records.named(entry.string("container-title"))
    books = [record for record in named if isinstance(record, Work) and record.type in BOOKS]
    publishers = {
        edition.publisher
        for book in books
        for edition in (book.editions or (Edition(book.issued, book.publisher),) if book.issued else ())
        if edition.issued.year == date.year
    }
    publisher = known.records.by_id.get(publishers.pop()) if len(books) == len(publishers) == 1 else None
    return _fill(entry, "publisher", publisher.label if publisher else None, known)


def correct_dates(entry: Entry, known: Known) -> Entry:
    """The date of a work printed without one; beside the date of a later edition that of the first."""
    if known.work is None or known.work.issued is None:
        return entry
    if _is_reprint(entry, known.work):
        return _fill(entry, "original-date", known.work.issued, known)
    return _fill(entry, "issued", known.work.issued, known)


def _is_reprint(entry: Entry, work: Work) -> bool:
    date = entry.date("issued")
    if date is None or date.year is None or work.issued is None or work.issued.year is None:
        return False
    return work.type in BOOKS and date.year > work.issued.year


def add_identifiers(entry: Entry, known: Known) -> Entry:
    """Those of the very edition that the entry gives; of the first edition, if it gives no year."""
    if known.work is None:
        return entry
    date = entry.date("issued")
    year = date.year if date else None
    of_year = [edition for edition in known.work.editions if edition.issued.year == year]
    identifiers = dict(of_year[0].identifiers) if len(of_year) == 1 else {}
    if not _is_reprint(entry, known.work):
        identifiers = {**known.work.identifiers, **identifiers}
    for scheme, number in identifiers.items():
        entry = _fill(entry, scheme, number, known)
    return entry


BUILTIN: Final[tuple[Part[Normalizer], ...]] = (
    Part("type", correct_type),
    Part("title", correct_title),
    Part("people", correct_people, needs=("type",)),
    Part("outlet", correct_outlet),
    Part("publisher", correct_publisher),
    Part("part", complete_part, needs=("type", "publisher")),
    Part("dates", correct_dates),
    Part("identifiers", add_identifiers, needs=("dates",)),
)
"""In their order: people are those of the type the work has, identifiers those of the date the entry has then."""
