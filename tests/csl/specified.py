"""Styles rewritten so that citeproc-js, too, does with them what the specification says.

In two places a style alone can make it do so, and there its answer to the style as it stands says nothing about ours
(see the ledger of divergences):

- a label is rendered only if its variable is not empty: here it is asked for under a condition that says so;
- a localized date is formatted as its element says: here a group around it says so.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET  # the styles are those of a package, not of a user
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from anora_bib.csl.compile.elements.numbers import NUMBERS

_NS: Final = "{http://purl.org/net/xbiblio/csl}"
_FORMATTING: Final = ("font-style", "font-variant", "font-weight", "text-decoration", "vertical-align")


def as_specified(style: Path, folder: Path) -> Path:
    """The style rewritten, as a file of the same name in ``folder``; it has the same text if nothing needs it."""
    ET.register_namespace("", _NS[1:-1])
    root = ET.fromstring(style.read_text("utf-8"))  # noqa: S314 - see above
    for parent in list(root.iter()):
        if parent.tag not in (f"{_NS}names", f"{_NS}locale"):
            for at, child in enumerate(list(parent)):
                _rewrite(parent, at, child)
    folder.mkdir(parents=True, exist_ok=True)
    written = folder / style.name
    written.write_text(ET.tostring(root, "unicode"), "utf-8")
    return written


def _rewrite(parent: ET.Element, at: int, child: ET.Element) -> None:
    if child.tag == f"{_NS}label" and (variables := " ".join(_spoken_of(parent, at, child))):
        choose = ET.Element(f"{_NS}choose")
        ET.SubElement(choose, f"{_NS}if", variable=variables, match="any").append(child)
        parent[at] = choose
    elif child.tag == f"{_NS}date" and child.get("form") and any(name in child.attrib for name in _FORMATTING):
        group = ET.Element(
            f"{_NS}group", {name: child.attrib.pop(name) for name in _FORMATTING if name in child.attrib}
        )
        group.append(child)
        parent[at] = group


def _spoken_of(parent: ET.Element, at: int, label: ET.Element) -> Iterator[str]:
    """The variables of which a label may speak: its own, and that of the number beside it."""
    own = label.get("variable", "")
    if own not in NUMBERS:
        return
    yield own
    printed = [_number(element) for element in parent]
    if own not in printed:
        yield from ([name for name in printed[at + 1 : at + 2] if name] or printed[max(at - 1, 0) : at])[:1]


def _number(element: ET.Element) -> str:
    name = element.get("variable", "") if element.tag in (f"{_NS}text", f"{_NS}number") else ""
    return name if name in NUMBERS else ""
