"""Number variables: the elements ``number`` and ``label``, and ``text`` with a number variable."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from anora_bib.csl.compile.context import Context, Render
from anora_bib.csl.compile.formatting import caser, frame_of, rich, term_formatter, without_periods, wrapper
from anora_bib.csl.locale import Locale
from anora_bib.csl.output.nodes import Node, Numeric, Output, Variable, frame
from anora_bib.csl.styletree.nodes import Choose, Element, Label, Look, Number, Text
from anora_bib.csl.values import ordinals
from anora_bib.csl.values.numbers import NumberReader, Part
from anora_bib.csl.values.numbers import Numbers as Value

NUMBERS = frozenset(
    """page page-first chapter-number collection-number edition issue number number-of-pages number-of-volumes volume
    locator""".split()
)
"""Variables that ``text`` prints as ``number`` does."""

_SHORT: Final = 16
"""Digits fewer than this are a number without further questions."""

_SELF_NAMED = ("locator", "number", "page")
"""Variables whose value may name its own label, ``sec. 3``."""


class Numbers:
    """Number variables in one locale and style."""

    def __init__(self, locale: Locale, default_language: str, page_range_format: str) -> None:
        self.locale = locale
        self.default_language = default_language
        self.reader = NumberReader(
            page_range_format=page_range_format or None,
            page_delimiter=locale.term("page-range-delimiter"),
            year_delimiter=locale.term("year-range-delimiter"),
            and_term=locale.term("and"),
            ampersand=locale.term("and", "symbol"),
            has_term=locale.has,
        )

    def value(self, ctx: Context, variable: str, *, for_label: bool = False) -> Value | None:
        """The value of a number variable of the item, or of the cite for the locator.

        In what stands in for names, a label speaks of a number that has been printed and will not be again.
        """
        if variable == "locator":
            cite = ctx.cite
            if cite is None or not cite.locator:
                return None
            return self.reader.read(cite.locator, variable, cite.label)
        text = (ctx.ref.text if for_label and ctx.substituting else ctx.fields).get(variable)
        return self.reader.read(text, variable) if text else None

    def element(self, variable: str, look: Look, form: str = "numeric") -> Render:
        """``number``, or ``text`` with a number variable."""
        wrap = wrapper(look)
        reform = self._former(variable, form)
        formatted = self._text_formatter(look)
        numeric, other = Numeric(variable), Variable(variable)
        around = frame_of(look)
        bare = around.bare
        # Digits and nothing else are printed as they are.
        as_it_is = reform is None and variable not in _SELF_NAMED

        def number(ctx: Context) -> Output | None:
            if as_it_is:
                digits = ctx.fields.get(variable, "")
                if digits.isdigit() and digits.isascii() and len(digits) < _SHORT:
                    ctx.hit = ctx.started = True
                    return Node(digits if bare else [digits], around, numeric)
            value = self.value(ctx, variable)
            if value is None:
                ctx.tried = True
                return None
            ctx.hit = ctx.started = True
            if len(value.parts) == 1 and not value.parts[0].shows_label:
                part = value.parts[0]
                text = part.text if reform is None or part.number is None else reform(part.number)
                children = formatted(ctx, text)
                if not children:
                    return None
                made = wrap([children] if isinstance(children, str) else children)
            else:
                made = wrap(self._parts(ctx, value, variable, reform, formatted))
            data = numeric if value.numeric else other
            if isinstance(made, str):
                return Node(made, data=data)
            made.data = data
            return made

        return number if variable != "locator" else _once(number)

    def _text_formatter(self, look: Look) -> Callable[[Context, str], str | list[Output]]:
        case = caser(look, self.locale, self.default_language)
        quotes = self.locale.quotes
        strips = look.strip_periods

        def formatted(ctx: Context, text: str) -> str | list[Output]:
            if case is not None:
                text = case(ctx, text)
            if strips or ctx.strip:
                text = without_periods(text)
            # What begins with a digit is a number, and a number has no markup.
            return text if text[:1].isdigit() else rich(text, quotes)

        return formatted

    def _parts(
        self,
        ctx: Context,
        value: Value,
        variable: str,
        reform: Callable[[int], str] | None,
        formatted: Callable[[Context, str], str | list[Output]],
    ) -> list[Output]:
        parts: list[Output] = []
        for part in value.parts:
            if part.shows_label:
                parts.append(self._embedded_label(ctx, part, variable))
            same = part.label == value.parts[0].label
            text = part.text if reform is None or part.number is None or not same else reform(part.number)
            children = formatted(ctx, text)
            if part.join or not isinstance(children, str):
                parts.append(Node(children or "", frame(suffix=part.join)))
            elif children:
                parts.append(children)
        return parts

    def _embedded_label(self, ctx: Context, part: Part, variable: str) -> str:
        form = "short"
        if not part.short_label:
            form = (ctx.label_forms or {}).get(variable, "long")
        return (self.locale.term(part.label, form, part.plural) or part.label) + part.gap

    def _former(self, variable: str, form: str) -> Callable[[int], str] | None:
        """What turns a number into the form asked for; None for digits."""
        term, gender = self.locale.ordinal_term, self.locale.genders.get(variable)
        if form == "ordinal":
            return lambda number: f"{number}{ordinals.ordinal_suffix(number, term, gender)}"
        if form == "long-ordinal":
            return lambda number: ordinals.long_ordinal(number, term, gender)
        if form == "roman":
            return lambda number: ordinals.roman(number) or str(number)
        return None

    def label(self, node: Label, beside: str = "") -> Render:
        """``label`` outside names; ``beside`` is the variable that it speaks of if its own is empty."""
        variable, form, locale = node.variable, node.form, self.locale
        format_text = term_formatter(node.look, locale, self.default_language)
        forced = {"always": True, "never": False}.get(node.plural)
        strips = node.look.strip_periods
        without_value = variable in ("citation-number", "first-reference-note-number")
        one, many = locale.term(variable, form, False), locale.term(variable, form, True)

        def label(ctx: Context) -> Output | None:
            value = self.value(ctx, variable, for_label=True)
            if value is None and not without_value and not (beside and self.value(ctx, beside, for_label=True)):
                return None
            plural = forced if forced is not None else value is not None and value.plural
            name = variable
            if variable == "locator":
                name = (ctx.cite.label if ctx.cite is not None else "") or "page"
            if value is not None and value.label and variable in _SELF_NAMED:
                name = value.label
            text = (many if plural else one) if name == variable else locale.term(name, form, plural)
            if value is not None:
                if ctx.label_forms is None:
                    ctx.label_forms = {}
                ctx.label_forms.setdefault(variable, form)
            if not text:
                return None
            if strips or ctx.strip:
                text = text.replace(".", "")
            ctx.termed = True
            return format_text(ctx, text)

        return label


def number_beside(nodes: Sequence[Element], at: int) -> str:
    """The variable of the number next to a label which speaks of another one, or to a choice of labels; "" if none is.

    The specification prints no label for an empty variable. Yet styles write the label of the locator beside the page,
    or that of the issue beside the number, and mean the number that they print; so does citeproc-js take it.
    """
    label = nodes[at]
    if not isinstance(label, Label | Choose):
        return ""
    printed = [_number_of(node) for node in nodes]
    if isinstance(label, Label) and label.variable in printed:
        return ""
    return "".join(printed[at + 1 : at + 2]) or "".join(printed[max(at - 1, 0) : at])


def _number_of(node: Element) -> str:
    if isinstance(node, Number):
        return node.variable
    return node.name if isinstance(node, Text) and node.source == "variable" and node.name in NUMBERS else ""


def _once(locator: Render) -> Render:
    """A cite prints its locator once, and does without it where it is compared with others."""

    def once(ctx: Context) -> Output | None:
        if ctx.comparing or ctx.locator_done or (ctx.cite is not None and ctx.cite.author_only):
            ctx.tried = True
            return None
        ctx.locator_done = ctx.cite is not None and bool(ctx.cite.locator)
        return locator(ctx)

    return once
