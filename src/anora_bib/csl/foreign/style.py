"""A style made ready for citeproc-py."""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import escape, quoteattr

from anora_bib.csl.styletree.elements import LANG, NAMESPACE, XMLElement, parsed

_INITIALS: Final = "initialize-with"
_INHERITED_FROM: Final = ("style", "citation", "bibliography")


def initials_made_plain(xml: str) -> bytes:
    """The style with ``initialize-with`` only on the names it is for.

    citeproc-py does not know ``initialize="false"`` ("keep given names whole"), by which MLA and Chicago override the
    ``initialize-with`` of the whole style; it inherits that attribute only, and would print "Fisher, M." for both.
    What belongs to another vocabulary than CSL is left out.

    Raises:
        InputError: the style is not XML, or declares a document type.
    """
    root = parsed(xml)
    return _written(root, None, on_names_only=_keeps_names_whole(root)).encode("utf-8")


def _keeps_names_whole(element: XMLElement) -> bool:
    """True if some name below keeps given names whole."""
    return (element.name == "name" and element.get("initialize") == "false") or any(map(_keeps_names_whole, element))


def _written(element: XMLElement, initials: str | None, *, on_names_only: bool) -> str:
    """An element as XML; ``initials`` is the ``initialize-with`` that it inherits."""
    said = dict(element.attributes)
    if element.name in _INHERITED_FROM:
        initials = said.get(_INITIALS, initials)
        if on_names_only:
            said.pop(_INITIALS, None)
    elif element.name == "name":
        initials = said.pop(_INITIALS, initials)
        if initials is not None and said.get("initialize") != "false":
            said[_INITIALS] = initials
    if element.name == "style":
        said["xmlns"] = NAMESPACE
    if LANG in said:
        said["xml:lang"] = said.pop(LANG)
    # A space parts the namespace of an attribute from its name.
    attributes = "".join(f" {name}={quoteattr(value)}" for name, value in said.items() if " " not in name)
    own = [child for child in element if not child.name.startswith("{")]
    inside = "".join(_written(child, initials, on_names_only=on_names_only) for child in own)
    return f"<{element.name}{attributes}>{escape(element.text)}{inside}</{element.name}>"
