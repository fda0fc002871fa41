"""``anora-bib explain``: one rule, at length."""

from __future__ import annotations

import click

from anora_bib.cli.completing import COMPLETERS
from anora_bib.cli.output import emit
from anora_bib.cli.session import Session
from anora_bib.lint.explained import described, page


@click.command("explain", short_help="One rule, at length.")
@click.argument("code", shell_complete=COMPLETERS["code"])
@click.pass_obj
def command(session: Session, code: str) -> None:
    """Tell what a rule finds, why it matters, and how it is fixed. CODE may be a rule's name as well.

    The codes that come from reading a file (E001, BIB001, REC001, ...) are explained, too.

    \b
    Example:
      anora-bib explain N001
    """
    emit(page(described(code, session.workspace.plugins.rules)), None)
    session.exit()
