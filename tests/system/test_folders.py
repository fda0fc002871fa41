"""The files below a folder: all that are somebody's, and a word on what cannot be looked into."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from anora_bib.errors import InputError
from anora_bib.system.folders import files_below, is_empty


def names(folder: Path) -> list[str]:
    return [str(file.relative_to(folder)) for file in files_below(folder) if isinstance(file, Path)]


def test_files_in_order_of_their_paths(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", "sub/c.html", "a/z.bib", ".hidden.md", ".git/d.md", "node_modules/e/README.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text("text", "utf-8")
    assert names(tmp_path) == ["a/z.bib", "a.txt", "b.md", "sub/c.html"]


def test_a_virtual_environment_is_left_out_unless_it_is_asked_for(tmp_path: Path) -> None:
    inner = tmp_path / "env"
    inner.mkdir()
    (inner / "pyvenv.cfg").touch()
    (inner / "LICENSE.txt").touch()
    assert names(tmp_path) == []
    assert names(inner) == ["LICENSE.txt", "pyvenv.cfg"]


def test_links_inside_are_files_and_links_to_folders_or_outside_are_not(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("secret", "utf-8")
    essays = tmp_path / "essays"
    (essays / "sub").mkdir(parents=True)
    (essays / "a.md").touch()
    (essays / "b.md").symlink_to("a.md")
    (essays / "out.md").symlink_to(tmp_path / "secret.md")
    (essays / "round").symlink_to(essays)
    (essays / "broken.md").symlink_to("nothing")
    os.mkfifo(essays / "pipe.md")
    assert names(essays) == ["a.md", "b.md"]


def test_a_folder_that_cannot_be_looked_into_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "a.md").write_text("text", "utf-8")
    scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    error, file = files_below(tmp_path)
    assert isinstance(error, InputError)
    assert str(error) == f"{tmp_path / 'closed'}: cannot be read: Permission denied"
    assert file == tmp_path / "a.md"
    assert not is_empty(tmp_path)


def test_empty_files_are_nothing(tmp_path: Path) -> None:
    (tmp_path / "new.txt").touch()
    assert is_empty(tmp_path)
    (tmp_path / "new.txt").write_text("x", "utf-8")
    assert not is_empty(tmp_path)
