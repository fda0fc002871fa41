"""What stands beside quoted words and brings them in without a name: "she writes", a colon, "says the painter"."""

from __future__ import annotations

import re
from typing import Final

from anora_bib.find.phrases.callings import CALLINGS, is_calling
from anora_bib.language import saying
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_VERBS: Final = saying.verbs("claims") | saying.verbs("speech") | saying.words("words", "going_on") | {"means", "meant"}
_PRONOUNS: Final = r"(?:he|she|they|er|sie|il|elle|lui|lei|\u00e9l|ella)"
_PRONOUN_WORDS: Final = frozenset(form for word in _PRONOUNS[3:-1].split("|") for form in (word, word.capitalize()))
_OPENING: Final = r"[\u201c\"\u2018\u00ab\u201e]$"
_CLOSING: Final = r"\s?[.,!?\u2014]?[\u201d\"\u00bb\u00ab\u2019*_]"

_PRONOUN_BEHIND: Final = lazy(
    rf"{_CLOSING}{{0,4}},?\s"
    rf"(?:{_PRONOUNS}\s(?:[^\W\d_]+ly\s)?(?P<one>[^\W\d_]+)|(?P<two>[^\W\d_]+)(?:\s|-t-|-){_PRONOUNS}\b)"
)
_PRONOUN_BEFORE: Final = lazy(
    rf"\b{_PRONOUNS}\s(?:[^\W\d_]+ly\s|then\s|also\s|has\s|had\s)?(?P<verb>[^\W\d_]+)\b"
    rf"[^.!?\u201c\"\u201d\u00ab]{{0,110}}{_OPENING}",
    re.IGNORECASE,
)
_DROPPED: Final = saying.verbs("claims", ("es", "it")) | saying.verbs("speech", ("es", "it"))
"""Verbs of languages in which a pronoun as the subject is left out."""
_THAT: Final = frozenset(("que", "che"))
_DROPPED_BEHIND: Final = lazy(rf"{_CLOSING}{{1,4}},?\s(?P<verb>[^\W\d_]{{2,20}})(?=[,.;:]|\s(?:en|in|y|e|con|sobre)\s)")
_DROPPED_BEFORE: Final = lazy(
    rf"(?:^|[.;:!?,]\s|\b[ye]\s)(?P<verb>[^\W\d_]{{2,20}})\s(?:que|che)\s[^.!?;\u201c\"\u201d\u00ab]{{0,90}}{_OPENING}",
    re.IGNORECASE,
)
_DROPPED_OPENING: Final = lazy(
    rf"(?:^|[.!?]\s)(?:(?:les?|l[oa]s?|se|gli|ci|mi|me)\s)?(?P<verb>[^\W\d_]{{2,20}})\s[^.!?;\u201c\"\u201d\u00ab]{{1,140}}:\s{_OPENING}",
    re.IGNORECASE,
)
"""A sentence that a verb opens and a colon ends: Le cont\u00f3 a Roe algunas cosas: ..."""
_PRONOUN: Final = lazy(rf"\b{_PRONOUNS}\b", re.IGNORECASE)
_COLON_BEFORE: Final = lazy(rf":[*_]{{0,2}}\s{{1,4}}[*_]{{0,2}}{_OPENING}")
_PARTICIPLE: Final = lazy(rf"(?<![^\W\d_])(?P<verb>[^\W\d_]{{1,17}}ing),?\s{_OPENING}")
_ANNOUNCED: Final = lazy(
    rf"(?<![^\W\d_])(?P<verb>[^\W\d_]{{2,20}})(?:\]\([^()\s]{{0,300}}\))?[*_]{{0,2}}\s?:[\s>*_]{{0,8}}{_OPENING}"
)
_COLON: Final = 12
"""How many marks and line ends may stand between a colon and what it announces."""
_TERM: Final = lazy(
    r"\b(?:concept|expression|label|name|notion|phrase|term|word|Ausdruck|Begriff|Wort|mot|terme|termine|t\u00e9rmino)"
    rf"\s[*_]{{0,2}}{_OPENING}"
)
"""Before words that are mentioned, not said: by using the term "quay", he ..."""
_IDEAS: Final = "|".join(sorted(saying.words("nouns", "ideas")))
_POSSESSED: Final = lazy(rf"\b(?:[Hh]is|[Hh]er|[Tt]heir)\s(?:[a-z-]{{2,15}}\s){{0,2}}(?:{_IDEAS})\b[^.!?]{{0,80}}$")
_OWNERS: Final = frozenset(("his", "her", "their", "His", "Her", "Their"))
_ROLE_BEHIND: Final = lazy(
    rf"{_CLOSING}{{1,4}},?\s(?P<verb>[^\W\d_]{{2,20}})\s(?:(?:the|la|le|il|lo|el|der|die)\s|l['\u2019])(?P<role>[^\W\d_][\w-]{{2,20}})"
)
_ROLE_BEFORE: Final = lazy(
    r"(?:^|[\s(])(?:(?:[Tt]he|[Ll]a|[Ll]e|[Ii]l|[Ll]o|[Ee]l|[Dd]er|[Dd]ie)\s|[Ll]['\u2019])(?P<role>[^\W\d_][\w-]{2,20})"
    rf"(?P<rest>\s(?![A-Z][a-z]+\s[A-Z])[^.;!?\u201c\"\u201d\u00ab\u00bb]{{2,110}}){_OPENING}"
)
_WORD: Final = lazy(r"\w+")
_OTHER_BEHIND: Final = lazy(
    r"[\u201d\"\u00bb\u2019*_]{1,4},?\s(?:(?P<one>[a-z\u00df-\u00ff]{2,20})\s(?:(?:the|a|an|one|another)\s|[A-Z])"
    r"|(?:(?:[A-Z]|the\s|a\s|an\s|one\s|another\s)[\w-]{1,20}\s){1,3}(?P<two>[^\W\d_]{2,20})\b)"
)
_PAGE: Final = lazy(
    r"[.,]?[\u201d\"\u00bb\u2019*_]{1,3}[^\u201c\"()\n]{0,60}"
    r"\((?:pp?\.\s?)?\d{1,4}(?:\s?[\u2013,-]{1,2}\s?\d{1,4}){0,3}\)"
)
_INTERVIEW: Final = lazy(r"\b(?:interview|entretien|intervista|entrevista|Interview|Gespr\u00e4ch)\b")
_ADDRESS: Final = lazy(r"\]\([^()\s]{0,400}\)")
_LONGEST_ADDRESS: Final = 400
_REACH: Final = 130


