"""The words of a note that stands by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from anora_bib.csl.output.runs import FormattedText, Run, runs

_FIRST = re.compile(r"\A((?:<[^<>]{0,200}>){0,9})(\w)")
"""The first letter of HTML, behind tags."""


def with_text(run: Run, text: str) -> Run:
    """A run of the same kind with another text."""
    return Run(text, *(getattr(run, name) for name in Run.__slots__[1:]))


def capital(printed: Sequence[Run]) -> list[Run]:
    """What is printed in a note with a capital, if it begins with no words of an entry's: "See", "Ibid."."""
    at = next((number for number, run in enumerate(printed) if run.text.strip()), None)
    if at is None or printed[at].variable:
        return list(printed)
    words = printed[at].text
    return [*printed[:at], with_text(printed[at], words[:1].upper() + words[1:]), *printed[at + 1 :]]


def capital_html(printed: str) -> str:
    """The same for what is printed as HTML."""
    said = runs(printed) if isinstance(printed, FormattedText) else []
    first = next((run for run in said if run.text.strip()), None)
    if first is None or first.variable:
        return printed
    return _FIRST.sub(lambda found: found[1] + found[2].upper(), str(printed), count=1)
