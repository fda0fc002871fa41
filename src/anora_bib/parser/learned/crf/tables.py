"""From tokens to the likeliest path through the labels with numpy: sums of weights over all tokens at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import chain
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from anora_bib.parser.learned.crf import batches
from anora_bib.parser.learned.crf.model import Model
from anora_bib.parser.learned.features.assembly import OFFSETS, at_offset, features_of_word, reaching
from anora_bib.parser.learned.features.places import FEATURES, Key, columns

if TYPE_CHECKING:
    from anora_bib.parser.learned.crf.scoring import Decoded, Sequences

_SUMS: Final = 100_000
"""Sums that are remembered; a word has five."""
_CELLS: Final = 8_192
"""Tokens, those that fill up shorter references included, that go through the steps of decoding together."""
_TOGETHER: Final = 64
"""References that do."""
_FARTHEST: Final = max(OFFSETS)


class TableScorer:
    """Sums with numpy, over all tokens at once.

    Raises:
        ImportError: when made, where numpy is not installed.
    """

    def __init__(self, model: Model) -> None:
        import numpy as np

        self._pairs = np.array(model.transitions, dtype=np.float32)
        self._sums = _Sums(model)
        self._lock = Lock()

    def decoded(self, references: Sequences) -> list[Decoded]:
        """For each reference the likeliest path, and how likely each label on it is."""
        with self._lock:
            scores = self._scores(references)
        return self._decode(scores)

    def _scores(self, references: Sequences) -> list[Any]:
        """For each reference a matrix of weights by token and label."""
        import numpy as np

        self._sums.forget()
        of_word, of_keys = self._sums.words.__getitem__, [one.__getitem__ for one in self._sums.columns]
        between = [0] * _FARTHEST
        words = [*between]
        keys: list[list[int]] = [[] for _ in FEATURES]
        places: list[int] = []
        ends: list[int] = []
        for tokens, italic in references:
            places += range(len(words), len(words) + len(tokens))
            words += [of_word(token[2]) for token in tokens]
            words += between
            for numbers, number_of, column in zip(keys, of_keys, columns(tokens, italic), strict=True):
                numbers.extend(map(number_of, column))
            ends.append(len(places))
        table = self._sums.table()
        rows, at = np.array(words, dtype=np.int32), np.array(places, dtype=np.int32)
        out = np.zeros((len(places), table.shape[1]), dtype=np.float32)
        for number, offset in enumerate(OFFSETS):
            out += table[rows[at + offset] + number]
        for numbers in keys:
            out += table[np.array(numbers, dtype=np.int32)]
        return np.split(out, ends[:-1]) if ends else []

    def _decode(self, scores: Sequence[Any]) -> list[Decoded]:
        """For each matrix the likeliest path, and how likely each label on it is."""
        out: list[Decoded] = [((), ())] * len(scores)
        for chosen in _alike([len(one) for one in scores]):
            decoded = batches.decode([scores[at] for at in chosen], self._pairs)
            for at, one in zip(chosen, decoded, strict=True):
                out[at] = one
        return out


def _alike(lengths: Sequence[int]) -> Iterable[list[int]]:
    """The indexes of lengths in groups of about the same, so that short references do not wait for long ones."""
    group: list[int] = []
    for at in sorted((at for at, length in enumerate(lengths) if length), key=lengths.__getitem__):
        if group and (len(group) >= _TOGETHER or (len(group) + 1) * lengths[at] > _CELLS):
            yield group
            group = []
        group.append(at)
    if group:
        yield group


class _Sums:
    """The sums of weights of words and of keys, a row each in one table that grows.

    A word has a row for each offset; the number of a word is that of the first. Number 0 stands for no word.
    """

    def __init__(self, model: Model) -> None:
        self._weights = model.table()
        self._rows = model.rows
        self._words = _by_offset(model.rows)
        self._nothing = len(model.rows)
        self.words = _Numbers(self._add_word)
        self.columns = [_Numbers(partial(self._add_key, features)) for features in FEATURES]
        self._table = _empty(len(model.labels))
        self._count = len(OFFSETS)
        """Rows of the table that are in use; the first are those of no word."""
        self._waiting: list[list[int]] = []
        """Of each row that is not in the table yet the rows of weights that it sums up."""

    def forget(self) -> None:
        """Begin anew where more is remembered than there shall be."""
        if self._count > _SUMS:
            for numbers in (self.words, *self.columns):
                numbers.clear()
            self._count = len(OFFSETS)

    def table(self) -> Any:
        """The sums by row, those of the newest numbers among them."""
        import numpy as np

        if self._waiting:
            starts = np.cumsum([0, *map(len, self._waiting[:-1])])
            summands = self._weights[np.fromiter(chain.from_iterable(self._waiting), dtype=np.int32)]
            first, self._count = self._count, self._count + len(self._waiting)
            if self._count > len(self._table):
                larger = np.empty((2 * self._count, self._table.shape[1]), dtype=np.float32)
                larger[:first] = self._table[:first]
                self._table = larger
            np.add.reduceat(summands, starts, axis=0, out=self._table[first : self._count])
            self._waiting = []
        return self._table

    def _add_word(self, word: str) -> int:
        number = self._count + len(self._waiting)
        features = features_of_word(word)
        for offset, rows in zip(OFFSETS, self._words, strict=True):
            known = map(rows.get, reaching(offset, features))
            self._waiting.append([self._nothing, *(row for row in known if row is not None)])
        return number

    def _add_key(self, features: Callable[[Key], Iterable[str]], key: Key) -> int:
        known = [row for row in map(self._rows.get, features(key)) if row is not None]
        if not known:
            return 0
        self._waiting.append(known)
        return self._count + len(self._waiting) - 1


def _empty(labels: int) -> Any:
    """A table with room for sums, which takes up memory only where it is written; no word adds nothing."""
    import numpy as np

    table = np.empty((_SUMS + _SUMS // 4, labels), dtype=np.float32)
    table[: len(OFFSETS)] = 0.0
    return table


def _by_offset(rows: Mapping[str, int]) -> list[dict[str, int]]:
    """For each offset the rows of what a word says so far away."""
    found: dict[str, dict[str, int]] = {at_offset(offset): {} for offset in OFFSETS}
    for name, row in rows.items():
        start, bar, feature = name.partition("|")
        if (own := found.get(start + bar)) is not None:
            own[feature] = row
    return list(found.values())


class _Numbers(dict[Any, int]):
    """The number of each word or key, given when it is first asked for."""

    def __init__(self, add: Callable[[Any], int]) -> None:
        super().__init__()
        self._add = add

    def __missing__(self, key: Any) -> int:
        number = self[key] = self._add(key)
        return number
