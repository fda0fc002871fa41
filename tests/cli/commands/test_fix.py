"""``anora-bib fix``: what is written, and what is kept when something else happens meanwhile."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from anora_bib import api
from anora_bib.cli import main
from anora_bib.cli.session import Session
from anora_bib.lint.fixer import FixResult
from anora_bib.model import Essay

FAULTY = "# Doors\n\nShe wrote in the Magazine1 of it.\n\n## Notes\n\n[1] Roe, Ann. “A Door.” Verso. 2001.\n"
MENDED = FAULTY.replace("Magazine1", "Magazine[1]")
MORE = "\nA line that the author adds meanwhile.\n"


def run(folder: Path, *arguments: object, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)), obj=Session(folder=folder), input=stdin)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.md", "b.md", "c.md"):
        (tmp_path / name).write_text(FAULTY, "utf-8")
    return tmp_path


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in folder.iterdir()}


def test_each_essay_is_repaired(folder: Path) -> None:
    done = run(folder, "fix", folder)
    assert done.exit_code == 0
    assert contents(folder) == dict.fromkeys(("a.md", "b.md", "c.md"), MENDED)


def test_each_essay_keeps_its_line_ends(folder: Path) -> None:
    (folder / "a.md").write_bytes(FAULTY.replace("\n", "\r\n").encode())
    run(folder, "fix", folder)
    assert (folder / "a.md").read_bytes() == MENDED.replace("\n", "\r\n").encode()


def test_an_edit_made_while_it_runs_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repair = api.fix

    def edited_meanwhile(essay: Essay, **options: Any) -> FixResult:
        if essay.path.endswith("b.md"):
            with Path(essay.path).open("a", encoding="utf-8") as file:
                file.write(MORE)
        return repair(essay, **options)

    monkeypatch.setattr(api, "fix", edited_meanwhile)
    done = run(folder, "fix", folder)
    assert done.exit_code == 1
    assert f"{folder / 'b.md'}: was changed by somebody else since it was read" in done.stderr
    assert contents(folder) == {"a.md": MENDED, "b.md": FAULTY + MORE, "c.md": MENDED}


def test_an_edit_made_before_its_turn_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repair = api.fix

    def edited_meanwhile(essay: Essay, **options: Any) -> FixResult:
        if essay.path.endswith("a.md"):
            with (folder / "c.md").open("a", encoding="utf-8") as file:
                file.write(MORE)
        return repair(essay, **options)

    monkeypatch.setattr(api, "fix", edited_meanwhile)
    assert run(folder, "fix", folder).exit_code == 0
    assert contents(folder)["c.md"] == MENDED + MORE


def test_a_file_that_cannot_be_written_does_not_stop_the_others(folder: Path) -> None:
    (folder / "a.md").chmod(0o444)
    done = run(folder, "fix", folder)
    assert done.exit_code == 1
    assert f"{folder / 'a.md'}: cannot be written: it is read-only" in done.stderr
    assert contents(folder) == {"a.md": FAULTY, "b.md": MENDED, "c.md": MENDED}


def test_a_diff_is_shown_printable_and_stored_as_it_is(folder: Path) -> None:
    essay = folder / "a.md"
    essay.write_text(FAULTY.replace("Doors", "Do\x1b[2Jors"), "utf-8")
    shown = run(folder, "fix", essay, "--diff")
    assert shown.exit_code == 1
    assert r"Do\x1b[2Jors" in shown.stdout
    assert run(folder, "fix", essay, "--diff", "-o", folder / "a.diff").exit_code == 1
    assert "Do\x1b[2Jors" in (folder / "a.diff").read_text("utf-8")


def test_a_diff_of_nothing_is_fine(folder: Path) -> None:
    (folder / "a.md").write_text(MENDED, "utf-8")
    done = run(folder, "fix", folder / "a.md", "--diff")
    assert (done.exit_code, done.stdout) == (0, "")


def test_standard_input_comes_back_in_its_encoding(tmp_path: Path) -> None:
    done = run(tmp_path, "fix", "-", stdin=FAULTY.encode("cp1252"))
    assert done.stdout_bytes == MENDED.encode("cp1252")


@pytest.mark.parametrize("spelled", ["a.md", "./a.md", "sub/../a.md", "link.md"])
def test_the_essay_is_no_place_for_its_own_result(spelled: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "sub").mkdir()
    (folder / "link.md").symlink_to("a.md")
    monkeypatch.chdir(folder)
    for command in ("format", "export", "check", "sources", "graph", "fix"):
        done = run(folder, command, "a.md", "-o", spelled)
        assert done.exit_code == 2
        assert f"{os.path.normpath(spelled) if spelled == './a.md' else spelled}: is an input" in done.stderr
    assert (folder / "a.md").read_text("utf-8") == FAULTY


@pytest.mark.parametrize("name", ["<stdin>", "refs.bib"])
def test_a_bibliography_on_standard_input_is_refused(name: str, tmp_path: Path) -> None:
    named = [] if name == "<stdin>" else ["--stdin-filename", name]
    done = run(tmp_path, "fix", "-", *named, stdin=b"@misc{a, title = {TEN} year = 2001}")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == f"{name}: is a bibliography, and is repaired as a file; name it\n"


TYPED = """So it is.[^1] And more.[^2]

