"""Writings in the place of a source."""

from __future__ import annotations

import pytest

from anora_bib.find.sources.attributions import find_attributions
from anora_bib.model import Apparatus, Entry, Essay, Place, Reference, Work
from anora_bib.records.record_set import RecordSet
from anora_bib.text.spans import Span
from tests.find.support import paragraphs, stressed, with_prose

RECORDS = RecordSet(
    works=(Work("work/quays", "Of Quays and Tolls", "book"), Work("work/fog", "Fog Over Hull", "motion_picture"))
)
LISTED = Reference(Entry.of("article-journal", title="A Toll in Time"), Place.WORKS_CITED, Span(0, 0))


@pytest.mark.parametrize(
    ("text", "name", "source"),
    [
        ("*Of Quays and Tolls* argues that they fall.", "Of Quays and Tolls", "work/quays"),
        ("In *Of Quays and Tolls*, they fall.", "Of Quays and Tolls", "work/quays"),
        ("The book *The Long Pier* argues for tolls.", "The Long Pier", ""),
        ("*A Toll in Time* claims as much.", "A Toll in Time", ""),
        ("*The Long Pier* contends that they fall.", "The Long Pier", ""),
    ],
)
def test_works_as_sources(text: str, name: str, source: str) -> None:
    [found] = read(text)
    assert (found.name, found.source) == (name, source)


@pytest.mark.parametrize(
    "text",
    [
        "*Fog Over Hull* argues that they fall.",
        "In *Fog Over Hull*, they fall.",
        "*The Long Pier* is long.",
        "In *The Long Pier* they fall.",
        "He *really* argues that they fall.",
    ],
)
def test_works_that_are_none(text: str) -> None:
    assert read(text) == []


def read(text: str):  # type: ignore[no-untyped-def]
    essay = Essay.of("e.txt", text, "text", emphases=stressed(text))
    apparatus = Apparatus(essay, references=(LISTED,), body=paragraphs(text))
    return list(find_attributions(with_prose(apparatus, RECORDS), RECORDS))
