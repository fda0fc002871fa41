"""Titles as printed against titles of record."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import Final, NamedTuple

from anora_bib.authority.likeness import Misspelling, misspellings, words
from anora_bib.model import Records, Work
from anora_bib.model.values.titles import article_variants, main_key, main_title, title_key, title_keys
from anora_bib.text.characters import fold

LONGEST_TITLE: Final = 300
"""Beyond this many characters a text is no misspelt title, and comparing it would cost for nothing."""


class TitleLikeness(IntEnum):
    """How like a printed title is to that of a work; a greater one is a better match."""

    LIKE = 1
    """Misspelt, or with an article more or less."""
    MAIN = 2
    """The main title of the record, with a subtitle that the record does not have."""
    EXACT = 3


class TitleMatch(NamedTuple):
    """How like a printed title is to that of a record; ``form`` is the form of the record it was compared with."""

    likeness: TitleLikeness
    form: str
    misspellings: tuple[Misspelling, ...] = ()

    @property
    def letters(self) -> int:
        """How many letters and digits the matched form has; a longer form is better evidence."""
        return sum(char.isalnum() for char in self.form)


def compare_titles(title: str, work: Work) -> TitleMatch | None:
    """The best match of a printed title and the forms of a work; None if they are different."""
    full, main = title_key(title), main_key(title)
    matches: list[TitleMatch] = []
    for form in work.forms:
        key = fold(form)
        if key == full:
            return TitleMatch(TitleLikeness.EXACT, form)
        if key == main:
            matches.append(TitleMatch(TitleLikeness.MAIN, form))
        for printed in {title, main_title(title)}:
            wrong = misspellings(words(printed), words(form)) if len(printed) <= LONGEST_TITLE else None
            if wrong is not None:
                matches.append(TitleMatch(TitleLikeness.LIKE, form, tuple(wrong)))
    # The longest form of record says most: a misspelt subtitle is seen only against the full title.
    return max(matches, key=lambda match: (match.letters, match.likeness), default=None)


def likely_works(title: str, records: Records) -> Iterator[tuple[Work, TitleMatch]]:
    """The works whose title this may be, each once."""
    seen: dict[str, Work] = {}
    for key in title_keys(title):
        forms = list(article_variants(key))
        if len(key) <= LONGEST_TITLE:
            forms += records.near(key)
        for form in forms:
            seen.update((work.id, work) for work in records.of_form(form) if isinstance(work, Work))
    for work in seen.values():
        title_match = compare_titles(title, work)
        if title_match:
            yield work, title_match
