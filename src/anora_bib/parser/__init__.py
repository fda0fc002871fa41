"""The text of a note, a listed work or a credit in, pieces out.

What reads is a :class:`~anora_bib.parser.base.Parser`, chosen from its registry; nothing outside may depend on how it
works. The functions here read by the built-in rules alone, without models and plugins.
"""

from __future__ import annotations

from typing import Final

from anora_bib.model import Entry, Place, Records
from anora_bib.model.essay.pieces import Piece, Reference
from anora_bib.parser.base import Parser, read_all
from anora_bib.parser.rule_parser import RuleParser

__all__ = ["Parser", "entries", "parse", "pieces", "read_all"]

_RULES: Final = RuleParser()


def pieces(
    text: str, *, offset: int = 0, records: Records | None = None, hint: Place | None = None
) -> tuple[Piece, ...]:
    """What ``text`` consists of, in order and covering it: references, short forms, cross-references, remarks.

    See :meth:`Parser.pieces <anora_bib.parser.base.Parser.pieces>` for the arguments.
    """
    return _RULES.pieces(text, offset=offset, records=records, hint=hint)


def parse(text: str, *, offset: int = 0, records: Records | None = None, hint: Place | None = None) -> list[Entry]:
    """The references in ``text``, in the order printed; one string may hold several ("...; see also ...").

    Takes what :func:`pieces` takes.

    Returns:
        Entries with ``text``, ``span``, ``confidence`` and fields as printed. [] where no source is spelled out (a
        remark, a biography, a short form): silence rather than a guess. Never raises on any text.
    """
    return entries(pieces(text, offset=offset, records=records, hint=hint))


def entries(pieces: tuple[Piece, ...]) -> list[Entry]:
    """The entries of the references among pieces, in order."""
    return [piece.entry for piece in pieces if isinstance(piece, Reference)]
