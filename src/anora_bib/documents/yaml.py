"""YAML from untrusted files, read as nodes with their spans and nothing else.

No object is ever constructed and no type guessed: a scalar is its text, so a title ``1984`` stays text and
``language: no`` is Norwegian. Aliases are refused, since a few lines of them can expand to more than memory holds, and
so is nesting deeper than :data:`MAX_DEPTH`. Whatever is wrong is a :class:`Fault` with its place; exceptions of PyYAML
and libyaml, and which of the two is used, never show.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from anora_bib.text.patterns import lazy
from anora_bib.text.spans import SourceSpan

if TYPE_CHECKING:
    from yaml import SafeDumper
    from yaml.error import Mark, MarkedYAMLError, YAMLError
    from yaml.events import Event

MAX_DEPTH: Final = 64
"""Nesting far deeper than any written by hand: front matter has two or three levels, a record five."""

TAG: Final = "tag:yaml.org,2002:"
"""The prefix that ``!!`` abbreviates."""

_MARK: Final = "\ufeff"
_NOT_ALLOWED: Final = lazy("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""Every character that is not printable by YAML 1.1, section 5.1."""
_UNUSUAL_BREAK: Final = lazy("[\r\x85\u2028\u2029]")
_BRACKET: Final = lazy(r"[\[\]{}]")
_WIDTH: Final = 100


class Fault(Exception):  # noqa: N818 - a fault of the file, which becomes a diagnostic or an InputError
    """Something wrong at one place of a file: a message that goes on after "the file is", and the span."""

    def __init__(self, message: str, span: SourceSpan) -> None:
        super().__init__(message, span)
        self.message = message
        self.span = span

    def __str__(self) -> str:
        return self.message


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """A piece of text. ``tag`` is the explicit one, or None."""

    value: str
    tag: str | None
    span: SourceSpan


@dataclass(frozen=True, slots=True)
class SequenceNode:
    """A list."""

    value: list[Node]
    tag: str | None
    span: SourceSpan


@dataclass(frozen=True, slots=True)
class MappingNode:
    """Keys and values in their order; a key given twice is there twice."""

    value: list[tuple[Node, Node]]
    tag: str | None
    span: SourceSpan


Node: TypeAlias = ScalarNode | SequenceNode | MappingNode


def compose(text: str) -> Node | None:
    """The one document in ``text``; None if there is nothing in it.

    Raises:
        Fault: this is no YAML, nested too deeply, has an alias, or has a second document.
    """
    first: Node | None = None
    for number, node in enumerate(documents(text)):
        if number:
            raise Fault("not one YAML document: a second one begins here", SourceSpan(node.span.start, node.span.start))
        first = node
    return first


def documents(text: str) -> Iterator[Node]:
    """The documents in ``text`` that are not empty.

    Raises:
        Fault: as in :func:`compose`; the documents before the fault have been given by then.
    """
    import yaml

    start = int(text.startswith(_MARK))
    if refused := _NOT_ALLOWED.search(text, start):
        raise Fault("not YAML: a character that YAML does not allow", SourceSpan(refused.start(), refused.start() + 1))
    # libyaml is ten times quicker, but PyYAML may be built without it. What it refuses PyYAML's own parser reads again,
    # for that one takes a little more and alone decides what is wrong and where.
    with suppress(AttributeError, yaml.YAMLError, ValueError, Fault):
        nodes = list(_roots(yaml.CSafeLoader(text[start:]), start))
        yield from nodes
        return
    parser = yaml.SafeLoader(text[start:])
    try:
        yield from _roots(parser, start)
    except yaml.YAMLError as error:
        raise _fault(error, text, start) from None
    except ValueError:  # PyYAML lets chr() and int() complain of an escape or a %YAML version that is too large
        place = start + parser.index
        raise Fault("not YAML: a number that is too large", SourceSpan(place, place)) from None


def _roots(parser: Any, start: int) -> Iterator[Node]:
    """The documents that the events of a parser make; its offsets count from ``start``."""
    builder = _Builder(start)
    while parser.check_event():
        root = builder.add(parser.get_event())
        if root is not None and not (isinstance(root, ScalarNode) and not root.value):
            yield root


