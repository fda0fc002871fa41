"""Words that say outright what a work is: "Film.", "[Podcast]", "working paper", "tweet"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from anora_bib.parser.draft import EXPLICIT, HOLE, Draft, Found, explained
from anora_bib.parser.text.signs import signed
from anora_bib.spans import Span

# (words, variable or "", cue). As a part of their own only: between stops, commas or brackets.
_KINDS: Final = (
    (
        r"film|motion picture|movie|feature film|documentary(?: film)?|short film|DVD|blu-?ray(?: disc)?|VHS",
        "medium",
        "film",
    ),
    (
        r"TV series|television series|television|TV broadcast|broadcast|TV episode|radio(?: broadcast)?",
        "medium",
        "broadcast",
    ),
    (r"(?:audio )?podcast(?: episode| audio)?|audio podcast", "medium", "audio"),
    (r"album|song|vinyl|LP|single|MP3|compact disc|CD|audio recording|music video", "medium", "song"),
    (
        r"tweet|twitter post|facebook post|instagram post|post|instagram|thread|toot|reddit post|comment",
        "genre",
        "post",
    ),
    (r"blog(?: post)?|weblog", "genre", "weblog"),
    (r"video|online video|youtube video|streaming video", "medium", "video"),
    (r"print|paperback|hardcover|e-?book|kindle(?: edition)?|kindle ed\.", "medium", "print"),
    (r"web|online|pdf", "", "online"),
    (r"painting|sculpture|photograph|drawing|illustration|poster|map", "genre", "object"),
    (r"personal interview|telephone interview|interview|email interview", "genre", "interview"),
    (r"lecture|keynote(?: address)?|speech|conference presentation|paper presentation|talk", "genre", "speech"),
    (r"working paper|white paper|technical report|research report|policy brief|fact sheet", "genre", "report"),
    (r"press release|manuscript|unpublished manuscript|letter|personal communication|email", "genre", "document"),
    (r"data ?set", "genre", "dataset"),
    (r"computer software|software|video game", "genre", "software"),
)
_FORM: Final = signed(
    rf"(?:[.,;:{HOLE}]\s?|[(\[])(?:{'|'.join(f'(?P<k{n}>{words})' for n, (words, _, _) in enumerate(_KINDS))})"
    rf"(?=\s*(?:[.,;:)\]{HOLE}]|$))",
    rf"[.,;:(\[{HOLE}]\s?(?:{'|'.join(words.lower() for words, _, _ in _KINDS)})",
    re.IGNORECASE,
)
"""All of them at once, each in a group of its own, behind the sign that closes the part before."""
_REPORT_NUMBER = signed(
    r"\b(?P<genre>(?:(?:technical|research|working|discussion|policy|NBER working) )?(?:report|paper|brief"
    r"|memorandum|bulletin))"
    r",? (?:no\.?|number|#) ?(?P<number>[A-Z]{0,6}[- ]?\d[\w/-]{0,20})",
    "report|paper|brief|memorandum|bulletin",
    re.IGNORECASE,
)
_EVENT = signed(
    r"\b(?:paper |lecture |talk |keynote |poster )?(?:presented|delivered|given) at "
    r"(?:the )?(?P<event>[^.,;()\0]{4,140})",
    "(?:presented|delivered|given) at ",
    re.IGNORECASE,
)
_CONFERENCE = signed(
    r"\b(?:proceedings of|proc\. of|conference on|symposium on|workshop on)\b",
    r"proceedings|proc\.|conference|symposium|workshop",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"[(\[]?(?<![\w./])@[A-Za-z0-9_]{2,30}\b[)\]]?")


def find_kinds(draft: Draft) -> Iterable[Found]:
    """What the reference calls the work."""
    for match in _REPORT_NUMBER.finditer(draft.rest, draft.lowered):
        yield draft.string("genre", *match.span("genre"), EXPLICIT, cue="report")
        yield draft.string("number", *match.span("number"), EXPLICIT)
        yield explained(*match.span())
    yield from _called(draft)
    if named := _EVENT.search(draft.rest, draft.lowered):
        event = draft.string("event-title", *named.span("event"), EXPLICIT, cue="conference")
        yield replace(event, cover=Span(*named.span()))
    if gathering := _CONFERENCE.search(draft.text, draft.text.lower()):
        yield explained(gathering.start(), gathering.start(), "conference")
    for match in _HANDLE.finditer(draft.rest) if "@" in draft.rest else ():
        yield explained(*match.span(), "post")


def _called(draft: Draft) -> Iterable[Found]:
    """The words of :data:`_KINDS`."""
    first = len(draft.rest) - len(draft.rest.lstrip(" \0.,;:(["))
    called = [
        (int(match.lastgroup[1:]), match) for match in _FORM.finditer(draft.rest, draft.lowered) if match.lastgroup
    ]
    for number, match in sorted(called, key=lambda found: found[0]):
        start, end = match.span(f"k{number}")
        if start <= first:
            continue  # The first words are a title, whatever they say.
        _, variable, cue = _KINDS[number]
        yield draft.string(variable, start, end, EXPLICIT, cue=cue) if variable else explained(start, end, cue)
