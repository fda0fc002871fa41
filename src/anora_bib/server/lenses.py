"""How often entries and notes are cited, above them."""

from __future__ import annotations

from collections import Counter

from lsprotocol import types as lsp

from anora_bib.inputs.opening import bib_file
from anora_bib.server.analysis import Analysis
from anora_bib.server.surroundings import Surroundings
from anora_bib.text.characters import counted
from anora_bib.text.spans import SourceSpan


def lenses(analysis: Analysis, around: Surroundings) -> list[lsp.CodeLens]:
    """How often it is cited, over each entry of a ``.bib`` file and over each note of an essay."""
    if analysis.bibliography is not None:
        file, times = bib_file(analysis.bibliography), around.times_cited(analysis.path)
        spans = [(file.document.source_span(file.key_span(entry)), times[entry.key]) for entry in file.entries]
    elif analysis.apparatus is not None:
        document, markers = analysis.apparatus.essay.document, Counter(one.label for one in analysis.apparatus.markers)
        spans = [(document.source_span(note.span), markers[note.label]) for note in analysis.apparatus.notes]
    else:
        spans = []
    return [_lens(analysis, span, times) for span, times in spans]


def _lens(analysis: Analysis, span: SourceSpan, times: int) -> lsp.CodeLens:
    said = f"cited by {counted(times, 'place')}" if times else "not cited"
    return lsp.CodeLens(analysis.lines.range(span), lsp.Command(title=said, command=""))
