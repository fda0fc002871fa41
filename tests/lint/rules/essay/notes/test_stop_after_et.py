from __future__ import annotations

import pytest

from tests.lint.essays import DOE, READERS, with_notes
from tests.lint.pipeline import findings, fixed


@pytest.mark.parametrize("reader", READERS)
def test_it_is_taken_away(reader: str) -> None:
    text = with_notes(reader, DOE, "Jane Roe et. al., Lamps, 12.", claim="Roe et. al. say that it burns.")
    assert fixed(text, "N015", reader=reader) == text.replace("et. al.", "et al.")


@pytest.mark.parametrize(
    "claim",
    [
        "Roe et al. say so.",
        "The planet. All of it burns.",
        "“It was Roe et. al. who lit it,” she says, “and nobody else.”",
    ],
)
def test_no_such_stop(claim: str) -> None:
    assert findings(with_notes("markdown", DOE, claim=claim), "N015") == []
