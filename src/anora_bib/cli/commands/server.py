"""``anora-bib server``: findings, repairs and citation keys in an editor."""

from __future__ import annotations

import click

from anora_bib import __version__
from anora_bib.cli.options import settings
from anora_bib.cli.session import Session
from anora_bib.errors import UnsupportedError
from anora_bib.system.gc_pause import collector_at_rest


@click.command("server", short_help="A language server, for editors.")
@settings("select", "ignore", "pedantic", "style", "references", "disable")
def command(session: Session) -> None:
    """Speak the Language Server Protocol over standard input and output, for an editor that starts this program.

    What is wrong shows as one types, with repairs; a note shows where its marker is, and an entry where its key is;
    keys are completed after @ and \\cite{. Needs the extra "server".

    \b
    Example:
      anora-bib server
    """
    try:
        with collector_at_rest():  # the types of the protocol are hundreds of classes, all of which stay
            from anora_bib.server.program import language_server
    except ImportError as error:
        hint = "install it: python3 -m pip install 'anora-bib[server]'"
        raise UnsupportedError("the server needs the package pygls", hint=hint) from error
    style = session.config.text("style")
    language_server(session.workspace, session.rules, style=style, version=__version__).start_io()
