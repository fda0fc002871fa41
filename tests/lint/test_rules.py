"""What holds for every rule there is."""

from __future__ import annotations

import pkgutil
import re

import pytest

from anora_bib.lint.rule import Rule
from anora_bib.lint.rules import essay
from anora_bib.lint.rules.builtin import BUILTIN
from anora_bib.spans import apply_edits
from tests.lint.support import build, diagnose, fixed, mentions

FAMILIES = {
    "A": "authority",
    "C": "citations",
    "D": "dates",
    "M": "markers",
    "N": "notes",
    "Q": "quotation_marks",
    "W": "works_cited",
}
"""The folder of each family."""
HEADINGS = ["What it finds", "Why it matters", "Example", "Instead", "How it is fixed"]
REFUSED = re.compile(r"(?:use|avoid|check|no|prefer|missing-fix|bad|wrong|do-not)-|-(?:check|rule|error)$")
"""A name says what is wrong: it must read well after "ignore"."""

SMALL_ESSAY = """# Aurora‘s Turn
As she told Example Magazine1, Anora is “a gamble". Anora, again.”2 It isn‘t told Weekly 3 that Anora ends.[9]
![Roe is a writer.[1] She lives.[1]](roe.jpg)
@ Shoe, Gift of Jane Roe to the Example Museum
[1] Doe, John. “A Talk'”. Example Magazine.
[2] Doe, John. “A Talk'”. Example Magazine.
[3] TK
[4]
[5] https://www.example.org
* Roe, Jane. A Book.
* Roe, Jane. A Book.
"""


def diagnosed() -> list[str]:
    return [one.code for one in diagnose(build(SMALL_ESSAY, extra=mentions("Anora")))]


@pytest.mark.parametrize("rule", BUILTIN, ids=lambda rule: rule.code)
class TestEach:
    def test_it_has_a_code_of_a_family(self, rule: Rule) -> None:
        assert re.fullmatch(r"[A-Z]\d{3}", rule.code)
        assert rule.code[0] in FAMILIES

    def test_it_is_named_after_the_fault(self, rule: Rule) -> None:
        assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", rule.name)
        assert not REFUSED.search(rule.name)

    def test_it_says_everything_under_the_fixed_headings(self, rule: Rule) -> None:
        assert re.findall(r"^## (.+)$", rule.doc, re.MULTILINE) == HEADINGS
        parts = re.split(r"^## .+$", rule.doc, flags=re.MULTILINE)[1:]
        assert all(part.strip() for part in parts)

    def test_it_has_a_summary(self, rule: Rule) -> None:
        assert 10 < len(rule.summary) < 100
        assert not rule.summary.endswith(".")

    def test_it_finds_nothing_in_an_empty_essay(self, rule: Rule) -> None:
        assert diagnose(build(""), rule.code) == []

    def test_it_stands_in_the_file_of_its_name(self, rule: Rule) -> None:
        *_, subject, family, module = rule.check.__module__.split(".")
        assert module == rule.name.replace("-", "_")
        assert (subject, family) == ("essay", FAMILIES[rule.code[0]])


def test_every_file_is_registered_in_the_order_of_the_codes() -> None:
    folders = [f"{folder}/{family}" for folder in essay.__path__ for family in FAMILIES.values()]
    files = {module.name for module in pkgutil.iter_modules(folders)}
    assert {rule.name.replace("-", "_") for rule in BUILTIN} == files
    assert [rule.code for rule in BUILTIN] == sorted({rule.code for rule in BUILTIN})


def test_the_small_essay_has_many_faults() -> None:
    assert {
        "A004",
        "C001",
        "M001",
        "M002",
        "M003",
        "M004",
        "N001",
        "N003",
        "N004",
        "N005",
        "N006",
        "Q001",
        "Q002",
    } <= {*diagnosed()}


def test_each_finding_has_a_place_and_quotes_what_is_wrong() -> None:
    for one in diagnose(build(SMALL_ESSAY, extra=mentions("Anora"))):
        assert one.message
        assert not one.message.endswith(".")
        assert len(one.span) or one.code == "N004"
        assert all(sentence.endswith((".", "!", "?")) for sentence in one.evidence)
        assert one.fix is None or one.fix.title


def test_findings_stand_in_the_order_of_the_text() -> None:
    spans = [one.span for one in diagnose(build(SMALL_ESSAY))]
    assert spans == sorted(spans)


@pytest.mark.parametrize("unsafe", [False, True])
def test_fixes_settle_and_a_second_run_changes_nothing(unsafe: bool) -> None:
    first = fixed(SMALL_ESSAY, extra=mentions("Anora"), unsafe=unsafe)
    second = fixed(first.text, extra=mentions("Anora"), unsafe=unsafe)
    assert first.applied
    assert (second.text, second.applied) == (first.text, ())


def test_a_fix_changes_what_it_names_and_no_other_letter() -> None:
    for one in diagnose(build(SMALL_ESSAY, extra=mentions("Anora"))):
        if one.fix:
            after = apply_edits(SMALL_ESSAY, one.fix.edits)
            start = min(edit.span.start for edit in one.fix.edits)
            end = len(SMALL_ESSAY) - max(edit.span.end for edit in one.fix.edits)
            assert after[:start] == SMALL_ESSAY[:start]
            assert after[len(after) - end :] == SMALL_ESSAY[len(SMALL_ESSAY) - end :]
            assert after != SMALL_ESSAY
