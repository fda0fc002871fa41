"""What a parser makes of the references of a file, beside the truth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from anora_bib.model import Entry, Place
from anora_bib.model.essay.pieces import Reference
from anora_bib.parser.base import Parser
from anora_bib.parser.evaluation.cases import Case
from anora_bib.parser.evaluation.values import Judged, values

_NONE: Final = Judged("", 0.0)
_NOTHING: Final = Entry("", {}, confidence=0.0)


@dataclass(frozen=True, slots=True)
class Miss:
    """A variable, or ``type``, that was not read as it is; "" stands for what is not there."""

    variable: str
    expected: str
    given: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """One entry of the truth (None where there is none) beside one that was read (None where there is none).

    ``expected`` and ``given`` are the values that are compared, by variable.
    """

    case: Case
    truth: Entry | None
    entry: Entry | None
    expected: Mapping[str, Judged]
    given: Mapping[str, Judged]

    def is_right(self, variable: str) -> bool:
        """Whether a variable was read as it is, or is missing on both sides."""
        return self.expected.get(variable, _NONE).value == self.given.get(variable, _NONE).value

    @property
    def is_type_right(self) -> bool:
        """Whether the item type is that of the truth."""
        return bool(self.truth and self.entry and self.truth.type == self.entry.type)

    @property
    def is_wholly_right(self) -> bool:
        """Whether every variable is right and none is added; the type is another question."""
        if (self.truth is None) != (self.entry is None):
            return False
        return all(self.is_right(variable) for variable in {*self.expected, *self.given})

    @property
    def confidence(self) -> float:
        """How sure the parser is of the entry."""
        return self.entry.confidence if self.entry else 0.0

    def misses(self) -> Iterator[Miss]:
        """What is not right, the type first."""
        truth, entry = self.truth or _NOTHING, self.entry or _NOTHING
        if truth.type != entry.type:
            yield Miss("type", truth.type, entry.type)
        for variable in (*self.expected, *(name for name in self.given if name not in self.expected)):
            if not self.is_right(variable):
                expected, given = self.expected.get(variable, _NONE), self.given.get(variable, _NONE)
                yield Miss(variable, expected.value, given.value)


def judge(parser: Parser, cases: Iterable[Case], hint: Place | None = None) -> Iterator[Outcome]:
    """What the parser reads in each string beside what is true of it, the entries of a string in their order.

    ``hint`` is where the strings are said to stand. An entry that the parser does not find, and one too many, is an
    outcome as well.
    """
    for case in cases:
        entries = [piece.entry for piece in parser.pieces(case.string, hint=hint) if isinstance(piece, Reference)]
        for truth, entry in zip_longest(case.truth, entries):
            yield Outcome(case, truth, entry, values(truth) if truth else {}, values(entry) if entry else {})
