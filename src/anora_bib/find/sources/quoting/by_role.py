"""Sources that a sentence names by what they are: "as the essayist put it", of the essayist named last."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from anora_bib.find.phrases.callings import introduced_as, is_calling
from anora_bib.find.phrases.predicates import predicate
from anora_bib.find.sources.quoting.quoted_words import QuotedWords
from anora_bib.model import Apparatus, Attribution, Relation
from anora_bib.model.essay.people import PersonName
from anora_bib.text.intervals import covering
from anora_bib.text.spans import Span

_MOST: Final = 200
"""How many names are looked through."""
_AS_THE: Final = {"as": frozenset(("the",)), "what": frozenset(("the",))}
_ROLE: Final = re.compile(r"\w+\sthe\s(?P<role>[a-z][\w-]{2,20})(?=\s[a-z])")


def find_by_role(apparatus: Apparatus, quoted: QuotedWords) -> Iterator[Attribution]:
    """Each such phrase whose word for what somebody is has been used of a person before; the last one is meant."""
    prose, text = apparatus.prose, apparatus.prose.text
    for start in prose.words.places_before(_AS_THE, small=True).starts:
        phrase = _ROLE.match(text, start)
        if not phrase or not is_calling(phrase["role"]) or prose.is_quoted(start):
            continue
        paragraph = prose.paragraph_at(start)
        sentence = covering(paragraph.sentences, start) if paragraph else None
        said = predicate(text, phrase.end(), sentence.end) if sentence else None
        person = last_called(text, apparatus.people.named, phrase["role"], start) if said else None
        if sentence and said and person:
            span = Span(start, said.end)
            quotation = quoted.beside(span, sentence, may_follow=False)
            relation = Relation.INCLUDES_QUOTATION_FROM if quotation else Relation.CITES_AS_AUTHORITY
            words = span.of(apparatus.essay.text)
            yield Attribution(words, span, person.full, person.id, person.full, quotation, relation=relation)


def last_called(text: str, people: Sequence[PersonName], role: str, offset: int) -> PersonName | None:
    """The one of the people, in order of the text, who was last said to be that before ``offset``."""
    behind = bisect_left(people, offset, key=lambda person: person.span.start)
    before = (people[index] for index in range(behind - 1, max(-1, behind - 1 - _MOST), -1))
    return next((person for person in before if introduced_as(text, *person.span) == role), None)
