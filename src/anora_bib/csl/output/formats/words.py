"""Runs as words: for markup in which formatting cannot begin or end at white space."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from anora_bib.csl.output.runs import BLOCK_EDGE, LINE, Segment, formatting, link, with_blocks
from anora_bib.documents.dialects.controls import one_line


@dataclass(slots=True)
class Word:
    """Text of one look, with no white space at its ends; ``gap`` is the white space before it."""

    look: int
    link: str
    text: str
    gap: str


def words(segments: Sequence[Segment], looks: Sequence[int], looks_in_links: Sequence[int]) -> list[Word]:
    """Runs as words, so that no formatting begins or ends at white space.

    Neighbours look different unless a block begins or ends between them.

    ``looks`` has for each formatting the one that a format has, ``looks_in_links`` the same for text of links. White
    space at the beginning and at the end is left out.
    """
    made: list[Word] = []
    gap, edge = "", False
    span, look, target = LINE, looks[0], ""
    for segment in with_blocks(segments):
        if segment.span is BLOCK_EDGE:
            gap += segment.text
            edge = True
            continue
        text = one_line(segment.text)
        core = text.strip()
        if not core:
            gap += text
            continue
        if segment.span is not span:
            span = segment.span
            target = link(span)
            look = (looks_in_links if target else looks)[formatting(span)]
        start = text.index(core)
        gap += text[:start]
        last = made[-1] if made else None
        if last is not None and last.look == look and last.link == target and not edge:
            last.text += gap + core
        else:
            made.append(Word(look, target, core, gap))
        gap, edge = text[start + len(core) :], False
    return made
