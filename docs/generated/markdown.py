"""Markdown of text that is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

_SIGNS: Final = re.compile(r"[\\*_{}\[\]<>#|$@]")


def plain(text: str) -> str:
    """Text in which no sign is taken for markup."""
    return _SIGNS.sub(r"\\\g<0>", text)


def code(text: str) -> str:
    """Text as code, also in a table."""
    fence = "``" if "`" in text else "`"
    return f"{fence}{text}{fence}".replace("|", "\\|") if text else ""


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; its cells are Markdown."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def toctree(names: Iterable[str]) -> str:
    """Pages that hang below one, and are listed nowhere in it."""
    return "```{toctree}\n:hidden:\n\n" + "".join(f"{name}\n" for name in names) + "```\n"
