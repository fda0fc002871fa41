"""What our engine prints otherwise than citeproc-js on purpose is as the ledger says, on both sides."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.csl import divergences
from tests.csl.citeproc_js import Answer, available
from tests.csl.divergences import Divergence, gone, read

LEDGER = read()
NAMES = [divergence.name for divergence in LEDGER]


@pytest.mark.parametrize("divergence", LEDGER, ids=NAMES)
def test_our_engine_prints_what_is_listed_as_ours(divergence: Divergence) -> None:
    assert divergence.printed_by_us() == divergence.ours


@pytest.mark.parametrize("divergence", LEDGER, ids=NAMES)
def test_an_entry_lists_a_divergence_and_its_reason(divergence: Divergence) -> None:
    assert divergence.ours != divergence.theirs
    assert divergence.clause
    assert divergence.why


@pytest.mark.skipif(bool(available()), reason=available())
@pytest.mark.parametrize("divergence", LEDGER, ids=NAMES)
def test_citeproc_js_prints_what_is_listed_as_theirs(divergence: Divergence) -> None:
    assert gone([divergence]) == []


@pytest.mark.parametrize(
    "divergence", [next(one for one in LEDGER if bool(one.citations) is cited) for cited in (False, True)]
)
def test_an_entry_is_named_when_citeproc_js_prints_something_else(
    divergence: Divergence, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answered(texts: list[str]) -> list[str]:
        answer = Answer(bibliography=[("1", text) for text in texts], citations=texts)
        monkeypatch.setattr(divergences, "answers", lambda *_, **__: [(Path(), answer)])
        return gone([divergence])

    assert answered(list(divergence.theirs)) == []
    (line,) = answered(list(divergence.ours))
    assert line.startswith(f"{divergence.name}: ")
