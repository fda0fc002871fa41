"""A citation by author and year that departs from the list, where all others agree with it.

## What it finds

In an essay whose citations ("Roe 2009, 12") are nearly all of listed works: a citation whose author is listed with
other years only, or is spelt otherwise in the list, or is not listed at all. Each is told once. So is a year with a
letter ("2009b") that the list does not have, and one without where the list has several.

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

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from anora_bib import language
from anora_bib.language import saying
from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.listed import Listed
from anora_bib.lint.rules.shared.spellings import is_slip
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Place, Records
from anora_bib.model.essay.pieces import ShortForm
from anora_bib.model.essay.printed_cites import PrintedCite
from anora_bib.text.characters import fold, join_names, without_particles
from anora_bib.text.spans import Span

_FEWEST: Final = 2
"""Citations that agree with the list, by which one sees that the essay cites so."""
_SHARE: Final = 0.66
_CUSTOM: Final = 2
_INITIALS: Final = 4
_DIGITS: Final = 4
_OWN: Final = re.compile(
    r"(?P<name>[^\W\d_a-z](?<![\w*_].)[^\W\d_]{2,30}(?:-[^\W\d_]{2,30})?)"
    r"(?:(?:['\u2019]s|(?<=s)['\u2019]) \((?P<year>(?:1[89]|20)\d\d[a-h]?)\)"
    r"| \((?P<lettered>(?:1[89]|20)\d\d[a-h])\))"
)
"""What is somebody's, "Roe's (2009) view", and a year with a letter."""
_SAID: Final = re.compile(r"\s(?:\w{2,12}ly )?([^\W\d_]{2,24})\b")


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each citation of its kind that the list does not bear out."""
    yield from apparatus.derived(astray)


def astray(apparatus: Apparatus) -> list[Finding]:
    """What the rule finds; ask for it with ``apparatus.derived``, since the rule on works not listed asks as well."""
    if not apparatus.works_cited:
        return []
    listed = apparatus.derived(Listed)
    cited: dict[tuple[str, str], PrintedCite] = {}
    narrative = list(_narrative(apparatus))
    for cite in (*apparatus.printed_cites, *narrative):
        if not cite.taken and _is_name(cite) and not _is_imprint(apparatus, cite):
            cited.setdefault((cite.names[0], cite.year), cite)
    lost = {
        key: cite
        for key, cite in cited.items()
        if not any(listed.may_have(form, cite.year[:_DIGITS]) for form in _forms(key[0]))
    }
    agree = len(cited) - len(lost)
    # With another year, the list is still seen to be that of the essay.
    of_listed = sum(any(map(listed.years, _forms(name))) for name, _ in lost)
    if agree < _FEWEST or agree + of_listed < _SHARE * len(cited):
        return []
    customary = sum(not cite.place for key, cite in cited.items() if key not in lost) >= _CUSTOM
    sure = {cite.span for cite in narrative}
    once: dict[tuple[str, str], PrintedCite] = {}
    for (name, year), cite in lost.items():
        once.setdefault((name, year[:_DIGITS]), cite)
    found = [_finding(apparatus, listed, cite, customary=customary, sure=cite.span in sure) for cite in once.values()]
    found += [_of_letters(listed, cite) for key, cite in cited.items() if key not in lost]
    return [finding for finding in found if finding]


def _of_letters(listed: Listed, cite: PrintedCite) -> Finding | None:
    """For "Roe 2009b" where the list has no such letter, and "Roe 2009" where it has 2009a and 2009b."""
    year, letter = cite.year[:_DIGITS], cite.year[_DIGITS:]
    letters = next(filter(None, (listed.letters(form, year) for form in _forms(cite.names[0]))), [])
    if letter in letters or len(letters) < 1 + (not letter) or (letters == [""] and len(cite.names) > 1):
        return None
    cited = quoted(f"{cite.names[0]} {cite.year}")
    have = join_names([f"{year}{one}" for one in letters if one] or [f"{year} without a letter"])
    return Finding(cite.span, f"{cited} is cited, and what is listed with that name is {have}")


def _narrative(apparatus: Apparatus) -> Iterator[PrintedCite]:
    """Those without a page whose names stand before the year, where the words tell that a source is meant.

    They do in "Roe's (2009) view", "Roe (2009) argues", "Roe and Doe (2009)"; "Harbour (2009)" may be a film.
    """
    text = apparatus.essay.text
    for passage in apparatus.body:
        for match in _OWN.finditer(text, passage.start, passage.end):
            yield PrintedCite(span=Span(*match.span()), names=(match["name"],), year=match["year"] or match["lettered"])
    for made in apparatus.unresolved:
        form = made.form
        if made.place is not Place.PARENTHESIS or not isinstance(form, ShortForm) or form.locator or not form.year:
            continue
        opening = text.rfind("(", made.span.start, made.span.end)
        named = text[made.span.start : opening].rstrip() if opening > made.span.start else ""
        several = len(form.names) > 1 or text[made.span.start - 1] in "/&" or named.endswith("et al.")
        said = _SAID.match(text, made.span.end)
        if named and (several or (said and said[1] in _saying())):
            names = tuple(name.family for name in form.names)
            yield PrintedCite(span=made.span, names=names, year=form.year)


def _is_name(cite: PrintedCite) -> bool:
    """False for "En 1962", for "TMA 1986", an object of a museum, and for "Example University Press 1989"."""
    name = cite.names[0]
    if name.isupper() and len(name) <= _INITIALS:
        return False
    return fold(name) not in _no_names() and (cite.place is not None or " " not in without_particles(name))


def _is_imprint(apparatus: Apparatus, cite: PrintedCite) -> bool:
    """Whether it is a place and a year behind a title in a note, "*Lamps*, vol. 2 (London, 2004)", not an author.

    No author either is the number of an object: "Harbour Museum 15136".
    """
    if re.search(rf"{cite.year[:_DIGITS]}\d", cite.span.of(apparatus.essay.text)):
        return True
    note = next((note.span for note in apparatus.notes if note.span.contains(cite.span)), None)
    titles = (emphasis.span for emphasis in apparatus.essay.emphases)
    return note is not None and any(note.start <= title.start and title.end <= cite.span.start for title in titles)


@cache
def _saying() -> frozenset[str]:
    """Verbs that an author may be the subject of."""
    return frozenset().union(*map(saying.verbs, ("claims", "speech", "thought", "studies")))


@cache
def _no_names() -> frozenset[str]:
    return language.vocabulary("begins_no_name") | frozenset(language.months())


def _forms(name: str) -> tuple[str, str]:
    """The name without particles, and its last word, the family name where a given name is printed as well."""
    return without_particles(name), name.rsplit(maxsplit=1)[-1]


def _finding(apparatus: Apparatus, listed: Listed, cite: PrintedCite, *, customary: bool, sure: bool) -> Finding | None:
    """``customary`` is true where the essay cites listed works without a place, ``sure`` where this is a cite."""
    name, year = cite.names[0], cite.year[:_DIGITS]
    cited = quoted(f"{name} {year}")
    years = next(filter(None, map(listed.years, _forms(name))), [])
    if years:
        return Finding(cite.span, f"{cited} is cited, and what is listed with that name is of {' or '.join(years)}")
    key = fold(name)
    near = sorted(word for word in listed.words_of(year) if is_slip(key, word))
    if near:
        return Finding(cite.span, f"{cited} is cited, and the list has {quoted(near[0].capitalize())} with that year")
    if sure or cite.place or cite.et_al or (customary and _is_sure(cite, cite.span.of(apparatus.essay.text))):
        return Finding(cite.span, f"{cited} is cited and not listed, where all but a few are")
    return None


def _is_sure(cite: PrintedCite, printed: str) -> bool:
    """False for "France 2019", which may tell where a work was shown, and for the imprint "Paris, Seuil, 2003"."""
    name = cite.names[0]
    return f"{name}, {cite.year}" in printed if len(cite.names) == 1 else f"{name}," not in printed


RULE = Rule.documented("W008", "citation-astray", __doc__, check)
