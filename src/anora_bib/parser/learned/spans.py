"""From the labels of tokens to the parts of a reference: which tokens are one part, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from anora_bib.parser.labels import Label
from anora_bib.parser.learned.labeller import Tagged

_JOINED: Final = frozenset(
    (Label.TITLE, Label.CONTAINER, Label.AUTHOR, Label.EDITOR, Label.DIRECTOR, Label.TRANSLATOR, Label.PERFORMER,
     Label.PAGES, Label.LOCATOR, Label.PUBLISHER, Label.DATE, Label.COLLECTION, Label.PLACE)
)  # fmt: skip
"""The labels whose parts may be parted by a sign, or by the word between two names."""
_WIDEST_GAP: Final = 2
"""Tokens."""
_BETWEEN_NAMES: Final = frozenset(",;&./") | {"and", "und", "et", "y", "e", "en", "with", "mit"}
_NAMES: Final = frozenset(
    (Label.AUTHOR, Label.EDITOR, Label.DIRECTOR, Label.TRANSLATOR, Label.PERFORMER, Label.CONTRIBUTOR)
)
_NUMBERS: Final = frozenset((Label.PAGES, Label.LOCATOR, Label.DATE))


@dataclass(frozen=True, slots=True)
class LabelledPart:
    """A part of a reference: ``text[start:end]`` is what ``label`` says, with that probability."""

    start: int
    end: int
    label: Label
    likely: float


def parts(tagged: Tagged) -> list[LabelledPart]:
    """The parts of a labelled reference, in order. The probability of one is that of its least likely token."""
    out: list[LabelledPart] = []
    gap: list[int] = []
    for at, label in enumerate(tagged.labels):
        token, likely = tagged.tokens[at], tagged.likely[at]
        if label is None:
            gap.append(at)
            continue
        last = out[-1] if out else None
        if last and last.label is label and (not gap or _bridges(label, [tagged.tokens[one].text for one in gap])):
            out[-1] = LabelledPart(last.start, token.end, label, min(last.likely, likely))
        else:
            out.append(LabelledPart(token.start, token.end, label, likely))
        gap = []
    return out


def with_borders(parts: Iterable[LabelledPart], tagged: Tagged) -> Iterator[LabelledPart]:
    """The parts, none of them likelier than that the tokens beside it are no part of it."""
    starts = {token.start: at for at, token in enumerate(tagged.tokens)}
    ends = {token.end: at for at, token in enumerate(tagged.tokens)}
    for part in parts:
        first, last = starts.get(part.start, 0), ends.get(part.end, len(tagged.tokens) - 1)
        beside = tagged.likely[max(0, first - 1) : first] + tagged.likely[last + 1 : last + 2]
        yield replace(part, likely=min((part.likely, *beside)))


def _bridges(label: Label, between: list[str]) -> bool:
    """Whether two stretches of a label with these tokens between them are one part."""
    if label not in _JOINED or len(between) > _WIDEST_GAP:
        return False
    if label in _NAMES:
        return all(word.lower() in _BETWEEN_NAMES for word in between)
    signs = "-–—/" if label in _NUMBERS else ",.:;-–—/&’'“”\"()?!"
    return all(word in signs for word in between)
