"""Who published: "(City: House, Year)", "City: House, Year", "(House Year)", and the parts that remain."""

from __future__ import annotations

import re
from collections.abc import Iterable

from anora_bib.model import Date
from anora_bib.parser.draft import EXPLICIT, HOLE, LIKELY, STRUCTURE, Draft, Explanation, trim
from anora_bib.parser.rules.numbers.dates import Dated, find_dates
from anora_bib.parser.text.names import NameReader
from anora_bib.parser.text.person import is_given
from anora_bib.parser.text.signs import signed
from anora_bib.parser.text.tokens import tokenize
from anora_bib.parser.text.words import CONNECTIVES, PLACES, PUBLISHER_WORDS
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_PARENTHESES = lazy(r"\(([^()]{4,240})\)")
_COPYRIGHT = lazy(r"[\s,]{1,8}(?:copyright|©|cop\.|c)\Z", re.IGNORECASE)
_RIGHTS = lazy(r"\s?(?:(?:copyright|©|cop\.|c)\s)?", re.IGNORECASE)
_AVAILABLE = lazy(r"(?:available|included|released|distributed|reissued)\s(?:on|in|by|as)\b")
"""What is said of the copy behind the year."""
_COUNTRY = lazy(r"(?:U\.?S\.?A?|U\.?K|[A-Z][a-z]{3,12})\.?(?:[/-](?:U\.?S\.?A?|U\.?K|[A-Z][a-z]{3,12})\.?){0,4}")
_REGION = lazy(r"[A-Z]{2}|(?:[A-Z]\.){2}|[A-Z][a-z]{2,4}\.")
"""A state or a country behind a city."""
_THESIS = signed(
    r"\b(?:un(?:published|pub\.) )?(?P<genre>(?:PhD|Ph\.D\.|doctoral|DPhil|MA|M\.A\.|MSc|MFA|master[’']?s"
    r"|bachelor[’']?s|BA|honou?rs)"
    r"[ .]{1,2}(?:dissertation|thesis|diss\b\.?)|dissertation|Diss\b\.|thesis(?=,))[,.;:]?\s*"
    r"(?P<school>[A-Z][^.,;:()\[\]\0]{4,80})?",
    re.IGNORECASE,
    parts=["diss", "thesis"],
)
_PLACE = lazy(
    r"(?:^|(?<=[.,;?!)\0]\s)|(?<=\0))(?P<place>(?:[A-Z][\w’'-]+|St\.|Ft\.)(?:[ -](?:[A-Z][\w’'-]*|and|&|/|de|of"
    r"|la|am)){0,4}"
    r"(?:,\s(?:[A-Z]{2}|[A-Z]\.[A-Z]\.|[A-Z][a-z]{2,14}\.?)){0,2}(?:\s(?:and|&)\s[A-Z][\w.’'-]+){0,1})"
    r"\s?:\s(?P<publisher>(?:[A-Z]\.\s?){0,3}[A-Z0-9](?:[^.,:;()?!\0]|(?<=\s[A-Z])\.(?=\s[A-Z])|(?<=\bSt)\.){1,70}"
    r"(?:,\s(?:Inc|Ltd|LLC)\.?|(?:,\s[A-Z][\w’'-]{1,30}){0,2},?\s(?:and|&)\s[A-Z][\w’'-]{1,30}(?:\s[A-Z]\w{1,30})?)?)"
    r"(?=\s*(?:[.,;(\0]|$))"
)


def find_imprint(draft: Draft) -> Iterable[Explanation]:
    """What stands in parentheses with a year, or as "City: House"."""
    for match in _PARENTHESES.finditer(draft.rest):
        yield from _imprint(draft, match)
    thesis = _THESIS.search(draft.rest, draft.seen)
    if thesis:
        yield draft.string("genre", *thesis.span("genre"), EXPLICIT, cue="thesis")
        if thesis.group("school"):
            yield draft.string("publisher", *thesis.span("school"), STRUCTURE)


