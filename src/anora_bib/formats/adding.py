"""Entries added to the text of a bibliography file: whatever is there stays as it is, character by character.

Each function takes the text of a file that its format has read, and what the format writes for the new entries, and
gives the text with both. Where the two cannot stand in one file it raises ``ValueError`` with the reason.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from textwrap import indent
from typing import Final

from anora_bib.documents import yaml

_SPACE: Final = re.compile(r"[ \t\r\n]*")
_LISTS: Final = ("items", "references")
"""The names under which an object of JSON has its list of items."""


def append(text: str, new: str) -> str:
    """After all that is there, set off by an empty line: BibTeX, BibLaTeX and RIS."""
    breaks = text[len(text.rstrip("\r\n")) :].count("\n")
    return text + _line_end(text) * max(0, 2 - breaks) + _with_line_ends(new, text)


def into_json(text: str, new: str) -> str:
    """After the last item of the list, or of the list of an object."""
    at, item = _end_of_json_items(text)
    start = text.rfind("\n", 0, item) + 1
    margin = text[start:item] if item is not None and not text[start:item].strip() else "  "
    lines = new.strip()[1:-1].strip("\n").split("\n")
    body = indent("\n".join(line.removeprefix("  ") for line in lines), margin)
    return text[:at] + _with_line_ends(("," if item is not None else "") + "\n" + body, text) + _closing(text, at)


def _closing(text: str, at: int) -> str:
    return text[at:] if text[at : at + 1] in "\r\n" else _line_end(text) + text[at:]


def _end_of_json_items(text: str) -> tuple[int, int | None]:
    """Where the next item goes, and where the first item begins (None if there is none)."""
    at = _skip(text, 0)
    if text.startswith("{", at):
        at = _list_of_object(text, at)
    if not text.startswith("[", at):
        raise ValueError("holds no list of items")
    end = at + 1
    first: int | None = None
    at = _skip(text, end)
    while not text.startswith("]", at):
        first = at if first is None else first
        end = _value_end(text, at)
        at = _skip(text, end)
        if text.startswith(",", at):
            at = _skip(text, at + 1)
    return end, first


def _list_of_object(text: str, at: int) -> int:
    """Where the list of items of an object begins."""
    at = _skip(text, at + 1)
    while text.startswith('"', at):
        end = _value_end(text, at)
        name = json.loads(text[at:end])
        at = _skip(text, _skip(text, end) + 1)  # past the colon
        if name in _LISTS and text.startswith("[", at):
            return at
        at = _skip(text, _value_end(text, at))
        at = _skip(text, at + 1) if text.startswith(",", at) else at
    return at


def _value_end(text: str, at: int) -> int:
    try:
        return json.JSONDecoder().raw_decode(text, at)[1]
    except (json.JSONDecodeError, RecursionError):
        raise ValueError("is not JSON to its end") from None


def into_yaml(text: str, new: str) -> str:
    """After the last item of the list of references, as far in as the others."""
    try:
        node = yaml.compose(text)
    except yaml.Fault as fault:
        raise ValueError(f"is {fault.message}") from None
    if isinstance(node, yaml.MappingNode):
        node = next((value for key, value in node.value if key.value == "references"), node)
    if not isinstance(node, yaml.SequenceNode):
        raise ValueError("holds no list of references")
    start, end = node.span
    if text.startswith("[", start):
        raise ValueError("has its references in brackets, on one line")
    column = start - (text.rfind("\n", 0, start) + 1)
    items = new.partition("\n")[2]
    body = indent(items, " " * column)
    at = start + len(text[start:end].rstrip())
    return text[:at] + _with_line_ends("\n" + body.rstrip("\n"), text) + _closing(text, at)


ADDERS: Final[Mapping[str, Callable[[str, str], str]]] = {
    "bibtex": append,
    "biblatex": append,
    "ris": append,
    "csl-json": into_json,
    "yaml": into_yaml,
}
"""By the name of the format."""


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _with_line_ends(new: str, text: str) -> str:
    return new.replace("\n", _line_end(text))
