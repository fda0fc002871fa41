"""``anora-bib rules`` and ``anora-bib formats``: all there are, or those that are meant."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from anora_bib.cli import main
from anora_bib.cli.session import Session


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, obj=Session())


def codes(done: Result) -> list[str]:
    return [line.split("\t")[0] for line in done.stdout.splitlines()[1:]]


@pytest.mark.parametrize(
    ("arguments", "some", "others"),
    [
        ([], {"N001", "B405", "Q003"}, set[str]()),
        (["merged"], {"N002"}, {"N001", "M001"}),
        (["Marker", "NOTE"], {"M001", "N001"}, {"B405"}),
        (["n001"], {"N001"}, {"N002"}),
        (["--select", "N"], {"N001", "N003"}, {"M001", "B001"}),
        (["--select", "N,M001", "--ignore", "note-without-marker"], {"N003", "M001"}, {"N001", "M003"}),
        (["--select", "M", "note"], {"M001"}, {"N001"}),
    ],
)
def test_the_rules_that_are_meant(arguments: list[str], some: set[str], others: set[str]) -> None:
    done = run("rules", *arguments)
    assert done.exit_code == 0
    assert some <= set(codes(done))
    assert not others & set(codes(done))


def test_words_that_no_rule_has() -> None:
    done = run("rules", "zebra", "crossing")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == "no rule matches zebra crossing; `anora-bib rules` lists all\n"


def test_a_rule_that_does_not_exist_is_wrong_usage() -> None:
    done = run("rules", "--select", "N9")
    assert (done.exit_code, "there is no rule 'N9'" in done.output) == (2, True)


def test_rules_that_run_only_if_asked_for_are_marked() -> None:
    rows = [line.split("\t") for line in run("rules", "--columns", "code,runs").stdout.splitlines()]
    runs = dict(rows[1:])
    assert (runs["N001"], runs["L004"]) == ("always", "pedantic")


def test_formats_are_told_with_what_reads_and_writes_them() -> None:
    rows = [line.split("\t")[:5] for line in run("formats").stdout.splitlines()]
    assert rows[0] == ["name", "of", "read", "written by", "endings"]
    assert ["markdown", "essays", "yes", "fix"] in [row[:4] for row in rows]
    assert ["bibtex", "bibliographies", "yes", "export", ".bib"] in rows
    assert ["nbib", "bibliographies", "yes", "", ".nbib"] in rows
    assert ["latex", "text in a style", "", "format", ""] in rows
    assert ["canvas", "graphs", "", "graph", ""] in rows
