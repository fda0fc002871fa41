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
_WORD: Final = r"[^\s\d§¶]{1,40}"
_LABELS: Final = (re.compile(rf"{_WORD}\s{{1,8}}{_WORD}(?=[\s\d])"), re.compile(rf"[§¶]{{1,2}}|{_WORD}(?=[\s\d])"))
"""Where a label may stand, at the beginning: two words ("sub verbo"), or one, or a sign."""

_LISTED: Final = re.compile(r"[^\s,;&<]{1,80}")
_FULL_STOP: Final = re.compile(r"(?<!\df)(?<!\dff)[.:?!]{1,3}\Z")
"""The end of a sentence, which "12f." is not."""
_JOINT: Final = re.compile(r"\s{0,3}(?:[,;&]|-{1,3}|[\u2010-\u2014\u2212])\s{0,3}")
"""What stands between two numbers of a locator."""
_ROMAN: Final = re.compile(r"[(\[]?[ivxlcdm]{1,12}[)\]]?(?:[-\u2013][(\[]?[ivxlcdm]{1,12}[)\]]?)?", re.IGNORECASE)
"""A number behind a label that has no digit."""
_PAGES: Final = re.compile(
    r"\d{1,9}[a-z]?(?:(?:-{1,2}|[\u2010-\u2013.:/])\d{1,9}[a-z]?){0,9}(?:f?(?<=f)\.?|n\d{1,4})?(?!\w)"
)
"""Numbers that are pages though nothing says so."""


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


def leading_locator(text: str, language: str = "en-US") -> tuple[Locator | None, str]:
    """The locator that what follows a key begins with, if it does, and the rest.

    As pandoc reads it (manual, "Citation syntax"): a label and numbers, or numbers alone, which are pages, behind a
    comma or none; in braces, whatever stands there, and with nothing in them there is no locator.

    >>> leading_locator(", chap. 4, and elsewhere")
    (Locator(label='chapter', locator='4'), ', and elsewhere')
    >>> leading_locator(" and elsewhere")
    (None, ' and elsewhere')
    """
    typed = text.lstrip()
    typed = typed[1:].lstrip() if typed.startswith(",") else typed
    if typed.startswith("{") and (end := _closing(typed)):
        inside = typed[1:end].strip()
        return (read_locator(inside, language) if inside else None), typed[end + 1 :]
    label, at = _leading_label(typed, language)
    end = _numbers_end(typed, at, labelled=bool(label))
    if end == at:
        return None, text
    return Locator(label or "page", typed[at:end].strip()), typed[end:]


def _closing(text: str) -> int:
    """The place of the brace that closes the first; 0 if none does."""
    depth = 0
    for at, sign in enumerate(text):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if not depth:
            return at
    return 0


def _leading_label(typed: str, language: str) -> tuple[str, int]:
    """The CSL label that the text begins with, "" for none, and where what it labels begins."""
    known = _labels(language)
    for pattern in _LABELS:
        if (match := pattern.match(typed)) and (label := known.get(_key(match[0]))):
            end = match.end()
            return label, end + len(typed[end:]) - len(typed[end:].lstrip())
    return "", 0


def _numbers_end(typed: str, at: int, *, labelled: bool) -> int:
    """Where numbers, ranges and lists of them end that begin at a place; that place, if there are none."""
    end = at
    while word := _LISTED.match(typed, at):
        length = _number_length(_FULL_STOP.sub("", word[0]), labelled)
        if not length:
            break
        end = at + length
        joint = _JOINT.match(typed, end)
        if joint is None:
            break
        at = joint.end()
    return end


def _number_length(word: str, labelled: bool) -> int:
    """The signs of a word that are a number; behind a label, anything with a digit and Roman numerals are one."""
    if labelled:
        return len(word) if any(map(str.isdigit, word)) or _ROMAN.fullmatch(word) else 0
    pages = _PAGES.match(word)
    return pages.end() if pages else 0


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
