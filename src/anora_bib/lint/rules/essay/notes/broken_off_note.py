"""A note that breaks off in the middle of a sentence.

## What it finds

Notes whose last word ends no sentence ("presented by", "Roe, Jane, and"), notes that end with a comma, and notes that
end without a stop where the paragraph below begins in the middle of a sentence, with a small letter or an imprint.

## Why it matters

A part of the note was lost, or stands elsewhere: behind a page break, or in a paragraph of its own.

## Example

    The film took two years.[1] It won.[2]

    ## Notes

    [1] Roe, Jane. *A Book of Lamps*. Example Press, 2009.

    [2] A survey of other lamps is given by

## Instead

    The film took two years.[1] It won.[2]

    ## Notes

    [1] Roe, Jane. *A Book of Lamps*. Example Press, 2009.

    [2] A survey of other lamps is given by Doe.

## How it is fixed

By hand: put the rest of the note where it belongs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from anora_bib import language
from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Note, Records
from anora_bib.text.spans import Span

_LAST: Final = re.compile(r"(?P<word>(?<![\w'\u2019.-])[a-z]{1,12}|,)[\s*_\"\u201d]{0,4}$")
_REACH: Final = 24
_FEWEST: Final = 3
"""Words of a note that may be the beginning of one."""
_GOES_ON: Final = re.compile(r"[\s>]{0,8}(?:\d|[a-z])")
"""What is read as something else, and is the rest of the note: a line that begins with a page, "644."."""
_OPEN_END: Final = re.compile(r"[\w,]$")
_REST: Final = re.compile(
    r"[ \t]*\n[ \t]*\n[ \t]{0,3}"
    r"(?P<rest>[a-z\u00df-\u00f6\u00f8-\u00ff]{1,30}\b(?![.)\]:_/]).{8}|\([A-Z][^()\n]{3,80}\d{4}\))"
)
"""What follows behind an empty line, and is no beginning of a paragraph: small letters, or "(Place: House, 2009)"."""
_ADDRESS: Final = re.compile(r"(?:://|www\.|@)\S*$")
_SHOWN: Final = 40


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each note that ends where no sentence ends."""
    text = apparatus.essay.text
    for note in apparatus.notes:
        if rest := _rest_below(text, note):
            place = Span(max(note.span.start, note.span.end - _REACH), note.span.end)
            yield Finding(place, f"note {note.label} goes on in the paragraph below, at {quoted(rest)}")
            continue
        last = _LAST.search(note.text[-_REACH:])
        broken = last and (last["word"] == "," or last["word"] in _never_last()) and len(note.text.split()) >= _FEWEST
        if broken and not _GOES_ON.match(text, note.outer.end):
            place = Span(max(note.span.start, note.span.end - 2 * _REACH), note.span.end)
            words = place.of(text).split(None, 1)[-1] if place.start > note.span.start else place.of(text)
            yield Finding(place, f"note {note.label} breaks off behind {quoted(words)}")


def _rest_below(text: str, note: Note) -> str:
    """The words below a note that are the rest of it; "" for none."""
    below = _REST.match(text, note.outer.end)
    ends_open = _OPEN_END.search(note.text) and not _ADDRESS.search(note.text)
    return text[below.start("rest") :][:_SHOWN].partition("\n")[0] if below and ends_open else ""


@cache
def _never_last() -> frozenset[str]:
    """Articles, conjunctions and such prepositions as stand behind no verb: "what it is for" is a sentence."""
    return language.vocabulary("never_last")


RULE = Rule.documented("N013", "broken-off-note", __doc__, check)
