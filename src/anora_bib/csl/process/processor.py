"""The CSL processor: items in, citations and a bibliography out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from anora_bib.csl.compile.style import compile_style
from anora_bib.csl.engine import Cluster, FormattedEntry
from anora_bib.csl.output.arrangement import Arrangement
from anora_bib.csl.output.formats import Format, format_named
from anora_bib.csl.process.cited_items import Registry
from anora_bib.csl.process.cites.asking import read_citation
from anora_bib.csl.process.cites.citations import NO_FORM, NOTHING_PRINTED
from anora_bib.csl.process.items.abbreviations import Abbreviations
from anora_bib.csl.process.items.collection import Items
from anora_bib.csl.process.items.selection import Selection
from anora_bib.csl.process.typesetting import Output, Typesetter, first_notes
from anora_bib.csl.styles import Style
from anora_bib.model.bibliography.entries import Item
from anora_bib.system.gc_pause import collector_at_rest


class Processor:
    """Formats one set of items in one style.

    An item is *cited* by a cluster, *uncited* but in the document (``nocite``), or not in the document. The
    bibliography has the cited and the uncited, and text and bibliography tell all of them apart; what is not in the
    document counts for nothing. Until anything is cited, the items are a list, and the bibliography has all of them.

    Args:
        style: the style.
        items: entries, or CSL-JSON items.
        locale: a language in place of the style's own, or the path of a locale file (``locales-xx-XX.xml``).
        to: an output format, or the name of one.
        links: make links of DOIs, URLs, PMIDs and PMCIDs, and of the title of an entry that prints none.
        nocite: the ids of items that are in the document even if nothing cites them; all ("*") unless said otherwise,
            so that ``()`` leaves a bibliography of what is cited.
        abbreviations: the short forms of titles and names, for styles that ask for them.

    ``problems`` has a sentence, with the item's id, for each value that could only be printed as it was.

    Raises:
        InputError: the style or the locale file cannot be used, or two items have one id.
        UnknownNameError: there is no such output format.
    """

    def __init__(
        self,
        style: Style,
        items: Iterable[Item],
        locale: str | None = None,
        to: str | Format = "html",
        *,
        links: bool = False,
        nocite: Iterable[str] = "*",
        abbreviations: Abbreviations | None = None,
    ) -> None:
        self.problems: list[str] = []
        with collector_at_rest():
            self.style = compile_style(style, locale)
        format = to if isinstance(to, Format) else format_named(to)
        with collector_at_rest():
            self._items = Items(items, self.style.facts, self.problems, abbreviations)
        self._typesetter = Typesetter(self.style, self._items.refs, Output.of(self.style, format, links=links))
        self._uncited = self._items.named(nocite)
        self._document: Registry | None = None
        self._list: Registry | None = None
        self._cited: list[str] = []
        self._entries: list[FormattedEntry] = []

    def citations(self, clusters: Sequence[Cluster]) -> list[str]:
        """The text of each citation of a document; clusters come in its order, in the shape citeproc-js takes.

        - A cluster without properties is in the note of its own number: 1, 2, 3, ...
        - ``mode`` in its properties is "author-only" (Doe), "suppress-author" (2001) or "composite", which prints the
          author in the text, the ``infix`` if it has one, and the rest: Doe (2001).
        - A cite of an unknown id is left out, with a problem.
        - A cluster whose cites state their position (0 first, 1 subsequent, 2 ibid, 3 ibid with locator) is
          outside the document, among all the items.

        Raises:
            UnknownNameError: there is no such mode.
        """
        with collector_at_rest():
            known, problems = self._items.refs, self.problems
            asked = [read_citation(cluster, number, known, problems) for number, cluster in enumerate(clusters, 1)]
            document = [citation for citation in asked if not citation.placed]
            self._list = None
            self._document = registry = self._typesetter.registry(document, self._uncited) if document else None
            self._cited = list(first_notes(document))
            rest = iter(self._typesetter.citations(registry, document) if registry is not None else ())
            texts = [
                self._typesetter.alone(self._all(), citation) if citation.placed else next(rest) for citation in asked
            ]
            for citation, text in zip(asked, texts, strict=True):
                if NOTHING_PRINTED in text or NO_FORM in text:
                    ids = ", ".join(cite.id for cite in citation.cites)
                    problems.append(f"{ids}: the style prints nothing for this citation")
            return texts

    def bibliography(
        self,
        section: Selection | Mapping[str, object] | None = None,
        *,
        order: Iterable[str] = (),
        annotate: str = "",
    ) -> list[FormattedEntry]:
        """The cited and the uncited items in the order of the style; [] if the style has no bibliography.

        Args:
            section: only those entries that it takes, with the numbers that they have in the whole; a mapping is in
                the shape of citeproc-js's ``bibsection``.
            order: ids, whose entries come first and in this order, in place of the style's.
            annotate: a variable whose value follows each entry on a line of its own: "annote", "abstract", "note".

        Raises:
            InputError: the section is not of that shape.
            UnknownNameError: the document has no item of an id.
        """
        with collector_at_rest():
            registry = self._document or self._all()
            chosen = self._items.chosen(registry.refs, section, order)
            entries = self._typesetter.bibliography(registry, chosen, annotate)
            self._entries = [FormattedEntry(id, text) for id, text in entries.items()]
            return list(self._entries)

    @property
    def arrangement(self) -> Arrangement | None:
        """How the style sets out the bibliography that was made last: indents, spacing, the width of a margin.

        None if the style has no bibliography.
        """
        return self._typesetter.arrangement(entry.text for entry in self._entries)

    def _all(self) -> Registry:
        """All items as one list, those cited counted first."""
        if self._list is None:
            ids = dict.fromkeys((*self._cited, *self._items.refs))
            self._list = Registry(self.style, [self._items.refs[id] for id in ids])
        return self._list
