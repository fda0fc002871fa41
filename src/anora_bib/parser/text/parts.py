"""The bare parts of a reference: what stands between stops, commas, brackets and holes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from anora_bib.parser.draft import HOLE, Draft, trim
from anora_bib.parser.rules.publishers import is_place
from anora_bib.parser.text.tokens import is_stop
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_LETTERS = lazy(r"[^\W\d_]{2}|[^\W\d_]\.|\b[A-Z]\d")
_FIGURES = lazy(r"\d{2,4}")
"""A title may be a number ("1984"), if it comes first."""
LEAD = lazy(
    r"\s{0,24}+(?:in|on|from|in:|via|for|for the|published by|published in|distributed by|release[sd] by)"
    r"\s++(?=[A-Z“\d])",
    re.IGNORECASE,
)
"""Words that lead to where a work came out."""
_ENDS_LIST = lazy(r"(?:[A-Z][\w’'-]{0,40}\s)?(?:and|&)\s[A-Z][\w’'-]{0,40}(?:\s[A-Z][\w’'-]{0,40})?")
_ABBREVIATED = lazy(r"(?:[A-Z][a-z]{1,6}\.?\s?){1,2}")
_SIGNS = lazy(rf"{HOLE}+|[.?!,;()\[\]{{}}|]")
MAX_WORDS = 14
"""Words of an outlet or a publisher; a longer part is not one."""


@dataclass(frozen=True, slots=True)
class Part:
    """``after`` is the sign that ends it: "." for any stop, ",", a bracket, a HOLE, or "" at the end."""

    span: Span
    after: str


def parts(draft: Draft, start: int) -> list[Part]:
    """The bare parts behind ``start`` that have letters, in order."""
    text = draft.rest
    cuts = [(start - 1, start)]
    cuts += [match.span() for match in _SIGNS.finditer(text, start) if _cuts(text, match.start())]
    cuts.append((len(text), len(text)))
    bare: list[Part] = []
    for (_, begin), (end, _) in pairwise(cuts):
        sign = text[end : end + 1]
        stop = end + 1 if sign and sign in "?!" else end
        span = trim(draft.text, begin, stop)
        if len(span) and (
            _LETTERS.search(text, span.start, span.end + 1) or (not bare and _FIGURES.fullmatch(span.of(text)))
        ):
            bare.append(Part(span, "." if sign and sign in "?!" else sign))
    return bare


def _cuts(text: str, at: int) -> bool:
    sign = text[at]
    if sign in ".?!":
        return is_stop(text, at)
    if sign == ",":
        return text[at + 1 : at + 2].isspace() or text[at + 1 : at + 2] in ("", HOLE)
    return True


def touch(draft: Draft, part: Part, other: Part) -> bool:
    """Whether no rule has explained anything between the two parts."""
    return HOLE not in draft.rest[part.span.end : other.span.start]


def whole_names(draft: Draft, bare: list[Part]) -> list[Part]:
    """The parts, those of one name made one: "Learning, Media and Technology", "Comput. Sci. Rev."."""
    whole: list[Part] = []
    start = 0
    while start < len(bare):
        end = start + _name_size(draft, bare[start : start + MAX_WORDS])
        # The stop behind an abbreviated name belongs to it.
        stop = bare[end - 1].span.end
        stop += end - start > 1 and draft.text[stop : stop + 1] == "."
        whole.append(Part(trim(draft.text, bare[start].span.start, stop), bare[end - 1].after))
        start = end
    return whole


def _name_size(draft: Draft, bare: list[Part]) -> int:
    """How many parts, from the first, are one name: up to the last that goes on in small letters or ends a list."""
    size = 1
    for count, (part, other) in enumerate(pairwise(bare), 2):
        words = other.span.of(draft.text)
        if not touch(draft, part, other) or is_place(words):
            break
        listed = part.after == "," and (words[:1].islower() or _ENDS_LIST.fullmatch(words)) and not LEAD.match(words)
        abbreviated = part.after == "." and "periodical" in draft.cues
        if listed or (abbreviated and _ABBREVIATED.fullmatch(part.span.of(draft.text))):
            size = count
        elif part.after != "," or " " in words:
            break
    return size
