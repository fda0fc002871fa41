"""Whether a live citation holds all of the words that it replaces.

A citation key may replace printed words only where its entry holds every one of them, as often as they are printed;
otherwise a comment, a sentence taken for part of the reference, or a page would be lost silently.
"""

from __future__ import annotations

import re
import string
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import zip_longest
from typing import Final

from anora_bib import language
from anora_bib.documents.dialects.html import unescape
from anora_bib.model import Apparatus, Date, Entry, Name, Reference, Value
from anora_bib.model.essay.pieces import Citing, CrossReference, ShortForm
from anora_bib.text.characters import fold, join_names

_WORD: Final = re.compile(r"[^\W_]+")

_NUMBER: Final = re.compile(r"\d|[ivxlcdm]+\b", re.IGNORECASE)

_MARKS: Final = "“”‘’«»„…–—"

_JOINING: Final = (
    *("conjunctions", "lead_within", "lead_to_names", "lead_to_addresses", "leads_to_access", "tell_of_access"),
    *("to_addresses", "to_days_of_access", "issues", "volumes"),
)
"""Vocabularies of words that stand between the parts of a reference in some language."""

_TOLD_BY: Final = (
    ("collection-title", "lead_to_series"),
    ("edition", "editions"),
    ("original-date", "first_published"),
    ("original-date", "reprints"),
)
"""Variables, each with a vocabulary of words that tell what it is."""

_COUNTING: Final = ("volume", "issue", "number", "collection-number", "edition", "chapter-number")
_PLACES: Final = ("page", "page-first", "locator", "number-of-pages", "section")
"""Variables that have numbers of the work, and those that have numbers of places in it."""

_POINTING: Final = ("note_directions", "notes_of_essay", "lead_to_notes")
"""Vocabularies of words by which a note points at another."""

_AROUND: Final = "()[],;:*_"

_JOINTS: Final = frozenset(("", "and", "&"))

_LISTED: Final = 6
"""Words that a reason names; of more it says how many there are."""


class Printed:
    """From a reference to the piece of a note, a listed work or a credit that it was read from."""

    def __init__(self, apparatus: Apparatus) -> None:
        piece_lists = [
            *(note.pieces for note in apparatus.notes),
            *(listed.pieces for listed in apparatus.works_cited),
            *(credit.pieces for credit in apparatus.credits),
        ]
        self._pieces = sorted((piece for group in piece_lists for piece in group), key=lambda piece: piece.span)
        self._starts = [piece.span.start for piece in self._pieces]

    def of(self, reference: Reference) -> Citing | None:
        """The piece; None for a reference that was not read from one."""
        index = bisect_right(self._starts, reference.span.start) - 1
        piece = self._pieces[index] if index >= 0 else None
        return piece if isinstance(piece, Citing) and piece.span.contains(reference.span) else None


def lacking(text: str, entries: Iterable[Entry], *beside: str) -> str:
    """Which words of ``text`` the entries do not hold (see :func:`unexplained`), as a clause; "" for none."""
    missing = unexplained(text, entries, *beside)
    if len(missing) > _LISTED:
        return f"the entry does not hold {len(missing)} of its words"
    return f"the entry does not hold {join_names(map(repr, missing))}" if missing else ""


def unexplained(text: str, entries: Iterable[Entry], *beside: str) -> list[str]:
    """The words of ``text`` that are not, as often, in the entries or ``beside``, and do not only join such words.

    An initial is held where a name that begins with it is, the label of a place where its number is ("Kap. 3"), that of
    a page where the entry has its number as one, not as a volume.
    """
    cited = list(entries)
    values = [*beside, *(value for entry in cited for value in _values(entry))]
    held = Counter(bare_number(word) for value in values for word in _WORD.findall(fold(value)))
    initials = {word[:1] for word in held if not word.isdigit()}
    telling = {word for entry in cited for word in _telling(entry)}
    counted = {number for entry in cited for number in _counting(entry)}
    counted.difference_update(number for said in beside for number in _WORD.findall(fold(said)))
    missing: list[str] = []
    tokens = as_read(text).split()
    for printed, following in zip_longest(tokens, tokens[1:], fillvalue=""):
        here = Counter(map(bare_number, _WORD.findall(fold(printed))))
        lost = [
            word
            for word, count in here.items()
            if (count > held[word] and not _is_explained(word, printed, following, initials, telling))
            or _is_astray(word, following, counted)
        ]
        if lost:
            missing.append(printed.strip(string.punctuation + _MARKS))
        held.subtract(here)
    return list(dict.fromkeys(missing))


def _is_explained(word: str, printed: str, following: str, initials: set[str], telling: set[str]) -> bool:
    """Whether a word says nothing that the words beside it, or those of the entry, do not say."""
    return (
        _joins(word, printed)
        or (len(word) == 1 and word in initials)
        or (_is_label(word, printed) and bool(_NUMBER.match(following)))
        or word in telling
        or _leads_to_place(printed, following)
    )


def _counting(entry: Entry) -> set[str]:
    """The numbers that the entry has of volumes and the like, and not as a place in the source."""
    numbers, places = (
        {bare_number(word) for name in variables for word in _WORD.findall(fold(entry.string(name)))}
        for variables in (_COUNTING, _PLACES)
    )
    return numbers - places


def _is_astray(word: str, following: str, counted: set[str]) -> bool:
    """Whether a word labels a page whose number was read as that of a volume."""
    if language.locators().get(language.bare(word)) != "page":
        return False
    number = _WORD.search(fold(following))
    return number is not None and bare_number(number[0]) in counted


