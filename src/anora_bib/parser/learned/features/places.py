"""Where each token stands: in quotation marks, in brackets, in which segment, behind which word that leads on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from anora_bib import language
from anora_bib.parser.learned.features.words import _YEAR
from anora_bib.parser.learned.tokens import Token

_OPEN: Final = frozenset("“„«‹‘‚")
_CLOSE: Final = frozenset("”»›’")
_BRACKETS: Final = {"(": 1, "[": 1, ")": -1, "]": -1}
_STOPS: Final = frozenset(".,;:")
_CUES: Final = {
    **dict.fromkeys(("in", "im", "dans", "en", "em", "apud", "en"), "in"),
    **dict.fromkeys(("by", "von", "par", "por", "di", "da", "door"), "by"),
    **dict.fromkeys(("from", "via", "aus", "available", "url", "retrieved", "accessed", "abgerufen"), "from"),
    **dict.fromkeys(("with", "and", "und", "et", "mit", "y", "e", "en", "&"), "with"),
}
_LONGEST_SEGMENT: Final = 12


def place_features(tokens: Sequence[Token], italic: Sequence[bool]) -> list[list[str]]:
    """For each token the features of its place. ``italic`` says of each token whether it is printed so."""
    count = len(tokens)
    first_year = next((at for at, token in enumerate(tokens) if _YEAR.fullmatch(token.text)), count)
    shared = _of_all(tokens, first_year)
    before, following = _signs(tokens)
    columns = zip(_enclosed(tokens), _segments(tokens), before, following, _cues(tokens), italic, strict=True)
    out: list[list[str]] = []
    for at, (enclosed, (number, position, length, kind), sign, next_sign, cue, in_italics) in enumerate(columns):
        features = [
            f"quoted={enclosed}{int(in_italics)}",
            f"segment={min(number, 9)}",
            f"in-segment={min(position, 4)}/{min(length, _LONGEST_SEGMENT)}",
            f"segment-is={min(number, 4)}|{kind}",
            f"kind={kind}",
            f"place={at * 10 // count}",
            f"signs={sign}{next_sign}",
            cue,
            "behind-year" if at > first_year else "year" if at == first_year else "before-year",
            *shared,
        ]
        if tokens[at].spaced:
            features.append("spaced")
        out.append(features)
    if out:
        out[0].append("first")
        out[-1].append("last")
    return out


def _enclosed(tokens: Sequence[Token]) -> list[str]:
    """Whether each token stands in quotation marks and in brackets."""
    out: list[str] = []
    quoted = bracketed = 0
    straight = False
    for _, _, text, _ in tokens:
        if text in _BRACKETS:
            bracketed = max(0, bracketed + _BRACKETS[text])
        elif text == '"':
            straight = not straight
        elif text in _OPEN:
            quoted += 1
        elif text in _CLOSE and quoted:
            quoted -= 1
        out.append(f"{int(bool(quoted) or straight)}{int(bool(bracketed))}")
    return out


def _cues(tokens: Sequence[Token]) -> list[str]:
    """The last word before each token that leads on to a part, and how far back it is."""
    out: list[str] = []
    cue, since = "none", 0
    for token in tokens:
        out.append(f"cue={cue}|{min(since, 4)}")
        if known := _cue(token.text.lower()):
            cue, since = known, 0
        else:
            since += 1
    return out


def _cue(word: str) -> str:
    if (known := _CUES.get(word)) is not None:
        return known
    if (role := language.roles().get(word)) is not None:
        return role
    if (term := language.locators().get(word)) is not None:
        return term
    return ""


def _segments(tokens: Sequence[Token]) -> list[tuple[int, int, int, str]]:
    """Of each token the number of its segment, its place in it, the length of it, and what sort of segment it is."""
    bounds: list[tuple[int, int]] = []
    start = 0
    for at, token in enumerate(tokens):
        ends = token.text in _STOPS and (at + 1 == len(tokens) or tokens[at + 1].spaced)
        # The stop of an initial or of a short word in small letters ends nothing.
        if ends and token.text == "." and at > start and len(tokens[at - 1].text) < 3:
            ends = False
        if ends:
            bounds.append((start, at + 1))
            start = at + 1
    if start < len(tokens):
        bounds.append((start, len(tokens)))
    out: list[tuple[int, int, int, str]] = []
    for number, (first, behind) in enumerate(bounds):
        kind = _kind(tokens[first:behind])
        out.extend((number, at - first, behind - first, kind) for at in range(first, behind))
    return out


def _kind(tokens: Sequence[Token]) -> str:
    words = [token.text for token in tokens if token.text[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    share = "none" if not words else "all" if capitals == len(words) else "most" if capitals * 2 > len(words) else "few"
    digits = any(token.text[0].isdigit() for token in tokens)
    year = any(_YEAR.fullmatch(token.text) for token in tokens)
    initials = any(len(word) == 1 and word.isupper() for word in words)
    size = "short" if len(words) < 3 else "middle" if len(words) < 7 else "long"
    return f"{size}-{share}{'-year' if year else '-digits' if digits else ''}{'-initials' if initials else ''}"


def _signs(tokens: Sequence[Token]) -> tuple[list[str], list[str]]:
    """The nearest sign before and behind each token."""
    before: list[str] = []
    last = "^"
    for token in tokens:
        before.append(last)
        if len(token.text) == 1 and not token.text.isalnum():
            last = token.text
    following: list[str] = []
    last = "$"
    for token in reversed(tokens):
        following.append(last)
        if len(token.text) == 1 and not token.text.isalnum():
            last = token.text
    following.reverse()
    return before, following


def _of_all(tokens: Sequence[Token], first_year: int) -> list[str]:
    """What holds of the whole reference."""
    words = {token.text.lower() for token in tokens}
    out = []
    if first_year < len(tokens):
        bracket = first_year > 0 and tokens[first_year - 1].text in "(["
        out.append(f"year-at={first_year * 5 // len(tokens)}{'b' if bracket else ''}")
    else:
        out.append("no-year")
    address = any("://" in word or word.startswith("www.") for word in words)
    quotes = not words.isdisjoint(("“", '"', "„", "«", "‘"))
    pages = not words.isdisjoint(("pp", "p", "s", "pages"))
    within = not words.isdisjoint(("in", "dans"))
    out.append(f"has={int(address)}{int(quotes)}{int(pages)}{int(within)}")
    return out
