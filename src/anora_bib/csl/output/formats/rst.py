"""reStructuredText: inline markup, which does not nest and must stand apart from the letters around it.

https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#inline-markup-recognition-rules
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from anora_bib.csl.output.formats.display import lines
from anora_bib.csl.output.formats.format import Format
from anora_bib.csl.output.formats.words import Word, words
from anora_bib.csl.output.runs import BOLD, FORMATTINGS, ITALIC, SUBSCRIPT, SUPERSCRIPT, Segment
from anora_bib.documents.dialects import rst as dialect

_MARKS: Final = {
    0: ("", ""),
    SUPERSCRIPT: (":sup:`", "`"),
    SUBSCRIPT: (":sub:`", "`"),
    BOLD: ("**", "**"),
    ITALIC: ("*", "*"),
}
_ORDER: Final = (SUPERSCRIPT, SUBSCRIPT, BOLD, ITALIC)
"""Of marks inside marks one is left: what says most about the meaning of the text."""
_LOOKS: Final = tuple(next((mark for mark in _ORDER if look & mark), 0) for look in range(FORMATTINGS))
_LOOKS_IN_LINKS: Final = (0,) * FORMATTINGS

_APART: Final = "\\ "
"""White space that is not printed."""
_BEFORE: Final = frozenset("(-/\u2010\u2011\u2012\u2013\u2014\u2018\u201a\u201c\u201e\u00ab")
"""What markup may follow at once, if it does not begin with what could be the other half of such a sign."""
_AFTER: Final = frozenset(".,;!?)-/}'\"\u2010\u2011\u2012\u2013\u2014\u2019\u201d\u00bb\\")
"""What may follow markup at once. The backslash is that of an escape."""


def _write(segments: Sequence[Segment]) -> str:
    """The markup of runs."""
    out: list[str] = []
    last = ""
    before: Word | None = None
    for word in words(segments, _LOOKS, _LOOKS_IN_LINKS):
        text = dialect.text(word.text)
        if before is not None:
            out.append(word.gap or _between(before, last, word, text))
        begin, end = ("`", f" <{word.link}>`__") if word.link else _MARKS[word.look]
        out += (begin, text, end)
        before, last = word, text
    return lines("".join(out), dialect.line)


def _between(before: Word, written: str, word: Word, text: str) -> str:
    """What separates two words with no space between them, of which one is marked."""
    if not (before.look or before.link):
        return "" if written[-1] in _BEFORE and text[0].isalnum() else _APART
    if word.look or word.link:
        return _APART
    return "" if text[0] in _AFTER else _APART


def _line(text: str) -> str:
    return dialect.line(dialect.text(text))


RST: Final = Format("rst", _write, _line, heading="{}\n{rule}\n\n")
