"""What a locale says about quotation marks and the punctuation beside them."""

from __future__ import annotations

from dataclasses import dataclass

from anora_bib.csl.values import richtext


@dataclass(frozen=True, slots=True)
class Typography:
    """What a locale says about quotation marks."""

    quotes: richtext.Quotes
    punctuation_in_quote: bool
