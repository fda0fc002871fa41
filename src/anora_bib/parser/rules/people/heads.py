"""Who stands at the head of a reference: authors, or editors and directors by the word after their names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from anora_bib.model import Name
from anora_bib.parser.draft import EXPLICIT, GUESS, HOLE, LIKELY, STRUCTURE, Draft, Explanation, explained, trim
from anora_bib.parser.normalise.names import names as normalised
from anora_bib.parser.rules.people.contributors import role_after
from anora_bib.parser.rules.publishers import is_place, is_publisher
from anora_bib.parser.text.names import NameList, NameReader, literal_or_person
from anora_bib.parser.text.person import is_given
from anora_bib.parser.text.signs import signed
from anora_bib.parser.text.tokens import next_stop, tokenize
from anora_bib.parser.text.words import BODIES, CONNECTIVES, NEWSPAPER_WORDS, PARTICLES, PERIODICAL_WORDS, PROSE
from anora_bib.text.characters import collapse
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_REACH = 1200
"""Characters in which the names at the head must end; lists of a hundred authors are shorter."""
_BY = signed(r"(?:(?<!\s)\s++)?+(?:,\s*+)?\bby\s+(?=\w)", re.IGNORECASE, words="by")
_NOT_AUTHORS = lazy(
    r"(?:Rev(?:iew|\.)? of|Interview|Still from|Introduction|Foreword|Preface|Afterword|In|Figure)\b", re.IGNORECASE
)
_OF_FILMS = ("director", "performer", "script-writer", "producer")
_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_DASHED = lazy(
    rf"(?P<family>{_UPPER}{{2}}[^\W\d_a-z’'-]{{0,24}}(?:[ ’'-]{_UPPER}[^\W\d_a-z’'-]{{1,24}}){{0,3}}),?\s"
    rf"(?P<given>{_UPPER}[\w.’'-]{{0,20}}(?:\s{_UPPER}[\w.’'-]{{0,20}}){{0,3}})\s[-–—]\s(?={_UPPER})"
)
_SMALL = lazy(r"(?P<first>[a-z]{2,15})(?P<comma>,?)\s(?P<second>[a-z]{2,15})(?=[.,]?\s*[\0A-Z“(*])(?:[.,]|\s(?=\())")
# A list of three ("Women, Race and Class") is a title.
_FAMILY = lazy(r"(?P<family>[A-Z][^\W\d_]{2,30}),\s(?=[A-Z])(?![\w’'-]{1,30},? (?:and|&) [\w’'-]{1,30}\s?[(\0])")
_TITLE_WORD = lazy(r"(?:^|[\s(\0“])[A-Z0-9¿¡À-ÞЀ-Я\u0370-\uffff][\w’'-]*")
_BARE = lazy(r"[^\W_]{2,}|\d")


def find_head(draft: Draft) -> Iterable[Explanation]:
    """The names before the title, or after it behind "by"."""
    start = head_start(draft)
    if "repeated-author" in draft.cues:
        return
    if draft.has("author"):
        return
    names = list(_capitals(draft, start)) or list(_before_title(draft, start)) or list(_by_line(draft))
    yield from names


def head_start(draft: Draft) -> int:
    """Where the reference begins, behind a label or signal."""
    ends = [item.cover.end for item in draft.explanations if not item.variable and item.cover.start == 0]
    start = max(ends, default=0)
    while start < len(draft.rest) and (draft.rest[start].isspace() or draft.rest[start] in ".,;"):
        start += 1
    return start


def _before_title(draft: Draft, start: int) -> Iterable[Explanation]:
    hole = draft.rest.find(HOLE, start)
    end = min(len(draft.rest) if hole < 0 else hole, start + _REACH)
    if end <= start or _NOT_AUTHORS.match(draft.rest, start):
        return
    tokens = tokenize(draft.rest, start, end)
    read = NameReader(tokens, draft.records).listed()
    if read and (confidence := _accept(draft, tokens[0].text, read, tokens[read.end - 1].end)):
        yield from _names(draft, read, Span(start, tokens[read.end - 1].end), confidence)
        return
    yield from _small(draft, start) or list(_literal(draft, start, end)) or _family(draft, start)


def _capitals(draft: Draft, start: int) -> Iterable[Explanation]:
    """A family name in capitals, given names behind it and a dash before the title: "ROE-DOE Jane - Lampes"."""
    match = _DASHED.match(draft.rest, start)
    if match is None:
        return
    people = normalised(f"{match['family']}, {match['given']}", draft.records)
    span = Span(match.start("family"), match.end("given"))
    yield Explanation("author", people, span, Span(start, match.end()), EXPLICIT, "head")


def _names(draft: Draft, read: NameList, span: Span, confidence: float) -> Iterable[Explanation]:
    role = role_after(draft.rest, span.end, draft.seen)
    end = role[1] if role else span.end
    if not role and (after := role_after(draft.text, span.end, draft.seen)) and draft.text[span.end : after[1]].strip():
        end = span.end
    names = read.names
    cover = Span(span.start, _over_stop(draft.rest, end))
    yield Explanation(
        role[0] if role else "author",
        names,
        span,
        cover,
        confidence,
        "head" if not role or role[0] != "director" else "film",
    )
    if role:
        yield explained(span.end, end, "head")


def _over_stop(text: str, end: int) -> int:
    """Past the full stop, comma or colon after the names, so that no one takes it for the title's."""
    while end < len(text) and text[end] in " .,:":
        end += 1
    return end


