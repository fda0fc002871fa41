"""A style from XML to its tree. Whatever is wrong with it is one error, with file and line."""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn

from anora_bib.csl.styletree.attributes import Attributes
from anora_bib.csl.styletree.elements import DEEPEST, XMLElement
from anora_bib.csl.styletree.locales import locale_tree
from anora_bib.csl.styletree.names import read_names
from anora_bib.csl.styletree.nodes import (
    Bibliography,
    Branch,
    Choose,
    Citation,
    Condition,
    Date,
    DatePart,
    Element,
    Group,
    Key,
    Label,
    Layout,
    Names,
    Number,
    StyleTree,
    Test,
    Text,
)
from anora_bib.csl.styletree.queries import longest_run
from anora_bib.csl.styletree.vocabulary import fault
from anora_bib.errors import InputError

_TESTS = ("disambiguate", "is-numeric", "is-uncertain-date", "locator", "position", "type", "variable", "jurisdiction",
          "country")  # fmt: skip


MOST_ELEMENTS = 20_000
"""A style may print so many elements for one item. The longest of the CSL repository comes to 1,600; a few lines of
macros that call macros can come to billions."""


def read_style(root: XMLElement, path: str) -> StyleTree:
    """The tree of an independent style.

    Raises:
        InputError: an unknown element or value of an attribute, a missing part, a macro that is missing or calls
            itself, or macros that call each other too often.
    """
    return _Reader(path).style(root)


class _Calls:
    """The macros that a macro or the layouts call, each with its line and depth; how deep the elements go."""

    __slots__ = ("deepest", "found")

    def __init__(self) -> None:
        self.found: list[tuple[str, int, int]] = []
        self.deepest = 0


