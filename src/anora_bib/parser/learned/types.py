"""The CSL type of a labelled reference, decided by the same kind of model on the whole of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from anora_bib.parser.labels import Label
from anora_bib.parser.learned.crf.decoding import shares
from anora_bib.parser.learned.crf.model import Model
from anora_bib.parser.learned.features.words import lexicon_features
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
    dated = f"dated={_precision(tagged)}"
    shape = "has=" + " ".join(label for label in present if label in _SHAPE)
    out += (shape, dated, f"{dated} {' '.join(label for label in present if label in _OUTLET)}", f"{shape} {dated}")
    out.extend(dict.fromkeys(_outlets(tagged, dated)))
    return out


_EXPECTED: Final = ("author", "container", "publisher", "date", "pages", "volume", "url")
_SHAPE: Final = frozenset(("container", "publisher", "volume", "issue", "pages", "place", "editor", "director", "url"))
_OUTLET: Final = frozenset(("container", "volume", "issue", "pages", "url", "publisher"))
"""The labels that tell a periodical's piece from a page of the web."""
_NUMBER: Final = re.compile(r"\d{1,100}")


def _precision(tagged: Tagged) -> str:
    """How precise the date is: a day, a month or a season, a year; "" if there is none."""
    words = [token.text for token, label in zip(tagged.tokens, tagged.labels, strict=True) if label is Label.DATE]
    numbers = [number for word in words for number in _NUMBER.findall(word)]
    small = sum(len(number) < 3 for number in numbers)
    named = any("lex=month" in lexicon_features(word) for word in words)
    if small + named > 1:
        return "day"
    if small or named or any("lex=season" in lexicon_features(word) for word in words):
        return "month"
    return "year" if numbers else "words" if words else ""


def _outlets(tagged: Tagged, dated: str) -> Iterator[str]:
    """What the lexicons know of the words of the container and of the publisher, and the first and last of them."""
    for label in (Label.CONTAINER, Label.PUBLISHER):
        words = [
            token.text.lower()
            for token, own in zip(tagged.tokens, tagged.labels, strict=True)
            if own is label and token.text[0].isalpha()
        ]
        if words:
            yield f"{label}-words={min(len(words), 6)}"
            yield f"{label}-first={words[0]}"
            yield f"{label}-last={words[-1]} {dated}"
            yield f"{label}-whole={' '.join(words[:4])}"
        for word in words[:_FEW]:
            for known in lexicon_features(word):
                yield f"{label}-{known}"
                yield f"{label}-{known} {dated}"


_FEW: Final = 12


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
