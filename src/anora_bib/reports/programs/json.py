"""Diagnostics as JSON: an array of what :meth:`Diagnostic.to_json` gives."""

from __future__ import annotations

from collections.abc import Sequence

from anora_bib.diagnostics import Diagnostic
from anora_bib.reports.base import Described
from anora_bib.text.characters import json_text


def report(diagnostics: Sequence[Diagnostic], _rules: Sequence[Described] = ()) -> str:
    """The array; ``[]`` where nothing was found."""
    return json_text([diagnostic.to_json() for diagnostic in diagnostics])
