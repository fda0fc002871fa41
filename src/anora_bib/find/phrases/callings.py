"""What people are said to be, right beside their names: "the sociologist Jane Roe", "Jane Roe, a professor of law"."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from anora_bib import language
from anora_bib.language import saying
from anora_bib.text.patterns import lazy

SCHOLARS: Final = saying.words("people", "scholars")
_OTHERS: Final = saying.words("people", "callings")
CALLINGS: Final = SCHOLARS | _OTHERS
_GERMAN: Final = "|".join(
    sorted(word.lower() for row in ("scholars", "callings") for word in saying.words("people", row, ("de",)))
)
_COMPOUND: Final = lazy(rf"[A-Z\u00c4\u00d6\u00dc]\w{{2,24}}(?:{_GERMAN})")
"""German compounds with such a word at their end: Osteuropahistoriker, Filmkritikerin."""
HONORIFICS: Final = language.honorifics() | saying.words("names", "courtesy")
TITLES: Final = HONORIFICS | frozenset(
    """Chairman Commissioner Director Executive Laureate Minister Officer President Professor Secretary
    Vice-Chancellor""".split()
)
"""What somebody is, at the end of words with capitals that are therefore nobody's name: "Harbour Board Director"."""
_CHARACTERS: Final = saying.words("people", "characters")
_WORDS: Final = lazy(r"[^\W\d_]+(?:[-\u2019'][^\W\d_]+)?|[.;:!?()\u201c\u201d\"]")
_APPOSITION: Final = lazy(
    r"[\]*_]{0,3}(?:\([^()\s]{0,300}\))?(?:,\s(?:who\s)?(?:an?|the|is|was|one|then|now|ein|eine|der|die|le|la|un|une|il|lo|el|una|uno|einer|eine)\s"
    r"|\s(?:is|was|ist|war|est|\u00e8|es|era)\s(?:an?|the|one|ein|eine|der|die|le|la|un|une|il|lo|el|una)\s)"
)
_REACH: Final = 100
_BEFORE: Final = 40
_MOST: Final = 9
"""Words between an article and what somebody is: "a professor", "the founder and long-time head"."""

_PLAYED: Final = lazy(
    r"\b(?:plays|played|playing|portrays|portrayed|portraying)\s[*_\u201c\"]{0,2}$|"
    rf"\b(?:{'|'.join(sorted(_CHARACTERS))}),?\s[*_\u201c\"]{{0,2}}$"
)
_PLAYED_BY: Final = lazy(
    r"\s\((?:(?:played|voiced)\sby\s|an?\s|the\s)?[A-Z][\w\u2019'-]{1,20}(?:\s[A-Z][\w.\u2019'-]{0,20}){1,3}\)|,?\splayed\sby\s"
    r"|\s[\u201c\"\u2018'(]\w{1,20}[\u201d\"\u2019')]\s[A-Z]"
)


@lru_cache(maxsize=4096)
def is_calling(word: str) -> bool:
    """True of a word for what somebody is."""
    return word in CALLINGS or _COMPOUND.fullmatch(word) is not None


def calling_before(text: str, start: int) -> str:
    """The word for what somebody is that stands right before the name; "" if there is none."""
    before = text[max(0, start - _BEFORE) : start].rstrip("[*_")
    if not before[-1:].isspace():
        return ""
    word = "".join(before.split()[-1:]).rpartition("\u2019")[2].rpartition("'")[2]
    return word if is_calling(word) or word.lower() in CALLINGS else ""


def introduced_as(text: str, start: int, end: int) -> str:
    """The word by which the text says what the bearer of a name is, as of people whom a reader has not met; or ""."""
    if calling := calling_before(text, start):
        return calling
    opening = _APPOSITION.match(text, end)
    if not opening:
        return ""
    words: list[str] = _WORDS.findall(text, opening.end(), min(len(text), opening.end() + _REACH))
    for word in words[:_MOST]:
        if not word[0].isalpha():
            return ""
        if is_calling(word):
            return word
    return ""


def is_introduced(text: str, start: int, end: int) -> bool:
    """True if the text says what the bearer of a name is."""
    return bool(introduced_as(text, start, end))


def is_played(text: str, start: int, end: int) -> bool:
    """True if the name is that of somebody in a film or a novel: "Ani (Jane Roe)", "the heroine Ani"."""
    return bool(_PLAYED.search(text, max(0, start - _BEFORE), start) or _PLAYED_BY.match(text, end))
