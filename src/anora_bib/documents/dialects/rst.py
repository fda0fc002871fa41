"""reStructuredText: text inside a line, and lines that begin no block but a paragraph (docutils' specification)."""

from __future__ import annotations

import re

from anora_bib.documents.dialects.controls import one_line

# With an at sign an address of mail would be a link.
_SIGNS = re.compile(r"[\\`*_|<>\[\]@]")
# A scheme before a colon makes a link of what follows, a script too; those of the web are what one would want. Two
# colons would make a literal block of what follows.
_COLON = re.compile(
    r":(?:(?<=::)|(?:(?<=[a-zA-Z]:)|(?<=[a-zA-Z]\d:)|(?<=[a-zA-Z]\d\d\d:))"
    r"(?<!\b[hH][tT][tT][pP]:)(?<!\b[hH][tT][tT][pP][sS]:)(?=\S))"
)
# Lists, options, fields (but not our own roles), explicit markup, and lines of one sign: titles, rules, tables.
_BEGINNING = re.compile(
    r"\A(?:[-+/](?=\S)|[-+\u2022\u2023\u2043](?=\s|\Z)|:(?!su[bp]:`)|\.\.(?=\s|\Z)"
    r"|\(?(?:\d++|[ivxlcdm]++|[IVXLCDM]++|[A-Za-z]|\#)[.)](?=\s|\Z)"
    r"|([!-/:-@\[-`{-~])\1*+\s*+\Z|=[= ]*+\Z)"
)


def _backslashed(match: re.Match[str]) -> str:
    return f"\\{match[0]}"


def text(text: str) -> str:
    """``text`` inside a line; line ends become spaces."""
    text = _SIGNS.sub(_backslashed, one_line(text))
    return _COLON.sub(_backslashed, text) if ":" in text else text


def line(markup: str) -> str:
    """A line of markup that begins no block but a paragraph."""
    if _BEGINNING.match(markup) is None:
        return markup
    # A space that is escaped is not printed; a second backslash would be.
    return f"\\ {markup}" if markup[0] == "\\" else f"\\{markup}"
