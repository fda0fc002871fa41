"""The CSL type of a labelled reference, decided by the same kind of model on the whole of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from anora_bib.parser.labels import Label
from anora_bib.parser.learned.crf.decoding import shares
from anora_bib.parser.learned.crf.model import Model
from anora_bib.parser.learned.labeller import Tagged
from anora_bib.parser.learned.tokens import Token

_TELLING: Final = frozenset((Label.CONTAINER, Label.KIND, Label.PUBLISHER, Label.AUTHORITY, Label.COLLECTION, None))
"""The labels of which each word may tell the type; those of titles and names would be learnt by heart."""
_ADDRESS_WORDS: Final = re.compile(r"[a-z]{3,20}")
_MOST: Final = 400
"""Features; a text that has more is no reference."""


def type_features(tagged: Tagged, italic: Sequence[bool]) -> list[str]:
    """The features of a reference: the labels that it has, and the words that tell what it is."""
    out = list(dict.fromkeys(_each(tagged, italic)))[:_MOST]
    present = sorted({str(label) for label in tagged.labels if label})
    out.extend(f"has={label}" for label in present)
    out.extend(f"lacks={label}" for label in _EXPECTED if label not in present)
    out.append("has=" + " ".join(label for label in present if label in _SHAPE))
    return out


_EXPECTED: Final = ("author", "container", "publisher", "date", "pages", "volume", "url")
_SHAPE: Final = frozenset(("container", "publisher", "volume", "issue", "pages", "place", "editor", "director", "url"))


def _each(tagged: Tagged, italic: Sequence[bool]) -> Iterator[str]:
    before: Label | None = None
    for at, (token, label) in enumerate(zip(tagged.tokens, tagged.labels, strict=True)):
        word = token.text.lower()
        if label is Label.URL:
            for part in _ADDRESS_WORDS.findall(word.split("//")[-1].split("/")[0]):
                yield f"site={part}"
        elif label in _TELLING and word[0].isalpha():
            yield f"{label or 'outside'}={word}"
        if label is not before:
            if label in (Label.TITLE, Label.CONTAINER):
                yield f"{label}-{'italic' if italic[at] else _sign_before(tagged.tokens, at)}"
            yield f"order={before}>{label}" if label and before else f"begins={label}" if label and not at else "moves"
            before = label or before


def _sign_before(tokens: Sequence[Token], at: int) -> str:
    return "quoted" if at and tokens[at - 1].text in "“\"‘„«'" else "bare"


class TypeModel:
    """Tells types. Threads may share one."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self._weights: dict[str, Sequence[float]] = {}

    def shares(self, tagged: Tagged, italic: Sequence[bool]) -> dict[str, float]:
        """The probability of each type."""
        weights = [self._of(feature) for feature in type_features(tagged, italic)]
        likely = shares(list(map(sum, zip(*weights, strict=True))))
        return dict(zip(self.model.labels, likely, strict=True))

    def _of(self, feature: str) -> Sequence[float]:
        """The weights of a feature, remembered where the model has any."""
        known = self._weights.get(feature)
        if known is None:
            known = self.model.vector((feature,))
            if feature in self.model.rows:
                self._weights[feature] = known
        return known
