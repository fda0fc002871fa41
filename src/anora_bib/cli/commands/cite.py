"""``anora-bib cite``: one citation or note."""

from __future__ import annotations

import click

from anora_bib.cli.completing import COMPLETERS
from anora_bib.cli.options import output_option, settings
from anora_bib.cli.output import emit
from anora_bib.cli.session import Session
from anora_bib.system.files import Destination


@click.command("cite", short_help="One citation or note.")
@click.argument("keys", nargs=-1, required=True, metavar="KEY...", shell_complete=COMPLETERS["keys"])
@click.option(
    "--library",
    "paths",
    multiple=True,
    metavar="PATH",
    shell_complete=COMPLETERS["file"],
    help="A bibliography, an essay or a folder of them, whose entries may be cited; if none is named, what the current "
    "folder has.",
)
@click.option("--from", "source_format", metavar="FORMAT", default="", help="What the libraries are written in.")
@click.option(
    "--locator",
    multiple=True,
    metavar="PLACE",
    help='The place cited: "p. 12", "chap. 4"; the first is the first key\'s.',
)
@click.option(
    "--mode",
    default="",
    metavar="MODE",
    help="author-only, suppress-author or composite: Doe (2001).",
    shell_complete=COMPLETERS["mode"],
)
@click.option("--prefix", default="", metavar="TEXT", help="What stands before all that is cited.")
@click.option("--infix", default="", metavar="TEXT", help="What stands after the author of a composite citation.")
@click.option("--suffix", default="", metavar="TEXT", help="What stands after all that is cited.")
@settings("style", "to", "locale", "engine", "abbreviations", "mentions")
@output_option
def command(
    session: Session,
    keys: tuple[str, ...],
    paths: tuple[str, ...],
    locator: tuple[str, ...],
    mode: str,
    prefix: str,
    infix: str,
    suffix: str,
    output: Destination | None,
) -> None:
    """Print one citation of the entries with these keys, or the words of a note, in any CSL style.

    Letters and numbers are those of the bibliography that `format --merge` prints of the same library.

    \b
    Example:
      anora-bib cite doe2001 --library refs.bib -s apa --locator "p. 12"
      anora-bib cite doe2001 roe2002 --library refs.bib -s chicago-notes --prefix "see"
    """
    from anora_bib.csl.citing import cite
    from anora_bib.csl.process.items.abbreviations import Abbreviations
    from anora_bib.csl.styles import Style

    library = session.shelf(paths, example=True).library()
    config, plugins = session.config, session.workspace.plugins
    engine, short = config.text("engine"), config.text("abbreviations")
    made = cite(
        library,
        keys,
        plugins.engines.get(engine) if engine else plugins.engines.first(),
        Style.load(config.text("style")),
        locator=locator,
        mode=mode,
        prefix=prefix,
        infix=infix,
        suffix=suffix,
        to=plugins.outputs.get(session.to(plugins.outputs, "text")),
        locale=config.text("locale") or None,
        abbreviations=Abbreviations.load(short) if short else None,
    )
    session.report(made.problems)
    emit(made.text, output)
    session.exit()
