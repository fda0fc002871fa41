"""HTML: text, values of attributes, and character references both ways (WHATWG HTML, 13.1.4 and 13.2.5.80)."""

from __future__ import annotations

import html
import re
from typing import Final

REFERENCE: Final = re.compile(r"&(?:#(?P<number>[0-9]+|[xX][0-9a-fA-F]+)|[A-Za-z][A-Za-z0-9]{1,31});?")
"""A character reference, or what looks like one."""

_MAX_DIGITS: Final = 16
"""Python refuses to read numbers of thousands of digits; no character has more than seven."""
_NOT_A_CHARACTER: Final = "\ufffd"


def text(text: str) -> str:
    """``text`` as content of an element; of what HTML calls text only ``&``, ``<`` and ``>`` mean something."""
    return html.escape(text, quote=False)


def attribute(text: str) -> str:
    """``text`` as the value of an attribute in quotation marks of either kind."""
    return html.escape(text, quote=True)


def reference(char: str) -> str:
    """A numeric reference to one character, in ASCII."""
    return f"&#{ord(char)};"


def unescape(text: str) -> str:
    """``text`` with its character references decoded.

    A reference to a control character is decoded to nothing, one to a number that is no character to U+FFFD; what
    only looks like a reference stays.
    """
    return REFERENCE.sub(_decoded, text) if "&" in text else text


def _decoded(match: re.Match[str]) -> str:
    name, number = match[0], match["number"]
    if number is None:
        return html.unescape(name)
    digits = number.lstrip("xX0")
    if len(digits) > _MAX_DIGITS:
        return _NOT_A_CHARACTER
    return html.unescape(f"&#{'x' if number[0] in 'xX' else ''}{digits or 0};")
