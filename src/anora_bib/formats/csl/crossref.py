"""Works as the API of Crossref has them (https://api.crossref.org/swagger-ui/): lists where CSL has text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_NAMES: Final = {"short-container-title": "container-title-short", "original-title": "original-title",
                 "short-title": "title-short", "article-number": "number", "edition-number": "edition"}  # fmt: skip
_LISTS: Final = frozenset(
    "title subtitle container-title short-container-title original-title short-title ISSN ISBN subject".split()
)
"""Texts that Crossref gives as lists."""


def is_crossref(item: Mapping[str, object]) -> bool:
    """True if the item has a list where an item of CSL never has one."""
    return any(isinstance(item.get(name), list) for name in _LISTS)


def as_csl(item: Mapping[str, object]) -> dict[str, object]:
    """The work as an item of CSL, its type as it was."""
    out: dict[str, object] = {}
    for name, value in item.items():
        plain = _joined(name, value) if name in _LISTS and isinstance(value, list) else value
        if plain == [] or plain == "":
            continue
        out.setdefault(_NAMES.get(name, name), plain)
    _add_subtitle(out)
    _add_event(out)
    _add_institution(out)
    if "subject" in out and "keyword" not in out:
        out["keyword"] = out.pop("subject")
    return out


def _joined(name: str, values: list[object]) -> object:
    texts = [value for value in values if isinstance(value, str) and value]
    if len(texts) != len(values):
        return values
    if name == "subtitle":
        return ": ".join(texts)
    # A second title is the title in another language, and a second container its series.
    return texts[0] if len(texts) == 1 else (" " if name == "ISBN" else ", ").join(texts)


def _add_subtitle(item: dict[str, object]) -> None:
    title, subtitle = item.get("title"), item.get("subtitle")
    if isinstance(title, str) and isinstance(subtitle, str):
        del item["subtitle"]
        if subtitle.lower() not in title.lower():
            item["title"] = f"{title}: {subtitle}"


def _add_event(item: dict[str, object]) -> None:
    event = item.get("event")
    if not isinstance(event, Mapping):
        return
    rest = dict(event)
    for theirs, ours in (("name", "event-title"), ("location", "event-place")):
        if isinstance(rest.get(theirs), str) and ours not in item:
            item[ours] = rest.pop(theirs)
    if rest:
        item["event-data"] = rest
    del item["event"]


def _add_institution(item: dict[str, object]) -> None:
    """The institution of a thesis or report, where no publisher is named."""
    listed = item.get("institution")
    first = listed[0] if isinstance(listed, list) and listed else None
    if isinstance(first, Mapping) and isinstance(first.get("name"), str) and "publisher" not in item:
        item["publisher"] = first["name"]
