"""Titles of items, containers and series, without what introduces and encloses them."""

from __future__ import annotations

import re
from typing import Final

from anora_bib.text.characters import collapse

_APOSTROPHES: Final = "\u2019'"
_PAIRS: Final = frozenset(
    ("“”", "„“", "„”", "«»", "»«", "‘’", "‚‘", "‚’", "‹›", '""', "''", "``", "““", "””", '“"', '"”', "’’", "‘‘")
)
_IN: Final = re.compile(r"\A(?:in|dans|en|em)(?::\s?|\s(?=[“„«‘\"*_]))", re.IGNORECASE)
_INSIDE: Final = re.compile(r"[,;](?=[’”'\"»“‘]\Z)")
"""The comma behind a title, printed within the marks of a quotation that ends it: "On ‘Salt,’” 12."""
_LEFT: Final = " \t,;:.–—"
_RIGHT: Final = " \t,;:–—"


def title(text: str) -> str:
    """A title without the marks around it and the stop behind it; "?", "!" and "..." belong to it.

    White space within is single. A mark that encloses only a part stays: "“Salt” and Light"; a comma that American
    printers set within it goes.
    """
    words = collapse(text).lstrip(_LEFT).rstrip(_RIGHT)
    for _ in range(3):
        bare = _unquoted(_unmarked(words)).strip(" ,;:")
        if bare == words:
            break
        words = bare
    words = _INSIDE.sub("", words)
    return words[:-1].rstrip() if _ends_with_stop(words) else words


def container(text: str) -> str:
    """The title of what an item appeared in, without "in" before it."""
    return title(_IN.sub("", collapse(text).lstrip(_LEFT)))


def _unmarked(words: str) -> str:
    """Without the signs of emphasis around the whole."""
    end = words.rstrip(".,")
    for sign in ("***", "**", "*", "__", "_"):
        inner = end[len(sign) : -len(sign)]
        if end.startswith(sign) and end.endswith(sign) and inner and sign not in inner:
            return inner
    return words


def _unquoted(words: str) -> str:
    """Without quotation marks around the whole, a comma or stop behind the closing one included."""
    end = words.rstrip(".,")
    if len(end) < 3 or end[0] + end[-1] not in _PAIRS:
        return words
    inner = end[1:-1]
    again = end[0] in inner or (end[-1] in inner and end[-1] not in _APOSTROPHES)
    return words if again else inner


def _ends_with_stop(words: str) -> bool:
    """Whether a last full stop ends the title: not one of initials ("E.T.") or of an ellipsis."""
    if not words.endswith(".") or words.endswith(".."):
        return False
    last = words.rsplit(" ", 1)[-1]
    initial = len(last) == 2 and last[0].isupper() and last != words
    return last.count(".") == 1 and not initial
