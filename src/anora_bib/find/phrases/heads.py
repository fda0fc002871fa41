"""What stands right before a name and makes it a source: "coined by X", "the thesis of X", "writes X", "For X, ..."."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from anora_bib import language
from anora_bib.find.phrases.callings import CALLINGS, TITLES, is_calling
from anora_bib.find.phrases.verbs import PHRASAL
from anora_bib.language import saying
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span


class HeadKind(StrEnum):
    """The kinds of phrases before a name."""

    PASSIVE = "passive"
    """ "first argued by X" """
    IDEA = "idea"
    """ "the thesis of X" """
    INVERTED = "inverted"
    """ "writes X" """
    OPENER = "opener"
    """ "For X, ..." at the beginning of a clause """
    COMPANION = "companion"
    """ "With X we can say", "bei X hei\u00dft es" """
    ALONE = "alone"
    """ "the scapegoat (X)" """


class Head(NamedTuple):
    """The phrase: its kind, where it begins, and the word that it hangs on."""

    kind: HeadKind
    start: int
    word: str
    by: bool = False


_REACH: Final = 72
_OPENED: Final = lazy(r"(?:\b[^\W\d_A-Z]\w{1,30}[*_\u201d\"\u00bb]{0,2}|\w[*_\u201d\"\u00bb]{1,2})\s(?P<mark>\()\[?$")
_OPENED_REACH: Final = 40
_CLOSED: Final = lazy(r"(?:\]\([^()\n]{0,400}\))?(?:,\s(?![ivxlc]{1,8}\))[^()\d\n]{1,60})?\)")
_LINK: Final = lazy(r"\](?:\([^()\s]{0,400}\)|\[[^\[\]\n]{0,80}\])?")
_TOKEN: Final = lazy(
    r"\b(?:[cdjlmnstCDJLMNST]|[Qq]u|[Dd]ell)(?=['\u2019])|[^\W_]+(?:[-\u2019'][^\W_]+){0,4}|[^\w\s*_\[\]]"
)
"""An elided article or preposition is a word of its own: "l'historien"."""
_ROLE_WORDS: Final = 6
"""How many words may tell what somebody is, with the article: "the late French sociologist"."""

_ROMANCE: Final = ("fr", "es", "it")
_SAID: Final = (
    saying.verbs("claims")
    | saying.verbs("speech")
    | saying.verbs("thought", (*_ROMANCE, "de"))
    | {"thinks", "thought", "believes", "believed"}
)
_WANTED: Final = frozenset("wanted voulu voulue voluto voluta querido querida gewollt".split())
"""Behind such a word stands who has a thing done."""
_SAID_TO: Final = saying.verbs("claims", _ROMANCE) | saying.verbs("speech", _ROMANCE)
"""Verbs behind which "a" is no article: "le cont\u00f3 a Roe"."""
_NONFINITE: Final = (
    saying.nonfinite_verbs("claims") | saying.nonfinite_verbs("speech") | saying.nonfinite_verbs("thought")
)
_ONCE: Final = saying.words("words", "adverbs", ("de",)) | frozenset(
    """anche aussi bien déjà encore fois già jadis mieux naguère notamment once también vez volta ya""".split()
)
"""Adverbs between a verb and its subject, "dijo una vez Roe", with the articles before two of them."""
_MODIFIERS: Final = frozenset(("una", "un", "une", "muy", "molto", "très", "sehr"))
_MADE: Final = saying.nonfinite_verbs("light") | saying.verbs("light", ("en",))
"""Participles behind a noun for what is somebody's: the point made by Roe, the idea put forth by Roe."""
_MADE_REACH: Final = 6
_BY: Final = frozenset("by von par da dal dalla por".split())
_OF: Final = frozenset("of de du di del della d dell von".split())
_COPULAS: Final = saying.words("words", "passives")
_AUXILIARIES: Final = saying.words("words", "auxiliaries") - saying.words("words", "passives")
_CLITICS: Final = saying.words("words", "clitics") | {"l", "m", "n", "s"}
_NOUNS: Final = frozenset(
    word.lower()
    for word in (saying.words("nouns", "ideas") - saying.words("nouns", "weak_ideas")) | saying.words("nouns", "pieces")
)
_OPENERS: Final = saying.words("words", "clause_openers")
_ANYWHERE: Final = saying.words("words", "openers_anywhere")
_COMPANIONS: Final = saying.words("words", "companions")
_INSIDE: Final = frozenset(("in", "en", "chez", "from"))
"""Between a noun for an idea and the name of the one who has it: the notion of a quay in Roe, the term from Roe."""
_INSIDE_REACH: Final = 6
_DOCTRINES: Final = ("ism", "isme", "ismo", "ismus")
_ORIGINS: Final = saying.words("words", "origins")
_OF_ORIGIN: Final = _OF | {"from", "da", "dal", "\u00e0"}
_ORIGIN_REACH: Final = 16
"""How far before "comes from X" the noun may stand for what comes from there."""
_ADVERBS: Final = saying.words("words", "adverbs") | {"and", "but", "hence", "so", "yet"}
_COMMENTS: Final = saying.words("words", "comments")
_TITLED: Final = lazy(rf"\s(?:[A-Z][\w&-]{{0,30}}\s){{0,5}}(?:{language.pattern(TITLES)})\.?\s[*_\[]{{0,3}}$")
"""What somebody is, with capitals, before a name: "says Harbour Board Head Dr. Roe"."""
_POSTED: Final = lazy(
    r"[\u201d\"\u00bb],?\s(?P<verb>[a-z]{2,14})\s(?:(?:the|el|la)\s)?(?:[a-z][\w-]{1,16}\s){1,4}[*_\[]{0,3}$"
)
"""What somebody is, in small letters, between a verb behind quoted words and a name: "says chief deputy Jane Roe"."""
_ARTICLES: Final = frozenset("the a an la le les l il lo el los las der die das dem den einem einer un une una".split())
_FORTH: Final = frozenset(("forth", "forward"))
_PARTICLES: Final = frozenset(("out", "it"))
_LONGEST_WORD: Final = 24
_LAST: Final = frozenset().union(
    *(
        _SAID,
        _NONFINITE,
        _BY,
        _OF,
        _OPENERS,
        _ANYWHERE,
        _COMPANIONS,
        _INSIDE,
        _ONCE,
        _COMMENTS,
        _ARTICLES,
        _PARTICLES,
        CALLINGS,
    )
)
"""Words that can stand right before a name in such a phrase."""
_LINKED: Final = frozenset("()'\u2019")
_APOSTROPHES: Final = frozenset("\u2019'")
_QUOTE_MARKS: Final = frozenset("\u2019'\u2018\u201c\u201d\u201e\u00ab\u00bb\"")
_OPENING: Final = "\u201c\u2018\"'\u00ab("


