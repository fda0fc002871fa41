"""What is said of a name right behind it: that its bearer argues, says, thinks, studies, or has an idea."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final, NamedTuple

from anora_bib import language
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


class Predicate(NamedTuple):
    """What stands behind a name. ``end`` is an offset of the text (and while it is read, a number of words and marks).

    ``complement`` is true if what is said follows: "that", "how", a colon, quoted words. ``plural`` is true of the form
    of an English verb that only several have, ``told`` of the verbs that hardly stand without what was said,
    ``depicts`` of what those do as well who make films.
    """

    kind: Kind
    end: int
    complement: bool = False
    plural: bool = False
    told: bool = False
    depicts: bool = False


_TOKEN: Final = re.compile(
    r"\](?:\([^()\s]{0,400}\)|\[[^\[\]\n]{0,80}\])?|[\[*_~`]"
    r"|([^\W_]+(?:[-\u2019'][^\W_]+){0,4}|[^\s\w])"
)
"""The first two are signs of links and of italics, which a reader does not see."""
_LONGEST_ADDRESS: Final = 400
_NEAR: Final = 90
_FAR: Final = 220
"""How many characters behind a name are looked at, where a verb follows at once and where something comes between."""

_POSSESSIVE: Final = re.compile(r"[*_]{0,2}[\u2019'](?:s\b)?(?=[\s\]*_])")
_OPENING: Final = '\u201c\u201e\u00ab"\u2018'
_CLOSING: Final = '\u201d\u00bb"\u2019'
_DASHES: Final = "\u2014\u2013"

_VERBS: Final = {
    word: kind
    for kind, name in (
        (Kind.STUDY, "studies"),
        (Kind.THOUGHT, "thought"),
        (Kind.SPEECH, "speech"),
        (Kind.CLAIM, "claims"),
    )
    for word in saying.verbs(name)
}
_PHRASAL: Final = saying.phrasal_verbs()
_OUT: Final = ("out",)
"""Not of "set out to begin", "turned out to be"."""
_LIGHT: Final = saying.verbs("light")
_IDEAS: Final = saying.words("nouns", "ideas")
_NOTIONS: Final = saying.words("nouns", "weak_ideas")
_PIECES: Final = saying.words("nouns", "pieces")
_LEMMAS: Final = saying.lemmas()
DEPICTING: Final = saying.verbs("depicting")
_TOLD: Final = saying.words("words", "told")
_AUXILIARIES: Final = saying.words("words", "auxiliaries")
_ADVERBS: Final = saying.words("words", "adverbs")
_NEGATIONS: Final = saying.words("words", "negations")
_COMPLEMENTS: Final = saying.words("words", "complements")
_RELATIVES: Final = saying.words("words", "relatives")
_READY: Final = saying.words("words", "ready")
_CONVINCED: Final = saying.words("words", "convinced")
_READY_REACH: Final = 5
"""How many words may stand between a form of "be" and the verb: "was the first scholar to argue"."""
_BE: Final = frozenset("am are be been being is was were".split())
_SUFFIXES: Final = language.name_suffixes()
_SUFFIX: Final = re.compile(rf"\s(?:{language.pattern(_SUFFIXES)})$", re.IGNORECASE)
_LONGEST_SUFFIX: Final = 6
_AND: Final = frozenset("and & und et e ed y".split())
_ARTICLES: Final = frozenset(("a", "an", "the"))
_TITLE_WORD: Final = re.compile(r"[*_\u201c\"][A-Z][\w-]{0,30}$")
"""A noun that begins a title: Roe's *Critique of Tolls*."""
_NO_ADJECTIVES: Final = _AND | frozenset("a an the of to in into on at for with from as by or but is was".split())
_OF: Final = frozenset("of at from for in on over with von des du der de del".split())
_READERS: Final = frozenset(("us", "readers", "you"))
_WHOSE: Final = saying.words("words", "whose")
_HEARERS: Final = frozenset(("me", "us"))
_QUOTED_AS: Final = frozenset(("quoted", "cited"))
_BEGINNING: Final = frozenset(
    (*_SUFFIXES, *_VERBS, *_PHRASAL, *_LIGHT, *_AUXILIARIES, *_ADVERBS, *_AND, *_OF, "again", "once")
)
_LEADING_ON: Final = _RELATIVES | _WHOSE | _ARTICLES
_FIRST: Final = re.compile(
    r"(?:\](?:\([^()\s]{0,400}\)|\[[^\[\]\n]{0,80}\])?|[*_])*\s?[\[*_]{0,3}(?:(?P<word>[^\W_]+)|[,:(\u2014\u2013])"
)
_PAUSES: Final = re.compile(r"[,\u2014\u2013]\s?(\w+)")
"""What may end an apposition, and the word behind."""
_NEXT_WORD: Final = re.compile(r"\s(\w+)")
_LONGEST_APPOSITION: Final = 130
_QUOTE: Final = re.compile(r"[\u201c\u201e\u00ab\"\u2018]")
_SECOND_VERB: Final = re.compile(
    r"(?:\s(?:and|und|et|e|y)\s\w{2,20}[,:]|,\s\w{2,17}ing,?)\s[\u201c\u201e\u00ab\"\u2018]"
)
_STOPS: Final = frozenset(".!?;")
_COMMA: Final = frozenset(",")
_COLON: Final = frozenset(":")
_ENDS_CLAUSE: Final = frozenset(",.;:!?)-\u2014\u2013")
_NO_OBJECT: Final = frozenset("been be in on to for with by from at that which of into".split())
"""Words that stand in no object between its article and its noun."""
_NO_SUBJECT_BEFORE: Final = _STOPS | {",", ":", "to", "zu", "that", "who", "which"}
_BETWEEN_POSSESSOR_AND_NOUN: Final = 5
_SEGMENTS: Final = 3
_LONGEST_SEGMENT: Final = 16
_COMPLEMENT_REACH: Final = 10
_BEFORE_QUOTED: Final = 18

