"""Crossref: articles, chapters and books that have a DOI (https://api.crossref.org, works?query.bibliographic)."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from anora_bib.lookup.answers import mapping, mappings, string, strings, works
from anora_bib.lookup.base import Candidate
from anora_bib.lookup.http import Client
from anora_bib.lookup.score import rank
from anora_bib.model import Entry
from anora_bib.model.values.identifiers import doi
from anora_bib.model.values.richtext import plain

URL = "https://api.crossref.org/works"
HOST = "api.crossref.org"

ROWS = 5
"""Works to ask for at least: the service's first is not always ours, and its order is not our score."""

LONGEST_QUERY = 400
"""Characters of a question: more words of a long note find nothing more."""

_FIELDS = """DOI ISBN ISSN URL author container-title editor issue issued page publisher publisher-location subtitle
title translator type volume""".split()

_TYPES = {
    "book": "book",
    "book-chapter": "chapter",
    "book-part": "chapter",
    "book-section": "chapter",
    "dataset": "dataset",
    "dissertation": "thesis",
    "edited-book": "book",
    "journal-article": "article-journal",
    "monograph": "book",
    "posted-content": "article",
    "proceedings": "book",
    "proceedings-article": "paper-conference",
    "reference-book": "book",
    "reference-entry": "entry-encyclopedia",
    "report": "report",
    "standard": "standard",
}
"""Crossref's types (https://api.crossref.org/types) as CSL's; what is not here is a "document"."""

_NAMES = ("author", "editor", "translator")
_AS_THEY_ARE = ("DOI", "URL", "issue", "page", "publisher", "publisher-location", "volume")
_FIRST = ("ISBN", "ISSN", "container-title")

_MARKUP = re.compile(r"</?[A-Za-z][\w:-]{0,20}(?:\s[^<>]{0,200})?>")
"""Face markup that publishers deposit in titles: ``<i>``, ``<sup>``, ``<mml:math ...>``."""


class Crossref:
    """Searches Crossref by what a reference says."""

    name = "crossref"

    def __init__(self, client: Client) -> None:
        self._client = client

    def search(self, entry: Entry, *, limit: int = 3) -> list[Candidate]:
        """The works of Crossref that fit the entry best; [] if the entry gives nothing to ask for.

        Raises:
            InputError: the service cannot be reached or its answer cannot be understood.
        """
        question = _question(entry)
        if not question:
            return []
        parameters = {**question, "rows": str(max(ROWS, limit)), "select": ",".join(_FIELDS)}
        works = self._client.json(URL, parameters, _works)
        return rank(entry, map(entry_of, works), self.name, limit)


def _works(answer: object) -> list[Mapping[str, object]]:
    return works(mapping(mapping(answer).get("message")).get("items"), HOST)


def _question(entry: Entry) -> dict[str, str]:
    """The DOI, or the words of the reference that tell it from others; {} if there is nothing to ask."""
    number = doi(entry.string("DOI"))
    if number and "," not in number:  # a comma would begin another filter
        return {"filter": f"doi:{number}"}
    words = _words_of(entry)[:LONGEST_QUERY].strip()
    return {"query.bibliographic": words} if words else {}


def _words_of(entry: Entry) -> str:
    """Title, creators, container and year; the reference as printed if it has no title."""
    title = plain(entry.string("title"))
    if not title:
        return entry.text
    issued = entry.date("issued")
    year = str(issued.year) if issued and issued.year else ""
    creators = (name.display for name in entry.creators())
    return " ".join(part for part in (title, *creators, entry.string("container-title"), year) if part)


def entry_of(work: Mapping[str, object]) -> Entry:
    """One work of an answer as an entry."""
    item: dict[str, object] = {"type": _TYPES.get(string(work.get("type")), "document")}
    item["title"] = _full_title(work)
    item |= {name: _words(work.get(name)) for name in _AS_THEY_ARE}
    item |= {name: next(iter(strings(work.get(name))), "") for name in _FIRST}
    item["container-title"] = _words(item["container-title"])
    item |= {role: names for role in _NAMES if (names := [_name(who) for who in mappings(work.get(role))])}
    if _is_dated(issued := mapping(work.get("issued"))):
        item["issued"] = issued
    return Entry.from_csl(item)


def _full_title(work: Mapping[str, object]) -> str:
    """Title and subtitle, which Crossref keeps apart, unless the title has it already."""
    title = " ".join(map(_words, strings(work.get("title"))[:1]))
    subtitle = " ".join(map(_words, strings(work.get("subtitle"))[:1]))
    return f"{title}: {subtitle}" if title and subtitle and subtitle not in title else title


def _words(value: object) -> str:
    """Text without the markup and entities it was deposited with."""
    return string(html.unescape(_MARKUP.sub("", string(value))))


def _name(who: Mapping[str, object]) -> dict[str, str]:
    parts = {"family": "family", "given": "given", "suffix": "suffix", "literal": "name"}
    return {part: text for part, key in parts.items() if (text := string(who.get(key)))}


def _is_dated(issued: Mapping[str, object]) -> bool:
    """False for the ``[[null]]`` that stands for no date."""
    parts = issued.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    return isinstance(first, list) and bool(first) and isinstance(first[0], int)
