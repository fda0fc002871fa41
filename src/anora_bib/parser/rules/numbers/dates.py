"""Dates as references print them, and the one on which the work came out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from anora_bib import language
from anora_bib.model import Date
from anora_bib.parser.draft import EXPLICIT, GUESS, HOLE, STRUCTURE, Draft, Explanation, explained
from anora_bib.parser.text.signs import Seen
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

MONTHS: Final = language.months()
SEASONS: Final = {word: str(number) for word, number in language.seasons().items()}
"""Numbers as CSL-JSON has them (specification 1.0.2, "Date Variables")."""
_MONTH_WORDS: Final = frozenset(MONTHS)
_SEASON_WORDS: Final = frozenset(SEASONS)

MONTH: Final = rf"(?:{language.pattern(MONTHS)})\b\.?"
_SEASON = rf"(?:{language.pattern(SEASONS)})\b"
_YEAR = r"(?:1[4-9]|20)\d\d"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th|er|\.(?= ?[^\W\d]))?(?:\b|(?<=\.))"
_TO = r"[ ]?(?:[-–—/]|to)[ ]?"
_NUMERIC: Final = r"\d[/.]\d\d?[/.]\d"

_Forms = tuple[tuple[str, re.Pattern[str]], ...]
_FORMS: Final[_Forms] = tuple(
    (needs, lazy(form, re.IGNORECASE))
    for needs, form in (
        ("month", rf"(?P<m>{MONTH}) (?P<d>{_DAY}){_TO}(?:(?P<m2>{MONTH}) )?(?P<d2>{_DAY}),? (?P<y>{_YEAR})\b"),
        ("month", rf"(?P<m>{MONTH}) ?(?P<d>{_DAY}),? ?(?P<y>{_YEAR})\b"),
        (
            "day",
            rf"\b(?P<d>{_DAY})(?:{_TO}(?P<d2>{_DAY}))? (?:of |de )?(?P<m>{MONTH}),? (?:del? )?(?P<y>{_YEAR})\b",
        ),
        ("day", rf"\b(?P<y>{_YEAR})[a-z]?, (?P<m>{MONTH})(?: (?P<d>{_DAY})(?:{_TO}(?P<d2>{_DAY}))?)?"),
        ("day", rf"\b(?P<y>{_YEAR})[a-z]?, (?P<d>{_DAY}) (?:de )?(?P<m>{MONTH})"),
        (r"\d-\d", rf"(?<![\d/-])(?P<y>{_YEAR})-(?P<m>\d\d)-(?P<d>\d\d)(?![\d/-])"),
        (_NUMERIC, rf"(?<![\d/.])(?P<a>\d\d?)(?P<sep>[/.])(?P<b>\d\d?)(?P=sep)(?P<y>{_YEAR}|\d\d)(?![\d/])"),
        ("month", rf"(?P<m>{MONTH}){_TO}(?P<m2>{MONTH}),? (?:of )?(?P<y>{_YEAR})\b"),
        ("month", rf"\b(?P<m>{MONTH}),? (?:of |del? )?(?P<y>{_YEAR})\b"),
        ("season", rf"\b(?P<s>{_SEASON})(?:/(?:{_SEASON}))?,? (?:of )?(?P<y>{_YEAR})\b"),
        ("season", rf"\b(?P<y>{_YEAR}), (?P<s>{_SEASON})"),
        (r"\] \d", rf"\[(?P<o>{_YEAR})\] (?P<y>{_YEAR})\b"),
        (r"\d[-–]\d", rf"\b(?P<y>{_YEAR})[-–](?P<y2>{_YEAR}|\d\d)\b(?![-–])"),
        ("year", rf"(?P<y>{_YEAR})(?<![\w$£€.]\d{{4}})(?:[a-h]\b|\b)(?!\.\d)\]?"),
        ("words", r"(?P<n>\bn\. ?d\.|\bforthcoming\b|\bin press\b)"),
    )
)
"""Each form with what a text must have for it: a pattern that is quickly looked for, or what :func:`find_dates` tells
by that name. Those of a month begin with the month."""
_SHAPES: Final = {needs: lazy(needs) for needs, _ in _FORMS if not needs.isalpha()}
_ANY_SHAPE: Final = lazy(r"\d(?:[-–]\d|[/.]\d\d?[/.]\d)|\] \d")
"""What a text has that has any of these."""
_IN_NUMBERS: Final[_Forms] = tuple((needs, form) for needs, form in _FORMS if needs not in ("month", "day", "season"))
_YEARS: Final[_Forms] = tuple((needs, form) for needs, form in _FORMS if needs in ("year", "words"))
"""Those that a text without months and seasons can have, and without a shape as well."""
_HAS_YEAR: Final = lazy(_YEAR)
_UNDATED: Final = ({"n", "d"}, {"forthcoming"}, {"in", "press"})
"""The words of what is printed in place of a date."""
_LETTERS: Final = lazy(r"[^\W\d_]+")
_BEFORE_YEAR: Final = lazy(r"(?:\b(?P<c>ca?\.|circa) ?)?\[?\Z", re.IGNORECASE)
"""What belongs to a bare year and is printed before it: "ca. [1999]"."""
_LONGEST_BEFORE: Final = len("circa [")


class Dated(NamedTuple):
    """A date read at ``span``; ``original`` is the bracketed first year of "[1975] 2002"."""

    date: Date
    span: Span
    original: Date | None = None

    @property
    def precision(self) -> int:
        """3 for a day, 2 for a month or season, 1 for a year, 0 for "n.d."."""
        if not self.date.parts:
            return 0
        return 2 if self.date.season else len(self.date.parts[0])


def find_dates(text: str, start: int = 0, end: int | None = None, seen: Seen | None = None) -> list[Dated]:
    """Every date of the text between two offsets, in order; of overlapping readings the fullest.

    ``seen`` are the words of the text, or of more, if they are known.
    """
    stop = len(text) if end is None else end
    words = (seen or Seen(text[start:stop])).words
    has_words = any(words.issuperset(needed) for needed in _UNDATED)
    if not has_words and not _HAS_YEAR.search(text, start, stop) and not _SHAPES[_NUMERIC].search(text, start, stop):
        return []
    return _Reading(text, start, stop, words, has_words).dates()


class _Reading:
    """One stretch of a text whose dates are looked for, form by form; ``taken`` are the characters of those read."""

    def __init__(self, text: str, start: int, stop: int, words: frozenset[str], has_words: bool) -> None:
        self._text, self._start, self._stop = text, start, stop
        self._months: list[int] = []
        if not _MONTH_WORDS.isdisjoint(words):
            letters = _LETTERS.finditer(text, start, stop)
            self._months = [match.start() for match in letters if match[0].casefold() in MONTHS]
        self._taken = bytearray(stop - start)
        in_season = not _SEASON_WORDS.isdisjoint(words)
        has_months = bool(self._months)
        self._has = {"month": has_months, "day": has_months, "season": in_season, "year": True, "words": has_words}
        self._forms = _FORMS if has_months or in_season else _IN_NUMBERS
        if self._forms is _IN_NUMBERS and not _ANY_SHAPE.search(text, start, stop):
            self._forms = _YEARS

    def dates(self) -> list[Dated]:
        dates: list[Dated] = []
        for needs, form in self._forms:
            has = self._has.get(needs)
            if has is None:
                has = _SHAPES[needs].search(self._text, self._start, self._stop) is not None
            if has:
                dates += self._of_form(needs, form)
        return sorted(dates, key=lambda item: item.span[0]) if len(dates) > 1 else dates

    def _of_form(self, needs: str, form: re.Pattern[str]) -> Iterator[Dated]:
        for match in self._at_months(form) if needs == "month" else form.finditer(self._text, self._start, self._stop):
            begin, after = match.span()
            circa = False
            if needs == "year" and self._is_introduced(begin):
                before = _BEFORE_YEAR.search(self._text, max(self._start, begin - _LONGEST_BEFORE), begin)
                if before is not None:
                    begin, circa = before.start(), before["c"] is not None
            low, high = begin - self._start, after - self._start
            if self._taken.find(1, low, high) >= 0:
                continue
            parts = match.groupdict()
            date = _date(parts, match.group(), circa=circa)
            if date is None:
                continue
            original = parts.get("o")
            yield Dated(date, Span(begin, after), Date.of(int(original)) if original else None)
            self._taken[low:high] = b"\1" * (high - low)

    def _is_introduced(self, year: int) -> bool:
        """Whether what stands before a year may be a bracket, or "ca." and a space."""
        before = self._text[max(self._start, year - 2) : year]
        return before[-1:] == "[" or (before[-1:] == " " and before[:1] in ".aA")

    def _at_months(self, form: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """The matches of a form that begins with a month, without trying every character of the text."""
        done = 0
        for at in self._months:
            if at >= done and (match := form.match(self._text, at, self._stop)):
                done = match.end()
                yield match


def _number(text: str | None) -> int | None:
    if not text:
        return None
    if text.isdigit():
        return int(text)
    if text[0].isdigit():
        return int(re.sub(r"\D", "", text))
    return MONTHS[text.rstrip(".").casefold()]


def _date(part: dict[str, str | None], printed: str, *, circa: bool = False) -> Date | None:
    if part.get("n"):
        return Date(literal=printed)
    if part.get("a"):
        return _numeric(part, printed)
    year = _number(part["y"])
    if year is None:
        return None
    if len(part) == 1 and not circa:
        return _whole_year(year)
    if season := part.get("s"):
        return Date(((year,),), season=SEASONS[season.casefold()])
    month, day = _number(part.get("m")), _number(part.get("d"))
    try:
        first = Date.of(year, month, day)
        last = _last(part, year, month)
    except ValueError:
        return Date(((year,),), literal=printed)  # No such day: the year still stands, and what was printed.
    return Date((*first.parts, *last), circa=circa)


@lru_cache(maxsize=1024)
def _whole_year(year: int) -> Date:
    return Date.of(year)


def _last(part: dict[str, str | None], year: int, month: int | None) -> tuple[tuple[int, ...], ...]:
    """The end of a range: ``(parts,)``, or () if there is none."""
    if day := _number(part.get("d2")):
        return Date.of(year, _number(part.get("m2")) or month, day).parts
    if month2 := _number(part.get("m2")):
        return Date.of(year, month2).parts
    if year2 := part.get("y2"):
        whole = int(year2) if len(year2) == 4 else year - year % 100 + int(year2)
        return ((whole,),) if whole > year else ()
    return ()


def _numeric(part: dict[str, str | None], printed: str) -> Date | None:
    """A date in numbers. "3.4.2015" is a day of April; where "3/4/15" has no number over 12, only the year is known."""
    a, b, year = _number(part["a"]), _number(part["b"]), _number(part["y"])
    if a is None or b is None or year is None:
        return None
    if year < 100:
        year += 2000
    for day, month in ((a, b), (b, a)):
        if (day > 12 and month <= 12) or a == b or part["sep"] == ".":
            try:
                return Date.of(year, month, day)
            except ValueError:
                break
    return Date(((year,),), literal=printed)


_PLAIN: Final = 5
"""The rank of a bare year between stops; of two, the later is the edition's and the earlier the first publication's."""


def find_issued(draft: Draft) -> Iterable[Explanation]:
    """The date of issue: in parentheses if there is such a one, else the fullest that stands in a date's place."""
    if draft.has("issued"):
        return
    best: tuple[int, Dated, float] | None = None
    dates = find_dates(draft.rest, seen=draft.seen)
    for dated in dates:
        rank, confidence = _place(draft.rest, dated)
        if confidence and (best is None or rank > best[0] or (rank == best[0] == _PLAIN)):
            best = rank, dated, confidence
    if best is None:
        return
    _, dated, confidence = best
    cover = _bracketed(draft.rest, dated.span)
    day = day_apart(draft.rest, dated, draft.seen)
    yield Explanation("issued", day.date if day else dated.date, dated.span, cover, confidence)
    if day:
        yield explained(*day.span)
    if dated.original:
        yield Explanation("original-date", dated.original, dated.span, dated.span, confidence)
    elif before := _original(draft, dates, dated):
        yield Explanation("original-date", before.date, before.span, before.span, STRUCTURE)


