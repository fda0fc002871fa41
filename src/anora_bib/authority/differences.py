"""Where an entry departs from the work it matches: spelling, people left out, dates. Each with its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from anora_bib.authority.likeness import apart, locate, printed
from anora_bib.authority.names import Likeness, Pairing, pair
from anora_bib.authority.roles import chief_people, printed_people, printed_role
from anora_bib.authority.titles import TitleLikeness, TitleMatch
from anora_bib.model import Difference, DifferenceKind, Entry, Person, Records, Work
from anora_bib.text.characters import join_names

_AND_OTHERS = re.compile(r"\bet al\b|\band others\b|\bu\. ?a\.", re.IGNORECASE)


def differences(
    entry: Entry, work: Work, title: TitleMatch, records: Records, context: str = ""
) -> tuple[Difference, ...]:
    """All of them. Initials, a missing subtitle, missing accents and names in another order are no differences.

    Args:
        entry: as parsed.
        work: the record it matches.
        title: how the titles compare.
        records: for the people behind the work.
        context: the text around; names in it are evidence.
    """
    pairs = pair(printed_people(entry, work), chief_people(work, records))
    return (
        *_title(entry, work, title, pairs),
        *_names(entry, work, title, pairs),
        *_missing(entry, work, records, context),
        *_date(entry, work),
    )


def _title(entry: Entry, work: Work, title: TitleMatch, pairs: list[Pairing]) -> Iterator[Difference]:
    best = max((pairing.likeness for pairing in pairs), default=Likeness.OTHER)
    besides = {Likeness.SAME: ", and the name matches", Likeness.MISSPELT: ", and the name nearly matches"}
    for misspelling in title.misspellings:
        yield Difference(
            DifferenceKind.SPELLING,
            "title",
            misspelling.printed,
            misspelling.expected,
            locate(entry, "title", misspelling.printed),
            f'the authority record {work.id} has "{title.form}"; {apart(misspelling)}{besides.get(best, "")}',
        )


def _names(entry: Entry, work: Work, title: TitleMatch, pairs: list[Pairing]) -> Iterator[Difference]:
    role = printed_role(entry, work)
    same = "the title matches" if title.likeness > TitleLikeness.LIKE else "the title nearly matches"
    for pairing in pairs:
        for wrong in pairing.misspellings:
            yield Difference(
                DifferenceKind.SPELLING,
                role,
                wrong.printed,
                wrong.expected,
                locate(entry, role, wrong.printed),
                f'the authority record {work.id} has "{pairing.person.name.inverted}"; {apart(wrong)}, and {same}',
            )


def missing_people(entry: Entry, work: Work, records: Records) -> tuple[Person, ...]:
    """Those the record names and the entry leaves out, where it names some of them and does not say so.

    Nobody, where as many are printed as the record has: one of them goes by a name that the record does not know.
    """
    people, names = chief_people(work, records), printed_people(entry, work)
    known = {pairing.person.id for pairing in pair(names, people)}
    if not known or len(names) >= len(people) or _AND_OTHERS.search(entry.text):
        return ()
    return tuple(person for person in people if person.id not in known)


def _missing(entry: Entry, work: Work, records: Records, context: str) -> Iterator[Difference]:
    role = printed_role(entry, work)
    people = join_names([person.label for person in chief_people(work, records)])
    for person in missing_people(entry, work, records):
        field = entry.fields[role]
        also = f"; the text names {person.label} too" if person.label in context else ""
        yield Difference(
            DifferenceKind.MISSING_NAME,
            role,
            printed(entry, role) or entry.string(role),
            person.name.inverted,
            field.span,
            f"the authority record {work.id} is by {people}{also}",
        )


def _date(entry: Entry, work: Work) -> Iterator[Difference]:
    date, first = entry.date("issued"), work.issued
    if date is None or date.year is None or first is None or not first.parts:
        return
    years = range(first.parts[0][0], first.parts[-1][0] + 1)
    original = entry.date("original-date")
    if date.year in years or (original and original.year in years):
        return
    year = str(date.year)
    edition = next((edition for edition in work.editions if edition.issued.year == date.year), None)
    if edition and work.type != "book":
        return  # A film of 2020 may well be called one of 2021, when it came to the cinemas.
    what = f"first appeared in {first.iso}" if work.type != "book" else f"has the first edition in {first.iso}"
    listed = "; that edition is not among its editions"
    if edition:
        listed = f"; {year} is its {edition.label}" if edition.label else f"; it lists an edition of {year}"
    elif not work.editions:
        listed = ""
    yield Difference(
        DifferenceKind.DATE,
        "issued",
        year,
        str(first.year),
        locate(entry, "issued", year),
        f"the authority record {work.id} {what}{listed}",
    )
