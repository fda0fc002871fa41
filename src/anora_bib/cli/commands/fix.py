"""``anora-bib fix``: repair."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard

import click

from anora_bib.cli.changes import Tally, show_change, store
from anora_bib.cli.completing import COMPLETERS
from anora_bib.cli.options import FILES, output_option, paths_argument, settings
from anora_bib.cli.output import emit_essay, encoded, say
from anora_bib.cli.session import Session
from anora_bib.errors import InputError, UnknownNameError
from anora_bib.reports import messages
from anora_bib.system.files import Destination, read_bytes, same_file, write_bytes
from anora_bib.text.characters import nearest

if TYPE_CHECKING:
    from anora_bib.assembly.workspace import Workspace
    from anora_bib.inputs.opening import Input
    from anora_bib.libraries.additions import LibraryFile
    from anora_bib.model import Essay


LINKS = "html"
"""What ``--live`` calls links within a page of HTML."""


@click.command("fix", short_help="Repair.")
@paths_argument
@settings("unsafe", "select", "ignore", "per-file-ignores", "locale", "engine", *FILES)
@click.option("--diff", is_flag=True, help="Show what would change, and change nothing.")
@click.option(
    "--live",
    metavar="SYNTAX",
    help="Turn typed notes into live citations, `pandoc` or `latex`; or link notes and lists of a page, `html`.",
    shell_complete=COMPLETERS["live"],
)
@click.option(
    "--style",
    metavar="STYLE",
    help="Rewrite notes, parentheses and lists of works in this CSL style, and repair nothing else.",
    shell_complete=COMPLETERS["style"],
)
@click.option(
    "--rename-keys",
    metavar="MAP",
    help="Put other citation keys into documents: the map of merge, as JSON.",
    shell_complete=COMPLETERS["file"],
)
@click.option(
    "--library",
    metavar="FILE",
    help="With --live: add the sources to this library.",
    shell_complete=COMPLETERS["file"],
)
@output_option
def command(
    session: Session,
    paths: tuple[str, ...],
    diff: bool,
    live: str | None,
    style: str | None,
    rename_keys: str | None,
    library: str | None,
    output: Destination | None,
) -> None:
    """Repair each essay or .bib file in place: what is safe to change, or with --unsafe all that can be repaired.

    Standard input and --live go to standard output, or to the file of -o. Exits with 1 if --diff shows a change.
    --style prints sources in full where they come first, then short, and "ibid." where the style has it.
    What --live and --style leave as it is typed is listed with the reason, and counted.
    Only citations and notes become LaTeX. --live html links markers, notes and lists, and changes nothing else.
    --rename-keys changes nothing but the keys that LaTeX, Markdown or Quarto documents cite by.
    --library keeps all that a library holds (.bib, .json, .yaml, .ris), and the essay gets the keys that are in it.

    \b
    Example:
      anora-bib fix essay.md --diff --unsafe
      anora-bib fix essay.md --live pandoc -o live.md --library essay.bib
      anora-bib fix essay.html --live html -o linked.html
      anora-bib fix essay.md --style chicago-notes-bibliography --diff
      anora-bib fix paper.tex essay.md --rename-keys keys.json
    """
    _refuse_unknown(live, session)
    if rename_keys:
        from anora_bib.cli.commands.rename import rename

        rename(session, paths, rename_keys, diff=diff)
    elif style:
        if live or library:
            raise click.UsageError("--style goes with neither --live nor --library")
        _restyle(session, paths, style, diff=diff, output=output)
    elif live == LINKS:
        if library:
            raise click.UsageError("--library goes with --live pandoc or --live latex")
        _link(session, paths, diff=diff, output=output)
    else:
        _repair(session, paths, live=live, library=library, diff=diff, output=output)


def _refuse_unknown(live: str | None, session: Session) -> None:
    known = [*session.plugins.live_syntaxes.names(), LINKS]
    if live and live not in known:
        raise UnknownNameError("live syntax", live, nearest(live, known), known=known)


def _restyle(session: Session, paths: tuple[str, ...], style: str, *, diff: bool, output: Destination | None) -> None:
    from anora_bib.cli.commands.restyle import restyle

    named = tuple(path for path in paths if not session.is_left_out(path))
    if paths and not named:  # no path at all would mean the current folder
        session.exit()
    restyle(session, _essays(session, session.inputs(named), alone=bool(output)), style, diff=diff, output=output)


def _link(session: Session, paths: tuple[str, ...], *, diff: bool, output: Destination | None) -> None:
    """Write an essay of HTML with links, and nothing else changed; or show what would change."""
    from anora_bib import api

    differs = False
    for essay in _essays(session, session.inputs(paths), alone=True):
        made = api.link(essay, workspace=session.workspace)
        if diff:
            differs |= show_change(essay.source, made.text, essay.path, output)
        else:
            emit_essay(made.text, encoded(made.text, essay.encoding), output)
        for kept in made.kept:
            say(messages.kept(essay.path, kept.line, kept.label, kept.text, kept.reason))
        say(messages.linked(essay.path, made.markers, made.sources))
    session.exit(findings=differs)


def _repair(
    session: Session,
    paths: tuple[str, ...],
    *,
    live: str | None,
    library: str | None,
    diff: bool,
    output: Destination | None,
) -> None:
    from anora_bib import api
    from anora_bib.libraries.additions import LibraryFile

    config, workspace = session.config, session.workspace
    added_to = LibraryFile(Path(library), workspace.plugins.formats) if library else None
    _refuse_odd_library(library, live, output)
    differs, tally = False, Tally(changed=not diff)
    files = session.files(paths)
    libraries = [] if live or output else [file for file in files if file.path.suffix.lower() == ".bib"]
    for file in libraries:
        differs |= _mend(session, str(file.path), tally, diff=diff, unsafe=config.flag("unsafe"))
    others = session.opened([file for file in files if file not in libraries])
    for essay in _essays(session, others, alone=bool(live or output)):
        result = api.fix(essay, unsafe=config.flag("unsafe"), **session.chosen(essay.path), workspace=workspace)
        try:
            if live:
                repaired = api.reread(essay, result.text, workspace=workspace)
                differs |= _make_live(repaired, essay, live, output, added_to, workspace, diff=diff)
            elif diff:
                differs |= show_change(essay.source, result.text, essay.path, output)
            else:
                store(essay, result.text, result.data, output, to_stdout=essay.path == session.stdin_name)
            tally.add(essay.path, len(result.applied), len(result.remaining))
        except InputError as error:  # one file that cannot be written does not stop the others
            session.report([error])
    tally.end()
    session.exit(findings=differs)


def _mend(session: Session, path: str, tally: Tally, *, diff: bool, unsafe: bool) -> bool:
    """Repair a ``.bib`` file in place, or show what would change; True if the diff shows a change."""
    from anora_bib import api

    try:
        data = read_bytes(Path(path))
        result = api.fix(path, unsafe=unsafe, **session.chosen(path), workspace=session.workspace)
        differs = False
        if diff:
            before = session.workspace.opener.open(Path(path))
            differs = show_change(before.text, result.text, path, None)
        elif result.data != data:
            write_bytes(Path(path), result.data, expected=data)
        tally.add(path, len(result.applied), len(result.remaining))
    except InputError as error:
        session.report([error])
        return False
    return differs


def _refuse_odd_library(library: str | None, live: str | None, output: Destination | None) -> None:
    if library and not live:
        raise click.UsageError("--library goes with --live")
    if library and output and same_file(Path(library), output.path):
        raise click.UsageError("-o and --library name the same file")


def _make_live(
    essay: Essay,
    typed: Essay,
    syntax: str,
    output: Destination | None,
    library: LibraryFile | None,
    workspace: Workspace,
    *,
    diff: bool,
) -> bool:
    """Write the essay with live citations; the library first, so that no key is written that it does not have.

    With ``diff`` nothing is written: it is shown what would change in the essay as ``typed``, and told whether it does.
    """
    from anora_bib import api

    keyed = {"keyed": library.keyed} if library else {}
    made = api.make_live(essay, syntax=syntax, workspace=workspace, **keyed)
    differs = diff and show_change(typed.source, made.text, typed.path, output)
    if not diff:
        if library:
            library.add(made.library)
        emit_essay(made.text, encoded(made.text, essay.encoding), output)
    for kept in made.kept:
        say(messages.kept(essay.path, kept.line, kept.label, kept.text, kept.reason, cited=kept.cited))
    markdown = workspace.plugins.live_syntaxes.get(syntax).in_markdown
    say(messages.made_live(essay.path, (made.made, made.holding), made.in_text, only_citations=not markdown))
    return differs


def _essays(session: Session, inputs: Iterable[Input], *, alone: bool) -> Iterable[Essay]:
    """The essays, each read when its turn comes, so that the time between reading and writing is short.

    A bibliography on standard input is reported: it would come to nothing without a word.
    """
    essays = (item for item in inputs if _is_essay(item, session))
    if not alone:
        return essays
    first = list(islice(essays, 2))
    if len(first) > 1:
        raise click.UsageError("--live and -o take one essay at a time")
    return first


def _is_essay(item: Input, session: Session) -> TypeGuard[Essay]:
    from anora_bib.model import Essay

    if isinstance(item, Essay):
        return True
    if item.path == session.stdin_name:
        session.report([InputError("is a bibliography, and is repaired as a file", path=item.path, hint="name it")])
    return False
