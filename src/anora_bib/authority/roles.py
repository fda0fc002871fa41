"""Under which CSL role an entry and a record keep the people who made a work."""

from __future__ import annotations

from anora_bib.model import Entry, Name, Person, Records, Work


def chief_role(work: Work) -> str:
    """The role of the people a work is listed by: the first one that its record names; "" if it names nobody."""
    return next(iter(work.creators), "")


def chief_people(work: Work, records: Records) -> tuple[Person, ...]:
    """The people of the work's chief role, in order; () for a work without one."""
    role = chief_role(work)
    return tuple(records.creators(work, role)) if role else ()


def printed_role(entry: Entry, work: Work) -> str:
    """The role under which the entry keeps them, which need not be the record's: a director may be its author."""
    role = chief_role(work)
    if role and entry.names(role):
        return role
    printed = entry.creators()
    return next((name for name in entry.fields if printed and entry.names(name) == printed), "")


def printed_people(entry: Entry, work: Work) -> tuple[Name, ...]:
    """The names of the entry in the role in which it prints the chief people of the work."""
    return entry.names(printed_role(entry, work))
