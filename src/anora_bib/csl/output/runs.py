"""What the writer makes of nodes: typed runs, from which the text of every output format is made.

A :class:`Segment` is a run as the writer makes it: text, the spans of formatting around it, and the item and variable
that it comes from. A :class:`Run` is the same for those who make output of their own, a word processor's document or
a canvas: its formatting is resolved, and neighbours of the same kind are one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from anora_bib.csl.output.nodes import DISPLAY, Mark

LINK: Final = "link"
"""The attribute of the mark of a link; its value is the URL."""


class Span:
    """Formatting, a block or a link around text. Spans nest; ``outer`` is the next one around, None for the line."""

    __slots__ = ("depth", "mark", "outer")

    def __init__(self, mark: Mark, outer: Span | None) -> None:
        self.mark = mark
        self.outer = outer
        self.depth: int = 0 if outer is None else outer.depth + 1

    def __reduce__(self) -> str | tuple[object, ...]:
        # There is one line: that of a text which comes from another process is ours.
        return "LINE" if self.outer is None else (Span, (self.mark, self.outer))


LINE: Final = Span(("", ""), None)
"""What is around every other span."""


Source = tuple[str, str]
"""Where text comes from: the id of an item, and a variable, "" for what the style says (terms, labels, affixes)."""

NO_SOURCE: Final[Source] = ("", "")


class Segment:
    """Text in one place: inside ``span``, from ``source``."""

    __slots__ = ("source", "span", "text")

    def __init__(self, text: str, span: Span = LINE, source: Source = NO_SOURCE) -> None:
        self.text = text
        self.span = span
        self.source = source


# -- formatting

ITALIC: Final = 1
BOLD: Final = 2
SMALL_CAPS: Final = 4
UNDERLINE: Final = 8
SUPERSCRIPT: Final = 16
SUBSCRIPT: Final = 32
FORMATTINGS: Final = 64
"""The formatting of text is a number below this one, the sum of those above."""

CHANGES: Final[dict[Mark, tuple[int, int]]] = {
    # mark -> formatting that it ends, formatting that it begins
    ("font-style", "italic"): (0, ITALIC),
    ("font-style", "oblique"): (0, ITALIC),
    ("font-style", "normal"): (ITALIC, 0),
    ("font-weight", "bold"): (0, BOLD),
    ("font-weight", "normal"): (BOLD, 0),
    ("font-variant", "small-caps"): (0, SMALL_CAPS),
    ("font-variant", "normal"): (SMALL_CAPS, 0),
    ("text-decoration", "underline"): (0, UNDERLINE),
    ("text-decoration", "none"): (UNDERLINE, 0),
    ("vertical-align", "sup"): (SUBSCRIPT, SUPERSCRIPT),
    ("vertical-align", "sub"): (SUPERSCRIPT, SUBSCRIPT),
    ("vertical-align", "baseline"): (SUPERSCRIPT | SUBSCRIPT, 0),
}
_SAME: Final = (0, 0)


def formatting(span: Span) -> int:
    """The formatting of text inside a span."""
    if span.outer is None:
        return 0
    ends, begins = CHANGES.get(span.mark, _SAME)
    return formatting(span.outer) & ~ends | begins


def link(span: Span) -> str:
    """The URL that text inside a span leads to, "" for none."""
    at: Span | None = span
    while at is not None:
        if at.mark[0] == LINK:
            return at.mark[1]
        at = at.outer
    return ""


BREAK: Final = "\n"
MARGIN: Final = "\t"
BLOCKS: Final[dict[Mark, tuple[str, str]]] = {
    (DISPLAY, "left-margin"): ("", MARGIN),
    (DISPLAY, "block"): ("", BREAK),
    (DISPLAY, "indent"): (BREAK, ""),
}
"""The text before and after a block where there is no markup for it."""
BLOCK_EDGE: Final = Span(("", ""), LINE)
"""Where that text is."""


def moved(before: Span, after: Span) -> tuple[list[Span], list[Span]]:
    """The spans that end and those that begin between two places, in that order."""
    ended: list[Span] = []
    begun: list[Span] = []
    while before is not after:
        if before.depth >= after.depth and before.outer is not None:
            ended.append(before)
            before = before.outer
        elif after.outer is not None:
            begun.append(after)
            after = after.outer
    begun.reverse()
    return ended, begun


def with_blocks(segments: Sequence[Segment]) -> Iterator[Segment]:
    """The segments with text where blocks begin and end."""
    at = LINE
    for segment in (*segments, Segment("", LINE)):
        if segment.span is not at:
            ended, begun = moved(at, segment.span)
            text = "".join([BLOCKS[span.mark][1] for span in ended if span.mark in BLOCKS])
            text += "".join([BLOCKS[span.mark][0] for span in begun if span.mark in BLOCKS])
            if text:
                yield Segment(text, BLOCK_EDGE)
            at = segment.span
        if segment.text:
            yield segment


# -- public runs


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one formatting, from one source.

    ``link`` is the URL it leads to, "" for none. ``item`` is the id of the item that it was rendered for, and
    ``variable`` the CSL variable whose value it is: "title", "author", "issued", "page", ..., "" for what the style
    says. Neither counts where runs are compared.
    """

    text: str
    italic: bool = False
    bold: bool = False
    small_caps: bool = False
    underline: bool = False
    superscript: bool = False
    subscript: bool = False
    link: str = ""
    item: str = field(default="", compare=False)
    variable: str = field(default="", compare=False)