[^1]: Jane Roe, *The Book of Wicks* (Hull: Tide Press, 2009), 12.
[^2]: Roe et al., Oh.
"""


def test_an_essay_is_printed_in_a_style(tmp_path: Path) -> None:
    essay = tmp_path / "essay.md"
    essay.write_text(TYPED.replace("Roe et al., Oh.", "Ibid."), "utf-8")
    shown = run(tmp_path, "fix", essay, "--style", "oscola", "--diff")
    assert shown.exit_code == 1
    assert "+[^2]: ibid." in shown.stdout
    assert f"{essay}: 2 of 2 citations rewritten, 0 left" in shown.stderr
    assert f"{essay}:3: note 1: the style does not print: publisher-place" in shown.stderr
    assert run(tmp_path, "fix", essay, "--style", "oscola").exit_code == 0
    styled = TYPED.replace("(Hull: Tide Press, 2009), 12", "(Tide Press 2009) 12").replace("Roe et al., Oh.", "ibid.")
    assert essay.read_text("utf-8") == styled


def test_a_style_that_cites_in_another_way_changes_nothing(tmp_path: Path) -> None:
    essay = tmp_path / "essay.md"
    essay.write_text(TYPED, "utf-8")
    done = run(tmp_path, "fix", essay, "--style", "apa")
    assert done.exit_code == 1
    assert "cites in the text, and the essay in notes" in done.stderr
    assert essay.read_text("utf-8") == TYPED


def test_a_page_is_linked_and_not_repaired(tmp_path: Path) -> None:
    page = tmp_path / "essay.html"
    note = "<h2>Notes</h2><ol><li>Roe, Ann. “A Door.” Verso. 2001.</li></ol>"
    typed = f"<p>She wrote in the Magazine of  it.<sup>1</sup></p>{note}"
    page.write_text(typed, "utf-8")
    done = run(tmp_path, "fix", page, "--live", "html")
    assert 'Magazine of  it.<sup><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup>' in done.stdout
    assert f"{page}: 1 marker linked, 0 citations linked to the list of works" in done.stderr
    assert page.read_text("utf-8") == typed


def test_a_diff_of_live_citations_writes_nothing(tmp_path: Path) -> None:
    essay = tmp_path / "essay.md"
    essay.write_text(TYPED, "utf-8")
    done = run(tmp_path, "fix", essay, "--live", "pandoc", "--library", tmp_path / "refs.bib", "--diff")
    assert done.exit_code == 1
    assert done.stdout.startswith("--- ")
    assert "[@" in done.stdout
    assert contents(tmp_path) == {"essay.md": TYPED}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (TYPED, "1 of 1 note made live, 0 left"),
        (
            "So it is (Roe 15).\n\n## Works Cited\n\nRoe, Ann. *A Door*. Verso, 2001.\n",
            "1 of 1 parenthesis made live, 0 left",
        ),
        ("Nothing is cited here.\n", "there is no citation to make live"),
    ],
)
def test_what_was_made_live_is_counted(tmp_path: Path, text: str, told: str) -> None:
    essay = tmp_path / "essay.md"
    essay.write_text(text, "utf-8")
    assert f"{essay}: {told}" in run(tmp_path, "fix", essay, "--live", "pandoc").stderr


REFS = "@book{roe, title={A Door}, author={Roe, Ann}, publisher={Verso}, year=2001, pages={1-2}}\n"


@pytest.mark.parametrize("named", [[], ["."], ["refs.bib", "a.md"]])
def test_bib_files_in_a_folder_are_repaired_as_check_says_that_they_can_be(
    named: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text(FAULTY, "utf-8")
    (tmp_path / "refs.bib").write_text(REFS, "utf-8")
    monkeypatch.chdir(tmp_path)
    shown = run(tmp_path, "fix", *named, "--diff")
    assert (shown.exit_code, contents(tmp_path)) == (1, {"a.md": FAULTY, "refs.bib": REFS})
    assert "+++ refs.bib" in shown.stdout
    done = run(tmp_path, "fix", *named)
    assert done.exit_code == 0
    assert contents(tmp_path) == {"a.md": MENDED, "refs.bib": REFS.replace("1-2", "1--2")}


def test_a_bib_file_that_is_excluded_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(REFS, "utf-8")
    run(tmp_path, "fix", tmp_path, "--exclude", "*.bib")
    run(tmp_path, "fix", tmp_path / "refs.bib", "--exclude", "*.bib", "--force-exclude")
    assert contents(tmp_path) == {"refs.bib": REFS}


def test_a_live_syntax_that_does_not_exist_names_all_there_are(folder: Path) -> None:
    done = run(folder, "fix", folder / "a.md", "--live", "htm")
    assert done.exit_code == 2
    assert "there is no live syntax 'htm'; did you mean 'html'? choose from pandoc, latex, html" in done.output


def test_of_several_files_those_in_order_are_only_counted(folder: Path) -> None:
    (folder / "b.md").write_text("# Walls\n\nFine.\n", "utf-8")
    shown = run(folder, "fix", folder, "--diff").stderr.splitlines()
    assert shown == [
        f"{folder / 'a.md'}: 1 can be fixed, 0 left for a person",
        f"{folder / 'c.md'}: 1 can be fixed, 0 left for a person",
        "Can fix 2 problems in 2 of 3 files; 0 left for a person",
    ]
    assert run(folder, "fix", folder).stderr.splitlines()[-1] == "Fixed 2 problems in 2 of 3 files; 0 left for a person"
    assert run(folder, "fix", folder / "a.md").stderr == f"{folder / 'a.md'}: 0 fixed, 0 left for a person\n"
    assert run(folder, "fix", folder, "--quiet").stderr == ""
