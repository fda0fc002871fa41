"""Findings as pages for a browser: each text as printed, with what is found in its place.

A page is one file: styles and script are in it, nothing is loaded from anywhere, and it can be read without the script.
The text of an essay cannot become markup: the templates escape it, and the policy of the page lets no other script run.
"""

from __future__ import annotations

from anora_bib.reports.html.report import STYLE, WALK, HtmlReport

report = HtmlReport()

__all__ = ["STYLE", "WALK", "HtmlReport", "report"]
