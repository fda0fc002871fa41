"""The signs in the text that point at notes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from anora_bib.find.page.signs.candidates import Candidate, bare, bracketed, named, parenthesised, roman, superscript
from anora_bib.find.page.signs.evidence import believe, believe_most, has_series, passed_over, weight
from anora_bib.model import Anchor, Block, BlockKind, Essay, Marker, MarkerForm
from anora_bib.model.essay.verbatim import Verbatim, link_labels
from anora_bib.text.intervals import outermost
from anora_bib.text.spans import Span

_DIGIT = re.compile(r"[\d⁰¹²³⁴-⁹]")
_NEXT, _LAST = re.compile(r" ?[,;\u2013-] ?\d"), re.compile(r"\d ?[,;\u2013-] ?$")
"""What stands behind a number that others follow, and before one that others precede."""
_NO_ZONE = (BlockKind.NOTE, BlockKind.CODE, BlockKind.RULE)


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of text in which markers may stand. What stands in a picture's description leads nowhere."""

    span: Span
    in_image: bool = False


def zones(blocks: Iterable[Block]) -> list[Zone]:
    """Where markers may stand in ``blocks``: the words around pictures, and their descriptions apart."""
    result: list[Zone] = []
    for block in blocks:
        if block.kind in _NO_ZONE:
            continue
        last = result[-1].span if result else Span(0, 0)
        if block.kind is BlockKind.IMAGE and last.contains(block.outer):
            result[-1:] = [Zone(Span(last.start, block.outer.start)), Zone(block.span, in_image=True)]
            result.append(Zone(Span(block.outer.end, last.end)))
        else:
            result.append(Zone(block.span, block.kind is BlockKind.IMAGE))
    return result


def find_markers(
    essay: Essay, where: Sequence[Zone], labels: Collection[str], *, sure: bool = True
) -> tuple[Marker, ...]:
    """The markers in ``where``, in order; ``labels`` are those of the notes, of which it may not be ``sure`` yet.

    Signs of the format's own are taken as they are. Brackets and raised digits are, if they name a note or
    run on as a series does. Bare digits, or numbers in parentheses, are only where no such series claims the notes,
    and only together; beside a series, one that is glued to a word is where it stands for a note that the series
    passes over. Nothing is a marker inside code, addresses and the like (see ``verbatim``), and one inside another is
    the same marker.
    """
    verbatim = Verbatim(essay)
    heads = {block.outer.start for block in essay.blocks if block.kind is BlockKind.NOTE}
    live = [
        marker
        for marker in _live(essay, where, labels)
        # Tags and templates that hold a note in the sentence, or point at one again, are markers themselves.
        if marker.span.start in heads or not verbatim.surround(marker.span)
    ]
    links = link_labels(essay)
    signed = [
        marker
        for marker in _signed(essay, where, labels, live)
        if marker.label not in links and not verbatim.hold(marker.span)
    ]
    markers = [*live, *_in_series(signed, labels)]
    if labels and not has_series(markers, labels):
        candidates = [it for it in _bare(essay, where, labels, markers) if not verbatim.hold(it.marker.span)]
        in_signs = [it for it in _parenthesised(essay, where, labels) if sure and not verbatim.hold(it.marker.span)]
        runs = believe(candidates, labels), believe_most(in_signs, labels)
        markers += [candidate.marker for candidate in max(runs, key=weight)]
    elif unled := set(labels) - {marker.label for marker in markers if not marker.in_image}:
        markers += passed_over(_bare(essay, where, unled, markers), markers)
    return tuple(outermost(markers))


def _bare(essay: Essay, where: Sequence[Zone], labels: Collection[str], markers: Iterable[Marker]) -> list[Candidate]:
    """Digits in the running text that could be markers of those notes, where there is no marker yet."""
    taken = _Places(markers)
    return [
        candidate
        for zone in where
        if not zone.in_image and _DIGIT.search(essay.text, zone.span.start, zone.span.end)
        for candidate in bare(essay.text, zone.span, labels)
        if candidate.marker.label.isdecimal() and not taken.hold(candidate.marker.span)
    ]


def _parenthesised(essay: Essay, where: Sequence[Zone], labels: Collection[str]) -> Iterator[Candidate]:
    """Numbers in parentheses that could be markers of those notes."""
    for zone in where:
        if not zone.in_image:
            yield from parenthesised(essay.text, zone.span, labels)


