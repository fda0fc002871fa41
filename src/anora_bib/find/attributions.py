"""Sources named in prose: "as she told Variety", "Fisher argues", "(See Jane Roe's Title)", words a marker backs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from anora_bib.find.cues import AS_CLAUSE, CUES, IN_HIS_BOOK, OUTLET_LIKE, ROLE_BEFORE, SPEECH, THAT, Cue, Side
from anora_bib.find.gazetteer import Gazetteer, Hit
from anora_bib.find.intervals import covering, first_from
from anora_bib.find.people import NAME, People, PersonName
from anora_bib.find.prose import Paragraph, Prose, read_prose
from anora_bib.find.see_also import SeeAlso, find_see_also
from anora_bib.find.titles import is_title_case
from anora_bib.model import Apparatus, Attribution, Marker, Outlet, Place, Records
from anora_bib.spans import Span
from anora_bib.text import fold

_UNKNOWN = re.compile(NAME)
_REACH = 60
"""How many characters an article and a person's trades may take between a cue and the name."""

_TITLE_BEFORE = re.compile(
    r"\b(?:essay|article|book|piece|titled|called|entitled|novel|memoir|film|review|chapter|song|post|column),?\s$"
)
_TAG = re.compile(
    r"^[\u201d\"'\u2019]\s(?:(?:s?he|they|I|we)\s\w{3,14}|[A-Z][\w.\u2019-]{1,20}(?:\s[A-Z][\w.\u2019-]{0,20}){0,3}\s\w{3,14}|"
    r"\w{3,14}\s(?:s?he|they|[A-Z][\w.\u2019-]{1,20}(?:\s[A-Z][\w.\u2019-]{0,20}){0,3}))(?:\s\w{2,14}){0,5}[,.;:\u2014]?\s[\u201c\"\u2018']$"
)
"""What interrupts a quotation: "... ," she explained, "..."."""

_WHOSE = re.compile(r"^[*_]?[\u2019'](?:s)?\s(?:(?:film|chief|critic|reporter|columnist|own|lead|senior)\s){0,3}$")
_OF = re.compile(r"^,?\s(?:of|at|for|from|in|over\sat)\s(?:the\s)?[*_]?$|^\s\([*_]?$")

_TAG_REACH = 90
_MARKER_REACH = 6
"""A closing mark or two, a stop and a space may stand between quoted words and their marker."""
_OPENING = "\u201c\u2018\"'\u00ab"
_CLOSING = " \u201d\u2019\"'\u00bb.,;:!?)]*_"

_NO_PIECE = frozenset(
    """bill chapter entry-dictionary entry-encyclopedia legal_case legislation regulation statute treaty motion_picture
    song""".split()
)
"""Types whose container (a reporter, a book, an album) is not who said the words."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A name beside a cue. ``whole`` also covers the critic where an outlet's is named: "Variety's Jane Roe"."""

    span: Span
    source: str = ""
    person: PersonName | None = None
    outlet: bool = False
    whole: Span | None = None

    @property
    def known(self) -> bool:
        return bool(self.source) or bool(self.person and self.person.known)


def find_attributions(apparatus: Apparatus, records: Records) -> tuple[Attribution, ...]:
    """Every place where the running text says whose words or findings it gives, in order of the text.

    An outlet of the records counts in any of the constructions (see ``cues``). A person counts where words are quoted,
    a title or a marker stands in the same sentence, or the construction names sources and nothing else. A quotation
    with a marker whose note cites a piece in an outlet is attributed to that outlet even if the sentence is silent.
    """
    prose = read_prose(apparatus)
    reader = _Reader(apparatus, records, prose)
    found = [attribution for paragraph in prose.paragraphs for attribution in reader.paragraph(paragraph)]
    found += reader.see_also()
    found += reader.by_markers(found)
    return tuple(sorted(found, key=lambda attribution: attribution.span))


