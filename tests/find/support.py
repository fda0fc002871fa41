"""What tests of finding make of a text, in place of a reader."""

from __future__ import annotations

import re
from dataclasses import replace

from anora_bib.find.prose.paragraphs import read_prose
from anora_bib.find.prose.people import find_people
from anora_bib.model import Apparatus, Emphasis, Marker, MarkerForm, Records
from anora_bib.records.record_set import RecordSet
from anora_bib.text.spans import Span


def paragraphs(text: str) -> tuple[Span, ...]:
    """A paragraph for each line, without its end."""
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        found.append(Span(start, start + len(line.rstrip("\n"))))
        start += len(line)
    return tuple(found)


def bracketed(text: str) -> tuple[Marker, ...]:
    """The markers of the form ``[1]``."""
    return tuple(
        Marker(found[1], found[0], Span(*found.span()), MarkerForm.BRACKETED)
        for found in re.finditer(r"\[(\d+)\]", text)
    )


def stressed(text: str) -> tuple[Emphasis, ...]:
    """What stands between single stars."""
    return tuple(Emphasis(Span(*found.span(1))) for found in re.finditer(r"\*(\w[^*]*)\*", text))


def with_prose(apparatus: Apparatus, records: Records | None = None) -> Apparatus:
    """The apparatus with its running text cut into paragraphs and its people found, as the workflow leaves it."""
    cut = replace(apparatus, prose=read_prose(apparatus.essay, apparatus.body, apparatus.markers))
    return replace(cut, people=find_people(cut, records or RecordSet()))
