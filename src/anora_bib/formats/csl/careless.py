"""Items that are nearly CSL-JSON: names of variables in other letters, and parts of names in other words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from anora_bib.model.values.csl import VARIABLES
from anora_bib.model.values.names import PARTS

_VARIABLES: Final = {
    **{name.lower().replace("_", "-"): name for name in (*VARIABLES, "id", "type", "custom")},
    "pages": "page", "journal": "container-title", "journal-title": "container-title",
    "journaltitle": "container-title", "publication-title": "container-title", "booktitle": "container-title",
    "book-title": "container-title", "authors": "author", "editors": "editor", "translators": "translator",
    "date": "issued", "published": "issued", "keywords": "keyword", "place": "publisher-place",
    "address": "publisher-place", "link": "URL", "access-date": "accessed", "accessdate": "accessed",
    "urldate": "accessed", "short-title": "title-short",
}  # fmt: skip
_PARTS: Final = {
    "last": "family", "lastname": "family", "surname": "family", "familyname": "family", "first": "given",
    "firstname": "given", "forename": "given", "givenname": "given", "particle": "non-dropping-particle",
    "name": "literal", "fullname": "literal", "full-name": "literal", "displayname": "literal",
    **{part.replace("-", ""): part for part in PARTS},
}  # fmt: skip
_CAPITAL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")


_DATED: Final = {"date_parts": "date-parts", "dateparts": "date-parts"}


def with_date_parts(date: object) -> object:
    """A date with its parts as CSL calls them."""
    if not isinstance(date, Mapping) or not any(str(key).lower() in _DATED for key in date):
        return date
    return {_DATED.get(str(key).lower(), key): value for key, value in date.items()}


def with_variables(item: Mapping[str, object]) -> Mapping[str, object]:
    """The item with its variables named as CSL does; of two that mean one variable the one of that name counts."""
    if all(name in _KNOWN for name in item):
        return item
    out: dict[str, object] = {name: value for name, value in item.items() if name in _KNOWN}
    for name, value in item.items():
        if name not in _KNOWN:
            variable = _variable(name)
            out[variable if variable and variable not in out else name] = value
    _add_year(out)
    return out


_KNOWN: Final = frozenset({*VARIABLES, "id", "type", "custom"})


def _variable(name: str) -> str:
    plain = name.replace("_", "-").replace(" ", "-")
    return _VARIABLES.get(plain.lower()) or _VARIABLES.get(_CAPITAL.sub("-", plain).lower(), "")


def _add_year(item: dict[str, object]) -> None:
    """A year, perhaps with month and day, that stands where BibTeX has it."""
    year = item.get("year")
    if "issued" in item or not isinstance(year, int | str) or isinstance(year, bool) or year == "":
        return
    parts = {part: item.pop(part) for part in ("year", "month", "day") if part in item}
    item["issued"] = parts


def with_parts(name: Mapping[str, object]) -> Mapping[str, object]:
    """A name with its parts as CSL calls them; what says nothing is left out."""
    if all(key in PARTS for key in name):
        return name
    out: dict[str, object] = {key: value for key, value in name.items() if key in PARTS}
    for key, value in name.items():
        if key not in PARTS:
            part = _PARTS.get(key.lower().replace("_", "").replace("-", ""), "")
            spare = part == "literal" and bool(out.get("family"))
            out[part if part and part not in out and not spare else key] = value
    return out
