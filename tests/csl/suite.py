"""Runs the official CSL test suite: ``python3 -m tests.csl.suite``, from anywhere.

Prints ``passed N of 845``. ``--wide`` runs the fixtures of other processors instead, each folder a
category. ``--by-category`` adds a table, ``--failures`` the differences; ``--write`` brings the
ledger of known failures up to date, keeping the reasons it has.
"""

from __future__ import annotations

import argparse
import difflib
import re
import sys
import traceback
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from anora_bib.csl import Abbreviations, Processor, Style
from tests.csl import suite_ledger
from tests.csl.suite_cases import (
    VARIABLE,
    WIDE_VARIABLE,
    Case,
    Cluster,
    folder,
    read_cases,
    read_wide,
    wide_folder,
)

LINKS = ("wrap_url_and_doi", "linkBibliography")
"""The options of citeproc-js and of jgm's citeproc that make links."""

FIRST = 0
"""The position of a cite that nothing goes before, as the suite numbers them."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a case gave. ``error`` is the last line of what it raised, "" if it raised nothing."""

    case: Case
    actual: str
    error: str = ""

    @property
    def passed(self) -> bool:
        return not self.error and folded(self.actual) == folded(self.case.expected)

    def difference(self) -> str:
        """The lines that differ, expected ones after ``-`` and ours after ``+``."""
        if self.error:
            return f"    raised {self.error}"
        expected, actual = (text.strip().splitlines() for text in (self.case.expected, self.actual))
        lines = difflib.ndiff(expected, actual)
        return "\n".join(f"    {line.rstrip()}" for line in lines if not line.startswith("  "))


def folded(text: str) -> str:
    """``text`` without the line ends before markup, which are layout of the suite's HTML."""
    return re.sub(r"\s*\n\s*(?=<)", "", text.replace("\r\n", "\n").strip())


def run(case: Case) -> Outcome:
    """The outcome of a case; whatever it raises is an outcome too."""
    try:
        return Outcome(case, rendered(case))
    except Exception as error:  # noqa: BLE001 - a case that breaks the engine in an unforeseen way must not end the run
        where = traceback.extract_tb(error.__traceback__)[-1]
        line = traceback.format_exception_only(error)[-1].strip()
        return Outcome(case, "", f"{line} ({Path(where.filename).name}:{where.lineno})")


def rendered(case: Case) -> str:
    """What our engine makes of a case, laid out as the suite's runner lays it out."""
    if case.bibliography:
        return _bibliography(case)
    if case.whole:
        return "\n".join(_processor(case).citations(case.whole))
    return _edited(case) if case.steps else "\n".join(_alone(_processor(case), case))


def _processor(case: Case) -> Processor:
    links = any(case.options.get(name) for name in LINKS)
    abbreviations = None if case.abbreviations is None else Abbreviations(case.abbreviations)
    return Processor(Style.load(case.style), case.items, to="html", links=links, abbreviations=abbreviations)


def _alone(processor: Processor, case: Case) -> list[str]:
    """Citations that belong to no document: a cite that states its position is taken as it stands."""
    return processor.citations(
        [{"citationItems": [{"position": FIRST, **cite} for cite in cites]} for cites in case.clusters]
    )


def _edited(case: Case) -> str:
    """The document after its last step. ``>>`` stands before a citation which that step made or changed.

    The suite also sets it before some that were rendered anew and came out the same; that tells nothing of the text,
    so before a citation that did not change its own mark is taken.
    """
    last = len(case.steps)
    before, after = _texts(case, case.document(last - 1)), _texts(case, case.document(last))
    lines = []
    for number, (id, text) in enumerate(after.items()):
        changed = id == case.citation_id(last - 1) or before.get(id) != text or f">>[{number}]" in case.expected
        lines.append(f"{'>>' if changed else '..'}[{number}] {text}")
    return "\n".join(lines)


def _texts(case: Case, document: Sequence[Cluster]) -> dict[str, str]:
    """The text of each citation of a document, by the citation's id."""
    texts = _processor(case.citing(document)).citations(document) if document else []
    return dict(zip((cluster["citationID"] for cluster in document), texts, strict=True))


def _bibliography(case: Case) -> str:
    if case.steps:
        document = case.document(len(case.steps))
        processor = _processor(case.citing(document))
        processor.citations(document)
    else:
        processor = _processor(case)
        processor.citations(case.whole) if case.whole else _alone(processor, case)
    entries = "".join(f"  {entry.text}\n" for entry in processor.bibliography(case.section))
    return f'<div class="csl-bib-body">\n{entries}</div>'


def _table(outcomes: Sequence[Outcome]) -> str:
    total = Counter(outcome.case.category for outcome in outcomes)
    passed = Counter(outcome.case.category for outcome in outcomes if outcome.passed)
    return "\n".join(f"{category:16} {passed[category]:4} of {total[category]:4}" for category in sorted(total))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Run the official CSL test suite.")
    parser.add_argument("--wide", action="store_true", help=f"fixtures of other processors (${WIDE_VARIABLE})")
    parser.add_argument("--folder", help=f"where the cases are (else ${VARIABLE}, else ../shared/csl-test-suite)")
    parser.add_argument(
        "--case", action="append", default=[], metavar="NAME", help="only this case, with its difference"
    )
    parser.add_argument("--category", action="append", default=[], metavar="NAME", help="only cases of this category")
    parser.add_argument("--by-category", action="store_true", help="print a table of the categories")
    parser.add_argument("--failures", action="store_true", help="print the failed cases and what differs")
    parser.add_argument("--names", action="store_true", help="print the names of the failed cases")
    parser.add_argument("--write", action="store_true", help="bring the ledger up to date, keeping its reasons")
    return parser.parse_args()


def main() -> int:
    options = _options()
    source = wide_folder() if options.wide else folder(options.folder)
    cases = read_wide(source) if options.wide else read_cases(source)
    if not cases:
        sys.stderr.write(f"no cases in {source}: give their folder with --folder or ${VARIABLE}\n")
        return 2
    wanted = [
        case
        for case in cases
        if (not options.case or case.name in options.case)
        and (not options.category or case.category in options.category)
    ]
    outcomes = [run(case) for case in wanted]
    failed = [outcome for outcome in outcomes if not outcome.passed]
    print_lines(options, outcomes, failed)
    if options.write and wanted == cases:
        suite_ledger.write((outcome.case.name for outcome in failed), wide=options.wide)
    return 0


def print_lines(options: argparse.Namespace, outcomes: Sequence[Outcome], failed: Sequence[Outcome]) -> None:
    if options.failures or options.case:
        sys.stdout.writelines(f"{outcome.case.name}\n{outcome.difference()}\n" for outcome in failed)
    elif options.names:
        sys.stdout.writelines(f"{outcome.case.name}\n" for outcome in failed)
    if options.by_category:
        sys.stdout.write(f"{_table(outcomes)}\n")
    sys.stdout.write(f"passed {len(outcomes) - len(failed)} of {len(outcomes)}\n")


if __name__ == "__main__":
    sys.exit(main())
