"""RIS, the tagged format of reference managers (https://en.wikipedia.org/wiki/RIS_(file_format)).

What RIS has no tag for is written the way Zotero reads it, as a note "variable: value".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.errors import InputError
from anora_bib.formats.base import Loaded
from anora_bib.formats.problems import WARNING, Problem, Source
from anora_bib.model import Date, Entry, Library, Name
from anora_bib.model.bibliography.csl import ARCHIVED, DATE_VARIABLES, NAME_VARIABLES, TYPES, VARIABLES
from anora_bib.model.bibliography.entries import Field, Value
from anora_bib.text import collapse, shortened

_LINE = re.compile(r"([A-Z][A-Z0-9]) {0,2}-(?: (.*))?$")

# CSL type to RIS type; the first CSL type of a RIS type is the one it is read as.
_TYPES: Final = {
    "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", "book": "BOOK",
    "chapter": "CHAP", "thesis": "THES", "report": "RPRT", "webpage": "ELEC", "post-weblog": "BLOG",
    "motion_picture": "MPCT", "broadcast": "VIDEO", "song": "SOUND", "musical_score": "MUSIC", "graphic": "ART",
    "figure": "FIGURE", "map": "MAP", "legal_case": "CASE", "bill": "BILL", "legislation": "STAT",
    "hearing": "HEAR", "regulation": "LEGAL", "patent": "PAT", "manuscript": "MANSCPT", "pamphlet": "PAMP",
    "personal_communication": "PCOMM", "paper-conference": "CPAPER", "dataset": "DATA", "software": "COMP",
    "entry-encyclopedia": "ENCYC", "entry-dictionary": "DICT", "speech": "SLIDE", "standard": "STAND",
    "periodical": "SER", "classic": "CLSWK", "event": "CONF", "document": "GEN",
}  # fmt: skip
_READ_AS: Final = {
    **{ris: csl for csl, ris in _TYPES.items()},
    "EJOUR": "article-journal", "JFULL": "periodical", "EBOOK": "book", "EDBOOK": "book", "ECHAP": "chapter",
    "UNPB": "manuscript", "ADVS": "motion_picture", "ICOMM": "personal_communication", "INPR": "article-journal",
}  # fmt: skip

_TAGS: Final = {
    "author": "AU", "editor": "ED", "translator": "A4", "title": "TI", "container-title": "T2",
    "collection-title": "T3", "title-short": "ST", "issued": "PY", "volume": "VL", "issue": "IS", "page": "SP",
    "edition": "ET", "publisher": "PB", "publisher-place": "CY", "section": "SE", "genre": "M3", "language": "LA",
    "DOI": "DO", "URL": "UR", "accessed": "Y2", "abstract": "AB", "keyword": "KW", "archive": "DB", "call-number": "CN",
}  # fmt: skip
_VARIABLES: Final = {
    **{tag: variable for variable, tag in _TAGS.items()},
    "A1": "author", "A2": "editor", "T1": "title", "CT": "title", "BT": "container-title", "JO": "container-title",
    "JF": "container-title", "JA": "container-title-short", "Y1": "issued", "DA": "issued", "PP": "publisher-place",
    "N2": "abstract", "L2": "URL", "DP": "source", "SN": "ISSN", "A3": "collection-editor", "NV": "number-of-volumes",
}  # fmt: skip
_NOTE = "N1"
_JOINED: Final = {"keyword": ", ", "note": "; "}
"""Variables that hold several values, and what is between them."""

_EXTRA = re.compile(r"([A-Za-z][A-Za-z_-]{1,40}): (.+)$")
_EXTRA_NAMES: Final = {name.lower(): name for name in (*VARIABLES, ARCHIVED)}

_Lines = list[tuple[str, str, int]]
"""Tag, text and offset of each line of a record."""


class Ris:
    """RIS, the tagged format of reference managers and publishers' export buttons."""

    name = "ris"
    suffixes = (".ris",)

    def load(self, text: str, path: str) -> Loaded:
        """The records between ``TY`` and ``ER``. Lines outside of them, and a missing ``ER``, are diagnostics."""
        source = Source(text, path)
        entries = [_Record(record, source).entry() for record in _records(source)]
        if text.strip() and not entries:
            raise InputError("holds no record", path=path, line=1, column=1, hint="a RIS record begins with 'TY  - '")
        return Loaded(tuple(entries), source.problems)

    def dump(self, library: Library) -> str:
        """The library as RIS records, in its order."""
        return "\n".join("".join(f"{tag}  - {text}\n" for tag, text in _written(entry)) for entry in library)


