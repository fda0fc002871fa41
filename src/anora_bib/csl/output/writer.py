"""From trees of nodes to typed runs, the text of one line.

How a tree is laid out, where punctuation meets, is worked out by :mod:`anora_bib.csl.output.tree_line`, in one pass. It
depends on the shape of the tree alone (:mod:`anora_bib.csl.output.shapes`), so that it is remembered as a pattern
(:mod:`anora_bib.csl.output.patterns`), into which the texts of the next tree of that shape are put.

How text looks in an output format is not known here: :mod:`anora_bib.csl.output.formats` makes text of the runs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from anora_bib.csl.output.nodes import DISPLAY, Mark, Output
from anora_bib.csl.output.patterns import Filled, FilledPart, Pattern
from anora_bib.csl.output.punctuation import AT_SEAMS
from anora_bib.csl.output.runs import LINE, NO_SOURCE, Segment, Span
from anora_bib.csl.output.shapes import LONGEST, hollow, shape
from anora_bib.csl.output.tree_line import TreeLine
from anora_bib.csl.values.typography import Typography
from anora_bib.system.memory import Memory

Part = tuple[str, Output]
"""The id of an item, and what is rendered for it; "" for what is between items."""

_REMEMBERED: Final = 1024
"""Shapes of trees that a writer remembers. A library of a thousand items has some hundred of them in one style."""

_TIMES: Final = 2
"""So many trees of a shape are laid out as they are: for what comes seldom it does not pay to make a pattern."""

NONE_OF_THEIR_OWN: Final[Mapping[str, Typography]] = MappingProxyType({})


class Writer:
    """Makes runs of trees in one typography.

    ``links`` makes links of addresses; ``brackets`` makes brackets of the parentheses that affixes set inside others.
    Most trees are of a shape that came before: how such are laid out is remembered. Threads may share a writer.
    """

    __slots__ = ("_bases", "_brackets", "_links", "_met", "_patterns", "_typography")

    def __init__(self, typography: Typography, *, links: bool = False, brackets: bool = False) -> None:
        self._typography = typography
        self._links = links
        self._brackets = brackets
        self._patterns: Memory[tuple[object, ...], Pattern] = Memory(_REMEMBERED)
        self._met: Memory[int, int] = Memory(8 * _REMEMBERED)
        """How often shapes came, by their hashes."""
        self._bases: dict[tuple[Mark, ...], Span | None] = {}
        """The span of a line inside marks, of which a style has but a few."""

    def write(
        self,
        parts: Sequence[Part],
        marks: tuple[Mark, ...] = (),
        typographies: Mapping[str, Typography] = NONE_OF_THEIR_OWN,
    ) -> Sequence[Segment]:
        """The runs of all parts in one line, inside ``marks``.

        Nothing meets between two parts, but that a comma or full stop after a quotation goes into its quotation marks
        where the locale has it there (CSL 1.0.2, Locale Options).

        ``typographies`` has those of items that are printed in another language than the rest.
        """
        if not (typographies or self._links) and (base := self._base(marks)) is not None:
            filled = self._filled(parts, marks, base)
            if filled is not None:
                return filled
        return self._written(parts, marks, typographies)

    def _written(
        self, parts: Sequence[Part], marks: tuple[Mark, ...], typographies: Mapping[str, Typography]
    ) -> list[Segment]:
        line = self._line()
        opened = _opened(marks)
        for mark in opened:
            line.begin(NO_SOURCE)
            line.open(mark)
        for at, (item, node) in enumerate(parts):
            own = line.seam(node) if at and isinstance(node, str) and not item else node
            if typographies:
                line.set_in(typographies.get(item, self._typography))
            line.part(item, own, marks)
        for mark in reversed(opened):
            line.begin(NO_SOURCE)
            line.close(mark, leaf=False)
        return line.segments

    def _line(self) -> TreeLine:
        return TreeLine(self._typography, links=self._links, brackets=self._brackets)

    # -- what is remembered

    def _base(self, marks: tuple[Mark, ...]) -> Span | None:
        """The span of a line inside marks; None if these are more than formatting."""
        if not marks:
            return LINE
        if marks not in self._bases:
            base: Span | None = LINE
            for mark in _opened(marks):
                base = None if base is None or mark[0] in ("quotes", DISPLAY) else Span(mark, base)
            self._bases[marks] = base
        return self._bases[marks]

    def _filled(self, parts: Sequence[Part], marks: tuple[Mark, ...], base: Span) -> Filled | None:
        """The parts as patterns filled with their texts; None if one is of a shape that is new, or has blocks."""
        last = len(parts) - 1
        made: list[FilledPart] = []
        takes_seam = False
        for at, (item, output) in enumerate(parts):
            node = output[1:] if takes_seam and isinstance(output, str) else output
            seam = _seam(parts[at + 1]) if at < last else ""
            signs, cores = shape(node)
            if len(signs) > LONGEST:
                return None
            key = (seam, marks, *signs)
            pattern = self._patterns.get(key)
            if pattern is None:
                sign = hash(key)
                times = self._met.get(sign, 0)
                if times < _TIMES:
                    self._met.keep(sign, times + 1)
                    return None
                pattern = self._patterns.keep(key, self._pattern(node, seam, marks, base))
            if last and pattern.has_blocks:
                return None
            takes_seam = pattern.takes_seam
            made.append(FilledPart(pattern.after(made) if made else pattern, item, tuple(cores)))
        return Filled(made, base)

    def _pattern(self, node: Output, seam: str, marks: tuple[Mark, ...], base: Span) -> Pattern:
        line = self._line()
        line.span = base
        line.part("", hollow(node), marks)
        takes_seam = bool(seam) and not line.seam(seam)
        return Pattern.of(line.segments, base, takes_seam=takes_seam)


def _seam(part: Part) -> str:
    """The mark of a part between two items that may go into quotation marks before it."""
    item, output = part
    return output[0] if not item and isinstance(output, str) and output.startswith(AT_SEAMS) else ""


def _opened(marks: tuple[Mark, ...]) -> list[Mark]:
    """The marks around a line that are set, the outermost first."""
    return [mark for mark in reversed(marks) if mark[1] != "normal"]
