"""Reading and writing files: written completely or not at all, and replaced only if that was asked for.

A path comes from a person or from another program: it may be a link, a device, a pipe, too long, or hold a NUL byte.
"""

from __future__ import annotations

import os
import re
import stat
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from anora_bib.errors import InputError, OverwriteError

_TEMPORARY: Final = ".anora-bib-"
"""The prefix of the temporary file that will replace another one. Short, since the rest of the name may be long."""

_DESCRIPTOR: Final = re.compile(r"/dev/(?:(stdin|stdout|stderr)|fd/(\d{1,4}))|/proc/self/fd/(\d{1,4})")
_STANDARD: Final = {"stdin": 0, "stdout": 1, "stderr": 2}


def status(path: Path) -> os.stat_result | None:
    """The status of the file behind a path, links followed; None if there is none.

    Raises:
        InputError: the path is none, or a folder on the way may not be searched.
    """
    try:
        return path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        raise _failed("cannot be read", path, error) from error


def absolute(path: Path) -> Path:
    """The path from the root, without ``.`` and ``..``; links on the way stay, as patterns name what people see."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links


def is_folder(path: Path) -> bool:
    """True for a folder, or a link to one.

    Raises:
        InputError: as :func:`status`.
    """
    state = status(path)
    return state is not None and stat.S_ISDIR(state.st_mode)


def working_folder() -> Path:
    """The folder that relative paths start from.

    Raises:
        InputError: it was deleted.
    """
    try:
        return Path.cwd()
    except OSError as error:
        raise _failed("cannot be read", Path(), error) from error


def _spelling(path: Path) -> str:
    """What to do about a file that is not there. ``Path`` makes one stroke of the two of an address."""
    if path.parts and path.parts[0].lower() in ("http:", "https:", "ftp:", "file:"):
        return "addresses are not opened; save what is there, and name the file"
    return "check the spelling of the path"


def read_bytes(path: Path) -> bytes:
    """The file's bytes.

    Raises:
        InputError: it does not exist, is a folder, or may not be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError("no such file", path=str(path), hint=_spelling(path)) from None
    except (OSError, ValueError) as error:
        raise _failed("cannot be read", path, error) from error


def write_bytes(path: Path, data: bytes, *, expected: bytes | None = None) -> None:
    """Make ``data`` the content of the file, atomically: a reader sees the old content or the new.

    A link is followed, and the mode of a file that exists is kept. With ``expected``, the file must still hold those
    bytes right before it is replaced.

    Raises:
        InputError: the folder does not exist or may not be written to, the file is read-only, or it does not hold what
            is expected; nothing was changed.
    """
    target = _behind(path)
    temporary: str | None = None
    try:
        mode = _mode_to_keep(target)
        handle, temporary = tempfile.mkstemp(prefix=_TEMPORARY, dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(mode)
        if expected is not None and target.read_bytes() != expected:
            raise InputError(
                "was changed by somebody else since it was read; it is left as it is now",
                path=str(path),
                hint="run the command again",
            )
        Path(temporary).replace(target)
    except (OSError, ValueError) as error:
        raise _failed("cannot be written", path, error) from error
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)


class Destination:
    """A file that a command is told to write its result to.

    It is looked at when it is named, so that a refusal comes before the work, and again when it is written.

    Args:
        path: where to write.
        inputs: the files that the command reads; none of them is replaced.
        force: replace whatever is there.

    Raises:
        OverwriteError: the file is an input, or holds something.
        InputError: it is a folder, or the path is none.
    """

    def __init__(self, path: Path, inputs: Iterable[Path] = (), *, force: bool = False) -> None:
        self.path = path
        self._inputs = tuple(inputs)
        self._force = force
        state = status(path)
        if state is not None and stat.S_ISDIR(state.st_mode):
            raise InputError("cannot be written: it is a folder", path=str(path), hint="name a file")
        # A device or a pipe is written to, and nothing that was there is lost.
        self._replaces = descriptor(path) is None and (state is None or stat.S_ISREG(state.st_mode))
        if self._replaces and not force:
            if any(same_file(path, other) for other in self._inputs):
                self._refuse("is an input, and would be replaced")
            self._refuse_full()

    @property
    def folder(self) -> Folder | None:
        """The folder that the file is in, for more files beside it; None for a device or a pipe."""
        return Folder(self.path.parent, self._inputs, force=self._force) if self._replaces else None

    def write(self, data: bytes) -> None:
        """Make ``data`` the content of the file, or send it to the device or pipe.

        Raises:
            OverwriteError: the file has come to hold something since it was named.
            InputError: it cannot be written.
        """
        if self._replaces:
            if not self._force:
                self._refuse_full()
            write_bytes(self.path, data)
            return
        try:
            number = descriptor(self.path)
            with open(self.path if number is None else number, "wb", closefd=number is None) as file:
                file.write(data)
        except BrokenPipeError:  # whoever read has read enough
            raise
        except OSError as error:
            raise _failed("cannot be written", self.path, error) from error

    def _refuse_full(self) -> None:
        """An empty file may be written over: there is nothing in it to lose, and ``mktemp`` makes such ones."""
        state = status(self.path)
        if state is not None and state.st_size:
            self._refuse("exists, and would be replaced")

    def _refuse(self, message: str) -> None:
        raise OverwriteError(str(self.path), message, hint="choose another name, or replace it with --force")


