"""The citation label, ``Doe65``: letters of the authors and the last digits of the year."""

from __future__ import annotations

import re

from anora_bib.csl.compile.item import Ref
from anora_bib.csl.locale import Locale
from anora_bib.csl.values.dates import ends

_LETTERS_OF = ((4,), (2, 2), (2, 1, 1), (1, 1, 1, 1))
"""How many letters of each name go into the label, by the number of names."""

_ARTICLE = re.compile(r"(?:a|an|the)\s+", re.IGNORECASE)
_PARTICLES = re.compile(r"^[ '\u2019a-z]+\s+")
_NOT_LETTER = re.compile(r"[^a-zA-Z\u00c0-\u017f\u0370-\u03ff\u0400-\u052f]")


def citation_label(ref: Ref, locale: Locale) -> str:
    """The label of an item that has none of its own."""
    names = next(iter(ref.names.values()), ())
    letters = _LETTERS_OF[min(max(len(names), 1), 4) - 1]
    label = "".join(
        _cut(_PARTICLES.sub("", name.family or name.literal), count)
        for name, count in zip(names, letters, strict=False)
    )
    if not label:
        label = _cut(ref.text.get("title", ""), 4) or _cut(locale.term("reference", "short"), 4)
    issued = ref.dates.get("issued")
    year = str(ends(issued)[0].year or "0000") if issued is not None else "0000"
    return label + year[-2:]


def _cut(text: str, count: int) -> str:
    bare = _NOT_LETTER.sub("", _ARTICLE.sub("", text, count=1))
    return bare[:1].upper() + bare[1:count].lower()
