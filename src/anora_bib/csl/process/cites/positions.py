"""The position of a cite in the document: first, subsequent, ibid, near its last note (specification, "Position")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from anora_bib.csl.compile.context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT, Cite


@dataclass(slots=True)
class Citation:
    """A citation as it was asked for. ``note`` is its note number, 0 in the text."""

    cites: list[Cite]
    note: int = 0
    mode: str = ""
    prefix: str = ""
    suffix: str = ""
    infix: str = ""
    """What stands between the author and the rest of a composite citation."""
    unsorted: bool = False
    placed: bool = False
    """Whether its cites state their positions themselves."""
    printed: tuple[object, str] | None = None
    """Its text as it was printed last, and what that depended on."""
    asked: tuple[Cite, ...] = ()
    """Its cites in the order they were asked for; ``cites`` are put in that of the style."""

    key: tuple[str, str, str, str] = ("", "", "", "")
    """What matters to its text beside its cites, as something to compare."""

    def __post_init__(self) -> None:
        self.asked = tuple(self.cites)
        self.key = self.mode, self.prefix, self.suffix, self.infix

    def begin(self) -> None:
        """Forget what became of the citation in an earlier state of its document."""
        if len(self.asked) > 1:
            self.cites = list(self.asked)
            for cite in self.asked:
                cite.position, cite.near_note, cite.first_note = FIRST, False, 0


def set_positions(citations: Sequence[Citation], near: int) -> None:
    """Give each cite its position; ``near`` is how many notes apart are near. Notes and text count by themselves."""
    for some in ([one for one in citations if not one.note], [one for one in citations if one.note]):
        _Walk(near).run(some)


class _Walk:
    def __init__(self, near: int) -> None:
        self.near = near
        self.first: dict[str, int] = {}
        self.last: dict[str, int] = {}
        self.in_note: dict[int, int] = {}

    def run(self, citations: Sequence[Citation]) -> None:
        before: Citation | None = None
        for citation in citations:
            if before is not None and citation.note and before.note > citation.note:
                # A note number that is less than the one before begins a new count.
                self.first, self.last, self.in_note = {}, {}, {}
            self.in_note[citation.note] = self.in_note.get(citation.note, 0) + len(citation.cites)
            for index, cite in enumerate(citation.cites):
                self.place(cite, index, citation, before)
            if citation.mode != "author-only":
                before = citation

    def place(self, cite: Cite, index: int, citation: Citation, before: Citation | None) -> None:
        id = cite.id
        cite.near_note = False
        cite.first_note = 0
        if id not in self.last or citation.mode == "author-only":
            if citation.mode != "author-only":
                self.first[id] = self.last[id] = citation.note
            cite.position = FIRST
            return
        previous = self.previous(cite, index, citation, before)
        cite.position = SUBSEQUENT if previous is None else _repeated(previous, cite)
        if self.first[id] != citation.note:
            cite.first_note = self.first[id]
        if citation.note:
            cite.near_note = citation.note - self.last[id] <= self.near
            self.last[id] = citation.note
        else:
            cite.near_note = True

    def previous(self, cite: Cite, index: int, citation: Citation, before: Citation | None) -> Cite | None:
        """The cite just before, if it is of the same item and nothing else can be meant."""
        if index:
            previous = citation.cites[index - 1]
            return previous if previous.id == cite.id else None
        if before is None or not before.cites:
            return None
        if before.note == citation.note:
            return before.cites[0] if before.cites[-1].id == cite.id else None
        alone = self.in_note.get(before.note) == 1 or before.note == 0
        if before.cites[0].id == cite.id and before.note >= citation.note - 1 and alone:
            return before.cites[0]
        return None


def _repeated(previous: Cite, cite: Cite) -> int:
    if previous.locator and not cite.locator:
        return SUBSEQUENT
    if previous.locator == cite.locator and (not cite.locator or previous.label == cite.label):
        return IBID
    return IBID_WITH_LOCATOR
