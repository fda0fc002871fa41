"""What a ``.bib`` file holds as it is written there, so that it can be written again as it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from anora_bib.model.values.mapping import FrozenDict

if TYPE_CHECKING:
    from anora_bib.model.bibliography.entries import Field


class WrittenField(NamedTuple):
    """A field as it is written. ``value`` has its braces or quotation marks; the offsets count in the file."""

    name: str
    value: str
    start: int
    at: int
    """Where the value begins."""
    end: int


class Macro(NamedTuple):
    """A command of LaTeX that a file defines: how many arguments it takes, and what it stands for."""

    arguments: int
    body: str


class Definitions(NamedTuple):
    """What a file defines, and what other files define for it: strings of BibTeX and commands of LaTeX."""

    strings: Mapping[str, str]
    commands: Mapping[str, Macro]


@dataclass(frozen=True, slots=True)
class Written:
    """An entry as it is written in a ``.bib`` file: its type and key in their own letters, all its fields in order.

    ``read`` is what was understood of it (with what it inherits). A field of an entry that is not as in ``read`` was
    changed since.
    """

    type: str
    key: str
    fields: tuple[WrittenField, ...]
    start: int
    end: int
    csl_type: str
    read: Mapping[str, Field]
    definitions: Definitions
    parents: tuple[str, ...] = ()
    """The keys of the entries from which it inherits fields."""
    inherited: Mapping[str, str] = field(default_factory=FrozenDict)
    """What it inherits, in LaTeX, by the names that the fields have in it."""


@dataclass(frozen=True, slots=True)
class Block:
    """What stands between the entries of a ``.bib`` file: a ``@string``, ``@preamble`` or ``@comment``, or plain text.

    An ``@xdata`` entry, which lends its fields to others and is no work, is one as well, and so is an entry that cannot
    be read.
    """

    kind: str
    """The word behind the ``@`` in small letters; "" for text outside of all entries."""
    text: str
    at: int
    """How many entries stand before it."""
    name: str = ""
    """The name of the string that it defines, or the key of the ``@xdata`` entry."""
