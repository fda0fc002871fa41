"""What the other references of an essay suggest for a date that cannot be right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from anora_bib.diagnostics import Applicability, Fix
from anora_bib.lint.rules.shared.wording import capitalised, labels, when
from anora_bib.model import Apparatus, Date, Place, Reference
from anora_bib.text.spans import Edit, Span


def sibling_year(apparatus: Apparatus, reference: Reference) -> tuple[Fix, str] | None:
    """A fix of the year in the access date of ``reference``, and a sentence on why.

    Offered only where all other references that give an access date agree on one that differs in nothing but the
    year, and the year so corrected is after publication and archiving.
    """
    accessed = reference.entry.date("accessed")
    others = [ref for ref in apparatus.references if ref is not reference and ref.entry.date("accessed")]
    values = {ref.entry.date("accessed") for ref in others}
    value = values.pop() if len(values) == 1 else None
    if not (accessed and value and _differ_in_year_only(accessed, value) and _possible(reference, value)):
        return None
    place = _year_digits(apparatus, reference, accessed)
    if place is None:
        return None
    title = f"Change the year of access from {accessed.year} to {value.year}, as in {_where(others)}"
    fix = Fix(title, (Edit(place, str(value.year)),), Applicability.UNSAFE)
    verb = "was" if len(others) == 1 else "were"
    return fix, f"{capitalised(_where(others))} {verb} accessed {when(value)}: the same day, another year."


def _differ_in_year_only(one: Date, other: Date) -> bool:
    if len(one.parts) != 1 or len(other.parts) != 1:
        return False
    return one.parts[0][1:] == other.parts[0][1:] and one.year != other.year


def _possible(reference: Reference, accessed: Date) -> bool:
    before = (reference.entry.date("issued"), reference.entry.date("archived"))
    return all(date is None or date.earliest <= accessed.latest for date in before)


def _year_digits(apparatus: Apparatus, reference: Reference, accessed: Date) -> Span | None:
    field = reference.entry.fields.get("accessed")
    if field is None or field.span is None:
        return None
    matches = list(re.finditer(rf"(?<!\d){accessed.year}(?!\d)", field.span.of(apparatus.essay.text)))
    return Span(*matches[0].span()).shift(field.span.start) if len(matches) == 1 else None


def _where(references: list[Reference]) -> str:
    return " and ".join(_places(references))


def _places(references: list[Reference]) -> Iterator[str]:
    notes = [ref.label for ref in references if ref.place is Place.NOTE]
    if notes:
        yield labels(notes)
    if len(notes) < len(references):
        yield "the other works listed" if not notes else "the works listed"
