"""The compiler of rendering elements: one callable for each, by what the style and the locale say."""

from __future__ import annotations

from collections.abc import Callable

from anora_bib.csl.compile.assembly import (
    NO_PLAN,
    Splice,
    as_substitute,
    counted_as_text,
    displayed_as,
    first_of,
    grouped,
    in_sequence,
    marked_date,
    nothing,
    one_branch,
    only_tried,
    suppressed_afterwards,
    under_call,
)
from anora_bib.csl.compile.context import Condition, Context, Render
from anora_bib.csl.compile.elements.conditions import Check, branch_check
from anora_bib.csl.compile.elements.dates import date_element, date_key
from anora_bib.csl.compile.elements.names_compiler import NamesCompiler
from anora_bib.csl.compile.elements.numbers import NUMBERS, number_beside
from anora_bib.csl.compile.elements.texts import Texts
from anora_bib.csl.compile.formatting import frame_of, shape_of
from anora_bib.csl.compile.plans import NOTHING, NOTING, Made, Plan, fixed, in_row, mask_of, needing
from anora_bib.csl.compile.shared import Shared
from anora_bib.csl.output.nodes import Output
from anora_bib.csl.styletree.dates import localized
from anora_bib.csl.styletree.nodes import (
    NO_OPTIONS,
    PLAIN,
    Branch,
    Choose,
    Date,
    Element,
    Group,
    Label,
    Look,
    NameOptions,
    Names,
    Number,
    Text,
)
from anora_bib.csl.styletree.queries import has_date, variable_of


