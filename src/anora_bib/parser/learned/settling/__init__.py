"""Parts of a reference as people print them: what the labeller tears apart, or sees twice, is put right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from anora_bib.parser.draft import Mark
from anora_bib.parser.labels import Label
from anora_bib.parser.learned.settling.borders import borders
from anora_bib.parser.learned.settling.holders import held
from anora_bib.parser.learned.settling.houses import housed
from anora_bib.parser.learned.settling.numbers import counted, numbered
from anora_bib.parser.learned.settling.titles import titled
from anora_bib.parser.learned.spans import LabelledPart

_MANY: Final = frozenset((Label.AUTHOR, Label.TITLE, Label.CONTAINER, Label.ARCHIVE))
"""Labels of which the first part counts; of any other it is the likeliest."""


def settle(parts: Sequence[LabelledPart], text: str, marks: Sequence[Mark]) -> list[LabelledPart]:
    """The parts of the reference ``text``, at most one of each label but for those of names in archives."""
    settled = counted(borders(parts, text, marks), text)
    settled = titled(held(settled, text, marks), parts, text, marks)
    return _one_of_each(numbered(housed(settled, text), text))


def _one_of_each(parts: Sequence[LabelledPart]) -> list[LabelledPart]:
    """Of each label one part: the first, or the likeliest."""
    chosen: dict[Label, LabelledPart] = {}
    for part in parts:
        known = chosen.get(part.label)
        if known is None or (part.label not in _MANY and part.likely > known.likely):
            chosen[part.label] = part
    return sorted(chosen.values(), key=lambda part: part.start)
