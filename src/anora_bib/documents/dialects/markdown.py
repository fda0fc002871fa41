"""Markdown: text inside a line, and lines that begin no block but a paragraph (CommonMark, pandoc, GitHub)."""

from __future__ import annotations

import re

from anora_bib.documents.dialects.controls import one_line
from anora_bib.text.patterns import lazy

_SIGNS = lazy(r"[\\`*_{}\[\]<>#~^$@|]")
# An ampersand that begins a character reference, and what some readers make dashes, an ellipsis, a trademark or a
# fraction of.
_REFERENCE = lazy(r"&(?=[\w#])")
_DASH = lazy(r"-(?<=--)")
_ELLIPSIS = lazy(r"\.(?<=\.\.)(?=\.)")
_TRADEMARK = lazy(r"\((?=(?:[cCrRpP]|[tT][mM])\))")
_FRACTION = lazy(r"/(?<=\d/)(?<!\d\d\d/)(?<!/\d/)(?<!/\d\d/)(?=\d{1,2}(?![\w/]))")
_SOMETIMES = (("&", _REFERENCE), ("--", _DASH), ("...", _ELLIPSIS), ("(", _TRADEMARK), ("/", _FRACTION))
"""A character that each of these patterns needs: most texts have none of them, and this is quicker to check."""
# What would make of a line the item of a list, a rule, a heading or a definition. Of an initial pandoc does not.
_BEGINNING = lazy(
    r"\A(?:[-+:](?=\s|\Z)|-(?=\\?-)|="
    r"|(?![A-Z]\.\s(?!\s))\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdm]++|[IVXLCDM]++|\\#)(?=[.)](?:\s|\Z)))"
)
# What GitHub and others make a link of, up to the next space; a backslash inside would be part of its address.
_ADDRESS = lazy(r"(?<![A-Za-z])(?:(?:https?|ftp)://|(?<![\w/])www\.)\S*", re.IGNORECASE)
_NO_ADDRESS = lazy(r"[<>\u2018-\u201f\u00ab\u00bb\u2026\u2039\u203a\u3000-\u303f\uff00-\uff60]")
_TRAILING = "?!.,:;'\")]}"
"""What ends a sentence or a quotation rather than an address, as GitHub has it."""


def _backslashed(match: re.Match[str]) -> str:
    return f"\\{match[0]}"


def text(text: str) -> str:
    """``text`` inside a line, or as the text of a link; line ends become spaces."""
    return _escaped(one_line(text))


def text_anywhere(text: str) -> str:
    """``text`` inside a line of which the rest is not known.

    It may follow a bare address, of which a reader that makes links of them takes a backslash for a part, and the
    ``<`` after it for a tag: that sign is written as a reference.
    """
    return _escaped(one_line(text)).replace("\\<", "&lt;")


def _escaped(text: str) -> str:
    text = _SIGNS.sub(_backslashed, text)
    for sign, pattern in _SOMETIMES:
        if sign in text:
            text = pattern.sub(_backslashed, text)
    return text


def text_with_addresses(text: str) -> str:
    """``text`` inside a line, but not inside a link.

    An address that needs escapes is written as an autolink, ``<https://e.org/a_b>``: its text and where it leads are
    then read as they are, also by readers that make links of bare addresses. Such a reader may take the backslash of
    an escape for a part of an address, and what follows it for a tag: there the sign is written as a reference.
    """
    text = one_line(text)
    if ":" not in text and "www." not in text.lower():
        return _escaped(text)
    return _with_autolinks(text).replace("\\<", "&lt;") if "<" in text else _with_autolinks(text)


def _with_autolinks(text: str) -> str:
    out: list[str] = []
    at = 0
    for match in _ADDRESS.finditer(text):
        out += (_escaped(text[at : match.start()]), _address(match[0], text[match.end() : match.end() + 1]))
        at = match.end()
    out.append(_escaped(text[at:]))
    return "".join(out)


def _address(word: str, after: str) -> str:
    """A word that begins with an address, written so that a reader links the address and nothing else."""
    end = _NO_ADDRESS.search(word)
    url = _without_trailing(word[: end.start()] if end else word)
    rest = word[len(url) :]
    if end is None and after in ("", " ") and _escaped(word) == word:
        return word
    if word[:4].lower() == "www.":
        # It has no scheme that an autolink needs; with a reference for the full stop it is plain text to all readers.
        return f"{word[:3]}&#46;{_escaped(word[4:])}"
    return f"<{url}>{_escaped(rest)}"


def _without_trailing(url: str) -> str:
    """An address without the punctuation after it. A closing parenthesis stays if its opening one is in the address."""
    unopened = {closing: url.count(closing) - url.count(opening) for opening, closing in ("()", "[]", "{}")}
    end = len(url)
    while end and (last := url[end - 1]) in _TRAILING:
        if last in unopened:
            if unopened[last] <= 0:
                break
            unopened[last] -= 1
        end -= 1
    return url[:end]


def line(markup: str) -> str:
    """A line of markup that begins no block but a paragraph."""
    beginning = _BEGINNING.match(markup)
    if beginning is None:
        return markup
    # Letters and digits cannot be escaped: the full stop after them is.
    at = beginning.end() if beginning[0][-1].isalnum() or beginning[0][-1] == "#" else 0
    return f"{markup[:at]}\\{markup[at:]}"
