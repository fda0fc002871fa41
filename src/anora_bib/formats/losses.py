"""The values that a library loses when it is written, determined by reading back what the format wrote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from anora_bib.diagnostics import Diagnostic, Severity
from anora_bib.formats.base import Format, ReadAndWritten
from anora_bib.formats.problems import Problem
from anora_bib.model import Date, Entry, Library, Name
from anora_bib.model.bibliography.csl import VARIABLES
from anora_bib.model.bibliography.entries import Value
from anora_bib.model.bibliography.richtext import plain
from anora_bib.spans import Position, SourceSpan
from anora_bib.text import fold


def unwritten(library: Library, format: Format) -> list[Diagnostic]:
    """A diagnostic for each field whose value the format cannot hold, or only in part.

    A format that is only written cannot tell: it is for programs that take what they know of.
    """
    if not isinstance(format, ReadAndWritten):
        return []
    written = format.load(format.dump(library), "").entries
    if len(written) != len(library):
        return [_lost("", "", f"{len(library) - len(written)} entries", format.name)]
    return [problem for pair in zip(library, written, strict=True) for problem in _of_entry(*pair, format.name)]


def _of_entry(entry: Entry, written: Entry, format: str) -> Iterator[Diagnostic]:
    path, line = next(((place.path, place.line) for place in entry.provenance), ("", None))
    everything = _facts(field.value for field in written.fields.values())
    if entry.type != written.type and fold(entry.type) not in everything:
        yield _lost(entry.key, path, f"the type {entry.type}", format, line)
    for name, field in entry.fields.items():
        back = written.get(name)
        # What is no variable of CSL may come back under another name, as in the note of a RIS record.
        held = _facts([back]) if name in VARIABLES and back is not None else everything
        if missing := sorted(_facts([field.value]) - held):
            yield _lost(entry.key, path, f"{name} ({', '.join(missing)})", format, line)


def _lost(key: str, path: str, what: str, format: str, line: int | None = None) -> Diagnostic:
    code, rule = Problem.UNWRITTEN_VALUE.value
    place = Position(line or 1, 1)
    message = f"{f'{key}: ' if key else ''}{format} has no place for {what}; it is not written"
    return Diagnostic(code, rule, message, path, SourceSpan(0, 0), place, place, Severity.WARNING)


def _facts(values: Iterable[Value]) -> set[str]:
    """What is compared of values: the words of a text, the ends of a date and whether it is approximate."""
    facts: set[str] = set()
    for value in values:
        if isinstance(value, Date):
            facts |= {"-".join(map(str, part)) for part in value.parts}
            facts |= {"circa"} if value.circa else set()
            facts |= {f"season {season}" for season in (value.season, value.end_season) if season}
            facts |= {"open start"} if value.open_start else set()
            facts |= {"open end"} if value.open_end else set()
            facts |= set(fold(value.literal).split())
        else:
            texts = map(_words, value) if isinstance(value, tuple) else [plain(value)]
            facts |= {word for text in texts for word in fold(text).split()}
    return facts


def _words(name: Name) -> str:
    return plain(name.inverted)
