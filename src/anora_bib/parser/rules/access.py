"""Dates that a word introduces: when a page was looked at or archived, when a work first came out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from anora_bib.model.values.csl import ARCHIVED
from anora_bib.parser.draft import EXPLICIT, Draft, Explanation, asked_where, explained
from anora_bib.parser.rules.dates import find_dates
from anora_bib.parser.text.signs import AnyOf, signed
from anora_bib.text.spans import Span

_LEADS = ("last", "date", "first", "web", "online")
_VERBS = ("accessed", "retrieved", "viewed", "visited", "consulted", "checked")
_ACCESSED = signed(
    rf"[(\[,;]?\s{{0,24}}\b(?:(?:{'|'.join(_LEADS)})?\s?(?:{'|'.join(_VERBS)})"
    r"|access(?:ed)? date|accessed)\b(?: (?:on|at|date))?[:,]?\s*",
    re.IGNORECASE,
    words=(f"{lead}{verb}" for lead in ("", *_LEADS) for verb in ("access", *_VERBS)),
)
_ARCHIVED = signed(
    r"[(\[,;]?\s{0,24}\barchived(?:\s+(?:\(?PDF\)?\s+)?from (?:the )?original)?(?:\s+\(?PDF\)?)?"
    r"(?:\s+(?:at|by|via)\s+[^.,;\d]{2,40}?)?(?:\s+on)?[:,]?\s*", re.IGNORECASE, parts=["archived"]
)  # fmt: skip
_ORIGINAL = signed(
    r"[(\[,;]?\s{0,24}\b(?:original(?:ly)?(?: work)? (?:published|released|performed|broadcast)|first published"
    r"|orig\. pub\.|erstmals erschienen|(?:première|1re) (?:édition|publication))(?: in)?:?\s+(?=\d{4}\b)",
    re.IGNORECASE,
    words="original originally first orig erstmals première re",
)
_WEB_DATE = signed(r"\bWeb\.\s*(?=\d{1,2} [A-Z])", words="web")
_WORDS = (
    (ARCHIVED, _ARCHIVED), ("accessed", _ACCESSED), ("accessed", _WEB_DATE), ("original-date", _ORIGINAL)
)  # fmt: skip
_ANY = AnyOf(*(pattern for _, pattern in _WORDS))
_REACH = 40
"""Characters between the word and the end of its date: "Retrieved on Saturday, September 21, 2024"."""


@asked_where(_ANY)
def find_access(draft: Draft) -> Iterable[Explanation]:
    """``accessed``, ``archived`` and ``original-date``, each from its word and the date that follows it."""
    for variable, pattern in _WORDS:
        for match in pattern.finditer(draft.rest, draft.seen):
            dates = find_dates(draft.rest, match.end(), min(len(draft.rest), match.end() + _REACH), draft.seen)
            near = [item for item in dates if item.span.start - match.end() <= 12]
            if not near:
                if variable == ARCHIVED and "original" in match.group().casefold():
                    yield explained(*match.span())
                continue
            span = near[0].span
            end = span.end
            if end < len(draft.rest) and draft.rest[end] in ")]" and draft.rest[match.start()] in "([":
                end += 1
            yield Explanation(
                variable,
                near[0].date,
                span,
                Span(match.start(), end),
                EXPLICIT,
                "" if variable == "original-date" else "web",
            )
