"""The standard number of a record, where one tag holds ISBN, ISSN and report number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.formats.tagged.tags import ARTICLES

_ISBN: Final = re.compile(r"(?:97[89][ -]?)?(?:\d[ -]?){9}[\dXx]")
_ISSN: Final = re.compile(r"\d{4}-?\d{3}[\dXx]")


def standard_number(text: str) -> str:
    """ISBN or ISSN, by the shape of the number; "" for neither. Check digits are not asked: a misprint is one too."""
    if _ISSN.fullmatch(text):
        return "ISSN"
    return "ISBN" if _ISBN.fullmatch(text) else ""


def standard_numbers(text: str, other: str, type: str) -> Iterator[tuple[str, str]]:
    """Variable and value of each number in a text.

    Args:
        text: what the record has, one number or several.
        other: the variable that a text of neither shape is, for items of this type; "" if there is none.
        type: the CSL type.
    """
    if shape := standard_number(text):
        yield shape, text
        return
    numbers = re.split(r"[\s,;]+", text)
    shapes = [standard_number(number) for number in numbers]
    if all(shapes):
        yield from zip(shapes, numbers, strict=True)
    else:  # "0028-0836 (Print) 1476-4687 (Electronic)" and the like stay whole
        shape = next(filter(None, shapes), "") or other
        yield shape or ("ISSN" if type in ARTICLES else "ISBN"), text
