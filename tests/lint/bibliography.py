"""A ``.bib`` text through the reader and the rules, as ``anora-bib check`` does it."""

from __future__ import annotations

from anora_bib.diagnostics import Applicability, Diagnostic
from anora_bib.formats.bibtex import BibTeX
from anora_bib.lint.bib_file import BibFile
from anora_bib.lint.checker import check_bibliography
from anora_bib.lint.fixer import plan
from anora_bib.lint.rules.builtin import BIBLIOGRAPHY
from anora_bib.lint.select import select
from anora_bib.text.spans import apply_edits


def diagnose(text: str, *codes: str, pedantic: bool = False) -> list[Diagnostic]:
    """What the rules of these codes find in the text; all that are on by default, if none is given."""
    loaded = BibTeX().load(text, "refs.bib")
    file = BibFile.of("refs.bib", text, loaded.entries, loaded.blocks)
    return check_bibliography(file, select(BIBLIOGRAPHY, codes, pedantic=pedantic))


def told(text: str, *codes: str) -> list[str]:
    """The findings as line, column and message."""
    return [f"{one.start.line}:{one.start.column} {one.message}" for one in diagnose(text, *codes)]


def fixed(text: str, *codes: str, unsafe: bool = True) -> str:
    """The text after the fixes of these rules, until none is left."""
    for _ in range(10):
        planned = plan(diagnose(text, *codes), unsafe=unsafe)
        if not planned:
            return text
        text = apply_edits(text, [edit for one in planned if one.fix for edit in one.fix.edits])
    raise AssertionError("the fixes do not settle")


def is_safe(one: Diagnostic) -> bool:
    """True if the finding has a fix that is applied by default."""
    return one.applicability is Applicability.SAFE
