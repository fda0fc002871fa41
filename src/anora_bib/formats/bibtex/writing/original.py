"""An entry that came from a ``.bib`` file, written as it was there: braces, commands, strings, order and all.

A field changes its name only where the other dialect has another for it, and its value only where BibTeX needs ASCII.
What was changed since the file was read is written anew; so is what the entry inherits, if its parent is not written.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace
from typing import Final

from anora_bib.formats.bibtex.inheritance import GRANULAR
from anora_bib.formats.bibtex.publishers import LISTS, is_list
from anora_bib.formats.bibtex.tables.fields import OF_BIBLATEX
from anora_bib.formats.bibtex.tables.types import CLASSIC, READ_AS, Dialect, classic
from anora_bib.formats.bibtex.tex.macros import items
from anora_bib.formats.bibtex.tex.writing import ascii_latex, escape
from anora_bib.formats.bibtex.understanding import Understanding
from anora_bib.formats.bibtex.values import MONTH_MACROS, enclosed, expand, words
from anora_bib.formats.bibtex.verbatim import VERBATIM
from anora_bib.formats.bibtex.writing.variables import SAID, fields_of, issued
from anora_bib.model import Date, Entry
from anora_bib.model.bibliography.written import Written, WrittenField
from anora_bib.model.values.csl import TYPES

_SYNONYMS: Final = (
    ("journal", "journaltitle"),
    ("address", "location"),
    ("annote", "annotation"),
    ("archiveprefix", "eprinttype"),
    ("primaryclass", "eprintclass"),
)
"""A field of BibTeX, and what biblatex calls it (manual, 2.2.5)."""
_TO_BIBLATEX: Final = {**dict(_SYNONYMS), "school": "institution"}
_TO_BIBTEX: Final = {**{biblatex: bibtex for bibtex, biblatex in _SYNONYMS}, "date": "year"}
_OF_A_THESIS: Final = {**_TO_BIBTEX, "institution": "school"}
_THESES: Final = ("phdthesis", "mastersthesis")
_KEYS: Final = frozenset({"crossref", "xref", "xdata", "related", "entryset"})
"""The fields that hold keys of other entries."""


class Original:
    """Writes entries as their files have them.

    Args:
        dialect: the vocabulary to write.
        strings: the names of the strings that are written along.
        keys: of all entries that are written, folded, those that only lend their fields among them.
        renamed: another key for a key, by the path of a file and the key that is in it.
        lenders: the entries that are written, by their keys, folded, for what others inherit from them.
    """

    def __init__(
        self,
        dialect: Dialect,
        strings: Container[str],
        keys: Container[str],
        renamed: Mapping[tuple[str, str], str],
        lenders: Mapping[str, Written],
    ) -> None:
        self.dialect = dialect
        self.strings = strings
        self.keys = keys
        self.renamed = renamed
        self.lenders = lenders
        self._plain = dialect is Dialect.BIBTEX

    def type(self, entry: Entry, written: Written) -> str:
        """The entry type: its own, if the dialect has it and the entry is what it was."""
        if entry.type != written.csl_type:
            return ""
        if self.dialect is Dialect.BIBLATEX or written.type.lower() in CLASSIC:
            return written.type
        if classic(written.type) == "phdthesis" and "master" in entry.string("genre").lower():
            return "mastersthesis"
        return classic(written.type)

    def fields(self, entry: Entry, written: Written) -> Iterator[tuple[str, str]]:
        """The fields in their order, values enclosed; first those of the file, then what was changed since."""
        path = entry.provenance[0].path if entry.provenance else ""
        kept, added = self._kept(entry, written, path)
        names = {field.name.lower() for field in kept}
        synonyms = self._synonyms(written, names)
        kind, called = written.type.lower(), {synonyms.get(name, name) for name in names}
        becomes_list = self.dialect is Dialect.BIBLATEX and is_list(kind, called) and not is_list(kind, names)
        given: set[str] = set()
        for field in kept:
            low = field.name.lower()
            if low == "date" and (date := self._date_to_part(entry, names)) is not None:
                parts = [pair for pair in issued(date, self.dialect) if pair[1] not in ("{}", "")]
                given.update(name for name, _ in parts)
                yield from parts
                continue
            other = synonyms.get(low)
            name = other if other and other not in names else field.name
            given.add(name.lower())
            value = self._value(low, field.value, written, path)
            yield name, _as_one(value) if becomes_list and low in LISTS else value
        for name, value in added:
            if name not in given:
                given.add(name)
                yield name, value
        new = self.type(entry, written).lower()
        if new != written.type.lower() and written.type.lower() not in READ_AS and "entrytype" not in given:
            yield "entrytype", f"{{{written.type}}}"
        genre = entry.string("genre")
        if self._plain and new in _THESES and genre not in ("", SAID[new]) and "type" not in given:
            yield "type", f"{{{escape(genre, ascii_only=True)}}}"
        told = "entrysubtype" in given or entry.type not in TYPES or READ_AS.get(new) == entry.type
        if new != written.type.lower() and not told:
            yield "entrysubtype", f"{{{entry.type}}}"

    def _kept(self, entry: Entry, written: Written, path: str) -> tuple[list[WrittenField], list[tuple[str, str]]]:
        """The fields of the file that still hold, and those that say what was changed."""
        # BibTeX does not tell small letters from capitals in a key.
        orphan = any(self.renamed.get((path, key), key).casefold() not in self.keys for key in written.parents)
        same = entry.fields is written.read or entry.fields == written.read
        if same and not orphan and entry.type == written.csl_type:
            return self._for_bibtex(written) if written.inherited and self._plain else (list(written.fields), [])
        latex = _expanded(written)
        changed = {name for name in {*entry.fields, *written.read} if entry.get(name) != _value_of(written, name)}
        dropped = {name for name in latex if changed & _feeds(written, latex, name)} if changed else set()
        if orphan:
            dropped |= {"crossref", "xdata"}
            dropped |= {name for name, value in latex.items() if GRANULAR.search(value)}
        left = {name: value for name, value in latex.items() if name not in dropped}
        now = _understood(written, left).fields
        anew = [name for name, field in entry.fields.items() if name not in now or now[name].value != field.value]
        part = replace(entry, fields={name: entry.fields[name] for name in anew}, written=None)
        added = [*fields_of(part, self.dialect)] if anew else []
        return [field for field in written.fields if field.name.lower() not in dropped], added

    def _for_bibtex(self, written: Written) -> tuple[list[WrittenField], list[tuple[str, str]]]:
        """The fields of the file, and those that biber lends and BibTeX does not.

        BibTeX knows no xdata, no other names of a parent's fields in its child, and no parents of parents.
        """
        own = _expanded(written)
        lender = self.lenders.get(own.get("crossref", "").strip().casefold())
        lent = _expanded(lender) if lender is not None else {}
        lent_in_part = {name for name, value in own.items() if GRANULAR.search(value) and name in written.inherited}
        kept = [field for field in written.fields if field.name.lower() not in lent_in_part]
        names = self._synonyms(written, {field.name.lower() for field in kept})
        added: list[tuple[str, str]] = []
        for name, value in written.inherited.items():
            if name == "date":
                date = Understanding(written.type.lower(), {"date": value}, {}, _ignore).values["issued"]
                pairs = issued(date, self.dialect) if isinstance(date, Date) else []
            else:
                pairs = [
                    (names.get(name, name), ascii_latex(f"{{{value}}}") if name not in VERBATIM else f"{{{value}}}")
                ]
            if lent.get(name) != value:
                added += [pair for pair in pairs if pair[1] not in ("{}", "")]
        return kept, added

    def _date_to_part(self, entry: Entry, names: Container[str]) -> Date | None:
        """The date that BibTeX, which has no ``date``, gets as year, month and day."""
        date = entry.date("issued") if self.dialect is Dialect.BIBTEX and "year" not in names else None
        return date if date is not None and date.parts else None

    def _synonyms(self, written: Written, names: set[str]) -> Mapping[str, str]:
        """What fields are called in the dialect. biblatex takes BibTeX's names too: those of its own files stay."""
        if self.dialect is Dialect.BIBLATEX:
            return {} if names & OF_BIBLATEX else _TO_BIBLATEX
        return _OF_A_THESIS if classic(written.type) in _THESES else _TO_BIBTEX

    def _value(self, low: str, raw: str, written: Written, path: str) -> str:
        strings = {word for word in words(raw) if word not in self.strings and word not in MONTH_MACROS}
        defined = written.definitions.strings
        if any(word in defined for word in strings):
            raw = f"{{{expand(raw, defined, _nothing)}}}"
        value = enclosed(raw)
        if low in _KEYS and self.renamed:
            value = self._with_keys(value, path)
        if self.dialect is Dialect.BIBTEX and low not in VERBATIM:
            return ascii_latex(value)
        return value

    def _with_keys(self, value: str, path: str) -> str:
        keys = [key.strip() for key in value.strip("{}").split(",")]
        new = [self.renamed.get((path, key), key) for key in keys]
        return value if new == keys else f"{{{','.join(new)}}}"


