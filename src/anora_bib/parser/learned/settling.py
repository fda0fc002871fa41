"""Parts of a reference as people print them: what the labeller tears apart, or sees twice, is put right.

Each step takes parts in order and gives parts in order, and knows one habit of print.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from anora_bib import language
from anora_bib.parser.draft import Mark
from anora_bib.parser.labels import Label
from anora_bib.parser.learned.borders import borders, page_of_a_day
from anora_bib.parser.learned.spans import LabelledPart

Parts = list[LabelledPart]

_TITLES: Final = frozenset((Label.TITLE, Label.CONTAINER, Label.COLLECTION))
_MANY: Final = frozenset((Label.AUTHOR, Label.TITLE, Label.CONTAINER, Label.ARCHIVE))
"""Labels of which the first part counts; of any other it is the likeliest."""


def settle(parts: Sequence[LabelledPart], text: str, marks: Sequence[Mark]) -> Parts:
    """The parts of the reference ``text``, at most one of each label but for those of names in archives."""
    settled = _whole_runs(borders(parts, text, marks), marks)
    settled = _bodies(settled, parts, text)
    settled = _subtitles(settled, text)
    settled = _titled(settled, text)
    settled = _books(settled, text)
    settled = _in_journal(settled, text)
    settled = _published(_placed(settled, text), text)
    settled = _issue_like_a_year(settled)
    settled = _dated(page_of_a_day(settled, text), text)
    return _one_of_each(settled)


def _whole_runs(parts: Parts, marks: Iterable[Mark]) -> Parts:
    """A run in quotation marks or italics of which most is a title is that title, whole."""
    for mark in marks:
        inside = [part for part in parts if part.start < mark.inner.end and mark.inner.start < part.end]
        weights: dict[Label, float] = defaultdict(float)
        for part in inside:
            covered = min(part.end, mark.inner.end) - max(part.start, mark.inner.start)
            weights[part.label] += covered * part.likely
        label = max(weights, key=weights.__getitem__, default=None)
        if label not in _TITLES or sum(weights.values()) * 2 < len(mark.inner):
            continue
        likely = max(part.likely for part in inside if part.label is label)
        whole = LabelledPart(mark.inner.start, mark.inner.end, label, likely)
        rest = [cut for part in parts for cut in _outside(part, whole)]
        parts = sorted([*rest, whole], key=lambda part: part.start)
    return parts


def _outside(part: LabelledPart, whole: LabelledPart) -> Parts:
    """What of a part stands before and behind another; of a title nothing that is cut off is one."""
    if part.end <= whole.start or whole.end <= part.start:
        return [part]
    cuts = [part._replace(end=min(part.end, whole.start)), part._replace(start=max(part.start, whole.end))]
    return [cut for cut in cuts if cut.start < cut.end and cut.label not in _TITLES]


def _bodies(settled: Parts, labelled: Sequence[LabelledPart], text: str) -> Parts:
    """What stands between an author and the italics of a title is of the author: "BOARD OF LAMPS, GAS AND TIDES"."""
    for before, after in pairwise(labelled):
        if (before.label, after.label) != (Label.AUTHOR, Label.TITLE) or not text[before.start : before.end].isupper():
            continue
        title = next(
            (part for part in settled if part.label is Label.TITLE and after.start < part.start < after.end), None
        )
        words = text[after.start : title.start].rstrip(" *_.") if title else ""
        if words and words.isupper():
            at = settled.index(before)
            settled[at] = before._replace(end=after.start + len(words))
    return settled


_LED_IN: Final = re.compile(rf"[\s.,](?:{language.pattern(language.capitalized('lead_within'))})\s?\Z")


def _subtitles(parts: Parts, text: str) -> Parts:
    """What follows a title behind a colon is its subtitle, and a last name before a colon began the title."""
    out: Parts = []
    for part in parts:
        last = out[-1] if out else None
        if last and text[last.end : part.start].strip() == ":" and part.label in _TITLES:
            if last.label is Label.TITLE and (lead := _LED_IN.search(text, last.start, last.end)):
                out[-1] = last._replace(end=lead.start())
                out.append(part._replace(label=Label.CONTAINER))
                continue
            if last.label is Label.TITLE:
                out[-1] = last._replace(end=part.end, likely=min(last.likely, part.likely))
                continue
            if last.label is Label.AUTHOR and part.label is Label.TITLE:
                comma = text.rfind(",", last.start, last.end)
                words = text[comma + 1 : last.end].split() if comma > last.start else []
                if len(text[last.start : comma].split()) > 1 and words and len(words[-1].strip(".")) > 2:
                    out[-1] = last._replace(end=comma)
                    start = comma + 1 + (len(text[comma + 1 : last.end]) - len(text[comma + 1 : last.end].lstrip()))
                    out.append(part._replace(start=start))
                    continue
        out.append(part)
    return out


def _titled(parts: Parts, text: str) -> Parts:
    """Where nothing is a title, the first container is; but sciences print none: "J. Roe, J. Lamps 12, 34 (2001)"."""
    parts = _abbreviated(parts, text)
    labels = {part.label for part in parts}
    if Label.TITLE in labels or {Label.VOLUME, Label.PAGES} <= labels:
        return parts
    first = next((at for at, part in enumerate(parts) if part.label is Label.CONTAINER), None)
    if first is not None:
        parts[first] = parts[first]._replace(label=Label.TITLE)
    return parts


_SHORTENED: Final = re.compile(r"(?:[^\W\d_]{1,6}\.?\s){0,3}[^\W\d_]{1,6}\Z")


def _abbreviated(parts: Parts, text: str) -> Parts:
    """The short words of a "title" right before a container with a volume begin its name: "J. Am." and "Chem. Soc."."""
    labels = {part.label for part in parts}
    if not {Label.VOLUME, Label.PAGES} <= labels:
        return parts
    for at, (title, container) in enumerate(pairwise(parts)):
        if (title.label, container.label) != (Label.TITLE, Label.CONTAINER):
            continue
        words = text[title.start : title.end]
        if (
            "." in text[container.start : container.end + 1]
            and _SHORTENED.fullmatch(words.rstrip("."))
            and (text[title.end : container.start].strip() in ("", "."))
        ):
            return [*parts[:at], container._replace(start=title.start), *parts[at + 2 :]]
    return parts


_PERIODICAL: Final = frozenset((Label.VOLUME, Label.ISSUE, Label.PAGES, Label.EDITOR))
_SERIES: Final = re.compile(r"[(\[]\s?=\s?\Z")
_WITHIN_TITLES: Final = frozenset((".", *language.vocabulary("lead_within")))


def _books(parts: Parts, text: str) -> Parts:
    """What stands behind a sign of equation in brackets is a series.

    A "container" right behind the title of a book, with a stop between and nothing of a periodical, is its subtitle;
    with "in" and no sign between, it is a part of the title: "Lamps in Harbour Law".
    """
    labels = {part.label for part in parts}
    whole = Label.PUBLISHER in labels or Label.PLACE in labels
    whole = whole and labels.isdisjoint(_PERIODICAL)
    out: Parts = []
    for part in parts:
        last = out[-1] if out else None
        if last is None or part.label not in _TITLES:
            out.append(part)
        elif _SERIES.search(text, last.end, part.start):
            out.append(part._replace(label=Label.COLLECTION))
        elif (
            whole
            and (last.label, part.label) == (Label.TITLE, Label.CONTAINER)
            and text[last.end : part.start].strip() in _WITHIN_TITLES
        ):
            out[-1] = last._replace(end=part.end, likely=min(last.likely, part.likely))
        else:
            out.append(part)
    return out


_JOURNAL: Final = re.compile(r"[.?!][”\"]?\s(?P<journal>[A-Z]\w{0,12}\.?(?:\s[A-Z(]\w{0,12}\)?\.?){1,6})\.?\s?\Z")
_YEAR_VOLUME: Final = re.compile(r"[\s.,]{0,3}(?:1[6-9]|20)\d\d(?:\s[A-Z][a-z]{2}(?:\s\d{1,2})?)?;\s?\d")


def _in_journal(parts: Parts, text: str) -> Parts:
    """Before the year and volume of Vancouver style stands the journal: "The tide. J Harb Res. 2001;12:33"."""
    if any(part.label is Label.CONTAINER for part in parts):
        return parts
    for at, part in enumerate(parts):
        if part.label is Label.TITLE and _YEAR_VOLUME.match(text, part.end):
            if found := _JOURNAL.search(text, max(part.start, part.end - 90), part.end):
                start, end = found.span("journal")
                journal = LabelledPart(start, end, Label.CONTAINER, part.likely)
                parts[at : at + 1] = [part._replace(end=found.start() + 1), journal]
            break
    return parts


_PLACED: Final = re.compile(r"(?P<place>[^\W\d_a-z][\w.’-]{1,24}(?:,? [^\W\d_a-z][\w.’-]{1,24}){0,3}):\s(?=\w)")


def _placed(parts: Parts, text: str) -> Parts:
    """What stands before a colon in the name of a house is its place: "Hull: Tide Press"."""
    if any(part.label is Label.PLACE for part in parts):
        return parts
    for at, part in enumerate(parts):
        if part.label is Label.PUBLISHER and (placed := _PLACED.match(text, part.start, part.end)):
            place = LabelledPart(part.start, placed.end("place"), Label.PLACE, part.likely)
            parts[at : at + 1] = [place, part._replace(start=placed.end())]
            break
    return parts


_WHERE: Final = frozenset((Label.PUBLISHER, Label.PLACE, Label.CONTAINER, Label.COLLECTION, Label.URL, Label.KIND))
_HOUSE: Final = re.compile(
    r"\w[.?!][”\"’]?\s(?P<house>[^\W\d_a-z][\w’'&-]{1,24}(?: (?:&|[^\W\d_a-z][\w’'-]{1,24})){0,2})\Z"
)


def _published(parts: Parts, text: str) -> Parts:
    """Where nothing says who published a book, the last words of its title before a year do: "Lamps. Wick, 2010"."""
    if not _WHERE.isdisjoint(part.label for part in parts):
        return parts
    for at, (title, date) in enumerate(pairwise(parts)):
        if (title.label, date.label) == (Label.TITLE, Label.DATE) and text[: date.start].rstrip()[-1:] == ",":
            end = text.rindex(",", 0, date.start)
            if house := _HOUSE.search(text, max(title.start, end - 80), end):
                publisher = LabelledPart(house.start("house"), end, Label.PUBLISHER, title.likely)
                parts[at : at + 1] = [title._replace(end=house.start() + 1), publisher]
            break
    return parts


def _issue_like_a_year(parts: Parts) -> Parts:
    """Of two dates the one between a volume and pages is the issue: "(2009) ..., 364(1535), 3549–3557"."""
    if sum(part.label is Label.DATE for part in parts) < 2 or any(part.label is Label.ISSUE for part in parts):
        return parts
    for at in range(1, len(parts) - 1):
        if (parts[at - 1].label, parts[at].label, parts[at + 1].label) == (Label.VOLUME, Label.DATE, Label.PAGES):
            parts[at] = parts[at]._replace(label=Label.ISSUE)
            break
    return parts


_PAGE: Final = re.compile(r"\d{1,3}")
_COUNTS: Final = (Label.VOLUME, Label.ISSUE, Label.NUMBER)
_BARE: Final = re.compile(r",\s\d{1,4}(?:[,.]\s<?https?:|\.?\Z)")
"""Behind a date: a number and nothing else, or an address."""


def _dated(parts: Parts, text: str) -> Parts:
    """Of two dates the first, right behind the title, is that of the original.

    It stands in brackets, or between stops: "Lamps (1961). Hull, 2001", "Lamps. 1961. Tide Press, 2001".
    """
    parts = [_first_published(part, text) for part in _paged(parts, text)]
    dates = [at for at, part in enumerate(parts) if part.label is Label.DATE]
    if len(dates) < 2 or any(part.label is Label.ORIGINAL_DATE for part in parts):
        return parts
    first, last = dates[0], dates[-1]
    years = [_year(text, parts[at]) for at in (first, last)]
    if first and parts[first - 1].label is Label.TITLE and years[0] and years[0] < years[1]:
        before, behind = text[: parts[first].start].rstrip()[-1:], text[parts[first].end :][:1]
        if before in ("(", "[") or (before == behind == "." and first + 1 < last):
            parts[first] = parts[first]._replace(label=Label.ORIGINAL_DATE)
    return parts


_FIRST: Final = re.compile(
    rf"[(\[](?:[^()\[\]\d]{{0,16}}\s)?(?:{language.pattern(language.vocabulary('first_published'))})\.?[:,\s][^()\[\]]{{0,12}}\Z",
    re.IGNORECASE,
)


def _first_published(part: LabelledPart, text: str) -> LabelledPart:
    """A date in brackets behind a word for that is the one of the original: "2001 (orig. 1961)", "[first 1961]"."""
    if part.label is Label.DATE and _FIRST.search(text, max(0, part.start - 40), part.start):
        return part._replace(label=Label.ORIGINAL_DATE)
    return part


def _paged(parts: Parts, text: str) -> Parts:
    """A number too short for a year is a page behind all else; and behind the date, where nothing has volumes."""
    labels = {part.label for part in parts}
    if not parts or Label.PAGES in labels:
        return parts
    if parts[-1].label is Label.DATE and _PAGE.fullmatch(text, parts[-1].start, parts[-1].end):
        return [*parts[:-1], parts[-1]._replace(label=Label.PAGES)]
    if labels.isdisjoint((Label.CONTAINER, Label.COLLECTION)):
        for at, (date, number) in enumerate(pairwise(parts), 1):
            if date.label is Label.DATE and number.label in _COUNTS and _BARE.match(text, date.end):
                return [*parts[:at], number._replace(label=Label.PAGES), *parts[at + 1 :]]
    return parts


def _year(text: str, part: LabelledPart) -> str:
    return next(
        (word for word in text[part.start : part.end].replace("-", " ").split() if word.isdecimal() and len(word) == 4),
        "",
    )


def _one_of_each(parts: Parts) -> Parts:
    """Of each label one part: the first, or the likeliest."""
    chosen: dict[Label, LabelledPart] = {}
    for part in parts:
        known = chosen.get(part.label)
        if known is None or (part.label not in _MANY and part.likely > known.likely):
            chosen[part.label] = part
    return sorted(chosen.values(), key=lambda part: part.start)
