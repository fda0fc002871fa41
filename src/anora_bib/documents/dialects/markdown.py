"""Markdown: text inside a line, and lines that begin no block but a paragraph (CommonMark, pandoc, GitHub)."""

from __future__ import annotations

import re

from anora_bib.documents.dialects.controls import one_line

_SIGNS = re.compile(r"[\\`*_{}\[\]<>#~^$@|]")
# An ampersand that begins a character reference, and what some readers make dashes, an ellipsis, a trademark or a
# fraction of.
_REFERENCE = re.compile(r"&(?=[\w#])")
_DASH = re.compile(r"-(?<=--)")
_ELLIPSIS = re.compile(r"\.(?<=\.\.)(?=\.)")
_TRADEMARK = re.compile(r"\((?=(?:[cCrRpP]|[tT][mM])\))")
_FRACTION = re.compile(r"/(?<=\d/)(?<!\d\d\d/)(?<!/\d/)(?<!/\d\d/)(?=\d{1,2}(?![\w/]))")
_SOMETIMES = (("&", _REFERENCE), ("--", _DASH), ("...", _ELLIPSIS), ("(", _TRADEMARK), ("/", _FRACTION))
"""What must be in a text for each to be in it: most texts have none, and this is quicker to see."""
# What would make of a line the item of a list, a rule, a heading or a definition. Of an initial pandoc does not.
_BEGINNING = re.compile(
    r"[-+:](?=\s|\Z)|-(?=\\?-)|="
    r"|(?![A-Z]\.\s(?!\s))\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+|\\#)(?=[.)](?:\s|\Z))"
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def _backslashed(match: re.Match[str]) -> str:
    return f"\\{match[0]}"


def text(text: str) -> str:
    """``text`` inside a line; line ends become spaces."""
    text = _SIGNS.sub(_backslashed, one_line(text))
    for sign, pattern in _SOMETIMES:
        if sign in text:
            text = pattern.sub(_backslashed, text)
    return text


def line(markup: str) -> str:
    """A line of markup that begins no block but a paragraph."""
    found = _BEGINNING.match(markup)
    if found is None:
        return markup
    # Letters and digits cannot be escaped: the full stop after them is.
    at = found.end() if found[0][-1].isalnum() or found[0][-1] == "#" else 0
    return f"{markup[:at]}\\{markup[at:]}"


def unescape(markup: str) -> str:
    """``markup`` without the backslashes before ASCII punctuation (CommonMark 0.31, section 2.4)."""
    return _ESCAPED.sub(r"\1", markup)