class _Reader:
    """Reads one style; holds its path for the errors, and what has been seen on the way."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.calls: dict[str, _Calls] = {}
        self.called = _Calls()
        self.depth = 0
        self.disambiguate = self.year_suffix = self.display = False
        self.readers: dict[str, Callable[[XMLElement], Element]] = {
            "text": self.text,
            "number": self.number,
            "label": self.label,
            "date": self.date,
            "names": self.names,
            "group": self.group,
            "choose": self.choose,
        }

    def refuse(self, message: str, node: XMLElement | None, line: int = 0) -> NoReturn:
        raise InputError(message, path=self.path or "style", line=node.line if node is not None else line)

    def style(self, root: XMLElement) -> StyleTree:
        self.check_attributes(root)
        at = Attributes(root.attributes)
        macros: dict[str, tuple[Element, ...]] = {}
        layouts = _Calls()
        citation: Citation | None = None
        bibliography: Bibliography | None = None
        intext: Citation | None = None
        locales = []
        for node in root:
            match node.name:
                case "macro":
                    name = node.get("name") or self.refuse("<macro> without a name", node)
                    self.called = self.calls[name] = _Calls()
                    macros[name] = self.children(node)
                case "citation":
                    self.called = layouts
                    citation = self.citation(node, at)
                case "bibliography":
                    self.called = layouts
                    bibliography = self.bibliography(node)
                case "locale":
                    locales.append(locale_tree(node))
                case "intext":
                    self.called = layouts
                    intext = self.citation(node, at)
                case "info" | "style-options":
                    pass
                case other:
                    self.refuse(f"has an element <{other}>, which CSL does not know in <style>", node)
        if citation is None:
            self.refuse("has no <citation>", root)
        self.check_calls(layouts)
        tree = StyleTree(
            kind=at.text("class", "in-text"),
            default_locale=at.text("default-locale"),
            citation=citation,
            bibliography=bibliography,
            intext=intext,
            macros=macros,
            locales=tuple(locales),
            options=at.name_options(inherited=True),
            page_range_format=at.text("page-range-format"),
            demote_particle=at.text("demote-non-dropping-particle", "display-and-sort"),
            initialize_with_hyphen=at.flag("initialize-with-hyphen", True),
            uses_disambiguate=self.disambiguate,
            uses_year_suffix=self.year_suffix,
            uses_display=self.display,
        )
        if longest_run(tree) > MOST_ELEMENTS:
            self.refuse(f"prints more than {MOST_ELEMENTS} elements for one item, those of its macros counted", root)
        return tree

    def check_attributes(self, node: XMLElement) -> None:
        if message := fault(node.name, node.attributes):
            self.refuse(message, node)
        for child in node.children:
            if child.name != "info":
                self.check_attributes(child)

    def check_calls(self, layouts: _Calls) -> None:
        """Every macro that is called exists, none calls itself, and together they do not nest without end."""
        depths: dict[str, int] = {}

        def visit(calls: _Calls, inside: tuple[str, ...]) -> int:
            """How deep it goes with all that it calls."""
            deepest = calls.deepest
            for name, line, depth in calls.found:
                if name not in self.calls:
                    self.refuse(f"calls the macro {name!r}, which does not exist", None, line)
                if name in inside:
                    way = " → ".join((*inside[inside.index(name) :], name))
                    self.refuse(f"has a macro that calls itself: {way}", None, line)
                if name not in depths and len(inside) < DEEPEST:
                    depths[name] = visit(self.calls[name], (*inside, name))
                deepest = max(deepest, depth + depths.get(name, DEEPEST))
                if deepest > DEEPEST:
                    self.refuse(f"has elements nested more than {DEEPEST} deep, counting its macros", None, line)
            return deepest

        visit(layouts, ())
        for name, calls in self.calls.items():
            visit(calls, (name,))

    # -- citation and bibliography

    def citation(self, node: XMLElement, style: Attributes) -> Citation:
        at = Attributes(node.attributes)

        def either(name: str) -> bool:
            return at.flag(name, style.flag(name, False))

        rule = at.text("givenname-disambiguation-rule", style.text("givenname-disambiguation-rule", "by-cite"))
        layout, localized = self.layouts(node)
        return Citation(
            layout=layout,
            sort=self.sort(node),
            options=at.name_options(inherited=True),
            add_names=either("disambiguate-add-names"),
            add_givenname=either("disambiguate-add-givenname"),
            givenname_rule=rule,
            add_year_suffix=either("disambiguate-add-year-suffix"),
            collapse=at.text("collapse"),
            # An empty one asks for nothing, as in citeproc-js: years would run into each other.
            cite_group_delimiter=at.maybe("cite-group-delimiter") or None,
            year_suffix_delimiter=at.maybe("year-suffix-delimiter"),
            after_collapse_delimiter=at.maybe("after-collapse-delimiter"),
            near_note_distance=at.number("near-note-distance", style.number("near-note-distance", 5)),
            localized=localized,
        )

    def bibliography(self, node: XMLElement) -> Bibliography:
        at = Attributes(node.attributes)
        layout, localized = self.layouts(node)
        return Bibliography(
            layout=layout,
            sort=self.sort(node),
            options=at.name_options(inherited=True),
            hanging_indent=at.flag("hanging-indent", False),
            second_field_align=at.text("second-field-align"),
            line_spacing=at.number("line-spacing", 1),
            entry_spacing=at.number("entry-spacing", 1),
            substitute=at.maybe("subsequent-author-substitute"),
            substitute_rule=at.text("subsequent-author-substitute-rule", "complete-all"),
            localized=localized,
        )

    def layouts(self, node: XMLElement) -> tuple[Layout, tuple[Layout, ...]]:
        """The layout of an area, and those before it that are for items in some languages (CSL-M)."""
        found = [child for child in node if child.name == "layout"]
        if not found:
            self.refuse(f"has no <layout> in <{node.name}>", node)
        for child in node:
            if child.name not in ("layout", "sort"):
                self.refuse(f"has an element <{child.name}>, which CSL does not know in <{node.name}>", child)
        *localized, layout = map(self.layout, found)
        return layout, tuple([one for one in localized if one.locales])

    def layout(self, node: XMLElement) -> Layout:
        at = Attributes(node.attributes)
        return Layout(self.children(node), at.look(), at.text("delimiter"), tuple(at.text("locale").split()))

    def sort(self, node: XMLElement) -> tuple[Key, ...]:
        return tuple(self.key(key) for sort in node if sort.name == "sort" for key in sort)

    def key(self, node: XMLElement) -> Key:
        if node.name != "key":
            self.refuse(f"has an element <{node.name}>, which CSL does not know in <sort>", node)
        at = Attributes(node.attributes)
        macro = at.text("macro")
        if macro:
            self.called.found.append((macro, node.line, 1))
        elif not at.text("variable"):
            self.refuse("has a <key> with neither a macro nor a variable", node)
        return Key(macro, at.text("variable"), at.text("sort") == "descending", at.key_options())

    # -- rendering elements

    def children(self, node: XMLElement) -> tuple[Element, ...]:
        return tuple([self.element(child, node) for child in node.children])

    def element(self, node: XMLElement, parent: XMLElement) -> Element:
        reader = self.readers.get(node.name)
        if reader is None:
            self.refuse(f"has an element <{node.name}>, which CSL does not know in <{parent.name}>", node)
        if node.attributes.get("display"):
            self.display = True
        self.depth += 1
        if self.depth > self.called.deepest:
            self.called.deepest = self.depth
        made = reader(node)
        self.depth -= 1
        return made

    def text(self, node: XMLElement) -> Text:
        at = Attributes(node.attributes)
        for source in ("variable", "macro", "term", "value"):
            name = at.maybe(source)
            if name is not None:
                break
        else:
            self.refuse("has a <text> with no variable, macro, term or value", node)
        if source == "macro":
            self.called.found.append((name, node.line, self.depth))
        elif source == "variable" and name in ("year-suffix", "citation-label"):
            self.year_suffix = True
        return Text(source, name, at.look(), at.text("form", "long"), at.flag("plural", False))

    def number(self, node: XMLElement) -> Number:
        at = Attributes(node.attributes)
        return Number(self.required(node, "variable"), at.look(), at.text("form", "numeric"))

    def label(self, node: XMLElement) -> Label:
        return self.name_label(node, self.required(node, "variable"))

    def name_label(self, node: XMLElement, variable: str = "") -> Label:
        at = Attributes(node.attributes)
        return Label(variable, at.look(), at.text("form", "long"), at.text("plural", "contextual"))

    def date(self, node: XMLElement) -> Date:
        at = Attributes(node.attributes)
        parts = tuple(self.date_part(part, node) for part in node)
        return Date(
            self.required(node, "variable"),
            at.look(),
            at.text("form"),
            at.text("date-parts", "year-month-day"),
            parts,
            at.text("delimiter"),
        )

    def date_part(self, node: XMLElement, parent: XMLElement) -> DatePart:
        if node.name != "date-part":
            self.refuse(f"has an element <{node.name}>, which CSL does not know in <{parent.name}>", node)
        return Attributes(node.attributes).date_part()

    def names(self, node: XMLElement) -> Names:
        return read_names(node, self.element, self.name_label, self.refuse)

    def group(self, node: XMLElement) -> Group:
        at = Attributes(node.attributes)
        return Group(self.children(node), at.look(), at.text("delimiter"))

    def choose(self, node: XMLElement) -> Choose:
        return Choose(tuple([self.branch(child) for child in node.children]))

    def branch(self, node: XMLElement) -> Branch:
        kind = node.name
        if kind not in ("if", "else-if", "else"):
            self.refuse(f"has an element <{kind}>, which CSL does not know in <choose>", node)
        conditions = self.conditions(node) if kind != "else" else ()
        match = "all"
        nested = node.find("conditions")
        children = node.children
        if nested is not None:
            match = nested.get("match", "all")
            conditions = tuple([found for child in nested for found in self.conditions(child)])
            children = [child for child in node if child.name != "conditions"]
        return Branch(conditions, tuple([self.element(child, node) for child in children]), match)

    def conditions(self, node: XMLElement) -> tuple[Condition, ...]:
        """The attributes that test something as one condition; none if there is no such attribute."""
        said = node.attributes
        kinds = [kind for kind in _TESTS if kind in said]
        if not kinds:
            return ()
        self.disambiguate |= "disambiguate" in said
        tests = tuple([Test(kind, tuple(said[kind].replace("sub verbo", "sub-verbo").split())) for kind in kinds])
        return (Condition(said.get("match", "all"), tests),)

    def required(self, node: XMLElement, attribute: str) -> str:
        return node.get(attribute) or self.refuse(f"has a <{node.name}> without the attribute {attribute!r}", node)
