"""Where results go: drawn on a terminal, plain in a pipe, whole in a file."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from anora_bib.cli.output import emit, emit_table
from anora_bib.files import Destination

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


@pytest.mark.parametrize(("text", "printed"), [("", ""), ("a", "a\n"), ("a\n", "a\n")])
def test_text_ends_in_a_line_end(text: str, printed: str, capsys: pytest.CaptureFixture[str]) -> None:
    emit(text, None)
    assert capsys.readouterr().out == printed
