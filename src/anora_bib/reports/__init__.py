"""Diagnostics and changes written out for people and programs. Strings only: no colour, no input or output.

One module a form; each has a function that :data:`REPORTS` lists under the name that ``--output-format`` takes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from anora_bib.diagnostics import Diagnostic
from anora_bib.errors import UnknownNameError
from anora_bib.reports import github, json, sarif, text
from anora_bib.reports.base import Described, Report
from anora_bib.text import nearest

REPORTS: Final[Mapping[str, Report]] = {
    "text": text.report,
    "json": json.report,
    "sarif": sarif.report,
    "github": github.report,
}
"""What ``check --output-format`` offers, by name."""


def render(diagnostics: Sequence[Diagnostic], form: str = "text", rules: Sequence[Described] = ()) -> str:
    """The diagnostics in one of :data:`REPORTS`; ``rules`` are described where the form has room for that.

    Raises:
        UnknownNameError: there is no such form.
    """
    if form not in REPORTS:
        raise UnknownNameError("report", form, nearest(form, REPORTS), known=REPORTS)
    return REPORTS[form](diagnostics, rules)


__all__ = ["REPORTS", "Described", "Report", "render"]