def alone(text: str, name: Span) -> Head | None:
    """A name that is all that a pair of parentheses holds, a link or a title behind it aside, behind a small word."""
    if text[name.start - 1 : name.start] not in ("(", "["):
        return None
    opening = _OPENED.search(text, max(0, name.start - _OPENED_REACH), name.start)
    closed = opening and _CLOSED.match(text, name.end)
    return Head(HeadKind.ALONE, opening.start("mark"), "") if opening and closed else None


def head(text: str, start: int, floor: int, *, genitive: bool = False) -> Head | None:
    """The phrase before the name at ``start``, in the sentence that begins at ``floor``; None if there is none.

    An article and words for what somebody is may stand between: "notes the French sociologist X". ``genitive`` is true
    of a name with the German ending, which needs no word before it: "die These Roes".
    """
    low = max(floor, start - _REACH)
    before = text[low:start].replace("\n", " ")
    last = before[-_LONGEST_WORD:].rstrip("*_[ ").rpartition(" ")[2]
    if not last or before[-1] in _OPENING:
        return None
    if last.rstrip(".") in TITLES:
        before = _TITLED.sub(" ", before)
        last = before.rstrip("*_[ ").rpartition(" ")[2]
    if last.lower().lstrip("*_[") not in _LAST and _LINKED.isdisjoint(last) and not genitive and not is_calling(last):
        called = before.rstrip("*_[ ").split(" ")[-2:-1]
        if posted := _POSTED.search(before):
            verb = posted["verb"].lower()
            return Head(HeadKind.INVERTED, low + posted.start("verb"), verb) if verb in _SAID else None
        if not (called and last.islower() and is_calling(called[0])):
            return None
    if "](" in before:
        low = max(floor, start - _REACH - 400)
        before = _LINK.sub(lambda link: " " * len(link[0]), text[low:start]).replace("\n", " ")
    found = list(_TOKEN.finditer(before))
    tokens = [token[0] for token in found]
    at = _past_adverb(tokens, _past_role(tokens))
    if at < 0:
        return None
    if genitive and tokens[at].lower() in _NOUNS:
        return Head(HeadKind.IDEA, low + found[at].start(), tokens[at].lower())
    phrase = _kind([token.lower() for token in tokens[: at + 1]])
    if phrase is None:
        return None
    kind, first, hanging = phrase
    return Head(kind, low + found[first].start(), tokens[hanging].lower(), tokens[at].lower() in _BY)


