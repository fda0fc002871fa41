"""What a parser read in a string as labels on its text, for a person to correct."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from anora_bib.model import Entry
from anora_bib.model.essay.pieces import Reference
from anora_bib.parser.base import Parser
from anora_bib.parser.labelled import Labelled, LabelledSpan
from anora_bib.parser.labels import label_of


def labelled(parser: Parser, text: str) -> Labelled:
    """The text with a label on each stretch that the parser read a value in, and the type of its first reference.

    Where two values were read in one stretch, that of which the parser is surer is kept.
    """
    entries = [piece.entry for piece in parser.pieces(text) if isinstance(piece, Reference)]
    return Labelled(text, tuple(_apart(_spans(entries))), entries[0].type if entries else "")


def _spans(entries: Iterable[Entry]) -> Iterator[tuple[float, LabelledSpan]]:
    for entry in entries:
        for variable, field in entry.fields.items():
            label = label_of(variable)
            if label and field.span:
                yield field.confidence, LabelledSpan(field.span.start, field.span.end, label)


def _apart(spans: Iterable[tuple[float, LabelledSpan]]) -> list[LabelledSpan]:
    """Those that do not overlap, the surest taken first, in the order of the text."""
    kept: list[LabelledSpan] = []
    for _, span in sorted(spans, key=lambda pair: -pair[0]):
        if span.start < span.end and all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda span: span.start)
