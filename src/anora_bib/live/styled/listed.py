"""The works-cited lists of an essay in a style: each line anew, in the order of the style."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from anora_bib.live.kept import Kept
from anora_bib.live.keys import Keys
from anora_bib.live.listed import Listed, listed_references
from anora_bib.live.styled.certainty import (
    NO_DATE,
    SET_OTHERWISE,
    UNLIKE,
    LeftOut,
    doubt,
    left_out,
    said_twice,
    set_otherwise,
    unlike_others,
    unprinted,
)
from anora_bib.live.styled.certainty import TWICE as SAID_TWICE
from anora_bib.live.styled.places import LINK, addresses, edit, place
from anora_bib.live.styled.writing import Writing
from anora_bib.live.words import lacking
from anora_bib.model import Apparatus, Entry, ListedWork, Place, Reference
from anora_bib.text.spans import SourceEdit, SourceSpan, Span

NO_LINE: Final = "the style prints no line for it"
TWICE: Final = "it is listed more than once"
PART: Final = "it may be a part of the lines around it"
SEVERAL: Final = "it lists several works"

_REACH: Final = 80
_EMPTY_BEFORE: Final = re.compile(
    r"(?:\A|\n[ \t>]{0,16}\n)[ \t>]{0,16}(?:[-*+•]|\d{1,4}[.)]|\[\d{1,4}\])?[ \t]{0,16}\Z"
)
_EMPTY_BEHIND: Final = re.compile(r"[ \t]*(?:\Z|\n[ \t>]*(?:\n|\Z))")
_BETWEEN: Final = re.compile(r"[\s>*+\u2022-]*")
"""Between two items of a list that is not numbered."""


@dataclass(frozen=True, slots=True)
class _Line:
    work: ListedWork
    at: SourceSpan
    key: str
    reference: Reference


class StyledList:
    """The listed works, read; :meth:`write` gives the edits. ``kept`` is what stays."""

    def __init__(self, apparatus: Apparatus, keys: Keys, entries: Mapping[str, Entry]) -> None:
        self._apparatus = apparatus
        self._document = apparatus.essay.document
        self._entries = entries
        self._text = apparatus.essay.text
        self._unlike = unlike_others(apparatus, Place.WORKS_CITED)
        listed = Listed(apparatus, keys)
        self.kept: list[Kept] = [*listed.kept]
        self.holding = len(apparatus.works_cited)
        self.unprinted: list[LeftOut] = []
        self.unsorted = 0
        """How many works stand where they stood, though the style would sort them."""
        parted = self._parted()
        times = Counter(key for _, cited in listed.resolved for key in cited)
        self._references = {work.span: there for work, there in listed_references(apparatus)}
        self._lines: dict[Span, _Line] = {}
        """Those that are rewritten, by where they stand."""
        for work, cited in listed.resolved:
            line = SEVERAL if len(cited) > 1 else TWICE if times[cited[0]] > 1 else self._line(work, cited[0])
            if parted and not self._is_alone(work):
                line = PART
            if isinstance(line, str):
                self._keep(work, line)
            else:
                self._lines[work.span] = line

    @property
    def made(self) -> int:
        """How many works are rewritten."""
        return len(self._lines)

    def write(self, writing: Writing) -> Iterator[SourceEdit]:
        """The edits. Lists that are understood in full are sorted; the lines of others stay where they are."""
        for run in self._runs():
            lines = [line for work in run if (line := self._lines.get(work.span))]
            sorted_lines = writing.listed([line.key for line in lines], together=True)
            made = self._edits(lines, sorted_lines, writing, moved=True) if len(lines) == len(run) else None
            if made is None:
                lines = [line for work in run if (line := self._lines.get(work.span))]
                order = [key for key in sorted_lines if any(line.key == key for line in lines)]
                self.unsorted += len(lines) if order != [line.key for line in lines] else 0
                made = self._edits(lines, writing.listed(order, together=False), writing, moved=False)
            yield from made or ()

    def _edits(
        self, lines: list[_Line], texts: Mapping[str, str], writing: Writing, *, moved: bool
    ) -> list[SourceEdit] | None:
        """The edits of one list; None if a line would lose something, which is noted."""
        found = {line.key: why for line in lines if (why := self._refused(line, texts.get(line.key, ""), writing))}
        places = {line.key: line for line in lines}
        order = [places[key] for key in texts if key in places] if moved and not found else lines
        edits: list[SourceEdit] = []
        for line, put in zip(lines, order, strict=True):
            made = found.get(line.key) or edit(self._document, line.at, line.work.span, texts[put.key])
            if isinstance(made, str):
                found[line.key] = made
            else:
                edits.append(made)
        for line in lines:
            if line.key in found:
                self._keep(line.work, found[line.key])
                del self._lines[line.work.span]
        if found and moved:
            return None
        for line in lines:
            if line.key not in found:
                names = tuple(unprinted(line.reference.entry, line.work.text, texts[line.key]))
                if names:
                    self.unprinted.append(LeftOut("", self._apparatus.essay.line(line.work.span), names))
        return edits

    def _refused(self, line: _Line, text: str, writing: Writing) -> str:
        """Why what the style prints may not take the place of a line; "" if it may."""
        if not text or left_out(text):
            return NO_LINE
        if writing.says_undated(text, line.work.text):
            return NO_DATE
        source = line.at.of(self._document.source)
        if {*addresses(source), *addresses(line.work.text)} - {*addresses(text)}:
            return LINK
        if said_twice(line.work.text, text):
            return SAID_TWICE
        return SET_OTHERWISE if set_otherwise(line.work.span, self._apparatus.essay, text) else ""

    def _line(self, work: ListedWork, key: str) -> _Line | str:
        index, reference = self._references[work.span][0]
        if reason := doubt(reference, self._entries[key], self._apparatus.essay):
            return reason
        if index in self._unlike:
            return UNLIKE
        if missing := lacking(work.text, [self._entries[key]], reference.entry.string("locator")):
            return missing
        at = place(self._document, work.span)
        return at if isinstance(at, str) else _Line(work, at, key, reference)

    def _parted(self) -> bool:
        """Whether empty lines part the works from each other."""
        works = self._apparatus.works_cited
        gaps = [self._text[one.span.end : other.span.start] for one, other in pairwise(works)]
        return sum("\n\n" in gap for gap in gaps) > len(gaps) / 2

    def _is_alone(self, work: ListedWork) -> bool:
        """Whether an empty line stands before and behind a work."""
        before = self._text[max(0, work.span.start - _REACH) : work.span.start]
        behind = self._text[work.span.end : work.span.end + _REACH]
        return bool(_EMPTY_BEFORE.search(before)) and bool(_EMPTY_BEHIND.match(behind))

    def _runs(self) -> Iterator[list[ListedWork]]:
        """Works that stand one behind the other under one heading, with nothing but signs of a list between."""
        run: list[ListedWork] = []
        for work in self._apparatus.works_cited:
            if run and not (
                run[-1].heading == work.heading
                and run[-1].span.end <= work.span.start
                and _BETWEEN.fullmatch(self._text, run[-1].span.end, work.span.start)
            ):
                yield run
                run = []
            run.append(work)
        if run:
            yield run

    def _keep(self, work: ListedWork, reason: str) -> None:
        self.kept.append(Kept.at(self._apparatus, work.span, Place.WORKS_CITED, "", reason))
