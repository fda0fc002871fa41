"""The output formats: how each makes text of the runs of a citation or an entry."""

from __future__ import annotations

from typing import Final

from anora_bib.csl.output.formats.format import Format
from anora_bib.csl.output.formats.html import HTML
from anora_bib.csl.output.formats.latex import LATEX
from anora_bib.csl.output.formats.markdown import MARKDOWN
from anora_bib.csl.output.formats.rst import RST
from anora_bib.csl.output.formats.rtf import RTF
from anora_bib.csl.output.formats.text import RUNS, TEXT
from anora_bib.errors import UnknownNameError
from anora_bib.text.characters import nearest

__all__ = ["FORMATS", "RUNS", "Format", "format_named"]

FORMATS: Final[tuple[Format, ...]] = (TEXT, HTML, MARKDOWN, LATEX, RTF, RST)
"""All but ``RUNS``, which is no format to be written to a file."""


def format_named(name: str) -> Format:
    """The output format of that name.

    Raises:
        UnknownNameError: there is none.
    """
    by_name = {item.name: item for item in FORMATS}
    if name not in by_name:
        raise UnknownNameError("output", name, nearest(name, by_name), known=by_name)
    return by_name[name]
