"""Names beside the phrases that attribute: outlets, their critics, persons, and names nobody knows."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from anora_bib.find.gazetteer import Gazetteer, Hit
from anora_bib.find.prose.cues import OUTLET_LIKE, ROLE_BEFORE, Cue, Side, may_be_cued
from anora_bib.find.prose.people import NAME
from anora_bib.intervals import covering
from anora_bib.model import Outlet, Records
from anora_bib.model.essay.people import People, PersonName
from anora_bib.model.essay.prose import Prose
from anora_bib.model.essay.words import Words
from anora_bib.spans import Span

_UNKNOWN = re.compile(NAME)
_WORD = re.compile(r"\w+")
_REACH = 60
"""How many characters an article and a person's trades may take between a cue and the name."""

_WHOSE = re.compile(r"^[*_]?[\u2019'](?:s)?\s(?:(?:film|chief|critic|reporter|columnist|own|lead|senior)\s){0,3}$")
_OF = re.compile(r"^,?\s(?:of|at|for|from|in|over\sat)\s(?:the\s)?[*_]?$|^\s\([*_]?$")

_TAIL = 120
"""How far behind a name, or a cue, the other half of the phrase may end."""
_TITLE_GOES_ON = re.compile(r"(?:\s(?:and|of|the|in|for|to|on|from|with)){1,3}\s[A-Z]")
_HAS = re.compile(r"\s(?:(?:has|had|have|once|also|later|then)\s){0,2}$")
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
        """Whether the name is that of a source, or of a person whom records or references know."""
        return bool(self.source) or bool(self.person and self.person.known)


class _Places:
    """Where the cues before a name stand in a text, found in one pass over its words."""

    def __init__(self, cues: Iterable[Cue], words: Words) -> None:
        self._places: list[tuple[int, int, Cue]] = []
        by_opener: dict[str, list[Cue]] = {}
        for cue in cues:
            for opener in cue.openers:
                by_opener.setdefault(opener, []).append(cue)
        text = words.text
        for start in words.places(by_opener.keys(), small=True).starts:
            word = _WORD.match(text, start)
            for cue in by_opener[word[0].lower()] if word else ():
                if phrase := cue.pattern.match(text, start):
                    self._places.append((*phrase.span(), cue))
        self._starts = [start for start, _, _ in self._places]

    def within(self, span: Span) -> Mapping[Cue, list[tuple[int, int]]]:
        """Start and end of each place inside ``span``, by cue, none overlapping another of its cue."""
        first = bisect_left(self._starts, span.start)
        found: dict[Cue, list[tuple[int, int]]] = {}
        for start, end, cue in self._places[first : bisect_left(self._starts, span.end, first)]:
            places = found.setdefault(cue, [])
            if end <= span.end and (not places or places[-1][1] <= start):
                places.append((start, end))
        return found


