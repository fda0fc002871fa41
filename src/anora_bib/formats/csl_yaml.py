"""CSL items as YAML, the way pandoc has them in a document's ``references:``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from anora_bib.errors import InputError
from anora_bib.formats.base import Loaded
from anora_bib.formats.items import Repeated, entry_of, items_of
from anora_bib.formats.problems import WARNING, Problem, Source
from anora_bib.model import Entry, Library

if TYPE_CHECKING:
    from yaml import Node, SafeLoader

_HINT = "expected `references:` with a list of items"
_TAG = "tag:yaml.org,2002:"
_TAGGED: Final = {
    f"{_TAG}int": re.compile(r"[-+]?(?:0[xob])?[0-9A-Fa-f_]+"),
    f"{_TAG}float": re.compile(r"[-+]?[0-9_]*\.?[0-9_]*(?:[eE][-+]?[0-9]+)?"),
    f"{_TAG}bool": re.compile(r"(?i:yes|no|true|false|on|off)"),
    f"{_TAG}timestamp": re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*", re.DOTALL),
    f"{_TAG}str": re.compile(r".*", re.DOTALL),
}
"""The tags a scalar may have, and what it must look like then. It is text all the same."""


class CslYaml:
    """Reads ``references: [...]`` or a bare list, in every document of the file. Only text, lists and mappings."""

    name = "yaml"
    suffixes = (".yaml", ".yml")

    def load(self, text: str, path: str) -> Loaded:
        source = Source(text, path)
        entries = [entry for node in _items(source) if (entry := _entry(node, source)) is not None]
        return Loaded(tuple(entries), source.problems)

    def dump(self, library: Library) -> str:
        import yaml

        data = {"references": items_of(library)}
        return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100)


@cache
def _loader() -> type[SafeLoader]:
    """A safe loader to which every scalar is text, for ``language: no`` is Norwegian and a volume may be ``1_000``.

    It refuses aliases: a few lines of them can stand for more text than a machine holds.
    """
    import yaml
    from yaml.composer import ComposerError

    class Loader(yaml.SafeLoader):
        def compose_node(self, parent: Node | None, index: Any) -> Node | None:
            if self.check_event(yaml.AliasEvent):
                event = self.peek_event()  # type: ignore[no-untyped-call]
                raise ComposerError(None, None, "aliases are not allowed here", event.start_mark)
            return super().compose_node(parent, index)

    Loader.yaml_implicit_resolvers = {}
    return Loader


def _items(source: Source) -> Iterator[Node]:
    """The nodes of the items of all documents.

    Raises:
        InputError: the first document cannot be read, or none holds references. A fault after the first document is a
            diagnostic.
    """
    documents = _documents(source)
    first_without: Node | None = None
    found = False
    try:
        for document in documents:
            listed = _references(document)
            if listed is None:
                first_without = first_without or document
                continue
            found = True
            yield from listed
    except InputError as error:
        if not found or error.line is None:
            raise
        start = source.line_start(error.line) + (error.column or 1) - 1
        source.report(Problem.BROKEN_ENTRY, f"{error.message}; what follows is left out", start)
        return
    if not found:
        raise InputError("holds no references", path=source.path, line=1, column=1, hint=_HINT)
    if first_without is not None:
        start, end = first_without.start_mark.index, first_without.end_mark.index
        source.report(Problem.BROKEN_ENTRY, "this document holds no references; it is left out", start, end, WARNING)


def _documents(source: Source) -> Iterator[Node]:
    """The documents of the file that hold anything.

    Raises:
        InputError: this is no YAML.
    """
    import yaml

    try:
        loader = _loader()(source.text)
        while loader.check_node():
            node = loader.get_node()
            if node is not None and not (isinstance(node, yaml.ScalarNode) and not node.value):
                yield node
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = (mark.line + 1, mark.column + 1) if mark else (None, None)
        raise InputError(f"is not YAML: {error.problem}", path=source.path, line=place[0], column=place[1]) from None
    except yaml.reader.ReaderError as error:
        line = source.text.count("\n", 0, error.position) + 1
        raise InputError(f"is not YAML: {error.reason}", path=source.path, line=line) from None
    except RecursionError:
        raise InputError("is nested too deeply", path=source.path, hint=_HINT) from None
    except ValueError:  # PyYAML lets chr() and int() complain of an escape or a %YAML version that is too large
        raise InputError("is not YAML: a number in it is too large", path=source.path, hint=_HINT) from None


def _references(node: Node) -> list[Node] | None:
    import yaml

    if isinstance(node, yaml.MappingNode):
        node = next((value for key, value in node.value if key.value == "references"), node)
    return list(node.value) if isinstance(node, yaml.SequenceNode) else None


def _entry(node: Node, source: Source) -> Entry | None:
    start, end = node.start_mark.index, node.end_mark.index
    try:
        return entry_of(_plain(node, source), source, start, end)
    except RecursionError:
        source.report(Problem.BROKEN_ENTRY, "the item is nested too deeply; it is left out", start, end)
        return None


def _plain(node: Node, source: Source) -> object:
    """A node as text, list or mapping. A tag says nothing that we need; one that does not fit is reported."""
    import yaml

    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, source)
    if node.tag not in (f"{_TAG}map", f"{_TAG}seq"):
        _report(node, source, f"the tag {_shown(node.tag)} is not read")
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, source) for item in node.value]
    found: dict[str, object] = {}
    twice: list[str] = []
    for key, value in node.value:
        name = _plain(key, source)
        if not isinstance(name, str):
            _report(key, source, "a name must be text; it is left out")
        elif name in found:
            twice.append(name)
        else:
            found[name] = _plain(value, source)
    return Repeated(found, tuple(twice)) if twice else found


def _scalar(node: Node, source: Source) -> str | None:
    if node.tag == f"{_TAG}null":
        return None
    text = str(node.value)
    expected = _TAGGED.get(node.tag)
    if expected is None:
        _report(node, source, f"the tag {_shown(node.tag)} is not read; the value is taken as text")
    elif not expected.fullmatch(text):
        _report(node, source, f"{text!r} is not what its tag {_shown(node.tag)} says; it is taken as text")
    return text


def _shown(tag: str | None) -> str:
    return (tag or "!").replace(_TAG, "!!")


def _report(node: Node, source: Source, message: str) -> None:
    source.report(Problem.WRONG_VALUE, message, node.start_mark.index, node.end_mark.index, WARNING)
