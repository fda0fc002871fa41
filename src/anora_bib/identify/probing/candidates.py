"""Which styles are worth rendering in earnest: those that print the probes in shapes like those of the references."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from anora_bib.identify.printed import Printed
from anora_bib.identify.probing.catalogue import StyleFile
from anora_bib.identify.probing.index import Index
from anora_bib.identify.probing.shapes import JOINT, given_form, shape

_OTHER_JOINT: Final = 0.05
_OTHER_NAMES: Final = 0.03
"""What a style is less like references that join initials in another way, or give initials where it gives names."""

_READINGS: Final = 5
"""Probes by which a reference may be read."""


class Candidate(NamedTuple):
    """A style in one way of printing; ``likeness`` is that of its shapes, ``probes`` the nearest to each reference."""

    file: StyleFile
    as_note: bool
    likeness: float
    probes: tuple[tuple[int, ...], ...]


def candidates(references: Sequence[Printed], styles: Sequence[StyleFile], index: Index) -> list[Candidate]:
    """The styles that are in the index, in each way in which they print, those of the likest shapes first."""
    known = [(style, index.shapes[style.digest]) for style in styles if style.digest in index.shapes]
    terms = frozenset(term for _, shapes in known for term in shapes.terms)
    asked = [_Asked(*shape(reference.text, terms).split(JOINT)) for reference in references]
    numbers: dict[str, int] = {}
    ways = []
    for style, shapes in known:
        for as_note, of in shapes.ways():
            parts = [one.partition(JOINT) for one in of]
            signs = frozenset(joint for _, _, joint in parts), frozenset(given_form(one) for one, _, _ in parts)
            ways.append((style, as_note, [numbers.setdefault(one, len(numbers)) for one, _, _ in parts], signs))
    every = list(numbers)
    scores = [_scores(one.shape, every) for one in asked]
    found = []
    for style, as_note, printed, (joints, forms) in ways:
        nearest = []
        total = 0.0
        for sought, score in zip(asked, scores, strict=True):
            scored = sorted(((score[one], -at) for at, one in enumerate(printed)), reverse=True)
            nearest.append(tuple(-back for _, back in scored[:_READINGS]))
            total += scored[0][0]
            total -= _OTHER_JOINT * bool(sought.joint and sought.joint not in joints)
            form = given_form(sought.shape)
            total -= _OTHER_NAMES * bool(form and form not in forms)
        found.append(Candidate(style, as_note, total / len(references), tuple(nearest)))
    return sorted(found, key=lambda at: (-at.likeness, at.file.name))


class _Asked(NamedTuple):
    shape: str
    joint: str


def _scores(of: str, every: Sequence[str]) -> list[float]:
    scores = [0.0] * len(every)
    for _, score, at in process.extract_iter(of, every, scorer=Levenshtein.normalized_similarity):
        scores[at] = score
    return scores
