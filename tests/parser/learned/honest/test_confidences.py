"""Confidences made honest."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anora_bib.errors import InputError
from anora_bib.model import Entry, Field
from anora_bib.parser.evaluation import Case, Outcome
from anora_bib.parser.evaluation.values import Judged
from anora_bib.parser.labels import READER
from anora_bib.parser.learned.honest.calibration import Calibration, fit
from anora_bib.parser.learned.honest.confidences import Confidences, Honesty, evidence


def test_an_overconfident_labeller_is_brought_down() -> None:
    chance = Random(3)
    said = [chance.uniform(0.5, 1.0) for _ in range(4000)]
    calibration = fit((confidence, chance.random() < confidence - 0.3) for confidence in said)
    for confidence in (0.55, 0.7, 0.85, 0.95):
        assert calibration(confidence) == pytest.approx(confidence - 0.3, abs=0.08)


def test_without_outcomes_nothing_is_changed() -> None:
    assert Calibration()(0.7) == fit([])(0.7) == 0.7


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=80), st.lists(st.floats(0, 1), max_size=10))
def test_it_never_falls_and_is_never_certain(outcomes: list[tuple[float, bool]], asked: list[float]) -> None:
    calibration = fit(outcomes, least=5)
    values = [calibration(confidence) for confidence in sorted(asked)]
    assert all(one <= other + 1e-9 for one, other in pairwise(values))
    if outcomes:
        assert all(0 < value < 1 for value in values)


def test_confidences_of_fields_and_entries_become_the_share_that_was_right() -> None:
    outcomes = [_outcome(sure=0.9, right=at % 3 > 0) for at in range(120)]
    confidences = Confidences.fitted(outcomes)
    honest = confidences.of(_entry(0.9))
    assert honest.fields["title"].confidence == pytest.approx(2 / 3, abs=0.02)
    assert honest.fields["note"].confidence == 0.9, "of what is not compared nothing is known"
    assert honest.confidence == pytest.approx(2 / 3, abs=0.02)


def test_entries_that_rules_read_alone_have_confidences_of_their_own() -> None:
    ruled = [_outcome(sure=0.8, right=at % 4 > 0) for at in range(120)]
    labelled = [replace(one, entry=_labelled(0.8), given=one.given) for one in ruled]
    wrong = [replace(one, given={"title": Judged("doors", 0.8)}) if one.is_wholly_right else one for one in labelled]
    confidences = Confidences.fitted([*ruled, *wrong])
    assert confidences.of(_entry(0.8)).confidence == pytest.approx(3 / 4, abs=0.03)
    assert confidences.of(_labelled(0.8)).confidence < 0.1


def test_entries_that_rules_read_alone_may_be_measured_with_the_others() -> None:
    right = [_outcome(sure=0.8, right=True) for _ in range(60)]
    wrong = [_outcome(sure=0.8, right=False) for _ in range(60)]
    confidences = Confidences.fitted([*right, *[replace(one, entry=_labelled(0.8)) for one in wrong]], apart=False)
    assert confidences.of(_entry(0.8)).confidence == confidences.of(_labelled(0.8)).confidence == pytest.approx(1 / 2)


@pytest.mark.parametrize(("said", "expected"), [(0.9, 0.9), (0.85, 0.75), (0.8, 0.6), (0.5, 0.0)])
def test_words_left_over_speak_against_an_entry(said: float, expected: float) -> None:
    assert evidence(replace(_entry(0.9), confidence=said), 3.0) == pytest.approx(expected)
    assert evidence(replace(_entry(0.9), confidence=said), 1.0) == pytest.approx(said)


def test_few_outcomes_tell_nothing() -> None:
    confidences = Confidences.fitted(_outcome(sure=0.9, right=False) for _ in range(20))
    assert confidences.of(_entry(0.9)) == _entry(0.9)


def test_a_file_holds_the_confidences() -> None:
    known = Confidences.fitted((_outcome(sure=at / 200, right=at % 4 > 0) for at in range(200)), 2.0)
    honesty = Honesty(alone=known)
    again = Honesty.load(honesty.dump())
    assert again.dump() == honesty.dump()
    assert again.alone.entries(0.6) == pytest.approx(known.entries(0.6), abs=0.001)
    assert again.alone.unexplained == 2.0
    assert again.essay == Confidences()


@pytest.mark.parametrize("data", [b"", b"[]", b'{"alone": {}}', b'{"alone": {"fields": {}, "entries": [1]}}'])
def test_a_damaged_file_of_confidences_is_told(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^(c\.json: )?holds no confidences"):
        Honesty.load(data, "c.json")


def _entry(sure: float) -> Entry:
    return Entry("book", {"title": Field("Lamps", None, sure), "note": Field("lent", None, sure)}, confidence=sure)


def _labelled(sure: float) -> Entry:
    return Entry("book", {"title": Field("Lamps", None, sure, READER)}, confidence=sure)


def _outcome(sure: float, right: bool) -> Outcome:
    truth = {"title": Judged("lamps" if right else "doors", 1.0)}
    case = Case("Lamps.", (_entry(1.0),))
    return Outcome(case, _entry(1.0), _entry(sure), truth, {"title": Judged("lamps", sure)})