class Namer:
    """Finds the names beside cues in the sentences of one essay. ``emphases`` are its italics, in order."""

    def __init__(
        self, prose: Prose, people: People, records: Records, emphases: Sequence[Span], cues: Iterable[Cue]
    ) -> None:
        self._prose = prose
        self._text = prose.text
        self._people = people
        self._outlets_in = records.derived(_outlets).in_words(prose.words)
        self._emphases = emphases
        all_cues = tuple(cues)
        self._before_names = tuple(cue for cue in all_cues if cue.side is Side.AFTER)
        self._behind_names = tuple(cue for cue in all_cues if cue.side is Side.BEFORE)
        self._places = _Places(self._before_names, prose.words)
        self._is_cued = re.compile("|".join(f"(?:{cue.pattern.pattern})" for cue in self._behind_names)).match
        """Quick: most names have no cue behind them."""

    def beside(self, sentence: Span) -> Iterator[tuple[Cue, Span, Named]]:
        """Each cue that has a name beside it in the sentence, with the whole phrase and the name.

        Those that stand before names come first, each kind in its order.
        """
        hits = list(self._outlets_in(sentence))
        people = self._people.within(sentence)
        places = self._places.within(sentence)
        lone_words = self._people.strangers(sentence)
        if not (hits or people or places or lone_words):
            return
        named = list(map(_person_named, people))
        if hits:
            named = sorted((*map(_outlet_named, hits), *named), key=_start)
        subjects = self._with_tails([*self._critics(hits, people), *named], sentence)
        strangers = self._with_tails(map(Named, lone_words), sentence)
        for cue in self._before_names if places else ():
            if cue in places:
                for phrase, name in self._objects(places[cue], sentence, named):
                    yield cue, phrase, name
        for cue in self._behind_names if subjects or strangers else ():
            for phrase, name in self._subjects(cue, sentence, [*subjects, *strangers] if cue.names else subjects):
                yield cue, phrase, name

    def _with_tails(self, named: Iterable[Named], sentence: Span) -> list[tuple[Named, str]]:
        """The names that any cue follows, each with the text behind it."""
        found = []
        for name in named:
            end = (name.whole or name.span).end
            tail = self._text[end : min(sentence.end, end + _TAIL)].lstrip("*_")
            if may_be_cued(tail) and self._is_cued(tail):
                found.append((name, tail))
        return found

    def _objects(
        self, places: Iterable[tuple[int, int]], sentence: Span, named: list[Named]
    ) -> Iterator[tuple[Span, Named]]:
        """The names that follow a cue: "told X"."""
        for start, end in places:
            if not self._prose.is_quoted(start) and (name := self._after(end, sentence, named)):
                yield Span(start, name.span.end), name

    def _subjects(self, cue: Cue, sentence: Span, named: list[tuple[Named, str]]) -> list[tuple[Span, Named]]:
        """The names that a cue follows: "X argues"."""
        found = []
        for name, tail in named:
            match = cue.pattern.match(tail)
            if match and not self._prose.is_quoted(name.span.start) and not self._opens_sentence(name, sentence):
                whole = name.whole or name.span
                found.append((Span(whole.start, min(whole.end + match.end(), sentence.end)), name))
        return found

    def _critics(self, hits: list[Hit[Outlet]], people: Sequence[PersonName]) -> Iterator[Named]:
        """People named as an outlet's: the outlet is the source, the person the one who speaks."""
        for hit in hits:
            next_one = bisect_left(people, hit.span.end, key=lambda person: person.span.start)
            for person in people[next_one : next_one + 1]:
                if _WHOSE.match(self._text[hit.span.end : person.span.start][:_REACH]):
                    yield replace(_outlet_named(hit), person=person, whole=Span(hit.span.start, person.span.end))
            for person in people[max(0, next_one - 1) : next_one]:
                if _OF.match(self._text[person.span.end : max(person.span.end, hit.span.start)][:_REACH]):
                    yield replace(_outlet_named(hit), person=person, whole=Span(person.span.start, hit.span.end))

    def _opens_sentence(self, named: Named, sentence: Span) -> bool:
        """An outlet of one word at the head of a sentence may be just that word ("Time says little")."""
        if not named.outlet or named.whole or named.span.start != sentence.start:
            return False
        return named.span.of(self._text).isalpha() and not self._is_emphasised(named)

    def _is_title(self, name: Span) -> bool:
        """Whether quotation marks, italics or small words show that an unknown name is the beginning of a title."""
        around = covering(self._emphases, name.start)
        cut = around is not None and around.end > name.end
        return cut or self._text[name.start - 1] in _OPENING or bool(_TITLE_GOES_ON.match(self._text, name.end))

    def subject(self, end: int, sentence: Span) -> str:
        """The name that ends right before a verb at ``end``, known or not, as far as the text has it whole; or ""."""
        reach = Span(max(sentence.start, end - _TAIL), end)
        called = [(one.span, one.full) for one in self._people.within(reach)]
        # At the head of a sentence any word has a capital ("Critics told ...").
        strange = [(run, run.of(self._text)) for run in self._people.strangers(reach) if run.start > sentence.start]
        span, name = max([*called, *strange], default=(reach, ""))
        joined = _HAS.match(self._text[span.end : end]) and not self._prose.is_quoted(span.start)
        return name if joined else ""

    def _is_emphasised(self, named: Named) -> bool:
        return covering(self._emphases, named.span.start) is not None

    def _after(self, offset: int, sentence: Span, named: list[Named]) -> Named | None:
        """The name that begins right after a cue, but for an article and a trade."""

        def follows(start: int) -> bool:
            return bool(ROLE_BEFORE.match(self._text[offset:start]))

        first, last = bisect_left(named, offset, key=_start), bisect_left(named, offset + _REACH, key=_start)
        candidates = [one for one in named[first:last] if follows(one.span.start)]
        candidates = [one for one in candidates if one.known or self._text[one.span.start - 1] not in _OPENING]
        if candidates:
            return max(candidates, key=lambda named: (named.known, named.outlet, -named.span.start))
        unknown = _UNKNOWN.search(self._text, offset, min(sentence.end, offset + _TAIL))
        if unknown and follows(unknown.start()) and not self._is_title(Span(*unknown.span())):
            return Named(Span(*unknown.span()), outlet=bool(OUTLET_LIKE.search(unknown[0])))
        return None


def _outlets(records: Records) -> Gazetteer[Outlet]:
    return Gazetteer(_outlet_forms(records.outlets))


def _outlet_forms(outlets: Iterable[Outlet]) -> Iterator[tuple[str, Outlet]]:
    """Every form of every outlet; running text drops the article ("told the Guardian")."""
    for outlet in outlets:
        for form in outlet.forms:
            yield form, outlet
            yield form.removeprefix("The "), outlet


def _start(named: Named) -> int:
    return named.span.start


def _outlet_named(hit: Hit[Outlet]) -> Named:
    only = hit.items[0].id if len(hit.items) == 1 else ""
    return Named(hit.span, only, outlet=True)


def _person_named(person: PersonName) -> Named:
    return Named(person.span, person.id, person)
