"""A style from XML to its tree. Whatever is wrong with it is one error, with file and line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NoReturn

from anora_bib.csl.styletree.attributes import Attributes, local
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
from anora_bib.errors import InputError

if TYPE_CHECKING:
    from lxml.etree import _Element

_TESTS = ("disambiguate", "is-numeric", "is-uncertain-date", "locator", "position", "type", "variable", "jurisdiction",
          "country")  # fmt: skip


def read_style(root: _Element, path: str) -> StyleTree:
    """The tree of an independent style.

    Raises:
        InputError: an unknown element, a missing part, a macro that is missing or calls itself.
    """
    return _Reader(path).style(root)


class _Reader:
    """Reads one style; holds its path for the errors, and what has been seen on the way."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.calls: dict[str, list[tuple[str, int]]] = {}
        self.called: list[tuple[str, int]] = []
        self.disambiguate = self.year_suffix = self.position = False
        self.readers: dict[str, Callable[[_Element], Element]] = {
            "text": self.text,
            "number": self.number,
            "label": self.label,
            "date": self.date,
            "names": self.names,
            "group": self.group,
            "choose": self.choose,
        }

    def refuse(self, message: str, node: _Element | None, line: int = 0) -> NoReturn:
        found = node.sourceline if node is not None else line
        raise InputError(message, path=self.path or "style", line=found if isinstance(found, int) else None)

    def style(self, root: _Element) -> StyleTree:
        at = Attributes(root)
        macros: dict[str, tuple[Element, ...]] = {}
        layouts: list[tuple[str, int]] = []
        citation: Citation | None = None
        bibliography: Bibliography | None = None
        locales = []
        for node in root:
            match local(node):
                case "macro":
                    name = node.get("name") or self.refuse("<macro> without a name", node)
                    self.called = self.calls[name] = []
                    macros[name] = self.children(node)
                case "citation":
                    self.called = layouts
                    citation = self.citation(node, at)
                case "bibliography":
                    self.called = layouts
                    bibliography = self.bibliography(node)
                case "locale":
                    locales.append(locale_tree(node))
                case "info" | "intext" | "style-options":
                    pass
                case other:
                    self.refuse(f"has an element <{other}>, which CSL does not know in <style>", node)
        if citation is None:
            self.refuse("has no <citation>", root)
        self.check_calls(macros, layouts)
        return StyleTree(
            kind=at.text("class", "in-text"),
            default_locale=at.text("default-locale"),
            citation=citation,
            bibliography=bibliography,
            macros=macros,
            locales=tuple(locales),
            options=at.name_options(inherited=True),
            page_range_format=at.text("page-range-format"),
            demote_particle=at.text("demote-non-dropping-particle", "display-and-sort"),
            initialize_with_hyphen=at.flag("initialize-with-hyphen", True),
            uses_disambiguate=self.disambiguate,
            uses_year_suffix=self.year_suffix,
            uses_position=self.position,
            uses_display=any(node.get("display") for node in root.iter()),
        )

    def check_calls(self, macros: dict[str, tuple[Element, ...]], layouts: list[tuple[str, int]]) -> None:
        """Every macro that is called exists, and none calls itself, by itself or through others."""
        done: set[str] = set()

        def visit(calls: list[tuple[str, int]], inside: tuple[str, ...]) -> None:
            for name, line in calls:
                if name not in macros:
                    self.refuse(f"calls the macro {name!r}, which does not exist", None, line)
                if name in inside:
                    way = " → ".join((*inside[inside.index(name) :], name))
                    self.refuse(f"has a macro that calls itself: {way}", None, line)
                if name not in done:
                    visit(self.calls[name], (*inside, name))
                    done.add(name)

        visit(layouts, ())
        for name, calls in self.calls.items():
            visit(calls, (name,))

    # -- citation and bibliography

    def citation(self, node: _Element, style: Attributes) -> Citation:
        at = Attributes(node)

        def either(name: str) -> bool:
            return at.flag(name, style.flag(name, False))

        rule = at.text("givenname-disambiguation-rule", style.text("givenname-disambiguation-rule", "by-cite"))
        return Citation(
            layout=self.layout(node),
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
        )

    def bibliography(self, node: _Element) -> Bibliography:
        at = Attributes(node)
        return Bibliography(
            layout=self.layout(node),
            sort=self.sort(node),
            options=at.name_options(inherited=True),
            hanging_indent=at.flag("hanging-indent", False),
            second_field_align=at.text("second-field-align"),
            line_spacing=at.number("line-spacing", 1),
            entry_spacing=at.number("entry-spacing", 1),
            substitute=at.maybe("subsequent-author-substitute"),
            substitute_rule=at.text("subsequent-author-substitute-rule", "complete-all"),
        )

    def layout(self, node: _Element) -> Layout:
        found = [child for child in node if local(child) == "layout"]
        if not found:
            self.refuse(f"has no <layout> in <{local(node)}>", node)
        for child in node:
            if local(child) not in ("layout", "sort"):
                self.refuse(f"has an element <{local(child)}>, which CSL does not know in <{local(node)}>", child)
        # A layout with a locale of its own is for items in that language (CSL-M); the last one is for the rest.
        at = Attributes(found[-1])
        return Layout(self.children(found[-1]), at.look(), at.text("delimiter"))

    def sort(self, node: _Element) -> tuple[Key, ...]:
        return tuple(self.key(key) for sort in node if local(sort) == "sort" for key in sort)

    def key(self, node: _Element) -> Key:
        if local(node) != "key":
            self.refuse(f"has an element <{local(node)}>, which CSL does not know in <sort>", node)
        at = Attributes(node)
        macro, line = at.text("macro"), node.sourceline
        if macro:
            self.called.append((macro, line if isinstance(line, int) else 0))
        elif not at.text("variable"):
            self.refuse("has a <key> with neither a macro nor a variable", node)
        return Key(macro, at.text("variable"), at.text("sort") == "descending", at.key_options())

    # -- rendering elements

    def children(self, node: _Element) -> tuple[Element, ...]:
        return tuple(self.element(child, node) for child in node)

    def element(self, node: _Element, parent: _Element) -> Element:
        reader = self.readers.get(local(node))
        if reader is None:
            self.refuse(f"has an element <{local(node)}>, which CSL does not know in <{local(parent)}>", node)
        return reader(node)

    def text(self, node: _Element) -> Text:
        at = Attributes(node)
        for source in ("variable", "macro", "term", "value"):
            name = at.maybe(source)
            if name is not None:
                break
        else:
            self.refuse("has a <text> with no variable, macro, term or value", node)
        line = node.sourceline
        if source == "macro":
            self.called.append((name, line if isinstance(line, int) else 0))
        elif source == "variable" and name in ("year-suffix", "citation-label"):
            self.year_suffix = True
        elif source == "variable" and name == "first-reference-note-number":
            self.position = True
        return Text(source, name, at.look(), at.text("form", "long"), at.flag("plural", False))

    def number(self, node: _Element) -> Number:
        at = Attributes(node)
        return Number(self.required(node, "variable"), at.look(), at.text("form", "numeric"))

    def label(self, node: _Element) -> Label:
        return self.name_label(node, self.required(node, "variable"))

    def name_label(self, node: _Element, variable: str = "") -> Label:
        at = Attributes(node)
        return Label(variable, at.look(), at.text("form", "long"), at.text("plural", "contextual"))

    def date(self, node: _Element) -> Date:
        at = Attributes(node)
        parts = tuple(self.date_part(part, node) for part in node)
        return Date(
            self.required(node, "variable"),
            at.look(),
            at.text("form"),
            at.text("date-parts", "year-month-day"),
            parts,
            at.text("delimiter"),
        )

    def date_part(self, node: _Element, parent: _Element) -> DatePart:
        if local(node) != "date-part":
            self.refuse(f"has an element <{local(node)}>, which CSL does not know in <{local(parent)}>", node)
        return Attributes(node).date_part()

    def names(self, node: _Element) -> Names:
        return read_names(node, self.element, self.name_label, self.refuse)

    def group(self, node: _Element) -> Group:
        at = Attributes(node)
        return Group(self.children(node), at.look(), at.text("delimiter"))

    def choose(self, node: _Element) -> Choose:
        return Choose(tuple(self.branch(child) for child in node))

    def branch(self, node: _Element) -> Branch:
        kind = local(node)
        if kind not in ("if", "else-if", "else"):
            self.refuse(f"has an element <{kind}>, which CSL does not know in <choose>", node)
        conditions = tuple(self.conditions(node)) if kind != "else" else ()
        children = [child for child in node if local(child) != "conditions"]
        nested = next((child for child in node if local(child) == "conditions"), None)
        match = "all"
        if nested is not None:
            match = nested.get("match", "all")
            conditions = tuple(found for child in nested for found in self.conditions(child))
        return Branch(conditions, tuple(self.element(child, node) for child in children), match)

    def conditions(self, node: _Element) -> Iterator[Condition]:
        tests = tuple(
            Test(kind, tuple(node.get(kind, "").replace("sub verbo", "sub-verbo").split()))
            for kind in _TESTS
            if node.get(kind) is not None
        )
        self.disambiguate |= any(test.kind == "disambiguate" for test in tests)
        self.position |= any(test.kind == "position" for test in tests)
        if tests:
            yield Condition(node.get("match", "all"), tests)

    def required(self, node: _Element, attribute: str) -> str:
        return node.get(attribute) or self.refuse(f"has a <{local(node)}> without the attribute {attribute!r}", node)
