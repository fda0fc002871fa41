"""Confidences made honest."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.parser.learned.calibration import Calibration, fit


def test_an_overconfident_labeller_is_brought_down() -> None:
    chance = Random(3)
    said = [chance.uniform(0.5, 1.0) for _ in range(4000)]
    calibration = fit((confidence, chance.random() < confidence - 0.3) for confidence in said)
    for confidence in (0.55, 0.7, 0.85, 0.95):
        assert calibration(confidence) == pytest.approx(confidence - 0.3, abs=0.08)


def test_without_outcomes_nothing_is_changed() -> None:
    assert Calibration()(0.7) == fit([])(0.7) == 0.7


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=80), st.lists(st.floats(0, 1), max_size=10))
def test_it_never_falls_and_is_never_certain(outcomes: list[tuple[float, bool]], asked: list[float]) -> None:
    calibration = fit(outcomes, least=5)
    values = [calibration(confidence) for confidence in sorted(asked)]
    assert all(one <= other + 1e-9 for one, other in pairwise(values))
    if outcomes:
        assert all(0 < value < 1 for value in values)