_VERB_FINAL_REACH: Final = 24


def predicate(text: str, start: int, limit: int) -> Predicate | None:
    """What the text says of the name that ends at ``start``, in the sentence that ends at ``limit``; None if nothing.

    What comes between is passed over: a parenthesis, an apposition, "of Variety", "and Jane Roe", auxiliaries and
    adverbs. A negated verb says nothing, nor does a passive, whose subject is no source.
    """
    if text.startswith(".", start) and _SUFFIX.search(text, max(0, start - _LONGEST_SUFFIX), start):
        start += 1
    possessive = _POSSESSIVE.match(text, start)
    if possessive:
        start = possessive.end()
        said = _possessed(_tokens(text, start, limit, _NEAR))
        end = _offset(text, start, said.end) if said else start
        if _TITLE_WORD.search(text, start - 1, end):
            return None
    elif reach := _reach(text, start, limit):
        tokens = _tokens(text, start, limit, reach)
        said = _whose(tokens) if tokens[:1] == [","] and tokens[1:2] and tokens[1].lower() in _WHOSE else _said(tokens)
    else:
        return None
    return said and said._replace(end=_offset(text, start, said.end))


def _reach(text: str, start: int, limit: int) -> int:
    """How many characters behind a name are to be read: none for most names, by what stands right behind."""
    first = _FIRST.match(text, start, limit)
    if first is None:
        return 0
    word = first["word"]
    if word is None:
        mark = text[first.end() - 1]
        if mark == ":":
            return _NEAR
        return _FAR if mark != "," or _may_go_on(text, first.end(), limit) else 0
    word = word.lower()
    if word in _AND:
        return _FAR if text[first.end() + 1 : first.end() + 2].isupper() else 0
    if word in _BEGINNING or word.endswith("ly"):
        return _FAR if word in _OF else _NEAR
    stop = min(limit, start + _FAR)
    quoted = _QUOTE.search(text, first.end(), stop)
    second = quoted and _SECOND_VERB.search(text, first.end(), min(stop, quoted.end()))
    return _FAR if second else 0


