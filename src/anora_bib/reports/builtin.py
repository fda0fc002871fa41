"""The reports that come with the package."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from anora_bib.reports import html
from anora_bib.reports.base import Report
from anora_bib.reports.people import concise, full, grouped
from anora_bib.reports.programs import github, gitlab, json, jsonl, junit, sarif

BUILTIN: Final[Mapping[str, Report]] = {
    "full": full.report,
    "text": full.report,
    "concise": concise.report,
    "grouped": grouped.report,
    "json": json.report,
    "jsonl": jsonl.report,
    "junit": junit.report,
    "gitlab": gitlab.report,
    "sarif": sarif.report,
    "github": github.report,
    "html": html.report,
}
"""By the names that ``--output-format`` takes; "text" is that of "full" too."""
