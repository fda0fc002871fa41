"""``python -m tests.wild FOLDER -o sheet.tsv`` and ``python -m tests.wild --read sheet.tsv``."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from itertools import chain
from pathlib import Path

from tests.wild import conversions, run, sheet


def main() -> None:
    """Write a sheet, or read one."""
    arguments = ArgumentParser(prog="python -m tests.wild", description=__doc__)
    arguments.add_argument("folders", nargs="*", type=Path, help="a folder of essays for each site")
    arguments.add_argument("-o", "--output", type=Path, help="the sheet to write")
    arguments.add_argument("--pedantic", action="store_true", help="run the pedantic rules as well")
    arguments.add_argument("--live", action="store_true", help="only convert, and say what was converted and why not")
    arguments.add_argument("--read", nargs="+", type=Path, default=[], help="sheets to make a table of")
    chosen = arguments.parse_args()
    rows = [*chain.from_iterable(map(sheet.read, chosen.read))]
    if chosen.folders:
        rows = [
            *chain.from_iterable(
                run.rows(folder, pedantic=chosen.pedantic, only_live=chosen.live) for folder in chosen.folders
            )
        ]
        if chosen.output:
            sheet.write(rows, chosen.output)
    sys.stdout.write((conversions.summary(rows) if chosen.live else sheet.table(rows)) + "\n")


if __name__ == "__main__":
    main()
