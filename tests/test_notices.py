from __future__ import annotations

import pytest

from anora_bib.diagnostics import Severity
from anora_bib.documents.yaml import Fault
from anora_bib.errors import InputError
from anora_bib.formats.problems import Problem
from anora_bib.notices import NOTICES, Code, diagnostic
from anora_bib.readers import damage
from anora_bib.readers.head.front_matter import _broken
from anora_bib.records import load
from anora_bib.text.spans import SourceSpan

EMITTED = {
    *(problem.value for problem in Problem),
    (load.CODE, load.RULE),
    ("E002", "misdeclared-encoding"),
    (damage.CODE, damage.RULE),
    ((front := _broken(Fault("nested too deeply", SourceSpan(0, 1)), "", 0, "")).code, front.rule),
}


def test_every_code_that_reading_gives_is_explained_and_no_other() -> None:
    told = {(notice.code, notice.name) for notice in NOTICES.values()}
    assert told >= EMITTED
    assert {code for code, _ in told - EMITTED} == {str(code) for code in Code}


@pytest.mark.parametrize("code", NOTICES)
def test_it_says_what_to_do(code: str) -> None:
    notice = NOTICES[code]
    assert not notice.summary.endswith(".")
    assert notice.doc.count("\n\n") == 1
    assert notice.doc.endswith(".")


def test_an_error_of_reading_is_a_diagnostic() -> None:
    found = diagnostic(InputError("is broken", path="a.bib", line=3, column=7, hint="mend it", code="BIB010"))
    assert (found.path, *found.start, found.message) == ("a.bib", 3, 7, "is broken; mend it")
    assert (found.code, found.rule, found.severity) == ("BIB010", "unreadable-bibliography", Severity.ERROR)
    assert diagnostic(InputError("no such file", path="a.md")).code == Code.UNREADABLE
