"""``anora-bib man``: the manual page, made from the help of the commands."""

from __future__ import annotations

import click

from anora_bib.cli.manual import page
from anora_bib.cli.output import emit


@click.command("man", short_help="The manual page.")
@click.pass_context
def command(ctx: click.Context) -> None:
    """Print the manual page of all commands, as man and groff read it.

    \b
    Example:
      anora-bib man > ~/.local/share/man/man1/anora-bib.1
    """
    emit(page(ctx.find_root()), None)
