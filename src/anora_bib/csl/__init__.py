"""CSL: styles, and the engines that format items in them."""

from __future__ import annotations

from anora_bib.csl.anora import Anora
from anora_bib.csl.citeproc_py import CiteprocPy
from anora_bib.csl.engine import Engine, FormattedEntry
from anora_bib.csl.outputs import OUTPUTS, Output, output
from anora_bib.csl.processor import Processor
from anora_bib.csl.styles import Style, StyleInfo, search_styles

BUILTIN: tuple[Engine, ...] = (Anora(), CiteprocPy())
"""The engines that come with the package; the first is the default."""

__all__ = [
    "BUILTIN",
    "OUTPUTS",
    "Engine",
    "FormattedEntry",
    "Output",
    "Processor",
    "Style",
    "StyleInfo",
    "output",
    "search_styles",
]
