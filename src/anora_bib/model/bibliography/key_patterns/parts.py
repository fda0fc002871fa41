"""What a key may be made of, by the names that Better BibTeX has for it, and what may be done with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from anora_bib.errors import UnknownNameError
from anora_bib.model.bibliography.entries import Entry
from anora_bib.model.bibliography.keys import ascii_words, title_words
from anora_bib.text.characters import nearest

Term = Callable[[Entry], str]
"""What an entry gives to its key."""


def _families(entry: Entry) -> list[str]:
    return ["".join(ascii_words(name.literal or name.full_family or name.given)) for name in entry.creators()]


def _author(entry: Entry, count: int) -> str:
    found = _families(entry)[:1]
    return "".join(found)[: count or None]


def _authors(entry: Entry, count: int) -> str:
    found = _families(entry)
    return "".join(found[: count or None]) + ("EtAl" if count and len(found) > count else "")


def _title(entry: Entry, count: int) -> str:
    return "".join(word.capitalize() for word in title_words(entry)[: count or None])


def _year(entry: Entry, count: int) -> str:
    date = entry.date("issued")
    year = "" if date is None or date.year is None else f"{date.year:04d}".replace("-", "bc")
    return year[-count:] if count else year


def _month(entry: Entry, _: int) -> str:
    date = entry.date("issued")
    return f"{date.parts[0][1]:02d}" if date is not None and date.parts and len(date.parts[0]) > 1 else ""


def _variable(name: str) -> Callable[[Entry, int], str]:
    return lambda entry, count: "".join(ascii_words(entry.string(name))[: count or None])


_PARTS: Final[Mapping[str, Callable[[Entry, int], str]]] = {
    "author": _author,
    "auth": _author,
    "authors": _authors,
    "authorsalpha": lambda entry, _: "".join(name[:1] for name in _families(entry)),
    "title": lambda entry, count: _title(entry, count or 1).lower(),
    "shorttitle": lambda entry, count: _title(entry, count or 3),
    "veryshorttitle": lambda entry, count: _title(entry, count or 1),
    "fulltitle": _title,
    "year": _year,
    "shortyear": lambda entry, _: _year(entry, 2),
    "month": _month,
    "journal": _variable("container-title"),
    "publisher": _variable("publisher"),
    "volume": _variable("volume"),
    "firstpage": lambda entry, _: (ascii_words(entry.string("page").replace("-", " ")) or [""])[0],
    "type": lambda entry, _: entry.type.replace("-", ""),
}
_FILTERS: Final[Mapping[str, Callable[[str], str]]] = {
    "lower": str.lower,
    "upper": str.upper,
    "capitalize": lambda text: text[:1].upper() + text[1:],
}


def words(text: str) -> Term:
    """Words that stand as they are."""
    return lambda _: text


def part(name: str, most: int = 0) -> Term:
    """A part of that name, of so many words or letters at most (0 is its own measure).

    Raises:
        UnknownNameError: there is no such part.
    """
    made = _PARTS.get(name.lower())
    if made is None:
        raise UnknownNameError("part of a key", name, nearest(name.lower(), _PARTS), known=tuple(_PARTS))
    return lambda entry: made(entry, most)


def filtered(term: Term, filters: Sequence[str]) -> Term:
    """What a term gives, put through filters.

    Raises:
        UnknownNameError: there is no such filter.
    """
    for filter in filters:
        change = _FILTERS.get(filter)
        if change is None:
            raise UnknownNameError("filter of a key", filter, nearest(filter, _FILTERS), known=tuple(_FILTERS))
        term = _changed(term, change)
    return term


def _changed(term: Term, change: Callable[[str], str]) -> Term:
    return lambda entry: change(term(entry))


def short_title(most: int, capitals: int) -> Term:
    """So many words of the title, the first of them with capitals."""

    def term(entry: Entry) -> str:
        chosen = title_words(entry)[:most]
        return "".join(word.capitalize() if at < capitals else word for at, word in enumerate(chosen))

    return term
