"""Sources named in prose: "as she told Variety", "Fisher argues", "(See Jane Roe's Title)", words a marker backs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from anora_bib.find.prose.cues import APPOSITION, AS_CLAUSE, CUES, IN_HIS_BOOK, SPEECH, THAT, Cue
from anora_bib.find.prose.named import Named, Namer
from anora_bib.find.prose.quoted_words import QuotedWords, marker_after, marker_behind
from anora_bib.find.prose.see_also import SeeAlso, find_see_also
from anora_bib.model import Apparatus, Attribution, Marker, Person, Place, Records, Reference, Work
from anora_bib.model.essay.people import PersonName
from anora_bib.model.essay.prose import Paragraph, Prose
from anora_bib.spans import Span
from anora_bib.text import join_names

_NO_PIECE = frozenset(
    """bill chapter entry-dictionary entry-encyclopedia legal_case legislation regulation statute treaty motion_picture
    song""".split()
)
"""Types whose container (a reporter, a book, an album) is not who said the words."""
_LINK = re.compile(r"[^\[\]()\n]{0,80}\]\(https?://")
"""The rest of a link's words: "[As X argues](https://...)" says who argues, and where."""
_JOURNALISM = frozenset(("article-magazine", "article-newspaper", "webpage", "post-weblog", "interview", "broadcast"))
"""Pieces that prose names by the outlet; works of scholars are named by the author."""
_BEHIND_COLON = 8
"""A paragraph's end and an opening mark may stand between a colon and what it announces."""


def find_attributions(apparatus: Apparatus, records: Records) -> tuple[Attribution, ...]:
    """Every place where the running text says whose words or findings it gives, in order of the text.

    An outlet of the records counts in any of the constructions (see ``cues``). A person counts where words are quoted,
    a title or a marker stands in the same sentence, or the construction names sources and nothing else. A quotation
    with a marker whose note cites a piece in an outlet is attributed to that outlet even if the sentence is silent.
    """
    prose = apparatus.prose
    reader = _Reader(apparatus, records, prose)
    attributions = [attribution for paragraph in prose.paragraphs for attribution in reader.paragraph(paragraph)]
    attributions += reader.see_also()
    attributions += reader.by_markers(attributions)
    return tuple(sorted(attributions, key=lambda attribution: attribution.span))


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
        self._quoted = QuotedWords(prose, self._is_title)
        self._at_note: dict[str, list[Reference]] = {}
        for reference in apparatus.references:
            if reference.place is Place.NOTE:
                self._at_note.setdefault(reference.label, []).append(reference)

    def _is_title(self, words: str) -> bool:
        """True if a work of the records has that title."""
        return any(isinstance(record, Work) for record in self._records.named(words))

    def paragraph(self, paragraph: Paragraph) -> Iterator[Attribution]:
        for index in range(len(paragraph.sentences)):
            attributions: list[Attribution] = []
            for attribution in self._sentence(paragraph, index):
                if not any(_same(attribution, other) for other in attributions):
                    attributions.append(attribution)
            yield from attributions

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
        if len(pieces) != 1 or pieces[0].type in _NO_PIECE or not (container := pieces[0].string("container-title")):
            return None
        authors = pieces[0].names("author")
        if authors and pieces[0].type not in _JOURNALISM:
            name = join_names(author.display for author in authors)
            people = [record.id for record in self._records.named(name) if isinstance(record, Person)]
            return name, people[0] if len(people) == 1 else "", name
        outlet = self._records.outlet(container)
        return container, outlet.id if outlet else "", ""

    def _see_source(self, item: SeeAlso) -> str:
        """The work if the records know it, else the first author."""
        title = item.title.of(self._text)
        works = [record.id for record in self._records.named(title) if isinstance(record, Work)]
        people = [person.id for person in self._people.within(item.span) if person.id]
        return next(iter([*works, *people]), "")

    def _sentence(self, paragraph: Paragraph, index: int) -> Iterator[Attribution]:
        for cue, phrase, named in self._namer.beside(paragraph.sentences[index]):
            attribution = self._accept(cue, phrase, named, paragraph, index)
            if attribution:
                yield attribution

    def _accept(self, cue: Cue, phrase: Span, named: Named, paragraph: Paragraph, index: int) -> Attribution | None:
        """The attribution, if what stands beside the name makes it one."""
        sentence = paragraph.sentences[index]
        if not named.known and self._is_title(named.span.of(self._text)):
            return None
        quotation = self._quoted.beside(phrase, sentence, may_follow=cue.interview)
        marker = marker_behind(self._prose, phrase, sentence, quotation)
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
        self, cue: Cue, phrase: Span, named: Named, sentence: Span, quotation: Span | None, marker: Marker | None
    ) -> bool:
        if cue.colon and (quotation is None or not 0 < quotation.start - phrase.end <= _BEHIND_COLON):
            return False
        if named.outlet:
            return True
        as_clause = bool(AS_CLAUSE.search(self._text, max(sentence.start, phrase.start - 60), phrase.start))
        backed = (
            quotation is not None
            or marker is not None
            or bool(IN_HIS_BOOK.search(self._text, sentence.start, sentence.end))
            or (as_clause and _LINK.match(self._text, phrase.end) is not None)
        )
        if named.known:
            claims = bool(THAT.search(self._text, phrase.start, min(sentence.end, phrase.end + 5)))
            return backed or (cue.names and not cue.interview) or ((as_clause or claims) and not cue.speech)
        if cue.interview:
            return marker is not None or (not cue.speech and quotation is not None and quotation.start > sentence.end)
        if quotation and named.person and " " in named.person.full and APPOSITION.match(self._text, named.span.end):
            return True
        in_book = bool(IN_HIS_BOOK.search(self._text, sentence.start, sentence.end))
        return backed and (in_book or not cue.speech) and (named.person is not None or cue.names)

    def _backing(self, attribution: Attribution) -> Iterator[Span]:
        """The places of the markers that an attribution rests on."""
        reach = Span(
            attribution.span.start, max(attribution.span.end, (attribution.quotation or attribution.span).end) + 8
        )
        for marker in self._prose.markers_in(reach):
            if marker.label == attribution.marker:
                yield marker.span

    def _speaker(self, cue: Cue, phrase: Span, named: Named, paragraph: Paragraph, index: int) -> str:
        """Who is quoted: the person named, or where an outlet is, the person the sentence is about; "" if unclear."""
        sentence = paragraph.sentences[index]
        if not cue.interview and (named.person or not named.outlet):
            return named.person.full if named.person else ""
        if not cue.interview and not SPEECH.search(self._text, sentence.start, phrase.end):
            return ""
        if named.outlet and (subject := self._namer.subject(phrase.start, sentence)):
            return subject
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


def _nearest_known(people: Sequence[PersonName]) -> PersonName | None:
    """The first of them that is known, else the first."""
    return next((person for person in people if person.known), people[0] if people else None)


def _same(one: Attribution, other: Attribution) -> bool:
    """Two phrases of a sentence that say the same: one marker, one quotation or one place."""
    return (
        (bool(one.marker) and one.marker == other.marker)
        or (one.quotation is not None and one.quotation == other.quotation)
        or one.span.overlaps(other.span)
    )
