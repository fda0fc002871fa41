"""Diagnostics as JUnit's XML, which most services for continuous integration show.

The form: https://github.com/testmoapp/junitxml
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from anora_bib.diagnostics import Diagnostic
from anora_bib.reports.base import Described, Findings
from anora_bib.reports.programs.paths import relative
from anora_bib.text.characters import printable, printable_line

_PACKAGE = "anora-bib"


def report(found: Findings, _rules: Sequence[Described] = ()) -> str:
    """A suite for each file with findings, each of them a case that failed; where all is fine, one case that passed."""
    root = Element("testsuites", name=_PACKAGE, tests=str(max(1, len(found))), failures=str(len(found)), errors="0")
    for path, diagnostics in found.by_path().items():
        shown = printable_line(relative(path, found))
        count = str(len(diagnostics))
        suite = SubElement(root, "testsuite", name=shown, tests=count, failures=count, errors="0", package=_PACKAGE)
        for diagnostic in diagnostics:
            _case(suite, shown, diagnostic)
    if not found:
        suite = SubElement(root, "testsuite", name=_PACKAGE, tests="1", failures="0", errors="0", package=_PACKAGE)
        SubElement(suite, "testcase", name="all fine", classname=_PACKAGE)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _case(suite: Element, path: str, diagnostic: Diagnostic) -> None:
    line, column = str(diagnostic.start.line), str(diagnostic.start.column)
    name = printable_line(f"{diagnostic.code} {diagnostic.rule}")
    case = SubElement(suite, "testcase", name=name, classname=path, file=path, line=line, column=column)
    message = printable_line(diagnostic.message)
    failure = SubElement(case, "failure", type=str(diagnostic.severity), message=message)
    failure.text = "\n".join((f"line {line}, column {column}: {message}", *map(printable, diagnostic.evidence)))
