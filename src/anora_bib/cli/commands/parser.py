"""``anora-bib parser``: how well the parsers read, and references labelled for them to learn from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from anora_bib.cli.output import emit
from anora_bib.cli.session import STDIN, STDIN_NAME, Session, read_standard_input
from anora_bib.cli.tables import emit_table
from anora_bib.documents.decode import decode
from anora_bib.system.files import read_bytes
from anora_bib.text.characters import json_text, well_formed

if TYPE_CHECKING:
    from anora_bib.parser import Parser
    from anora_bib.parser.evaluation import Case

_TIMES: Final = 10
"""How often an example of one's own is learnt from: what is made up is many thousands."""

_models_option = click.option(
    "--models", metavar="FOLDER", default=None, type=click.Path(path_type=Path), help='Read by models of "train".'
)
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
@_models_option
@click.option("--misses", is_flag=True, help="Each value that is not read as it is, a line each, in place of figures.")
@click.option("--kinds", is_flag=True, help="The figures by kind of reference and by language.")
@click.option("--json", "as_json", is_flag=True, help="All figures as JSON.")
@click.pass_obj
def evaluate(
    session: Session, file: str, name: str, models: Path | None, misses: bool, kinds: bool, as_json: bool
) -> None:
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

    outcomes = list(evaluation.judge(_chosen(session, name, models), _cases(file)))
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


@command.command("train", short_help="Make the models of the learned parser anew.")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--count", default=25_000, show_default=True, help="References that are made up for each part.")
@click.option(
    "--parts", default=2, show_default=True, help="Models, each of other references, of which the mean is taken."
)
@click.option("--seed", default=1, show_default=True, help="Another number makes up others.")
@click.option("--iterations", default=150, show_default=True, help="Steps of the training.")
@click.option("--examples", metavar="FILE", default="", help='References of your own, as "label" prints them.')
@click.option("--truth", metavar="FILE", default="", help='References of known truth, as for "calibrate".')
@click.option("--names-only", is_flag=True, help="Only the model that tells given names, in seconds.")
@click.option("--force", is_flag=True, help="Replace models that are in FOLDER.")
@click.pass_obj
def train(
    session: Session,
    folder: Path,
    count: int,
    parts: int,
    seed: int,
    iterations: int,
    examples: str,
    truth: str,
    names_only: bool,
    force: bool,
) -> None:
    """Make up references whose parts are known, learn from them, and write the models into FOLDER.

    A part of 25,000 references takes some thirteen minutes of one core and 0.9 GB of memory. Examples of your own count
    ten times. With references of known truth the confidences are made honest by them. The model that tells given names
    (names.crf) is read from the package alone. Needs the extra "train". The same numbers give the same models.

    \b
    Example:
      anora-bib parser train models --examples labelled.txt
      anora-bib parser evaluate references.jsonl --models models
    """
    from anora_bib.parser.learned.given import MODEL
    from anora_bib.parser.learned.models import CONFIDENCES, LABELS, TYPES
    from anora_bib.parser.learned.training import train_given
    from anora_bib.training import name_words

    kept = (MODEL,) if names_only else (LABELS, TYPES, CONFIDENCES, MODEL)
    files = [session.destination(str(folder / name), (), force=force) for name in kept]
    made = [train_given(name_words(count, seed)).dump()]
    if not names_only:
        made[:0] = _trained(count, parts, seed, iterations, examples, truth)
    folder.mkdir(parents=True, exist_ok=True)
    for file, data in zip(files, made, strict=True):
        if file:
            file.write(data)


def _trained(count: int, parts: int, seed: int, iterations: int, examples: str, truth: str) -> tuple[bytes, ...]:
    """The files of the models that label and tell types, and of the confidences."""
    from anora_bib.parser.labelled import load
    from anora_bib.parser.learned.honest.confidences import Honesty
    from anora_bib.parser.learned.honest.fitting import fit_honesty
    from anora_bib.parser.learned.labeller import Labeller
    from anora_bib.parser.learned.models import Models
    from anora_bib.parser.learned.training import train_models
    from anora_bib.parser.learned.types import TypeModel
    from anora_bib.training import generate

    cases = _cases(truth) if truth else []
    own = list(load(_text(examples)[0])) * _TIMES if examples else []
    references = ([*generate(count, seed + part), *own] for part in range(parts))
    labels, types = train_models(references, seed=seed, iterations=iterations)
    honesty = fit_honesty(Models(Labeller(labels), TypeModel(types)), cases) if cases else Honesty()
    return labels.dump(), types.dump(), honesty.dump()


@command.command("calibrate", short_help="Make the confidences of models honest.")
@click.argument("folder", type=click.Path(file_okay=False, exists=True, path_type=Path))
@click.argument("file")
@click.option("--force", is_flag=True, help="Replace the confidences that are in FOLDER.")
@click.pass_obj
def calibrate(session: Session, folder: Path, file: str, force: bool) -> None:
    """Write into FOLDER how often what its models read with which confidence is right.

    FILE has references whose truth is known, as "evaluate" takes them; a few hundred are enough. That share is then the
    confidence of fields and of whole references. The models must not have learnt from the same references, and who
    measures by them afterwards measures nothing.

    \b
    Example:
      anora-bib parser calibrate models development.jsonl
    """
    from anora_bib.parser.learned.honest.fitting import fit_honesty
    from anora_bib.parser.learned.models import CONFIDENCES, Models

    written = session.destination(str(folder / CONFIDENCES), (), force=force)
    honesty = fit_honesty(Models.load(folder), _cases(file))
    if written:
        written.write(honesty.dump())


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


def _chosen(session: Session, name: str, models: Path | None = None) -> Parser:
    if models:
        from anora_bib.parser.learned.models import Models
        from anora_bib.parser.learned.parser import LearnedParser

        known = Models.load(models)
        return LearnedParser(session.plugins.parser_rules, lambda: known)
    parsers = session.plugins.parsers
    return parsers.get(name) if name else parsers.first()


def _cases(file: str) -> list[Case]:
    """The references of a file whose truth is known."""
    from anora_bib.parser import evaluation

    text, path = _text(file)
    return list(evaluation.load(text, path=path))


def _text(file: str) -> tuple[str, str]:
    """The text of a file or of standard input, and what it is called in a message."""
    path = STDIN_NAME if file == STDIN else file
    return decode(read_standard_input() if file == STDIN else read_bytes(Path(file)), path).text, path
