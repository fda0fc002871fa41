"""What a comparison of references with the styles gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

LOW: Final = 0.9
"""A similarity below which no style is the one; its own prints reach 0.98 where the references were read rightly."""

LOW_SHAPE: Final = 0.6
"""A likeness of shapes below which text was forced into a style: references come to 0.8, prose to half of that."""


@dataclass(frozen=True, slots=True)
class StyleLine:
    """A reference as it was given, and as a style prints it; both without list numbers, markup or typography."""

    given: str
    printed: str
    similarity: float


@dataclass(frozen=True, slots=True)
class StyleMatch:
    """A style, and how nearly it prints the references.

    ``rank`` is shared by styles that print all of them the same. ``kind`` is "note" or "in-text", ``as_note`` whether
    they were compared with its notes in place of its bibliography. ``similarity`` is the mean over the references,
    from 0 to 1. ``dependents`` counts the styles of the CSL repository that are this one under another title.
    """

    rank: int
    name: str
    title: str
    kind: str
    as_note: bool
    similarity: float
    dependents: int
    shape: float = 1.0
    """How like the references are in shape to what the style prints of other items; 1 where their items were known."""
    lines: tuple[StyleLine, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class StyleRanking:
    """The styles that print the references most nearly, best first.

    ``compared`` of ``installed`` styles were rendered for this or an earlier answer; the rest did not look like it.
    ``problems`` has a sentence for each thing that a reader of the ranking has to know.
    """

    matches: tuple[StyleMatch, ...]
    references: int
    compared: int
    installed: int
    problems: tuple[str, ...] = ()

    def __repr__(self) -> str:
        first = ", ".join(f"{match.name} ({match.similarity:.2f})" for match in self.matches[:3])
        return f"StyleRanking of {self.references} references: {first}{', ...' if len(self.matches) > 3 else ''}"

    @property
    def convincing(self) -> bool:
        """Whether the first prints the references nearly enough to be their style, or one that is hardly another."""
        return bool(self.matches) and self.matches[0].similarity >= LOW and self.matches[0].shape >= LOW_SHAPE