def _may_go_on(text: str, comma: int, limit: int) -> bool:
    """False if nothing behind a comma leads to a verb of the name before it: no verb behind a comma, "who", article."""
    stop = min(limit, comma + _LONGEST_APPOSITION)
    for mark in _PAUSES.finditer(text, comma, stop):
        word = mark[1].lower()
        if word in _BEGINNING or word.endswith("ly"):
            return True
    word = _NEXT_WORD.match(text, comma)
    return word is not None and (word[1].endswith("ing") or word[1] in _LEADING_ON)


def verb_at_end(text: str, start: int, limit: int) -> int | None:
    """The end of a verb that closes the clause behind a name, as in German "was Roe als Angst beschrieben hat"."""
    tokens = _tokens(text, start, limit, _FAR)
    for index, token in enumerate(tokens[:_VERB_FINAL_REACH]):
        if token.lower() in _NEGATIONS:
            return None
        if token in _ENDS_CLAUSE:
            last = [number for number in (index - 2, index - 1) if number >= 0 and tokens[number].lower() in _VERBS]
            return _offset(text, start, last[0] + 1) if last else None
    return None


def _tokens(text: str, start: int, limit: int, reach: int) -> list[str]:
    stop = start + reach
    if text.find("](", start, stop) >= 0:  # nobody reads the address of a link
        stop += _LONGEST_ADDRESS
    return [token for token in _TOKEN.findall(text, start, min(limit, stop)) if token]


def _offset(text: str, start: int, count: int) -> int:
    """Where the last of so many words and marks ends."""
    for match in _TOKEN.finditer(text, start):
        count -= match[1] is not None
        if not count:
            return match.end()
    return start


def _possessed(tokens: list[str]) -> Predicate | None:
    """The idea or the piece that somebody has."""
    for index, token in enumerate(tokens[: _BETWEEN_POSSESSOR_AND_NOUN + 1]):
        word = token.lower()
        if word in _NOTIONS:
            return Predicate(Kind.NOTION, index + 1, _complement(tokens, index + 1))
        if word in _IDEAS or token in _IDEAS:
            return Predicate(Kind.IDEA, index + 1, _complement(tokens, index + 1))
        if word in _PIECES or token in _PIECES:
            return Predicate(Kind.PIECE, index + 1)
        if (not token[0].isalnum() and token not in _COMMA) or word in _NO_ADJECTIVES or word in _VERBS:
            return None
    return None


def _whose(tokens: list[str]) -> Predicate | None:
    """The idea or the piece of ", whose thesis"."""
    had = _possessed(tokens[2:])
    return had and had._replace(end=had.end + 2)


def _said(tokens: list[str]) -> Predicate | None:
    """The verb whose subject the name is."""
    at = _past_interruptions(tokens) if tokens else None
    if at is None:
        return None
    if tokens[at] == ":":
        return Predicate(Kind.COLON, at + 1)
    passive = False
    joined = not _AND.isdisjoint(token.lower() for token in tokens[:at])
    for index in range(at, min(len(tokens), at + 7)):
        word = tokens[index].lower()
        if word in _NEGATIONS:
            return None
        if word in ("again", "once") and (colon := _again(tokens, index)):
            return Predicate(Kind.IDEA, colon, complement=True)
        found = _verb(tokens, index)
        if found and not (word in _AUXILIARIES and _verb(tokens, _past_adverbs(tokens, index + 1))):
            if passive and not word.endswith("ing") and word not in _QUOTED_AS:
                return None
            return _of_verb(tokens, index, *found, first=index == at and not joined)
        if word in _BE and (being := _minded(tokens, index)):
            return being
        passive = passive or word in _BE
        if not _may_precede(word, first=index == at):
            return _quoting(tokens, at)
    return None


def _past_adverbs(tokens: list[str], index: int) -> int:
    """The index of the first token from ``index`` on that is no adverb."""
    while index < len(tokens) and (tokens[index].lower() in _ADVERBS or tokens[index].endswith("ly")):
        index += 1
    return index


def _minded(tokens: list[str], index: int) -> Predicate | None:
    """What somebody is said to be, from the form of "be" at ``index`` on: aware that it fell, keen to note it."""
    if sure := _convinced(tokens, index):
        return Predicate(Kind.CLAIM, sure, complement=True)
    ready = _ready_to(tokens, index)
    return ready and _of_verb(tokens, ready[1] - 1, *ready, first=False)


