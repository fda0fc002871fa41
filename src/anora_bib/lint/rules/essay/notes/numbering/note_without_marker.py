"""A note that no marker in the text points at.

## What it finds

Notes whose label no marker in the running text carries. If the text has no markers at all, or many notes have none, it
says so once.

Told by default are notes of which the file has no sign at all (`[^4]`), those whose link back leads to a place that the
page does not have, those between notes that are marked, and those left over before them; elsewhere markers may only
not have been read, and notes are told with `--pedantic`.

## Why it matters

A reader cannot tell what such a note supports. Often it was left over from another article when a page was copied.

## Example

    The film won the main prize.[2]

    ## Notes

    [1] Roe, Jane. *Another Article Entirely*. Example Press, 1999.

    [2] Doe, John. "A Prize." Example Magazine, 2024.

## Instead

    The film won the main prize.[1]

    ## Notes

    [1] Doe, John. "A Prize." Example Magazine, 2024.

## How it is fixed

By hand: put the marker where the note belongs, or take the note out. Taking it out here could lose a source.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.sources import notes_with_references
from anora_bib.lint.rules.shared.wording import MANY, capitalised, labels, quoted
from anora_bib.model import Apparatus, BlockKind, Essay, Note, Records, Reference
from anora_bib.model.essay.markers import pointed_at, running_markers
from anora_bib.model.essay.passages import RunningText
from anora_bib.text.characters import join_names
from anora_bib.text.spans import Span

_TARGET: Final = re.compile(r"#(?:(?<=\]\(#)|(?<=href=#)|(?<=href=[\"']#))([^\"'<>()\s]{1,120})", re.IGNORECASE)
_NAMED: Final = re.compile(r"\b(?:name|id)=[\"']?([^\"'<>\s]{1,120})", re.IGNORECASE)
_BORDER: Final = re.compile(r"(?i)</(?:li|p|div|td|tr)>|\n\s*\n")
"""Where the element of a note begins or ends."""
_REACH: Final = 240
"""Characters in which the tags before the words of a note stand."""
_BEHIND: Final = re.compile(r"[\w.,;:!?\"”’»)*_]")
"""The sign of a note stands behind one of these."""
_SIGN: Final = re.compile(r"\[\^([^\[\]\s]{1,60})\]")
_ENDS: Final = ("]", "\\]", "</sup>", "^")
"""What stands behind a label in the sign of a note."""
_COLLECTED: Final = 8
"""Notes from which on a file may hold nothing else."""
_TEXT: Final = 8
"""Times that the notes are longer than the text, where it is not the text that they are of."""
_MARKED: Final = 0.7
"""The share of notes with a marker from which on a page shows that it marks them all."""
_LEFT_OVER: Final = 0.5
"""The same, where the notes without one are the first and their authors are named nowhere: left over from elsewhere."""


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each note that no marker points at; one in all if no note has a marker.

    It is sure where the format itself tells markers, ``[^4]``, or where the page shows that it marks its notes: those
    around are marked. Else the markers may only not have been read, or the notes are remarks, and it is doubtful.
    """
    if not apparatus.notes:
        return
    marked = pointed_at(apparatus) | _anchored(apparatus) | _linked(apparatus)
    if not marked:
        yield from _without_any_marker(apparatus)
        return
    if not _are_numbered(apparatus) and not _cite(apparatus):
        return
    found = list(_unmarked(apparatus, marked))
    if len(found) <= MANY:
        yield from found
        return
    evidence = tuple(f"Line {apparatus.essay.line(finding.span)}: {finding.message}." for finding in found)
    message = f"{len(found)} of {len(apparatus.notes)} notes have no marker in the text"
    doubtful = any(finding.doubtful for finding in found)
    yield Finding(found[0].span, message, (_markers_there_are(apparatus), *evidence), doubtful=doubtful)


def _without_any_marker(apparatus: Apparatus) -> Iterator[Finding]:
    """One finding for numbered notes that cite, in a page without any marker."""
    if not (_are_numbered(apparatus) and _cite(apparatus)) or _is_notes_alone(apparatus):
        return
    notes = apparatus.notes
    what = f"none of the {len(notes)} notes has a marker" if len(notes) > 1 else "the only note has no marker"
    known = all(_is_unused_definition(apparatus, note) for note in notes)
    yield Finding(notes[0].span, f"{what} in the text", doubtful=not known)


