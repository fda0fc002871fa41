"""``anora-bib parse``: one reference string to CSL-JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from anora_bib.cli.completing import COMPLETERS
from anora_bib.cli.options import settings
from anora_bib.cli.output import emit
from anora_bib.cli.session import STDIN, STDIN_NAME, Session, read_standard_input
from anora_bib.cli.tables import emit_table
from anora_bib.documents.decode import decode
from anora_bib.readers.damage import damage
from anora_bib.spans import Span
from anora_bib.text import json_text, well_formed

if TYPE_CHECKING:
    from anora_bib.model import Entry


@click.command("parse", short_help="One reference string as CSL-JSON.")
@click.argument("reference")
@click.option(
    "--parser",
    "name",
    metavar="NAME",
    default=None,
    help="Which parser; the first if none.",
    shell_complete=COMPLETERS["parser"],
)
@click.option("--explain", is_flag=True, help="What each stretch was taken for, and how sure that is, as a table.")
@settings()
def command(session: Session, reference: str, name: str | None, explain: bool) -> None:
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
        entry
        for string in strings
        for entry in api.parse(well_formed(string.strip()), parser=name, workspace=session.workspace)
    ]
    if explain:
        emit_table(("field", "words", "sure"), [row for entry in entries for row in _rows(entry)])
        session.exit(findings=not entries)
        return
    emit(json_text([entry.to_csl() for entry in assign_keys(entries)]), None)
    session.exit(findings=not entries)


def _rows(entry: Entry) -> Iterator[tuple[str, str, str]]:
    """The type of an entry, and its fields in the order in which their words are printed."""
    yield "type", entry.type, f"{entry.confidence:.2f}"
    start = entry.span.start if entry.span else 0
    printed = ((name, field) for name, field in entry.fields.items() if field.span)
    for name, field in sorted(printed, key=lambda pair: pair[1].span or Span(0, 0)):
        words = field.span.shift(-start).of(entry.text) if field.span else ""
        yield name, words, f"{field.confidence:.2f}"
