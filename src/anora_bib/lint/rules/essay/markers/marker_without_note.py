"""A marker that leads to no note.

## What it finds

Markers in the running text whose label no note carries. If many lead to none, it says so once. In an essay without any
notes only markers in the format's own way are told, such as `[^4]`: other numbers may count verses, works or pictures.

Told by default are markers in the format's own way and those that are set like others which do lead to notes, with a
number that fits among theirs; the rest are told with `--pedantic`.

## Why it matters

The reader is promised a source and finds none; often the list was lost, or counts otherwise than the text.

## Example

    The film took two years.[1] It won the main prize.[3]

    ## Notes

    [1] Doe, John. "A Prize." Example Magazine, 2024.

    [2] Roe, Jane. "A Film." Example Weekly, 2024.

## Instead

    The film took two years.[1] It won the main prize.[2]

    ## Notes

    [1] Doe, John. "A Prize." Example Magazine, 2024.

    [2] Roe, Jane. "A Film." Example Weekly, 2024.

## How it is fixed

By hand: add the note, or correct the label. Of a note in Markdown that only lacks the colon behind its label, that is
told.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate
from typing import Final

from anora_bib.diagnostics import Severity
from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.wording import MANY, labels, quoted
from anora_bib.model import Apparatus, BlockKind, Essay, Marker, MarkerForm, Records
from anora_bib.model.essay.markers import running_markers

_FIRST: Final = 3
"""The highest number that the first marker of a text may bear, where notes before it were lost."""
_RISING: Final = 0.7
"""The share of the numbers, each counted once, that are higher than all before."""
_WORDS: Final = re.compile(r"(?: |\xa0){0,3}[^\W_]|[ \xa0]")
_TARGET: Final = re.compile(r"[\"'(]#([^\"'()\s]{1,120})")
_ADDRESS: Final = re.compile(r"\((?:[./\w-]{0,80}/|https?:)[^()\s]{1,200}\)")
"""Behind ``[^1]`` in Markdown, where no note is defined: the words of a link."""
_LINK: Final = re.compile(r"<a\b[^<>]{0,200}#([^\"'<>\s]{1,120})[^<>]{0,100}>(?:<[^<>]{1,60}>){0,2}\s?$", re.IGNORECASE)
"""The tags of a link before the words of a page in HTML."""
_REACH: Final = 480
_DASHES: Final = ("-", "\u2013")
_ALIKE: Final = 2
"""Markers set in one way that lead to notes, from which on the page is seen to set them so."""
_LEADING: Final = 0.6
"""The share of them that must lead to notes."""


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each marker without a note of its label; one in all if the essay has no notes.

    It is sure of markers in the format's own way, ``[^4]``, and where others that are set in the same way do lead to
    notes. A sign before a colon is that of a note which is written in a way of the site's own. Else what is raised
    or in brackets may count verses, works or pictures, and it is doubtful.
    """
    there = {note.label for note in apparatus.notes}
    source = apparatus.essay.text
    markers = [
        marker
        for marker in running_markers(apparatus)
        if not _leads_somewhere(marker, apparatus.essay) and not _is_enumeration(marker, source)
    ]
    bare = {marker.label: marker for marker in markers if marker.label not in there and _begins_note(marker, source)}
    if len(bare) > MANY or (bare and not there):
        first, *_ = bare.values()
        yield Finding(first.span, f"the colon is missing behind the label of {labels(bare, 'note')}")
        markers = [marker for marker in markers if marker.label not in bare]
        bare = {}
    if not there:
        yield from _without_any_note(apparatus.essay, markers)
        return
    notes = f"The essay has {labels(note.label for note in apparatus.notes)}."
    for marker in bare.values():
        yield Finding(marker.span, f"{quoted(marker.text)} begins a note that lacks its colon", (notes,))
    markers = [marker for marker in markers if marker.label not in bare]
    lost = [marker for marker in markers if marker.label not in there and f"{marker.text}:" not in source]
    sure = [marker for marker in _sure(lost, markers, there) if not _is_in_index(marker, source)]
    if len(lost) > MANY:
        wanted = labels((marker.label for marker in lost), "marker")
        yield Finding(lost[0].span, f"{wanted} lead to no note", (notes,), doubtful=len(sure) < len(lost))
        return
    for marker in lost:
        message = f"marker {quoted(marker.text)} leads to no note"
        yield Finding(marker.span, message, (notes,), doubtful=marker not in sure)


class _Alike:
    """The markers of a text that are set in one way, in order, and what they show of another set so."""

    def __init__(self, markers: Sequence[Marker], there: Collection[str]) -> None:
        self._wanted = Counter(marker.label for marker in markers)
        found = self._wanted.keys() & set(there)
        self._lead = len(found) >= _ALIKE and len(found) >= _LEADING * len(self._wanted)
        counted = [marker for marker in markers if marker.label in found and marker.label.isdecimal()]
        numbers = [int(marker.label) for marker in counted]
        self._starts = [marker.span.start for marker in counted]
        self._ends = [marker.span.end for marker in counted]
        self._highest = [0, *accumulate(numbers, max)]
        """The highest number among the first of them, by how many these are."""
        self._lowest = [*accumulate(reversed(numbers), min)][::-1]
        """The lowest number from each of them on."""

    def hold(self, lost: Marker) -> bool:
        """Whether a marker without a note counts among those that lead to notes."""
        # One of several with its number may stand before the words of the note.
        if not self._lead or not lost.label.isdecimal() or self._wanted[lost.label] > 1:
            return False
        number = int(lost.label)
        before, behind = bisect_right(self._ends, lost.span.start), bisect_left(self._starts, lost.span.end)
        lowest = self._lowest[behind] if behind < len(self._lowest) else number + 1
        return self._highest[before] < number < lowest


