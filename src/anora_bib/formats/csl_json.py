"""CSL-JSON: https://github.com/citation-style-language/schema (csl-data.json)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NoReturn

from anora_bib.diagnostics import Diagnostic
from anora_bib.errors import InputError
from anora_bib.formats.base import Loaded
from anora_bib.formats.items import entry_of, items_of
from anora_bib.formats.problems import Problem, Source
from anora_bib.model import Entry, Library

_SPACE = re.compile(r"[ \t\r\n]*")
_HINT = "CSL-JSON is a list of items, [{...}, ...]"


class CslJson:
    """Reads a list of items, one item, or an object that holds a list under "items" or "references"."""

    name = "csl-json"
    suffixes = (".json",)

    def load(self, text: str, path: str) -> Loaded:
        source = Source(text, path)
        start = _skip(text, 0)
        found = list(_array(source, start) if text.startswith("[", start) else _object(source, start))
        entries = tuple(item for item in found if isinstance(item, Entry))
        problems = tuple(item for item in found if isinstance(item, Diagnostic))
        return Loaded(entries, problems)

    def dump(self, library: Library) -> str:
        text = json.dumps(items_of(library), ensure_ascii=False, indent=2)
        # Half a surrogate pair, which JSON can spell, has no place in a UTF-8 file.
        return text.encode("utf-8", "replace").decode("utf-8") + "\n"


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _array(source: Source, start: int) -> Iterator[Entry | Diagnostic]:
    """Item by item, so that each has its place and those before a fault are kept."""
    text = source.text
    at = _skip(text, start + 1)
    none_yet = True
    while not text.startswith("]", at):
        try:
            item, end = _decode(source, at)
        except json.JSONDecodeError as error:
            if none_yet:
                _refuse(source, error)
            message = f"is not JSON from here on: {error.msg}; the items before it are kept"
            yield source.problem(Problem.BROKEN_ENTRY, message, error.pos)
            return
        yield entry_of(item, source, at, end)
        none_yet = False
        at = _skip(text, end)
        if text.startswith(",", at):
            at = _skip(text, at + 1)
        elif not text.startswith("]", at):
            yield source.problem(Problem.BROKEN_ENTRY, "expected a comma or ] after this item", at, at)
            return


def _object(source: Source, start: int) -> Iterator[Entry | Diagnostic]:
    try:
        data, end = _decode(source, start)
    except json.JSONDecodeError as error:
        _refuse(source, error)
    if not isinstance(data, dict):
        raise InputError("is not CSL-JSON", path=source.path, line=1, column=1, hint=_HINT)
    items = next((data[key] for key in ("items", "references") if isinstance(data.get(key), list)), None)
    if items is None and "type" not in data:
        raise InputError("holds no items", path=source.path, line=1, column=1, hint=_HINT)
    for item in [data] if items is None else items:
        yield entry_of(item, source, start, end)


def _decode(source: Source, at: int) -> tuple[object, int]:
    try:
        return json.JSONDecoder().raw_decode(source.text, at)
    except RecursionError:
        raise json.JSONDecodeError("nested too deeply", source.text, at) from None


def _refuse(source: Source, error: json.JSONDecodeError) -> NoReturn:
    raise InputError(
        f"is not JSON: {error.msg}", path=source.path, line=error.lineno, column=error.colno, hint=_HINT
    ) from None
