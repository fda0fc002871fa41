"""Acts of the European Union: "Regulation (EU) 2016/679 of ... [2016] OJ L 119/1", "Richtlinie 95/46/EG, ABl. L 281".

Sources: OSCOLA, 4th edition, section 2.6.1; the Interinstitutional Style Guide of the Publications Office, section 2.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib import language
from anora_bib.model import Date, Field
from anora_bib.parser.draft import EXPLICIT, STRUCTURE, trim
from anora_bib.parser.rules.numbers.dates import find_dates
from anora_bib.text.characters import collapse
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

Act = tuple[Span, dict[str, Field]]
"""Where an act is cited, and its fields."""

_TREATY: Final = "(?:EU|EC|EEC|Euratom|UE|CE|CEE|EG|EWG|JHA|JAI)"
_YEAR: Final = r"(?:19|20)\d\d"
_ACT: Final = lazy(
    rf"(?:(?:Council|Commission|Implementing|Delegated|Framework)\s){{0,3}}"
    rf"(?:{language.pattern(language.capitalized('union_acts'))})\s"
    rf"(?P<before>\({_TREATY}(?:,\s?{_TREATY})?\)\s)?(?:N[or]\.?\s|n[.°º]\s)?\d{{1,4}}/\d{{1,4}}(?P<behind>/{_TREATY})?(?![\w/])"
)
_JOURNAL: Final = lazy(
    rf"(?:,?\s\[(?P<issued>{_YEAR})\]|[,;(]{{0,2}})\s?(?P<container>OJ|ABl\.?(?:\s(?:EU|EG))?|JO(?:UE|CE)?|GU(?:UE|CE)?|DO(?:UE|CE)?|PB)"
    rf"\s(?:(?P<year>{_YEAR}),?\s)?(?:N[or]\.?\s|n[.°º]\s)?(?P<volume>[LC]\s?\d{{1,4}})"
    r"(?:/(?P<first>\d{1,5})|(?:,|\s(?:vom|du|del|of|van))?\s\(?(?P<day>\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d))\)?"
    r"(?:,?\s(?:pp?\.|S\.|págs?\.|blz\.)\s?(?P<page>\d{1,5}(?:\s?[-–]\s?\d{1,5})?))?)?"
)
_LONGEST_TITLE: Final = 600
_HEAD: Final = lazy(r"[\s\d.:\[\]^()]{0,16}\Z")
_ARTICLE: Final = lazy(
    rf",\s(?:{language.pattern(language.locator_words('article'))})\.?\s(?P<locator>\d{{1,3}}[a-z]?(?:\(\d{{1,3}}\)){{0,2}})",
    re.IGNORECASE,
)


def find_acts(text: str) -> Iterator[Act]:
    """The acts that a text cites: with the place in the Official Journal, or alone at its head."""
    done = 0
    for act in _ACT.finditer(text):
        if act.start() < done:
            continue
        limit = min(len(text), act.end() + _LONGEST_TITLE)
        journal = _JOURNAL.search(text, act.end(), limit)
        if journal and ";" not in text[act.end() : journal.start()]:
            title, end = trim(text, act.start(), journal.start()), journal.end()
            fields = _fields(journal)
        elif (act["before"] or act["behind"]) and _HEAD.match(text, 0, act.start()) and len(text) <= limit:
            article = _ARTICLE.search(text, act.end())
            title = trim(text, act.start(), article.start() if article else len(text))
            end, fields = title.end, {}
        else:
            continue
        if article := _ARTICLE.match(text, end):
            fields["locator"] = Field(article["locator"], Span(*article.span("locator")), EXPLICIT)
            end = article.end()
        yield Span(act.start(), end), {"title": Field(collapse(title.of(text)), title, STRUCTURE), **fields}
        done = end


_VARIABLES: Final = {"container": "container-title", "year": "issued", "day": "issued", "first": "page"}


def _fields(journal: re.Match[str]) -> dict[str, Field]:
    """The Official Journal, its series with its number, the day, and the page on which the act begins."""
    fields: dict[str, Field] = {}
    for group, words in journal.groupdict().items():
        if not words:
            continue
        value: Date | str = collapse(words)
        if _VARIABLES.get(group, group) == "issued":
            dates = find_dates(words)
            if not dates:
                continue
            value = dates[0].date
        fields[_VARIABLES.get(group, group)] = Field(value, Span(*journal.span(group)), EXPLICIT)
    return fields
