"""References whose truth is known: a file of JSON lines, the string beside what is true of it in CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from anora_bib.errors import InputError
from anora_bib.model import Entry
from anora_bib.model.values.csl_json import text_of


@dataclass(frozen=True, slots=True)
class Case:
    """A string and the entries it spells out; () if it is no reference.

    ``kind`` says what sort it is ("film", "law") and ``language`` what it is written in; figures are told apart by
    them. Both may be "".
    """

    string: str
    truth: tuple[Entry, ...]
    kind: str = ""
    language: str = ""


def load(text: str, *, path: str = "") -> Iterator[Case]:
    """The cases of a file of JSON lines; empty lines are passed over.

    Each line is an object with ``string``, ``csl`` (a CSL-JSON item or a list of such) and, if you like, ``kind`` and
    ``language``.

    Raises:
        InputError: with ``path`` and its line, where a line is no such object.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _case(line, path, number)


def _case(line: str, path: str, number: int) -> Case:
    try:
        data: object = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"no JSON: {error}", path=path, line=number) from error
    if not isinstance(data, Mapping) or not isinstance(data.get("string"), str):
        raise InputError("no object with a “string”", path=path, line=number)
    items = data.get("csl")
    items = items if isinstance(items, list) else [items]
    if not all(isinstance(item, Mapping) for item in items):
        raise InputError("“csl” holds no CSL-JSON item", path=path, line=number)
    return Case(
        data["string"],
        tuple(Entry.from_csl(item) for item in items),
        text_of(data.get("kind")) or "",
        text_of(data.get("language")) or "",
    )
