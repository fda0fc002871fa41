"""From what a rule yields about a text to a diagnostic about the file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from anora_bib.diagnostics import Applicability, Diagnostic, SourceFix, TextFix
from anora_bib.documents.dialects import HTML
from anora_bib.documents.document import Document
from anora_bib.documents.source_map import Segment, SourceMap
from anora_bib.lint.rule import Finding, Rule
from anora_bib.model import Apparatus, Essay, Records
from anora_bib.records.record_set import RecordSet
from anora_bib.text.spans import SourceEdit, SourceSpan, TextEdit, TextSpan

# The file "<p>A &amp; B" read as "A & B".
PAGE = Document("e.html", "A & B", HTML, "<p>\nA &amp; B", SourceMap([Segment(0, 4, 2), Segment(3, 11, 2)]), "cp1252")


def diagnose(document: Document, span: TextSpan, replacement: str) -> Diagnostic:
    def check(_apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
        fix = TextFix("Write it", (TextEdit(span, replacement),), Applicability.SAFE)
        yield Finding(span, "It is wrong", ("so it is said",), fix)

    (found,) = Rule("X1", "x", "", "", check).diagnose(Apparatus(Essay(document, "html")), RecordSet(()))
    return found


def test_a_diagnostic_and_its_fix_count_in_the_file() -> None:
    found = diagnose(PAGE, TextSpan(4, 5), "<ł>")
    assert found.span == SourceSpan(12, 13)
    assert (found.start, found.end) == ((2, 9), (2, 10))
    assert found.fix == SourceFix("Write it", (SourceEdit(SourceSpan(12, 13), "&lt;&#322;&gt;"),), Applicability.SAFE)
    assert found.evidence == ("so it is said",)


def test_a_fix_that_cannot_be_made_says_why() -> None:
    found = diagnose(PAGE, TextSpan(0, 5), "A and B")
    assert found.fix == SourceFix("Write it", (), Applicability.DISPLAY_ONLY)
    assert found.evidence[0] == "so it is said"
    assert "markup or character references" in found.evidence[1]
    legacy = diagnose(Document("e.txt", "Wisla", encoding="cp1252"), TextSpan(3, 4), "ł")
    assert legacy.applicability is Applicability.DISPLAY_ONLY
    assert "cp1252" in legacy.evidence[1]


@pytest.mark.parametrize(("thorough", "words"), [(False, ["A"]), (True, ["A", "B"])])
def test_what_is_doubtful_is_told_by_a_thorough_rule(thorough: bool, words: list[str]) -> None:
    def check(_apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
        yield Finding(TextSpan(0, 1), "A")
        yield Finding(TextSpan(4, 5), "B", doubtful=True)

    rule = Rule("X1", "x", "", "", check, thorough=thorough)
    assert [found.message for found in rule.diagnose(Apparatus(Essay(PAGE, "html")), RecordSet(()))] == words
