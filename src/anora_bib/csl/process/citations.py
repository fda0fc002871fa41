"""One citation: its cites rendered, collapsed, joined and written."""

from __future__ import annotations

from collections.abc import Sequence

from anora_bib.csl.compile.context import SUBSEQUENT, Cite, Context
from anora_bib.csl.compile.formatting import flat, marks_of, rich
from anora_bib.csl.compile.item import Ref
from anora_bib.csl.output.formats import Format
from anora_bib.csl.output.nodes import (
    Node,
    Output,
    Rangeable,
    RenderedNames,
    RenderedYear,
    find,
    find_all,
    without,
)
from anora_bib.csl.output.runs import FormattedText, Segment
from anora_bib.csl.output.writer import Writer
from anora_bib.csl.process.affixes import begins_sentence, spaced_prefix, spaced_suffix
from anora_bib.csl.process.author_only import author_of
from anora_bib.csl.process.cited_items import Registry
from anora_bib.csl.process.positions import Citation
from anora_bib.csl.process.ranges import Unit, ends_in_number, only_number, split_number, with_ranges
from anora_bib.csl.process.sorting import key_of, sort_by
from anora_bib.csl.values.collation import sort_key

NOTHING_PRINTED = "[NO_PRINTED_FORM]"
NO_FORM = "[CSL STYLE ERROR: reference with no printed form.]"
_ENDS = ";.,"
_NO_KEY = "undefined"
"""What groups without a first key are sorted by among those that have one, as citeproc-js does."""
_AMPERSAND = "0"
"""An ampersand comes before letters where groups are sorted by their names; other signs count for nothing."""


class _Rendered:
    """A cite as output, with what its neighbours need to know to collapse with it."""

    __slots__ = ("author", "cite", "collapsed", "delimiter", "grouped", "number", "output", "text_rendered", "years")

    def __init__(self, cite: Cite, output: Output | None, text_rendered: bool) -> None:
        self.cite = cite
        self.output = output
        self.text_rendered = text_rendered
        self.author = ""
        self.years: list[str] = []
        self.collapsed = False
        self.grouped = False
        self.delimiter = ""
        self.number: Rangeable | None = None


