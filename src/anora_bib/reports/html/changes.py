"""What a fix changes, as lines to be shown and to be copied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from anora_bib.text.characters import printable
from anora_bib.text.spans import SourceEdit

_AROUND: Final = 48
"""Characters of unchanged words that are shown on either side of a change: a paragraph may be one line."""

_LONGEST_LINES: Final = 4000
"""Characters up to which lines are copied whole. A file may be one line, which each of its findings would hold."""
_AROUND_LONG: Final = 400


@dataclass(frozen=True, slots=True)
class Change:
    """Lines of the file that a fix changes. ``pieces`` are (kind, text), of kind "same", "gone" and "new".

    ``corrected`` is what the lines are afterwards, or the words around the change where a line is very long.
    """

    pieces: tuple[tuple[str, str], ...]
    corrected: str


def changes(source: str, edits: Sequence[SourceEdit]) -> list[Change]:
    """The changes of a fix, those of neighbouring lines together."""
    groups: list[list[SourceEdit]] = []
    end = -1
    for edit in sorted(edits, key=lambda edit: edit.span):
        if groups and source.count("\n", end, edit.span.start) == 0 and end >= 0:
            groups[-1].append(edit)
        else:
            groups.append([edit])
        end = max(end, edit.span.end)
    return [_change(source, group) for group in groups]


def _change(source: str, edits: Sequence[SourceEdit]) -> Change:
    start = source.rfind("\n", 0, edits[0].span.start) + 1
    last = max(edit.span.end for edit in edits)
    end = source.find("\n", last)
    end = len(source) if end < 0 else end
    if end - start > _LONGEST_LINES:
        start = _word(source, start, edits[0].span.start - _AROUND_LONG)
        end = max(last, source.rfind(" ", last, min(end, last + _AROUND_LONG)))
    pieces = [piece for piece in _pieces(source, start, end, edits) if piece[1]]
    corrected = "".join(text for kind, text in pieces if kind != "gone")
    ends = len(pieces) - 1
    shown = tuple(
        (kind, printable(_cut(text, first=at == 0, last=at == ends) if kind == "same" else text))
        for at, (kind, text) in enumerate(pieces)
    )
    return Change(shown, printable(corrected))


def _word(source: str, least: int, wanted: int) -> int:
    """Where a word begins near a place, or ``least``."""
    return least if wanted <= least else source.find(" ", wanted, wanted + _AROUND_LONG) + 1 or wanted


def _pieces(source: str, start: int, end: int, edits: Sequence[SourceEdit]) -> Iterator[tuple[str, str]]:
    done = start
    for edit in edits:
        yield "same", source[done : edit.span.start]
        yield "gone", source[edit.span.start : edit.span.end]
        yield "new", edit.replacement
        done = edit.span.end
    yield "same", source[done:end]


def _cut(text: str, *, first: bool, last: bool) -> str:
    """Unchanged words, without what is far from a change."""
    before = "" if first else text[:_AROUND]
    after = "" if last else text[-_AROUND:]
    if len(text) <= len(before) + len(after) + 1:
        return text
    return f"{before}…{after}"
