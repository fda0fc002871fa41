"""Running rules over one essay."""

from __future__ import annotations

from collections.abc import Iterable

from anora_bib.diagnostics import Diagnostic
from anora_bib.lint.rule import Rule
from anora_bib.model import Apparatus, Records


def check(apparatus: Apparatus, records: Records, rules: Iterable[Rule]) -> list[Diagnostic]:
    """Everything the rules find, in the order of the text; at one place, in the order of the codes."""
    diagnostics = [diagnostic for rule in rules for diagnostic in rule.diagnose(apparatus, records)]
    return sorted(diagnostics, key=lambda diagnostic: (diagnostic.span, diagnostic.code))
