"""Files in and out, whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from anora_bib.errors import InputError
from anora_bib.files import read_bytes, write_bytes


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    file = tmp_path / "essay.md"
    file.write_bytes(b"old")
    file.chmod(0o640)
    write_bytes(file, b"new\r\n")
    assert file.read_bytes() == b"new\r\n"
    assert file.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [file], "no temporary file stays behind"


def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        write_bytes(tmp_path / "new.bib", b"@book{a}")
    finally:
        os.umask(mask)
    assert (tmp_path / "new.bib").stat().st_mode & 0o777 == 0o640


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "target").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "target")
    write_bytes(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_bytes() == b"new"


def test_a_write_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "essay.md"
    file.write_bytes(b"old")

    def fail(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(InputError, match="cannot be written: No space left on device"):
        write_bytes(file, b"new")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written: No such file or directory"):
        write_bytes(tmp_path / "missing" / "x.bib", b"")


def test_reading(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file; check the spelling"):
        read_bytes(tmp_path / "x")
    with pytest.raises(InputError, match="cannot be read: Is a directory"):
        read_bytes(tmp_path)