def _is_unused_definition(apparatus: Apparatus, note: Note) -> bool:
    """Whether the note is ``[^4]: Text`` and the file has no ``[^4]`` but that: programs leave it out."""
    label = note.label.casefold()
    begins = note.outer.of(apparatus.essay.text).lstrip().casefold().startswith(f"[^{label}]")
    return begins and apparatus.derived(_signs)[label] == 1


def _signs(apparatus: Apparatus) -> Counter[str]:
    """How often the file has ``[^4]``, by label in small letters."""
    return Counter(_SIGN.findall(apparatus.essay.text.casefold()))


def _is_sure(apparatus: Apparatus, note: Note, share: float, *, between: bool, left_over: bool) -> bool:
    """Whether the page shows that a marker of this note is missing, and not only unread.

    ``share`` is that of the notes with a marker; ``between`` such notes it stands, or before them and ``left_over``.
    """
    if _is_unused_definition(apparatus, note) or note in apparatus.derived(_leading_back_nowhere):
        return True
    shown = (left_over and share >= _LEFT_OVER) or (between and share >= _MARKED)
    return shown and not _is_elsewhere(apparatus, note)


def _is_elsewhere(apparatus: Apparatus, note: Note) -> bool:
    """Whether the number of a note stands where it may be a marker that was not read as one."""
    return _has_sign(apparatus, note) or _may_be_unread(apparatus, note)


def _cite(apparatus: Apparatus) -> bool:
    """Whether half of the notes cite: what stands under "Notes" in a page without markers is most often remarks."""
    citing = sum(bool(references) for _, references in notes_with_references(apparatus))
    return 2 * citing >= len(apparatus.notes)


def _are_numbered(apparatus: Apparatus) -> bool:
    return all(note.numbered for note in apparatus.notes)


def _is_notes_alone(apparatus: Apparatus) -> bool:
    """Whether the page is hardly more than its notes: those of a text that stands in another file."""
    printed = sum(len(note.span) for note in apparatus.notes)
    return len(apparatus.notes) >= _COLLECTED and _TEXT * sum(map(len, apparatus.body)) < printed


def _anchored(apparatus: Apparatus) -> frozenset[str]:
    """The labels of numbers that are links, in the text or in another note; not those that notes begin with."""
    own = {(note.label, note.outer.start) for note in apparatus.notes}
    anchors = apparatus.essay.anchors
    return frozenset(anchor.label for anchor in anchors if (anchor.label, anchor.span.start) not in own)


def _linked(apparatus: Apparatus) -> frozenset[str]:
    """The labels of notes whose place a link of the page leads to, whatever the words of the link are."""
    source = apparatus.essay.source
    targets = set(_TARGET.findall(source))
    if not targets:
        return frozenset()
    return frozenset(note.label for note in apparatus.notes if targets.intersection(_names(apparatus.essay, note)))


def _names(essay: Essay, note: Note) -> Sequence[str]:
    """The names that tags before the words of a note give its place, in the same element."""
    at = essay.source_span(note.span).start
    return _NAMED.findall(_BORDER.split(essay.source[max(0, at - _REACH) : at])[-1])


def _leading_back_nowhere(apparatus: Apparatus) -> frozenset[Note]:
    """The notes whose links back lead to places that the page does not have, where those of other notes do.

    Programs that make such links make both ends: the marker was lost with the sentence it stood in.
    """
    places = set(_NAMED.findall(apparatus.essay.source))
    back = {note: set(_TARGET.findall(_with_tags(apparatus.essay, note))) for note in apparatus.notes}
    leading = {note for note, targets in back.items() if targets & places}
    nowhere = {note for note, targets in back.items() if targets and note not in leading}
    return frozenset(nowhere) if len(leading) > len(nowhere) else frozenset()


def _with_tags(essay: Essay, note: Note) -> str:
    """The words of a note as they stand in the source, with the tags around them in the same element."""
    start, end = essay.source_span(note.span)
    ahead = _BORDER.split(essay.source[max(0, start - _REACH) : start])[-1]
    behind = _BORDER.split(essay.source[end : end + _REACH], maxsplit=1)[0]
    return ahead + essay.source[start:end] + behind


