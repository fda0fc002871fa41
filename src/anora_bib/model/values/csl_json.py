"""The values of CSL-JSON, whatever a file or a program gives: text and numbers as text, and a word for all others."""

from __future__ import annotations

import json
from collections.abc import Mapping
from math import isfinite
from typing import Final

_MOST_BITS: Final = 10_000
"""Bits of a number that has a text: Python makes none of a number of more than 4,300 digits."""

_MOST_EXACT: Final = 1e15
"""Below it a whole number that was written with a point, ``3.0``, is exact as a float."""


def text_of(value: object) -> str | None:
    """Text, or a number as text; None for anything else."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return str(value) if value.bit_length() <= _MOST_BITS else None
    if isinstance(value, float) and isfinite(value):
        return str(int(value)) if value.is_integer() and abs(value) < _MOST_EXACT else str(value)
    return None


def is_true(value: object) -> bool:
    """Whether a flag is set: some programs write ``1``, ``"true"`` or ``"0"``."""
    return bool(value) and value not in ("0", "false")


def kind(value: object) -> str:
    """What a value is, for a message: never its Python form."""
    if isinstance(value, Mapping):
        return "an object"
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return "text"
    return "null" if value is None else "a number" if isinstance(value, int | float) else "a value"


def as_json(value: object) -> str:
    """A value as JSON, for what is to be kept and has no other place."""
    try:
        return json.dumps(value, ensure_ascii=False, default=kind)
    except (RecursionError, ValueError):  # nested without end, or a number without a text
        return kind(value)
