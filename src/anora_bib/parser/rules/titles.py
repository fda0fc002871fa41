"""Which of the marked or bare runs are the title of the work and of what holds it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from anora_bib.parser.draft import EXPLICIT, HOLE, KNOWN, STRUCTURE, Draft, Explanation, Mark, trim
from anora_bib.parser.text.marks import plain
from anora_bib.text.spans import Span

_IN = re.compile(r"(?:[,.;]\s*+|(?<!\s)\s++)?+\b(?:[Ii]n|[Ff]rom|[Oo]n|[Ii]n:)\s*\Z")
_REVIEW = re.compile(r"(?:Rev(?:iew|\.)? of|Review:|On)\s*\Z", re.IGNORECASE)
_REVIEW_BARE = re.compile(r"(?:Rev(?:iew|\.)? of)\s", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]{2,}")


def find_marked_titles(draft: Draft) -> Iterable[Explanation]:
    """The title, and what holds it, from quotation marks and italics.

    Quoted words are a part of something; italics are a whole. So a quoted run is the title, and an italic one beside
    it the container; italics alone are the title, unless a bare title stands before them.
    """
    named = {item.span for item in draft.explanations if item.variable}
    people = [item.cover for item in draft.explanations if item.variable == "recipient" or item.cue == "comment"]
    quoted = [
        mark
        for mark in draft.mark("quoted")
        if mark.inner not in named
        and not _is_nickname(draft, mark)
        and not any(span.overlaps(mark.outer) for span in people)
    ]
    italic = [mark for mark in draft.mark("italic") if mark.inner not in named]
    if quoted:
        yield _title(draft, quoted[0], EXPLICIT, "quoted")
        for mark in italic:
            review = _REVIEW.search(draft.rest, max(0, mark.outer.start - 12), mark.outer.start)
            yield _named(draft, mark, "reviewed-title" if review else "container-title", EXPLICIT, "in-italics")
        for mark in quoted[1:]:
            if _IN.search(draft.rest, max(0, mark.outer.start - 10), mark.outer.start):
                yield _named(draft, mark, "container-title", STRUCTURE, "")
        return
    if italic:
        yield from _in_italics(draft, italic)


def _in_italics(draft: Draft, italic: list[Mark]) -> Iterator[Explanation]:
    """What italics are where nothing is quoted: the title, or what holds a bare one, or a talk that has none."""
    first = italic[0]
    if talk := _talk_before(draft, first):
        # What somebody was asked in, or on: "Jane Roe, interview by Al Doe, *Lantern*, 2 May 2009".
        yield _named(draft, first, "container-title", STRUCTURE, "in-italics")
        if talk.of(draft.text)[0].isupper() and not draft.has("interviewer"):
            yield draft.string("title", talk.start, talk.end, STRUCTURE)
        return
    before = _bare_before(draft, first.outer.start)
    if before is None:
        yield _title(draft, first, EXPLICIT, "italic")
    elif _REVIEW_BARE.match(draft.text, before.start):
        yield _named(draft, first, "reviewed-title", EXPLICIT, "review")
        yield draft.string("title", before.start, first.outer.end, STRUCTURE)
    else:
        yield draft.string("title", before.start, before.end, STRUCTURE, cue="bare-part")
        yield _named(draft, first, "container-title", KNOWN, "in-italics")
    for mark in italic[1:]:
        yield _named(draft, mark, "container-title", STRUCTURE, "in-italics")


def _talk_before(draft: Draft, mark: Mark) -> Span | None:
    """The words that say who talks with whom, where nothing else stands between the author and italics."""
    talk = next((item.cover for item in draft.explanations if item.cue == "interview" and item.variable), None)
    if talk is None or talk.end > mark.outer.start or draft.has("genre"):
        return None
    between = draft.rest[talk.end : mark.outer.start] + draft.rest[_after_head(draft) : talk.start]
    return None if _WORDS.search(between) else talk


def _is_nickname(draft: Draft, mark: Mark) -> bool:
    """True for the middle of ``William "Bill" Haywood``: one word, a name before and no stop around."""
    words = mark.inner.of(draft.text)
    before, after = draft.text[: mark.outer.start].rstrip()[-1:], draft.text[mark.outer.end :].lstrip()[:1]
    return mark is draft.marks[0] and " " not in words and before.isalpha() and after.isalpha()


def _bare_before(draft: Draft, end: int) -> Span | None:
    """The bare title between the author and italics, if at least two words stand there."""
    start = _after_head(draft)
    piece = draft.rest[start:end]
    lead = _IN.search(piece)
    piece = piece[: lead.start()] if lead else piece
    at = start + len(piece) - len(piece.lstrip(" .,:;" + HOLE))
    stop = start + len(piece)
    words = draft.rest[at:stop]
    hole = words.rfind(HOLE)
    if hole >= 0 and _WORDS.search(words[hole:]) is None:
        stop = at + words.find(HOLE)
    span = trim(draft.text, at, max(at, stop))
    return span if len(_WORDS.findall(span.of(draft.rest))) >= 2 else None


def _after_head(draft: Draft) -> int:
    """Where the author (or the date behind it) ends."""
    return max(
        (item.cover.end for item in draft.explanations if item.variable in ("author", "editor") and item.cue == "head"),
        default=0,
    )


def _title(draft: Draft, mark: Mark, confidence: float, cue: str) -> Explanation:
    return _named(draft, mark, "title", confidence, cue)


def _named(draft: Draft, mark: Mark, variable: str, confidence: float, cue: str) -> Explanation:
    return Explanation(variable, plain(mark.inner.of(draft.text)), mark.inner, mark.outer, confidence, cue)
