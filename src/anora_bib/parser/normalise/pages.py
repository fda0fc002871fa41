"""Pages and other places, without the words before them."""

from __future__ import annotations

import re
from typing import Final

from anora_bib import language
from anora_bib.text.characters import collapse

_LABEL: Final = re.compile(
    rf"(?:(?:{language.pattern(language.locator_words('page'))})(?![^\W\d_])\.?\s?)+(?=[\W\d]|[ivxlc]+\b|[A-Z]?\d)",
    re.IGNORECASE,
)
_DASH: Final = re.compile(r"(?<=\w)\s?(?:--?|[‐‑‒–—−])\s?(?=\w)")
_NOTE: Final = re.compile(r"(?<=\d),?\s(?:nn?|notes?|nota|Anm|fn)\.?\s?\d{1,3}(?:\s?[-–]\s?\d{1,3})?\Z", re.IGNORECASE)
"""A note on the page: "533, n. 2"."""
_ENDS: Final = " .,;:()[]"


def pages(text: str) -> str:
    """The pages, with an en dash in ranges: "12–34", "xii–xv", "e12", "211 ff"; "" if there are none.

    Article numbers and ranges cut short ("236–8") stay as they are printed.
    """
    words = collapse(text).strip(_ENDS)
    words = _NOTE.sub("", _LABEL.sub("", words, count=1).strip(_ENDS))
    return _DASH.sub("–", words) if any(char.isalnum() for char in words) else ""
