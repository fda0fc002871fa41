"""What changes while items are rendered; the compiled callables read it and write it, and hold nothing themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from anora_bib.csl.compile.item import Ref
from anora_bib.csl.output.nodes import Output
from anora_bib.model.names import Name

FIRST, SUBSEQUENT, IBID, IBID_WITH_LOCATOR = range(4)


class Cite:
    """One cited item in a citation, as it was asked for and as its place in the document makes it."""

    __slots__ = ("author_only", "first_note", "id", "label", "locator", "near_note", "position", "prefix",
                 "suffix", "suppress_author")  # fmt: skip

    def __init__(self, id: str) -> None:
        self.id = id
        self.locator = self.label = self.prefix = self.suffix = ""
        self.suppress_author = self.author_only = False
        self.position = FIRST
        self.near_note = False
        self.first_note = 0


class Names:
    """How many names of each set of names to show, and how much of each given name (0 none, 1 initials, 2 all)."""

    __slots__ = ("counts", "levels")

    def __init__(self, counts: list[int], levels: list[list[int]]) -> None:
        self.counts = counts
        self.levels = levels

    def copy(self) -> Names:
        return Names(self.counts.copy(), [levels.copy() for levels in self.levels])


class Disambiguation:
    """What has been added to an item's citations to tell them from others."""

    __slots__ = ("condition", "names", "year_suffix")

    def __init__(self, names: Names | None = None, condition: int = 0, year_suffix: int | None = None) -> None:
        self.names = names
        self.condition = condition
        self.year_suffix = year_suffix


NOTHING_ADDED = Disambiguation()


class NameCounter(Protocol):
    """How often a family name is shared, and by whom; for the rules that look at the whole document."""

    def level(self, item: str, name: Name, index: int, base: int, asked: int, initials: bool) -> int:
        """The least level of a given name at which the name is unlike all others."""
        ...


class NameShape(Protocol):
    """How a list of names is set, as far as it matters to telling names apart."""

    @property
    def base(self) -> int: ...

    @property
    def has_initials(self) -> bool: ...


NameRecord = tuple[tuple[Name, ...], int, NameShape]
"""A set of names that was rendered, how many of it were shown, and how it is set."""


class Context:
    """The state of rendering one item."""

    __slots__ = (
        "added",
        "citation_number",
        "cite",
        "conditions_asked",
        "conditions_used",
        "counter",
        "dates",
        "fields",
        "hit",
        "label_forms",
        "last_rendered",
        "locator_done",
        "looking",
        "names",
        "nameset",
        "recorder",
        "ref",
        "shown",
        "spent",
        "started",
        "stood_in",
        "strip",
        "substituting",
        "suffix_done",
        "termed",
        "text_rendered",
        "tried",
    )  # fmt: skip

    def __init__(self) -> None:
        self.recorder: list[NameRecord] | None = None
        self.counter: NameCounter | None = None
        self.started = False
        self.looking = False
        self.last_rendered = True
        self.citation_number = 0

    def begin(self, ref: Ref, cite: Cite | None, added: Disambiguation) -> None:
        self.ref = ref
        self.cite = cite
        self.added = added
        self.fields = ref.text
        self.names = ref.names
        self.dates = ref.dates
        self.tried = self.hit = self.termed = False
        self.nameset = 0
        self.strip = self.substituting = 0
        self.suffix_done = self.locator_done = False
        self.stood_in: list[str] = []
        self.spent: tuple[str, ...] = ()
        self.shown: Sequence[Name] = ()
        self.text_rendered = False
        self.conditions_used = 0
        self.conditions_asked = 0
        self.label_forms: dict[str, str] | None = None


Render = Callable[[Context], Output | None]
"""A compiled element. It returns None for no output, and notes in the context whether a variable was tried or found."""
Condition = Callable[[Context], bool]
