"""From the labels of tokens to the parts of a reference: which tokens are one part, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

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
_PAGES: Final = frozenset((Label.PAGES, Label.LOCATOR))
_DASHES: Final = "-–—/‐‑‒−"
_BETWEEN_PAGES: Final = frozenset(("and", "und", "et", "y", "e", "en", "&"))
"""Words that join two ranges of one piece: "379-423 e 623-656"."""


class LabelledPart(NamedTuple):
    """A part of a reference: ``text[start:end]`` is what ``label`` says, with that probability."""

    start: int
    end: int
    label: Label
    likely: float


def parts(tagged: Tagged) -> list[LabelledPart]:
    """The parts of a labelled reference, in order. The probability of one is that of its least likely token."""
    tokens, likely = tagged.tokens, tagged.likely
    out: list[LabelledPart] = []
    done = 0
    for label, first, end in tagged.runs:
        if label is None:
            continue
        start, least = tokens[first].start, min(likely[first:end])
        if out and out[-1].label is label and _bridges(label, [token.text for token in tokens[done:first]]):
            last = out.pop()
            start, least = last.start, min(last.likely, least)
        out.append(LabelledPart(start, tokens[end - 1].end, label, least))
        done = end
    return out


def with_borders(parts: Iterable[LabelledPart], tagged: Tagged) -> Iterator[LabelledPart]:
    """The parts, none of them likelier than that the tokens beside it are no part of it."""
    tokens, likely = tagged.tokens, tagged.likely
    before = {token[0]: at - 1 for at, token in enumerate(tokens)}
    behind = {token[1]: at + 1 for at, token in enumerate(tokens)}
    count = len(tokens)
    for start, end, label, own in parts:
        first, next = before.get(start, -1), behind.get(end, count)
        least = min(own, likely[first]) if first >= 0 else own
        if next < count:
            least = min(least, likely[next])
        yield LabelledPart(start, end, label, least)


def _bridges(label: Label, between: Sequence[str]) -> bool:
    """Whether two stretches of a label with these tokens between them are one part."""
    if label not in _JOINED or len(between) > _WIDEST_GAP:
        return False
    if label in _NAMES:
        return all(word.lower() in _BETWEEN_NAMES for word in between)
    if label in _PAGES and len(between) == 1 and between[0] in _BETWEEN_PAGES:
        return True
    signs = _DASHES if label in _PAGES or label is Label.DATE else ",.:;-–—/&’'“”\"()?!"
    return all(word in signs for word in between)
