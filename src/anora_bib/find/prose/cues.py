"""The phrases by which prose says where words come from: "told X", "as X argues", "in X's phrase"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """On which side of a cue the name stands."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """One kind of phrase. Each is equal to itself only, and so quick to look up.

    ``names`` is true where the construction is hardly used but to name a source ("according to X"), so that a known
    name needs no quotation beside it. ``speech`` marks the verbs that people in stories use as well ("X said"): with
    those an unknown name is no source. ``interview`` marks words given to somebody who asked. ``colon`` marks the bare
    colon, which attributes only what is quoted right behind it.
    """

    pattern: re.Pattern[str]
    side: Side
    names: bool = False
    speech: bool = False
    interview: bool = False
    colon: bool = False
    openers: frozenset[str] = frozenset()
    """Of a cue before a name: the words, in small letters, that it may begin with."""

    @classmethod
    def before_a_name(
        cls,
        phrases: Mapping[str, str],
        flags: re.RegexFlag = re.NOFLAG,
        *,
        names: bool = False,
        speech: bool = False,
        interview: bool = False,
    ) -> Cue:
        """The cue made of phrases: from their first words to the pattern of the rest."""
        pattern = "|".join(rf"\b(?:{'|'.join(words.split())}){rest}" for words, rest in phrases.items())
        openers = frozenset(word for words in phrases for word in words.split())
        return cls(re.compile(pattern, flags), Side.AFTER, names, speech, interview, openers=openers)


_ADVERB = r"(?:(?:has|had|have|would|once|also|again|later|then|further|elsewhere|\w{3,12}ly)\s){0,3}"

_INTERVIEW = {
    "interview interviews interviewed conversation conversations chat": r"\s(?:with|for|by|in|to|at|from)\s",
    "q": r"\s?&\s?a\s(?:with|for|by|in|to|at|from)\s",
    "spoke speaking speaks spoken talked talking talks": r"\s(?:to|with)\s",
}
"""First words of a phrase, and how it goes on."""
_TELLING = {
    "tells told telling": r"\s",
    "asked interviewed pressed prompted": r"\sby\s",
    "said explained revealed confessed admitted confirmed remarked": r"\s(?:to|in)\s",
}
_SOURCE = {
    "according": r"\sto\s",
    "reported quoted cited noted published printed described discussed put recounted argued": r"\s(?:by|in)\s",
    "borrowing": r"\sthe\swords\sof\s",
    "quoting": r"\s(?:the\swords\sof\s)?",
    "in": r"\sthe\s(?:words|pages)\sof\s",
    "to": r"\s(?:quote\sthe\swords\sof|paraphrase|quote|borrow\sfrom)\s",
    "paraphrasing per via": r"\s",
    "phrase term concept notion idea": r"\s(?:coined|popularized|popularised|from)\s(?:by\s)?",
    "coined popularized popularised theorized theorised": r"\sby\s",
    "writing writes wrote written review reviewed": r"\s(?:in|for|of\sit\sin)\s",
    "essay article piece profile report story": r"\s(?:in|for|of\sit\sin)\s",
}
_WRITING = (
    r"writes|wrote|written|argues|argued|notes|noted|observes|observed|contends|contended|maintains|maintained|claims|"
    r"claimed|points\sout|pointed\sout|puts\sit|put\sit|reminds\sus|reminded\sus|asserts|asserted|concludes|concluded|"
    r"calls|called|terms|termed|dubs|dubbed|defines|defined|reports|reported|reviewed|theorizes|theorized|theorises|"
    r"theorised|summarizes|summarized|quips|quipped|remarks|remarked|proposes|proposed|suggests|suggested|explains"
)
_SPEAKING = (
    r"says|said|explained|states|stated|stating|mentions|mentioned|recalls|recalled|adds|added|admits|admitted|tells|told|"
    r"replies|replied|describes|described"
)
_INVERTED = {
    "writes wrote argues argued notes noted observes observed says said adds added explains explained recalls recalled "
    "asks asked remarks remarked insists insisted claims claimed": r"\s(?=[A-Z\u00c0-\u00de])"
}
"""A verb before its subject, as behind quoted words: "..., " says X."""
_LEAD = rf"^(?:\s\([^()\n]{{1,80}}\)|,\s[^,.;:()\n]{{1,80}},|[,\u2014])?\s{_ADVERB}"

WRITES = re.compile(rf"\s{_ADVERB}(?:{_WRITING}|{_SPEAKING})\b")

CUES = (
    Cue.before_a_name(_INTERVIEW, re.IGNORECASE, names=True, interview=True),
    Cue.before_a_name(_TELLING, re.IGNORECASE, names=True, speech=True, interview=True),
    Cue.before_a_name(_SOURCE, re.IGNORECASE, names=True),
    Cue.before_a_name(_INVERTED, speech=True),
    Cue(re.compile(rf"{_LEAD}(?:{_WRITING})\b"), Side.BEFORE),
    Cue(re.compile(rf"{_LEAD}(?:{_SPEAKING})\b"), Side.BEFORE, speech=True),
    Cue(
        re.compile(
            r"^[\u2019'](?:s\s|\s)(?:(?:own|famous|memorable|now-famous|influential|useful)\s){0,2}"
            r"(?:words|phrase|term|formulation|account|view|argument|phrasing|coinage|definition|report|review|reporting)\b"
        ),
        Side.BEFORE,
    ),
    Cue(re.compile(r"^[\u2019']s?\s(?:own\s)?words\b"), Side.BEFORE, names=True),
    Cue(re.compile(r"^\s(?:again|once\smore):(?=\s|$)"), Side.BEFORE, names=True),
    Cue(re.compile(r"^(?:\s(?:writes|continues|adds))?:(?=\s|$)"), Side.BEFORE, colon=True),
)

_FOLLOWING = re.compile(r"\s(\w+)")
_FIRST_BEHIND = frozenset(
    (
        *(verb.partition(r"\s")[0] for verb in f"{_WRITING}|{_SPEAKING}".split("|")),
        *"has had have would once also again later then further elsewhere continues".split(),
    )
)
"""The words that a cue behind a name may begin with, but for adverbs in -ly."""


def may_be_cued(tail: str) -> bool:
    """False if no cue stands behind a name, by the first word of what does: quicker than to try them all."""
    following = _FOLLOWING.match(tail)
    return following is None or following[1] in _FIRST_BEHIND or following[1].endswith("ly")


SPEECH = re.compile(
    r"\b(?:tells|told|telling|says|said|saying|explains|explained|stated|asked|answered|replied|writing|writes|wrote)\b",
    re.IGNORECASE,
)
"""Words that show a sentence to be about somebody who speaks or writes."""

THAT = re.compile(
    r"\b(?:writes|wrote|written|argues|argued|contends|contended|maintains|maintained|claims|claimed|observes|observed|notes|"
    r"noted|points\sout|pointed\sout|asserts|asserted|concludes|concluded|reminds\sus|reminded\sus)\sthat$"
)
"""A claim put in the essay's own words: a known person who "argues that" is a source without any quotation."""

