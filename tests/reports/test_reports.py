from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from defusedxml import ElementTree

from anora_bib.diagnostics import Applicability, Diagnostic, Severity, SourceFix
from anora_bib.lint.rule import Rule
from anora_bib.lint.rules.builtin import BUILTIN
from anora_bib.reports import Findings
from anora_bib.reports.builtin import BUILTIN as REPORTS
from anora_bib.text.excerpts import by_number, lines_about
from anora_bib.text.spans import Position, SourceEdit, SourceSpan

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


SOURCE = "x\n12a45\n"
OTHER = replace(FOUND, path="other.md", message="words", evidence=(), fix=None)


def render(found: Sequence[Diagnostic], form: str = "full", rules: Sequence[Rule] = (), **more: Any) -> str:
    return REPORTS[form](Findings(found, **more), rules)


def test_full_is_one_line_and_what_hangs_from_it() -> None:
    assert render([FOUND]) == (
        f"my essays/e,1.txt:2:3 {RULE.code} “a” is wrong: 100 %\n    It is known.\n    fix: Write “b”\n"
    )
    assert REPORTS["text"] is REPORTS["full"]


def test_full_shows_the_line_the_place_and_the_change() -> None:
    lines = {FOUND.path: by_number(lines_about(SOURCE, [FOUND]))}
    assert render([FOUND], lines=lines).splitlines()[1:] == [
        "    2 | 12a45",
        "      |   ^",
        "    It is known.",
        "    fix: Write “b”",
        "      - 12a45",
        "      + 12b45",
    ]


def test_full_is_coloured_by_what_it_is_given() -> None:
    lines = {FOUND.path: by_number(lines_about(SOURCE, [FOUND]))}
    painted = render([FOUND], lines=lines, paint=lambda words, tone: f"<{tone}>{words}</>", files=1)
    assert painted.startswith(f"<path>my essays/e,1.txt:2:3</> <error>{RULE.code}</> ")
    assert "<removed>- 12a45</>" in painted
    assert "<added>+ 12b45</>" in painted
    assert re.sub("<[a-z/]*>", "", painted) == render([FOUND], lines=lines, files=1)


UNSAFE = replace(FOUND, fix=replace(FIX, applicability=Applicability.UNSAFE))
SUMMARIES = [
    ([], 40, "All fine: 40 files\n"),
    ([], 1, "All fine: 1 file\n"),
    ([OTHER], 1, "Found 1 problem in 1 of 1 file\n"),
    ([FOUND, FOUND, OTHER], 1200, "Found 3 problems in 2 of 1,200 files (2 fixable)\n"),
    ([FOUND, UNSAFE, UNSAFE], 2, "Found 3 problems in 1 of 2 files (1 fixable, 2 more with --unsafe)\n"),
    ([UNSAFE], 2, "Found 1 problem in 1 of 2 files (fixable: 1 with --unsafe)\n"),
]


@pytest.mark.parametrize("form", ["full", "concise", "grouped"])
@pytest.mark.parametrize(("found", "files", "said"), SUMMARIES)
def test_the_last_line_counts(form: str, found: list[Diagnostic], files: int, said: str) -> None:
    assert render(found, form, files=files).splitlines(keepends=True)[-1] == said


@pytest.mark.parametrize("form", ["json", "jsonl", "gitlab", "sarif", "github", "junit"])
def test_reports_for_programs_do_not_count(form: str) -> None:
    assert render([FOUND], form, files=3) == render([FOUND], form)


EMPTY = [("full", ""), ("concise", ""), ("grouped", ""), ("github", ""), ("json", "[]\n"), ("gitlab", "[]\n")]


@pytest.mark.parametrize(("form", "empty"), [*EMPTY, ("jsonl", "")])
def test_nothing_found(form: str, empty: str) -> None:
    assert render([], form) == empty


def test_concise_marks_what_can_be_fixed() -> None:
    assert render([FOUND, OTHER], "concise") == (
        f"my essays/e,1.txt:2:3 {RULE.code} [*] “a” is wrong: 100 %\nother.md:2:3 {RULE.code} words\n"
    )


