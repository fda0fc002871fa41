"""Citation keys by a pattern: ``{author}{year}{title}``, with the common parts of Better BibTeX's formulas.

https://retorque.re/zotero-better-bibtex/citing/
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from anora_bib.errors import UnknownNameError
from anora_bib.model.bibliography.entries import Entry
from anora_bib.model.bibliography.keys import ascii_words, title_words, with_letters
from anora_bib.text.characters import nearest

_PART = re.compile(r"[{\[]([A-Za-z]{1,30})(\d{0,2})((?::[a-z]{1,20})*)[}\]]")
_PLAIN = re.compile(r"[^{}\[\]]*")


class _Piece(NamedTuple):
    """A part of a pattern: what it takes from an entry, or ``words`` that stand as they are."""

    name: str = ""
    most: int = 0
    filters: tuple[str, ...] = ()
    words: str = ""


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


class KeyPattern:
    """A pattern of keys: parts in braces or brackets, each with a number and filters, and signs between them.

    ``{author}``, ``{authors2}``, ``{year}``, ``{shorttitle3:lower}``; Better BibTeX's ``[auth:lower][year]`` as well.

    Raises:
        UnknownNameError: there is no such part or filter.
    """

    def __init__(self, text: str) -> None:
        self._pieces = tuple(_pieces(text))

    def key(self, entry: Entry) -> str:
        """The key of an entry, if it were alone; "" where the entry says nothing of what the pattern asks for."""
        return "".join(_made(piece, entry) for piece in self._pieces)

    def named(self, entries: Sequence[Entry], wanting: Callable[[Entry], bool]) -> tuple[Entry, ...]:
        """The entries, those that are ``wanting`` one with a key of the pattern that no other has."""
        taken = {entry.key.casefold() for entry in entries if not wanting(entry)}
        out: list[Entry] = []
        for entry in entries:
            if wanting(entry) and (base := self.key(entry)):
                key = next(free for free in with_letters(base) if free.casefold() not in taken)
                taken.add(key.casefold())
                out.append(replace(entry, key=key))
            else:
                out.append(entry)
        return tuple(out)


def _made(piece: _Piece, entry: Entry) -> str:
    if not piece.name:
        return piece.words
    text = _PARTS[piece.name](entry, piece.most)
    for name in piece.filters:
        text = _FILTERS[name](text)
    return text


def _pieces(text: str) -> list[_Piece]:
    found: list[_Piece] = []
    at = 0
    while at < len(text):
        part = _PART.match(text, at)
        if part is None:
            plain = _PLAIN.match(text, at)
            end = plain.end() if plain and plain.end() > at else at + 1
            words = re.sub(r"[\s,{}\[\]()#%=\"\\~]", "", text[at:end])
            found.append(_Piece(words=words))
            at = end
            continue
        name = part[1].lower()
        if name not in _PARTS:
            raise UnknownNameError("part of a key", part[1], nearest(name, _PARTS), known=tuple(_PARTS))
        filters = tuple(part[3].split(":")[1:])
        for filter in filters:
            if filter not in _FILTERS:
                raise UnknownNameError("filter of a key", filter, nearest(filter, _FILTERS), known=tuple(_FILTERS))
        found.append(_Piece(name, int(part[2] or 0), filters))
        at = part.end()
    return found
