"""Everything that is to be judged in the files of a folder."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import anora_bib as ab
from anora_bib.diagnostics import Diagnostic
from anora_bib.errors import AnoraBibError
from tests.wild import conversions
from tests.wild.sheet import Row

ENDINGS = frozenset((".md", ".markdown", ".qmd", ".html", ".htm", ".txt", ".page"))


def rows(folder: Path, *, pedantic: bool = False, only_live: bool = False) -> Iterator[Row]:
    """What is found, edited and lost in each essay under ``folder``, whose name is that of the site."""
    for path in sorted(path for path in folder.rglob("*") if path.suffix.lower() in ENDINGS and path.is_file()):
        name = str(path.relative_to(folder))
        started = time.process_time()
        try:
            essay = ab.read(path)
        except AnoraBibError as error:
            yield Row("unread", "check", folder.name, name, 0, "", str(error))
            continue
        try:
            apparatus = ab.apparatus(essay)
        except Exception as error:  # noqa: BLE001 - a fault to be told with its file, not the end of the other files
            yield Row("crash", "check", folder.name, name, 0, "", repr(error))
            continue
        yield from conversions.rows(apparatus, folder.name, name)
        if only_live:
            continue
        for diagnostic in ab.check(apparatus, pedantic=pedantic):
            yield _found("check", folder, name, essay.source, diagnostic)
        for kind in ("fix", "unsafe"):
            for diagnostic in ab.fix(apparatus, unsafe=kind == "unsafe").applied:
                if kind == "fix" or str(diagnostic.applicability) != "safe":
                    yield _found(kind, folder, name, essay.source, diagnostic)
        if (taken := time.process_time() - started) > 5:
            sys.stderr.write(f"{name}: {taken:.1f} s\n")


def _found(kind: str, folder: Path, name: str, source: str, diagnostic: Diagnostic) -> Row:
    span = diagnostic.span
    before, behind = source[max(0, span.start - 60) : span.start], source[span.end : span.end + 60]
    words = f"{before}⟦{span.of(source)[:200]}⟧{behind}"
    fix = ""
    if kind != "check" and diagnostic.fix:
        fix = "; ".join(f"⟦{edit.span.of(source)}⟧ → ⟦{edit.replacement}⟧" for edit in diagnostic.fix.edits)
    return Row(
        diagnostic.code, kind, folder.name, name, diagnostic.start.line, _line(words), _line(diagnostic.message + fix)
    )


def _line(text: str) -> str:
    return " ".join(text.split())
