"""An essay printed in a style so that a second run changes nothing.

What a style prints may be read otherwise than what was typed: a genre without its stop, a letter as a book. Such a note
would change again and again; it is found by reading the result, and stays as it is typed. One that only a second run
would rewrite, since the notes around it are in the style now, is rewritten at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from anora_bib.api.reading import reread
from anora_bib.assembly.workflow import analyse
from anora_bib.assembly.workspace import Workspace
from anora_bib.authority.collect import collect
from anora_bib.authority.normalize import correct_type
from anora_bib.csl.engine import Engine
from anora_bib.csl.styles import Style
from anora_bib.live.certain.references import certain
from anora_bib.live.styled.restyle import Restyled, restyled
from anora_bib.model import Apparatus

_ROUNDS: Final = 4
"""A note that stays may change what is printed of those behind it."""


def restyled_steadily(
    apparatus: Apparatus, workspace: Workspace, engine: Engine, style: Style, locale: str | None
) -> Restyled:
    """The essay in the style; notes that a second run would change stay, with that reason.

    Raises:
        InputError: as :func:`anora_bib.live.styled.restyle.restyled`.
    """
    records, stages = workspace.authority.records, workspace.plugins.stages
    staying: frozenset[str] = frozenset()

    def printed(one: Apparatus) -> Restyled:
        library = collect([certain(one)], records, normalizers=(correct_type,))
        return restyled(one, library, engine, style, locale=locale, staying=staying)

    def read(text: str) -> Apparatus:
        return analyse(reread(apparatus.essay, text, workspace=workspace), records, stages)

    made = printed(apparatus)
    for _ in range(_ROUNDS):
        if made.text == apparatus.essay.source:
            break
        once = read(made.text)
        again = printed(once)
        changed = frozenset(_changed(once, read(again.text))) - staying if again.text != made.text else frozenset()
        if not changed:
            break
        rewritten = changed.intersection(_changed(apparatus, once))
        if not rewritten:  # what stayed beside notes in another style is now like them
            made = again._replace(made=made.made + len(changed), unprinted=(*made.unprinted, *again.unprinted))
            continue
        staying |= rewritten
        made = printed(apparatus)
    return made


def _changed(one: Apparatus, other: Apparatus) -> Iterator[str]:
    """The labels of the notes that do not say the same in both."""
    texts = {note.label: note.text for note in other.notes}
    return (note.label for note in one.notes if texts.get(note.label) != note.text)
