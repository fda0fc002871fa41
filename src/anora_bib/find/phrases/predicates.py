"""What is said of a name right behind it: that its bearer argues, says, thinks, studies, or has an idea."""

from __future__ import annotations

import re
from collections.abc import Container
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from anora_bib import language
from anora_bib.find.phrases.complements import (
    CLAUSE_WORDS,
    GOING_ON,
    again,
    brings_clause,
    clause_follows,
    convinced,
    goes_on,
    has_complement,
    ready_to,
)
from anora_bib.find.phrases.interruptions import (
    AND,
    ARTICLES,
    ASIDES,
    OF,
    RELATIVES,
    STOPS,
    SUFFIXES,
    WHO,
    past_interruptions,
)
from anora_bib.find.phrases.verbs import (
    ADVERBS,
    AUXILIARIES,
    BRACKETS,
    CLITICS,
    IDEAS,
    LIGHT,
    NONFINITE,
    NOTIONS,
    OPENING,
    PARTED,
    PHRASAL,
    VERBS,
    Kind,
    clause_ends,
    nonfinite,
    past_adverbs,
    verb,
)
from anora_bib.language import saying
from anora_bib.text.patterns import lazy


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


_TOKEN: Final = lazy(
    r"\](?:\([^()\s]{0,400}\)|\[[^\[\]\n]{0,80}\])?|[\[*_~`]"
    r"|((?:[cdjlmnst]|qu)['\u2019](?=[^\W_])|[^\W_]+(?:[-\u2019'][^\W_]+){0,4}|[^\s\w])"
)
"""The first two are signs of links and of italics, which a reader does not see; an elided pronoun is a word."""
_LONGEST_ADDRESS: Final = 400
_NEAR: Final = 90
_FAR: Final = 220
_FARTHEST: Final = 400
"""How many characters behind a name are looked at, where a verb follows at once, where something comes between, and
where that is a description which a verb of saying may end."""

_POSSESSIVE: Final = lazy(r"[*_]{0,2}[\u2019'](?:s\b)?(?=[\s\]*_])|s\b")
"""The last is the ending of a German name from which it has been cut off."""

_PIECES: Final = saying.words("nouns", "pieces")
_LEMMAS: Final = saying.lemmas()
DEPICTING: Final = saying.verbs("depicting")
_TOLD: Final = saying.words("words", "told")
_NEGATIONS: Final = saying.words("words", "negations")
PASSIVES: Final = saying.words("words", "passives")
_SUFFIX: Final = lazy(rf"\s(?:{language.pattern(SUFFIXES)})$", re.IGNORECASE)
_LONGEST_SUFFIX: Final = 6
_TITLE_WORD: Final = lazy(r"[*_\u201c\"][A-Z][\w-]{0,30}$")
"""A noun that begins a title: Roe's *Critique of Tolls*."""
_NO_ADJECTIVES: Final = AND | frozenset("a an the of to in into on at for with from as by or but is was".split())
_WHOSE: Final = saying.words("words", "whose")
_HEARERS: Final = frozenset(("me", "us"))
_QUOTED_AS: Final = frozenset(("quoted", "cited"))
_FAR_REACHING: Final = OF | WHO | BRACKETS | PARTED.keys()
_BEGINNING: Final = frozenset(
    (
        *GOING_ON,
        *(aside[0] for aside in ASIDES),
        *SUFFIXES,
        *VERBS,
        *PHRASAL,
        *LIGHT,
        *AUXILIARIES,
        *ADVERBS,
        *CLITICS,
        *AND,
        *_FAR_REACHING,
    )
) | {"again", "once"}
_LEADING_ON: Final = RELATIVES | _WHOSE | ARTICLES
_FIRST: Final = lazy(
    r"(?:\](?:\([^()\s]{0,400}\)|\[[^\[\]\n]{0,80}\])?|[*_])*\s?[\[*_]{0,3}(?:(?P<word>[^\W_]+(?:-[^\W_]+)?[\u2019']?)|[,:(\u2014\u2013])"
)
_PAUSES: Final = lazy(r"[,\u2014\u2013]\s?(\w+)")
"""What may end an apposition, and the word behind."""
_LOCATOR: Final = lazy(r"\s\[[^\[\]@\n]{0,12}\d[^\[\]@\n]{0,12}\](?!\()")
"""The pages behind a citation key that a sentence names: "@roe2006 [20] puts it"."""
_SPOKEN: Final = "|".join(sorted(saying.verbs("speech", ("en",)) | saying.verbs("claims", ("en",))))
_DESCRIBED: Final = lazy(
    rf"\s(?:\d{{1,2}},|an?\s|the\s|who\s)[^.;:!?\u201c\u201d\"\u00ab\u00bb]{{2,300}},\s(?:{_SPOKEN})\s(?=[a-z])"
)
"""What somebody is, and a verb of saying behind the comma that ends it."""
_NEXT_WORD: Final = lazy(r"\s(\w+)")
_LONGEST_APPOSITION: Final = 130
_QUOTE: Final = lazy(r"[\u201c\u201e\u00ab\"\u2018]")
_SECOND_VERB: Final = lazy(r"(?:\s(?:and|und|et|e|y)\s\w{2,20}[,:]|,\s\w{2,17}ing,?)\s[\u201c\u201e\u00ab\"\u2018]")
_COMMA: Final = frozenset(",")
_CLAUSE_BEHIND: Final = lazy(rf"(?:[*_\]]|\([^()\s]{{0,400}}\))*,?\s(?:{'|'.join(sorted(CLAUSE_WORDS))})\b")
_COLON: Final = frozenset(":")
_BETWEEN_POSSESSOR_AND_NOUN: Final = 5
_BEFORE_QUOTED: Final = 18


