"""A style compiled in a locale, and the memory of those compiled before."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from anora_bib.csl.compile.compiler import Compiler
from anora_bib.csl.compile.context import Context, Render
from anora_bib.csl.compile.elements.dates import date_key
from anora_bib.csl.compile.item import Ref
from anora_bib.csl.compile.plans import Made, Plan, needing
from anora_bib.csl.compile.shared import Shared
from anora_bib.csl.locale import Locale, asked_language
from anora_bib.csl.output.nodes import Output
from anora_bib.csl.output.writer import Writer
from anora_bib.csl.styles import Style
from anora_bib.csl.styletree.elements import parsed
from anora_bib.csl.styletree.locales import is_locale_file, own_locale
from anora_bib.csl.styletree.nodes import Bibliography, Citation, Key, LocaleTree, NameOptions, Names, StyleTree, Text
from anora_bib.csl.styletree.queries import layout_in, mentioned
from anora_bib.csl.styletree.reader import read_style
from anora_bib.csl.values.typography import Typography
from anora_bib.model.values.csl import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES
from anora_bib.system.gc_pause import collector_at_rest

Layout = Callable[[Context], list[Output]]


@dataclass(frozen=True, slots=True)
class SortKey:
    """One key of ``cs:sort``, compiled."""

    render: Render
    descending: bool
    by_number: bool
    """Whether it sorts by citation number."""


class CompiledStyle:
    """A style in a locale. Each of its four parts is compiled when it is first asked for: many need but some of them.

    ``bibliography`` is None for a style that has none.
    """

    def __init__(self, tree: StyleTree, locale: Locale) -> None:
        self.tree = tree
        self.locale = locale
        self._shared = Shared(tree, locale)
        self._locales: dict[str, Locale] = {}
        self._writers: dict[tuple[bool, bool], Writer] = {}
        self.facts = self._shared.facts

    @cached_property
    def prints_numbers(self) -> bool:
        """Whether the style prints or sorts by the numbers of the bibliography."""
        return "citation-number" in set(mentioned(self.tree))

    @cached_property
    def prints_first_notes(self) -> bool:
        """Whether it prints the number of the note in which a work was first cited."""
        return "first-reference-note-number" in set(mentioned(self.tree))

    @cached_property
    def citation(self) -> Layout:
        """The layout of citations, compiled when it is first asked for."""
        return self._layout(self.tree.citation, in_bibliography=False)

    @cached_property
    def intext(self) -> Layout | None:
        """The layout of the author in the running text; None for a style without one."""
        return self._layout(self.tree.intext, in_bibliography=False) if self.tree.intext else None

    @cached_property
    def citation_sort(self) -> tuple[SortKey, ...]:
        """The keys by which the cites of a citation are sorted."""
        return self._sort(self.tree.citation, in_bibliography=False)

    @cached_property
    def bibliography(self) -> Layout | None:
        """The layout of the bibliography; None for a style without one."""
        return self._layout(self.tree.bibliography, in_bibliography=True) if self.tree.bibliography else None

    @cached_property
    def bibliography_sort(self) -> tuple[SortKey, ...]:
        """The keys by which the bibliography is sorted."""
        return self._sort(self.tree.bibliography, in_bibliography=True) if self.tree.bibliography else ()

    def typographies(self, area: Citation | Bibliography, refs: Iterable[Ref]) -> dict[str, Typography]:
        """The typographies of items that an area prints in another locale than the style's, by their ids."""
        if not area.localized:
            return {}
        found = ((ref.id, layout_in(area, ref.text.get("language", ""))[1]) for ref in refs)
        return {id: self._locale(locale).typography for id, locale in found if locale}

    def writer(self, *, links: bool = False, brackets: bool = False) -> Writer:
        """What makes runs of what the style renders; see there for the arguments."""
        key = links, brackets
        if key not in self._writers:
            self._writers[key] = Writer(self.locale.typography, links=links, brackets=brackets)
        return self._writers[key]

    def _locale(self, name: str) -> Locale:
        if name not in self._locales:
            self._locales[name] = Locale(name, self.tree.locales)
        return self._locales[name]

    def _layout(self, area: Citation | Bibliography, *, in_bibliography: bool) -> Layout:
        with collector_at_rest():
            options = area.options
            compiler = Compiler(self._shared, in_bibliography=in_bibliography, area_options=options)
            layout = compiler.layout(area.layout.children)
            if not area.localized:
                return layout
            compiled: dict[tuple[int, str], Layout] = {(id(area.layout), ""): layout}
            for one in area.localized:
                for locale in one.locales:
                    shared = Shared(self.tree, self._locale(locale), self.facts)
                    compiler = Compiler(shared, in_bibliography=in_bibliography, area_options=options)
                    compiled[id(one), locale] = compiler.layout(one.children)

        def of_language(ctx: Context) -> list[Output]:
            own, locale = layout_in(area, ctx.ref.text.get("language", ""))
            return compiled[id(own), locale](ctx)

        return of_language

    def _sort(self, area: Citation | Bibliography, *, in_bibliography: bool) -> tuple[SortKey, ...]:
        # Keys that say the same about names are compiled together: they mostly call the same macros.
        compilers: dict[NameOptions, Compiler] = {}
        made = []
        with collector_at_rest():
            for key in area.sort:
                compiler = compilers.get(key.options)
                if compiler is None:
                    compiler = compilers[key.options] = Compiler(
                        self._shared,
                        in_bibliography=in_bibliography,
                        area_options=area.options,
                        sorting=True,
                        key_options=key.options,
                    )
                plan = _key_plan(compiler, key)
                made.append(SortKey(_planned(plan), key.descending, key.variable == "citation-number"))
        return tuple(made)


