"""The raw fields of a ``.bib`` file before and after it went through the command line, by a reader that is not ours.

    python -m tests.formats.bibtex.raw FILE.bib ... [--to bibtex]

bibtexparser splits both files into blocks; values are compared as they are written, without their outermost braces or
quotation marks, and with white space collapsed. It prints what is missing or not the same, and what of it was told.
"""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Raw(NamedTuple):
    """The blocks of a file: entries with their types and fields, and the texts of strings, preambles and comments."""

    entries: dict[str, tuple[str, dict[str, str]]]
    others: list[str]


def raw(text: str) -> Raw:
    """What is in a file. Of two entries with one key, and of two fields with one name, the first."""
    from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry, ImplicitComment, String
    from bibtexparser.splitter import Splitter

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL + 1)
    entries: dict[str, tuple[str, dict[str, str]]] = {}
    others: list[str] = []
    for block in Splitter(text).split().blocks:
        if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
            block = block.ignore_error_block  # type: ignore[assignment] # noqa: PLW2901
        if isinstance(block, Entry):
            fields: dict[str, str] = {}
            for field in block.fields:
                fields.setdefault(field.key.lower(), _bare(field.value))
            entries.setdefault(block.key, (block.entry_type.lower(), fields))
        elif isinstance(block, String):
            others.append(f"{block.key.lower()} = {_bare(block.value)}")
        elif block is not None and not isinstance(block, ImplicitComment):
            others.append(" ".join((block.raw or "").split()))
    return Raw(entries, others)


def _bare(value: str) -> str:
    value = " ".join(value.split())
    if len(value) > 1 and value[0] + value[-1] in ("{}", '""'):
        inner = value[1:-1]
        depth = 0
        for char in inner:
            depth += {"{": 1, "}": -1}.get(char, 0)
            if depth < 0 or (char == '"' and depth == 0 and value[0] == '"'):
                return value
        return inner.strip()
    return value


def differences(before: Raw, after: Raw) -> Iterator[str]:
    """What of a file is missing or another in the other, one line each."""
    for key, (type, fields) in before.entries.items():
        if key not in after.entries:
            yield f"{key}: is missing"
            continue
        other_type, others = after.entries[key]
        if type != other_type:
            yield f"{key}: @{type} is @{other_type}"
        for name, value in fields.items():
            if name not in others:
                yield f"{key}: {name} is missing"
            elif others[name] != value:
                yield f"{key}: {name} is {others[name]!r}, not {value!r}"
    if list(before.entries) != [key for key in after.entries if key in before.entries]:
        yield "the order is another"
    for other in before.others:
        if other not in after.others:
            yield f"missing: {other[:80]}"


def exported(path: Path, to: str) -> tuple[str, str]:
    """What ``anora-bib export`` writes of a file, and what it says on standard error."""
    command = [str(Path(sys.executable).with_name("anora-bib")), "export", str(path), "--to", to]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.stdout, done.stderr


def main(arguments: list[str]) -> None:
    """Print the differences of each file."""
    to = arguments[arguments.index("--to") + 1] if "--to" in arguments else "bibtex"
    for name in arguments:
        if not name.endswith(".bib"):
            continue
        before = raw(Path(name).read_text("utf-8"))
        text, _ = exported(Path(name), to)
        found = list(differences(before, raw(text)))
        sys.stdout.write(f"{name}: {len(before.entries)} entries, {len(found)} differences\n")
        for line in found[:50]:
            sys.stdout.write(f"  {line}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
