"""Items of every kind, with the signs that markup has to escape, for the formats that are only written."""

from __future__ import annotations

from anora_bib.model import Date, Entry, Library, Name
from anora_bib.model.values.csl import TYPES

HOSTILE = "A \"B\" & 'C' <d> </script> <!-- e --> \u00e9 \u4e2d \x07"
CLEAN = HOSTILE.removesuffix(" \x07")
"""The same without the sign that no markup can hold."""


def everything(type: str) -> Entry:
    """An item of a type that has a value for nearly every variable."""
    people = {
        role: (Name("Gogh", "Vincent", non_dropping_particle="van"), Name(literal="The & Body"))
        for role in "author editor translator director composer performer container-author collection-editor".split()
    }
    return Entry.of(
        type,
        key=f"{type}-1",
        title=f"Title {HOSTILE}",
        container_title="The <i>Whole</i> & Rest",
        collection_title="Series",
        collection_number="7",
        volume="3",
        issue="4",
        page="10-20",
        number="12",
        edition="2",
        publisher="P & Q",
        publisher_place="London",
        event_title="Days of Film",
        event_place="Pordenone",
        issued=Date.of(2024, 5, 22),
        accessed=Date.of(2025, 1, 2),
        original_date=Date.of(1928),
        DOI="10.1000/a<b>&c",
        URL="https://example.org/a b?x=1&y='2'",
        ISBN="9780306406157",
        ISSN="0378-5955",
        language="en-GB",
        keyword="door; film, silent",
        abstract="Words & more.",
        note="Read twice.",
        **people,
    )


ALL = Library(tuple(everything(type) for type in sorted(TYPES)))
"""One item of each CSL type."""
