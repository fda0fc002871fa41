"""Where what is found stands in the file that pandoc has read, of which it tells a filter nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from anora_bib.cli import main
from tests.integrations.pandoc.documents import BIB, cite, document, note, para

TREE = document(para("So ", cite("doe2001"), note("But ", cite("nobody")))).write()
TEXT = "# Doors\n\nSo [@doe2001].[^1]\n\n[^1]: But [@nobody, 3].\n"
NOT_KNOWN = ["document: L001 no library has the key “nobody”"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "refs.bib").write_text(BIB, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said(*arguments: str) -> Sequence[str]:
    done = CliRunner().invoke(main, ["pandoc-filter", "--select", "L001", *arguments], input=TREE)
    return done.stderr.splitlines()


@pytest.mark.parametrize(
    ("files", "told"),
    [
        pytest.param({"essay.md": TEXT}, ["essay.md:5:13: L001 no library has the key “nobody”"], id="the one"),
        pytest.param({"essay.md": TEXT, "draft.md": TEXT}, NOT_KNOWN, id="two that say the same"),
        pytest.param({"essay.md": f"{TEXT}And [@more].\n"}, NOT_KNOWN, id="it cites more"),
        pytest.param({"essay.md": "So [@doe2001].\n"}, NOT_KNOWN, id="it cites less"),
        pytest.param({"essay.txt": TEXT}, NOT_KNOWN, id="it cites by no keys"),
        pytest.param(
            {"essay.md": TEXT, "other.md": "Write to roe@doe2001.\n"},
            ["essay.md:5:13: L001 no library has the key “nobody”"],
            id="beside another",
        ),
    ],
)
def test_the_file_with_the_same_keys_is_told(folder: Path, files: dict[str, str], told: list[str]) -> None:
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    assert said() == told


def test_files_may_be_named(folder: Path) -> None:
    (folder / "one.md").write_text("So [@doe2001].\n", "utf-8")
    (folder / "two.md").write_text("\nBut [@nobody].\n", "utf-8")
    assert said("--source", "one.md", "--source", "two.md") == ["two.md:2:7: L001 no library has the key “nobody”"]
    assert said("--source", "one.md") == NOT_KNOWN
    assert "gone.md: no such file" in said("--source", "gone.md")[0]


def test_a_finding_can_be_left_out_in_the_file(folder: Path) -> None:
    (folder / "essay.md").write_text(f"<!-- anora: ignore-file L001 -->\n\n{TEXT}", "utf-8")
    assert said() == []
