"""References read as a style would have printed them: into items that it can print again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from anora_bib.identify.probing.probes import Item
from anora_bib.identify.reading.name_lists import SAME, NameForm, read_names
from anora_bib.identify.reading.templates import DATES, NAMES, Aligner, Template
from anora_bib.model.values.date_reading import read_date

_YEAR = re.compile(r"(\d{4})[a-z]\b")
_DOTTED = re.compile(r"([0-3]?\d)\. ?([01]?\d)\. ?(\d{4})")
_OPENING: Final = "([\"'"
_CLOSING: Final = ")]\"'"


class Reading:
    """An item as it was read, and what it cost to read it so."""

    __slots__ = ("cost", "item")

    def __init__(self, item: dict[str, object], cost: float) -> None:
        self.item = item
        self.cost = cost


def read(aligner: Aligner, type: str, template: Template, forms: Mapping[str, NameForm]) -> Reading:
    """The item in a reference, by the template of a probe of that type."""
    cost, values = aligner.read(template)
    item: dict[str, object] = {"type": type}
    for variable, text in values.items():
        value = _value(variable, text, forms)
        if value:
            item[variable] = value
    for address in aligner.addresses:
        # One that no slot took is what it is all the same: the probe behind the template had none.
        if not any(address in text for text in values.values()):
            name = "DOI" if "10." in address and ("doi.org/" in address or address.startswith("10.")) else "URL"
            if found := _value(name, address, forms):
                item.setdefault(name, found)
    return Reading(item, cost)


def _value(variable: str, text: str, forms: Mapping[str, NameForm]) -> object:
    if variable in NAMES:
        form = forms.get(variable) or forms.get("author")
        return read_names(text, form) if form is not None else [{"literal": text}]
    if variable in DATES:
        return _date(_YEAR.sub(r"\1", text.strip(" .,;()[]")))
    if variable == "DOI":
        return text[text.find("10.") :] if "10." in text else None
    if variable == "URL":
        return text if text.startswith("http") else None
    return _balanced(text.strip(" ,;:"))


def _date(text: str) -> object:
    """A date; as it is printed where it cannot be read."""
    if dotted := _DOTTED.fullmatch(text):
        day, month, year = map(int, dotted.groups())
        return {"date-parts": [[year, month, day]]}
    date = read_date(text).date
    if date.parts:
        return {"date-parts": [list(part) for part in date.parts]}
    return {"literal": text} if any(char.isdigit() for char in text) else None


def _balanced(text: str) -> str:
    """Text without the quotation marks around it, and without a bracket or mark at an end that has no partner in it."""
    for mark in ('"', "'"):
        if text.startswith(mark) and text.endswith(mark) and text.count(mark) == 2:
            text = text.strip(mark).strip(" ,;")
    for opening, closing in zip(_OPENING, _CLOSING, strict=True):
        if opening == "'":
            continue
        if text.count(opening) + (opening != closing) * text.count(closing) == 1:
            text = text.removeprefix(opening).removesuffix(closing)
    return text.strip()


def numbered(readings: Sequence[Reading]) -> list[Item]:
    """The items of a list, each with an id; a dash in place of names stands for those of the item before."""
    items: list[Item] = []
    before: Mapping[str, object] = {}
    for number, reading in enumerate(readings):
        item = {"id": str(number), **reading.item}
        for variable in NAMES & item.keys():
            if item[variable] == SAME:
                item[variable] = before.get(variable, [])
        items.append(item)
        before = item
    return items
