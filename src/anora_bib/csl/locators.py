"""A locator as people type it: "p. 12", "chap. 4", "§ 3", "S. 7"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from anora_bib.csl.locale import Locale
from anora_bib.csl.values.labels import LABELS

TERMS: Final = tuple(
    """act appendix article-locator book chapter column elocation equation figure folio issue line note opus page
    paragraph part rule scene section sub-verbo supplement table timestamp title-locator verse volume""".split()
)
"""The labels that a cite may give to its locator (CSL 1.0.2, appendix IV)."""

_FORMS: Final = ("long", "short", "symbol")
_WORD: Final = r"[^\s\d§¶]+"
_LABELS: Final = (re.compile(rf"{_WORD}\s+{_WORD}(?=[\s\d])"), re.compile(rf"[§¶]{{1,2}}|{_WORD}(?=[\s\d])"))
"""Where a label may stand, at the beginning: two words ("sub verbo"), or one, or a sign."""


class Locator(NamedTuple):
    """The place that a cite names, as the CSL label of what it counts, and its number."""

    label: str
    locator: str


def read_locator(text: str, language: str = "en-US") -> Locator:
    """The locator in ``text``, whose first word may be a label in that language or in English; else it is of pages.

    >>> read_locator("chap. 4")
    Locator(label='chapter', locator='4')
    """
    typed = text.strip()
    known = _labels(language)
    for pattern in _LABELS:
        if (match := pattern.match(typed)) and (label := known.get(_key(match[0]))):
            return Locator(label, typed[match.end() :].strip())
    return Locator("page", typed)


def label_of(word: str, language: str = "en-US") -> str:
    """The CSL label that a word or abbreviation of that language or of English names ("pp.", "Page"); "" for none."""
    return _labels(language).get(_key(word.strip()), "")


def _key(word: str) -> str:
    return word.casefold().rstrip(".")


@lru_cache(maxsize=8)
def _labels(language: str) -> dict[str, str]:
    """From a word, without case or full stop, to the label it stands for: what a locale prints before a locator.

    The names of the labels count too: a locale may print none (``timestamp``).
    """
    labels: dict[str, str] = {}
    for locale in (Locale(language), Locale("en-US")):
        for term in TERMS:
            for form in _FORMS:
                for plural in (False, True):
                    if word := _key(locale.term(term, form, plural)):
                        labels.setdefault(word, term)
    labels |= {term: term for term in TERMS if term not in labels}
    for word, term in LABELS.items():
        if term in TERMS:
            labels.setdefault(_key(word), term)
    return labels
