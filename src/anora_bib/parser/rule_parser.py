"""The parser that works by rules: cut a text up, read each stretch, and let the pieces cover the text again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, repeat
from typing import Final, NamedTuple, Protocol

from anora_bib.model import Entry, Place, Records
from anora_bib.model.bibliography.cited_place import place_of
from anora_bib.model.bibliography.records import NoRecords
from anora_bib.model.essay.pieces import Citing, Piece, Reference, Remark, Unknown
from anora_bib.parser.cutting.form_parts import piece_of
from anora_bib.parser.cutting.short_forms import opening_form, short_form
from anora_bib.parser.cutting.split import Cut, split, strip
from anora_bib.parser.draft import Draft, Rule
from anora_bib.parser.judging.prose import is_reference, is_sentence
from anora_bib.parser.pipeline import RULES, entry_of, explain, law_entry, open_draft
from anora_bib.parser.rules.law.citations import find_law
from anora_bib.parser.rules.signals import comment_of, is_mixed, only_comment, only_signal, signal_of
from anora_bib.parser.text.damaged import as_printed, is_damaged, mend
from anora_bib.parser.text.marks import find_marks
from anora_bib.parser.text.signs import Seen
from anora_bib.parser.text.spacing import Even, decoded, even
from anora_bib.system.gc_pause import collector_at_rest
from anora_bib.text.spans import Span

MAX_REFERENCE: Final = 4000
"""Characters. A longer stretch is no reference; the longest real ones (law notes, lists of authors) have about 2000."""
_BATCH: Final = 256
"""Texts that are read together; twice as many take 4 % less time, and 8 MB more."""
_WORD: Final = re.compile(r"\w{2}")


class Read(NamedTuple):
    """A draft that is a reference, and its entry."""

    draft: Draft
    entry: Entry


class Reader(Protocol):
    """Makes entries of drafts, each the text of one reference at most."""

    def read(self, drafts: Sequence[Draft]) -> Iterable[Read | None]:
        """What each draft says, in order; None of one that is no reference. Many may be read together."""


class RuleReader:
    """A :class:`Reader` by rules, in their order."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)

    def read(self, drafts: Sequence[Draft]) -> Iterable[Read | None]:
        """What the rules explain of each draft."""
        return (read_by(draft, self._rules) for draft in drafts)


def read_by(draft: Draft, rules: Iterable[Rule]) -> Read | None:
    """The draft with what rules explain of it, and its entry; None where that is no reference."""
    explain(draft, rules)
    return Read(draft, entry_of(draft)) if is_reference(draft) else None


class RuleParser:
    """A :class:`~anora_bib.parser.base.Parser` that needs no training, only closed classes of words.

    ``rules`` are those by which a reference is read, in their order; the built-in ones, if none are given. ``reader``
    reads in another way than by them.
    """

    name = "rules"

    def __init__(self, rules: Iterable[Rule] | None = None, reader: Reader | None = None) -> None:
        self._reader = reader or RuleReader(tuple(part.item for part in RULES) if rules is None else rules)

    def pieces(
        self, text: str, *, offset: int = 0, records: Records | None = None, hint: Place | None = None
    ) -> tuple[Piece, ...]:
        """The pieces of ``text``, as :class:`~anora_bib.parser.base.Parser` has it."""
        [pieces] = self._read([(text, offset)], records, hint)
        return pieces

    def many(
        self,
        texts: Iterable[str],
        *,
        offsets: Iterable[int] = repeat(0),
        records: Records | None = None,
        hint: Place | None = None,
    ) -> Iterator[tuple[Piece, ...]]:
        """The pieces of each of many texts, the same as one by one, in less time."""
        remaining = zip(texts, offsets, strict=False)
        while batch := list(islice(remaining, _BATCH)):
            with collector_at_rest():  # what is made of a batch stays until it is read
                read = list(self._read(batch, records, hint))
            yield from read

    def _read(
        self, texts: Sequence[tuple[str, int]], records: Records | None, hint: Place | None
    ) -> Iterator[tuple[Piece, ...]]:
        known = records or NoRecords()
        written = [decoded(text) for text, _ in texts]
        plain = [it.text if it else text for it, (text, _) in zip(written, texts, strict=True)]
        damaged = [is_damaged(text) for text in plain]
        cut = [
            _Reading(mend(text) if damage else text, offset, known, hint)
            for text, (_, offset), damage in zip(plain, texts, damaged, strict=True)
        ]
        read = iter(self._reader.read([one.draft for reading in cut for one in reading.opened]))
        for text, (_, offset), damage, reading, it in zip(plain, texts, damaged, cut, written, strict=True):
            pieces = reading.pieces(islice(read, len(reading.opened)))
            if damage:
                pieces = [as_printed(piece, text, offset) for piece in pieces]
            yield tuple(it.piece(piece, offset) for piece in pieces) if it else tuple(pieces)


