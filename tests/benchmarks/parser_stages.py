"""How fast strings are read into references, stage by stage, now and at an earlier commit, and what that takes.

    python3 -m tests.benchmarks.parser_stages --against main~5

Strings are those of ``tests/parser/data`` and made-up ones, read as one batch in a process of its own, the two commits
in turn. Where the CPU time goes is sampled (see :mod:`tests.benchmarks.sampling`), so that the stages add up to the
whole. ``--only labels`` prints the modules of one stage. Nothing is asserted: this is to be read.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Final, NamedTuple

from tests.benchmarks.commits import ROOT, answer, checkout
from tests.benchmarks.sampling import Sampler

MODULE: Final = "tests.benchmarks.parser_stages"
DATA: Final = ROOT / "tests" / "parser" / "data"
_STAGES: Final = {
    "labels": ("learned/tokens", "learned/features", "learned/crf", "learned/labeller"),
    "types of labels": ("learned/types",),
    "settling": ("learned/settling", "learned/spans", "learned/reading", "learned/roles"),
    "confidences": ("learned/honest",),
    "rules": ("rules/",),
    "values": ("normalise/",),
    "text": ("text/", "draft"),
    "cutting": ("cutting/", "split", "short_forms", "lead_ins", "rules/law", "rules/cases"),
    "judging": ("judging/", "types", "prose"),
    "entries": ("pipeline", "learned/parser", "rule_parser"),
}
"""Of each stage the modules of ``parser/`` it consists of; the longest beginning decides.
Those without a room are where earlier commits have them."""
_STAGE_OF: Final = {start: stage for stage, starts in _STAGES.items() for start in starts}
_PARSER: Final = "/anora_bib/parser/"


class Reading(NamedTuple):
    """What reading a batch took: CPU seconds and megabytes."""

    load: float
    """Seconds until the models are there, numpy and lexicons not included."""
    first: float
    """Seconds of the first string."""
    seconds: float
    """Of all."""
    megabytes: float
    """The most memory that the process held."""
    modules: dict[str, float]
    """Seconds by module of ``parser/``, by its path in it."""

    def stages(self) -> dict[str, float]:
        """Seconds by stage."""
        out = dict.fromkeys([*_STAGES, "other"], 0.0)
        for module, seconds in self.modules.items():
            out[stage_of(module)] += seconds
        return out


def stage_of(module: str) -> str:
    """The stage that a module of ``parser/`` is part of."""
    fitting = [start for start in _STAGE_OF if module.startswith(start)]
    return _STAGE_OF[max(fitting, key=len)] if fitting else "other"


def read(texts: list[str]) -> Reading:
    """Read the texts as one batch."""
    from anora_bib.parser.learned.models import shipped
    from anora_bib.parser.learned.parser import LearnedParser

    start = time.process_time()
    shipped()
    load = time.process_time() - start
    parser = LearnedParser()
    parser.pieces(texts[0])
    first = time.process_time() - start - load
    counts: Counter[str] = Counter()
    start = time.process_time()
    with Sampler(_PARSER, counts):
        for _ in parser.many(texts):
            pass
    seconds = time.process_time() - start
    each = seconds / max(1, sum(counts.values()))
    return Reading(load, first, seconds, _most_memory(), {module: each * many for module, many in counts.items()})


def _most_memory() -> float:
    """The megabytes that this process held at most; ``getrusage`` would count those of the one that started it."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def strings(made_up: int) -> list[str]:
    """The strings of the data, and so many made-up ones."""
    from anora_bib.training import generate

    lines = [line for file in sorted(DATA.glob("*.jsonl")) for line in file.read_text("utf-8").splitlines()]
    return [json.loads(line)["string"] for line in lines] + [one.text for one in generate(made_up, seed="stages")]


def best(tree: Path, texts: list[str], rounds: list[Reading]) -> Reading:
    """The quickest reading of the package in ``tree`` so far, after one more."""
    rounds.append(Reading(*answer(MODULE, tree, texts)))
    return min(rounds, key=lambda one: one.seconds)


def table(names: list[str], readings: list[Reading], count: int, only: str) -> None:
    """Print a row for each stage, or each module of one, a column for each commit."""

    def row(name: str, values: list[float], form: str) -> None:
        told = "".join(f"{value:>12{form}}" for value in values)
        ratio = f"{values[0] / values[-1]:>9.2f}" if len(values) > 1 and values[-1] else ""
        print(f"{name:<34}{told}{ratio}")

    print(f"{count} strings".ljust(34) + "".join(f"{name:>12}" for name in names))
    row("strings a second", [count / one.seconds for one in readings], ".0f")
    each = [one.modules if only else one.stages() for one in readings]
    parts = [name for name in dict.fromkeys(name for one in each for name in one) if not only or stage_of(name) == only]
    for name in sorted(parts, key=lambda name: -each[0].get(name, 0.0)):
        row(f"{name}, µs a string", [1e6 * one.get(name, 0.0) / count for one in each], ".0f")
    row("models loaded, ms", [1e3 * one.load for one in readings], ".0f")
    row("first string, ms", [1e3 * one.first for one in readings], ".0f")
    row("memory, MB", [one.megabytes for one in readings], ".0f")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--against", default="", help="the commit to compare with; none if not given")
    parser.add_argument("--made-up", type=int, default=3000, help="made-up strings beside those of the data")
    parser.add_argument("--rounds", type=int, default=2, help="how often each commit reads all; the quickest counts")
    parser.add_argument("--only", default="", choices=_STAGES, help="the modules of this stage, instead of all stages")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        print(json.dumps(read(json.load(sys.stdin))))
        return
    texts = strings(options.made_up)
    before: list[Reading] = []
    now: list[Reading] = []
    if not options.against:
        for _ in range(options.rounds):
            found = [best(ROOT, texts, now)]
    else:
        with checkout(options.against) as old:
            for _ in range(options.rounds):
                found = [best(old, texts, before), best(ROOT, texts, now)]
    table([options.against, "now"][-len(found) :], found, len(texts), options.only)


if __name__ == "__main__":
    main()
