"""``anora-bib serve``: the page to paste an essay into, on this computer alone."""

from __future__ import annotations

import click

from anora_bib.cli.completing import COMPLETERS
from anora_bib.cli.options import settings
from anora_bib.cli.session import Session
from anora_bib.errors import InputError


@click.command("serve", short_help="A page to paste an essay into.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port; any that is free by default.")
@click.option("--open", "opens", is_flag=True, help="Open the page in the browser.")
@click.option(
    "--built",
    metavar="FOLDER",
    help="Serve the page that was built there, which runs Python in the browser.",
    shell_complete=COMPLETERS["file"],
)
@settings("select", "ignore", "pedantic")
def command(session: Session, port: int, opens: bool, built: str | None) -> None:
    """Serve a page that checks an essay, repairs it, and shows its bibliography and graph.

    Only this computer can reach it, and only who has the address, which has a secret in it. Ctrl+C ends it.

    \b
    Example:
      anora-bib serve --open
      anora-bib serve --built web/dist
    """
    from pathlib import Path

    from anora_bib.web.desk import Desk
    from anora_bib.web.serving import HOST, LocalServer

    folder = Path(built) if built else None
    if folder and not (folder / "index.html").is_file():
        hint = "python3 web/build.py in the repository of anora-bib makes one; without --built this program answers"
        raise InputError("holds no page that was built", path=str(folder), hint=hint)
    try:
        server = LocalServer(Desk(session.workspace, session.rules), port, built=folder)
    except OSError as error:
        raise InputError(f"cannot be listened at: {error.strerror}", path=f"{HOST}:{port}") from error
    click.echo(server.address)
    click.echo("Ctrl+C ends it.", err=True)
    if opens:
        click.launch(server.address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo("", err=True)
    finally:
        server.server_close()
