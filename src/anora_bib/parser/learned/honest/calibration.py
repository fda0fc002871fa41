"""From how sure the labeller is to how often it is right: isotonic regression (Zadrozny and Elkan 2002)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Calibration:
    """A function that never falls, given by some of its points and straight between them."""

    points: tuple[tuple[float, float], ...] = ()

    def __call__(self, confidence: float) -> float:
        """The share of right ones among what has this confidence; without points the confidence itself."""
        points = self.points
        if not points:
            return confidence
        at = bisect_right(points, (confidence, 2.0))
        if at == 0:
            return points[0][1]
        if at == len(points):
            return points[-1][1]
        (left, low), (right, high) = points[at - 1], points[at]
        return low + (high - low) * (confidence - left) / (right - left)


def fit(outcomes: Iterable[tuple[float, bool]], *, least: int = 20, prior: float = 1.0) -> Calibration:
    """The calibration of confidences of which each is known to be right or wrong.

    ``least`` is how many outcomes a point must rest on; each has ``prior`` right and wrong ones more, so that none is
    ever certain. What is read with a confidence of 0 is held for wrong.
    """
    alike: dict[float, list[float]] = {}  # sum of confidences, of right ones, count; what is equally sure is one block
    for confidence, right in outcomes:
        block = alike.setdefault(confidence, [0.0, 0.0, 0.0])
        alike[confidence] = [block[0] + confidence, block[1] + right, block[2] + 1.0]
    blocks: list[list[float]] = []
    for _, block in sorted(alike.items()):
        blocks.append(block)
        while len(blocks) > 1 and (blocks[-2][2] < least or _share(blocks[-2]) >= _share(blocks[-1])):
            last = blocks.pop()
            blocks[-1] = [one + other for one, other in zip(blocks[-1], last, strict=True)]
    if len(blocks) > 1 and blocks[-1][2] < least:
        last = blocks.pop()
        blocks[-1] = [one + other for one, other in zip(blocks[-1], last, strict=True)]
    points = [(total / count, (right + prior) / (count + 2 * prior)) for total, right, count in blocks]
    # Below the least sure ones it falls to what nobody is sure of.
    nothing = prior / (least + 2 * prior)
    return Calibration(tuple(_rising([(0.0, min(nothing, points[0][1])), *points]))) if points else Calibration()


def _share(block: Sequence[float]) -> float:
    return block[1] / block[2]


def _rising(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The points in order, none lower than the one before or at its place."""
    out: list[tuple[float, float]] = []
    for place, value in points:
        if out and place <= out[-1][0]:
            continue
        out.append((place, max(value, out[-1][1] if out else 0.0)))
    return out
