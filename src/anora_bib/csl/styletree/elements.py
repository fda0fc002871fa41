"""Styles and locales as XML elements, read in one pass that knows no DTD and so neither entities nor other files.

The parser is expat of the standard library: it is there at once, where a larger one takes as long to be imported as a
style to be read, and it tells the line of each element, which the errors about a style need.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from typing import Final, NoReturn
from xml.parsers import expat

from anora_bib.errors import InputError

NAMESPACE: Final = "http://purl.org/net/xbiblio/csl"

LANG: Final = "http://www.w3.org/XML/1998/namespace lang"
"""``xml:lang`` among the attributes of an element."""

DEEPEST: Final = 100
"""How many elements may stand inside each other: whatever works on a style goes into its depth by recursion."""

_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
"""Byte order marks, and the encoding that each tells."""

_DECLARED: Final = re.compile(rb"<\?xml\s[^>]*?\bencoding\s*=\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']")
_DECLARATION: Final = re.compile(r"\A<\?xml\s[^>]*\?>")

_AMPERSAND: Final = re.compile(r"&(?:amp|#0*38|#[xX]0*26);")
_REFERENCE: Final = re.compile(r"&(?:#[0-9]{1,6}|#[xX][0-9A-Fa-f]{1,5}|amp|lt|gt|quot);")


class XMLElement:
    """An element of a style: its ``name``, its ``attributes``, its ``children`` and the ``text`` before the first.

    A name is without its namespace if that is the one of CSL, and otherwise ``{namespace}name``, so that nothing of
    another vocabulary is taken for CSL. Comments and processing instructions are left out.
    """

    __slots__ = ("attributes", "children", "line", "name", "text")

    def __init__(self, name: str, attributes: dict[str, str], line: int) -> None:
        self.name = name
        self.attributes = attributes
        self.line = line
        self.text = ""
        self.children: list[XMLElement] = []

    def __iter__(self) -> Iterator[XMLElement]:
        return iter(self.children)

    def get(self, attribute: str, default: str = "") -> str:
        """The value of an attribute, ``default`` if it is not there."""
        return self.attributes.get(attribute, default)

    def find(self, name: str) -> XMLElement | None:
        """The first child of that name, None if there is none."""
        return next((child for child in self.children if child.name == name), None)


def decoded(data: bytes) -> str:
    """The text of an XML file, in the encoding it declares.

    Raises:
        InputError: it is not in that encoding, or the encoding is unknown.
    """
    mark = next((name for sign, name in _MARKS if data.startswith(sign)), "")
    declared = _DECLARED.match(data)
    encoding = mark or (declared[1].decode("ascii") if declared else "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"is not XML: not {encoding}", line=data.count(b"\n", 0, error.start) + 1) from None
    except (LookupError, ValueError):
        raise InputError(f"is not XML: its encoding {encoding!r} is unknown", line=1) from None


def undeclared(xml: str) -> str:
    """The text with its XML declaration blanked: what that says of the encoding is no longer so."""
    return _DECLARATION.sub(lambda match: " " * len(match[0]), xml, count=1)


def read_xml(xml: str) -> XMLElement:
    """The root of a document.

    Raises:
        InputError: it is not XML, declares a document type, or nests without end; with line and column, and no path.
    """
    parser = expat.ParserCreate("utf-8", " ")
    parser.buffer_text = True
    top = XMLElement("", {}, 0)
    open_ones = [top]
    names: dict[str, str] = {}

    def start(tag: str, attributes: dict[str, str]) -> None:
        name = names.get(tag)
        if name is None:
            namespace, _, own = tag.rpartition(" ")
            name = names[tag] = own if namespace == NAMESPACE else f"{{{namespace}}}{own}"
        element = XMLElement(name, attributes, parser.CurrentLineNumber)
        open_ones[-1].children.append(element)
        open_ones.append(element)
        if len(open_ones) > DEEPEST:
            raise InputError(f"has elements nested more than {DEEPEST} deep", line=element.line)

    def end(_tag: str) -> None:
        open_ones.pop()

    def text(data: str) -> None:
        if not open_ones[-1].children:
            open_ones[-1].text += data

    def doctype(*_declared: object) -> NoReturn:
        message = "declares a document type (DTD), which no style needs and we do not read"
        raise InputError(message, line=parser.CurrentLineNumber)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(xml.encode("utf-8", "surrogatepass"), True)  # which expat refuses, with its place
    except expat.ExpatError as error:
        message = f"is not XML: {expat.ErrorString(error.code)}"
        raise InputError(message, line=error.lineno, column=error.offset + 1) from None
    if _AMPERSAND.search(xml):
        _resolve(top)
    return top.children[0]


def _resolve(element: XMLElement) -> None:
    """Read the character references that are left: some styles escape them twice, "&amp;#160;"."""
    element.text = _resolved(element.text)
    element.attributes = {name: _resolved(value) for name, value in element.attributes.items()}
    for child in element.children:
        _resolve(child)


def _resolved(text: str) -> str:
    return _REFERENCE.sub(lambda match: unescape(match[0]), text) if "&" in text else text


@lru_cache(maxsize=4)
def parsed(xml: str) -> XMLElement:
    """The same, remembered: a style is parsed when it is loaded, and read when it is first used."""
    return read_xml(xml)
