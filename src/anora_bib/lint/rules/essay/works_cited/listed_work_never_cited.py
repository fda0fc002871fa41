"""A listed work that the text never cites.

## What it finds

Items of the works cited whose author neither the running text nor a note names, and whose title is never given as a
title. Where the words of the title do stand in the text, as a phrase without its author, the line is told. A list of
further reading, or of works consulted, promises no citation.

## Why it matters

Either the list is padded, or the text uses an idea and does not say whose it is.

## Example

    She remains caught in a “borrowed light.”

    ## Works Cited

    Roe, Jane. *Borrowed Light*. Example Press, 2009.

## Instead

    She remains caught in what Jane Roe calls a “borrowed light.”

    ## Works Cited

    Roe, Jane. *Borrowed Light*. Example Press, 2009.

## How it is fixed

By hand: name the author where the idea is used, or take the work off the list.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import groupby, islice
from typing import Final

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.one_cause import told_once
from anora_bib.lint.rules.shared.sources import called, creator_names
from anora_bib.lint.rules.shared.spellings import is_slip
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, BlockKind, Place, Records, Reference, Work
from anora_bib.model.essay.passages import RunningText
from anora_bib.model.values.titles import main_title
from anora_bib.text.characters import collapse, fold, has_words, join_names
from anora_bib.text.spans import Span

_CITING: Final = (Place.NOTE, Place.PARENTHESIS, Place.ATTRIBUTION)
"""Citations that send the reader to the source. A mention may be no more than a phrase that is also a title."""

_SIGNS: Final = (Place.NOTE, Place.PARENTHESIS)

_NOT_CITED: Final = re.compile(
    r"(?<![^\W_])(?:consulted|further|additional|recommended|suggested|background)(?![^\W_])", re.IGNORECASE
)
"""Headings of lists that hold what the text does not cite."""

_ARTICLES: Final = ("the", "der", "die", "das", "les", "los", "las", "gli", "une", "una", "and", "see")

_MOST_LINES: Final = 5
"""Lines told of a phrase; who needs more will search for it."""


_MANY: Final = 4
"""Works from which on one cannot believe that each was forgotten by itself."""

_NO_CITE: Final = (BlockKind.HEADING, BlockKind.CODE, BlockKind.RULE)

_LOOSE: Final = re.compile(
    r"bibliogr|citations?$|sources?\b|literatur\b|quellen|fuentes|fonti|fontes|r\u00e9f\u00e9rences|links",
    re.IGNORECASE,
)
"""Headings of lists that hold what was read for the text as often as what it cites."""

_LIST_ONLY: Final = 5
"""Works from which on a page with less text than list is a list, and promises nothing."""

_WHOLE: Final = 4
"""Works of a list none of which is cited: it tells what the page is drawn from."""

_SHARE_BEHIND: Final = 4
"""The part of the text that may stand behind the list: a note on the author, what readers said."""

_LONG_PART: Final = 5
"""Letters of one of several family names by which somebody may be called."""

_HEAD: Final = 60
"""Characters in which the first name of an item stands."""
_DASH: Final = re.compile(r"\W{0,3}[_\u2013-\u2015\u2e3a\u2e3b-]{2}|\W{0,3}[\u2014\u2015\u2e3a\u2e3b]")

_LABEL: Final = re.compile(r"(?:\s|<[^<>]{0,300}>|\\){0,9}\[(?P<label>[^\[\]\n]{2,40})\\?\]")
"""A label by which the text may cite: ``[Roe 85]``."""
_LEAD: Final = re.compile(r"(?:\W|<[^<>]{0,300}>){0,9}(?P<word>[^\W\d_][\w'\u2019-]{2,40})")
_TITLED: Final = re.compile(
    r"[*_\"\u201c<emi>]{1,6}(?:(?:The|A|An) )?(?P<words>\w[\w.'\u2019]{0,30}(?: [\w'\u2019]{1,30}){1,2})"
)
"""The first words of an item that begins with its title."""
_DATED: Final = re.compile(r"\d{4}|\bn\.d\.|forthcoming|in press", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d")


def check(apparatus: Apparatus, records: Records) -> Iterator[Finding]:
    """A finding for each listed work that the essay never cites, outside of lists of further reading.

    Where that is true of many, one cause is behind all of them, and it is told once. A page that is nothing but a
    list is passed over, and so is a list that is not cited from at all, or a bibliography that for the most part is
    not, or that stands under a text which has neither notes nor parentheses that cite. A list that does not close the
    essay, or whose items are remarks for the most part, promises nothing either.
    """
    listed = len(apparatus.works_cited)
    if not listed:
        return
    text = _length(apparatus.body)
    if not text or (listed >= _LIST_ONLY and text < _length(work.span for work in apparatus.works_cited) // 2):
        return
    if not _closes(apparatus) or not _holds_works(apparatus):
        return
    found = list(_uncited_works(apparatus, records))
    if len(found) == listed >= _WHOLE:
        return
    loose = any(_LOOSE.search(work.heading) for work in apparatus.works_cited)
    if loose and (2 * len(found) >= listed or not _cites_by_signs(apparatus)):
        return
    yield from told_once(apparatus, found, _MANY, f"{len(found)} of {listed} listed works are never cited")


def _closes(apparatus: Apparatus) -> bool:
    """Whether the text stands before the list: one in the midst of it is an example, a reading list, or of a part."""
    first = min(work.span.start for work in apparatus.works_cited)
    behind = _length(span for span in apparatus.body if span.start > first)
    return _SHARE_BEHIND * behind <= _length(apparatus.body)


def _holds_works(apparatus: Apparatus) -> bool:
    """Whether most items bear a date or an address, as works do; what bears none is a remark, or a link."""
    dated = sum(bool(_DATED.search(work.text) or "://" in work.text) for work in apparatus.works_cited)
    return 2 * dated >= len(apparatus.works_cited)


def _cites_by_signs(apparatus: Apparatus) -> bool:
    """Whether the essay has a note or a parenthesis that cites: names in its prose alone promise no full list."""
    return bool(apparatus.markers) or any(made.place in _SIGNS for made in apparatus.citations)


def _length(spans: Iterable[Span]) -> int:
    return sum(map(len, spans))


def _uncited_works(apparatus: Apparatus, records: Records) -> Iterator[Finding]:
    cited = {cite.reference for made in apparatus.citations if made.place in _CITING for cite in made.cites}
    misspelt = {(fold(name), cite.year[:4]) for cite in apparatus.printed_cites for name in cite.names if cite.year}
    further = sorted(item.span for item in apparatus.works_cited if _NOT_CITED.search(item.heading))
    body = apparatus.derived(_Body)
    for index, reference in enumerate(apparatus.references):
        promised = reference.place is Place.WORKS_CITED and not _stands_in(reference.span, further)
        if promised and index not in cited and not body.cites_by_look(reference) and not _is_meant(reference, misspelt):
            yield from _uncited(reference, body, records)


def _is_meant(reference: Reference, cites: Collection[tuple[str, str]]) -> bool:
    """True if the text cites a name of that year that is a slip for one of the work: W008 tells of it."""
    names = [fold(name.family) for name in reference.entry.creators()]
    date = reference.entry.date("issued")
    dated = [name for name, year in cites if date is not None and year == str(date.year)]
    return any(is_slip(name, cited) for name in names for cited in dated)


def _stands_in(span: Span, items: Sequence[Span]) -> bool:
    """True if one of the items, in order, contains the span."""
    index = bisect_right(items, span.start, key=lambda item: item.start) - 1
    return index >= 0 and items[index].contains(span)


class _Body(RunningText):
    """The running text with its notes, and the headings beside it, ready to be searched for titles as well."""

    def __init__(self, apparatus: Apparatus) -> None:
        places = [item.span for item in apparatus.works_cited]
        first, last = min(span.start for span in places), max(span.end for span in places)
        # What stands under a picture cites as well; between the items are only their labels.
        cites = [
            block.span
            for block in apparatus.essay.blocks
            if block.kind not in _NO_CITE and not (first <= block.span.start < last)
        ]
        cites += [note.span for note in apparatus.notes]
        super().__init__(apparatus.essay.text, cites)
        self._essay = apparatus.essay
        self.source = apparatus.essay.text
        listed = [*(item.span for item in apparatus.works_cited), *(note.span for note in apparatus.notes)]
        self._listed = places
        self._text = apparatus.essay.text[: min((span.start for span in listed), default=None)]
        self._running = "\n".join(span.of(apparatus.essay.text) for span in cites)

    def cites_by_look(self, reference: Reference) -> bool:
        """True if the text has the label or the first word of the item, or another item is a part of the work."""
        printed = reference.span.of(self._essay.text)
        label = _LABEL.match(printed)
        if label and f"[{label['label']}" in self._running:
            return True
        lead = _LEAD.match(printed)
        if lead and lead["word"][0].isupper() and lead["word"].casefold() not in _ARTICLES and self.names(lead["word"]):
            return True
        titled = _TITLED.match(printed)
        if titled and len(titled["words"].split()) > 1 and self.names(titled["words"]):
            return True
        names = [name.literal or name.family for name in reference.entry.creators()][:1]
        years = set(_YEAR.findall(printed))
        return any(
            name in item and years & set(_YEAR.findall(item)) for name in names for item in self._parts(reference)
        )

    def _parts(self, reference: Reference) -> Iterator[str]:
        """The other items, from where they say what they are in."""
        for span in self._listed:
            if not span.overlaps(reference.span):
                _, within, rest = span.of(self._essay.text).partition("In ")
                if within:
                    yield rest

    @cached_property
    def _folded_text(self) -> str:
        return fold(self._text)

    def gives_title(self, title: str) -> bool:
        """True if the running text has it letter for letter: then it is named as a work, not used as a phrase."""
        return self.has_words(title) and has_words(self._running, collapse(title))

    def lines_with(self, phrase: str) -> list[int]:
        """The first lines, headings too, on which the words stand in any case."""
        words = fold(phrase)
        if not words or words not in self._folded_text:
            return []
        pattern = re.compile(r"\W{1,3}".join(map(re.escape, words.split())), re.IGNORECASE)
        lines = (self._essay.line(Span(*match.span())) for match in pattern.finditer(self._text))
        return list(islice((line for line, _ in groupby(lines)), _MOST_LINES))


def _uncited(reference: Reference, body: _Body, records: Records) -> Iterator[Finding]:
    names = list(dict.fromkeys(creator_names(reference, records)))
    titles = _titles(reference, records)
    if any(body.names(part) for name in names for part in _parts_of(name)):
        return
    if any(map(body.gives_title, titles)) or not (names or titles) or (names and not _leads(reference, names[0], body)):
        return
    if not _DATED.search(reference.span.of(body.source)) or any("<" in title for title in titles):
        return  # a button, a remark
    # Of a work that nobody is named for, only a title that begins the item is sure to be what the text would name.
    if not names and not any(
        _begins_with(reference.span.of(body.source), title) and not body.has_words(title) for title in titles
    ):
        return
    never = f"the text never names {join_names(names, last='or')}" if names else "the text never names it"
    evidence = tuple(_phrase(titles, body))
    yield Finding(reference.span, f"{called(reference.entry)} is listed, but {never}", evidence)


def _parts_of(name: str) -> Iterator[str]:
    """A family name, and each of several that it is made of: "Garcia Morcillo" is called by one of them."""
    yield name
    parts = re.split(r"[ -]", name)
    if len(parts) > 1:
        yield from (part for part in parts if len(part) >= _LONG_PART and part[0].isupper())


def _leads(reference: Reference, name: str, body: _Body) -> bool:
    """Whether the first creator stands at the head of the item, or a dash does for it: else the name is not sure."""
    printed = reference.span.of(body.source)
    return len(name) > 1 and (fold(name) in fold(printed[:_HEAD]) or bool(_DASH.match(printed)))


def _begins_with(printed: str, title: str) -> bool:
    return fold(printed).startswith(fold(title)) and len(title.split()) > 1


def _titles(reference: Reference, records: Records) -> list[str]:
    """Its title without the subtitle, as printed and as the record has it."""
    work = records.by_id.get(reference.match.record) if reference.match else None
    titles = [main_title(reference.entry.string("title"))]
    if isinstance(work, Work):
        titles.append(work.main_title)
    return [title for title in dict.fromkeys(titles) if title]


def _phrase(titles: Sequence[str], body: _Body) -> Iterator[str]:
    for title in titles:
        if lines := body.lines_with(title):
            shown = join_names(map(str, lines))
            where = f"line{'s' if len(lines) > 1 else ''} {shown}"
            yield f"The words {quoted(title)} stand in {where}, as a phrase without its author."


RULE = Rule.documented("W001", "listed-work-never-cited", __doc__, check)
