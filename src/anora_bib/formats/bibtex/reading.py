"""``.bib`` text, of either dialect, to entries."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from anora_bib.diagnostics import Applicability, Severity, SourceFix
from anora_bib.errors import InputError
from anora_bib.formats.base import Loaded
from anora_bib.formats.bibtex.blocks import BROKEN, ENTRY, PREAMBLE, STRING, TEXT, Fault, Piece, split
from anora_bib.formats.bibtex.inheritance import GRANULAR, Lender, Parents
from anora_bib.formats.bibtex.tables.types import NO_WORKS, READ_AS
from anora_bib.formats.bibtex.tex.macros import definitions
from anora_bib.formats.bibtex.tex.reading import unknown_commands
from anora_bib.formats.bibtex.understanding import Understanding
from anora_bib.formats.bibtex.values import MONTH_MACROS, TooLongError, expand
from anora_bib.formats.bibtex.verbatim import VERBATIM
from anora_bib.formats.problems import Problem, Source
from anora_bib.model import Entry
from anora_bib.model.bibliography.keys import keep_keys
from anora_bib.model.bibliography.written import Block, Definitions, Macro, Written, WrittenField
from anora_bib.model.values.mapping import FrozenDict
from anora_bib.system.gc_pause import collector_at_rest
from anora_bib.text.characters import shortened
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import SourceEdit, SourceSpan

_XDATA: Final = "xdata"
_UNDEFINED: Final = (Problem.UNDEFINED_STRING.value[0], Problem.MISSING_CROSSREF.value[0])


class Context(NamedTuple):
    """What other files that are named together with one give it: strings, commands, and entries to inherit from."""

    strings: dict[str, str]
    commands: dict[str, Macro]
    lenders: list[tuple[str, Lender]]


_ALONE: Final = Context({}, {}, [])


def read_library(text: str, path: str, context: Context = _ALONE) -> Loaded:
    """The entries of a file, and what stands between them. A block that cannot be read becomes a diagnostic.

    Raises:
        InputError: there is no block in it at all.
    """
    with collector_at_rest():
        return _Reader(Source(text, path), context).read()


def read_together(files: Sequence[tuple[str, str, Loaded]]) -> list[Loaded]:
    """Files that are named together, as BibTeX and biber read them: one database.

    A file is read again only if it lacked a string or a parent when it was read alone.

    Args:
        files: the text, the path and what was read of each.
    """
    lacking = [any(problem.code in _UNDEFINED for problem in loaded.diagnostics) for _, _, loaded in files]
    if len(files) < 2 or not any(lacking):
        return [loaded for _, _, loaded in files]
    given = [_Reader(Source(text, path), _ALONE).context() for text, path, _ in files]
    return [
        read_library(text, path, _united(given[:at] + given[at + 1 :])) if lacks else loaded
        for at, ((text, path, loaded), lacks) in enumerate(zip(files, lacking, strict=True))
    ]


def _united(contexts: Iterable[Context]) -> Context:
    strings: dict[str, str] = {}
    commands: dict[str, Macro] = {}
    lenders: list[tuple[str, Lender]] = []
    for context in contexts:
        strings = {**context.strings, **strings}
        commands = {**context.commands, **commands}
        lenders += context.lenders
    return Context(strings, commands, lenders)


_MORE_FIELDS = lazy(r"\s*+,\s*+[^\W\d_][\w-]{0,40}+\s*+=")
"""Fields behind the end of an entry."""
_COMMENT = lazy(r"(?<!\\)%[^\n]*+(\n[ \t]*+)?")
"""What LaTeX passes over in a value of several lines; on the last line nothing does."""


_NEARLY_ENTRY = lazy(
    rf"^[ \t]*+(?P<head>@[^\n]*+|(?P<type>{'|'.join(sorted(READ_AS))})[ \t]*+\{{[^\s,{{}}=]++[ \t]*+,)",
    re.IGNORECASE | re.MULTILINE,
)
"""A line of text between entries that begins as one does, but for a sign."""


def _without_comments(value: str) -> str:
    return _COMMENT.sub(lambda match: match[0] if match[1] is None else "", value)


def _place(piece: Piece, name: str) -> tuple[int, int]:
    """Where a field stands; the entry for one that it inherits."""
    fields = ((field.start, field.end) for field in piece.fields if field.name.lower() == name)
    return next(fields, (piece.start, piece.end))


def _is_one(raw: str) -> bool:
    """Whether a value is one string in its marks, and surely nothing else: nearly all are."""
    sign = raw[:1]
    if sign == '"':
        return raw[-1] == '"' and len(raw) > 1 and raw.count('"') == 2
    return sign == "{" and "#" not in raw


class _Reader:
    def __init__(self, source: Source, context: Context) -> None:
        self.source = source
        self.outside = context
        self.strings = {**context.strings, **MONTH_MACROS}
        self.commands: dict[str, Macro] = dict(context.commands)
        self.definitions = Definitions(self.strings, self.commands)
        self.entries: list[tuple[Piece, dict[str, str]]] = []
        self.blocks: list[Block] = []
        self.unknown: dict[str, tuple[int, int, str]] = {}
        self.missing: set[tuple[str, str, int]] = set()
        self.may_be_granular = False

    def context(self) -> Context:
        """What this file gives to others."""
        self._split()
        return Context(self.strings, self.commands, self._lenders())

    def read(self) -> Loaded:
        self._split()
        source = self.source
        if not self.entries and not any(block.kind for block in self.blocks):
            raise InputError("holds no entry", path=source.path, line=1, hint="entries look like @book{key, ...}")
        lenders = [*self._lenders(), *self.outside.lenders]
        self.may_be_granular = any(lender.type == _XDATA for _, lender in lenders)
        parents = Parents(lenders, self._missing)
        works = [(piece, fields) for piece, fields in self.entries if piece.type.lower() not in NO_WORKS]
        entries, rekeyed = keep_keys([self._entry(piece, fields, parents) for piece, fields in works])
        for change in rekeyed:
            piece = works[change.at][0]
            message = f"the key {change.old!r} is that of an entry above, which keeps it; this one gets {change.new!r}"
            source.report(Problem.DUPLICATE_KEY, message, piece.start, piece.end, Severity.WARNING)
        for word, (start, count, field) in self.unknown.items():
            more = f", {count} times" if count > 1 else ""
            message = f"{field} has the command \\{word}{more}, which is not known; it is kept as it stands"
            source.report(Problem.UNKNOWN_COMMAND, message, start, start, Severity.INFO)
        return Loaded(entries, source.problems, tuple(self.blocks))

    def _split(self) -> None:
        count = 0
        before: Piece | None = None
        for piece in split(self.source.text):
            for fault in piece.faults:
                self._fault(piece, fault)
            if piece.kind == TEXT:
                self._text(piece, before)
            before = piece if piece.kind == ENTRY else None
            if piece.kind == ENTRY:
                count += piece.type.lower() not in NO_WORKS
                self.entries.append((piece, self._expanded(piece)))
                if piece.type.lower() in NO_WORKS:
                    self._keep(piece, count)
                continue
            if piece.kind == STRING and piece.fields:
                self.strings[piece.key.lower()] = self._value(piece.fields[0])
            elif piece.kind == PREAMBLE and piece.fields:
                self.commands.update(definitions(self._value(piece.fields[0])))
            self._keep(piece, count)

    def _text(self, piece: Piece, before: Piece | None) -> None:
        """Tell of text between entries that may have been meant as a part of one, or as one."""
        text = self.source.text
        if before is not None and _MORE_FIELDS.match(text, piece.start):
            message = "the entry ends here, though fields follow: a brace closes it too early"
            self._fault(before, Fault(message, piece.start, piece.end))
        for match in _NEARLY_ENTRY.finditer(text, piece.start, piece.end):
            start, line = match.start("head"), shortened(match["head"])
            if match["type"]:
                told = f"{line!r} looks like an entry without its @; it is not read, put the @ in if it is meant as one"
                self.source.report(Problem.MALFORMED_ENTRY, told, start, match.end(), Severity.WARNING)
            else:
                told = f"{line!r} begins no entry: a type and a brace must follow the @, as in @book{{key, ...}}"
                self.source.report(Problem.BROKEN_ENTRY, told, start, match.end())

    def _keep(self, piece: Piece, count: int) -> None:
        text = self.source.text[piece.start : piece.end]
        if stripped := text.strip():
            kind = "" if piece.kind == "text" else piece.type.lower() if piece.kind != BROKEN else BROKEN
            name = piece.key.lower() if piece.kind == STRING else piece.key if piece.kind == ENTRY else ""
            self.blocks.append(Block(kind, stripped, count, name))

    def _fault(self, piece: Piece, fault: Fault) -> None:
        message, start, end = fault.message, fault.start, fault.end
        if piece.kind == BROKEN:
            raw = shortened(self.source.text[piece.start : piece.end])
            told = f"cannot read {raw!r}: {message}; it is left out, close its braces and quotes"
            self.source.report(Problem.BROKEN_ENTRY, told, start, end, Severity.ERROR)
        else:
            told = f"{piece.key}: {message}" if piece.key else message
            edit = SourceEdit(SourceSpan(end, end), ",")
            fix = SourceFix("Put the comma in", (edit,), Applicability.SAFE) if fault.comma else None
            self.source.report(Problem.MALFORMED_ENTRY, told, start, end, Severity.WARNING, fix)

    def _expanded(self, piece: Piece) -> dict[str, str]:
        """The fields, by their names in small letters, with their strings put in; of two with one name the first."""
        fields: dict[str, str] = {}
        twice: list[WrittenField] = []
        for field in piece.fields:
            name, raw = sys.intern(field.name.lower()), field.value
            if name in fields:
                twice.append(field)
                continue
            value = raw[1:-1] if _is_one(raw) else self._value(field)
            fields[name] = _without_comments(value) if "%" in value and name not in VERBATIM else value
        if twice:
            names = ", ".join(sorted({field.name.lower() for field in twice}))
            message = f"the entry has the field {names} more than once; the first counts"
            self.source.report(Problem.DUPLICATE_FIELD, message, twice[0].start, twice[0].end, Severity.WARNING)
        return fields

    def _value(self, field: WrittenField) -> str:
        def unknown(word: str) -> None:
            message = f"the string {word!r} is not defined; it is taken as it stands"
            self.source.report(Problem.UNDEFINED_STRING, message, field.at, field.end, Severity.WARNING)

        try:
            return expand(field.value, self.strings, unknown)
        except TooLongError:
            message = "a value stands for more text than a field can hold; it is left out"
            self.source.report(Problem.BROKEN_ENTRY, message, field.start, field.end)
            return ""

    def _lenders(self) -> list[tuple[str, Lender]]:
        return [(piece.key, Lender(piece.type.lower(), fields)) for piece, fields in self.entries]

    def _missing(self, field: str, key: str, start: int) -> None:
        if (field, key, start) not in self.missing:
            self.missing.add((field, key, start))
            message = f"{field} points at {key!r}, which is not in this file"
            self.source.report(Problem.MISSING_CROSSREF, message, start, start, Severity.WARNING)

    def _entry(self, piece: Piece, own: dict[str, str], parents: Parents) -> Entry:
        type = piece.type.lower()
        inherits = "crossref" in own or "xdata" in own
        if self.may_be_granular and not inherits:
            inherits = any(map(GRANULAR.search, own.values()))
        fields = parents.lend(type, own, piece.start) if inherits else own

        def fault(name: str, message: str) -> None:
            start, end = _place(piece, name)
            self.source.report(Problem.MALFORMED_NAME, f"{piece.key}: {name} {message}", start, end, Severity.WARNING)

        read = Understanding(type, fields, self.commands, fault)
        values = FrozenDict(read.fields)
        self._note_commands(piece, fields)
        names = [name for name in ("crossref", "xdata") if name in own and name not in fields] if inherits else []
        lenders = tuple(key for name in names for key in own[name].replace(" ", "").split(",") if key)
        lent = FrozenDict[str, str]()
        if inherits:
            lenders += tuple(parents.granular_keys(own))
            lent = FrozenDict({name: value for name, value in fields.items() if own.get(name) != value})
        given = (piece.type, piece.key, tuple(piece.fields), piece.start, piece.end)
        written = Written(*given, read.type, values, self.definitions, lenders, lent)
        where = self.source.provenance(piece.key, piece.start)
        return Entry(read.type, values, piece.key, provenance=(where,), written=written)

    def _note_commands(self, piece: Piece, fields: dict[str, str]) -> None:
        for name, value in fields.items():
            if "\\" not in value or name in VERBATIM:
                continue
            for word in unknown_commands(value, self.commands):
                start, count, field = self.unknown.get(word, (_place(piece, name)[0], 0, f"{piece.key}: {name}"))
                self.unknown[word] = (start, count + 1, field)
