"""What the labeller tears apart in titles, or gives to another part, is put right.

Each step takes parts in order and gives parts in order, and knows one habit of print.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from anora_bib import language
from anora_bib.parser.draft import Mark
from anora_bib.parser.labels import Label
from anora_bib.parser.learned.settling.asking import Parts, asked_of, in_turn
from anora_bib.parser.learned.spans import LabelledPart
from anora_bib.parser.text.words import PLACES
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_TITLES: Final = frozenset((Label.TITLE, Label.CONTAINER, Label.COLLECTION))


def titled(parts: Parts, labelled: Sequence[LabelledPart], text: str, marks: Sequence[Mark]) -> Parts:
    """The parts with their titles whole; ``labelled`` are those that the labeller told."""
    settled = _marked(parts, text, marks) if marks else parts
    settled = _bodies(_rejoined(settled, text), labelled, text)
    settled = in_turn(settled, text, (_subtitles, _abbreviated, _first_container))
    return _with_signs(_in_journal(_books(settled, text), text), text)


def _marked(parts: Parts, text: str, marks: Sequence[Mark]) -> Parts:
    """The titles that quotation marks and italics tell."""
    return _second_run(_held_in_italics(_whole_runs(parts, text, marks), text, marks), text, marks)


def _whole_runs(parts: Parts, text: str, marks: Iterable[Mark]) -> Parts:
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
        rest = [cut for part in parts for cut in _outside(part, whole, text)]
        parts = sorted([*rest, whole], key=lambda part: part.start)
    return parts


def _held_in_italics(parts: Parts, text: str, marks: Sequence[Mark]) -> Parts:
    """The one run in italics behind a quoted title is what holds it, whole: “Lamps,” track 2 on *200 Days in the Port*.

    It is unless another part is the container, or something else than a title was seen in the run.
    """
    quoted = {mark.inner for mark in marks if mark.kind == "quoted"}
    behind = [part.end for part in parts if part.label is Label.TITLE and Span(part.start, part.end) in quoted]
    runs = [mark.inner for mark in marks if mark.kind == "italic" and behind and mark.outer.start > behind[0]]
    if len(runs) != 1 or not _WORDS.search(text, *runs[0]):
        return parts
    start, end = runs[0]
    inside = [part for part in parts if part.start < end and start < part.end]
    holders = [part for part in parts if part.label is Label.CONTAINER]
    if holders != inside or any(part.start < start or end < part.end for part in inside):
        return parts
    likely = min((part.likely for part in inside), default=_UNSEEN)
    rest = [part for part in parts if part not in inside]
    return sorted([*rest, LabelledPart(start, end, Label.CONTAINER, likely)], key=lambda part: part.start)


_WORDS: Final = lazy(r"[^\W\d_]{2}\W{1,9}[^\W\d_]{2}")
_UNSEEN: Final = 0.5
"""How likely a container is that only its italics tell."""


def _outside(part: LabelledPart, whole: LabelledPart, text: str) -> Parts:
    """What of a part stands before and behind another; what is cut off of a title is none, but it may be a town."""
    if part.end <= whole.start or whole.end <= part.start:
        return [part]
    cuts = [part._replace(end=min(part.end, whole.start)), part._replace(start=max(part.start, whole.end))]
    cuts = [_town(cut, text) for cut in cuts if cut.start < cut.end]
    return [cut for cut in cuts if cut.label not in _TITLES]


_AROUND: Final = ' .,;:*_”"’»'


def _town(part: LabelledPart, text: str) -> LabelledPart:
    """A known town that the labeller took for a piece of a title: "*Lamps.* Madrid, Tellus"."""
    words = text[part.start : part.end]
    town = words.strip(_AROUND)
    if part.label not in _TITLES or town.casefold() not in PLACES:
        return part
    start = part.start + words.index(town)
    return LabelledPart(start, start + len(town), Label.PLACE, part.likely)


_BETWEEN_QUOTES: Final = lazy(r"[”\"»][.,]\s[“\"„«]\s?")


def _second_run(parts: Parts, text: str, marks: Iterable[Mark]) -> Parts:
    """Of two titles in quotation marks, one behind the other, the second holds the first: “Lamps”. “Leaves of Wick”."""
    quoted = {mark.inner.start: mark for mark in marks if mark.kind == "quoted"}
    if len(quoted) < _PAIR or any(part.label is Label.CONTAINER for part in parts):
        return parts
    for at, (first, second) in enumerate(pairwise(parts), 1):
        both = first.label is second.label is Label.TITLE and {first.start, second.start} <= quoted.keys()
        if both and _BETWEEN_QUOTES.fullmatch(text, first.end, second.start):
            return [*parts[:at], second._replace(label=Label.CONTAINER), *parts[at + 1 :]]
    return parts


_PAIR: Final = 2


def _with_signs(parts: Parts, text: str) -> Parts:
    """Titles with the signs of a question or an exclamation that stand around them, which the labeller leaves out."""
    if "¿" not in text and "¡" not in text:
        return parts
    return [_with_sign(part, text) if part.label in _TITLES else part for part in parts]


def _with_sign(part: LabelledPart, text: str) -> LabelledPart:
    opened = text[part.start - 1 : part.start] in ("¿", "¡")
    closed = opened and text[part.end : part.end + 1] in ("?", "!")
    return part._replace(start=part.start - opened, end=part.end + closed)


_BETWEEN_RUNS: Final = lazy(r"[*_]{1,2}[.:]\s[*_]{1,2}")


def _rejoined(parts: Parts, text: str) -> Parts:
    """A title and its subtitle that are set in italics each are one: "*Lamps*. *A History*"."""
    if "*" not in text and "_" not in text:
        return parts
    out: Parts = []
    for part in parts:
        last = out[-1] if out else None
        joined = last and last.label is part.label and part.label in _TITLES
        if last and joined and _BETWEEN_RUNS.fullmatch(text, last.end, part.start):
            out[-1] = last._replace(end=part.end, likely=min(last.likely, part.likely))
        else:
            out.append(part)
    return out


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


_LED_IN: Final = lazy(rf"[\s.,](?:{language.pattern(language.capitalized('lead_within'))})\s?\Z")


@asked_of(one_of=_TITLES, sign=":")
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
                since = max(text.rfind(";", last.start, comma), text.rfind("/", last.start, comma), last.start - 1) + 1
                if len(text[since:comma].split()) > 1 and words and len(words[-1].strip(".")) > 2:
                    out[-1] = last._replace(end=comma)
                    start = comma + 1 + (len(text[comma + 1 : last.end]) - len(text[comma + 1 : last.end].lstrip()))
                    out.append(part._replace(start=start))
                    continue
        out.append(part)
    return out


@asked_of(Label.CONTAINER, lacks=frozenset((Label.TITLE,)))
def _first_container(parts: Parts, _text: str) -> Parts:
    """Where nothing is a title, the first container is; but sciences print none: "J. Roe, J. Lamps 12, 34 (2001)"."""
    labels = {part.label for part in parts}
    untitled = Label.VOLUME in labels and not labels.isdisjoint((Label.PAGES, Label.ISSUE))
    two = sum(part.label is Label.CONTAINER for part in parts) > 1
    if untitled and not two and Label.PUBLISHER not in labels:
        return parts
    first = next((at for at, part in enumerate(parts) if part.label is Label.CONTAINER), None)
    if first is not None:
        parts[first] = parts[first]._replace(label=Label.TITLE)
    return parts


_SHORTENED: Final = lazy(r"(?:[^\W\d_]{1,6}\.?\s){0,3}[^\W\d_]{1,6}\Z")


@asked_of(Label.TITLE, Label.CONTAINER, Label.VOLUME, Label.PAGES, sign=".")
def _abbreviated(parts: Parts, text: str) -> Parts:
    """The short words of a "title" right before a container with a volume begin its name: "J. Am." and "Chem. Soc."."""
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
_SERIES: Final = lazy(r"[(\[]\s?=\s?\Z")
_WITHIN_TITLES: Final = frozenset((".", *language.vocabulary("lead_within")))


_OF_PIECES: Final = frozenset((Label.ISSUE, Label.PAGES, Label.EDITOR))
_BOOK_VOLUME: Final = lazy(r"(?:Bd|Band|Tome|Tomo|Teil)\.?\s\Z")


def _of_books(parts: Parts, text: str) -> bool:
    """Whether the volume is one of a book, as a word before it says that no periodical has: "Bd. II", "Tomo 3"."""
    return any(
        part.label is Label.VOLUME and _BOOK_VOLUME.search(text, max(0, part.start - 6), part.start) for part in parts
    )


def _books(parts: Parts, text: str) -> Parts:
    """What stands behind a sign of equation in brackets is a series.

    A "container" right behind the title of a book, with a stop between and nothing of a periodical, is its subtitle;
    with "in" and no sign between, it is a part of the title: "Lamps in Harbour Law".
    """
    labels = {part.label for part in parts}
    printed = Label.PUBLISHER in labels or Label.PLACE in labels
    others = _OF_PIECES if _of_books(parts, text) else _PERIODICAL
    whole = printed and {Label.TITLE, Label.CONTAINER} <= labels and labels.isdisjoint(others)
    if not whole and "=" not in text:
        return parts
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


_JOURNAL: Final = lazy(r"[.?!][”\"]?\s(?P<journal>[A-Z]\w{0,12}\.?(?:\s[A-Z(]\w{0,12}\)?\.?){1,6})\.?\s?\Z")
_YEAR_VOLUME: Final = lazy(r"[\s.,]{0,3}(?:1[6-9]|20)\d\d(?:\s[A-Z][a-z]{2}(?:\s\d{1,2})?)?;\s?\d")


@asked_of(Label.TITLE, lacks=frozenset((Label.CONTAINER,)), sign=";")
def _in_journal(parts: Parts, text: str) -> Parts:
    """Before the year and volume of Vancouver style stands the journal: "The tide. J Harb Res. 2001;12:33"."""
    for at, part in enumerate(parts):
        if part.label is Label.TITLE and _YEAR_VOLUME.match(text, part.end):
            if found := _JOURNAL.search(text, max(part.start, part.end - 90), part.end):
                start, end = found.span("journal")
                journal = LabelledPart(start, end, Label.CONTAINER, part.likely)
                parts[at : at + 1] = [part._replace(end=found.start() + 1), journal]
            break
    return parts
