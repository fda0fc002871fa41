"""Which bare digits are markers: judged by the whole sequence, never one at a time."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from anora_bib.find.page.signs.candidates import Candidate
from anora_bib.model import Marker, MarkerForm

_SERIES = 0.5
"""An essay that points at half its notes with signs of its own does not point at the rest with bare digits."""

_MOST = 0.7


def has_series(signed: Collection[Marker], labels: Collection[str]) -> bool:
    """Whether the markers that carry a sign (brackets, a link, a raised digit) already account for the notes."""
    led = {marker.label for marker in signed if not marker.in_image} & set(labels)
    return len(led) >= max(1, _SERIES * len(labels))


def passed_over(candidates: Sequence[Candidate], signed: Collection[Marker]) -> list[Marker]:
    """The glued digits that go on where a series of signed markers leaves numbers out: 3 and 4 between [2] and [5].

    Each number must stand in one place only. Before the first of the series they count down to it, behind the last on
    from it.
    """
    series = sorted((marker for marker in signed if not marker.in_image), key=lambda marker: marker.span)
    starts = [marker.span.start for marker in series]
    glued = [one.marker for one in candidates if one.marker.form is MarkerForm.GLUED]
    places = Counter(marker.label for marker in glued)
    gaps: dict[int, list[Marker]] = {}
    for marker in glued:
        if places[marker.label] == 1:
            gaps.setdefault(bisect_left(starts, marker.span.start), []).append(marker)
    found: list[Marker] = []
    for after, inside in gaps.items():
        low = _number(series[after - 1]) if after else None
        high = _number(series[after]) if after < len(series) else None
        if low is None or high is None or low < high:
            found += [*_counting(inside, low, 1, high), *_counting(inside[::-1], high, -1, low)]
    return list(dict.fromkeys(found))


def _number(marker: Marker) -> int | None:
    return int(marker.label) if marker.label.isdecimal() else None


def _counting(markers: Iterable[Marker], start: int | None, step: int, end: int | None) -> Iterator[Marker]:
    """Those that count on from ``start`` by ``step``, up to ``end``."""
    for marker in markers if start is not None else ():
        if start is not None and int(marker.label) == start + step != end:
            start += step
            yield marker


def weight(run: Iterable[Candidate]) -> int:
    """How much speaks for a run of candidates."""
    return sum(candidate.weight for candidate in run)


def believe_most(candidates: Sequence[Candidate], labels: Collection[str]) -> list[Candidate]:
    """The candidates that stand together as one run of markers, if that leads to most of the notes; else none.

    An enumeration in the text has the same signs as numbers in parentheses, but does not count as far as the notes.
    """
    believed = believe(candidates, labels)
    return believed if len(believed) >= max(2, _MOST * len(labels)) else []


def believe(candidates: Sequence[Candidate], labels: Collection[str]) -> list[Candidate]:
    """The candidates, in the order of the text, that stand together as one run of markers.

    A digit set off by a space is none if another of its number is glued to a word. Where that leaves exactly one
    place for each label, these are the markers, in whatever order they come. Else the heaviest ascending sequence
    counts; then those in it whose look is too weak for what their neighbours say are dropped, until none is.
    """
    candidates = _without_outdone(candidates)
    if _is_one_for_each(candidates, labels):
        return candidates
    chain = _heaviest_ascent(candidates)
    numbers = [int(label) for label in labels if label.isdecimal()]
    while True:
        present = {int(candidate.marker.label) for candidate in chain}
        kept = [candidate for candidate in chain if _is_supported(candidate, present, numbers)]
        if len(kept) == len(chain):
            return kept
        chain = kept


def _without_outdone(candidates: Sequence[Candidate]) -> list[Candidate]:
    """``candidates`` without the spaced ones whose label a glued one bears."""
    glued = {one.marker.label for one in candidates if one.marker.form is MarkerForm.GLUED}
    return [one for one in candidates if one.marker.form is MarkerForm.GLUED or one.marker.label not in glued]


def _is_one_for_each(candidates: Sequence[Candidate], labels: Collection[str]) -> bool:
    """Whether each of several labels is printed in one place only, and most of them glued to a word."""
    places = Counter(one.marker.label for one in candidates)
    glued = sum(one.marker.form is MarkerForm.GLUED for one in candidates)
    alone = len(places) == len(candidates) == len(labels)
    return len(labels) > 1 and alone and glued > len(labels) / 2


def _is_supported(candidate: Candidate, present: Collection[int], labels: Collection[int]) -> bool:
    """Do the labels before and after this one stand in the text too? At the ends of the list one side is enough."""
    number = int(candidate.marker.label)
    if not candidate.needs:
        return True
    if len(labels) == 1:
        return candidate.needs < 2
    before, after = number - 1 in present, number + 1 in present
    if candidate.needs == 1:
        return before or after
    return (before or number == min(labels)) and (after or number == max(labels)) and (before or after)


def _heaviest_ascent(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The strictly ascending subsequence of greatest weight (a tree of running maxima: n log n)."""
    ranks = {number: i for i, number in enumerate(sorted({int(c.marker.label) for c in candidates}), 1)}
    tree: list[tuple[int, int]] = [(0, -1)] * (len(ranks) + 1)
    back: list[int] = []
    best = (0, -1)
    for index, candidate in enumerate(candidates):
        rank = ranks[int(candidate.marker.label)]
        weight, previous = _best_below(tree, rank - 1)
        back.append(previous)
        total = (weight + candidate.weight, index)
        if total[0] > best[0]:
            best = total
        while rank < len(tree):
            if total[0] > tree[rank][0]:
                tree[rank] = total
            rank += rank & -rank
    chain, at = [], best[1]
    while at >= 0:
        chain.append(candidates[at])
        at = back[at]
    return chain[::-1]


def _best_below(tree: Sequence[tuple[int, int]], rank: int) -> tuple[int, int]:
    best = (0, -1)
    while rank > 0:
        if tree[rank][0] > best[0]:
            best = tree[rank]
        rank -= rank & -rank
    return best
