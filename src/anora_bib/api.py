"""The public verbs. Each takes and gives the data of ``anora_bib.model``; none prints, none touches the network.

Every verb takes a ``workspace`` (plugins and authority records); without one it uses everything installed and the
bundled records.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from os import PathLike
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from anora_bib import arguments
from anora_bib.errors import DamagedTextWarning, InputError
from anora_bib.live_citations import LiveLibraries, cited_entries, with_live_citations
from anora_bib.model import Apparatus, Entry, Essay, Library
from anora_bib.model.bibliography.entries import Item
from anora_bib.notebook import REFERENCES
from anora_bib.readers.base import PLAIN
from anora_bib.text import counted, well_formed
from anora_bib.workflow import analyse
from anora_bib.workspace import Workspace, default_workspace

if TYPE_CHECKING:
    from anora_bib.authority.unite import Merged
    from anora_bib.csl.engine import Engine
    from anora_bib.csl.process.abbreviations import Abbreviations
    from anora_bib.csl.sections import FormattedDocument, Section
    from anora_bib.diagnostics import Diagnostic, Problems
    from anora_bib.graph.model import CitationGraph
    from anora_bib.identify.result import StyleRanking
    from anora_bib.inputs import Bibliography
    from anora_bib.lint.fixer import FixResult
    from anora_bib.live.kept import Kept
    from anora_bib.live.linked.link import Linked
    from anora_bib.live.styled.restyle import Restyled

Readable = Essay | Apparatus
"""An essay, or what :func:`apparatus` made of it already."""


def read(path: str | PathLike[str], *, reader: str = "", workspace: Workspace | None = None) -> Essay:
    """The essay in a file, read by the reader that its ending or its content calls for, or by the one named.

    Raises:
        InputError: the file cannot be read, is in no format that is read, or is a bibliography (see :func:`load`).
        UnknownNameError: there is no such reader.
    """
    opened = _at(workspace).opener.open(arguments.path(path, "read", "read_text"), format=reader)
    if not isinstance(opened, Essay):
        raise InputError("is a bibliography, not an essay", path=str(path), hint="load() reads it")
    return opened


def read_text(text: str, *, reader: str = PLAIN, path: str = "", workspace: Workspace | None = None) -> Essay:
    """The essay in a string. ``reader`` names its format ("plain", "markdown", "html"), ``path`` what to call it.

    Half a surrogate pair, which no file can hold, is read as U+FFFD, with a diagnostic of the essay.

    Raises:
        InputError: the text is not of that format.
        UnknownNameError: there is no such reader.
    """
    from anora_bib.readers.damage import read_string

    given = arguments.text(text, "read_text", "read(path) opens a file")
    return read_string(given, _at(workspace).plugins.readers.get(reader), path)


def load(path: str | PathLike[str], *, format: str = "", workspace: Workspace | None = None) -> Library:
    """The library in a bibliography file: every entry, in its order, with its key, and nothing merged.

    Of two entries with one key the first keeps it. That, and what is broken, is in ``Library.diagnostics``.

    Raises:
        InputError: the file cannot be read or is not a bibliography.
        UnknownNameError: there is no such format.
    """
    return _loaded(_at(workspace).opener.open(arguments.path(path, "load", "load_text"), format=format))


def load_text(text: str, *, format: str = "", path: str = "", workspace: Workspace | None = None) -> Library:
    """The library in a string, as :func:`load` gives that of a file.

    ``format`` names what it is written in; without it the content tells. ``path`` is what to call it.

    Raises:
        InputError: the text is not a bibliography, or not of that format.
        UnknownNameError: there is no such format.
    """
    given = well_formed(arguments.text(text, "load_text", "load(path) opens a file"))
    return _loaded(_at(workspace).opener.decode(given.encode(), path or "text", format=format))


def _loaded(opened: Essay | Bibliography) -> Library:
    from anora_bib.shelf import kept

    if isinstance(opened, Essay):
        hint = "collect([read(path)]) finds its sources"
        raise InputError("is an essay, not a bibliography", path=opened.path, hint=hint)
    library = kept([opened])
    return replace(library, diagnostics=(*opened.diagnostics, *library.diagnostics))


def parse(text: str, *, parser: str | None = None, workspace: Workspace | None = None) -> list[Entry]:
    """The entries in one reference string; [] if it is none. ``parser`` names what reads it, the first by default.

    Each has a key, made of who, when and what.

    Half a surrogate pair, which no file can hold, is read as U+FFFD, with a :class:`DamagedTextWarning`.

    Raises:
        UnknownNameError: there is no such parser.
    """
    [entries] = _parsed([_undamaged(arguments.text(text, "parse"))], parser, workspace)
    return entries


def parse_all(
    texts: Iterable[str], *, parser: str | None = None, workspace: Workspace | None = None
) -> list[list[Entry]]:
    """The entries in each of many reference strings, as :func:`parse` gives those in one, in half the time.

    Raises:
        UnknownNameError: there is no such parser.
    """
    return _parsed([*map(_undamaged, arguments.texts(texts, "parse_all", "parse"))], parser, workspace)


def _parsed(texts: list[str], parser: str | None, workspace: Workspace | None) -> list[list[Entry]]:
    from anora_bib.model.bibliography.keys import assign_keys
    from anora_bib.parser import entries, read_all

    here = _at(workspace)
    chosen = here.plugins.parsers.get(parser) if parser else here.plugins.parsers.first()
    return [[*assign_keys(entries(pieces))] for pieces in read_all(chosen, texts, records=here.authority.records)]


def _undamaged(text: str) -> str:
    """A text that a file can hold, with a warning to who called a verb where it had to be changed."""
    from anora_bib.readers.damage import damage

    if problem := damage(text):
        place = f"line {problem.start.line}, column {problem.start.column}"
        warnings.warn(f"{problem.message}: {place}", DamagedTextWarning, stacklevel=3)
    return well_formed(text)


def apparatus(
    essay: Readable,
    *,
    libraries: str | PathLike[str] | Sequence[str | PathLike[str]] = (),
    workspace: Workspace | None = None,
) -> Apparatus:
    """Everything the essay cites with: notes, markers, works cited, references, attributions, mentions, citations.

    Keys that Markdown cites by are citations of the entries of the libraries that it names, and of ``libraries``.

    Raises:
        InputError: one of ``libraries`` cannot be read.
    """
    given = arguments.essay(essay, "apparatus")
    if isinstance(given, Apparatus):
        return given
    here = _at(workspace)
    understood = analyse(given, here.authority.records, here.plugins.stages)
    return with_live_citations(understood, LiveLibraries(here.opener, _paths(libraries)))


def check(
    what: Readable | Library | str | PathLike[str],
    *,
    select: str | Sequence[str] = (),
    ignore: str | Sequence[str] = (),
    pedantic: bool = False,
    libraries: str | PathLike[str] | Sequence[str | PathLike[str]] = (),
    workspace: Workspace | None = None,
) -> Problems:
    """What is wrong with an essay, in the order of the text; ``what`` may be the path of a file as well.

    It is a list of :class:`Diagnostic`, which a notebook shows as a table.

    Of a path that cites by keys (Markdown, ``.tex``, ``.aux``, ``.typ``) the keys are held against the libraries that
    it names and ``libraries``; of LaTeX and Typst nothing else is read.

    Rules are chosen by code, beginning of code, or name, in a list or a string with commas. The edits of the fixes
    count in the file (``Essay.source``), so they can be applied to it. With ``pedantic``, rules that are a matter of
    taste run as well. Of a library it is what could not be understood of it; the rules about ``.bib`` files need the
    file.

    Raises:
        InputError: the file cannot be read.
        UnknownNameError: ``select`` or ``ignore`` names no rule.
    """
    from anora_bib.checking import check_file
    from anora_bib.diagnostics import Problems
    from anora_bib.lint.checker import check as run_rules
    from anora_bib.lint.select import select as choose

    here = _at(workspace)
    chosen = choose(here.plugins.rules, arguments.names(select), arguments.names(ignore), pedantic=pedantic)
    if isinstance(what, str | PathLike):
        path = arguments.path(what, "check", "read_text")
        return Problems(check_file(path, here, chosen, _paths(libraries), pedantic=pedantic))
    if isinstance(what, Library):
        return Problems(what.diagnostics)
    understood = apparatus(arguments.essay(what, "check"), workspace=here)
    diagnostics = run_rules(understood, here.authority.records, chosen)
    return Problems([*understood.essay.diagnostics, *diagnostics])


def fix(
    essay: Readable | str | PathLike[str],
    *,
    unsafe: bool = False,
    select: str | Sequence[str] = (),
    ignore: str | Sequence[str] = (),
    workspace: Workspace | None = None,
) -> FixResult:
    """The essay repaired, what was done and what remains. Only safe fixes, unless ``unsafe``.

    A path may be that of an essay, or of a ``.bib`` file, in which only what is wrong changes. No file is written.

    Raises:
        InputError: the file cannot be read, or is in an encoding that it cannot be written in again.
        UnknownNameError: ``select`` or ``ignore`` names no rule.
    """
    from anora_bib.lint.checker import check as run_rules
    from anora_bib.lint.fixer import fix as apply_fixes
    from anora_bib.lint.select import select as choose

    here = _at(workspace)
    chosen = choose(here.plugins.rules, arguments.names(select), arguments.names(ignore))
    if isinstance(essay, str | PathLike):
        opened = here.opener.open(arguments.path(essay, "fix", "read_text"))
        if not isinstance(opened, Essay):
            from anora_bib.mending import mend

            return mend(opened, here.opener, chosen, unsafe=unsafe)
        essay = opened

    def diagnose(essay: Essay) -> list[Diagnostic]:
        return run_rules(apparatus(essay, workspace=here), here.authority.records, chosen)

    given = arguments.essay(essay, "fix")
    first = given.essay if isinstance(given, Apparatus) else given
    return apply_fixes(first, diagnose, lambda source: reread(first, source, workspace=here), unsafe=unsafe)


def reread(essay: Essay, source: str, *, workspace: Workspace | None = None) -> Essay:
    """The essay as its own reader reads it with ``source`` as the content of its file."""
    given = arguments.essay(essay, "reread")
    first = given.essay if isinstance(given, Apparatus) else given
    reader = _at(workspace).plugins.readers.get(first.format)
    return reader.read(reader.write(first.document, arguments.text(source, "reread")), first.path)


class Live(NamedTuple):
    """An essay with live citations, the library of its keys, and the sources that stay as they were typed, with why.

    ``holding`` is how many notes hold a source, ``made`` in how many of them every source is cited live. ``notes`` has
    each note with live citations, by its label, as it would be written as a note.
    """

    text: str
    library: Library
    kept: tuple[Kept, ...] = ()
    holding: int = 0
    made: int = 0
    notes: Mapping[str, str] = MappingProxyType({})

    def __repr__(self) -> str:
        return f"Live: {counted(len(self.text), 'character')}, {len(self.kept):,} kept as typed, {self.library!r}"


def make_live(
    essay: Readable,
    *,
    syntax: str = "pandoc",
    keyed: Callable[[Library], Library] = lambda library: library,
    workspace: Workspace | None = None,
) -> Live:
    """The essay with its typed citations turned into live ones ("pandoc" or "latex").

    ``keyed`` gives the sources of the essay other keys: those of a library that they go into.

    Raises:
        UnknownNameError: there is no such syntax.
    """
    from anora_bib.live.certain.references import certain
    from anora_bib.live.convert import live as converted

    here = _at(workspace)
    understood = apparatus(arguments.essay(essay, "make_live"), workspace=here)
    library = keyed(collect([certain(understood)], workspace=here))
    made = converted(understood, library, here.plugins.live_syntaxes.get(syntax))
    return Live(made.text, library, made.kept, made.holding, made.made, made.notes)


def link(essay: Readable, *, workspace: Workspace | None = None) -> Linked:
    """The essay of HTML with links: from markers to notes and back, and from what is cited to its list of works.

    Tags and back arrows are put in; not a word, id or link changes, and doing it again changes nothing.

    Raises:
        InputError: the essay is not in HTML.
    """
    from anora_bib.live.certain.references import certain
    from anora_bib.live.linked.link import linked

    here = _at(workspace)
    understood = apparatus(arguments.essay(essay, "link"), workspace=here)
    return linked(understood, collect([certain(understood)], workspace=here))


def restyle(
    essay: Readable,
    *,
    style: str,
    locale: str | None = None,
    engine: str | None = None,
    workspace: Workspace | None = None,
) -> Restyled:
    """The essay with its notes, parentheses and lists of works in one CSL style: first in full, then short.

    "Ibid." stands where the style has it. Only what is understood for certain is rewritten; what stays is in ``kept``,
    each with its reason. Signals, comments and remarks stay as they are typed, and no record corrects a word.

    Raises:
        UnknownNameError: there is no such style, locale or engine.
        InputError: the style cannot be used, numbers its references, or cites in the text where the essay cites in
            notes, or the other way round.
    """
    from anora_bib.authority.collect import collect as merge
    from anora_bib.authority.normalize import correct_type
    from anora_bib.csl.styles import Style
    from anora_bib.live.certain.references import certain
    from anora_bib.live.styled.restyle import restyled

    here = _at(workspace)
    understood = apparatus(arguments.essay(essay, "restyle"), workspace=here)
    library = merge([certain(understood)], here.authority.records, normalizers=(correct_type,))
    chosen = Style.load(arguments.style(style, "restyle"))
    return restyled(understood, library, _engine(here, engine), chosen, locale=locale)


def collect(
    essays: Readable | Iterable[Readable], *, mentions: bool = False, workspace: Workspace | None = None
) -> Library:
    """The distinct sources of the essays, normalized against the authority records, with every place each was met.

    With ``mentions``, works that are only named in the prose count as sources too, as their records have them. One
    essay alone may be given as it is.
    """
    from anora_bib.authority.collect import collect as merge

    here = _at(workspace)
    understood = [apparatus(essay, workspace=here) for essay in arguments.essays(essays, "collect")]
    return merge(
        understood,
        here.authority.records,
        cited_entries(understood),
        mentions=mentions,
        normalizers=here.plugins.normalizers,
    )


def merge(libraries: Library | Iterable[Library], *more: Library) -> Merged:
    """Several libraries as one: entries that are one source are united, the first wins, and nothing is lost.

    They are given in a list, or one after the other.

    What was united with what is in ``Merged.unions``, field by field; ``Merged.keys`` has the new keys by file.
    """
    from anora_bib.authority.unite import unite

    return unite(arguments.libraries(libraries, more, "merge"))


def rename_keys(text: str, keys: Mapping[str, str], *, latex: bool = False) -> str:
    r"""A document with other citation keys: in ``\cite`` and its kin, or in ``[@key]`` of pandoc and Quarto."""
    from anora_bib.live.renaming import renamed
    from anora_bib.spans import apply_edits

    given = arguments.text(text, "rename_keys", "read the file first")
    return apply_edits(given, renamed(given, keys, latex=latex))


def cross_reference(essays: Readable | Iterable[Readable], *, workspace: Workspace | None = None) -> CitationGraph:
    """Who cites whom, over one essay or a shelf."""
    from anora_bib.graph.build import cross_reference as build

    here = _at(workspace)
    read_all = [apparatus(essay, workspace=here) for essay in arguments.essays(essays, "cross_reference")]
    return build(read_all, collect(read_all, workspace=here), here.authority.records)


def dump(library: Library | Iterable[Item], *, to: str = "bibtex", workspace: Workspace | None = None) -> str:
    """The library in a bibliography format.

    Raises:
        UnknownNameError: there is no such format.
        UnsupportedError: the format is only read.
    """
    from anora_bib.formats.base import dumper

    entries = library if isinstance(library, Library) else Library(arguments.entries(library, "dump", keyed=True))
    return dumper(_at(workspace).plugins.formats.get(to)).dump(entries)


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

    here = _at(workspace)
    around = {"mode": mode, "prefix": prefix, "infix": infix, "suffix": suffix}
    chosen, output = _engine(here, engine), here.plugins.outputs.get(to)
    return write(
        arguments.entries(library, "cite", keyed=True),
        arguments.keys(keys, "cite"),
        chosen,
        Style.load(arguments.style(style, "cite")),
        locator=str(locator) if isinstance(locator, int) else locator,
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
            like the references come first, and the others only if none of these prints them.
        cache: the folder that keeps the index of rendered styles, that of this system by default.

    Raises:
        InputError: there are fewer than two references, or no folder for the index.
    """
    from anora_bib.folders import cache_folder
    from anora_bib.identify.identify import identify
    from anora_bib.identify.printed import references as split

    here = _at(workspace)
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

    here = _at(workspace)
    output = here.plugins.outputs.get(to)
    asked = Asked(tuple((parts or {}).items()), annotate, _short_forms(abbreviations))
    return typeset(
        sections,
        _engine(here, engine),
        Style.load(arguments.style(style, "format")),
        locale=locale,
        to=output,
        links=links,
        arranged=arranged,
        asked=asked,
    )


def _short_forms(path: str | PathLike[str] | None) -> Abbreviations | None:
    from anora_bib.csl.process.abbreviations import Abbreviations

    return Abbreviations.load(path) if path is not None else None


def _engine(workspace: Workspace, name: str | None) -> Engine:
    return workspace.plugins.engines.get(name) if name else workspace.plugins.engines.first()


def _paths(given: str | PathLike[str] | Sequence[str | PathLike[str]]) -> list[Path]:
    return [*map(Path, [given] if isinstance(given, str | PathLike) else given)]


def _at(workspace: Workspace | None) -> Workspace:
    return workspace or default_workspace()


def _reference(entry: object) -> str:
    return format(arguments.entries(entry, "format"), to="html")


REFERENCES.use(_reference)
