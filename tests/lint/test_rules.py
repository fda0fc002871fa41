"""What holds for every rule there is."""

from __future__ import annotations

import pkgutil
import re

import pytest

from anora_bib.lint.rule import Rule
from anora_bib.lint.rules import essay
from anora_bib.lint.rules.builtin import BUILTIN
from anora_bib.model import Apparatus, Essay
from anora_bib.text.spans import apply_edits
from tests.lint.pipeline import RECORDS, diagnose, findings, repair

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

SMALL_ESSAY = """\
# Aurora‘s Turn

As she told Example Magazine,1 Anora is “a gamble". Anora, again.”2 It isn‘t told Weekly 3 that Anora ends.4

![Roe is a writer.[1] She lives.[1]](roe.jpg)

Shoe, Gift of Jane Roe to the Example Museum

As Ann Poe told the Los Angeles Times, “so it is here” now. The Florida Projct (2019) ends.

## Notes

[1] Doe, John. “A Talk'”. Example Magazine, 2024.

[2] Doe, John. “A Talk'”. Example Magazine, 2024.

[3] TK

[4]

[5] https://www.example.org

## Works Cited

Srnieck, Nick. *Platoform Capitalism*. Polity Press, 2016.

Smith, Molly. *Revolting Prostitutes*. Verso, 2020.

Smith, Molly. *Revolting Prostitutes*. Verso, 2020.
"""

READERS = ("markdown", "plain")


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
        empty = Apparatus(Essay.of("essay.md", "", "markdown"))  # No reader gives one: an empty file is refused.
        assert list(rule.diagnose(empty, RECORDS)) == []

    def test_it_finds_nothing_in_an_essay_that_cites_nothing(self, rule: Rule) -> None:
        assert diagnose("# A Morning\n\nThe light came late. Nobody said a word.\n", rule.code) == []

    def test_it_stands_in_the_file_of_its_name(self, rule: Rule) -> None:
        subject, family, *_, module = rule.check.__module__.removeprefix("anora_bib.lint.rules.").split(".")
        assert module == rule.name.replace("-", "_")
        assert (subject, family) == ("essay", FAMILIES[rule.code[0]])


def test_every_file_is_registered_in_the_order_of_the_codes() -> None:
    modules = pkgutil.walk_packages(essay.__path__, f"{essay.__name__}.")
    files = {module.name.rpartition(".")[2] for module in modules if not module.ispkg}
    assert {rule.name.replace("-", "_") for rule in BUILTIN} == files
    assert [rule.code for rule in BUILTIN] == sorted({rule.code for rule in BUILTIN})


@pytest.mark.parametrize("reader", READERS)
def test_the_small_essay_has_many_faults(reader: str) -> None:
    usual = [rule.code for rule in BUILTIN if not rule.pedantic]
    assert {found.code for found in findings(SMALL_ESSAY, *usual, reader=reader)} == {
        *("A001", "A002", "A003", "A004", "A005", "C001", "C002", "D003", "M002", "M003", "M004"),
        *("N001", "N003", "N004", "N005", "N006", "Q001", "Q002", "W001", "W003"),
    }


def test_each_finding_has_a_place_and_quotes_what_is_wrong() -> None:
    for one in diagnose(SMALL_ESSAY):
        assert one.message
        assert not one.message.endswith(".")
        assert len(one.span)
        assert all(sentence.endswith((".", "!", "?")) for sentence in one.evidence)
        assert one.fix is None or one.fix.title


def test_findings_stand_in_the_order_of_the_text() -> None:
    spans = [one.span for one in diagnose(SMALL_ESSAY)]
    assert spans == sorted(spans)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("unsafe", [False, True])
def test_fixes_settle_and_a_second_run_changes_nothing(unsafe: bool, reader: str) -> None:
    first = repair(SMALL_ESSAY, reader=reader, unsafe=unsafe)
    second = repair(first.text, reader=reader, unsafe=unsafe)
    assert first.applied
    assert (second.text, second.applied) == (first.text, ())


def test_a_fix_changes_what_it_names_and_no_other_letter() -> None:
    for one in diagnose(SMALL_ESSAY):
        if one.fix:
            after = apply_edits(SMALL_ESSAY, one.fix.edits)
            start = min(edit.span.start for edit in one.fix.edits)
            end = len(SMALL_ESSAY) - max(edit.span.end for edit in one.fix.edits)
            assert after[:start] == SMALL_ESSAY[:start]
            assert after[len(after) - end :] == SMALL_ESSAY[len(SMALL_ESSAY) - end :]
            assert after != SMALL_ESSAY
