"""A reference half understood: what the rules have found so far, and the text that is still unexplained.

A rule reads a draft and returns what it found; it changes nothing. ``pipeline`` folds the rules over a draft.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
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
    """``text`` as printed; ``rest`` is the same with a :data:`HOLE` for each character that is explained."""

    text: str
    rest: str
    records: Records
    hint: Place | None = None
    marks: tuple[Mark, ...] = ()
    found: tuple[Found, ...] = ()

    def add(self, findings: Iterable[Found]) -> Draft:
        """The draft with more found. What was found first stands: a second value for a variable only explains."""
        found = list(self.found)
        seen = {item.variable for item in found}
        rest = list(self.rest)
        for new in findings:
            item = replace(new, variable="") if new.variable and new.variable in seen else new
            seen.add(item.variable)
            found.append(item)
            rest[item.cover.start : item.cover.end] = HOLE * len(item.cover)
        return replace(self, rest="".join(rest), found=tuple(found))

    def first(self, variable: str) -> Found | None:
        return next((item for item in self.found if item.variable == variable), None)

    def has(self, *variables: str) -> bool:
        """True if any of the variables is found."""
        return any(item.variable in variables for item in self.found if item.variable)

    def names(self, variable: str) -> tuple[Name, ...]:
        item = self.first(variable)
        return item.value if item and isinstance(item.value, tuple) else ()

    @property
    def issued(self) -> Date | None:
        item = self.first("issued")
        return item.value if item and isinstance(item.value, Date) else None

    @property
    def cues(self) -> frozenset[str]:
        return frozenset(item.cue for item in self.found if item.cue)

    def mark(self, kind: str) -> tuple[Mark, ...]:
        return tuple(mark for mark in self.marks if mark.kind == kind)

    def string(self, variable: str, start: int, end: int, confidence: float, *, cue: str = "") -> Found:
        """A finding of the words printed at ``start`` to ``end``, less the white space and stops around them."""
        span = trim(self.text, start, end)
        return Found(variable, collapse(span.of(self.text)), span, Span(start, end), confidence, cue)


Rule = Callable[[Draft], Iterable[Found]]


_AROUND = " \t\r\n\f\v\u00a0,;:" + HOLE


def trim(text: str, start: int, end: int) -> Span:
    """``start`` to ``end`` without the white space, commas and colons at either end, and one last full stop."""
    while start < end and (text[start] in _AROUND or text[start].isspace() or text[start] == "."):
        start += 1
    while end > start and (text[end - 1] in _AROUND or text[end - 1].isspace()):
        end -= 1
    if end > start and text[end - 1] == "." and not _abbreviated(text[start:end]):
        end -= 1
    return Span(start, end)


def _abbreviated(words: str) -> bool:
    """True if the last full stop belongs to the last word: "Harv. L. Rev.", "E.T."."""
    last = words.rsplit(None, 1)[-1]
    return last.count(".") > 1 or (len(last) <= 5 and "." in words[: -len(last)] and not last[:-1].isdigit())
