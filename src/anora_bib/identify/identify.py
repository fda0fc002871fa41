"""Which style references are printed in: what looks like it is chosen by shape, rendered, compared and ranked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final, TypeVar

from anora_bib.errors import InputError
from anora_bib.identify.library import match
from anora_bib.identify.printed import printed
from anora_bib.identify.probing.candidates import Candidate, candidates
from anora_bib.identify.probing.catalogue import dependents, is_popular, style_files
from anora_bib.identify.probing.features import likely
from anora_bib.identify.probing.index import Index, Progress
from anora_bib.identify.ranking import Judge, Judged, Read
from anora_bib.identify.result import LOW, LOW_SHAPE, StyleLine, StyleMatch, StyleRanking
from anora_bib.model import Entry

FEWEST: Final = 2
"""References that a style can be told from: one may follow many."""
MOST: Final = 30
"""References that are compared: more tell nothing new, and take their time."""
RENDERED: Final = 40
"""Styles that are rendered for an answer."""
BATCH: Final = 300
"""Styles that are taken into the index at a time, the likeliest first: until one prints the references, or a batch has
none that looks more like them than those known before."""
FIRST: Final = 8
"""Styles that are rendered to see whether one of those known so far prints them."""
CERTAIN: Final = 0.997
"""A similarity at which no style that was left out would print them better; accidents of reading are below."""

T = TypeVar("T")


def _quietly(items: Sequence[T], _: str, /) -> Iterable[T]:
    return items


def identify(
    references: Sequence[str],
    parse: Read,
    *,
    library: Sequence[Entry] = (),
    locale: str | None = None,
    folder: Path | None = None,
    everything: bool = False,
    limit: int = 10,
    jobs: int = 1,
    progress: Progress = _quietly,
) -> StyleRanking:
    """The styles that print the references most nearly.

    Args:
        references: one each, plain or with the emphasis of Markdown or HTML.
        parse: reads a reference, where the style that printed it is not known.
        library: entries among which those of the references are looked for first.
        locale: the language they are printed in, for styles that have none of their own.
        folder: where the index is kept; None keeps none.
        everything: render all styles that are not in the index yet; else those that are much used or look like the
            references come first, and the others as long as none prints them and they look more and more like them.
        limit: the number of styles in the answer; those that print the same as the last come as well.
        jobs: the processes that render styles for the index; more than one asks for a main module that can be
            imported, as ``multiprocessing`` does.
        progress: passes on what takes its time, and may show how far it is.

    Raises:
        InputError: there are fewer than two references.
    """
    if len(references) < FEWEST:
        raise InputError("a style is told by two references or more", hint="give them a line each")
    given = [printed(reference) for reference in references[:MOST]]
    styles, index, depending = style_files(), Index.load(folder), dependents()
    known = [match(reference.text, library) for reference in given]
    judge = Judge(given, known, parse, locale)
    missing = [style for style in styles if style.digest not in index.shapes]
    batch = len(missing) if everything else BATCH
    if missing:
        missing = sorted(likely(missing, given), key=lambda style: not is_popular(style.name, depending))
        first: list[Candidate] = []
        while missing:
            before, first = first, candidates(given, styles, index)[:FIRST]
            if not everything and first and (first == before or _prints(first, judge)):
                break
            index.add(missing[:batch], progress, jobs)
            del missing[:batch]
        index.keep()
    chosen = candidates(given, styles, index)[:RENDERED]
    judged = [judge.judge(one) for one in progress(chosen, "comparing styles")]
    judged = _ordered(judged, depending)
    problems = [*index.problems, *_problems(judged, known if library else ())]
    if len(references) > MOST:
        problems.append(f"only the first {MOST} of {len(references)} references are compared")
    compared = len(styles) - len(missing)
    return StyleRanking(_ranked(judged, limit, depending), len(given), compared, len(styles), tuple(problems))


def _prints(chosen: Sequence[Candidate], judge: Judge) -> bool:
    """Whether one of the styles prints the references."""
    return any(judge.judge(one).similarity >= CERTAIN for one in chosen)


def _ordered(judged: Sequence[Judged], depending: Mapping[str, int]) -> list[Judged]:
    """Best first; of those that print all the same, the most used first, and those that hardly look like it last."""
    groups: dict[tuple[StyleLine, ...], list[Judged]] = {}
    for one in judged:
        groups.setdefault(one.lines, []).append(one)

    def among_equals(one: Judged) -> tuple[bool, int, bool, float, str]:
        name = one.name
        return one.shape < LOW_SHAPE, -depending.get(name, 0), not is_popular(name, depending), -one.score, name

    best_first = sorted(groups.values(), key=lambda group: -max(one.score for one in group))
    return [one for group in best_first for one in sorted(group, key=among_equals)]


def _ranked(judged: Sequence[Judged], limit: int, depending: Mapping[str, int]) -> tuple[StyleMatch, ...]:
    """One match a style, in the better of its ways of printing; equals share a rank."""
    matches: list[StyleMatch] = []
    seen: set[str] = set()
    rank, last = 0, None
    for one in judged:
        if one.name in seen:
            continue
        seen.add(one.name)
        if last is None or one.lines != last.lines:
            rank, last = len(matches) + 1, one
            if rank > limit:
                break
        matches.append(
            StyleMatch(
                rank,
                one.name,
                one.style.title,
                one.style.kind,
                one.candidate.as_note,
                one.similarity,
                depending.get(one.name, 0),
                one.shape,
                one.lines,
            )
        )
    return tuple(matches)


def _problems(judged: Sequence[Judged], known: Sequence[Entry | None]) -> list[str]:
    problems = []
    if known and (missing := sum(entry is None for entry in known)):
        problems.append(f"{missing} of {len(known)} references are not in the library; they were read from their text")
    if judged and judged[0].shape < LOW_SHAPE:
        problems.append("these hardly look like references that a style has printed")
    elif judged and judged[0].similarity < LOW:
        problems.append(f"no style prints these references: the nearest comes to {judged[0].similarity:.0%}")
    return problems