def _records(source: Source) -> Iterator[_Lines]:
    record: _Lines = []
    at = 0
    for line in source.text.splitlines(keepends=True):
        match = _LINE.match(line.strip())
        tag, text = (match[1], (match[2] or "").strip()) if match else ("", line.strip())
        if tag == "TY" and record:
            _report_unclosed(source, record)
        if tag == "TY":
            if record:
                yield record
            record = [(tag, text, at)]
        elif tag == "ER" and record:
            yield record
            record = []
        elif record and tag:
            record.append((tag, text, at))
        elif record and text:  # a long value, broken by some writers
            last, before, start = record[-1]
            record[-1] = (last, f"{before} {text}", start)
        elif text or tag:
            message = f"{shortened(line)!r} stands outside of any record; it is left out"
            source.report(Problem.BROKEN_ENTRY, message, at, at + len(line.rstrip()))
        at += len(line)
    if record:
        _report_unclosed(source, record)
        yield record


def _report_unclosed(source: Source, record: _Lines) -> None:
    start = record[0][2]
    source.report(Problem.BROKEN_ENTRY, "the record has no end; add a line 'ER  - '", start, start, WARNING)


class _Record:
    """One record while it is read; the values so far by variable."""

    def __init__(self, lines: _Lines, source: Source) -> None:
        self.lines = lines
        self.source = source
        self.values: dict[str, Field] = {}
        self.key = next((text for tag, text, _ in lines if tag == "ID"), "")
        self.end = ""

    def entry(self) -> Entry:
        (_, given, start), *rest = self.lines
        type = _READ_AS.get(given.upper(), "")
        if not type and given:
            self.values["entrytype"] = Field(given)
        for tag, text, at in rest:
            extra = _EXTRA.match(text) if tag == _NOTE else None
            if extra and extra[1].lower() == "type" and extra[2] in TYPES:
                type = extra[2]
            elif extra and (named := _EXTRA_NAMES.get(extra[1].lower())):
                self._add(named, extra[2], at)
            elif text:
                self._add_tag(tag, text, at)
        self._end_page()
        return Entry(type or "document", self.values, self.key, provenance=(self.source.provenance(self.key, start),))

    def _add_tag(self, tag: str, text: str, at: int) -> None:
        if tag == "EP" and not self.end:
            self.end = text
        elif tag == "ID":
            if text != self.key:
                self._keep("ID", text, at)
        elif not (tag == "EP" and text == self.end):
            self._add("note" if tag == _NOTE else _VARIABLES.get(tag, tag.lower()), text, at)

    def _add(self, variable: str, text: str, at: int) -> None:
        before = self.values.get(variable)
        if variable in NAME_VARIABLES:
            names = before.value if before and isinstance(before.value, tuple) else ()
            self.values[variable] = Field((*names, _name(text)))
        elif variable in DATE_VARIABLES or variable == ARCHIVED:
            self._add_date(variable, text, at)
        elif before is None:
            self.values[variable] = Field(text)
        elif variable in _JOINED:
            self.values[variable] = Field(f"{before.value}{_JOINED[variable]}{text}")
        elif text != before.value:
            self._keep(variable, text, at)

    def _add_date(self, variable: str, text: str, at: int) -> None:
        """The date of publication. PY is often only the year of the date in DA: the longer one counts."""
        date = _date(text)
        before = self.values.get(variable)
        known = before.value if before and isinstance(before.value, Date) else Date()
        longer, shorter = (date, known) if len(date.iso) > len(known.iso) else (known, date)
        self.values[variable] = Field(longer)
        if not longer.iso.startswith(shorter.iso):
            self._keep(variable, shorter.iso, at)

    def _keep(self, variable: str, text: str, at: int) -> None:
        """Keep a second value, where the variable holds only one, under another name."""
        numbered = (f"{variable}-{number}" for number in range(2, len(self.lines) + 3))
        name = next(name for name in numbered if name not in self.values)
        self.values[name] = Field(text)
        self._report(f"{variable} is given more than once; the other value is kept as {name}", at)

    def _end_page(self) -> None:
        """The pages from SP to EP; some files have both in SP."""
        first = str(self.values["page"].value) if "page" in self.values else ""
        if not self.end or self.end == first or re.search(rf"[-\u2013]\s*{re.escape(self.end)}$", first):
            return
        if not first:
            self._report("an end page (EP) has no page to begin with (SP); it is kept as end-page", self.lines[0][2])
            self.values["end-page"] = Field(self.end)
        else:
            self.values["page"] = Field(f"{first}-{self.end}")

    def _report(self, message: str, at: int) -> None:
        named = f"{self.key}: {message}" if self.key else message
        self.source.report(Problem.DUPLICATE_FIELD, named, at, at, WARNING)