def is_tagged(text: str, quotation: Span) -> bool:
    """True if a pronoun with a verb of saying, a verb alone or with a colon, or a participle bring the words in."""
    before = _before(text, quotation)
    if _TERM.search(before):
        return False
    behind = _PRONOUN_BEHIND.match(text, quotation.end)
    if behind and (behind["one"] or behind["two"]).lower() in _VERBS:
        return True
    opened = _DROPPED_BEFORE.search(before) if not _THAT.isdisjoint(before.split()) else None
    if opened is None and ":" in before[-_COLON:]:
        opened = _DROPPED_OPENING.search(before)
    dropped = _DROPPED_BEHIND.match(text, quotation.end) or opened
    if dropped and dropped["verb"].lower() in _DROPPED:
        return True
    if ":" in before[-_COLON:] and _has_verb(_ANNOUNCED.search(before)):
        return True
    if _has_verb(_PARTICIPLE.search(before)):
        return True
    if _PRONOUN_WORDS.isdisjoint(before.split()):
        return False
    return any(_has_verb(_PRONOUN_BEFORE.match(before, pronoun.start())) for pronoun in _PRONOUN.finditer(before))


def is_announced(text: str, quotation: Span) -> bool:
    """True if a colon brings the words in."""
    return _COLON_BEFORE.search(text, max(0, quotation.start - _COLON), quotation.start) is not None


def is_possessed(text: str, quotation: Span) -> bool:
    """True if the words are somebody's by a pronoun: his retort that it was "a wall"."""
    before = _before(text, quotation)
    return not _OWNERS.isdisjoint(before.split()) and _POSSESSED.search(before) is not None


def is_of_another(text: str, quotation: Span) -> bool:
    """True if a verb of saying right behind the words has a subject of its own: "..., " asks Ani; one woman says."""
    behind = _OTHER_BEHIND.match(text, quotation.end)
    return behind is not None and (behind["one"] or behind["two"]).lower() in _VERBS


def role_behind(text: str, quotation: Span) -> str:
    """What somebody is who is said to speak the words: "..., " says the painter. "" if nothing says so."""
    behind = _ROLE_BEHIND.match(text, quotation.end)
    return behind["role"] if behind and behind["verb"].lower() in _VERBS and is_calling(behind["role"]) else ""


def role_before(text: str, quotation: Span, floor: int) -> str:
    """What somebody is who is said, in the sentence from ``floor`` on, to speak the words behind: the painter says.

    A name behind the word is the speaker's, so that the word alone tells nothing: the painter Jane Roe says.
    """
    before = _ADDRESS.sub("]", text[max(floor, quotation.start - _REACH - _LONGEST_ADDRESS) : quotation.start])
    words = before.split()
    if CALLINGS.isdisjoint(words) and not any(word[0].isupper() and is_calling(word) for word in words):
        return ""
    for role in _ROLE_BEFORE.finditer(before):
        if is_calling(role["role"]) and not _VERBS.isdisjoint(_WORD.findall(role["rest"].lower())):
            return role["role"]
    return ""


def has_page(text: str, quotation: Span) -> bool:
    """True if a page stands behind the words, or behind the clause that they end in: reviews cite the book so."""
    return _PAGE.match(text, quotation.end) is not None


def tells_interview(text: str, sentence: Span) -> bool:
    """True if the sentence speaks of an interview, whose "he" may be anybody who has been named."""
    return _INTERVIEW.search(text, sentence.start, sentence.end) is not None


def _before(text: str, quotation: Span) -> str:
    """What stands before the words, without the addresses of links."""
    return _ADDRESS.sub("]", text[max(0, quotation.start - _REACH - _LONGEST_ADDRESS) : quotation.start])[-_REACH:]


def _has_verb(found: re.Match[str] | None) -> bool:
    return found is not None and found["verb"].lower() in _VERBS
