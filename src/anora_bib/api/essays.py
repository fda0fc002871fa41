"""What an essay cites, what is wrong with it, and the essay repaired, restyled, linked, or with live citations."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from os import PathLike
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from anora_bib.api import arguments
from anora_bib.api.arguments import Readable
from anora_bib.api.libraries import collect
from anora_bib.api.reading import apparatus, reread
from anora_bib.assembly.workspace import Workspace
from anora_bib.model import Apparatus, Essay, Library
from anora_bib.text.characters import counted

if TYPE_CHECKING:
    from anora_bib.diagnostics import Diagnostic, Problems
    from anora_bib.lint.fixer import FixResult
    from anora_bib.live.kept import Kept
    from anora_bib.live.linked.link import Linked
    from anora_bib.live.styled.restyle import Restyled


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
    count in the file (``Essay.source``), so they can be applied to it. What is a matter of taste, or often wrong, is
    told with ``pedantic``, or of rules that are selected. Of a library it is what could not be understood of it; the
    rules about ``.bib`` files need the file.

    Raises:
        InputError: the file cannot be read.
        UnknownNameError: ``select`` or ``ignore`` names no rule.
    """
    from anora_bib.checking.files import check_file
    from anora_bib.diagnostics import Problems
    from anora_bib.lint.checker import check as run_rules
    from anora_bib.lint.select import select as choose

    here = arguments.workspace(workspace)
    chosen = choose(here.plugins.rules, arguments.names(select), arguments.names(ignore), pedantic=pedantic)
    if isinstance(what, str | PathLike):
        path = arguments.path(what, "check", "read_text")
        return Problems(check_file(path, here, chosen, arguments.paths(libraries), pedantic=pedantic))
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

    here = arguments.workspace(workspace)
    chosen = choose(here.plugins.rules, arguments.names(select), arguments.names(ignore))
    if isinstance(essay, str | PathLike):
        opened = here.opener.open(arguments.path(essay, "fix", "read_text"))
        if not isinstance(opened, Essay):
            from anora_bib.libraries.mending import mend

            return mend(opened, here.opener, chosen, unsafe=unsafe)
        essay = opened

    def diagnose(essay: Essay) -> list[Diagnostic]:
        return run_rules(apparatus(essay, workspace=here), here.authority.records, chosen)

    given = arguments.essay(essay, "fix")
    first = given.essay if isinstance(given, Apparatus) else given
    return apply_fixes(first, diagnose, lambda source: reread(first, source, workspace=here), unsafe=unsafe)


class Live(NamedTuple):
    """An essay with live citations, the library of its keys, and the sources that stay as they were typed, with why.

    ``holding`` is how many notes hold a source, ``made`` in how many of them every source is cited live. ``notes`` has
    each note with live citations, by its label, as it would be written as a note. ``in_text`` is how many parentheses
    are cited live, and how many there were.
    """

    text: str
    library: Library
    kept: tuple[Kept, ...] = ()
    holding: int = 0
    made: int = 0
    notes: Mapping[str, str] = MappingProxyType({})
    in_text: tuple[int, int] = (0, 0)

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

    here = arguments.workspace(workspace)
    understood = apparatus(arguments.essay(essay, "make_live"), workspace=here)
    library = keyed(collect([certain(understood)], workspace=here))
    made = converted(understood, library, here.plugins.live_syntaxes.get(syntax))
    return Live(made.text, library, made.kept, made.holding, made.made, made.notes, made.in_text)


def link(essay: Readable, *, workspace: Workspace | None = None) -> Linked:
    """The essay of HTML with links: from markers to notes and back, and from what is cited to its list of works.

    Tags and back arrows are put in; not a word, id or link changes, and doing it again changes nothing.

    Raises:
        InputError: the essay is not in HTML.
    """
    from anora_bib.live.certain.references import certain
    from anora_bib.live.linked.link import linked

    here = arguments.workspace(workspace)
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

    "Ibid." stands where the style has it. A note whose words in the style would be read otherwise stays, so that a
    second run changes nothing. Only what is understood for certain is rewritten; what stays is in ``kept``,
    each with its reason. Signals, comments and remarks stay as they are typed, and no record corrects a word.

    Raises:
        UnknownNameError: there is no such style, locale or engine.
        InputError: the style cannot be used, numbers its references, or cites in the text where the essay cites in
            notes, or the other way round.
    """
    from anora_bib.api.steadily import restyled_steadily
    from anora_bib.csl.styles import Style

    here = arguments.workspace(workspace)
    understood = apparatus(arguments.essay(essay, "restyle"), workspace=here)
    chosen = Style.load(arguments.style(style, "restyle"))
    return restyled_steadily(understood, here, arguments.engine(here, engine), chosen, locale)
