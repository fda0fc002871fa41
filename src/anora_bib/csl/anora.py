"""The engine "anora": our own processor, behind the interface of all engines."""

from __future__ import annotations

from collections.abc import Sequence

from anora_bib.csl.engine import Capability
from anora_bib.csl.output.formats import Format
from anora_bib.csl.process.items.abbreviations import Abbreviations
from anora_bib.csl.process.processor import Processor
from anora_bib.csl.styles import Style
from anora_bib.model.bibliography.entries import Item


class Anora:
    """See :class:`anora_bib.csl.engine.Engine`."""

    name = "anora"
    capabilities = frozenset({Capability.LINKS, Capability.MODES, Capability.PARTS})

    def processor(
        self,
        style: Style,
        items: Sequence[Item],
        *,
        locale: str | None = None,
        to: str | Format = "text",
        links: bool = False,
        abbreviations: Abbreviations | None = None,
    ) -> Processor:
        """A processor for the items; see :class:`anora_bib.csl.engine.Engine`."""
        return Processor(style, items, locale, to, links=links, abbreviations=abbreviations)
