"""What stands between a name and its verb, as words and marks: a parenthesis or an apposition."""

from __future__ import annotations

from typing import Final

from anora_bib import language
from anora_bib.find.phrases.verbs import OPENING, VERBS, Kind, is_verbal, verb
from anora_bib.language import saying

_DASHES: Final = "\u2014\u2013"
COMPLEMENTS: Final = saying.words("words", "complements")
RELATIVES: Final = saying.words("words", "relatives")
WHO: Final = frozenset(("who", "qui", "quien"))
"""Those that stand right behind a name: "it was Roe who first argued"."""
SUFFIXES: Final = language.name_suffixes()
AND: Final = frozenset("and & und et e ed y".split())
ARTICLES: Final = frozenset(("a", "an", "the"))
OF: Final = frozenset("of at from for in on over with von des du der de del".split())
IN: Final = frozenset("in nel nella nello su sul sulla dans sur en im am auf".split())
STOPS: Final = frozenset(".!?;")
ENDS_CLAUSE: Final = frozenset(",.;:!?)-\u2014\u2013")
ASIDES: Final = tuple(tuple(phrase.split()) for phrase in saying.phrases("asides"))
"""What may stand between a subject and its verb without commas: "por su parte"."""
_OWN: Final = frozenset(("his", "her", "their"))
"""Before those who are named with somebody: "Roe and his colleagues showed"."""
_ENDS_DESCRIPTION: Final = frozenset('.;:!?\u201d\u00bb"')
_NO_SUBJECT_BEFORE: Final = STOPS | {",", ":", "to", "zu", "that", "who", "which"}
_SEGMENTS: Final = 3
_LONGEST_SEGMENT: Final = 16
_MOST_OTHERS: Final = 8


def past_interruptions(tokens: list[str]) -> int | None:
    """The first token that belongs to the verb; None if there is none in reach."""
    at: int | None = _past_beginning(tokens)
    segments = 0
    while at is not None and at < len(tokens):
        word = tokens[at]
        if word == "(":
            closing = _find(tokens, at, ")")
            at = None if closing is None else closing + 1
        elif word == "," or word in _DASHES:
            end = _past_segment(tokens, at, first=segments == 0)
            if end is None or (end < len(tokens) and tokens[end] != "," and tokens[end] not in _DASHES):
                return end
            at, segments = end, segments + 1
            if segments > _SEGMENTS:
                return None
        elif word.lower() in AND and (behind := _past_others(tokens, at + 1)):
            at = behind
        elif at == 0 and word.lower() in OF:
            return _past_place(tokens)
        else:
            return at
    return None


def _past_segment(tokens: list[str], at: int, *, first: bool) -> int | None:
    """Where it goes on behind the comma or dash at ``at``: at the verb, or at the mark that ends an apposition."""
    if at + 1 >= len(tokens):
        return None
    following = tokens[at + 1].lower()
    if following in RELATIVES and is_verbal(tokens, at + 2):
        return at + 2
    if following in RELATIVES and (behind := _past_where(tokens, at + 2)):
        return behind
    if following.endswith("ing") if first else _goes_on(tokens, at + 1):
        return at + 1
    if following in ARTICLES and (behind := _verb_in_apposition(tokens, at + 2)):
        return behind
    closing = _find(tokens, at, ",", "\u2014", "\u2013")
    described = following.isdigit() or following in ARTICLES or following in RELATIVES
    if described and (spoken := _past_description(tokens, at)):
        return spoken
    if closing is None or closing - at > _LONGEST_SEGMENT:
        return None
    return closing + 1 if _goes_on(tokens, closing + 1) else closing


def _past_description(tokens: list[str], at: int) -> int | None:
    """The verb behind a comma that ends what is told of somebody, however long: ", 54, who works there, said"."""
    for index in range(at + 2, len(tokens) - 2):
        if tokens[index] in _ENDS_DESCRIPTION or tokens[index][0] in OPENING:
            return None
        if tokens[index] == "," and VERBS.get(tokens[index + 1].lower()) in (Kind.CLAIM, Kind.SPEECH):
            return index + 1 if tokens[index + 2].islower() else None
    return None


