"""What a report is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from anora_bib.diagnostics import Diagnostic, Severity


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


Report = Callable[[Sequence[Diagnostic], Sequence[Described]], str]
"""From the diagnostics, in order, and all rules there are to the text of the report; "" where there is nothing to say.

The text of an essay is untrusted: a report holds no control character but line ends, and nothing of an essay can end a
line, a string or an element of its format.
"""
