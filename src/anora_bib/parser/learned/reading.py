"""What the labeller says of a draft, as explanations like those of the rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from anora_bib import language
from anora_bib.model import Date, Name, Records
from anora_bib.parser.draft import HOLE, Draft, Explanation, explained, trim
from anora_bib.parser.labels import Label
from anora_bib.parser.learned.labeller import Labeller, Tokens
from anora_bib.parser.learned.spans import LabelledPart, parts
from anora_bib.parser.learned.types import TypeModel
from anora_bib.parser.rules.dates import find_dates
from anora_bib.parser.text.names import NameReader
from anora_bib.parser.text.tokens import tokenize
from anora_bib.parser.text.words import BODIES, PERIODICAL_WORDS, PUBLISHER_WORDS
from anora_bib.parser.types import LEARNED
from anora_bib.spans import Span
from anora_bib.text import collapse

VARIABLES: Final = {
    Label.AUTHOR: "author",
    Label.EDITOR: "editor",
    Label.DIRECTOR: "director",
    Label.TRANSLATOR: "translator",
    Label.PERFORMER: "performer",
    Label.TITLE: "title",
    Label.CONTAINER: "container-title",
    Label.COLLECTION: "collection-title",
    Label.PUBLISHER: "publisher",
    Label.PLACE: "publisher-place",
    Label.DATE: "issued",
    Label.ORIGINAL_DATE: "original-date",
    Label.VOLUME: "volume",
    Label.ISSUE: "issue",
    Label.NUMBER: "number",
    Label.EDITION: "edition",
    Label.PAGES: "page",
    Label.NUMBER_OF_PAGES: "number-of-pages",
    Label.SECTION: "section",
    Label.LOCATOR: "locator",
    Label.KIND: "genre",
    Label.AUTHORITY: "authority",
    Label.ARCHIVE: "archive",
}
"""The variable of each label that is read from its words; the others are left to the rules, which read them exactly."""

_NAMES: Final = frozenset(("author", "editor", "director", "translator", "performer"))
_DATES: Final = frozenset(("issued", "original-date"))
_NUMBERS: Final = frozenset(("volume", "issue", "page", "number-of-pages", "locator", "section"))
_DIGIT: Final = re.compile(r"\d|\b[ivxlcdm]{1,8}\b", re.IGNORECASE)
_SEPARATORS: Final = re.compile(rf" ?; ?| (?:{language.pattern(language.vocabulary('conjunctions'))}) | ?& ?")
_OTHERS: Final = re.compile(r",? ?(?:et al\.?|u\. ?a\.|and others)$")
_ROLE: Final = re.compile(rf"[ ,(\[]{{0,3}}\b(?:{language.pattern(language.roles())})\.?[)\]]?$", re.IGNORECASE)


class LearnedRule:
    """A rule that explains what the labeller is sure of; the rules before it have taken what is exact."""

    def __init__(self, labeller: Labeller, types: TypeModel | None = None, least: float = 0.0) -> None:
        self._labeller = labeller
        self._types = types
        self._least = least

    def __call__(self, draft: Draft) -> Iterable[Explanation]:
        """The explanations of a draft."""
        tokens = _tokens(draft)
        [tagged] = self._labeller.label([tokens])
        if self._types:
            type, _ = self._types.decide(tagged, tokens.italic)
            yield explained(0, 0, f"{LEARNED}{type}")
        taken: set[str] = set()
        for part in parts(tagged):
            variable = VARIABLES.get(part.label, "")
            if not variable or variable in taken or part.likely < self._least:
                continue
            for explanation in _explained(draft, part, variable):
                taken.add(variable)
                yield explanation


def _tokens(draft: Draft) -> Tokens:
    italics = [mark.inner for mark in draft.marks if mark.kind == "italic"]
    signs = [sign for mark in draft.marks if mark.kind == "italic" for sign in _around(mark.inner, mark.outer)]
    return Tokens.of(draft.text, italics, signs)


def _around(inner: Span, outer: Span) -> Iterator[Span]:
    if outer.start < inner.start:
        yield Span(outer.start, inner.start)
    if inner.end < outer.end:
        yield Span(inner.end, outer.end)


def _explained(draft: Draft, part: LabelledPart, variable: str) -> Iterator[Explanation]:
    """One part with its value, if it has one and no rule before has taken its words."""
    span = trim(draft.text, part.start, part.end)
    words = span.of(draft.text)
    if not words or (HOLE in span.of(draft.rest) and not _is_marked(draft, span)):
        return
    cover = Span(part.start, part.end)
    if variable in _NAMES:
        if names := read_names(words, draft.records):
            yield Explanation(variable, names, span, cover, part.likely)
    elif variable in _DATES:
        if (date := read_date(words)) is not None:
            yield Explanation(variable, date, span, cover, part.likely)
    elif variable not in _NUMBERS or _DIGIT.search(words):
        yield Explanation(variable, collapse(words), span, cover, part.likely, _cue(draft, variable, span))


def _is_marked(draft: Draft, span: Span) -> bool:
    """Marked runs are holes before any rule has read them."""
    return any(mark.outer.start < span.end and span.start < mark.outer.end for mark in draft.marks)


def _cue(draft: Draft, variable: str, span: Span) -> str:
    """What a field is evidence of for the type."""
    if variable == "title":
        kinds = [mark.kind for mark in draft.marks if mark.inner.start < span.end and span.start < mark.inner.end]
        return kinds[0] if kinds else "bare"
    return {"issue": "periodical", "volume": "volume", "edition": "edition", "page": "pages"}.get(variable, "")


def read_date(words: str) -> Date | None:
    """The date that words are, None if they are none."""
    dates = find_dates(words)
    return dates[0].date if dates else None


def read_names(words: str, records: Records) -> tuple[Name, ...]:
    """The names in words that are a list of names and nothing else."""
    words = _ROLE.sub("", _OTHERS.sub("", words)).strip(" ,;:")
    tokens = tokenize(words)
    if not tokens:
        return ()
    listed = NameReader(tokens, records).listed()
    if listed and listed.end >= len(tokens) - 1:
        return listed.names
    return tuple(name for piece in _SEPARATORS.split(words) if (name := _one(piece.strip(" ,;:"), records)))


def _one(words: str, records: Records) -> Name | None:
    """One name, of a person or a body."""
    if not any(char.isalpha() for char in words):
        return None
    tokens = tokenize(words)
    reader = NameReader(tokens, records)
    listed = reader.listed()
    if listed and listed.end >= len(tokens) - 1 and len(listed.names) == 1:
        return listed.names[0]
    folded = {token.folded for token in tokens}
    if folded & (BODIES | PUBLISHER_WORDS | PERIODICAL_WORDS):
        return Name(literal=words)
    family, comma, given = words.partition(",")
    if comma and given.strip():
        return Name(family.strip(), given.strip())
    parts_of = words.split()
    if not 2 <= len(parts_of) <= 4:
        return Name(family=words) if len(parts_of) == 1 else Name(literal=words)
    first = len(parts_of) - 1
    while first > 1 and parts_of[first - 1] in language.particles():
        first -= 1
    return Name(" ".join(parts_of[first:]), " ".join(parts_of[:first]))
