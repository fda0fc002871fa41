"""How many defects that readers found by eye in essays ``check`` finds as well.

``python -m tests.wild.defects FOLDER`` prints the share, by kind and in all. ``FOLDER/owner+name/path`` holds the
essays, which are not part of the project: ``labels/defects/*.jsonl`` names the repository, the path and the SHA-256 of
each, and has of each defect the line, the kind and a word or two of it. ``--pedantic`` runs all rules; ``--list``
prints what was missed.

A defect is found if a finding of a rule for its kind names its words, in the message, the evidence or the words that it
marks, and stands in its line or names the line. Where a line is a whole page, the words alone tell.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

import anora_bib as ab
from anora_bib.diagnostics import Diagnostic
from anora_bib.model import Essay
from anora_bib.text.characters import fold

LABELS: Final = Path(__file__).parent / "labels" / "defects"
CODES: Final = {
    "address": ("N009", "N010", "N017", "N018", "N022"),
    "bare address": ("N006",),
    "broken off": ("N013", "N023"),
    "form": ("N015", "N019", "N020", "N024", "N025", "N026"),
    "listed twice": ("W003",),
    "marker": ("M",),
    "never cited": ("W001",),
    "no address": ("N016",),
    "placeholder": ("N005", "C004"),
    "no year": ("W012",),
    "not listed": ("W002", "W008", "W016"),
    "numbering": ("N001", "N012", "M005"),
    "order": ("W013",),
    "quotation": ("C005",),
    "repeated": ("N003",),
    "short title": ("W007", "W014", "N021"),
    "spelling": ("A", "W004", "W006", "W007", "W008", "W009", "W010"),
    "split item": ("N002", "N013", "W011"),
    "two names": ("W004", "W006", "W007", "W017"),
    "two publishers": ("W015",),
    "two years": ("W005",),
    "unpaired": ("N014", "Q"),
    "wrong source": (),
    "year": ("D",),
}
"""The rules that may find a defect of each kind; none where no rule is about it."""


class Defect(NamedTuple):
    """Where a reader saw that something is wrong."""

    line: int
    kind: str
    words: str


class Labelled(NamedTuple):
    """An essay and what is wrong with it."""

    repository: str
    path: str
    sha256: str
    defects: tuple[Defect, ...]


def read_labels(paths: Iterable[Path]) -> Iterator[Labelled]:
    """The labelled essays of some files."""
    for path in paths:
        for row in map(json.loads, path.read_text("utf-8").splitlines()):
            defects = tuple(Defect(*one) for one in row["defects"])
            yield Labelled(row["repository"], row["path"], row["sha256"], defects)


def is_found(defect: Defect, essay: Essay, diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether one of the findings tells of the defect."""
    return any(
        diagnostic.code.startswith(CODES[defect.kind]) and _tells(diagnostic, defect, essay)
        for diagnostic in diagnostics
        if CODES[defect.kind]
    )


def _tells(diagnostic: Diagnostic, defect: Defect, essay: Essay) -> bool:
    told = " ".join((diagnostic.message, *diagnostic.evidence))
    here = diagnostic.start.line <= defect.line <= diagnostic.end.line or re.search(rf"ine {defect.line}\b", told)
    said = fold(f"{told} {diagnostic.span.of(essay.source)}")
    return bool(here) and all(word in said for word in fold(defect.words).split())


def main() -> None:
    """Print the share of the labelled defects that is found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--labels", type=Path, nargs="*", default=sorted(LABELS.glob("*.jsonl")))
    parser.add_argument("--pedantic", action="store_true", help="run the pedantic rules as well")
    parser.add_argument("--list", action="store_true", help="print what was missed")
    options = parser.parse_args()
    found: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for labelled in read_labels(options.labels):
        path = options.folder / labelled.repository.replace("/", "+", 1) / labelled.path
        if hashlib.sha256(path.read_bytes()).hexdigest() != labelled.sha256:
            raise SystemExit(f"{path} is not the file that was labelled")
        essay = ab.read(path)
        diagnostics = ab.check(essay, pedantic=options.pedantic)
        for defect in labelled.defects:
            there[defect.kind] += 1
            if is_found(defect, essay, diagnostics):
                found[defect.kind] += 1
            elif options.list:
                sys.stdout.write(f"missed  {labelled.path}:{defect.line} {defect.kind}: {defect.words}\n")
    for kind in sorted(there):
        sys.stdout.write(f"{kind:<12} {found[kind]:>3} of {there[kind]}\n")
    sys.stdout.write(f"together {found.total()} of {there.total()}: {found.total() / max(1, there.total()):.2f}\n")


if __name__ == "__main__":
    main()
