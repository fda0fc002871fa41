"""Lists of notes, in whatever form a page sets them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from anora_bib.find.page.lists.headings import ListKind, is_residue
from anora_bib.find.page.lists.labels import Entries, LabelKind, Piece, is_item, pieces, without_back
from anora_bib.find.page.lists.sections import Section, looks_like_reference
from anora_bib.model import Block, BlockKind, Essay, Note
from anora_bib.text.spans import Span

_LABELLED_SHARE = 0.6
"""Bare numbers are labels only if so many items begin with one; else they are part of the text ("42 U.S.C.")."""

_COUNTED = 5
"""Numbers that count up from 1, from which on they are labels, whatever stands between them: tables, verses."""
_LOST = 2
"""Notes in a row that may be lost, or bear a letter."""

_NO_ITEMS = frozenset((BlockKind.RULE, BlockKind.IMAGE, BlockKind.NOTE, BlockKind.CODE))
"""What is no item of a list that only its look makes known; the format itself marks the notes among them."""

_STRAY = re.compile(r"[\W_]{0,5}$|\W{0,4}an error occurred|%[\w.]{1,4}$|category:", re.IGNORECASE)
"""What conversion leaves between items: lone brackets, messages of a server, printf signs."""


@dataclass(frozen=True)
class NoteList:
    """Notes that stand together, and the blocks they take up.

    ``plain`` if neither numbers nor arrows tell them from works cited: then their number must be that of the markers.
    """

    notes: tuple[Note, ...]
    blocks: tuple[Block, ...]
    plain: bool = False

    @property
    def labels(self) -> frozenset[str]:
        """The labels of its notes."""
        return frozenset(note.label for note in self.notes)

    @property
    def is_numbered(self) -> bool:
        """Whether any of its notes carries a printed number."""
        return any(note.numbered for note in self.notes)


def marked_notes(essay: Essay) -> NoteList:
    """The notes that the format itself marks (``[^4]: ...``, ``<li id="fn4">``)."""
    blocks = [block for block in essay.blocks if block.kind is BlockKind.NOTE]
    return NoteList(tuple(_marked(essay, number, block) for number, block in enumerate(blocks, 1)), tuple(blocks))


def _marked(essay: Essay, number: int, block: Block) -> Note:
    piece = next(pieces(essay, block))
    # The number of a link back is the one that readers see; the id may count what the page left out.
    printed = piece.label == block.label or not block.label or piece.kind is LabelKind.LINKED
    span = piece.span if printed else without_back(essay.text, block.span)[0]
    label = (piece.label if printed else block.label) or str(number)
    return Note(label, span.of(essay.text), span, block.outer)


def headed_notes(entries: Entries, section: Section) -> NoteList:
    """The notes under a heading: labelled ones, or items whose order is their number."""
    listed = _until_the_end(entries, section.blocks)
    return _labelled(entries.essay, listed) if _are_labelled(listed) else _ordered(entries.essay, listed)


def unheaded_notes(essay: Essay, section: Section) -> list[NoteList]:
    """Lists in the running text that nothing but notes looks like: items with back-arrows, runs of ``[4] Text``."""
    lists = []
    for run in _runs(essay, section.blocks):
        if any(piece.back for piece in run) and all(is_item(piece.block) for piece in run):
            lists.append(_labelled(essay, run) if _are_labelled(run) else _ordered(essay, run))
        elif (_are_named(essay, run) or _are_raised(essay, run)) and not _count_lines(run):
            lists.append(_labelled(essay, run))
    return lists


def _are_named(essay: Essay, run: Sequence[Piece]) -> bool:
    """Whether each item bears an unmistakable label; one that stands alone must have its marker before it."""
    if not all((piece.kind or 0) >= LabelKind.NAMED for piece in run):
        return False
    # One number for all of them names what they are versions of: the cells of a row, the lines of a synopsis.
    return len({piece.label for piece in run}) > 1 if len(run) > 1 else _is_named(essay, run[0])


def _are_raised(essay: Essay, run: Sequence[Piece]) -> bool:
    """Whether each item begins with the raised number that a word before the items ends with."""
    signs = [essay.text[piece.outer.start : piece.span.start].strip() for piece in run]
    places = [essay.text.rfind(sign, 0, run[0].outer.start) if sign else -1 for sign in signs]
    raised = all(piece.kind is LabelKind.SUPERSCRIPT for piece in run)
    return raised and all(at > 0 and not essay.text[at - 1].isspace() for at in places)


def _count_lines(run: Sequence[Piece]) -> bool:
    """Whether the numbers rise by steps, as those of verses and sections of an edition do: [1], [28], [56]."""
    numbers = [piece.number or 0 for piece in run]
    steps = [high - low for low, high in pairwise(numbers)]
    return bool(steps) and all(step > 0 for step in steps) and sum(step > 1 for step in steps) > len(steps) / 2


def _is_named(essay: Essay, piece: Piece) -> bool:
    """Whether a note that stands alone, as at the end of a chapter, has its marker at a word before it."""
    at = essay.text.rfind(f"[{piece.label}]", 0, piece.outer.start)
    return piece.kind in (LabelKind.BRACKETED, LabelKind.NAMED) and at > 0 and not essay.text[at - 1].isspace()


def possible_notes(entries: Entries, sections: Sequence[Section]) -> Iterator[NoteList]:
    """Lists that are notes if the text points at them: numbered references, and the last list without a heading."""
    essay = entries.essay
    for section in sections:
        if section.kind is ListKind.WORKS:
            listed = _until_the_end(entries, section.blocks)
            if _are_labelled(listed):
                yield _labelled(essay, listed)
            elif len(listed) > 1:
                yield replace(_ordered(essay, listed), plain=not any(piece.back for piece in listed))
    for section in reversed(sections):
        if section.kind is None and section.blocks:
            yield from _last_list(essay, section)
            return


def _last_list(essay: Essay, section: Section) -> Iterator[NoteList]:
    """The run that nothing of the essay follows."""
    runs = list(_runs(essay, section.blocks))
    if not runs:
        return
    run = runs[-1]
    rest = [block for block in section.blocks if block.span.start > run[-1].outer.end]
    if any(not is_residue(block.span.of(essay.text)) for block in rest if block.kind is not BlockKind.RULE):
        return
    if _are_labelled(run):
        yield _labelled(essay, run)
    elif len(run) > 1 and all(looks_like_reference(piece.span.of(essay.text)) for piece in run):
        yield _ordered(essay, run)


def _runs(essay: Essay, blocks: Iterable[Block]) -> Iterator[list[Piece]]:
    """Neighbouring items of one make: list items, or paragraphs with labels of one kind. Stray residue is passed."""
    run: list[Piece] = []
    for block in blocks:
        for piece in pieces(essay, block):
            if run and _STRAY.match(piece.span.of(essay.text)) and not piece.label and block.kind is not BlockKind.RULE:
                continue
            belongs = is_item(block) or (piece.kind is not None and block.kind not in _NO_ITEMS)
            if run and not (belongs and _alike(run[-1], piece)):
                yield run
                run = []
            if belongs:
                run.append(piece)
    if run:
        yield run


def _alike(one: Piece, other: Piece) -> bool:
    if is_item(one.block) and is_item(other.block):
        return one.block.level == other.block.level
    return one.kind is other.kind and is_item(one.block) == is_item(other.block)


def _until_the_end(entries: Entries, blocks: Iterable[Block]) -> list[Piece]:
    """The items of a headed list, up to the first line of residue or the rule that closes it."""
    listed: list[Piece] = []
    for block in blocks:
        if block.kind is BlockKind.RULE and listed:
            break
        if block.kind in _NO_ITEMS:
            continue
        for piece in entries.of(block):
            words = piece.span.of(entries.essay.text)
            if not piece.label and _STRAY.match(words):
                continue
            if not piece.label and not is_item(block) and is_residue(words):
                return listed
            listed.append(piece)
    return listed


def _are_labelled(listed: Sequence[Piece]) -> bool:
    """Whether the labels are to be believed: unmistakable ones, or bare numbers, each once, on most items."""
    kinds = [piece.kind for piece in listed if piece.kind is not None]
    if any(kind > LabelKind.NUMBERED for kind in kinds):
        return True
    up_to_last = max((i for i, piece in enumerate(listed, 1) if piece.kind is not None), default=0)
    labels = [piece.label for piece in listed if piece.kind is not None]
    once = bool(kinds) and len(kinds) >= _LABELLED_SHARE * up_to_last and len(set(labels)) == len(labels)
    return once or _count_up([piece.number for piece in listed if piece.kind is LabelKind.NUMBERED])


def _count_up(numbers: Sequence[int | None]) -> bool:
    """Whether the numbers are 1, 2, 3 and so on but for a few: notes that were lost, the years of a table."""
    last = counted = 0
    for number in numbers:
        if number is not None and last < number <= last + _LOST + 1:
            last, counted = number, counted + 1
    return counted >= _COUNTED and counted >= _LABELLED_SHARE * len(numbers)


def _labelled(essay: Essay, listed: Sequence[Piece]) -> NoteList:
    """A note for each label; items without one go on with the note above, except after the last."""
    kinds = _kinds_of_labels(listed)
    starts = [i for i, piece in enumerate(listed) if piece.kind in kinds]
    notes, blocks = [], []
    for start, end in pairwise([*starts, starts[-1] + 1]):
        first, last = listed[start], listed[end - 1]
        # An empty label keeps its empty text, and what follows it is not taken for the text that was lost.
        span = Span(first.span.start, max(first.span.end, last.span.end)) if len(first.span) else first.span
        outer = Span(first.outer.start, max(first.outer.end, last.outer.end))
        notes.append(Note(first.label, span.of(essay.text), span, outer))
        blocks += [piece.block for piece in listed[start:end]]
    return NoteList(tuple(notes), tuple(dict.fromkeys(blocks)))


def _kinds_of_labels(listed: Sequence[Piece]) -> frozenset[LabelKind]:
    """The kinds of labels that begin notes: the unmistakable ones if there are any, else all.

    A long list with numbers and stops that count up is labelled by these, though words in brackets begin a line of it.
    """
    kinds = Counter(piece.kind for piece in listed if piece.kind is not None)
    signed = sum(count for kind, count in kinds.items() if kind > LabelKind.NUMBERED)
    if 2 * signed < kinds[LabelKind.NUMBERED]:
        numbered = [piece.number for piece in listed if piece.kind is LabelKind.NUMBERED]
        if signed and _count_up(numbered):
            return frozenset((LabelKind.NUMBERED,))
    return frozenset(kind for kind in LabelKind if kind > LabelKind.NUMBERED or not signed)


def _ordered(essay: Essay, listed: Sequence[Piece]) -> NoteList:
    """A note for each item, its place in the list for a label; where there are bullets, only they are items."""
    bullets = [piece for piece in listed if is_item(piece.block)]
    notes, blocks = [], []
    for number, piece in enumerate(bullets or listed, 1):
        # What looked like a bare label is part of the text ("42 U.S.C.").
        span, _ = without_back(essay.text, piece.block.span if piece.kind else piece.span)
        label = piece.block.label or str(number)
        notes.append(Note(label, span.of(essay.text), span, piece.outer, numbered=bool(piece.block.label)))
        blocks.append(piece.block)
    return NoteList(tuple(notes), tuple(dict.fromkeys(blocks)))
