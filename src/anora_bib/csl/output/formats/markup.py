"""Markup that nests as spans do: HTML, LaTeX and RTF."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from anora_bib.csl.output.nodes import Mark
from anora_bib.csl.output.runs import CHANGES, LINE, LINK, Segment, Span, formatting, moved

_SHORT: Final[dict[Mark, str]] = {
    ("font-style", "italic"): "italic",
    ("font-style", "oblique"): "italic",
    ("font-weight", "bold"): "bold",
    ("font-variant", "small-caps"): "caps",
    ("vertical-align", "sup"): "sup",
    ("vertical-align", "sub"): "sub",
    ("text-decoration", "underline"): "underline",
}


def marks(**around: tuple[str, str]) -> dict[Mark, tuple[str, str]]:
    """The markup of formatting for each mark, by short names."""
    return {mark: around[short] for mark, short in _SHORT.items() if short in around}


class Markup:
    """Writes runs in one kind of markup.

    ``escape`` writes the texts of neighbouring runs with no markup among them. ``marks`` has the beginning and end of
    each mark; one that is missing leaves no trace. ``link`` gives those of a link to an address, which is
    percent-encoded. ``once`` leaves out formatting that changes nothing, since LaTeX sets emphasis inside emphasis
    upright.
    """

    def __init__(
        self,
        escape: Callable[[Sequence[str]], str],
        marks: Mapping[Mark, tuple[str, str]],
        link: Callable[[str], tuple[str, str]],
        *,
        once: bool = True,
    ) -> None:
        self._escape = escape
        self._marks = marks
        self._link = link
        self._once = once

    def write(self, segments: Sequence[Segment]) -> str:
        """The markup of runs."""
        out: list[str] = []
        texts: list[str] = []
        span = LINE
        for segment in segments:
            after = segment.span
            if after is not span and segment.text:
                markup = self._between(span, after)
                span = after
                if markup:
                    if texts:
                        out.append(self._escape(texts))
                        texts = []
                    out.append(markup)
            texts.append(segment.text)
        out.append(self._escape(texts))
        if span is not LINE:
            out.append(self._between(span, LINE))
        return "".join(out)

    def _between(self, before: Span, after: Span) -> str:
        if after.outer is before:
            return self._around(after)[0]
        if before.outer is after:
            return self._around(before)[1]
        ended, begun = moved(before, after)
        return "".join([self._around(span)[1] for span in ended] + [self._around(span)[0] for span in begun])

    def _around(self, span: Span) -> tuple[str, str]:
        mark = span.mark
        if mark[0] == LINK:
            return self._link(mark[1])
        around = self._marks.get(mark)
        if around is None or (self._once and mark in CHANGES and _changes_nothing(span)):
            return "", ""
        return around


def _changes_nothing(span: Span) -> bool:
    return span.outer is not None and formatting(span) == formatting(span.outer)