def _unmarked(apparatus: Apparatus, marked: frozenset[str]) -> Iterator[Finding]:
    markers = _markers_there_are(apparatus)
    lead = _lead(apparatus.notes, marked)
    lost = {
        note: tuple(_unnamed(references, apparatus))
        for note, references in notes_with_references(apparatus)
        if note.label not in marked and note.text.strip()  # an empty one has its own rule
    }
    left_over = any(lost.get(note) for note in lead)
    at = {note.label: index for index, note in enumerate(apparatus.notes)}
    with_marker = [index for index, note in enumerate(apparatus.notes) if note.label in marked]
    # Where numbers begin again, which note a marker leads to is not known.
    share = len(with_marker) / len(apparatus.notes) if len(at) == len(apparatus.notes) else 0
    for note, unnamed in lost.items():
        message = f"note {note.label} has no marker in the text: {quoted(note.text)}"
        evidence = (markers, *(_left_over(lead) if note in lead else ()), *unnamed)
        between = bool(with_marker) and with_marker[0] < at[note.label] < with_marker[-1]
        sure = _is_sure(apparatus, note, share, between=between, left_over=left_over and note in lead)
        yield Finding(note.span, message, evidence, doubtful=not sure)


def _has_sign(apparatus: Apparatus, note: Note) -> bool:
    """Whether its sign stands behind a word in a part of the page that is not read as running text."""
    text = apparatus.essay.text
    if not any(f"{note.label}{end}" in text for end in _ENDS):
        return False
    label = re.escape(note.label)
    pattern = re.compile(rf"(?:\\?\[\^?{label}\\?\]|<sup[^<>]{{0,80}}>\[?{label}\]?</sup>|\^{label}\^)(?!:)")
    pictures = [block.outer for block in apparatus.essay.blocks if block.kind is BlockKind.IMAGE]
    elsewhere = [*(other.outer for other in apparatus.notes), *pictures]
    found = (Span(*match.span()) for match in pattern.finditer(text) if _BEHIND.match(text, match.start() - 1))
    return any(not any(span.contains(sign) for span in elsewhere) for sign in found)


def _may_be_unread(apparatus: Apparatus, note: Note) -> bool:
    """Whether its number stands, without a sign of its own, where the order of the markers would have it.

    Such a number may be a marker that cannot be told from a number of the sentence: "as Roe 17 says".
    """
    if not note.label.isdecimal():
        return False
    number, text = int(note.label), apparatus.essay.text
    counted = [marker for marker in running_markers(apparatus) if marker.label.isdecimal()]
    if not counted:
        return False
    start = max((marker.span.end for marker in counted if int(marker.label) < number), default=0)
    end = min((marker.span.start for marker in counted if int(marker.label) > number), default=len(text))
    pattern = re.compile(rf"(?<![\d./-]){note.label}(?![\d/-])")
    return any(
        pattern.search(text, max(start, span.start), min(end, span.end))
        for span in apparatus.body
        if span.start < end and span.end > start
    )


def _markers_there_are(apparatus: Apparatus) -> str:
    marker_labels = list(dict.fromkeys(marker.label for marker in running_markers(apparatus)))
    return f"The text has {labels(marker_labels, 'marker')}."


def _lead(notes: Sequence[Note], marked: frozenset[str]) -> tuple[Note, ...]:
    """The notes before the first that is marked."""
    return tuple(takewhile(lambda note: note.label not in marked, notes))


def _left_over(lead: Sequence[Note]) -> Iterator[str]:
    stand = "stand" if len(lead) > 1 else "stands"
    which = capitalised(labels(note.label for note in lead))
    yield f"{which} {stand} before the first note that is marked, as notes of another article do."


def _body(apparatus: Apparatus) -> RunningText:
    return RunningText(apparatus.essay.text, apparatus.body)


def _unnamed(references: Sequence[Reference], apparatus: Apparatus) -> Iterator[str]:
    names = [name.literal or name.family for reference in references for name in reference.entry.creators()]
    if names and not any(map(apparatus.derived(_body).names, names)):
        yield f"The text does not name {join_names(names, last='or')} either."


RULE = Rule.documented("N001", "note-without-marker", __doc__, check)
