"""A parenthesis in a reference that nothing opens or closes.

## What it finds

In a note or listed work a round bracket without its partner. One behind a number or letter that counts what follows,
"a)", needs none.

## Why it matters

One sign was lost in typing, and with it which words belong together: programs read place and year as part of the title.

## Example

    The film took two years.[1]

    ## Notes

    [1] Jane Roe, *A Book of Lamps* (Exampleton: Example Press, 2009, 12.

## Instead

    The film took two years.[1]

    ## Notes

    [1] Jane Roe, *A Book of Lamps* (Exampleton: Example Press, 2009), 12.

## How it is fixed

By hand: only the author knows which words belong together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Records
from anora_bib.model.essay.passages import references_as_printed, without_markup
from anora_bib.text.spans import Span

_BRACKET: Final = re.compile(r"[()]")
_ITEM: Final = re.compile(r"(?:^|[\s(;,.:*_])(?:[^\W\d_]|[ivxlc]{1,5}|\d{1,3})[\\*_]{0,3}$")
"""What counts what follows, before the bracket."""
_FACE: Final = re.compile(r"[:;]-?$")
_TARGET: Final = re.compile(r"\]\([^()\s]{0,300}\)")
"""The address of a link in Markdown."""
_RESIDUE: Final = re.compile(r"[{}]|\]\s?\(|\(\s{0,4}[).]")
"""What was left of templates and links, and brackets that held nothing but an address."""
_LONGEST: Final = 3000
_AROUND: Final = 30


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for the first bracket of each reference that has no partner."""
    text = apparatus.derived(without_markup)
    for passage in references_as_printed(apparatus):
        words = _TARGET.sub(lambda target: "]" + " " * (len(target[0]) - 1), passage.of(text))
        if len(words) > _LONGEST or words.count("(") == words.count(")") or _RESIDUE.search(words):
            continue
        place = _alone(words)
        if place is not None:
            at = passage.start + place
            start = max(passage.start, text.rfind(" ", passage.start, max(passage.start, at - _AROUND)) + 1)
            end = text.find(" ", min(passage.end, at + _AROUND), passage.end)
            around = text[start : end if end > 0 else passage.end]
            verb = "closes" if words[place] == "(" else "opens"
            yield Finding(Span(at, at + 1), f"nothing {verb} the parenthesis in {quoted(around)}")


def _alone(words: str) -> int | None:
    """Where the first bracket without a partner is."""
    opened: list[int] = []
    for match in _BRACKET.finditer(words):
        at = match.start()
        before = words[max(0, at - 8) : at]
        if match[0] == "(":
            opened.append(at)
        elif opened:
            opened.pop()
        elif not _ITEM.search(before) and not _FACE.search(before):
            return at
    return opened[0] if opened else None


RULE = Rule.documented("N014", "unpaired-parenthesis", __doc__, check)
