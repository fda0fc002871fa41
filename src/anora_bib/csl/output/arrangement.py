"""How the lines of a bibliography are set out, as a style asks (specification, "Whitespace")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from anora_bib.csl.output.runs import MARGIN, FormattedText


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What of a bibliography is no text: citeproc-js gives it as the parameters of a bibliography."""

    hanging_indent: bool = False
    """Every line of an entry but the first is indented."""
    second_field_align: str = ""
    """Whether what follows the first field is aligned: "flush" with the text, or with the first field in the
    "margin"; "" for neither."""
    line_spacing: int = 1
    """The distance of lines, in lines."""
    entry_spacing: int = 1
    """The distance of entries beside that, in lines."""
    max_offset: int = 0
    """The signs of the longest first field where the second is aligned."""


def longest_first_field(entries: Iterable[str]) -> int:
    """The signs of the longest first field of entries that are set apart from the rest."""
    return max(map(_first_field, entries), default=0)


def _first_field(entry: str) -> int:
    if not isinstance(entry, FormattedText):
        return 0
    head, margin, _ = "".join([run.text for run in entry.runs]).partition(MARGIN)
    return len(head.strip()) if margin else 0
