"""A name that is spelt otherwise once than all the other times.

## What it finds

A capitalised word of six letters or more that stands once, lacks a letter of a name that stands at least four times,
or has two of its letters the other way round: "Toqueville", where all else is "Tocqueville". Another given name before
it, a title and a quotation speak against it. Words in the same place of a name or title are what
`name-spelt-two-ways` compares.

Told by default are family names of authors who are cited; other names are told with `--pedantic`.

## Why it matters

It is a slip, and the reader who searches the essay for the name passes it by.

## Example

    Kirchstein calls the lamp a promise. Kirchstein says so often. For Kirchstein it burns, and for Kirchstein it went
    out. Here Kirchtein was wrong.

## Instead

    Kirchstein calls the lamp a promise. Kirchstein says so often. For Kirchstein it burns, and for Kirchstein it went
    out. Here Kirchstein was wrong.

## How it is fixed

What stands once is spelt as what stands always. Unsafe: it may be another person.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from anora_bib import language
from anora_bib.diagnostics import Applicability, Fix
from anora_bib.language.tongues import tongue_of
from anora_bib.lint.rule import Finding, FixAvailability, Rule
from anora_bib.lint.rules.essay.works_cited.spellings.misspelt_word_of_title import misspelt
from anora_bib.lint.rules.essay.works_cited.spellings.name_spelt_two_ways import spelt_otherwise
from anora_bib.lint.rules.shared.spellings import AS_IT_STANDS, dropped_letter_keys, is_dropped_letter, is_slip
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Records
from anora_bib.model.essay.passages import references_as_printed, without_markup
from anora_bib.text.characters import fold_word
from anora_bib.text.intervals import covering
from anora_bib.text.spans import Edit, Span

_WORD: Final = re.compile(r"(?<![\w@#/'\u2019-])[^\W\d_]{6,30}(?![\w@#/-])")
_TIMES: Final = 4
_LONG: Final = 9
_OFTEN: Final = 8
_NOUNS_IN_CAPITALS: Final = "de"
"""The language in which a capital makes no name."""
_OPENING: Final = ("\u201c", "\u2018", "\u00ab", "\u201e", '"')
_BEFORE: Final = re.compile(r"(?<![\w-])([^\W\d_]{2,30}|[^\W\d_]\.)\s{1,2}$")
_REACH: Final = 40


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each name that stands once and is a slip for one that stands several times."""
    text = apparatus.derived(without_markup)
    if tongue_of(" ".join(span.of(text) for span in apparatus.body)) == _NOUNS_IN_CAPITALS:
        return
    names = _names(apparatus, text)
    usual: dict[str, set[str]] = defaultdict(set)
    for word, spans in names.items():
        if len(spans) >= _TIMES:
            for key in dropped_letter_keys(word):
                usual[key].add(word)
    told = [one.span for ask in (spelt_otherwise, misspelt) for one in apparatus.derived(ask)]
    creators = (name for reference in apparatus.references for name in reference.entry.creators())
    cited = {fold_word(name.family) for name in creators if name.family}
    titles = sorted(emphasis.span for emphasis in apparatus.essay.emphases)
    for word, (place, *others) in names.items():
        if others or any(span.overlaps(place) for span in told) or covering(titles, place.start):
            continue
        near = {one for key in dropped_letter_keys(word) for one in usual.get(key, ())}
        meant = [one for one in near if _is_slip(word, one, len(names[one]))]
        if len(meant) == 1 and _is_a_slip(apparatus, text, place, names[meant[0]]):
            yield replace(_finding(apparatus, place, names[meant[0]]), doubtful=meant[0] not in cited)


def _names(apparatus: Apparatus, text: str) -> dict[str, list[Span]]:
    """The places of the words that always have a capital, but for those that are known to be words."""
    places: dict[str, list[Span]] = defaultdict(list)
    small: set[str] = set()
    for passage in sorted({*apparatus.body, *references_as_printed(apparatus)}):
        for match in _WORD.finditer(text, passage.start, passage.end):
            word = match[0]
            if word[0].isupper():
                places[fold_word(word)].append(Span(*match.span()))
            else:
                small.add(word)
    known = _words_of_their_own().union(map(fold_word, small))
    return {word: spans for word, spans in places.items() if word not in known}


@cache
def _words_of_their_own() -> frozenset[str]:
    return language.vocabulary("near_words") | language.vocabulary("bodies") | language.given_names()


def _is_slip(word: str, name: str, times: int) -> bool:
    """A long name that stands often may also have lost its last letter but one ("Zuckerbeg")."""
    if is_dropped_letter(word, name):
        return True
    lost = len(word) < len(name) and word[-1] == name[-1] and is_slip(word, name, keystrokes=1)
    return lost and len(word) >= _LONG and times >= _OFTEN


def _is_a_slip(apparatus: Apparatus, text: str, place: Span, others: list[Span]) -> bool:
    """False for quoted words, for what the author has seen, and behind a given name that the others never have."""
    if (
        apparatus.prose.is_quoted(place.start)
        or text[place.start - 1 : place.start] in _OPENING
        or AS_IT_STANDS.match(text, place.end)
    ):
        return False
    given = _given(text, place)
    return not given or given in {_given(text, other) for other in others}


def _given(text: str, place: Span) -> str:
    """The given name right before a word; "" if there is none."""
    before = _BEFORE.search(text, max(0, place.start - _REACH), place.start)
    word = fold_word(before[1]) if before and before[1][0].isupper() else ""
    return word if word in language.given_names() else ""


def _finding(apparatus: Apparatus, place: Span, others: list[Span]) -> Finding:
    text = apparatus.essay.text
    written, meant = place.of(text), others[0].of(text)
    fix = Fix(f"Spell it {quoted(meant)}", (Edit(place, meant),), Applicability.UNSAFE)
    message = f"{quoted(written)} stands once, and {quoted(meant)} {len(others)} times, first in line "
    return Finding(place, f"{message}{apparatus.essay.line(others[0])}", (), fix)


RULE = Rule.documented("W010", "name-misspelt-once", __doc__, check, availability=FixAvailability.ALWAYS)
