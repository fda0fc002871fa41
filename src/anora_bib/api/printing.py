"""Entries printed in a CSL style, and the style that references are printed in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from anora_bib.api import arguments
from anora_bib.api.parsing import parse
from anora_bib.assembly.workspace import Workspace
from anora_bib.model import Entry, Library
from anora_bib.model.bibliography.entries import Item
from anora_bib.notebook import REFERENCES

if TYPE_CHECKING:
    from anora_bib.csl.process.items.abbreviations import Abbreviations
    from anora_bib.csl.sections import FormattedDocument, Section
    from anora_bib.identify.result import StyleRanking


def format(
    library: Library | Iterable[Item],
    *,
    style: str = "mla",
    to: str = "text",
    locale: str | None = None,
    engine: str | None = None,
    links: bool = False,
    arranged: bool = False,
    parts: Mapping[str, str] | None = None,
    annotate: str = "",
    abbreviations: str | PathLike[str] | None = None,
    workspace: Workspace | None = None,
) -> str:
    """The bibliography of entries in a CSL style: a short name, a name of the CSL repository, or a .csl file.

    ``links`` makes links of DOIs and web addresses, in every output but plain text. ``arranged`` asks for the indents
    and spacing of the style where they take markup of their own: a style sheet in HTML, pandoc's block in Markdown.
    ``parts`` are headings and what stands under each, ``{"Films": "type:motion_picture", "Others": "*"}``, in one
    numbering; ``annotate`` is a variable that follows each entry, "annote" or "abstract"; ``abbreviations`` is the
    path of a list of short forms, as Zotero keeps it.

    Raises:
        UnknownNameError: there is no such style, locale, engine or output.
        UnsupportedError: the engine makes no links, parts or annotations, or takes no abbreviations.
        InputError: the style or the list cannot be used, or a condition of a part.
    """
    from anora_bib.csl.sections import Section

    return format_sections(
        [Section("", arguments.entries(library, "format"))],
        style=style,
        to=to,
        locale=locale,
        engine=engine,
        links=links,
        arranged=arranged,
        parts=parts,
        annotate=annotate,
        abbreviations=abbreviations,
        workspace=workspace,
    ).text


def format_sections(
    sections: Iterable[Section],
    *,
    style: str = "mla",
    to: str = "text",
    locale: str | None = None,
    engine: str | None = None,
    links: bool = False,
    arranged: bool = False,
    parts: Mapping[str, str] | None = None,
    annotate: str = "",
    abbreviations: str | PathLike[str] | None = None,
    workspace: Workspace | None = None,
) -> FormattedDocument:
    """Several bibliographies in one document, each under its heading: what ``anora-bib format`` prints.

    Raises:
        UnknownNameError, UnsupportedError, InputError: as :func:`format`.
    """
    from anora_bib.csl.sections import Asked, typeset
    from anora_bib.csl.styles import Style

    here = arguments.workspace(workspace)
    output = here.plugins.outputs.get(to)
    asked = Asked(tuple((parts or {}).items()), annotate, _short_forms(abbreviations))
    return typeset(
        sections,
        arguments.engine(here, engine),
        Style.load(arguments.style(style, "format")),
        locale=locale,
        to=output,
        links=links,
        arranged=arranged,
        asked=asked,
    )


def cite(
    library: Library | Iterable[Item],
    keys: str | Entry | Sequence[str | Entry],
    *,
    style: str = "mla",
    locator: str | int | Sequence[str] = "",
    mode: str = "",
    prefix: str = "",
    infix: str = "",
    suffix: str = "",
    to: str = "text",
    locale: str | None = None,
    engine: str | None = None,
    abbreviations: str | PathLike[str] | None = None,
    workspace: Workspace | None = None,
) -> str:
    """One citation of entries of the library, in a CSL style: a parenthesis, a number, or the words of a note.

    Letters and numbers are those of the library's bibliography, as :func:`format` prints it. ``locator`` is the place
    cited, as it would be typed: "p. 12", "chap. 4"; a number alone is a page; several are those of the keys, in their
    order. An entry in place of a key stands for its own. ``mode`` is "author-only" (Doe), "suppress-author" (2001) or
    "composite": Doe (2001), with the ``infix`` between. ``prefix`` and ``suffix`` stand around all cites.
    ``abbreviations`` is the path of a list of short forms.

    Raises:
        UnknownNameError: no entry has a key, or there is no such mode, style, locale, engine or output.
        UnsupportedError: the engine knows no modes, or takes no abbreviations.
        InputError: the style or the list cannot be used, or there are more locators than keys.
    """
    from anora_bib.csl.citing import cite as write
    from anora_bib.csl.styles import Style

    here = arguments.workspace(workspace)
    around = {"mode": mode, "prefix": prefix, "infix": infix, "suffix": suffix}
    chosen, output = arguments.engine(here, engine), here.plugins.outputs.get(to)
    return write(
        arguments.entries(library, "cite", keyed=True),
        arguments.keys(keys, "cite"),
        chosen,
        Style.load(arguments.style(style, "cite")),
        locator=arguments.locators(locator, "cite"),
        locale=locale,
        abbreviations=_short_forms(abbreviations),
        to=output,
        **around,
    ).text


def identify_style(
    references: str | Iterable[str],
    *,
    library: Library | Iterable[Item] = (),
    locale: str | None = None,
    limit: int = 10,
    everything: bool = False,
    cache: str | PathLike[str] | None = None,
    workspace: Workspace | None = None,
) -> StyleRanking:
    """The CSL styles that print formatted references most nearly, best first, with what differs.

    Args:
        references: two or more, plain or with the emphasis of Markdown or HTML; a text has one a line, or a paragraph.
        library: entries among which the references are looked for; what is not found is read from its text.
        locale: the language they are printed in, for styles that have none of their own.
        limit: the number of styles in the answer.
        everything: render every style; else, where the index does not know all, the much used and those that look
            like the references come first, and the others as long as none prints them and they look more like them.
        cache: the folder that keeps the index of rendered styles, that of this system by default.

    Raises:
        InputError: there are fewer than two references, or no folder for the index.
    """
    from anora_bib.identify.identify import identify
    from anora_bib.identify.printed import references as split
    from anora_bib.system.folders import cache_folder

    here = arguments.workspace(workspace)
    return identify(
        split(references)
        if isinstance(references, str)
        else [arguments.text(one, "identify_style") for one in references],
        lambda text: parse(text, workspace=here),
        library=arguments.entries(library, "identify_style"),
        locale=locale,
        folder=Path(cache) if cache is not None else cache_folder(),
        everything=everything,
        limit=limit,
    )


def _short_forms(path: str | PathLike[str] | None) -> Abbreviations | None:
    from anora_bib.csl.process.items.abbreviations import Abbreviations

    return Abbreviations.load(path) if path is not None else None


def _reference(entry: object) -> str:
    return format(arguments.entries(entry, "format"), to="html")


REFERENCES.use(_reference)
