from __future__ import annotations

import pytest

from anora_bib.formats.problems import Problem
from anora_bib.notices import NOTICES
from anora_bib.readers.front_matter import _broken
from anora_bib.records import load

EMITTED = {
    *(problem.value for problem in Problem),
    (load.CODE, load.RULE),
    ((front := _broken(None, "", 0, "")).code, front.rule),
}


def test_every_code_that_reading_gives_is_explained_and_no_other() -> None:
    assert {(notice.code, notice.name) for notice in NOTICES.values()} == EMITTED


@pytest.mark.parametrize("code", NOTICES)
def test_it_says_what_to_do(code: str) -> None:
    notice = NOTICES[code]
    assert not notice.summary.endswith(".")
    assert notice.doc.count("\n\n") == 1
    assert notice.doc.endswith(".")
