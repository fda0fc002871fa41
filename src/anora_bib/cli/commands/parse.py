"""``anora-bib parse``: references as they are typed, made data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from anora_bib.cli.colour import paint
from anora_bib.cli.completing import COMPLETERS
from anora_bib.cli.options import settings
from anora_bib.cli.output import emit, note
from anora_bib.cli.session import STDIN, STDIN_NAME, Session, read_standard_input
from anora_bib.cli.tables import emit_table
from anora_bib.documents.decode import decode
from anora_bib.readers.damage import damage
from anora_bib.reports import messages
from anora_bib.reports.base import Paint, Tone, plain
from anora_bib.system.files import read_bytes
from anora_bib.text.characters import json_text, printable, well_formed
from anora_bib.text.spans import Span

if TYPE_CHECKING:
    from anora_bib.model import Entry
    from anora_bib.parser.labelled import Labelled

_LABELS: Final = "labels"
_TONES: Final = {"names": Tone.PATH, "titles": Tone.INFO, "dates": Tone.WARNING, "numbers": Tone.WARNING}
_BLANK: Final = re.compile(r"\n[^\S\n]*\n")
_LONGEST_NAME: Final = 255
"""Characters that the name of a file may have."""
_COLUMNS: Final = ("field", "words", "sure", "reader")


@click.command("parse", short_help="References as they are typed, as CSL-JSON.")
@click.argument("reference")
@click.option(
    "--parser",
    "name",
    metavar="NAME",
    default=None,
    help="Which parser; the first if none.",
    shell_complete=COMPLETERS["parser"],
)
@click.option("--to", default="csl-json", show_default=True, help='A format for bibliographies, or "labels".')
@click.option(
    "--explain",
    is_flag=True,
    help="What each stretch was taken for, how likely that is right, and what read it, as a table.",
)
@settings()
def command(session: Session, reference: str, name: str | None, to: str, explain: bool) -> None:
    """Read a reference, those of a file, or those of standard input (-), and print CSL-JSON.

    A file and standard input have one reference a line; where lines are blank, they stand between references. With
    --to bibtex, ris, yaml or another format the entries are written in that; with --to labels each reference is printed
    with a tag around each part, coloured on a terminal.

    \b
    Example:
      anora-bib parse "Fisher, Mark. Capitalist Realism. Zero Books. 2009."
      anora-bib parse references.txt --to bibtex
    """
    from anora_bib import api
    from anora_bib.model.bibliography.keys import assign_keys

    strings = list(_strings(reference))
    session.report(problem for string in strings if (problem := damage(string, "REFERENCE")))
    texts = [well_formed(string) for string in strings]
    if to == _LABELS and not explain:
        _emit_labels(session, texts, name)
        return
    read = api.parse_all(texts, parser=name, workspace=session.workspace)
    entries = [*assign_keys([entry for found in read for entry in found])]
    if explain:
        emit_table(_COLUMNS, [row for entry in entries for row in _rows(entry)])
    elif to == "csl-json":
        emit(json_text([entry.to_csl() for entry in entries]), None)
    else:
        emit(api.dump(entries, to=to, workspace=session.workspace), None)
    if not entries:
        note(messages.NO_REFERENCE)
    session.exit(findings=not entries)


def _strings(reference: str) -> Iterator[str]:
    """The references: of standard input, of the file of that name, or the one that is given."""
    if reference == STDIN:
        yield from _apart(decode(read_standard_input(), STDIN_NAME).text)
    elif len(reference) <= _LONGEST_NAME and _is_file(reference):
        yield from _apart(decode(read_bytes(Path(reference)), reference).text)
    else:
        yield reference.strip()


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):  # no name of a file: half a surrogate pair, a NUL
        return False


def _apart(text: str) -> Iterator[str]:
    """The references of a text: its blocks where it has blank lines between some, else its lines."""
    whole = text.strip()
    parts: Iterable[str] = _BLANK.split(whole) if _BLANK.search(whole) else whole.splitlines()
    return (part.strip() for part in parts if part.strip())


def _emit_labels(session: Session, texts: Sequence[str], name: str | None) -> None:
    from anora_bib.parser.labelled import dump
    from anora_bib.parser.labelling import labelled

    parsers = session.workspace.plugins.parsers
    parser = parsers.get(name) if name else parsers.first()
    found = [labelled(parser, text) for text in texts]
    colours = paint(None)
    if colours is plain:
        emit(dump(found), None)
    else:
        emit("\n".join(_coloured(one, colours) for one in found), None, styled=True)
    session.exit(findings=not any(one.spans for one in found))


def _coloured(reference: Labelled, colours: Paint) -> str:
    """The text with a tag around each part, and each part in the colour of what it says."""
    from anora_bib.parser.evaluation.groups import group_of
    from anora_bib.parser.labels import VARIABLES

    out: list[str] = [colours(reference.type, Tone.PATH), " "]
    done = 0
    for span in reference.spans:
        tone = _TONES.get(group_of(VARIABLES.get(span.label, "")), Tone.GOOD)
        words = _shown(reference.text[span.start : span.end])
        out.append(_shown(reference.text[done : span.start]))
        out += colours(f"<{span.label}>", Tone.MARGIN), colours(words, tone), colours(f"</{span.label}>", Tone.MARGIN)
        done = span.end
    return "".join([*out, _shown(reference.text[done:])])


def _shown(words: str) -> str:
    return printable(words.replace("\n", " "))


def _rows(entry: Entry) -> Iterator[tuple[str, str, str, str]]:
    """The type of an entry, and its fields in the order in which their words are printed."""
    yield "type", entry.type, f"{entry.confidence:.2f}", ""
    start = entry.span.start if entry.span else 0
    printed = ((name, field) for name, field in entry.fields.items() if field.span)
    for name, field in sorted(printed, key=lambda pair: pair[1].span or Span(0, 0)):
        words = field.span.shift(-start).of(entry.text) if field.span else ""
        yield name, words, f"{field.confidence:.2f}", field.reader
