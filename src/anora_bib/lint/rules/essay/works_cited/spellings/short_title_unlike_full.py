"""A short title that no full title of its author has.

## What it finds

A short title ("Roe, *Quiet Lamps*, 14") with a word that stands in none of its author's titles, where a full title has
another word in that place and the same words around it. Nothing is found where the essay names that title elsewhere,
or where half of its short titles are of works that it nowhere spells out.

## Why it matters

The reader looks for a second work, which does not exist.

## Example

    The lamp is old.[1] It burns.[2]

    ## Notes

    [1] Jane Roe, *The Silent Lamp: A History* (Exampleton: Example Press, 2009), 12.

    [2] Roe, *The Quiet Lamp*, 14.

## Instead

    The lamp is old.[1] It burns.[2]

    ## Notes

    [1] Jane Roe, *The Silent Lamp: A History* (Exampleton: Example Press, 2009), 12.

    [2] Roe, *The Silent Lamp*, 14.

## How it is fixed

By hand: the title page tells which is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from anora_bib import language
from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.essay.works_cited.spellings import altered_short_title
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Records
from anora_bib.text.characters import fold

_LONGEST: Final = 2
"""Words in a row that may be others: "and the Shadow" for "and his Double"."""
_LONG: Final = 4
"""Words of a title that may be meant though its last word is another."""


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each such short title; none where as many short titles are of works that are nowhere in full."""
    works = apparatus.derived(altered_short_title.works_by_author)
    told = {finding.span for finding in apparatus.derived(altered_short_title.altered)}
    titles = [fold(reference.entry.string("title")) for reference in apparatus.references if not reference.short]
    forms = {fold(form.title): form for form in altered_short_title.short_titles(apparatus)}
    strange = {short: form for short, form in forms.items() if not any(short in title for title in titles)}
    if len(strange) > 1 and 2 * len(strange) > len(forms):
        return
    for short, form in strange.items():
        author = fold(form.names[0].family or form.names[0].literal)
        if form.words in told or apparatus.essay.text.count(form.title) > 1:  # the running text may name another work
            continue
        dated = (entry for entry in works.get(author, ()) if entry.date("issued"))
        meant = [entry for entry in dated if _is_altered(short.split(), fold(entry.string("title")))]
        if meant:
            full = meant[0].string("title")
            message = f"{quoted(form.title)} is short for no title of {form.names[0].family}, who has {quoted(full)}"
            yield Finding(form.words, message)


def _is_altered(short: Sequence[str], full: str) -> bool:
    """Whether a short title has the words of the full one up to one or two in a row, and one that tells in common."""
    title = full.split()
    for start in range(min(2, len(title))):  # "The" may be left out
        run = title[start : start + len(short)]
        apart = [place for place, (one, other) in enumerate(zip(short, run, strict=False)) if one != other]
        same = [word for word in short if word in run and word not in _small()]
        ends = bool(apart) and apart[-1] == len(short) - 1
        if ends and len(short) < _LONG:  # "Philosophy of Right", "Philosophy of History"
            continue
        if len(run) == len(short) and same and 0 < len(apart) <= _LONGEST and apart[-1] - apart[0] == len(apart) - 1:
            return not all(short[place] in title for place in apart)
    return False


@cache
def _small() -> frozenset[str]:
    return language.connectives() | language.function_words()


RULE = Rule.documented("W014", "short-title-unlike-full", __doc__, check)