def compile_style(style: Style, locale: str | None = None) -> CompiledStyle:
    """The style, ready to render in its own locale, another one, or that of a locale file.

    Raises:
        InputError: the locale file cannot be read, or is none.
        InputError: the style has elements that CSL does not know, a macro that calls itself, or parts missing.
        UnknownNameError: there is no locale of that language.
    """
    tree = _tree(style.xml, style.path)
    if locale is not None and is_locale_file(locale):
        own = own_locale(locale)
        return _compiled(_Key(tree), own.language or tree.default_locale or "en-US", own)
    language = asked_language(locale, tree.locales) if locale else style.default_locale or tree.default_locale
    return _compiled(_Key(tree), language or "en-US", None)


@lru_cache(maxsize=64)
def _tree(xml: str, path: str) -> StyleTree:
    return read_style(parsed(xml), path)


class _Key:
    """A tree, as a key by identity: the same XML always gives the same tree."""

    __slots__ = ("tree",)

    def __init__(self, tree: StyleTree) -> None:
        self.tree = tree

    def __hash__(self) -> int:
        return id(self.tree)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.tree is self.tree


@lru_cache(maxsize=64)
def _compiled(key: _Key, language: str, own: LocaleTree | None) -> CompiledStyle:
    return CompiledStyle(key.tree, Locale(language, key.tree.locales, own))


def _key_plan(compiler: Compiler, key: Key) -> Plan:
    if key.macro:
        return compiler.macro(Text("macro", key.macro))
    if key.variable in DATE_VARIABLES:
        return needing(compiler.facts.mask([key.variable]), lambda: Made(date_key(key.variable), hits=True))
    if key.variable in NAME_VARIABLES:
        return compiler.names.plan(Names((key.variable,)))
    if key.variable in NUMBER_VARIABLES and key.variable != "citation-number":
        # Numbers are compared by collation, which knows digits.
        number = Made(lambda ctx: ctx.fields.get(key.variable), hits=True)
        return needing(compiler.facts.mask([key.variable]), lambda: number)
    return compiler.text(Text("variable", key.variable))


def _planned(plan: Plan) -> Render:
    def render(ctx: Context) -> Output | None:
        made = plan.of(ctx.facts).render
        return made(ctx) if made is not None else None

    return render
