"""Items of a list: the label each begins with, the words, and the sign that leads back to the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from anora_bib.documents.lines import trim
from anora_bib.find.page.lists.entry_lines import entry_spans
from anora_bib.model import Block, BlockKind, Essay
from anora_bib.readers.markup.numbering import NUMBER, ROMAN, counts_in_roman, from_roman, is_counted
from anora_bib.text.spans import Span

_TARGET = r"\([^()\s]{0,300}\)"
_TAG = r"<a\b[^<>]{0,300}>"
_EMPTY_LINKS = rf"(?:[ \t]*(?:\[\]{_TARGET}|{_TAG}</a>)){{0,2}}"
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


class LabelKind(IntEnum):
    """How a label is set, the least mistakable last."""

    BARE = 1
    """``4 Text``: may be the beginning of the text itself ("42 U.S.C.")."""
    NUMBERED = 2
    r"""``4. Text`` or ``4\. Text``, and ``4a. Text`` for one that was put in later."""
    SUPERSCRIPT = 3
    NAMED = 4
    """``Note 4: Text``, and ``[Footnote 4: Text]`` of Project Gutenberg."""
    BRACKETED = 5
    LINKED = 6
    """A link back, whatever brackets are in or around it: ``[\\[4\\]](#ref4) Text``."""


_LABELS = (
    (
        LabelKind.LINKED,
        re.compile(rf"(?:\\?\[)?\[(?:\\?\[)?\^?(?P<n>{NUMBER})\^?(?:\\?\])?\]{_TARGET}(?:\\?\])?{_EMPTY_LINKS}"),
    ),
    (
        LabelKind.LINKED,
        re.compile(
            rf"(?:\\?\[)?\[(?:\\?\[)?(?P<r>{ROMAN})(?:\\?\])?\]\([^()\s]{{0,300}}#_(?:edn|ftn)ref\d{{0,4}}\)(?:\\?\])?"
        ),
    ),
    (LabelKind.LINKED, re.compile(rf"(?:<sup>)?{_TAG}(?:<sup>)?\[?(?P<n>{NUMBER})[.]?\]?(?:</sup>)?</a>(?:</sup>)?")),
    (LabelKind.BRACKETED, re.compile(rf"\\?\[[ \xa0]?(?P<n>{NUMBER})[ \xa0]?\\?\](?![({{])")),
    (LabelKind.BRACKETED, re.compile(rf"\\?\[(?P<r>{ROMAN})\\?\](?=\s)")),
    (
        LabelKind.NAMED,
        re.compile(
            r"(?P<bracket>\[)?(?:foot|end)?note[ \xa0]?(?P<n>\d{1,4})(?=[.:)])(?![^\[\]]{0,4}\])", re.IGNORECASE
        ),
    ),
    (
        LabelKind.SUPERSCRIPT,
        re.compile(r"\^(?P<n>\d{1,4})\^|<(?i:sup)>(?P<t>\d{1,4})</(?i:sup)>|(?P<s>[⁰¹²³⁴-⁹]{1,4})"),
    ),
    (LabelKind.NUMBERED, re.compile(r"\(?(?P<n>\d{1,4}[a-z]?)\\?[.)](?=\s)")),
    (LabelKind.BARE, re.compile(r"(?P<n>\d{1,3})(?:[ \t\xa0]{1,3}(?=[^\W\d_]|[\"“‘'*_<\[(])|(?=[“\"]?[A-Z][a-z]))")),
)
_LEAD = re.compile(rf"(?:>[ \t]?|[ \t]){{0,9}}(?:[-*•][ \t]+)?{_EMPTY_LINKS}[ \t]*")
_LEAD_SIGNS = frozenset("> \t-*•[<")
"""How what may stand before a label begins, if anything stands there."""
_LABEL_SIGNS = frozenset("[\\<(^fFeEnN")
"""How a label begins, if not with a figure."""
_AFTER_LABEL = re.compile(r"[ \t\xa0]*[.:)]?[ \t\xa0]*")
_BACK_START = re.compile(r"(?:\^|↑)(?:[ ,][a-z]{1,2}(?=[ ,])){0,20}[ \t]+")
_BACK_END = re.compile(
    r"(?:&(?:nbsp|#160|#xa0);)?(?:[↩↑⏎⤴⮌][\ufe0e\ufe0f]?|(?<=\s)\^|"
    r"<a\b[^<>]{0,300}>[ ]?(?:[↩↑⏎⤴⮌^][\ufe0e\ufe0f]?|(?i:back|return)(?i: to text)?)[ ]?</a>|"
    rf"\\?\[\\?\[?(?:[↩↑⏎⤴⮌^][\ufe0e\ufe0f]?|(?i:back|return)(?i: to text)?)\\?\]?\](?:{_TARGET})?|"
    r"(?<=[.”\"\s)])(?:Back|Return to text))[\s.]*$"
)
_BACK_LAST = frozenset("↩↑⏎⤴⮌\ufe0e\ufe0f^>])kt")
"""The last character of each of them, stops and spaces apart."""
_BACK_REACH = 340
"""A link back is no longer than its target may be."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One item of a list. ``span`` covers its words; ``back`` tells that a sign leads back to the text."""

    block: Block
    span: Span
    outer: Span
    label: str = ""
    kind: LabelKind | None = None
    back: bool = False

    @property
    def number(self) -> int | None:
        """The label as a number; None for any other label."""
        return int(self.label) if self.label.isdecimal() else None


def pieces(essay: Essay, block: Block) -> Iterator[Piece]:
    """The items a block holds: one, or one a line where its lines carry labels as its first does."""
    first = _piece(essay.text, block, block.outer, block.span)
    if first.kind is None or "\n" not in block.span.of(essay.text):
        yield first
        return
    cuts = [block.span.start, *_cuts(essay.text, block, first), block.span.end]
    for index, (start, end) in enumerate(pairwise(cuts)):
        words = trim(essay.text, Span(start, end))
        outer = Span(block.outer.start, words.end) if index == 0 else words
        yield _piece(essay.text, block, outer, words, label=block.label if index == 0 else "")


class Entries:
    """The items of blocks under the headings of lists, where lines without labels may be items of their own.

    Each block is read once, though several ask for it: a list of works may be one of notes.
    """

    def __init__(self, essay: Essay) -> None:
        self.essay = essay
        self._of_block: dict[int, list[Piece]] = {}

    def of(self, block: Block) -> list[Piece]:
        """The items of a block of the essay, in order."""
        known = self._of_block.get(id(block))
        if known is None:
            known = self._of_block[id(block)] = list(_entries(self.essay, block))
        return known


def _entries(essay: Essay, block: Block) -> Iterator[Piece]:
    parts = list(pieces(essay, block))
    spans = list(entry_spans(essay.text, block.span)) if len(parts) == 1 and parts[0].kind is None else []
    if len(spans) < 2:
        yield from parts
        return
    for index, words in enumerate(spans):
        outer = Span(block.outer.start, words.end) if index == 0 else words
        yield _piece(essay.text, block, outer, words, label="")


def _cuts(text: str, block: Block, first: Piece) -> Iterator[int]:
    last = first
    for match in re.finditer(r"\n", text[block.span.start : block.span.end]):
        start = block.span.start + match.end()
        line = _piece(text, block, block.outer, Span(start, block.span.end), label="")
        loose = first.kind in (LabelKind.BARE, LabelKind.NUMBERED)
        if line.kind is first.kind and (not loose or line.number == (last.number or 0) + 1):
            last = line
            yield start


def _piece(text: str, block: Block, outer: Span, words: Span, label: str | None = None) -> Piece:
    given = block.label if label is None else label
    start = words.start
    kind: LabelKind | None = None
    lead = _LEAD.match(text, start, words.end) if text[start : start + 1] in _LEAD_SIGNS else None
    after_lead = lead.end() if lead else start
    first = text[after_lead : after_lead + 1]
    for candidate, pattern in _LABELS if first in _LABEL_SIGNS or first.isdigit() else ():
        match = pattern.match(text, after_lead, words.end)
        if match and candidate is LabelKind.BRACKETED and "r" in pattern.groupindex and not counts_in_roman(text):
            continue
        if not match or (given and candidate is LabelKind.BARE) or not is_counted(value := _value(match), text):
            continue
        if not (candidate is LabelKind.BRACKETED and _is_of_link(text, match.end(), value)):
            kind, given = candidate, value
            after = _AFTER_LABEL.match(text, match.end(), words.end)
            start = after.end() if after else match.end()
            closes = match.groupdict().get("bracket") and text.endswith("]", start, words.end)
            words = Span(words.start, words.end - 1) if closes else words
            break
    else:
        kind = LabelKind.NUMBERED if given else None
        start = after_lead if text.startswith(">", start) else start
    span, back = without_back(text, trim(text, Span(min(start, words.end), words.end)))
    return Piece(block, span, outer, given, kind, back)


def _is_of_link(text: str, end: int, label: str) -> bool:
    """True for the label of a link's address: ``[4]: https://example.org``, where the text has ``[words][4]``."""
    at = text.find(f"][{label}]") if text.startswith(":", end) else -1
    while at > 0 and not text[at - 1].isalpha():
        at = text.find(f"][{label}]", at + 1)
    return at > 0


def _value(match: re.Match[str]) -> str:
    groups = match.groupdict()
    if "r" in groups:
        return from_roman(groups["r"])
    return groups["n"] or groups["t"] or groups["s"].translate(SUPERSCRIPTS)


def without_back(text: str, span: Span) -> tuple[Span, bool]:
    """``span`` without the signs at its ends that lead back to the text, and whether there were any."""
    back = False
    leading = _BACK_START.match(text, span.start, span.end)
    if leading:
        back, span = True, Span(leading.end(), span.end)
    while _last(text, span) in _BACK_LAST and (
        match := _BACK_END.search(text, max(span.start, span.end - _BACK_REACH), span.end)
    ):
        back, span = True, trim(text, Span(span.start, match.start()))
    return span, back


def _last(text: str, span: Span) -> str:
    """The last character that is neither a stop nor white space; "" if there is none."""
    at = span.end
    while at > span.start and (text[at - 1] == "." or text[at - 1].isspace()):
        at -= 1
    return text[at - 1 : at] if at > span.start else ""


def is_item(block: Block) -> bool:
    """Whether the block is an item of a list."""
    return block.kind is BlockKind.LIST_ITEM
