"""The figures of an evaluation as rows of a table, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from anora_bib.parser.evaluation.groups import GROUP_OF, GROUPS
from anora_bib.parser.evaluation.outcomes import Outcome
from anora_bib.parser.evaluation.score import Certainty, Counts, Score

HEADER: Final = ("field", "expected", "precision", "recall", "F1", "calibration error")
KINDS_HEADER: Final = ("kind", "references", "micro-F1", "wholly right", "type right")
MISSES_HEADER: Final = ("reference", "field", "expected", "given")


def field_rows(score: Score) -> Iterator[tuple[str, ...]]:
    """A row for each group of variables, for each variable in it, and for all."""
    for group in GROUPS:
        members = [variable for variable in score.fields if GROUP_OF[variable] == group]
        if members:
            pairs = [pair for member in members if member in score.certainty for pair in score.certainty[member].pairs]
            yield _row(group.upper(), score.group(group), Certainty(pairs))
            for member in members:
                yield _row(member, score.fields[member], score.certainty.get(member, Certainty()))
    yield _row("ALL", score.micro, score.field_error)


def _row(name: str, counts: Counts, certainty: Certainty | float) -> tuple[str, ...]:
    error = certainty.error if isinstance(certainty, Certainty) else certainty
    figures = (counts.precision, counts.recall, counts.f1, error)
    return name, str(counts.expected), *(f"{figure:.3f}" for figure in figures)


def kind_rows(outcomes: Sequence[Outcome]) -> Iterator[tuple[str, ...]]:
    """A row for each kind of reference and each language, in order, and for all."""
    kinds = sorted({outcome.case.kind for outcome in outcomes} - {""})
    languages = sorted({outcome.case.language for outcome in outcomes} - {""})
    parts = [(kind, [one for one in outcomes if one.case.kind == kind]) for kind in kinds]
    parts += [(language, [one for one in outcomes if one.case.language == language]) for language in languages]
    for name, part in (*parts, ("ALL", outcomes)):
        score = Score(part)
        shares = (score.micro.f1, score.wholly_right, score.type_right)
        yield name, str(score.references), *(f"{share:.3f}" for share in shares)


def miss_rows(outcomes: Sequence[Outcome]) -> Iterator[tuple[str, ...]]:
    """A row for each value that is not right."""
    for outcome in outcomes:
        for miss in outcome.misses():
            yield outcome.case.string, miss.variable, miss.expected, miss.given


def summary(score: Score) -> str:
    """The figures that count most, in a line."""
    return (
        f"{score.references} references: micro-F1 {score.micro.f1:.3f}, wholly right {score.wholly_right:.3f}, "
        f"type {score.type_right:.3f}, calibration error {score.field_error:.3f} a field "
        f"and {score.entries.error:.3f} an entry (honest ones: {score.entries.error_by_chance:.3f} by chance)"
    )


def as_json(score: Score) -> dict[str, object]:
    """All figures."""
    return {
        "references": score.references,
        "micro": _figures(score.micro),
        "wholly-right": round(score.wholly_right, 4),
        "type": round(score.type_right, 4),
        "calibration-error": {
            "field": round(score.field_error, 4),
            "entry": round(score.entries.error, 4),
            "entry-by-chance": round(score.entries.error_by_chance, 4),
        },
        "groups": {name: _figures(score.group(name)) for name in GROUPS},
        "fields": {variable: _figures(counts) for variable, counts in score.fields.items()},
    }


def _figures(counts: Counts) -> dict[str, object]:
    return {
        "expected": counts.expected,
        "given": counts.given,
        "precision": round(counts.precision, 4),
        "recall": round(counts.recall, 4),
        "f1": round(counts.f1, 4),
    }
