"""Volume, issue, number and the like, without the words before them; the number of pages."""

from __future__ import annotations

import re
from typing import Final

from anora_bib import language
from anora_bib.text.characters import collapse
from anora_bib.text.patterns import lazy

_LABEL: Final = lazy(
    "(?:(?:{}))(?![^\\W\\d_])\\.?\\s?(?=[#\\w(])".format(
        language.pattern(
            {
                *language.vocabulary("volumes"),
                *language.vocabulary("issues"),
                *language.vocabulary("episodes"),
                *language.locator_words("volume", "issue", "section", "chapter"),
                "season",
                "series",
                "number",
                "nr",
            }
        )
    ),
    re.IGNORECASE,
)
_DASH: Final = lazy(r"(?<=\w)\s?(?:--?|[‐‑‒–—−])\s?(?=\w)")
_COUNT: Final = lazy(r"[0-9]{1,5}")
_ENDS: Final = " .,;:()[]#"


def number(text: str) -> str:
    """A number as it is printed, without "vol." or "no." before it: "12", "XII", "3–4", "E86-D"; "" for none."""
    words = collapse(text).strip(_ENDS)
    words = _LABEL.sub("", words, count=1).strip(_ENDS) if _LABEL.match(words) else words
    return _DASH.sub("–", words) if words[:1].isdigit() and words[-1:].isdigit() else words


def number_of_pages(text: str) -> str:
    """The count of pages, the largest of several: "[viii], 321 p." has 321; "" for none."""
    counts = [int(count) for count in _COUNT.findall(text)]
    return str(max(counts)) if counts else ""
