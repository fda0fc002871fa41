"""The CSL type of a labelled reference, decided by the same kind of model on the whole of it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any, Final, NamedTuple

from anora_bib.parser.labels import Label
from anora_bib.parser.learned.crf.decoding import shares
from anora_bib.parser.learned.crf.lookup import Lookup
from anora_bib.parser.learned.crf.model import Model
from anora_bib.parser.learned.features.words import lexicon_features
from anora_bib.parser.learned.labeller import Tagged
from anora_bib.parser.learned.tokens import Token

_TELLING: Final = frozenset((Label.CONTAINER, Label.KIND, Label.PUBLISHER, Label.AUTHORITY, Label.COLLECTION, None))
"""The labels of which each word may tell the type; those of titles and names would be learnt by heart."""
_ADDRESS_WORDS: Final = re.compile(r"[a-z]{3,20}")
_MOST: Final = 400
"""Features; a text that has more is no reference."""
_WORDS: Final = 8_192
"""Words of which is remembered what they tell."""


def type_features(tagged: Tagged, italic: Sequence[bool]) -> list[str]:
    """The features of a reference: the labels that it has, and the words that tell what it is."""
    words: dict[Label | None, list[str]] = {}
    out = list(_each(tagged, italic, words))[:_MOST]
    present = sorted([label.value for label in words if label])
    out += [f"has={label}" for label in present]
    out += [f"lacks={label}" for label in _EXPECTED if label not in words]
    dated = f"dated={_precision(words.get(Label.DATE, ()))}"
    shape = "has=" + " ".join([label for label in present if label in _SHAPE])
    out += (shape, dated, f"{dated} {' '.join([label for label in present if label in _OUTLET])}", f"{shape} {dated}")
    out += _outlets(words, dated)
    return out


_EXPECTED: Final = (
    *(Label.AUTHOR, Label.CONTAINER, Label.PUBLISHER, Label.DATE),
    *(Label.PAGES, Label.VOLUME, Label.URL),
)
_SHAPE: Final = frozenset(("container", "publisher", "volume", "issue", "pages", "place", "editor", "director", "url"))
_OUTLET: Final = frozenset(("container", "volume", "issue", "pages", "url", "publisher"))
"""The labels that tell a periodical's piece from a page of the web."""
_NUMBER: Final = re.compile(r"\d{1,100}")


def _each(tagged: Tagged, italic: Sequence[bool], words: dict[Label | None, list[str]]) -> dict[str, None]:
    """What each token tells, once, and in ``words`` the words of each label."""
    out: dict[str, None] = {}
    tokens = tagged.tokens
    texts = [token.text for token in tokens]
    before: Label | None = None
    for label, first, end in tagged.runs:
        said = texts[first:end]
        words.setdefault(label, []).extend(said)
        if label in _TELLING or label is Label.URL:
            for word in said:
                for told in _told(label, word):
                    out[told] = None
        if label is before:
            continue
        if label is None:
            out["moves"] = None
            continue
        if label in _SET_OFF:
            out[f"{label}-{'italic' if italic[first] else _sign_before(tokens, first)}"] = None
        out[f"order={before}>{label}" if before else "moves" if first else f"begins={label}"] = None
        before = label
    return out


_SET_OFF: Final = frozenset((Label.TITLE, Label.CONTAINER))


@lru_cache(_WORDS)
def _told(label: Label | None, printed: str) -> tuple[str, ...]:
    """What a word tells under one of the telling labels, or an address."""
    word = printed.lower()
    if label is Label.URL:
        return tuple([f"site={part}" for part in _ADDRESS_WORDS.findall(word.split("//")[-1].split("/")[0])])
    return (f"{label or 'outside'}={word}",) if word[0].isalpha() else ()


def _sign_before(tokens: Sequence[Token], at: int) -> str:
    return "quoted" if at and tokens[at - 1].text in "“\"‘„«'" else "bare"


class _Dating(NamedTuple):
    """What a word of a date adds to its precision: how many numbers, how many of them small, and which names."""

    numbers: int
    small: int
    is_month: bool
    is_season: bool


@lru_cache(_WORDS)
def _dating(word: str) -> _Dating:
    numbers = _NUMBER.findall(word)
    known = lexicon_features(word)
    small = sum(len(number) < 3 for number in numbers)
    return _Dating(len(numbers), small, "lex=month" in known, "lex=season" in known)


def _precision(words: Sequence[str]) -> str:
    """How precise the date is: a day, a month or a season, a year; "" if there is none."""
    if not words:
        return ""
    dated = [_dating(word) for word in words]
    small = sum([one.small for one in dated])
    months = any(one.is_month for one in dated)
    if small + months > 1:
        return "day"
    if small or months or any(one.is_season for one in dated):
        return "month"
    return "year" if any(one.numbers for one in dated) else "words"


def _outlets(words: dict[Label | None, list[str]], dated: str) -> Iterable[str]:
    """What the lexicons know of the words of the container and of the publisher, and the first and last of them."""
    out: dict[str, None] = {}
    for label in (Label.CONTAINER, Label.PUBLISHER):
        named = [word.lower() for word in words.get(label, ()) if word[0].isalpha()]
        if not named:
            continue
        out[f"{label}-words={min(len(named), 6)}"] = None
        out[f"{label}-first={named[0]}"] = None
        out[f"{label}-last={named[-1]} {dated}"] = None
        out[f"{label}-whole={' '.join(named[:4])}"] = None
        for word in named[:_FEW]:
            for known in _known(word):
                out[f"{label}-{known}"] = None
                out[f"{label}-{known} {dated}"] = None
    return out


_FEW: Final = 12
_known: Final = lru_cache(_WORDS)(lexicon_features)


class TypeModel:
    """Tells types. Threads may share one."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self._lookup = Lookup(model)
        self._weights: dict[int, Sequence[float]] = {}
        self._table: Any = None

    @property
    def types(self) -> tuple[str, ...]:
        """The types that it tells apart."""
        return self.model.labels

    def shares(self, references: Sequence[tuple[Tagged, Sequence[bool]]]) -> Iterable[Sequence[float]]:
        """For each labelled reference, of which is told what is in italics, the probabilities of :attr:`types`."""
        row_of = self._lookup.rows.get
        features = (map(row_of, type_features(*reference)) for reference in references)
        rows = [[row for row in found if row is not None] for found in features]
        return self._summed(rows) if sys.modules.get("numpy") else map(self._plainly_summed, rows)

    def _summed(self, references: Sequence[Sequence[int]]) -> Iterable[Sequence[float]]:
        """The probabilities by numpy, which whoever labels many references has loaded."""
        import numpy as np

        from anora_bib.parser.learned.crf.sums import Weights

        if self._table is None:
            self._table = Weights(self.model)
        rows = list(chain.from_iterable(references))
        owners = np.repeat(np.arange(len(references)), list(map(len, references)))
        sums = self._table.summed(np.array(rows, dtype=np.int64), owners, len(references)) * self.model.scale
        raised = np.exp(sums - sums.max(axis=1, keepdims=True))
        likely: list[list[float]] = (raised / raised.sum(axis=1, keepdims=True)).tolist()
        return likely

    def _plainly_summed(self, rows: Sequence[int]) -> Sequence[float]:
        weights = list(map(self._of, rows))
        return shares(list(map(sum, zip(*weights, strict=True))) if weights else [0.0] * len(self.model.labels))

    def _of(self, row: int) -> Sequence[float]:
        """The weights of a feature of the model, remembered."""
        known = self._weights.get(row)
        if known is None:
            known = self._weights[row] = self._lookup.summed((row,))
        return known
