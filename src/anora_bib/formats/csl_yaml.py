"""CSL items as YAML, the way pandoc has them in a document's ``references:``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from anora_bib.diagnostics import Diagnostic
from anora_bib.errors import InputError
from anora_bib.formats.base import Loaded
from anora_bib.formats.items import entry_of, items_of
from anora_bib.formats.problems import Problem, Source
from anora_bib.model import Entry, Library
from anora_bib.model.csl import ARCHIVED, DATE_VARIABLES

if TYPE_CHECKING:
    from yaml import Node, SafeLoader

_HINT = "expected `references:` with a list of items"


class CslYaml:
    """Reads ``references: [...]`` or a bare list. Only text, lists and mappings: no tags, no aliases."""

    name = "yaml"
    suffixes = (".yaml", ".yml")

    def load(self, text: str, path: str) -> Loaded:
        source = Source(text, path)
        loader, nodes = _items(source)
        found = [_entry(loader, node, source) for node in nodes]
        entries = tuple(item for item in found if isinstance(item, Entry))
        return Loaded(entries, tuple(item for item in found if isinstance(item, Diagnostic)))

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


def _entry(loader: SafeLoader, node: Node, source: Source) -> Entry | Diagnostic:
    import yaml

    start, end = node.start_mark.index, node.end_mark.index
    try:
        item = loader.construct_object(node, deep=True)
    except yaml.MarkedYAMLError as error:
        return source.problem(Problem.BROKEN_ENTRY, f"cannot be read: {error.problem}; it is left out", start, end)
    return entry_of(_plain(item), source, start, end)


def _items(source: Source) -> tuple[SafeLoader, list[Node]]:
    """The nodes of the items, with the loader that makes values of them."""
    import yaml

    try:
        loader = _loader()(source.text)
        while loader.check_node():
            node = loader.get_node()
            listed = _references(node) if node is not None else None
            if listed is not None:
                return loader, listed
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = (mark.line + 1, mark.column + 1) if mark else (None, None)
        raise InputError(f"is not YAML: {error.problem}", path=source.path, line=place[0], column=place[1]) from None
    except yaml.reader.ReaderError as error:
        line = source.text.count("\n", 0, error.position) + 1
        raise InputError(f"is not YAML: {error.reason}", path=source.path, line=line) from None
    except RecursionError:
        raise InputError("is nested too deeply", path=source.path, hint=_HINT) from None
    raise InputError("holds no references", path=source.path, line=1, column=1, hint=_HINT)


def _references(node: Node) -> list[Node] | None:
    import yaml

    if isinstance(node, yaml.MappingNode):
        node = next((value for key, value in node.value if key.value == "references"), node)
    return list(node.value) if isinstance(node, yaml.SequenceNode) else None


def _plain(item: object) -> object:
    """The item with its dates as CSL-JSON has them; pandoc also takes ``2024-05-22`` and ``{year: 2024, month: 5}``."""
    if not isinstance(item, Mapping):
        return item
    dates = DATE_VARIABLES | {ARCHIVED}
    return {str(key): _date(value) if key in dates else value for key, value in item.items()}


def _date(value: object) -> object:
    if isinstance(value, list):
        parts = [_parts(date) for date in value if isinstance(date, Mapping)]
        return {"date-parts": parts}
    if not isinstance(value, Mapping):
        return value
    date = dict(value)
    if "date-parts" not in date and "year" in date:
        date["date-parts"] = [_parts(date)]
    if "circa" in date:
        date["circa"] = str(date["circa"]).lower() not in ("false", "no", "0", "")
    return date


def _parts(date: Mapping[object, object]) -> list[object]:
    return [date[part] for part in ("year", "month", "day") if part in date]
