"""What compiled elements are given: the item, which they read, and the state of its rendering, which they change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Protocol

from anora_bib.csl.compile.item import Ref
from anora_bib.csl.output.nodes import Node, Output
from anora_bib.model.values.dates import Date
from anora_bib.model.values.names import Name

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
        """A copy whose lists can be changed without changing these."""
        return Names(self.counts.copy(), [levels.copy() for levels in self.levels])


class Disambiguation:
    """What has been added to an item's citations to tell them from others."""

    __slots__ = ("_said", "condition", "names", "year_suffix")

    def __init__(self, names: Names | None = None, condition: int = 0, year_suffix: int | None = None) -> None:
        self.names = names
        self.condition = condition
        self.year_suffix = year_suffix
        self._said: object = None

    def said(self) -> object:
        """The same as something to compare: equal for what makes equal text. Nothing may change it afterwards."""
        if self._said is None:
            names = self.names
            shown = (tuple(names.counts), tuple([tuple(some) for some in names.levels])) if names is not None else None
            self._said = shown, self.condition, self.year_suffix
        return self._said


NOTHING_ADDED = Disambiguation()


class NameCounter(Protocol):
    """How often a family name is shared, and by whom; for the rules that look at the whole document."""

    def levels(
        self, item: str, names: Sequence[Name], base: int, asked: Sequence[int], initials: bool
    ) -> Sequence[int]:
        """The least level of each given name, no less than ``base`` and what is ``asked``, to be unlike all others."""
        ...


class NameShape(Protocol):
    """How a list of names is set, as far as it matters to telling names apart."""

    @property
    def base(self) -> int:
        """The level of given names that the style asks for before anything is disambiguated."""

    @property
    def has_initials(self) -> bool:
        """Whether the style prints given names as initials."""

    def render(self, ctx: Context, names: tuple[Name, ...]) -> Output | None:
        """The names as output; None if none is shown."""


class NameRecord(NamedTuple):
    """A set of names that was rendered."""

    names: tuple[Name, ...]
    shown: int
    """How many of them were shown."""
    shape: NameShape
    """How they are set."""
    asked: tuple[Name, ...]
    """The names that were to be rendered: those of the set, and "others"."""
    output: Node
    """What is around their output and nothing else."""
    nameset: int
    strip: int
    """What the context had of these."""


class Context:
    """The rendering of one item: what is rendered, and for what, which nothing changes, and what changes on the way."""

    __slots__ = ("added", "citation_number", "cite", "comparing", "conditions_asked", "conditions_used", "counter",
                 "dates", "facts", "fields", "hit", "label_forms", "locator_done", "names", "nameset", "recorder",
                 "ref", "shown", "started", "strip", "substituted", "substituting", "suffix_done", "suppressed",
                 "termed", "text_rendered", "tried")  # fmt: skip

    ref: Ref
    """The item."""
    facts: int
    """What the item has, and what the cite, as :mod:`anora_bib.csl.compile.plans` counts it."""
    cite: Cite | None
    """Its place in a citation; None in the bibliography and for the keys of its sort."""
    added: Disambiguation
    """What tells its citations from those of other items."""
    citation_number: int
    """Its number in the bibliography, 0 where it has none yet."""
    comparing: bool
    """The output is compared with that of other items, not printed: without what every item has for itself."""
    counter: NameCounter | None
    """Who shares a family name, where names are told apart in the whole document."""
    recorder: list[NameRecord] | None
    """Collects the sets of names that are rendered, if anyone asks for them."""

    fields: Mapping[str, str]
    """Text and numbers of the item that may still be printed: what a substitute has printed is taken out."""
    names: Mapping[str, tuple[Name, ...]]
    """The same for names."""
    dates: Mapping[str, Date]
    """The same for dates."""
    suppressed: tuple[str, ...]
    """The text variables that were taken out."""
    substituting: int
    """How many ``substitute`` elements are being rendered, one inside the other."""
    substituted: list[str]
    """The values that the innermost of them has printed."""
    tried: bool
    """The group around called a variable."""
    hit: bool
    """The group around printed a variable that is not empty."""
    termed: bool
    """The group around printed a term or a value."""
    started: bool
    """Something has been printed, so that what follows needs no capital; by another cite of the citation, maybe."""
    text_rendered: bool
    """Text that is no number has been printed, so that the cite does not collapse with that before it."""
    strip: int
    """How many elements around strip periods."""
    nameset: int
    """How many sets of names have been rendered."""
    shown: Sequence[Name]
    """The names of the last of them that are shown."""
    suffix_done: bool
    """The year suffix has been printed."""
    locator_done: bool
    """The locator has been printed."""
    label_forms: dict[str, str] | None
    """The forms in which number variables were labelled."""
    conditions_used: int
    """How many ``disambiguate`` conditions were met."""
    conditions_asked: int
    """How many of them were asked."""

    def __init__(self) -> None:
        self.started = False

    def begin(
        self,
        ref: Ref,
        facts: int,
        cite: Cite | None,
        added: Disambiguation = NOTHING_ADDED,
        citation_number: int = 0,
        comparing: bool = False,
        counter: NameCounter | None = None,
        recorder: list[NameRecord] | None = None,
    ) -> None:
        """Make ready for another item. ``facts`` are those of the cite."""
        self.ref = ref
        self.facts = ref.facts | facts
        self.cite = cite
        self.added = added
        self.citation_number = citation_number
        self.comparing = comparing
        self.counter = counter
        self.recorder = recorder
        self.fields = ref.text
        self.names = ref.names
        self.dates = ref.dates
        self.suppressed = ()
        self.substituting = 0
        self.substituted = []
        self.tried = self.hit = self.termed = False
        self.text_rendered = False
        self.strip = 0
        self.nameset = 0
        self.shown = ()
        self.suffix_done = self.locator_done = False
        self.label_forms = None
        self.conditions_used = self.conditions_asked = 0


Render = Callable[[Context], Output | None]
"""A compiled element. It returns None for no output, and notes in the context whether a variable was tried or found."""
Condition = Callable[[Context], bool]
