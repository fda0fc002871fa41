"""An entry as lines in the tags of RIS.

What has no tag is written the way Zotero reads it, as a note "variable: value".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from anora_bib import language
from anora_bib.formats.tagged import tags
from anora_bib.formats.tagged.numbers import standard_number
from anora_bib.model import Date, Entry, Name
from anora_bib.model.bibliography.entries import Value
from anora_bib.model.values.csl import ARCHIVED, TYPES, VARIABLES
from anora_bib.model.values.dates import SEASONS
from anora_bib.model.values.identifiers import doi
from anora_bib.model.values.richtext import Closing, Opening, Tag, pieces
from anora_bib.text.characters import collapse

_OWN_TAG: Final = re.compile(r"[a-z][a-z0-9]")
"""The name of a field that was read from a tag we have no variable for."""
_RESERVED: Final = frozenset({"TY", "ER", "ID", "SP", "EP", "SN"})
_RANGE: Final = re.compile(r"([^\s\u2013-]+)\s?[\u2013-]{1,2}\s?([^\s\u2013-]+)")


def tags_of(entry: Entry) -> Iterator[tuple[str, str]]:
    """The lines of an entry, each a tag of RIS and its text in one line, from ``TY`` to ``ER``."""
    ris = tags.TYPES.get(entry.type, "GEN")
    read_as = tags.READ_AS[ris]
    yield "TY", ris
    if key := collapse(entry.key):
        yield "ID", key
    if read_as != entry.type and entry.type in TYPES:
        yield tags.NOTE, f"type: {entry.type}"
    yield from _Writing(entry, read_as).lines()
    yield "ER", ""


class _Writing:
    """One entry while it is written."""

    def __init__(self, entry: Entry, read_as: str) -> None:
        self.entry = entry
        self.read_as = read_as
        self.tags = dict(tags.tags(read_as))
        # Variables that are more than one line, or whose tag may mean something else.
        self.special: dict[str, Callable[[str, str], Iterator[tuple[str, str]]]] = {
            "page": self._page, "number-of-pages": self._number_of_pages, "ISBN": self._isbn, "ISSN": self._issn,
            "number": self._number, "keyword": self._keyword, "genre": self._genre,
        }  # fmt: skip
        if read_as == "paper-conference" and entry.get("event-title") and entry.get("container-title"):
            self.tags |= {"event-title": "T2", "container-title": "C3"}

    def lines(self) -> Iterator[tuple[str, str]]:
        """The lines of the variables: those with a tag in its order, then the notes."""
        names = self.entry.fields.keys() & (VARIABLES | {ARCHIVED})
        named = sorted(names - self.tags.keys() - {"note"})
        for variable in (*self.tags, *named):
            value = self.entry.get(variable)
            if variable == "note" or value is None:
                continue
            yield from self._variable(variable, [text for text in _texts(value) if text])
        main = tags.variables(self.read_as)["AU"]
        if main != "author" and not self.entry.names(main):
            yield from (("AU", text) for text in _texts(self.entry.names("author")) if text)
        yield from self._rest()

    def _variable(self, variable: str, texts: list[str]) -> Iterator[tuple[str, str]]:
        tag = self.tags.get(variable, "")
        special = self.special.get(variable)
        for text in texts:
            if special is not None:
                yield from special(text, tag)
            elif tag:
                yield tag, text
            else:
                yield _noted(variable, text)

    def _page(self, text: str, tag: str) -> Iterator[tuple[str, str]]:
        pages = _RANGE.fullmatch(text)
        if tag and pages:
            yield from (("SP", pages[1]), ("EP", pages[2]))
        elif tag and not self._reads_as_number_of_pages(text):
            yield "SP", text
        else:
            yield _noted("page", text)

    def _number_of_pages(self, text: str, _tag: str) -> Iterator[tuple[str, str]]:
        alone = self._reads_as_number_of_pages(text) and not self.entry.get("page")
        yield ("SP", text) if alone else _noted("number-of-pages", text)

    def _reads_as_number_of_pages(self, text: str) -> bool:
        return text.isdecimal() and tags.counts_pages(self.read_as)

    def _isbn(self, text: str, _tag: str) -> Iterator[tuple[str, str]]:
        return self._standard("ISBN", text)

    def _issn(self, text: str, _tag: str) -> Iterator[tuple[str, str]]:
        return self._standard("ISSN", text)

    def _standard(self, variable: str, text: str) -> Iterator[tuple[str, str]]:
        numbers = re.split(r"[\s,;]+", text)
        if all(standard_number(number) == variable for number in numbers):
            yield from (("SN", number) for number in numbers)
        else:
            yield _noted(variable, text)

    def _number(self, text: str, tag: str) -> Iterator[tuple[str, str]]:
        taken = not tag or (tag == "SN" and any(map(standard_number, re.split(r"[\s,;]+", text))))
        yield _noted("number", text) if taken else (tag, text)

    def _keyword(self, text: str, _tag: str) -> Iterator[tuple[str, str]]:
        keywords = (word.strip() for word in text.split(";" if ";" in text else ","))
        return (("KW", word) for word in keywords if word)

    def _genre(self, text: str, tag: str) -> Iterator[tuple[str, str]]:
        yield _noted("genre", text) if doi(text) else (tag, text)

    def _rest(self) -> Iterator[tuple[str, str]]:
        """What is no variable of CSL: under the tag it was read from, or in the note."""
        known = tags.variables(self.read_as)
        parts = [self.entry.string("note")]
        for name in sorted(self.entry.fields.keys() - VARIABLES - {ARCHIVED}):
            text = self.entry.string(name)
            tag = name.upper()
            if _OWN_TAG.fullmatch(name) and tag not in known and tag not in _RESERVED and collapse(text):
                yield tag, collapse(text)
            elif text:
                parts.append(f"{name}: {text}")
        note = collapse("; ".join(part for part in parts if part))
        if note:
            extra = tags.NOTED_VALUE.match(note)
            taken = extra is not None and extra[1].lower() in (*tags.NOTED, "type")
            yield tags.NOTE, f"note: {note}" if taken else note


def _noted(variable: str, text: str) -> tuple[str, str]:
    return tags.NOTE, f"{variable}: {text}"


def _texts(value: Value) -> Iterator[str]:
    """A value as text in one line; names one by one."""
    if isinstance(value, tuple):
        yield from (collapse(_name_text(name)) for name in value)
    elif isinstance(value, Date):
        yield collapse(_date_text(value))
    else:
        yield collapse(_simple(value))


_WRITTEN: Final = frozenset({Tag.ITALIC, Tag.BOLD, Tag.SUPERSCRIPT, Tag.SUBSCRIPT})
"""Tags that programs understand in RIS; they take all others for words."""


def _simple(value: str) -> str:
    return "".join(piece if isinstance(piece, str) else _tag(piece) for piece in pieces(value))


def _tag(piece: Opening | Closing) -> str:
    if piece.tag not in _WRITTEN:
        return ""
    return f"<{piece.tag.value}>" if isinstance(piece, Opening) else f"</{piece.tag.value}>"


def _date_text(value: Date) -> str:
    if value.season in SEASONS and [len(part) for part in value.parts] == [1]:
        return f"{value.iso}///{language.season_names('en')[int(value.season) - 1].title()}"
    exact = len(value.parts) == 1 and Date.parse_iso(value.iso) is not None
    return value.iso.replace("-", "/") if exact and value.parts[0][0] > 0 else value.iso


def _name_text(name: Name) -> str:
    if name.literal or not (name.full_family and name.given):
        return name.display
    return name.inverted
