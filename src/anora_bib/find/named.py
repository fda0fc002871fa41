"""Names beside the phrases that attribute: outlets, their critics, persons, and names nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from anora_bib.find.cues import OUTLET_LIKE, ROLE_BEFORE, Cue, Side
from anora_bib.find.gazetteer import Gazetteer, Hit
from anora_bib.find.intervals import covering
from anora_bib.find.people import NAME, People, PersonName
from anora_bib.find.prose import Prose
from anora_bib.model import Outlet
from anora_bib.spans import Span

_UNKNOWN = re.compile(NAME)
_REACH = 60
"""How many characters an article and a person's trades may take between a cue and the name."""

_WHOSE = re.compile(r"^[*_]?[\u2019'](?:s)?\s(?:(?:film|chief|critic|reporter|columnist|own|lead|senior)\s){0,3}$")
_OF = re.compile(r"^,?\s(?:of|at|for|from|in|over\sat)\s(?:the\s)?[*_]?$|^\s\([*_]?$")

_OPENING = "\u201c\u2018\"'\u00ab"


@dataclass(frozen=True, slots=True)
class Named:
    """A name beside a cue. ``whole`` also covers the critic where an outlet's is named: "Variety's Jane Roe"."""

    span: Span
    source: str = ""
    person: PersonName | None = None
    outlet: bool = False
    whole: Span | None = None

    @property
    def known(self) -> bool:
        return bool(self.source) or bool(self.person and self.person.known)


class Namer:
    """Finds the names beside cues in the sentences of one essay. ``emphases`` are its italics, in order."""

    def __init__(self, prose: Prose, people: People, outlets: Iterable[Outlet], emphases: Sequence[Span]) -> None:
        self._prose = prose
        self._text = prose.text
        self._people = people
        self._outlets = Gazetteer(_outlet_forms(outlets))
        self._emphases = emphases

    def beside(self, cues: Iterable[Cue], sentence: Span) -> Iterator[tuple[Cue, Span, Named]]:
        """Each cue that has a name beside it in the sentence, with the whole phrase and the name."""
        hits = list(self._outlets.scan(self._text, sentence))
        people = self._people.within(sentence)
        for cue in cues:
            for phrase, named in self._named(cue, sentence, hits, people):
                yield cue, phrase, named

    def _named(
        self, cue: Cue, sentence: Span, hits: list[Hit[Outlet]], people: list[PersonName]
    ) -> Iterator[tuple[Span, Named]]:
        """The names beside each occurrence of a cue, with the whole phrase."""
        if cue.side is Side.AFTER:
            for match in cue.pattern.finditer(self._text, sentence.start, sentence.end):
                if not self._prose.is_quoted(match.start()) and (
                    named := self._after(match.end(), sentence, hits, people)
                ):
                    yield Span(match.start(), named.span.end), named
            return
        for named in (*self._critics(hits, people), *map(_outlet_named, hits), *map(_person_named, people)):
            whole = named.whole or named.span
            tail = self._text[whole.end : min(sentence.end, whole.end + 120)].lstrip("*_")
            found = cue.pattern.search(tail)
            if found and not self._prose.is_quoted(named.span.start) and not self._opens_sentence(named, sentence):
                yield Span(whole.start, min(whole.end + found.end(), sentence.end)), named

    def _critics(self, hits: list[Hit[Outlet]], people: list[PersonName]) -> Iterator[Named]:
        """People named as an outlet's: the outlet is the source, the person the one who speaks."""
        for hit in hits:
            for person in people:
                if _WHOSE.match(self._text[hit.span.end : max(hit.span.end, person.span.start)]):
                    whole = Span(hit.span.start, person.span.end)
                    yield replace(_outlet_named(hit), person=person, whole=whole)
                elif _OF.match(self._text[person.span.end : max(person.span.end, hit.span.start)]):
                    whole = Span(person.span.start, hit.span.end)
                    yield replace(_outlet_named(hit), person=person, whole=whole)

    def _opens_sentence(self, named: Named, sentence: Span) -> bool:
        """An outlet of one word at the head of a sentence may be just that word ("Time says little")."""
        if not named.outlet or named.whole or named.span.start != sentence.start:
            return False
        return named.span.of(self._text).isalpha() and not self._is_emphasised(named)

    def _is_emphasised(self, named: Named) -> bool:
        return covering(self._emphases, named.span.start) is not None

    def _after(self, offset: int, sentence: Span, hits: list[Hit[Outlet]], people: list[PersonName]) -> Named | None:
        """The name that begins right after a cue, but for an article and a trade."""

        def follows(span: Span) -> bool:
            return 0 <= span.start - offset <= _REACH and bool(ROLE_BEFORE.match(self._text[offset : span.start]))

        candidates = [_outlet_named(hit) for hit in hits if follows(hit.span)]
        candidates += [_person_named(person) for person in people if follows(person.span)]
        candidates = [one for one in candidates if one.known or self._text[one.span.start - 1] not in _OPENING]
        if candidates:
            return max(candidates, key=lambda named: (named.known, named.outlet, -named.span.start))
        unknown = _UNKNOWN.search(self._text, offset, min(sentence.end, offset + _REACH + 60))
        if unknown and follows(Span(*unknown.span())) and self._text[unknown.start() - 1] not in _OPENING:
            return Named(Span(*unknown.span()), outlet=bool(OUTLET_LIKE.search(unknown[0])))
        return None


def _outlet_forms(outlets: Iterable[Outlet]) -> Iterator[tuple[str, Outlet]]:
    """Every form of every outlet; running text drops the article ("told the Guardian")."""
    for outlet in outlets:
        for form in outlet.forms:
            yield form, outlet
            yield form.removeprefix("The "), outlet


def _outlet_named(hit: Hit[Outlet]) -> Named:
    only = hit.items[0].id if len(hit.items) == 1 else ""
    return Named(hit.span, only, outlet=True)


def _person_named(person: PersonName) -> Named:
    return Named(person.span, person.id, person)
