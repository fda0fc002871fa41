"""Fields that entries of ``.bib`` files inherit: by ``crossref``, through any number of levels, and by ``xdata``.

Of an ``xdata`` entry all fields are inherited, or single ones by name (``author = {xdata=key-author}``).

Which field of a parent becomes which of its child is biblatex's default (manual, appendix B), for all files: in those
of classic BibTeX a parent has a ``booktitle`` of its own, which comes first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple

from anora_bib.formats.bibtex.dates import DATE_FIELDS
from anora_bib.formats.bibtex.tex.macros import items

_NEVER: Final = frozenset(
    """crossref xref xdata ids entryset entrysubtype execute label options presort related relatedoptions relatedstring
    relatedtype shorthand shorthandintro sortkey authortype annote annotation keywords key shorttitle sorttitle
    indextitle indexsorttitle""".split()
)
_MAIN: Final = {"title": "maintitle", "subtitle": "mainsubtitle", "titleaddon": "maintitleaddon"}
_BOOK: Final = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_JOURNAL: Final = {"title": "journaltitle", "subtitle": "journalsubtitle", "titleaddon": "journaltitleaddon"}

_BOOKS: Final = frozenset({"book"})
_IN_BOOKS: Final = frozenset({"inbook", "bookinbook", "suppbook"})
_COLLECTIONS: Final = frozenset({"collection", "reference"})
_IN_COLLECTIONS: Final = frozenset({"incollection", "inreference", "suppcollection"})
_PARTS: Final = _IN_BOOKS | _IN_COLLECTIONS | {"inproceedings", "conference"}

_RULES: Final = (
    (frozenset({"mvbook"}), _BOOKS | _IN_BOOKS, _MAIN),
    (frozenset({"mvcollection", "mvreference"}), _COLLECTIONS | _IN_COLLECTIONS, _MAIN),
    (frozenset({"mvproceedings"}), frozenset({"proceedings", "inproceedings", "conference"}), _MAIN),
    (frozenset({"periodical"}), frozenset({"article", "suppperiodical"}), _JOURNAL),
)
"""Types of a parent, types of its child, and the fields that get another name."""

GRANULAR: Final = re.compile(r"\bxdata\s{0,9}=\s{0,9}([^\s{},=]+)")
"""A value, or an item of a list, that is taken from a field of another entry (manual of biblatex, 3.13.6)."""

_DEEPEST: Final = 32
"""Parents of parents that an entry inherits from; those beyond them lend it nothing."""

Fields = dict[str, str]
"""Names, in small letters, and values in LaTeX."""


class Lender(NamedTuple):
    """An entry from which others may inherit: its type, in small letters, and its own fields."""

    type: str
    fields: Fields


class Parents:
    """All entries by key, to take fields from. Fields of an entry's own always win.

    Args:
        entries: keys and entries; of two with one key the first counts.
        missing: hears of a field and of the key in it that no entry has, and where the entry with the field begins.
    """

    def __init__(self, entries: Iterable[tuple[str, Lender]], missing: Callable[[str, str, int], None]) -> None:
        self._missing = missing
        self._by_key: dict[str, Lender] = {}
        self._by_letters: dict[str, Lender] = {}
        for key, lender in entries:
            for name in (key, *_keys(lender.fields.get("ids", ""))):
                self._by_key.setdefault(name, lender)
                self._by_letters.setdefault(name.casefold(), lender)

    def lend(self, type: str, fields: Fields, start: int) -> Fields:
        """The fields of an entry with those that it inherits. A key that no entry has stays in its field."""
        return self._resolved(Lender(type, fields), start, frozenset())

    def granular_keys(self, fields: Fields) -> list[str]:
        """The keys of the entries from which values of single fields are taken."""
        references = (match[1] for value in fields.values() for match in GRANULAR.finditer(value))
        found = (self._granular(reference) for reference in references)
        return list(dict.fromkeys(one[0] for one in found if one is not None))

    def _granular(self, reference: str) -> tuple[str, str] | None:
        """The key, and the value in LaTeX, of ``key-field`` or ``key-field-number``; None if there is no such value."""
        parts = reference.split("-")
        for cut in range(len(parts) - 1, 0, -1):  # keys may have hyphens in them, and so may fields
            key, rest = "-".join(parts[:cut]), parts[cut:]
            lender = self._by_key.get(key) or self._by_letters.get(key.casefold())
            if lender is None:
                continue
            if (whole := lender.fields.get("-".join(rest).lower())) is not None:
                return key, whole
            listed = items(lender.fields.get("-".join(rest[:-1]).lower(), ""))
            if rest[-1].isascii() and rest[-1].isdecimal() and 0 < int(rest[-1][:9]) <= len(listed):
                return key, listed[int(rest[-1]) - 1].strip()
        return None

    def _with_granular(self, fields: Fields, start: int) -> Fields:
        """The fields with what they take from single fields of others put in."""
        changed: Fields = {}
        for name, value in fields.items():
            for match in GRANULAR.finditer(value):
                found = self._granular(match[1])
                if found is None:
                    self._missing(f"xdata in {name}", match[1], start)
                else:
                    changed[name] = changed.get(name, value).replace(match[0], found[1], 1)
        return {**fields, **changed} if changed else fields

    def _resolved(self, entry: Lender, start: int, seen: frozenset[str]) -> Fields:
        fields = self._with_granular(self._with_xdata(entry.fields, start, seen), start)
        key = fields.get("crossref", "").strip()
        if not key or key in seen or len(seen) >= _DEEPEST:
            return fields
        parent = self._parent("crossref", key, start)
        if parent is None:
            return fields
        lent = self._resolved(parent, start, seen | {key})
        return _inherited(entry.type, fields, parent.type, lent)

    def _with_xdata(self, fields: Fields, start: int, seen: frozenset[str]) -> Fields:
        if "xdata" not in fields:
            return fields
        merged = dict(fields)
        unknown: list[str] = []
        for key in _keys(merged.pop("xdata")):
            if key in seen:
                continue
            parent = self._parent("xdata", key, start) if len(seen) < _DEEPEST else None
            if parent is None:
                unknown.append(key)
                continue
            lent = self._with_xdata(parent.fields, start, seen | {key})
            merged = {**{name: value for name, value in lent.items() if name not in ("xdata", "ids")}, **merged}
        return {**merged, "xdata": ",".join(unknown)} if unknown else merged

    def _parent(self, field: str, key: str, start: int) -> Lender | None:
        found = self._by_key.get(key) or self._by_letters.get(key.casefold())
        if found is None:
            self._missing(field, key, start)
        return found


def _inherited(type: str, own: Fields, parent_type: str, lent: Fields) -> Fields:
    """An entry's own fields, and those of its parent under the names that they get."""
    renamed = _names(parent_type, type)
    dated = "date" in own or "year" in own
    merged = {name: value for name, value in own.items() if name != "crossref"}
    plain = {name: value for name, value in lent.items() if name not in renamed}
    for name, value in plain.items():
        if name in _NEVER or (dated and name in DATE_FIELDS):
            continue
        if name == "author" and parent_type in ("book", "mvbook") and type in _IN_BOOKS:
            merged.setdefault("bookauthor", value)
        merged.setdefault(name, value)
    for name, target in renamed.items():
        if name in lent:
            merged.setdefault(target, lent[name])
    return merged


def _names(parent: str, child: str) -> Mapping[str, str]:
    for parents, children, names in _RULES:
        if parent in parents and child in children:
            return names
    return _BOOK if child in _PARTS and parent != "article" else {}


def _keys(value: str) -> list[str]:
    return [key for part in value.split(",") if (key := part.strip())]
