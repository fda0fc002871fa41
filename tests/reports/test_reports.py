from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from anora_bib.diagnostics import Applicability, Diagnostic, Severity, SourceFix
from anora_bib.lint.rule import Rule
from anora_bib.lint.rules.builtin import BUILTIN
from anora_bib.reports import BUILTIN as REPORTS
from anora_bib.spans import Position, SourceEdit, SourceSpan

RULE = BUILTIN[0]
FIX = SourceFix("Write “b”", (SourceEdit(SourceSpan(4, 5), "b"),), Applicability.SAFE)
FOUND = Diagnostic(
    RULE.code,
    RULE.name,
    "“a” is wrong: 100 %",
    "my essays/e,1.txt",
    SourceSpan(4, 5),
    Position(2, 3),
    Position(2, 4),
    Severity.ERROR,
    ("It\nis known.",),
    FIX,
)


def render(found: list[Diagnostic], form: str = "text", rules: Sequence[Rule] = ()) -> str:
    return REPORTS[form](found, rules)


def test_text_is_one_line_and_what_hangs_from_it() -> None:
    assert render([FOUND]) == (
        f"my essays/e,1.txt:2:3 {RULE.code} “a” is wrong: 100 %\n    It is known.\n    fix: Write “b”\n"
    )


@pytest.mark.parametrize(("form", "empty"), [("text", ""), ("github", ""), ("json", "[]\n")])
def test_nothing_found(form: str, empty: str) -> None:
    assert render([], form) == empty


def test_json_holds_the_diagnostics() -> None:
    assert json.loads(render([FOUND], "json")) == [FOUND.to_json()]


def test_github_escapes_what_its_commands_use() -> None:
    assert render([FOUND], "github") == (
        "::error file=my essays/e%2C1.txt,line=2,endLine=2,col=3,endColumn=4,"
        f"title={RULE.code} {RULE.name}::“a” is wrong: 100 %25%0AIt%0Ais known.\n"
    )


def test_github_takes_no_columns_over_several_lines() -> None:
    longer = Diagnostic("X1", "x", "m", "e", SourceSpan(0, 9), Position(1, 1), Position(2, 3))
    assert render([longer], "github") == "::warning file=e,line=1,endLine=2,title=X1 x::m\n"


def test_sarif_describes_the_rules_that_found_something() -> None:
    log = json.loads(render([FOUND], "sarif", BUILTIN))
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [RULE.code]
    (result,) = run["results"]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == (RULE.code, 0, "error")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "my%20essays/e%2C1.txt"
    assert place["region"] == {"startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 4}
    replacement = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement == {"deletedRegion": {"charOffset": 4, "charLength": 1}, "insertedContent": {"text": "b"}}


def test_sarif_can_do_without_the_rules() -> None:
    (result,) = json.loads(render([FOUND], "sarif"))["runs"][0]["results"]
    assert "ruleIndex" not in result


def test_every_form_renders() -> None:
    assert all(RULE.code in render([FOUND], form, BUILTIN) for form in REPORTS)
