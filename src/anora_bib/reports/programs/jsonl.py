"""Diagnostics as JSON lines (https://jsonlines.org): an object a line, as :meth:`Diagnostic.to_json` gives it."""

from __future__ import annotations

from collections.abc import Sequence

from anora_bib.diagnostics import Diagnostic
from anora_bib.reports.base import Described
from anora_bib.text.characters import json_text


def report(diagnostics: Sequence[Diagnostic], _rules: Sequence[Described] = ()) -> str:
    """The lines."""
    return "".join(json_text(diagnostic.to_json(), indent=None) for diagnostic in diagnostics)
