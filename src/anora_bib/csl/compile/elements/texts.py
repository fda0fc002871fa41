"""The ``text`` element: variables, terms and values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from anora_bib.csl.compile.context import Context, Render
from anora_bib.csl.compile.elements.labels import citation_label
from anora_bib.csl.compile.formatting import TextFormatter, frame_of, shape_of, term_formatter, text_formatter
from anora_bib.csl.compile.plans import FIRST_NOTE, NOTING, Facts, Made, Plan, fixed, needing
from anora_bib.csl.locale import Locale
from anora_bib.csl.output.links import BASES
from anora_bib.csl.output.nodes import Address, Node, Output, Rangeable, Variable
from anora_bib.csl.styletree.nodes import Look, StyleTree, Text
from anora_bib.csl.styletree.queries import short_form_of
from anora_bib.csl.values.ordinals import year_suffix
from anora_bib.csl.values.textcase import capitalize_first

_IN_LANGUAGE_OF_ITEM = frozenset(
    """event event-title publisher publisher-place event-place title container-title collection-title authority genre
    title-short volume-title part-title original-title reviewed-title medium country jurisdiction archive
    archive-place""".split()
)


def _linked(variable: str, format_text: TextFormatter) -> TextFormatter:
    """Output as a node that tells which address it is."""

    def linked(ctx: Context, text: str) -> Output | None:
        made = format_text(ctx, text)
        if made is None:
            return None
        node = Node(made) if isinstance(made, str) else made
        node.data = Address(variable, text)
        return node

    return linked


class Texts:
    """Text elements of one style and locale in one area."""

    def __init__(
        self,
        tree: StyleTree,
        facts: Facts,
        locale: Locale,
        default_language: str,
        *,
        in_bibliography: bool,
        sorting: bool,
    ) -> None:
        self.tree = tree
        self.facts = facts
        self.locale = locale
        self.default_language = default_language
        self.sorting = sorting
        self.in_bibliography = in_bibliography
        self.capitals = tree.kind == "note" or in_bibliography
        """Whether a term at the very beginning gets a capital."""
        area = tree.bibliography if in_bibliography else tree.citation
        self.layout_delimiter = area.layout.delimiter if area is not None else ""

    def plan(self, node: Text) -> Plan:
        """Any text element but the call of a macro."""
        shape = shape_of(frame_of(node.look))
        if node.source == "term":
            return fixed(self.term(node), hits=False, shape=shape)
        if node.source == "value":
            return fixed(self.value(node), hits=False, shape=shape)
        special: dict[str, Callable[[Look], Render]] = {
            "citation-number": self.citation_number,
            "citation-label": self.citation_label,
            "year-suffix": self.year_suffix_variable,
        }
        make = special.get(node.name)
        if make is not None:
            return fixed(make(node.look), hits=True)
        if node.name == FIRST_NOTE:
            return needing(self.facts.mask([node.name]), lambda: Made(self.first_note(node.look), hits=True))
        names = [node.name, short_form_of(node.name)] if node.form == "short" else [node.name]
        return needing(
            self.facts.mask(names),
            lambda: Made(self.variable(node), hits=True, certain=node.form != "short", bound=NOTING, shape=shape),
        )

    def variable(self, node: Text) -> Render:
        """``cs:text variable="..."``, in the short form where that is asked for and there is one."""
        name = node.name
        address = name in ("URL", "DOI")
        look = replace(node.look, strip_periods=False) if address and node.look.strip_periods else node.look
        translatable = name in _IN_LANGUAGE_OF_ITEM
        format_text = text_formatter(
            look, self.locale, self.default_language, Variable(name), translatable=translatable, literal=name in BASES
        )
        first = short_form_of(name) if node.form == "short" else name
        second = name
        if name.endswith("-short"):
            first, second = name, name
        if name in BASES:
            format_text = _linked(name, format_text)

        def variable(ctx: Context) -> Output | None:
            fields = ctx.fields
            text = fields.get(first)
            if text is None:
                text = fields.get(second)
                if text is None:
                    ctx.tried = True
                    return None
            ctx.hit = True
            ctx.text_rendered = True
            if address:
                strip, ctx.strip = ctx.strip, 0
                made = format_text(ctx, text)
                ctx.strip = strip
                return made
            return format_text(ctx, text)

        def short(ctx: Context) -> Output | None:
            if second in ctx.suppressed:
                ctx.tried = True
                return None
            return variable(ctx)

        return short if node.form == "short" else variable

    def value(self, node: Text) -> Render:
        """``cs:text value="..."``."""
        format_text = term_formatter(node.look, self.locale, self.default_language)
        text = node.name
        if not text:
            return lambda _ctx: None

        def value(ctx: Context) -> Output | None:
            ctx.termed = True
            return format_text(ctx, text)

        return value

    def term(self, node: Text) -> Render:
        """``cs:text term="..."``; nothing for a term that the locale leaves empty."""
        format_text = term_formatter(node.look, self.locale, self.default_language)
        text = self.locale.term(node.name, node.form, node.plural)
        if not text:
            return lambda _ctx: None
        language = self.locale.language
        capital = capitalize_first(text, language) if self.capitals else text
        strips = node.look.strip_periods

        def term(ctx: Context) -> Output | None:
            ctx.termed = True
            shown = text if ctx.started else capital
            if strips or ctx.strip:
                shown = shown.replace(".", "")
            return format_text(ctx, shown)

        return term

    # -- what the processor knows and the item does not say

    def numbered(
        self, look: Look, kind: str, successor: str, ranged: bool, write: Callable[[int], str]
    ) -> Callable[[int], Output]:
        """A writer of numbers as nodes, which collapse to ranges if ``ranged``."""
        delimiter = self.locale.term("citation-range-delimiter") or "\u2013" if ranged else ""
        around = frame_of(look)

        def numbered(value: int) -> Output:
            return Node(write(value), around, Rangeable(kind, value, successor, delimiter))

        return numbered

    def citation_number(self, look: Look) -> Render:
        """The variable ``citation-number``, padded with zeros where it is a key for sorting."""
        collapses = not self.in_bibliography and self.tree.citation.collapse == "citation-number"
        make = self.numbered(look, "citation-number", self.layout_delimiter, collapses, str)
        if self.sorting:
            return lambda ctx: f"{ctx.citation_number:09d}"

        def citation_number(ctx: Context) -> Output | None:
            ctx.hit = True
            if ctx.comparing or not ctx.citation_number:
                return None
            return make(ctx.citation_number)

        return citation_number

    def year_suffix(self, look: Look) -> Callable[[Context], Output | None]:
        """The letter that tells the works of one year apart."""
        citation = self.tree.citation
        successor = self.layout_delimiter
        if not self.in_bibliography:
            if citation.cite_group_delimiter is not None:
                successor = citation.cite_group_delimiter
            elif citation.year_suffix_delimiter is not None:
                successor = citation.year_suffix_delimiter
        ranged = not self.in_bibliography and citation.collapse == "year-suffix-ranged"
        make = self.numbered(look, "year-suffix", successor, ranged, year_suffix)

        def suffix(ctx: Context) -> Output | None:
            number = ctx.added.year_suffix
            return None if number is None or ctx.comparing else make(number)

        return suffix

    def year_suffix_variable(self, look: Look) -> Render:
        """The variable ``year-suffix``."""
        suffix = self.year_suffix(look)

        def variable(ctx: Context) -> Output | None:
            # It counts as not empty even where there is none, so that a group prints it with the term for "no date".
            ctx.hit = True
            return suffix(ctx)

        return variable

    def citation_label(self, look: Look) -> Render:
        """The variable ``citation-label``: the item's own, or one made of names and year, with the year suffix."""
        format_text = text_formatter(look, self.locale, self.default_language, Variable("citation-label"))

        def label(ctx: Context) -> Output | None:
            ctx.hit = True
            text = ctx.fields.get("citation-label") or citation_label(ctx.ref, self.locale)
            if ctx.added.year_suffix is not None and not ctx.comparing:
                text += year_suffix(ctx.added.year_suffix)
            return format_text(ctx, text)

        return label

    def first_note(self, look: Look) -> Render:
        """The variable ``first-reference-note-number``, empty outside of later cites."""
        format_text = text_formatter(look, self.locale, self.default_language, Variable("first-reference-note-number"))

        def first_note(ctx: Context) -> Output | None:
            if ctx.cite is None or not ctx.cite.first_note:
                ctx.tried = True
                return None
            ctx.hit = True
            return format_text(ctx, str(ctx.cite.first_note))

        return first_note
