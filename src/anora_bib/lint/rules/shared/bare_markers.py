"""Putting bare markers into brackets: shared by the rules on glued and on spaced markers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from anora_bib import language
from anora_bib.diagnostics import Applicability, Fix
from anora_bib.documents.document import UneditableError
from anora_bib.lint.rule import Finding
from anora_bib.lint.rules.shared.wording import MANY, capitalised, labels, quoted
from anora_bib.model import Apparatus, Marker, MarkerForm, Place
from anora_bib.model.essay.markers import running_markers
from anora_bib.model.essay.verbatim import verbatim
from anora_bib.text.spans import Edit, Span

_SHOWN: Final = re.compile(r"\S{1,24}[^\S\n]?$")
"""The end of the text before a marker: the word that it follows, shortened for a message."""

_LOOK_BACK: Final = 32
_WORD_OF_NOTE: Final = 4
"""Letters of a word from which on it tells one note from another."""


class _Bare(NamedTuple):
    """A bare marker, the words that it is shown with, and what would put it into brackets."""

    marker: Marker
    place: Span
    shown: str
    edit: Edit
    safety: Applicability


def bare_markers(apparatus: Apparatus, form: MarkerForm, fault: str, faults: str) -> Iterator[Finding]:
    """A finding for each marker of that form in the running text that leads to a note, or one for many.

    ``fault`` says what is wrong of one, ``faults`` of many. Those of which the fix is equally safe make one finding,
    whose fix mends all of them.
    """
    there = {note.label for note in apparatus.notes}
    if not apparatus.derived(_cites):
        return
    pattern = _own_form(apparatus)
    markers = running_markers(apparatus)
    counted = _counted(apparatus, markers)
    certain = _certain(apparatus, markers)
    found: dict[Applicability | None, list[_Bare]] = defaultdict(list)
    for marker in markers:
        if form is MarkerForm.SPACED and _word_before(apparatus, marker) in counted:
            continue
        if marker.form is form and marker.label in there and not _is_half_bracketed(apparatus, marker):
            safety = Applicability.SAFE if marker in certain else Applicability.UNSAFE
            bare = _bare(apparatus.essay.text, marker, pattern.format(marker.label), safety)
            found[safety if _can_be_made(apparatus, bare.edit) else None].append(bare)
    for shared, alike in found.items():
        if shared is None or len(alike) <= MANY:
            yield from (_finding(one, fault) for one in alike)
        else:
            yield _all_at_once(alike, faults, shared)


def _is_half_bracketed(apparatus: Apparatus, marker: Marker) -> bool:
    """Whether a bracket closes behind it, of which the partner was lost: one more pair would not mend that.

    Nor is it a marker behind a sign that joins words of code: "lamps_1.txt".
    """
    if apparatus.essay.text[max(0, marker.span.start - 1) : marker.span.start] == "_":
        return True
    return apparatus.essay.text[marker.span.end : marker.span.end + 1] in ("]", ")")


def _cites(apparatus: Apparatus) -> bool:
    """Whether some note cites: numbers that lead to remarks alone may count anything."""
    return any(reference.place is Place.NOTE for reference in apparatus.references)


def _certain(apparatus: Apparatus, markers: Sequence[Marker]) -> frozenset[Marker]:
    """The bare numbers that are surely markers: of an essay that points at half its notes or more.

    One that is set off by a space must continue the numbers of other markers, or stand behind words of its note:
    "Luke 2" may be a chapter.
    """
    notes = {note.label: note.text for note in apparatus.notes}
    led = {marker.label for marker in markers} & notes.keys()
    if 2 * len(led) < len(notes):
        return frozenset()
    firm = {marker.label for marker in markers if marker.form is not MarkerForm.SPACED}
    certain = set()
    for marker in markers:
        beside = {str(int(marker.label) + step) for step in (-1, 1)} if marker.label.isdecimal() else set()
        word = _word_before(apparatus, marker)
        named = len(word) >= _WORD_OF_NOTE and word in notes.get(marker.label, "").casefold()
        if marker.form is not MarkerForm.SPACED or named or not beside.isdisjoint(firm):
            certain.add(marker)
    return frozenset(certain)


def _counted(apparatus: Apparatus, markers: Sequence[Marker]) -> frozenset[str]:
    """The words before several numbers that are set off by a space: "Side 1", "Side 2" count sides."""
    words = {_word_before(apparatus, marker) for marker in markers if marker.form is MarkerForm.SPACED} - {""}
    if not words:
        return frozenset()
    numbered = re.compile(rf"\b(?P<word>{language.pattern(words)})[*_]?[ \xa0]\d{{1,3}}(?![\d.])", re.IGNORECASE)
    found = Counter(match["word"].casefold() for match in numbered.finditer(apparatus.essay.text))
    return frozenset(word for word, times in found.items() if times > 1)


def _word_before(apparatus: Apparatus, marker: Marker) -> str:
    before = apparatus.essay.text[max(0, marker.span.start - _LOOK_BACK) : marker.span.start].split()
    return before[-1].casefold().strip("*_.,") if before else ""


def _bare(text: str, marker: Marker, bracketed: str, safety: Applicability) -> _Bare:
    digits = Span(marker.span.end - len(marker.span.of(text).lstrip()), marker.span.end)
    before = text[max(0, digits.start - _LOOK_BACK) : digits.start]
    gap = len(before) - len(before.rstrip(" \t\u00a0"))
    shown = _SHOWN.search(before)
    edit = Edit(Span(digits.start - gap, digits.end), bracketed, as_written=True)
    return _Bare(marker, digits, quoted((shown[0] if shown else "") + digits.of(text)), edit, safety)


def _can_be_made(apparatus: Apparatus, edit: Edit) -> bool:
    """Whether the file can be edited so: one place that cannot must not keep all others from being mended."""
    if apparatus.derived(verbatim).touch(edit.span):
        return False
    try:
        apparatus.essay.document.source_edit(edit)
    except UneditableError:
        return False
    return True


def _finding(bare: _Bare, fault: str) -> Finding:
    message = f"marker {quoted(bare.marker.label)} {fault}: {bare.shown}"
    fix = Fix(f"Write the marker as {quoted(bare.edit.replacement)}", (bare.edit,), bare.safety)
    return Finding(bare.place, message, fix=fix)


def _all_at_once(alike: Sequence[_Bare], faults: str, safety: Applicability) -> Finding:
    first = alike[0]
    which = f"{capitalised(labels((one.marker.label for one in alike), 'marker'))}."
    title = f"Write the {len(alike)} markers like {quoted(first.edit.replacement)}"
    fix = Fix(title, tuple(one.edit for one in alike), safety)
    return Finding(first.place, f"{len(alike)} markers {faults}, the first here: {first.shown}", (which,), fix)


def _own_form(apparatus: Apparatus) -> str:
    """The form of the first bracketed or live marker of the essay, as a format string; ``[{}]`` if it has none."""
    for marker in running_markers(apparatus):
        if marker.form in (MarkerForm.LIVE, MarkerForm.BRACKETED):
            opening, label, closing = marker.text.strip().partition(marker.label)
            if label and (opening, closing) in (("[", "]"), ("[^", "]")):
                return f"{opening}{{}}{closing}"
    return "[{}]"
