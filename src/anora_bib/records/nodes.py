"""YAML with the place of everything in it, one broken record not costing the rest of its file.

Values are taken as written: no YAML type is guessed, so a title ``1984`` stays text and a date needs no quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from anora_bib.spans import SourceSpan

if TYPE_CHECKING:
    from yaml.error import Mark, MarkedYAMLError, YAMLError
    from yaml.events import Event
    from yaml.nodes import Node

_LINE = re.compile(r"^ *(?=[^\s#\-])", re.MULTILINE)

MAX_REPAIRS = 25
"""How many broken records of one file are cut out before the file is given up: each costs one more reading of it."""

MAX_DEPTH = 20
"""Far more than records need: a file, a section, a record, its editions, one of them."""


class Fault(Exception):  # noqa: N818  (a fault of the file, turned into a diagnostic; never seen by a caller)
    """Something wrong at one place of a file: a sentence and the span of the text it is about."""

    def __init__(self, message: str, span: SourceSpan) -> None:
        self.message = message
        self.span = span
        super().__init__(message)

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.message, self.span), self.__dict__


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
    import yaml

    # libyaml's reader is ten times quicker; it may be missing where PyYAML was built without it.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    faults: list[Fault] = []
    while True:
        try:
            too_deep = _too_deep(yaml.parse(text, Loader=loader))
            if too_deep is not None:
                fault = Fault("not YAML of records: nested too deeply", SourceSpan(too_deep, too_deep))
                return Document(None, (*faults, fault))
            return Document(yaml.compose(text, Loader=loader), tuple(faults))
        except yaml.YAMLError as error:
            faults.append(_fault(error, text))
        record = _record_around(faults[-1].span.start, text)
        if record is None or len(faults) > MAX_REPAIRS:
            return Document(None, tuple(faults))
        # Blanks in its place keep every other offset of the file true.
        blank = re.sub(r"[^\n]", " ", record.of(text))
        text = text[: record.start] + blank + text[record.end :]


def _too_deep(events: Iterable[Event]) -> int | None:
    """Where the nesting passes :data:`MAX_DEPTH`. Composing goes down by recursion, in C: it would not come back."""
    from yaml import events as kinds

    depth = 0
    for event in events:
        if isinstance(event, kinds.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                return event.start_mark.index if event.start_mark else 0
        elif isinstance(event, kinds.CollectionEndEvent):
            depth -= 1
    return None


def _fault(error: YAMLError, text: str) -> Fault:
    """What a YAML error says and where: at the bracket or quotation mark left open, if that is the trouble."""
    import yaml

    if not isinstance(error, yaml.MarkedYAMLError):
        place = min(getattr(error, "position", 0), len(text))
        return Fault("not YAML: a character that YAML does not allow", SourceSpan(place, place))
    mark = _mark(error)
    start = min(mark.index, len(text)) if mark else 0
    what = " ".join(part for part in (error.context, error.problem) if part)
    return Fault(f"not YAML: {what}", SourceSpan(start, start))


def _mark(error: MarkedYAMLError) -> Mark | None:
    left_open = bool(error.context) and ("scanning a" in str(error.context) or "flow" in str(error.context))
    return error.context_mark if left_open and error.context_mark else error.problem_mark


def _record_around(place: int, text: str) -> SourceSpan | None:
    """The record (a key of the second level, with all that is indented below it) in which ``place`` stands."""
    indents = {match.start(): len(match[0]) for match in _LINE.finditer(text)}
    levels = sorted(set(indents.values()))
    if len(levels) < 2:
        return None
    heads = [start for start, indent in indents.items() if indent <= levels[1]]
    head = max((start for start in heads if start <= place), default=None)
    if head is None or indents[head] != levels[1]:
        return None
    return SourceSpan(head, min((start for start in heads if start > head), default=len(text)))


def span(node: Node) -> SourceSpan:
    start: int = node.start_mark.index
    return SourceSpan(start, max(start, node.end_mark.index))


def is_blank(node: Node) -> bool:
    """True for the value of a key after whose colon nothing stands."""
    return bool(node.value == "")


def pairs(node: Node, what: str) -> list[Pair]:
    """The keys and values of a mapping, in the order of the file; a key that stands there twice comes twice.

    Raises:
        Fault: it is no mapping, or a key is not plain text.
    """
    import yaml

    if not isinstance(node, yaml.MappingNode):
        raise Fault(f"{what} must be a mapping of keys to values", span(node))
    return [Pair(string(key, "a key"), span(key), value) for key, value in node.value]


def string(node: Node, what: str) -> str:
    """The text of a scalar.

    Raises:
        Fault: it is none, or empty.
    """
    import yaml

    if not isinstance(node, yaml.ScalarNode):
        raise Fault(f"{what} must be one piece of text", span(node))
    text = str(node.value).strip()
    if not text:
        raise Fault(f"{what} is empty", span(node))
    return text


def items(node: Node, what: str) -> list[Node]:
    """The nodes of a list.

    Raises:
        Fault: it is none, or empty.
    """
    import yaml

    if not isinstance(node, yaml.SequenceNode) or not node.value:
        raise Fault(f"{what} must be a list, as in [one, two]", span(node))
    return list(node.value)


def strings(node: Node, what: str) -> tuple[str, ...]:
    return tuple(string(item, what) for item in items(node, what))
