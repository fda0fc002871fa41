"""Errors a person can act on; everything else that is raised is a bug of ours.

AnoraBibError
├── InputError        a file or string is not what it should be: path, line, column, what to do
│   ├── NotReadError      the same for a file in a format that is not read
│   └── SettingsError     the same for a file of settings
├── UnknownNameError  a style, rule, format, ... that does not exist, with those that do
├── OverwriteError    a file that would be replaced without being asked for
├── UnsupportedError  something was asked of a part that cannot do it, with what can be done
└── PluginError       a plugin that breaks a promise (a name taken twice, a bad registration)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

MOST_CHOICES: Final = 24
"""How many names an error lists: more than any set of output formats, fewer than a line becomes unreadable with."""


class AnoraBibError(Exception):
    """Base of every error whose message is meant for the person at the keyboard, in one line.

    Errors cross the border between processes, so each of them can be pickled, whatever its constructor takes.
    """

    def __reduce__(self) -> tuple[object, ...]:
        return _restored, (type(self), self.args, self.__dict__)


def _restored(cls: type[AnoraBibError], args: tuple[object, ...], state: Mapping[str, object]) -> AnoraBibError:
    """An error as it was pickled. The constructor is not called: its arguments are not the ``args`` of the error."""
    error = cls.__new__(cls, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class InputError(AnoraBibError):
    """Input that cannot be used. ``str()`` reads ``path:line:column: message; hint``.

    ``line`` and ``column`` count from 1 and are None where the input has no such place. ``code`` is that of the notice
    that explains it (see ``anora_bib.notices``), "" where reading has not settled it yet.
    """

    def __init__(
        self,
        message: str,
        *,
        path: str = "",
        line: int | None = None,
        column: int | None = None,
        hint: str = "",
        code: str = "",
    ) -> None:
        self.message = message
        self.code = code
        self.path = path
        self.line = line
        self.column = column
        self.hint = hint
        super().__init__(message)

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        text = f"{place}: {self.message}" if place else self.message
        return f"{text}; {self.hint}" if self.hint else text


class NotReadError(InputError):
    """A file in a format that is not read."""


class SettingsError(InputError):
    """A file of settings that cannot be used; for the command line that is wrong usage, not a failed input."""


class UnknownNameError(AnoraBibError):
    """A name that does not exist; ``nearest`` holds the closest ones that do.

    ``known`` holds all that exist and is listed in the message, unless there are more than :data:`MOST_CHOICES`;
    then ``hint`` should say where to look.
    """

    def __init__(
        self, kind: str, name: str, nearest: Iterable[str] = (), *, known: Iterable[str] = (), hint: str = ""
    ) -> None:
        self.kind = kind
        self.name = name
        self.nearest = tuple(nearest)
        self.known = tuple(known)
        parts = [f"there is no {kind} {name!r}"]
        if self.nearest:
            parts.append(f"did you mean {' or '.join(map(repr, self.nearest))}?")
        if 0 < len(self.known) <= MOST_CHOICES:
            parts.append(f"choose from {', '.join(self.known)}")
        if hint:
            parts.append(hint)
        super().__init__("; ".join(parts).replace("?; ", "? "))


class OverwriteError(AnoraBibError):
    """A file would have been replaced that the run did not write. ``str()`` reads ``path: message; hint``."""

    def __init__(self, path: str, message: str, *, hint: str) -> None:
        self.path = path
        self.message = message
        self.hint = hint
        super().__init__(f"{path}: {message}; {hint}")


class UnsupportedError(AnoraBibError):
    """A part that was chosen cannot do what was asked of it. ``str()`` reads ``message; hint``."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        self.message = message
        self.hint = hint
        super().__init__(f"{message}; {hint}" if hint else message)


class DamagedTextWarning(UserWarning):
    """A text holds half a character, which is read as U+FFFD; all else that it says is read as it is."""


class PluginError(AnoraBibError):
    """A plugin broke a promise: it took a name that is taken, or registered something unusable."""