def _run(text: str, look: int, link: str, source: Source) -> Run:
    return Run(
        text,
        italic=bool(look & ITALIC),
        bold=bool(look & BOLD),
        small_caps=bool(look & SMALL_CAPS),
        underline=bool(look & UNDERLINE),
        superscript=bool(look & SUPERSCRIPT),
        subscript=bool(look & SUBSCRIPT),
        link=link,
        item=source[0],
        variable=source[1],
    )


class FormattedText(str):
    """Text in an output format, which knows the runs it was made from."""

    __slots__ = ("_segments", "_strips")

    _segments: Sequence[Segment]
    _strips: bool

    @classmethod
    def of(cls, text: str, segments: Sequence[Segment], *, strips: bool = False) -> FormattedText:
        """The text that a format made of segments; ``strips`` tells that white space at its ends was left out."""
        made = cls(text)
        made._segments = segments
        made._strips = strips
        return made

    @property
    def segments(self) -> Sequence[Segment]:
        """What a format makes text of."""
        return self._segments

    @property
    def runs(self) -> list[Run]:
        """The runs, in the order of the text; neighbours differ in formatting or source."""
        runs: list[Run] = []
        before: tuple[int, str, Source] | None = None
        text = ""
        for segment in with_blocks(_stripped(self._segments) if self._strips else self._segments):
            kind = formatting(segment.span), link(segment.span), segment.source
            if kind != before:
                if before is not None:
                    runs.append(_run(text, *before))
                before, text = kind, ""
            text += segment.text
        if before is not None:
            runs.append(_run(text, *before))
        return runs


def _stripped(segments: Sequence[Segment]) -> list[Segment]:
    """Segments without white space at the ends of the line."""
    kept = list(segments)
    while kept and not kept[0].text.strip():
        del kept[0]
    while kept and not kept[-1].text.strip():
        del kept[-1]
    if kept:
        kept[0] = Segment(kept[0].text.lstrip(), kept[0].span, kept[0].source)
        kept[-1] = Segment(kept[-1].text.rstrip(), kept[-1].span, kept[-1].source)
    return kept


def runs(text: str) -> list[Run]:
    """The runs of a text that the processor made, in any output format; neighbours differ in formatting.

    Where pieces of the same formatting come from different variables, the run has neither ``item`` nor ``variable``
    unless they share it. Text that no processor made is one run.
    """
    if not isinstance(text, FormattedText):
        return [Run(text)] if text else []
    joined: list[Run] = []
    for run in text.runs:
        if joined and replace(run, text=joined[-1].text) == joined[-1]:
            before = joined[-1]
            joined[-1] = replace(
                before,
                text=before.text + run.text,
                item=before.item if before.item == run.item else "",
                variable=before.variable if before.variable == run.variable else "",
            )
        else:
            joined.append(run)
    return joined
