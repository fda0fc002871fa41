"""``anora-bib rules``: the rules there are."""

from __future__ import annotations

import click

from anora_bib.cli.session import Session
from anora_bib.cli.tables import columns_option, emit_table


@click.command("rules", short_help="The rules there are.")
@columns_option
@click.pass_obj
def command(session: Session, columns: tuple[str, ...]) -> None:
    """List the rules that `check` holds against essays and bibliography files.

    \b
    Example:
      anora-bib rules
    """
    rules = session.workspace.plugins.rules
    rows = [(rule.code, rule.name, str(rule.availability), str(rule.severity), rule.summary) for rule in rules]
    emit_table(("code", "name", "fix", "severity", "what it finds"), rows, columns=columns)
    session.exit()
