"""Those who made a film, an episode or a podcast, each with a part in brackets, at the head of a reference.

As the APA's manual prints them (7th edition, 10.12): "Roe, J. (Writer), & Doe, A. (Director). (2005). ...". One alone
is read with the other names at the head.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from anora_bib import language
from anora_bib.model import Name
from anora_bib.parser.draft import EXPLICIT, HOLE, Draft, Explanation, asked_where, explained
from anora_bib.parser.normalise.names import names as normalised
from anora_bib.parser.rules.people.heads import head_start
from anora_bib.parser.text.signs import AnyOf, signed, words_in
from anora_bib.text.spans import Span

_MAKER: Final = re.compile(
    rf"(?P<names>[^()\[\]{HOLE}]{{3,200}}?),?\s[(\[](?P<parts>[A-Z][^()\[\]\d{HOLE}]{{2,50}})[)\]]"
)
_JOINT: Final = re.compile(r"\s?[,;]?\s?(?:(?:&|and|und|et|y|e)\s|(?<=[,;]\s))")
_END: Final = re.compile(r"\s?[.,:]?\s?")
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_SIGN: Final = signed(
    rf"(?<!\w)(?:{language.pattern(language.roles())})(?!\w)", re.IGNORECASE, words=words_in(*language.roles())
)
_EXECUTIVE: Final = "executive"
_MOST: Final = 12
"""Makers that are read; lists of credits are shorter."""


@asked_where(AnyOf(_SIGN))
def find_makers(draft: Draft) -> Iterable[Explanation]:
    """The names of each part that is told in brackets, where several are; of one alone with several parts as well."""
    found = list(_makers(draft, head_start(draft)))
    if len(found) < 2 and not (found and len(_parts(found[0]["parts"])) > 1):
        return
    people: dict[str, list[Name]] = {}
    spans: dict[str, Span] = {}
    for match in found:
        names = normalised(match["names"], draft.records)
        for part in _parts(match["parts"]):
            people.setdefault(part, []).extend(names)
            spans.setdefault(part, Span(*match.span("names")))
    for part, named in people.items():
        yield Explanation(part, tuple(named), spans[part], spans[part], EXPLICIT, "film" if part == "director" else "")
    end = _END.match(draft.rest, found[-1].end())
    yield explained(found[0].start(), end.end() if end else found[-1].end(), "head")


def _makers(draft: Draft, start: int) -> Iterator[re.Match[str]]:
    """Names with a part behind them, one after the other from ``start``."""
    for _ in range(_MOST):
        match = _MAKER.match(draft.rest, start)
        if match is None or not _parts(match["parts"]):
            return
        yield match
        joint = _JOINT.match(draft.rest, match.end())
        if joint is None or joint.end() == match.end():
            return
        start = joint.end()


def _parts(printed: str) -> list[str]:
    """The variables of the parts that are told: "Screenwriter/Director", "Writer & Host", "Executive Producers"."""
    words = [word.casefold() for word in _WORD.findall(printed)]
    parts = [part for word in words if (part := language.roles().get(word))]
    if _EXECUTIVE in words:
        parts = ["executive-producer" if part == "producer" else part for part in parts]
    return list(dict.fromkeys(parts))