def _sure(lost: Sequence[Marker], markers: Sequence[Marker], there: Collection[str]) -> list[Marker]:
    """Those that are seen to be markers: by the format, or by others set in the same way, among which they count."""
    alike = {
        form: _Alike([marker for marker in markers if marker.form is form], there)
        for form in {marker.form for marker in lost}
    }
    return [marker for marker in lost if marker.text.lstrip().startswith("[^") or alike[marker.form].hold(marker)]


def _without_any_note(essay: Essay, markers: Sequence[Marker]) -> Iterator[Finding]:
    """One finding for markers that count up in an essay without notes, unless it is a part of one."""
    # Any link may have a number for its words: that of a line, of a verse.
    markers = [marker for marker in markers if marker.text.lstrip().startswith("[^")]
    markers = [marker for marker in markers if not _stands_alone(marker, essay.text)]
    if len(markers) > 1 and _count_up([marker.label for marker in markers]) and not _is_part(essay):
        wanted = labels((marker.label for marker in markers), "marker")
        yield Finding(markers[0].span, f"the text has {wanted}, but the essay has no notes")


def _before(marker: Marker, text: str) -> str:
    """The character before a marker and the tags around it; "" at the beginning."""
    words = text[max(0, marker.span.start - _REACH) : marker.span.start]
    while words.endswith(">") and (opens := words.rfind("<")) >= 0:
        words = words[:opens]
    return words[-1:]


def _is_enumeration(marker: Marker, text: str) -> bool:
    """True for a number in brackets that counts what follows, "[1] this, [2] that", and for an index, ``m[[1]]``."""
    if marker.form is not MarkerForm.BRACKETED:
        return False
    before, behind = _before(marker, text), text[marker.span.end : marker.span.end + 3]
    apart = not before or before.isspace()
    counts = apart and behind[:1] == " " and behind.strip()[:1].isalnum()
    row = (apart and behind[:1] in _DASHES) or before in _DASHES  # "Comments [17]-[19]"
    return counts or row or before == "[" or behind[:1] == "]"


def _count_up(found: Sequence[str]) -> bool:
    """True if numbers in brackets come in the order in which notes are counted: others name articles, or works."""
    numbers = list(dict.fromkeys(int(label) for label in found if label.isdecimal()))
    highest = list(accumulate(numbers, max))
    risen = sum(number == top for number, top in zip(numbers, highest, strict=True))
    return not numbers or (numbers[0] <= _FIRST and risen >= _RISING * len(numbers))


def _begins_note(marker: Marker, text: str) -> bool:
    """True for ``[^4] Text`` and ``[^4]Text`` at the head of a line behind all others of its label."""
    at = marker.span.start
    heads = text[at - 1 : at] in ("", "\n") and _WORDS.match(text, marker.span.end)
    return bool(heads) and marker.text.startswith("[^")


def _is_in_index(marker: Marker, text: str) -> bool:
    """True for a number in brackets among others behind commas, as in an index: "Harp, 5, [20]"."""
    before = text[max(0, marker.span.start - 3) : marker.span.start]
    return marker.form is MarkerForm.BRACKETED and before.rstrip().endswith(",") and before[-1:].isspace()


def _leads_somewhere(marker: Marker, essay: Essay) -> bool:
    """True for a link to a file, or to a place that this one has by its ``id`` or ``name``: a note in HTML."""
    if marker.text.startswith("[^") and _ADDRESS.match(essay.text, marker.span.end):
        return True
    target = _TARGET.search(marker.text)
    if target is None:
        at = essay.source_span(marker.span).start
        target = _LINK.search(essay.source, max(0, at - _REACH), at)
    if target is None:
        return False
    return any(f"{name}={mark}{target[1]}{mark}" in essay.source for name in ("id", "name") for mark in ('"', "'", ""))


def _is_part(essay: Essay) -> bool:
    """True for a file that begins with a lower heading and does not say what it is: its notes stand in another."""
    first = next((block for block in essay.blocks if block.kind is not BlockKind.RULE), None)
    if first is None or first.kind is not BlockKind.HEADING or first.level == 1:
        return False
    return not essay.metadata.title or essay.metadata.title_span == first.span


def _stands_alone(marker: Marker, text: str) -> bool:
    """True for a sign by itself, as beside that of a list, or where notes are told of: "Gephi [^2], TEI"."""
    before, behind = _before(marker, text), text[marker.span.end : marker.span.end + 1]
    loose = not before or before.isspace()
    return loose and (behind == "," or not marker.text.lstrip().startswith("["))


RULE = Rule.documented("M001", "marker-without-note", __doc__, check, severity=Severity.ERROR)
