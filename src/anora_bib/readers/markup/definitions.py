"""Footnote definitions, ``[^4]: text``, anywhere on the page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from anora_bib.model import Block, BlockKind
from anora_bib.text.spans import Span

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

DEFINITION = re.compile(r"\[\^(?P<label>[^\[\]\s^]{1,60})\]:[ \t]*")
_BEGINS = re.compile(rf"(?:(?:[-*+]|\d{{1,9}}[.)])[ \t]{{1,4}})?{DEFINITION.pattern}")
"""Another definition, in an item of its own or not."""
TOKEN = "footnote_definition"  # noqa: S105 - a kind of token, not a secret


def definition_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A block rule of markdown-it: the line of a definition, the lines that go on with it, indented paragraphs."""
    first = state.bMarks[start] + state.tShift[start]
    match = DEFINITION.match(state.src, first, state.eMarks[start])
    if not match or state.is_code_block(start):
        return False
    if silent:
        return True
    line = last = start + 1
    while line < end:
        if state.isEmpty(line):
            line += 1
            continue
        indented = state.sCount[line] >= state.blkIndent + 4
        text_start = state.bMarks[line] + state.tShift[line]
        if _BEGINS.match(state.src, text_start) or not (indented or line == last):
            break
        line += 1
        last = line
    token = state.push(TOKEN, "", 0)
    token.map = [start, last]
    token.info = match["label"]
    state.line = last
    return True


def adopt_text(blocks: Iterable[Block]) -> list[Block]:
    """``blocks`` with the paragraph after an empty definition as the text of that definition."""
    out: list[Block] = []
    for block in blocks:
        waiting = out and out[-1].kind is BlockKind.NOTE and not len(out[-1].span)
        if waiting and block.kind is BlockKind.PARAGRAPH:
            outer = Span(out[-1].outer.start, block.outer.end)
            out[-1] = replace(out[-1], span=block.span, outer=outer)
        else:
            out.append(block)
    return out
