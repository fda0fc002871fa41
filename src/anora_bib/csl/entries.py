"""Our entries as the items that CSL knows."""

from __future__ import annotations

from anora_bib.model import Entry
from anora_bib.model.values.csl import ARCHIVED

_LAW = frozenset({"bill", "legal_case", "legislation", "regulation", "treaty"})


def printable(entry: Entry) -> Entry:
    """The entry with what styles can print of the variables that are ours alone.

    CSL has no date for a copy in an archive: the day it was submitted to one comes nearest, and hardly a style prints
    that for anything else.
    """
    archived = entry.date(ARCHIVED)
    return entry if archived is None or entry.date("submitted") else entry.with_values(submitted=archived)


def named_law(entry: Entry) -> Entry | None:
    """A law that has no title, called what lawyers call it, "42 U.S.C. § 426-1"; None for any other entry.

    Styles made for legal work print volume, code and section by themselves; most others print at best the code.
    """
    code, section = entry.string("container-title"), entry.string("section")
    if entry.type not in _LAW or entry.string("title") or not code or not section:
        return None
    title = " ".join(part for part in (entry.string("volume"), code, f"§ {section}") if part)
    return entry.with_values(container_title=None, volume=None, section=None, title=title)
