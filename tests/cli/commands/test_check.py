"""``anora-bib check``: which files it reads, what it says, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from anora_bib.cli import main
from anora_bib.cli.session import Session

FAULTY = "# Doors\n\nShe wrote in the Magazine1 of it.\n\n## Notes\n\n[1] Roe, Ann. “A Door.” Verso. 2001.\n"
MENDED = FAULTY.replace("Magazine1", "Magazine[1]")
FINE = "The film ends at a door.\n"


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in {
        "a.md": FAULTY,
        "drafts/b.md": FAULTY,
        "fine.md": FINE,
        "package.json": '{"name": "site"}',
        "_config.yml": "title: site\n",
        "requirements.txt": "click==8\n",
        "docs-requirements.txt": "click==8\n",
        "robots.txt": "User-agent: *\n",
        "LICENSE.md": FAULTY,
        ".cache/c.md": FAULTY,
        "node_modules/m/README.md": FAULTY,
        "vendor/v.md": FAULTY,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, stdin: str | None = None) -> Result:
    done = CliRunner().invoke(main, ["check", *arguments], obj=Session(), input=stdin)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def places(*arguments: str) -> list[str]:
    return [f"{one['path']} {one['code']}" for one in json.loads(run(*arguments, "--output-format", "json").stdout)]


BOTH = ["a.md M003", "drafts/b.md M003"]


def test_a_folder_of_a_site_has_essays_only() -> None:
    done = run(".")
    assert done.stdout.splitlines()[-1] == "Found 2 problems in 2 of 3 files (2 fixable)"
    assert places(".") == BOTH
    assert done.stderr == (
        "passed over 6 files that are no essay and no bibliography: 1 .json, 1 .md, 3 .txt, 1 .yml\n"
    )


@pytest.mark.parametrize(
    ("settings", "arguments", "found"),
    [
        ("", ["--exclude", "drafts"], BOTH[:1]),
        ("", ["--extend-exclude", "drafts"], BOTH[:1]),
        ("", ["--exclude", "a.md,drafts,!vendor"], ["vendor/v.md M003"]),
        ('extend-exclude = ["drafts"]', [], BOTH[:1]),
        ('extend-exclude = ["drafts"]', ["--extend-exclude", "a.md"], BOTH[1:]),
        ('per-file-ignores = ["drafts/*:M003"]', [], BOTH[:1]),
        ('[per-file-ignores]\n"drafts/" = ["M"]\n', [], BOTH[:1]),
        ("", ["--per-file-ignores", "a.md:glued-marker"], BOTH[1:]),
    ],
)
def test_what_is_left_out(settings: str, arguments: list[str], found: list[str], site: Path) -> None:
    (site / "anora-bib.toml").write_text(settings, "utf-8")
    assert places(*arguments, ".") == found


def test_gitignore(site: Path) -> None:
    (site / ".gitignore").write_text("drafts/\n", "utf-8")
    assert places(".") == BOTH[:1]
    assert places(".", "--no-respect-gitignore") == BOTH
    assert places("drafts") == BOTH[1:]


def test_a_named_file_is_read_unless_told_otherwise(site: Path) -> None:
    (site / "anora-bib.toml").write_text('exclude = ["drafts"]\n', "utf-8")
    assert places("drafts/b.md") == BOTH[1:]
    assert places("drafts/b.md", "--force-exclude") == []
    (site / "anora-bib.toml").write_text('exclude = ["drafts"]\nforce-exclude = true\n', "utf-8")
    assert places("drafts/b.md", "--no-force-exclude") == BOTH[1:]


def test_a_file_is_read_once(site: Path) -> None:
    (site / "link.md").symlink_to("a.md")
    done = run("a.md", "./a.md", "drafts/../a.md", "link.md", ".", "drafts")
    assert done.stdout.splitlines()[-1] == "Found 2 problems in 2 of 3 files (2 fixable)"


def test_all_is_fine() -> None:
    assert run("fine.md").stdout == "All fine: 1 file\n"
    assert run("fine.md", "-q").stdout == ""
    assert run("fine.md", "--output-format", "json").output == "[]\n"


def test_exit_zero() -> None:
    assert run("a.md").exit_code == 1
    assert run("a.md", "--exit-zero").exit_code == 0
    assert run("gone.md", "--exit-zero").exit_code == 0
    assert run("a.md", "--exit-zero", "--select", "X999").exit_code == 2


def test_statistics(site: Path) -> None:
    (site / "c.md").write_text(MENDED.replace("2001.", "4 June 2001. Accessed 3 May 1999."), "utf-8")
    assert run(".", "--statistics").stdout == (
        "2\tM003\t[*] glued-marker\n1\tD001\t[ ] accessed-before-published\n"
        "Found 3 problems in 3 of 4 files (2 fixable)\n"
    )


def test_quiet_and_verbose() -> None:
    assert run(".", "-q").stderr == ""
    told = run(".", "-v").stderr.splitlines()
    assert told[0] == "settings: the defaults"
    assert "a.md: 1 finding" in told
    assert "passed over package.json: holds no item of a bibliography" in told


def test_what_is_ignored_in_a_file_is_not_counted_there() -> None:
    told = run("a.md", "-v", "--per-file-ignores", "a.md:glued-marker").stderr.splitlines()
    assert "a.md: 0 findings" in told


def test_standard_input_has_a_name() -> None:
    page = '<p>So.<sup><a href="#fn1">1</a></sup></p><ol><li id="fn1">Roe, Ann. <i>A Door</i>. 2001.</li></ol>'
    assert run("-", "--stdin-filename", "posts/a.html", stdin=page).stdout == "All fine: 1 file\n"
    done = run("-", "--stdin-filename", "posts/a.md", stdin=FAULTY)
    assert done.stdout.startswith("posts/a.md:3:26 M003 ")
    done = run("-", "--stdin-filename", "drafts/a.md", "--per-file-ignores", "drafts/:M", stdin=FAULTY)
    assert done.stdout == "All fine: 1 file\n"
    fixed = CliRunner().invoke(main, ["fix", "-", "--stdin-filename", "a.md"], obj=Session(), input=FAULTY)
    assert (fixed.stdout, fixed.stderr) == (MENDED, "a.md: 1 fixed, 0 left for a person\n")
    assert Path("a.md").read_text("utf-8") == FAULTY


def test_fix_leaves_what_does_not_count_in_a_file(site: Path) -> None:
    (site / "anora-bib.toml").write_text('[per-file-ignores]\n"drafts/" = "M003"\n', "utf-8")
    assert CliRunner().invoke(main, ["fix", ".", "-q"], obj=Session()).output == ""
    assert [(site / name).read_text("utf-8") for name in ("a.md", "drafts/b.md")] == [MENDED, FAULTY]


def test_fix_of_nothing_but_what_is_left_out_changes_nothing(site: Path) -> None:
    (site / "refs.bib").write_text("@misc{a, title = {TEN} year = 2001}\n", "utf-8")
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    for name in ("drafts/b.md", "refs.bib"):
        arguments = ["fix", name, "--force-exclude", "--exclude", "drafts,refs.bib"]
        assert CliRunner().invoke(main, arguments, obj=Session()).exit_code == 0
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("before", [True, False])
def test_the_settings_file_may_be_named(before: bool, site: Path) -> None:
    (site / "anora-bib.toml").write_text("no toml", "utf-8")
    (site / "other.toml").write_text('ignore = ["M"]\n', "utf-8")
    (site / "pyproject.toml").write_text('[tool.anora-bib]\nignore = ["M003"]\n', "utf-8")
    if not before:
        (site / "anora-bib.toml").unlink()
    for name in ("other.toml", "pyproject.toml"):
        named = ["--config", name]
        arguments = [*named, "check", "a.md"] if before else ["check", "a.md", *named]
        done = CliRunner().invoke(main, arguments, obj=Session())
        assert (done.exit_code, done.stdout) == (0, "All fine: 1 file\n")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("gone.toml", None, "gone.toml: no such file; check the spelling of the path"),
        ("bad.toml", "styel = 'apa'", "bad.toml:1: there is no option 'styel'; did you mean 'style'?"),
        ("pyproject.toml", "", "pyproject.toml: has no [tool.anora-bib]; name another file"),
        ("bad.toml", "[per-file-ignores]\nx = 1\n", "bad.toml: the option 'per-file-ignores' takes a table of lists"),
        ("bad.toml", "per-file-ignores = ['x']", "per-file-ignores: 'x' is no PATTERN:RULE, such as drafts/*.md:N001"),
    ],
)
def test_broken_settings_are_wrong_usage(name: str, content: str | None, said: str, site: Path) -> None:
    if content is not None:
        (site / name).write_text(content, "utf-8")
    done = run("a.md", "--config", name)
    assert done.exit_code == 2
    assert done.output.startswith(f"Error: {said}")


def test_flags_of_the_settings_can_be_switched_off(site: Path) -> None:
    (site / "anora-bib.toml").write_text("unsafe = true\npedantic = true\n", "utf-8")
    session = Session()
    CliRunner().invoke(main, ["fix", "a.md", "--diff", "--no-unsafe"], obj=session)
    assert session.config.flag("unsafe") is False
    assert session.config.flag("pedantic") is True


def test_an_unknown_form_lists_those_there_are() -> None:
    done = run("a.md", "--output-format", "junitt")
    assert done.exit_code == 2
    assert "did you mean 'junit'? choose from full, text, concise, grouped, json, jsonl, junit, gitlab" in done.output


def test_all_that_is_wrong_with_a_file_stands_together_from_its_top(site: Path) -> None:
    broken = (
        "@article{a, title={X}, author={Y Z}, journal={J}, year=2000, pages={1-2}}\n@article{b, title={X} author={Y}}\n"
    )
    for name in ("z.bib", "b.bib"):
        (site / name).write_text(broken, "utf-8")
    lines = run("z.bib", "a.md", "b.bib", "missing.md", "--output-format", "concise").stdout.splitlines()[:-1]
    found = [tuple(line.split(" ")[:2]) for line in lines]
    of_bib = [(":1:69:", "B405"), (":2:10:", "B001"), (":2:22:", "BIB011")]
    wanted = [(f"{name}{place[:-1]}", code) for name in ("z.bib", "b.bib") for place, code in of_bib]
    assert found == [*wanted[:3], ("a.md:3:26", "M003"), *wanted[3:], ("missing.md:1:1", "F001")]
