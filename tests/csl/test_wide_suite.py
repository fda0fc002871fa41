"""The fixtures of other processors against the ledger of those that fail, both ways."""

from __future__ import annotations

import pytest

from tests.csl import suite_ledger
from tests.csl.suite import run
from tests.csl.suite_cases import WIDE_VARIABLE, Case, read_wide, wide_folder

CASES = read_wide(wide_folder())
LEDGER = suite_ledger.read(wide=True)
MODELS = ("citeproc-js", "citeproc-lua")
"""The processors whose fixtures are for any processor, conventions of their own apart."""
LEAST = 0.95

pytestmark = pytest.mark.skipif(
    not CASES, reason=f"no fixtures of other processors in {wide_folder()}; ${WIDE_VARIABLE} names their folder"
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case) -> None:
    outcome = run(case)
    if case.name in LEDGER:
        assert not outcome.passed, f"{case.name} passes: take it out of the ledger"
    else:
        assert outcome.passed, f"{case.name} fails:\n{outcome.difference()}"


def test_every_listed_failure_is_a_case_and_has_a_reason() -> None:
    assert set(LEDGER) <= {case.name for case in CASES}
    assert [name for name, reason in LEDGER.items() if not reason.startswith(("Own: ", "Open: "))] == []


@pytest.mark.parametrize("model", MODELS)
def test_nearly_all_that_is_no_convention_of_its_own_passes(model: str) -> None:
    asked = [case.name for case in CASES if case.category == model]
    common = [name for name in asked if not LEDGER.get(name, "").startswith("Own:")]
    passing = [name for name in common if name not in LEDGER]
    assert len(passing) >= LEAST * len(common)
