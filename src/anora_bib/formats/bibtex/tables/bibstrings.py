"""Localization keys of biblatex (manual, section 4.9.2), which values may hold in place of words, in English.

Only those that stand in values of fields (``type``, ``pubstate``, ``series``, ``location`` of patents) are here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_WORDS: Final[Mapping[str, str]] = {
    "mathesis": "Master’s thesis", "phdthesis": "PhD thesis", "candthesis": "Candidate thesis",
    "bathesis": "Bachelor’s thesis", "techreport": "technical report", "resreport": "research report",
    "software": "computer software", "datacd": "data CD", "audiocd": "audio CD",
    "patent": "patent", "patentde": "German patent", "patenteu": "European patent", "patentfr": "French patent",
    "patentuk": "British patent", "patentus": "U.S. patent", "patreq": "patent request",
    "patreqde": "German patent request", "patreqeu": "European patent request", "patreqfr": "French patent request",
    "patrequk": "British patent request", "patrequs": "U.S. patent request",
    "countryde": "Germany", "countryeu": "European Union", "countryep": "European Union", "countryfr": "France",
    "countryuk": "United Kingdom", "countryus": "United States of America",
    "inpreparation": "in preparation", "submitted": "submitted", "forthcoming": "forthcoming", "inpress": "in press",
    "prepublished": "pre-published",
    "jourser": "series", "newseries": "new series", "oldseries": "old series",
    "edition": "edition", "volume": "volume", "volumes": "volumes", "number": "number", "chapter": "chapter",
    "page": "page", "pages": "pages", "part": "part", "section": "section", "version": "version",
    "in": "in", "of": "of", "and": "and", "andothers": "et al.", "nodate": "no date", "circa": "circa",
    "editor": "editor", "editors": "editors", "translator": "translator", "translators": "translators",
    "january": "January", "february": "February", "march": "March", "april": "April", "may": "May", "june": "June",
    "july": "July", "august": "August", "september": "September", "october": "October", "november": "November",
    "december": "December", "spring": "Spring", "summer": "Summer", "autumn": "Autumn", "winter": "Winter",
}  # fmt: skip


_TYPES: Final[Mapping[str, str]] = {_WORDS[key]: key for key in reversed(list(_WORDS)[: list(_WORDS).index("jourser")])}


def key_of(words: str) -> str:
    """The key of a type or a state of publication, printed in the language of the document; "" for none."""
    return _TYPES.get(words, "")


def localized(text: str) -> str:
    """The words that a localization key stands for; any other text as it is."""
    return _WORDS.get(text, text)
