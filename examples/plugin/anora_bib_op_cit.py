"""A plugin for anora-bib: a rule that finds notes that lean on "op. cit.", and a report that counts findings."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from anora_bib import hookimpl
from anora_bib.diagnostics import Diagnostic
from anora_bib.lint.rule import Finding, Rule
from anora_bib.model import Apparatus, Records
from anora_bib.registry import Registry
from anora_bib.reports import Described, Report
from anora_bib.text.spans import Span

OP_CIT = re.compile(r"\b(?:op|loc)\. ?cit\.", re.IGNORECASE)


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    for note in apparatus.notes:
        for match in OP_CIT.finditer(note.text):
            place = Span(*match.span()).shift(note.span.start)
            yield Finding(place, f"note {note.label} says {match[0]!r}; a short title would tell which work is meant")


@hookimpl
def register_rules(registry: Registry[Rule]) -> None:
    doc = "## What it finds\n\nNotes that send the reader back with *op. cit.* or *loc. cit.*\n"
    registry.add("X001", Rule("X001", "op-cit", "A note leans on op. cit.", doc, check))


def count(diagnostics: Sequence[Diagnostic], _rules: Sequence[Described]) -> str:
    found = Counter(diagnostic.code for diagnostic in diagnostics)
    return "".join(f"{code} {times}\n" for code, times in sorted(found.items()))


@hookimpl
def register_reports(registry: Registry[Report]) -> None:
    registry.add("count", count, after="text")
