"""Halves of characters: strings and YAML can hold one of a surrogate pair, a file cannot. They are read as U+FFFD."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from anora_bib.diagnostics import Diagnostic
from anora_bib.model import Essay
from anora_bib.readers.base import Reader
from anora_bib.text.characters import well_formed
from anora_bib.text.spans import LineIndex, SourceSpan

CODE: Final = "E003"
RULE: Final = "half-a-character"
_REPLACED: Final = "\ufffd"
_HALF: Final = re.compile("[\ud800-\udfff]")


def read_string(text: str, reader: Reader, path: str) -> Essay:
    """The essay in a string, with a diagnostic if the string holds half a character.

    Raises:
        InputError: the text is not of the format of the reader.
    """
    whole = well_formed(text)
    essay = reader.read(whole.encode("utf-8"), path)
    if halves := _halves(text):
        shift = len(whole) - len(essay.source) if whole.endswith(essay.source) else 0
        span = SourceSpan(halves[0] - shift, halves[0] - shift + 1)
        essay = replace(
            essay, diagnostics=(*essay.diagnostics, half_a_character(essay.source, span, path, len(halves)))
        )
    return essay


def is_damaged(text: str) -> bool:
    """Whether ``text`` holds half a character."""
    return bool(_halves(text))


def damage(text: str, path: str = "") -> Diagnostic | None:
    """The diagnostic of the halves of characters in a string that is read as :func:`text.well_formed` makes it."""
    halves = _halves(text)
    if not halves:
        return None
    return half_a_character(well_formed(text), SourceSpan(halves[0], halves[0] + 1), path, len(halves))


def half_a_character(source: str, span: SourceSpan, path: str, count: int = 1) -> Diagnostic:
    """The diagnostic of ``count`` halves, the first of them at ``span`` of the decoded file."""
    lines = LineIndex(source)
    what = "Half a character is" if count == 1 else f"{count} halves of characters are"
    message = f"{what} read as “{_REPLACED}” (U+FFFD)"
    return Diagnostic(CODE, RULE, message, path, span, lines.position(span.start), lines.position(span.end))


def _halves(text: str) -> list[int]:
    """Where they are, once the halves that make a pair are joined."""
    if not _HALF.search(text):
        return []
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return [match.start() for match in _HALF.finditer(joined)]
