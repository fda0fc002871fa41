"""Names and a page alone, "Roe, 12": a short form only where the essay cites exactly one source by that name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from anora_bib.model.essay.pieces import CrossReference, FormKind, ShortForm, Unknown
from anora_bib.parser.cutting.form_parts import made, names_in, piece_of, whole_tail
from anora_bib.parser.cutting.short_forms import leading_signal
from anora_bib.text.spans import Span

_LONGEST: Final = 120
_PART: Final = re.compile(r"[^;]+")
_WHO: Final = re.compile(r"(?P<who>[^\d;:.()\[\]*_]{2,60}?)(?:,(?=\s+\S)|(?=\s+pp?\.))")
"""Names up to a comma and a page: "Luke 2" is a chapter, and titles are set off."""


def bare_forms(text: str, piece: Unknown) -> list[ShortForm]:
    """What a piece that was not understood may stand for, one form for each part between semicolons.

    [] if one of them is anything else than names and a page. They cover the piece as it does.
    """
    if len(piece.words) > _LONGEST:
        return []
    forms = list(_forms(text, piece.words))
    if not all(forms):
        return []
    found = [form for form in forms if form]
    ends = [*(form.words.end for form in found[:-1]), piece.span.end]
    joints = [piece.joint, *(";" for _ in found[1:])]
    starts = [piece.span.start, *ends[:-1]]
    return [
        replace(form, span=Span(start, end), joint=joint)
        for form, start, end, joint in zip(found, starts, ends, joints, strict=True)
    ]


def _forms(text: str, words: Span) -> Iterator[ShortForm | None]:
    for part in _PART.finditer(text, words.start, words.end):
        printed = part[0]
        signal, start = leading_signal(printed)
        match = _WHO.match(printed, start)
        names = names_in(match["who"]) if match else ()
        tail = whole_tail(printed, match.end()) if match else None
        if not names or tail is None or not tail.places:
            yield None
            continue
        place = Span(part.start() + len(printed) - len(printed.lstrip()), part.start() + len(printed.rstrip()))
        form = piece_of(made(FormKind.SHORT_TITLE, signal, tail, names), place)
        yield None if isinstance(form, CrossReference) else form
