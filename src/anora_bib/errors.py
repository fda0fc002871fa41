"""Errors a person can act on; everything else that is raised is a bug of ours.

AnoraBibError
├── InputError        a file or string is not what it should be: path, line, column, what to do
├── UnknownNameError  a style, rule, format, ... that does not exist, with the nearest that do
├── UnsupportedError  something was asked of a part that cannot do it, with what can be done
└── PluginError       a plugin that breaks a promise (a name taken twice, a bad registration)
"""

from __future__ import annotations

from collections.abc import Iterable


class AnoraBibError(Exception):
    """Base of every error whose message is meant for the person at the keyboard, in one line."""


class InputError(AnoraBibError):
    """Input that cannot be used. ``str()`` reads ``path:line:column: message; hint``.

    ``line`` and ``column`` count from 1 and are None where the input has no such place.
    """

    def __init__(
        self,
        message: str,
        *,
        path: str = "",
        line: int | None = None,
        column: int | None = None,
        hint: str = "",
    ) -> None:
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.hint = hint
        super().__init__(message)

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        text = f"{place}: {self.message}" if place else self.message
        return f"{text}; {self.hint}" if self.hint else text


class UnknownNameError(AnoraBibError):
    """A name that nothing answers to; ``nearest`` holds the closest ones that exist."""

    def __init__(self, kind: str, name: str, nearest: Iterable[str] = ()) -> None:
        self.kind = kind
        self.name = name
        self.nearest = tuple(nearest)
        hint = f"; did you mean {' or '.join(map(repr, self.nearest))}?" if self.nearest else ""
        super().__init__(f"there is no {kind} {name!r}{hint}")


class UnsupportedError(AnoraBibError):
    """A part that was chosen cannot do what was asked of it. ``str()`` reads ``message; hint``."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        self.message = message
        self.hint = hint
        super().__init__(f"{message}; {hint}" if hint else message)


class PluginError(AnoraBibError):
    """A plugin broke a promise: it took a name that is taken, or registered something unusable."""
