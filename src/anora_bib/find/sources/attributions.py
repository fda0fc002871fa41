"""Sources named in prose: "as she told Variety", "Fisher argues", "(See Jane Roe's Title)", words a marker backs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from anora_bib.find.phrases.beside import Beside
from anora_bib.find.phrases.cues import CUES, SPEECH
from anora_bib.find.prose.see_also import SeeAlso, find_see_also
from anora_bib.find.sources.names.named import Namer
from anora_bib.find.sources.names.standing import Standing, Standings
from anora_bib.find.sources.names.works import named_works
from anora_bib.find.sources.quoting.by_role import find_by_role
from anora_bib.find.sources.quoting.credits import Credits
from anora_bib.find.sources.quoting.quoted_words import QuotedWords, marker_after, marker_behind
from anora_bib.find.sources.quoting.set_off import find_set_off, inside, set_off
from anora_bib.find.sources.quoting.speakers import Speaking, find_speakers
from anora_bib.find.sources.telling.claims import Claims
from anora_bib.find.sources.telling.inserted import find_inserted
from anora_bib.model import Apparatus, Attribution, Marker, Person, Place, Records, Reference, Relation, Work
from anora_bib.model.essay.people import PersonName
from anora_bib.model.essay.prose import Paragraph, Prose
from anora_bib.text.characters import collapse, join_names
from anora_bib.text.spans import Span

_NOT_WRITTEN = frozenset("bill legal_case legislation regulation statute treaty motion_picture song".split())
"""Types whose authors, if there are any, are not those of words quoted from them."""
_NO_PIECE = frozenset(
    """bill book chapter entry-dictionary entry-encyclopedia legal_case legislation regulation statute treaty
    motion_picture song thesis""".split()
)
"""Types whose container (a reporter, a book, an album) is not who said the words."""
_JOURNALISM = frozenset(("article-magazine", "article-newspaper", "webpage", "post-weblog", "interview", "broadcast"))
"""Pieces that prose names by the outlet; works of scholars are named by the author."""


_ASKED = re.compile(r"(?:asked|interviewed|pressed|prompted|questioned)\sby\s")
_APART = re.compile(r"^[^.;:!?]{0,120},\s$")
"""Between a person and "in conversation with X", which then tells to whom that person speaks."""
_OFTEN = 3
"""A word that may be a family name is one if the essay has it so often."""
_TOLD_BY = re.compile(r"\b(?:s?he|they)\stold\b")
_TELLS = 5
"""The length of "told", with which such a phrase begins."""
_BEHIND_NOUN = 60
"""How far behind "X's thesis" the words may be quoted that it is put in."""


def find_attributions(apparatus: Apparatus, records: Records) -> tuple[Attribution, ...]:
    """Every place where the running text says whose words, thoughts or findings it gives, in order of the text.

    A source is who or what stands in the place of one: before a verb of saying, thinking, showing; as the possessor of
    a thought or a piece of writing; behind "according to", "for", "coined by" and the like (see ``predicates``,
    ``cues``). How much more it takes depends on who is named (see ``standing``): of an outlet or a known author little,
    of a word that may be anybody's name a claim or quoted words; people of a film or novel are none. Other quotations
    get the speaker of those around them (see ``speakers``). A quotation with a marker whose note cites a piece in an
    outlet is attributed to that outlet even if the sentence is silent.
    """
    prose = apparatus.prose
    reader = _Reader(apparatus, records, prose)
    blocks = set_off(apparatus, reader.credits)
    said = [paragraph for paragraph in prose.paragraphs if not inside(blocks, paragraph.span)]
    attributions = [attribution for paragraph in said for attribution in reader.paragraph(paragraph)]
    attributions += reader.see_also()
    attributions += find_by_role(apparatus, reader.quoted)
    attributions += find_inserted(apparatus, {one.quotation for one in attributions if one.quotation})
    attributions += reader.credits.attributions({one.quotation for one in attributions if one.quotation})
    attributions += find_set_off(prose, blocks, attributions, reader.credits, reader.speaking(attributions).all)
    attributions += find_speakers(said, prose, attributions, reader.quoted, reader.speaking(attributions))
    attributions += reader.by_markers(attributions)
    in_one_line = (replace(one, name=collapse(one.name), speaker=collapse(one.speaker)) for one in attributions)
    return tuple(sorted(in_one_line, key=lambda attribution: attribution.span))


class _Reader:
    """What is needed to read one essay's sentences for attributions."""

    def __init__(self, apparatus: Apparatus, records: Records, prose: Prose) -> None:
        self._apparatus = apparatus
        self._records = records
        self._prose = prose
        self._text = prose.text
        self._people = apparatus.people
        emphases = sorted(emphasis.span for emphasis in apparatus.essay.emphases)
        self._namer = Namer(prose, self._people, records, emphases, CUES)
        self._standings = standings = Standings(apparatus, records, self._namer.predicates)
        self._claims = Claims(prose, standings)
        self._works = named_works(apparatus, records, emphases, story=standings.story)
        self.credits = Credits(apparatus)
        self._is_title = partial(_is_work_of, records)  # no method, which would keep the whole essay for good
        self.quoted = QuotedWords(prose, self._is_title)
        self._at_note: dict[str, list[Reference]] = {}
        for reference in apparatus.references:
            if reference.place is Place.NOTE:
                self._at_note.setdefault(reference.label, []).append(reference)

    def paragraph(self, paragraph: Paragraph) -> Iterator[Attribution]:
        for index in range(len(paragraph.sentences)):
            yield from self._sentence(paragraph, index)

    def speaking(self, attributions: Iterable[Attribution]) -> Speaking:
        """The persons who may be meant by "he writes", and all that may be interviewed: no people of a story."""
        spoken = {one.speaker for one in attributions}
        named = [(one, self._standings.of(one)) for one in self._people.named]
        writing = [one for one, standing in named if one.full in spoken or standing is Standing.SOURCE]
        words = Counter(word.of(self._text) for word in self._people.single)
        often = [PersonName(word, name) for word in self._people.single if words[name := word.of(self._text)] >= _OFTEN]
        real = [one for one, standing in named if standing is not Standing.CHARACTER]
        everyone = sorted([*real, *often], key=lambda one: one.span)
        return Speaking(writing, everyone, self._standings.story)

    def see_also(self) -> Iterator[Attribution]:
        """Those of parentheses that name author and title."""
        for item in self._prose.derived(find_see_also):
            name = item.names[0] if len(item.names) == 1 else " and ".join(item.names)
            yield Attribution(item.span.of(self._apparatus.essay.text), item.span, name, self._see_source(item))

    def by_markers(self, attributions: Iterable[Attribution]) -> Iterator[Attribution]:
        """Quotations that no sentence attributes but a marker right after them does."""
        attributed = {attribution.quotation for attribution in attributions}
        used = {span for attribution in attributions for span in self._backing(attribution)}
        for quotation in self._prose.quotations:
            marker = marker_after(self._prose, quotation)
            if marker is None or quotation in attributed or marker.span in used:
                continue
            if named := self._behind(marker):
                words = quotation.of(self._apparatus.essay.text)
                yield Attribution(words, quotation, *named, quotation=quotation, marker=marker.label)

    def _behind(self, marker: Marker) -> tuple[str, str, str] | None:
        """Name, record and speaker of the one piece that the marker's note cites: its author, or else its outlet."""
        pieces = [reference.entry for reference in self._at_note.get(marker.label, [])]
        if len(pieces) != 1 or pieces[0].type in _NOT_WRITTEN:
            return None
        authors = pieces[0].names("author")
        if authors and pieces[0].type not in _JOURNALISM:
            name = join_names(author.display for author in authors)
            people = [record.id for record in self._records.named(name) if isinstance(record, Person)]
            return name, people[0] if len(people) == 1 else "", name
        container = pieces[0].string("container-title")
        if not container or pieces[0].type in _NO_PIECE:
            return None
        outlet = self._records.outlet(container)
        return container, outlet.id if outlet else "", ""

    def _see_source(self, item: SeeAlso) -> str:
        """The work if the records know it, else the first author."""
        title = item.title.of(self._text)
        works = [record.id for record in self._records.named(title) if isinstance(record, Work)]
        people = [person.id for person in self._people.within(item.span) if person.id]
        return next(iter([*works, *people]), "")

    def _sentence(self, paragraph: Paragraph, index: int) -> Iterable[Attribution]:
        """The attributions of a sentence: one for each phrase, and one that has the quotation."""
        sentence = paragraph.sentences[index]
        accepted: list[Attribution] = []
        for found in self._namer.beside(sentence):
            attribution = self._accept(found, paragraph, index)
            if attribution is None:
                continue
            accepted = [one for one in accepted if not _only_asks(one, attribution)]
            if not any(_covers(other, attribution) for other in accepted):
                accepted.append(attribution)
        if not accepted:
            accepted += self._works_as_sources(sentence)
        return _each_quotation_once(accepted) if len(accepted) > 1 else accepted

    def _works_as_sources(self, sentence: Span) -> Iterator[Attribution]:
        """Books and essays in the place of a source: "*Title* argues that ..."."""
        for work in self._works(sentence):
            quotation = self.quoted.beside(work.phrase, sentence, may_follow=False)
            marker = marker_behind(self._prose, work.phrase, sentence, quotation)
            text = work.phrase.of(self._apparatus.essay.text)
            name = work.span.of(self._apparatus.essay.text)
            yield Attribution(text, work.phrase, name, work.record, "", quotation, marker.label if marker else "")

    def _accept(self, found: Beside, paragraph: Paragraph, index: int) -> Attribution | None:
        """The attribution, if what stands beside the name makes it one."""
        sentence = paragraph.sentences[index]
        named = found.named
        if not named.known and self._is_title(named.span.of(self._text)):
            return None
        interview = found.cue is not None and found.cue.interview
        quotation = self.quoted.beside(found.phrase, sentence, may_follow=interview)
        if quotation and found.possesses and not found.phrase.contains(quotation):
            quotation = quotation if 0 <= quotation.start - found.phrase.end <= _BEHIND_NOUN else None
        if quotation and (found.opens or found.possesses) and self.credits.of(quotation):
            quotation = None
        marker = marker_behind(self._prose, found.phrase, sentence, quotation)
        if not self._claims.counts(found, sentence, quotation, marker):
            return None
        return Attribution(
            found.phrase.of(self._apparatus.essay.text),
            found.phrase,
            named.span.of(self._apparatus.essay.text),
            named.source,
            self._speaker(found, paragraph, index, interview=interview),
            quotation,
            marker.label if marker else "",
            interview,
            self._claims.relation(found, sentence, quotation),
        )

    def _named_before(self, paragraph: Paragraph) -> set[str]:
        """Those whom the paragraph before names, of whom one may be meant by "he told Variety"."""
        index = self._prose.paragraphs.index(paragraph)
        before = self._prose.paragraphs[index - 1] if index else None
        return {person.full for person in self._people.within(before.span)} if before else set()

    def _backing(self, attribution: Attribution) -> Iterator[Span]:
        """The places of the markers that an attribution rests on."""
        reach = Span(
            attribution.span.start, max(attribution.span.end, (attribution.quotation or attribution.span).end) + 8
        )
        for marker in self._prose.markers_in(reach):
            if marker.label == attribution.marker:
                yield marker.span

    def _speaker(self, found: Beside, paragraph: Paragraph, index: int, *, interview: bool) -> str:
        """Who is quoted: the person named, or where an outlet is, the person the sentence is about; "" if unclear."""
        sentence = paragraph.sentences[index]
        named, phrase = found.named, found.phrase
        if not interview and (named.person or not named.outlet):
            return named.person.full if named.person else ""
        if not interview and not SPEECH.search(self._text, sentence.start, phrase.end):
            return ""
        if named.outlet and (subject := self._namer.subject(phrase.start, sentence)):
            return subject
        others = [person for person in self._people.within(sentence) if not self._prose.is_quoted(person.span.start)]
        before = [person for person in others if person.span.end <= phrase.start]
        after = [person for person in others if person.span.start >= phrase.end]
        if before and _APART.search(self._text, before[-1].span.end, phrase.start):
            return before[-1].full
        if not named.outlet:
            asked = next((person.full for person in before[::-1] if person.known), "")
            return asked or (named.person.full if named.person else named.span.of(self._text))
        if chosen := _nearest_known(before[::-1]) or _nearest_known(after):
            return chosen.full
        earlier = self._people.within(paragraph.sentences[index - 1]) if index else []
        names = {person.full for person in earlier}
        if not names and interview and _TOLD_BY.search(self._text, sentence.start, phrase.start + _TELLS):
            names = self._named_before(paragraph)
        return names.pop() if len(names) == 1 else ""


