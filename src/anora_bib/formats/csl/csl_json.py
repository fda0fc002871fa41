"""CSL-JSON: https://github.com/citation-style-language/schema (csl-data.json)."""

from __future__ import annotations

import json
import re
from collections.abc import Generator
from typing import Final, NoReturn

from anora_bib.errors import InputError
from anora_bib.formats.base import Loaded
from anora_bib.formats.csl.items import NotANumber, Repeated, entry_of, items_of
from anora_bib.formats.problems import Problem, Source
from anora_bib.model import Entry, Library
from anora_bib.text.characters import well_formed

_SPACE = re.compile(r"[ \t\r\n]*")
_HINT = "CSL-JSON is a list of items, [{...}, ...]"
_LONGEST_NUMBER: Final = 18
"""Digits of a number that is kept as one: no volume, page or year has more, and Python refuses thousands."""

_Read = Generator[Entry, None, int]
"""Yields the entries of one document; gives where it ends, the end of the file if the rest cannot be read."""


class CslJson:
    """Reads a list of items, one item, or an object that holds a list under "items" or "references".

    Documents that follow each other in one file (JSON lines, files that were joined) are all read.
    """

    name = "csl-json"
    suffixes = (".json",)

    def load(self, text: str, path: str) -> Loaded:
        """The items of every JSON document in ``text``; broken items and documents become diagnostics.

        Raises:
            InputError: the first document is not JSON.
        """
        source = Source(text, path)
        at = _skip(source.text, 0)
        entries: list[Entry] = []
        at = yielded(entries, _document(source, at))
        while (at := _skip(source.text, at)) < len(source.text):
            try:
                at = yielded(entries, _document(source, at))
            except InputError as error:
                source.report(Problem.BROKEN_ENTRY, f"what follows {error.message}; it is left out", at)
                break
        return Loaded(tuple(entries), source.problems)

    def holds(self, entry: Entry) -> bool:
        """Whether nothing of an entry can get lost: nothing can, for what is no variable goes under ``custom``."""
        return bool(entry.key)

    def keys(self, library: Library) -> list[str]:
        """The keys that the entries are written under: their own."""
        return [entry.key for entry in library]

    def dump(self, library: Library) -> str:
        """The library as one list of CSL-JSON items."""
        # Half a surrogate pair, which JSON can spell, has no place in a UTF-8 file.
        return well_formed(json.dumps(items_of(library), ensure_ascii=False, indent=2)) + "\n"


def yielded(entries: list[Entry], read: _Read) -> int:
    """Add what ``read`` yields to ``entries``; what it returns."""
    while True:
        try:
            entries.append(next(read))
        except StopIteration as end:
            return int(end.value)


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _document(source: Source, start: int) -> _Read:
    return _array(source, start) if source.text.startswith("[", start) else _object(source, start)


def _array(source: Source, start: int) -> _Read:
    """Item by item, so that each has its place and those before a fault are kept."""
    text = source.text
    at = _skip(text, start + 1)
    first = True
    while not text.startswith("]", at):
        try:
            item, end = _decode(source, at)
        except json.JSONDecodeError as error:
            if first:
                _refuse(source, error)
            message = f"is not JSON from here on: {error.msg}; the items before it are kept"
            source.report(Problem.BROKEN_ENTRY, message, error.pos)
            return len(text)
        if (entry := entry_of(item, source, at, end)) is not None:
            yield entry
        first = False
        at = _skip(text, end)
        if text.startswith(",", at):
            at = _skip(text, at + 1)
        elif not text.startswith("]", at):
            message = "expected a comma or ] after this item; what follows is left out"
            source.report(Problem.BROKEN_ENTRY, message, at)
            return len(text)
    return at + 1


def _object(source: Source, start: int) -> _Read:
    try:
        data, end = _decode(source, start)
    except json.JSONDecodeError as error:
        _refuse(source, error)
    if not isinstance(data, dict):
        _refuse_at(source, "is not CSL-JSON", start)
    if isinstance(data.get("message"), dict):  # an answer of Crossref's API
        data = data["message"]
    items = next((data[key] for key in ("items", "references") if isinstance(data.get(key), list)), None)
    if items is None and not data.keys() & {"type", "itemType", "data"}:
        _refuse_at(source, "holds no items", start)
    for item in [data] if items is None else items:
        if (entry := entry_of(item, source, start, end)) is not None:
            yield entry
    return end


def _object_of(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values = dict(reversed(pairs))
    if len(values) == len(pairs):
        return dict(pairs)
    names = [name for name, _ in pairs]
    return Repeated(
        {name: values[name] for name in dict.fromkeys(names)}, tuple(n for n in values if names.count(n) > 1)
    )


def _integer(digits: str) -> int | NotANumber:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else NotANumber(digits)


_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=_object_of,
    parse_int=_integer,
    parse_float=str,  # as it is spelt: an issue 1.10 is not the issue 1.1
    parse_constant=NotANumber,
)


def _decode(source: Source, at: int) -> tuple[object, int]:
    try:
        return _DECODER.raw_decode(source.text, at)
    except RecursionError:
        raise json.JSONDecodeError("nested too deeply", source.text, at) from None


def _refuse(source: Source, error: json.JSONDecodeError) -> NoReturn:
    _refuse_at(source, f"is not JSON: {error.msg}", error.pos)


def _refuse_at(source: Source, message: str, at: int) -> NoReturn:
    line, column = source.position(at)
    raise InputError(message, path=source.path, line=line, column=column, hint=_HINT) from None
