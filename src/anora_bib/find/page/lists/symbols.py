"""Notes under a star or a dagger: ``* Roe, *Docks*, 12.``, for a ``*`` behind a word of the text.

A line that begins with such a sign is most often an item of a list, a break or words on the author. It is a note where
the text has the sign just once before it, glued to a word, since the last note under the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from anora_bib.documents.lines import trim
from anora_bib.find.page.lists.labels import is_item
from anora_bib.find.page.lists.notes import NoteList
from anora_bib.model import Block, BlockKind, Essay, Marker, MarkerForm, Note
from anora_bib.model.essay.verbatim import Verbatim
from anora_bib.text.spans import Span

_SIGN: Final = r"(?:\\?\*){1,3}|[†‡]{1,2}|§|¶"
_HEAD: Final = re.compile(rf"(?:[ \t>]{{0,9}})(?P<sign>{_SIGN})(?![*†‡§¶])[ \t\xa0]{{0,4}}(?=[^\W_]|[\"“«„*_<(\[])")
_BEHIND_WORD: Final = re.compile(rf"(?<=[^\W_]|[.,;:!?…”’\"»)])(?P<sign>{_SIGN})(?=[\s.,;:!?…”’\"»)\u2013\u2014]|$)")
_ANY: Final = re.compile(r"(?:^|\n)[ \t>]{0,9}(?:\\?\*|[†‡§¶])")
_LINE_END: Final = re.compile(r"\n")
_MAY_HOLD: Final = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION, BlockKind.HEADING)
_STARS: Final = re.compile(r"(?<!\\)\*{1,3}")
_STRESSED: Final = re.compile(r"\*{1,3}(?![\s*])(?:[^*\n]|\n(?![ \t]{0,9}\n)){1,300}(?<![\s*\\])\*{1,3}")
"""Words that stars of Markdown set off, over a line's end as well: those behind them are no marker."""


class _Met(NamedTuple):
    """A sign as it was met: behind a word, or at the head of a line, which then is ``words`` of a block."""

    sign: str
    span: Span
    words: Span | None = None
    block: Block | None = None


def symbol_notes(essay: Essay, blocks: Sequence[Block]) -> tuple[NoteList, tuple[Marker, ...]]:
    """The notes among blocks in order, and their markers; those of a sign that stands once too often are none."""
    met = [*_met(essay, blocks)] if _ANY.search(essay.text) else []
    notes: list[Note] = []
    markers: list[Marker] = []
    held: list[Block] = []
    for sign in dict.fromkeys(one.sign for one in met if one.words):
        turns = [one for one in met if one.sign == sign]
        pairs = [*zip(turns[::2], turns[1::2], strict=False)]
        if len(turns) % 2 or any(marker.words or not note.words for marker, note in pairs):
            continue
        for marker, note in pairs:
            if note.words is not None and note.block is not None:
                begins = note.span.start if note.block in held else note.block.outer.start
                outer = Span(begins, note.words.end)
                notes.append(Note(sign, note.words.of(essay.text), note.words, outer))
                markers.append(Marker(sign, marker.span.of(essay.text), marker.span, MarkerForm.BRACKETED))
                held.append(note.block)
    return NoteList(tuple(notes), tuple(dict.fromkeys(held))), tuple(markers)


def _met(essay: Essay, blocks: Sequence[Block]) -> Iterator[_Met]:
    """The signs in the order of the text, but for those in code and the like; nothing where no line begins with one."""
    heads = {id(block): [*_heads(essay.text, block)] for block in _may_begin_with_sign(blocks)}
    if not any(heads.values()):
        return
    verbatim = Verbatim(essay)
    for block in blocks:
        yield from heads.get(id(block), ())
        if block.kind in _MAY_HOLD and not heads.get(id(block)):
            yield from (met for met in _behind_words(essay.text, block.span) if not verbatim.hold(met.span))


def _may_begin_with_sign(blocks: Sequence[Block]) -> Iterator[Block]:
    """The paragraphs, and items that stand alone: of several, stars are the bullets."""
    for before, block, behind in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
        alone = not any(other is not None and is_item(other) for other in (before, behind))
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTATION) or (is_item(block) and alone):
            yield block


def _heads(text: str, block: Block) -> Iterator[_Met]:
    """The notes that a block holds, each from the beginning of a line; none if the first line begins none."""
    lines = [block.outer.start, *(match.end() for match in _LINE_END.finditer(text, *block.outer))]
    heads = [head for start in lines if (head := _HEAD.match(text, start, block.outer.end))]
    if not heads or heads[0].start() != block.outer.start or _is_stressed(text, heads[0], block):
        return
    for head, end in zip(heads, (*(head.start() for head in heads[1:]), block.outer.end), strict=True):
        yield _Met(_plain(head["sign"]), Span(*head.span("sign")), trim(text, Span(head.end(), end)), block)


def _is_stressed(text: str, head: re.Match[str], block: Block) -> bool:
    """Whether the star only opens words in italics, ``*Docks* is a film``: then another in the block closes them."""
    opens = head["sign"].startswith("*") and text[head.end("sign")].strip() != ""
    return opens and sum(len(match[0]) for match in _STARS.finditer(text, *block.outer)) % 2 == 0


def _behind_words(text: str, span: Span) -> Iterator[_Met]:
    stressed = {match.end() for match in _STRESSED.finditer(text, *span)}
    for match in _BEHIND_WORD.finditer(text, *span):
        if match.end() not in stressed:
            yield _Met(_plain(match["sign"]), Span(*match.span()))


def _plain(sign: str) -> str:
    return sign.replace("\\", "")
