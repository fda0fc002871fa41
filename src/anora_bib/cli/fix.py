"""``anora-bib fix``: repair."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from anora_bib.cli.options import output_option, paths_argument, settings
from anora_bib.cli.output import emit, on_terminal, say
from anora_bib.cli.session import STDIN_NAME, Session
from anora_bib.files import write_bytes
from anora_bib.reports import lines
from anora_bib.text import printable

if TYPE_CHECKING:
    from anora_bib.lint.fixer import FixResult
    from anora_bib.model import Essay


@click.command("fix", short_help="Repair.")
@paths_argument
@settings("unsafe", "select", "ignore")
@click.option("--diff", is_flag=True, help="Show what would change, and change nothing.")
@click.option("--live", metavar="SYNTAX", help="Turn typed notes into live citations: pandoc or latex.")
@click.option("--library", metavar="FILE", help="With --live: write the sources to this .bib file.")
@output_option
def command(
    session: Session, paths: tuple[str, ...], diff: bool, live: str | None, library: str | None, output: str | None
) -> None:
    """Repair each essay in place: what is safe to change, or with --unsafe all that can be repaired.

    Standard input and --live go to standard output, or to the file of -o. Without PATHS the bundled shelf is shown
    as a diff; it is never changed.

    \b
    Example:
      anora-bib fix essay.md --diff --unsafe
      anora-bib fix essay.md --live pandoc -o live.md --library essay.bib
    """
    from anora_bib import api
    from anora_bib.model import Essay

    essays = [item for item in session.inputs(paths) if isinstance(item, Essay)]
    if (live or output) and len(essays) > 1:
        raise click.UsageError("--live and -o take one essay at a time")
    config, workspace = session.config, session.workspace
    for essay in essays:
        result = api.fix(
            essay,
            unsafe=config.flag("unsafe"),
            select=config.list("select"),
            ignore=config.list("ignore"),
            workspace=workspace,
        )
        say(lines.repaired(essay.path, len(result.applied), len(result.remaining), changed=not (diff or not paths)))
        if live:
            made = api.live(api.reread(essay, result.text, workspace=workspace), syntax=live, workspace=workspace)
            emit(made.text, output)
            if library:
                emit(api.dump(made.library, to="bibtex", workspace=workspace), library)
        elif diff or not paths:
            _show(essay, result)
        else:
            _store(essay, result, output)
    session.exit()


def _show(essay: Essay, result: FixResult) -> None:
    from anora_bib.reports.diff import unified_diff

    emit(printable(unified_diff(essay.source, result.text, essay.path)), None)


def _store(essay: Essay, result: FixResult, output: str | None) -> None:
    """Write the repaired essay to ``output``, or where it came from, as the bytes it was read from would be."""
    if essay.path == STDIN_NAME and not output:
        click.echo(printable(result.text) if on_terminal() else result.text, nl=False)
    elif output or result.text != essay.source:
        write_bytes(Path(output or essay.path), result.data)