IN_HIS_BOOK = re.compile(
    r"\bin\s(?:his|her|their|its|the)\s(?:[\w-]{1,20}\s){0,4}"
    r"(?:book|essay|article|study|memoir|novel|piece|review|paper|chapter|column|monograph|report|lecture|manifesto)\b",
    re.IGNORECASE,
)

AS_CLAUSE = re.compile(r"\b(?:as|what|how|where)\s(?:\w{2,12}\s){0,4}$", re.IGNORECASE)
"""Before a name: "as X argues", "what the critic X calls"; with a verb of writing this names a source."""

APPOSITION = re.compile(
    r",\s(?:the|a|an|who)\s(?:[\w-]{1,20}\s){0,4}?(?:director|curator|editor|author|professor|historian|critic|scholar|"
    r"head|founder|president|spokes\w+|chair|researcher|writer|journalist|lecturer|archivist|philosopher|sociologist)\b"
)
"""Who a person is, said to a reader who has not met them: people of the story are not brought in so."""

ROLE_BEFORE = re.compile(
    r"^(?:(?:the|a|an|both|fellow|one|of|for|from|late|great|film|movie|music|book|literary|art|cultural|political|"
    r"feminist|media|trade|daily|weekly|online|critics?|scholars?|historians?|philosophers?|theorists?|journalists?|"
    r"writers?|authors?|reporters?|directors?|filmmakers?|professors?|sociologists?|economists?|activists?|poets?|"
    r"novelists?|essayists?|papers?|magazine|newspaper|journal|outlets?|sites?|websites?|blog|podcast|actors?|"
    r"actress|producers?|columnists?|editors?|people|folks|[\u2019']s),?\s){0,6}[*_\u201c\u2018\"'\[]{0,3}$",
    re.IGNORECASE,
)
"""What may stand between a cue and the name: an article, the person's trade, an opening mark."""

OUTLET_LIKE = re.compile(
    r"\b(?:Times|Post|Journal|Magazine|Review|News|Weekly|Tribune|Herald|Gazette|Guardian|Telegraph|Chronicle|Quarterly|"
    r"Press|Reporter|Radio|Daily|Observer|Globe|Voice|Bulletin|Record|Wire|TV|FM|BBC|NPR)\b"
)
"""A name that tells by itself that it publishes."""
