"""A ranking for people: rows of a table, and what the first style prints otherwise."""

from __future__ import annotations

from typing import Final

from anora_bib.identify.result import StyleLine, StyleRanking
from anora_bib.text.characters import join_names

HEADER: Final = ("style", "rank", "likeness", "title", "kind", "dependents")

_NOTES: Final = "note"
_NAMED: Final = 3
"""Styles that a sentence names; the table has all."""


def rows(ranking: StyleRanking) -> list[tuple[str, ...]]:
    """A row a style; styles that print the references the same share a rank, which has "=" before it."""
    ranks = [match.rank for match in ranking.matches]
    return [
        (
            match.name,
            f"={match.rank}" if ranks.count(match.rank) > 1 else str(match.rank),
            f"{_floored(match.similarity)}%",
            match.title,
            f"{match.kind}, as a bibliography" if match.kind == _NOTES and not match.as_note else match.kind,
            str(match.dependents or ""),
        )
        for match in ranking.matches
    ]


def differences(ranking: StyleRanking) -> str:
    """How many styles were compared, and each reference that the first prints otherwise: given (-), printed (+)."""
    counted = f"{ranking.compared} of {ranking.installed} styles compared, by {ranking.references} references"
    if ranking.compared < ranking.installed:
        counted += "; --all compares the others too, one of which may print the same"
    if not ranking.matches:
        return f"\n{counted}\n"
    first = ranking.matches[0]
    same = [match.name for match in ranking.matches[1:] if match.lines == first.lines]
    equal = f"; so do {join_names(same, most=_NAMED)}" if same else ""
    different = [line for line in first.lines if line.given != line.printed]
    if not different:
        return f"\n{counted}\n{first.name} prints all of them as they are{equal}\n"
    said = f"{first.name} prints {len(different)} of them otherwise{equal}:"
    return "\n".join(["", counted, said, *map(_shown, different)]) + "\n"


def _shown(line: StyleLine) -> str:
    return f"- {line.given}\n+ {line.printed or '(nothing)'}"


def _floored(share: float) -> str:
    """A percentage that says 100 only of what is the same."""
    return f"{int(share * 1000) / 10:g}"