def _accept(draft: Draft, first: str, read: NameList, end: int) -> float:
    """How sure it is that these words are authors: 0 if they are rather the title."""
    after = draft.rest[end : end + 1]
    if after.isspace() and draft.rest[end - 1] != ".":
        after = draft.rest[end:].lstrip()[:1] or ""
        if (
            after not in ("(", "[", HOLE, "")
            and role_after(draft.rest, end, draft.seen) is None
            and not after.isdigit()
        ):
            return 0.0
    if draft.rest[end - 1] == ".":
        after = "."  # The stop of a last initial ends the list as well.
    if after not in (".", ",", "(", "[", ":", HOLE, "", ";") or not _title_follows(draft, end):
        return 0.0
    if after == ":" and not read.inverted and draft.has(*_OF_FILMS):
        return 0.0  # The title of a film about somebody: "Ada Orme: The Last Lamp, directed by Jane Roe".
    if read.inverted:
        return EXPLICIT if after in (".", "(", HOLE, "[") or len(read.names) > 1 else STRUCTURE
    if {word.casefold() for name in read.names for word in name.display.split()} & BODIES:
        return 0.0
    known = is_given(first) or any(len(name.given) <= 2 or "." in name.given for name in read.names)
    known = known or any(draft.records.named(name.display) for name in read.names)
    if _mark_follows(draft, end):
        return EXPLICIT if known else STRUCTURE
    if not known and ("film" in draft.cues or after in (".", "(", "[") or not _comma_behind(draft, end)):
        return 0.0
    return STRUCTURE if known else GUESS


def _comma_behind(draft: Draft, end: int) -> bool:
    """True if a comma comes next, be it behind a hole: "Jane Roe (with John Doe), Title"."""
    return draft.rest[end:].lstrip(" " + HOLE)[:1] == ","


def _title_follows(draft: Draft, end: int) -> bool:
    """True if something that may be the title stands behind the names: a marked run, or bare words."""
    title = draft.first("title")
    if any(mark.outer.start >= end for mark in draft.marks) or (title and title.span.start >= end):
        return True
    hole = draft.rest[end:]
    # The words must be capitalised as a title's first word is; "(ed. 2001)" alone is none.
    return _TITLE_WORD.search(hole) is not None


def _mark_follows(draft: Draft, end: int) -> bool:
    between = next((draft.rest[end : mark.outer.start] for mark in draft.marks if mark.outer.start >= end), None)
    return between is not None and not _BARE.search(between)


def _small(draft: Draft, start: int) -> list[Explanation]:
    """An author who writes the name in small letters: "hooks, bell. Title", "bell hooks, Title"."""
    match = _SMALL.match(draft.rest, start)
    if match is None or {match.group("first"), match.group("second")} & (PROSE | CONNECTIVES | PARTICLES):
        return []
    inverted = match.group("comma") == ","
    if not inverted and not is_given(match.group("first")):
        return []
    family, given = ("first", "second") if inverted else ("second", "first")
    span = Span(match.start("first"), match.end("second"))
    name = Name(family=match.group(family), given=match.group(given))
    return [Explanation("author", (name,), span, Span(start, _over_stop(draft.rest, match.end())), STRUCTURE, "head")]


def _family(draft: Draft, start: int) -> list[Explanation]:
    """A family name alone, as notes have it: "Hegel, Phenomenology of Spirit (Oxford: Clarendon, 1977)"."""
    match = _FAMILY.match(draft.rest, start)
    if (
        match is None
        or "imprint" not in draft.cues
        or {"film", "object"} & draft.cues
        or is_place(match.group("family"))
    ):
        return []
    if match.group("family").casefold() in PROSE | CONNECTIVES | BODIES | PERIODICAL_WORDS:
        return []
    span = Span(*match.span("family"))
    return [Explanation("author", (Name(family=span.of(draft.text)),), span, Span(start, match.end()), GUESS, "head")]


