"""Entries that stand beside each other on purpose, though they share a title, people and a year.

A preprint and the article, editions and volumes, a reprint by another house, a translation, a thesis and its book, the
parts of a set, and entries that say that they are related.
"""

from __future__ import annotations

import re
from typing import Final

from anora_bib.lint.bib_file import BibEntry
from anora_bib.text.characters import fold

_PLACES: Final = ("volume", "issue", "number", "page", "collection-number", "chapter-number", "version")
"""Where two works of one title differ, if both have it."""
_MARKS: Final = ("edition", "original-date", "translator")
"""What a new edition, a reprint or a translation has and the first does not."""
_RELATIONS: Final = ("related", "entryset", "crossref", "xref")
_LENDERS: Final = ("crossref", "xdata")
_ARTICLES: Final = frozenset({"article-journal", "article-magazine", "article-newspaper", "paper-conference"})
_PREPRINT: Final = re.compile(
    r"arxiv|(?:bio|med|chem|psy|soc|eng|eart?h)rxiv|\bcorr\b|\bssrn\b|preprint|hal-\d|10\.48550/", re.IGNORECASE
)
_SERVED: Final = ("journal", "journaltitle", "howpublished", "url", "doi", "archiveprefix", "eprinttype", "publisher")
"""Fields that tell of a preprint server. An article keeps its ``eprint`` when it is published."""
_VENUES: Final = ("journal", "journaltitle", "booktitle")


def are_related(one: BibEntry, other: BibEntry) -> bool:
    """True if one says that it is related to the other, a part of it or one of its set, or if both have one lender."""
    if _names(one, other.key) or _names(other, one.key):
        return True
    return any(_listed(one, name) & _listed(other, name) for name in _LENDERS)


def differ_in_place(one: BibEntry, other: BibEntry) -> bool:
    """True if the two are in different volumes, issues, pages or the like of what they are in."""
    for name in _PLACES:
        here, there = (fold(entry.entry.string(name)) for entry in (one, other))
        if here and there and here != there:
            return True
    volumes = [bool(entry.entry.string("volume")) for entry in (one, other)]
    return volumes[0] != volumes[1] and one.entry.type not in _ARTICLES


def are_versions(one: BibEntry, other: BibEntry) -> bool:
    """True for a preprint and what was published, two editions, a reprint, a translation, a thesis and its book."""
    if _is_preprint(one) != _is_preprint(other):
        return True
    if (one.entry.type == "thesis") != (other.entry.type == "thesis"):
        return True
    if any(one.entry.get(name) != other.entry.get(name) for name in _MARKS):
        return True
    languages = [entry.entry.string("language")[:2].lower() for entry in (one, other)]
    if all(languages) and languages[0] != languages[1]:
        return True
    houses = [fold(entry.entry.string("publisher")) for entry in (one, other)]
    return all(houses) and houses[0] not in houses[1] and houses[1] not in houses[0]


def _is_preprint(entry: BibEntry) -> bool:
    """True if it is on a preprint server and nowhere else: an eprint in no journal and no book, or one in "arXiv"."""
    if any(name in entry.fields and not _PREPRINT.search(entry.fields[name].words) for name in _VENUES):
        return False
    served = " ".join(entry.fields[name].words for name in _SERVED if name in entry.fields)
    return "eprint" in entry.fields or _PREPRINT.search(served) is not None


def _names(entry: BibEntry, key: str) -> bool:
    return any(key in _listed(entry, name) for name in _RELATIONS)


def _listed(entry: BibEntry, name: str) -> set[str]:
    """The keys that a field of an entry names."""
    field = entry.fields.get(name)
    return {key for key in re.split(r"[,\s]+", field.words) if key} if field else set()
