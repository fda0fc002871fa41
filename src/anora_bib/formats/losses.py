"""The values that a library loses when it is written, determined by reading back what the format wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, Protocol, runtime_checkable

from anora_bib.diagnostics import Diagnostic, Severity
from anora_bib.formats.base import Dumper, Format, ReadAndWritten
from anora_bib.formats.problems import Problem
from anora_bib.model import Date, Entry, Library, Name
from anora_bib.model.bibliography.entries import Value
from anora_bib.model.values.csl import VARIABLES
from anora_bib.model.values.date_words import season_number
from anora_bib.model.values.richtext import plain
from anora_bib.text.characters import fold, join_names
from anora_bib.text.spans import Position, SourceSpan


@runtime_checkable
class Faithful(Dumper, Protocol):
    """A format that knows of entries that it writes them whole, and which keys it gives to all."""

    def holds(self, entry: Entry) -> bool:
        """Whether nothing of an entry can get lost."""

    def keys(self, library: Library) -> list[str]:
        """The keys that the entries are written under."""


@runtime_checkable
class Keeping(Dumper, Protocol):
    """A format that writes what stands between the entries of a ``.bib`` file."""

    keeps_blocks: bool


@runtime_checkable
class Telling(Dumper, Protocol):
    """A format that is only written, and says what of an entry it has no place for."""

    def lacks(self, entry: Entry) -> list[str]:
        """The values that are not written, each as a message names it: ``note (Read twice.)``."""


def unwritten(library: Library, format: Format) -> list[Diagnostic]:
    """A diagnostic for each key that the format cannot hold, and for each value that it cannot, or only in part.

    A format that is only written says it itself (:class:`Telling`), or cannot tell. What stands between the entries of
    a ``.bib`` file is told of kind by kind.
    """
    between = [] if isinstance(format, Keeping) and format.keeps_blocks else list(_of_blocks(library, format))
    return [*between, *_of_entries(library, format)]


_BLOCKS: Final = {
    "preamble": ("preamble", "preambles"),
    "comment": ("comment", "comments"),
    "": ("text between entries", "texts between entries"),
    "string": ("string", "strings"),
    "xdata": ("xdata entry", "xdata entries"),
}
"""What stands between entries, one and several of a kind. The values of the last two stand in the entries."""
_LENT: Final = ("string", "xdata")


def _of_blocks(library: Library, format: Format) -> Iterator[Diagnostic]:
    kinds = Counter(block.kind for block in library.blocks)
    what = [f"{count} {words[count > 1]}" for kind, words in _BLOCKS.items() if (count := kinds[kind])]
    if not what:
        return
    message = f"{format.name} has no place for {join_names(what)}, which is not written"
    if any(kinds[kind] for kind in _LENT):
        message += "; the values of strings and xdata entries stand in the entries that use them"
    paths = {place.path for entry in library for place in entry.provenance[:1]}
    # No entry lacks anything: nearly every file of a reference manager has a comment at its head.
    yield _at(Problem.UNWRITTEN_VALUE, message, paths.pop() if len(paths) == 1 else "", 1, Severity.INFO)


def _of_entries(library: Library, format: Format) -> list[Diagnostic]:
    if isinstance(format, Telling):
        return [_lost(entry, what, format.name) for entry in library for what in format.lacks(entry)]
    keys: list[Diagnostic] = []
    doubtful = library
    if isinstance(format, Faithful):
        keys = list(_changed_keys(library, format))
        doubtful = Library(tuple(entry for entry in library if not format.holds(entry)))
        if not doubtful:
            return keys
    if not isinstance(format, ReadAndWritten):
        return keys
    written = format.load(format.dump(doubtful), "").entries
    if len(written) != len(doubtful):
        return [*keys, _lost(Entry(), f"{len(doubtful) - len(written)} entries", format.name)]
    if isinstance(format, Faithful):  # BibTeX has another order
        by_key = {entry.key: entry for entry in written}
        written = tuple(by_key.get(key, entry) for key, entry in zip(format.keys(doubtful), written, strict=True))
    pairs = zip(doubtful, written, strict=True)
    return [*keys, *(problem for pair in pairs for problem in _of_entry(*pair, format.name))]


def _changed_keys(library: Library, format: Faithful) -> Iterator[Diagnostic]:
    for entry, key in zip(library, format.keys(library), strict=True):
        if entry.key and key not in (entry.key, entry.string("citation-key")):  # which CSL 1.0.2 has for it
            message = f"the key {entry.key!r} is written as {key!r}, for {format.name} cannot hold it"
            yield _diagnostic(Problem.CHANGED_KEY, message, entry)


def _of_entry(entry: Entry, written: Entry, format: str) -> Iterator[Diagnostic]:
    everything = _facts(field.value for field in written.fields.values())
    if entry.type != written.type and fold(entry.type) not in everything:
        yield _lost(entry, f"the type {entry.type}", format)
    for name, field in entry.fields.items():
        back = written.get(name)
        # What is no variable of CSL may come back under another name, as in the note of a RIS record.
        held = _facts([back]) if name in VARIABLES and back is not None else everything
        if missing := sorted(_facts([field.value]) - held):
            yield _lost(entry, f"{name} ({', '.join(missing)})", format)


def _lost(entry: Entry, what: str, format: str) -> Diagnostic:
    named = f"{entry.key}: " if entry.key else ""
    return _diagnostic(Problem.UNWRITTEN_VALUE, f"{named}{format} has no place for {what}; it is not written", entry)


def _diagnostic(problem: Problem, message: str, entry: Entry) -> Diagnostic:
    met = entry.provenance[0] if entry.provenance else None
    return _at(problem, message, met.path if met else "", (met and met.line) or 1, Severity.WARNING)


def _at(problem: Problem, message: str, path: str, line: int, severity: Severity) -> Diagnostic:
    code, rule = problem.value
    place = Position(line, 1)
    return Diagnostic(code, rule, message, path, SourceSpan(0, 0), place, place, severity)


def _facts(values: Iterable[Value]) -> set[str]:
    """What is compared of values: the words of a text, the ends of a date and whether it is approximate."""
    facts: set[str] = set()
    for value in values:
        if isinstance(value, Date):
            facts |= {"-".join(map(str, part)) for part in value.parts}
            facts |= {"circa"} if value.circa else set()
            seasons = filter(None, (value.season, value.end_season))
            facts |= {f"season {season_number(season) or season}" for season in seasons}
            facts |= {"open start"} if value.open_start else set()
            facts |= {"open end"} if value.open_end else set()
            facts |= set(fold(value.literal).split())
        else:
            texts = map(_words, value) if isinstance(value, tuple) else [plain(value)]
            facts |= {word for text in texts for word in fold(text).split()}
    return facts


def _words(name: Name) -> str:
    return plain(name.inverted)
