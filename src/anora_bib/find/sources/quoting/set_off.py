"""Quotations that are set off as blocks, and who speaks in them: the one who signs them, or who leads in to them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from anora_bib.find.prose.people import has_given_name
from anora_bib.find.sources.quoting.credits import Credits
from anora_bib.language import saying
from anora_bib.model import Apparatus, Attribution, BlockKind, Relation
from anora_bib.model.essay.people import PersonName
from anora_bib.model.essay.prose import Paragraph, Prose
from anora_bib.text.intervals import covering
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_MARKS: Final = "\u201c\u201d\u201e\u00ab\u00bb\"'\u2018"
"""A block that begins with one has its quotation inside."""
_BETWEEN: Final = lazy(r"[\s>]{0,40}")
_ANNOUNCES: Final = lazy(r"[:,][*_\]\s>]{0,12}$")
_PRONOUN: Final = lazy(r"\b(?:he|she|they|er|sie|il|elle|ella|\u00e9l|lei|lui)\s", re.IGNORECASE)
_ADVERBS: Final = "|".join(sorted(saying.words("words", "adverbs")))
_WORDS_BEHIND: Final = lazy(
    rf"(?:(?P<adverb>[^\W\d_]+ly|{_ADVERBS})\s)?(?P<word>(?P<head>[^\W\d_]+)(?:['-][^\W\d_]+)?)\b", re.IGNORECASE
)
_LEADING: Final = frozenset(word.lower() for word in saying.verbs("claims") | saying.verbs("speech"))
_LEAD_REACH: Final = 200


def set_off(apparatus: Apparatus, names: Credits) -> tuple[Span, ...]:
    """The quotations that blocks of their own set off, in order; paragraphs of one are one, up to a signature."""
    text, prose = apparatus.prose.text, apparatus.prose
    spans: list[Span] = []
    for block in apparatus.essay.blocks:
        if block.kind is not BlockKind.QUOTATION or prose.paragraph_at(block.span.start) is None:
            continue
        if spans and _BETWEEN.fullmatch(text, spans[-1].end, block.span.start) and not names.under(spans[-1]):
            spans[-1] = Span(spans[-1].start, block.span.end)
        elif block.span.of(text)[:8].lstrip(" *_")[:1] not in _MARKS:
            spans.append(block.span)
    return tuple(spans)


def find_set_off(
    prose: Prose,
    quotations: Iterable[Span],
    attributions: Iterable[Attribution],
    names: Credits,
    people: Sequence[PersonName],
) -> Iterator[Attribution]:
    """Each of the quotations whose speaker the text tells: under it, or in the sentence that leads in to it.

    ``people`` are those who may speak, in order of the text.
    """
    known = sorted(attributions, key=lambda one: one.span)
    starts = [paragraph.span.start for paragraph in prose.paragraphs]
    for quotation in quotations:
        name = names.under(quotation)
        leading = _before(prose, starts, quotation)
        speaker = None if name or leading is None else _who_leads(prose, known, leading, people)
        if name or speaker:
            yield Attribution(
                quotation.of(prose.text),
                quotation,
                name or (speaker.name if speaker else ""),
                speaker.source if speaker else "",
                name or (speaker.speaker if speaker else ""),
                quotation,
                relation=Relation.INCLUDES_QUOTATION_FROM,
            )


def _before(prose: Prose, starts: Sequence[int], quotation: Span) -> Paragraph | None:
    """The paragraph right before."""
    index = bisect_left(starts, quotation.start)
    return prose.paragraphs[index - 1] if index else None


def _who_leads(
    prose: Prose, known: Sequence[Attribution], leading: Paragraph, people: Sequence[PersonName]
) -> Attribution | None:
    """Whom the last sentence of a paragraph quotes, by name or as "she writes:"; None if it announces nothing."""
    last = leading.sentences[-1]
    named = [one for one in known if last.start <= one.span.start < last.end]
    announced = _ANNOUNCES.search(prose.text, max(last.start, last.end - 14), last.end) is not None
    announced = announced or prose.text[last.end - 1].isalpha()  # "There she found", and the block
    if named and (announced or named[-1].quotation is None):
        return named[-1]
    if not announced:
        return None
    reach = Span(max(last.start, last.end - _LEAD_REACH), last.end)
    if _pronoun_leads(prose.text, reach):
        spoken = (one for one in known[::-1] if one.span.end <= last.start and one.speaker)
        if speaker := next(spoken, None):
            return speaker
    pronoun = _PRONOUN.search(prose.text, *reach) is not None
    return _only_one(prose.text, people, leading.span if pronoun else last)


def _pronoun_leads(text: str, reach: Span) -> bool:
    """Whether a pronoun has a verb of saying behind it: "she writes", "he rightly says"."""
    for pronoun in _PRONOUN.finditer(text, *reach):
        behind = _WORDS_BEHIND.match(text, pronoun.end(), reach.end)
        if behind and any(word.lower() in _LEADING for word in behind.groups(default="")):
            return True
    return False


def _only_one(text: str, people: Sequence[PersonName], passage: Span) -> Attribution | None:
    """The one person whom a passage names."""
    first = bisect_left(people, passage.start, key=lambda one: one.span.start)
    named = people[first : bisect_left(people, passage.end, key=lambda one: one.span.start)]
    named = [one for one in named if has_given_name(one.full)] or named
    if len({one.full for one in named}) != 1:
        return None
    name = named[0].span.of(text)
    return Attribution(name, named[0].span, name, named[0].id, named[0].full)


def inside(quotations: Sequence[Span], span: Span) -> bool:
    """True if ``span`` is inside one of the quotations, in order."""
    return covering(quotations, span.start) is not None
