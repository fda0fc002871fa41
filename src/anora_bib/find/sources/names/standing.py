"""Which of the persons that an essay names are its sources, and which are people of a film or a novel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from enum import IntEnum
from typing import Final

from anora_bib.find.phrases.callings import SCHOLARS, introduced_as, is_played
from anora_bib.find.phrases.cues import is_inserted
from anora_bib.find.phrases.predicates import Predicate
from anora_bib.find.phrases.verbs import Kind
from anora_bib.find.prose.tongue import tongue
from anora_bib.language import saying
from anora_bib.model import Apparatus, Person, Records
from anora_bib.model.essay.people import PersonName
from anora_bib.text.characters import fold
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

MONONYMS: Final = saying.words("names", "mononyms")

_STORIES: Final = saying.words("words", "stories")
_CLAIMS: Final = 2
"""Somebody who argues so often is no character."""
_STORY: Final = 4
_STORY_SHARE: Final = 0.004
"""An essay that has so many words for films and novels, and such a share of them, retells one."""

_INSIDE: Final = 2
"""So often a word has its capital inside sentences that it is no noun with a capital now and then."""
_PIECES: Final = "|".join(sorted(saying.words("nouns", "pieces")))
_TITLE_BEHIND: Final = lazy(r"[*_]{0,2}(?:\]\([^()\s]{0,400}\))?[\u2019']s?\s(?:[\w-]{1,20}\s){0,3}\[?[*_\u201c\"]")
_DATED: Final = lazy(r"\]?\s\((?:1[5-9]|20)\d\d[a-z]?(?:[:,]\s?[\d\u2013-]{1,9})?\)")
_BY: Final = lazy(rf"(?:[*_\u201d\"]|\b(?:{_PIECES}|written))(?:\s\([^()\n]{{1,60}}\))?\sby\s\[?$")
_BY_REACH: Final = 90


class Standing(IntEnum):
    """What the bearer of a name is to an essay."""

    CHARACTER = 0
    STRANGER = 1
    """A word that may be a family name."""
    PERSON = 2
    """Somebody whose name the essay has in full."""
    MAKER = 3
    """Somebody known to have made or played in films or songs: a source of what he says, not of what he shows."""
    SOURCE = 4
    """Somebody who is known to have written or said things: from notes, lists, records, or by how the essay speaks."""


class Standings:
    """The standing of each person of one essay. ``predicates`` are what is said of the names, by where they begin."""

    def __init__(self, apparatus: Apparatus, records: Records, predicates: Mapping[int, Predicate | None]) -> None:
        self._text = apparatus.prose.text
        self._words = apparatus.prose.words
        self._predicates = predicates
        told = len(apparatus.prose.words.places(_STORIES, small=True).starts)
        self.story = told >= _STORY and told >= _STORY_SHARE * len(apparatus.prose.words)
        self._titles = {fold(mention.text) for mention in apparatus.mentions} if self.story else frozenset()
        self._sources: set[str] = set()
        self._characters: set[str] = set()
        self._argued = argued = Counter[str]()
        names = [(person.span.start, person.full) for person in apparatus.people.named]
        names += [(span.start, span.of(self._text)) for span in apparatus.people.single]
        for start, name in names:
            said = predicates.get(start)
            if said and self._argues(start, said):
                argued[name] += 1
                if argued[name] >= _CLAIMS:
                    self._sources.add(name)
        self._proper = _proper(apparatus)
        self._makers = _makers(apparatus, records)
        for person in apparatus.people.named:
            if person.full in self._makers:
                self._sources.discard(person.full)
                continue
            if person.full not in self._sources:
                if person.known or self._is_source(person):
                    self._sources.add(person.full)
                elif self.story and self._is_character(person):
                    self._characters.add(person.full)

    def of(self, person: PersonName) -> Standing:
        """The standing of a person whom the essay names in full somewhere."""
        if person.full in self._makers:
            return Standing.MAKER
        if person.full in self._sources:
            return Standing.SOURCE
        return Standing.CHARACTER if person.full in self._characters else Standing.PERSON

    def speaks(self, person: PersonName | None) -> bool:
        """Whether the essay has the person argue something anywhere."""
        return person is not None and person.full in self._argued

    def of_word(self, word: str) -> Standing:
        """The standing of a single word that nobody's full name ends with."""
        return Standing.SOURCE if word in MONONYMS or word in self._sources else Standing.STRANGER

    def _argues(self, start: int, said: Predicate) -> bool:
        """Whether what is said of the name at ``start`` tells what its bearer argues."""
        if said.plural or said.depicts:
            return False
        if said.kind is Kind.SPEECH:
            return not self.story and is_inserted(self._text, Span(start, said.end), 0)
        return said.kind is Kind.CLAIM and said.complement

    def is_proper(self, word: str, *, once: bool = False) -> bool:
        """True of a word that has its capital inside sentences too, where only names have one; there ``once`` or twice.

        Once is enough where the text has the word without a capital nowhere and what is said of it is an argument.
        """
        if once and word.lower() in self._words:
            return False
        return self._proper[word] >= (1 if once else _INSIDE)

    def _is_source(self, person: PersonName) -> bool:
        """True if the place shows it: what the person is, what the person wrote, that the person argues."""
        start, end = person.span
        if person.full in MONONYMS or person.full.rpartition(" ")[2] in MONONYMS:
            return True
        calling = introduced_as(self._text, start, end)
        if calling and self.story and calling.lower() not in SCHOLARS and calling not in SCHOLARS:
            self._makers.add(person.full)
            return False
        if calling or _DATED.match(self._text, end):
            return True
        predicate = self._predicates.get(start)
        if self.story:
            return False
        if predicate and predicate.kind is Kind.PIECE:
            return True
        return bool(
            (predicate and predicate.kind is Kind.CLAIM and predicate.complement)
            or self._text[start - 1 : start] == "["
            or _TITLE_BEHIND.match(self._text, end)
            or _BY.search(self._text, max(0, start - _BY_REACH), start)
        )

    def _is_character(self, person: PersonName) -> bool:
        return fold(person.full) in self._titles or is_played(self._text, *person.span)


def _proper(apparatus: Apparatus) -> Counter[str]:
    """How often each single word that may be a name stands inside a sentence; none in German."""
    prose = apparatus.prose
    if prose.derived(tongue) == "de":
        return Counter()
    heads = {sentence.start for paragraph in prose.paragraphs for sentence in paragraph.sentences}
    return Counter(span.of(prose.text) for span in apparatus.people.single if span.start not in heads)


_SHOWN: Final = frozenset(("motion_picture", "broadcast", "song", "performance", "graphic"))


def _makers(apparatus: Apparatus, records: Records) -> set[str]:
    """The persons whom records or references know for nothing but films, songs and pictures."""
    made: dict[str, bool] = {}
    for reference in apparatus.references:
        for name in reference.entry.creators():
            shown = reference.entry.type in _SHOWN
            made[name.display] = made.get(name.display, True) and shown
    for person in apparatus.people.named:
        record = records.by_id.get(person.id)
        if isinstance(record, Person) and record.roles:
            made[person.full] = SCHOLARS.isdisjoint(record.roles)
    return {name for name, shown in made.items() if shown}
