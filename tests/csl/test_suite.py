"""The official CSL test suite against the ledger of known failures, both ways."""

from __future__ import annotations

import pytest

from tests.csl import suite_ledger
from tests.csl.suite import run
from tests.csl.suite_cases import VARIABLE, Case, folder, read_cases

CASES = read_cases(folder())
LEDGER = suite_ledger.read()

pytestmark = pytest.mark.skipif(
    not CASES, reason=f"no cases of the CSL test suite in {folder()}; ${VARIABLE} names their folder"
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
    assert [name for name, reason in LEDGER.items() if len(reason.split()) < 4] == []