def predicate(text: str, start: int, limit: int) -> Predicate | None:
    """What the text says of the name that ends at ``start``, in the sentence that ends at ``limit``; None if nothing.

    What comes between is passed over: a parenthesis, an apposition, "of Variety", "and Jane Roe", auxiliaries and
    adverbs. A negated verb says nothing, unless it is one of thinking and "that" follows, nor does a passive, whose
    subject is no source.
    """
    if text.startswith(".", start) and _SUFFIX.search(text, max(0, start - _LONGEST_SUFFIX), start):
        start += 1
    if located := _LOCATOR.match(text, start, limit):
        start = located.end()
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
        if mark == "," and _DESCRIBED.match(text, first.end(), min(limit, first.end() + _FARTHEST)):
            return _FARTHEST
        return _FAR if mark != "," or _may_go_on(text, first.end(), limit) else 0
    word = word.lower()
    if word in AND:
        return _FAR
    if word in _BEGINNING or word.endswith("ly"):
        return _FAR if word in _FAR_REACHING else _NEAR
    if _CLAUSE_BEHIND.match(text, first.end(), limit):
        return _NEAR
    stop = min(limit, start + _FAR)
    quoted = _QUOTE.search(text, first.end(), stop)
    if quoted is None:
        return 0
    announced = text[first.end() : quoted.start()].rstrip("*_ \u00a0").endswith(":")
    return _FAR if announced or _SECOND_VERB.search(text, first.end(), min(stop, quoted.end())) else 0


def _may_go_on(text: str, comma: int, limit: int) -> bool:
    """False if nothing behind a comma leads to a verb of the name before it: no verb behind a comma, "who", article."""
    stop = min(limit, comma + _LONGEST_APPOSITION)
    for mark in _PAUSES.finditer(text, comma, stop):
        word = mark[1].lower()
        if word in _BEGINNING or word.endswith("ly"):
            return True
    word = _NEXT_WORD.match(text, comma)
    return word is not None and (word[1].endswith("ing") or word[1] in _LEADING_ON)


def verb_at_end(text: str, start: int, limit: int, particles: Container[str] = ()) -> int | None:
    """The end of a verb that closes the clause behind a name, as in German "was Roe als Angst beschrieben hat".

    ``particles`` are the words that may end it for a verb before the name: "dagegen wendet Roe ein, dass".
    """
    tokens = _tokens(text, start, limit, _FAR)
    for end in clause_ends(tokens, 1):
        words = [token.lower() for token in tokens[:end]]
        if not _NEGATIONS.isdisjoint(words):
            return None
        if words[-1] in VERBS or words[-1] in particles or nonfinite(tokens, end):
            return _offset(text, start, end)
        if words[-1] in AUXILIARIES and nonfinite(tokens, end - 1):
            return _offset(text, start, end - 1)
        if words[-1] in PASSIVES and words[-3:-2] == ["der"] and tokens[end - 2] in IDEAS:
            return _offset(text, start, end)  # "wieso Roe der Meinung war"
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
        if token in NOTIONS:
            return Predicate(Kind.NOTION, index + 1, has_complement(tokens, index + 1))
        if token in IDEAS:
            return Predicate(Kind.IDEA, index + 1, has_complement(tokens, index + 1))
        if token in _PIECES:
            return Predicate(Kind.PIECE, index + 1)
        if (not token[0].isalnum() and token not in _COMMA) or word in _NO_ADJECTIVES or word in VERBS:
            return None
    return None


def _whose(tokens: list[str]) -> Predicate | None:
    """The idea or the piece of ", whose thesis"."""
    had = _possessed(tokens[2:])
    return had and had._replace(end=had.end + 2)


def _said(tokens: list[str]) -> Predicate | None:
    """The verb whose subject the name is."""
    at = past_interruptions(tokens) if tokens else None
    if at is None:
        return None
    if tokens[at] == ":":
        return Predicate(Kind.COLON, at + 1)
    joined = not AND.isdisjoint(token.lower() for token in tokens[:at])
    before: set[str] = set()
    for index in range(at, min(len(tokens), at + 7)):
        word = tokens[index].lower()
        if word in _NEGATIONS:
            return _denied(tokens, index)
        if word in ("again", "once") and (colon := again(tokens, index)):
            return Predicate(Kind.IDEA, colon, complement=True)
        if found := _verb_behind(tokens, index, before):
            if not before.isdisjoint(PASSIVES) and not word.endswith("ing") and word not in _QUOTED_AS:
                return None
            return _of_verb(tokens, index, *found, first=index == at and not joined)
        if telling := _telling(tokens, index, passive=not before.isdisjoint(PASSIVES)):
            return telling
        if not _may_precede(word, first=index == at):
            closing = None if before.isdisjoint(BRACKETS) else _bracketed(tokens, index)
            return closing or _quoting(tokens, at) or _announcing(tokens, at)
        before.add(word)
    return None


