"""``fix`` of ``.bib`` files: what is wrong changes, and not a byte besides."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import anora_bib as ab
from anora_bib.cli import main
from anora_bib.cli.session import Session

TEXT = "% Müller's\r\n@Book{k,\r\n  AUTHOR = {Roe, Ann}\r\n  title={{T}en}  year = 2001, % so\r\n}\r\n@comment{x}"
MENDED = TEXT.replace("Ann}\r\n  title", "Ann},\r\n  title").replace("{{T}en}  year", "{{T}en},  year")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_only_the_commas_are_put_in(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_bytes(TEXT.encode(encoding))
    result = ab.fix(path, select=["B002"])
    assert result.data.decode(encoding) == MENDED
    assert [problem.code for problem in result.applied] == ["BIB011", "BIB011"]
    path.write_bytes(result.data)
    assert ab.fix(path, select=["B002"]).data == result.data, "a second time changes nothing more"


def test_the_diff_shows_it_and_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_bytes(TEXT.encode())
    arguments = ["fix", str(path), "--select", "B002"]
    shown = CliRunner().invoke(main, [*arguments, "--diff"], obj=Session())
    assert shown.exit_code == 1
    assert "+  AUTHOR = {Roe, Ann}," in shown.stdout
    assert path.read_bytes() == TEXT.encode()
    done = CliRunner().invoke(main, arguments, obj=Session())
    assert done.exit_code == 0, done.output
    assert path.read_bytes() == MENDED.encode()
