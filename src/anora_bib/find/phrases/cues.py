"""The phrases before a name by which prose says where words come from: "told X", "according to X", "coined by X"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from anora_bib import language
from anora_bib.find.phrases.callings import HONORIFICS, is_calling
from anora_bib.language import saying
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_LINK: Final = r"(?:\](?:\([^()\s]{0,400}\)|\[[^\[\]\n]{0,80}\])?)?"
"""The end of a link on the word before."""


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """One kind of phrase. Each is equal to itself only, and so quick to look up.

    ``names`` is true where the construction is hardly used but to name a source ("according to X"), so that a name
    needs no quotation beside it. ``speech`` marks the verbs that people in stories use as well ("told X"): with
    those an unknown name is no source. ``interview`` marks words given to somebody who asked.
    """

    pattern: re.Pattern[str]
    openers: Mapping[str, frozenset[str] | None]
    """The words, in small letters, that it may begin with, each with those that can follow it; None if any can."""
    names: bool = False
    speech: bool = False
    interview: bool = False

    @classmethod
    def of(
        cls,
        phrases: Mapping[str, str],
        *,
        names: bool = False,
        speech: bool = False,
        interview: bool = False,
    ) -> Cue:
        """The cue made of phrases: from their first words to the pattern of the rest."""
        pattern = "|".join(rf"\b(?:{'|'.join(words.split())}){rest}" for words, rest in phrases.items())
        openers = dict.fromkeys(word for words in phrases for word in words.split())
        return cls(re.compile(pattern, re.IGNORECASE), openers, names, speech, interview)

    @classmethod
    def of_phrases(cls, phrases: Iterable[str]) -> Cue:
        """The cue made of whole phrases, which name a source."""
        listed = list(phrases)
        pattern = language.pattern(listed).replace("'", "['\u2019]")
        openers: dict[str, frozenset[str] | None] = {}
        for phrase in listed:
            first, *rest = re.findall(r"\w+", phrase.lower())
            before = openers.get(first, frozenset())
            openers[first] = before | {rest[0]} if rest and before is not None else None
        return cls(re.compile(rf"\b(?:{pattern}){_LINK}\s", re.IGNORECASE), openers, names=True)


_INTERVIEW: Final = {
    "interview interviews interviewed conversation conversations chat": r"\s(?:with|for|by|in|to|at|from)\s",
    "q": r"\s?&\s?a\s(?:with|for|by|in|to|at|from)\s",
    "spoke speaking speaks spoken talked talking talks": r"\s(?:to|with)\s",
}
"""First words of a phrase, and how it goes on."""
_TELLING: Final = {
    "tells told telling": r"\s",
    "asked interviewed pressed prompted": r"\sby\s",
    "said explained revealed confessed admitted confirmed remarked": r"\s(?:to|in)\s",
}
_SOURCE: Final = {
    "reported quoted cited noted published printed described discussed put recounted argued": r"\s(?:by|in)\s",
    "phrase term concept notion idea": r"\s(?:coined|popularized|popularised|from)\s(?:by\s)?",
    "popularized popularised pioneered": r"\sby\s",
}
_PRINTED: Final = {
    "writing writes wrote written review reviewed": r"\s(?:in|for|of\sit\sin)\s",
    "essay article piece profile report story": r"\s(?:in|for|of\sit\sin)\s",
}

INTERVIEW: Final = Cue.of(_INTERVIEW, names=True, interview=True)
TELLING: Final = Cue.of(_TELLING, names=True, speech=True, interview=True)
PHRASES: Final = Cue.of_phrases(saying.phrases("phrases_before"))
SOURCE: Final = Cue.of(_SOURCE, names=True)
PRINTED: Final = Cue.of(_PRINTED, names=True)

CUES: Final = (INTERVIEW, TELLING, PHRASES, SOURCE, PRINTED)

SPEECH: Final = lazy(
    r"\b(?:tells|told|telling|says|said|saying|explains|explained|stated|asked|answered|replied|writing|writes|wrote)\b",
    re.IGNORECASE,
)
"""Words that show a sentence to be about somebody who speaks or writes."""

_WRITINGS: Final = "|".join(
    sorted(saying.words("nouns", "pieces") - {"post", "posts", "story", "text", "work", "works", "writing"})
)
IN_HIS_BOOK: Final = lazy(
    r"\bin\s\[?(?:his|her|their|its|the)\s(?:[\w-]{1,20}\s){0,4}"
    r"(?:book|essay|article|study|memoir|novel|piece|review|paper|chapter|column|monograph|report|lecture|manifesto)\b"
    r"|\b(?:in|dans|en|nel|nella|aus)\s\[?"
    r"(?:seinem|seiner|ihrem|ihrer|einem|einer|son|sa|ses|un|une|su|sus|una|suo|sua)\s"
    rf"(?:[^\W\d_][\w-]{{0,20}}\s){{0,3}}(?:{_WRITINGS})\b",
    re.IGNORECASE,
)
"""A sentence that says where the one named has written or said something."""

_AS: Final = saying.words("words", "as_words")
_AS_REACH: Final = 60
_WORDS_BEHIND_AS: Final = 4


def is_as_clause(text: str, start: int, floor: int) -> bool:
    """True before the name of "as X argues", "what the critic X calls": with a verb of writing this names a source."""
    words = text[max(floor, start - _AS_REACH) : start].rstrip("*_[").split()
    for word in words[: -_WORDS_BEHIND_AS - 2 : -1]:
        if word.lower().lstrip('*_[(\u201c"') in _AS:
            return True
        if not word.replace("-", "").isalnum():
            return False
    return False


_COMMA_BEFORE: Final = lazy(r",[\u201d\"\u00bb\u2019]?\s[*_\[]{0,2}$|[\u201d\"\u00bb]\s[*_\[]{0,2}$")
_INSERTED: Final = lazy(r"[*_\]]{0,2}(?:\([^()\s]{0,300}\))?(?:\s[a-z]{2,12}){0,2}\s?[,.;:\u2014]")
_COMMA_REACH: Final = 10


def is_inserted(text: str, phrase: Span, floor: int) -> bool:
    """True for a phrase between two marks: "the answer, Roe says, is yes"."""
    before = _COMMA_BEFORE.search(text, max(floor, phrase.start - _COMMA_REACH), phrase.start)
    return before is not None and _INSERTED.match(text, phrase.end) is not None


_ARTICLE: Final = r"(?:the|a|an|la|le|les|il|lo|el|los|las|der|die|das|dem|den|einem|einer|un|une|una)"
ROLE_BEFORE: Final = lazy(
    rf"^(?:(?:{_ARTICLE}|both|fellow|one|of|for|from|late|great|film|movie|music|book|literary|art|cultural|political|"
    r"feminist|media|trade|daily|weekly|online|again|ancora|encore|wieder|nuevamente|papers?|magazine|newspaper|journal|outlets?|sites?|websites?|blog|"
    r"podcast|people|folks|[\u2019']s),?\s|l['\u2019]){0,6}"
    rf"(?:(?:{language.pattern(HONORIFICS)})\.?\s)?"
    r"[*_\u201c\u2018\"'\[]{0,3}$",
    re.IGNORECASE,
)
"""What may stand between a cue and the name: an article, what the source is, an opening mark."""

_POST_BEFORE: Final = lazy(
    rf"(?:(?i:{_ARTICLE})\s|[Ll]['\u2019])(?P<post>\w{{2,24}})(?:(?:\s|['\u2019])\w[\w-]{{0,24}}){{1,12}},\s"
    rf"(?:(?:{language.pattern(HONORIFICS)})\.?\s)?$"
)


def is_post(words: str) -> bool:
    """True if all between a cue and the name tells what its bearer does, and where: the head of the office in Hull."""
    found = _POST_BEFORE.match(words)
    return found is not None and (found["post"][0].islower() or is_calling(found["post"]))


OUTLET_LIKE: Final = lazy(
    r"\b(?:Times|Post|Journal|Magazine|Review|News|Weekly|Tribune|Herald|Gazette|Guardian|Telegraph|Chronicle|Quarterly|"
    r"Press|Reporter|Radio|Daily|Observer|Globe|Voice|Bulletin|Record|Wire|TV|FM|BBC|NPR)\b"
)
"""A name that tells by itself that it publishes."""
