"""``anora-bib fix --style``: notes and lists of essays in one CSL style."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from anora_bib.cli.changes import show_change, store
from anora_bib.cli.output import encoded, note, say
from anora_bib.cli.session import Session
from anora_bib.errors import InputError
from anora_bib.reports import messages
from anora_bib.system.files import Destination

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
                differs |= show_change(essay.source, made.text, essay.path, output)
            else:
                data = encoded(made.text, essay.encoding)
                store(essay, made.text, data, output, to_stdout=essay.path == session.stdin_name)
            _report(essay, made)
        except InputError as error:  # one essay that cannot be rewritten does not stop the others
            session.report([error])
    session.exit(findings=differs)


def _report(essay: Essay, made: Restyled) -> None:
    for kept in made.kept:
        say(messages.kept(essay.path, kept.line, kept.label, kept.text, kept.reason))
    for out in made.unprinted:
        note(messages.unprinted(essay.path, out.line, out.label, out.variables))
    if made.unsorted:
        note(messages.unsorted(essay.path, made.unsorted))
    say(messages.rewritten(essay.path, made.made, made.holding))
