"""What is known of the forms of one verb."""

from __future__ import annotations

from typing import NamedTuple


class Forms(NamedTuple):
    """``finite`` forms have a subject; ``nonfinite`` ones, participles and infinitives, need an auxiliary.

    ``parted`` pairs a finite form with the word that stands apart from it, at the end of the clause.
    """

    finite: frozenset[str]
    nonfinite: frozenset[str] = frozenset()
    parted: frozenset[tuple[str, str]] = frozenset()


def listed(forms: str) -> Forms:
    """The forms as a table of irregular verbs has them: the nonfinite ones behind a bar."""
    finite, _, nonfinite = forms.partition("|")
    return Forms(frozenset(finite.split()), frozenset(nonfinite.split()))
