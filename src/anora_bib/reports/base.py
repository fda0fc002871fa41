"""What a report is, and what it tells of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, overload, runtime_checkable

from anora_bib.diagnostics import Diagnostic, Severity
from anora_bib.text.excerpts import Lines

if TYPE_CHECKING:
    from anora_bib.reports.pages import Page  # knows essays, which most reports do not


class Described(Protocol):
    """What a report says of a rule, or of a notice that reading gave; ``doc`` is Markdown."""

    @property
    def code(self) -> str:
        """The code, "N001"."""

    @property
    def name(self) -> str:
        """The name after the fault, "note-without-marker"."""

    @property
    def summary(self) -> str:
        """One line without a full stop."""

    @property
    def doc(self) -> str:
        """The documentation as Markdown."""

    @property
    def severity(self) -> Severity:
        """The severity of its diagnostics."""


class Tone(StrEnum):
    """What a stretch of a report is, for a terminal that can show it in a colour."""

    PATH = "path"
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    MARGIN = "margin"
    REMOVED = "removed"
    ADDED = "added"
    FIX = "fix"
    GOOD = "good"


Paint = Callable[[str, Tone], str]
"""From words that are printable and what they are to the same words in a colour."""


def plain(words: str, _tone: Tone) -> str:
    """The words without colour: what a pipe or a file gets."""
    return words


@dataclass(frozen=True)
class Findings(Sequence[Diagnostic]):
    """The diagnostics of a run, in order, and what a report may show beside them.

    ``files`` is how many files were checked, None where nobody counted. ``lines`` are those that the diagnostics are
    about, ``pages`` whole files, for a report that shows them. ``folder`` is the absolute path of the
    folder that paths are shown from. ``width`` is how many cells a line of the report has, ``paint`` what colours it.
    """

    diagnostics: Sequence[Diagnostic]
    files: int | None = None
    lines: Lines = field(default_factory=dict)
    folder: str = ""
    width: int = 100
    paint: Paint = plain
    pages: Sequence[Page] = ()

    @overload
    def __getitem__(self, index: int) -> Diagnostic: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Diagnostic]: ...
    def __getitem__(self, index: int | slice) -> Diagnostic | Sequence[Diagnostic]:
        return self.diagnostics[index]

    def __len__(self) -> int:
        return len(self.diagnostics)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.diagnostics)

    def by_path(self) -> dict[str, list[Diagnostic]]:
        """The diagnostics of each file, in the order of the first of each."""
        groups: dict[str, list[Diagnostic]] = {}
        for diagnostic in self:
            groups.setdefault(diagnostic.path, []).append(diagnostic)
        return groups


Report = Callable[[Findings, Sequence[Described]], str]
"""From the findings of a run and all rules there are to the text of the report; "" where there is nothing to say.

The text of an essay is untrusted: a report holds no control character but line ends and what ``Findings.paint`` puts
in, and nothing of an essay can end a line, a string or an element of its format.
"""


@runtime_checkable
class PagedReport(Protocol):
    """A report that shows whole texts (``Findings.pages``), and can be several files."""

    def __call__(self, found: Findings, rules: Sequence[Described] = ()) -> str:
        """All of it as one file."""

    def files(self, found: Findings, rules: Sequence[Described] = (), *, index: str) -> Mapping[str, str]:
        """The content of each of its files, by the path from the folder that ``index``, the first to open, is in."""
