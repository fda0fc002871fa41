"""``anora-bib explain``: one rule, at length."""

from __future__ import annotations

import click

from anora_bib.cli.output import emit
from anora_bib.cli.session import Session


@click.command("explain", short_help="One rule, at length.")
@click.argument("code")
@click.pass_obj
def command(session: Session, code: str) -> None:
    """Tell what a rule finds, why it matters, and how it is fixed. CODE may be a rule's name as well.

    \b
    Example:
      anora-bib explain N001
    """
    rules = session.workspace.plugins.rules
    by_name = {rule.name: rule for rule in rules}
    rule = by_name.get(code.lower()) or rules.get(code.upper())
    emit(f"# {rule.code}: {rule.name}\n\n{rule.summary}\n\n{rule.doc.strip()}\n", None)
    session.exit()
