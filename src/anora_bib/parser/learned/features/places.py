"""Where each token stands: enclosed by what, in which stretch, behind which word that leads on, and before which."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from anora_bib import language
from anora_bib.parser.learned.features.enclosure import bracketed, numbered, quoted
from anora_bib.parser.learned.features.segments import Segment, large_segments, small_segments
from anora_bib.parser.learned.features.whole import whole_features
from anora_bib.parser.learned.features.words import YEAR
from anora_bib.parser.learned.tokens import Token

_CUES: Final = {
    word: cue
    for cue, kinds in {
        "in": ("lead_within",),
        "by": ("lead_to_names",),
        "from": ("lead_to_addresses",),
        "with": ("conjunctions", "lead_to_more"),
    }.items()
    for kind in kinds
    for word in language.vocabulary(kind)
} | {"apud": "in", "&": "with"}
_FARTHEST: Final = 4
_LONGEST: Final = 12
_REACH: Final = 3
"""Tokens behind a word that it may say something of."""


def place_features(tokens: Sequence[Token], italic: Sequence[bool]) -> list[list[str]]:
    """For each token the features of its place. ``italic`` says of each token whether it is printed so."""
    count = len(tokens)
    if not count:
        return []
    years = [at for at, token in enumerate(tokens) if len(token.text) == 4 and YEAR.fullmatch(token.text)]
    first_year = years[0] if years else count
    last_year = years[-1] if years else count
    quotes, brackets, italics = quoted(tokens), bracketed(tokens), numbered(italic)
    small = small_segments(tokens)
    large = large_segments(tokens, quotes, brackets)
    inside = _inside_small(small)
    around = _inside_large(large)
    before, following = _signs(tokens)
    cues = _cues(tokens)
    shared = whole_features(tokens, quotes, italics, years)
    out: list[list[str]] = []
    for at in range(count):
        quote, slant = quotes[at], italics[at]
        enclosed = f"{min(2, quote)}{min(2, slant)}{1 if brackets[at] else 0}"
        time = ">" if at > last_year else "y" if at == first_year else "<" if at < first_year else "="
        features = [
            f"en={enclosed}",
            f"en={enclosed}{time}",
            f"pl={at * 10 // count}",
            f"sg={before[at]}{following[at]}",
            f"ti={time}{cues[at]}",
            cues[at],
            *inside[at],
            *around[at],
            *shared,
        ]
        if tokens[at].spaced:
            features.append("sp")
        out.append(features)
    out[0].append("first")
    out[-1].append("last")
    return out


def _inside_small(segments: Sequence[Segment]) -> list[tuple[str, ...]]:
    """Of each token its place in its small stretch, and what that is."""
    out: list[tuple[str, ...]] = []
    for number, start, end, kind in segments:
        length = end - start
        common = (f"s={min(number, 7)}", f"s={min(number, 3)}{kind}", f"s={kind}")
        out += [("s" + at, beginning, *common) for at, beginning in _positions(length)]
    return out


@lru_cache(maxsize=256)
def _positions(length: int) -> tuple[tuple[str, str], ...]:
    """For each place in a stretch of tokens how far its ends are, and which of the first it is."""
    longest = min(length, _LONGEST)
    return tuple(
        (f"i={min(at, _FARTHEST)}/{min(length - at, _FARTHEST)}", f"sl={min(at, 2)}/{longest}") for at in range(length)
    )


def _inside_large(segments: Sequence[Segment]) -> list[tuple[str, ...]]:
    """Of each token its place in its large stretch, and what that and those before and behind it are."""
    kinds = ["^", *(segment.kind for segment in segments), "$"]
    out: list[tuple[str, ...]] = []
    for number, start, end, kind in segments:
        before, behind = kinds[number], kinds[number + 2]
        left = min(len(segments) - number, 3)
        common = (f"l={min(number, 5)}/{left}", f"l={min(number, 2)}{kind}", f"l={kind}>{behind}", f"l={before}<{kind}")
        out += [("l" + at, *common) for at, _ in _positions(end - start)]
    return out


def _cues(tokens: Sequence[Token]) -> list[str]:
    """The last word before each token that leads on to a part, and how far back it is."""
    out: list[str] = []
    cue, since = "none", 0
    for _, _, text, _ in tokens:
        out.append(f"c={cue}{min(_FARTHEST, since)}")
        if (text[0].isalpha() or text == "&") and (known := cue_of(text.lower())):
            cue, since = known, 0
            continue
        since += 1
    return out


def cue_of(word: str) -> str:
    """What a word in small letters leads on to; "" for one that does not."""
    if (known := _CUES.get(word)) is not None:
        return known
    if (role := language.roles().get(word)) is not None:
        return role
    return language.locators().get(word, "")


def _signs(tokens: Sequence[Token]) -> tuple[list[str], list[str]]:
    """The nearest sign before and behind each token, and how far the one behind is."""
    before: list[str] = []
    last = "^"
    for _, _, text, _ in tokens:
        before.append(last)
        if len(text) == 1 and not text.isalnum():
            last = text
    following: list[str] = []
    last, since = "$", 0
    for _, _, text, _ in reversed(tokens):
        following.append(f"{last}{min(_REACH, since)}")
        since += 1
        if len(text) == 1 and not text.isalnum():
            last, since = text, 0
    following.reverse()
    return before, following
