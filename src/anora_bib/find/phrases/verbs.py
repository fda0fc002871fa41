"""Verbs of saying, thinking and showing in a list of words, and how they show a name to be a source's."""

from __future__ import annotations

from collections.abc import Container, Iterator
from enum import StrEnum
from typing import Final

from anora_bib.language import saying


class Kind(StrEnum):
    """How a name is shown to be a source's."""

    CLAIM = "claim"
    """A verb of those who argue and write."""
    SPEECH = "speech"
    """A verb of those who speak, as people in stories do too."""
    THOUGHT = "thought"
    STUDY = "study"
    """What is done with a subject: only of those who are known to write is it a sign."""
    IDEA = "idea"
    """The possessor of a thought: "X's thesis"."""
    NOTION = "notion"
    """The same with a word that means other things too: "X's story"."""
    PIECE = "piece"
    """The possessor of something written: "X's essay"."""
    COLON = "colon"
    """Nothing but a colon, which attributes what is quoted right behind it."""


OPENING: Final = '\u201c\u201e\u00ab"\u2018'
_KINDS: Final = (
    (Kind.STUDY, "studies"),
    (Kind.THOUGHT, "thought"),
    (Kind.SPEECH, "speech"),
    (Kind.CLAIM, "claims"),
)
VERBS: Final = {word: kind for kind, name in _KINDS for word in saying.verbs(name)}
NONFINITE: Final = {word: kind for kind, name in _KINDS for word in saying.nonfinite_verbs(name)}
"""Participles and infinitives, which say something of a name only behind an auxiliary."""
PHRASAL: Final = saying.phrasal_verbs()
PARTED: Final = saying.parted_verbs()
_OUT: Final = ("out",)
"""Not of "set out to begin", "turned out to be"."""
LIGHT: Final = saying.verbs("light")
_FAR_LIGHT: Final = saying.verbs("light", ("de",))
"""German ones, whose noun may stand behind whatever else: kommt in ihrem Buch zu dem Schluss."""
IDEAS: Final = saying.words("nouns", "ideas")
NOTIONS: Final = saying.words("nouns", "weak_ideas")
AUXILIARIES: Final = saying.words("words", "auxiliaries")
BRACKETS: Final = saying.words("words", "brackets")
"""German auxiliaries, whose verb stands at the end of the clause."""
ADVERBS: Final = saying.words("words", "adverbs")
CLITICS: Final = saying.words("words", "clitics")
"""Pronouns between a subject and its verb: "Roe le montre"."""
_CLAUSE: Final = 24
"""How many words and marks a clause may have, from its verb to the word that is parted from it."""
_CLAUSE_ENDS: Final = frozenset(",.;:!?)-\u2014\u2013")
_JOINTS: Final = frozenset(("und", "oder"))
_NO_OBJECT: Final = frozenset("been be in on to for with by from at that which of into".split())
"""Words that stand in no object between its article and its noun."""


def past_adverbs(tokens: list[str], index: int) -> int:
    """The index of the first token from ``index`` on that is no adverb."""
    while index < len(tokens) and (tokens[index].lower() in ADVERBS or tokens[index].endswith("ly")):
        index += 1
    return index


def is_verbal(tokens: list[str], index: int) -> bool:
    """True if an auxiliary, an adverb in front of a verb, or a verb of saying stands there."""
    for token in range(index, min(index + 3, len(tokens))):
        word = tokens[token].lower()
        if verb(tokens, token):
            return True
        if word not in AUXILIARIES and word not in ADVERBS and not word.endswith("ly"):
            return False
    return False


def verb(tokens: list[str], index: int) -> tuple[Kind, int] | None:
    """The kind of the verb at ``index``, and the index behind it."""
    if index >= len(tokens):
        return None
    word = tokens[index].lower()
    for rest in PHRASAL.get(word, ()):
        following = tuple(token.lower().replace("'", "\u2019") for token in tokens[index + 1 : index + 1 + len(rest)])
        if following == rest and not (rest == _OUT and tokens[index + 2 : index + 3] == ["to"]):
            return Kind.CLAIM, index + 1 + len(rest)
    if word in PARTED and (end := _parted(tokens, index, PARTED[word])):
        return Kind.CLAIM, end
    kind = VERBS.get(word)
    if word in LIGHT:
        for behind in range(index + 1, min(len(tokens), index + 10)):
            noun = tokens[behind]
            if noun.lower() in IDEAS or noun.lower() in NOTIONS or noun in IDEAS:
                return Kind.CLAIM, behind + 1
            if (
                (noun in _NO_OBJECT and word not in _FAR_LIGHT)
                or noun == "mit"
                or not (noun[0].isalnum() or noun == ",")
            ):
                break
    return None if kind is None else (kind, index + 1)


def _parted(tokens: list[str], index: int, particles: Container[str]) -> int | None:
    """The index behind the word that ends the clause of a German verb: weist ... hin."""
    if tokens[index + 1 : index + 2] and tokens[index + 1] in particles:
        return index + 2
    ends = clause_ends(tokens, index + 2)
    return next((end for end in ends if tokens[end - 1] in particles), None)


def clause_ends(tokens: list[str], index: int) -> Iterator[int]:
    """The indices of the joints where a clause may end that goes on at ``index``, and of the mark that ends it."""
    last = min(len(tokens), index + _CLAUSE)
    for at in range(index, last):
        if tokens[at] in _JOINTS:
            yield at
        elif tokens[at] in _CLAUSE_ENDS:
            yield at
            return
    if index <= last == len(tokens):
        yield last


def nonfinite(tokens: list[str], index: int) -> Kind | None:
    """The kind of the participle or infinitive that ends before ``index``: aufmerksam gemacht, gezeigt."""
    if index < 1:
        return None
    word = tokens[index - 1].lower()
    return NONFINITE.get(word) or (NONFINITE.get(f"{tokens[index - 2].lower()}{word}") if index > 1 else None)
