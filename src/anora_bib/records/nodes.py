"""The YAML of authority records: its nodes are checked, and a broken record is left out of its file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from anora_bib.documents.yaml import Fault, MappingNode, Node, ScalarNode, SequenceNode, compose
from anora_bib.text.spans import SourceSpan

__all__ = [
    "Document",
    "Fault",
    "MappingNode",
    "Node",
    "Pair",
    "is_blank",
    "items",
    "pairs",
    "read",
    "string",
    "strings",
]

_LINE = re.compile(r"^ *(?=[^\s#\-])", re.MULTILINE)

MAX_REPAIRS = 25
"""How many broken records of one file are cut out before the file is given up: each costs one more reading of it."""


class Pair(NamedTuple):
    """One ``key: value`` of a mapping."""

    key: str
    at: SourceSpan
    value: Node


@dataclass(frozen=True, slots=True)
class Document:
    """The root of a YAML text, or None where nothing could be read, and what had to be left out."""

    root: Node | None
    faults: tuple[Fault, ...] = ()


def read(text: str) -> Document:
    """Compose ``text``. A record that is not YAML is left out, with a fault, and the rest read without it."""
    faults: list[Fault] = []
    while True:
        try:
            return Document(compose(text), tuple(faults))
        except Fault as fault:
            faults.append(fault)
        record = _record_around(faults[-1].span.start, text)
        if record is None or len(faults) > MAX_REPAIRS:
            return Document(None, tuple(faults))
        # Blanks in its place keep every other offset of the file true.
        blank = re.sub(r"[^\n]", " ", record.of(text))
        text = text[: record.start] + blank + text[record.end :]


def _record_around(place: int, text: str) -> SourceSpan | None:
    """The record (a key of the second level, with all that is indented below it) that holds ``place``."""
    indents = {match.start(): len(match[0]) for match in _LINE.finditer(text)}
    levels = sorted(set(indents.values()))
    if len(levels) < 2:
        return None
    heads = [start for start, indent in indents.items() if indent <= levels[1]]
    head = max((start for start in heads if start <= place), default=None)
    if head is None or indents[head] != levels[1]:
        return None
    return SourceSpan(head, min((start for start in heads if start > head), default=len(text)))


def is_blank(node: Node) -> bool:
    """True for the value of a key with nothing after the colon."""
    return node.value == ""


def pairs(node: Node, what: str) -> list[Pair]:
    """The keys and values of a mapping, in the order of the file; a key given twice comes twice.

    Raises:
        Fault: it is no mapping, or a key is not plain text.
    """
    if not isinstance(node, MappingNode):
        raise Fault(f"{what} must be a mapping of keys to values", node.span)
    return [Pair(string(key, "a key"), key.span, value) for key, value in node.value]


def string(node: Node, what: str) -> str:
    """The text of a scalar.

    Raises:
        Fault: it is none, or empty.
    """
    if not isinstance(node, ScalarNode):
        raise Fault(f"{what} must be one piece of text", node.span)
    text = node.value.strip()
    if not text:
        raise Fault(f"{what} is empty", node.span)
    return text


def items(node: Node, what: str) -> list[Node]:
    """The nodes of a list.

    Raises:
        Fault: it is none, or empty.
    """
    if not isinstance(node, SequenceNode) or not node.value:
        raise Fault(f"{what} must be a list, as in [one, two]", node.span)
    return list(node.value)


def strings(node: Node, what: str) -> tuple[str, ...]:
    """The texts of a list of scalars.

    Raises:
        Fault: it is no such list, or empty, or a text in it is.
    """
    return tuple(string(item, what) for item in items(node, what))
