"""CSL items as plain data (from JSON or YAML) to entries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from anora_bib.diagnostics import Diagnostic
from anora_bib.formats.problems import Problem, Source
from anora_bib.model import Date, Entry, Library
from anora_bib.model.entries import Field


def entry_of(item: object, source: Source, start: int, end: int) -> Entry | Diagnostic:
    """The entry that ``item`` is, or why it is none. ``start`` and ``end`` are its place in the file."""
    if not isinstance(item, Mapping):
        message = f"an item must be an object with a type and variables, not {_kind(item)}; it is left out"
        return source.problem(Problem.BROKEN_ENTRY, message, start, end)
    entry = Entry.from_csl(cast(Mapping[str, object], item))
    return replace(entry, provenance=(source.provenance(entry.key, start),))


def _kind(value: object) -> str:
    names = {str: "a string", bool: "true or false", int: "a number", float: "a number", list: "a list"}
    return "null" if value is None else names.get(type(value), "a value")


def items_of(library: Library) -> list[dict[str, object]]:
    """The library as CSL-JSON items, without variables that say nothing (they would not be read back)."""
    return [replace(entry, fields=_telling(entry.fields)).to_csl() for entry in library]


def _telling(fields: Mapping[str, Field]) -> dict[str, Field]:
    return {name: field for name, field in fields.items() if field.value not in ("", (), Date())}
