"""A co-author whom the reference leaves out.

## What it finds

References that name some but not all of the creators whom the authority record has for the work.

## Why it matters

Half of the work's authors lose their credit, and the entry no longer sorts, or is found, where it should be.

## Example

    Sex work is work, as Molly Smith says.

    ## Works Cited

    Smith, Molly. *Revolting Prostitutes*. Verso, 2018.

## Instead

    Sex work is work, as Molly Smith says.

    ## Works Cited

    Mac, Juno, and Molly Smith. *Revolting Prostitutes*. Verso, 2018.

## How it is fixed

The author part is written anew from the record, in the order of names that the reference uses. Unsafe, because a
chapter or a later edition may have fewer authors than the book.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from anora_bib.diagnostics import Applicability, Fix
from anora_bib.documents.document import Document
from anora_bib.lint.rule import Finding, FixAvailability, Rule
from anora_bib.lint.rules.shared.differences import differences, evidence
from anora_bib.lint.rules.shared.sources import called
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Difference, DifferenceKind, Name, Records, Reference, Work
from anora_bib.model.values.names import PARTS
from anora_bib.text.characters import fold, join_names
from anora_bib.text.spans import Edit, Span

_NEAR = 60
"""Characters between two names that still stand side by side: "Juno Mac and her co-author Molly Smith"."""


def check(apparatus: Apparatus, records: Records) -> Iterator[Finding]:
    """One finding for each reference that lacks people its record names, with a fix that adds them all."""
    done: set[Span] = set()
    for reference, difference in differences(apparatus, DifferenceKind.MISSING_NAME):
        if reference.span in done:  # several missing names are one fault, mended at one stroke
            continue
        done.add(reference.span)
        printed = reference.entry.names(difference.variable)
        full = _full(reference, records, difference.variable)
        missing = [name for name in full if not any(_same(name, other) for other in printed)]
        if missing:
            beside = _side_by_side(apparatus, missing, printed)
            said = (*evidence(reference, difference), *beside)
            yield _finding(apparatus, reference, difference, full, missing, said)


def _full(reference: Reference, records: Records, role: str) -> tuple[Name, ...]:
    """All names of the record, those that the reference has as it prints them."""
    work = records.by_id.get(reference.match.record) if reference.match else None
    if not isinstance(work, Work):
        return ()
    printed = reference.entry.names(role)
    people = [person.name for person in records.creators(work, role) or records.creators(work)]
    return tuple(next((other for other in printed if _same(name, other)), name) for name in people)


def _as_written(name: Name, printed: Sequence[Name], document: Document) -> Name:
    """A name of the record as the essay would write it; one that the essay prints is so written already."""
    if name in printed:
        return name
    parts: dict[str, Any] = {part: document.written(getattr(name, part)) for part in PARTS.values()}
    return replace(name, **parts)


def _same(one: Name, other: Name) -> bool:
    return fold(one.literal or one.family) == fold(other.literal or other.family)


def _finding(
    apparatus: Apparatus,
    reference: Reference,
    difference: Difference,
    full: Sequence[Name],
    missing: Sequence[Name],
    said: tuple[str, ...],
) -> Finding:
    whom = join_names(name.display for name in missing)
    message = f"{called(reference.entry)} leaves out {whom}"
    field = reference.entry.fields.get(difference.variable)
    span = (field.span if field else None) or difference.span
    printed = reference.entry.names(difference.variable)
    if span is None or not _spells_out(printed, span.of(apparatus.essay.text)):
        return Finding(span or reference.span, message, said)
    names = [_as_written(name, printed, apparatus.essay.document) for name in full]
    rewritten = _written(names, span.of(apparatus.essay.text))
    edit = Edit(_without_stop(apparatus.essay.text, span), rewritten, as_written=True)
    fix = Fix(f"Write {quoted(rewritten)}", (edit,), Applicability.UNSAFE)
    return Finding(span, message, said, fix)


def _spells_out(names: Sequence[Name], printed: str) -> bool:
    """False for a dash that repeats the names of the item before: there they are to be mended."""
    return any(fold(name.literal or name.family) in fold(printed) for name in names)


def _without_stop(text: str, span: Span) -> Span:
    return Span(span.start, span.start + len(span.of(text).rstrip(" .,:")))


def _written(names: Sequence[Name], printed: str) -> str:
    """The names in the form of the printed ones.

    One of ``Mac, Juno; Smith, Molly``, ``Mac, Juno, and Molly Smith`` and ``Juno Mac and Molly Smith``.
    """
    if ";" in printed:
        return "; ".join(name.inverted for name in names)
    if "," not in printed:
        return join_names(name.display for name in names)
    first, *others = names
    if not others:
        return first.inverted
    *middle, last = [name.display for name in others]
    return ", ".join([first.inverted, *middle, f"and {last}"])


def _side_by_side(apparatus: Apparatus, missing: Sequence[Name], printed: Sequence[Name]) -> Iterator[str]:
    """A sentence for each place of the running text where a missing name stands beside a printed one."""
    text = apparatus.essay.text
    for name in missing:
        for other in printed:
            one, two = re.escape(name.display), re.escape(other.display)
            pattern = re.compile(rf"\b(?:{one}\b[^.\n]{{0,{_NEAR}}}\b{two}|{two}\b[^.\n]{{0,{_NEAR}}}\b{one})\b")
            for span in apparatus.body:
                for match in pattern.finditer(text, span.start, span.end):
                    line = apparatus.essay.line(Span(*match.span()))
                    yield f"Line {line} names both: {quoted(match[0])}."


RULE = Rule.documented("A003", "missing-co-author", __doc__, check, availability=FixAvailability.SOMETIMES)
