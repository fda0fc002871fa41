"""A comma in a reference with no space behind it.

## What it finds

In notes and works cited: a comma or semicolon between two words, before a quotation, an address or the year of an
imprint, with nothing between ("Hull,England", "Review,“Lamps”", "Tide Press,1990)"). The colon or comma between a
parenthesis and the page ("(2023):121") is told where most have a space. Addresses, templates and code are left alone.

## Why it matters

It is a slip; programs take the two words for one.

## Example

    The film took two years.[1]

    ## Notes

    [1] Jane Roe,*A Book of Lamps* (Exampleton,Ohio: Example Press, 1986), 3.

## Instead

    The film took two years.[1]

    ## Notes

    [1] Jane Roe, *A Book of Lamps* (Exampleton, Ohio: Example Press, 1986), 3.

## How it is fixed

A space is put behind the comma. Unsafe: the words may be meant as one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from anora_bib.diagnostics import Applicability, Fix
from anora_bib.lint.rule import Finding, FixAvailability, Rule
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Records
from anora_bib.model.essay.passages import references_as_printed
from anora_bib.model.essay.verbatim import verbatim
from anora_bib.text.spans import Edit, Span

_LATIN: Final = r"[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]"
_CLOSE: Final = re.compile(
    rf"(?<={_LATIN}{{3}})[,;](?={_LATIN}{{3}}|[*_]{{1,3}}{_LATIN}|[*_]{{0,3}}[\u201c\u201e\u00ab]{_LATIN}|<?https?://)"
    rf"|(?<={_LATIN}{{2}}),(?=(?:1[5-9]|20)\d\d\))|(?<=\d\d\d\d\))[:,](?=\d)"
)
_AS_A_RULE: Final = re.compile(r"\d\d\d\d\)[:,](?P<space>\s?)\d")
_MORE: Final = 3
"""How many times as often the other way must stand, to be the way of the essay."""
_ENTITY: Final = re.compile(r"&\w{2,8};$")
_REACH: Final = 10
_AROUND: Final = 24


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each comma or semicolon that touches what follows it; an entity ("&amp;") is none."""
    text = apparatus.essay.text
    places = apparatus.derived(verbatim)
    passages = references_as_printed(apparatus)
    ways = Counter(bool(way["space"]) for passage in passages for way in _AS_A_RULE.finditer(text, *passage))
    spaced = ways[True] >= _MORE * ways[False]
    for passage in passages:
        for match in _CLOSE.finditer(text, passage.start, passage.end):
            around = text[max(passage.start, match.start() - _AROUND) : min(passage.end, match.end() + _AROUND)]
            entity = _ENTITY.search(text[max(passage.start, match.start() - _REACH) : match.end()])
            before_page = text[match.start() - 1] == ")"
            if entity or (before_page and not spaced) or places.hold(Span(*match.span())):
                continue
            fix = Fix("Put a space behind it", (Edit(Span(match.end(), match.end()), " "),), Applicability.UNSAFE)
            yield Finding(
                Span(*match.span()), f"no space stands behind {quoted(match[0])} in {quoted(around)}", (), fix
            )


RULE = Rule.documented("N025", "missing-space", __doc__, check, availability=FixAvailability.ALWAYS)
