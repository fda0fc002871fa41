"""``anora-bib parse``: one reference string to CSL-JSON."""

from __future__ import annotations

import click

from anora_bib.cli.options import settings
from anora_bib.cli.output import emit
from anora_bib.cli.session import STDIN, STDIN_NAME, Session, read_standard_input
from anora_bib.documents.decode import decode
from anora_bib.readers.damage import damage
from anora_bib.text import json_text, well_formed


@click.command("parse", short_help="One reference string as CSL-JSON.")
@click.argument("reference")
@settings()
def command(session: Session, reference: str) -> None:
    """Read one reference (- reads one a line from standard input) and print CSL-JSON.

    \b
    Example:
      anora-bib parse "Fisher, Mark. Capitalist Realism. Zero Books. 2009."
    """
    from anora_bib import api
    from anora_bib.model.bibliography.keys import assign_keys

    piped = reference == STDIN
    strings = decode(read_standard_input(), STDIN_NAME).text.splitlines() if piped else [reference]
    session.report(problem for string in strings if (problem := damage(string, "REFERENCE")))
    entries = [
        entry for string in strings for entry in api.parse(well_formed(string.strip()), workspace=session.workspace)
    ]
    emit(json_text([entry.to_csl() for entry in assign_keys(entries)]), None)
    session.exit(findings=not entries)
