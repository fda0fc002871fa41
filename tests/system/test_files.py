"""Files in and out, whole or not at all."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from anora_bib.errors import InputError, OverwriteError
from anora_bib.system.files import Destination, Folder, descriptor, read_bytes, same_file, status, write_bytes


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


LONG = "The door is open. " * 20


@pytest.mark.parametrize(("name", "reason"), [(LONG, "File name too long"), ("a\0b", "the path holds a NUL byte")])
def test_a_path_that_is_none(name: str, reason: str) -> None:
    for attempt in (status, read_bytes, lambda path: write_bytes(path, b"x"), Destination):
        with pytest.raises(InputError, match=reason) as caught:
            attempt(Path(name))
        assert len(str(caught.value)) < 400


@pytest.mark.parametrize("address", ["https://example.org/a.html", "HTTP://example.org", "file:///tmp/a.md"])
def test_an_address_is_no_path(address: str) -> None:
    with pytest.raises(InputError, match="no such file; addresses are not opened; save what is there"):
        read_bytes(Path(address))


def test_a_read_only_file_is_not_replaced(tmp_path: Path) -> None:
    file = tmp_path / "essay.md"
    file.write_bytes(b"old")
    file.chmod(0o444)
    with pytest.raises(InputError, match=r"essay\.md: cannot be written: it is read-only"):
        write_bytes(file, b"new")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("now", [b"old and a line of the author", b"", None], ids=["longer", "emptied", "deleted"])
def test_a_file_that_changed_meanwhile_is_kept(now: bytes | None, tmp_path: Path) -> None:
    file = tmp_path / "essay.md"
    file.write_bytes(b"old")
    write_bytes(file, b"mended", expected=b"old")
    if now is None:
        file.unlink()
    else:
        file.write_bytes(now)
    with pytest.raises(InputError):
        write_bytes(file, b"mended twice", expected=b"mended")
    assert [(path, path.read_bytes()) for path in tmp_path.iterdir()] == ([] if now is None else [(file, now)])


def test_a_name_of_the_greatest_length_can_be_written(tmp_path: Path) -> None:
    file = tmp_path / ("x" * 255)
    write_bytes(file, b"new")
    assert file.read_bytes() == b"new"


@pytest.fixture
def essay(tmp_path: Path) -> Path:
    file = tmp_path / "essay.md"
    file.write_bytes(b"An essay.")
    return file


def spellings(essay: Path) -> list[Path]:
    """The essay by other names: a detour, a link, a link to a link, a hard link."""
    folder = essay.parent
    (folder / "link").symlink_to(essay)
    (folder / "again").symlink_to("link")
    (folder / "hard").hardlink_to(essay)
    return [folder / "x" / ".." / essay.name, folder / "link", folder / "again", folder / "hard"]


def test_an_input_is_not_replaced_whatever_it_is_called(essay: Path) -> None:
    (essay.parent / "x").mkdir()
    for path in (essay, *spellings(essay)):
        assert same_file(path, essay)
        with pytest.raises(OverwriteError, match=r"is an input, and would be replaced; .*--force") as caught:
            Destination(path, [essay])
        assert caught.value.path == str(path)


def test_nor_is_any_file_that_holds_something(essay: Path) -> None:
    with pytest.raises(OverwriteError, match=r"essay\.md: exists, and would be replaced"):
        Destination(essay)
    Destination(essay, [essay], force=True).write(b"New.")
    assert essay.read_bytes() == b"New."


def test_an_empty_file_holds_nothing_to_lose_unless_it_is_an_input(tmp_path: Path) -> None:
    empty = tmp_path / "empty.md"
    empty.touch()
    with pytest.raises(OverwriteError, match="is an input"):
        Destination(empty, [empty])
    Destination(empty).write(b"New.")
    assert empty.read_bytes() == b"New."


def test_a_file_that_appears_meanwhile_is_kept(tmp_path: Path) -> None:
    destination = Destination(tmp_path / "new.bib")
    destination.path.write_bytes(b"somebody else's")
    with pytest.raises(OverwriteError, match="exists"):
        destination.write(b"ours")
    assert destination.path.read_bytes() == b"somebody else's"


def test_a_folder_is_no_destination(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="it is a folder"):
        Destination(tmp_path, force=True)


def test_a_folder_gets_files_whole_or_none(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "report")
    folder.write({"index.html": b"1", "pages/a.html": b"2"})
    assert (tmp_path / "report/pages/a.html").read_bytes() == b"2"
    with pytest.raises(OverwriteError, match=r"a\.html: exists"):
        folder.write({"new.html": b"3", "pages/a.html": b"4"})
    assert not (tmp_path / "report/new.html").exists()
    Folder(tmp_path / "report", force=True).write({"pages/a.html": b"4"})
    assert (tmp_path / "report/pages/a.html").read_bytes() == b"4"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "report").write_bytes(b"a file")
    with pytest.raises(InputError, match="cannot be"):
        Folder(tmp_path / "report").write({"pages/a.html": b"1"})


def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    Destination(pipe).write(b"through the pipe")
    reader.join()
    assert read == [b"through the pipe"]
    assert pipe.is_fifo()


def test_a_device_is_written_to() -> None:
    Destination(Path(os.devnull)).write(b"gone")
    assert Path(os.devnull).is_char_device()
    with pytest.raises(InputError, match="cannot be written: No space left on device"):
        Destination(Path("/dev/full")).write(b"no room")


def test_what_stands_for_an_open_file_is_written_where_that_one_ends(tmp_path: Path) -> None:
    file = tmp_path / "all.txt"
    file.write_bytes(b"first, ")
    with file.open("ab") as opened:
        Destination(Path(f"/dev/fd/{opened.fileno()}")).write(b"second")
    assert file.read_bytes() == b"first, second"
    assert [descriptor(Path(path)) for path in ("/dev/stdout", "/proc/self/fd/2", "/dev/null")] == [1, 2, None]