def _denied(tokens: list[str], index: int) -> Predicate | None:
    """The negated verb behind ``index``, if what somebody does not think follows at once: "did not believe that"."""
    if tokens[index + 2 : index + 3] != ["that"] or tokens[index - 1].lower() not in AUXILIARIES:
        return None
    found = verb(tokens, index + 1)
    return Predicate(Kind.THOUGHT, found[1], complement=True) if found and found[0] is Kind.THOUGHT else None


def _announcing(tokens: list[str], at: int) -> Predicate | None:
    """The colon at the end of what is told of somebody, before quoted words: "Roe goes further: ..."."""
    for index in range(at, min(len(tokens) - 1, at + _BEFORE_QUOTED)):
        if tokens[index] in _COLON:
            return Predicate(Kind.COLON, index + 1) if tokens[index + 1][0] in OPENING else None
        if tokens[index] in STOPS:
            return None
    return None


def _verb_behind(tokens: list[str], index: int, before: AbstractSet[str]) -> tuple[Kind, int] | None:
    """The verb at ``index``, or the participle or infinitive of it if an auxiliary is among the words ``before``."""
    word = tokens[index].lower()
    found = verb(tokens, index)
    if found and not (word in AUXILIARIES and verb(tokens, past_adverbs(tokens, index + 1))):
        return found
    if word in NONFINITE and not before.isdisjoint(AUXILIARIES):
        return NONFINITE[word], index + 1
    return None


def _bracketed(tokens: list[str], index: int) -> Predicate | None:
    """The German verb at the end of the clause whose auxiliary stands before ``index``: hat im Buch gezeigt."""
    for end in clause_ends(tokens, index):
        if not _NEGATIONS.isdisjoint(tokens[index:end]):
            return None
        if kind := nonfinite(tokens, end):
            return _of_verb(tokens, end - 1, kind, end, first=False)
    return None


def _minded(tokens: list[str], index: int) -> Predicate | None:
    """What somebody is said to be, from the form of "be" at ``index`` on: aware that it fell, keen to note it."""
    if sure := convinced(tokens, index):
        return Predicate(Kind.CLAIM, sure, complement=True)
    ready = ready_to(tokens, index)
    return ready and _of_verb(tokens, ready[1] - 1, *ready, first=False)


def _telling(tokens: list[str], index: int, *, passive: bool) -> Predicate | None:
    """What is told by a form of "be", by any verb with a clause behind it, or by "continues" and a mark."""
    if tokens[index].lower() in PASSIVES:
        return _minded(tokens, index)
    if not passive and brings_clause(tokens, index):
        return Predicate(Kind.THOUGHT, index + 1, complement=True)
    return Predicate(Kind.SPEECH, index + 1, complement=True) if goes_on(tokens, index) else None


def _may_precede(word: str, *, first: bool) -> bool:
    """True for auxiliaries and adverbs, and for the "to" of "goes on to explore"."""
    return (
        word in AUXILIARIES or word in ADVERBS or word in CLITICS or word.endswith("ly") or (word == "to" and not first)
    )


def _of_verb(tokens: list[str], index: int, kind: Kind, after: int, *, first: bool) -> Predicate:
    """The predicate of a verb from ``index`` to before ``after``, which may be the ``first`` word behind the name."""
    word = tokens[index].lower()
    complement = has_complement(tokens, after) or clause_follows(word, tokens, after)
    plural = first and word in _LEMMAS
    heard = after < len(tokens) and tokens[after] in _HEARERS
    return Predicate(kind, after + heard, complement, plural, word in _TOLD, word in DEPICTING)


def _quoting(tokens: list[str], at: int) -> Predicate | None:
    """A second verb of saying that quoted words follow: "gestured and asked, ...", "read on, saying, ..."."""
    for index in range(at + 1, min(len(tokens) - 2, at + _BEFORE_QUOTED)):
        word = tokens[index]
        if word in STOPS:
            return None
        if word in _COMMA and tokens[index + 1].endswith("ing"):
            at_mark = index + 2 + (tokens[index + 2] in _COMMA)
            kind = VERBS.get(tokens[index + 1].lower())
            if kind in (Kind.SPEECH, Kind.CLAIM) and at_mark < len(tokens) and tokens[at_mark][0] in OPENING:
                return Predicate(kind, index + 2, complement=True)
        if word.lower() in AND:
            kind = VERBS.get(tokens[index + 1].lower())
            if kind in (Kind.SPEECH, Kind.CLAIM) and tokens[index + 2] in ",:":
                quoted = index + 3 < len(tokens) and tokens[index + 3][0] in OPENING
                return Predicate(kind, index + 2, complement=True) if quoted else None
    return None