def _convinced(tokens: list[str], index: int) -> int | None:
    """The index behind the adjective of "is well aware that", from the form of "be" at ``index`` on."""
    for at in range(index + 1, min(len(tokens) - 1, index + 4)):
        if tokens[at] in _CONVINCED:
            return at + 1 if tokens[at + 1] in _COMPLEMENTS else None
    return None


def _ready_to(tokens: list[str], index: int) -> tuple[Kind, int] | None:
    """The verb of "is keen to note", "was the first scholar to argue", from the form of "be" at ``index`` on."""
    for to in range(index + 2, min(len(tokens) - 1, index + 1 + _READY_REACH)):
        if tokens[to] == "to":
            return None if _READY.isdisjoint(tokens[index + 1 : to]) else _verb(tokens, to + 1)
        if not tokens[to][0].isalnum():
            return None
    return None


def _may_precede(word: str, *, first: bool) -> bool:
    """True for auxiliaries and adverbs, and for the "to" of "goes on to explore"."""
    return word in _AUXILIARIES or word in _ADVERBS or word.endswith("ly") or (word == "to" and not first)


def _of_verb(tokens: list[str], index: int, kind: Kind, after: int, *, first: bool) -> Predicate:
    """The predicate of a verb from ``index`` to before ``after``, which may be the ``first`` word behind the name."""
    word = tokens[index].lower()
    complement = _complement(tokens, after)
    plural = first and word in _LEMMAS
    heard = after < len(tokens) and tokens[after] in _HEARERS
    return Predicate(kind, after + heard, complement, plural, word in _TOLD, word in DEPICTING)


def _again(tokens: list[str], index: int) -> int | None:
    """The index behind the colon of "again:" and "once more:"."""
    behind = tokens[index + 1 : index + 3]
    if behind[:1] == [":"]:
        return index + 2
    return index + 3 if behind == ["more", ":"] else None


def _past_interruptions(tokens: list[str]) -> int | None:
    """The first token that belongs to the verb; None if there is none in reach."""
    at: int | None = 0
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
        elif word.lower() in _AND and at + 1 < len(tokens) and tokens[at + 1][0].isupper():
            at = _past_name(tokens, at + 1)
        elif at == 0 and word.lower() in _SUFFIXES:
            at = 2 if tokens[1:2] == ["."] else 1
        elif at == 0 and word.lower() in _OF:
            return _past_place(tokens)
        else:
            return at
    return None


def _past_segment(tokens: list[str], at: int, *, first: bool) -> int | None:
    """Where it goes on behind the comma or dash at ``at``: at the verb, or at the mark that ends an apposition."""
    if at + 1 >= len(tokens):
        return None
    following = tokens[at + 1].lower()
    if following in _RELATIVES and _is_verbal(tokens, at + 2):
        return at + 2
    if following.endswith("ing") if first else _is_verbal(tokens, at + 1):
        return at + 1
    if following in _ARTICLES and (verb := _verb_in_apposition(tokens, at + 2)):
        return verb
    closing = _find(tokens, at, ",", "\u2014", "\u2013")
    if closing is None or closing - at > _LONGEST_SEGMENT:
        return None
    return closing + 1 if _is_verbal(tokens, closing + 1) else closing


def _verb_in_apposition(tokens: list[str], start: int) -> int | None:
    """The verb behind an apposition that no mark ends: "Roe, a fellow at the college argues that"."""
    for index in range(start, min(start + _LONGEST_SEGMENT, len(tokens) - 2)):
        word = tokens[index]
        if word in _ENDS_CLAUSE or word in _RELATIVES or word in _COMPLEMENTS:
            return None
        said = tokens[index + 1] == "that" or (tokens[index + 1] in ",:" and tokens[index + 2][0] in _OPENING)
        if said and _VERBS.get(word.lower()) in (Kind.CLAIM, Kind.SPEECH):
            return index
    return None


