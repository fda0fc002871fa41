"""A name that stands as one word, and elsewhere as two.

## What it finds

A name with a capital inside ("LampCraft") that the notes, the list or the running text also has as two words ("Lamp
Craft"). The rarer way is told, once. Quotations are left alone, since they may spell as their source does.

## Why it matters

Programs count two journals or houses, and a search for the one does not find the other.

## Example

    LampCraft was the first to say so.[1] Others followed LampCraft.

    ## Notes

    [1] Jane Roe, "Oil," Lamp Craft, January 1, 2017.

## Instead

    LampCraft was the first to say so.[1] Others followed LampCraft.

    ## Notes

    [1] Jane Roe, "Oil," LampCraft, January 1, 2017.

## How it is fixed

By hand: the outlet itself says how it is called.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Records
from anora_bib.model.essay.passages import references_as_printed, without_markup
from anora_bib.model.essay.verbatim import verbatim
from anora_bib.text.spans import Span

_PART: Final = r"[A-Z][a-z]{2,20}"
_JOINED: Final = re.compile(rf"(?<![\w@#/.-])(?P<first>{_PART})(?P<second>{_PART})(?![\w@/-]|\.\w|\()")
_RARE: Final = 2
"""Times beyond which a spelling is taken as meant."""


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each name that stands both ways, at the first place of the rarer."""
    text = apparatus.derived(without_markup)
    passages = sorted({*apparatus.body, *references_as_printed(apparatus)})
    joined: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for passage in passages:
        for match in _JOINED.finditer(text, passage.start, passage.end):
            if _is_said(apparatus, Span(*match.span())):
                joined[match["first"], match["second"]].append(Span(*match.span()))
    for parts, together in joined.items():
        pattern = re.compile(rf"(?<![\w@#/.&-])(?<!\w ){parts[0]}\s{parts[1]}(?![\w@/-])(?!\s[A-Z&])")
        found = (match for passage in passages for match in pattern.finditer(text, passage.start, passage.end))
        apart = [Span(*match.span()) for match in found if _is_said(apparatus, Span(*match.span()))]
        if apart:
            rare, usual = sorted((apart, together), key=len)
            if len(rare) <= _RARE:
                here, there = rare[0].of(text), usual[0].of(text)
                line = apparatus.essay.line(usual[0])
                yield Finding(rare[0], f"{quoted(here)} is spelt {quoted(there)} in line {line}")


def _is_said(apparatus: Apparatus, place: Span) -> bool:
    return not apparatus.prose.is_quoted(place.start) and not apparatus.derived(verbatim).hold(place)


RULE = Rule.documented("W017", "name-joined-and-apart", __doc__, check)
