"""``anora-bib explain``: one rule, at length."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from anora_bib.cli.completing import COMPLETERS
from anora_bib.cli.output import emit
from anora_bib.cli.session import Session
from anora_bib.notices import NOTICES, Notice

if TYPE_CHECKING:
    from anora_bib.lint.rule import Documented


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
    rules = session.workspace.plugins.rules
    by_name: dict[str, Documented | Notice] = {described.name: described for described in (*NOTICES.values(), *rules)}
    described = by_name.get(code.lower()) or NOTICES.get(code.upper()) or rules.get(code.upper())
    emit(page(described), None)
    session.exit()


def page(described: Documented | Notice) -> str:
    """All that is said of a rule or of a code of reading, as Markdown."""
    fix = "" if isinstance(described, Notice) else f"\n\nA fix is {described.availability} available."
    return f"# {described.code}: {described.name}\n\n{described.summary}{fix}\n\n{described.doc.strip()}\n"
