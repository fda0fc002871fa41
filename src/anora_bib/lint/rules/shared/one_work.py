"""Full references of one essay that are of one work, in one edition."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import Final, NamedTuple

from anora_bib import language
from anora_bib.lint.rules.shared.spellings import is_slip
from anora_bib.model import Apparatus, Entry, Place, Reference
from anora_bib.text.characters import fold
from anora_bib.text.spans import Span

_APART: Final = (
    *("edition", "volume", "issue", "number", "original-date", "translator", "collection-number", "volume-title"),
    *("genre", "medium"),
)
"""What two works of one title differ in, or two editions of one."""
_SHORTEST_TITLE: Final = 2
"""Words of a title that no other work of its author has."""
_WORD: Final = re.compile(r"\w{2,40}")
_PART: Final = re.compile(r"[\W_]{1,6}(?P<number>[ivx]{1,5}|[IVX]{1,5}|\d{1,2}(?=:))(?=[\s:.,*_])")
"""A number behind a title: "A History of Lamps, ii: ...". Other figures may be pages."""
_NUMERALS: Final = ("i", "ii", "iii", "iv", "v", "vi", "one", "two", "three", "first", "second", "third")


class OneWork(NamedTuple):
    """Two full references to one work, in their order."""

    first: Reference
    then: Reference


def twice_in_full(apparatus: Apparatus) -> list[OneWork]:
    """Each full reference with the first to the same work: with its author and title, and no word of another edition.

    Those of one note or item are not held against each other: who names a work twice in a breath means two editions.
    Ask for it with ``apparatus.derived``.
    """
    found = []
    groups: dict[str, list[Reference]] = defaultdict(list)
    homes = [*(note.span for note in apparatus.notes), *(item.span for item in apparatus.works_cited)]
    for reference in apparatus.references:
        names = [fold(name.literal or name.family) for name in reference.entry.creators()]
        if reference.short or not (names and names[0]) or reference.place not in (Place.NOTE, Place.WORKS_CITED):
            continue
        same = (other for other in groups[names[0]] if _are_one(apparatus, other, reference))
        first = next(same, None)
        if first is None:
            groups[names[0]].append(reference)
        elif not any(home.contains(first.span) and home.contains(reference.span) for home in homes):
            found.append(OneWork(first, reference))
    return found


def same_house(one: str, other: str) -> bool:
    """Whether two publishers may be one: "Harvard UP" and "Harvard University Press", "G. Einaudi" and "Einaudi"."""
    some, others = _own_words(one), _own_words(other)
    return any(a.startswith(b) or b.startswith(a) for a in some for b in others)


def year_of(entry: Entry) -> int:
    """The year of publication; 0 for none, and for a span of years."""
    date = entry.date("issued")
    return date.parts[0][0] if date and len(date.parts) == 1 else 0


def _are_one(apparatus: Apparatus, one: Reference, other: Reference) -> bool:
    if one.entry.type != other.entry.type or not _same_title(one.entry.string("title"), other.entry.string("title")):
        return False
    if any(one.entry.string(name) != other.entry.string(name) for name in _APART):
        return False
    if _part_behind_title(apparatus, one) != _part_behind_title(apparatus, other):
        return False
    return _edition_words(apparatus, one.span) == _edition_words(apparatus, other.span)


def _part_behind_title(apparatus: Apparatus, reference: Reference) -> str:
    """The number that counts the parts of a work, where it stands between its title and the title of the part."""
    title = reference.entry.fields.get("title")
    if title is None or title.span is None:
        return ""
    part = _PART.match(apparatus.essay.text, title.span.end)
    return part["number"].lower() if part else ""


def _same_title(one: str, other: str) -> bool:
    """Up to a slip; a subtitle may be left out."""
    titles = [fold(one), fold(other)]
    if ":" in one and ":" not in other:
        titles[0] = fold(one.partition(":")[0])
    elif ":" in other and ":" not in one:
        titles[1] = fold(other.partition(":")[0])
    if (
        "<" in one
        or min(len(title.split()) for title in titles) < _SHORTEST_TITLE
        or _digits(titles[0]) != _digits(titles[1])
    ):
        return False
    words = titles[0].split(), titles[1].split()
    apart = [pair for pair in zip(*words, strict=False) if pair[0] != pair[1]]
    return len(words[0]) == len(words[1]) and (not apart or (len(apart) == 1 and is_slip(*apart[0])))


def _digits(title: str) -> list[str]:
    """The numbers in a title: volumes of one work differ in nothing else."""
    return [word for word in title.split() if word.isdigit() or word in _NUMERALS]


def _edition_words(apparatus: Apparatus, span: Span) -> set[str]:
    return {word for word in map(fold, _WORD.findall(span.of(apparatus.essay.text))) if word in _of_editions()}


@cache
def _of_editions() -> frozenset[str]:
    kinds = ("editions", "volumes", "reprints", "first_published")
    words = frozenset(word for kind in kinds for word in map(fold, language.vocabulary(kind)))
    return words | frozenset(map(fold, language.ordinals()))


def _own_words(house: str) -> list[str]:
    """The words of a publisher's name that are not those of many."""
    common = language.vocabulary("book_houses") | language.connectives() | language.function_words()
    words = fold(house).split()
    return [word for word in words if len(word) > 2 and word not in common] or words
