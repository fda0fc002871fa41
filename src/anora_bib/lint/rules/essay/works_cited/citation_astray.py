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

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from anora_bib import language
from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.listed import Listed
from anora_bib.lint.rules.shared.spellings import is_slip
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Records
from anora_bib.model.essay.passages import without_markup
from anora_bib.text.characters import fold, without_particles
from anora_bib.text.spans import Span

_CAPITAL: Final = r"[^\W\d_a-z]"
_NAME: Final = (
    rf"(?:(?:[Dd]e|[Vv]an|[Vv]on|[Dd]er|[Ll]a|[Ll]e|Mc|Mac|O['\u2019])[ ]?){{0,2}}{_CAPITAL}[\w'\u2019-]{{1,30}}"
)
_JOINED: Final = (
    rf"(?:,? (?:{language.pattern(language.vocabulary('conjunctions'))}|&|et al\.?|u\. ?a\.)(?: {_NAME})?|, {_NAME})"
)
_CITE: Final = re.compile(
    rf"\s{{0,4}}(?:{language.pattern(language.signals('see', 'compare'))}|e\.g\.)?,?\s{{0,2}}"
    rf"(?P<name>{_NAME}){_JOINED}{{0,3}}"
    rf",?\s{{1,2}}(?P<year>(?:1[5-9]|20)\d\d)[a-h]?\s?(?=[,:;.\[]|$)"
)
"""What stands alone between semicolons: "see Roe and Doe 2009, 12"."""
_GROUP: Final = re.compile(r"\((?P<cites>[^()]{6,300})\)")
_TAKEN: Final = re.compile(r"[^;]{0,40}\b(?:in|dans|apud|nach|quoted|cited|cit\u00e9e?|zit)\b", re.IGNORECASE)
"""Behind a work that is cited from another: "Roe 1926, 36, quoted in Doe 2009"."""
_SEPARATOR: Final = re.compile(r";")
_FEWEST: Final = 5
"""Citations that agree with the list, by which one sees that the essay cites so."""
_SHARE: Final = 0.67
_BEHIND: Final = re.compile(r"[a-h]?\s?[,:] ?(?:pp?\. ?)?\d")
_INITIALS: Final = 4
_LONGEST: Final = 300
"""Characters of a note that is nothing but citations."""


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each citation of its kind that the list does not bear out."""
    yield from apparatus.derived(astray)


def astray(apparatus: Apparatus) -> list[Finding]:
    """What the rule finds; ask for it with ``apparatus.derived``, since the rule on works not listed asks as well."""
    if not apparatus.works_cited:
        return []
    listed = apparatus.derived(Listed)
    cited: dict[tuple[str, str], Span] = {}
    for name, year, span in _cites(apparatus):
        cited.setdefault((name, year), span)
    lost = {key: span for key, span in cited.items() if not listed.may_have(without_particles(key[0]), key[1])}
    agree = len(cited) - len(lost)
    if agree < _FEWEST or agree < _SHARE * len(cited):
        return []
    found = (_finding(apparatus, listed, name, year, span) for (name, year), span in lost.items())
    return [finding for finding in found if finding]


def _is_name(word: str) -> bool:
    """False for "En 1962" and "TMA 1986", a year and an object of a museum."""
    return not (word.isupper() and len(word) <= _INITIALS) and fold(word) not in _no_names()


@cache
def _no_names() -> frozenset[str]:
    return language.vocabulary("begins_no_name") | frozenset(language.months())


def _cites(apparatus: Apparatus) -> Iterator[tuple[str, str, Span]]:
    """The first author and the year of each citation in parentheses, and of those that a note consists of."""
    text = apparatus.derived(without_markup)
    passages = [
        (group.start("cites"), group.end("cites"))
        for part in apparatus.body
        for group in _GROUP.finditer(text, part.start, part.end)
    ]
    passages += [(note.span.start, note.span.end) for note in apparatus.notes if len(note.text) <= _LONGEST]
    for start, end in passages:
        for part in _parts(text, start, end):
            match = _CITE.match(text, *part)
            if match and _is_name(match["name"]) and not _TAKEN.match(text, match.end(), part[1]):
                yield match["name"], match["year"], Span(match.start("name"), match.end("year"))


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for separator in _SEPARATOR.finditer(text, start, end):
        yield start, separator.start()
        start = separator.end()
    yield start, end


def _finding(apparatus: Apparatus, listed: Listed, name: str, year: str, span: Span) -> Finding | None:
    text = apparatus.essay.text
    cited = quoted(f"{name} {year}")
    years = listed.years(without_particles(name))
    if years:
        return Finding(span, f"{cited} is cited, and what is listed with that name is of {' or '.join(years)}")
    key = fold(name)
    near = sorted(word for word in listed.words_of(year) if is_slip(key, word))
    if near:
        return Finding(span, f"{cited} is cited, and the list has {quoted(near[0].capitalize())} with that year")
    # "(France 2019)" may tell where a work was shown.
    if _BEHIND.match(text, span.end) or not text[span.start + len(name) : span.end - len(year)].isspace():
        return Finding(span, f"{cited} is cited and not listed, where all but a few are")
    return None


RULE = Rule.documented("W008", "citation-astray", __doc__, check)
