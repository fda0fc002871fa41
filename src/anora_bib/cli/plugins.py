"""``anora-bib plugins``: the parts at hand, built-in and foreign."""

from __future__ import annotations

import click

from anora_bib.cli.output import emit_table
from anora_bib.cli.session import Session


@click.command("plugins", short_help="The parts at hand, built-in and foreign.")
@click.pass_obj
def command(session: Session) -> None:
    """List the installed plugins, then readers, formats, engines, lookups and stages in their order.

    \b
    Example:
      anora-bib plugins
    """
    plugins = session.workspace.plugins
    kinds = (plugins.readers, plugins.formats, plugins.engines, plugins.lookups, plugins.stages)
    rows = [("plugin", name, distribution) for name, distribution in plugins.installed]
    rows += [(registry.kind, name, "") for registry in kinds for name in registry.names()]
    emit_table(("kind", "name", "from"), rows)
    session.exit()