def _as_one(value: str) -> str:
    """A value of BibTeX, in which "and" is a word, as one item of a list of biblatex, of which it parts two."""
    parted = value.startswith("{") and len(items(value[1:-1])) > 1
    return f"{{{value}}}" if parted else value


def _nothing(_: str) -> None:
    """A string that is not defined was told of when the file was read."""


def _expanded(written: Written) -> dict[str, str]:
    """The entry's own fields in LaTeX."""
    fields: dict[str, str] = {}
    for field in written.fields:
        fields.setdefault(field.name.lower(), expand(field.value, written.definitions.strings, _nothing))
    return fields


def _understood(written: Written, fields: Mapping[str, str]) -> Understanding:
    return Understanding(written.type.lower(), fields, written.definitions.commands, _ignore)


def _ignore(_name: str, _message: str) -> None:
    """Faults were told of when the file was read."""


def _value_of(written: Written, variable: str) -> object:
    field = written.read.get(variable)
    return field.value if field else None


def _feeds(written: Written, fields: Mapping[str, str], name: str) -> set[str]:
    """The variables that are others without a field."""
    whole = _understood(written, fields).values
    less = _understood(written, {other: value for other, value in fields.items() if other != name}).values
    return {variable for variable in {*whole, *less} if whole.get(variable) != less.get(variable)}
