"""Markers in the description of a picture that lead nowhere.

## What it finds

Note markers in alternative text or a caption that came along with words copied from another page: they repeat, have no
note, or carry labels that the running text uses for its own notes.

## Why it matters

The numbers belong to the notes of the other page. Here they point at nothing, or, worse, at the wrong note.

## Example

    ![Jane Roe is a writer.[1] Her first book came out in 2018.[2] She lives in Exampleton.[1]](roe.jpg)

## Instead

    ![Jane Roe is a writer. Her first book came out in 2018. She lives in Exampleton.](roe.jpg)

## How it is fixed

The markers are taken out. Unsafe, because the words may be a quotation that should keep, or get, a source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from anora_bib.diagnostics import Applicability, Fix
from anora_bib.lint.rule import Finding, FixAvailability, Rule
from anora_bib.lint.rules.shared.wording import labels
from anora_bib.model import Apparatus, Marker, Records
from anora_bib.model.essay.markers import running_markers, stray_caption_markers
from anora_bib.text.spans import Edit, Span

_SIGNS: Final = ("[", "\\[", "^", "(")
_FEW: Final = 2


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """One finding for each picture whose description holds markers of no note, with a fix that removes them."""
    text = apparatus.essay.text
    for markers in stray_caption_markers(apparatus).values():
        if not _came_along(apparatus, markers):
            continue
        listed = labels((marker.text.strip() for marker in markers), "marker")
        lead = "lead" if len({marker.text.strip() for marker in markers}) > 1 else "leads"
        edits = tuple(Edit(_with_space(text, marker.span), "") for marker in markers)
        fix = Fix(f"Take {listed} out of the description", edits, Applicability.UNSAFE)
        message = f"in the description of a picture, {listed} {lead} nowhere"
        yield Finding(Span(markers[0].span.start, markers[-1].span.end), message, _evidence(markers), fix)


def _came_along(apparatus: Apparatus, markers: Sequence[Marker]) -> bool:
    """True if the signs are surely markers, and not the essay's own.

    A raised digit may be a power, an edition or a part of a fraction. One or two in the form of the running text, with
    labels of its notes, say where the picture is from.
    """
    if not all(marker.text.strip().startswith(_SIGNS) for marker in markers):
        return False
    notes = {note.label for note in apparatus.notes}
    forms = {marker.form for marker in running_markers(apparatus)}
    labels_here = {marker.label for marker in markers}
    own = labels_here <= notes and all(marker.form in forms for marker in markers)
    return not own or len(markers) > max(_FEW, len(labels_here) - 1)


def _with_space(text: str, span: Span) -> Span:
    """The marker with the space that sets it off, where no word follows that would need it."""
    follows = text[span.end : span.end + 1]
    spaced = span.start > 0 and text[span.start - 1] == " " and not follows.isalnum()
    return Span(span.start - 1, span.end) if spaced else span


def _evidence(markers: Sequence[Marker]) -> tuple[str, ...]:
    all_labels = [marker.label for marker in markers]
    repeated = [label for label in dict.fromkeys(all_labels) if all_labels.count(label) > 1]
    if not repeated:
        return ()
    stand = "stand" if len(repeated) > 1 else "stands"
    return (f"The numbers are those of another page: {labels(repeated, 'marker')} {stand} here more than once.",)


RULE = Rule.documented("M002", "stray-caption-marker", __doc__, check, availability=FixAvailability.ALWAYS)
