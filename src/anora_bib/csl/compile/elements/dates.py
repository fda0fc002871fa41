"""The ``date`` element: parts, ranges, seasons, years before the common era, year suffixes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final, NamedTuple

from anora_bib.csl.compile.context import Context, Render
from anora_bib.csl.compile.formatting import caser, frame_of, marks_of, rich, without_periods
from anora_bib.csl.locale import Locale
from anora_bib.csl.output.nodes import Node, Output, RenderedYear, Variable, frame
from anora_bib.csl.styletree.nodes import Date as DateElement
from anora_bib.csl.styletree.nodes import DatePart
from anora_bib.csl.values.dates import Point, ends, sort_key
from anora_bib.csl.values.ordinals import ordinal_suffix
from anora_bib.model.values.dates import FIRST_SEASON, SEASONS, Date
from anora_bib.system.memory import Memory

_ORDER = ("year", "month", "day")
_DAYS: Final = 4096
"""Dates that an element remembers."""
SuffixMaker = Callable[[Context], Output | None]


class _Part(NamedTuple):
    name: str
    range_delimiter: str
    text: Callable[[Point], str]
    """The text of a point in time, "" where it has no such part."""
    format_text: Callable[[Context, str, bool, bool], Output]
    """Context, text, whether it keeps its prefix, whether it keeps its suffix."""


def date_element(node: DateElement, locale: Locale, default_language: str, year_suffix: SuffixMaker | None) -> Render:
    """A date whose parts are settled; ``year_suffix`` renders the letter that follows its first year, if any does."""
    return _Element(node, locale, default_language, year_suffix).render


class _Element:
    """A ``date`` element. A day comes again in many items: it is set once for each language of theirs."""

    __slots__ = ("_data", "_delimiter", "_frame", "_in_title_case", "_known", "_locale", "_names", "_parts",
                 "_variable", "_year_suffix")  # fmt: skip

    def __init__(
        self, node: DateElement, locale: Locale, default_language: str, year_suffix: SuffixMaker | None
    ) -> None:
        self._variable = node.variable
        self._data = Variable(node.variable)
        self._delimiter = node.delimiter
        self._frame = frame_of(node.look, node.delimiter)
        self._locale = locale
        self._year_suffix = year_suffix
        self._parts = [_part(part, node, locale, default_language) for part in node.parts]
        self._names = {part.name for part in self._parts}
        self._in_title_case = "title" in (node.look.text_case, *[part.look.text_case for part in node.parts])
        self._known: Memory[object, Node] = Memory(_DAYS)

    def render(self, ctx: Context) -> Output | None:
        """The date; None where it is not given, or has nothing that the element prints."""
        value = ctx.dates.get(self._variable)
        if value is None:
            ctx.tried = True
            return None
        key = self._key(ctx, value)
        made = self._known.get(key)
        if made is None:
            start, end = ends(value)
            if not (value.literal or self._prints(start) or (end is not None and self._prints(end))):
                ctx.tried = True
                return None
            made = self._made(ctx, value, start, end)
            if made is not None and key is not None:
                self._known.keep(key, made)
        ctx.hit = True
        if made is None or (ctx.comparing and self._variable == "accessed"):
            return None
        ctx.started = True
        return made

    def _key(self, ctx: Context, value: Date) -> object:
        """All that a date depends on, as something to compare; None if it has more to it."""
        if value.literal or value.season or value.open_start or value.open_end or self._in_title_case:
            return None
        if self._year_suffix is not None and ctx.added.year_suffix is not None:
            return None
        return value.parts, ctx.ref.language, bool(ctx.strip)

    def _prints(self, point: Point) -> bool:
        """A season is printed where the month would be."""
        names = self._names
        if point.year and "year" in names:
            return True
        return any(getattr(point, name) for name in names) or bool(point.season and "month" in names)

    def _made(self, ctx: Context, value: Date, start: Point, end: Point | None) -> Node | None:
        if value.literal:
            children = _literal(ctx, value, self._parts, self._year_suffix)
        else:
            children = _rendered(ctx, start, end, self._parts, self._delimiter, self._locale, self._year_suffix)
        if not children:
            return None
        if self._frame.bare and len(children) == 1:
            only = children[0]
            if isinstance(only, Node) and only.data is None and not only.frame.affixed:
                return Node(only.children, only.frame, self._data)
        return Node(children, self._frame, self._data)


def _part(part: DatePart, node: DateElement, locale: Locale, default_language: str) -> _Part:
    look = part.look
    if not look.text_case and node.look.text_case:
        look = replace(look, text_case=node.look.text_case)
    case = caser(look, locale, default_language)
    frames = {
        (prefix, suffix): frame(look.prefix if prefix else "", look.suffix if suffix else "", "", marks_of(look))
        for prefix in (True, False)
        for suffix in (True, False)
    }
    strips = look.strip_periods
    quotes = locale.quotes

    def format_text(ctx: Context, text: str, prefix: bool, suffix: bool) -> Output:
        if (strips or ctx.strip) and part.name == "month":
            text = without_periods(text)
        if case is not None:
            text = case(ctx, text)
        children = text if text.isalnum() else rich(text, quotes)
        around = frames[prefix, suffix]
        return children if around.bare and isinstance(children, str) else Node(children, around)

    delimiter = part.range_delimiter
    if not delimiter:
        delimiter = locale.term("year-range-delimiter") or "\u2013"
    return _Part(part.name, delimiter, _texts(part.name, part.form, locale), format_text)


def _texts(name: str, form: str, locale: Locale) -> Callable[[Point], str]:
    """What gives the text of a part of a date in a form."""
    if name == "year":
        return lambda point: _year(point.year, form)
    if name == "month":
        return _months(form or "long", locale)
    if name == "day":
        return lambda point: _day(point, form or "numeric", locale) if point.day else ""
    return lambda _point: ""


def _literal(ctx: Context, value: Date, parts: list[_Part], year_suffix: SuffixMaker | None) -> list[Output]:
    """A date in words stands where the year would."""
    year = next((part for part in parts if part.name == "year"), None)
    if year is None:
        return []
    return [_with_suffix(ctx, year.format_text(ctx, value.literal, True, True), value.literal, year_suffix)]


def _with_suffix(ctx: Context, year: Output, text: str, year_suffix: SuffixMaker | None) -> Output:
    made: list[Output] = [Node([year], data=RenderedYear(text))]
    if year_suffix is not None and not ctx.suffix_done and (suffix := year_suffix(ctx)) is not None:
        ctx.suffix_done = True
        made.append(suffix)
    return made[0] if len(made) == 1 else Node(made)


def _rendered(
    ctx: Context,
    start: Point,
    end: Point | None,
    parts: list[_Part],
    delimiter: str,
    locale: Locale,
    year_suffix: SuffixMaker | None,
) -> list[Output]:
    """The parts of a date; of a range those that differ twice, ``May 1–3, 2001``, with what is open left empty."""
    if end is None:
        return [
            _finish(ctx, part, text, start, locale, year_suffix, True, True)
            for part in parts
            if (text := part.text(start))
        ]
    collapsing = _differing(start, end, {part.name for part in parts})
    left = set(collapsing)
    children: list[Output] = []
    begun: list[Output] = []
    ended: list[Output] = []
    for part in parts:
        text = part.text(start)
        left.discard(part.name)
        if part.name not in collapsing:
            if text:
                # What does not differ but stands among what does is printed once, with the start.
                into = begun if left and left != collapsing else children
                into.append(_finish(ctx, part, text, start, locale, year_suffix, True, True))
            continue
        last = not left
        era = _era(start.year, locale) if last and part.name == "year" else ""
        era = era if era == _era(end.year, locale) else ""
        # The letter of a range of years follows the last.
        if text:
            begun.append(_finish(ctx, part, text, start, locale, None, True, not last, bare=bool(era)))
        end_text = part.text(end)
        if end_text:
            ended.append(_finish(ctx, part, end_text, end, locale, year_suffix, bool(ended), True, bare=bool(era)))
            ended += [era] if era else []
        if last and (begun or ended):
            sides = [[Node(side, frame(delimiter=delimiter))] if side else [] for side in (begun, ended)]
            children.append(Node([*sides[0], part.range_delimiter, *sides[1]]))
    return children


def _finish(
    ctx: Context,
    part: _Part,
    text: str,
    point: Point,
    locale: Locale,
    year_suffix: SuffixMaker | None,
    prefix: bool,
    suffix: bool,
    *,
    bare: bool = False,
) -> Output:
    made = part.format_text(ctx, text, prefix, suffix)
    if part.name != "year":
        return made
    year = point.year
    era = "" if bare else _era(year, locale)
    if era:
        made = Node([made, era])
    return _with_suffix(ctx, made, str(year), year_suffix)


def _era(year: int, locale: Locale) -> str:
    """What follows a year before the common era, or one that is not plainly in it."""
    return locale.term("bc" if year < 0 else "ad") if year < 500 else ""


def _differing(start: Point, end: Point, names: set[str]) -> set[str]:
    """The parts that a range has to repeat: the greatest that differs, and all smaller ones."""
    have = [name for name in _ORDER if name in names and (getattr(end, name) or getattr(start, name) or not end.year)]
    for index, name in enumerate(have):
        if getattr(start, name) != getattr(end, name):
            return set(have[index:])
    return set()


def _months(form: str, locale: Locale) -> Callable[[Point], str]:
    known: dict[int, str] = {}

    def month(point: Point) -> str:
        number = point.month
        if not number:
            return point.season
        text = known.get(number)
        if text is None:
            text = _month(number, form, locale)
            if 0 < number < FIRST_SEASON + len(SEASONS):
                known[number] = text
        return text

    return month


def _year(year: int, form: str) -> str:
    if not year:
        return ""
    text = str(abs(year))
    if form == "short" and len(text) == 4:
        return text[2:]
    return text


def _month(month: int, form: str, locale: Locale) -> str:
    if month >= FIRST_SEASON:
        return locale.term(f"season-{month - FIRST_SEASON + 1:02d}")
    if form == "numeric":
        return str(month)
    if form == "numeric-leading-zeros":
        return f"{month:02d}"
    return locale.term(f"month-{month:02d}", form if form in ("short", "long") else "long")


def _day(point: Point, form: str, locale: Locale) -> str:
    day = point.day
    if form == "numeric-leading-zeros":
        return f"{day:02d}"
    if form == "ordinal" and not (locale.flag("limit-day-ordinals-to-day-1") and day != 1):
        gender = locale.genders.get(f"month-{point.month:02d}")
        return f"{day}{ordinal_suffix(day, locale.ordinal_term, gender)}"
    return str(day)


def date_key(variable: str, precision: int = 3) -> Render:
    """A date as a sort key."""

    def key(ctx: Context) -> Output | None:
        value = ctx.dates.get(variable)
        made = sort_key(value, precision) if value is not None else ""
        if not made:
            ctx.tried = True
            return None
        ctx.hit = True
        return made

    return key
