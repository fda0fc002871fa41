"""Data: entries, names, dates, essays, their apparatus, and authority records. No judgement, no I/O."""

from anora_bib.model.bibliography.entries import Entry, Field, Provenance, Value
from anora_bib.model.bibliography.library import Library
from anora_bib.model.bibliography.records import Edition, Outlet, Person, Publisher, Record, Records, Work
from anora_bib.model.essay.apparatus import (
    Apparatus,
    Attribution,
    Citation,
    Cite,
    Difference,
    DifferenceKind,
    Match,
    Mention,
    Place,
    Reason,
    Reference,
    Relation,
    Unresolved,
)
from anora_bib.model.essay.essays import Anchor, Block, BlockKind, Emphasis, Essay, Metadata
from anora_bib.model.essay.page import Credit, ListedWork, Marker, MarkerForm, Note
from anora_bib.model.essay.prose import Paragraph, Prose
from anora_bib.model.values.dates import Date
from anora_bib.model.values.names import Name

__all__ = [
    "Anchor",
    "Apparatus",
    "Attribution",
    "Block",
    "BlockKind",
    "Citation",
    "Cite",
    "Credit",
    "Date",
    "Difference",
    "DifferenceKind",
    "Edition",
    "Emphasis",
    "Entry",
    "Essay",
    "Field",
    "Library",
    "ListedWork",
    "Marker",
    "MarkerForm",
    "Match",
    "Mention",
    "Metadata",
    "Name",
    "Note",
    "Outlet",
    "Paragraph",
    "Person",
    "Place",
    "Prose",
    "Provenance",
    "Publisher",
    "Reason",
    "Record",
    "Records",
    "Reference",
    "Relation",
    "Unresolved",
    "Value",
    "Work",
]
