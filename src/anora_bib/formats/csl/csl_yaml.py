"""CSL items as YAML, the way pandoc has them in a document's ``references:``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.documents import yaml
from anora_bib.errors import InputError
from anora_bib.formats.base import Loaded
from anora_bib.formats.csl.items import Repeated, entry_of, items_of
from anora_bib.formats.problems import WARNING, Problem, Source
from anora_bib.model import Entry, Library

_HINT = "expected `references:` with a list of items"
_HAYAGRIVA: Final = "this looks like the Hayagriva format of Typst, which is not read; use the library it was made from"
_TAGGED: Final = {
    f"{yaml.TAG}int": re.compile(r"[-+]?(?:0[xob])?[0-9A-Fa-f_]+"),
    f"{yaml.TAG}float": re.compile(r"[-+]?[0-9_]*+\.?[0-9_]*+(?:[eE][-+]?[0-9]+)?"),
    f"{yaml.TAG}bool": re.compile(r"(?i:yes|no|true|false|on|off)"),
    f"{yaml.TAG}timestamp": re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*", re.DOTALL),
    f"{yaml.TAG}str": re.compile(r".*", re.DOTALL),
}
"""The tags a scalar may have, and what it must look like then. It is text all the same."""


class CslYaml:
    """Reads ``references: [...]`` or a bare list, in every document of the file. Only text, lists and mappings."""

    name = "yaml"
    suffixes = (".yaml", ".yml")

    def load(self, text: str, path: str) -> Loaded:
        """The items under ``references`` of each YAML document in ``text``; broken items become diagnostics.

        Raises:
            InputError: the text is not YAML, or holds no list of references.
        """
        source = Source(text, path)
        entries = [entry for node in _items(source) if (entry := _entry(node, source)) is not None]
        return Loaded(tuple(entries), source.problems)

    def holds(self, entry: Entry) -> bool:
        """Whether nothing of an entry can get lost: nothing can, for what is no variable goes under ``custom``."""
        return bool(entry.key)

    def keys(self, library: Library) -> list[str]:
        """The keys that the entries are written under: their own."""
        return [entry.key for entry in library]

    def dump(self, library: Library) -> str:
        """The library as pandoc's YAML: CSL items under ``references``."""
        return yaml.dump({"references": items_of(library)})


def _items(source: Source) -> Iterator[yaml.Node]:
    """The nodes of the items of all documents.

    Raises:
        InputError: the first document cannot be read, or none holds references. A fault after the first document is a
            diagnostic.
    """
    documents = _documents(source)
    first_without: yaml.Node | None = None
    any_references = False
    try:
        for document in documents:
            listed = _references(document)
            if listed is None:
                first_without = first_without or document
                continue
            any_references = True
            yield from listed
    except InputError as error:
        if not any_references or error.line is None:
            raise
        start = source.line_start(error.line) + (error.column or 1) - 1
        source.report(Problem.BROKEN_ENTRY, f"{error.message}; what follows is left out", start)
        return
    if not any_references:
        hint = _HAYAGRIVA if first_without is not None and _is_hayagriva(first_without) else _HINT
        raise InputError("holds no references", path=source.path, line=1, column=1, hint=hint)
    if first_without is not None:
        source.report(
            Problem.BROKEN_ENTRY, "this document holds no references; it is left out", *first_without.span, WARNING
        )


def _documents(source: Source) -> Iterator[yaml.Node]:
    """The documents of the file that hold anything.

    Raises:
        InputError: this is no YAML.
    """
    try:
        yield from yaml.documents(source.text)
    except yaml.Fault as fault:
        line, column = source.position(fault.span.start)
        raise InputError(f"is {fault.message}", path=source.path, line=line, column=column) from None


def _references(node: yaml.Node) -> list[yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        node = next((value for key, value in node.value if key.value == "references"), node)
    return node.value if isinstance(node, yaml.SequenceNode) else None


def _is_hayagriva(node: yaml.Node) -> bool:
    """Whether a document is a library of Typst: keys, each with a mapping that has a type or a title."""
    values = [value for _, value in node.value] if isinstance(node, yaml.MappingNode) else []
    names = [{key.value for key, _ in value.value} for value in values if isinstance(value, yaml.MappingNode)]
    return bool(names) and len(names) == len(values) and all({"type", "title"} & one for one in names)


def _entry(node: yaml.Node, source: Source) -> Entry | None:
    return entry_of(_plain(node, source), source, node.span.start, node.span.end)


def _plain(node: yaml.Node, source: Source) -> object:
    """A node as text, list or mapping. A tag says nothing that we need; one that does not fit is reported."""
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, source)
    if node.tag not in (None, f"{yaml.TAG}map", f"{yaml.TAG}seq"):
        _report(node, source, f"the tag {_shown(node.tag)} is not read")
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, source) for item in node.value]
    values: dict[str, object] = {}
    twice: list[str] = []
    for key, value in node.value:
        name = _plain(key, source)
        if not isinstance(name, str):
            _report(key, source, "a name must be text; it is left out")
        elif name in values:
            twice.append(name)
        else:
            values[name] = _plain(value, source)
    return Repeated(values, tuple(twice)) if twice else values


def _scalar(node: yaml.ScalarNode, source: Source) -> str | None:
    if node.tag is None:
        return node.value
    if node.tag == f"{yaml.TAG}null":
        return None
    expected = _TAGGED.get(node.tag)
    if expected is None:
        _report(node, source, f"the tag {_shown(node.tag)} is not read; the value is taken as text")
    elif not expected.fullmatch(node.value):
        _report(node, source, f"{node.value!r} is not what its tag {_shown(node.tag)} says; it is taken as text")
    return node.value


def _shown(tag: str | None) -> str:
    return (tag or "!").replace(yaml.TAG, "!!")


def _report(node: yaml.Node, source: Source, message: str) -> None:
    source.report(Problem.WRONG_VALUE, message, node.span.start, node.span.end, WARNING)
