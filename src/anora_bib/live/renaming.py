"""Other citation keys in a document that cites by keys: only the keys change, and not a byte besides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from anora_bib.spans import SourceEdit, SourceSpan

_COMMAND = re.compile(r"\\[A-Za-z]{0,20}[cC]ite[A-Za-z]{0,20}\*?(?=\s{0,4}[\[({])|\\(?:bibentry|citation)\b")
_OPTION = re.compile(r"\s{0,4}(?:\[[^\[\]]{0,2000}\]|\([^()]{0,2000}\))")
_KEYS = re.compile(r"\s{0,4}\{([^{}]*)\}")
_KEY = re.compile(r"[^\s,]+")
_PANDOC = re.compile(r"(?<![\w@\\])-?@(?:\{([^{}\s]+)\}|((?:\w|[:.#$%&+?<>~/-](?=\w))+))")
"""A citation key as pandoc reads it: punctuation inside of it, and none at its end; or anything in braces."""

LATEX: Final = frozenset({".tex", ".ltx", ".latex", ".rnw", ".aux", ".sty", ".lytex"})
"""File endings of LaTeX; all others cite as pandoc, Quarto and Typst do."""


def renamed(text: str, keys: Mapping[str, str], *, latex: bool) -> list[SourceEdit]:
    r"""The edits that put another key for each that ``keys`` names, in ``\cite`` and its kin, or in ``[@key]``."""
    found = _latex_keys(text) if latex else _pandoc_keys(text)
    return [SourceEdit(SourceSpan(start, start + len(key)), keys[key]) for start, key in found if key in keys]


def _latex_keys(text: str) -> Iterator[tuple[int, str]]:
    for command in _COMMAND.finditer(text):
        at = command.end()
        while True:  # \cites takes any number of groups, each with options of its own
            while option := _OPTION.match(text, at):
                at = option.end()
            group = _KEYS.match(text, at)
            if group is None:
                break
            for key in _KEY.finditer(group[1]):
                yield group.start(1) + key.start(), key[0]
            at = group.end()
            if not command[0].rstrip("*").endswith("s"):
                break


def _pandoc_keys(text: str) -> Iterator[tuple[int, str]]:
    for match in _PANDOC.finditer(text):
        group = 1 if match[1] is not None else 2
        yield match.start(group), match[group]
