"""``.bib`` text, of either dialect, to entries."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from anora_bib.diagnostics import Diagnostic, Severity
from anora_bib.errors import InputError
from anora_bib.formats.base import Loaded
from anora_bib.formats.problems import Problem, Source, shortened
from anora_bib.formats.tex import dates
from anora_bib.formats.tex.latex import unescape
from anora_bib.formats.tex.names import read_names
from anora_bib.formats.tex.tables import READ_AS, SUBTYPES, variable_of
from anora_bib.formats.tex.titles import read_title
from anora_bib.formats.tex.values import MONTH_MACROS, TooLongError, expand
from anora_bib.model import Date, Entry
from anora_bib.model.csl import ARCHIVED, DATE_VARIABLES, NAME_VARIABLES, VARIABLES
from anora_bib.model.entries import Field, Value

if TYPE_CHECKING:
    from bibtexparser.model import Block
    from bibtexparser.model import Entry as EntryBlock

_DATE_FIELDS = ("date", "year", "month", "day")
_NOT_INHERITED = frozenset({"crossref", "xref", "entrysubtype", "authortype", "annote", "keywords", "label", "key"})
_VERBATIM = frozenset({"url", "doi"})
_URL = re.compile(r"\\(?:url|path|nolinkurl)\s*\{([^{}]*)\}|\\href\s*\{([^{}]*)\}\s*\{[^{}]*\}")


def read_library(text: str, path: str) -> Loaded:
    """The entries of a file. A block that cannot be read becomes a diagnostic; comments and preambles are passed over.

    Raises:
        InputError: there is no block in it at all.
    """
    return _Reader(Source(text, path)).read()


@contextmanager
def _quiet() -> Iterator[None]:
    """bibtexparser logs each fault it meets; here they are diagnostics."""
    logger = logging.getLogger("bibtexparser")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)


class _Reader:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Diagnostic] = []
        self.macros: dict[str, str] = dict(MONTH_MACROS)
        self.found: list[tuple[EntryBlock, int, dict[str, str]]] = []

    def read(self) -> Loaded:
        from bibtexparser.splitter import Splitter

        with _quiet():
            blocks = Splitter(self.source.text).split().blocks
        at = 0
        for block in blocks:
            start = max(self.source.text.find(block.raw or "", at), at)
            self._block(block, start)
            at = start + len(block.raw or "")
        if self.source.text.strip() and not self.found and not self.problems:
            raise InputError("holds no entry", path=self.source.path, line=1, hint="entries look like @book{key, ...}")
        by_key = {block.key.casefold(): fields for block, _, fields in reversed(self.found)}
        entries = [
            self._entry(block, start, self._inherited(fields, by_key, start)) for block, start, fields in self.found
        ]
        order = sorted(self.problems, key=lambda problem: problem.span)
        return Loaded(tuple(entries), tuple(order))

    def _block(self, block: Block, start: int) -> None:
        from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, ParsingFailedBlock, String
        from bibtexparser.model import Entry as EntryBlock

        if isinstance(block, String):
            self.macros[block.key.lower()] = self._expand(block.value, start, block.raw)
        elif isinstance(block, EntryBlock):
            self._add(block, start)
        elif isinstance(block, DuplicateBlockKeyBlock):
            inner = block.ignore_error_block
            if isinstance(inner, EntryBlock):
                message = f"the key {block.key!r} is taken by an entry above; this one gets another"
                self._problem(Problem.DUPLICATE_KEY, message, block, start, Severity.WARNING)
            if inner is not None:
                self._block(inner, start)
        elif isinstance(block, DuplicateFieldKeyBlock):
            names = ", ".join(sorted(block.duplicate_keys))
            message = f"the entry has the field {names} more than once; the first counts"
            self._problem(Problem.DUPLICATE_FIELD, message, block, start, Severity.WARNING)
            if isinstance(block.ignore_error_block, EntryBlock):
                self._add(block.ignore_error_block, start)
        elif isinstance(block, ParsingFailedBlock):
            reason = getattr(block.error, "abort_reason", str(block.error)).strip().rstrip(".")
            message = (
                f"cannot read {shortened(block.raw or '')!r}: {reason}; it is left out, close its braces and quotes"
            )
            self._problem(Problem.BROKEN_ENTRY, message, block, start, Severity.ERROR)

    def _problem(self, kind: Problem, message: str, block: Block, start: int, severity: Severity) -> None:
        end = min(start + len(block.raw or ""), len(self.source.text))
        self.problems.append(self.source.problem(kind, message, min(start, end), end, severity=severity))

    def _add(self, block: EntryBlock, start: int) -> None:
        fields: dict[str, str] = {}
        for field in block.fields:
            fields.setdefault(field.key.lower(), self._expand(field.value, start, block.raw))
        self.found.append((block, start, fields))

    def _expand(self, raw: str, start: int, block: str | None) -> str:
        end = start + len(block or "")

        def unknown(word: str) -> None:
            message = f"the string {word!r} is not defined; it is taken as it stands"
            problem = self.source.problem(Problem.UNDEFINED_STRING, message, start, end, severity=Severity.WARNING)
            self.problems.append(problem)

        try:
            return expand(raw, self.macros, unknown)
        except TooLongError:
            message = "a value stands for more text than a field can hold; it is left out"
            self.problems.append(self.source.problem(Problem.BROKEN_ENTRY, message, start, end))
            return ""

    def _inherited(self, fields: dict[str, str], by_key: Mapping[str, dict[str, str]], start: int) -> dict[str, str]:
        """The fields with those that ``crossref`` lends; a parent's title is the title of the book or proceedings."""
        key = fields.get("crossref", "")
        if not key:
            return fields
        parent = by_key.get(key.casefold())
        if parent is None:
            message = f"crossref points at {key!r}, which is not in this file"
            self.problems.append(
                self.source.problem(Problem.MISSING_CROSSREF, message, start, start, severity=Severity.WARNING)
            )
            return fields
        lent = {name: value for name, value in parent.items() if name not in _NOT_INHERITED}
        if "title" in lent:
            lent.setdefault("booktitle", lent.pop("title"))
        own = {name: value for name, value in fields.items() if name != "crossref"}
        if any(name in own for name in ("date", "year")):
            lent = {name: value for name, value in lent.items() if name not in _DATE_FIELDS}
        return {**own, **{name: value for name, value in lent.items() if name not in own}}

    def _entry(self, block: EntryBlock, start: int, fields: dict[str, str]) -> Entry:
        type, rest = _type(block.entry_type.lower(), fields)
        values: dict[str, Field] = {}
        if (issued := _issued(rest)) is not None:
            values["issued"] = Field(issued)
        lead = unescape(rest.get("authortype", ""))
        for name, value in rest.items():
            if name in _DATE_FIELDS or (name == "authortype" and lead in NAME_VARIABLES):
                continue
            variable = lead if name == "author" and lead in NAME_VARIABLES else variable_of(name, type)
            read = _value(variable, name, value)
            if read and (variable := _unclaimed(variable, name, values)):
                values[variable] = Field(read)
        return Entry(type, values, block.key, provenance=(self.source.provenance(block.key, start),))


