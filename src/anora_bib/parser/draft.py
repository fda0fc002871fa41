"""A reference half understood: what the rules have found so far, and the text that is still unexplained.

A rule reads a draft and returns what it found; it changes nothing. ``pipeline`` folds the rules over a draft.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from anora_bib.model import Date, Name, Place, Records, Value
from anora_bib.spans import Span
from anora_bib.text import collapse

HOLE: Final = "\0"
"""Stands, one for one, for the characters of ``Draft.rest`` that are explained."""

# How sure a field is, from the kind of evidence behind it. An explicit mark is one that has a single meaning
# (a DOI, "Retrieved April 3, 2025", quotation marks after a name); structure is a place in a known pattern that
# other readings are possible for; a guess is what remains when everything else is placed.
EXPLICIT: Final = 0.95
KNOWN: Final = 0.9
STRUCTURE: Final = 0.8
LIKELY: Final = 0.65
GUESS: Final = 0.5


@dataclass(frozen=True, slots=True)
class Found:
    """One finding. ``span`` is where the value is printed, ``cover`` all it explains (lead word, brackets).

    ``variable`` is "" for words that are understood but give no field ("See also"). ``cue`` is a word that counts
    as evidence for a type (see ``types``).
    """

    variable: str
    value: Value
    span: Span
    cover: Span
    confidence: float
    cue: str = ""


def explained(start: int, end: int, cue: str = "") -> Found:
    """A finding that gives no field."""
    return Found("", "", Span(start, end), Span(start, end), EXPLICIT, cue)


@dataclass(frozen=True, slots=True)
class Mark:
    """A run set in italics or in quotation marks: ``inner`` are the words, ``outer`` the marks as well."""

    kind: str
    inner: Span
    outer: Span


@dataclass(frozen=True)
class Draft:
    """``text`` as printed; ``rest`` is the same with a :data:`HOLE` for each character that is explained.

    ``found`` is all that the rules found, in order, ``cues`` the evidence for a type among it.
    """

    text: str
    rest: str
    records: Records
    hint: Place | None = None
    marks: tuple[Mark, ...] = ()
    found: tuple[Found, ...] = ()
    cues: frozenset[str] = frozenset()
    by_variable: Mapping[str, Found] = field(default_factory=dict, repr=False)

    def add(self, findings: Iterable[Found]) -> Draft:
        """The draft with more found. What was found first stands: a second value for a variable only explains."""
        new = list(findings)
        if not new:
            return self
        known = dict(self.by_variable)
        rest = self.rest
        for index, item in enumerate(new):
            if item.variable and known.setdefault(item.variable, item) is not item:
                new[index] = replace(item, variable="")
            start, end = item.cover
            if end > start:
                rest = f"{rest[:start]}{HOLE * (end - start)}{rest[end:]}"
        cues = self.cues.union([item.cue for item in new if item.cue])
        return Draft(self.text, rest, self.records, self.hint, self.marks, (*self.found, *new), cues, known)

    def first(self, variable: str) -> Found | None:
        """What was found of a variable."""
        return self.by_variable.get(variable)

    def has(self, *variables: str) -> bool:
        """True if any of the variables is found."""
        return not self.by_variable.keys().isdisjoint(variables)

    def names(self, variable: str) -> tuple[Name, ...]:
        """The names found for a variable, () for none."""
        item = self.first(variable)
        return item.value if item and isinstance(item.value, tuple) else ()

    @property
    def issued(self) -> Date | None:
        """The date of issue, if it was found."""
        item = self.first("issued")
        return item.value if item and isinstance(item.value, Date) else None

    @cached_property
    def lowered(self) -> str:
        """``rest`` in small letters, in which rules look for signs of what they read."""
        return self.rest.lower()

    @cached_property
    def residue(self) -> float:
        """The part of the letters and figures that no rule explained, from 0 to 1."""
        total = sum(map(str.isalnum, self.text))
        return sum(map(str.isalnum, self.rest)) / total if total else 1.0

    def mark(self, kind: str) -> tuple[Mark, ...]:
        """The marked runs of one kind."""
        return tuple(mark for mark in self.marks if mark.kind == kind)

    def string(self, variable: str, start: int, end: int, confidence: float, *, cue: str = "") -> Found:
        """A finding of the words printed at ``start`` to ``end``, less the white space and stops around them."""
        span = trim(self.text, start, end)
        return Found(variable, collapse(span.of(self.text)), span, Span(start, end), confidence, cue)


Rule = Callable[[Draft], Iterable[Found]]


_SPACE: Final = "".join(char for char in map(chr, range(0x3001)) if char.isspace())
_BEHIND: Final = _SPACE + ",;:" + HOLE
_BEFORE: Final = _BEHIND + "."


def trim(text: str, start: int, end: int) -> Span:
    """``start`` to ``end`` without the white space, commas and colons at either end, and one last full stop."""
    words = text[start:end]
    bare = words.lstrip(_BEFORE)
    start = end - len(bare)
    end = start + len(bare.rstrip(_BEHIND))
    if end > start and text[end - 1] == "." and not _abbreviated(text[start:end]):
        end -= 1
    return Span(start, end)


def _abbreviated(words: str) -> bool:
    """True if the last full stop belongs to the last word: "Harv. L. Rev.", "E.T."."""
    last = words.rsplit(None, 1)[-1]
    return last.count(".") > 1 or (len(last) <= 5 and "." in words[: -len(last)] and not last[:-1].isdigit())
