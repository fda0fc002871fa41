"""Where each token stands: enclosed by what, in which stretch, behind which word that leads on, and before which.

What is known of a token is cut into columns. In each it has a key, a few small values, from which its features follow.
A model sums up the weights of a key once, so that most tokens cost it no more than one look for each column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, reduce
from operator import or_
from typing import Any, Final

from anora_bib.parser.learned.features.enclosure import bracketed, numbered, quoted
from anora_bib.parser.learned.features.facts import FACTS, YEARS, Facts
from anora_bib.parser.learned.features.segments import Segment, large_segments, small_segments
from anora_bib.parser.learned.features.whole import whole_features, whole_of
from anora_bib.parser.learned.tokens import Token

FARTHEST: Final = 4
LONGEST: Final = 12
REACH: Final = 3
"""Tokens behind a word that it may say something of: "no. 3"."""

TIMES: Final = "<y=>"
"""Before the first year, it, behind it, behind the last."""

Key = tuple[Any, ...]
"""What of a token decides on its features in one column."""

Columns = tuple[Sequence[Key], ...]
"""For each of :data:`FEATURES`, in that order, the key of each token."""


def columns(tokens: Sequence[Token], italic: Sequence[bool]) -> Columns:
    """What is known of the place of each token. ``italic`` says of each whether it is printed so."""
    count = len(tokens)
    if not count:
        return ((),) * len(FEATURES)
    facts = [FACTS[token.text] for token in tokens]
    flags = [one.flags for one in facts]
    years = [at for at, flag in enumerate(flags) if flag & YEARS]
    quotes, brackets, italics = quoted(tokens), bracketed(tokens), numbered(italic)
    times = _times(years, count)
    whole = whole_of(tokens, reduce(or_, flags), quotes, italics, years)
    small_places, small = _inside_small(small_segments(tokens))
    large_places, *large = _inside_large(large_segments(tokens, quotes, brackets))
    tenths = [at * 10 // count for at in range(count)]
    firsts, lasts = [True, *[False] * (count - 1)], [*[False] * (count - 1), True]
    return (
        _keys([min(2, one) for one in quotes], [min(2, one) for one in italics], map(bool, brackets), times),
        _keys(tenths, [token.spaced for token in tokens], firsts, lasts),
        _keys(*_signs(tokens, facts)),
        _keys(times, *_cues(facts)),
        small_places,
        small,
        large_places,
        *large,
        [whole] * count,
        *_kinds(facts),
        _leads(facts),
    )


def _keys(*parts: Iterable[object]) -> list[Key]:
    return list(zip(*parts, strict=True))


def place_features(tokens: Sequence[Token], italic: Sequence[bool]) -> list[list[str]]:
    """For each token the features of its place and of the kinds of the words around."""
    keys = zip(*columns(tokens, italic), strict=True)
    return [[feature for one, key in zip(FEATURES, of_one, strict=True) for feature in one(key)] for of_one in keys]


def _times(years: Sequence[int], count: int) -> list[str]:
    """Of each token whether it stands before the first year, is it, or stands behind it or the last."""
    if not years:
        return ["<"] * count
    first, last = years[0], years[-1]
    return [*["<"] * first, "y", *["="] * (last - first), *[">"] * (count - last - 1)]


def _inside_small(segments: Sequence[Segment]) -> tuple[list[Key], list[Key]]:
    """Of each token its place in its small stretch, and what that is."""
    places: list[Key] = []
    kinds: list[Key] = []
    for number, start, end, kind in segments:
        length = end - start
        places += _small_places(length)
        kinds += [(min(number, 7), kind)] * length
    return places, kinds


def _inside_large(segments: Sequence[Segment]) -> tuple[list[Key], ...]:
    """Of each token its place in its large stretch, what that is, and with those behind and before it."""
    places: list[Key] = []
    kinds: list[Key] = []
    behind: list[Key] = []
    before: list[Key] = []
    names = ["^", *(segment.kind for segment in segments), "$"]
    for number, start, end, kind in segments:
        length = end - start
        places += _large_places(length)
        kinds += [(min(number, 5), min(len(segments) - number, 3), kind)] * length
        behind += [(kind, names[number + 2])] * length
        before += [(names[number], kind)] * length
    return places, kinds, behind, before


@lru_cache(maxsize=256)
def _large_places(length: int) -> tuple[Key, ...]:
    """For each place in a stretch of tokens how far its ends are."""
    return tuple((min(at, FARTHEST), min(length - at, FARTHEST)) for at in range(length))


@lru_cache(maxsize=256)
def _small_places(length: int) -> tuple[Key, ...]:
    """The same, and which of the first it is."""
    longest = min(length, LONGEST)
    return tuple((*ends, min(at, 2), longest) for at, ends in enumerate(_large_places(length)))


def _cues(facts: Sequence[Facts]) -> tuple[list[str], list[int]]:
    """The last word before each token that leads on to a part, and how far back it is."""
    cues: list[str] = []
    distances: list[int] = []
    cue, since = "none", 0
    for one in facts:
        cues.append(cue)
        distances.append(since)
        if one.cue:
            cue, since = one.cue, 0
        elif since < FARTHEST:
            since += 1
    return cues, distances


def _signs(tokens: Sequence[Token], facts: Sequence[Facts]) -> tuple[list[str], list[str], list[int]]:
    """The nearest sign before and behind each token, and how far the one behind is."""
    before: list[str] = []
    last = "^"
    start = 0
    ends = [at for at, one in enumerate(facts) if one.is_sign]
    for end in ends:
        before += [last] * (end + 1 - start)
        last, start = tokens[end][2], end + 1
    before += [last] * (len(facts) - start)
    behind: list[str] = []
    distances: list[int] = []
    start = 0
    for end in [*ends, len(facts)]:
        behind += [tokens[end][2] if end < len(facts) else "$"] * (end - start)
        distances += [min(distance, REACH) for distance in range(end - start - 1, -1, -1)]
        start = end
    return before, behind, distances


def _kinds(facts: Sequence[Facts]) -> tuple[list[Key], list[Key]]:
    """The kinds of each token and of its neighbours; of what is no word those of the two on either side, else ()."""
    kinds = ["^", "^", *[one.brief for one in facts], "$", "$"]
    far = [() if one.is_word else tuple(kinds[at : at + 5]) for at, one in enumerate(facts)]
    return list(zip(kinds[1:], kinds[2:], kinds[3:-1], strict=False)), far


def _leads(facts: Sequence[Facts]) -> list[Key]:
    """The short word before each token, and what that token is; () where there is none near."""
    out: list[Key] = []
    lead, left = "", 0
    for one in facts:
        out.append((lead, one.brief) if left > 0 else ())
        left -= 1
        if one.is_word:
            lead, left = one.lead, REACH if one.lead else 0
    return out


def _of_enclosure(key: Key) -> Iterable[str]:
    quote, italic, bracket, time = key
    enclosed = f"{quote}{italic}{bracket:d}"
    return f"en={enclosed}", f"en={enclosed}{time}"


def _of_tenth(key: Key) -> Iterable[str]:
    tenth, spaced, first, last = key
    also = (("sp", spaced), ("first", first), ("last", last))
    return f"pl={tenth}", *(feature for feature, holds in also if holds)


def _of_signs(key: Key) -> Iterable[str]:
    before, behind, distance = key
    return (f"sg={before}{behind}{distance}",)


def _of_cue(key: Key) -> Iterable[str]:
    time, cue, distance = key
    return f"ti={time}c={cue}{distance}", f"c={cue}{distance}"


def _of_small_place(key: Key) -> Iterable[str]:
    start, end, first, longest = key
    return f"si={start}/{end}", f"sl={first}/{longest}"


def _of_small(key: Key) -> Iterable[str]:
    number, kind = key
    return f"s={number}", f"s={min(number, 3)}{kind}", f"s={kind}"


def _of_large_place(key: Key) -> Iterable[str]:
    start, end = key
    return (f"li={start}/{end}",)


def _of_large(key: Key) -> Iterable[str]:
    number, left, kind = key
    return f"l={number}/{left}", f"l={min(number, 2)}{kind}"


def _of_large_behind(key: Key) -> Iterable[str]:
    kind, behind = key
    return (f"l={kind}>{behind}",)


def _of_large_before(key: Key) -> Iterable[str]:
    before, kind = key
    return (f"l={before}<{kind}",)


def _of_kinds(key: Key) -> Iterable[str]:
    return ("k=" + " ".join(key),)


def _of_kinds_far(key: Key) -> Iterable[str]:
    return ("K=" + " ".join(key),) if key else ()


def _of_lead(key: Key) -> Iterable[str]:
    return ("b=" + " ".join(key),) if key else ()


def _key_of_words(feature: str) -> Key:
    return tuple(feature.partition("=")[2].split(" "))


def _key_of_signs(feature: str) -> Key:
    return feature[-3], feature[-2], int(feature[-1])


def values_told(features: Iterable[str]) -> tuple[set[str], set[str]]:
    """The signs, and the words that lead on, that some feature of a model tells of."""
    signs: set[str] = set()
    leads: set[str] = set()
    for feature in features:
        if feature.startswith("sg="):
            signs.update(feature[3:-1])
        elif feature.startswith("b="):
            leads.add(feature[2:].partition(" ")[0])
    return signs, leads


FEATURES: Final[tuple[Callable[[Key], Iterable[str]], ...]] = (
    _of_enclosure,
    _of_tenth,
    _of_signs,
    _of_cue,
    _of_small_place,
    _of_small,
    _of_large_place,
    _of_large,
    _of_large_behind,
    _of_large_before,
    whole_features,
    _of_kinds,
    _of_kinds_far,
    _of_lead,
)
"""For each column what features a key of it stands for."""

KEYS: Final[Mapping[int, tuple[str, Callable[[str], Key]]]] = {
    FEATURES.index(_of_signs): ("sg=", _key_of_signs),
    FEATURES.index(_of_kinds): ("k=", _key_of_words),
    FEATURES.index(_of_kinds_far): ("K=", _key_of_words),
    FEATURES.index(_of_lead): ("b=", _key_of_words),
}
"""For each column of which a key stands for one feature and that for no other key, how features begin, and the key."""
