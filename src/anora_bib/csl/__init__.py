"""CSL: styles, our own processor, and the engines that format items.

    style = Style.load("apa")
    processor = Processor(style, items, to="html")
    processor.citations(clusters)
    processor.bibliography()

``Processor(..., links=True)`` makes links of DOIs and URLs. For output that is no markup, a word processor's document,
an entry has its runs as well: pieces of text in one formatting, each with the item and the variable it comes from. The
text of a citation has them too, and :func:`runs` joins those of the same formatting:

    [entry.runs for entry in processor.bibliography()]
    [runs(text) for text in processor.citations(clusters)]

``styletree`` reads a style once into a typed tree, ``compile`` makes callables of it, ``values`` knows what a date, a
name or a number is, and ``output`` makes text of what was rendered. ``foreign`` holds the processors of others.

A name is imported when it is first used: much that reads a style's terms or a locator never formats anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anora_bib.system.lazy import names_from

if TYPE_CHECKING:
    from anora_bib.csl.builtin import BUILTIN
    from anora_bib.csl.engine import Engine, FormattedEntry
    from anora_bib.csl.output.arrangement import Arrangement
    from anora_bib.csl.output.formats import RUNS
    from anora_bib.csl.output.runs import FormattedText, Run, runs
    from anora_bib.csl.process.document import Change, Document
    from anora_bib.csl.process.items.abbreviations import Abbreviations
    from anora_bib.csl.process.items.selection import Selection
    from anora_bib.csl.process.processor import Processor
    from anora_bib.csl.styles import Style, StyleInfo, search_styles

_HOME = {
    "builtin": "BUILTIN",
    "engine": "Engine FormattedEntry",
    "output.arrangement": "Arrangement",
    "output.formats": "RUNS",
    "output.runs": "FormattedText Run runs",
    "process.document": "Change Document",
    "process.items.abbreviations": "Abbreviations",
    "process.items.selection": "Selection",
    "process.processor": "Processor",
    "styles": "Style StyleInfo search_styles",
}

__all__ = [
    "BUILTIN",
    "RUNS",
    "Abbreviations",
    "Arrangement",
    "Change",
    "Document",
    "Engine",
    "FormattedEntry",
    "FormattedText",
    "Processor",
    "Run",
    "Selection",
    "Style",
    "StyleInfo",
    "runs",
    "search_styles",
]

__getattr__ = names_from(__name__, _HOME)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
