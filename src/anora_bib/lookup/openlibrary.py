"""Open Library: books, one answer a work with all its editions (https://openlibrary.org/dev/docs/api/search)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from anora_bib.lookup.answers import mapping, string, strings, works
from anora_bib.lookup.base import Candidate
from anora_bib.lookup.http import Client
from anora_bib.lookup.score import rank
from anora_bib.model import Date, Entry, Name
from anora_bib.model.values.identifiers import bare_isbn, book_number
from anora_bib.model.values.richtext import plain
from anora_bib.model.values.titles import main_title
from anora_bib.text.characters import fold

URL = "https://openlibrary.org/search.json"
HOST = "openlibrary.org"

ROWS = 5
"""Works to ask for at least: study guides and summaries of a book often come before it."""

_FIELDS = "key title subtitle author_name first_publish_year isbn publisher".split()

_BOOKS = frozenset(("book", "classic", "collection", "document"))
"""Types that may be a book; "document" is what an entry is called whose type is not known."""


class OpenLibrary:
    """Searches Open Library for books by title and first creator."""

    name = "openlibrary"

    def __init__(self, client: Client) -> None:
        self._client = client

    def search(self, entry: Entry, *, limit: int = 3) -> list[Candidate]:
        """The books of Open Library that fit the entry best; [] if the entry is no book or has no title.

        Raises:
            InputError: the service cannot be reached or its answer cannot be understood.
        """
        question = _question(entry) if entry.type in _BOOKS else {}
        if not question:
            return []
        parameters = {**question, "fields": ",".join(_FIELDS), "limit": str(max(ROWS, limit))}
        works = self._client.json(URL, parameters, _works)
        return rank(entry, (entry_of(work, entry) for work in works), self.name, limit)


def _works(answer: object) -> list[Mapping[str, object]]:
    return works(mapping(answer).get("docs"), HOST)


def _question(entry: Entry) -> dict[str, str]:
    """The ISBN, or the title and the first creator; {} if there is nothing to ask.

    Open Library keeps subtitles apart and wants every word of the question in the title.
    """
    if number := bare_isbn(entry.string("ISBN")):
        return {"isbn": number}
    title = main_title(plain(entry.string("title"))).strip()
    if not title:
        return {}
    creators = entry.creators()
    return {"title": title, "author": creators[0].display} if creators else {"title": title}


def entry_of(work: Mapping[str, object], wanted: Entry) -> Entry:
    """One work of an answer as an entry; ``issued`` is its first publication.

    Open Library gives names in reading order and does not say which part is the family name: a creator of ``wanted``
    keeps its parts, any other stays whole. An ISBN or a publisher is an edition's: it is taken over only where all
    editions have the same one, or where it is the one that was asked for.
    """
    title, subtitle = string(work.get("title")), string(work.get("subtitle"))
    year, key = work.get("first_publish_year"), string(work.get("key"))
    known = {fold(name.display): name for name in wanted.creators()}
    authors = tuple(known.get(fold(text), Name(literal=text)) for text in strings(work.get("author_name")))
    publishers = set(strings(work.get("publisher")))
    entry = Entry.of("book", title=f"{title}: {subtitle}" if title and subtitle else title)
    return entry.with_values(
        author=authors or None,
        issued=Date(((year,),)) if type(year) is int else None,
        ISBN=_isbn(strings(work.get("isbn")), wanted.string("ISBN")),
        publisher=publishers.pop() if len(publishers) == 1 else None,
        URL=f"https://{HOST}{key}" if key.startswith("/works/") else None,
    )


def _isbn(given: Sequence[str], wanted: str) -> str | None:
    """The ISBN that was asked for, if it is among those given; else the one they all are, in its long form if given."""
    numbers = {book_number(text) for text in given}
    if wanted and book_number(wanted) in numbers:
        return wanted
    return max(given, key=len) if len(numbers) == 1 else None
