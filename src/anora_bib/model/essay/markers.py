"""Which markers point at which notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from anora_bib.model import Apparatus, BlockKind, Marker, MarkerForm
from anora_bib.text.spans import Span

_ELSEWHERE: Final = re.compile(r"(?:\]\(\s?<?|\bhref\s?=\s?[\"']?)(?![#\"'])", re.IGNORECASE)
"""A link to what is no place of the page itself."""


def running_markers(apparatus: Apparatus) -> tuple[Marker, ...]:
    """The markers of the running text, without those in descriptions of pictures.

    Nor is a link to another page one where Markdown's own sign points at a note of that label: the number was copied
    with a quotation, and leads to the notes of that page.
    """
    own = {marker.label for marker in apparatus.markers if marker.text.startswith("[^")}
    return tuple(
        marker
        for marker in apparatus.markers
        if not marker.in_image and not (marker.label in own and _ELSEWHERE.search(marker.text))
    )


def pointed_at(apparatus: Apparatus) -> frozenset[str]:
    """The labels that a marker in the text, or a marker under a picture that is not stray, points at."""
    astray = {marker for markers in stray_caption_markers(apparatus).values() for marker in markers}
    return frozenset(marker.label for marker in apparatus.markers if marker not in astray)


def stray_caption_markers(apparatus: Apparatus) -> Mapping[Span, Sequence[Marker]]:
    """By picture, the markers in a description that was copied from elsewhere with its markers.

    Markers of a picture belong to the essay if each leads to a note, none is repeated, and none repeats a label of the
    running text or has another form. If one of a picture fails, all of them are stray.
    """
    pictures = [block.span for block in apparatus.essay.blocks if block.kind is BlockKind.IMAGE]
    by_picture: dict[Span, list[Marker]] = {}
    for marker in apparatus.markers:
        if marker.in_image:
            by_picture.setdefault(_picture(pictures, marker), []).append(marker)
    return {picture: markers for picture, markers in by_picture.items() if not _own(apparatus, markers)}


def _picture(pictures: Sequence[Span], marker: Marker) -> Span:
    return next((span for span in pictures if span.contains(marker.span)), marker.span)


def _own(apparatus: Apparatus, markers: Sequence[Marker]) -> bool:
    running = running_markers(apparatus)
    labels = Counter(marker.label for marker in markers)
    notes = {note.label for note in apparatus.notes}
    forms = {marker.form for marker in running}
    return (
        all(label in notes and count == 1 for label, count in labels.items())
        and labels.keys().isdisjoint(marker.label for marker in running)
        and all(not forms or marker.form in forms or marker.form is MarkerForm.LIVE for marker in markers)
    )