def _unclaimed(variable: str, field: str, values: Mapping[str, Field]) -> str:
    """The variable, or if a field before it was the same one the name of the field; "" if that is taken as well."""
    if variable not in values:
        return variable
    return "" if field in values or field in VARIABLES else field


def _type(entry_type: str, fields: dict[str, str]) -> tuple[str, dict[str, str]]:
    """The CSL type, and the fields that remain. An entry type nobody knows is kept in a field of that name."""
    subtype = SUBTYPES.get(unescape(fields.get("entrysubtype", "")))
    rest = {name: value for name, value in fields.items() if not (subtype and name == "entrysubtype")}
    if entry_type in READ_AS:
        return subtype or READ_AS[entry_type], rest
    return subtype or "document", {**rest, "entrytype": entry_type}


def _issued(fields: Mapping[str, str]) -> Date | None:
    if date := _value("issued", "date", fields.get("date", "")):
        return date if isinstance(date, Date) else None
    return dates.from_year(*(unescape(fields.get(name, "")) for name in ("year", "month", "day")))


def _value(variable: str, field: str, latex: str) -> Value:
    if variable in NAME_VARIABLES:
        return read_names(latex)
    if variable in DATE_VARIABLES or variable == ARCHIVED:
        # EDTF's sign for "about" is LaTeX's for a space.
        exact = dates.from_edtf(latex.strip())
        text = unescape(latex)
        return exact if exact.parts else dates.from_edtf(text) if text else ""
    if variable == "title":
        return read_title(latex)
    if field in _VERBATIM:
        return _verbatim(latex)
    return unescape(_URL.sub(lambda match: match[1] or match[2], latex) if field == "howpublished" else latex)


def _verbatim(latex: str) -> str:
    r"""An address. Signs that files escape there although they need not (``\_``, ``\%``) are taken as meant."""
    return latex.strip() if "\\" not in latex and "{" not in latex else unescape(latex)