def _telling(entry: Entry) -> Iterator[str]:
    """The words that tell what a field of the entry is: "Hrsg. von" before an editor, "2. Auflage"."""
    yield from (word for role, word in _telling_of_roles() if role in entry.fields)
    for name, kind in _TOLD_BY:
        if name in entry.fields:
            yield from map(fold, language.vocabulary(kind))
    if entry.names("author") and entry.names("author") in (entry.names("container-author"), entry.names("editor")):
        yield from map(fold, language.vocabulary("same_person"))
    edition = entry.string("edition")
    yield from (fold(word) for word, number in language.ordinals().items() if str(number) == edition)


def _leads_to_place(printed: str, following: str) -> bool:
    """Whether a word only says that the place behind it is cited: "12-40, here 15", "hier S. 15"."""
    leads = language.bare(printed.strip(_AROUND)) in _leading_to_places()
    return leads and bool(_NUMBER.match(following) or language.bare(following) in language.locators())


@cache
def _telling_of_roles() -> tuple[tuple[str, str], ...]:
    """Roles, each with a word that tells of those who have it: "Hrsg.", "interview by"."""
    words = [(role, word) for table in (language.roles(), language.participles()) for word, role in table.items()]
    roles = {role for role, _ in words}
    words += [(role, word) for role in roles for phrase in language.introductions(role) for word in phrase.split()]
    return tuple((role, fold(word)) for role, word in words if fold(word))


@cache
def _leading_to_places() -> frozenset[str]:
    return frozenset(map(language.bare, language.vocabulary("cited_places")))


def pointing(piece: Citing) -> tuple[str, ...]:
    """The words by which a piece points at another note, which the source itself takes the place of."""
    if isinstance(piece, CrossReference):
        return (piece.note, *(word for kind in _POINTING for word in language.vocabulary(kind)))
    if isinstance(piece, ShortForm):
        return (*language.vocabulary("same_source"), *language.vocabulary("same_person"))
    return ()


@cache
def connecting() -> frozenset[str]:
    """Words that join the parts of a reference, and those of dates, which the entry has as numbers."""
    words = (word for kind in _JOINING for word in language.vocabulary(kind))
    return language.connectives() | frozenset(map(fold, (*language.months(), *language.seasons(), *words)))


def as_read(text: str) -> str:
    """The text as it is printed: its character references, and a link of Markdown that has its address for its words.

    Tags of emphasis and soft hyphens are left out.
    """
    return unescape(_TAG.sub("", _LINK.sub(_once, text))).replace("\u00ad", "")


_TAG: Final = re.compile(r"</?(?:b|cite|em|i|strong|u)>", re.IGNORECASE)
_LINK: Final = re.compile(r"\[(?P<words>[^\[\]\s]{4,400})\]\((?P<target>[^()\s]{4,400})\)")
_SCHEME: Final = re.compile(r"https?://(?:www\.)?|www\.", re.IGNORECASE)


def _once(match: re.Match[str]) -> str:
    words, target = (_SCHEME.sub("", match[part], count=1).rstrip("/.,;") for part in ("words", "target"))
    return match["target"] if words == target else match[0]


@cache
def labelling() -> frozenset[str]:
    """Words before a number that a citation or an entry has under the name of them."""
    return frozenset(map(fold, (*language.locators(), *language.vocabulary("issues"))))


@cache
def telling() -> frozenset[str]:
    """Words that say what the words beside them are, or point at a source: "second edition", "here 15", "ibid."."""
    kinds = (*(kind for _, kind in _TOLD_BY), "cited_places", *_POINTING, "same_source", "same_person")
    words = (word for kind in kinds for word in language.vocabulary(kind))
    of_roles = (word for _, word in _telling_of_roles())
    return frozenset((*of_roles, *map(fold, (*language.ordinals(), *words))))


def _joins(word: str, printed: str) -> bool:
    """Whether a word only joins others; "y" of "N.Y." does not."""
    return word in connecting() and (len(word) > 1 or word in language.connectives() or fold(printed) == word)


def _is_label(word: str, printed: str) -> bool:
    """Whether a word, or the token that it is in ("n.º", "n.os"), is the label of the number behind it."""
    labels = labelling()
    return word in labels or fold(printed) in labels


def is_joint(text: str) -> bool:
    """True for a separator between two references that carries no information: ";", "and"."""
    return text.strip(" \t\n;,:.") in _JOINTS


def has_words(text: str) -> bool:
    """True if the text holds a letter or a digit."""
    return bool(_WORD.search(text))


def has_letters(word: str) -> bool:
    """True if there are letters in a word, and it is no label of a place: "S."."""
    return any(map(str.isalpha, word)) and language.bare(word.strip(_AROUND)) not in language.locators()


def bare_number(word: str) -> str:
    """A number without its leading zeros, "03", and without the ending of an ordinal, "3rd"."""
    if not word[:1].isdigit():
        return word
    number = word.rstrip("abcdefghijklmnopqrstuvwxyz")
    if number.isdigit() and (number == word or word.removeprefix(number) in language.vocabulary("ordinal_suffixes")):
        return number.lstrip("0") or "0"
    return word


def _values(entry: Entry) -> Iterator[str]:
    for field in entry.fields.values():
        yield from _strings(field.value)


def _strings(value: Value) -> Iterator[str]:
    if isinstance(value, Date):
        yield value.literal
        yield " ".join(str(number) for part in value.parts for number in part)
        yield f"{value.season} {value.end_season}"
    elif isinstance(value, tuple):
        for name in value:
            yield name.display if isinstance(name, Name) else str(name)
    else:
        yield str(value)
