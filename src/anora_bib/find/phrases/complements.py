"""What follows a verb and shows that what is said follows: "that", a colon, quoted words, a clause without "that"."""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from anora_bib.find.phrases.interruptions import COMPLEMENTS, STOPS
from anora_bib.find.phrases.verbs import OPENING, Kind, verb
from anora_bib.language import saying

_SAYING: Final = saying.words("words", "bare_complement")
_ASKING: Final = saying.words("words", "asking")
_ASKED_REACH: Final = 7
_NO_CLAUSE: Final = saying.words("words", "no_clause")
"""What stands behind "says" where no clause does: "says nothing", "says to him"."""
_READERS: Final = frozenset(("us", "readers", "you"))
_COMPLEMENT_REACH: Final = 10
_CONVINCED: Final = saying.words("words", "convinced")
_READY: Final = saying.words("words", "ready")
_READY_REACH: Final = 5
"""How many words may stand between a form of "be" and the verb: "was the first scholar to argue"."""
_COLON: Final = frozenset(":")
CLAUSE_WORDS: Final = saying.words("words", "clause_words")
"""That which begins a clause and nothing else that could be said of a name."""
_CAUSING: Final = saying.words("words", "causing")
_SUBJECTS: Final = saying.words("words", "clause_subjects")
"""Words with which the clause behind "that" begins, unlike "that quay"."""
_FINITE: Final = ("s", "ed", "te", "t", "a", "e", "\u00f3", "\u00f2")
"""How a verb of one subject ends, in one language or another."""
_SHORTEST_VERB: Final = 4
GOING_ON: Final = saying.words("words", "going_on")


def has_complement(tokens: list[str], index: int) -> bool:
    """True if what is said follows in the clause."""
    following = tokens[index : index + 2]
    if len(following) == 2 and following[1] == "to" and following[0] in _READERS:
        return True
    if len(following) == 2 and following[0] == "to" and following[1].endswith("ing"):
        return True
    for token in tokens[index : index + _COMPLEMENT_REACH]:
        if token in COMPLEMENTS or token in _COLON or token[0] in OPENING:
            return True
        if token in STOPS:
            return False
    return False


def clause_follows(word: str, tokens: list[str], after: int) -> bool:
    """True of "says the quay fell", which has no "that", and of "asks readers to consider"."""
    if word in _SAYING:
        behind = tokens[after : after + 2]
        return len(behind) == 2 and behind[0][0].isalpha() and behind[0].lower() not in _NO_CLAUSE
    return word in _ASKING and "to" in list(takewhile(str.isalnum, tokens[after + 1 : after + _ASKED_REACH]))


def brings_clause(tokens: list[str], index: int) -> bool:
    """True of any verb whose object is a clause, but those of doing: (Roe) bemoans that, (Roe) bejaht, dass."""
    word = tokens[index]
    if len(word) < _SHORTEST_VERB or not word.islower() or word in _CAUSING or not word.endswith(_FINITE):
        return False
    behind = index + 2 if tokens[index + 1 : index + 2] == [","] else index + 1
    if tokens[behind : behind + 1] == ["that"]:
        subject = tokens[behind + 1] if behind + 1 < len(tokens) else ""
        return subject.lower() in _SUBJECTS or subject[:1].isupper() or subject.endswith("s")
    return behind < len(tokens) and tokens[behind] in CLAUSE_WORDS


def goes_on(tokens: list[str], index: int) -> bool:
    """True of "continues" with a mark behind it, which has no infinitive and so is one of saying."""
    return tokens[index].lower() in GOING_ON and tokens[index + 1 : index + 2] in ([":"], [","])


def again(tokens: list[str], index: int) -> int | None:
    """The index behind the colon of "again:" and "once more:"."""
    behind = tokens[index + 1 : index + 3]
    if behind[:1] == [":"]:
        return index + 2
    return index + 3 if behind == ["more", ":"] else None


def convinced(tokens: list[str], index: int) -> int | None:
    """The index behind the adjective of "is well aware that", from the form of "be" at ``index`` on."""
    for at in range(index + 1, min(len(tokens) - 1, index + 4)):
        if tokens[at] in _CONVINCED:
            return at + 1 if tokens[at + 1] in COMPLEMENTS else None
    return None


def ready_to(tokens: list[str], index: int) -> tuple[Kind, int] | None:
    """The verb of "is keen to note", "was the first scholar to argue", from the form of "be" at ``index`` on."""
    for to in range(index + 2, min(len(tokens) - 1, index + 1 + _READY_REACH)):
        if tokens[to] == "to":
            return None if _READY.isdisjoint(tokens[index + 1 : to]) else verb(tokens, to + 1)
        if not tokens[to][0].isalnum():
            return None
    return None
