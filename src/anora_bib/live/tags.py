"""Tags of HTML around and among the words of an essay: which are inline, and which of a stretch are closed in it."""

from __future__ import annotations

import re
from typing import Final

TAG: Final = re.compile(
    r"<(?P<end>/?)(?P<name>[a-zA-Z][\w-]{0,20})(?P<rest>(?:[^<>\"']|\"[^\"<>]{0,2000}\"|'[^'<>]{0,2000}'){0,400})>"
)
INLINE: Final = frozenset("a b big cite code em font i q s small span strong sub sup u".split())
"""Elements that stand among words; ``br`` and ``wbr``, which hold nothing, aside."""
_VOID: Final = frozenset("area base br col embed hr img input link meta source track wbr".split())


def unpaired(source: str) -> tuple[list[str], list[str]]:
    """The names of the elements that a stretch closes and has not opened, and of those that it opens and leaves open.

    Both are in the order of the text.
    """
    closing: list[str] = []
    opening: list[str] = []
    for found in TAG.finditer(source):
        name = found["name"].lower()
        if name in _VOID or found["rest"].endswith("/"):
            continue
        if not found["end"]:
            opening.append(name)
        elif opening and opening[-1] == name:
            opening.pop()
        else:
            closing.append(name)
    return closing, opening
