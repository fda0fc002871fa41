"""Speakers of quotations whose sentence does not name them: it says "he writes", or goes on with another's words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from anora_bib.find.sources.quoted_words import QuotedWords, marker_after
from anora_bib.language import saying
from anora_bib.model import Attribution, Relation
from anora_bib.model.essay.people import PersonName
from anora_bib.model.essay.prose import Paragraph, Prose
from anora_bib.text.intervals import covering
from anora_bib.text.spans import Span

_VERBS: Final = saying.verbs("claims") | saying.verbs("speech")
_PRONOUNS: Final = r"(?:he|she|they|er|sie|il|elle|lui|lei|\u00e9l|ella)"
_PRONOUN_WORDS: Final = frozenset(form for word in _PRONOUNS[3:-1].split("|") for form in (word, word.capitalize()))
_COLON: Final = 12
"""How many marks and line ends may stand between a colon and what it announces."""
_TAG_BEHIND: Final = re.compile(
    rf"\s?[.,!?\u2014]?[\u201d\"\u00bb\u00ab\u2019*_]{{0,4}},?\s"
    rf"(?:{_PRONOUNS}\s(?:[^\W\d_]+ly\s)?(?P<one>[^\W\d_]+)|(?P<two>[^\W\d_]+)(?:\s|-t-|-){_PRONOUNS}\b)"
)
_TAG_BEFORE: Final = re.compile(
    rf"\b{_PRONOUNS}\s(?:[^\W\d_]+ly\s|then\s|also\s|has\s|had\s)?(?P<verb>[^\W\d_]+)\b[^.!?\u201c\"\u201d\u00ab]{{0,80}}[\u201c\"\u2018\u00ab\u201e]$",
    re.IGNORECASE,
)
_ANNOUNCED: Final = re.compile(
    r"(?<![^\W\d_])(?P<verb>[^\W\d_]{2,20})(?:\]\([^()\s]{0,300}\))?[*_]{0,2}\s?:[\s>*_]{0,8}[\u201c\"\u2018\u00ab\u201e]$"
)
_ADDRESS: Final = re.compile(r"\](?:\([^()\s]{0,400}\))")
_LONGEST_ADDRESS: Final = 400
_NAMED_TERM: Final = re.compile(
    r"\b(?:concept|expression|label|name|notion|phrase|term|word|Ausdruck|Begriff|Wort|mot|terme|termine|t\u00e9rmino)\s[*_]{0,2}"
    r"[\u201c\"\u2018\u00ab\u201e\u00bb]$"
)
"""Before words that are mentioned, not said: by using the term "quay", he ..."""
_JOINED: Final = re.compile(r"[,.]?[\u201d\"\u00bb\u2019]\s?(?:,|and|or|und|et|e|y)?\s[\u201c\"\u00ab\u2018]")
_OTHER_TAG: Final = re.compile(
    r"[\u201d\"\u00bb\u2019*_]{1,4},?\s(?:(?P<one>[a-z\u00df-\u00ff]{2,20})\s(?:(?:the|a|an|one|another)\s|[A-Z])"
    r"|(?:(?:[A-Z]|the\s|a\s|an\s|one\s|another\s)[\w-]{1,20}\s){1,3}(?P<two>[^\W\d_]{2,20})\b)"
)
_PAGE: Final = re.compile(
    r"[.,]?[\u201d\"\u00bb\u2019*_]{1,3}[^\u201c\"()\n]{0,60}"
    r"\((?:pp?\.\s?)?\d{1,4}(?:\s?[\u2013,-]{1,2}\s?\d{1,4}){0,3}\)"
)
"""The page behind quoted words, or behind the clause that they end in: reviews cite the book so."""
_OFTEN: Final = 3
_EARLIER: Final = 12
"""How many attributions are looked through for a person who may be meant by a pronoun."""
_REACH: Final = 130
_PASSAGE: Final = 5
"""Words of the shortest quotation that can be taken to go on with another's words."""
_TERM: Final = 3
_SENTENCES: Final = 4
_FAR: Final = 1500
"""How many characters before a quotation the one who is meant by "he" may be named."""


def find_speakers(
    prose: Prose, attributions: Iterable[Attribution], quoted: QuotedWords, people: Sequence[PersonName]
) -> Iterator[Attribution]:
    """The quotations that no attribution has yet, with the speaker whom the text means; none where it is not clear.

    ``people`` are those who may speak, in the order of the text, though nothing has been attributed to them before.
    """
    known = sorted(attributions, key=lambda attribution: attribution.span)
    held = {one.quotation: one for one in known if one.quotation}
    taken = sorted(held)
    spoken = [one for one in known if (one.speaker or one.name) and one.relation is not Relation.DISCUSSES]
    principal = _principal(spoken)
    previous: tuple[Span, Attribution] | None = None
    for paragraph in prose.paragraphs:
        for quotation in paragraph.quotations:
            if around := covering(taken, quotation.start):
                previous = (quotation, held[around])
                continue
            sentence = covering(paragraph.sentences, quotation.start)
            if sentence is None or quoted.is_title(quotation, sentence):
                continue
            tagged = _is_tagged(prose.text, quotation)
            if not tagged and _is_of_another(prose.text, quotation):
                continue
            # A note behind the words says whose they are.
            own = None if marker_after(prose, quotation) else principal
            speaker = _speaker(prose, spoken, quotation, sentence, paragraph.span, tagged=tagged, principal=own)
            if speaker is None and previous and _goes_on(prose.text, previous[0], quotation):
                speaker = previous[1]
            if tagged:
                speaker = _subject_before(prose.text, paragraph, people, quotation, speaker) or speaker
            if speaker is None and tagged:
                speaker = _nearest(prose.text, people, quotation)
            if speaker:
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


