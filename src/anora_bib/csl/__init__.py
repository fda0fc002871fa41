"""CSL: styles, and the engines that format items in them."""

from __future__ import annotations

from collections.abc import Iterable

from anora_bib.csl.citeproc_py import CiteprocPy
from anora_bib.csl.engine import Engine, FormattedEntry, Processor
from anora_bib.csl.outputs import OUTPUTS, Output, output
from anora_bib.csl.styles import Style, StyleInfo, search_styles
from anora_bib.model import Entry
from anora_bib.model.keys import assign_keys

BUILTIN: tuple[Engine, ...] = (CiteprocPy(),)
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
    "bibliography",
    "output",
    "search_styles",
]


def bibliography(
    entries: Iterable[Entry],
    *,
    style: str | Style = "mla",
    to: str = "text",
    locale: str | None = None,
    engine: Engine | None = None,
) -> str:
    """The entries as a whole bibliography in one text, in the order of the style; "" for no entries.

    A style without a bibliography (some note styles) gives its full citations instead.

    Raises:
        UnknownNameError: there is no such style, locale or output.
        InputError: the style cannot be used, or an item cannot be formatted in it.
    """
    chosen = style if isinstance(style, Style) else Style.load(style)
    items = [entry.to_csl() for entry in assign_keys(tuple(entries))]
    processor = (engine or BUILTIN[0]).processor(chosen, items, locale=locale, to=to)
    lines = [line.text for line in processor.bibliography()]
    if not lines:
        lines = processor.citations([{"citationItems": [{"id": item["id"]}]} for item in items])
    return output(to).document(lines)
