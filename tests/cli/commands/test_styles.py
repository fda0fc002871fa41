"""``anora-bib styles``: searching them."""

from __future__ import annotations

from click.testing import CliRunner

from anora_bib.cli import main


def test_a_search_that_finds_nothing_says_so() -> None:
    result = CliRunner().invoke(main, ["styles", "zzzz lamps"])
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "no style matches zzzz lamps\n")


def test_a_search_lists_styles_with_all_its_words() -> None:
    result = CliRunner().invoke(main, ["styles", "film", "--limit", "3"])
    assert result.exit_code == 0
    header, *rows = result.stdout.splitlines()
    assert header.split("\t") == ["name", "title", "kind"]
    assert {"film-essay", "film-essay-notes"} <= {row.split("\t")[0] for row in rows}
