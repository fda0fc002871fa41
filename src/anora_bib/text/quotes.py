"""Quotation marks in running text: which sign opens, which closes, which is only an apostrophe.

Essays mix typewriter and typographic marks, turn them the wrong way round and lose them in conversion, so a mark is
judged first by the characters on either side of it, then by its shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

LOST = "\ufffd"
"""What is left of a mark (or of any other character) that a conversion could not read."""

DOUBLE, SINGLE, ANY = "double", "single", "any"

_MARK = lazy(
    # One set first, so that the search runs through the text at its quickest; a lone grave accent is no mark.
    "[\"'`\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\ufffd](?:(?<=')'|(?<=`)`|(?<!`))"
)

_CLASS = dict.fromkeys(("``", "''", '"', "\u201c", "\u201d", "\u201e", "\u201f", "\u00ab", "\u00bb"), DOUBLE)
_CLASS |= dict.fromkeys(("'", "\u2018", "\u2019", "\u201a", "\u201b", "\u2039", "\u203a"), SINGLE)
_CLASS[LOST] = ANY

_CLOSERS = {
    "\u201c": "\u201d",
    "\u201d": "\u201d",  # Swedish and Finnish
    "\u201e": "\u201c\u201d",  # German, Polish
    "\u201f": "\u201d",
    "\u2018": "\u2019",
    "\u2019": "\u2019",
    "\u201a": "\u2018\u2019",
    "\u201b": "\u2019",
    "\u00ab": "\u00bb",
    "\u00bb": "\u00ab\u00bb",  # German books, Danish; Finnish
    "\u2039": "\u203a",
    "\u203a": "\u2039\u203a",
    '"': '"',
    "'": "'",
    "``": "''",
    LOST: LOST,
}

_WRONG_WAY = frozenset("\u201d\u2019")
"""Closing marks; at the beginning of a word they are, in English, an error or an apostrophe."""

_ELISION = lazy(
    r"(?:\d0s?|\d\ds|n|em|til|till|tis|twas|twere|cause|cos|bout|round|neath|gainst|nother|ere|ello|appen)\b",
    re.IGNORECASE,
)
"""What may follow an apostrophe at the beginning of a word: decades, rock 'n' roll, 'em."""

_INCHES = lazy(r"(?<!\d)\d{1,3}[\"']$")

_BEFORE_OPENING = frozenset("([{<-\u2013\u2014/*_=>\u201c\u201e\u2018\u201a\u00ab\u2039\"'`")


class QuotePair(NamedTuple):
    """An opening mark and the mark that closes it, if any does.

    ``matched`` is false where the two are not of one kind: a straight mark closes a curly one, an opening mark is
    typed for a closing one, or nothing closes at all. ``depth`` counts the pairs around it.
    """

    open_span: Span
    close_span: Span | None
    matched: bool
    depth: int = 0

    @property
    def inner(self) -> Span | None:
        """The words between the marks; None where nothing closes."""
        return Span(self.open_span.end, self.close_span.start) if self.close_span else None


class _Mark(NamedTuple):
    """A sign with its neighbours (a space stands for the edge of the passage)."""

    sign: str
    span: Span
    before: str
    after: str
    kind: str

    @property
    def in_word(self) -> bool:
        return self.before.isalnum() and self.after.isalnum()

    @property
    def heads_word(self) -> bool:
        """Whether it is in the place of an opening mark: directly before a word, and not directly after one."""
        free = self.before.isspace() or self.before in _BEFORE_OPENING
        return free and not self.after.isspace() and self.after not in ".,;:!?)]}"

    @property
    def tails_word(self) -> bool:
        """Whether it is in the place of a closing mark: not after a space, and not directly before a word."""
        return not self.before.isspace() and not self.after.isalnum()

    @property
    def weak(self) -> bool:
        """After a plural and before another word: as likely the apostrophe of "workers' rights" as a closing mark."""
        return self.before in "sSxz" and self.after.isspace()


def quote_pairs(text: str, span: Span | None = None) -> list[QuotePair]:
    """The quotation marks of one passage (a paragraph), in order of their opening marks. Takes linear time.

    Nothing is paired across the ends of ``span``. Apostrophes are left out; so is a straight mark that nothing
    answers, since it may be one, or a sign of feet and inches.
    """
    span = Span(0, len(text)) if span is None else span
    marks = _marks(text, span)
    return sorted(_Scan(marks, text).pairs(), key=itemgetter(0)) if marks else []


def is_only_reading(text: str, span: Span, pairs: Sequence[QuotePair], pair: QuotePair) -> bool:
    """Whether the marks of a passage leave no other mark that could answer either mark of ``pair``.

    Every double mark of the passage is in one of its ``pairs``, none stands inside this one, and no pair around it is
    in doubt itself. Inside it, each single mark is in a pair or in the place of an apostrophe; behind single marks none
    is left over at all. A straight mark behind a number may be a sign of inches.
    """
    if pair.close_span is None or _INCHES.search(text, max(span.start, pair.close_span.start - 5), pair.close_span.end):
        return False
    whole = Span(pair.open_span.start, pair.close_span.end)
    for one in pairs:
        if one.close_span and not one.matched and one.open_span < whole and whole.end < one.close_span.end:
            return False
    single = _CLASS[pair.open_span.of(text)] == SINGLE
    paired = {mark for one in pairs for mark in (one.open_span, one.close_span) if mark and one.close_span}
    for mark in _marks(text, span):
        inside = whole.start < mark.span.start < pair.close_span.start
        if mark.kind != SINGLE:
            if mark.span not in paired or (inside and not single):
                return False
        elif mark.span not in paired:
            elides = mark.heads_word and _ELISION.match(text, mark.span.end)
            behind = single and mark.span.start > whole.start and not mark.heads_word
            if behind or (inside and not (mark.weak or elides)):
                return False
    return True


