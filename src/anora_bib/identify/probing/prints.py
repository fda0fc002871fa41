"""How a style prints: its bibliography, or its notes, for a list of items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from anora_bib.csl import Processor, Style
from anora_bib.csl.compile.style import compile_style
from anora_bib.csl.output.runs import FormattedText
from anora_bib.identify.probing.probes import Item
from anora_bib.model import Entry


@dataclass(frozen=True, slots=True)
class Printer:
    """A style in one of the two ways in which it prints a reference: as an entry, or as the first note on it."""

    style: Style
    as_note: bool
    locale: str | None = None

    def prints(self, items: Sequence[Item | Entry]) -> dict[str, FormattedText]:
        """The text of each item, by its id, as the style's bibliography of them all has it; "" leaves it out."""
        processor = Processor(self.style, items, self.locale, to="text")
        if not self.as_note:
            return {entry.id: _formatted(entry.text) for entry in processor.bibliography()}
        ids = [item.key if isinstance(item, Entry) else str(item["id"]) for item in items]
        alone = [{"citationItems": [{"id": id, "position": 0}]} for id in ids]
        return {id: _formatted(text) for id, text in zip(ids, processor.citations(alone), strict=True) if text}


def _formatted(text: str) -> FormattedText:
    return text if isinstance(text, FormattedText) else FormattedText.of(text, [])


def printers(style: Style, locale: str | None = None) -> list[Printer]:
    """The ways in which a style prints references; a style of notes may have two."""
    has_bibliography = "<bibliography" in style.xml
    entry = [Printer(style, as_note=False, locale=locale)] if has_bibliography else []
    note = [Printer(style, as_note=True, locale=locale)] if style.kind == "note" or not entry else []
    return [*entry, *note]


def others(style: Style, locale: str | None = None) -> tuple[str, ...]:
    """The words of a style for names that are left out: "et al.", "and others"."""
    terms = compile_style(style, locale).locale
    return tuple(word for name in ("et-al", "and others") if (word := terms.term(name)))
