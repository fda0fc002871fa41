"""One citation: its cites rendered, collapsed, joined and written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from anora_bib.csl.compile.context import SUBSEQUENT, Cite, Context
from anora_bib.csl.compile.formatting import flat, marks_of, rich
from anora_bib.csl.compile.item import Ref
from anora_bib.csl.output.formats import Format
from anora_bib.csl.output.nodes import (
    AUTHORS_TEXT,
    Node,
    Output,
    Rangeable,
    RenderedNames,
    RenderedYear,
    Substitute,
    find,
    find_all,
    frame,
    without,
)
from anora_bib.csl.output.patterns import has_text, says
from anora_bib.csl.output.punctuation import AT_SEAMS
from anora_bib.csl.output.runs import FormattedText, Segment
from anora_bib.csl.output.writer import Writer
from anora_bib.csl.process.cited_items import Registry
from anora_bib.csl.process.cites.affixes import begins_sentence, spaced_prefix, spaced_suffix
from anora_bib.csl.process.cites.asking import AUTHOR_ONLY, COMPOSITE, SUPPRESS_AUTHOR
from anora_bib.csl.process.cites.author_only import author_of
from anora_bib.csl.process.cites.cite_nodes import author, begins_with_year, first
from anora_bib.csl.process.cites.positions import Citation
from anora_bib.csl.process.cites.ranges import Unit, ends_in_number, only_number, split_number, with_ranges
from anora_bib.csl.process.items.sorting import sort_by, text_of
from anora_bib.csl.styletree.nodes import Layout
from anora_bib.csl.styletree.queries import layout_in
from anora_bib.csl.values.collation import sort_key

NOTHING_PRINTED = "[NO_PRINTED_FORM]"
NO_FORM = "[CSL STYLE ERROR: reference with no printed form.]"
_ENDS = ";.,"
_CLOSES = (".", ",", ";", ":", "!", "?", "\u2019", "'")
"""What an infix may begin with to stand at the author without a space, as citeproc-js has it."""
_AMPERSAND = "0"
"""An ampersand comes before letters where groups are sorted by their names; other signs count for nothing."""


class _Rendered:
    """A cite as output, with what its neighbours need to know to collapse with it."""

    __slots__ = ("author", "cite", "collapsed", "continues", "delimiter", "grouped", "number", "output", "suppresses",
                 "text_rendered", "years")  # fmt: skip

    def __init__(self, cite: Cite, output: Output | None, text_rendered: bool) -> None:
        self.cite = cite
        self.output = output
        self.text_rendered = text_rendered
        self.author = ""
        self.years: list[str] = []
        self.collapsed = False
        self.grouped = False
        self.continues = False
        """Whether its names are left out as those of the cite before."""
        self.delimiter = ""
        self.number: Rangeable | None = None
        self.suppresses = cite.suppress_author
        """Whether it is printed without its author."""


class CitationWriter:
    """Writes the citations of a document."""

    def __init__(self, registry: Registry, refs: Mapping[str, Ref], writer: Writer, format: Format) -> None:
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
        # Grouping is for citations in the text (specification, "Cite Grouping"); notes ask for it by its delimiter.
        collapses = style.tree.kind == "in-text" and self.options.collapse.startswith("year")
        self.groups = collapses or self.options.cite_group_delimiter is not None
        # Without suffixes to keep, "year-suffix" falls back to "year".
        self.drops_years = self.options.collapse.startswith("year-suffix") and self.options.add_year_suffix
        self._names: dict[str, str] = {}

    def sort(self, citation: Citation) -> None:
        """Put the cites of a citation in the order the style asks for."""
        if not (self.style.citation_sort or self.groups) or citation.unsorted or len(citation.cites) < 2:
            return
        memory = self.registry.memory
        if memory is None:
            citation.cites[:] = self._sorted(citation.cites)
            return
        asked = tuple([(cite, self.registry.state(self.refs[cite.id])) for cite in citation.asked])
        found = memory.orders.get(asked)
        if found is None:
            places = {cite: place for place, cite in enumerate(citation.asked)}
            found = memory.orders[asked] = tuple([places[cite] for cite in self._sorted(citation.cites)])
        citation.cites = [citation.asked[place] for place in found]

    def _sorted(self, cites: Sequence[Cite]) -> list[Cite]:
        order = sort_by(cites, self.style.citation_sort, self._for_sorting, self.style.locale.language)
        return [cite for run in _runs(order) for cite in self._grouped(run)] if self.groups else order

    def _for_sorting(self, cite: Cite, *, comparing: bool = False) -> Context:
        ctx = self.registry.begin(self.refs[cite.id], cite, comparing=comparing)
        ctx.started = False
        return ctx

    def _grouped(self, cites: list[Cite]) -> list[Cite]:
        """The cites with those of the same authors in groups, each where its first cite was (Cite Grouping).

        Groups whose first cites are equal by all keys of the style come in the order of their names.
        """
        groups: dict[str, list[Cite]] = {}
        for cite in cites:
            groups.setdefault(self._names_of(cite.id), []).append(cite)
        keys, language = self.style.citation_sort, self.style.locale.language
        if not keys:
            return [cite for group in groups.values() for cite in group]

        def placed(names: str) -> list[str]:
            return [text_of(key, self._for_sorting(groups[names][0]), language) for key in keys]

        def named(names: str) -> tuple[bool, str]:
            return not names, sort_key(names.replace("&", _AMPERSAND), language)

        equal = [sorted(run, key=named) for _, run in groupby(groups, placed)] if len(groups) > 1 else [list(groups)]
        return [cite for run in equal for names in run for cite in groups[names]]

    def _names_of(self, id: str) -> str:
        """The names of a later cite of an item, which are the same wherever it is cited."""
        found = self._names.get(id)
        if found is None:
            later = Cite(id)
            later.position, later.near_note = SUBSEQUENT, True
            parts = self.style.citation(self._for_sorting(later, comparing=True))
            names = find(Node(parts), RenderedNames) if parts else None
            found = self._names[id] = flat(names[0]) if names is not None else ""
        return found

    def write(self, citation: Citation) -> str:
        """The text of a citation in its mode, "" if it cites nothing."""
        memory = self.registry.memory
        if memory is None:
            return self._text(citation)
        asked = self._asked(citation)
        if citation.printed is not None and citation.printed[0] == asked:
            return citation.printed[1]
        found = memory.citations.get(asked)
        if found is None:
            found = memory.citations[asked] = self._text(citation)
        citation.printed = asked, found
        return found

    def _asked(self, citation: Citation) -> object:
        """All that the text of a citation depends on, as something to compare."""
        state, refs, notes = self.registry.state, self.refs, self.style.prints_first_notes
        cites = [
            (cite, cite.position, cite.near_note, cite.first_note if notes else bool(cite.first_note),
             state(refs[cite.id]))
            for cite in citation.cites
        ]  # fmt: skip
        return citation.key, tuple(cites)

    def _text(self, citation: Citation) -> str:
        mode = citation.mode
        composite = mode == COMPOSITE and bool(citation.cites)
        segments = self._composite(citation) if composite else self._segments(citation, mode)
        return FormattedText.of(self.format.write(segments), segments)

    def _composite(self, citation: Citation) -> list[Segment]:
        """The author in the text, what the citation has between, and the rest: "Doe (2001)", "[1]" without either."""
        made = list(self._segments(citation, AUTHOR_ONLY))
        if says(made, NOTHING_PRINTED) and not citation.infix:
            return [*self._segments(citation, "")]
        space = [("", " ")]
        if citation.infix:
            if not citation.infix.startswith(_CLOSES):
                made += self.writer.write(space)
            made += self.writer.write([("", self._rich(citation.infix))])
        rest = self._segments(citation, SUPPRESS_AUTHOR)
        if has_text(rest) and not says(rest, NOTHING_PRINTED):
            made += [*self.writer.write(space), *rest]
        return made

    def _segments(self, citation: Citation, mode: str) -> Sequence[Segment]:
        """What is printed of a citation. A mode is for its first cite; notes have all of their cites in any case."""
        self.registry.context.started = False
        first = citation.cites[0] if citation.cites else None
        author_only = first is not None and (first.author_only or mode == AUTHOR_ONLY)
        if first is not None and author_only:
            return self._in_text(first) or self._author_only(self._render(first))
        suppresses = mode == SUPPRESS_AUTHOR and self.style.tree.kind != "note"
        rendered = []
        for cite in citation.cites:
            rendered.append(self._render(cite))
            if cite.author_only:
                break
        if not rendered:
            return []
        rendered[0].suppresses = suppresses or rendered[0].cite.suppress_author
        self._collapse(rendered)
        self._suppress(rendered)
        return self._joined(rendered, citation)

    def _in_text(self, cite: Cite) -> Sequence[Segment]:
        """What the style itself prints for an author in the running text (``cs:intext``)."""
        area, intext = self.style.tree.intext, self.style.intext
        if area is None or intext is None:
            return []
        parts = intext(self.registry.begin(self.refs[cite.id], cite))
        look = area.layout.look
        made = Node(parts, frame(look.prefix, look.suffix))
        return self.writer.write([(cite.id, made)], marks_of(look)) if parts else []

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
            parts = self._with_suffix(parts, spaced_suffix(cite.suffix) if body else cite.suffix.lstrip())
        if parts:
            # What an author writes around a cite is printed even if the style has nothing to print for it.
            made.output = Node(parts)
        return made

    def _with_suffix(self, parts: list[Output], suffix: str) -> list[Output]:
        """The parts of a cite and the suffix that the author wrote, whose first mark may go into quotation marks."""
        if not parts or not suffix.startswith(AT_SEAMS):
            return [*parts, self._rich(suffix)]
        rest = suffix[1:].lstrip(" ")
        before = Node(parts, frame("", suffix[: len(suffix) - len(rest)]))
        return [before, self._rich(rest)] if rest else [before]

    def _rich(self, text: str) -> Output:
        children = rich(text, self.quotes)
        if isinstance(children, str):
            return Node(children, data=AUTHORS_TEXT) if "(" in children or ")" in children else children
        return Node(children)

    # -- collapsing

    def _collapse(self, rendered: Sequence[_Rendered]) -> None:
        collapse, group = self.options.collapse, self.options.cite_group_delimiter
        if len(rendered) < 2 or not (collapse or group is not None):
            return
        before: _Rendered | None = None
        for one in rendered:
            # What stands for the names counts as they do: "(Anon, 2012a, b)" (specification, "Cite Collapsing").
            names = first(one.output, RenderedNames) or first(one.output, Substitute)
            one.author = flat(names)
            if self.drops_years:
                one.years = [data.year for _, data in find_all(one.output, RenderedYear)]
            one.collapsed = bool(collapse) and not one.text_rendered
            if names is None and one.collapsed and before is not None and not before.author:
                self._drop_years_alone(one, before)
            elif names is not None:
                same = before is not None and before.author == one.author
                one.grouped = same and group is not None
                if not same:
                    one.collapsed = False
                elif collapse and collapse != "citation-number":
                    one.output = without(one.output or "", names)
                    one.continues = True
                    if one.collapsed:
                        self._drop_years(one, before)
            before = one

    def _drop_years_alone(self, one: _Rendered, before: _Rendered) -> None:
        """Drop the years of a cite without names, if nothing but a year is printed where they would be."""
        if begins_with_year(one.output):
            self._drop_years(one, before)
        elif one.years and one.years == before.years:
            one.collapsed = False

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
            if one.suppresses and one.output is not None and (named := author(one.output)) is not None:
                one.output = without(one.output, named)

    def _author_only(self, one: _Rendered) -> Sequence[Segment]:
        author = author_of(one.output) if one.output is not None else None
        return self.writer.write([(one.cite.id, author if author is not None else NOTHING_PRINTED)])

    # -- joining

    def _layout_of(self, cite: Cite) -> Layout:
        """The layout for the language of an item."""
        if not self.options.localized:
            return self.layout
        return layout_in(self.options, self.refs[cite.id].text.get("language", ""))[0]

    def _delimiter(self, before: _Rendered, one: _Rendered) -> str:
        options, after = self.options, self.options.after_collapse_delimiter
        if after is not None:
            if before.cite.locator:
                return after
            if not one.collapsed and (before.collapsed or options.collapse != "year-suffix"):
                return after
            if one.cite.locator or not one.continues:
                # "Doe 2016; 2015, 333": a comma would join it to what the locator is parted from. What has no author
                # goes on with nothing.
                return self._layout_of(before.cite).delimiter
        if one.grouped and options.cite_group_delimiter is not None:
            return options.cite_group_delimiter
        if (one.collapsed or one.continues) and self.style.tree.kind == "in-text" and not self.numeric:
            return ", "
        return self._layout_of(before.cite).delimiter

    def _joined(self, rendered: Sequence[_Rendered], citation: Citation) -> Sequence[Segment]:
        printed = [one for one in rendered if one.output is not None or (one is rendered[0] and not one.suppresses)]
        if not printed:
            return self.writer.write([("", NOTHING_PRINTED)])
        look, last = (self._layout_of(one.cite).look for one in (printed[0], printed[-1]))
        own = last.suffix[:1] if last.suffix[:1] in tuple(".:;!?") else last.suffix
        suffix = spaced_suffix(citation.suffix) + own
        prefix = look.prefix + (spaced_prefix(citation.prefix) if citation.prefix else "")
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
        own_typographies = self.style.typographies(self.options, [self.refs[one.cite.id] for one in printed])
        segments = self.writer.write(with_ranges(units), self.marks, own_typographies)
        return segments if has_text(segments) else self.writer.write([("", NOTHING_PRINTED)])

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


def _runs(cites: Sequence[Cite]) -> Iterator[list[Cite]]:
    """The cites, parted before each that the author begins with words of his own ("see also"), which lead on."""
    run: list[Cite] = []
    for cite in cites:
        if cite.prefix and run:
            yield run
            run = []
        run.append(cite)
    yield run


def _units(item: str, output: Output, prefix: str, suffix: str, *, collapses: bool) -> list[Unit]:
    """A cite in one piece, or with a number that may be part of a range in a piece of its own."""
    alone = only_number(output)
    split = split_number(output) if collapses and alone is None else None
    if split is None:
        return [Unit(item, Node([output], frame(prefix, suffix)), alone)]
    before, number = split
    return [
        Unit(item, Node([before], frame(prefix))),
        Unit(item, Node([number], frame("", suffix)), only_number(number)),
    ]
