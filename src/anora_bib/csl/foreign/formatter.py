"""The formatter given to citeproc-py: it sets marks, and :mod:`anora_bib.csl.foreign.marks` makes runs of them.

citeproc-py takes any object with ``preformat`` and these eight names.
"""

from __future__ import annotations

from collections.abc import Callable

from anora_bib.csl.foreign import marks
from anora_bib.csl.output.nodes import Mark


def preformat(text: object) -> str:
    """Escaping waits until the text is done."""
    return str(text)


def _marker(mark: Mark) -> Callable[[object], str | None]:
    def wrap(text: object) -> str | None:
        return None if text is None else marks.marked(str(text), mark)

    return wrap


Italic = _marker(marks.ITALIC)
Oblique = _marker(marks.OBLIQUE)
Bold = _marker(marks.BOLD)
Light = _marker(marks.LIGHT)
Underline = _marker(marks.UNDERLINE)
Superscript = _marker(marks.SUPERSCRIPT)
Subscript = _marker(marks.SUBSCRIPT)
SmallCaps = _marker(marks.SMALL_CAPS)
