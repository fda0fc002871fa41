"""Rules that do not count in some files, by patterns of their paths."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pathspec

from anora_bib.diagnostics import Diagnostic
from anora_bib.errors import SettingsError
from anora_bib.lint.rule import Documented
from anora_bib.lint.select import select
from anora_bib.system.files import absolute


class PerFileIgnores:
    """Pairs of a pattern, as ``.gitignore`` has them, and a selector of rules: ``drafts/*.md:N001``.

    Args:
        pairs: the pairs.
        folder: what the patterns count from.
        rules: all rules there are.

    Raises:
        SettingsError: a pair has no selector.
        UnknownNameError: a selector names no rule.
    """

    def __init__(self, pairs: Iterable[str], folder: Path, rules: Sequence[Documented]) -> None:
        self._folder = absolute(folder)
        self._known: dict[str, frozenset[str]] = {}
        self._parts: list[tuple[pathspec.GitIgnoreSpec, frozenset[str]]] = []
        for pair in pairs:
            pattern, colon, selector = pair.rpartition(":")
            if not colon or not pattern.strip():
                raise SettingsError(f"per-file-ignores: {pair!r} is no PATTERN:RULE, such as drafts/*.md:N001")
            codes = frozenset(rule.code for rule in select(rules, [selector], pedantic=True))
            self._parts.append((pathspec.GitIgnoreSpec.from_lines([pattern.strip()]), codes))

    def codes(self, path: str) -> frozenset[str]:
        """The codes of the rules that do not count in a file."""
        if path not in self._known:
            self._known[path] = self._codes(absolute(Path(path))) if self._parts else frozenset()
        return self._known[path]

    def _codes(self, path: Path) -> frozenset[str]:
        inside = path.relative_to(self._folder) if path.is_relative_to(self._folder) else Path(path.name)
        found = (codes for spec, codes in self._parts if spec.match_file(inside.as_posix()))
        return frozenset[str]().union(*found)

    def left(self, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Those that count."""
        return [one for one in diagnostics if one.code not in self.codes(one.path)]
