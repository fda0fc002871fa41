"""XML from outside as elements: no DTD, no entities, no network, no depth without bound."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element, ParseError
from xml.parsers.expat import ErrorString

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from anora_bib.errors import InputError
from anora_bib.text.characters import collapse

_DEEPEST: Final = 100


def parsed(text: str, path: str) -> Element:
    """The root of an XML text.

    Raises:
        InputError: it is not well-formed, has a DTD with entities, or is nested deeper than any bibliography is.
    """
    # A declaration of another encoding does not hold any more: the text is decoded already.
    bare = text.removeprefix("\ufeff").lstrip()
    bare = bare.partition("?>")[2] if bare.startswith("<?xml") else bare
    try:
        root: Element = fromstring(bare.encode("utf-8"))
    except ParseError as error:
        line = error.position[0] + text.count("\n", 0, len(text) - len(bare))
        raise _refused(f"is not XML: {ErrorString(error.code)}", path, line, error.position[1] + 1) from None
    except DefusedXmlException:
        raise _refused("declares entities, which are not read", path) from None
    _refuse_depth(root, path)
    return root


def _refuse_depth(root: Element, path: str) -> None:
    level, depth = [root], 0
    while level:
        depth += 1
        if depth > _DEEPEST:
            raise _refused("is nested too deeply", path)
        level = [child for element in level for child in element]


def _refused(message: str, path: str, line: int = 1, column: int = 1) -> InputError:
    return InputError(message, path=path, line=line, column=column, hint="export it again")


def text_of(element: Element | None) -> str:
    """All text in an element, white space collapsed; "" for no element."""
    return "" if element is None else collapse("".join(element.itertext()))


def texts(element: Element, path: str) -> Iterator[str]:
    """The text of each element at the path below ``element`` that has any."""
    for one in element.iterfind(path):
        if text := text_of(one):
            yield text


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
