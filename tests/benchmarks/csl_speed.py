"""How fast our CSL engine is, beside its peers: ``CITEPROC=DIR python3 -m tests.benchmarks.csl_speed``.

Whole bibliographies, from CSL-JSON in memory to HTML strings with sorting and disambiguation; a style is loaded
before, which has its own line. Nothing is asserted: this is to be read. A peer that is not installed is left out.
"""

from __future__ import annotations

import argparse
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from anora_bib.csl import BUILTIN, Processor, Style
from tests.benchmarks.csl_items import Item, crowd, generate
from tests.csl.citeproc_js import answers, available

STYLES = ("apa", "mla", "chicago-notes")
AUTHORS = 450
SMALL, LARGE = 1_000, 20_000


def seconds(work: Callable[[], object], times: int = 1) -> float:
    """The shortest time of so many runs."""
    best = float("inf")
    for _ in range(times):
        started = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - started)
    return best


def loading(name: str) -> tuple[Style, float]:
    """A style and the seconds from its file to a processor all of which is compiled; the first reads the locale too."""
    started = time.perf_counter()
    style = Style.load(name)
    compiled = Processor(style, [], to="html").style
    # Each is compiled when it is first asked for.
    _ = compiled.citation, compiled.citation_sort, compiled.bibliography, compiled.bibliography_sort
    return style, time.perf_counter() - started


def ours(style: Style, items: Sequence[Item]) -> object:
    return Processor(style, items, to="html").bibliography()


def authors(style: Style) -> float:
    """The seconds for one item of very many authors."""
    return seconds(lambda: ours(style, [crowd(AUTHORS)]), times=3)


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


def unseen(style: Style, number: int, times: int) -> float:
    """The shortest of so many runs, each on items that none has seen: names and titles once met are remembered."""
    return min(seconds(partial(ours, style, generate(number, seed))) for seed in range(1, times + 1))


def measure(name: str, style: Style, large: int, others: dict[str, Timed]) -> None:
    """Prints the lines of one style."""
    few = unseen(style, SMALL, times=5)
    many = unseen(style, large, times=2)
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
