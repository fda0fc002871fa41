"""How fast essays are read, understood and checked, now and at an earlier commit.

``python -m tests.benchmarks.essay_speed`` prints the table.

Each measurement is a process of its own, the two commits in turn. Nothing is asserted: this is to be read.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.commits import REVISION, ROOT, checkout, in_turn, measured
from tests.benchmarks.essay_texts import DENSE, ordinary, records

MODULE = "tests.benchmarks.essay_speed"
SHELF = ROOT / "examples" / "shelf"
READERS = {".txt": "plain", ".md": "markdown", ".html": "html"}

Texts = list[tuple[str, str]]
"""Reader and text of each essay of a measurement."""


def measure(texts: Texts, references: list[str], times: int) -> float:
    """The shortest time in seconds of so many runs of read, apparatus and check, after one over the shelf."""
    import anora_bib as ab

    workspace = ab.Workspace(references=[Path(folder) for folder in references])

    def run() -> float:
        start = time.process_time()
        for reader, text in texts:
            ab.check(
                ab.apparatus(ab.read_text(text, reader=reader, workspace=workspace), workspace=workspace),
                workspace=workspace,
            )
        return time.process_time() - start

    for reader, text in shelf():  # loads libraries and records, and fills what is kept between essays
        ab.check(ab.read_text(text, reader=reader, workspace=workspace), workspace=workspace)
    return min(run() for _ in range(times))


def shelf() -> Texts:
    return [(READERS[path.suffix], path.read_text("utf-8")) for path in sorted(SHELF.iterdir())]


def in_process(tree: Path, texts: Texts, references: list[str], times: int) -> float:
    """The same in a fresh interpreter that imports the package from ``tree``."""
    return measured(MODULE, tree, _work(texts, references, times))


def _work(texts: Texts, references: list[str], times: int) -> object:
    return {"texts": texts, "references": references, "times": times}


def compare(name: str, old: Path, texts: Texts, *, rounds: int = 3) -> None:
    """A row: seconds at the other commit, seconds here, and how many times faster."""
    pairs = in_turn(MODULE, old, _work(texts, [], 1), rounds=rounds)
    before, now = min(one for one, _ in pairs), min(two for _, two in pairs)
    size = sum(len(text.encode()) for _, text in texts) / 1e6
    ratios = ", ".join(f"{one / two:.1f}" for one, two in pairs)
    print(
        f"{name:<28} {before:8.2f} s {now:8.2f} s   {before / now:6.1f} times faster ({ratios})   {size / now:.2f} MB/s"
    )


def growth(name: str, make: object, sizes: tuple[int, ...]) -> None:
    """A row: seconds a megabyte for each size, and the last beside the first."""
    assert callable(make)
    rates = []
    for size in sizes:
        text = make(size)
        reader = "plain" if name == "plain notes" else "markdown"
        rates.append(in_process(ROOT, [(reader, text)], [], 3 if size < 500_000 else 1) / (len(text.encode()) / 1e6))
    told = "  ".join(f"{size // 1000} kB: {rate:.2f}" for size, rate in zip(sizes, rates, strict=True))
    print(f"{name:<28} seconds a megabyte  {told}   last/first {rates[-1] / rates[0]:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--against", default=REVISION, help="the commit to compare with")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--largest", type=int, default=10_000_000, help="characters of the largest essay")
    parser.add_argument("--only", default="", help="rows whose name holds this")
    options = parser.parse_args()
    if options.worker:
        work = json.load(sys.stdin)
        print(measure([tuple(pair) for pair in work["texts"]], work["references"], work["times"]))
        return
    with checkout(options.against) as old:
        print(f"{options.against} and the present, read + apparatus + check")
        rows: dict[str, Texts] = {
            "shelf, five essays": shelf(),
            "ordinary, 100 kB": [("markdown", ordinary(100_000))],
            **{
                f"dense {name}, 50 kB": [("plain" if name == "plain notes" else "markdown", make(50_000))]
                for name, make in DENSE.items()
            },
        }
        for name, texts in rows.items():
            if options.only in name:
                compare(name, old, texts)
    if options.only in "growth":
        print("growth of the present")
        growth("ordinary", ordinary, (100_000, 1_000_000, options.largest))
        for name, make in DENSE.items():
            growth(name, make, (100_000, 1_000_000))
    if options.only in "records":
        print("authority records, the shelf")
        with tempfile.TemporaryDirectory() as few, tempfile.TemporaryDirectory() as many:
            (Path(few) / "r.yaml").write_text(records(300), "utf-8")
            (Path(many) / "r.yaml").write_text(records(10_000), "utf-8")
            for_few, for_many = (in_process(ROOT, shelf() * 3, [folder], 3) for folder in (few, many))
        print(f"300: {for_few:.2f} s   10,000: {for_many:.2f} s   ratio {for_many / for_few:.2f}")


if __name__ == "__main__":
    main()
