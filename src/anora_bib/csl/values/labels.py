"""The labels that a value itself may carry: ``p. 3``, ``sec. 4``."""

from __future__ import annotations

from typing import Final

from anora_bib import language

_BY_TERM: Final = language.locator_abbreviations()

LABELS: Final = {label: term for term, label in _BY_TERM.items()} | {"pp.": "page"}
"""What may be typed before a number inside a value, and the term it stands for."""

ABBREVIATIONS: Final = {**_BY_TERM, "sub verbo": _BY_TERM["sub-verbo"]}
"""The other way round: how a term would be typed before a number."""
