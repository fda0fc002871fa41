"""Questions about the elements of a style."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from anora_bib.csl.styletree.nodes import (
    Bibliography,
    Choose,
    Citation,
    Condition,
    Date,
    Element,
    Group,
    Layout,
    Names,
    Number,
    StyleTree,
    Text,
)

_OF_VARIABLES: Final = ("variable", "is-numeric", "is-uncertain-date")
"""The tests whose words are variables."""


def short_form_of(variable: str) -> str:
    """The variable that ``form="short"`` asks for first."""
    return f"{variable}-short"


def variable_of(node: Text | Number | Date) -> str:
    """The variable that an element prints; "" for a term, a value and a macro."""
    if isinstance(node, Text):
        return node.name if node.source == "variable" else ""
    return node.variable


def has_date(nodes: tuple[Element, ...]) -> bool:
    """Whether a date stands among elements or inside them, macros that they call apart."""
    for node in nodes:
        if isinstance(node, Date):
            return True
        if isinstance(node, Group) and has_date(node.children):
            return True
        if isinstance(node, Choose) and any(has_date(branch.children) for branch in node.branches):
            return True
    return False


def layouts_of(area: Citation | Bibliography) -> tuple[Layout, ...]:
    """The layouts of an area, those for items in some languages first."""
    return (*area.localized, area.layout)


def layout_in(area: Citation | Bibliography, language: str) -> tuple[Layout, str]:
    """The layout of an area for an item in a language, and the locale it has there; "" for that of the style.

    A layout for a language is for all its dialects, but one for the dialect comes first.
    """
    tag = language.casefold()
    if tag:
        for wanted in (tag, tag.partition("-")[0]):
            for layout in area.localized:
                for locale in layout.locales:
                    if locale.casefold() == wanted:
                        return layout, locale
    return area.layout, ""


def mentioned(tree: StyleTree) -> Iterator[str]:
    """Every variable that a style speaks of ("title"), and every type ("type:book")."""
    for area in (tree.citation, tree.bibliography, tree.intext):
        if area is not None:
            yield from (key.variable for key in area.sort if key.variable)
            for layout in layouts_of(area):
                yield from _mentioned(layout.children)
    for elements in tree.macros.values():
        yield from _mentioned(elements)


def substituted(tree: StyleTree) -> set[str]:
    """Every variable that a ``substitute`` may print, and so take away from what follows."""
    found: set[str] = set()
    called: set[str] = set()
    areas = [area for area in (tree.citation, tree.bibliography, tree.intext) if area is not None]
    printed = [layout.children for area in areas for layout in layouts_of(area)]
    waiting = [node for nodes in (*printed, *tree.macros.values()) for node in _substitutes(nodes)]
    while waiting:
        node = waiting.pop()
        found.update(_mentioned((node,)))
        for macro in _called((node,)):
            if macro not in called:
                called.add(macro)
                waiting += tree.macros[macro]
    return found


def _inside(nodes: Iterable[Element]) -> Iterator[Element]:
    """Elements and all that stand inside them, macros that they call apart."""
    for node in nodes:
        yield node
        if isinstance(node, Group):
            yield from _inside(node.children)
        elif isinstance(node, Choose):
            for branch in node.branches:
                yield from _inside(branch.children)
        elif isinstance(node, Names):
            yield from _inside(node.substitute)


def _substitutes(nodes: Iterable[Element]) -> Iterator[Element]:
    for node in _inside(nodes):
        if isinstance(node, Names):
            yield from node.substitute


def _called(nodes: Iterable[Element]) -> Iterator[str]:
    for node in _inside(nodes):
        if isinstance(node, Text) and node.source == "macro":
            yield node.name


def _mentioned(nodes: Iterable[Element]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Group):
            yield from _mentioned(node.children)
        elif isinstance(node, Choose):
            for branch in node.branches:
                yield from _tested(branch.conditions)
                yield from _mentioned(branch.children)
        elif isinstance(node, Names):
            yield from node.variables
            yield from _mentioned(node.substitute)
        elif not isinstance(node, Text):
            yield node.variable
        elif node.source == "variable":
            yield from (node.name, short_form_of(node.name)) if node.form == "short" else (node.name,)


def _tested(conditions: Iterable[Condition]) -> Iterator[str]:
    for condition in conditions:
        for test in condition.tests:
            if test.kind == "type":
                yield from (f"type:{value}" for value in test.values)
            elif test.kind in _OF_VARIABLES:
                yield from test.values


def longest_run(tree: StyleTree) -> int:
    """The most elements that an area prints for one item: those of a macro at each call, and one branch of a choice."""
    macros: dict[str, int] = {}

    def macro(name: str) -> int:
        if name not in macros:
            macros[name] = _run(tree.macros[name], macro)
        return macros[name]

    areas = [area for area in (tree.citation, tree.bibliography, tree.intext) if area is not None]
    return max(
        _run(layout.children, macro) + sum(macro(key.macro) if key.macro else 1 for key in area.sort)
        for area in areas
        for layout in layouts_of(area)
    )


def _run(nodes: Iterable[Element], macro: Callable[[str], int]) -> int:
    total = 0
    for node in nodes:
        total += 1
        if isinstance(node, Group):
            total += _run(node.children, macro)
        elif isinstance(node, Choose):
            total += max((_run(branch.children, macro) for branch in node.branches), default=0)
        elif isinstance(node, Names):
            total += _run(node.substitute, macro)
        elif isinstance(node, Text) and node.source == "macro":
            total += macro(node.name)
    return total
