"""A citation by author and year that departs from the list, where all others agree with it.

## What it finds

In an essay whose citations ("Roe 2009, 12") are nearly all of listed works: a citation whose author is listed with
other years only, or is spelt otherwise in the list, or is not listed at all. Each is told once.

## Why it matters

The reader finds no such work in the list, or another one. Most often a year or a name was mistyped.

## Example

    Light is borrowed (Roe 2009, 12). It burns (Doe 2010, 3). Oil is dear (Poe 2011, 4). Glass is not (Noe 2012, 5).
    Wicks are (Loe 2013, 6). It is old (Roe 2008, 14).

    ## Works Cited

    Doe, John. *Wicks and Oil*. Example Press, 2010.

    Loe, Di. *Light*. Example Press, 2013.

    Noe, Bo. *Glass*. Example Press, 2012.

    Poe, Ann. *The Wick*. Example Press, 2011.

    Roe, Jane. *Borrowed Light*. Example Press, 2009.

## Instead

    Light is borrowed (Roe 2009, 12). It burns (Doe 2010, 3). Oil is dear (Poe 2011, 4). Glass is not (Noe 2012, 5).
    Wicks are (Loe 2013, 6). It is old (Roe 2009, 14).

    ## Works Cited

    Doe, John. *Wicks and Oil*. Example Press, 2010.

    Loe, Di. *Light*. Example Press, 2013.

    Noe, Bo. *Glass*. Example Press, 2012.

    Poe, Ann. *The Wick*. Example Press, 2011.

    Roe, Jane. *Borrowed Light*. Example Press, 2009.

## How it is fixed

By hand: only the author knows which work was meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from anora_bib import language
from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.listed import Listed
from anora_bib.lint.rules.shared.spellings import is_slip
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Records
from anora_bib.model.essay.printed_cites import PrintedCite
from anora_bib.text.characters import fold, without_particles

_FEWEST: Final = 5
"""Citations that agree with the list, by which one sees that the essay cites so."""
_SHARE: Final = 0.67
_CUSTOM: Final = 2
_INITIALS: Final = 4
_DIGITS: Final = 4


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each citation of its kind that the list does not bear out."""
    yield from apparatus.derived(astray)


def astray(apparatus: Apparatus) -> list[Finding]:
    """What the rule finds; ask for it with ``apparatus.derived``, since the rule on works not listed asks as well."""
    if not apparatus.works_cited:
        return []
    listed = apparatus.derived(Listed)
    cited: dict[tuple[str, str], PrintedCite] = {}
    for cite in apparatus.printed_cites:
        if not cite.taken and _is_name(cite):
            cited.setdefault((cite.names[0], cite.year[:_DIGITS]), cite)
    lost = {
        key: cite for key, cite in cited.items() if not any(listed.may_have(form, key[1]) for form in _forms(key[0]))
    }
    agree = len(cited) - len(lost)
    if agree < _FEWEST or agree < _SHARE * len(cited):
        return []
    customary = sum(not cite.place for key, cite in cited.items() if key not in lost) >= _CUSTOM
    found = (_finding(apparatus, listed, cite, customary=customary) for cite in lost.values())
    return [finding for finding in found if finding]


def _is_name(cite: PrintedCite) -> bool:
    """False for "En 1962", for "TMA 1986", an object of a museum, and for "Example University Press 1989"."""
    name = cite.names[0]
    if name.isupper() and len(name) <= _INITIALS:
        return False
    return fold(name) not in _no_names() and (cite.place is not None or " " not in without_particles(name))


@cache
def _no_names() -> frozenset[str]:
    return language.vocabulary("begins_no_name") | frozenset(language.months())


def _forms(name: str) -> tuple[str, str]:
    """The name without particles, and its last word, the family name where a given name is printed as well."""
    return without_particles(name), name.rsplit(maxsplit=1)[-1]


def _finding(apparatus: Apparatus, listed: Listed, cite: PrintedCite, *, customary: bool) -> Finding | None:
    """``customary`` is true where the essay cites listed works without a place in them."""
    name, year = cite.names[0], cite.year[:_DIGITS]
    cited = quoted(f"{name} {year}")
    years = next(filter(None, map(listed.years, _forms(name))), [])
    if years:
        return Finding(cite.span, f"{cited} is cited, and what is listed with that name is of {' or '.join(years)}")
    key = fold(name)
    near = sorted(word for word in listed.words_of(year) if is_slip(key, word))
    if near:
        return Finding(cite.span, f"{cited} is cited, and the list has {quoted(near[0].capitalize())} with that year")
    if cite.place or cite.et_al or (customary and _is_sure(cite, cite.span.of(apparatus.essay.text))):
        return Finding(cite.span, f"{cited} is cited and not listed, where all but a few are")
    return None


def _is_sure(cite: PrintedCite, printed: str) -> bool:
    """False for "France 2019", which may tell where a work was shown, and for the imprint "Paris, Seuil, 2003"."""
    name = cite.names[0]
    return f"{name}, {cite.year}" in printed if len(cite.names) == 1 else f"{name}," not in printed


RULE = Rule.documented("W008", "citation-astray", __doc__, check)
