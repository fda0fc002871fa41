"""The ``names`` element: which names, how many of them, joined how, under which label."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

from anora_bib.csl.compile.context import FIRST, Context, NameRecord, Render
from anora_bib.csl.compile.elements.name import NameRenderer, join
from anora_bib.csl.compile.formatting import flat, frame_of, shape_of, stripped, term_formatter, wrapper
from anora_bib.csl.locale import Locale
from anora_bib.csl.output.nodes import STYLE_TEXT, Node, Output, RenderedName, RenderedNames, Variable, frame
from anora_bib.csl.output.punctuation import PUNCTUATION
from anora_bib.csl.styletree.nodes import EtAl, Label, NameOptions, Names
from anora_bib.csl.styletree.nodes import Name as NameElement
from anora_bib.csl.values.names import starts_romanesque
from anora_bib.model.values.names import OTHERS, Name


class NameList:
    """How lists of names are set: the ``name`` and ``et-al`` elements with the options that hold for them."""

    def __init__(
        self,
        element: NameElement,
        et_al: EtAl,
        options: NameOptions,
        renderer: NameRenderer,
        locale: Locale,
        default_language: str,
        *,
        sorting: bool,
        keep_apart: bool,
        uses_counts: bool,
    ) -> None:
        self.renderer = renderer
        self.sorting = sorting
        self.keep_apart = keep_apart
        self.uses_counts = uses_counts
        self.count_only = options.form == "count"
        self.options = options
        self.delimiter = options.delimiter if options.delimiter is not None else ", "
        self.min = options.et_al_min or 0 if options.et_al_use_first is not None else 0
        self.first = 1 if options.et_al_use_first is None else options.et_al_use_first
        self.later_min = options.et_al_subsequent_min or self.min
        self.later_first = options.et_al_subsequent_use_first or self.first
        self.use_last = bool(options.et_al_use_last)
        self.shows_some = not self.count_only and self.first > 0 and self.later_first > 0
        self.order = options.name_as_sort_order or ""
        self.base = renderer.base_level()
        self.has_initials = options.initialize_with is not None
        self.wrap = wrapper(element.look)
        self.prefixed = bool(element.look.prefix or element.look.suffix or element.look.marks)
        self._set_and(locale)
        self._set_et_al(locale, et_al, default_language)

    def _set_and(self, locale: Locale) -> None:
        """What stands before and after the last of two names, and of more."""
        options = self.options
        term = {"text": locale.term("and"), "symbol": "&"}.get(options.and_ or "", "")
        two, more, after = (" ", self.delimiter, " ") if starts_romanesque(term) else ("", "", "")
        precedes = options.delimiter_precedes_last or "contextual"
        self.and_term, self.and_after = term, after
        self.and_two, self.and_more = self._preceding(precedes, two, more)
        self.inverted_rule = precedes == "after-inverted-name"

    def _preceding(self, rule: str, two: str, more: str) -> tuple[str, str]:
        """What ``delimiter-precedes-last`` puts before "and", where the context would have ``two`` and ``more``."""
        if rule == "always":
            return self.delimiter, more
        return two, " " if rule == "never" and more else more

    def _set_et_al(self, locale: Locale, et_al: EtAl, default_language: str) -> None:
        """What stands before "et al." after one name, and after more."""
        term = locale.term(et_al.term)
        two, more = " ", self.delimiter
        precedes = self.options.delimiter_precedes_et_al or "contextual"
        if precedes in ("always", "after-inverted-name"):
            two = self.delimiter
        if precedes in ("never", "after-inverted-name"):
            more = " "
        if not starts_romanesque(term):
            two, more = (part if part != " " else "" for part in (two, more))
        self.et_al_term, self.et_al_two, self.et_al_more = term, two, more
        self.format_et_al = term_formatter(et_al.look, locale, default_language)

    # -- how many

    def limits(self, ctx: Context) -> tuple[int, int]:
        """``et-al-min`` and ``et-al-use-first``, or their ``et-al-subsequent`` forms for a later cite of an item."""
        cite = ctx.cite
        if cite is not None and cite.position != FIRST:
            return self.later_min, self.later_first
        return self.min, self.first

    def shown(self, ctx: Context, total: int, nameset: int) -> tuple[int, bool]:
        """How many names to show from the front, and whether that is not all."""
        least, first = self.limits(ctx)
        cut = bool(least) and total >= least
        names = ctx.added.names
        if not cut and names is None:
            return total, False
        count = first if cut else total
        if names is not None and nameset < len(names.counts) and self.uses_counts:
            wanted = names.counts[nameset]
            if wanted and (ctx.comparing or (cut and wanted > first)):
                count = wanted
        if cut and self.use_last and count > least - 2 and not ctx.comparing:
            count = max(least - 2, 1)
        if least and least < first:
            return total, False
        return (count, True) if count < total else (total, False)

    # -- the list

    def render(self, ctx: Context, names: tuple[Name, ...]) -> Output | None:
        """The names of one variable, cut by et-al, with delimiters and "and"; None if none is shown."""
        nameset = ctx.nameset
        ctx.nameset = nameset + 1
        named = _without_others(names)
        count, cut = self.shown(ctx, len(named), nameset)
        made = self._cut(ctx, named, count, cut, nameset, more=named is not names)
        recorder = ctx.recorder
        if recorder is None or self.sorting:
            return made
        around = Node([made] if made else [])
        recorder.append(NameRecord(named, count, self, names, around, nameset, ctx.strip))
        return around if made else None

    def _cut(
        self, ctx: Context, names: tuple[Name, ...], count: int, cut: bool, nameset: int, *, more: bool
    ) -> Output | None:
        """The first names, with what stands for others; there are such, whom nobody names, if ``more``."""
        total = len(names)
        cut = cut or more
        if self.count_only:
            return str(min(count, total)) if total else None
        last_too = cut and self.use_last and count < total and not more
        shown = [*names[:count], names[-1]] if last_too else names[:count]
        ctx.shown = shown
        rendered = self._each(ctx, shown, nameset)
        if not rendered:
            return None
        ctx.started = True
        if not cut:
            return self._listed(rendered, shown)
        if self.sorting:
            return self._plain(rendered)
        if last_too:
            return self._elided(rendered)
        return self._et_al(ctx, rendered)

    def _each(self, ctx: Context, shown: Sequence[Name], nameset: int) -> list[Output]:
        """The names one by one, those left out of which nothing is printed."""
        order = self.order
        made = self.renderer.render(
            shown,
            self._levels(ctx, shown, nameset),
            first=order != "",
            others=order == "all",
            language=ctx.ref.language,
        )
        if ctx.strip:
            made = [stripped(one) for one in made]
        if self.prefixed:
            # The formatting of the element is for persons; an institution is in one piece.
            pairs = zip(made, shown, strict=True)
            made = [self.wrap([one]) if one and not name.literal else one for one, name in pairs]
        return made if all(made) else [one for one in made if one]

    def _levels(self, ctx: Context, shown: Sequence[Name], nameset: int) -> Sequence[int]:
        """How much of each given name to show."""
        # What was added to one citation changes no order; what the whole document asks of a name does.
        added = ctx.added.names if not self.sorting else None
        asked = added.levels[nameset] if added is not None and nameset < len(added.levels) else ()
        base = self.base
        if ctx.counter is not None:
            return ctx.counter.levels(ctx.ref.id, shown, base, asked, self.has_initials)
        if not asked:
            return [base] * len(shown)
        wanted = [*asked, *[0] * len(shown)]
        return [base if name.literal else max(base, level) for name, level in zip(shown, wanted, strict=False)]

    def _one(self, made: Output) -> Output:
        """A name in a node of its own, for styles that replace repeated names one by one."""
        return Node([made], data=RenderedName(flat(made)))

    def _plain(self, rendered: list[Output]) -> Output | None:
        return join(rendered, self.delimiter)

    def _listed(self, rendered: list[Output], names: Sequence[Name]) -> Output:
        made = [self._one(name) for name in rendered] if self.keep_apart else rendered
        if len(made) == 1:
            return made[0]
        if self.sorting or not self.and_term:
            return join(made, self.delimiter) or ""
        return self._ended(made[:-1], self._before_and(names), self.and_term, self.and_after, made[-1])

    def _before_and(self, names: Sequence[Name]) -> str:
        """The delimiter or space before "and".

        ``delimiter-precedes-last`` is for all names, institutions among them (specification, "Name"). An institution is
        not inverted; as in citeproc-js it counts as inverted before a lone second name.
        """
        two = len(names) == 2
        if not self.inverted_rule:
            return self.and_two if two else self.and_more
        ends = names[-1].literal
        inverted = self.order == "all" or (self.order == "first" and two)
        return self.delimiter if inverted and (not names[-2].literal or (two and not ends)) else " "

    def _elided(self, rendered: list[Output]) -> Output:
        made = [self._one(name) for name in rendered] if self.keep_apart else rendered
        return self._ended(made[:-1], self.delimiter, "\u2026", " ", made[-1])

    def _ended(self, firsts: list[Output], before: str, word: str, after: str, last: Output) -> Output:
        """Names, and a last one after a word of its own."""
        head = join(firsts, self.delimiter)
        plain = isinstance(head, str) and isinstance(last, str) and head[-1] not in PUNCTUATION - {"."}
        if plain and (not before or before[0] != str(head)[-1]):
            return f"{head}{before}{word}{after}{last}"
        return Node([head or "", Node(word, frame(before, after)), last])

    def _et_al(self, ctx: Context, rendered: list[Output]) -> Output | None:
        made = [self._one(name) for name in rendered] if self.keep_apart else rendered
        head = join(made, self.delimiter)
        term = self.format_et_al(ctx, self.et_al_term) if self.et_al_term else None
        if term is None or head is None:
            return head
        before = self.et_al_two if len(made) == 1 else self.et_al_more
        if self.prefixed:
            return self.wrap([head, Node([term], frame(before))])
        if isinstance(head, str) and isinstance(term, str) and (not before or before[0] not in PUNCTUATION):
            return f"{head}{before}{term}"
        return Node([head, Node([term], frame(before))])


def _without_others(names: tuple[Name, ...]) -> tuple[Name, ...]:
    """The names without BibTeX's "and others" at their end: nobody's name, but "et al." in every style."""
    return names[:-1] if len(names) > 1 and names[-1].literal == OTHERS else names


class NamesElement:
    """``names``: its variables, or their substitute."""

    def __init__(
        self,
        node: Names,
        names: NameList,
        locale: Locale,
        default_language: str,
        substitute: list[Render],
        *,
        sorting: bool,
    ) -> None:
        self.variables = node.variables
        self.names = names
        self.substitute = substitute
        self.frame = frame_of(node.look, node.delimiter or "")
        self.shape = shape_of(self.frame)
        label = node.label
        self.label = _labeller(label, node.label_first, locale, default_language) if label and not sorting else None
        pair = "".join(sorted(node.variables)) if len(node.variables) == 2 else ""
        self.pair = pair if pair and label and locale.term(pair, label.form) else ""
        """The term for one person in two roles, "editortranslator"."""
        self.strips = node.look.strip_periods
        self._alone = node.variables[0] if len(node.variables) == 1 else None

    def render(self, ctx: Context) -> Output | None:
        """The names of its variables, or what the first substitute that is not empty renders."""
        ctx.tried = True
        if self._alone is None:
            sets = self._sets(ctx)
        else:
            names = ctx.names.get(self._alone)
            sets = [(self._alone, names)] if names else []
        if sets:
            if self.strips:
                ctx.strip += 1
                made = self._own(ctx, sets)
                ctx.strip -= 1
                return made
            return self._own(ctx, sets)
        for child in self.substitute:
            instead = child(ctx)
            if instead is not None:
                return instead if isinstance(instead, str) or instead.children else None
        return None

    def _own(self, ctx: Context, sets: list[tuple[str, tuple[Name, ...]]]) -> Output | None:
        if self.names.count_only:
            return self._count(ctx, sets)
        role, found = sets[0]
        if len(sets) == 1:
            made, label = self._set(ctx, role, found)
            if not made:
                return None
            data = RenderedNames(role, ctx.shown, label)
            parts = [made]
        else:
            printed = [(role, *one, ctx.shown) for role, found in sets if (one := self._set(ctx, role, found))[0]]
            if not printed:
                return None
            roles, rendered, labels, shown = zip(*printed, strict=True)
            data = RenderedNames(roles[0] if len(roles) == 1 else "", [*chain(*shown)], labels[0])
            parts = list(rendered)
            if len(parts) > 1:
                parts = [Node([text], data=Variable(role)) for role, text in zip(roles, rendered, strict=True)]
        if ctx.substituting:
            ctx.names = {key: value for key, value in ctx.names.items() if key not in self.variables}
        return Node(parts, self.frame, data)

    def _set(self, ctx: Context, role: str, found: tuple[Name, ...]) -> tuple[Output | None, Output | None]:
        """The names of one role with their label, and the label if it comes after them."""
        made = self.names.render(ctx, found)
        if not made:
            return None, None
        ctx.hit = True
        return self.label(ctx, made, role, len(found) > 1) if self.label is not None else (made, None)

    def _sets(self, ctx: Context) -> list[tuple[str, tuple[Name, ...]]]:
        """The names to print, each set under its role."""
        available = ctx.names
        found = [(variable, names) for variable in self.variables if (names := available.get(variable))]
        if self.pair and len(found) == 2 and found[0][1] == found[1][1]:
            return [(self.pair, found[0][1])]
        return found

    def _count(self, ctx: Context, sets: list[tuple[str, tuple[Name, ...]]]) -> Output | None:
        """How many names would be shown (``form="count"``)."""
        total = sum(self.names.shown(ctx, len(found), ctx.nameset)[0] for _, found in sets)
        if not total:
            return None
        ctx.hit = True
        return str(total) if self.frame.bare else Node([str(total)], self.frame)


def _labeller(
    node: Label, first: bool, locale: Locale, default_language: str
) -> Callable[[Context, Output, str, bool], tuple[Output, Output | None]]:
    format_text = term_formatter(node.look, locale, default_language, STYLE_TEXT)
    forced = {"always": True, "never": False}.get(node.plural)

    terms: dict[tuple[str, bool], str] = {}

    def labelled(ctx: Context, made: Output, role: str, plural: bool) -> tuple[Output, Output | None]:
        key = role, plural
        text = terms.get(key)
        if text is None:
            text = terms[key] = locale.term(role, node.form, plural if forced is None else forced)
        mark = format_text(ctx, text) if text else None
        if mark is None:
            return made, None
        return (Node([mark, made]), None) if first else (Node([made, mark]), mark)

    return labelled
