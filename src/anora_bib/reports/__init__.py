"""Diagnostics and changes written out for people and programs. Strings only: no colour, no input or output.

One module a form; each has a function that :data:`BUILTIN` lists under the name that ``--output-format`` takes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from anora_bib.reports import github, json, sarif, text
from anora_bib.reports.base import Described, Report

BUILTIN: Final[Mapping[str, Report]] = {
    "text": text.report,
    "json": json.report,
    "sarif": sarif.report,
    "github": github.report,
}
"""The reports that come with the package, by the names that ``--output-format`` takes."""

__all__ = ["BUILTIN", "Described", "Report"]
