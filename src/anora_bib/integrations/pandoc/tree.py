"""pandoc's JSON: elements with a tag ``t`` and a content ``c``, in lists of blocks and of inlines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from anora_bib.errors import InputError

Node = dict[str, Any]
Nodes = list[Node]


class Place(Enum):
    """Where a list of elements stands."""

    TEXT = "text"
    NOTE = "note"
    NOTE_BEGINS = "beginning of a note"


Change = Callable[[Nodes, Place], Nodes]

SPACE: Final[Node] = {"t": "Space"}
_CITE, _NOTE = "Cite", "Note"
_BREAKS: Final = ("Space", "SoftBreak", "LineBreak")
_DESCRIBES: Final = frozenset({"bibliography", "references", "nocite", "csl", "lang", "citation-abbreviations"})
"""Fields of the metadata that tell how to cite, and are no text of the document."""


def node(tag: str, content: object) -> Node:
    """An element."""
    return {"t": tag, "c": content}


def tag(value: object) -> str:
    """The tag of an element; "" for what is none."""
    return str(value.get("t", "")) if isinstance(value, dict) else ""


def is_space(value: object) -> bool:
    """True of white space between words."""
    return tag(value) in _BREAKS


@dataclass(frozen=True)
class Tree:
    """A document. ``meta`` is its metadata, ``blocks`` its text, ``version`` that of pandoc's types."""

    meta: Mapping[str, Any]
    blocks: Nodes
    version: object

    @classmethod
    def read(cls, text: str, path: str = "") -> Tree:
        """The document in pandoc's JSON.

        Raises:
            InputError: it is none.
        """
        hint = "pandoc writes it: pandoc essay.md -t json"
        try:
            data = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise InputError(f"is no JSON of pandoc's: {error}", path=path, hint=hint) from error
        if not isinstance(data, dict) or not isinstance(data.get("blocks"), list) or "pandoc-api-version" not in data:
            raise InputError("is no JSON of pandoc's", path=path, hint=hint)
        meta = data.get("meta")
        return cls(meta if isinstance(meta, dict) else {}, data["blocks"], data["pandoc-api-version"])

    def write(self) -> str:
        """The document as pandoc reads it."""
        data = {"pandoc-api-version": self.version, "meta": self.meta, "blocks": self.blocks}
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))

    def cites(self) -> Iterator[Found]:
        """Every citation in the order of the document, that of its metadata (title, abstract) first."""
        counted = _Counted()
        for name, value in self.meta.items():
            if name not in _DESCRIBES:
                yield from counted.cites(value, 0)
        yield from counted.cites(self.blocks, 0)

    def changed(self, change: Change) -> Tree:
        """The document with every list of inlines or blocks changed; ``change`` is told where it is.

        What stands inside a citation is left as it is.
        """
        meta = {name: value if name in _DESCRIBES else _changed(value, change) for name, value in self.meta.items()}
        return Tree(meta, _changed(self.blocks, change), self.version)


@dataclass(frozen=True)
class Found:
    """A citation where it stands.

    ``note`` is the number of its note, 0 in the text; ``before``, how many notes and citations in the text it has
    before it.
    """

    node: Node
    note: int
    before: int

    @property
    def citations(self) -> list[Mapping[str, Any]]:
        """What it cites, item by item."""
        return [one for one in self.node["c"][0] if isinstance(one, dict)]


class _Counted:
    """Counts what becomes a note in a style of notes, as it is met."""

    def __init__(self) -> None:
        self.notes = 0

    def cites(self, value: object, note: int) -> Iterator[Found]:
        if isinstance(value, list):
            for one in value:
                yield from self.cites(one, note)
        elif isinstance(value, dict):
            kind = tag(value)
            if kind == _CITE:
                yield Found(value, note, self.notes)
                self.notes += not note
                return
            if kind == _NOTE:
                self.notes += 1
                note = self.notes
            for one in [value["c"]] if "c" in value else [] if kind else value.values():
                yield from self.cites(one, note)


def _changed(value: Any, change: Change, place: Place = Place.TEXT) -> Any:
    if isinstance(value, list):
        listed = change(value, place) if value and all(map(tag, value)) else value
        # Only what a note begins with is where it begins.
        later = Place.NOTE if place is Place.NOTE_BEGINS else place
        return [_changed(one, change, later if at else place) for at, one in enumerate(listed)]
    if not isinstance(value, dict) or tag(value) == _CITE:
        return value
    if not tag(value):
        return {name: _changed(one, change, place) for name, one in value.items()}
    inside = Place.NOTE_BEGINS if tag(value) == _NOTE else place
    return {**value, "c": _changed(value["c"], change, inside)} if "c" in value else value


def plain(value: object) -> str:
    """The words of an element or a list of them, without notes."""
    if isinstance(value, list):
        return "".join(map(plain, value))
    kind = tag(value)
    if not isinstance(value, dict) or kind == _NOTE:
        return ""
    if kind in _BREAKS:
        return " "
    content = value.get("c", "")
    if isinstance(content, str):
        return content
    if kind in ("Code", "Math", "RawInline"):
        return str(content[-1])
    if kind == "Quoted":
        marks = "‘’" if tag(content[0]) == "SingleQuote" else "“”"
        return f"{marks[0]}{plain(content[1])}{marks[1]}"
    if kind in ("Link", "Image", "Span", _CITE):
        return plain(content[1])
    return plain(content)
