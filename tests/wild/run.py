"""Everything that is to be judged in the files of a folder."""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import anora_bib as ab
from anora_bib import api
from anora_bib.diagnostics import Diagnostic
from anora_bib.errors import AnoraBibError
from anora_bib.live.words import connecting
from anora_bib.model import Apparatus
from anora_bib.text import fold
from tests.wild.sheet import Row

ENDINGS = frozenset((".md", ".markdown", ".qmd", ".html", ".htm", ".txt", ".page"))
_WORD = re.compile(r"[^\W_]+")


def rows(folder: Path, *, pedantic: bool = False) -> Iterator[Row]:
    """What is found, edited and lost in each essay under ``folder``, whose name is that of the site."""
    for path in sorted(path for path in folder.rglob("*") if path.suffix.lower() in ENDINGS and path.is_file()):
        name = str(path.relative_to(folder))
        started = time.process_time()
        try:
            essay = ab.read(path)
        except AnoraBibError as error:
            yield Row("unread", "check", folder.name, name, 0, "", str(error))
            continue
        apparatus = ab.apparatus(essay)
        for diagnostic in ab.check(apparatus, pedantic=pedantic):
            yield _found("check", folder, name, essay.source, diagnostic)
        for kind in ("fix", "unsafe"):
            for diagnostic in ab.fix(apparatus, unsafe=kind == "unsafe").applied:
                if kind == "fix" or str(diagnostic.applicability) != "safe":
                    yield _found(kind, folder, name, essay.source, diagnostic)
        yield from _live(apparatus, folder, name)
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


def _live(apparatus: Apparatus, folder: Path, name: str) -> Iterator[Row]:
    """A row of the words that a conversion loses, and one that counts what it converts."""
    try:
        live = api.make_live(apparatus)
    except AnoraBibError:
        return
    lost = lost_words(apparatus.essay.text, live) - Counter(
        {fold(note.label): len(apparatus.markers) + 1 for note in apparatus.notes}
    )
    gone = sum(f"[^{note.label}]:" not in live.text for note in apparatus.notes)
    if lost:
        yield Row("lost", "live", folder.name, name, 0, _line(str(dict(lost))), f"of {gone} notes converted")
    if live.text != apparatus.essay.text or live.kept:
        yield Row("counts", "live", folder.name, name, 0, f"{gone} {len(apparatus.notes)} {len(live.kept)}", "", "-")


def lost_words(before: str, live: api.Live) -> Counter[str]:
    """The words that neither the essay made live nor its library holds, but for joints and labels."""
    library = ab.dump(live.library, to="csl-json")
    was, text, held = (Counter(_WORD.findall(fold(words))) for words in (before, live.text, library))
    return Counter(
        {
            word: count - text[word]
            for word, count in was.items()
            if count > text[word] and not held[word] and word.lstrip("0") not in held and word not in connecting()
        }
    )
