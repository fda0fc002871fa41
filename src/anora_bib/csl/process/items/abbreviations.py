"""Lists of abbreviations, as Zotero and Jurism keep them, for what a style asks the short form of.

A list is JSON, ``{"default": {"container-title": {"Journal of Film": "J. Film"}}}``: a jurisdiction, a category, and
the short form of each text. Zotero's own list has its texts in small letters without articles and punctuation.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from os import PathLike
from pathlib import Path
from typing import Final, Self

from anora_bib.csl.compile.item import Ref
from anora_bib.csl.styletree.queries import short_form_of
from anora_bib.errors import InputError

_VARIABLES: Final[Mapping[str, tuple[str, ...]]] = {
    "container-title": ("container-title", "collection-title", "archive"),
    "collection-title": ("collection-title",),
    "title": ("title", "container-title", "collection-title", "genre", "medium", "event-title", "event"),
    "place": ("publisher-place", "event-place", "archive-place", "original-publisher-place", "jurisdiction"),
    "institution-entire": ("publisher", "authority"),
    "institution-part": ("publisher", "authority"),
    "number": ("call-number", "number", "edition"),
}
"""The variables that each category speaks of; any other category is the name of its variable."""

_SMALL: Final = re.compile(r"\b(?:and|et|y|und|l[ae]|the|[ld]')(?:\b|(?<='))|[!-,./:-@\[-`\\{-~]", re.IGNORECASE)
"""What counts for nothing where texts are compared, as Zotero has it: articles, "and", and punctuation but hyphens."""


class Abbreviations:
    """The short forms of texts, by variable."""

    def __init__(self, lists: Mapping[str, object]) -> None:
        """Take the lists of all jurisdictions, "default" before others.

        Raises:
            InputError: they are not in the shape of such lists.
        """
        self._short: dict[str, dict[str, str]] = {}
        for category, text, short in _listed(lists):
            for variable in _VARIABLES.get(category, (category,)):
                for key in (text, _folded(text)):
                    self._short.setdefault(variable, {}).setdefault(key, short)

    @classmethod
    def load(cls, path: str | PathLike[str]) -> Self:
        """The lists in a JSON file.

        Raises:
            InputError: it cannot be read, is not JSON, or is not in the shape of such lists.
        """
        try:
            lists = json.loads(Path(path).read_text("utf-8-sig"))
        except (OSError, ValueError) as error:
            raise InputError(f"cannot be read as a list of abbreviations: {error}", path=str(path)) from None
        if not isinstance(lists, Mapping):
            raise InputError("is not a list of abbreviations", path=str(path), hint="it is a JSON object")
        return cls(lists)

    def short(self, variable: str, text: str) -> str:
        """The short form of the text of a variable, "" if there is none."""
        known = self._short.get(variable)
        return (known.get(text) or known.get(_folded(text), "")) if known else ""

    def apply(self, ref: Ref) -> None:
        """Give an item the short forms of what it has; a list comes before what the item says itself."""
        for variable in self._short:
            text = ref.text.get(variable)
            if text and (short := self.short(variable, text)):
                ref.text[short_form_of(variable)] = short


def _listed(lists: Mapping[str, object]) -> Iterator[tuple[str, str, str]]:
    """Each category, text and short form."""
    for jurisdiction in sorted(lists, key=lambda name: name != "default"):
        categories = lists[jurisdiction]
        if jurisdiction == "info":
            continue  # Zotero's file says here what it is.
        if not isinstance(categories, Mapping):
            raise InputError(f"the abbreviations of {jurisdiction!r} are no JSON object")
        for category, texts in categories.items():
            if not isinstance(texts, Mapping):
                raise InputError(f"the abbreviations of {jurisdiction!r}, {category!r} are no JSON object")
            for text, short in texts.items():
                if isinstance(short, str) and short:
                    yield str(category), str(text), short


def _folded(text: str) -> str:
    return " ".join(_SMALL.sub("", text).casefold().split())
