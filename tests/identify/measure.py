"""How often the style of references is told rightly: ``python3 -m tests.identify.measure --styles 60 --seed 1``.

Draws styles at random, those of notes as well, prints five made-up items of several types in each (fewer with
``--references``), takes italics and typographic quotation marks away, and asks which style it is. It is right if the
style is first, or one that prints all these items the same. Nothing is asserted. The first run renders all styles,
which takes minutes; ``--cache`` keeps them.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from pathlib import Path

from anora_bib.csl import Style
from anora_bib.identify.identify import identify
from anora_bib.identify.probing.catalogue import style_files
from anora_bib.model import Entry
from anora_bib.parser import parse
from tests.identify.items import damaged, draw


def main() -> None:
    options = argparse.ArgumentParser(description="Measure how often the style of references is told rightly.")
    options.add_argument("--styles", type=int, default=60)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--references", type=int, default=5, help="how many of the five are given")
    options.add_argument(
        "--quick", action="store_true", help="ask as the command line does: no style is rendered ahead"
    )
    options.add_argument("--cache", type=Path, required=True, help="the folder of the index")
    options.add_argument("--library", action="store_true", help="give the items as a library")
    asked = options.parse_args()
    rng = random.Random(asked.seed)  # noqa: S311 - drawing examples
    right = near = 0
    spent = 0.0
    for file in rng.sample(style_files(), asked.styles):
        style, drawn = Style.load(file.path), draw(f"{file.name}{asked.seed}")
        items = rng.sample(drawn, asked.references) if asked.references < len(drawn) else drawn
        as_note = style.kind == "note" and rng.random() < 0.5
        lines = damaged(style, items, as_note=as_note)
        library = [Entry.from_csl(item) for item in items] if asked.library else []
        started = time.process_time()
        found = identify(
            lines,
            parse,
            library=library,
            folder=asked.cache,
            everything=not asked.quick,
            limit=40,
            jobs=os.cpu_count() or 1,
        ).matches
        spent += time.process_time() - started
        first = [match for match in found if match.rank == 1]
        rank = next((match.rank for match in found if match.name == file.name), 0)
        same = any(damaged(Style.load(match.name), items, as_note=as_note) == lines for match in first)
        right += rank == 1 or same
        near += 0 < rank <= 3 or same
        if rank != 1 and not same:
            sys.stdout.write(f"{file.name}: rank {rank or 'none'}; first {', '.join(match.name for match in first)}\n")
    sys.stdout.write(
        f"right {right} of {asked.styles}, among the first three {near}; {spent / asked.styles:.2f} s each\n"
    )


if __name__ == "__main__":
    main()
