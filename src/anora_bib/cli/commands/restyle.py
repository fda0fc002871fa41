"""``anora-bib fix --style``: notes and lists of essays in one CSL style."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from anora_bib.cli.output import emit, emit_essay, encoded, note, say
from anora_bib.cli.session import Session
from anora_bib.errors import InputError
from anora_bib.files import Destination, write_bytes
from anora_bib.reports import messages
from anora_bib.text import printable

if TYPE_CHECKING:
    from anora_bib.live.styled.restyle import Restyled
    from anora_bib.model import Essay


def restyle(session: Session, essays: Iterable[Essay], style: str, *, diff: bool, output: Destination | None) -> None:
    """Rewrite each essay in place, or show what would change, and exit with 1 then; nothing else is repaired."""
    from anora_bib import api

    differs = False
    for essay in essays:
        try:
            made = api.restyle(
                essay,
                style=style,
                locale=session.config.text("locale") or None,
                engine=session.config.text("engine") or None,
                workspace=session.workspace,
            )
            if diff:
                differs |= _show(essay, made.text, output)
            else:
                _store(essay, made.text, output, to_stdout=essay.path == session.stdin_name)
            _report(essay, made)
        except InputError as error:  # one essay that cannot be rewritten does not stop the others
            session.report([error])
    session.exit(findings=differs)


def _show(essay: Essay, text: str, output: Destination | None) -> bool:
    from anora_bib.reports.diff import unified_diff

    change = unified_diff(essay.source, text, essay.path)
    emit(change if output else printable(change), output)
    return bool(change)


def _store(essay: Essay, text: str, output: Destination | None, *, to_stdout: bool) -> None:
    data = encoded(text, essay.encoding)
    if output or to_stdout:
        emit_essay(text, data, output)
    elif data != essay.document.data:
        write_bytes(Path(essay.path), data, expected=essay.document.data)


def _report(essay: Essay, made: Restyled) -> None:
    for kept in made.kept:
        say(messages.kept(essay.path, kept.line, kept.label, kept.text, kept.reason))
    if made.unprinted:
        note(messages.unprinted(essay.path, made.unprinted))
    if made.unsorted:
        note(messages.unsorted(essay.path, made.unsorted))
    say(messages.rewritten(essay.path, made.made, made.holding))
