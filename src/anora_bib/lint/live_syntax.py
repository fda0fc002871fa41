"""How a live citation is written: pandoc's Markdown and LaTeX with biblatex."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Protocol

_LABELS: Final[Mapping[str, str]] = MappingProxyType(
    {"page": "p.", "chapter": "chap.", "section": "sec.", "volume": "vol.", "line": "l.", "note": "n.", "verse": "v."}
)
"""CSL's locator labels in the abbreviations that pandoc and biblatex both read; others are written out."""

_LATEX_SIGNS: Final = str.maketrans({sign: f"\\{sign}" for sign in "%&#$_{}"})


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a live citation."""

    key: str
    locator: str = ""
    label: str = ""
    prefix: str = ""
    suffix: str = ""


class Syntax(Protocol):
    """One way to write live citations."""

    def citation(self, items: Sequence[Item]) -> str:
        """All items as one citation."""

    def footnote(self, label: str, text: str) -> tuple[str, str]:
        """A note that stays typed: what stands in the text, and what in the list of notes."""

    def bibliography(self, keys: Sequence[str]) -> str:
        """Where the bibliography comes out, with these works in it whether they are cited or not."""


class Pandoc:
    def citation(self, items: Sequence[Item]) -> str:
        return f"[{'; '.join(map(self._item, items))}]"

    def _item(self, item: Item) -> str:
        prefix = f"{item.prefix} " if item.prefix else ""
        locator = f", {_LABELS.get(item.label or 'page', item.label)} {item.locator}" if item.locator else ""
        suffix = f", {item.suffix}" if item.suffix else ""
        return f"{prefix}@{item.key}{locator}{suffix}"

    def footnote(self, label: str, text: str) -> tuple[str, str]:
        indented = "\n".join(f"    {line.strip()}" if line.strip() else "" for line in text.splitlines()).strip()
        return f"[^{label}]", f"\n[^{label}]: {indented}\n"

    def bibliography(self, keys: Sequence[str]) -> str:
        listed = ", ".join(f"@{key}" for key in keys)
        return f"---\nnocite: |\n  {listed}\n---\n\n::: {{#refs}}\n:::"


class Latex:
    def citation(self, items: Sequence[Item]) -> str:
        if len(items) == 1:
            return f"\\autocite{self._arguments(items[0])}"
        if not any(item.prefix or item.locator or item.suffix for item in items):
            return f"\\autocite{{{','.join(item.key for item in items)}}}"
        return f"\\autocites{''.join(map(self._arguments, items))}"

    def _arguments(self, item: Item) -> str:
        prefix = f"[{_latex(item.prefix)}]" if item.prefix else ""
        label = "" if item.label in ("", "page") else f"{_LABELS.get(item.label, item.label)} "
        after = ", ".join(part for part in (label + item.locator if item.locator else "", item.suffix) if part)
        postnote = f"[{_latex(after)}]" if after or prefix else ""
        return f"{prefix}{postnote}{{{item.key}}}"

    def footnote(self, label: str, text: str) -> tuple[str, str]:  # noqa: ARG002 - LaTeX counts for itself
        return f"\\footnote{{{text.translate(_LATEX_SIGNS)}}}", ""

    def bibliography(self, keys: Sequence[str]) -> str:
        return f"\\nocite{{{','.join(keys)}}}\n\\printbibliography"


def _latex(text: str) -> str:
    """The words as an optional argument: special signs escaped, and braces around a bracket that would end it."""
    escaped = text.translate(_LATEX_SIGNS)
    return f"{{{escaped}}}" if "]" in escaped else escaped


SYNTAXES: Final[Mapping[str, Syntax]] = MappingProxyType({"pandoc": Pandoc(), "latex": Latex()})