def _literal(draft: Draft, start: int, end: int) -> Iterable[Explanation]:
    """A body or band: all that stands before a marked title or "(date)"; a bare first part with a body's word."""
    stop = next_stop(draft.rest, start, ".?!:")
    region = trim(draft.text, start, min(stop, end))
    words = [token.text.casefold() for token in tokenize(draft.rest, region.start, region.end)]
    if (
        not words
        or len(words) > 12
        or (not draft.text[region.start].isupper() and not draft.text[region.start].isdigit())
    ):
        return
    if (
        draft.records.outlet(region.of(draft.text))
        or {"film", "object", "interview"} & draft.cues
        or len(PROSE & set(words)) > 1
    ):
        return
    before_mark = any(not _BARE.search(draft.rest[region.end : mark.outer.start]) for mark in draft.marks[:1])
    before_date = _dated(draft, region.end)
    body = bool(BODIES & set(words)) or "song" in draft.cues
    mark = draft.marks[0] if draft.marks else None
    if (
        before_mark
        and mark
        and (mark.kind == "quoted" or body or _is_whole(draft, mark.outer.end))
        and "," not in words
    ):
        confidence = STRUCTURE if mark.kind == "quoted" else LIKELY
    elif (before_date and (body or len(words) <= 4)) or (
        body and stop < end and not draft.marks and _parts_follow(draft, stop)
    ):
        confidence = LIKELY
    else:
        return
    if {"times", "magazine"} & set(words) or (len(words) > 1 and (NEWSPAPER_WORDS | PERIODICAL_WORDS) & {words[-1]}):
        yield draft.string("container-title", region.start, region.end, LIKELY)
        return
    inner = tokenize(draft.text, region.start, region.end)
    name, _ = literal_or_person(collapse(region.of(draft.text)), inner, draft.records)
    yield Explanation(
        "author", (name,), region, Span(region.start, _over_stop(draft.rest, region.end)), confidence, "head"
    )


def _dated(draft: Draft, end: int) -> bool:
    """True if "(date)" stands right behind, and bare words behind that: the order of author, date, title."""
    issued = draft.first("issued")
    if issued is None or issued.cover.start < end or _BARE.search(draft.rest[end : issued.cover.start]):
        return False
    if draft.rest[issued.cover.end :].lstrip()[:1] == ",":
        return False  # "Lanterns (2015), another film of hers, ..." is a sentence.
    return draft.text[issued.cover.start] == "(" and (
        draft.has("title") or bool(_BARE.search(draft.rest[issued.cover.end :]))
    )


def _is_whole(draft: Draft, end: int) -> bool:
    """True if the italics are a whole work: what follows is not a day's date, as it would be after an outlet."""
    issued = draft.issued
    return issued is None or len(issued.parts[0] if issued.parts else ()) < 3 or end > len(draft.text)


def _parts_follow(draft: Draft, stop: int) -> bool:
    """True if the part behind the first may be the title: it is not the name of a publisher."""
    second = next_stop(draft.rest, stop + 1)
    title = trim(draft.text, stop + 1, second).of(draft.text)
    return bool(_BARE.search(title)) and not is_publisher(draft, title)


def _by_line(draft: Draft) -> Iterable[Explanation]:
    """The name after "by" behind a title: "Title" by Jane Roe."""
    if draft.has("director") and not draft.marks:
        return  # The title of a film, "A Tribute by Ada Orme", has its own by-line.
    for match in _BY.finditer(draft.rest, draft.seen):
        bare = not draft.marks
        behind_mark = any(mark.outer.end == match.start() for mark in draft.marks)
        if not (bare or behind_mark):
            continue
        tokens = tokenize(draft.rest, match.end(), min(len(draft.rest), match.end() + 200))
        stop = next((index for index, token in enumerate(tokens) if token.text == HOLE), len(tokens))
        read = NameReader(tokens[:stop], draft.records).directs()
        if read:
            span = Span(tokens[0].start, tokens[read.end - 1].end)
            yield Explanation(
                "author", read.names, span, Span(match.start(), span.end), EXPLICIT if behind_mark else LIKELY
            )
            return
        if behind_mark:
            end = min(
                (at for at in (draft.rest.find(sign, match.end()) for sign in ",.(;" + HOLE) if at > 0),
                default=len(draft.rest),
            )
            span = trim(draft.text, match.end(), end)
            if len(span) and len(span.of(draft.text).split()) <= 6:
                literal = (Name(literal=collapse(span.of(draft.text))),)
                yield Explanation("author", literal, span, Span(match.start(), end), LIKELY)
                return