def test_grouped_names_each_file_once() -> None:
    assert render([FOUND, OTHER, FOUND], "grouped") == (
        f"my essays/e,1.txt:\n  2:3 {RULE.code} [*] “a” is wrong: 100 %\n  2:3 {RULE.code} [*] “a” is wrong: 100 %\n"
        f"\nother.md:\n  2:3 {RULE.code} words\n"
    )


def test_json_lines_hold_the_diagnostics() -> None:
    assert [json.loads(line) for line in render([FOUND, OTHER], "jsonl").splitlines()] == [
        FOUND.to_json(),
        OTHER.to_json(),
    ]


def test_junit_has_a_suite_for_each_file() -> None:
    odd = replace(OTHER, path="a<b>&.md", message="“\x1b[2J<x>”")
    root = ElementTree.fromstring(render([FOUND, odd, FOUND], "junit"))
    assert {suite.get("name"): suite.get("failures") for suite in root} == {"my essays/e,1.txt": "2", "a<b>&.md": "1"}
    (case,) = root[1]
    assert (case.get("line"), case.get("name")) == ("2", f"{RULE.code} {RULE.name}")
    assert [failure.get("message") for failure in case] == ["“\\x1b[2J<x>”"]


def test_junit_of_nothing_is_a_case_that_passed() -> None:
    root = ElementTree.fromstring(render([], "junit"))
    assert (root.get("tests"), root.get("failures")) == ("1", "0")
    assert [len(case) for case in root.iter("testcase")] == [0]


def test_gitlab_knows_a_finding_again_when_its_line_moves() -> None:
    moved = replace(FOUND, start=Position(9, 1), end=Position(9, 2))
    first, second = json.loads(render([FOUND, FOUND], "gitlab"))
    (later,) = json.loads(render([moved], "gitlab"))
    assert first["fingerprint"] == later["fingerprint"] != second["fingerprint"]
    assert first["severity"] == "major"
    assert first["location"] == {"path": "my essays/e,1.txt", "lines": {"begin": 2, "end": 2}}


@pytest.mark.parametrize(
    ("path", "shown", "uri"),
    [
        ("a/./b.md", "a/b.md", "a/b.md"),
        ("/work/site/a b.md", "a b.md", "a%20b.md"),
        ("/elsewhere/a.md", "/elsewhere/a.md", "file:///elsewhere/a.md"),
        ("../a.md", "../a.md", "../a.md"),
        ("<stdin>", "<stdin>", "%3Cstdin%3E"),
        ("a:b.md", "a:b.md", "a%3Ab.md"),
    ],
)
def test_paths_count_from_the_folder_of_the_run(path: str, shown: str, uri: str) -> None:
    found = [replace(OTHER, path=path)]
    (quality,) = json.loads(render(found, "gitlab", folder="/work/site"))
    assert quality["location"]["path"] == shown
    (result,) = json.loads(render(found, "sarif", folder="/work/site"))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


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
    driver = run["tool"]["driver"]
    assert {"fullName", "version", "informationUri"} <= set(driver)
    (rule,) = driver["rules"]
    assert rule["id"] == RULE.code
    assert {"shortDescription", "fullDescription", "help"} <= set(rule)
    assert rule["helpUri"].endswith(f"/rules/{RULE.code}.html")
    assert not rule["fullDescription"]["text"].startswith("#")
    (result,) = run["results"]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == (RULE.code, 0, "error")
    assert result["message"]["text"] == "“a” is wrong: 100 %.\nIt\nis known."
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "my%20essays/e%2C1.txt"
    assert place["region"] == {"startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 4}
    replacement = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement == {"deletedRegion": {"charOffset": 4, "charLength": 1}, "insertedContent": {"text": "b"}}


def test_sarif_shows_the_words_and_their_line_where_they_are_at_hand() -> None:
    lines = {FOUND.path: by_number(lines_about(SOURCE, [FOUND]))}
    (result,) = json.loads(render([FOUND], "sarif", lines=lines))["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["region"]["snippet"] == {"text": "a"}
    assert place["contextRegion"] == {"startLine": 2, "endLine": 2, "snippet": {"text": "12a45"}}


def test_sarif_can_do_without_the_rules() -> None:
    (result,) = json.loads(render([FOUND], "sarif"))["runs"][0]["results"]
    assert "ruleIndex" not in result


def test_every_form_renders() -> None:
    assert all(RULE.code in render([FOUND], form, BUILTIN) for form in REPORTS)
