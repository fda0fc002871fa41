"""A document whose citations come and go: each change tells which texts it changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from anora_bib.csl.compile.style import compile_style
from anora_bib.csl.engine import Cluster, FormattedEntry
from anora_bib.csl.output.arrangement import Arrangement
from anora_bib.csl.output.formats import Format, format_named
from anora_bib.csl.process.cited_items import Registry
from anora_bib.csl.process.cites.asking import read_citation
from anora_bib.csl.process.cites.positions import Citation
from anora_bib.csl.process.items.abbreviations import Abbreviations
from anora_bib.csl.process.items.collection import Items
from anora_bib.csl.process.items.selection import Selection
from anora_bib.csl.process.memory import Memory
from anora_bib.csl.process.typesetting import Output, Typesetter
from anora_bib.csl.styles import Style
from anora_bib.errors import InputError, UnknownNameError
from anora_bib.model.bibliography.entries import Item
from anora_bib.system.gc_pause import collector_at_rest
from anora_bib.text.characters import nearest

Cited = str | Mapping[str, object]
"""One cite: the id of an item, or ``{"id", "locator", "label", "prefix", "suffix"}`` as in a cluster."""

_SPARE = 10
"""How many times what the document needs now may be remembered."""


@dataclass(frozen=True, slots=True)
class Change:
    """What one change of a document did to its text, and nothing else."""

    citations: Mapping[str, str]
    """The new texts of citations, by their ids and in the order of the document."""
    entries: Mapping[str, str]
    """The new texts of entries of the bibliography, by the ids of the items and in its order."""
    removed: tuple[str, ...] = ()
    """The items whose entries are gone."""
    order: tuple[str, ...] | None = None
    """The items of all entries in their new order; None if it is as before, but for what is gone."""


@dataclass(frozen=True, slots=True)
class _State:
    """The texts of a document at one time."""

    citations: Mapping[str, str]
    entries: Mapping[str, str]


class Document:
    """Citations with ids, in order, and the bibliography of what they cite.

    What a change does not touch is not rendered again, so that a change in a long document takes little time. The
    texts are always those that a :class:`Processor` would make of the same citations.

    The arguments are those of :class:`Processor`, but that the items are a library to cite from: what nothing cites is
    not in the document, unless ``nocite`` names it. A change that raises changes nothing.
    """

    def __init__(
        self,
        style: Style,
        items: Iterable[Item] = (),
        locale: str | None = None,
        to: str | Format = "html",
        *,
        links: bool = False,
        nocite: Iterable[str] = (),
        abbreviations: Abbreviations | None = None,
    ) -> None:
        self.problems: list[str] = []
        with collector_at_rest():
            self.style = compile_style(style, locale)
            self._items = Items(items, self.style.facts, self.problems, abbreviations)
        output = Output.of(self.style, to if isinstance(to, Format) else format_named(to), links=links)
        self._memory = Memory()
        self._typesetter = Typesetter(self.style, self._items.refs, output, self._memory)
        self._uncited = self._named(nocite)
        self._asked: dict[str, Citation] = {}
        self._numbered: dict[str, bool] = {}
        self._state = _State({}, {})
        self._registry: Registry | None = None
        self._set()

    # -- what there is

    @property
    def citations(self) -> Mapping[str, str]:
        """The text of each citation, by its id and in the order of the document."""
        return dict(self._state.citations)

    def bibliography(
        self,
        section: Selection | Mapping[str, object] | None = None,
        *,
        order: Iterable[str] = (),
        annotate: str = "",
    ) -> list[FormattedEntry]:
        """The cited and the uncited items, as :meth:`Processor.bibliography` gives them."""
        entries, registry = self._state.entries, self._registry
        if registry is not None and (section is not None or order or annotate):
            chosen = self._items.chosen(registry.refs, section, order)
            entries = self._typesetter.bibliography(registry, chosen, annotate)
        return [FormattedEntry(id, text) for id, text in entries.items()]

    @property
    def arrangement(self) -> Arrangement | None:
        """How the style sets the bibliography out: indents, spacing, the width of a margin.

        None if the style has no bibliography.
        """
        return self._typesetter.arrangement(self._state.entries.values())

    # -- changes

    def insert(
        self,
        id: str,
        cites: Cited | Sequence[Cited],
        *,
        before: str | None = None,
        note: int | None = None,
        mode: str = "",
        prefix: str = "",
        infix: str = "",
        suffix: str = "",
    ) -> Change:
        """A new citation, before another or at the end.

        Args:
            id: a name for the citation.
            cites: what it cites.
            before: the citation that it comes before; None for the end.
            note: the number of its note, 0 for the text; None for a note of its own, numbered by its place.
            mode: "author-only", "suppress-author" or "composite" (see :meth:`Processor.citations`).
            prefix: what stands before all its cites.
            infix: what stands between the author and the rest of a composite citation.
            suffix: what stands after all its cites.

        Raises:
            InputError: there is a citation of that id.
            UnknownNameError: there is no such item, mode, or citation to come before.
        """
        if id in self._asked:
            raise InputError(f"there is a citation {id!r} already", hint="change() takes the place of one")
        asked = self._read(cites, note, mode, prefix, infix, suffix)
        at = self._place(before)
        with self._changing():
            self._put(id, at, asked, numbered=note is None)
            return self._set()

    def change(
        self,
        id: str,
        cites: Cited | Sequence[Cited],
        *,
        note: int | None = None,
        mode: str = "",
        prefix: str = "",
        infix: str = "",
        suffix: str = "",
    ) -> Change:
        """Another citation in the place of one; the arguments are those of :meth:`insert`.

        Raises:
            UnknownNameError: there is no such citation, item or mode.
        """
        self._must_have(id)
        asked = self._read(cites, note, mode, prefix, infix, suffix)
        with self._changing():
            self._asked[id], self._numbered[id] = asked, note is None
            return self._set()

    def move(self, id: str, *, before: str | None = None) -> Change:
        """A citation before another, or at the end.

        Raises:
            UnknownNameError: there is no such citation.
        """
        self._must_have(id)
        self._place(before)
        if before == id:
            return Change({}, {})
        with self._changing():
            asked = self._asked.pop(id)
            self._put(id, self._place(before), asked, numbered=self._numbered[id])
            return self._set()

    def delete(self, id: str) -> Change:
        """One citation less.

        Raises:
            UnknownNameError: there is no such citation.
        """
        self._must_have(id)
        with self._changing():
            del self._asked[id], self._numbered[id]
            return self._set()

    def load(self, clusters: Iterable[Cluster]) -> Change:
        """These citations in place of all there are, in the shape citeproc-js takes, each with a ``citationID``.

        Raises:
            InputError: two of them have one id, or one has none.
            UnknownNameError: there is no such item or mode.
        """
        asked: dict[str, Citation] = {}
        numbered: dict[str, bool] = {}
        for number, cluster in enumerate(clusters, 1):
            id = str(cluster.get("citationID") or "")
            if not id or id in asked:
                raise InputError(f"the citation {number} has {'the id of another' if id else 'no id'}")
            asked[id] = self._checked(cluster)
            numbered[id] = "properties" not in cluster
        with self._changing():
            self._asked, self._numbered = asked, numbered
            return self._set()

    def renumber(self, notes: Mapping[str, int]) -> Change:
        """Other notes for citations, by their ids: those of a word processor, say, whose notes moved.

        Raises:
            UnknownNameError: there is no such citation.
        """
        for id in notes:
            self._must_have(id)
        with self._changing():
            for id, note in notes.items():
                old = self._asked[id]
                self._asked[id] = Citation(
                    list(old.asked), note, old.mode, old.prefix, old.suffix, old.infix, unsorted=old.unsorted
                )
                self._numbered[id] = False
            return self._set()

    def update(self, items: Iterable[Item]) -> Change:
        """More items, or others in the place of those with their ids."""
        with collector_at_rest():
            self._items.update(items)
            return self._set()

    def nocite(self, ids: Iterable[str]) -> Change:
        """The items that are in the document though nothing cites them, in place of those that were; "*" for all.

        Raises:
            UnknownNameError: there is no such item.
        """
        named = self._named(ids)
        with self._changing():
            self._uncited = named
            return self._set()

    def preview(
        self,
        cites: Cited | Sequence[Cited],
        *,
        instead_of: str | None = None,
        before: str | None = None,
        note: int | None = None,
        mode: str = "",
        prefix: str = "",
        infix: str = "",
        suffix: str = "",
    ) -> str:
        """The text that a citation would have in the place of another, before another, or at the end.

        The document stays as it is. The other arguments are those of :meth:`insert`.

        Raises:
            UnknownNameError: there is no such citation, item or mode.
        """
        asked = self._read(cites, note, mode, prefix, infix, suffix)
        document = dict(self._asked)
        if instead_of is not None:
            self._must_have(instead_of)
            document[instead_of] = asked
        else:
            listed = list(document.values())
            listed.insert(self._place(before), asked)
            document = {str(number): citation for number, citation in enumerate(listed)}
        with collector_at_rest():
            if note is None:
                asked.note = 1 + next(at for at, citation in enumerate(document.values()) if citation is asked)
            registry = self._typesetter.registry(list(document.values()), self._items.named(self._uncited))
            return self._typesetter.citations(registry, [asked])[0]

    # -- how

    def _must_have(self, id: str) -> None:
        if id not in self._asked:
            raise UnknownNameError("citation", id, nearest(id, self._asked), known=self._asked)

    def _named(self, ids: Iterable[str]) -> tuple[str, ...]:
        listed = (ids,) if isinstance(ids, str) else tuple(ids)
        self._items.named(listed)
        return listed

    def _place(self, before: str | None) -> int:
        if before is None:
            return len(self._asked)
        self._must_have(before)
        return list(self._asked).index(before)

    def _put(self, id: str, at: int, asked: Citation, *, numbered: bool) -> None:
        pairs = list(self._asked.items())
        pairs.insert(at, (id, asked))
        self._asked = dict(pairs)
        self._numbered[id] = numbered

    def _read(
        self, cites: Cited | Sequence[Cited], note: int | None, mode: str, prefix: str, infix: str, suffix: str
    ) -> Citation:
        listed = [cites] if isinstance(cites, str | Mapping) else cites
        asked = [{"id": cite} if isinstance(cite, str) else cite for cite in listed]
        properties = {"noteIndex": note or 0, "mode": mode, "prefix": prefix, "infix": infix, "suffix": suffix}
        return self._checked({"citationItems": asked, "properties": properties})

    def _checked(self, cluster: Cluster) -> Citation:
        unknown: list[str] = []
        given = cluster.get("citationItems")
        for cite in given if isinstance(given, list | tuple) else ():
            id = str(cite.get("id", "")) if isinstance(cite, Mapping) else str(cite)
            if id not in self._items.refs:
                raise UnknownNameError("item", id, nearest(id, self._items.refs), known=self._items.refs)
        return read_citation(cluster, 0, self._items.refs, unknown)

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Leave the document as it was if a change raises."""
        asked, numbered, uncited = dict(self._asked), dict(self._numbered), self._uncited
        try:
            with collector_at_rest():
                yield
        except BaseException:
            self._asked, self._numbered, self._uncited = asked, numbered, uncited
            raise

    def _set(self) -> Change:
        """Set the document, and tell what is different."""
        self._memory.forget(_SPARE * (len(self._asked) + len(self._items.refs)) + 1000)
        document = list(self._asked.values())
        for place, (id, citation) in enumerate(self._asked.items(), 1):
            if self._numbered[id]:
                citation.note = place
        registry = self._typesetter.registry(document, self._items.named(self._uncited))
        texts = self._typesetter.citations(registry, document)
        before = self._state
        entries = before.entries
        if registry is not self._registry:
            entries = self._typesetter.bibliography(registry, registry.refs)
        self._registry = registry
        self._state = after = _State(dict(zip(self._asked, texts, strict=True)), entries)
        return _difference(before, after)


def _difference(before: _State, after: _State) -> Change:
    citations = {id: text for id, text in after.citations.items() if before.citations.get(id) != text}
    if after.entries is before.entries:
        return Change(citations, {})
    entries = {id: text for id, text in after.entries.items() if before.entries.get(id) != text}
    removed = tuple([id for id in before.entries if id not in after.entries])
    order = tuple(after.entries)
    stayed = [id for id in before.entries if id in after.entries]
    return Change(citations, entries, removed, order if stayed != list(order) else None)