class _Reader:
    """What is needed to read one essay's sentences for attributions."""

    def __init__(self, apparatus: Apparatus, records: Records, prose: Prose) -> None:
        self._apparatus = apparatus
        self._records = records
        self._prose = prose
        self._text = prose.text
        self._outlets = Gazetteer(_outlet_forms(records.outlets))
        self._people = People(apparatus, records, prose.text, [paragraph.span for paragraph in prose.paragraphs])
        self._titles = {fold(form) for work in records.works for form in work.forms}
        self._emphases = sorted(emphasis.span for emphasis in apparatus.essay.emphases)

    def paragraph(self, paragraph: Paragraph) -> Iterator[Attribution]:
        for index, sentence in enumerate(paragraph.sentences):
            found: list[Attribution] = []
            for attribution in self._sentence(paragraph, index, sentence):
                if not any(_same(attribution, other) for other in found):
                    found.append(attribution)
            yield from found

    def see_also(self) -> Iterator[Attribution]:
        """Those of parentheses that name author and title."""
        for item in find_see_also(self._text, (paragraph.span for paragraph in self._prose.paragraphs)):
            name = item.names[0] if len(item.names) == 1 else " and ".join(item.names)
            yield Attribution(item.span.of(self._apparatus.essay.text), item.span, name, self._see_source(item))

    def by_markers(self, found: Iterable[Attribution]) -> Iterator[Attribution]:
        """Quotations that no sentence attributes but a marker right after them does."""
        attributed = {attribution.quotation for attribution in found}
        used = {span for attribution in found for span in self._backing(attribution)}
        for quotation in self._prose.quotations:
            marker = marker_after(self._prose, quotation)
            if marker is None or quotation in attributed or marker.span in used:
                continue
            if container := self._container(marker):
                outlet = self._records.outlet(container)
                words = quotation.of(self._apparatus.essay.text)
                source = outlet.id if outlet else ""
                yield Attribution(words, quotation, container, source, quotation=quotation, marker=marker.label)

    def _container(self, marker: Marker) -> str:
        """The outlet of the one piece that the marker's note cites; "" if there is not exactly one."""
        pieces = [ref.entry for ref in self._apparatus.references_at(Place.NOTE, marker.label)]
        if len(pieces) != 1 or pieces[0].type in _NO_PIECE:
            return ""
        return pieces[0].string("container-title")

    def _see_source(self, item: SeeAlso) -> str:
        """The work if the records know it, else the first author."""
        title = item.title.of(self._text)
        works = [record.id for record in self._records.named(title) if record in self._records.works]
        people = [person.id for person in self._people.within(item.span) if person.id]
        return next(iter([*works, *people]), "")

    def _sentence(self, paragraph: Paragraph, index: int, sentence: Span) -> Iterator[Attribution]:
        hits = list(self._outlets.scan(self._text, sentence))
        people = self._people.within(sentence)
        for cue in CUES:
            for phrase, named in self._named(cue, sentence, hits, people):
                attribution = self._accept(cue, phrase, named, paragraph, index)
                if attribution:
                    yield attribution

    def _named(
        self, cue: Cue, sentence: Span, hits: list[Hit[Outlet]], people: list[PersonName]
    ) -> Iterator[tuple[Span, _Named]]:
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

    def _critics(self, hits: list[Hit[Outlet]], people: list[PersonName]) -> Iterator[_Named]:
        """People named as an outlet's: the outlet is the source, the person the one who speaks."""
        for hit in hits:
            for person in people:
                if _WHOSE.match(self._text[hit.span.end : max(hit.span.end, person.span.start)]):
                    whole = Span(hit.span.start, person.span.end)
                    yield replace(_outlet_named(hit), person=person, whole=whole)
                elif _OF.match(self._text[person.span.end : max(person.span.end, hit.span.start)]):
                    whole = Span(person.span.start, hit.span.end)
                    yield replace(_outlet_named(hit), person=person, whole=whole)

    def _opens_sentence(self, named: _Named, sentence: Span) -> bool:
        """An outlet of one word at the head of a sentence may be just that word ("Time says little")."""
        if not named.outlet or named.whole or named.span.start != sentence.start:
            return False
        return named.span.of(self._text).isalpha() and not self._is_emphasised(named)

    def _is_emphasised(self, named: _Named) -> bool:
        return covering(self._emphases, named.span.start) is not None

    def _after(self, offset: int, sentence: Span, hits: list[Hit[Outlet]], people: list[PersonName]) -> _Named | None:
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
            return _Named(Span(*unknown.span()), outlet=bool(OUTLET_LIKE.search(unknown[0])))
        return None

    def _accept(self, cue: Cue, phrase: Span, named: _Named, paragraph: Paragraph, index: int) -> Attribution | None:
        """The attribution, if what stands beside the name makes it one."""
        sentence = paragraph.sentences[index]
        quotation = self._quotation(cue, phrase, paragraph, index)
        marker = self._marker(phrase, sentence, quotation)
        if fold(named.span.of(self._text)) in self._titles and not named.known:
            return None
        if not self._counts(cue, phrase, named, sentence, quotation, marker):
            return None
        speaker = self._speaker(cue, phrase, named, paragraph, index)
        return Attribution(
            phrase.of(self._apparatus.essay.text),
            phrase,
            named.span.of(self._apparatus.essay.text),
            named.source,
            speaker,
            quotation,
            marker.label if marker else "",
            cue.interview,
        )

    def _counts(
        self, cue: Cue, phrase: Span, named: _Named, sentence: Span, quotation: Span | None, marker: Marker | None
    ) -> bool:
        if named.outlet:
            return True
        as_clause = bool(AS_CLAUSE.search(self._text, max(sentence.start, phrase.start - 60), phrase.start))
        backed = (
            quotation is not None
            or marker is not None
            or bool(IN_HIS_BOOK.search(self._text, sentence.start, sentence.end))
        )
        if named.known:
            claims = bool(THAT.search(self._text, phrase.start, min(sentence.end, phrase.end + 5)))
            return backed or (cue.names and not cue.interview) or ((as_clause or claims) and not cue.speech)
        if cue.interview:
            return marker is not None or (not cue.speech and quotation is not None and quotation.start > sentence.end)
        in_book = bool(IN_HIS_BOOK.search(self._text, sentence.start, sentence.end))
        return backed and (in_book or not cue.speech) and (named.person is not None or cue.names)

    def _quotation(self, cue: Cue, phrase: Span, paragraph: Paragraph, index: int) -> Span | None:
        """The words that belong to a phrase: nearest after it, else before it, else opening what follows."""
        sentence = paragraph.sentences[index]
        quoted = [span for span in self._prose.quotations_in(sentence) if not self._is_title(span, sentence)]
        before = [span for span in quoted if span.end <= phrase.start]
        after = [span for span in quoted if span.start >= phrase.end]
        if before and (not after or self._leads(before[-1], phrase)):
            return self._with_continuation(before[-1])
        if after:
            return self._with_continuation(after[0])
        if cue.interview or self._text[sentence.end - 1] == ":":
            following = self._next_quotation(sentence.end)
            return self._with_continuation(following) if following else None
        return None

    def _is_title(self, quotation: Span, sentence: Span) -> bool:
        """True for "in her essay "Title"", which quotes nothing."""
        words = quotation.of(self._text).rstrip(",.")
        before = self._text[max(sentence.start, quotation.start - 20) : max(sentence.start, quotation.start - 1)]
        cited = before.endswith("in ") and (fold(words) in self._titles or is_title_case(words))
        return cited or bool(_TITLE_BEFORE.search(before))

    def _leads(self, quotation: Span, phrase: Span) -> bool:
        """True for "..., " she told X: a quotation that the phrase hangs on."""
        closed = (
            quotation.of(self._text)[-1:] in (",", "?", "!", "\u2014") or self._text[quotation.end + 1 :][:1] == ","
        )
        return closed and phrase.start - quotation.end <= _REACH

    def _with_continuation(self, quotation: Span) -> Span:
        """The quotation and what goes on after "she explained"; one span."""
        paragraph = self._prose.paragraph_at(quotation.start)
        for following in paragraph.quotations if paragraph else ():
            if following.start <= quotation.start:
                continue
            gap = self._text[quotation.end : following.start]
            interrupted = quotation.of(self._text)[-1:] in (",", "?", "!", "\u2014")
            if not interrupted or len(gap) > _TAG_REACH or not _TAG.match(gap):
                break
            quotation = Span(quotation.start, following.end)
        return quotation

    def _next_quotation(self, offset: int) -> Span | None:
        """The quotation that opens the next sentence or paragraph."""
        following = first_from(self._prose.quotations, offset)
        if following and not self._text[offset : following.start].strip(" \t\r\n>*_-\u201c\u2018\"'\u00ab\u201e"):
            return following
        return None

    def _marker(self, phrase: Span, sentence: Span, quotation: Span | None) -> Marker | None:
        """The marker that backs a phrase: after it in its sentence, else after the words quoted."""
        inside = self._prose.markers_in(Span(phrase.start, max(phrase.start, sentence.end)))
        if inside:
            return inside[0]
        return marker_after(self._prose, quotation) if quotation else None

    def _backing(self, attribution: Attribution) -> Iterator[Span]:
        """The places of the markers that an attribution rests on."""
        reach = Span(
            attribution.span.start, max(attribution.span.end, (attribution.quotation or attribution.span).end) + 8
        )
        for marker in self._prose.markers_in(reach):
            if marker.label == attribution.marker:
                yield marker.span

    def _speaker(self, cue: Cue, phrase: Span, named: _Named, paragraph: Paragraph, index: int) -> str:
        """Who is quoted: the person named, or where an outlet is, the person the sentence is about; "" if unclear."""
        sentence = paragraph.sentences[index]
        if not cue.interview and (named.person or not named.outlet):
            return named.person.full if named.person else ""
        if not cue.interview and not SPEECH.search(self._text, sentence.start, phrase.end):
            return ""
        others = [person for person in self._people.within(sentence) if not self._prose.is_quoted(person.span.start)]
        before = [person for person in others if person.span.end <= phrase.start]
        after = [person for person in others if person.span.start >= phrase.end]
        if not named.outlet:
            asked = next((person.full for person in before[::-1] if person.known), "")
            return asked or (named.person.full if named.person else named.span.of(self._text))
        if chosen := _nearest_known(before[::-1]) or _nearest_known(after):
            return chosen.full
        earlier = self._people.within(paragraph.sentences[index - 1]) if index else []
        names = {person.full for person in earlier}
        return names.pop() if len(names) == 1 else ""


