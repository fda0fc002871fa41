"""Files in and out: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from anora_bib.errors import InputError


def read_bytes(path: Path) -> bytes:
    """The file's bytes.

    Raises:
        InputError: it does not exist, is a folder, or may not be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError("no such file", path=str(path), hint="check the spelling of the path") from None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", path=str(path)) from error


def write_bytes(path: Path, data: bytes) -> None:
    """Make ``data`` the content of the file, in one step: whoever looks sees the old content or the new.

    A link is followed, and the mode of a file that exists is kept.

    Raises:
        InputError: the folder does not exist or may not be written to; nothing was changed.
    """
    target = path.resolve()
    temporary: str | None = None
    try:
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(mode)
        Path(temporary).replace(target)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise InputError(f"cannot be written: {error.strerror}", path=str(path)) from error


def _umask() -> int:
    """The process's mask for new files; reading it means setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
