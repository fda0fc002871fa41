"""Results that are kept: the same findings again, and new ones as soon as anything changes that they rest on."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from anora_bib.checking import cached as cached_checking
from anora_bib.checking.cached import FILE
from anora_bib.cli import main
from anora_bib.cli.session import Session

ESSAY = "# Doors\n\nShe wrote in the Magazine1 of it.\n\n## Notes\n\n[1] Roe, Ann. “A Door.” Verso. 2001.\n"


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.md").write_text(ESSAY, "utf-8")
    (tmp_path / "b.html").write_text("<p>So.</p>", "utf-8")
    (tmp_path / "refs.bib").write_text("@misc{a, title = {TEN}, month = {Foo}}\n", "utf-8")
    (tmp_path / "paper.tex").write_text("\\cite{nobody}\\bibliography{refs,gone}", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    done = CliRunner().invoke(main, ["check", "-v", "--cache-dir", ".kept", *(arguments or ["."])], obj=Session())
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def known(done: Result) -> str:
    (line,) = [line for line in done.stderr.splitlines() if line.startswith("cache:")]
    return line.removeprefix("cache: ")


def test_the_second_run_says_the_same() -> None:
    first, second = run(), run()
    assert known(first) == "0 of 3 known"
    assert known(second) == "3 of 3 known"
    assert first.stdout == second.stdout
    assert {"M003", "L003"} <= set(first.stdout.split())
    json = [run(".", "--output-format", "json", *more).stdout for more in ([], ["--no-cache"])]
    assert json[0] == json[1]


@pytest.mark.parametrize(
    ("name", "content", "left"),
    [
        ("a.md", ESSAY + "\nMore.\n", "2 of 3"),
        ("refs.bib", "@misc{nobody, title = {TEN}}\n", "2 of 3"),
        ("paper.tex", "\\cite{a}\\bibliography{refs,gone}", "2 of 3"),
        ("gone.bib", "@misc{nobody, title = {TEN}}\n", "2 of 3"),
        ("new.md", "More.\n", "3 of 4"),
    ],
)
def test_what_changes_is_checked_again(name: str, content: str, left: str, site: Path) -> None:
    run()
    (site / name).write_text(content, "utf-8")
    done = run()
    assert known(done) == f"{left} known"
    assert done.stdout == run(".", "--no-cache").stdout


@pytest.mark.parametrize(
    "arguments",
    [["--select", "M"], ["--ignore", "M003"], ["--pedantic"], ["--disable", "rule:M003"], ["--references", "mine"]],
)
def test_other_settings_have_other_results(arguments: list[str], site: Path) -> None:
    (site / "mine").mkdir()
    (site / "mine/works.yaml").write_text("works:\n  a: {title: The Long Door, type: motion_picture}\n", "utf-8")
    run()
    assert known(run("a.md", *arguments)) == "0 of 1 known"
    assert known(run("a.md", *arguments)) == "1 of 1 known"
    if "--references" in arguments:
        (site / "mine/works.yaml").write_text("works:\n  a: {title: The Door, type: motion_picture}\n", "utf-8")
        assert known(run("a.md", *arguments)) == "0 of 1 known"


def test_our_own_code_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    run()
    monkeypatch.setattr(cached_checking, "_installed", lambda: ["another version"])
    assert known(run()) == "0 of 3 known"


def test_records_that_are_wrong_are_told_again(site: Path) -> None:
    (site / "mine").mkdir()
    (site / "mine/works.yaml").write_text("works: [\n", "utf-8")
    for _ in range(2):
        done = run("a.md", "--references", "mine")
        assert known(done) == "0 of 1 known"
        assert "mine/works.yaml" in done.stdout
    assert "mine" not in run("refs.bib", "--references", "mine").stdout


@pytest.mark.parametrize("path", ["a.md", "none", "empty"])
def test_a_rule_that_there_is_not_is_refused_whatever_is_kept(path: str, site: Path) -> None:
    (site / "empty").mkdir()
    run("a.md")
    done = run(path, "--select", "X999")
    assert (done.exit_code, "no rule 'X999'" in done.stderr) == (2, True)


def test_what_is_kept_is_shown_without_all_that_finds_it(site: Path) -> None:
    """The second run over a site is quick: it imports neither the rules nor the stages nor what reads references."""
    shown = "import sys; from anora_bib.cli import main; main(sys.argv[1:], standalone_mode=False); print(*sys.modules)"
    command = [sys.executable, "-c", shown, "check", "a.md", "b.html", "--cache-dir", ".kept", "--exit-zero"]
    done = [subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(2)]
    first, second = ({*one.stdout.splitlines()[-1].split()} for one in done)
    heavy = {f"anora_bib.{name}" for name in ("assembly.workflow", "lint.rules", "parser", "find", "records")}
    assert heavy <= first
    assert not heavy & second


def test_what_could_not_be_read_is_tried_again(site: Path) -> None:
    (site / "bad.md").write_bytes(b"\x00\xff\x00")
    assert known(run("bad.md")) == known(run("bad.md")) == "0 of 1 known"


def test_standard_input_is_not_kept(site: Path) -> None:
    for _ in range(2):
        done = CliRunner().invoke(main, ["check", "-", "-v", "--cache-dir", ".kept"], obj=Session(), input=ESSAY)
        assert known(done) == "0 of 1 known"


@pytest.mark.parametrize("data", ["", "no json", "[]", '[[[[], [["M003"]], []]], [], {}]', "[[], [], {}]"])
def test_what_we_did_not_write_is_not_believed(data: str, site: Path) -> None:
    first = run("a.md")
    with sqlite3.connect(site / ".kept" / FILE) as connection:
        connection.execute("UPDATE outcomes SET data = ?", (data,))
    connection.close()
    done = run("a.md")
    assert (known(done), done.stdout) == ("0 of 1 known", first.stdout)
    assert known(run("a.md")) == "1 of 1 known"


def test_a_cache_that_is_broken_or_cannot_be_written_harms_nothing(site: Path) -> None:
    expected = run(".", "--no-cache").stdout
    (site / ".kept").mkdir(exist_ok=True)
    (site / ".kept" / FILE).write_bytes(b"no database, " * 100)
    done = run()
    assert done.stdout == expected
    assert known(done).startswith("0 of 3 known; file is not a database")
    (site / ".kept" / FILE).unlink()
    (site / ".kept").rmdir()
    (site / ".kept").write_text("a file")
    assert run().stdout == expected


def test_old_results_go(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("a.md")
    later = time.time() + 40 * 24 * 60 * 60
    monkeypatch.setattr(time, "time", lambda: later)
    run("b.html")
    assert known(run("a.md")) == "0 of 1 known"


def test_no_cache_keeps_nothing(site: Path) -> None:
    done = run(".", "--no-cache")
    assert "cache:" not in done.stderr
    assert not (site / ".kept").exists()
