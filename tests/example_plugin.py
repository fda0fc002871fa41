"""A plugin that is a module, for tests that send one to another process."""

from __future__ import annotations

from anora_bib import hookimpl
from anora_bib.registry import Registry
from anora_bib.reports.base import Report


@hookimpl
def register_reports(registry: Registry[Report]) -> None:
    registry.add("count", lambda diagnostics, _rules: f"{len(diagnostics)}\n")