def _imprint(draft: Draft, match: re.Match[str]) -> Iterable[Explanation]:
    """One pair of parentheses: [first year;] [place:] publisher, year, or director and year."""
    start, end = match.span(1)
    dates = find_dates(draft.rest, start, end, draft.seen)
    if not dates:
        return
    dated = dates[-1]
    if (
        len(dates) == 1
        and draft.rest[dated.span.end : end].startswith(("; ", ", "))
        and _RIGHTS.fullmatch(draft.rest, start, dated.span.start)
        and (draft.rest[start : dated.span.start].strip() or draft.rest[dated.span.end] == ";")
    ):
        yield from _publisher(draft, trim(draft.text, dated.span.end, end))
        yield Explanation("issued", dated.date, dated.span, Span(*match.span()), EXPLICIT, "imprint")
        return
    behind = draft.rest[dated.span.end : end].strip(" ,;" + HOLE)
    if behind and not _COUNTRY.fullmatch(behind) and not _AVAILABLE.match(behind):
        return
    body_start = start
    original: Dated | None = None
    if len(dates) > 1 and dates[0].span.start - start <= 1:
        original, body_start = dates[0], dates[0].span.end
    body = trim(draft.text, body_start, dated.span.start)
    body = _without_holes(draft.rest, body)
    if right := _COPYRIGHT.search(draft.rest, body.start, body.end):
        body = trim(draft.text, body.start, right.start())
    if not len(body):
        return
    if thesis := _THESIS.pattern.search(draft.rest, body.start, body.end):
        yield draft.string("genre", *thesis.span("genre"), EXPLICIT, cue="thesis")
        body = trim(draft.text, thesis.start("school") if thesis.group("school") else thesis.end(), body.end)
    if len(body):  # a thesis may name no school
        yield from _publisher(draft, body)
    yield Explanation("issued", dated.date, dated.span, Span(*match.span()), EXPLICIT, "imprint")
    if original or dated.original:
        first = original.date if original else dated.original or Date()
        span = original.span if original else dated.span
        yield Explanation("original-date", first, span, span, EXPLICIT)


def _without_holes(rest: str, span: Span) -> Span:
    """The part of the span behind its last hole, which was an edition or an editor."""
    hole = rest.rfind(HOLE, span.start, span.end)
    return span if hole < 0 else trim(rest, hole + 1, span.end)


def _publisher(draft: Draft, body: Span) -> Iterable[Explanation]:
    words = body.of(draft.rest)
    colon = words.rfind(": ")
    if colon > 0:
        yield draft.string("publisher-place", body.start, body.start + colon, EXPLICIT)
        yield draft.string("publisher", body.start + colon + 1, body.end, EXPLICIT, cue="publisher")
        return
    if is_place(words):
        yield draft.string("publisher-place", body.start, body.end, STRUCTURE, cue="publisher")
        return
    comma = words.find(", ")
    if comma > 0 and is_place(words[:comma]) and not _REGION.fullmatch(words[comma + 2 :]):
        yield draft.string("publisher-place", body.start, body.start + comma, STRUCTURE)
        yield draft.string("publisher", body.start + comma + 1, body.end, STRUCTURE, cue="publisher")
        return
    tokens = tokenize(draft.text, body.start, body.end)
    read = NameReader(tokens, draft.records).directs()
    known = is_given(tokens[0].text) or draft.records.named(words) or "film" in draft.cues
    person = read and read.end == len(tokens) and known
    if person and read and draft.records.publisher(words) is None and not _publishes(words):
        yield Explanation("director", read.names, body, body, LIKELY, "film")
    elif len(words) <= 80 and words[:1].isupper():
        yield draft.string("publisher", body.start, body.end, STRUCTURE, cue="publisher")


def _publishes(words: str) -> bool:
    return bool({word.casefold().strip(".,") for word in words.split()} & PUBLISHER_WORDS)


def find_place(draft: Draft) -> Iterable[Explanation]:
    """A "City: House" that is a part of its own behind the title; the last, since a title may have a colon too."""
    if ":" not in draft.rest:
        return
    title = draft.first("title")
    for match in reversed(list(_PLACE.finditer(draft.rest))):
        words = match.group("publisher").split()
        small = {word.casefold() for word in words if not word.isupper()} & CONNECTIVES - {
            "of",
            "and",
            "the",
            "for",
            "de",
        }
        behind = title is not None and match.start() >= title.span.end
        start = title.span.end if title and behind else title_start(draft)
        city = match.start("place")
        if not _part_before(draft, start, city, behind):
            city = match.start("place") + match.group("place").rfind(", ") + 1  # "Capital, London: Penguin"
        if small or not _part_before(draft, start, city, behind):
            continue
        yield draft.string("publisher-place", city, match.end("place"), STRUCTURE)
        yield draft.string("publisher", *match.span("publisher"), STRUCTURE, cue="publisher")
        return


def _part_before(draft: Draft, start: int, end: int, behind: bool) -> bool:
    """True if what must come before "City: House" is there: the title, and what holds it if it is a part of something.

    "“Title.” Film: An Anthology, Oxford UP" has a colon in what holds it.
    """
    part_of = bool({"quoted", "bare-part", "in"} & draft.cues) and not draft.has("container-title")
    return (behind and not part_of) or (start <= end and bool(re.search(r"\w{2}", draft.rest[start:end])))


def title_start(draft: Draft) -> int:
    """Where the words behind the names at the head begin."""
    return max((item.cover.end for item in draft.explanations if item.cue == "head"), default=0)


def is_place(words: str) -> bool:
    """True for one or more cities of publishers: "London and New York", "Cambridge, MA"."""
    cities = re.split(r" and | & |/|, ", words.casefold())
    return cities[0] in PLACES and all(city in PLACES or len(city) <= 4 for city in cities)


def is_publisher(draft: Draft, words: str) -> bool:
    """True if the words are a known publisher, or one of them is such as the names of publishers have."""
    return draft.records.publisher(words) is not None or _publishes(words)
