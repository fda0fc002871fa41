"""Click options made from the table of settings, so that the command line and the file have the same options."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Final, TypeVar

import click

from anora_bib.assembly.config import OPTIONS, Option, Setting
from anora_bib.cli.completing import COMPLETERS
from anora_bib.cli.output import QUIET, VERBOSE, note, speak
from anora_bib.cli.session import Session

EVERYWHERE: Final = ("references", "disable")
"""Settings that every command has."""

FILES: Final = ("exclude", "extend-exclude", "respect-gitignore", "force-exclude")
"""Settings of commands that read folders."""

CACHE: Final = ("cache", "cache-dir")
"""Settings of commands that keep results."""

F = TypeVar("F", bound=Callable[..., Any])

_BY_NAME = {option.name: option for option in OPTIONS}


def paths_argument(command: F) -> F:
    """Give a command PATHS, ``--from`` and ``--stdin-filename``, which the session keeps."""
    help = "What the named files and standard input are written in, whatever their endings: markdown, html, bibtex, ..."
    command = click.option(
        "--from", "source_format", metavar="FORMAT", default="", help=help, shell_complete=COMPLETERS["from"]
    )(command)
    help = "What standard input is called; its ending tells the format."
    command = click.option("--stdin-filename", "stdin_name", metavar="NAME", default="", help=help)(command)
    return click.argument("paths", nargs=-1, metavar="[PATHS]...", shell_complete=COMPLETERS["file"])(command)


def output_option(command: F) -> F:
    """Give a command ``-o`` and ``--force``; it gets ``output``, a :class:`Destination` or None."""
    command = click.option("--force", is_flag=True, help="Replace the file of -o if there is one.")(command)
    help = "Write to a new file, whole or not at all, in place of standard output."
    return click.option("-o", "--output", metavar="FILE", help=help, shell_complete=COMPLETERS["file"])(command)


def libraries_option(help: str) -> Callable[[F], F]:
    """Give a command ``--library``, which may be repeated; it gets ``libraries``, their paths."""
    return click.option(
        "--library", "libraries", multiple=True, metavar="FILE", help=help, shell_complete=COMPLETERS["file"]
    )


def settings(*names: str, folders: bool = False) -> Callable[[F], F]:
    """Give a command these settings as options, and as its first argument the session, configured with them.

    Beside them it has ``--config``, ``-q`` and ``-v``, of which it need not know. With ``folders``, ``-o`` may name
    one: the command then gets a :class:`Folder` as ``output``.
    """
    options = dict.fromkeys((*names, *EVERYWHERE))

    def decorate(command: F) -> F:
        @click.pass_obj
        @wraps(command)
        def run(session: Session, /, **arguments: Any) -> Any:
            given = {name: _listed(arguments.pop(name.replace("-", "_"))) for name in options}
            quiet, verbose = arguments.pop("quiet"), arguments.pop("verbose")
            speak(QUIET if quiet else VERBOSE if verbose else 0)
            session.configure(given, arguments.pop("config_file"))
            note(f"settings: {session.config.path or 'the defaults'}", detail=True)
            if "source_format" in arguments:
                session.source_format = arguments.pop("source_format")
                session.stdin_name = arguments.pop("stdin_name", "") or session.stdin_name
            if "output" in arguments:
                force = arguments.pop("force")
                where = arguments["output"], arguments["paths"]
                folder = session.folder(*where, force=force) if folders else None
                arguments["output"] = folder or session.destination(*where, force=force)
            return command(session, **arguments)

        decorated: Any = run
        decorated = click.option("-v", "--verbose", is_flag=True, help="Say what is done, too.")(decorated)
        decorated = click.option("-q", "--quiet", is_flag=True, help="Say nothing but what is wrong.")(decorated)
        help = "The settings file, in place of the nearest."
        decorated = click.option(
            "--config", "config_file", metavar="FILE", default="", help=help, shell_complete=COMPLETERS["file"]
        )(decorated)
        for name in reversed(options):
            decorated = _click_option(_BY_NAME[name])(decorated)
        return decorated  # type: ignore[no-any-return]

    return decorate


def _click_option(option: Option) -> Callable[[F], F]:
    flags = [flag for flag in (option.short, f"--{option.name}") if flag]
    if isinstance(option.default, bool):
        on = "  [default: on]" if option.default else ""
        flags[-1] += f"/--no-{option.name}"
        return click.option(*flags, is_flag=True, default=None, help=option.help + on)
    default = f"  [default: {option.default}]" if isinstance(option.default, str) and option.default else ""
    return click.option(
        *flags,
        metavar=option.metavar,
        multiple=isinstance(option.default, tuple),
        default=None,
        help=option.help + default,
        shell_complete=COMPLETERS.get(option.name, COMPLETERS["file"] if option.metavar == "FILE" else None),
    )


def _listed(value: Setting | None) -> Setting | None:
    """Repeated options, and lists with commas, as one tuple."""
    if isinstance(value, tuple):
        return tuple(part.strip() for item in value for part in item.split(",") if part.strip())
    return value