def _past_name(tokens: list[str], at: int) -> int:
    """The index behind the capitalised words and stops from ``at`` on."""
    while at < len(tokens) and (tokens[at][0].isupper() or tokens[at] == "."):
        at += 1
    return at


def _past_place(tokens: list[str]) -> int | None:
    """The index of the verb behind "of Variety", "in a 2022 essay"."""
    verb = next((index for index in range(2, min(len(tokens), 8)) if _verb(tokens, index)), None)
    if verb is not None and _NO_SUBJECT_BEFORE.isdisjoint(tokens[:verb]):
        return verb
    closing = _find(tokens, 0, ",")
    return closing + 1 if closing is not None and closing < 10 and _is_verbal(tokens, closing + 1) else None


def _find(tokens: list[str], at: int, *words: str) -> int | None:
    """The next of those marks behind ``at`` in the sentence."""
    for index in range(at + 1, len(tokens)):
        word = tokens[index]
        if word in words:
            return index
        if word in _STOPS and (word != "." or len(tokens[index - 1]) > 2):
            return None
    return None


def _is_verbal(tokens: list[str], index: int) -> bool:
    """True if an auxiliary, an adverb in front of a verb, or a verb of saying stands there."""
    for token in range(index, min(index + 3, len(tokens))):
        word = tokens[token].lower()
        if _verb(tokens, token):
            return True
        if word not in _AUXILIARIES and word not in _ADVERBS and not word.endswith("ly"):
            return False
    return False


def _verb(tokens: list[str], index: int) -> tuple[Kind, int] | None:
    """The kind of the verb at ``index``, and the index behind it."""
    if index >= len(tokens):
        return None
    word = tokens[index].lower()
    for rest in _PHRASAL.get(word, ()):
        following = tuple(token.lower() for token in tokens[index + 1 : index + 1 + len(rest)])
        if following == rest and not (rest == _OUT and tokens[index + 2 : index + 3] == ["to"]):
            return Kind.CLAIM, index + 1 + len(rest)
    kind = _VERBS.get(word)
    if word in _LIGHT:
        for behind in range(index + 1, min(len(tokens), index + 10)):
            if tokens[behind].lower() in _IDEAS or tokens[behind].lower() in _NOTIONS:
                return Kind.CLAIM, behind + 1
            if tokens[behind] in _NO_OBJECT or not (tokens[behind][0].isalnum() or tokens[behind] == ","):
                break
    return None if kind is None else (kind, index + 1)


def _complement(tokens: list[str], index: int) -> bool:
    """True if what is said follows in the clause."""
    following = tokens[index : index + 2]
    if len(following) == 2 and following[1] == "to" and following[0] in _READERS:
        return True
    if len(following) == 2 and following[0] == "to" and following[1].endswith("ing"):
        return True
    for token in tokens[index : index + _COMPLEMENT_REACH]:
        if token in _COMPLEMENTS or token in _COLON or token[0] in _OPENING:
            return True
        if token in _STOPS:
            return False
    return False


def _quoting(tokens: list[str], at: int) -> Predicate | None:
    """A second verb of saying that quoted words follow: "gestured and asked, ...", "read on, saying, ..."."""
    for index in range(at + 1, min(len(tokens) - 2, at + _BEFORE_QUOTED)):
        word = tokens[index]
        if word in _STOPS:
            return None
        if word in _COMMA and tokens[index + 1].endswith("ing"):
            at_mark = index + 2 + (tokens[index + 2] in _COMMA)
            kind = _VERBS.get(tokens[index + 1].lower())
            if kind in (Kind.SPEECH, Kind.CLAIM) and at_mark < len(tokens) and tokens[at_mark][0] in _OPENING:
                return Predicate(kind, index + 2, complement=True)
        if word.lower() in _AND:
            kind = _VERBS.get(tokens[index + 1].lower())
            if kind in (Kind.SPEECH, Kind.CLAIM) and tokens[index + 2] in ",:":
                quoted = index + 3 < len(tokens) and tokens[index + 3][0] in _OPENING
                return Predicate(kind, index + 2, complement=True) if quoted else None
    return None