_DAY_APART: Final = lazy(
    rf"(?<=[,.*_”’\"]\s)(?:(?P<d>{_DAY})\s(?P<m>{MONTH})|(?P<month>{MONTH})\s(?P<day>{_DAY}))(?=\s?[,;\0]|\.?\s*\Z|\.\s)",
    re.IGNORECASE,
)


_MONTH_APART: Final = lazy(
    rf"(?:(?<=,\s)(?P<m>{MONTH})(?=\s?[,;\0]|\.?\s*\Z|\.\s)|\((?P<month>{MONTH})\))", re.IGNORECASE
)


def day_apart(text: str, issued: Dated, seen: Seen) -> Dated | None:
    """The day or the month behind an outlet, where the year stands behind the author: "8 October, p. 3", "(March)"."""
    year = issued.date.year
    if not year or issued.precision != 1 or len(issued.date.parts) != 1 or seen.words.isdisjoint(_MONTH_WORDS):
        return None
    if (found := _DAY_APART.search(text, issued.span.end)) is None:
        apart = _MONTH_APART.search(text, issued.span.end)
        month = _number(apart["m"] or apart["month"]) if apart else 0
        return Dated(Date.of(year, month), Span(*apart.span())) if apart and month else None
    day, month = _number(found["d"] or found["day"]), _number(found["m"] or found["month"])
    try:
        return Dated(Date.of(year, month, day), Span(*found.span()))
    except ValueError:
        return None


