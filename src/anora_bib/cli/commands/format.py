"""``anora-bib format``: formatted bibliographies."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from anora_bib.cli.options import FILES, libraries_option, output_option, paths_argument, settings
from anora_bib.cli.output import emit, say
from anora_bib.cli.session import Session
from anora_bib.system.files import Destination


@click.command("format", short_help="Formatted bibliographies.")
@paths_argument
@settings("style", "to", "locale", "engine", "links", "arranged", "annotate", "abbreviations", "mentions", *FILES)
@click.option("--merge", is_flag=True, help="One bibliography of all the paths, in place of one for each.")
@click.option(
    "--part",
    "parts",
    multiple=True,
    metavar="TITLE=CONDITIONS",
    help="A part under a heading of its own: Films=type:motion_picture, Others=* for the rest. May be repeated.",
)
@click.option("--standalone", is_flag=True, help="A whole document: a page that prints well (html), or latex.")
@libraries_option("A library that the essays cite from by keys. May be repeated.")
@output_option
def command(
    session: Session,
    paths: tuple[str, ...],
    libraries: tuple[str, ...],
    merge: bool,
    parts: tuple[str, ...],
    standalone: bool,
    output: Destination | None,
) -> None:
    """Print the bibliography of each essay, in any CSL style; of several, each under its name.

    Without PATHS, in a folder that holds nothing, it shows those of the example shelf that comes with anora-bib.

    Formats are text, html, markdown, latex, rtf and rst.

    \b
    Example:
      anora-bib format essay.md --style chicago
      anora-bib format essays/ --merge -s apa -t html --standalone -o bibliography.html
      anora-bib format refs.bib --part Films=type:motion_picture --part Others=*
    """
    from anora_bib import api
    from anora_bib.csl.output.standalone import standalone as whole_document
    from anora_bib.csl.sections import Section

    shelf = session.shelf(paths, example=True, libraries=libraries)
    config = session.config
    to, locale = session.to(session.plugins.outputs, "text"), config.text("locale")
    sections = [Section("", shelf.library().entries)] if merge else list(shelf.sections())
    for section in sections:
        if not section.entries:
            name = section.title or "the paths"
            say(f"{name}: cites no source formally; --mentions lists the works it names")
    title = sections[0].title if len(sections) == 1 else ""
    if title:  # there is nothing to tell it from
        sections = [replace(sections[0], title="")]
    document = api.format_sections(
        [section for section in sections if section.entries],
        style=config.text("style"),
        to=to,
        locale=locale or None,
        engine=config.text("engine") or None,
        links=config.flag("links"),
        arranged=config.flag("arranged"),
        parts=dict(map(_part, parts)),
        annotate=config.text("annotate"),
        abbreviations=config.text("abbreviations") or None,
        workspace=session.workspace,
    )
    session.report(document.problems)
    text = document.text
    if standalone:
        text = whole_document(text, to, title=Path(title).stem or "Bibliography", language=locale)
    emit(text, output)
    session.exit()


def _part(said: str) -> tuple[str, str]:
    """The heading and the conditions of a part."""
    title, equals, conditions = said.partition("=")
    if not equals or not title.strip() or not conditions.strip():
        message = f"{said!r} is no TITLE=CONDITIONS, such as Films=type:motion_picture"
        raise click.BadParameter(message, param_hint="--part")
    return title.strip(), conditions.strip()
