"""The formatter given to citeproc-py: it sets marks, and :mod:`anora_bib.csl.foreign.marks` makes markup of them.

citeproc-py takes any object with ``preformat`` and these eight names.
"""

from __future__ import annotations

from collections.abc import Callable

from anora_bib.csl.foreign.marks import mark
from anora_bib.model.richtext import Tag


def preformat(text: object) -> str:
    """Escaping waits until the text is done."""
    return str(text)


def _marker(tag: Tag | None) -> Callable[[object], str | None]:
    def wrap(text: object) -> str | None:
        if text is None:
            return None
        return mark(tag, str(text)) if tag else str(text)

    return wrap


Italic = Oblique = _marker(Tag.ITALIC)
Bold = _marker(Tag.BOLD)
Light = Underline = _marker(None)
Superscript = _marker(Tag.SUPERSCRIPT)
Subscript = _marker(Tag.SUBSCRIPT)
SmallCaps = _marker(Tag.SMALL_CAPS)
