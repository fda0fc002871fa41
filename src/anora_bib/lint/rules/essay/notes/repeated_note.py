"""A note that repeats an earlier one.

## What it finds

A note with the same words as an earlier note, or with the same one source and the same page in other words.

Glosses without a source, and sources in other words, are told with `--pedantic`.

## Why it matters

The reader goes through the whole reference twice to learn that nothing is new, and a correction made in one of the
two is forgotten in the other.

## Example

    The film took two years.[1] It was a gamble.[2]

    ## Notes

    [1] Roe, Jane (2024). "A Film". Example Magazine. Retrieved April 3, 2025.

    [2] Roe, Jane (2024). "A Film". Example Magazine. Retrieved April 3, 2025.

## Instead

    The film took two years.[1] It was a gamble.[2]

    ## Notes

    [1] Roe, Jane (2024). "A Film". Example Magazine. Retrieved April 3, 2025.

    [2] See note 1.

## How it is fixed

The later note sends the reader to the earlier one, if that gives exactly one source and its label is no other note's.
Unsafe, because the house may prefer another short form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from anora_bib.diagnostics import Applicability, Fix
from anora_bib.lint.rule import Finding, FixAvailability, Rule
from anora_bib.lint.rules.shared.one_cause import told_once
from anora_bib.lint.rules.shared.sources import notes_with_references, opening_form
from anora_bib.lint.rules.shared.wording import MANY, quoted
from anora_bib.model import Apparatus, Note, Records, Reference
from anora_bib.model.bibliography.identity import Source, SourceIndex
from anora_bib.text.characters import fold
from anora_bib.text.spans import Edit

_SHORTEST: Final = 5
"""Words from which on a note is longer than what would take its place."""

_LONG: Final = 12
"""The same of a note without a reference: a short form with its page is seldom so long."""

_IMPRINT: Final = ("issued", "URL", "DOI", "publisher")
"""What a reference has that is given in full."""

_IN_PRINT: Final = ("URL", "DOI", "publisher", "volume", "issue")
_LONGEST_SIGN: Final = 4
"""Letters of a sign that stands for a title."""

_DATED: Final = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)|://|\bn\. ?d\.|\bdoi\b", re.IGNORECASE)
"""A year or an address: what has neither is a short form, though it was read as more."""
_NUMBER: Final = re.compile(r"\d+")
_ALIKE: Final = 85
"""Likeness, of a hundred, of two notes that give one source in two ways."""


def check(apparatus: Apparatus, records: Records) -> Iterator[Finding]:
    """A finding for each note that repeats the words or the one source of an earlier note; one in all where many do."""
    found = list(_repeated(apparatus, records))
    message = f"{{count}} of {len(apparatus.notes)} notes repeat an earlier note"
    for one in told_once(apparatus, found, MANY + 1, message):
        yield one if one in found else replace(one, fix=_together(found, doubtful=one.doubtful))


def _together(found: Sequence[Finding], *, doubtful: bool) -> Fix | None:
    """The fixes of all that are as sure as each other, in one."""
    fixes = (finding.fix for finding in found if finding.doubtful is doubtful)
    edits = tuple(edit for fix in fixes if isinstance(fix, Fix) for edit in fix.edits)
    return Fix("Send the reader of each to the earlier note", edits, Applicability.UNSAFE) if edits else None


def _repeated(apparatus: Apparatus, records: Records) -> Iterator[Finding]:
    first_words: dict[str, Note] = {}
    counted_once = len({note.label for note in apparatus.notes}) == len(apparatus.notes)
    first_source: dict[tuple[int, str], Note] = {}
    sources = SourceIndex()
    of_one_source: set[int] = set()
    for note, references in notes_with_references(apparatus):
        words, source = fold(note.text), _source(references, sources, records)
        if not words or opening_form(note) or not _is_full(note, references):
            continue
        same_words, same_source = first_words.get(words), first_source.get(source) if source else None
        first_words.setdefault(words, note)
        if source:
            of_one_source.add(id(note))
            first_source.setdefault(source, note)
        for earlier, how in ((same_words, "word for word"), (same_source, "in other words")):
            # A label that stands twice has its own rule.
            if earlier and earlier.label != note.label and (earlier is same_words or _say_the_same(note, earlier)):
                # A note of several sources or of none would leave the reader without the one that is meant.
                leads = id(earlier) in of_one_source and apparatus.note(earlier.label) is earlier
                # A gloss may be repeated for whoever reads a part, and other words may be on another place.
                sure = _is_in_print(references) and earlier is same_words and counted_once
                yield replace(_finding(note, earlier, how, fixable=leads), doubtful=not sure)
                break


def _is_full(note: Note, references: Sequence[Reference]) -> bool:
    """False for what is as short as a short form would be: a name, a title and a page."""
    if "{{" in note.text or "{%" in note.text:
        return False  # what a template prints is a short form of the site's own
    words = len(note.text.split())
    if not references:
        return words >= _LONG
    given = _DATED.search(note.text) and any(ref.entry.get(variable) for ref in references for variable in _IMPRINT)
    return words >= _SHORTEST and bool(given) and any(ref.entry.get("title") for ref in references)


def _is_in_print(references: Sequence[Reference]) -> bool:
    """Whether one says where it came out, not by a sign ("in *RT*"), which makes it a short form of letters."""
    entries = [reference.entry for reference in references]
    named = any(len(entry.string("container-title")) > _LONGEST_SIGN for entry in entries)
    return named or any(entry.get(variable) for entry in entries for variable in _IN_PRINT)


def _say_the_same(note: Note, earlier: Note) -> bool:
    """True for the same words in another order: not for other numbers, letters of one folder or a remark."""
    from rapidfuzz import fuzz

    words = [fold(each.text) for each in (note, earlier)]
    numbers = [sorted(_NUMBER.findall(each)) for each in words]
    return numbers[0] == numbers[1] and fuzz.token_sort_ratio(*words) >= _ALIKE


def _source(references: Sequence[Reference], sources: SourceIndex, records: Records) -> tuple[int, str] | None:
    """The one source of a note with the page it cites; None for none or several."""
    if len(references) != 1:
        return None
    entry = references[0].entry
    number = sources.add(Source.of(references[0], records))
    return number, fold(entry.string("locator") or entry.string("page"))


def _finding(note: Note, earlier: Note, how: str, *, fixable: bool) -> Finding:
    message = f"note {note.label} repeats note {earlier.label} {how}: {quoted(note.text)}"
    fix = None
    if fixable and note.label != earlier.label:
        short = f"See note {earlier.label}."
        title = f"Send the reader of note {note.label} to note {earlier.label}"
        fix = Fix(title, (Edit(note.span, short),), Applicability.UNSAFE)
    return Finding(note.span, message, fix=fix)


RULE = Rule.documented("N003", "repeated-note", __doc__, check, availability=FixAvailability.SOMETIMES)
