"""The sheet of findings, and what its verdicts come to."""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path

RIGHT, WRONG = "right", "wrong"


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to judge: a finding ("check"), an edit ("fix", "unsafe") or the words that --live lost ("live")."""

    rule: str
    kind: str
    site: str
    file: str
    line: int
    words: str
    message: str
    verdict: str = ""


def write(rows: Iterable[Row], path: Path) -> None:
    """The rows as tab-separated values, in their order."""
    with path.open("w", encoding="utf8", newline="") as out:
        writer = csv.DictWriter(out, [field.name for field in fields(Row)], delimiter="\t", lineterminator="\n")
        writer.writeheader()
        writer.writerows(asdict(row) for row in rows)


def read(path: Path) -> list[Row]:
    """The rows of a sheet, judged or not."""
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf8", newline="") as source:
        cells = csv.reader(source, delimiter="\t")
        next(cells)
        return [
            Row(rule, kind, site, file, int(line), words, message, verdict)
            for rule, kind, site, file, line, words, message, verdict in cells
        ]


def table(rows: Iterable[Row]) -> str:
    """Precision by rule and by site, as a table of Markdown; a verdict that is neither right nor wrong is left out."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for row in rows:
        counts.setdefault((f"{row.rule} {row.kind}", row.site), Counter())[row.verdict.strip().lower()] += 1
    sites = sorted({site for _, site in counts})
    lines = [f"| rule | all | {' | '.join(sites)} |", "| --- " * (len(sites) + 2) + "|"]
    for rule in sorted({rule for rule, _ in counts}):
        cells = [counts.get((rule, site), Counter()) for site in sites]
        lines.append(f"| {rule} | {' | '.join(map(_cell, (sum(cells, Counter()), *cells)))} |")
    return "\n".join(lines)


def _cell(verdicts: Counter[str]) -> str:
    judged = verdicts[RIGHT] + verdicts[WRONG]
    found = f"{verdicts[RIGHT]}/{judged}" if judged else ""
    return f"{found} of {verdicts.total()}" if verdicts.total() > judged else found
