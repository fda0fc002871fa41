"""Bibliographies as a document: each section's entries in the style's order, under its heading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from anora_bib.csl.engine import Engine, Formatter
from anora_bib.csl.outputs import output
from anora_bib.csl.styles import Style
from anora_bib.model import Entry
from anora_bib.model.keys import assign_keys


@dataclass(frozen=True, slots=True)
class Section:
    """Entries that make one bibliography; ``title`` is printed above it, none if it is ""."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """What was typeset, and a sentence for each item that could not be."""

    text: str
    problems: tuple[str, ...] = ()


def typeset(
    sections: Iterable[Section], engine: Engine, style: Style, *, locale: str | None = None, to: str = "text"
) -> Document:
    """All sections as one document in the output format ``to``; a section without entries has only its heading.

    Raises:
        UnknownNameError: there is no such locale or output.
        InputError: the style cannot be used.
    """
    written: list[tuple[str, list[str]]] = []
    problems: list[str] = []
    for section in sections:
        items = [entry.to_csl() for entry in assign_keys(section.entries)]
        processor = engine.processor(style, items, locale=locale, to=to)
        written.append((section.title, _lines(processor, [str(item["id"]) for item in items])))
        problems += processor.problems
    return Document(output(to).document(written), tuple(problems))


def _lines(processor: Formatter, ids: list[str]) -> list[str]:
    """The bibliography; for a style without one (some note styles), each item's full citation."""
    if lines := [entry.text for entry in processor.bibliography()]:
        return lines
    return processor.citations([{"citationItems": [{"id": id}]} for id in ids])