def _original(draft: Draft, dates: list[Dated], issued: Dated) -> Dated | None:
    """The year of first publication, printed as a part of its own before the year of the edition."""
    for dated in dates:
        if dated.span.end > issued.span.start:
            return None
        year = issued.date.year
        alone = draft.rest[: dated.span.start].rstrip()[-1:] in ".([" and draft.rest[dated.span.end :][:1] in ".)];"
        if (
            alone
            and len(dated.date.parts) == 1
            and dated.precision == 1
            and issued.precision == 1
            and year
            and (dated.date.year or year) < year
        ):
            return dated
    return None


def _place(rest: str, dated: Dated) -> tuple[int, float]:
    """How much the place of a date looks like that of a date of issue: a rank (higher is better), a confidence."""
    start, end = dated.span.start, dated.span.end
    before, after = rest[:start].rstrip(), rest[end:].lstrip()
    left = before[-1:] or HOLE
    right = after[:1] or HOLE
    if left in "([" and right in ")],;":
        return 10 + dated.precision, EXPLICIT
    closed = right in f".,;:)]{HOLE}([—"
    if dated.precision == 0:
        return 1, EXPLICIT
    if dated.precision > 1:
        return 6 + dated.precision, EXPLICIT if closed else STRUCTURE
    if not closed:
        return 0, 0.0
    if len(dated.date.parts) > 1:
        return _PLAIN - 1, STRUCTURE  # "Labor in Film, 1900–1950": rather a part of the title.
    if left in f".,;:)[({HOLE}/©":
        return _PLAIN, STRUCTURE
    return 2, GUESS


def _bracketed(rest: str, span: Span) -> Span:
    """The span with the parentheses directly around it."""
    start, end = span.start, span.end
    if start and end < len(rest) and rest[start - 1] + rest[end] in ("()", "[]"):
        return Span(start - 1, end + 1)
    return span
