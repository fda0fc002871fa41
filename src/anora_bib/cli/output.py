"""Where results go: a terminal, a pipe, or a file.

A pipe and a file get the data as they are. A terminal gets printable characters only: nothing in an essay can control
it.
"""

from __future__ import annotations

from typing import Final

import click

from anora_bib.cli.colour import is_forced, on_terminal
from anora_bib.errors import InputError
from anora_bib.system.files import Destination
from anora_bib.text.characters import printable, printable_line


def say(line: str) -> None:
    """One line on standard error, printable."""
    click.echo(printable_line(line), err=True)


QUIET: Final = -1
VERBOSE: Final = 1
_VERBOSITY: Final = "anora_bib.verbosity"


def speak(verbosity: int) -> None:
    """Say nothing but what is wrong (:data:`QUIET`), or all that is done (:data:`VERBOSE`), for the rest of the run."""
    click.get_current_context().meta[_VERBOSITY] = verbosity


def verbosity() -> int:
    """How much is said: 0, or what :func:`speak` was told."""
    context = click.get_current_context(silent=True)
    said: int = context.meta.get(_VERBOSITY, 0) if context else 0
    return said


def note(line: str, *, detail: bool = False) -> None:
    """The same for a line that is good to know; a ``detail`` only if all that is done is to be told."""
    if verbosity() >= (VERBOSE if detail else 0):
        say(line)


def emit(text: str, output: Destination | None, *, styled: bool = False) -> None:
    """Print ``text``, or make it the content of the file ``output``.

    A ``styled`` text is printable already, but for the colours that we put in.

    Raises:
        InputError: the file cannot be written.
        OverwriteError: the file has appeared since the command began.
    """
    ended = text if text.endswith("\n") or not text else text + "\n"
    if output:
        output.write(ended.encode("utf-8"))
    else:
        _print(ended, styled=styled)


def emit_essay(text: str, data: bytes, output: Destination | None) -> None:
    """The same for a whole essay: its bytes go to a pipe or a file, its text is shown on a terminal.

    Raises:
        InputError, OverwriteError: as :func:`emit`.
    """
    if output:
        output.write(data)
    elif on_terminal():
        _print(text)
    else:
        click.echo(data, nl=False)


def encoded(text: str, encoding: str) -> bytes:
    """The bytes of a text.

    Raises:
        InputError: the encoding has no place for one of its signs.
    """
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        sign = printable(text[error.start])
        message = f"cannot be written as {encoding}, which has no “{sign}”"
        raise InputError(message, hint="save the essay as UTF-8 first") from None


def _print(text: str, *, styled: bool = False) -> None:
    shown = printable(text) if on_terminal() and not styled else text
    try:
        click.echo(shown, nl=False, color=True if styled and is_forced() else None)
    except UnicodeEncodeError as error:
        sign = printable(shown[error.start])
        message = f"standard output takes {error.encoding} only, which has no “{sign}”"
        raise InputError(message, hint="set PYTHONUTF8=1, or name a file with -o") from None
