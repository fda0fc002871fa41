"""The signs for "by the same": a dash in a list, "Idem" in a note. They take over the names above."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from anora_bib.model import Entry, Field, Reference
from anora_bib.parser.text.marks import DASH_FOR_NAMES
from anora_bib.text.characters import fold
from anora_bib.text.spans import Span

_DASH = re.compile(rf"\s*(?:[-*•]\s+)?(?P<dash>{DASH_FOR_NAMES})(?=[.,:\s])")
_IDEM = frozenset(("idem", "eadem", "id"))
_ROLES = ("author", "director", "composer", "performer", "editor")
_CONFIDENCE = 0.9
"""Whoever copies a list may leave out the entry that the dash stood under."""


def fill_dashes(listed: Iterable[Reference]) -> Iterator[Reference]:
    """Listed references, in order, with the names above for those that begin with a dash."""
    above: Entry | None = None
    for reference in listed:
        entry = reference.entry
        dash = _DASH.match(entry.text)
        if dash and above and not entry.names("author"):
            place = Span(*dash.span("dash")).shift(entry.span.start) if entry.span else None
            entry = with_creators(entry, above, place)
        above = entry
        yield reference if entry is reference.entry else replace(reference, entry=entry)


def is_idem(entry: Entry) -> bool:
    """True if the author is only "Idem"."""
    names = entry.names("author")
    return len(names) == 1 and fold(names[0].literal or names[0].family) in _IDEM


def with_creators(entry: Entry, source: Entry, place: Span | None) -> Entry:
    """``entry`` by those whom ``source`` is filed under; ``place`` is where the sign for them stands."""
    role = next((role for role in _ROLES if source.names(role)), None)
    if role is None:
        return entry
    fields = {name: field for name, field in entry.fields.items() if name != "author"}
    return replace(entry, fields={**fields, role: Field(source.names(role), place, _CONFIDENCE)})
