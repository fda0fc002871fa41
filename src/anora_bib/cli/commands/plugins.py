"""``anora-bib plugins``: the parts at hand, built-in and foreign."""

from __future__ import annotations

import click

from anora_bib.cli.session import Session
from anora_bib.cli.tables import columns_option, emit_table


@click.command("plugins", short_help="The parts at hand, built-in and foreign.")
@columns_option
@click.pass_obj
def command(session: Session, columns: tuple[str, ...]) -> None:
    """List the installed plugins, then the parts of each kind in their order; rules have a command of their own.

    \b
    Example:
      anora-bib plugins
    """
    plugins = session.workspace.plugins
    rows = [("plugin", name, distribution) for name, distribution in plugins.installed]
    told = [registry for registry in plugins if registry is not plugins.rules]
    rows += [(registry.kind, name, "") for registry in told for name in registry.names()]
    emit_table(("kind", "name", "from"), rows, columns=columns)
    session.exit()