def _speaker(
    prose: Prose,
    spoken: list[Attribution],
    quotation: Span,
    sentence: Span,
    paragraph: Span,
    *,
    tagged: bool,
    principal: Attribution | None,
) -> Attribution | None:
    """The attribution whose speaker the quotation has too."""
    text = prose.text
    behind = bisect_left(spoken, quotation.start, key=_start)
    before = [one for one in spoken[max(0, behind - 1) : behind] if one.span.start > quotation.start - _FAR]
    length = len(quotation.of(text).split())
    if tagged:
        earlier = spoken[max(0, behind - _EARLIER) : behind]
        persons = (one for one in earlier[::-1] if one.speaker or " " not in one.name)
        return next((one for one in persons if one.span.start > quotation.start - _FAR), None)
    here = _within(spoken, sentence)
    if here:
        speakers = {one.speaker or one.name for one in here}
        same = here[-1] if len(speakers) == 1 else None
        told = same and (length >= _TERM or _follows(same, quotation) or _PAGE.match(text, quotation.end))
        return same if told else None
    if principal and _PAGE.match(text, quotation.end):
        return principal
    around = {one.speaker or one.name for one in _within(spoken, paragraph)}
    if length >= _PASSAGE and principal and not around - {principal.speaker}:
        return principal
    if length < _PASSAGE or not before or before[-1].span.start < paragraph.start:
        return None
    near = prose.text.count(". ", before[-1].span.start, quotation.start) <= _SENTENCES
    return before[-1] if len(around) == 1 and near else None


def _principal(spoken: list[Attribution]) -> Attribution | None:
    """The one to whom an essay attributes most, as a review does to the author of the book."""
    counts = Counter(one.speaker for one in spoken if one.speaker)
    if not counts:
        return None
    speaker, times = counts.most_common(1)[0]
    if times < _OFTEN or times * 2 < len(spoken):
        return None
    return next(one for one in spoken if one.speaker == speaker)


def _is_of_another(text: str, quotation: Span) -> bool:
    """True if a verb of saying right behind the words has a subject of its own: "..., " asks Ani; one woman says."""
    behind = _OTHER_TAG.match(text, quotation.end)
    return behind is not None and (behind["one"] or behind["two"]).lower() in _VERBS


def _start(one: Attribution) -> int:
    return one.span.start


def _within(spoken: list[Attribution], span: Span) -> list[Attribution]:
    return spoken[bisect_left(spoken, span.start, key=_start) : bisect_left(spoken, span.end, key=_start)]


def _is_tagged(text: str, quotation: Span) -> bool:
    """True if a pronoun with a verb of saying, or such a verb and a colon, bring the words in."""
    before = _ADDRESS.sub("]", text[max(0, quotation.start - _REACH - _LONGEST_ADDRESS) : quotation.start])[-_REACH:]
    if _NAMED_TERM.search(before):
        return False
    behind = _TAG_BEHIND.match(text, quotation.end)
    if behind and (behind["one"] or behind["two"]).lower() in _VERBS:
        return True
    if ":" in before[-_COLON:] and _has_verb(_ANNOUNCED.search(before)):
        return True
    return not _PRONOUN_WORDS.isdisjoint(before.split()) and _has_verb(_TAG_BEFORE.search(before))


def _has_verb(found: re.Match[str] | None) -> bool:
    return found is not None and found["verb"].lower() in _VERBS


def _follows(one: Attribution, quotation: Span) -> bool:
    """True if the phrase stands right before the quoted words."""
    return 0 <= quotation.start - one.span.end <= 4


def _goes_on(text: str, previous: Span, quotation: Span) -> bool:
    """True if one quotation is joined to the one before: "parlor" and "platform"."""
    return bool(_JOINED.fullmatch(text, previous.end, quotation.start))


def _subject_before(
    text: str, paragraph: Paragraph, people: Sequence[PersonName], quotation: Span, speaker: Attribution | None
) -> Attribution | None:
    """The person whose name opens the sentence before: whom "he argues" means rather than one who spoke earlier."""
    index = bisect_left(paragraph.sentences, quotation.start, key=lambda sentence: sentence.end)
    if index == 0:
        return None
    opening = paragraph.sentences[index - 1].start
    found = bisect_left(people, opening, key=lambda one: one.span.start)
    one = people[found] if found < len(people) and people[found].span.start == opening else None
    if one is None or (speaker is not None and speaker.span.start > opening):
        return None
    return _as_speaker(text, one)


def _as_speaker(text: str, one: PersonName) -> Attribution:
    return Attribution(one.span.of(text), one.span, one.span.of(text), one.id, one.full)


def _nearest(text: str, people: Sequence[PersonName], quotation: Span) -> Attribution | None:
    """The one who was named last before the quotation, as the speaker."""
    index = bisect_left(people, quotation.start, key=lambda one: one.span.start) - 1
    if index < 0 or people[index].span.start < quotation.start - _FAR:
        return None
    return _as_speaker(text, people[index])
