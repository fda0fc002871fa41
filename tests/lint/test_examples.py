"""Every rule against the essays of its own documentation and the fixes it states, through the whole pipeline."""

from __future__ import annotations

import re
import textwrap
from dataclasses import replace

import pytest

from anora_bib.lint.rule import FixAvailability, Rule
from anora_bib.lint.rules.builtin import BUILTIN
from anora_bib.model import Date, Work
from anora_bib.records.record_set import RecordSet
from anora_bib.text.spans import Span
from tests.lint.pipeline import RECORDS, diagnose, findings, repair, understand

LIGHTHOUSE = RecordSet(
    people=RECORDS.people,
    publishers=RECORDS.publishers,
    works=(
        Work(
            "work/lighthouse",
            "The Lighthouse and the Lighthouse Keeper",
            "book",
            {"author": ("person/jane-roe",)},
            Date.of(2018),
            "publisher/example-press",
        ),
    ),
)

ACCESSED_TOO_EARLY = """\
The film took two years.[1]

## Notes

[1] Roe, Jane (September 8, 2024). "A Film". Example Magazine. Retrieved April 3, 2024.
"""

WITHOUT_FIX = {
    "A001": (
        """\
Platforms are monopolies by nature, as Srnicek says.

## Works Cited

Srnieck, Nick. *Platform Capitalism*. Polity Press, 2016.

———. *Platform Capitalism*. Polity Press, 2017.
""",
        RECORDS,
    ),
    "A002": (
        """\
The lighthouse is far, as Roe says.

## Works Cited

Roe, Jane. *The Lighthuose and the Lighthuose Keeper*. Example Press, 2018.
""",
        LIGHTHOUSE,
    ),
    "A003": (
        """\
Sex work is work, as Molly Smith says.

## Works Cited

Smith, Molly. *Revolting Prostitutes*. Verso, 2018.

———. *Revolting Prostitutes*. Verso, 2020.
""",
        RECORDS,
    ),
    "D001": (ACCESSED_TOO_EARLY, RECORDS),
    "D002": (f"---\ndate: 2023-05-12\n---\n\n{ACCESSED_TOO_EARLY}", RECORDS),
    "N003": (
        """\
The film took two years.[1] It won.[2]

## Notes

[1] Some say that it is so, and some do not, and nobody ever asked.

[2] Some say that it is so, and some do not, and nobody ever asked.
""",
        RECORDS,
    ),
    "W006": (
        """\
Ada Richertti calls the lamp a promise.[1]

## Notes

[1] Ada Richetti, *Lamps and Oil* (Exampleton: Example Press, 2009), 12.
""",
        RECORDS,
    ),
}
"""Essays in which a rule that mends some of its findings has one that it cannot mend, with their records: a dash that
repeats a name, a word that stands twice, no other access date to go by, an earlier note without a source, two spellings
that stand once each."""

SOMETIMES = [rule for rule in BUILTIN if rule.availability is FixAvailability.SOMETIMES]
READ_BY_ANOTHER_PARSER = {"N002"}
"""The pieces of our own parser leave no words between two references; those of another may."""


def essay_under(rule: Rule, heading: str) -> str:
    """The essay that the documentation of a rule shows under a heading."""
    part = re.split(rf"^## {heading}$", rule.doc, flags=re.MULTILINE)[1]
    shown = re.split(r"^## ", part, flags=re.MULTILINE)[0].strip("\n")
    assert all(line.startswith("    ") for line in shown.split("\n") if line), f"{rule.code}: {heading} is no essay"
    return f"{textwrap.dedent(shown)}\n"


@pytest.mark.parametrize("rule", BUILTIN, ids=lambda rule: rule.code)
class TestEach:
    def test_it_finds_its_example(self, rule: Rule) -> None:
        assert findings(essay_under(rule, "Example"), rule.code)

    def test_no_rule_finds_anything_in_what_should_stand_instead(self, rule: Rule) -> None:
        assert findings(essay_under(rule, "Instead")) == []

    def test_its_example_says_which_fix_there_is(self, rule: Rule) -> None:
        found = diagnose(essay_under(rule, "Example"), rule.code)
        assert all((one.fix is None) is (rule.availability is FixAvailability.NEVER) for one in found)

    def test_its_fix_writes_what_should_stand_instead(self, rule: Rule) -> None:
        example = essay_under(rule, "Example")
        result = repair(example, rule.code, unsafe=True)
        if rule.availability is FixAvailability.NEVER:
            assert (result.text, result.applied) == (example, ())
        else:
            assert (result.text, result.remaining) == (essay_under(rule, "Instead"), ())

    def test_line_ends_make_no_difference(self, rule: Rule) -> None:
        example = essay_under(rule, "Example")
        crlf = example.replace("\n", "\r\n")
        assert [one._replace(words=one.words.replace("\r\n", "\n")) for one in findings(crlf, rule.code)] == findings(
            example, rule.code
        )
        assert repair(crlf, rule.code, unsafe=True).text == repair(example, rule.code, unsafe=True).text.replace(
            "\n", "\r\n"
        )

    def test_its_documentation_says_the_same(self, rule: Rule) -> None:
        by_hand = rule.doc.rpartition("## How it is fixed")[2].strip().startswith("By hand")
        assert by_hand is (rule.availability is FixAvailability.NEVER)


def test_each_rule_that_mends_some_findings_has_one_that_it_cannot_mend() -> None:
    assert {rule.code for rule in SOMETIMES} == {*WITHOUT_FIX, *READ_BY_ANOTHER_PARSER}


@pytest.mark.parametrize("code", WITHOUT_FIX)
def test_some_findings_have_no_fix(code: str) -> None:
    text, records = WITHOUT_FIX[code]
    assert None in [found.fix for found in diagnose(text, code, records=records)]


def test_sources_with_words_between_them_that_no_parser_has_understood_are_not_joined() -> None:
    text = """\
The law counts the days.[1]

## Notes

[1] Jane Roe, A Question, Example Weekly, Mar. 11, 2002, at 44 [a remark] 42 C.F.R. § 121.4
"""
    (rule,) = (rule for rule in BUILTIN if rule.code == "N002")
    apparatus = understand(text)
    first, second = apparatus.references
    cut = replace(first, span=Span(first.span.start, text.index(" [a remark]")))
    (found,) = rule.check(replace(apparatus, references=(cut, second)), RECORDS)
    assert (found.fix, found.doubtful) == (None, True)