def _live(essay: Essay, where: Sequence[Zone], labels: Collection[str]) -> list[Marker]:
    """The markers that the format itself has."""
    starts = [zone.span.start for zone in where]
    markers = []
    letters = any(_is_letter(essay.text, anchor) for anchor in essay.anchors if anchor.label not in labels)
    for anchor in essay.anchors:
        if _is_of_fraction(essay.text, anchor):
            continue
        if letters and anchor.label not in labels and len(anchor.label) == 1 and anchor.label.isalpha():
            continue
        if anchor.label not in labels and any(is_other(essay.text, anchor) for is_other in _NO_MARKER):
            continue
        index = bisect_right(starts, anchor.span.start) - 1
        text = anchor.span.of(essay.text)
        # A link that is the whole of an item is an entry of a table of contents.
        whole = index >= 0 and where[index].span == anchor.span and not text.startswith("[^")
        if index >= 0 and where[index].span.contains(anchor.span) and not whole:
            markers.append(Marker(anchor.label, text, anchor.span, MarkerForm.LIVE, where[index].in_image))
    return markers


def _is_no_label(text: str, anchor: Anchor) -> bool:
    """True for a citation key in the place of a label (``[^@roe2009]``), and for a raised 0."""
    zero = not anchor.label.strip("0") and "^" not in anchor.span.of(text)
    return zero or anchor.label.startswith("@")


def _is_of_formula(text: str, anchor: Anchor) -> bool:
    """True for a raised number that a letter follows: the mass of an isotope."""
    sign = anchor.span.of(text)
    return text[anchor.span.end : anchor.span.end + 1].isalpha() and "^" not in sign and "#" not in sign


def _is_one_of_several(text: str, anchor: Anchor) -> bool:
    """True for a number in a raised row, "3, 5": behind an author, such a row names addresses."""
    sign, start = anchor.span.of(text), anchor.span.start
    in_row = _NEXT.match(text, anchor.span.end) or _LAST.search(text, max(0, start - 3), start)
    return bool(in_row) and "^" not in sign and "#" not in sign


def _is_letter(text: str, anchor: Anchor) -> bool:
    """True for a letter with a sign on it, as plain text writes what it has no character for: "Mid[^e]wiwin"."""
    behind = text[anchor.span.end : anchor.span.end + 1]
    return len(anchor.label) == 1 and anchor.label.isalpha() and behind.isalpha()


_NO_MARKER = (_is_no_label, _is_of_formula, _is_one_of_several)
"""What raised signs are, if they lead to no note."""


def _is_of_fraction(text: str, anchor: Anchor) -> bool:
    """True for a raised number above a line: 3\u20445."""
    behind = text[anchor.span.end : anchor.span.end + 7].removeprefix("</sup>")
    return behind[:1] == "\u2044" or (behind[:1] == "/" and anchor.span.of(text).isdigit())


def _signed(essay: Essay, where: Sequence[Zone], labels: Collection[str], live: Sequence[Marker]) -> list[Marker]:
    """Markers in brackets and raised ones."""
    taken = _Places(live)
    signed: list[Marker] = []
    for zone in where:
        signs = tuple(roman(essay.text, zone.span))
        if _DIGIT.search(essay.text, zone.span.start, zone.span.end):
            signs += (*bracketed(essay.text, zone.span), *superscript(essay.text, zone.span))
        markers = [
            marker
            for marker in (*signs, *named(essay.text, zone.span, labels))
            # At the head of a block a number that no note has is the block's own, as those of verses are.
            if not taken.hold(marker.span)
            and (marker.label in labels or essay.text[zone.span.start : marker.span.start].strip())
        ]
        signed += [replace(marker, in_image=True) for marker in markers] if zone.in_image else markers
    return signed


def _in_series(markers: Sequence[Marker], labels: Collection[str]) -> list[Marker]:
    """Those that name a note; and the rest of one form too if it has a series, since some notes may be lost.

    No list of notes begins with 0, which is the first of most other things that brackets count.
    """
    kept = [marker for marker in markers if marker.in_image]
    for form in (MarkerForm.BRACKETED, MarkerForm.SUPERSCRIPT):
        of_form = [
            marker
            for marker in markers
            if marker.form is form and not marker.in_image and (marker.label.strip("0") or marker.label in labels)
        ]
        named = [marker for marker in of_form if marker.label in labels]
        kept += of_form if named or _is_series({marker.label for marker in of_form}) else named
    return kept


def _is_series(labels: Collection[str]) -> bool:
    """Without any note to lead to, numbers in brackets are markers if they count from one."""
    return {"1", "2"} <= set(labels)


class _Places:
    """The places that markers hold already."""

    def __init__(self, markers: Iterable[Marker]) -> None:
        spans = sorted(marker.span for marker in markers)
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]

    def hold(self, span: Span) -> bool:
        index = bisect_left(self._starts, span.end) - 1
        return index >= 0 and self._ends[index] > span.start
