"""COinS: context objects of OpenURL (ANSI/NISO Z39.88-2004) in ``span`` elements, which Zotero finds on a page.

Source: the registry of OpenURL's matrix formats (info:ofi/fmt:kev:mtx: journal, book, dissertation, patent, dc).
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlencode

from anora_bib.formats.taking import Taking
from anora_bib.model import Entry, Library, Name

_FORMAT: Final = "info:ofi/fmt:kev:mtx:"

_KINDS: Final = {
    "article-journal": ("journal", "article"), "article-magazine": ("journal", "article"),
    "article-newspaper": ("journal", "article"), "article": ("journal", "preprint"), "review": ("journal", "article"),
    "review-book": ("journal", "article"), "paper-conference": ("book", "proceeding"), "book": ("book", "book"),
    "classic": ("book", "book"), "collection": ("book", "book"), "pamphlet": ("book", "book"),
    "musical_score": ("book", "book"), "chapter": ("book", "bookitem"), "entry": ("book", "bookitem"),
    "entry-dictionary": ("book", "bookitem"), "entry-encyclopedia": ("book", "bookitem"),
    "report": ("book", "report"), "standard": ("book", "report"), "manuscript": ("book", "document"),
    "thesis": ("dissertation", ""), "patent": ("patent", ""), "periodical": ("journal", "journal"),
}  # fmt: skip
"""The format and the genre for a CSL type; all others are in Dublin Core, whose type says what they are."""

_KEYS: Final = {
    "journal": {"container-title-short": "stitle", "volume": "volume", "issue": "issue", "ISSN": "issn",
                "ISBN": "isbn", "number": "artnum"},
    "book": {"publisher-place": "place", "publisher": "pub", "edition": "edition", "number-of-pages": "tpages",
             "collection-title": "series", "ISBN": "isbn", "ISSN": "issn"},
    "dissertation": {"title": "title", "publisher": "inst", "genre": "degree", "number-of-pages": "tpages",
                     "ISBN": "isbn", "jurisdiction": "cc"},
    "patent": {"title": "title", "number": "number", "jurisdiction": "cc", "publisher": "assignee"},
    "dc": {"title": "title", "publisher": "publisher", "language": "language", "keyword": "subject",
           "abstract": "description", "container-title": "source", "medium": "format", "license": "rights",
           "collection-title": "relation"},
}  # fmt: skip
_ROLES: Final = ("director", "editor", "performer", "producer", "translator", "composer", "illustrator", "contributor")


class Coins:
    """A ``span`` for each entry; its title is what an OpenURL resolver is asked."""

    name = "coins"
    suffixes = ()

    def dump(self, library: Library) -> str:
        """The library as elements of HTML, one a line."""
        return "".join(f'<span class="Z3988" title="{_title(Taking(entry))}"></span>\n' for entry in library)

    def lacks(self, entry: Entry) -> list[str]:
        """The values that are not written."""
        values = Taking(entry)
        _title(values)
        return values.left()


def _title(values: Taking) -> str:
    return html.escape(urlencode([*_pairs(values)]), quote=True)


def _pairs(values: Taking) -> Iterator[tuple[str, str]]:
    type = values.entry.type
    format, genre = _KINDS.get(type, ("dc", ""))
    yield "ctx_ver", "Z39.88-2004"
    yield "rft_val_fmt", f"{_FORMAT}{format}"
    yield from _identifiers(values)
    if genre:
        yield "rft.genre", genre
    if format == "dc":
        yield "rft.type", type
    yield from _titles(values, format, genre)
    for variable, key in _KEYS[format].items():
        if text := values.text(variable):
            yield f"rft.{key}", text
    if format in ("journal", "book") and genre not in ("book", "journal"):
        yield from _pages(values)
    if date := values.date("issued"):
        yield "rft.date", date.iso if not date.open_end else f"{date.year}/"
        for part, lost in (("circa", date.circa), ("season", date.season)):
            if lost:
                values.lose("issued", part)
    yield from _people(values, format)


def _identifiers(values: Taking) -> Iterator[tuple[str, str]]:
    for variable, space in (("DOI", "info:doi/"), ("PMID", "info:pmid/"), ("URL", "")):
        if text := values.text(variable):
            yield "rft_id", f"{space}{text}"


def _titles(values: Taking, format: str, genre: str) -> Iterator[tuple[str, str]]:
    if format == "journal":
        names = ("", "jtitle") if genre == "journal" else ("atitle", "jtitle")
    elif format == "book":
        names = ("atitle", "btitle") if values.entry.string("container-title") else ("btitle", "")
    else:
        return
    variables = ("", "title") if genre == "journal" else ("title", "container-title")
    for name, variable in zip(names, variables, strict=True):
        if name and (text := values.text(variable)):
            yield f"rft.{name}", text


def _pages(values: Taking) -> Iterator[tuple[str, str]]:
    text, first, last = values.pages()
    if first:
        yield "rft.spage", first
    if last:
        yield "rft.epage", last
    if text:
        yield "rft.pages", text


def _people(values: Taking, format: str) -> Iterator[tuple[str, str]]:
    """The first author in parts, all of them whole; other people only where Dublin Core or nobody else is there."""
    if format == "patent":
        for name in values.names("author"):
            yield "rft.inv", name.inverted
        return
    if format == "dc":
        for role in ("author", *_ROLES):
            key = "creator" if role == "author" or not values.entry.names("author") else "contributor"
            for name in values.names(role):
                yield f"rft.{key}", name.inverted
        return
    authors = values.names("author")
    if authors and not authors[0].literal:
        yield from _parts(authors[0])
    for name in authors:
        yield ("rft.aucorp" if name.literal else "rft.au"), name.inverted


def _parts(name: Name) -> Iterator[tuple[str, str]]:
    particles = " ".join(part for part in (name.dropping_particle, name.full_family) if part)
    for key, text in (("aulast", particles), ("aufirst", name.given), ("ausuffix", name.suffix)):
        if text:
            yield f"rft.{key}", text
