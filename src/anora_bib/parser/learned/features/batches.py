"""The same as :func:`anora_bib.parser.learned.features.places.columns` for many references at once, with numpy.

The tokens of all references stand one behind the other; what is asked of a token's neighbours ends where its reference
does. Keys are numbers, whose parts :class:`~anora_bib.parser.learned.features.alphabets.Alphabets` tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from anora_bib.parser.learned.features import alphabets
from anora_bib.parser.learned.features.alphabets import BEGIN, END, NO_CUE, Alphabets, Code
from anora_bib.parser.learned.features.enclosure import quoted
from anora_bib.parser.learned.features.facts import ADDRESS, DIGITS, INITIALS, PAGES, WITHIN, YEARS
from anora_bib.parser.learned.features.lines import Line
from anora_bib.parser.learned.features.places import FARTHEST, LONGEST, REACH
from anora_bib.parser.learned.features.segments import KINDS, SIZES
from anora_bib.parser.learned.features.whole import LENGTHS
from anora_bib.parser.learned.tokens import Token

if TYPE_CHECKING:
    from anora_bib.parser.learned.features.lines import Array

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

        self.line = Line([len(tokens) for tokens, _ in references])
        self._references = references
        self._codes = codes
        self._flags: Array = codes[Code.FLAGS]
        self._alphabets = alphabets
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
        """Of each column the parts of its keys, and the rest of :class:`Keys`."""
        import numpy as np

        line = self.line
        times = self._times()
        small, large = self._small_segments(), self._large_segments()
        place, left, length = self._places(small)
        ends = [np.minimum(one, FARTHEST) for one in (place, left)]
        large_ends = [np.minimum(one, FARTHEST) for one in self._places(large)[:2]]
        tenths = line.inside * 10 // line.counts[line.of]
        brief = self._codes[Code.BRIEF]
        kinds = [line.neighbour(brief, offset, BEGIN if offset < 0 else END) for offset in (-2, -1, 0, 1, 2)]
        no_words = np.flatnonzero(~self._are(alphabets.WORD))
        quotes, italics = np.minimum(self._quotes, 2), np.minimum(self._italics, 2)
        return (
            ((quotes, italics, self._brackets > 0, times), None, None),
            ((tenths, self._spaced, line.inside == 0, line.left == 0), None, None),
            (self._signs(), None, None),
            ((times, *self._cues()), None, None),
            ((*ends, np.minimum(place, 2), np.minimum(length, LONGEST)), None, None),
            ((np.minimum(small.numbers, 7), small.kinds), small.lengths, None),
            (large_ends, None, None),
            ((np.minimum(large.numbers, 5), np.minimum(large.left, 3), large.kinds), large.lengths, None),
            ((large.kinds, large.behind()), large.lengths, None),
            ((large.before(), large.kinds), large.lengths, None),
            (self._whole(quotes, italics), line.counts, None),
            (kinds[1:4], None, None),
            ([kind[no_words] for kind in kinds], None, no_words),
            (self._leads(brief), None, None),
        )

    def _are(self, flag: int) -> Array:
        """Of each token whether it has a flag."""
        has: Array = self._flags & flag != 0
        return has

    def _quoted(self) -> Array:
        import numpy as np

        line = self.line
        out = np.zeros_like(line.at)
        marks = np.bincount(line.of, self._are(alphabets.QUOTE))
        for at in np.flatnonzero(marks >= _MARKS).tolist():
            start = line.starts[at]
            out[start : start + line.counts[at]] = quoted(self._references[at][0])
        return out

    def _italic(self) -> Array:
        import numpy as np

        italic = np.array([flag for _, flags in self._references for flag in flags])
        return self.line.numbered(italic & ~self.line.neighbour(italic, -1), italic)

    def _bracketed(self) -> Array:
        import numpy as np

        opens, closes = self._are(alphabets.OPENS), self._are(alphabets.CLOSES)
        depth = self.line.depths(opens.astype(np.int64) - closes)
        before = self.line.neighbour(depth, -1)
        return self.line.numbered(opens & (before == 0), np.where(closes, before, depth) > 0)

    def _times(self) -> Array:
        """Of each token its number in ``places.TIMES``."""
        import numpy as np

        line, years = self.line, self._are(YEARS)
        first, last = line.first(years)[line.of], line.last(years)[line.of]
        return np.select([line.inside < first, line.inside == first, line.inside <= last], [0, 1, 2], 3)

    def _signs(self) -> Sequence[Array]:
        import numpy as np

        is_sign, signs = self._are(alphabets.SIGN), self._codes[Code.SIGN]
        latest, soonest = self.line.latest(is_sign), self.line.soonest(is_sign)
        distance = soonest - self.line.at - 1
        before = np.where(latest < 0, BEGIN, signs[latest])
        behind = np.where(distance == self.line.left, END, signs[np.minimum(soonest, len(signs) - 1)])
        return before, behind, np.minimum(distance, REACH)

    def _cues(self) -> Sequence[Array]:
        import numpy as np

        cues = self._codes[Code.CUE]
        latest = self.line.latest(cues != NO_CUE)
        since = np.where(latest < 0, self.line.inside, self.line.at - latest - 1)
        return np.where(latest < 0, 0, cues[latest]), np.minimum(since, FARTHEST)

    def _leads(self, brief: Array) -> Sequence[Array]:
        import numpy as np

        latest = self.line.latest(self._are(alphabets.WORD))
        near = (latest >= 0) & (self.line.at - latest <= REACH)
        return np.where(near, self._codes[Code.LEAD][latest], 0), brief

    def _whole(self, quotes: Array, italics: Array) -> Sequence[Array]:
        import numpy as np

        line = self.line
        flags = np.bitwise_or.reduceat(self._flags, line.starts)
        first = line.first(self._are(YEARS))
        opened = line.neighbour(self._are(alphabets.OPENS), -1)[np.minimum(line.starts + first, len(line.at) - 1)]
        year = np.where(first < line.counts, 1 + 2 * (first * 5 // line.counts) + opened, 0)
        has = sum((flags & flag != 0) * times for flag, times in ((ADDRESS, 4), (PAGES, 2), (WITHIN, 1)))
        most = [np.maximum.reduceat(one, line.starts) for one in (quotes, italics)]
        return year, *most, has, np.searchsorted(LENGTHS, line.counts, side="right")

    def _small_segments(self) -> _Segments:
        last, before_space = self.line.left == 0, self.line.neighbour(self._spaced, 1)
        short = self._are(alphabets.STOP) & self.line.neighbour(self._are(alphabets.SHORT), -1)
        return self._segments((self._are(alphabets.ENDS_SMALL) & before_space & ~short) | last)

    def _large_segments(self) -> _Segments:
        last, before_space = self.line.left == 0, self.line.neighbour(self._spaced, 1)
        abbreviated = self._are(alphabets.STOP) & self.line.neighbour(self._are(alphabets.ABBREVIATED), -1)
        outside = (self._quotes == 0) & (self._brackets == 0)
        ends = self._are(alphabets.ENDS_LARGE) & outside & before_space & ~abbreviated
        for runs in (self._quotes, self._brackets):
            ends[:-1] |= runs[:-1] != runs[1:]
        return self._segments(ends | last)

    def _segments(self, ends: Array) -> _Segments:
        """The stretches that end with these tokens."""
        import numpy as np

        behind = np.flatnonzero(ends) + 1
        lengths = np.diff(behind, prepend=0)
        starts = behind - lengths
        of = self.line.of[starts]
        counts = np.bincount(of)
        numbers = np.arange(len(of)) - (np.cumsum(counts) - counts)[of]
        words, capitals = (np.add.reduceat(self._codes[code], starts) for code in (Code.WORDS, Code.CAPITALS))
        flags = np.bitwise_or.reduceat(self._flags, starts)
        sizes = np.searchsorted(SIZES, words, side="right")
        shares = np.select([words == 0, capitals == words, capitals * 2 > words], [0, 1, 2], 3)
        figures = np.select([flags & YEARS != 0, flags & DIGITS != 0], [2, 1], 0)
        kinds = ((sizes * 4 + shares) * 3 + figures) * 2 + (flags & INITIALS != 0)
        return _Segments(numbers, counts[of] - numbers, lengths, kinds)

    def _places(self, segments: _Segments) -> tuple[Array, Array, Array]:
        """Of each token how far the ends of its stretch are, and how long that is."""
        import numpy as np

        lengths = np.repeat(segments.lengths, segments.lengths)
        place = self.line.at - np.repeat(np.cumsum(segments.lengths) - segments.lengths, segments.lengths)
        return place, lengths - place, lengths
