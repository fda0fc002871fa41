"""Notes that stand in the sentence itself, between signs of their own.

``^[Roe, *Docks*.]`` (pandoc), ``((Roe, Docks.))`` (wikis, plug-ins of blogs), ``[ref]Roe, Docks.[/ref]`` and its like
(WordPress), ``[[Roe, Docks.]]`` (SPIP).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from anora_bib.documents.lines import trim
from anora_bib.model import Anchor, Block, BlockKind
from anora_bib.spans import Span

_HOLDS: Final = frozenset((BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION, BlockKind.HEADING))
_TAGS: Final = ("ref", "footnote", "efn_note", "fn")
_SIGNS: Final = ("^[", "((", "[[", *(f"[{tag}]" for tag in _TAGS))
_OPENING: Final = re.compile(
    rf"(?P<caret>\^\[)(?<!\\\^\[)|(?P<round>\(\()(?<=[\w.,;:!?\"'\u2019\u201d\u00bb)*_]\(\()|\[(?P<tag>{'|'.join(_TAGS)})\]"
    r"|(?P<square>\[\[)(?<=[\w.,;:!?\"'\u2019\u201d\u00bb)>*_]\[\[)"
)
"""Where a note may begin. Doubled brackets must be glued to what they are on: else they are formulas or links."""
_BRACKET: Final = re.compile(r"\\.|[\[\]]")
_LONGEST: Final = 6000
_WORDS: Final = re.compile(r"\s*(?:[^\W\d_a-z]|[\"\u201c\u00ab*_<]|https?:)[^|]{7,}?\s[^|]{1,}", re.DOTALL)
"""What a note in doubled brackets holds: it begins as sentences and references do, and has several words."""
_PROSE: Final = re.compile(r"\S\s\S|\w\.(?:\s|\]|$)|://")
"""What the notes of pandoc hold, and classes of signs (``^[a-z]``) do not."""
_SENTENCE: Final = re.compile(r"[.,;:!?][\"\u201d\u00bb)\]*_]{0,3}(?:\s|$)")


def with_inline_notes(text: str, blocks: Iterable[Block], start: int = 0) -> tuple[tuple[Block, ...], list[Anchor]]:
    """The blocks with a note for each that stands in their words, behind the block; and the markers at their heads.

    They are numbered as they come; in an essay with other notes their labels say so: "inline 1".
    """
    listed = tuple(blocks)
    if not any(text.find(sign, start) >= 0 for sign in _SIGNS):
        return listed, []
    prefix = "inline " if any(block.kind is BlockKind.NOTE for block in listed) else ""
    out: list[Block] = []
    anchors: list[Anchor] = []
    for block in listed:
        out.append(block)
        for outer, inner in _notes(text, block.span) if block.kind in _HOLDS else ():
            label = f"{prefix}{len(anchors) + 1}"
            anchors.append(Anchor(Span(outer.start, inner.start), label))
            out.append(Block(BlockKind.NOTE, trim(text, inner), outer, label=label))
    return tuple(out), anchors


def _notes(text: str, span: Span) -> Iterator[tuple[Span, Span]]:
    """Each note in a block: the whole of it, and what stands between its signs."""
    done = span.start
    for match in _OPENING.finditer(text, span.start, span.end):
        if match.start() < done or text.count("`", span.start, match.start()) % 2:
            continue
        inner = _inside(text, match, min(span.end, match.end() + _LONGEST))
        if inner is None or not text[inner.start : inner.end].strip():
            continue
        done = inner.end + (1 if match["caret"] else len(match["tag"]) + 3 if match["tag"] else 2)
        yield Span(match.start(), done), inner


def _inside(text: str, match: re.Match[str], end: int) -> Span | None:
    """What stands between the signs that begin here; None if nothing ends them, or it is no note."""
    if match["caret"]:
        close = _closing(text, match.end(), end)
        if not _PROSE.search(text, match.end(), max(close, match.end())):
            return None
    elif match["tag"]:
        close = text.find(f"[/{match['tag']}]", match.end(), end)
    else:
        close = text.find("))" if match["round"] else "]]", match.end(), end)
        while close >= 0 and match["round"] and text.startswith(")", close + 2):
            close += 1  # the note ends with a parenthesis of its own
        words = text[match.end() : max(close, match.end())]
        if not _WORDS.match(words) or not _SENTENCE.search(words):
            return None
    return Span(match.end(), close) if close >= 0 else None


def _closing(text: str, start: int, end: int) -> int:
    """Where the bracket that is open at ``start`` closes; -1 if it does not."""
    depth = 1
    for match in _BRACKET.finditer(text, start, end):
        depth += {"[": 1, "]": -1}.get(match[0], 0)
        if not depth:
            return match.start()
    return -1
