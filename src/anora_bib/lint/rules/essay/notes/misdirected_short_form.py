"""A short form that sends the reader to a note of another source.

## What it finds

"Roe, supra note 4" and "Roe, note 4 above", in notes and in the running text, where note 4 does not name Roe and
another note does; "Roe, ibid." where the source before it is not one of Roe's and an earlier note names her.

## Why it matters

The reader looks the note up and finds another source. Such numbers go astray when a note is added.

## Example

    Lamps were dear.[1] Oil was not.[2] Doe doubts it (see Doe, supra note 1).

    ## Notes

    [1] Jane Roe, *A Book of Lamps* (Exampleton: Example Press, 2009), 12.

    [2] John Doe, *Wicks and Oil* (Exampleton: Example Press, 2012), 3.

## Instead

    Lamps were dear.[1] Oil was not.[2] Doe doubts it (see Doe, supra note 2).

    ## Notes

    [1] Jane Roe, *A Book of Lamps* (Exampleton: Example Press, 2009), 12.

    [2] John Doe, *Wicks and Oil* (Exampleton: Example Press, 2012), 3.

## How it is fixed

By hand: either the number is wrong or the name is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from anora_bib import language
from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.wording import labels, quoted
from anora_bib.model import Apparatus, Note, Records
from anora_bib.model.essay.passages import RunningText
from anora_bib.text.characters import fold
from anora_bib.text.spans import Span

_NAME: Final = r"(?P<name>[A-Z\u00c0-\u00de](?<![\w-].)[^\W\d_]{1,30}(?:-[^\W\d_]{2,30})?)"
_OTHERS: Final = r"(?: et al\.?| (?:and|&) [A-Z\u00c0-\u00de][^\W\d_]{1,30})?,?[ *_]{1,4}"
_DIRECTION: Final = rf"(?i:{language.pattern(language.vocabulary('note_directions'))})"
_NOTE: Final = rf"(?i:{language.pattern(language.vocabulary('notes_of_essay'))})\.?[ *_]{{1,3}}"
_SAME: Final = rf"(?i:{language.pattern(language.vocabulary('same_source'))})\b"
_BY_NUMBER: Final = re.compile(
    rf"{_NAME}{_OTHERS}(?:{_DIRECTION},?[ *_]{{1,4}}{_NOTE}(?P<after>\d{{1,4}})\b"
    rf"|{_NOTE}(?P<before>\d{{1,4}})\b,? {_DIRECTION}\b)"
)
_SAME_AGAIN: Final = re.compile(rf"{_NAME}{_OTHERS}{_SAME}")
_NO_NAMES: Final = frozenset(map(fold, (*language.signals("see", "compare"), *language.vocabulary("sentence_starts"))))
_SPELLED_OUT: Final = 24
"""Characters of a note that may name its source; "Id. at 12" takes it over."""


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each name whose source is in another note than the one that the words beside it lead to."""
    notes = apparatus.notes
    text = apparatus.essay.text
    if not notes:
        return
    for passage in sorted({*apparatus.body, *(note.span for note in notes)}):
        for match in _BY_NUMBER.finditer(text, passage.start, passage.end):
            number = match["after"] or match["before"]
            yield from _astray(apparatus, match, _numbered(apparatus, number), f"note {number}")
    for before, note in pairwise(notes):
        again = _SAME_AGAIN.match(text, note.span.start, note.span.end)
        if again:
            yield from _astray(apparatus, again, [before], f"note {before.label}, which is before it,")


def _numbered(apparatus: Apparatus, number: str) -> list[Note]:
    """The notes that may have that number in print: by their label, and by their place, since programs count anew."""
    order = list(dict.fromkeys(marker.label for marker in apparatus.markers))
    there = {number, *order[int(number) - 1 : int(number)]}
    return [note for note in apparatus.notes if note.label in there]


def _astray(apparatus: Apparatus, match: re.Match[str], meant: Sequence[Note], where: str) -> Iterator[Finding]:
    """The finding, if the notes that are meant name other sources and some other note names this one."""
    name = match["name"]
    if (
        not meant
        or fold(name) in _NO_NAMES
        or any(len(note.text) < _SPELLED_OUT or _names(note, name) for note in meant)
    ):
        return
    text = apparatus.essay.text
    place = Span(*match.span())
    named = [note.label for note in apparatus.notes if not note.span.contains(place) and _names(note, name)]
    if named:
        message = (
            f"{where} is of another source than {quoted(' '.join(text[match.start('name') : match.end()].split()))}"
        )
        yield Finding(Span(match.start("name"), match.end()), message, (f"{name} is named in {labels(named)}.",))


def _names(note: Note, name: str) -> bool:
    return RunningText(note.text, [Span(0, len(note.text))]).names(name)


RULE = Rule.documented("N011", "misdirected-short-form", __doc__, check)