class Compiler:
    """Compiles the elements of one style in one locale for one area: citations or bibliography, output or sorting."""

    def __init__(
        self,
        shared: Shared,
        *,
        in_bibliography: bool,
        area_options: NameOptions,
        sorting: bool = False,
        key_options: NameOptions = NO_OPTIONS,
    ) -> None:
        self.shared = shared
        self.tree = tree = shared.tree
        self.locale = shared.locale
        self.in_bibliography = in_bibliography
        self.sorting = sorting
        self.default_language = shared.default_language
        self.numbers = shared.numbers
        self.names = NamesCompiler(
            shared,
            area_options.under(tree.options),
            self._substitute,
            in_bibliography=in_bibliography,
            sorting=sorting,
            key_options=key_options,
        )
        self.facts = shared.facts
        self.texts = Texts(
            tree, self.facts, self.locale, self.default_language, in_bibliography=in_bibliography, sorting=sorting
        )
        self._macros: dict[tuple[str, bool, bool, tuple[int | str | None, ...]], Plan] = {}
        self._depth = 0
        self._dates_only = False
        self._substituting = False

    # -- sequences

    def plans(self, nodes: tuple[Element, ...], beside: str = "") -> list[Plan]:
        """``beside`` is the number variable that stands next to them all."""
        return [self.plan(node, number_beside(nodes, at) or beside) for at, node in enumerate(nodes)]

    def plan(self, node: Element, beside: str = "") -> Plan:
        """Any rendering element compiled.

        ``beside`` is the variable of the element before a label, for a label without one of its own.
        """
        if isinstance(node, Choose):
            return self.choose(node, beside=beside)
        if isinstance(node, Label):
            return self.label(node, beside)
        # Only what stands at the top of a layout is displayed as a block of its own.
        display = node.look.display if self._depth == 0 and self.in_bibliography else ""
        self._depth += 1
        plan = self._plain(node)
        self._depth -= 1
        if display:
            plan = displayed_as(plan, display)
        if self._substituting and not self.sorting and isinstance(node, Text | Number | Date):
            return suppressed_afterwards(plan, variable_of(node))
        return plan

    def _plain(self, node: Text | Number | Date | Names | Group) -> Plan:
        if isinstance(node, Text):
            return self.text(node)
        if isinstance(node, Group):
            return self.suppressible(self.plans(node.children), node.look, node.delimiter)
        if isinstance(node, Names):
            return self.names.plan(node)
        if isinstance(node, Date):
            return self.date(node)
        return self.number(node)

    def layout(self, nodes: tuple[Element, ...]) -> Callable[[Context], list[Output]]:
        """The output of the elements of a layout, those left out that have none."""
        plans = self.plans(nodes)
        mask = mask_of(plans)
        known: dict[int, list[Render | None]] = {}

        def layout(ctx: Context) -> list[Output]:
            key = ctx.facts & mask
            renders = known.get(key)
            if renders is None:
                renders = known[key] = [plan.of(key).render for plan in plans]
            parts: list[Output] = []
            for render in renders:
                made = None if render is None else render(ctx)
                if made is not None:
                    if made.__class__ is Splice:
                        parts += made.children
                    else:
                        parts.append(made)
            return parts

        return layout

    def suppressible(self, plans: list[Plan], look: Look, delimiter: str = "") -> Plan:
        """Elements that print nothing if they call variables and all of these are empty: a group, a macro."""
        frame = frame_of(look, delimiter)
        return Plan(mask_of(plans), lambda having: grouped(in_row(plans, having), frame))

    def choose(self, node: Choose, *, alternatives: bool = False, beside: str = "") -> Plan:
        """``alternatives`` are the elements of a branch inside ``substitute``: the first that prints is taken."""
        branches: list[tuple[Check | None, list[Plan]]] = []
        mask = 0
        for branch in node.branches:
            check = self._check(branch) if branch.conditions else None
            inside = branch.children
            next_to = beside if len(inside) == 1 else ""
            plans = list(map(self._alternative, inside)) if alternatives else self.plans(inside, next_to)
            mask |= mask_of(plans) | (check.mask if check is not None else 0)
            branches.append((check, plans))

        def make(having: int) -> Made:
            possible: list[tuple[Condition | None, list[Render]]] = []
            kept: list[Made] = []
            for check, plans in branches:
                test = check.of(having) if check is not None else True
                if test is False:
                    continue
                row = in_row(plans, having)
                made = first_of(row) if alternatives else in_sequence(row)
                if test is True and not possible:
                    return made
                kept.append(made)
                renders = [one.render for one in made.parts or [made] if one.render is not None]
                if made.tried:
                    renders.append(only_tried)
                possible.append((None if test is True else test, renders))
                if test is True:
                    break
            return one_branch(possible, kept) if possible else NOTHING

        return Plan(mask, make)

    def _alternative(self, node: Element) -> Plan:
        return self.choose(node, alternatives=True) if isinstance(node, Choose) else self.plan(node)

    def _check(self, branch: Branch) -> Check:
        """Made once for each branch: a macro is compiled anew for each place whose names have other attributes."""
        key = id(branch), self.in_bibliography
        check = self.shared.checks.get(key)
        if check is None:
            check = self.shared.checks[key] = branch_check(branch, self.facts, self.numbers, self.in_bibliography)
        return check

    # -- leaves

    def text(self, node: Text) -> Plan:
        """``cs:text``: a macro, a variable, a term or a value."""
        if node.source == "macro":
            return self.macro(node)
        if self._dates_only:
            return NO_PLAN
        if node.source == "variable" and node.name in NUMBERS:
            plan = self.number(Number(node.name, node.look))
            return plan if node.name == "locator" or self.in_bibliography else counted_as_text(plan)
        return self.texts.plan(node)

    def number(self, node: Number) -> Plan:
        """``cs:number``."""
        if self._dates_only:
            return NO_PLAN
        if node.variable == "citation-number":
            return self.texts.plan(Text("variable", node.variable, node.look))
        shape = shape_of(frame_of(node.look))

        def make() -> Made:
            render = self.numbers.element(node.variable, node.look, node.form)
            return Made(render, hits=True, certain=True, bound=NOTING, shape=shape)

        return needing(self.facts.mask([node.variable]), make)

    def label(self, node: Label, beside: str = "") -> Plan:
        """``cs:label``, empty where its variable and ``beside`` are both empty."""
        if self._dates_only:
            return NO_PLAN
        shape = shape_of(frame_of(node.look))
        if node.variable in ("citation-number", "first-reference-note-number"):
            return fixed(self.numbers.label(node, beside), hits=False, shape=shape)
        either = (node.variable, beside) if beside else (node.variable,)
        return needing(
            self.facts.mask(either), lambda: Made(self.numbers.label(node, beside), shape=shape), without=NOTHING
        )

    def macro(self, node: Text) -> Plan:
        """A call of a macro. A macro is compiled once for all calls in the same circumstances."""
        key = (node.name, self._dates_only, self._substituting, self.names.inherited_by(node.name))
        inner = self._macros.get(key)
        if inner is None:
            inner = self._macros[key] = self._compiled_macro(node.name)
        look = node.look
        if look is PLAIN:
            return inner
        frame = frame_of(look)
        strips = look.strip_periods
        return Plan(inner.mask, lambda having: under_call(inner.of(having), frame, strips=strips))

    def _compiled_macro(self, name: str) -> Plan:
        nodes = self.tree.macros[name]
        before = self._dates_only
        if self.sorting and has_date(nodes):
            self._dates_only = True
        plan = self.suppressible(self.plans(nodes), PLAIN)
        self._dates_only = before
        return plan

    def date(self, node: Date) -> Plan:
        """``cs:date``."""
        return needing(self.facts.mask([node.variable]), lambda: self._date(node))

    def _date(self, node: Date) -> Made:
        node = localized(node, self.locale.dates.get(node.form))
        looks = {part.name: part.look for part in node.parts}
        if self.sorting:
            return Made(date_key(node.variable, 3 if "day" in looks else 2 if "month" in looks else 1), hits=True)
        # The letter is set as the year is, its affixes included, as citeproc-js does: "(2019)(a)".
        suffix = None if self.tree.uses_year_suffix else self.texts.year_suffix(looks.get("year", PLAIN))
        render = date_element(node, self.locale, self.default_language, suffix)
        if not self.in_bibliography:
            render = marked_date(render)
        return Made(
            render,
            hits=True,
            bound=NOTING,
            certain="year" in looks and node.variable != "accessed",
            shape=shape_of(frame_of(node.look)),
        )

    def _substitute(self, node: Element) -> Plan:
        """A child of ``substitute``: the variables it prints are suppressed in the rest of the output."""
        before, self._substituting = self._substituting, True
        plan = self._alternative(node)
        self._substituting = before
        # A term or a value ends the search, be it empty.
        ends = isinstance(node, Text) and node.source in ("term", "value")

        def make(having: int) -> Made:
            made = plan.of(having)
            if made.render is None and not ends:
                return made
            return Made(as_substitute(made.render or nothing, ends=ends), hits=made.hits, certain=made.certain)

        return Plan(plan.mask, make)
