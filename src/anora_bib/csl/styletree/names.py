"""The ``names`` element, whose children may come in any order."""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn, Protocol

from anora_bib.csl.styletree.attributes import Attributes
from anora_bib.csl.styletree.elements import XMLElement
from anora_bib.csl.styletree.nodes import PLAIN, Element, EtAl, Label, Name, Names


class _Refuse(Protocol):
    def __call__(self, message: str, node: XMLElement | None) -> NoReturn: ...


def read_names(
    node: XMLElement,
    element: Callable[[XMLElement, XMLElement], Element],
    label: Callable[[XMLElement], Label],
    refuse: _Refuse,
) -> Names:
    """A ``names`` element; ``element`` reads what its ``substitute`` holds."""
    at = Attributes(node.attributes)
    variables = tuple(at.text("variable").split())
    name: Name | None = None
    et_al: EtAl | None = None
    own_label: Label | None = None
    label_first = False
    substitute: tuple[Element, ...] = ()
    for child in node:
        match child.name:
            case "name":
                name = _name(child)
            case "et-al":
                own = Attributes(child.attributes)
                et_al = EtAl(own.text("term", "et-al"), own.look())
            case "label":
                own_label, label_first = label(child), name is None
            case "substitute":
                substitute = tuple(element(inner, child) for inner in child)
            case "institution":  # CSL-M; institutions are names in one piece
                pass
            case other:
                refuse(f"has an element <{other}>, which CSL does not know in <names>", child)
    return Names(
        variables,
        at.look(),
        at.maybe("delimiter"),
        name,
        et_al,
        own_label,
        label_first and name is not None,
        substitute,
        bare=not node.children,
    )


def _name(node: XMLElement) -> Name:
    at = Attributes(node.attributes)
    parts = {part.get("name"): Attributes(part.attributes).look() for part in node if part.name == "name-part"}
    return Name(at.name_options(), at.look(), parts.get("family", PLAIN), parts.get("given", PLAIN))
