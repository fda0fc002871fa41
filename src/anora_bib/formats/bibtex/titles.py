"""Titles: a title, its subtitle and what is added to it are one variable, and so are those of the whole it is in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from anora_bib.formats.bibtex.casing import capitalized, sentence_case
from anora_bib.formats.bibtex.tables.bibstrings import localized
from anora_bib.formats.bibtex.tables.fields import OF_BIBLATEX
from anora_bib.formats.bibtex.tex.reading import NO_CASE, unescape
from anora_bib.model.values.richtext import plain

if TYPE_CHECKING:
    from anora_bib.formats.bibtex.understanding import Understanding

_IN_BOOKS: Final = frozenset({"inbook", "incollection", "inproceedings", "inreference", "bookinbook", "conference"})
_NAMES_OF_EVENTS: Final = frozenset({"inproceedings", "conference", "proceedings"})
"""Entry types whose book is named after a conference: its capitals are those of a name."""
_NO_VOLUMES: Final = frozenset(
    "audio music movie film video podcast online image performance presentation unpublished".split()
)
"""Entry types whose main title is that of the album, the series or the symposium that they are part of."""
_JOURNAL: Final = ("journaltitle", "journalsubtitle", "journaltitleaddon")
_TITLE: Final = ("title", "subtitle", "titleaddon")
_MAIN: Final = ("maintitle", "mainsubtitle", "maintitleaddon")
_BOOK: Final = ("booktitle", "booksubtitle", "booktitleaddon")
_ISSUE: Final = ("issuetitle", "issuesubtitle", "issuetitleaddon")
_JOURNALS: Final = frozenset({"article-journal", "article-magazine", "article-newspaper"})
_SHORT: Final = ("shorttitle", "title-short")
"""biblatex's field for a short title, and ours for BibTeX, which has none."""
_ENDS: Final = ("!", "?", ".", ",", ":", ";")


def read(entry: Understanding, *, english: bool, said: bool) -> None:
    """Set the variables of titles, in sentence case where the entry is in English; ``said`` is whether it says so."""

    def lower(title: str) -> str:
        lowered = sentence_case(title, said=said) if english else title
        return capitalized(lowered) if english and said else lowered

    given, type = entry.given, entry.entry_type
    for variable, names, cased in _parts(type, given):
        found = [name for name in names if name in given]
        # A subtitle without a title is kept under its own name; a description in place of a title is the title.
        if variable not in entry.values and (names[0] in found or found == list(_TITLE[2:])):
            entry.take(*found)
            entry.set(variable, _joined(entry, found, names, lower if cased else str))
    if "booktitle" in given and given["booktitle"] == given.get("title") and type not in _IN_BOOKS:
        # A parent of BibTeX's crossref has its title in both.
        entry.take("booktitle")
        entry.set("booktitle", entry.text("booktitle"))
    _short(entry, "maintitle" in given and type not in _NO_VOLUMES, lower)
    _series(entry, lower if said else str)


def _parts(type: str, given: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """The variables, the fields that make up each, and whether titles of that kind are put in sentence case."""
    cased = type not in _NAMES_OF_EVENTS
    if type == "periodical":
        yield ("title", _ISSUE, True) if "issuetitle" in given else ("title", _TITLE, False)
        yield "container-title", _TITLE, False
        return
    if "maintitle" not in given:
        yield "title", _TITLE, True
        if type in _IN_BOOKS:
            yield "container-title", _BOOK, cased
    elif type in _IN_BOOKS:
        yield "title", _TITLE, True
        yield "container-title", _MAIN, True
        yield "volume-title", _BOOK, cased
    elif type in _NO_VOLUMES:
        yield "title", _TITLE, True
        yield "container-title", _MAIN, True
    else:
        yield "title", _MAIN, True
        yield "volume-title", _TITLE, True
    yield from _journals(given)


def _journals(given: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """The journal; MathSciNet has its whole name beside the abbreviation."""
    if "journaltitle" in given:
        yield "container-title", _JOURNAL, False
        return
    if "fjournal" in given and "journal" in given and "shortjournal" not in given:
        yield "container-title-short", ("journal",), False
        yield "container-title", ("fjournal", *_JOURNAL[1:]), False
        return
    yield "container-title", ("journal", *_JOURNAL[1:]), False


def _joined(entry: Understanding, found: list[str], names: tuple[str, ...], case: Callable[[str], str]) -> str:
    parts = [unescape(entry.given[name], keep_case=True, macros=entry.macros) for name in found]
    whole = ""
    if all(map(_is_protected, parts)):
        parts = [part[len(NO_CASE[0]) : -len(NO_CASE[1])] for part in parts]
        case = str
    if len(parts) == 1:
        return case(parts[0])
    for name, part in zip(found, parts, strict=True):
        whole = joined(". " if name == names[2] else ": ", whole, part)
    return case(whole)


def _is_protected(title: str) -> bool:
    """Whether a title is protected as a whole, so that it stays as it is."""
    return title.startswith(NO_CASE[0]) and title.find(NO_CASE[1]) == len(title) - len(NO_CASE[1])


def joined(separator: str, first: str, second: str) -> str:
    """Two texts with a separator between, of which a mark at the end of the first takes the place."""
    if not first or not second:
        return first or second
    return f"{first} {second}" if plain(first).endswith(_ENDS) else f"{first}{separator}{second}"


def _short(entry: Understanding, main: bool, case: Callable[[str], str]) -> None:
    """The short title: what is given, else what stands before a subtitle or a colon."""
    given = entry.given
    if name := next((name for name in _SHORT if name in given), ""):
        variable = "container-title-short" if entry.entry_type == "periodical" else "title-short"
        if main and entry.entry_type not in _IN_BOOKS:
            variable = "shorttitle"  # of the volume, not of the work that is the title
        entry.set(variable, _joined(entry, [name], (name,), case))
        entry.take(name)
        if variable != "shorttitle":
            return
    # Of a volume of a larger work, its own title is what a short title can be made of.
    title = entry.values.get("volume-title" if main and entry.entry_type not in _IN_BOOKS else "title")
    if not isinstance(title, str) or (main and "subtitle" in given):
        return
    short, colon, _ = title.partition(": ")
    short = short.rstrip()
    if colon and short.count("<") == 2 * short.count("</"):
        entry.set("title-short", short)


def _series(entry: Understanding, case: Callable[[str], str]) -> None:
    """The series; of a journal it may be a number, or a key as "newseries"."""
    text = entry.text("series")
    if text and (words := localized(text)) != text:
        entry.take("series")
        entry.set("collection-title", words[0].upper() + words[1:])
    elif text.isascii() and text.isdecimal() and entry.type in _JOURNALS and entry.given.keys() & OF_BIBLATEX:
        entry.take("series")
        entry.set("collection-title", f"{text}{_ordinal(int(text[-9:]))} series")
    elif text:
        entry.take("series")
        entry.set("collection-title", _joined(entry, ["series"], ("series",), case))


def _ordinal(number: int) -> str:
    return "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
