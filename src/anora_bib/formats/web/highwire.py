"""Highwire Press's meta tags, by which Google Scholar and Zotero know what a page is about.

Source: Google Scholar's "Inclusion Guidelines for Webmasters" (Indexing Guidelines, "Bibliographic metadata"), and the
tags that Zotero reads beside those (github.com/zotero/translators, Embedded Metadata.js).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

from anora_bib.formats.taking import Taking
from anora_bib.model import Date, Entry, Library

_CONTAINERS: Final = {
    "article-journal": "journal_title", "article-magazine": "journal_title", "article-newspaper": "journal_title",
    "review": "journal_title", "review-book": "journal_title", "chapter": "inbook_title", "entry": "inbook_title",
    "entry-dictionary": "inbook_title", "entry-encyclopedia": "inbook_title", "paper-conference": "conference_title",
}  # fmt: skip
_PUBLISHERS: Final = {"thesis": "dissertation_institution", "report": "technical_report_institution"}
_TAGS: Final = {
    "container-title-short": "journal_abbrev", "collection-title": "series_title", "event-title": "conference",
    "volume": "volume", "issue": "issue", "ISSN": "issn", "ISBN": "isbn", "DOI": "doi", "PMID": "pmid",
    "language": "language", "abstract": "abstract",
}  # fmt: skip
_TOLD: Final = frozenset({*_CONTAINERS, *_PUBLISHERS, "book"})
"""The CSL types that the tags show."""
_DASHES: Final = re.compile(r"-{2,}|>|-$")


class Highwire:
    """The ``meta`` elements for the head of a page. A page is about one work: of several, each has a comment before."""

    name = "highwire"
    suffixes = ()

    def dump(self, library: Library) -> str:
        """The library as elements of HTML, one a line."""
        several = len(library) > 1
        return "\n".join("".join(_lines(entry, commented=several)) for entry in library)

    def lacks(self, entry: Entry) -> list[str]:
        """The values that are not written."""
        values = Taking(entry)
        for _ in _tags(values):
            pass
        type = [] if entry.type in _TOLD else [f"the type {entry.type}"]
        return [*type, *values.left()]


def _lines(entry: Entry, *, commented: bool) -> Iterator[str]:
    if commented:
        yield f"<!-- {_DASHES.sub('-.', entry.key)} -->\n"
    for name, text in _tags(Taking(entry)):
        yield f'<meta name="citation_{name}" content="{html.escape(text, quote=True)}">\n'


def _tags(values: Taking) -> Iterator[tuple[str, str]]:
    type = values.entry.type
    if title := values.text("title"):
        yield "title", title
    for role in ("author", "editor", "translator"):
        for name in values.names(role):
            yield role, name.inverted
    yield from _date(values)
    container = "journal_title" if values.has("ISSN") else "inbook_title"
    named = {
        "container-title": _CONTAINERS.get(type, container),
        **_TAGS,
        "number": "technical_report_number" if type == "report" else "number",
        "publisher": _PUBLISHERS.get(type, "publisher"),
        "URL": "public_url",
    }
    for variable, tag in named.items():
        if text := values.text(variable):
            yield tag, text
    yield from _pages(values)
    for word in _words(values.text("keyword")):
        yield "keywords", word


def _pages(values: Taking) -> Iterator[tuple[str, str]]:
    text, first, last = values.pages()
    if text and not first:
        values.lose("page", text)
    for tag, page in (("firstpage", first), ("lastpage", last)):
        if page:
            yield tag, page


def _date(values: Taking) -> Iterator[tuple[str, str]]:
    """The day, month or year, parts of it with slashes; of a range, where it begins."""
    date = values.date("issued")
    if date is None:
        return
    first = date.parts[0]
    if first[0] < 0 or date.open_start:
        values.lose("issued", date.iso)
        return
    yield "publication_date", "/".join([f"{first[0]:04d}", *(f"{part:02d}" for part in first[1:])])
    if date != Date((first,)):
        values.lose("issued", date.iso if len(date.parts) > 1 or date.open_end else "circa" if date.circa else "season")


def _words(keywords: str) -> list[str]:
    return [word.strip() for word in keywords.split(";" if ";" in keywords else ",") if word.strip()]