class CitationWriter:
    """Writes the citations of a document."""

    def __init__(self, registry: Registry, refs: dict[str, Ref], writer: Writer, format: Format) -> None:
        self.registry = registry
        self.refs = refs
        self.writer = writer
        self.format = format
        style = registry.style
        self.style = style
        self.options = style.tree.citation
        self.layout = style.tree.citation.layout
        self.marks = marks_of(self.layout.look)
        self.quotes = style.locale.quotes
        self.numeric = self.options.collapse == "citation-number"
        # Without suffixes to keep, "year-suffix" falls back to "year".
        self.drops_years = self.options.collapse.startswith("year-suffix") and self.options.add_year_suffix

    def sort(self, citation: Citation) -> None:
        """Put the cites of a citation in the order the style asks for."""
        keys = self.style.citation_sort
        if not keys or citation.unsorted or len(citation.cites) < 2:
            return
        order = sort_by(citation.cites, keys, self._for_sorting, self.style.locale.language)
        # Grouping is for citations in the text (specification, "Cite Grouping"); notes ask for it by its delimiter.
        collapses = self.style.tree.kind == "in-text" and self.options.collapse.startswith("year")
        if collapses or self.options.cite_group_delimiter is not None:
            order = self._grouped(order)
        citation.cites[:] = order

    def _for_sorting(self, cite: Cite, *, comparing: bool = False) -> Context:
        ctx = self.registry.begin(self.refs[cite.id], cite, comparing=comparing)
        ctx.started = False
        return ctx

    def _grouped(self, cites: list[Cite]) -> list[Cite]:
        """The cites with those of the same authors in groups, each where its first cite was."""
        groups: dict[str, list[Cite]] = {}
        for cite in cites:
            later = Cite(cite.id)
            later.position, later.near_note = SUBSEQUENT, True
            parts = self.style.citation(self._for_sorting(later, comparing=True))
            names = find(Node(parts), RenderedNames) if parts else None
            key = flat(names[0]) if names is not None else ""
            groups.setdefault(key, []).append(cite)
        first = self.style.citation_sort[0]
        if first.descending:
            return [cite for group in groups.values() for cite in group]
        language = self.style.locale.language

        def rank(names: str) -> tuple[str, bool, str]:
            """Groups that begin with equal keys come in the order of their authors."""
            key = flat(first.render(self._for_sorting(groups[names][0])))
            return key_of(key or _NO_KEY, language), not names, sort_key(names.replace("&", _AMPERSAND), language)

        return [cite for names in sorted(groups, key=rank) for cite in groups[names]]

    def write(self, citation: Citation) -> str:
        """The text of a citation, "" if it cites nothing."""
        segments = self._segments(citation)
        return FormattedText.of(self.format.write(segments), segments)

    def _segments(self, citation: Citation) -> list[Segment]:
        ctx = self.registry.context
        ctx.started = False
        rendered = []
        for cite in citation.cites:
            rendered.append(self._render(cite))
            if cite.author_only:
                break
        if not rendered:
            return []
        self._collapse(rendered)
        self._suppress(rendered)
        if rendered[0].cite.author_only:
            return self._author_only(rendered[0])
        return self._joined(rendered, citation)

    def _render(self, cite: Cite) -> _Rendered:
        ref = self.refs[cite.id]
        ctx = self.registry.begin(ref, cite)
        parts: list[Output] = []
        if cite.prefix:
            prefix = spaced_prefix(cite.prefix)
            parts.append(self._rich(prefix))
            ctx.started = not begins_sentence(prefix)
        body = self.style.citation(ctx)
        made = _Rendered(cite, None, ctx.text_rendered)
        parts += body
        if cite.suffix:
            parts.append(self._rich(spaced_suffix(cite.suffix) if body else cite.suffix.lstrip()))
        if parts:
            # What an author writes around a cite is printed even if the style has nothing to print for it.
            made.output = Node(parts)
        return made

    def _rich(self, text: str) -> Output:
        children = rich(text, self.quotes)
        return children if isinstance(children, str) else Node(children)

    # -- collapsing

    def _collapse(self, rendered: Sequence[_Rendered]) -> None:
        collapse, group = self.options.collapse, self.options.cite_group_delimiter
        before: _Rendered | None = None
        for one in rendered:
            pair = find(one.output, RenderedNames)
            names = pair[0] if pair is not None else None
            one.author = flat(names)
            one.years = [data.year for _, data in find_all(one.output, RenderedYear)]
            one.collapsed = bool(collapse) and not one.text_rendered
            if names is None and one.collapsed and before is not None and not before.author:
                self._drop_years(one, before)
            elif names is not None:
                same = before is not None and before.author == one.author
                one.grouped = same and group is not None
                if not same:
                    one.collapsed = False
                elif collapse and collapse != "citation-number":
                    one.output = without(one.output or "", names)
                    if one.collapsed:
                        self._drop_years(one, before)
            before = one

    def _drop_years(self, one: _Rendered, before: _Rendered | None) -> None:
        """Drop years of a cite that are those of the cite before, unless one or the other has a locator.

        A cite with a locator keeps its year, and so does what follows it: "2000d, p. 5, 2000e,f" (specification,
        "Cite Collapsing").
        """
        if one.output is None or before is None or not self.drops_years or one.cite.locator or before.cite.locator:
            return
        known = before.years
        for index, (node, data) in enumerate(find_all(one.output, RenderedYear)):
            if index < len(known) and known[index] == data.year:
                kept = without(one.output, node)
                if kept is not None:
                    one.output = kept

    def _suppress(self, rendered: Sequence[_Rendered]) -> None:
        for one in rendered:
            if one.cite.suppress_author and one.output is not None:
                names = find(one.output, RenderedNames)
                if names is not None:
                    one.output = without(one.output, names[0])

    def _author_only(self, one: _Rendered) -> list[Segment]:
        author = author_of(one.output) if one.output is not None else None
        return self.writer.write([(one.cite.id, author if author is not None else NOTHING_PRINTED)])

    # -- joining

    def _delimiter(self, before: _Rendered, one: _Rendered) -> str:
        options, layout = self.options, self.layout.delimiter
        after = options.after_collapse_delimiter
        if after is not None:
            if before.cite.locator:
                return after
            if not one.collapsed and (before.collapsed or options.collapse != "year-suffix"):
                return after
            found = layout
        elif one.grouped and options.cite_group_delimiter is not None:
            found = options.cite_group_delimiter
        elif one.collapsed and self.style.tree.kind == "in-text" and not self.numeric:
            found = ", "
        else:
            found = layout
        return found

    def _joined(self, rendered: Sequence[_Rendered], citation: Citation) -> list[Segment]:
        look = self.layout.look
        own = look.suffix[:1] if look.suffix[:1] in tuple(".:;!?") else look.suffix
        suffix = spaced_suffix(citation.suffix) + own
        prefix = look.prefix + (spaced_prefix(citation.prefix) if citation.prefix else "")
        printed = [
            one for one in rendered if one.output is not None or (one is rendered[0] and not one.cite.suppress_author)
        ]
        if not printed:
            return self.writer.write([("", NOTHING_PRINTED)])
        units: list[Unit] = []
        before: _Rendered | None = None
        for one in printed:
            output = one.output if one.output is not None else NO_FORM
            head = prefix if one is printed[0] else ""
            tail = suffix if one is printed[-1] else ""
            made = _units(one.cite.id, output, head, tail, collapses=len(printed) > 1)
            made[0].delimiter = self._between(before, one, made[0].number) if before is not None else ""
            units += made
            before = one
        segments = self.writer.write(with_ranges(units), self.marks)
        return segments if any(segment.text for segment in segments) else self.writer.write([("", NOTHING_PRINTED)])

    def _between(self, before: _Rendered, one: _Rendered, number: Rangeable | None) -> str:
        """The delimiter between two cites: letters of one year, and numbers side by side, have their own."""
        in_row = number is not None and (number.variable == "year-suffix" or ends_in_number(before.output))
        found = number.successor if number is not None and in_row else self._delimiter(before, one)
        if before.cite.suffix and before.cite.suffix[-1] in _ENDS:
            space = found.find(" ")
            return found[space:] if space > -1 else ""
        if not before.cite.suffix and one.cite.prefix[:1] and one.cite.prefix[0] in _ENDS:
            return ""
        return found


def _units(item: str, output: Output, prefix: str, suffix: str, *, collapses: bool) -> list[Unit]:
    """A cite in one piece, or with a number that may be part of a range in a piece of its own."""
    alone = only_number(output)
    split = split_number(output) if collapses and alone is None else None
    if split is None:
        return [Unit(item, Node([output], prefix, suffix), alone)]
    before, number = split
    return [Unit(item, Node([before], prefix)), Unit(item, Node([number], "", suffix), only_number(number))]
