"""Which parts and texts a step of settling is asked about: most steps know a habit that few references have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from anora_bib.parser.labels import Label
from anora_bib.parser.learned.spans import LabelledPart

Parts = list[LabelledPart]
Step = Callable[[Parts, str], Parts]
_NONE: Final[frozenset[Label]] = frozenset()


class AskedStep:
    """A step with what parts and text must have for it; parts that lack it are given back as they are."""

    __slots__ = ("_lacks", "_needs", "_one_of", "sign", "step")

    def __init__(
        self, step: Step, needs: frozenset[Label], one_of: frozenset[Label], lacks: frozenset[Label], sign: str
    ) -> None:
        self.step = step
        self.sign = sign
        self._needs = needs
        self._one_of = one_of
        self._lacks = lacks

    def __call__(self, parts: Parts, text: str) -> Parts:
        """The parts after the step, if it is asked."""
        return in_turn(parts, text, (self,))

    def fits(self, labels: set[Label]) -> bool:
        """Whether parts with these labels are any of its business."""
        if not self._needs <= labels or (self._one_of and labels.isdisjoint(self._one_of)):
            return False
        return labels.isdisjoint(self._lacks)


def asked_of(
    *needs: Label, one_of: frozenset[Label] = _NONE, lacks: frozenset[Label] = _NONE, sign: str = ""
) -> Callable[[Step], AskedStep]:
    """A step that is asked only about parts that have each of these labels, and where its ``sign`` is in the text.

    ``one_of`` are labels of which the parts must have one, ``lacks`` those of which they must have none.
    """

    def decorated(step: Step) -> AskedStep:
        return AskedStep(step, frozenset(needs), one_of, lacks, sign)

    return decorated


def in_turn(parts: Parts, text: str, steps: tuple[AskedStep, ...]) -> Parts:
    """The parts after each of the steps. The labels are told anew only where a step was asked: it may change any."""
    labels: set[Label] | None = None
    for step in steps:
        if step.sign not in text:
            continue
        if labels is None:
            labels = {part[2] for part in parts}
        if step.fits(labels):
            parts = step.step(parts, text)
            labels = None
    return parts
