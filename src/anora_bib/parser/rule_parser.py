"""The parser that works by rules: cut a text up, read each stretch, and let the pieces cover the text again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final

from anora_bib.model import Entry, Place, Records
from anora_bib.model.bibliography.records import NoRecords
from anora_bib.model.essay.pieces import Citing, CrossReference, Piece, Reference, Remark, ShortForm, Unknown
from anora_bib.parser.draft import Draft, Rule
from anora_bib.parser.pipeline import RULES, entry_of, explain, law_entry, open_draft
from anora_bib.parser.prose import is_reference, is_sentence
from anora_bib.parser.rules.law import find_law
from anora_bib.parser.rules.signals import comment_of, is_mixed, only_comment, only_signal, signal_of
from anora_bib.parser.short_forms import Form, opening_form, short_form
from anora_bib.parser.split import Cut, split, strip
from anora_bib.parser.text.damaged import as_printed, is_damaged, mend
from anora_bib.parser.text.marks import find_marks
from anora_bib.parser.text.signs import Seen
from anora_bib.parser.text.spacing import even
from anora_bib.spans import Span

MAX_REFERENCE: Final = 4000
"""Characters. A longer stretch is no reference; the longest real ones (law notes, lists of authors) have about 2000."""
_WORD: Final = re.compile(r"\w{2}")


class RuleParser:
    """A :class:`~anora_bib.parser.base.Parser` that needs no training, only closed classes of words.

    ``rules`` are those by which a reference is read, in their order; the built-in ones, if none are given. ``others``
    read it again where what the first made of it is in doubt.
    """

    name = "rules"

    def __init__(self, rules: Iterable[Rule] | None = None, others: Iterable[Rule] = ()) -> None:
        self._rules = tuple(part.item for part in RULES) if rules is None else tuple(rules)
        self._others = tuple(others)
        pairs = zip(self._rules, self._others, strict=False)
        self._shared = sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], pairs))

    def pieces(
        self, text: str, *, offset: int = 0, records: Records | None = None, hint: Place | None = None
    ) -> tuple[Piece, ...]:
        """The pieces of ``text``, as :class:`~anora_bib.parser.base.Parser` has it."""
        damaged = is_damaged(text)
        printed = mend(text) if damaged else text
        known = records or NoRecords()
        pieces = _Reading(printed, offset, known, hint, self._rules, self._others, self._shared).pieces()
        return tuple(as_printed(piece, text, offset) for piece in pieces) if damaged else tuple(pieces)


SURE: Final = 0.85
"""From this confidence on what the rules made of a reference stands."""
EXACT_TYPES: Final = frozenset("motion_picture song graphic broadcast post performance".split())
"""Types with forms of their own (credits, media, roles in brackets), which rules read better than a labeller does."""


def is_doubtful(entry: Entry) -> bool:
    """Whether an entry that rules made should be read in another way as well."""
    return entry.confidence < SURE and entry.type not in EXACT_TYPES


@dataclass(frozen=True)
class _Reading:
    """One text on its way to pieces. Their spans count in the text until all are read, those of entries never do."""

    text: str
    offset: int
    records: Records
    hint: Place | None
    rules: tuple[Rule, ...]
    others: tuple[Rule, ...] = ()
    shared: int = 0
    """How many rules, the first of both, are the same."""

    def pieces(self) -> list[Piece]:
        if not self.text:
            return []
        start, end = strip(self.text, 0, len(self.text))
        seen = Seen(self.text)
        if form := short_form(self.text, seen):
            blank = len(self.text) - len(self.text.lstrip())
            pieces: list[Piece] = [_short(form, Span(blank, len(self.text.rstrip())))]
        else:
            cuts = split(self.text, find_law(self.text), find_marks(self.text), seen)
            pieces = _attached(self.text, (piece for cut in cuts for piece in self._read(cut, seen)))
        words = Span(start, max(start, end))
        return list(self._covering(pieces or [Unknown(span=words, words=words)]))

    def _read(self, cut: Cut, seen: Seen) -> Iterator[Piece]:
        """The pieces of one stretch: one, or two if it opens with a short form. ``seen`` is of the whole text."""
        span, words = cut.span, cut.span.of(self.text)
        if cut.law:
            yield _reference(span, law_entry(self.text, cut.law, self.offset))
            return
        # The text as a whole was no short form; only a part of it may be one.
        if len(words) < len(self.text) and (form := short_form(words, seen)):
            yield _short(form, span)
            return
        if opening := opening_form(words, seen):
            form, length = opening
            yield _short(form, Span(*strip(self.text, span.start, span.start + length)))
            span = Span(*strip(self.text, span.start + length, span.end))
        if len(span):
            yield self._spelled_out(span, seen) or _other(span, span.of(self.text))

    def _spelled_out(self, span: Span, seen: Seen) -> Reference | None:
        """The reference that stands at ``span``, or None."""
        printed = span.of(self.text)
        if not _is_short_enough(printed):
            return None
        spaced = even(printed)
        words = spaced.text if spaced else printed
        whole = len(printed) == len(self.text)
        known = seen if whole else Seen(words)
        draft, entry = self._read_twice(open_draft(words, self.records, self.hint, known), self.offset + span.start)
        if draft is None or entry is None:
            return None
        signal = signal_of(draft)
        if spaced:
            entry = spaced.entry(entry, self.offset + span.start)
        return _reference(span, entry, signal, comment_of(draft), is_mixed(words.removeprefix(signal)))

    def _read_twice(self, draft: Draft, offset: int) -> tuple[Draft, Entry] | tuple[None, None]:
        """What the rules make of a draft, or where that is in doubt what the others make of it."""
        explain(draft, self.rules[: self.shared])
        first = explain(draft.copy() if self.others else draft, self.rules[self.shared :])
        read = (first, entry_of(first, offset)) if is_reference(first) else None
        # Whether there is a reference at all is the question in an essay, and there the rules' answer stands.
        if self.others and (is_doubtful(read[1]) if read else self.hint is None):
            second = explain(draft, self.others[self.shared :])
            if is_reference(second):
                entry = entry_of(second, offset)
                # A reading that names nobody where the other one does has taken the names for something else.
                if read is None or entry.creators() or not read[1].creators():
                    read = second, entry
        return read or (None, None)

    def _covering(self, pieces: list[Piece]) -> Iterator[Piece]:
        """The pieces with spans that are adjacent and cover the text, counted from ``offset``."""
        done = 0
        for index, piece in enumerate(pieces, 1):
            end = piece.words.end if index < len(pieces) else len(self.text)
            joint = self.text[done : piece.words.start].strip() if index > 1 else ""
            span = Span(done, end).shift(self.offset)
            done = end
            yield replace(piece, span=span, words=piece.words.shift(self.offset), joint=joint)


def _is_short_enough(words: str) -> bool:
    return len(words) <= MAX_REFERENCE and bool(_WORD.search(words))


def _reference(span: Span, entry: Entry, signal: str = "", suffix: str = "", mixed: bool = False) -> Reference:
    locator = entry.string("locator")
    return Reference(
        span=span,
        words=span,
        entry=entry,
        signal=signal,
        suffix=suffix,
        locator=locator,
        label="page" if locator else "",
        mixed=mixed,
    )


def _short(form: Form, span: Span) -> ShortForm | CrossReference:
    piece: ShortForm | CrossReference
    if form.kind is None:
        piece = CrossReference(span=span, words=span, note=form.note, names=form.names)
    else:
        piece = ShortForm(span=span, words=span, kind=form.kind, names=form.names, title=form.title, year=form.year)
    return replace(piece, signal=form.signal, suffix=form.suffix, locator=form.locator, label=form.label)


def _other(span: Span, words: str) -> Remark | Unknown:
    return Remark(span=span, words=span) if is_sentence(words) else Unknown(span=span, words=span)


def _attached(text: str, pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces, those that are no more than a signal or a comment made part of what they belong to."""
    out: list[Piece] = []
    for piece in pieces:
        last = out[-1] if out else None
        if isinstance(piece, Citing):
            if isinstance(last, Remark | Unknown) and not piece.signal and (signal := only_signal(last.words.of(text))):
                out[-1] = replace(piece, signal=signal, words=Span(last.words.start, piece.words.end))
                continue
        elif isinstance(last, Citing) and not last.suffix and (comment := only_comment(piece.words.of(text))):
            out[-1] = replace(last, suffix=comment, words=Span(last.words.start, piece.words.end))
            continue
        out.append(piece)
    return out
