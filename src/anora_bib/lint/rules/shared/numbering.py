"""Numbers of notes that readers see as they are typed."""

from __future__ import annotations

from anora_bib.model import Apparatus, Marker, Note


def printed_as_typed(apparatus: Apparatus, place: Note | Marker) -> bool:
    """False for ``[^4]`` and ``[^4]: Text`` of Markdown: programs count such notes anew."""
    span = place.outer if isinstance(place, Note) else place.span
    return not span.of(apparatus.essay.text).lstrip().startswith("[^")
