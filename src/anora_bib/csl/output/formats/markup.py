"""Markup that nests as spans do: HTML, LaTeX and RTF."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Final

from anora_bib.csl.output.nodes import Mark
from anora_bib.csl.output.patterns import Filled, Pattern
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


_BETWEEN: Final = "|"


def marks(**around: tuple[str, str]) -> dict[Mark, tuple[str, str]]:
    """The markup of formatting for each mark, by short names."""
    return {mark: around[short] for mark, short in _SHORT.items() if short in around}


class Markup:
    """Writes runs in one kind of markup.

    ``escape`` writes the texts of neighbouring runs with no markup among them. ``marks`` has the beginning and end of
    each mark; one that is missing leaves no trace. ``link`` gives those of a link to an address, which is
    percent-encoded. ``once`` leaves out formatting that changes nothing, since LaTeX sets emphasis inside emphasis
    upright.

    ``is_plain`` tells of text that ``escape`` leaves it as it is. A format has it whose ``escape`` looks at one sign at
    a time, but for white space that meets white space.
    """

    def __init__(
        self,
        escape: Callable[[Sequence[str]], str],
        marks: Mapping[Mark, tuple[str, str]],
        link: Callable[[str], tuple[str, str]],
        *,
        once: bool = True,
        is_plain: Callable[[str], bool] | None = None,
    ) -> None:
        self._escape = escape
        self._marks = marks
        self._link = link
        self._once = once
        self._is_plain = is_plain

    def write(self, segments: Sequence[Segment]) -> str:
        """The markup of runs."""
        if isinstance(segments, Filled) and (filled := self._filled(segments)):
            return filled
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

    # -- patterns: their markup is worked out once, for texts to be put in

    def _filled(self, line: Filled) -> str:
        """The markup of a line of patterns; "" where it matters from which of its texts the spaces are that meet."""
        is_plain = self._is_plain
        if is_plain is None:
            return ""
        made: list[str] = []
        spaced = False
        for pattern, _, cores in line.parts:
            markup = pattern.markups.get(self)
            if markup is None:
                markup = pattern.markups[self] = self._template(pattern)
            if not markup or (spaced and pattern.spaced[0]):
                return ""
            spaced = pattern.spaced[1]
            made.append(markup % (cores if is_plain("".join(cores)) else self._escaped(cores)))
        text = made[0] if len(made) == 1 else "".join(made)
        if line.base is LINE or not text:
            return text
        return f"{self._between(LINE, line.base)}{text}{self._between(line.base, LINE)}"

    def _escaped(self, cores: tuple[str, ...]) -> tuple[str, ...]:
        """The cores as the format writes them: all at once, unless the sign that is put between them is in one."""
        together = self._escape([_BETWEEN.join(cores)]).split(_BETWEEN)
        return tuple(together if len(together) == len(cores) else [self._escape([core]) for core in cores])

    def _template(self, pattern: Pattern) -> str:
        """The markup of a pattern, "%s" for each of its cores; "" where two spaces meet in its own text."""
        if any(one.isspace() and other.isspace() for one, other in pairwise(pattern.text)):
            return ""
        out: list[str] = []
        span = pattern.base
        for before, hole, after, inside, _ in pattern.pieces:
            if hole < 0 and not before:
                continue
            out += (self._static(self._between(span, inside)), self._static(self._escape([before])))
            span = inside
            if hole >= 0:
                out += ("%s", self._static(self._escape([after])))
        out.append(self._static(self._between(span, pattern.base)))
        return "".join(out)

    @staticmethod
    def _static(text: str) -> str:
        return text.replace("%", "%%")

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
