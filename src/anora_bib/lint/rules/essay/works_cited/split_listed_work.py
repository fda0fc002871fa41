"""An item of the list that goes on in the next one.

## What it finds

A listed work without a stop at its end, where the next item begins with a small letter or with an imprint in
parentheses. With `--pedantic`, or where the rule is selected, also one whose last word ends no reference ("in", "and",
"the") or that ends with a comma; on fresh sites half of these were paragraphs under a list.

## Why it matters

One work is read as two: the first has no year and no publisher, the second another author.

## Example

    The lamp is old (Roe 12).

    ## Works Cited

    Roe, Jane. "The Foundations of Lamps." In

    Doe, John, ed. *A Companion to Lamps*. Example Press, 2002, 99–118.

## Instead

    The lamp is old (Roe 12).

    ## Works Cited

    Roe, Jane. "The Foundations of Lamps." In Doe, John, ed. *A Companion to Lamps*. Example Press, 2002, 99–118.

## How it is fixed

By hand: join the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final

from anora_bib import language
from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, ListedWork, Records

_LAST: Final = re.compile(r"(?P<before>\S)\s(?P<word>[^\W\d_]{1,12})\s{0,4}$|(?P<comma>,)[\s*_\"\u201d]{0,4}$")
_REACH: Final = 24
_SHOWN: Final = 60
_MANY: Final = 3
_SENTENCES: Final = re.compile(r"[^\W\d_]{3}[.?!]\s[^.?!\n]{60}[^.?!\n]{0,400}[^\W\d_]{3}[.?!]\s[A-Z]")
"""Prose: a paragraph that is no item, or a question to the reader."""
_ITEM: Final = re.compile(r"[\s*_\"\u201c\u00ab(\[]{0,4}[^\W\d_a-z]")
"""How an item begins; an address or a place is another cut."""
_OPEN_END: Final = re.compile(r"[\w,]$")
_ADDRESS: Final = re.compile(r"(?:://|www\.|@)\S*$")
_REST: Final = re.compile(
    r"(?P<word>[a-z\u00df-\u00f6\u00f8-\u00ff]{2,30}) [^,]{0,30}[a-z\d]|\([A-Z][^()\n]{3,80}\d{4}\)"
)


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each listed work that breaks off before another item.

    Where many do, it is how the list is set: a title and what is said of it as two items.
    """
    found = list(_split(apparatus))
    certain = sum(not one.doubtful for one in found)
    yield from (one for one in found if one.doubtful or certain < _MANY)


def _split(apparatus: Apparatus) -> Iterator[Finding]:
    for item, following in pairwise(apparatus.works_cited):
        last = _LAST.search(item.text[-_REACH:])
        breaks_off = last and (last["comma"] or last["word"].lower() in _never_last())
        if breaks_off and _ITEM.match(following.text) and not _SENTENCES.search(item.text):
            yield _finding(item, following, doubtful=True)
        elif _OPEN_END.search(item.text) and not _ADDRESS.search(item.text) and _is_rest(following.text):
            yield _finding(item, following, doubtful=False)


def _finding(item: ListedWork, following: ListedWork, *, doubtful: bool) -> Finding:
    message = f"the item goes on in the next one, {quoted(following.text[:_SHOWN])}"
    return Finding(item.span, message, doubtful=doubtful)


def _is_rest(text: str) -> bool:
    """Whether no item begins so: particles and names in small letters ("von Roe", "hooks, bell") may begin one."""
    rest = _REST.match(text)
    return rest is not None and rest["word"] not in language.particles()


@cache
def _never_last() -> frozenset[str]:
    return language.vocabulary("never_last") | language.vocabulary("lead_within")


RULE = Rule.documented("W011", "split-listed-work", __doc__, check)
