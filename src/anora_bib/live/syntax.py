"""How a live citation is written: pandoc's Markdown and LaTeX with biblatex."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, Protocol

from anora_bib.documents.dialects import Dialect, latex

_LABELS: Final[Mapping[str, str]] = MappingProxyType(
    {"page": "p.", "chapter": "chap.", "section": "sec.", "volume": "vol.", "line": "l.", "note": "n.", "verse": "v."}
)
"""CSL's locator labels in the abbreviations that pandoc and biblatex both read; others are written out."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a live citation, its words as the syntax writes them (see ``Syntax.words``)."""

    key: str
    locator: str = ""
    label: str = ""
    prefix: str = ""
    suffix: str = ""


class Syntax(Protocol):
    """One way to write live citations.

    ``in_markdown`` if what it writes is Markdown, so that the footnotes of a Markdown essay may stay where they are.
    """

    in_markdown: bool

    def citation(self, items: Sequence[Item]) -> str:
        """All items as one citation."""

    def narrative(self, item: Item) -> str:
        """A citation whose author is part of the sentence, name and all."""

    def without_author(self, item: Item) -> str:
        """A citation whose author the sentence names elsewhere."""

    def in_note(self, item: Item, *, opening: bool = False) -> str:
        """A citation among the words of a note, which needs no brackets; ``opening`` if nothing stands before it."""

    def words(self, text: str, dialect: Dialect) -> str:
        """Words of a note beside its citations, as they must be written inside a footnote.

        ``text`` is as the essay writes it, and ``dialect.words`` says what that prints.
        """

    def footnote(self, label: str, text: str) -> tuple[str, str]:
        """A note that stays: what is written in the text, and what in the list of notes; ``text`` is in the syntax."""

    def bibliography(self, keys: Sequence[str]) -> str:
        """The place of the bibliography, which holds these works whether they are cited or not."""


class Pandoc:
    """Citations as pandoc's Markdown has them: ``[see @key, p. 12]``."""

    in_markdown = True

    def citation(self, items: Sequence[Item]) -> str:
        """One pair of brackets, the items separated by semicolons."""
        return f"[{'; '.join(map(self._item, items))}]"

    def narrative(self, item: Item) -> str:
        """``@key``, its locator and suffix in brackets behind it."""
        after = self._item(replace(item, key="", prefix="")).removeprefix("@").lstrip(", ")
        return f"@{item.key} [{after}]" if after else f"@{item.key}"

    def without_author(self, item: Item) -> str:
        """``[-@key]``, which pandoc prints without the author."""
        return f"[{self._item(item, sign='-@')}]"

    def in_note(self, item: Item, *, opening: bool = False) -> str:
        """``see @key [p. 12]``, which styles with notes print in full and others as part of the sentence.

        A paragraph that opens with ``@key.`` would be an example of a numbered list (Pandoc's guide, "Numbered example
        lists"): there the key is in brackets.
        """
        if opening and not (item.prefix or item.locator or item.suffix):
            return self.citation([item])
        return f"{item.prefix} {self.narrative(item)}".lstrip()

    def words(self, text: str, dialect: Dialect) -> str:  # noqa: ARG002 - both are Markdown, or meant as Markdown
        """The words as they are."""
        return text

    def _item(self, item: Item, sign: str = "@") -> str:
        prefix = f"{item.prefix} " if item.prefix else ""
        locator = f", {_LABELS.get(item.label or 'page', item.label)} {item.locator}" if item.locator else ""
        joint = " " if item.suffix.startswith("(") else ", "
        suffix = f"{joint}{item.suffix}" if item.suffix else ""
        return f"{prefix}{sign}{item.key}{locator}{suffix}"

    def footnote(self, label: str, text: str) -> tuple[str, str]:
        """A reference ``[^label]``, and the note itself with its further lines indented."""
        indented = "\n".join(f"    {line.strip()}" if line.strip() else "" for line in text.splitlines()).strip()
        return f"[^{label}]", f"\n[^{label}]: {indented}\n"

    def bibliography(self, keys: Sequence[str]) -> str:
        """Metadata that lists the keys under ``nocite``, and the ``refs`` div that pandoc fills."""
        listed = ", ".join(f"@{key}" for key in keys)
        return f"---\nnocite: |\n  {listed}\n---\n\n::: {{#refs}}\n:::"


class Latex:
    r"""Citations as biblatex has them: ``\autocite[see][12]{key}``."""

    in_markdown = False

    def citation(self, items: Sequence[Item]) -> str:
        r"""``\autocite`` for one item or for several keys alone, otherwise ``\autocites``."""
        if len(items) == 1:
            return f"\\autocite{self._arguments(items[0])}"
        if not any(item.prefix or item.locator or item.suffix for item in items):
            return f"\\autocite{{{','.join(item.key for item in items)}}}"
        return f"\\autocites{''.join(map(self._arguments, items))}"

    def narrative(self, item: Item) -> str:
        r"""``\textcite``."""
        return f"\\textcite{self._arguments(item)}"

    def without_author(self, item: Item) -> str:
        r"""``\autocite*``, which biblatex prints without the author."""
        return f"\\autocite*{self._arguments(item)}"

    def in_note(self, item: Item, *, opening: bool = False) -> str:  # noqa: ARG002 - it may open a note as it is
        r"""``\autocite``: biblatex knows when it is inside a note."""
        return self.citation([item])

    def words(self, text: str, dialect: Dialect) -> str:
        r"""What the words print, in commands of LaTeX: emphasis as ``\emph``, links as those of hyperref."""
        return latex.words(dialect.words(text))

    def _arguments(self, item: Item) -> str:
        prefix = f"[{latex.argument(item.prefix)}]" if item.prefix else ""
        label = "" if item.label in ("", "page") else f"{_LABELS.get(item.label, item.label)} "
        after = ", ".join(part for part in (label + item.locator if item.locator else "", item.suffix) if part)
        postnote = f"[{latex.argument(after)}]" if after or prefix else ""
        return f"{prefix}{postnote}{{{item.key}}}"

    def footnote(self, label: str, text: str) -> tuple[str, str]:  # noqa: ARG002 - LaTeX counts for itself
        r"""A ``\footnote`` in the text, which LaTeX numbers; ``label`` is not used, and the list of notes gets ""."""
        return f"\\footnote{{{text}}}", ""

    def bibliography(self, keys: Sequence[str]) -> str:
        r"""``\nocite`` of the keys, and ``\printbibliography``."""
        return f"\\nocite{{{','.join(keys)}}}\n\\printbibliography"


BUILTIN: Final[Mapping[str, Syntax]] = MappingProxyType({"pandoc": Pandoc(), "latex": Latex()})
"""The syntaxes that come with the package, by the names that ``fix --live`` takes."""
