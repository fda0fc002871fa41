from __future__ import annotations

import pytest

from anora_bib.model import Date
from tests.lint.support import build, diagnose, fixed, ref

LATE = ref("Roe. 2023. Retrieved April 3, 2025", title="A", accessed=("April 3, 2025", Date.of(2025, 4, 3)))
IN_TIME = ref("Doe. 2023. Retrieved April 3, 2024", title="B", accessed=("April 3, 2024", Date.of(2024, 4, 3)))
MENDED = ref("Roe. 2023. Retrieved April 3, 2024", title="A", accessed=("April 3, 2024", Date.of(2024, 4, 3)))
TEXT = f"A claim.[1]\n[1] {LATE.text}\n[2] {IN_TIME.text}\n"
REFS = [LATE, IN_TIME, MENDED]


@pytest.mark.parametrize("date", [Date.of(2024), Date.of(2024, 5), Date.of(2025, 4, 2)])
def test_read_after_it_was_written(date: Date) -> None:
    (found,) = diagnose(build(TEXT, REFS, date=date), "D002")
    assert found.message == f"“A” was accessed on 2025-04-03, after the essay itself ({date})"
    result = fixed(TEXT, "D002", refs=REFS, date=date, unsafe=True)
    assert result.text == TEXT.replace("2025", "2024")


@pytest.mark.parametrize("date", [None, Date(literal="spring"), Date.of(2025), Date.of(2025, 4), Date.of(2025, 4, 3)])
def test_unknown_or_in_time(date: Date | None) -> None:
    assert diagnose(build(TEXT, REFS, date=date), "D002") == []
