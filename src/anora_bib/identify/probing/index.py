"""The index of rendered probes: the shapes in which each style prints them, kept on disk by what its file holds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Final, Protocol, TypeVar

from anora_bib.csl import Style
from anora_bib.errors import InputError
from anora_bib.identify.printed import unlabelled
from anora_bib.identify.probing.catalogue import StyleFile
from anora_bib.identify.probing.prints import printers
from anora_bib.identify.probing.probes import PROBES
from anora_bib.identify.probing.shapes import WORD, shape
from anora_bib.system.files import write_bytes
from anora_bib.system.gc_pause import collector_at_rest

FILE: Final = "styles.json"
VERSION: Final = 1
"""To be raised when the probes, the shapes or what styles print of them change; the shapes choose the styles that are
rendered in earnest, so that an old index costs no answer its truth."""

T = TypeVar("T")

_RENDERING: Final = "rendering styles"
_WORTH_A_PROCESS: Final = 200
"""Styles for each process, below which starting it and reading the locales again takes longer than it saves."""
_CHUNK: Final = 16


class Progress(Protocol):
    """Passes on things that take their time one by one, and may show how far it is."""

    def __call__(self, items: Sequence[T], doing: str, /) -> Iterable[T]:
        """The items; ``doing`` says what is done with them."""


@dataclass(frozen=True, slots=True)
class Shapes:
    """The shapes of the probes in one style: as ``entries``, as ``notes``, and the words the style itself prints.

    A shape is "" where the style prints nothing.
    """

    entries: tuple[str, ...]
    notes: tuple[str, ...]
    terms: tuple[str, ...]

    def ways(self) -> Iterator[tuple[bool, tuple[str, ...]]]:
        """The shapes of each way in which the style prints, and whether it is that of notes."""
        if self.entries:
            yield False, self.entries
        if self.notes:
            yield True, self.notes


@dataclass
class Index:
    """The shapes of styles, by the digest of their files. ``problems`` has a sentence if it could not be kept."""

    folder: Path | None
    shapes: dict[str, Shapes] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    @classmethod
    def load(cls, folder: Path | None) -> Index:
        """The index in a folder; a new one where there is none, or one that is broken or of another version."""
        index = cls(folder)
        if folder is not None:
            index.shapes = _kept(folder / FILE)
        return index

    def add(self, styles: Sequence[StyleFile], progress: Progress, jobs: int = 1) -> None:
        """Render the probes in styles that are not in the index, in as many processes as ``jobs``."""
        missing = [style for style in styles if style.digest not in self.shapes]
        paths = [style.path for style in missing]
        if jobs < 2 or len(missing) < _WORTH_A_PROCESS * jobs:
            for style in progress(missing, _RENDERING):
                self.shapes[style.digest] = rendered(style.path)
            return
        with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
            made = pool.map(rendered, paths, chunksize=_CHUNK)
            for style, shapes in zip(progress(missing, _RENDERING), made, strict=True):
                self.shapes[style.digest] = shapes

    def keep(self) -> None:
        """Write the index to its folder; where that cannot be done, a problem says so."""
        if self.folder is None:
            return
        kept = {digest: [at.entries, at.notes, at.terms] for digest, at in self.shapes.items()}
        data = json.dumps({"version": VERSION, "styles": kept}, ensure_ascii=True, separators=(",", ":"))
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            write_bytes(self.folder / FILE, data.encode("ascii"))
        except (OSError, InputError) as error:
            self.problems.append(f"the index of styles is not kept: {error}")


def _kept(path: Path) -> dict[str, Shapes]:
    try:
        data = json.loads(path.read_bytes())
        if data["version"] != VERSION:
            return {}
        return {digest: Shapes(*(tuple(map(str, part)) for part in kept)) for digest, kept in data["styles"].items()}
    except (OSError, ValueError, RecursionError, KeyError, TypeError, AttributeError):
        return {}  # as good as none: it is made anew


def rendered(path: Path) -> Shapes:
    """The shapes of the probes in the style of a file; one that cannot be used has none."""
    try:
        with collector_at_rest():
            style = Style.load(path)
            made = {way.as_note: way.prints(PROBES) for way in printers(style)}
    except InputError:
        return Shapes((), (), ())
    words = (
        word.lower()
        for texts in made.values()
        for text in texts.values()
        for run in text.runs
        if not run.variable
        for word in WORD.findall(run.text)
    )
    terms = frozenset(words)

    def shapes(texts: Mapping[str, str]) -> tuple[str, ...]:
        if not texts:
            return ()
        return tuple(shape(unlabelled(texts.get(str(probe["id"]), ""))[1], terms) for probe in PROBES)

    return Shapes(shapes(made.get(False, {})), shapes(made.get(True, {})), tuple(sorted(terms)))
