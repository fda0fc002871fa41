"""The compiler: one callable for each element, by what the style and the locale say."""

from __future__ import annotations

from collections.abc import Callable

from anora_bib.csl.compile.conditions import branch_condition
from anora_bib.csl.compile.context import Condition, Context, Render
from anora_bib.csl.compile.dates import date_element, date_key, merge_parts
from anora_bib.csl.compile.dressing import wrapper
from anora_bib.csl.compile.names import NameList, names_element
from anora_bib.csl.compile.numbers import NUMBERS, Numbers
from anora_bib.csl.compile.person import Persons
from anora_bib.csl.compile.texts import Texts
from anora_bib.csl.locale import Locale
from anora_bib.csl.output.nodes import Node, Output, Tag
from anora_bib.csl.styletree.nodes import (
    NO_OPTIONS,
    PLAIN,
    Choose,
    Date,
    Element,
    EtAl,
    Group,
    Label,
    Look,
    Name,
    NameOptions,
    Names,
    Number,
    StyleTree,
    Text,
)

_DEFAULT_NAME = Name()
_DEFAULT_ET_AL = EtAl()


class Compiler:
    """Compiles the elements of one style in one locale for one area: citations or bibliography, output or sorting."""

    def __init__(
        self,
        tree: StyleTree,
        locale: Locale,
        *,
        in_bibliography: bool,
        sorting: bool = False,
        key_options: NameOptions = NO_OPTIONS,
    ) -> None:
        self.tree = tree
        self.locale = locale
        self.in_bibliography = in_bibliography
        self.sorting = sorting
        self.key_options = key_options
        self.default_language = tree.default_locale or "en-US"
        self.numbers = Numbers(locale, self.default_language, tree.page_range_format)
        area = tree.bibliography if in_bibliography else tree.citation
        self.options = (area.options if area is not None else NO_OPTIONS).under(tree.options)
        self.texts = Texts(tree, locale, self.default_language, in_bibliography=in_bibliography, sorting=sorting)
        self._macros: dict[tuple[str, bool, bool], Render] = {}
        self._dates_only = False
        self._substituting = False
        self._looks: list[Look] = []
        self._around: list[tuple[Name | None, EtAl | None, Label | None, bool]] = []

    # -- sequences

    def elements(self, nodes: tuple[Element, ...]) -> list[Render]:
        return [self.element(node) for node in nodes]

    def element(self, node: Element) -> Render:
        if self._substituting and not self.sorting and isinstance(node, Text | Number | Date) and _variable(node):
            return _once(self.plain_element(node), _variable(node))
        return self.plain_element(node)

    def plain_element(self, node: Element) -> Render:
        if isinstance(node, Text):
            return self.text(node)
        if isinstance(node, Group):
            return self.group(node)
        if isinstance(node, Choose):
            return self.choose(node)
        if isinstance(node, Names):
            return self.names(node)
        if isinstance(node, Date):
            return self.date(node)
        if isinstance(node, Number):
            return self.number(node)
        return self.label(node)

    def sequence(self, nodes: tuple[Element, ...]) -> Callable[[Context], list[Output]]:
        """The output of several elements, with those left out that have none."""
        renders = self.elements(nodes)

        def sequence(ctx: Context) -> list[Output]:
            parts: list[Output] = []
            for render in renders:
                made = render(ctx)
                if made is not None:
                    if made.__class__ is Splice:
                        parts += made.children
                    else:
                        parts.append(made)
            return parts

        return sequence

    def group(self, node: Group) -> Render:
        return self.suppressible(self.elements(node.children), wrapper(node.look, node.delimiter))

    def suppressible(self, renders: list[Render], wrap: Callable[[list[Output]], Output]) -> Render:
        """Elements that print nothing if they call variables and all of these are empty: a group, a macro."""

        def group(ctx: Context) -> Output | None:
            tried, hit, termed, started = ctx.tried, ctx.hit, ctx.termed, ctx.started
            ctx.tried = ctx.hit = ctx.termed = False
            parts: list[Output] = []
            for render in renders:
                made = render(ctx)
                if made is not None:
                    if made.__class__ is Splice:
                        parts += made.children
                    else:
                        parts.append(made)
            if ctx.hit or (ctx.termed and not ctx.tried):
                ctx.tried, ctx.hit, ctx.termed = tried, True, termed
                return wrap(parts) if parts else None
            ctx.tried, ctx.hit, ctx.termed, ctx.started = tried or ctx.tried, hit, termed, started
            return None

        return group

    def choose(self, node: Choose) -> Render:
        branches: list[tuple[Condition | None, list[Render]]] = []
        for branch in node.branches:
            test = branch_condition(branch, self.numbers, self.in_bibliography) if branch.conditions else None
            branches.append((test, self.elements(branch.children)))

        def choose(ctx: Context) -> Output | None:
            for test, renders in branches:
                if test is None or test(ctx):
                    if len(renders) == 1:
                        return renders[0](ctx)
                    parts: list[Output] = []
                    for render in renders:
                        made = render(ctx)
                        if made is not None:
                            if made.__class__ is Splice:
                                parts += made.children
                            else:
                                parts.append(made)
                    if len(parts) < 2:
                        return parts[0] if parts else None
                    return Splice(parts)
            return None

        return choose

    # -- leaves

    def text(self, node: Text) -> Render:
        if node.source == "macro":
            return self.macro(node)
        if self._dates_only:
            return _nothing
        if node.source == "variable" and node.name in NUMBERS:
            return self.number(Number(node.name, node.look))
        return self.texts.text(node)

    def number(self, node: Number) -> Render:
        if self._dates_only:
            return _nothing
        if node.variable in ("citation-number",):
            return self.texts.text(Text("variable", node.variable, node.look))
        return self.numbers.element(node.variable, node.look, node.form)

    def label(self, node: Label) -> Render:
        return _nothing if self._dates_only or self.sorting and False else self.numbers.label(node)

    def macro(self, node: Text) -> Render:
        key = (node.name, self._dates_only, self._substituting)
        inner = self._macros.get(key)
        if inner is None:
            inner = self._macros[key] = self._compiled_macro(node.name)
        look = node.look
        wrap = wrapper(look)
        strips = look.strip_periods
        body = inner

        def macro(ctx: Context) -> Output | None:
            made = body(ctx)
            if made is None:
                return None
            if made.__class__ is Splice:
                return wrap(made.children)
            return wrap([made])

        def stripping(ctx: Context) -> Output | None:
            ctx.strip += 1
            made = macro(ctx)
            ctx.strip -= 1
            return made

        return stripping if strips else macro

    def _compiled_macro(self, name: str) -> Render:
        nodes = self.tree.macros[name]
        before = self._dates_only
        if self.sorting and _has_date(nodes):
            self._dates_only = True
        body = self.suppressible(self.elements(nodes), _spliced)
        self._dates_only = before
        return body

    def date(self, node: Date) -> Render:
        if self.sorting:
            names = [part.name for part in merge_parts(node, self.locale).parts]
            precision = 3 if "day" in names else 2 if "month" in names else 1
            return date_key(node.variable, precision)
        suffix = None if self.tree.uses_year_suffix else self.texts.year_suffix(PLAIN)
        return date_element(node, self.locale, self.default_language, suffix)

    # -- names

    def names(self, node: Names) -> Render:
        name, et_al, label, label_first = node.name, node.et_al, node.label, node.label_first
        if node.bare and self._around:
            name, et_al, label, label_first = self._around[-1]
        elif self._around:
            name, et_al = name or self._around[-1][0], et_al or self._around[-1][1]
        options = (name or _DEFAULT_NAME).options
        options = options.under(self.options)
        if self.sorting:
            options = self.key_options.under(options)
        persons = Persons(
            options,
            name or _DEFAULT_NAME,
            self.locale,
            self.tree.demote_particle,
            self.tree.initialize_with_hyphen,
            self.default_language,
            sorting=self.sorting,
        )
        names = NameList(
            name or _DEFAULT_NAME,
            et_al or _DEFAULT_ET_AL,
            options,
            persons,
            self.locale,
            self.default_language,
            sorting=self.sorting,
            keep_apart=self._replaces_single_names(),
            uses_counts=not self.sorting and (not self.in_bibliography or self.tree.citation.add_givenname),
        )
        self._around.append((name, et_al, label, label_first))
        look = node.look
        if node.bare and self._looks:
            look = self._looks[-1]
        self._looks.append(look)
        substitute = [self._substitute(child) for child in node.substitute]
        self._looks.pop()
        self._around.pop()
        delimiter = node.delimiter if node.delimiter is not None else self.options.names_delimiter or ""
        whole = Names(node.variables, look, delimiter, name, et_al, label, label_first)
        return names_element(
            whole, names, self.locale, self.default_language, delimiter, substitute, sorting=self.sorting
        )

    def _replaces_single_names(self) -> bool:
        bibliography = self.tree.bibliography
        return (
            self.in_bibliography
            and bibliography is not None
            and bibliography.substitute is not None
            and bibliography.substitute_rule != "complete-all"
        )

    def _substitute(self, node: Element) -> Render:
        """What stands in for names: the variables it prints are not printed again."""
        before, self._substituting = self._substituting, True
        render = self.element(node)
        self._substituting = before
        # A term or a value ends the search, be it empty.
        ends = isinstance(node, Text) and node.source in ("term", "value")

        def substitute(ctx: Context) -> Output | None:
            ctx.substituting += 1
            made = render(ctx)
            ctx.substituting -= 1
            if made is None:
                return Splice([]) if ends else None
            if made.__class__ is Splice:
                made = Node(made.children)
            if not (isinstance(made, Node) and made.tag is Tag.NAMES):
                made = Node([made], tag=Tag.SUBSTITUTED)
            return made

        return substitute


class Splice(Node):
    """Parts that belong into the sequence around them, one by one."""

    __slots__ = ()

    children: list[Output]


def _variable(node: Text | Number | Date) -> str:
    if isinstance(node, Text):
        return node.name if node.source == "variable" else ""
    return node.variable


def _once(render: Render, variable: str) -> Render:
    """What stands in for names is not printed again by the rest of the entry."""

    def once(ctx: Context) -> Output | None:
        made = render(ctx)
        if variable in ctx.fields:
            ctx.fields = {key: value for key, value in ctx.fields.items() if key != variable}
        elif variable in ctx.dates:
            ctx.dates = {key: value for key, value in ctx.dates.items() if key != variable}
        return made

    return once


def _spliced(parts: list[Output]) -> Output:
    return parts[0] if len(parts) == 1 else Splice(parts)


def _nothing(_ctx: Context) -> Output | None:
    return None


def _has_date(nodes: tuple[Element, ...]) -> bool:
    for node in nodes:
        if isinstance(node, Date):
            return True
        if isinstance(node, Group) and _has_date(node.children):
            return True
        if isinstance(node, Choose) and any(_has_date(branch.children) for branch in node.branches):
            return True
    return False
