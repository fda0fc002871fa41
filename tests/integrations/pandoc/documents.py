"""Documents in pandoc's JSON, made without pandoc."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from anora_bib.integrations.pandoc.tree import SPACE, Node, Nodes, Tree, node

BIB = """@book{doe2001, author = {Doe, Ann}, title = {Night Trains}, publisher = {Verso}, address = {London},
  year = 2001, ids = {doe-old}}
@article{roe2002, author = {Roe, Bo and Doe, Ann}, title = {Lamps}, journal = {Journal of Film}, year = 2002,
  pages = {3--9}, volume = 4}
"""


def words(text: str) -> Nodes:
    """Plain words as inlines."""
    out: Nodes = []
    for number, part in enumerate(text.split(" ")):
        out += [SPACE] * bool(number)
        out += [node("Str", part)] if part else []
    return out


def cite(*cites: str | tuple[str, str, str], mode: str = "NormalCitation") -> Node:
    """A citation of keys, each alone or with what stands before and behind it; the mode is that of the first."""
    listed = []
    for number, one in enumerate(cites):
        prefix, key, suffix = ("", one, "") if isinstance(one, str) else one
        listed.append(
            {
                "citationId": key,
                "citationPrefix": words(prefix) if prefix else [],
                "citationSuffix": words(suffix) if suffix else [],
                "citationMode": {"t": "NormalCitation" if number else mode},
                "citationNoteNum": 1,
                "citationHash": 0,
            }
        )
    return node("Cite", [listed, [node("Str", "[...]")]])


def para(*parts: str | Node) -> Node:
    """A paragraph of words and elements."""
    return node("Para", [one for part in parts for one in (words(part) if isinstance(part, str) else [part])])


def note(*parts: str | Node) -> Node:
    return node("Note", [para(*parts)])


def text(value: str) -> dict[str, Any]:
    """A field of the metadata."""
    return node("MetaInlines", words(value))


def document(*blocks: Node, meta: Mapping[str, Any] | None = None, library: str = "refs.bib") -> Tree:
    fields = {"bibliography": text(library)} if library else {}
    return Tree({**fields, **(meta or {})}, [*blocks], [1, 22])


def shown(value: object, notes: Sequence[str] = ()) -> str:
    """The words of elements, each note in braces where its sign stands, and emphasis in asterisks."""
    if isinstance(value, list):
        return "".join(map(shown, value))
    if not isinstance(value, dict) or "t" not in value:
        return ""
    kind, content = value["t"], value.get("c")
    if kind in ("Space", "SoftBreak"):
        return " "
    if kind in ("Str", "Math"):
        return str(content if kind == "Str" else content[-1])  # type: ignore[index]
    if kind in ("Link", "Span", "Cite", "Quoted", "Div"):
        return shown(content[1])  # type: ignore[index]
    around = {"Note": ("{", "}"), "Emph": ("*", "*"), "Strong": ("**", "**")}.get(kind, ("", ""))
    return shown(content).join(around)
