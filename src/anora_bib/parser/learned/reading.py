"""What the labeller says of a draft, as explanations like those of the rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from anora_bib import language
from anora_bib.model import Date, Name, Value
from anora_bib.model.values.csl import NAME_VARIABLES
from anora_bib.parser.draft import HOLE, Draft, Explanation, Mark, explained, trim
from anora_bib.parser.labels import READER, VARIABLES, Label
from anora_bib.parser.learned.labeller import Tagged, Tokens
from anora_bib.parser.learned.roles import role_of
from anora_bib.parser.learned.settling import settle
from anora_bib.parser.learned.spans import LabelledPart, parts, with_borders
from anora_bib.parser.normalise.dates import date
from anora_bib.parser.normalise.edition import edition
from anora_bib.parser.normalise.kinds import kind
from anora_bib.parser.normalise.names import names
from anora_bib.parser.normalise.numbers import number, number_of_pages
from anora_bib.parser.normalise.pages import pages
from anora_bib.parser.normalise.publishers import place, publisher
from anora_bib.parser.normalise.titles import container, title
from anora_bib.parser.rules.numbers.dates import Dated, day_apart
from anora_bib.parser.rules.signals import LABEL
from anora_bib.parser.text.marks import EMPHASIS_SIGNS, find_marks, plain
from anora_bib.text.characters import collapse
from anora_bib.text.spans import Span

_NAMES: Final = frozenset(("author", "editor", "director", "translator", "performer", "contributor"))
_DATES: Final = frozenset(("issued", "original-date", "accessed"))
_NUMBERS: Final = frozenset(("volume", "issue", "page", "number-of-pages", "locator", "section"))
_WORDS: Final = frozenset(("publisher", "publisher-place", "container-title", "collection-title", "authority"))
_ANY: Final = re.compile(r"\w")
_IN: Final = re.compile(
    rf"(?<![^\W\d_])(?:{language.pattern(language.vocabulary('lead_within'))})[:\s]{{1,3}}[*_“\"„«]?\Z", re.IGNORECASE
)
_LETTER: Final = re.compile(r"[^\W\d_]{2}|(?:[^\W\d_]\.){3}")
_DIGIT: Final = re.compile(r"\d|\b[ivxlcdm]{1,8}\b", re.IGNORECASE)


def _plain_title(words: str) -> str:
    return plain(title(words))


def _plain_container(words: str) -> str:
    return plain(container(words))


_NORMALISERS: Final[Mapping[str, Callable[[str], str]]] = {
    "title": _plain_title,
    "container-title": _plain_container,
    "collection-title": _plain_title,
    "publisher": publisher,
    "publisher-place": place,
    "volume": number,
    "issue": number,
    "number": number,
    "section": number,
    "edition": edition,
    "page": pages,
    "locator": pages,
    "number-of-pages": number_of_pages,
}


def explanations(draft: Draft, tagged: Tagged, type: str) -> Iterable[Explanation]:
    """What the labels of the words of a draft explain; ``type`` is the cue for the CSL type of the whole.

    The rules before have taken what is exact.
    """
    yield explained(0, 0, type)
    taken: set[str] = set()
    settled = list(with_borders(settle(parts(tagged), draft.text, draft.marks), tagged))
    houses = {_words(draft, part) for part in settled if part.label is Label.PUBLISHER}
    before: LabelledPart | None = None
    printed = type.partition("=")[2] in PRINTED
    for part in settled:
        variable = _variable(draft.text, part, before, printed=printed)
        before = part
        if not variable or variable in taken:
            continue
        if explanation := _explained(draft, part, variable):
            taken.add(variable)
            own = variable == "author" and _words(draft, part) in houses  # nobody is his own publisher
            if own:
                explanation = explanation._replace(value=(Name(literal=_words(draft, part)),))
            elif variable == "issued" and isinstance(explanation.value, Date):
                day = day_apart(draft.text, Dated(explanation.value, explanation.span), draft.seen)
                explanation = explanation._replace(value=day.date) if day else explanation
            yield explanation
    yield from _joints(draft, tagged)


def _words(draft: Draft, part: LabelledPart) -> str:
    """The words of a part, without the stops around them."""
    return collapse(draft.text[part.start : part.end]).strip(" .,;:")


_COLLECTION_REACH: Final = 8


PRINTED: Final = frozenset(("book", "chapter", "report", "entry-encyclopedia", "entry-dictionary", "collection"))
"""Types of which nobody is the director of a film."""


def _variable(text: str, part: LabelledPart, before: LabelledPart | None, *, printed: bool) -> str:
    """The variable of a part, which what stands beside it may decide; "" for one that the rules read."""
    variable = VARIABLES.get(part.label, "")
    if variable in _NAMES:
        return role_of(text, part.start, part.end, variable, printed=printed)
    near = before is not None and part.start - before.end <= _COLLECTION_REACH
    if before and near and before.label is Label.COLLECTION and part.label in (Label.NUMBER, Label.VOLUME):
        return "collection-number"
    return variable


_SURELY_OUTSIDE: Final = 0.7
_LONGEST_JOINT: Final = 3
"""Tokens."""


def _joints(draft: Draft, tagged: Tagged) -> Iterator[Explanation]:
    """The few words between two parts that lead from one to the other: "in", "vol.", "(eds.)"; no field is in them."""
    for label, first, end in tagged.runs[:-1]:
        if label is None and end - first <= _LONGEST_JOINT and min(tagged.likely[first:end]) >= _SURELY_OUTSIDE:
            start, stop = tagged.tokens[first].start, tagged.tokens[end - 1].end
            if HOLE not in draft.rest[start:stop]:
                yield explained(start, stop)


def tokens_of(draft: Draft) -> Tokens:
    """The words of a draft that are labelled: all but the signs of emphasis, and labels such as "Source:"."""
    italics = [mark.inner for mark in draft.marks if mark.kind == "italic"]
    emphasized = find_marks(draft.text) if draft.text[:1] in "*_" else draft.marks  # names set in bold, at the head
    signs = [sign for mark in emphasized if mark.kind == "italic" for sign in _signs(draft.text, mark)]
    signs += [item.cover for item in draft.explanations if item.cue == LABEL]
    return Tokens.of(draft.text, italics, sorted(signs))


def _signs(text: str, mark: Mark) -> Iterator[Span]:
    """The signs of emphasis around a marked run, and those within that set off a title by leaving it upright."""
    inner, outer = mark.inner, mark.outer
    if outer.start < inner.start:
        yield Span(outer.start, inner.start)
    for sign in EMPHASIS_SIGNS.finditer(text, inner.start, inner.end):
        yield Span(*sign.span())
    if inner.end < outer.end:
        yield Span(inner.end, outer.end)


def _explained(draft: Draft, part: LabelledPart, variable: str) -> Explanation | None:
    """One part with its value; None if it has none, or a rule before has taken its words."""
    span = trim(draft.text, part.start, part.end)
    if HOLE in span.of(draft.rest) and not _is_marked(draft, span):
        if variable not in _CUT:
            return None
        span = _without_holes(draft, span, least=0 if variable == "issued" else len(span) // 2)
        if variable == "issued" and not _YEAR.fullmatch(draft.text, *span):
            return None
        part = part._replace(start=span.start, end=span.end)
    words = span.of(draft.text)
    if not words:
        return None
    if variable == "genre":
        return _kind(draft, span, part)
    value = _value(draft, variable, words)
    if value is None:
        return None
    cue = _cue(draft, variable, span) if isinstance(value, str) else ""
    return Explanation(variable, value, span, Span(part.start, part.end), part.likely, cue, READER)


_YEAR: Final = re.compile(r"(?:1[4-9]|20)\d\d")
_CUT: Final = frozenset(("title", "container-title", "publisher", "issued"))
"""Variables of which most may remain where a rule before has taken the words beside it."""
_FREE: Final = re.compile(rf"[^{HOLE}]+")


def _without_holes(draft: Draft, span: Span, least: int) -> Span:
    """The longest stretch of a span that no rule before has taken, if it is longer than that; else an empty one."""
    free = max(_FREE.finditer(draft.rest, *span), key=lambda match: len(match[0]), default=None)
    left = trim(draft.text, *free.span()) if free else Span(span.start, span.start)
    return left if len(left) > least else Span(span.start, span.start)


def _value(draft: Draft, variable: str, words: str) -> Value | None:
    """The value that the words of a variable have; None if they have none."""
    if variable in NAME_VARIABLES:
        return names(words, draft.records) or None
    if variable in _DATES:
        return date(words)
    if (_DIGIT if variable in _NUMBERS else _LETTER if variable in _WORDS else _ANY).search(words):
        return _NORMALISERS.get(variable, collapse)(words) or None
    return None


_CUES: Final = {type: type for type in ("manuscript", "report", "thesis")}
"""The evidence that the words of a kind are, for the types that nothing else tells."""


def _kind(draft: Draft, span: Span, part: LabelledPart) -> Explanation | None:
    """What sort of thing words say that it is, with the stop of an abbreviation that stands behind them."""
    if draft.text.startswith(".", span.end) and kind(f"{span.of(draft.text)}.").words.endswith("."):
        span = Span(span.start, span.end + 1)
    said = kind(span.of(draft.text))
    if not said.words:
        return None
    cover = Span(part.start, max(part.end, span.end))
    value = said.words if said.variable else ""
    return Explanation(said.variable, value, span, cover, part.likely, _CUES.get(said.type, ""), READER)


def _is_marked(draft: Draft, span: Span) -> bool:
    """Marked runs are holes before any rule has read them."""
    return any(mark.outer.start < span.end and span.start < mark.outer.end for mark in draft.marks)


def _cue(draft: Draft, variable: str, span: Span) -> str:
    """What a field is evidence of for the type."""
    if variable == "title":
        kinds = [mark.kind for mark in draft.marks if mark.inner.start < span.end and span.start < mark.inner.end]
        return kinds[0] if kinds else "bare"
    if variable == "container-title" and _IN.search(draft.text, max(0, span.start - 8), span.start):
        return "in"
    return {"issue": "periodical", "volume": "volume", "edition": "edition", "page": "pages"}.get(variable, "")
