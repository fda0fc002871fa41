"""Titles: a title, its subtitle and what is added to it are one variable, and so are those of the whole it is in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from anora_bib.formats.bibtex.casing import sentence_case
from anora_bib.formats.bibtex.tex.reading import NO_CASE, unescape
from anora_bib.model.bibliography.richtext import plain

if TYPE_CHECKING:
    from anora_bib.formats.bibtex.understanding import Understanding

_IN_BOOKS: Final = frozenset({"inbook", "incollection", "inproceedings", "inreference", "bookinbook", "conference"})
_NAMES_OF_EVENTS: Final = frozenset({"inproceedings", "conference", "proceedings"})
"""Entry types whose book is named after a conference: its capitals are those of a name."""
_JOURNAL: Final = ("journaltitle", "journalsubtitle", "journaltitleaddon")
_TITLE: Final = ("title", "subtitle", "titleaddon")
_MAIN: Final = ("maintitle", "mainsubtitle", "maintitleaddon")
_BOOK: Final = ("booktitle", "booksubtitle", "booktitleaddon")
_ISSUE: Final = ("issuetitle", "issuesubtitle", "issuetitleaddon")
_ENDS: Final = ("!", "?", ".", ",", ":", ";")


def read(entry: Understanding, *, english: bool) -> None:
    """Set the variables of titles, in sentence case where the entry is in English."""
    given, type = entry.given, entry.entry_type
    in_book = type in _IN_BOOKS
    main = "maintitle" in given

    def join(names: tuple[str, ...], *, lower: bool = True) -> str:
        found = [name for name in names if name in given]
        entry.take(*found)
        if not found or names[0] not in found:
            entry.used.difference_update(found)  # a subtitle without a title is kept under its own name
            return ""
        return _joined(entry, found, names, lower=english and lower)

    if type == "periodical" and "issuetitle" in given:
        entry.set("title", join(_ISSUE))
        entry.set("container-title", join(_TITLE, lower=False))
    elif type == "periodical":
        entry.set("title", join(_TITLE, lower=False))
        entry.set("container-title", join(_TITLE, lower=False))
    elif main and not in_book:
        entry.set("title", join(_MAIN))
        entry.set("volume-title", join(_TITLE))
    else:
        entry.set("title", join(_TITLE))
    if in_book and main:
        entry.set("container-title", join(_MAIN))
        entry.set("volume-title", join(_BOOK, lower=type not in _NAMES_OF_EVENTS))
    elif in_book:
        entry.set("container-title", join(_BOOK, lower=type not in _NAMES_OF_EVENTS))
    if "container-title" not in entry.values and type != "periodical":
        names = _JOURNAL if "journaltitle" in given else ("journal", *_JOURNAL[1:])
        entry.set("container-title", join(names, lower=False))
    if given.get("booktitle") == given.get("title") and not in_book:
        # A parent of BibTeX's crossref has its title in both.
        entry.take("booktitle")
        entry.set("booktitle", entry.text("booktitle"))
    _short(entry, main=main, english=english)


def _joined(entry: Understanding, found: list[str], names: tuple[str, ...], *, lower: bool) -> str:
    parts = [unescape(entry.given[name], keep_case=True, macros=entry.macros) for name in found]
    if len(parts) == 1:
        [title] = parts
        if title.startswith(NO_CASE[0]) and title.find(NO_CASE[1]) == len(title) - len(NO_CASE[1]):
            return title[len(NO_CASE[0]) : -len(NO_CASE[1])]  # protected as a whole: it stays as it is
        return sentence_case(title) if lower else title
    whole = ""
    for name, part in zip(found, parts, strict=True):
        whole = joined(". " if name == names[2] else ": ", whole, part)
    return sentence_case(whole) if lower else whole


def joined(separator: str, first: str, second: str) -> str:
    """Two texts with a separator between, of which a mark at the end of the first takes the place."""
    if not first or not second:
        return first or second
    return f"{first} {second}" if plain(first).endswith(_ENDS) else f"{first}{separator}{second}"


def _short(entry: Understanding, *, main: bool, english: bool) -> None:
    """The short title: what is given, else what stands before a subtitle or a colon."""
    given = entry.given
    if "shorttitle" in given and not (main and entry.entry_type not in _IN_BOOKS):
        variable = "container-title-short" if entry.entry_type == "periodical" else "title-short"
        entry.take("shorttitle")
        text = unescape(given["shorttitle"], keep_case=True, macros=entry.macros)
        entry.set(variable, sentence_case(text) if english else text)
        return
    title = entry.values.get("title")
    if main or not isinstance(title, str) or ("subtitle" not in given and ": " not in title):
        return
    short = title.partition(": ")[0]
    if "<" not in short and short != title:
        entry.set("title-short", short)