class _Opened(NamedTuple):
    """A stretch that may be a reference, with the draft that a reader shall explain."""

    span: Span
    words: str
    spaced: Even | None
    draft: Draft


class _Reading:
    """One text on its way to pieces. Their spans count in the text until all are read, those of entries never do."""

    def __init__(self, text: str, offset: int, records: Records, hint: Place | None) -> None:
        self.text = text
        self.offset = offset
        self.records = records
        self.hint = hint
        self.opened: list[_Opened] = []
        self._parts = self._cut() if text else []

    def pieces(self, read: Iterator[Read | None]) -> list[Piece]:
        """The pieces; ``read`` is what the drafts of ``opened`` say."""
        if not self.text:
            return []
        start, end = strip(self.text, 0, len(self.text))
        words = Span(start, max(start, end))
        finished = (self._finished(part, next(read)) if isinstance(part, _Opened) else part for part in self._parts)
        pieces = _attached(self.text, finished)
        return list(self._covering(pieces or [Unknown(span=words, words=words)]))

    def _cut(self) -> list[Piece | _Opened]:
        """The stretches, those that no reader need explain as pieces."""
        seen = Seen(self.text)
        if form := short_form(self.text, seen):
            blank = len(self.text) - len(self.text.lstrip())
            return [piece_of(form, Span(blank, len(self.text.rstrip())))]
        cuts = split(self.text, find_law(self.text), find_marks(self.text), seen)
        return [part for cut in cuts for part in self._open(cut, seen)]

    def _open(self, cut: Cut, seen: Seen) -> Iterator[Piece | _Opened]:
        """What one stretch is: one, or two if it opens with a short form. ``seen`` is of the whole text."""
        span, words = cut.span, cut.span.of(self.text)
        if cut.law:
            yield _reference(span, law_entry(self.text, cut.law, self.offset))
            return
        # The text as a whole was no short form; only a part of it may be one.
        if len(words) < len(self.text) and (form := short_form(words, seen)):
            yield piece_of(form, span)
            return
        if opening := opening_form(words, seen):
            form, length = opening
            yield piece_of(form, Span(*strip(self.text, span.start, span.start + length)))
            span = Span(*strip(self.text, span.start + length, span.end))
            if form := short_form(span.of(self.text), seen):
                yield piece_of(form, span)
                return
        if len(span):
            yield self._spelled_out(span, seen) or _other(span, span.of(self.text))

    def _spelled_out(self, span: Span, seen: Seen) -> _Opened | None:
        """What a reader shall explain of the words at ``span``; None if they are too many, or none."""
        printed = span.of(self.text)
        if not _is_short_enough(printed):
            return None
        spaced = even(printed)
        words = spaced.text if spaced else printed
        known = seen if len(printed) == len(self.text) else Seen(words)
        draft = open_draft(words, self.records, self.hint, known, self.offset + span.start)
        opened = _Opened(span, words, spaced, draft)
        self.opened.append(opened)
        return opened

    def _finished(self, opened: _Opened, read: Read | None) -> Piece:
        """The reference that a reader made of a stretch, or what else it is."""
        span, words, spaced, _ = opened
        if read is None:
            return _other(span, span.of(self.text))
        draft, entry = read
        signal = signal_of(draft)
        if spaced:
            entry = spaced.entry(entry, draft.offset)
        return _reference(span, entry, signal, comment_of(draft), is_mixed(words.removeprefix(signal)))

    def _covering(self, pieces: list[Piece]) -> Iterator[Piece]:
        """The pieces with spans that are adjacent and cover the text, counted from ``offset``."""
        done = 0
        for index, piece in enumerate(pieces, 1):
            end = piece.words.end if index < len(pieces) else len(self.text)
            joint = self.text[done : piece.words.start].strip() if index > 1 else ""
            span, words = Span(done, end).shift(self.offset), piece.words.shift(self.offset)
            done = end
            whole = piece.span == span and piece.words == words and not joint
            yield piece if whole else replace(piece, span=span, words=words, joint=joint)


def _is_short_enough(words: str) -> bool:
    return len(words) <= MAX_REFERENCE and bool(_WORD.search(words))


def _reference(span: Span, entry: Entry, signal: str = "", suffix: str = "", mixed: bool = False) -> Reference:
    locator, label = place_of(entry.string("locator"))
    return Reference(
        span=span,
        words=span,
        entry=entry,
        signal=signal,
        suffix=suffix,
        locator=locator,
        label=label,
        mixed=mixed,
    )


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
