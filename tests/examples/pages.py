"""The pages of the documentation as sessions: the files a page saves, the commands it shows, and what they print.

What a page may say, as its reader sees it:

- a fenced block behind a line that ends in "as `NAME`:" is a file that the reader saves;
- each ``$ `` line of a ``console`` block is a command, which goes on in the next line behind a backslash; the lines
  below it are printed by it, in that order, "..." for any that are left out;
- a command of anora-bib ends with 0, one that checks or shows a difference with 1, for pages show what is wrong;
  ``console exit=N`` says otherwise for a block;
- the ``python`` blocks of a page are one program, each part of it run where it stands;
- what installs, or goes on until it is stopped, stands in ``sh`` blocks, which nothing runs.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
GENERATED: Final = frozenset({"rules", "cli", "tables", "api"})
"""Folders of docs/ that its build writes."""

_FENCE: Final = re.compile(
    r"^(?P<indent> *)(?P<fence>`{3,})(?P<info>[^`\n]*)\n(?P<body>.*?)^ *(?P=fence) *$", re.MULTILINE | re.DOTALL
)
_SAVED: Final = re.compile(r"\bas `([^`\n]+)`:\n\n?$")


@dataclass(frozen=True, slots=True)
class Saved:
    """A file that the reader of a page saves."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Command:
    """A line that the reader of a page types."""

    line: str
    printed: tuple[str, ...]
    status: int


@dataclass(frozen=True, slots=True)
class Program:
    """A part of the program of a page."""

    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page: what it is written in, what else is said of it, and the paragraph it ends."""

    language: str
    options: str
    text: str
    saved: str
    """The name of the file that it is to be saved as, or ""."""


def pages() -> list[Path]:
    """All that is written by hand for users."""
    docs = ROOT / "docs"
    written = (page for page in sorted(docs.rglob("*.md")) if page.relative_to(docs).parts[0] not in GENERATED)
    return [ROOT / "README.md", *written]


def blocks(text: str) -> Iterator[Block]:
    """The fenced blocks of a page, in their order."""
    for found in _FENCE.finditer(text):
        language, _, options = found["info"].strip().partition(" ")
        indent = len(found["indent"])
        lines = (line[indent:] for line in found["body"].splitlines(keepends=True))
        saved = _SAVED.search(text, 0, found.start())
        yield Block(language, options, "".join(lines), saved[1] if saved else "")


def steps(text: str) -> Iterator[Saved | Command | Program]:
    """What the reader of a page does, in order."""
    for block in blocks(text):
        if block.saved:
            yield Saved(block.saved, block.text)
        elif block.language == "console":
            yield from _commands(block)
        elif block.language == "python":
            yield Program(block.text)


def _commands(block: Block) -> Iterator[Command]:
    for part in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
        line, *printed = part.replace("\\\n", "").splitlines()
        expected = re.fullmatch(r"exit=(\d+)", block.options)
        yield Command(line, tuple(printed), int(expected[1]) if expected else _usual_status(line))


def _usual_status(line: str) -> int:
    words = shlex.split(line, comments=True)
    return int(words[0] == "anora-bib" and (words[1] == "check" or "--diff" in words) and "|" not in words)
