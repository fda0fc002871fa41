"""What the bare parts are: the title where nothing marks it, what holds the work, who published it.

Which part is what follows from its place and from what the other rules have explained.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from anora_bib.model import Name, Outlet, Publisher
from anora_bib.parser.draft import GUESS, KNOWN, LIKELY, STRUCTURE, Draft, Explanation, explained, trim
from anora_bib.parser.rules.people.heads import head_start
from anora_bib.parser.rules.publishers import is_place, is_publisher
from anora_bib.parser.text.parts import LEAD, MAX_WORDS, Part, parts, touch, whole_names
from anora_bib.parser.text.words import BROADCASTERS, NEWSPAPER_WORDS, PERIODICAL_WORDS
from anora_bib.text.spans import Span

_WITH = re.compile(r"\bwith\b")
_NOUN = re.compile(r"(?:[^\W\d_]{3,12} )?interview(?= by\b)", re.IGNORECASE)
_IN = re.compile(r",\s+(?:reprinted )?in\s+(?=[A-Z])")
_REVIEW = re.compile(r"Rev(?:iew|\.)? of\s+", re.IGNORECASE)
_NUMBER = re.compile(r"(?<=[^\W\d_])\s(?P<number>(?!(?:1[4-9]|20)\d\d\b)\d{1,4}(?:[-–/]\d{1,4})?)\Z")
_YEARS = re.compile(r"(?:,? \d{4}(?:[-–]\d{2,4})?)(?=\s*(?:[.(\0]|$))")


def find_bare_title(draft: Draft) -> Iterable[Explanation]:
    """The title of a reference without quotation marks or italics."""
    if draft.has("title") or "letter" in draft.cues:
        return
    bare = parts(draft, title_start(draft))
    named = next((item for item in draft.explanations if item.cue in ("interview", "photo") and item.variable), None)
    if named and (not bare or named.cover.end <= bare[0].span.start):
        # "Interview with Jane Roe" is all the title there is; "Al Doe, interview by Jane Roe" only says who talks.
        words = named.cover.of(draft.text)
        if named.cue == "interview" and words[0].isupper() and _WITH.search(words):
            yield draft.string("title", named.cover.start, named.cover.end, STRUCTURE)
        elif named.cue == "interview" and (noun := _NOUN.match(words)):
            yield draft.string("genre", named.cover.start, named.cover.start + noun.end(), STRUCTURE)
        return
    if not bare:
        return
    size = _run(draft, bare)
    run, later = bare[:size], bare[size:]
    start, end = run[0].span.start, run[-1].span.end
    inside = list(_IN.finditer(draft.rest, start, end))
    if inside:
        last = inside[-1]  # A title may have a ", in" of its own.
        yield draft.string("title", start, last.start(), STRUCTURE)
        yield explained(last.start(), last.end(), "in")
        yield draft.string("container-title", last.end(), end, STRUCTURE)
        return
    end = run[_title_parts(draft, run, later) - 1].span.end
    if years := _YEARS.match(draft.rest, end):
        end = years.end()
    confidence = STRUCTURE if draft.has("author", "director", "editor", "publisher") else LIKELY
    if review := _REVIEW.match(draft.rest, start, end):
        yield draft.string("reviewed-title", review.end(), end, STRUCTURE, cue="review")
    yield draft.string("title", start, end, confidence, cue="bare")


def title_start(draft: Draft) -> int:
    """Where the title begins: behind the last part that belongs to the head of the reference."""
    heads = [item.cover.end for item in draft.explanations if item.cue == "head"]
    return max(heads, default=head_start(draft))


def _run(draft: Draft, bare: list[Part]) -> int:
    """How many parts, from the first, are joined by commas alone, with nothing explained between them."""
    size = 1
    while size < len(bare) and bare[size - 1].after == "," and touch(draft, bare[size - 1], bare[size]):
        size += 1
    return size


def _title_parts(draft: Draft, run: list[Part], later: list[Part]) -> int:
    """How many of the parts joined by commas are the title; the rest name where it came out."""
    if len(run) == 1:
        return 1
    known = next((i for i, part in enumerate(run) if i and _known(draft, part.span.of(draft.text))), 0)
    if known:
        return known
    if "object" in draft.cues and not draft.has("author"):
        return 1
    if draft.has("publisher") or {"film", "object"} & draft.cues:
        # "Title, Studio, 2015" behind a director: one publisher is left to find.
        return len(run) - 1 if not draft.has("publisher") and not later and draft.issued else len(run)
    if is_place(run[-1].span.of(draft.text)):
        return max(1, len(run) - 2)
    publishers = [i for i, part in enumerate(run) if i and is_publisher(draft, part.span.of(draft.text))]
    if publishers:
        return publishers[0]
    dated = draft.issued is not None or draft.has("URL", "page", "volume")
    return len(run) if later or not dated else len(run) - 1


def _known(draft: Draft, words: str) -> bool:
    return draft.records.outlet(words) is not None or draft.records.publisher(words) is not None


def find_where(draft: Draft) -> Iterable[Explanation]:
    """Container, publisher and place, from the bare parts behind the title."""
    title = draft.first("title")
    start = title.cover.end if title else _behind_talk(draft)
    if start is None:
        return
    holder = draft.has("container-title")
    publisher = draft.has("publisher")
    maker = draft.has("author")
    left = [part for part in whole_names(draft, parts(draft, start)) if _plausible(part.span.of(draft.text))]
    for index, part in enumerate(left):
        lead = LEAD.match(draft.text, part.span.start, part.span.end)
        span = trim(draft.text, lead.end(), part.span.end) if lead else part.span
        words = span.of(draft.text)
        last = index == len(left) - 1
        if "object" in draft.cues:
            if not maker:  # What stands beside the name of an object is who made it.
                yield Explanation("author", (Name(literal=str(words)),), span, part.span, LIKELY)
                maker = True
            continue
        variable, confidence = _classify(draft, words, holder, publisher, last, bool(lead))
        if _is_source(draft, part.span.start, variable, holder, publisher):
            variable, confidence = "source", LIKELY
        if variable == "publisher" and not last and _is_pair(draft, words, left[index + 1].span.of(draft.text)):
            variable = "publisher-place"
        if not variable:
            continue
        holder, publisher = holder or variable == "container-title", publisher or variable == "publisher"
        cue = _cue(draft, lead) if variable == "container-title" else ""
        if variable == "container-title" and (numbered := _numbered(draft, span)):
            yield numbered
            span = trim(draft.text, span.start, numbered.span.start)
        name = draft.string(variable, span.start, span.end, confidence, cue=cue)
        yield Explanation(variable, name.value, name.span, part.span, confidence, cue)


def _behind_talk(draft: Draft) -> int | None:
    """Where the names of those who talk end, in a reference that has no title; None in any other."""
    told = [item.cover.end for item in draft.explanations if item.variable in ("author", "interviewer", "genre")]
    return max(told) if "interview" in draft.cues and len(told) > 1 else None


def _cue(draft: Draft, lead: re.Match[str] | None) -> str:
    """What the way in which a container is named says of the type."""
    if lead and lead.group().strip().casefold() in ("in", "in:"):
        return "in"
    return "periodical" if "bare" in draft.cues and _behind_dated_title(draft) else ""


def _is_source(draft: Draft, start: int, variable: str, holder: bool, publisher: bool) -> bool:
    """True for who keeps a copy: named behind the date and the pages, before an address ("JSTOR, www...")."""
    if variable not in ("", "publisher") or draft.has("source") or not draft.has("URL", "DOI"):
        return False
    before = [item for item in (draft.first("issued"), draft.first("page")) if item]
    whole = publisher or (holder and draft.has("page"))
    return whole and bool(before) and all(item.cover.end <= start for item in before)


def _numbered(draft: Draft, span: Span) -> Explanation | None:
    """The number behind the name of a periodical: "New Left Review 92", "Arguments 27–28" (a double issue)."""
    words = span.of(draft.text)
    match = _NUMBER.search(words)
    if match is None or not words[0].isupper() or draft.has("volume", "issue") or {"in", "imprint"} & draft.cues:
        return None
    if {word.casefold() for word in words.split()} & BROADCASTERS:
        return None
    number = Span(span.start + match.start("number"), span.end)
    variable = "volume" if match.group("number").isdigit() else "issue"
    return Explanation(variable, match.group("number"), number, number, STRUCTURE, "periodical")


def _plausible(words: str) -> bool:
    first = words.lstrip("“\"'")[:1]
    return len(words.split()) <= MAX_WORDS and (
        first.isupper() or first.isdigit() or bool(LEAD.match(words)) or _is_host(words)
    )


def _is_host(words: str) -> bool:
    return " " not in words and bool(re.fullmatch(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}", words))


def _classify(draft: Draft, words: str, holder: bool, publisher: bool, last: bool, lead: bool) -> tuple[str, float]:
    """The variable of a part and the confidence, or "" if it is neither outlet nor publisher."""
    record = next((item for item in draft.records.named(words) if isinstance(item, Outlet | Publisher)), None)
    if isinstance(record, Outlet) and not holder:
        return "container-title", KNOWN
    if isinstance(record, Publisher) and not publisher:
        return "publisher", KNOWN
    if happened := _where_it_happened(draft, words):
        return happened, STRUCTURE
    if holder:
        return ("", 0.0) if publisher else ("publisher", LIKELY)
    if {"film", "thesis"} & draft.cues and not lead and "review" not in draft.cues:
        return ("", 0.0) if publisher else ("publisher", STRUCTURE)
    part_of = bool({"quoted", "bare-part", "in", "review", "interview"} & draft.cues) or (
        lead and not is_publisher(draft, words)
    )
    if part_of:
        if last and is_publisher(draft, words) and not _periodical(words) and not lead:
            return ("", 0.0) if publisher else ("publisher", STRUCTURE)
        return "container-title", STRUCTURE
    if _in_periodical(draft, words):
        return "container-title", STRUCTURE if not publisher else LIKELY
    if is_place(words) and not draft.has("publisher-place"):
        return "publisher-place", STRUCTURE
    return ("", 0.0) if publisher else ("publisher", STRUCTURE if is_publisher(draft, words) else GUESS)


def _where_it_happened(draft: Draft, words: str) -> str:
    """The variable of the city of a conference or of a talk, and of the station that sent one; "" for other words."""
    if {"conference", "interview"} & draft.cues and is_place(words):
        return "event-place"
    talk = "interview" in draft.cues and not draft.has("title")
    return "publisher" if talk and BROADCASTERS & {*words.casefold().split()} else ""


def _periodical(words: str) -> bool:
    return bool({word.casefold().strip(",") for word in words.split()} & (PERIODICAL_WORDS | NEWSPAPER_WORDS))


def _in_periodical(draft: Draft, words: str) -> bool:
    """True if a bare title with this part behind it is an article: a day, an issue, an address say so."""
    if draft.has("publisher"):
        return False
    if ("periodical" in draft.cues and draft.has("volume")) or _behind_dated_title(draft):
        return True
    if is_publisher(draft, words) and not _periodical(words):
        return False
    issued = draft.issued
    day = issued is not None and bool(issued.parts) and len(issued.parts[0]) == 3
    if {"periodical", "newspaper", "at-page"} & draft.cues or (day and "italic" not in draft.cues):
        return True
    return (
        bool({"url", "web", "doi"} & draft.cues) and not draft.has("ISBN", "edition") and "italic" not in draft.cues
    ) or (_periodical(words) and "italic" not in draft.cues)


def _behind_dated_title(draft: Draft) -> bool:
    """True for "Roe, J. (2007). A day. Lantern, 12–19": of a book no run of pages is given in a list."""
    issued, title, page = draft.first("issued"), draft.first("title"), draft.first("page")
    if issued is None or title is None or page is None or {"in", "imprint"} & draft.cues:
        return False
    return issued.cover.end <= title.span.start and "-" in str(page.value).replace("–", "-")


def _is_pair(draft: Draft, first: str, second: str) -> bool:
    """True for "Oxford, Clarendon Press": a place before its publisher."""
    return is_publisher(draft, second) and not is_publisher(draft, first)
