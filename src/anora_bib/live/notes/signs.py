"""The signs in the text that hold markers: one a marker, or one pair of brackets or tags around several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from anora_bib.model import Marker, MarkerForm
from anora_bib.text.spans import Span

_JOINT: Final = re.compile(r" ?[,;\u2013-]? ?")
_OPENING: Final = re.compile(r"\\?\[[ \xa0]?\Z")
_CLOSING: Final = re.compile(r"[ \xa0]?\\?\]")
_WIDEST: Final = 3


class Sign(NamedTuple):
    """``span`` is all of the sign, its brackets too."""

    span: Span
    markers: tuple[Marker, ...]


def signs(text: str, markers: Iterable[Marker]) -> Iterator[Sign]:
    """The signs of the markers, in their order. No two share a character."""
    group: list[Marker] = []
    for marker in sorted(markers, key=lambda marker: marker.span):
        if group and not _goes_on(text, group[-1], marker):
            yield _sign(text, group)
            group = []
        group.append(marker)
    if group:
        yield _sign(text, group)


def touching(signs: Iterable[Sign]) -> Iterator[list[Sign]]:
    """The signs in groups of those that stand side by side: ``[3][4]``."""
    group: list[Sign] = []
    for sign in signs:
        if group and sign.span.start != group[-1].span.end:
            yield group
            group = []
        group.append(sign)
    if group:
        yield group


def _goes_on(text: str, one: Marker, other: Marker) -> bool:
    """Whether one sign holds both."""
    if one.span == other.span:
        return True
    return _is_open(one) and bool(_JOINT.fullmatch(text, one.span.end, other.span.start))


def _is_open(marker: Marker) -> bool:
    """Whether the sign of a marker may go on behind it: ``3`` of ``[3, 5]``, ``<sup>3`` of ``<sup>3, 5</sup>``."""
    if marker.form is MarkerForm.BRACKETED:
        return "]" not in marker.text and ")" not in marker.text
    return marker.form is MarkerForm.LIVE and not (set("])>") & set(marker.text[-1:]))


def _sign(text: str, markers: list[Marker]) -> Sign:
    span = Span(markers[0].span.start, markers[-1].span.end)
    if len(markers) > 1:
        opening = _OPENING.search(text, max(0, span.start - _WIDEST), span.start)
        closing = _CLOSING.match(text, span.end)
        if opening and closing:
            span = Span(opening.start(), closing.end())
    return Sign(span, tuple(markers))
