"""Speakers of quotations whose sentence does not name them: it says "he writes", or goes on with another's words."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from anora_bib.find.phrases.tags import (
    has_page,
    is_announced,
    is_of_another,
    is_possessed,
    is_tagged,
    role_before,
    role_behind,
    tells_interview,
)
from anora_bib.find.sources.quoting.by_role import last_called
from anora_bib.find.sources.quoting.quoted_words import QuotedWords, marker_after
from anora_bib.model import Attribution, Relation
from anora_bib.model.essay.people import PersonName
from anora_bib.model.essay.prose import Paragraph, Prose
from anora_bib.text.intervals import covering
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_JOINED: Final = lazy(r"[,.]?[\u201d\"\u00bb\u2019]\s?(?:,|and|or|und|et|e|y)?\s[\u201c\"\u00ab\u2018]")
_OBLIQUE: Final = lazy(r"(?<![Aa]ccording )\b(?:of|by|to|from|de|del|di|da|par|por|von)\s\S+(?:\s\S+)?$")
"""A phrase whose name is no subject, and so hardly meant by a pronoun."""
_PREPOSED: Final = lazy(
    r"\b(?:of|by|to|from|with|on|about|and|de|del|di|da|par|por|von|a|con|mit|sobre|et|y|und)\s[*_\[]{0,3}$"
)
"""Before a name that is no subject, or no subject alone."""
_OFTEN: Final = 3
_EARLIER: Final = 12
"""How many attributions are looked through for a person who may be meant by a pronoun."""
_PASSAGE: Final = 5
"""Words of the shortest quotation that can be taken to go on with another's words."""
_TERM: Final = 3
_SENTENCES: Final = 4
_CLOSED: Final = ",?!\u2026\u2014"
"""How quoted words end that who spoke them stands behind."""
_ENDED: Final = ".,?!\u2026"
_OPENING: Final = 2
_TAG_REACH: Final = 200
"""The longest sentence that goes on behind quoted words with who spoke them, and what that one is."""
_MARKS_AROUND: Final = 6
_PAGES_BEHIND: Final = lazy(r"[\u201d\"\u00bb](?:\s\([^()\n]{1,40}\)){1,2}")
_NEXT_PARAGRAPH: Final = 120
_FAR: Final = 1500
"""How many characters before a quotation the one who is meant by "he" may be named."""


_HEAD: Final = lazy(r"(?:\w{2,6}\s)?(?:\w{2,5}\.\s)?[*_\[]{0,3}")
"""What may stand before a name that opens a sentence: a conjunction, a title."""


class Speaking(NamedTuple):
    """Who may be meant by "he writes" (those who write, and those who have spoken); all names, in order of the text.

    In a ``story`` "he says" may be of a person of the plot, who was named last but is no source.
    """

    writing: Sequence[PersonName]
    all: Sequence[PersonName]
    story: bool = False


def find_speakers(
    paragraphs: Iterable[Paragraph],
    prose: Prose,
    attributions: Iterable[Attribution],
    quoted: QuotedWords,
    people: Speaking,
) -> Iterator[Attribution]:
    """The quotations in ``paragraphs`` that no attribution has yet, with the speaker, but where that is not clear.

    ``people`` are those who may be meant though nothing has been attributed to them before.
    """
    known = sorted(attributions, key=lambda attribution: attribution.span)
    held = {one.quotation: one for one in known if one.quotation}
    taken = sorted(held)
    speakers = _Speakers(prose, known, people)
    previous: tuple[Span, Attribution] | None = None
    for paragraph in paragraphs:
        for quotation in paragraph.quotations:
            if around := covering(taken, quotation.start):
                previous = (quotation, held[around])
                continue
            sentence = covering(paragraph.sentences, quotation.start)
            if sentence is None or quoted.is_title(quotation, sentence):
                continue
            if speaker := speakers.of(quotation, sentence, paragraph, previous):
                previous = (quotation, speaker)
                yield Attribution(
                    quotation.of(prose.text),
                    quotation,
                    speaker.name,
                    speaker.source,
                    speaker.speaker,
                    quotation,
                    relation=Relation.INCLUDES_QUOTATION_FROM,
                )


