"""A citation by author and page whose author the list does not have.

## What it finds

In an essay that cites by author and page ("Roe 12"), where nearly all names in such citations are in the list of works
cited: one that is nowhere in it, and a short title beside a listed author ("Roe, *Wicks* 12") that no listed work has.

## Why it matters

The reader finds no such work in the list. The work was left out, or the name was mistyped.

## Example

    Light is borrowed (Roe 12). It burns (Doe 3). Oil is dear (Poe 4). Glass is not (Noe 5). So it goes (Loe 14).

    ## Works Cited

    Doe, John. *Wicks and Oil*. Example Press, 2010.

    Noe, Bo. *Glass*. Example Press, 2012.

    Poe, Ann. *The Wick*. Example Press, 2011.

    Roe, Jane. *Borrowed Light*. Example Press, 2009.

## Instead

    Light is borrowed (Roe 12). It burns (Doe 3). Oil is dear (Poe 4). Glass is not (Noe 5). So it goes (Roe 14).

    ## Works Cited

    Doe, John. *Wicks and Oil*. Example Press, 2010.

    Noe, Bo. *Glass*. Example Press, 2012.

    Poe, Ann. *The Wick*. Example Press, 2011.

    Roe, Jane. *Borrowed Light*. Example Press, 2009.

## How it is fixed

By hand: add the work to the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from anora_bib import language
from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.listed import Listed
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Place, Records
from anora_bib.model.essay.passages import without_markup
from anora_bib.text.characters import fold, without_particles
from anora_bib.text.spans import Span

_NAME: Final = r"(?:(?:[a-z]{1,4} ){0,2}[^\W\d_a-z][\w\u2019'-]{1,30})"
_PAGE: Final = r"(?:pp?\. ?)?\d{1,4}(?: ?[\u2013-] ?\d{1,4})?(?:, \d{1,4}(?: ?[\u2013-] ?\d{1,4})?){0,3}"
_ITEM: Final = re.compile(
    rf"(?:(?i:{language.pattern(language.signals('see', 'compare'))}),? )?"
    rf"(?P<name>{_NAME})(?:(?:, {_NAME}){{0,2}},? (?:and|&|y|et|und|e) {_NAME}| et al\.?)?"
    rf"(?:,? [*_\"\u201c\u2018](?P<title>[^*_\"\u201c\u201d\u2019()]{{3,60}}?),?[*_\"\u201d\u2019]{{1,2}})?,? {_PAGE}"
)
_PARENTHESIS: Final = re.compile(r"\((?P<items>[^()\n]{4,160}(?:\n[^()\n]{2,100})?)\)")
_YEAR: Final = re.compile(r"(?<!p\. )(?<!\d)(?:1[2-9]|20)\d\d(?!\d)")
_FEWEST: Final = 3
"""Authors who are cited so and listed, by which one sees that the essay cites so."""
_SHARE: Final = 0.75


class _Cited(NamedTuple):
    """A name before a page, with the short title beside it, and where they stand."""

    name: str
    title: str
    span: Span


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for the first citation of each author, or title, that the list does not have."""
    if not apparatus.works_cited:
        return
    listed = apparatus.derived(Listed)
    cited: dict[tuple[str, str], _Cited] = {}
    for one in _cited(apparatus):
        cited.setdefault((one.name, one.title), one)
    names = {one.name for one in cited.values()}
    known = {name for name in names if listed.knows(without_particles(name))}
    pages = {cite.reference for made in apparatus.citations if made.place is Place.PARENTHESIS for cite in made.cites}
    agree = max(len(known), len(pages))
    if agree < _FEWEST or len(names) - len(known) > (1 - _SHARE) * (agree + len(names) - len(known)):
        return
    for one in cited.values():
        if one.name not in known:
            yield Finding(one.span, f"{quoted(one.span.of(apparatus.essay.text))} is cited, and not listed")
        elif one.title and not listed.has_title(without_particles(one.name), one.title):
            message = f"{quoted(one.title)} is cited as a title of {one.name}, and no work listed by that name has it"
            yield Finding(one.span, message)


def _cited(apparatus: Apparatus) -> Iterator[_Cited]:
    """The items of parentheses that are names and pages, and nothing else."""
    text = apparatus.derived(without_markup)
    for passage in apparatus.body:
        for parenthesis in _PARENTHESIS.finditer(text, passage.start, passage.end):
            at = parenthesis.start("items")
            items = parenthesis["items"].split(";")
            for item in items:
                match = _ITEM.fullmatch(item.replace("\n", " ").strip())
                start = at + len(item) - len(item.lstrip())
                if match and not (_is_no_name(match["name"]) or _YEAR.search(item) or match["title"] == "et al."):
                    yield _Cited(match["name"], match["title"] or "", Span(start, at + len(item.rstrip())))
                at += len(item) + 1


def _is_no_name(name: str) -> bool:
    """For "May 12", "Figure 3", "Act 2", and for sigla in capitals."""
    word = fold(name)
    return word in language.months() or word in language.locators() or name.isupper() or word in _no_names()


@cache
def _no_names() -> frozenset[str]:
    return frozenset().union(
        *map(language.vocabulary, ("begins_no_name", "volumes", "issues", "same_source", "numbered_things"))
    )


RULE = Rule.documented("W016", "cited-author-not-listed", __doc__, check)
