"""CSL items as plain data (from JSON or YAML) to entries, and back.

A value of a kind that its variable cannot hold becomes a diagnostic. What it was stays in the entry as JSON, in a field
``NAME-raw`` that CSL-JSON carries under ``custom``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from anora_bib.formats.csl.careless import with_date_parts, with_parts
from anora_bib.formats.csl.elsewhere import NO_ITEMS, as_csl
from anora_bib.formats.csl.name_details import details
from anora_bib.formats.problems import WARNING, Problem, Source
from anora_bib.model import Date, Entry, Library, Name
from anora_bib.model.bibliography.entries import Field, Value
from anora_bib.model.bibliography.note_lines import note_lines, noted_name
from anora_bib.model.values.csl import ARCHIVED, DATE_VARIABLES, NAME_VARIABLES, TYPES, VARIABLES
from anora_bib.model.values.csl_json import as_json, kind
from anora_bib.model.values.date_reading import read_date
from anora_bib.model.values.identifiers import bare_doi
from anora_bib.model.values.names import PARTS
from anora_bib.text.characters import shortened, well_formed

_RAW = "-raw"


class NotANumber(str):
    """A number that Python cannot hold, as it was written: infinite, or of thousands of digits."""


class Repeated(dict[str, object]):
    """An object that gives some of its keys twice; the first value counts."""

    def __init__(self, first: Mapping[str, object], keys: tuple[str, ...]) -> None:
        super().__init__(first)
        self.keys_given_twice = keys


def entry_of(item: object, source: Source, start: int, end: int) -> Entry | None:
    """The entry that ``item`` is; None, with a diagnostic, if it is none. ``start`` and ``end`` are its place."""
    if not isinstance(item, Mapping):
        message = f"an item must be an object with a type and variables, not {kind(item)}; it is left out"
        source.report(Problem.BROKEN_ENTRY, message, start, end)
        return None
    if not item:
        source.report(Problem.BROKEN_ENTRY, "an item without a type and variables is left out", start, end)
        return None
    repeated = item.keys_given_twice if isinstance(item, Repeated) else ()
    item = as_csl({str(name): value for name, value in item.items()})
    if item.get("itemType") in NO_ITEMS:
        message = f"an {item['itemType']} of Zotero is no item by itself; it is left out"
        source.report(Problem.BROKEN_ENTRY, message, start, end, WARNING)
        return None
    return _Item(Repeated(item, repeated), source, start, end).entry()


class _Item:
    """One item while it is read. ``fields`` grows; what is wrong goes to the source."""

    def __init__(self, item: Repeated, source: Source, start: int, end: int) -> None:
        self.item = item
        self.source = source
        self.place = (start, end)
        self.fields: dict[str, Field] = {}
        self.key = ""
        self.damaged: list[str] = []

    def entry(self) -> Entry:
        self.key = self._plain("id")
        type = self._plain("type")
        custom = self.item.get("custom")
        if self.item.keys_given_twice:
            names = ", ".join(self.item.keys_given_twice)
            self._report(Problem.DUPLICATE_FIELD, f"gives {names} more than once; the first counts")
        for name, value in self.item.items():
            if name not in ("id", "type", "custom"):
                self._add(self._clean(str(name), "a name"), value)
        if isinstance(custom, Mapping):
            for name, value in custom.items():
                self._add_custom(self._clean(str(name), "custom"), value)
        elif custom is not None:
            self._wrong("custom", custom, "must be an object")
        type = self._add_from_note(type)
        if type and type not in TYPES:
            self._report(Problem.WRONG_VALUE, f"the type {shortened(type)!r} is none of CSL; it prints as a document")
        if self.damaged:
            names = ", ".join(dict.fromkeys(self.damaged))
            self._report(Problem.DAMAGED_TEXT, f"has half a character in {names}; it is replaced by U+FFFD")
        if not (self.key or type or self.fields.keys() & VARIABLES):
            self._report(Problem.WRONG_VALUE, "the item has no type and no variable of CSL")
        return Entry(
            type or "document", self.fields, self.key, provenance=(self.source.provenance(self.key, self.place[0]),)
        )

    def _add_from_note(self, type: str) -> str:
        """Add the variables that stand in the note and nowhere else; the type, which may stand there as well."""
        note = self.fields.get("note")
        if note is None or not isinstance(note.value, str):
            return type
        values, rest = note_lines(note.value)
        if any(name in self.fields for name, _ in values):
            return type  # a value that is given twice: the note stays as it is
        if rest:
            self.fields["note"] = Field(rest)
        else:
            del self.fields["note"]
        for name, value in values:
            if name == "type":
                type = value
            elif name in NAME_VARIABLES:
                before = self.fields[name].value if name in self.fields else ()
                self.fields[name] = Field((*before, noted_name(value)) if isinstance(before, tuple) else before)
            else:
                self._add(name, value)
        return type

    def _plain(self, name: str) -> str:
        """An id or a type: text, or a number."""
        value = self.item.get(name)
        if value is None or _is_scalar(value):
            return "" if value is None else self._clean(str(value), name)
        self._wrong(name, value, "must be text")
        return ""

    def _add_custom(self, name: str, value: object) -> None:
        if name not in self.fields:
            self._add(name, value)
        elif self.fields[name] != self._peek(name, value):
            self._wrong(name, value, "stands in the item and again under custom; the first counts,")

    def _peek(self, name: str, value: object) -> Field | None:
        read = self._value(name, value)
        return None if read is None else Field(read)

    def _add(self, name: str, value: object) -> None:
        if value is None or value == "" or name in ("id", "type", "custom"):
            return
        read = self._value(name, value)
        if read is not None:
            self.fields[name] = Field(read)

    def _value(self, name: str, value: object) -> Value | None:
        if name in NAME_VARIABLES:
            return self._names(name, value)
        if name in DATE_VARIABLES or name == ARCHIVED:
            return self._date(name, value)
        if name in VARIABLES:
            return self._text(name, value)
        if isinstance(value, Mapping) and "date-parts" in value and not (own := read_date(value)).faults:
            return own.date  # a field of a .bib file that is no variable, as Entry.to_csl writes it
        return self._clean(str(value) if _is_scalar(value) else as_json(value), name)

    def _text(self, name: str, value: object) -> str | None:
        if isinstance(value, NotANumber):
            self._report(Problem.WRONG_VALUE, f"{name} is a number that cannot be one; it is kept as text")
        if _is_scalar(value):
            text = self._clean(str(value), name)
            return bare_doi(text) if name == "DOI" else text.strip() if name == "URL" else text
        if isinstance(value, list) and all(map(_is_scalar, value)):
            if len(value) > 1:  # Crossref wraps single values in a list
                self._report(Problem.WRONG_VALUE, f"{name} must be text, not a list; its values are joined by commas")
            return self._clean(", ".join(map(str, value)), name) if value else None
        self._wrong(name, value, f"must be text, not {kind(value)}")
        return None

    def _date(self, name: str, value: object) -> Date | None:
        date, faults = read_date(with_date_parts(value))
        date = replace(date, season=self._clean(date.season, name), literal=self._clean(date.literal, name))
        if faults:
            self._wrong(name, value, f"has a date of which {', '.join(faults)}")
        return date if date != Date() or not faults else None

    def _names(self, name: str, value: object) -> tuple[Name, ...] | None:
        if isinstance(value, Mapping | str):
            self._report(Problem.WRONG_VALUE, f"{name} must be a list of names; it is read as one name")
            listed = value.split(";") if isinstance(value, str) else [value]
            value = [one.strip() if isinstance(one, str) else one for one in listed]
        if not isinstance(value, list):
            self._wrong(name, value, f"must be a list of names, not {kind(value)}")
            return None
        value = [with_parts(one) if isinstance(one, Mapping) else one for one in value if one not in (None, "", {})]
        read = [self._name(name, one) for one in value]
        if None in read:
            self._wrong(name, value, "holds what is no name")
        for ending, text in details(value):
            self.fields.setdefault(f"{name}-{ending}", Field(self._clean(text, name)))
        names = tuple(one for one in read if one is not None and one.display.strip())
        return names or None

    def _name(self, variable: str, value: object) -> Name | None:
        if isinstance(value, str):
            family, comma, rest = self._clean(value, variable).partition(", ")
            return Name(family, rest) if comma and "," not in rest else Name(literal=f"{family}{comma}{rest}")
        if not isinstance(value, Mapping):
            return None
        given = {part: text for part, text in value.items() if part in PARTS and text is not None}
        if (
            not given and isinstance(value.get("name"), str) and value["name"]
        ):  # a body, as Crossref and DataCite have it
            given = {"literal": value["name"]}
        if (value and not given) or not all(map(_is_scalar, given.values())):
            return None
        clean = {part: self._clean(str(text), variable) for part, text in given.items()}
        return Name.from_csl({**value, **clean})

    def _wrong(self, name: str, value: object, message: str) -> None:
        """Report a value and keep it as it was."""
        raw = f"{name}{_RAW}"
        self.fields.setdefault(raw, Field(self._clean(as_json(value), name)))
        self._report(Problem.WRONG_VALUE, f"{name} {message}; the value is kept as {raw}")

    def _clean(self, text: str, name: str) -> str:
        clean = well_formed(text)
        if clean != text:
            self.damaged.append(well_formed(name))
        return clean

    def _report(self, problem: Problem, message: str) -> None:
        named = f"{self.key}: {message}" if self.key else message
        self.source.report(problem, named, *self.place, severity=WARNING)


def _is_scalar(value: object) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool)


def items_of(library: Library) -> list[dict[str, object]]:
    """The library as CSL-JSON items, without variables that say nothing (they would not be read back)."""
    return [replace(entry, fields=_telling(entry.fields)).to_csl() for entry in library]


def _telling(fields: Mapping[str, Field]) -> dict[str, Field]:
    """The fields that say something, and of the names those that do."""
    fields = {name: _named(field) for name, field in fields.items()}
    return {name: field for name, field in fields.items() if field.value not in ("", (), Date())}


def _named(field: Field) -> Field:
    value = field.value
    if not isinstance(value, tuple) or all(name.display for name in value):
        return field
    return Field(tuple(name for name in value if name.display))