def _past_where(tokens: list[str], at: int) -> int | None:
    """The verb behind a place that opens a relative clause: (che) in un articolo dichiara, (who) in 1990 wrote."""
    if at >= len(tokens) or tokens[at] not in IN:
        return None
    for index in range(at + 2, min(at + _LONGEST_SEGMENT, len(tokens))):
        if tokens[index] in ENDS_CLAUSE:
            return None
        if VERBS.get(tokens[index].lower()) in (Kind.CLAIM, Kind.SPEECH):
            return index
    return None


def _goes_on(tokens: list[str], at: int) -> bool:
    """True if a verb follows a mark, but not one that "and" joins to another."""
    return at < len(tokens) and tokens[at].lower() not in AND and is_verbal(tokens, at)


def _verb_in_apposition(tokens: list[str], start: int) -> int | None:
    """The verb behind an apposition that no mark ends: "Roe, a fellow at the college argues that"."""
    for index in range(start, min(start + _LONGEST_SEGMENT, len(tokens) - 2)):
        word = tokens[index]
        if word in ENDS_CLAUSE or word in RELATIVES or word in COMPLEMENTS:
            return None
        said = tokens[index + 1] == "that" or (tokens[index + 1] in ",:" and tokens[index + 2][0] in OPENING)
        if said and VERBS.get(word.lower()) in (Kind.CLAIM, Kind.SPEECH):
            return index
    return None


def _past_beginning(tokens: list[str]) -> int:
    """The index behind "who", an aside, or what belongs to the name: "Jr."."""
    if tokens[0] in WHO:
        return 1
    for aside in ASIDES:
        if tuple(tokens[: len(aside)]) == aside:
            return len(aside)
    if tokens[0].lower() not in SUFFIXES:
        return 0
    return 2 if tokens[1:2] == ["."] else 1


def _past_others(tokens: list[str], at: int) -> int | None:
    """The index behind a second name, or of the verb that others have too; None if neither is joined by "and"."""
    if at < len(tokens) and tokens[at][0].isupper():
        return _past_name(tokens, at)
    if at + 2 < len(tokens) and tokens[at] in _OWN and verb(tokens, at + 2):
        return at + 2
    return _verb_of_others(tokens, at)


def _verb_of_others(tokens: list[str], start: int) -> int | None:
    """The verb of several subjects of whom one is named: "Roe and others of her school argue that"."""
    for index in range(start + 1, min(start + _MOST_OTHERS, len(tokens))):
        if tokens[index] in ENDS_CLAUSE or tokens[index] in RELATIVES or tokens[index] in COMPLEMENTS:
            return None
        if index + 1 < len(tokens) and tokens[index + 1] in COMPLEMENTS and verb(tokens, index):
            return index
    return None


def _past_name(tokens: list[str], at: int) -> int:
    """The index behind the capitalised words and stops from ``at`` on."""
    while at < len(tokens) and (tokens[at][0].isupper() or tokens[at] == "."):
        at += 1
    return at


def _past_place(tokens: list[str]) -> int | None:
    """The index of the verb behind "of Variety", "in a 2022 essay"."""
    found = next((index for index in range(2, min(len(tokens), 8)) if verb(tokens, index)), None)
    if found is not None and _NO_SUBJECT_BEFORE.isdisjoint(tokens[:found]):
        return found
    closing = _find(tokens, 0, ",")
    return closing + 1 if closing is not None and closing < 10 and is_verbal(tokens, closing + 1) else None


def _find(tokens: list[str], at: int, *words: str) -> int | None:
    """The next of those marks behind ``at`` in the sentence."""
    for index in range(at + 1, len(tokens)):
        word = tokens[index]
        if word in words:
            return index
        if word in STOPS and (word != "." or len(tokens[index - 1]) > 2):
            return None
    return None