def _nearest_known(people: Sequence[PersonName]) -> PersonName | None:
    """The first of them that is known, else the first."""
    return next((person for person in people if person.known), people[0] if people else None)


def _each_quotation_once(attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Those of one sentence, each quotation with the attribution that stands nearest to it.

    Another that the sentence would give the same quotation goes without, unless it says who spoke to an outlet.
    """
    nearest: dict[Span, Attribution] = {}
    for one in attributions:
        if one.quotation and _nearer(one, nearest.setdefault(one.quotation, one)):
            nearest[one.quotation] = one
    speakers = {one.speaker for one in attributions if one.speaker and one.speaker != one.name}
    for one in attributions:
        best = nearest[one.quotation] if one.quotation else one
        if best is one:
            yield one
        elif one.name not in speakers and one.speaker not in (best.speaker, best.name):
            yield replace(one, quotation=None, relation=Relation.CITES_AS_AUTHORITY)


def _is_work_of(records: Records, words: str) -> bool:
    """True if a work of the records has that title."""
    return any(isinstance(record, Work) for record in records.named(words))


def _only_asks(one: Attribution, other: Attribution) -> bool:
    """True for the first in "Roe, when asked by Doe, replied", whose subject is the second."""
    inside = other.span.contains(one.span) and other.span.start < one.span.start
    return inside and _ASKED.match(one.text) is not None


def _covers(one: Attribution, other: Attribution) -> bool:
    """True if a phrase says nothing beside another: it overlaps that, or names the speaker of an outlet's piece.

    Of several who argue together each is a source: "Roe and Doe argue".
    """
    alike = one.span.end == other.span.end or one.span.start == other.span.start
    together = alike and "" not in (one.speaker, other.speaker) and one.speaker != other.speaker
    return (one.span.overlaps(other.span) and not together and not _parts(one, other)) or (
        bool(one.speaker) and one.speaker == other.speaker and one.name != other.name
    )


def _parts(one: Attribution, other: Attribution) -> bool:
    """True if one phrase stands between commas inside the other, of somebody else: "Roe, Doe says, held that"."""
    inner, outer = (one, other) if other.span.contains(one.span) else (other, one)
    if not outer.span.contains(inner.span) or (inner.speaker or inner.name) == (outer.speaker or outer.name):
        return False
    before = inner.span.start - outer.span.start
    return outer.text[:before].rstrip("*_[ ").endswith(",") and outer.text[before + len(inner.text) :].startswith(",")


def _nearer(one: Attribution, other: Attribution) -> bool:
    """True if the first stands nearer to the quotation of both, and neither is an outlet that printed it."""
    return _distance(one) < _distance(other) and not other.interview and one.speaker != other.speaker


def _distance(attribution: Attribution) -> int:
    quotation = attribution.quotation or attribution.span
    return max(quotation.start - attribution.span.end, attribution.span.start - quotation.end, 0)
