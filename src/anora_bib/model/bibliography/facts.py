"""What an entry says of the source it is: normalized as two are compared, once for each entry."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from anora_bib.model.bibliography.entries import Entry
from anora_bib.model.values import identifiers
from anora_bib.model.values.item_types import LAW, PART_TYPES, PIECES
from anora_bib.model.values.names import Name
from anora_bib.model.values.titles import main_key, title_key, without_article
from anora_bib.text.characters import collapse, fold

_SCHEME: Final = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\d+")

LAW_VARIABLES: Final = ("title", "container-title", "authority", "volume", "number", "section", "page")
"""The variables that identify a law or a case: all of them must agree."""

PLACE_VARIABLES: Final = ("container-title", "volume", "issue", "edition")
"""The variables in which two entries of one source cannot contradict each other."""

MOST_PEOPLE: Final = 10
"""How many of its people are among the keys of a source."""

Key = tuple[str, ...]


class Facts(NamedTuple):
    """What an entry says of the source it is; "" for what it does not say.

    ``identifiers`` are in the order of :data:`IDENTITIES`, ``places`` in that of :data:`PLACE_VARIABLES`. ``title`` is
    the key of the whole title, ``main`` that of the title without its subtitle.
    """

    identifiers: tuple[str, ...]
    title: str
    main: str
    families: frozenset[str]
    places: tuple[str, ...]
    keys: tuple[Key, ...]
    """What to look the source up by, surest first (see :func:`identity.keys`)."""


def facts(entry: Entry) -> Facts:
    """The facts of an entry, worked out when they are first asked for."""
    return entry.derived(_facts)


def _facts(entry: Entry) -> Facts:
    title = entry.string("title")
    said = Facts(
        tuple(identity(entry) for _, identity in IDENTITIES),
        title_key(title) if title else "",
        main_key(title) if title else "",
        frozenset(filter(None, map(family_key, entry.creators()))),
        tuple(_place(entry, variable) for variable in PLACE_VARIABLES),
        (),
    )
    return said._replace(keys=tuple(_keys(entry, said)))


def _keys(entry: Entry, said: Facts) -> Iterator[Key]:
    for (name, _), value in zip(IDENTITIES, said.identifiers, strict=True):
        if value:
            yield name, value
    if said.title:
        people = sorted(said.families)
        yield "print", said.title, *people, *said.places, str(entry.date("issued"))
        for family in people[:MOST_PEOPLE] or [""]:
            yield "title", said.main, family
    elif entry.text:
        yield "words", collapse(entry.text)


def doi_of(entry: Entry) -> str:
    """The normalized DOI; "" if there is none or it is not valid."""
    printed = entry.string("DOI")
    return (identifiers.doi(printed) or "") if printed else ""


def isbn_of(entry: Entry) -> str:
    """The ISBN; "" for what is no book: the number of a chapter is that of the whole, that of an article a mistake."""
    return "" if entry.type in PIECES or entry.type in PART_TYPES else whole_isbn_of(entry)


def whole_isbn_of(entry: Entry) -> str:
    """The ISBN that is printed: of the book, or of the book that contains the part."""
    printed = entry.string("ISBN")
    return (identifiers.isbn13(printed) or "") if printed else ""


def url_of(entry: Entry) -> str:
    """The address in the form in which two can be compared; "" for a front page, which holds many pieces."""
    printed = entry.string("URL")
    if not printed:
        return ""
    address = _SCHEME.sub("", printed.strip()).partition("#")[0].rstrip("/")
    host, slash, path = address.partition("/")
    return host.lower() + slash + path if path else ""


def law_of(entry: Entry) -> str:
    """A law or case as it is cited; "" for anything else, and for one that names no place in a code or reporter."""
    if entry.type not in LAW:
        return ""
    # "U.S.C." and "USC" are one code; the points of a section number count.
    parts = [fold(entry.string(variable).replace(".", "")) for variable in LAW_VARIABLES[:3]]
    parts += [fold(entry.string(variable)) for variable in LAW_VARIABLES[3:]]
    return "|".join(parts) if sum(map(bool, parts)) > 1 else ""


IDENTITIES: Final[tuple[tuple[str, Callable[[Entry], str]], ...]] = (
    ("DOI", doi_of),
    ("ISBN", isbn_of),
    ("address", url_of),
    ("law", law_of),
)
"""The identifiers each of which alone shows that two entries are one source, with what reads them ("" for none)."""


def _place(entry: Entry, variable: str) -> str:
    """A variable as it is compared: "The Guardian" is "Guardian", "2nd ed." is "2"."""
    key = fold(entry.string(variable))
    if variable == "container-title":
        return without_article(key)
    number = _NUMBER.search(key) if variable == "edition" else None
    return number[0] if number else key


def family_key(name: Name) -> str:
    """A name as those are compared who share it: the family name, or the whole of a literal name, folded."""
    return fold(name.literal or name.full_family)