def _name(text: str) -> Name:
    parts = [part.strip() for part in text.split(",", 2)]
    if len(parts) == 1 or not parts[0] or not any(parts[1:]):
        return Name(literal=text.strip(" ,"))
    return Name(parts[0], parts[1], suffix=parts[2] if len(parts) > 2 else "")


def _date(text: str) -> Date:
    """``2024/05/22/printed``: RIS has slashes, and after the third what was printed."""
    numbers = [part.strip() for part in text.split("/")[:3]]
    read = Date.parse_iso("-".join(number for number in numbers if number))
    return read or Date.parse_iso(text) or Date(literal=text)


def _written(entry: Entry) -> Iterator[tuple[str, str]]:
    ris = _TYPES.get(entry.type, "GEN")
    yield "TY", ris
    if key := collapse(entry.key):
        yield "ID", key
    if _READ_AS[ris] != entry.type and entry.type in TYPES:
        yield _NOTE, f"type: {entry.type}"
    named = sorted(entry.fields.keys() & (VARIABLES | {ARCHIVED}) - _TAGS.keys() - {"note"})
    for variable in (*_TAGS, *named):
        value = entry.get(variable)
        if value is not None:
            yield from _lines(variable, value)
    yield from _note(entry)
    yield "ER", ""


def _note(entry: Entry) -> Iterator[tuple[str, str]]:
    """The note, and in it what is no variable of CSL."""
    others = sorted(entry.fields.keys() - VARIABLES - {ARCHIVED})
    parts = [entry.string("note"), *(f"{name}: {text}" for name in others if (text := entry.string(name)))]
    text = collapse("; ".join(part for part in parts if part))
    if text:
        extra = _EXTRA.match(text)
        taken = extra is not None and extra[1].lower() in (*_EXTRA_NAMES, "type")
        yield _NOTE, f"note: {text}" if taken else text


def _lines(variable: str, value: Value) -> Iterator[tuple[str, str]]:
    tag = _TAGS.get(variable)
    names = value if isinstance(value, tuple) else None
    texts = [_name_text(name) for name in names] if names is not None else [_text(value)]
    for text in filter(None, map(collapse, texts)):
        if tag == "SP" and (pages := re.fullmatch(r"([^\s\u2013-]+)\s?[\u2013-]{1,2}\s?([^\s\u2013-]+)", text)):
            yield "SP", pages[1]
            yield "EP", pages[2]
        elif tag:
            yield tag, text
        else:
            yield _NOTE, f"{variable}: {text}"


def _text(value: Value) -> str:
    if isinstance(value, Date):
        exact = len(value.parts) == 1 and Date.parse_iso(value.iso) is not None
        return value.iso.replace("-", "/") if exact and value.parts[0][0] > 0 else value.iso
    return str(value)


def _name_text(name: Name) -> str:
    if name.literal or not (name.full_family and name.given):
        return name.display
    return name.inverted
