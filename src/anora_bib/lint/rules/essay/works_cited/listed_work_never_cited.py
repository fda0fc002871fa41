"""A listed work that the text never cites.

## What it finds

Items of the works cited whose author neither the running text nor a note names, and whose title is never given as a
title. Where the words of the title do stand in the text, as a phrase without its author, the line is told. A list of
further reading, or of works consulted, promises no citation.

Told by default is what stands in a list of works cited of which half is cited, or in another list of which three
quarters are and under a text with notes or citations in parentheses, and begins with its author; the rest is told
with `--pedantic`.

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
from dataclasses import replace
from functools import cache, cached_property
from itertools import groupby, islice, pairwise
from typing import Final

from anora_bib import language
from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.one_cause import told_once
from anora_bib.lint.rules.shared.sources import called, creator_names
from anora_bib.lint.rules.shared.spellings import is_slip
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, BlockKind, ListedWork, Place, Records, Reference, Work
from anora_bib.model.essay.passages import RunningText
from anora_bib.model.values.titles import main_title
from anora_bib.text.characters import collapse, fold, has_words, join_names
from anora_bib.text.spans import Span

_CITING: Final = (Place.NOTE, Place.PARENTHESIS, Place.ATTRIBUTION)
"""Citations that send the reader to the source. A mention may be no more than a phrase that is also a title."""

_SIGNS: Final = (Place.NOTE, Place.PARENTHESIS)

_ARTICLES: Final = ("the", "der", "die", "das", "les", "los", "las", "gli", "une", "una", "and", "see")

_MOST_LINES: Final = 5
"""Lines told of a phrase; who needs more will search for it."""


_MANY: Final = 4
"""Works from which on one cannot believe that each was forgotten by itself."""

_NO_CITE: Final = (BlockKind.HEADING, BlockKind.CODE, BlockKind.RULE)

_LIST_ONLY: Final = 5
"""Works from which on a page with less text than list is a list, and promises nothing."""

_OF_PROMISED: Final = 2
"""The part of a list of works cited that may be uncited; with more, the text was not understood, or is not its own."""

_OF_OTHERS: Final = 4
"""The same of a list that may hold what was only read, under a text that cites by signs."""

_LATIN_ENDS: Final = "\u0370"
"""From here on letters are of other scripts."""
_IN_SCRIPT: Final = 0.3
"""The difference of two shares of Latin letters, beyond which two texts are in two scripts."""
_SAMPLE: Final = 2000

_SHARE_BEHIND: Final = 4
"""The part of the text that may stand behind the list: a note on the author, what readers said."""

_LONG_PART: Final = 5
"""Letters of one of several family names by which somebody may be called."""

_HEAD: Final = 60
"""Characters in which the first name of an item stands."""
_DASH: Final = re.compile(r"\W{0,3}[_\u2013-\u2015\u2e3a\u2e3b-]{2}|\W{0,3}[\u2014\u2015\u2e3a\u2e3b]")

_LABEL: Final = re.compile(r"(?:\s|<[^<>]{0,300}>|\\){0,9}\[(?P<label>[^\[\]\n]{2,40})\\?\]")
"""A label by which the text may cite: ``[Roe 85]``."""
_TERM: Final = re.compile(r"^[^.]*\w$")
"""What stands in a line of its own, without stops."""
_LEAD_SIGNS: Final = re.compile(r"^(?:[^\w<]|<[^<>]{0,300}>){1,9}")
"""Signs and tags before the first word of an item."""
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
    list is passed over. A finding is sure where the list is seen to be cited from and the item begins with its author.
    """
    listed = len(apparatus.works_cited)
    text = _length(apparatus.body)
    listing = listed >= _LIST_ONLY and text < _length(work.span for work in apparatus.works_cited) // 2
    if not listed or not text or listing:
        return
    found = list(_uncited_works(apparatus, records))
    if not _is_cited_from(apparatus, len(found)):
        found = [replace(finding, doubtful=True) for finding in found]
    yield from told_once(apparatus, found, _MANY, f"{{count}} of {listed} listed works are never cited")


