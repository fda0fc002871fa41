"""_Names in the place of a source: outlets, their critics, persons, works, and names nobody knows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from anora_bib import language
from anora_bib.find.gazetteer import Gazetteer, Hit
from anora_bib.find.phrases.beside import Beside, Named, places
from anora_bib.find.phrases.callings import HONORIFICS, calling_before, is_calling
from anora_bib.find.phrases.cues import OUTLET_LIKE, ROLE_BEFORE, Cue, is_post
from anora_bib.find.phrases.heads import Head, HeadKind, alone, head
from anora_bib.find.phrases.predicates import Predicate, predicate
from anora_bib.find.phrases.verbs import AUXILIARIES, VERBS
from anora_bib.find.prose.bodies import find_bodies
from anora_bib.find.prose.people import NAME
from anora_bib.find.prose.tongue import tongue
from anora_bib.find.sources.names.said import Sayings
from anora_bib.model import Outlet, Records
from anora_bib.model.essay.people import People, PersonName
from anora_bib.model.essay.prose import Prose
from anora_bib.text.intervals import covering
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_UNKNOWN = lazy(NAME)
_REACH = 60
"""How many characters an article and a person's trades may take between a cue and the name."""

_WHOSE = lazy(r"^[*_]?[\u2019'](?:s)?\s(?:(?:film|chief|critic|reporter|columnist|own|lead|senior)\s){0,3}$")
_OF = lazy(r"^,?\s(?:of|at|for|from|in|over\sat)\s(?:the\s)?[*_]?$|^\s\([*_]?$")

_AND = lazy(r"[*_\]]{0,2}\s(?:and|&|und|et|e|y)\s[*_\[]{0,2}")
_AND_REACH = 10
_TAIL = 120
"""How far behind a cue the name may end."""
_TITLE_GOES_ON = lazy(r"(?:\s(?:and|of|the|in|for|to|on|from|with)){1,3}\s[A-Z]")
_HAS = lazy(r"\s(?:(?:has|had|have|once|also|later|then)\s){0,2}$")
_OPENING = "\u201c\u2018\"'\u00ab"
_POSSESSIVE = lazy(r"[*_]{0,2}[\u2019']s?\s")
"""Behind the name of somebody whose lawyer, or counterpart, is meant."""
_NO_NAMES = language.capitalized("begins_no_name")
_POST_REACH = 120
"""The same where what a person is stands before a comma."""
_NUMBERED = lazy(r"\s\d")
"""Behind a word with a capital that is no name: according to Article 87."""
_NOUN = lazy(r"\s([a-z][\w-]{2,20})\b")
_THE = (" the ", " The ")
"""Before a name behind which a small word stands that is therefore no verb."""
_STOPS = lazy(r"[,.;:!?()]")
_WORDS_BEFORE = 6
"""How many words may tell what somebody is: "the late French sociologist"."""


@dataclass(slots=True)
class _Names:
    """What a sentence has: its persons, single words that may be names, outlets, and cues."""

    people: list[PersonName] = field(default_factory=list)
    words: list[Span] = field(default_factory=list)
    hits: list[Hit[Outlet]] = field(default_factory=list)
    bodies: list[Span] = field(default_factory=list)
    cues: list[tuple[Span, Cue]] = field(default_factory=list)


