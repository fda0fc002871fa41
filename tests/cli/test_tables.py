"""Tables: drawn as wide as the terminal with whole words, plain in a pipe, whole in a file."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from rich.cells import cell_len

from anora_bib.cli import main, tables
from anora_bib.cli.session import Session
from anora_bib.cli.tables import emit_table
from anora_bib.errors import UnknownNameError
from anora_bib.system.files import Destination

HEADER = ("key", "title")
ROWS = [("fisher2009capitalist", "Capitalist Realism: [Is There] No Alternative?"), ("anon", "two\nlines\tand a tab")]


def test_a_pipe_gets_tab_separated_lines(capsys: pytest.CaptureFixture[str]) -> None:
    emit_table(HEADER, ROWS)
    assert capsys.readouterr().out == (
        "key\ttitle\nfisher2009capitalist\tCapitalist Realism: [Is There] No Alternative?\nanon\ttwo lines and a tab\n"
    )


def test_a_terminal_gets_a_drawn_table(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "dumb")
    emit_table(HEADER, ROWS)
    out = capsys.readouterr().out
    assert "┃" in out
    assert "fisher2009capitalist" in out, "the first column is never cut"
    assert "[Is There]" in out, "what stands in brackets is text, not markup"


def test_a_file_is_written_plainly_even_from_a_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    emit_table(HEADER, ROWS[:1], Destination(tmp_path / "table.tsv"))
    assert (tmp_path / "table.tsv").read_text("utf-8").count("\t") == 2


WIDE = ("key", "creators", "title", "place")
WORKS = [
    ("roe2009editing", "Roe, Jane; Poe, Bo", "On Editing Films That Nobody Has Seen", "editing.md:12 note 3"),
    ("侯孝贤1989悲情城市", "Hou, Hsiao-hsien 侯孝贤", "悲情城市 A City of Sadness", "taiwan.md:7 works cited 侯"),
]


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(tables, "on_terminal", lambda: True)
    monkeypatch.setenv("TERM", "dumb")
    return monkeypatch


@pytest.mark.parametrize("width", [200, 100, 80, 66, 50, 30])
def test_no_line_is_wider_than_the_terminal_and_no_word_is_broken(
    width: int, terminal: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal.setenv("COLUMNS", str(width))
    emit_table(WIDE, WORKS)
    out = capsys.readouterr().out
    assert max(map(cell_len, out.splitlines())) <= width
    words = set(re.split(r"[\s┃│]+", out))
    assert {word for row in WORKS for cell in row for word in cell.split()} <= words
    assert ("┃" in out) is (width > 60)


@pytest.mark.parametrize(
    ("width", "shown", "left_out"),
    [
        (120, ["Key", "Creators", "Title", "Place"], ""),
        (80, ["Key", "Creators", "Title"], "no room for place; --columns chooses which are shown"),
        (58, ["Key", "Title"], "no room for place and creators; --columns chooses which are shown"),
    ],
)
def test_columns_that_can_be_spared_are_left_out_before_the_table_is_a_list(
    width: int,
    shown: list[str],
    left_out: str,
    terminal: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    terminal.setenv("COLUMNS", str(width))
    emit_table(WIDE, WORKS, spare=("place", "creators"))
    out = capsys.readouterr().out
    assert re.findall(r"\w+", out.splitlines()[1]) == shown
    assert ("no room" in out) is bool(left_out)
    assert left_out in " ".join(out.split())


def test_columns_that_were_asked_for_are_all_shown(
    terminal: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal.setenv("COLUMNS", "40")
    emit_table(WIDE, WORKS, columns=("key", "creators", "place"), spare=("place", "creators"))
    out = capsys.readouterr().out
    assert "no room" not in out
    assert "editing.md:12 note 3" in out


def test_a_pipe_gets_all_columns(capsys: pytest.CaptureFixture[str]) -> None:
    emit_table(WIDE, WORKS, spare=("place", "creators"))
    assert capsys.readouterr().out.splitlines()[0] == "key\tcreators\ttitle\tplace"


def test_a_word_that_has_no_room_is_folded(terminal: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    terminal.setenv("COLUMNS", "60")
    address = "https://example.org/" + "door/" * 20
    emit_table(("key", "address"), [("a", address)])
    out = capsys.readouterr().out
    assert address in re.sub(r"[\s│]", "", out)
    assert max(map(len, out.splitlines())) <= 60


def test_columns_are_chosen_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    emit_table(WIDE, WORKS[:1], columns=("Title", "key"))
    assert capsys.readouterr().out == "title\tkey\nOn Editing Films That Nobody Has Seen\troe2009editing\n"


def test_a_column_that_does_not_exist_lists_those_that_do() -> None:
    with pytest.raises(UnknownNameError, match="no column 'titel'; did you mean 'title'\\? choose from key, creators"):
        emit_table(WIDE, WORKS, columns=("titel",))


COMMANDS = [
    (["rules", "--columns", "code,fix"], "code\tfix"),
    (["formats", "--columns", "name,read"], "name\tread"),
    (["styles", "film", "--columns", "name"], "name"),
    (["plugins", "--columns", "name,kind"], "name\tkind"),
    (["sources", "a.md", "--columns", "title,date"], "title\tdate"),
    (["graph", "a.md", "--columns", "target,lines"], "target\tlines"),
]


@pytest.mark.parametrize(("arguments", "header"), COMMANDS, ids=[arguments[0] for arguments, _ in COMMANDS])
def test_commands_take_columns(
    arguments: list[str], header: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text("A door.[1]\n\n[1] Fisher, Mark. Capitalist Realism. Zero Books. 2009.\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, arguments, obj=Session())
    assert done.exit_code == 0
    assert done.stdout.splitlines()[0] == header
    wrong = CliRunner().invoke(main, [*arguments[:-1], "colour"], obj=Session())
    assert (wrong.exit_code, "there is no column 'colour'" in wrong.output) == (2, True)