def _is_cited_from(apparatus: Apparatus, uncited: int) -> bool:
    """Whether the page shows that its list is of what it cites.

    A list that is called so, and is half cited; one called otherwise if nearly all is cited, and by signs, since names
    in prose promise no full list. One that does not close the essay is an example, or of a part.
    """
    listed = len(apparatus.works_cited)
    if not _is_in_one_script(apparatus):
        return False
    if _promises(apparatus):
        return _OF_PROMISED * uncited <= listed and _closes(apparatus)
    return _OF_OTHERS * uncited <= listed and _closes(apparatus) and _cites_by_signs(apparatus)


def _is_in_one_script(apparatus: Apparatus) -> bool:
    """Whether the text can name who is listed: one in Chinese has other forms of the names than a list in English."""
    text = _share_of_latin([span.of(apparatus.essay.text) for span in apparatus.body])
    listed = _share_of_latin([work.text for work in apparatus.works_cited])
    return abs(text - listed) <= _IN_SCRIPT


def _share_of_latin(texts: Iterable[str]) -> float:
    letters = "".join(filter(str.isalpha, "".join(text[:_SAMPLE] for text in texts)))
    latin = len(letters) if letters.isascii() else sum(letter < _LATIN_ENDS for letter in letters)
    return latin / max(1, len(letters))


def _promises(apparatus: Apparatus) -> bool:
    return all(_is_called(work, "promised") for work in apparatus.works_cited)


def _is_called(work: ListedWork, kind: str) -> bool:
    """Whether the list of an item is called as one of what is cited ("promised") or of what is not ("beyond")."""
    return _names_of_lists(kind).search(fold(work.heading)) is not None


@cache
def _names_of_lists(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(language.phrase_pattern, language.headings(kind)))})\b")


def _closes(apparatus: Apparatus) -> bool:
    """Whether the text stands before the list: one in the midst of it is an example, a reading list, or of a part."""
    first = min(work.span.start for work in apparatus.works_cited)
    behind = _length(span for span in apparatus.body if span.start > first)
    return _SHARE_BEHIND * behind <= _length(apparatus.body)


def _cites_by_signs(apparatus: Apparatus) -> bool:
    """Whether the essay has a note or a parenthesis that cites: names in its prose alone promise no full list."""
    return bool(apparatus.markers) or any(made.place in _SIGNS for made in apparatus.citations)


def _length(spans: Iterable[Span]) -> int:
    return sum(map(len, spans))


def _uncited_works(apparatus: Apparatus, records: Records) -> Iterator[Finding]:
    cited = {cite.reference for made in apparatus.citations if made.place in _CITING for cite in made.cites}
    misspelt = {(fold(name), cite.year[:4]) for cite in apparatus.printed_cites for name in cite.names if cite.year}
    further = sorted(item.span for item in apparatus.works_cited if _is_called(item, "beyond"))
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


def _labels(apparatus: Apparatus) -> dict[Span, str]:
    """By item, the term before it in a list of terms: the name by which the text cites it, "Old Lamps 2009"."""
    text = apparatus.essay.text
    labels: dict[Span, str] = {}
    for before, work in pairwise(apparatus.works_cited):
        term = text[before.span.end : work.span.start].strip() or before.text
        if len(term) < _HEAD and _TERM.search(term):
            labels[work.span] = collapse(term)
    return labels


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
        self._labels = _labels(apparatus)
        self._text = apparatus.essay.text[: min((span.start for span in listed), default=None)]
        self._running = "\n".join(span.of(apparatus.essay.text) for span in cites)

    def cites_by_look(self, reference: Reference) -> bool:
        """True if the text has the label or the first word of the item, or another item is a part of the work."""
        printed = reference.span.of(self._essay.text)
        label = _LABEL.match(printed)
        if label and f"[{label['label']}" in self._running:
            return True
        if any(span.contains(reference.span) and name in self._running for span, name in self._labels.items()):
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
    message = f"{called(reference.entry)} is listed, but {never}"
    yield Finding(reference.span, message, evidence, doubtful=not _begins_with_author(reference, body))


def _begins_with_author(reference: Reference, body: _Body) -> bool:
    """Whether the item begins with a family name, or a dash for it, and gives a title: then it was read as it is.

    What has no given name may be a site, a body, or words of a remark.
    """
    printed = reference.span.of(body.source)
    lead = fold(_LEAD_SIGNS.sub("", printed))
    people = [name for name in reference.entry.creators() if name.family and name.given]
    named = bool(_DASH.match(printed)) or any(lead.startswith(fold(name.family)) for name in people)
    return named and bool(reference.entry.string("title"))


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