def dump(data: object) -> str:
    """Lists, mappings and text as YAML, in their order."""
    import yaml

    return yaml.dump(data, Dumper=_dumper(), allow_unicode=True, sort_keys=False, width=_WIDTH)


@cache
def _dumper() -> type[SafeDumper]:
    import yaml

    class Dumper(yaml.SafeDumper):
        """Quotes text with unusual line ends so that they come back; PyYAML folds them to spaces."""

    def quoted(dumper: SafeDumper, text: str) -> yaml.ScalarNode:
        return dumper.represent_scalar(f"{TAG}str", text, style='"' if _UNUSUAL_BREAK.search(text) else None)

    Dumper.add_representer(str, quoted)
    return Dumper


class _Builder:
    """Makes nodes of events without recursion, which deep nesting would exhaust."""

    def __init__(self, start: int) -> None:
        self._start = start
        self._open: list[tuple[Event, list[Node]]] = []

    def add(self, event: Event) -> Node | None:
        """Take the next event; the root of the document if it completes one."""
        from yaml import events as kinds

        if isinstance(event, kinds.ScalarEvent):
            return self._put(ScalarNode(event.value, event.tag, self._span(event, event)))
        if isinstance(event, kinds.CollectionStartEvent):
            if len(self._open) >= MAX_DEPTH:
                raise Fault("nested too deeply", self._span(event, event))
            self._open.append((event, []))
        elif isinstance(event, kinds.AliasEvent):
            raise Fault("not YAML: aliases are not allowed here", self._span(event, event))
        elif isinstance(event, kinds.CollectionEndEvent):
            return self._put(self._close(event))
        return None

    def _close(self, end: Event) -> Node:
        from yaml import events as kinds

        start, inside = self._open.pop()
        tag: str | None = getattr(start, "tag", None)
        if isinstance(start, kinds.MappingStartEvent):
            return MappingNode(list(zip(inside[::2], inside[1::2], strict=True)), tag, self._span(start, end))
        return SequenceNode(inside, tag, self._span(start, end))

    def _put(self, node: Node) -> Node | None:
        if not self._open:
            return node
        self._open[-1][1].append(node)
        return None

    def _span(self, first: Event, last: Event) -> SourceSpan:
        start = self._start + (first.start_mark.index if first.start_mark else 0)
        end = self._start + (last.end_mark.index if last.end_mark else 0)
        return SourceSpan(start, max(start, end))


def _fault(error: YAMLError, text: str, start: int) -> Fault:
    """What PyYAML says and where: at the bracket or quotation mark left open, if that is the trouble."""
    import yaml

    if not isinstance(error, yaml.MarkedYAMLError):
        return Fault("not YAML", SourceSpan(0, 0))
    # A parser looks ahead before it tells of a bracket, and newer ones end at a limit of their own meanwhile.
    end = start + error.problem_mark.index if error.problem_mark else 0
    if (deepest := _too_deep(text, end)) is not None:
        return Fault("nested too deeply", SourceSpan(deepest, deepest + 1))
    mark = _mark(error)
    place = min(start + mark.index, len(text)) if mark else 0
    what = " ".join(part for part in (error.context, error.problem) if part)
    return Fault(f"not YAML: {what}", SourceSpan(place, place))


def _too_deep(text: str, end: int) -> int | None:
    """Where brackets that are left open at ``end`` pass :data:`MAX_DEPTH`."""
    left_open: list[int] = []
    for match in _BRACKET.finditer(text, 0, end):
        if match[0] in "[{":
            left_open.append(match.start())
        elif left_open:
            left_open.pop()
    return left_open[MAX_DEPTH] if len(left_open) > MAX_DEPTH else None


def _mark(error: MarkedYAMLError) -> Mark | None:
    left_open = bool(error.context) and ("scanning a" in str(error.context) or "flow" in str(error.context))
    return error.context_mark if left_open and error.context_mark else error.problem_mark
