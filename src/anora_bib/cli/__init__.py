"""The command line: one command a file, no logic.

A command's module is imported when the command is asked for, or its line of help; none imports a heavy library.
"""

from __future__ import annotations

from importlib import import_module

import click

from anora_bib import __version__
from anora_bib.cli.session import Session
from anora_bib.errors import AnoraBibError, InputError
from anora_bib.text import printable_line

COMMANDS = ("format", "check", "fix", "sources", "export", "graph", "parse", "styles", "rules", "plugins", "explain")
"""In the order of the help: what one comes for, first. Each is ``anora_bib.cli.<name>``, with a ``command``."""


class _Failure(click.ClickException):
    """An input that failed, as one line."""


class _Misuse(click.ClickException):
    """A name that does not exist, or a plugin that does not fit, as one line."""

    exit_code = 2


class _Group(click.Group):
    """Finds a command by importing its module, and turns an error for the person into one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"anora_bib.cli.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except InputError as error:
            raise _Failure(printable_line(str(error))) from error
        except AnoraBibError as error:
            raise _Misuse(printable_line(str(error))) from error


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="anora-bib")
@click.pass_context
def main(ctx: click.Context) -> None:
    """From hand-typed notes back to sound, live citations.

    PATHS are essays (text, Markdown, HTML), bibliographies (.bib, .json, .yaml, .ris) or folders of them; - is
    standard input, and no path means the bundled example shelf.

    \b
    Example:
      anora-bib format essays/ --style chicago
      anora-bib check essay.md
    """
    if not ctx.obj:
        ctx.obj = Session()
