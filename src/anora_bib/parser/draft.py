"""A reference half understood: what the rules have explained so far, and the text that they have not.

A rule reads a draft and returns what it explains; it changes nothing. ``pipeline`` adds that to the draft.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache, wraps
from typing import Final, NamedTuple

from anora_bib.model import Date, Name, Place, Records, Value
from anora_bib.parser.text.signs import AnyOf, Seen
from anora_bib.text.characters import collapse
from anora_bib.text.spans import Span

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


class Explanation(NamedTuple):
    """What a rule understands of one stretch: a value, and the words that it explains.

    ``span`` is where the value is printed, ``cover`` all that is explained with it (lead word, brackets). ``variable``
    is "" for words that are understood but give no field ("See also"). ``cue`` is a word that counts as evidence for a
    type (see ``types``). ``reader`` is what explains: "rules", or "labels".
    """

    variable: str
    value: Value
    span: Span
    cover: Span
    confidence: float
    cue: str = ""
    reader: str = "rules"


def explained(start: int, end: int, cue: str = "") -> Explanation:
    """An explanation that gives no field."""
    span = Span(start, end)
    return Explanation("", "", span, span, EXPLICIT, cue)


class Mark(NamedTuple):
    """A run set in italics or in quotation marks: ``inner`` are the words, ``outer`` the marks as well."""

    kind: str
    inner: Span
    outer: Span


class Draft:
    """``text`` as printed; ``rest`` is the same with a :data:`HOLE` for each character that is explained.

    ``explanations`` are those of all rules, in order, ``cues`` the evidence for a type among them. ``seen`` are the
    words of ``text``, and so of ``rest`` at any time. The spans of an entry made of it count from ``-offset``.

    Only :meth:`add` changes a draft, between two rules.
    """

    __slots__ = (
        *("text", "rest", "records", "hint", "marks", "seen", "explanations", "cues", "by_variable"),
        *("offset", "_residue"),
    )

    def __init__(
        self,
        text: str,
        rest: str,
        records: Records,
        hint: Place | None = None,
        marks: tuple[Mark, ...] = (),
        seen: Seen | None = None,
        offset: int = 0,
    ) -> None:
        self.text = text
        self.rest = rest
        self.records = records
        self.hint = hint
        self.marks = marks
        self.explanations: list[Explanation] = []
        self.cues: set[str] = set()
        self.by_variable: dict[str, Explanation] = {}
        self.seen = seen or Seen(text)
        self.offset = offset
        self._residue: float | None = None

    def copy(self) -> Draft:
        """Another draft with what is explained so far, for another reading of the rest."""
        other = Draft(self.text, self.rest, self.records, self.hint, self.marks, self.seen, self.offset)
        other.explanations = self.explanations.copy()
        other.cues = self.cues.copy()
        other.by_variable = self.by_variable.copy()
        return other

    def add(self, explanations: Iterable[Explanation]) -> None:
        """Add those of a rule. The first value of a variable stands; a second one only explains its words."""
        new = list(explanations)
        if not new:
            return
        known, rest = self.by_variable, self.rest
        for item in new:
            variable, _, _, (start, end), _, cue, _ = item
            repeats = variable and known.setdefault(variable, item) is not item
            self.explanations.append(item._replace(variable="") if repeats else item)
            if end > start:
                rest = f"{rest[:start]}{HOLE * (end - start)}{rest[end:]}"
            if cue:
                self.cues.add(cue)
        self.rest = rest
        self._residue = None

    def first(self, variable: str) -> Explanation | None:
        """The explanation that gives the variable its value."""
        return self.by_variable.get(variable)

    def has(self, *variables: str) -> bool:
        """True if any of the variables has a value."""
        return not self.by_variable.keys().isdisjoint(variables)

    def names(self, variable: str) -> tuple[Name, ...]:
        """The names of a variable, () for none."""
        item = self.first(variable)
        return item.value if item and isinstance(item.value, tuple) else ()

    @property
    def issued(self) -> Date | None:
        """The date of issue, None if it is not known."""
        item = self.first("issued")
        return item.value if item and isinstance(item.value, Date) else None

    @property
    def residue(self) -> float:
        """The part of the letters and figures that no rule explained, from 0 to 1."""
        if self._residue is None:
            left = _letters(self.rest.replace(HOLE, ""))
            if left:
                self._residue = left / _letters_of_all(self.text)
            else:
                self._residue = 0.0 if _LETTERS.search(self.text) else 1.0
        return self._residue

    def mark(self, kind: str) -> tuple[Mark, ...]:
        """The marked runs of one kind."""
        return tuple(mark for mark in self.marks if mark.kind == kind)

    def string(self, variable: str, start: int, end: int, confidence: float, *, cue: str = "") -> Explanation:
        """The words printed at ``start`` to ``end``, less the white space and stops around them."""
        span = trim(self.text, start, end)
        return Explanation(variable, collapse(span.of(self.text)), span, Span(start, end), confidence, cue)


def _letters(text: str) -> int:
    """The number of letters and figures."""
    return sum(map(len, _LETTERS.findall(text)))


_letters_of_all: Final = lru_cache(maxsize=8)(_letters)
"""A draft and its copies are asked again and again what is left of the same text."""


Rule = Callable[[Draft], Iterable[Explanation]]


def asked_where(signs: AnyOf) -> Callable[[Rule], Rule]:
    """A rule that is asked only of drafts whose text has one of the signs; of any other it explains nothing."""

    def decorated(rule: Rule) -> Rule:
        @wraps(rule)
        def asked(draft: Draft) -> Iterable[Explanation]:
            return rule(draft) if signs.may_match(draft.seen) else ()

        return asked

    return decorated


_LETTERS: Final = re.compile(r"[^\W_]+")
SPACE: Final = "".join(char for char in map(chr, range(0x3001)) if char.isspace())
_BEHIND: Final = SPACE + ",;:" + HOLE
_BEFORE: Final = _BEHIND + "."


def trim(text: str, start: int, end: int) -> Span:
    """``start`` to ``end`` without the white space, commas and colons at either end, and one last full stop."""
    if start < end and text[start].isalnum() and text[end - 1].isalnum():
        return Span(start, end)
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
