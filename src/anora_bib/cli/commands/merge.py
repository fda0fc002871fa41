"""``anora-bib merge``: libraries into one."""

from __future__ import annotations

import json
from pathlib import Path

import click

from anora_bib.cli.options import FILES, output_option, paths_argument, settings
from anora_bib.cli.output import emit, say
from anora_bib.cli.session import Session
from anora_bib.system.files import Destination


@click.command("merge", short_help="Libraries into one, with the map of keys.")
@paths_argument
@settings("to", *FILES)
@click.option("--map", "keys", metavar="FILE", help="Write the map of old keys to new ones, by file, as JSON.")
@output_option
def command(session: Session, paths: tuple[str, ...], keys: str | None, output: Destination | None) -> None:
    """Unite bibliographies: what is one source becomes one entry. The first wins, and nothing is lost.

    Standard error tells of each entry that was united with which, field by field, and of each key that is another now.
    `anora-bib fix --rename-keys MAP` puts the new keys into the documents that cite.

    \b
    Example:
      anora-bib merge mine.bib hers.bib -o both.bib --map keys.json
      anora-bib fix paper.tex --rename-keys keys.json
    """
    from anora_bib import api
    from anora_bib.formats.losses import unwritten
    from anora_bib.system.files import write_bytes

    merged = api.merge(session.shelf(paths).libraries())
    to = session.to(session.plugins.formats, "bibtex")
    emit(api.dump(merged.library, to=to, workspace=session.workspace), output)
    for line in merged.report():
        say(line)
    if keys:
        text = json.dumps(merged.keys, ensure_ascii=False, indent=2) + "\n"
        write_bytes(Path(keys), text.encode("utf-8"))
    session.report(unwritten(merged.library, session.workspace.plugins.formats.get(to)))
    session.exit()
