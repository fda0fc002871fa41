"""reStructuredText: inline markup, which does not nest and must stand apart from the letters around it.

https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#inline-markup-recognition-rules
"""

from __future__ import annotations

from typing import Final

from anora_bib.csl.output.escapes import rst_line, rst_text
from anora_bib.csl.output.lines import lines
from anora_bib.csl.output.signs import BOLD, ITALIC, STATES, SUBSCRIPT, SUPERSCRIPT, Word, words

_MARKS: Final = {
    0: ("", ""),
    SUPERSCRIPT: (":sup:`", "`"),
    SUBSCRIPT: (":sub:`", "`"),
    BOLD: ("**", "**"),
    ITALIC: ("*", "*"),
}
_ORDER: Final = (SUPERSCRIPT, SUBSCRIPT, BOLD, ITALIC)
"""Of marks inside marks one is left: what says most about the meaning of the text."""
_LOOKS: Final = tuple(next((mark for mark in _ORDER if state & mark), 0) for state in range(STATES))
_LOOKS_IN_LINKS: Final = (0,) * STATES

_APART: Final = "\\ "
"""White space that is not printed."""
_BEFORE: Final = frozenset("(-/\u2010\u2011\u2012\u2013\u2014\u2018\u201a\u201c\u201e\u00ab")
"""What markup may follow at once, if it does not begin with what could be the other half of such a sign."""
_AFTER: Final = frozenset(".,;!?)-/}'\"\u2010\u2011\u2012\u2013\u2014\u2019\u201d\u00bb\\")
"""What may follow markup at once. The backslash is that of an escape."""


def rst(draft: str) -> str:
    """The markup of a text with signs."""
    out: list[str] = []
    last = ""
    before: Word | None = None
    for word in words(draft, _LOOKS, _LOOKS_IN_LINKS):
        text = rst_text(word.text)
        if before is not None:
            out.append(word.gap or _between(before, last, word, text))
        begin, end = ("`", f" <{word.link}>`__") if word.link else _MARKS[word.state]
        out += (begin, text, end)
        before, last = word, text
    return lines("".join(out), rst_line)


def _between(before: Word, written: str, word: Word, text: str) -> str:
    """What stands between two words with no space between them, of which one is marked."""
    if not (before.state or before.link):
        return "" if written[-1] in _BEFORE and text[0].isalnum() else _APART
    if word.state or word.link:
        return _APART
    return "" if text[0] in _AFTER else _APART
