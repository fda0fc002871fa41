"""Diagnostics and changes written out for people and programs. Strings only: no input or output.

One module a form; each has a function that ``builtin`` lists under the name that ``--output-format`` takes.
"""

from __future__ import annotations

from anora_bib.reports.base import Described, Findings, Report

__all__ = ["Described", "Findings", "Report"]
