"""Notes that stand in the sentence itself, between signs of their own.

``^[Roe, *Docks*.]`` (pandoc), ``((Roe, Docks.))`` (wikis, plug-ins of blogs), ``[ref]Roe, Docks.[/ref]`` and its like
(WordPress), ``[[Roe, Docks.]]`` (SPIP); and those between tags and in templates (``enclosed_notes``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from anora_bib.documents.lines import trim
from anora_bib.model import Anchor, Block, BlockKind
from anora_bib.readers.markup.enclosed_notes import (
    LONGEST,
    EnclosedNote,
    enclosed_notes,
    may_enclose_notes,
    repeated_notes,
)
from anora_bib.readers.markup.inline import bracket_pairs
from anora_bib.text.spans import Span

_HOLDS: Final = frozenset((BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION, BlockKind.HEADING))
_TAGS: Final = ("ref", "footnote", "efn_note", "fn")
_SIGNS: Final = ("^[", "((", "[[", *(f"[{tag}]" for tag in _TAGS))
_BEHIND: Final = r"[\w.,;:!?\"'\u2019\u201d\u00bb)*_]"
"""What a note may follow."""
_OPENING: Final = re.compile(
    rf"(?P<caret>\^\[)(?<!\\\^\[)|(?P<round>\(\()(?:(?<={_BEHIND}\(\()|(?P<apart>(?<={_BEHIND} \(\()))"
    rf"|\[(?P<tag>{'|'.join(_TAGS)})\]|(?P<square>\[\[)(?<=[\w.,;:!?\"'\u2019\u201d\u00bb)>*_]\[\[)"
)
"""Where a note may begin. Square brackets in pairs must be glued to what they are on: else they are links."""
_WORDS: Final = re.compile(r"\s{0,4}(?:[^\W\d_a-z]|[\"\u201c\u00ab*_<]|https?:)(?=.{8})\S{0,200}\s\S", re.DOTALL)
_FEWEST_APART: Final = 6
"""Words of a note whose parentheses stand apart: fewer may be a formula or code."""
_PROSE: Final = re.compile(r"\S\s\S|\w\.(?:\s|\]|$)|://")
"""What the notes of pandoc hold, and classes of signs (``^[a-z]``) do not."""
_SENTENCE: Final = re.compile(r"[.,;:!?][\"\u201d\u00bb)\]*_]{0,3}(?:\s|$)")


def with_inline_notes(
    text: str, blocks: Iterable[Block], start: int = 0, known: Sequence[Span] = ()
) -> tuple[tuple[Block, ...], list[Anchor]]:
    """The blocks with a note for each that stands in their words, behind the block; and the markers at their heads.

    They are numbered as they come; in an essay with other notes their labels say so: "inline 1". ``known`` are those
    that a page has as elements, in order: their markers have no signs in the text.
    """
    listed = tuple(blocks)
    if not (known or any(text.find(sign, start) >= 0 for sign in _SIGNS) or may_enclose_notes(text, start)):
        return listed, []
    prefix = "inline " if any(block.kind is BlockKind.NOTE for block in listed) else ""
    out: list[Block] = []
    anchors: list[Anchor] = []
    named: dict[str, str] = {}
    count = 0
    for block in listed:
        out.append(block)
        for note in _notes(text, block.span, known) if block.kind in _HOLDS else ():
            count += 1
            label = f"{prefix}{count}"
            named.setdefault(note.name, label)
            anchors.append(Anchor(Span(note.outer.start, note.inner.start), label))
            out.append(Block(BlockKind.NOTE, trim(text, note.inner), note.outer, label=label))
    named.pop("", None)
    anchors += _again(text, listed, named) if named else ()
    return tuple(out), sorted(anchors, key=lambda anchor: anchor.span)


def _again(text: str, blocks: Iterable[Block], named: Mapping[str, str]) -> Iterator[Anchor]:
    """The signs that point again at a note with a name."""
    for block in blocks:
        for span, name in repeated_notes(text, block.span) if block.kind in _HOLDS else ():
            if name in named:
                yield Anchor(span, named[name])


def _notes(text: str, span: Span, known: Sequence[Span]) -> Iterator[EnclosedNote]:
    """Each note in a block, in order, those in code left out; of two that share a part, the one that begins first."""
    first, behind = bisect_left(known, (span.start, 0)), bisect_left(known, (span.end, 0))
    found = [
        *(EnclosedNote(words, words) for words in known[first:behind] if span.contains(words)),
        *_between_signs(text, span),
        *enclosed_notes(text, span),
    ]
    ticks, counted, done = 0, span.start, span.start
    for note in sorted(found, key=lambda note: note.outer):
        ticks += text.count("`", counted, max(counted, note.outer.start))
        counted = max(counted, note.outer.start)
        if note.outer.start >= done and not ticks % 2:
            done = note.outer.end
            yield note


def _between_signs(text: str, span: Span) -> Iterator[EnclosedNote]:
    """The notes between signs of their own. Takes linear time."""
    done = counted = span.start
    ticks = 0
    pairs: dict[int, int] | None = None
    for match in _OPENING.finditer(text, span.start, span.end):
        ticks += text.count("`", counted, match.start())
        counted = match.start()
        if match.start() < done or ticks % 2:
            continue
        if match["caret"] and pairs is None:
            pairs = bracket_pairs(text, span)
        close = _close(text, match, min(span.end, match.end() + LONGEST), pairs or {})
        inner = Span(match.end(), max(close, match.end()))
        if close < 0 or not text[inner.start : inner.end].strip():
            continue
        if not match["tag"] and not (_PROSE if match["caret"] else _SENTENCE).search(text, *inner):
            done = close  # nor has what is inside
            continue
        if (match["round"] or match["square"]) and not _begins_and_goes_on(text, inner):
            continue
        if match["apart"] is not None and len(inner.of(text).split()) < _FEWEST_APART:
            continue
        done = close + (1 if match["caret"] else len(match["tag"]) + 3 if match["tag"] else 2)
        yield EnclosedNote(Span(match.start(), done), inner)


def _close(text: str, match: re.Match[str], end: int, pairs: Mapping[int, int]) -> int:
    """Where the signs that end it begin, before ``end``; -1 if there are none."""
    if match["caret"]:
        close = pairs.get(match.end() - 1, -1)
        return close if close < end else -1
    if match["tag"]:
        return text.find(f"[/{match['tag']}]", match.end(), end)
    close = text.find("))" if match["round"] else "]]", match.end(), end)
    # It may end with a parenthesis of its own.
    return close + 1 if close >= 0 and match["round"] and text.startswith(")", close + 2) else close


def _begins_and_goes_on(text: str, inner: Span) -> bool:
    """Whether words in doubled brackets begin as sentences and references do, and are several."""
    words = inner.of(text)
    return "|" not in words and _WORDS.match(words) is not None