class Folder:
    """A folder that a command is told to write several files to; it is made if it is not there.

    Args:
        path: the folder.
        inputs: the files that the command reads; none of them is replaced.
        force: replace files that are there.
    """

    def __init__(self, path: Path, inputs: Iterable[Path] = (), *, force: bool = False) -> None:
        self.path = path
        self._inputs = tuple(inputs)
        self._force = force

    def file(self, name: str) -> Destination:
        """A file in it, by the path from it.

        Raises:
            OverwriteError: it is an input, or holds something.
            InputError: nothing can be written there.
        """
        return Destination(self.path / name, self._inputs, force=self._force)

    def write(self, files: Mapping[str, bytes]) -> None:
        """Write the files, by their paths from it; none of them if one would be replaced.

        Raises:
            OverwriteError: one is an input, or holds something.
            InputError: one cannot be written.
        """
        places = {name: self.file(name) for name in files}
        for name, place in places.items():
            try:
                place.path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise _failed("cannot be written", place.path.parent, error) from error
            place.write(files[name])


def same_file(one: Path, other: Path) -> bool:
    """True if both paths lead to one file, whatever links or spellings are on the way; a file need not exist yet."""
    first, second = status(one), status(other)
    if first is not None and second is not None:
        return os.path.samestat(first, second)
    return _behind(one) == _behind(other)


def real_path(path: Path) -> str:
    """The path behind links and other spellings: one for each file.

    Raises:
        InputError: the path is none.
    """
    return str(_behind(path))


def descriptor(path: Path) -> int | None:
    """The number of the open file that a path such as ``/dev/stdout`` stands for; None for any other path.

    What is behind it may be a file that the shell opened, and goes on where that file ends.
    """
    named = _DESCRIPTOR.fullmatch(str(path))
    return None if named is None else _STANDARD.get(named[1], -1) if named[1] else int(named[2] or named[3])


def _mode_to_keep(target: Path) -> int:
    """The mode for the new file: that of the one which it replaces, or the usual one.

    Raises:
        PermissionError: the file that is there is read-only; a new one in its place would not ask.
    """
    state = status(target)
    if state is None:
        return 0o666 & ~_umask()
    mode = stat.S_IMODE(state.st_mode)
    if not mode & 0o222 or not os.access(target, os.W_OK):
        raise PermissionError(None, "it is read-only")
    return mode & 0o777


def _behind(path: Path) -> Path:
    """The path with its links resolved."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError) as error:
        raise _failed("cannot be read", path, error) from error


def _failed(what: str, path: Path, error: OSError | ValueError) -> InputError:
    """``ValueError`` is what Python raises for a path with a NUL byte."""
    reason = error.strerror if isinstance(error, OSError) else "the path holds a NUL byte"
    return InputError(f"{what}: {reason}", path=shortened_path(path))


_LONGEST_PATH: Final = 300
"""Characters of a path that a message shows: what is longer is a sentence that was taken for a path."""


def shortened_path(path: Path) -> str:
    """The path for a message."""
    text = str(path)
    return text if len(text) <= _LONGEST_PATH else f"{text[:_LONGEST_PATH]}…"


def _umask() -> int:
    """The process's mask for new files; reading it means setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
