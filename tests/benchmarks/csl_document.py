"""Changes of a document that cites many references: ``python3 -m tests.benchmarks.csl_document``.

Prints the processor time of each kind of change, the least and the middle one of many, and how many texts changed. With
``--items 20000`` it tells as well how time and memory grow with the items of one bibliography.
"""

from __future__ import annotations

import argparse
import sys
import tracemalloc
from collections.abc import Callable
from time import process_time
from typing import Any

from anora_bib.csl import Change, Document, Processor, Style
from tests.benchmarks.csl_items import generate

STYLES = ("apa", "chicago-notes", "ieee", "mla")
SPARE = 60
"""Items that no citation cites before a change."""


def document(style: str, number: int) -> tuple[Document, list[str]]:
    """A document of so many citations, each of a work of its own, and the ids of all items, the spare ones last."""
    items = generate(number + SPARE)
    made = Document(Style.load(style), items)
    ids = [str(item["id"]) for item in items]
    made.load([{"citationID": f"c{at}", "citationItems": [{"id": ids[at], "locator": "3"}]} for at in range(number)])
    return made, ids


def changes(made: Document, ids: list[str], number: int) -> dict[str, Callable[[int], Change]]:
    """What is measured, each change made a number of times in different places."""
    step = max(1, number // 25)
    return {
        "another locator": lambda at: made.change(f"c{at * step}", {"id": ids[at * step], "locator": str(at + 50)}),
        "a cite more": lambda at: made.change(f"c{at * step}", [ids[at * step], ids[at * step + 1]]),
        "another work": lambda at: made.change(f"c{at * step + 2}", ids[number + at]),
        "insert": lambda at: made.insert(f"new{at}", ids[at * step + 1], before=f"c{at * step + 1}"),
        "delete": lambda at: made.delete(f"new{at}"),
    }


def measure(style: str, number: int, times: int = 20) -> None:
    """Print the time of each change in one style."""
    begun = process_time()
    made, ids = document(style, number)
    sys.stdout.write(f"{style}, {number} references: set once in {1000 * (process_time() - begun):.0f} ms\n")
    for name, change in changes(made, ids, number).items():
        taken: list[tuple[float, int]] = []
        for at in range(times):
            begun = process_time()
            done = change(at)
            taken.append((1000 * (process_time() - begun), len(done.citations) + len(done.entries)))
        taken.sort()
        least, middle = taken[0][0], taken[times // 2][0]
        most = max(texts for _, texts in taken)
        sys.stdout.write(f"  {name:16} {least:6.2f} ms  {middle:6.2f} ms  up to {most} texts\n")


def growth(style: str, number: int) -> None:
    """Print the time and memory for a bibliography of a tenth, a half and all of so many items, and all cited."""
    loaded = Style.load(style)
    for some in (number // 10, number // 2, number):
        items: list[dict[str, Any]] = generate(some)
        clusters = [{"citationItems": [{"id": item["id"]}]} for item in items]
        begun = process_time()
        processor = Processor(loaded, items, to="text")
        processor.citations(clusters)
        processor.bibliography()
        taken = process_time() - begun
        del processor
        tracemalloc.start()
        kept = Processor(loaded, items, to="text")
        prepared, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        del kept
        sys.stdout.write(
            f"{style}, {some} items: {taken:.1f} s, {1000 * taken / some:.3f} ms an item; "
            f"{prepared / some / 1000:.1f} kB an item made ready\n"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure changes of a document.")
    parser.add_argument("--references", type=int, default=500)
    parser.add_argument("--styles", nargs="+", default=STYLES)
    parser.add_argument("--items", type=int, default=0, help="measure the growth up to so many items as well")
    options = parser.parse_args()
    for style in options.styles:
        measure(style, options.references)
    if options.items:
        for style in options.styles:
            growth(style, options.items)


if __name__ == "__main__":
    main()
