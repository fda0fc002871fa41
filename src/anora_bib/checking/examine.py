"""One file that is read, understood and checked: an essay by its apparatus, a bibliography by its entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from anora_bib.assembly.workflow import analyse
from anora_bib.diagnostics import Diagnostic
from anora_bib.inputs.opening import Bibliography, Input, bib_file
from anora_bib.lint.checker import check, check_bibliography
from anora_bib.model import Apparatus
from anora_bib.reports.pages import Page

if TYPE_CHECKING:
    from anora_bib.assembly.workspace import Workspace
    from anora_bib.lint.rule import Documented


@dataclass(frozen=True, slots=True)
class Examined:
    """What a file holds, what was ``broken`` in a bibliography, and what the readers and rules found wrong."""

    item: Apparatus | Bibliography
    broken: tuple[Diagnostic, ...]
    findings: tuple[Diagnostic, ...]

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was broken, then what was found."""
        return self.broken + self.findings

    @property
    def source(self) -> str:
        """What the spans and edits of the diagnostics count in."""
        return self.item.text if isinstance(self.item, Bibliography) else self.item.essay.source

    @property
    def page(self) -> Page:
        """The whole file, for a report that shows it."""
        item = self.item
        return Page.of_source(item.path, item.text) if isinstance(item, Bibliography) else Page.of_essay(item)


def examine(item: Input, workspace: Workspace, rules: Sequence[Documented]) -> Examined:
    """An essay or a bibliography with what is wrong in it."""
    if isinstance(item, Bibliography):
        return examine_bibliography(item, rules)
    records = workspace.authority.records
    apparatus = analyse(item, records, workspace.plugins.stages)
    return Examined(apparatus, (), (*item.diagnostics, *check(apparatus, records, rules)))


def examine_bibliography(file: Bibliography, rules: Sequence[Documented]) -> Examined:
    """A bibliography with what is wrong in it, for which no records are asked."""
    return Examined(file, file.diagnostics, tuple(check_bibliography(bib_file(file), rules)))
