"""``anora-bib mcp``: the verbs for assistants."""

from __future__ import annotations

import click

from anora_bib import __version__
from anora_bib.cli.options import settings
from anora_bib.cli.session import Session
from anora_bib.errors import UnsupportedError
from anora_bib.system.files import working_folder


@click.command("mcp", short_help="A server for assistants (Model Context Protocol).")
@settings()
def command(session: Session) -> None:
    """Speak the Model Context Protocol over standard input and output, for an assistant that starts this program.

    Its tools are check, format, parse, cite, export, graph, explain and fix_diff. They read what is in the current
    folder and nothing else, and write nothing. Needs the extra "mcp".

    \b
    Example:
      anora-bib mcp
    """
    try:
        from anora_bib.integrations.mcp.program import server
    except ImportError as error:
        hint = "install it: python3 -m pip install 'anora-bib[mcp]'"
        raise UnsupportedError("the server needs the package mcp, 2 or later", hint=hint) from error
    from anora_bib.integrations.mcp.confined import Folder
    from anora_bib.integrations.mcp.verbs import Verbs

    server(Verbs(session.workspace, Folder(working_folder()), session.exclusions), __version__).run()
