from __future__ import annotations

from collections.abc import Iterator

import pytest

from anora_bib.errors import UnknownNameError
from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.select import select
from anora_bib.model import Apparatus, Records


def nothing(_apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    return iter(())


RULES = [
    Rule(code, name, "", "", nothing)
    for code, name in [("D001", "bad-date"), ("N001", "lost-note"), ("N002", "empty-note"), ("N010", "late-note")]
]


@pytest.mark.parametrize(
    ("wanted", "unwanted", "codes"),
    [
        ((), (), "D001 N001 N002 N010"),
        (("N",), (), "N001 N002 N010"),
        (("N00",), (), "N001 N002"),
        (("n001", "D"), (), "D001 N001"),
        (("lost-note",), (), "N001"),
        (("Lost-Note",), (), "N001"),
        ((), ("N00",), "D001 N010"),
        (("N",), ("empty-note",), "N001 N010"),
        ((" N010 ",), (), "N010"),
    ],
)
def test_selectors(wanted: tuple[str, ...], unwanted: tuple[str, ...], codes: str) -> None:
    assert " ".join(rule.code for rule in select(RULES, wanted, unwanted)) == codes


@pytest.mark.parametrize(
    ("wanted", "pedantic", "thorough"), [((), False, False), ((), True, True), (("N",), False, True)]
)
def test_rules_that_are_asked_for_tell_what_is_doubtful(
    wanted: tuple[str, ...], pedantic: bool, thorough: bool
) -> None:
    assert {rule.thorough for rule in select(RULES, wanted, pedantic=pedantic)} == {thorough}


@pytest.mark.parametrize(
    ("selector", "nearest"),
    [("N009", "N001"), ("lost-notes", "lost-note"), ("empty", "empty-note"), ("", None), ("Z", None)],
)
def test_what_answers_to_nothing(selector: str, nearest: str | None) -> None:
    for arguments in ((selector,), ()), ((), (selector,)):
        with pytest.raises(UnknownNameError) as caught:
            select(RULES, *arguments)
        assert caught.value.nearest[:1] == ((nearest,) if nearest else ()) or nearest in caught.value.nearest