def _marks(text: str, span: Span) -> list[_Mark]:
    """The signs of the passage that can be quotation marks; apostrophes inside words are left out."""
    marks = []
    for match in _MARK.finditer(text, span.start, span.end):
        before = text[match.start() - 1] if match.start() > span.start else " "
        after = text[match.end()] if match.end() < span.end else " "
        mark = _Mark(match[0], Span(match.start(), match.end()), before, after, _CLASS[match[0]])
        if not (mark.in_word and mark.kind != DOUBLE):
            marks.append(mark)
    return marks


class _Scan:
    """One pass over the marks with a stack of those still open."""

    def __init__(self, marks: list[_Mark], text: str) -> None:
        self._marks = marks
        self._text = text
        self._open: list[_Mark] = []
        self._doubles: list[_Mark] = []
        """The double marks among the open ones, so that the innermost is known without a search."""
        self._pairs: list[QuotePair] = []
        singles = any(mark.kind == SINGLE for mark in marks)
        self._closes_later: Sequence[bool] = _closes_later(marks) if singles else ()

    def pairs(self) -> Iterator[QuotePair]:
        for index, mark in enumerate(self._marks):
            if mark.kind == DOUBLE:
                self._double(mark)
            elif mark.kind == SINGLE:
                self._single(mark, self._closes_later[index])
            else:
                self._lost(mark)
        while self._open:
            self._leave_open(self._pop())
        yield from self._pairs

    def _push(self, mark: _Mark) -> None:
        self._open.append(mark)
        if mark.kind == DOUBLE:
            self._doubles.append(mark)

    def _pop(self) -> _Mark:
        mark = self._open.pop()
        if mark.kind == DOUBLE:
            self._doubles.pop()
        return mark

    def _double(self, mark: _Mark) -> None:
        if not self._doubles:
            if self._may_open(mark):
                self._push(mark)
        elif self._opens_inside(mark, self._doubles[-1]):
            self._push(mark)
        elif mark.sign != "\u201c" or mark.tails_word or mark.before.isspace():
            self._close(mark)

    def _may_open(self, mark: _Mark) -> bool:
        """Whether it may open a quotation, with none open: an opening mark may, any other only in its place."""
        if mark.sign in ("\u201c", "\u201e", "\u201f", "\u00ab", "``"):
            return not mark.after.isspace() or mark.sign == "\u00ab"
        return mark.sign != "''" and mark.heads_word

    def _opens_inside(self, mark: _Mark, innermost: _Mark) -> bool:
        """Whether a double mark opens a quotation inside another: if shape and place are of an opening one."""
        if mark.sign in _CLOSERS.get(innermost.sign, ""):
            return mark.sign == '"' and mark.heads_word and mark.before.isspace()
        if mark.sign == "\u201d" and innermost.sign == '"':
            return mark.before.isspace() and mark.after.isalpha()
        return mark.heads_word and mark.sign not in ("\u201d", "\u00bb", "''")

    def _single(self, mark: _Mark, closes_later: bool) -> None:
        top = self._open[-1] if self._open else None
        if mark.heads_word and mark.sign != "\u203a":
            if self._opens_single(mark, closes_later):
                self._push(mark)
        elif top and top.kind == SINGLE and mark.tails_word and not (closes_later and _may_elide(mark, top)):
            self._close(mark)

    def _opens_single(self, mark: _Mark, closes_later: bool) -> bool:
        """Whether a single mark at the beginning of a word opens a quotation: true unless it is an apostrophe."""
        if _ELISION.match(self._text, mark.span.end):
            # 'Round Midnight' in quotation marks: a proper opening mark before a capital, with an answer.
            return mark.sign == "\u2018" and mark.after.isupper() and closes_later
        return mark.sign not in _WRONG_WAY or closes_later

    def _lost(self, mark: _Mark) -> None:
        if mark.heads_word:
            self._push(mark)
        elif mark.tails_word and self._open and self._open[-1].kind == ANY:
            self._close(mark)

    def _close(self, mark: _Mark) -> None:
        while self._open:
            opener = self._pop()
            if opener.kind == mark.kind:
                matched = mark.sign in _CLOSERS.get(opener.sign, "") and opener.sign not in _WRONG_WAY
                self._pairs.append(QuotePair(opener.span, mark.span, matched, len(self._open)))
                return
            self._leave_open(opener)

    def _leave_open(self, opener: _Mark) -> None:
        if opener.sign in ("\u201c", "\u201e", "\u2018", "\u00ab"):
            self._pairs.append(QuotePair(opener.span, None, False, len(self._open)))


def _may_elide(mark: _Mark, opener: _Mark) -> bool:
    """Whether a single mark at the end of a word may be an apostrophe there: "workers' rights", "Scots wha hae'"."""
    return mark.weak or (mark.sign == "'" and opener.sign == "\u2018" and mark.before.isalpha())


def _closes_later(marks: list[_Mark]) -> list[bool]:
    """For each mark, whether an unambiguous closing single mark follows before the next one opens."""
    answers = [False] * len(marks)
    later = False
    for index in range(len(marks) - 1, -1, -1):
        answers[index] = later
        mark = marks[index]
        if mark.kind != SINGLE:
            later = later and mark.heads_word
        elif mark.heads_word:
            later = False
        elif mark.tails_word and not mark.weak:
            later = True
    return answers
