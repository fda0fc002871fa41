"""The ``names`` element: what it inherits, its substitutes, and the list of names it prints."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from anora_bib.csl.compile.assembly import without_names
from anora_bib.csl.compile.elements.name import NameRenderer
from anora_bib.csl.compile.elements.names import NameList, NamesElement
from anora_bib.csl.compile.plans import ANY, EMPTY, NOTING, UNBOUND, Made, Plan, has_steady, mask_of, steady
from anora_bib.csl.compile.shared import Shared
from anora_bib.csl.styletree.nodes import Choose, Element, EtAl, Group, Name, NameOptions, Names, Text

_DEFAULT_NAME = Name()
_DEFAULT_ET_AL = EtAl()


class NamesCompiler:
    """Compiles the ``names`` elements of one area. ``substitute`` compiles a child of the element ``substitute``."""

    def __init__(
        self,
        shared: Shared,
        options: NameOptions,
        substitute: Callable[[Element], Plan],
        *,
        in_bibliography: bool,
        sorting: bool,
        key_options: NameOptions,
    ) -> None:
        self.shared = shared
        self.tree = shared.tree
        self.locale = shared.locale
        self.default_language = shared.default_language
        self.options = options
        self.in_bibliography = in_bibliography
        self.sorting = sorting
        self.key_options = key_options
        self._substitute = substitute
        self._lists: dict[tuple[Name, EtAl, NameOptions], NameList] = {}
        self._around: list[Names] = []
        """The ``names`` elements whose substitutes are being compiled, the innermost last."""

    def plan(self, node: Names) -> Plan:
        """``cs:names`` with its labels and ``cs:substitute``."""
        whole = self._inheriting(node)
        self._around.append(whole)
        substitute = [self._substitute(child) for child in node.substitute]
        self._around.pop()
        lists: list[NameList] = []
        absent = EMPTY if self._around or self.sorting else Made(without_names, tried=True)

        def make(having: int) -> Made:
            settled = has_steady(having, own)
            instead = [] if settled else _possible([plan.of(having) for plan in substitute])
            if not having & own and not instead:
                return absent
            if not lists:
                lists.append(self._name_list(whole.name or _DEFAULT_NAME, whole.et_al or _DEFAULT_ET_AL))
            renders = [made.render for made in instead if made.render is not None]
            element = NamesElement(whole, lists[0], self.locale, self.default_language, renders, sorting=self.sorting)
            return Made(
                element.render,
                hits=True,
                bound=UNBOUND if instead else NOTING,
                certain=lists[0].shows_some if settled else not having & own and instead[0].certain,
                shape=ANY if instead else element.shape,
            )

        own = self.shared.facts.mask(node.variables)
        return Plan(own | steady(own) | mask_of(substitute), make)

    def _inheriting(self, node: Names) -> Names:
        """The element with what it inherits from the ``names`` it is a substitute for, and from the area."""
        if not self._around:
            inherited = self.options.names_delimiter or ""
            return node if node.delimiter is not None else replace(node, delimiter=inherited)
        outer = self._around[-1]
        delimiter = outer.delimiter if node.delimiter is None else node.delimiter
        if node.bare:
            return replace(outer, variables=node.variables, delimiter=delimiter)
        name = node.name.like(outer.name) if node.name and outer.name else outer.name or node.name
        return replace(node, name=name, et_al=node.et_al or outer.et_al, delimiter=delimiter)

    def _name_list(self, name: Name, et_al: EtAl) -> NameList:
        options = name.options.under(self.options)
        if self.sorting:
            options = self.key_options.under(options)
        bibliography = self.tree.bibliography
        key = (name, et_al, options)
        found = self._lists.get(key)
        if found is None:
            renderer = NameRenderer(
                options,
                name,
                self.locale,
                self.tree.demote_particle,
                self.tree.initialize_with_hyphen,
                self.default_language,
                sorting=self.sorting,
            )
            found = self._lists[key] = NameList(
                name,
                et_al,
                options,
                renderer,
                self.locale,
                self.default_language,
                sorting=self.sorting,
                keep_apart=self.in_bibliography and bibliography is not None and bibliography.replaces_single_names,
                uses_counts=not self.sorting and (not self.in_bibliography or self.tree.citation.add_givenname),
            )
        return found

    def inherited_by(self, macro: str) -> tuple[int | str | None, ...]:
        """What names in a macro inherit from the ``names`` it is a substitute for, by identity: all is of the tree."""
        if not self._around or not self._has_names(macro):
            return ()
        outer = self._around[-1]
        parts = (outer.name, outer.et_al, outer.label, outer.look)
        return *map(id, parts), outer.label_first, outer.delimiter

    def _has_names(self, macro: str) -> bool:
        found = self.shared.with_names.get(macro)
        if found is None:
            found = self.shared.with_names[macro] = any(map(self._holds_names, self.tree.macros[macro]))
        return found

    def _holds_names(self, node: Element) -> bool:
        if isinstance(node, Names):
            return True
        if isinstance(node, Group):
            return any(map(self._holds_names, node.children))
        if isinstance(node, Choose):
            return any(self._holds_names(child) for branch in node.branches for child in branch.children)
        return isinstance(node, Text) and node.source == "macro" and self._has_names(node.name)


def _possible(substitutes: Sequence[Made]) -> list[Made]:
    """Those children of ``substitute`` that may be tried: none after the first that is certain to print something."""
    possible: list[Made] = []
    for made in substitutes:
        if made.render is not None:
            possible.append(made)
            if made.certain:
                break
    return possible
