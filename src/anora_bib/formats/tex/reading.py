"""``.bib`` text, of either dialect, to entries."""

from __future__ import annotations

import itertools
import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from anora_bib.diagnostics import Severity
from anora_bib.errors import InputError
from anora_bib.formats.base import Loaded
from anora_bib.formats.problems import Problem, Source
from anora_bib.formats.tex import dates
from anora_bib.formats.tex.inheritance import Parents
from anora_bib.formats.tex.latex import unescape, unknown_commands
from anora_bib.formats.tex.names import read_names
from anora_bib.formats.tex.tables import DATE_FIELDS, READ_AS, SUBTYPES, field_rank, variable_of
from anora_bib.formats.tex.titles import read_title
from anora_bib.formats.tex.values import MONTH_MACROS, TooLongError, expand
from anora_bib.model import Date, Entry
from anora_bib.model.bibliography.csl import ARCHIVED, DATE_VARIABLES, NAME_VARIABLES, VARIABLES
from anora_bib.model.bibliography.entries import Field, Value
from anora_bib.text import shortened

if TYPE_CHECKING:
    from bibtexparser.model import Block
    from bibtexparser.model import Entry as EntryBlock

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
    """Keep bibtexparser from logging the faults it meets; here they are diagnostics."""
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
        self.macros: dict[str, str] = dict(MONTH_MACROS)
        self.entries: list[tuple[EntryBlock, int, dict[str, str]]] = []

    def read(self) -> Loaded:
        from bibtexparser.splitter import Splitter

        with _quiet():
            blocks = Splitter(self.source.text).split().blocks
        at = 0
        for block in blocks:
            start = max(self.source.text.find(block.raw or "", at), at)
            self._block(block, start)
            at = start + len(block.raw or "")
        if self.source.text.strip() and not self.entries and not self.source.problems:
            raise InputError("holds no entry", path=self.source.path, line=1, hint="entries look like @book{key, ...}")
        parents = Parents(self.source, {block.key: fields for block, _, fields in reversed(self.entries)})
        entries = [
            self._entry(block, start, parents.lend(fields, start))
            for block, start, fields in self.entries
            if block.entry_type.lower() != "xdata"  # holds fields for others, and is no work
        ]
        return Loaded(tuple(entries), self.source.problems)

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
        self.source.report(kind, message, start, start + len(block.raw or ""), severity)

    def _add(self, block: EntryBlock, start: int) -> None:
        fields: dict[str, str] = {}
        for field in block.fields:
            fields.setdefault(field.key.lower(), self._expand(field.value, start, block.raw))
        self.entries.append((block, start, fields))

    def _expand(self, raw: str, start: int, block: str | None) -> str:
        end = start + len(block or "")

        def unknown(word: str) -> None:
            message = f"the string {word!r} is not defined; it is taken as it stands"
            self.source.report(Problem.UNDEFINED_STRING, message, start, end, Severity.WARNING)

        try:
            return expand(raw, self.macros, unknown)
        except TooLongError:
            message = "a value stands for more text than a field can hold; it is left out"
            self.source.report(Problem.BROKEN_ENTRY, message, start, end)
            return ""

    def _entry(self, block: EntryBlock, start: int, fields: dict[str, str]) -> Entry:
        type, rest = _type(block.entry_type.lower(), fields)
        values: dict[str, Field] = {}
        if (issued := _issued(rest)) is not None:
            values["issued"] = Field(issued)
        lead = unescape(rest.get("authortype", ""))
        for name, value in sorted(rest.items(), key=lambda field: field_rank(field[0], type)):
            if name in DATE_FIELDS or (name == "authortype" and lead in NAME_VARIABLES):
                continue
            variable = lead if name == "author" and lead in NAME_VARIABLES else variable_of(name, type)
            read = _value(variable, name, value)
            if read:
                values[_unclaimed(variable, name, values)] = Field(read)
        self._report_commands(block, start, rest)
        return Entry(type, values, block.key, provenance=(self.source.provenance(block.key, start),))

    def _report_commands(self, block: EntryBlock, start: int, fields: Mapping[str, str]) -> None:
        for name, value in fields.items():
            words = unknown_commands(_URL.sub("", value)) if "\\" in value and name not in _VERBATIM else []
            if words:
                listed = ", ".join(f"\\{word}" for word in words)
                message = f"{block.key}: {name} has the command {listed}, which is not known; it is kept as text"
                self._problem(Problem.UNKNOWN_COMMAND, message, block, start, Severity.WARNING)


def _unclaimed(variable: str, field: str, values: Mapping[str, Field]) -> str:
    """The variable; if another field was the same one, the name of the field, or one made of it if that is taken."""
    if variable not in values:
        return variable
    names = itertools.chain(
        [field] if field not in VARIABLES else [], (f"other{n}-{field}" for n in itertools.count(1))
    )
    return next(name for name in names if name not in values)


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