class Namer:
    """Finds the names in the sentences of one essay, and what stands beside them. ``emphases`` are its italics."""

    def __init__(
        self, prose: Prose, people: People, records: Records, emphases: Sequence[Span], cues: Iterable[Cue]
    ) -> None:
        self._prose = prose
        self._text = prose.text
        self._people = people
        self._emphases = emphases
        self._cues = tuple(cues)
        self._sentences = [sentence for paragraph in prose.paragraphs for sentence in paragraph.sentences]
        self._names: dict[Span, _Names] = {}
        outlets_in = records.derived(_outlets).in_words(prose.words)
        for paragraph in prose.paragraphs:
            for hit in outlets_in(paragraph.span):
                self._of(hit.span).hits.append(hit)
        for person in people.named:
            self._of(person.span).people.append(person)
        for word in people.single:
            sentence = covering(self._sentences, word.start)
            # A word with a capital at the head of a sentence, which the text has in small letters, is no name.
            if sentence and (word.start > sentence.start or word.of(self._text).lower() not in prose.words):
                self._of(word).words.append(word)
        for body in prose.derived(find_bodies):
            self._of(body).bodies.append(body)
        for place, cue in places(self._cues, prose.words):
            self._of(place).cues.append((place, cue))
        self.predicates: dict[int, Predicate | None] = {}
        """What is said of each person, by where the name begins."""
        self._sayings = Sayings(prose.text, people)
        self._read_predicates()

    def _read_predicates(self) -> None:
        for sentence, names in self._names.items():
            for person in names.people:
                self.predicates[person.span.start] = self._sayings.of(person.span, sentence)
            for word in names.words:
                self.predicates[word.start] = self._sayings.of(word, sentence)

    def _of(self, span: Span) -> _Names:
        """What the sentence has in which ``span`` begins; of no use if it ends in another."""
        sentence = covering(self._sentences, span.start)
        if sentence is None or span.end > sentence.end:
            return _Names()
        if sentence not in self._names:
            self._names[sentence] = _Names()
        return self._names[sentence]

    def beside(self, sentence: Span) -> Iterator[Beside]:
        """Each phrase of the sentence that has a name in it: those with a cue before the name first, kind by kind."""
        names = self._names.get(sentence)
        if names is None:
            return
        named = list(map(_person_named, names.people))
        if names.hits:
            named = sorted((*map(_outlet_named, names.hits), *named), key=_start)
        if names.bodies:
            named = sorted((*named, *self._bodies(names)), key=_start)
        if names.cues:
            yield from self._objects(names.cues, sentence, named)
        everyone = (*named, *map(Named, names.words))
        for name in everyone:
            genitive = self._text.startswith("s", name.span.end)
            before = head(self._text, name.span.start, sentence.start, genitive=genitive) or alone(
                self._text, name.span
            )
            if before and not self._is_otherwise(name, before, sentence):
                yield Beside(Span(before.start, name.span.end), name, head=before)
                if other := next((one for one in everyone if self._joins(name.span, one.span)), None):
                    yield Beside(Span(before.start, other.span.end), other, head=before)
        critics = self._critics(names.hits, names.people) if names.hits else ()
        for name in (*critics, *everyone):
            if found := self._subject(name, sentence):
                yield found

    def _joins(self, name: Span, other: Span) -> bool:
        """Whether "and" joins another name to the one before, of whom the same is said: "the thesis of Roe and Doe"."""
        return name.end < other.start <= name.end + _AND_REACH and bool(
            _AND.fullmatch(self._text, name.end, other.start)
        )

    def _bodies(self, names: _Names) -> Iterator[Named]:
        """The bodies that are no outlet and no part of a person's name."""
        taken = [*(hit.span for hit in names.hits), *(person.span for person in names.people)]
        for body in names.bodies:
            if not any(body.overlaps(span) for span in taken):
                yield Named(body, body=True)

    def _objects(self, places: Iterable[tuple[Span, Cue]], sentence: Span, named: list[Named]) -> Iterator[Beside]:
        """The names that follow a cue, kind by kind: "told X"."""
        for kind in self._cues:
            done = 0
            for place, cue in places:
                if cue is not kind or place.start < done:
                    continue
                done = place.end
                if self._prose.is_quoted(place.start):
                    continue
                name = self._after(place.end, sentence, named)
                if name and (name.outlet or not _POSSESSIVE.match(self._text, name.span.end)):
                    yield Beside(Span(place.start, name.span.end), name, cue)

    def _is_otherwise(self, name: Named, before: Head, sentence: Span) -> bool:
        """Whether what stands before a name is another's: quoted, of a title, of the lawyer of the one named."""
        if _POSSESSIVE.match(self._text, name.span.end) or self._prose.is_quoted(before.start):
            return True
        return self._is_titular(name, before, sentence)

    def _is_titular(self, name: Named, before: Head, sentence: Span) -> bool:
        """Whether a name, or the noun before "of X", is a part of a title, by italics or an English capital."""
        start = before.start
        if self._in_title(name):
            return True
        if before.kind is not HeadKind.IDEA:
            return False
        if covering(self._emphases, start) is not None:
            return True
        capital = self._prose.derived(tongue) != "de" and self._text[start].isupper()
        return capital and start > sentence.start and self._text[start - 2 : start - 1].isalpha()

    def _subject(self, name: Named, sentence: Span) -> Beside | None:
        """The name with what is said of it: "X argues"."""
        whole = name.whole or name.span
        known = name.whole is None and not name.outlet and not name.body
        said = self.predicates[name.span.start] if known else predicate(self._text, whole.end, sentence.end)
        if said is None or self._prose.is_quoted(name.span.start):
            return None
        if self._opens_sentence(name, sentence) or self._in_title(name):
            return None
        return Beside(Span(whole.start, min(said.end, sentence.end)), name, predicate=said)

    def _critics(self, hits: list[Hit[Outlet]], people: Sequence[PersonName]) -> Iterator[Named]:
        """People named as an outlet's: the outlet is the source, the person the one who speaks."""
        for hit in hits:
            next_one = bisect_left(people, hit.span.end, key=lambda person: person.span.start)
            for person in people[next_one : next_one + 1]:
                if _WHOSE.match(self._text[hit.span.end : person.span.start][:_REACH]):
                    yield _outlet_named(hit)._replace(person=person, whole=Span(hit.span.start, person.span.end))
            for person in people[max(0, next_one - 1) : next_one]:
                if _OF.match(self._text[person.span.end : max(person.span.end, hit.span.start)][:_REACH]):
                    yield _outlet_named(hit)._replace(person=person, whole=Span(person.span.start, hit.span.end))

    def _opens_sentence(self, named: Named, sentence: Span) -> bool:
        """An outlet of one word at the head of a sentence may be just that word ("Time says little"), or a pronoun."""
        if not named.outlet or named.whole:
            return False
        word = named.span.of(self._text)
        first = named.span.start == sentence.start and word.isalpha()
        return (first or word in _NO_NAMES) and not self._is_emphasised(named)

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

    def _in_title(self, name: Named) -> bool:
        """Whether a person's name is a part of a title in italics."""
        around = None if name.outlet else covering(self._emphases, name.span.start)
        return around is not None and len(around) > len(name.span) + 1

    def _is_emphasised(self, named: Named) -> bool:
        return covering(self._emphases, named.span.start) is not None

    def _after(self, offset: int, sentence: Span, named: list[Named]) -> Named | None:
        """The name that begins right after a cue, but for an article and a trade."""

        def follows(start: int) -> bool:
            between = self._text[offset:start]
            if ROLE_BEFORE.match(between):
                return True
            plain = not _STOPS.search(between) and between.count(" ") <= _WORDS_BEFORE
            called = calling_before(self._text, start) if plain else ""
            if called and (
                between[:1].islower() or all(one in before_nouns for one in named[first:last] if one.span.end < start)
            ):
                return True
            return is_post(between)

        first, last = bisect_left(named, offset, key=_start), bisect_left(named, offset + _POST_REACH, key=_start)
        before_nouns = [one for one in named[first:last] if self._stands_before_noun(one)]
        candidates = [one for one in named[first:last] if one not in before_nouns and follows(one.span.start)]
        candidates = [one for one in candidates if one.known or self._text[one.span.start - 1] not in _OPENING]
        if candidates:
            return max(candidates, key=lambda named: (named.known, named.outlet, -named.span.start))
        strangers = _UNKNOWN.finditer(self._text, offset, min(sentence.end, offset + _TAIL))
        stranger = next((one for one in strangers if one[0] not in HONORIFICS), None)
        if stranger and (
            _NUMBERED.match(self._text, stranger.end())
            or any(one.span.overlaps(Span(*stranger.span())) for one in before_nouns)
            or self._stands_before_noun(Named(Span(*stranger.span())))
        ):
            return None
        if stranger and follows(stranger.start()) and not self._is_title(Span(*stranger.span())):
            return Named(Span(*stranger.span()), outlet=bool(OUTLET_LIKE.search(stranger[0])))
        return None

    def _stands_before_noun(self, name: Named) -> bool:
        """Whether a name only says of what kind a thing or a person is: the TEI standard, the New Testament scholar."""
        if name.known or name.outlet:
            return False
        noun = _NOUN.match(self._text, name.span.end)
        if noun is None:
            return False
        if is_calling(noun[1]):
            return True
        ordinary = noun[1].capitalize() not in _NO_NAMES and noun[1] not in AUXILIARIES and noun[1] not in VERBS
        return ordinary and not noun[1].endswith("ly") and self._text.endswith(_THE, 0, name.span.start)


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
