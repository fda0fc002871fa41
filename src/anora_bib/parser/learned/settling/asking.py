"""Which parts and texts a step of settling is asked about: most steps know a habit that few references have."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Final

from anora_bib.parser.labels import Label
from anora_bib.parser.learned.spans import LabelledPart

Parts = list[LabelledPart]
Step = Callable[[Parts, str], Parts]
_NONE: Final[frozenset[Label]] = frozenset()


def asked_of(
    *needs: Label, one_of: frozenset[Label] = _NONE, lacks: frozenset[Label] = _NONE, sign: str = ""
) -> Callable[[Step], Step]:
    """A step that is asked only about parts that have each of these labels, and where its ``sign`` is in the text.

    ``one_of`` are labels of which the parts must have one, ``lacks`` those of which they must have none.
    """
    wanted = frozenset(needs)

    def decorated(step: Step) -> Step:
        @wraps(step)
        def asked(parts: Parts, text: str) -> Parts:
            if sign not in text:
                return parts
            labels = {part.label for part in parts}
            has_them = wanted <= labels and not (one_of and labels.isdisjoint(one_of))
            return step(parts, text) if has_them and labels.isdisjoint(lacks) else parts

        return asked

    return decorated
