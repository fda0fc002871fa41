"""Letters, messages and talks: who wrote or spoke to whom, at the head of a reference that has no title.

As the Chicago Manual prints them (17th edition, 14.111, 14.214, 14.229): "Jane Roe to Al Doe, 12 May 1960", "Jane Roe,
e-mail message to author, 8 July 2015", "Jane Roe, interview with the author"; and as film history does: "Memo from Jane
Roe to Al Doe, 12 May 1960, Roe Collection, UCLA".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from anora_bib import language
from anora_bib.model import Name
from anora_bib.parser.draft import EXPLICIT, Draft, Explanation, asked_where, explained
from anora_bib.parser.normalise.names import names as normalised
from anora_bib.parser.rules.people.heads import head_start
from anora_bib.parser.text.signs import AnyOf, signed, words_in
from anora_bib.text.spans import Span

LETTER: Final = "letter"
"""Cue of what somebody wrote to somebody."""
INTERVIEW: Final = "interview"


def _phrases(kind: str) -> str:
    return f"(?i:{'|'.join(sorted(map(language.phrase_pattern, language.phrases(kind)), key=len, reverse=True))})"


_SENT: Final = _phrases("kind_letter")
_SAID: Final = _phrases("kind_personal_interview")
_PRIVATE: Final = _phrases("kind_personal_communication")
_FROM: Final = language.pattern(language.vocabulary("letters_from"))
_TO: Final = language.pattern(language.vocabulary("letters_to"))
_WITH: Final = language.pattern((*language.vocabulary("letters_to"), *language.vocabulary("talks_with")))
_OWN: Final = _phrases("citing_author")
_CAPITAL: Final = r"[^\W\d_a-zß-öø-ÿ]"
_PERSON: Final = rf"(?:{_CAPITAL}[^,;:()\[\]\d“”\"]{{1,60}}?|[“\"][^“”\"]{{1,40}}[”\"])"
_SHORT: Final = "".join(rf"(?<!\b{word})" for word in ("[A-Z]", *language.abbreviations("before_name")))
_ENDED: Final = rf"(?:(?=[,;(\[]|\s[(\[]|\s*\Z)|{_SHORT}(?=\.)|(?<=,[”\"]))"
"""The end of a name: no stop of an initial, nor of "Mrs."; a comma may stand inside quotation marks."""

_ADDRESSED: Final = signed(
    rf"\b(?P<kind>{_SENT})\s(?:{_FROM})\s(?P<author>{_PERSON})"
    rf"(?:,?\s(?:{_TO})\s(?P<recipient>{_PERSON}))?{_ENDED}",
    words=words_in(*language.phrases("kind_letter")),
)
"""Letter from Jane Roe to Al Doe"""
_RECEIVED: Final = signed(
    rf"\b(?P<kind>{_SENT})\s(?:{_TO})\s(?P<recipient>{_PERSON})\s(?:{_FROM})\s(?P<author>{_PERSON}){_ENDED}",
    words=words_in(*language.phrases("kind_letter")),
)
"""Letter to Al Doe from Jane Roe"""
_WRITTEN: Final = signed(
    rf"(?P<author>{_PERSON}),\s(?P<kind>(?:{_CAPITAL}?[a-z]{{4,12}}\s)?{_SENT})\s(?:{_TO})\s"
    rf"(?:{_OWN}|(?P<recipient>{_PERSON})){_ENDED}(?!,\s(?:in|dans|en)\s)",
    words=words_in(*language.phrases("kind_letter")),
)
"""Jane Roe, e-mail message to author"""
_TOLD: Final = signed(
    rf"(?P<author>{_PERSON}),\s(?P<kind>{_PRIVATE})(?:\s(?:{_WITH})\s{_OWN})?{_ENDED}",
    words=words_in(*language.phrases("kind_personal_communication")),
)
"""Jane Roe, personal communication"""
_ASKED: Final = signed(
    rf"(?P<author>{_PERSON}),\s(?P<kind>(?:[a-z-]{{3,12}}\s)?{_SAID})\s(?:{_WITH})\s{_OWN}{_ENDED}",
    words=words_in(*language.phrases("kind_personal_interview")),
)
"""Jane Roe, interview with the author"""
_ASKING: Final = signed(
    rf"\b(?P<kind>{_phrases('kind_own_interview')}(?=\s)|{_SAID}(?=\s(?:{_WITH})\s{_OWN}\s))"
    rf"(?:\s(?:{_WITH})\s{_OWN})?\s(?:{_WITH})\s(?P<author>{_PERSON}){_ENDED}",
    words=words_in(*language.phrases("kind_own_interview"), *language.phrases("kind_personal_interview")),
)
"""Author interview with Jane Roe"""
_FORMS: Final = (
    (_ADDRESSED, LETTER),
    (_RECEIVED, LETTER),
    (_WRITTEN, LETTER),
    (_TOLD, LETTER),
    (_ASKED, INTERVIEW),
    (_ASKING, INTERVIEW),
)
_ANY: Final = AnyOf(*(form for form, _ in _FORMS))


@asked_where(_ANY)
def find_communications(draft: Draft) -> Iterable[Explanation]:
    """Who wrote, in ``author``, and to whom, in ``recipient``; who was asked by the citing author; and the kind."""
    start = head_start(draft)
    for form, cue in _FORMS:
        if form.may_match(draft.seen) and (match := form.pattern.match(draft.text, start)):
            yield from _read(draft, match, cue)
            return


def _read(draft: Draft, match: re.Match[str], cue: str) -> Iterator[Explanation]:
    for variable in ("author", "recipient"):
        if words := match.groupdict().get(variable):
            span = Span(*match.span(variable))
            people = normalised(words, draft.records) if words[0] not in '“"' else ()
            yield Explanation(variable, people or (Name(literal=words.strip('“”" ,')),), span, span, EXPLICIT)
    yield draft.string("genre", *match.span("kind"), EXPLICIT, cue=cue)
    yield explained(match.start(), match.end(), "head")
