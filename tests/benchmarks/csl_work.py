"""What the CSL benchmark measures, in CPU time: whole bibliographies, and the citations of whole documents.

As a worker (``--worker``) it measures one of them in a process of its own. It imports only what the package has had
from the beginning, so that it runs at earlier commits as well.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

from anora_bib.csl import Processor, Style
from tests.benchmarks.csl_items import Item, generate

CITES_TWO: Final = 3
"""Of so many citations one has a second cite, with a prefix."""


def seconds(work: Callable[[], object], times: int = 1) -> float:
    """The shortest CPU time of so many runs."""
    best = float("inf")
    for _ in range(times):
        started = time.process_time()
        work()
        best = min(best, time.process_time() - started)
    return best


def bibliography(style: Style, items: Sequence[Item]) -> object:
    """A bibliography of the items, as HTML."""
    return Processor(style, items, to="html").bibliography()


def citations(style: Style, items: Sequence[Item]) -> object:
    """A document that cites each item in a note of its own and every third time another with it, as HTML."""
    clusters = []
    for number, item in enumerate(items):
        cites: list[dict[str, Any]] = [{"id": item["id"], "locator": str(number + 1), "label": "page"}]
        if number % CITES_TWO == 0:
            cites.append({"id": items[number * 7 % len(items)]["id"], "prefix": "see"})
        clusters.append({"citationItems": cites, "properties": {"noteIndex": number + 1}})
    return Processor(style, items, to="html").citations(clusters)


WORK: Final[dict[str, Callable[[Style, Sequence[Item]], object]]] = {
    "bibliography": bibliography,
    "citations": citations,
}


def unseen(work: Callable[[Style, Sequence[Item]], object], style: Style, number: int, times: int) -> float:
    """The shortest of so many runs, each on items that none has seen: names and titles are remembered."""
    return min(seconds(partial(work, style, generate(number, seed))) for seed in range(1, times + 1))


def main() -> None:
    asked = json.load(sys.stdin)
    style = Style.load(asked["style"])
    work = WORK[asked["work"]]
    work(style, generate(50, seed=99))  # loads the locale and compiles the style
    print(unseen(work, style, asked["items"], asked["times"]))


if __name__ == "__main__":
    main()
