"""How fast our CSL engine is, beside its peers and an earlier commit.

``CITEPROC=DIR python3 -m tests.benchmarks.csl_speed`` prints the table.

Whole bibliographies and the citations of whole documents, from CSL-JSON in memory to HTML strings with sorting and
disambiguation; a style is loaded before, which has its own line. All times are CPU times, each the shortest of several.
Nothing is asserted: this is to be read. A peer that is not installed is left out.
"""

from __future__ import annotations

import argparse
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

from anora_bib.csl import BUILTIN, Processor, Style
from tests.benchmarks.commits import REVISION, checkout, in_turn
from tests.benchmarks.csl_items import Item, crowd, generate
from tests.benchmarks.csl_work import WORK, bibliography, seconds, unseen
from tests.csl.citeproc_js import answers, available

STYLES = ("apa", "mla", "chicago-notes", "ieee")
AUTHORS = 450
SMALL, LARGE = 1_000, 20_000
MODULE = "tests.benchmarks.csl_work"


def loading(name: str) -> tuple[Style, float]:
    """A style and the CPU seconds from its file to a processor that is compiled; the first reads the locale too."""
    started = time.process_time()
    style = Style.load(name)
    compiled = Processor(style, [], to="html").style
    # Each is compiled when it is first asked for.
    _ = compiled.citation, compiled.citation_sort, compiled.bibliography, compiled.bibliography_sort
    return style, time.process_time() - started


def authors(style: Style) -> float:
    """The seconds for one item of very many authors."""
    return seconds(lambda: bibliography(style, [crowd(AUTHORS)]), times=3)


def citeproc_py(style: Style, items: Sequence[Item]) -> float:
    engine = next(engine for engine in BUILTIN if engine.name == "citeproc-py")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return seconds(lambda: engine.processor(style, items, to="html").bibliography())


def citeproc_js(style: Style, items: Sequence[Item]) -> float:
    """As citeproc-js itself measures it: starting node and reading its input are not counted."""
    ((_, answer),) = answers([Path(style.path)], items, cache=None)
    return answer.seconds[0]


Timed = Callable[[Style, Sequence[Item]], float]
"""Formats the items in the style and tells how many seconds it took."""


def peers(names: str) -> dict[str, Timed]:
    """The peers asked for that can be run."""
    found: dict[str, Timed] = {"citeproc-py": citeproc_py} if "py" in names.split(",") else {}
    if "js" in names.split(","):
        if reason := available():
            say(f"without citeproc-js: {reason}")
        else:
            found["citeproc-js"] = citeproc_js
    return found


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description="Time our CSL engine and its peers.")
    parser.add_argument("--peers", default="py,js", help='which peers: "py,js", "py", "js" or ""')
    parser.add_argument("--styles", default=",".join(STYLES))
    parser.add_argument("--large", type=int, default=LARGE, help="items of the large bibliography (only our engine)")
    parser.add_argument("--against", default=REVISION, help='the commit to compare with, "" for none')
    parser.add_argument("--rounds", type=int, default=3, help="processes of each commit for each measurement")
    options = parser.parse_args()
    # First of all, while nothing else is in memory: Python's collector looks at everything there is.
    loaded = [(name, *loading(name)) for name in options.styles.split(",")]
    for name, style, load in loaded:
        one = authors(style)
        say(
            f"{name}: loaded and compiled in {load * 1000:.0f} ms; one item of {AUTHORS} authors in {one * 1000:.1f} ms"
        )
    others = peers(options.peers)
    for name, style, _ in loaded:
        measure(name, style, options.large, others)
    if options.against:
        compare(options.against, [name for name, _, _ in loaded], options.rounds)


def compare(revision: str, styles: Sequence[str], rounds: int) -> None:
    """Prints a line for each style and kind of work: seconds at the other commit and here, and their ratio."""
    say(f"{SMALL} items at {revision} and here; a ratio above 1 says how many times faster it is here")
    with checkout(revision) as old:
        for name in styles:
            for work in WORK:
                asked = {"style": name, "work": work, "items": SMALL, "times": 5}
                pairs = in_turn(MODULE, old, asked, rounds=rounds)
                before, now = min(one for one, _ in pairs), min(two for _, two in pairs)
                ratios = ", ".join(f"{one / two:.2f}" for one, two in pairs)
                say(f"    {name:14} {work:12} {before:7.3f} s {now:7.3f} s   ratio {before / now:.2f} ({ratios})")


def measure(name: str, style: Style, large: int, others: dict[str, Timed]) -> None:
    """Prints the lines of one style."""
    few = unseen(bibliography, style, SMALL, times=5)
    many = unseen(bibliography, style, large, times=2)
    growth = (many / large) / (few / SMALL)
    say(name)
    say(f"    ours         {SMALL:6} items {few:8.3f} s")
    say(f"    ours         {large:6} items {many:8.3f} s   time per item x {growth:.2f}")
    items = generate(SMALL)
    for peer, timed in others.items():
        taken = timed(style, items)
        say(f"    {peer:12} {SMALL:6} items {taken:8.3f} s   ours is {taken / few:.1f} times faster")


if __name__ == "__main__":
    main()
