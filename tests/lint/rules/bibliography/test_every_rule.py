"""What holds for every rule about ``.bib`` files, and the example and the fix that each states."""

from __future__ import annotations

import pkgutil
import re
import textwrap

import pytest

from anora_bib.lint.rule import BibliographyRule, FixAvailability
from anora_bib.lint.rules import bibliography
from anora_bib.lint.rules.builtin import BIBLIOGRAPHY
from anora_bib.lint.select import select
from tests.lint.bibliography import diagnose, fixed

FAMILIES = {"B0": "entries", "B1": "fields", "B2": "names", "B3": "dates", "B4": "numbers", "B5": "titles"}
HEADINGS = ["What it finds", "Why it matters", "Example", "Instead", "How it is fixed"]


def file_under(rule: BibliographyRule, heading: str) -> str:
    part = re.split(rf"^## {heading}$", rule.doc, flags=re.MULTILINE)[1]
    return textwrap.dedent(re.split(r"^## ", part, flags=re.MULTILINE)[0].strip("\n")) + "\n"


@pytest.mark.parametrize("rule", BIBLIOGRAPHY, ids=lambda rule: rule.code)
class TestEach:
    def test_its_code_name_and_file_agree(self, rule: BibliographyRule) -> None:
        *_, subject, family, module = rule.check.__module__.split(".")
        assert (subject, family, module) == ("bibliography", FAMILIES[rule.code[:2]], rule.name.replace("-", "_"))
        assert re.findall(r"^## (.+)$", rule.doc, re.MULTILINE) == HEADINGS
        assert 10 < len(rule.summary) < 100

    def test_it_finds_its_example_and_states_the_fix(self, rule: BibliographyRule) -> None:
        found = diagnose(file_under(rule, "Example"), rule.code)
        assert found
        assert all((one.fix is None) is (rule.availability is FixAvailability.NEVER) for one in found)

    def test_no_rule_finds_anything_in_what_should_stand_instead(self, rule: BibliographyRule) -> None:
        assert diagnose(file_under(rule, "Instead")) == []
        assert diagnose(file_under(rule, "Instead"), rule.code) == []

    def test_its_fix_writes_what_should_stand_instead(self, rule: BibliographyRule) -> None:
        example = file_under(rule, "Example")
        expected = example if rule.availability is FixAvailability.NEVER else file_under(rule, "Instead")
        assert re.sub(r"url +=", "url =", fixed(example, rule.code)) == expected

    def test_a_comment_turns_it_off(self, rule: BibliographyRule) -> None:
        example = file_under(rule, "Example")
        for comment in (f"% anora: ignore-file {rule.code}\n", f"% anora: ignore-file {rule.name}, X001\n"):
            assert diagnose(comment + example, rule.code) == []


def test_every_file_is_registered_in_the_order_of_the_codes() -> None:
    folders = [f"{folder}/{family}" for folder in bibliography.__path__ for family in FAMILIES.values()]
    assert {rule.name.replace("-", "_") for rule in BIBLIOGRAPHY} == {it.name for it in pkgutil.iter_modules(folders)}
    assert [rule.code for rule in BIBLIOGRAPHY] == sorted({rule.code for rule in BIBLIOGRAPHY})


def test_pedantic_rules_run_only_when_they_are_asked_for() -> None:
    pedantic = {rule.code for rule in BIBLIOGRAPHY if rule.pedantic}
    assert pedantic == {"B107", "B502"}
    assert not pedantic & {rule.code for rule in select(BIBLIOGRAPHY)}
    assert pedantic <= {rule.code for rule in select(BIBLIOGRAPHY, pedantic=True)}
    assert {rule.code for rule in select(BIBLIOGRAPHY, ["B107"])} == {"B107"}


def test_a_comment_in_or_above_an_entry_holds_for_that_entry() -> None:
    text = """\
% anora: ignore B301
@misc{a, title = {Ten}, month = {Foo}}
@misc{b, title = {Five}, % anora: ignore
  month = {Foo}}
@misc{c, title = {One}, month = {Foo}}
"""
    assert [one.start.line for one in diagnose(text)] == [5]
