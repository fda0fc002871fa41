"""References whose parts were cut in a wrong place: half of a name, or the name of another author, is in the title."""

from __future__ import annotations

import re
from typing import Final

from anora_bib import language
from anora_bib.live.certain.marks import is_set_off
from anora_bib.model import Entry
from anora_bib.parser.text.person import is_given
from anora_bib.text.spans import Span

_CAPITAL: Final = r"[^\W\d_a-zß-öø-ÿ]"
_INITIAL: Final = re.compile(rf"(?<![^\W\d_]){_CAPITAL}\.?\Z")
_GOES_ON: Final = re.compile(rf"\.?\s{_CAPITAL}[^\W\d_]")
_NAME: Final = re.compile(
    rf"(?P<before>\A|[:.,«»”“]\s+)(?P<given>{_CAPITAL}[^\W\d_]{{1,20}})"
    rf"(?:[\s-]{{1,9}}(?:{_CAPITAL}\.|{_CAPITAL}[^\W\d_]{{1,24}}|[a-z]{{2,3}})){{1,3}}(?:\s\([^()]{{2,12}}\))?:\s"
)
"""A name in full before a colon, where an author stands in German: "Hanna Watt: Häfen"."""
_TITLES: Final = ("title", "container-title")
_NUMBERS: Final = ("volume", "page", "locator", "archive", "number")
_CODE: Final = re.compile(r"(?=\w*[A-Z])(?=\w*\d)\w{4,}|(?![IVXLCDM]+\Z)[A-Z]{2,}")
"""What is rather the number of an object or of a file: "C5", "CR", "MS2041"."""
_ENDS: Final = ":«»”“"
"""Signs that end what stands before an author; behind others a common given name has to tell that it is one."""


def is_cut_wrongly(entry: Entry, text: str) -> bool:
    """Whether a name is cut in two, or one that belongs to the authors, or to another work, is in a title.

    Args:
        entry: as it was read from ``text``.
        text: what its spans count in.
    """
    author = entry.fields.get("author")
    if author and author.span and _is_cut_short(author.span.of(text), text, author.span.end):
        return True
    if any(not _is_place(part) for part in re.split(r"[\s,&–—-]+", entry.string("page")) if part):
        return True
    if _is_numbered_between(entry) or any(map(_is_open, map(entry.string, _TITLES))):
        return True
    titles = map(entry.fields.get, _TITLES)
    return any(title and title.span and _holds_name(text, title.span) for title in titles)


def _is_numbered_between(entry: Entry) -> bool:
    """Whether a volume or a page is given between author and title: "Salt, vol. 5, p. 2; Oil, p. 8" is of two works."""
    author, title = (entry.fields.get(name) for name in ("author", "title"))
    if not (author and author.span and title and title.span):
        return False
    numbers = (entry.fields.get(name) for name in _NUMBERS)
    return any(it and it.span and author.span.end <= it.span.start < title.span.start for it in numbers)


def _is_open(title: str) -> bool:
    """Whether a parenthesis in a title is not closed, or not opened, in it."""
    return title.count("(") != title.count(")")


def _is_place(part: str) -> bool:
    """Whether this may be a page: a number, a letter beside it, or words of a place ("12 f.", "A3", "xii", "l. 4")."""
    return not _CODE.fullmatch(part)


def _holds_name(text: str, title: Span) -> bool:
    """Whether an author is named in a title; one that a sign of emphasis or quotation opens may begin with a name."""
    said = title.of(text)
    opened = is_set_off(text, title.start)
    for found in _NAME.finditer(said):
        before = found["before"].strip()
        if before and before in _ENDS:
            return True
        if (before or not opened) and (is_given(found["given"]) or (not before and _is_german(said[found.end() :]))):
            return True
    return False


def _is_german(text: str) -> bool:
    words = {word.strip(".,;:").casefold() for word in text.split()}
    return not words.isdisjoint(language.function_words("de"))


def _is_cut_short(said: str, text: str, end: int) -> bool:
    """True where what was read as an author has a colon, or ends with an initial and goes on: "Jane R. Roe".

    A name that begins with the family's may end so: "Roe, Jane R. Lamps".
    """
    if ": " in said:
        return True
    return "," not in said and bool(_INITIAL.search(said) and _GOES_ON.match(text, end))