def marker_after(prose: Prose, quotation: Span) -> Marker | None:
    """The marker that stands right after a quotation."""
    for marker in prose.markers_in(Span(quotation.end, quotation.end + _MARKER_REACH)):
        return marker if not prose.text[quotation.end : marker.span.start].strip(_CLOSING) else None
    return None


def _nearest_known(people: list[PersonName]) -> PersonName | None:
    """The first of them that is known, else the first."""
    return next((person for person in people if person.known), people[0] if people else None)


def _same(one: Attribution, other: Attribution) -> bool:
    """Two phrases of a sentence that say the same: one marker, one quotation or one place."""
    return (
        (bool(one.marker) and one.marker == other.marker)
        or (one.quotation is not None and one.quotation == other.quotation)
        or one.span.overlaps(other.span)
    )


def _outlet_forms(outlets: Iterable[Outlet]) -> Iterator[tuple[str, Outlet]]:
    """Every form of every outlet; running text drops the article ("told the Guardian")."""
    for outlet in outlets:
        for form in outlet.forms:
            yield form, outlet
            yield form.removeprefix("The "), outlet


def _outlet_named(hit: Hit[Outlet]) -> _Named:
    only = hit.items[0].id if len(hit.items) == 1 else ""
    return _Named(hit.span, only, outlet=True)


def _person_named(person: PersonName) -> _Named:
    return _Named(person.span, person.id, person)
