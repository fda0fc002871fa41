"""Fields that entries of a ``.bib`` file inherit: by ``crossref`` of BibTeX and ``xdata`` of biblatex."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from anora_bib.diagnostics import Severity
from anora_bib.formats.problems import Problem, Source
from anora_bib.formats.tex.tables import DATE_FIELDS

_NOT_INHERITED: Final = frozenset(
    {"crossref", "xref", "xdata", "entrysubtype", "authortype", "annote", "keywords", "label", "key"}
)

Fields = dict[str, str]
"""Names, in small letters, and values in LaTeX."""


class Parents:
    """All entries of a file by key, to take fields from. Fields of an entry's own always win."""

    def __init__(self, source: Source, entries: Mapping[str, Fields]) -> None:
        self._source = source
        self._by_key = {key.casefold(): fields for key, fields in entries.items()}

    def lend(self, fields: Fields, start: int) -> Fields:
        """The fields of the entry at ``start`` with those that ``xdata`` and ``crossref`` give it.

        An entry that is not there is a diagnostic, and the field that names it stays.
        """
        return self._with_crossref(self._with_xdata(fields, start), start)

    def _with_xdata(self, fields: Fields, start: int) -> Fields:
        """The fields with those of the ``xdata`` entries, which may name others; each is used once."""
        merged = {**fields}
        waiting = _keys(merged.pop("xdata", ""))
        missing: list[str] = []
        seen: set[str] = set()
        while waiting:
            key = waiting.pop(0)
            if key.casefold() in seen:
                continue
            seen.add(key.casefold())
            parent = self._parent("xdata", key, start)
            if parent is None:
                missing.append(key)
                continue
            waiting += _keys(parent.get("xdata", ""))
            merged = {**{name: value for name, value in parent.items() if name != "xdata"}, **merged}
        return {**merged, "xdata": ",".join(missing)} if missing else merged

    def _with_crossref(self, fields: Fields, start: int) -> Fields:
        """A parent's title is the title of the book or proceedings."""
        key = fields.get("crossref", "")
        parent = self._parent("crossref", key, start) if key else None
        if parent is None:
            return fields
        parent = self._with_xdata(parent, start)
        lent = {name: value for name, value in parent.items() if name not in _NOT_INHERITED}
        if "title" in lent:
            lent.setdefault("booktitle", lent.pop("title"))
        own = {name: value for name, value in fields.items() if name != "crossref"}
        if any(name in own for name in ("date", "year")):
            lent = {name: value for name, value in lent.items() if name not in DATE_FIELDS}
        return {**own, **{name: value for name, value in lent.items() if name not in own}}

    def _parent(self, field: str, key: str, start: int) -> Fields | None:
        parent = self._by_key.get(key.casefold())
        if parent is None:
            message = f"{field} points at {key!r}, which is not in this file"
            self._source.report(Problem.MISSING_CROSSREF, message, start, start, Severity.WARNING)
        return parent


def _keys(value: str) -> list[str]:
    return [key for part in value.split(",") if (key := part.strip())]
