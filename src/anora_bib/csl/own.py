"""The engine "anora": our own processor behind the interface that all engines share."""

from __future__ import annotations

from collections.abc import Sequence

from anora_bib.csl.engine import Item
from anora_bib.csl.output.formats import FORMATS
from anora_bib.csl.processor import Processor
from anora_bib.csl.styles import Style


class Anora:
    """See :class:`anora_bib.csl.engine.Engine`."""

    name = "anora"
    outputs = tuple(item.name for item in FORMATS)

    def processor(
        self, style: Style, items: Sequence[Item], *, locale: str | None = None, to: str = "text"
    ) -> Processor:
        """A processor for the items; see :class:`anora_bib.csl.engine.Engine`."""
        return Processor(style, items, locale=locale, to=to)
