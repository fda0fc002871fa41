"""The same as :func:`anora_bib.parser.learned.features.places.columns` for many references at once, with numpy.

The tokens of all references stand one behind the other; what is asked of a token's neighbours ends where its reference
does. Keys are numbers, whose parts :class:`~anora_bib.parser.learned.features.alphabets.Alphabets` tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from anora_bib.parser.learned.features import alphabets
from anora_bib.parser.learned.features.alphabets import BEGIN, END, NO_CUE, Alphabets, Code
from anora_bib.parser.learned.features.enclosure import quoted
from anora_bib.parser.learned.features.facts import ADDRESS, DIGITS, INITIALS, PAGES, WITHIN, YEARS
from anora_bib.parser.learned.features.places import FARTHEST, LONGEST, REACH
from anora_bib.parser.learned.features.segments import KINDS, SIZES
from anora_bib.parser.learned.features.whole import LENGTHS
from anora_bib.parser.learned.tokens import Token

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

References = Sequence[tuple[Sequence[Token], Sequence[bool]]]
_MARKS: Final = 2
"""Quotation marks that a run has."""


class Keys(NamedTuple):
    """The keys of one column, for as many tokens each as ``lengths`` says; for one each if that is None."""

    column: int
    numbers: Array
    lengths: Array | None = None
    at: Array | None = None
    """The tokens that have a key, if not all have one."""


class _Segments(NamedTuple):
    """Stretches of tokens, one behind the other: of each its number in the reference, and how many are left there."""

    numbers: Array
    left: Array
    lengths: Array
    kinds: Array
    """By their number in ``segments.KINDS``."""

    def before(self) -> Array:
        """The kind of the stretch before each, of which 0 is none."""
        import numpy as np

        return np.where(self.numbers == 0, 0, np.roll(self.kinds, 1) + 1)

    def behind(self) -> Array:
        """The kind of the stretch behind each, of which the last is none."""
        import numpy as np

        return np.where(self.left == 1, len(KINDS), np.roll(self.kinds, -1))


class Batch:
    """References, none of them empty. ``codes`` has a row for each :class:`Code`, a column for each token."""

    def __init__(self, references: References, codes: Array, alphabets: Alphabets) -> None:
        import numpy as np

        self._references = references
        self._codes = codes
        self._alphabets = alphabets
        self.counts = np.array([len(tokens) for tokens, _ in references])
        self._starts = np.cumsum(self.counts) - self.counts
        self._of = np.repeat(np.arange(len(references)), self.counts)
        """The reference of each token."""
        self._at = np.arange(len(self._of))
        self._inside = self._at - self._starts[self._of]
        self._left = self.counts[self._of] - 1 - self._inside
        self._first = self._inside == 0
        self._last = self._left == 0
        self._spaced = np.array([token[3] for tokens, _ in references for token in tokens])
        self._quotes, self._brackets, self._italics = self._quoted(), self._bracketed(), self._italic()

    def columns(self) -> Iterator[Keys]:
        """The keys of all columns, in order."""
        for column, (parts, lengths, at) in enumerate(self._parts()):
            sizes = self._alphabets.sizes[column]
            numbers = parts[0]
            for size, part in zip(sizes[1:], parts[1:], strict=True):
                numbers = numbers * size + part
            yield Keys(column, numbers, lengths, at)

    def _parts(self) -> Sequence[tuple[Sequence[Array], Array | None, Array | None]]:
        import numpy as np

        times = self._times()
        small, large = self._small_segments(), self._large_segments()
        place, left, length = self._places(small)
        ends = [np.minimum(one, FARTHEST) for one in (place, left)]
        large_ends = [np.minimum(one, FARTHEST) for one in self._places(large)[:2]]
        tenths = self._inside * 10 // self.counts[self._of]
        brief = self._codes[Code.BRIEF]
        kinds = [self.neighbour(brief, offset, BEGIN if offset < 0 else END) for offset in (-2, -1, 0, 1, 2)]
        no_words = np.flatnonzero(~self._is(alphabets.WORD))
        quotes, italics = np.minimum(self._quotes, 2), np.minimum(self._italics, 2)
        return (
            ((quotes, italics, self._brackets > 0, times), None, None),
            ((tenths, self._spaced, self._first, self._last), None, None),
            (self._signs(), None, None),
            ((times, *self._cues()), None, None),
            ((*ends, np.minimum(place, 2), np.minimum(length, LONGEST)), None, None),
            ((np.minimum(small.numbers, 7), small.kinds), small.lengths, None),
            (large_ends, None, None),
            ((np.minimum(large.numbers, 5), np.minimum(large.left, 3), large.kinds), large.lengths, None),
            ((large.kinds, large.behind()), large.lengths, None),
            ((large.before(), large.kinds), large.lengths, None),
            (self._whole(quotes, italics), self.counts, None),
            (kinds[1:4], None, None),
            ([kind[no_words] for kind in kinds], None, no_words),
            (self._leads(brief), None, None),
        )

    def _is(self, flag: int) -> Array:
        """Of each token whether it has a flag."""
        has: Array = self._flags & flag != 0
        return has

    @cached_property
    def _flags(self) -> Array:
        flags: Array = self._codes[Code.FLAGS]
        return flags

    def neighbour(self, values: Array, offset: int, nothing: int) -> Array:
        """The values of the tokens so far away, ``nothing`` where the reference has none there."""
        import numpy as np

        if not offset:
            return values
        out = np.full_like(values, nothing)
        if offset < 0:
            out[-offset:] = values[:offset]
            out[self._inside < -offset] = nothing
        else:
            out[:-offset] = values[offset:]
            out[self._left < offset] = nothing
        return out

    def _latest(self, flags: Array) -> Array:
        """Of each token the last before it of which something is true, -1 if there is none in the reference."""
        import numpy as np

        found = np.maximum.accumulate(np.where(flags, self._at, -1))
        out = np.full_like(found, -1)
        out[1:] = found[:-1]
        out[out < self._starts[self._of]] = -1
        return out

    def _numbered(self, begins: Array, inside: Array) -> Array:
        """Of each token the number of the run that it stands in, 0 outside; ``begins`` are the first of the runs."""
        import numpy as np

        total = np.cumsum(begins)
        before = (total - begins)[self._starts]
        return np.where(inside, total - before[self._of], 0)

    def _quoted(self) -> Array:
        import numpy as np

        out = np.zeros(len(self._of), dtype=np.int64)
        marks = np.bincount(self._of, self._is(alphabets.QUOTE), len(self._references))
        for at in np.flatnonzero(marks >= _MARKS).tolist():
            start = self._starts[at]
            out[start : start + self.counts[at]] = quoted(self._references[at][0])
        return out

    def _italic(self) -> Array:
        import numpy as np

        italic = np.array([flag for _, flags in self._references for flag in flags])
        return self._numbered(italic & ~self.neighbour(italic, -1, nothing=0), italic)

    def _bracketed(self) -> Array:
        import numpy as np

        opens, closes = self._is(alphabets.OPENS), self._is(alphabets.CLOSES)
        # A walk that never goes below 0. Each reference begins lower than all before it can have gone.
        walk = np.cumsum(opens.astype(np.int64) - closes)
        walk -= (walk - opens + closes)[self._starts][self._of]
        lower = self._of * (2 * len(walk) + 1)
        depth = walk - np.minimum(np.minimum.accumulate(walk - lower) + lower, 0)
        before = self.neighbour(depth, -1, nothing=0)
        return self._numbered(opens & (before == 0), np.where(closes, before, depth) > 0)

    def _times(self) -> Array:
        """Of each token whether it stands before the first year, is it, or stands behind it or the last."""
        import numpy as np

        years = self._is(YEARS)
        first = np.minimum.reduceat(np.where(years, self._at, len(years)), self._starts)[self._of]
        last = np.maximum.reduceat(np.where(years, self._at, -1), self._starts)[self._of]
        return np.where(self._at < first, 0, np.where(self._at == first, 1, np.where(self._at <= last, 2, 3)))

    def _signs(self) -> Sequence[Array]:
        import numpy as np

        is_sign, signs = self._is(alphabets.SIGN), self._codes[Code.SIGN]
        latest = self._latest(is_sign)
        ends = self._at + self._left + 1
        found = np.minimum.accumulate(np.where(is_sign, self._at, len(signs))[::-1])[::-1]
        following = np.full_like(found, len(signs))
        following[:-1] = found[1:]
        following = np.minimum(following, ends)
        before = np.where(latest < 0, BEGIN, signs[latest])
        behind = np.where(following == ends, END, signs[np.minimum(following, len(signs) - 1)])
        return before, behind, np.minimum(following - self._at - 1, REACH)

    def _cues(self) -> Sequence[Array]:
        import numpy as np

        cues = self._codes[Code.CUE]
        latest = self._latest(cues != NO_CUE)
        since = np.where(latest < 0, self._inside, self._at - latest - 1)
        return np.where(latest < 0, 0, cues[latest]), np.minimum(since, FARTHEST)

    def _leads(self, brief: Array) -> Sequence[Array]:
        import numpy as np

        latest = self._latest(self._is(alphabets.WORD))
        near = (latest >= 0) & (self._at - latest <= REACH)
        return np.where(near, self._codes[Code.LEAD][latest], 0), brief

    def _whole(self, quotes: Array, italics: Array) -> Sequence[Array]:
        import numpy as np

        starts = self._starts
        flags = np.bitwise_or.reduceat(self._flags, starts)
        first = np.minimum.reduceat(np.where(self._is(YEARS), self._inside, len(self._of)), starts)
        known = first < self.counts
        opened = self.neighbour(self._is(alphabets.OPENS), -1, nothing=0)[np.minimum(starts + first, len(self._of) - 1)]
        year = np.where(known, 1 + 2 * (first * 5 // self.counts) + opened, 0)
        has = sum((flags & flag != 0) * times for flag, times in ((ADDRESS, 4), (PAGES, 2), (WITHIN, 1)))
        most = [np.maximum.reduceat(one, starts) for one in (quotes, italics)]
        return year, *most, has, np.searchsorted(LENGTHS, self.counts, side="right")

    def _small_segments(self) -> _Segments:
        short = self.neighbour(self._is(alphabets.SHORT), -1, nothing=0) & self._is(alphabets.STOP)
        ends = self._is(alphabets.ENDS_SMALL) & (self._last | self.neighbour(self._spaced, 1, nothing=0)) & ~short
        return self._segments(ends | self._last)

    def _large_segments(self) -> _Segments:
        outside = (self._quotes == 0) & (self._brackets == 0)
        abbreviated = self.neighbour(self._is(alphabets.ABBREVIATED), -1, nothing=0) & self._is(alphabets.STOP)
        ends = self._is(alphabets.ENDS_LARGE) & outside & self.neighbour(self._spaced, 1, nothing=0) & ~abbreviated
        for runs in (self._quotes, self._brackets):
            ends[:-1] |= runs[:-1] != runs[1:]
        return self._segments(ends | self._last)

    def _segments(self, ends: Array) -> _Segments:
        """The stretches that end with these tokens."""
        import numpy as np

        behind = np.flatnonzero(ends) + 1
        lengths = np.diff(behind, prepend=0)
        starts = behind - lengths
        of = self._of[starts]
        counts = np.bincount(of, minlength=len(self.counts))
        numbers = np.arange(len(of)) - (np.cumsum(counts) - counts)[of]
        words, capitals = (np.add.reduceat(self._codes[code], starts) for code in (Code.WORDS, Code.CAPITALS))
        flags = np.bitwise_or.reduceat(self._flags, starts)
        shares = np.select([words == 0, capitals == words, capitals * 2 > words], [0, 1, 2], 3)
        figures = np.where(flags & YEARS, 2, np.where(flags & DIGITS, 1, 0))
        initials = flags & INITIALS != 0
        kinds = ((np.searchsorted(SIZES, words, side="right") * 4 + shares) * 3 + figures) * 2 + initials
        return _Segments(numbers, counts[of] - numbers, lengths, kinds)

    def _places(self, segments: _Segments) -> tuple[Array, Array, Array]:
        """Of each token how far the ends of its stretch are, and how long that is."""
        import numpy as np

        lengths = np.repeat(segments.lengths, segments.lengths)
        place = self._at - np.repeat(np.cumsum(segments.lengths) - segments.lengths, segments.lengths)
        return place, lengths - place, lengths
