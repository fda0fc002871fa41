"""A rule, or a code that reading a file gives, by its code or name."""

from __future__ import annotations

import pytest

from anora_bib.assembly.plugins import load_plugins
from anora_bib.errors import UnknownNameError
from anora_bib.lint.explained import described

RULES = load_plugins(installed=False).rules


@pytest.mark.parametrize("asked", ["M003", "m003", "glued-marker", "Glued-Marker"])
def test_a_rule_is_found_by_code_and_by_name(asked: str) -> None:
    assert described(asked, RULES).code == "M003"


def test_a_code_that_reading_gives_is_found_too() -> None:
    assert described("bib001", RULES).code == "BIB001"


@pytest.mark.parametrize(
    ("asked", "near"), [("glued", "did you mean 'glued-marker'?"), ("M03", "'M003'"), ("zzzz", "`anora-bib rules`")]
)
def test_what_there_is_not_is_refused_with_what_may_be_meant(asked: str, near: str) -> None:
    with pytest.raises(UnknownNameError) as refused:
        described(asked, RULES)
    assert near in str(refused.value)
    assert f"no rule {asked!r}" in str(refused.value)
