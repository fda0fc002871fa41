"""Data of a program in a file that is called text: pages send it along (``1:["$","div",null,{"children":...}]``)."""

from __future__ import annotations

import re
from typing import Final

_JOINT: Final = re.compile(r"\"\s?[:,]\s?\\?[\"\[{]|\"\s?:\s?(?:true|false|null)\b|[\]}],[\"\[{]|[{\[]\\?\"")
"""What stands between two values of JSON, or before the first."""
_FEWEST: Final = 8
_APART: Final = 40
"""Characters of prose for each joint, on the average, from which on the joints are those of examples in a text."""


def is_data(text: str) -> bool:
    """Whether a whole text is written for a program: names, values and what joins them, at every turn.

    >>> is_data('{"name": "Roe", "works": ["Docks", "Tides"], "open": true}' * 3)
    True
    >>> is_data('Roe says "docks", "tides" and "lamps"; nobody else does.')
    False
    """
    if '"' not in text:
        return False
    joints = sum(1 for _ in _JOINT.finditer(text))
    return joints >= _FEWEST and joints * _APART > len(text)
