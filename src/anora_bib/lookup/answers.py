"""Reading untrusted JSON: a value of the wrong kind counts as missing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from anora_bib.errors import InputError


def mapping(value: object) -> Mapping[str, object]:
    """``value`` if it is a mapping, otherwise an empty one."""
    return cast(Mapping[str, object], value) if isinstance(value, Mapping) else {}


def string(value: object) -> str:
    """``value`` with its white space as single spaces if it is a string, otherwise ""."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def strings(value: object) -> list[str]:
    """The strings of a list; of a lone string, that one."""
    items = value if isinstance(value, list) else [value]
    return [text for item in items if (text := string(item))]


def mappings(value: object) -> list[Mapping[str, object]]:
    """The items of ``value`` if it is a list, with {} for each that is not a mapping; otherwise []."""
    return [mapping(item) for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


def works(value: object, service: str) -> list[Mapping[str, object]]:
    """The works in the list ``value``; those that are no JSON object are left out.

    Raises:
        InputError: it is no list, so this is not an answer of the service's search.
    """
    if not isinstance(value, list):
        raise InputError(
            "answers with JSON that is no list of works", path=service, hint="its interface may have changed"
        )
    return mappings(value)