class _Speakers:
    """Tells the speakers of one essay's quotations; ``known`` are its attributions, in order."""

    def __init__(self, prose: Prose, known: Iterable[Attribution], people: Speaking) -> None:
        self._prose = prose
        self._text = prose.text
        self._people = people
        self._starts = [paragraph.span.start for paragraph in prose.paragraphs]
        self._spoken = [one for one in known if (one.speaker or one.name) and one.relation is not Relation.DISCUSSES]
        self._principal = _principal(self._spoken)

    def of(
        self, quotation: Span, sentence: Span, paragraph: Paragraph, previous: tuple[Span, Attribution] | None
    ) -> Attribution | None:
        """The attribution whose speaker the quotation has too; ``previous`` is the last quotation that has one."""
        if role := role_behind(self._text, quotation):
            return self._by_role(role, quotation, paragraph)
        if is_tagged(self._text, quotation):
            return self._by_tag(quotation, sentence, paragraph)
        if is_of_another(self._text, quotation):
            return None
        announces = self._announced_by(sentence, quotation, paragraph)
        if announces and (announcing := self._announcing(announces, quotation)):
            return announcing
        if previous and sentence.contains(previous[0]) and not self._within(sentence):
            return previous[1]
        if previous and self._goes_on(previous[0], quotation, sentence, paragraph):
            return previous[1]
        if role := role_before(self._text, quotation, sentence.start):
            return self._by_role(role, quotation, paragraph)
        if speaker := self._by_neighbours(quotation, sentence, paragraph):
            return speaker
        if previous and self._is_joined(previous[0], quotation):
            return previous[1]
        return self._filling(quotation, paragraph, previous)

    def _filling(
        self, quotation: Span, paragraph: Paragraph, previous: tuple[Span, Attribution] | None
    ) -> Attribution | None:
        """Who goes on with words that are all of a paragraph: the last who was quoted, or who spoke, right before."""
        if not _is_all(self._text, paragraph, quotation):
            return None
        if previous and paragraph.span.start - previous[0].end < _NEXT_PARAGRAPH:
            return previous[1]
        return self._said_last(paragraph)

    def _said_last(self, paragraph: Paragraph) -> Attribution | None:
        """The one who speaks in the sentence that ends the paragraph before; nobody in a story."""
        index = bisect_left(self._starts, paragraph.span.start)
        if index == 0 or self._people.story:
            return None
        said = self._within(self._prose.paragraphs[index - 1].sentences[-1])
        return said[-1] if said and len({one.speaker for one in said}) == 1 and said[-1].speaker else None

    def _announced_by(self, sentence: Span, quotation: Span, paragraph: Paragraph) -> Span | None:
        """The sentence whose colon brings the words in: their own, or the one that ends the paragraph before."""
        if is_announced(self._text, quotation):
            return sentence
        if quotation.start - paragraph.span.start > _OPENING:
            return None
        index = bisect_left(self._starts, paragraph.span.start)
        before = self._prose.paragraphs[index - 1] if index else None
        last = before.sentences[-1] if before and before.sentences else None
        return last if last and last.of(self._text).rstrip("*_ \n").endswith(":") else None

    def _announcing(self, sentence: Span, quotation: Span) -> Attribution | None:
        """The only one of those who write whom the sentence names before the colon that brings the words in."""
        if len(quotation.of(self._text).split()) < _PASSAGE:
            return None
        people = self._people.writing
        first = bisect_left(people, sentence.start, key=lambda one: one.span.start)
        named = people[first : bisect_left(people, quotation.start, key=lambda one: one.span.start)]
        return self._speaking(named[0]) if len({one.full for one in named}) == 1 else None

    def _by_role(self, role: str, quotation: Span, paragraph: Paragraph) -> Attribution | None:
        """The person whom the text last called so; else who spoke last, or is named last in the paragraph."""
        if named := last_called(self._text, self._people.all, role, quotation.start):
            return self._speaking(named)
        index = bisect_left(self._spoken, quotation.start, key=_start)
        spoken = self._spoken[index - 1] if index else None
        last = _last_before(self._people.all, quotation.start)
        inside = paragraph.span.start
        if last and last.span.start >= inside and (spoken is None or spoken.span.start < inside):
            return self._speaking(last)
        return spoken if spoken and spoken.span.start > quotation.start - _FAR else None

    def _by_tag(self, quotation: Span, sentence: Span, paragraph: Paragraph) -> Attribution | None:
        """Whom a pronoun means, or a verb without a subject: who has spoken last, or opens the sentence before."""
        if tells_interview(self._text, sentence) and (asked := self._nearest(self._people.all, quotation)):
            return asked
        behind = bisect_left(self._spoken, quotation.start, key=_start)
        earlier = self._spoken[max(0, behind - _EARLIER) : behind]
        persons = [one for one in earlier[::-1] if one.speaker or " " not in one.name]
        near = [one for one in persons if one.span.start > quotation.start - _FAR]
        speaker = next((one for one in near if not _OBLIQUE.search(one.text)), near[0] if near else None)
        subject = self._subject_before(paragraph, quotation, speaker) or self._last_subject(paragraph, quotation)
        if subject and (speaker is None or subject.span.start > speaker.span.start):
            speaker = subject
        if not self._people.story and (opening := self._opening(speaker, quotation)):
            return opening
        return speaker or self._nearest(self._people.writing, quotation)

    def _opening(self, speaker: Attribution | None, quotation: Span) -> Attribution | None:
        """The person whose name opened a sentence after the last speaker was named: of whom the text tells since."""
        people = self._people.all
        first = max(quotation.start - _FAR, speaker.span.end if speaker else 0)
        for index in range(bisect_left(people, quotation.start, key=lambda one: one.span.start) - 1, -1, -1):
            start = people[index].span.start
            if start < first:
                return None
            around = self._prose.paragraph_at(start)
            sentence = covering(around.sentences, start) if around else None
            if sentence and _HEAD.fullmatch(self._text, sentence.start, start) and sentence.end <= quotation.start:
                return self._speaking(people[index])
        return None

    def _by_neighbours(self, quotation: Span, sentence: Span, paragraph: Paragraph) -> Attribution | None:
        """Who speaks elsewhere in the sentence or right before; or the one whom the essay is about."""
        length = len(quotation.of(self._text).split())
        paged = has_page(self._text, quotation)
        if here := self._within(sentence):
            same = here[-1] if len({one.speaker or one.name for one in here}) == 1 else None
            return same if same and (length >= _TERM or paged or _follows(same, quotation)) else None
        # A note behind the words says whose they are, and so does a pronoun that possesses them.
        own = marker_after(self._prose, quotation) or is_possessed(self._text, quotation)
        principal = None if own else self._principal
        if principal and paged:
            return principal
        around = {one.speaker or one.name for one in self._within(paragraph.span)}
        if length >= _PASSAGE and principal and not around - {principal.speaker}:
            return principal
        index = bisect_left(self._spoken, quotation.start, key=_start)
        before = self._spoken[index - 1] if index else None
        if length < _PASSAGE or before is None or before.span.start < paragraph.span.start or len(around) > 1:
            return None
        near = self._text.count(". ", before.span.start, quotation.start) <= _SENTENCES
        return before if near and before.span.start > quotation.start - _FAR else None

    def _within(self, span: Span) -> Sequence[Attribution]:
        return self._spoken[
            bisect_left(self._spoken, span.start, key=_start) : bisect_left(self._spoken, span.end, key=_start)
        ]

    def _goes_on(self, previous: Span, quotation: Span, sentence: Span, paragraph: Paragraph) -> bool:
        """True of a passage that opens the sentence behind one that ends in who spoke the words before."""
        opens = quotation.start - sentence.start <= _OPENING and paragraph.span.contains(previous)
        ends = quotation.of(self._text)[-1:] in _ENDED or sentence.end - quotation.end <= _OPENING
        if not opens or not ends or self._text[previous.end - 1] not in _CLOSED:
            return False
        between = self._text[previous.end : sentence.start]
        return len(between) < _TAG_REACH and between.rstrip()[-1:] in (".", ":") and between.count(". ") <= 1

    def _is_joined(self, previous: Span, quotation: Span) -> bool:
        """True if one quotation is joined to the one before: "parlor" and "platform"."""
        return bool(_JOINED.fullmatch(self._text, previous.end, quotation.start))

    def _subject_before(self, paragraph: Paragraph, quotation: Span, speaker: Attribution | None) -> Attribution | None:
        """The person whose name opens the sentence before: whom "he argues" means rather than one who spoke earlier."""
        index = bisect_left(paragraph.sentences, quotation.start, key=lambda sentence: sentence.end)
        if index == 0:
            return None
        before = paragraph.sentences[index - 1]
        if speaker is not None and speaker.span.start > before.start:
            return None
        people = self._people.writing
        found = bisect_left(people, before.start, key=lambda one: one.span.start)
        if found < len(people) and people[found].span.start == before.start:
            return self._speaking(people[found])
        return None

    def _last_subject(self, paragraph: Paragraph, quotation: Span) -> Attribution | None:
        """The last of those who write whom the paragraph names before the words where a subject may stand."""
        people = self._people.writing
        for index in range(bisect_left(people, quotation.start, key=lambda one: one.span.start) - 1, -1, -1):
            start = people[index].span.start
            if start < paragraph.span.start:
                break
            if not self._prose.is_quoted(start) and not _PREPOSED.search(self._text, max(0, start - 12), start):
                return self._speaking(people[index])
        return None

    def _nearest(self, people: Sequence[PersonName], quotation: Span) -> Attribution | None:
        """The one who was named last before the quotation, as the speaker."""
        one = _last_before(people, quotation.start)
        return None if one is None or one.span.start < quotation.start - _FAR else self._speaking(one)

    def _speaking(self, one: PersonName) -> Attribution:
        name = one.span.of(self._text)
        return Attribution(name, one.span, name, one.id, one.full)


def _principal(spoken: list[Attribution]) -> Attribution | None:
    """The one to whom an essay attributes most, as a review does to the author of the book."""
    counts = Counter(one.speaker for one in spoken if one.speaker)
    if not counts:
        return None
    speaker, times = counts.most_common(1)[0]
    if times < _OFTEN or times * 2 < len(spoken):
        return None
    return next(one for one in spoken if one.speaker == speaker)


def _start(one: Attribution) -> int:
    return one.span.start


def _follows(one: Attribution, quotation: Span) -> bool:
    """True if the phrase stands right before the quoted words."""
    return 0 <= quotation.start - one.span.end <= 4


def _is_all(text: str, paragraph: Paragraph, quotation: Span) -> bool:
    """True if a paragraph is nothing but quoted words, as reports go on with what was said; pages may stand behind."""
    pages = _PAGES_BEHIND.match(text, quotation.end, paragraph.span.end)
    return len(paragraph.span) - len(quotation) - (len(pages[0]) if pages else 0) <= _MARKS_AROUND


def _last_before(people: Sequence[PersonName], offset: int) -> PersonName | None:
    """The last of the people, in order, who is named before ``offset``."""
    index = bisect_left(people, offset, key=lambda one: one.span.start)
    return people[index - 1] if index else None
