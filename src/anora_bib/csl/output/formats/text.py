"""Text without markup: as a reader of plain text sees it, and as it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from anora_bib.csl.output.formats.display import one_space
from anora_bib.csl.output.formats.format import Format
from anora_bib.csl.output.runs import BLOCK_EDGE, Segment, with_blocks
from anora_bib.documents.dialects.controls import one_line


def _write(segments: Sequence[Segment]) -> str:
    texts = [seg.text if seg.span is BLOCK_EDGE else one_line(seg.text) for seg in with_blocks(segments)]
    return one_space("".join(texts))


def _as_it_is(segments: Sequence[Segment]) -> str:
    return "".join([segment.text for segment in with_blocks(segments)])


TEXT: Final = Format("text", _write, one_line, heading="{}\n{rule}\n\n")
RUNS: Final = Format("runs", _as_it_is, str)
"""For output that is no markup: the text as it is, a line end or a tab where there are blocks. Its formatting is in
its runs (:func:`anora_bib.csl.output.runs.runs`)."""
