"""Verbs of saying, thinking and showing in a list of words, and how they show a name to be a source's."""

from __future__ import annotations

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
VERBS: Final = {
    word: kind
    for kind, name in (
        (Kind.STUDY, "studies"),
        (Kind.THOUGHT, "thought"),
        (Kind.SPEECH, "speech"),
        (Kind.CLAIM, "claims"),
    )
    for word in saying.verbs(name)
}
PHRASAL: Final = saying.phrasal_verbs()
_OUT: Final = ("out",)
"""Not of "set out to begin", "turned out to be"."""
LIGHT: Final = saying.verbs("light")
IDEAS: Final = saying.words("nouns", "ideas")
NOTIONS: Final = saying.words("nouns", "weak_ideas")
AUXILIARIES: Final = saying.words("words", "auxiliaries")
ADVERBS: Final = saying.words("words", "adverbs")
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
        following = tuple(token.lower() for token in tokens[index + 1 : index + 1 + len(rest)])
        if following == rest and not (rest == _OUT and tokens[index + 2 : index + 3] == ["to"]):
            return Kind.CLAIM, index + 1 + len(rest)
    kind = VERBS.get(word)
    if word in LIGHT:
        for behind in range(index + 1, min(len(tokens), index + 10)):
            if tokens[behind].lower() in IDEAS or tokens[behind].lower() in NOTIONS:
                return Kind.CLAIM, behind + 1
            if tokens[behind] in _NO_OBJECT or not (tokens[behind][0].isalnum() or tokens[behind] == ","):
                break
    return None if kind is None else (kind, index + 1)
