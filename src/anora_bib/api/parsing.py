"""References as they are typed, read: what this needs is imported without all that reads files."""

from __future__ import annotations

import warnings
from collections.abc import Iterable

from anora_bib.api import arguments
from anora_bib.assembly.workspace import Workspace
from anora_bib.errors import DamagedTextWarning
from anora_bib.model import Entry
from anora_bib.model.bibliography.keys import assign_keys
from anora_bib.readers.damage import damage
from anora_bib.text.characters import well_formed


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
    from anora_bib.parser import entries, read_all

    here = arguments.workspace(workspace)
    chosen = here.plugins.parsers.get(parser) if parser else here.plugins.parsers.first()
    return [[*assign_keys(entries(pieces))] for pieces in read_all(chosen, texts, records=here.authority.records)]


def _undamaged(text: str) -> str:
    """A text that a file can hold, with a warning to who called a verb where it had to be changed."""
    if problem := damage(text):
        place = f"line {problem.start.line}, column {problem.start.column}"
        warnings.warn(f"{problem.message}: {place}", DamagedTextWarning, stacklevel=3)
    return well_formed(text)