def _kind(tokens: list[str]) -> tuple[HeadKind, int, int] | None:
    """The kind of the phrase that ends in the last of the words; where it begins, and the word that it hangs on."""
    at = len(tokens) - 1
    word, behind = tokens[at], tokens[at - 1] if at else ""
    if word in _BY and (participle := _passive(tokens, at)) is not None:
        return HeadKind.PASSIVE, participle, participle
    if (noun := _noun_of(tokens, at)) is not None:
        return HeadKind.IDEA, noun, noun
    if word in _SAID or (word in _NONFINITE and behind in _AUXILIARIES):
        return HeadKind.INVERTED, _past_clitics(tokens, at if word in _SAID else at - 1), at
    if word in _PARTICLES and behind in _SAID:
        return HeadKind.INVERTED, at - 1, at - 1
    if word in _OF_ORIGIN and behind in _ORIGINS and not _NOUNS.isdisjoint(tokens[max(0, at - _ORIGIN_REACH) : at]):
        return HeadKind.IDEA, at - 1, at - 1
    if word in _INSIDE and (noun := _noun_before(tokens, at)) is not None:
        return HeadKind.IDEA, noun, noun
    marked = not behind[:1].isalnum() and behind not in _QUOTE_MARKS
    opens = at == 0 or marked or behind in _COPULAS or (at == 1 and behind in _ADVERBS)
    if word in _ANYWHERE or (word in _OPENERS and opens):
        return HeadKind.OPENER, at, at
    if word in _COMPANIONS and opens:
        return HeadKind.COMPANION, at, at
    if word in _COMMENTS and behind == ",":
        return HeadKind.INVERTED, at, at
    return None


def _passive(tokens: list[str], at: int) -> int | None:
    """The index of a participle before "by": of a verb of saying, or with a noun for an idea or quoted words before it.

    "argued by", "spelled out by", "the point made by".
    """
    if (tokens[at - 1] in _SAID or tokens[at - 1] in _NONFINITE) and at and tokens[at - 1] not in _WANTED:
        return at - 1
    if at > 1 and (tokens[at - 1],) in PHRASAL.get(tokens[at - 2], ()):
        return at - 2
    participle = at - 2 if at > 1 and tokens[at - 1] in _FORTH else at - 1
    if participle < 1 or not (tokens[participle] in _MADE or participle == at - 2):
        return None
    before = tokens[max(0, participle - _MADE_REACH) : participle]
    return participle if tokens[participle - 1] in _QUOTE_MARKS or not _NOUNS.isdisjoint(before) else None


def _past_adverb(tokens: list[str], at: int) -> int:
    """The index of the verb before an adverb such as "once", where there is one."""
    before = at
    while before > 0 and (tokens[before].lower() in _ONCE or (before < at and tokens[before].lower() in _MODIFIERS)):
        before -= 1
    word = tokens[before].lower() if before >= 0 else ""
    return before if before < at and (word in _SAID or word in _COMMENTS) else at


def _past_clitics(tokens: list[str], at: int) -> int:
    """The index of the first of an auxiliary and the pronouns before a verb: (comme) l'a montr\u00e9."""
    while at:
        elided = tokens[at - 1] in _APOSTROPHES
        if at - elided < 1 or (
            tokens[at - 1 - elided] not in _CLITICS and (elided or tokens[at - 1] not in _AUXILIARIES)
        ):
            break
        at -= 1 + elided
    return at


def _noun_of(tokens: list[str], at: int) -> int | None:
    """The index of a noun for an idea before "of X", or "of one thing of X": (la) teor\u00eda de la relatividad de."""
    if at < 1 or not (tokens[at] in _OF or tokens[at] in _BY):
        return None
    if tokens[at - 1] in _NOUNS or tokens[at - 1].endswith(_DOCTRINES):
        return at - 1
    of = next((index for index in (at - 2, at - 3) if index > 0 and tokens[index] in _OF), None)
    return of - 1 if of is not None and tokens[of - 1] in _NOUNS and tokens[at - 1].isalpha() else None


def _noun_before(tokens: list[str], at: int) -> int | None:
    """The index of a noun for an idea before "in X": the notion of a quay in, the term \u201cquay\u201d from."""
    for index in range(at - 1, max(-1, at - 1 - _INSIDE_REACH), -1):
        if tokens[index] in _NOUNS:
            joined = index == at - 1 or tokens[index + 1] in _OF or tokens[index + 1] in _QUOTE_MARKS
            return index if joined else None
    return None


def _goes_on(tokens: list[str], at: int) -> bool:
    """True of the comma in a list of what somebody is: "the writer, critic and teacher"."""
    return tokens[at] == "," and at > 0 and is_calling(tokens[at - 1])


def _past_role(tokens: list[str]) -> int:
    """The index of the last token before an article and a word for what somebody is; -1 if there is none."""
    at = len(tokens) - 1
    if at >= 0 and tokens[at] in _APOSTROPHES:
        at -= 1
    if at >= 1 and is_calling(tokens[at - 1]) and tokens[at].islower() and tokens[at] not in _LAST:
        at -= 1  # "el filósofo alemán"
    if at >= 0 and is_calling(tokens[at]):
        for back in range(at - 1, max(-1, at - _ROLE_WORDS), -1):
            token = tokens[back].lower()
            if token in _ARTICLES:
                return back - 1
            if token in _SAID or token in _BY or token in _OF:
                return back
            if not token[0].isalnum() and token not in _APOSTROPHES and not _goes_on(tokens, back):
                break
        return at
    if at < 0 or tokens[at].lower() not in _ARTICLES:
        return at
    heard = tokens[at] == "a" and at > 0 and tokens[at - 1].lower() in _SAID_TO
    return at if heard else at - 1
