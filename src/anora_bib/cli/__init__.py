"""The command line: one command a file in `commands`, no logic.

A command's module is imported when the command is asked for, or its line of help; none imports a heavy library.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pkgutil import resolve_name
from typing import TYPE_CHECKING, Any

import click

from anora_bib import __version__
from anora_bib.cli.completing import COMPLETERS
from anora_bib.cli.session import Session
from anora_bib.errors import AnoraBibError, InputError, PluginError, SettingsError
from anora_bib.text.characters import join_names, nearest, printable_line

if TYPE_CHECKING:
    from anora_bib.registry import Registry


class _Failure(click.ClickException):
    """An input that failed, as one line."""


class _Misuse(click.ClickException):
    """A name that does not exist, a file that may not be replaced, or a plugin that does not fit, as one line."""

    exit_code = 2


class _Group(click.Group):
    """Finds a command in its registry, and turns an error for the person into one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_commands(ctx).names())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        commands = _commands(ctx)
        return _imported(cmd_name, commands.get(cmd_name)) if cmd_name in commands else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        near = [] if ctx.resilient_parsing or self.get_command(ctx, name) else nearest(name, self.list_commands(ctx))
        if near:
            ctx.fail(f"No such command {name!r}; did you mean {join_names(near, last='or')}?")
        return super().resolve_command(ctx, args)

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        with _in_one_line():
            return super().make_context(info_name, args, parent, **extra)

    def main(self, *arguments: Any, **options: Any) -> Any:
        try:
            return super().main(*arguments, **options)
        except OSError as error:  # what goes wrong with a file that is read is an InputError; this is the output
            _give_up_standard_output()
            click.echo(f"Error: the output cannot be written: {error.strerror}", err=True)
            sys.exit(1)

    def invoke(self, ctx: click.Context) -> object:
        with _in_one_line():
            return super().invoke(ctx)


@contextmanager
def _in_one_line() -> Iterator[None]:
    try:
        yield
    except SettingsError as error:
        raise _Misuse(printable_line(str(error))) from error
    except InputError as error:
        raise _Failure(printable_line(str(error))) from error
    except AnoraBibError as error:
        raise _Misuse(printable_line(str(error))) from error


def _session(ctx: click.Context) -> Session:
    if ctx.obj is None:
        ctx.obj = Session()
    session: Session = ctx.obj
    return session


def _commands(ctx: click.Context) -> Registry[str]:
    """The commands there are; where a shell only asks for completions, broken settings leave the built-in ones."""
    try:
        return _session(ctx).commands
    except AnoraBibError:
        if not ctx.resilient_parsing:
            raise
        from anora_bib.assembly.plugins import load_plugins

        return load_plugins(installed=False).commands


def _imported(name: str, reference: str) -> click.Command:
    """The command behind "package.module:attribute".

    Raises:
        PluginError: there is none.
    """
    try:
        command: object = resolve_name(reference)
    except (ImportError, AttributeError, ValueError) as error:
        raise PluginError(f"the command {name!r} ({reference}) cannot be loaded: {error}") from error
    if not isinstance(command, click.Command):
        raise PluginError(f"the command {name!r} ({reference}) is no click command")
    return command


def _give_up_standard_output() -> None:
    """Discard the output that is still buffered: Python would try to write it again at exit, and fail again."""
    if sys.stdout is not None and not sys.stdout.closed:
        with suppress(OSError, ValueError):  # a stream without a descriptor has nothing waiting
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _configure(ctx: click.Context, _option: click.Parameter, file: str) -> None:
    """Take the settings of a file that was named, before the commands that they may leave out are looked for."""
    if file:
        _session(ctx).configure({}, file)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="anora-bib")
@click.option(
    "--config",
    metavar="FILE",
    default="",
    is_eager=True,
    expose_value=False,
    callback=_configure,
    help="The settings file, in place of the nearest.",
    shell_complete=COMPLETERS["file"],
)
def main() -> None:
    """From hand-typed notes back to sound, live citations.

    PATHS are essays (text, Markdown, HTML), bibliographies (.bib, .json, .yaml, .ris) or folders of them; - is
    standard input, and no path means the current folder.

    \b
    Example:
      anora-bib format essays/ --style chicago
      anora-bib check essay.md
    """
