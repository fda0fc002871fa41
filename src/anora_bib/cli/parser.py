"""``anora-bib parser``: how well the parsers read, and references labelled for them to learn from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from anora_bib.cli.output import emit, emit_table
from anora_bib.cli.session import STDIN, STDIN_NAME, Session, read_standard_input
from anora_bib.documents.decode import decode
from anora_bib.files import read_bytes
from anora_bib.text import json_text, well_formed

if TYPE_CHECKING:
    from anora_bib.parser import Parser

_parser_option = click.option("--parser", "name", metavar="NAME", default="", help="Which parser; the first if none.")


@click.group("parser", short_help="Measure the parser of references; label references for it.")
def command() -> None:
    """Measure the parser of references, and write references with labels down for it to learn from.

    \b
    Example:
      anora-bib parser evaluate references.jsonl
    """


@command.command("evaluate", short_help="How well a parser reads references whose truth is known.")
@click.argument("file")
@_parser_option
@click.option("--misses", is_flag=True, help="Each value that is not read as it is, a line each, in place of figures.")
@click.option("--kinds", is_flag=True, help="The figures by kind of reference and by language.")
@click.option("--json", "as_json", is_flag=True, help="All figures as JSON.")
@click.pass_obj
def evaluate(session: Session, file: str, name: str, misses: bool, kinds: bool, as_json: bool) -> None:
    """Read the strings of a file (- is standard input), and compare what comes out with what is true of them.

    Each line is a JSON object: "string", "csl" (a CSL-JSON item, or a list of them where the string holds several),
    and, if you like, "kind" and "language". Names count as lists of family names, pages as the first and the last, the
    year apart from the whole date. No authority records help.

    \b
    Example:
      anora-bib parser evaluate references.jsonl
      anora-bib parser evaluate references.jsonl --parser rules --misses
    """
    from anora_bib.parser import evaluation
    from anora_bib.parser.evaluation import report

    text, path = _text(file)
    outcomes = list(evaluation.judge(_chosen(session, name), evaluation.load(text, path=path)))
    score = evaluation.Score(outcomes)
    if as_json:
        emit(json_text(report.as_json(score)), None)
    elif misses:
        emit_table(report.MISSES_HEADER, list(report.miss_rows(outcomes)))
    elif kinds:
        emit_table(report.KINDS_HEADER, list(report.kind_rows(outcomes)))
    else:
        emit_table(report.HEADER, list(report.field_rows(score)))
        emit(report.summary(score), None)


@command.command("label", short_help="References with the labels that a parser gives them, to be corrected.")
@click.argument("file")
@_parser_option
@click.pass_obj
def label(session: Session, file: str, name: str) -> None:
    """Print the references of a file (- is standard input), one a line, each with its type and a tag around each part.

    Corrected by hand, they are examples that a parser can learn from.

    \b
    Example:
      anora-bib parser label references.txt > labelled.txt
    """
    from anora_bib.parser.labelled import dump
    from anora_bib.parser.labelling import labelled

    parser = _chosen(session, name)
    lines = (well_formed(line.strip()) for line in _text(file)[0].splitlines())
    emit(dump(labelled(parser, line) for line in lines if line), None)


def _chosen(session: Session, name: str) -> Parser:
    parsers = session.plugins.parsers
    return parsers.get(name) if name else parsers.first()


def _text(file: str) -> tuple[str, str]:
    """The text of a file or of standard input, and what it is called in a message."""
    path = STDIN_NAME if file == STDIN else file
    return decode(read_standard_input() if file == STDIN else read_bytes(Path(file)), path).text, path
