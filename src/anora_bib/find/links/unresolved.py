"""Parentheses that cite by author and year, and that no listed work answers, or several do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from anora_bib import language
from anora_bib.find.links.items import family, is_capitalised, names_before, parentheses
from anora_bib.find.links.listed import Sources
from anora_bib.model import Apparatus, Citation, Name, Outlet, Place, Publisher, Reason, Records, Unresolved
from anora_bib.model.essay.passages import STARTS
from anora_bib.model.essay.pieces import FormKind, ShortForm
from anora_bib.model.essay.printed_cites import PrintedCite
from anora_bib.text.spans import Span

_ENDS_NAME: Final = re.compile(r"[\w\u2019'.-] ")
"""How names in front of a parenthesis end: only where these two stand are they worth a look."""


def unresolved_parentheses(
    apparatus: Apparatus, citations: Iterable[Citation], records: Records, sources: Sources
) -> Iterator[Unresolved]:
    """Every item of a parenthesis in the running text that cites and that ``citations`` do not resolve.

    "(Roe 2009, 14)" and "Roe (2009)" where no listed work fits; "(Roe 14)" where several do.
    """
    reader = _Reader(apparatus, citations, records, sources)
    for part in apparatus.body:
        for span, items in parentheses(apparatus.essay.text, part):
            yield from reader.items(span, items)
            if len(items) == 1 and items[0]:
                yield from reader.narrative(part, span, items[0])


class _Reader:
    def __init__(self, apparatus: Apparatus, citations: Iterable[Citation], records: Records, sources: Sources) -> None:
        self._text = apparatus.essay.text
        self._records = records
        self._sources = sources
        self._resolved = {made.span for made in citations if made.place is Place.PARENTHESIS}
        read = [item for span in self._resolved for _, items in parentheses(self._text, span) for item in items if item]
        self._by_item = any(item.is_author_date for item in read)
        self._by_year = any(item.year and not item.names for item in read)
        self._works = {mention.span.end for mention in apparatus.mentions if mention.record}
        self._titles = {
            emphasis.span.end for emphasis in apparatus.essay.emphases if emphasis.span.of(self._text)[:1].isupper()
        }
        self._works.update(emphasis.span.end for emphasis in apparatus.essay.emphases)

    def items(self, span: Span, items: Sequence[PrintedCite | None]) -> Iterator[Unresolved]:
        """For "(Roe 2009; see also Doe 2010, 7)"."""
        for item in items:
            if item and item.names and not item.title and is_capitalised(item.names[0]):
                if not item.place and len(item.names) == 1 and self._behind_title(span):
                    continue
                where = span if len(items) == 1 else item.span.shift(span.start + 1)
                if item.year or (item.place and span not in self._resolved):
                    # A run of words and a year may be an event: "(Example Film Festival 2019)".
                    customary = self._by_item and not any(map(_has_many_words, item.names))
                    yield from self._made(where, item, item, customary=customary)

    def _behind_title(self, span: Span) -> bool:
        """Whether a title stands before the parenthesis, which then says where and when: "*Harbour* (France 2019)"."""
        return not self._titles.isdisjoint((span.start - 1, span.start - 2))

    def narrative(self, part: Span, span: Span, item: PrintedCite) -> Iterator[Unresolved]:
        """For "Roe (2009)", where that is neither the title of a work and its year nor the end of a longer name."""
        if not item.year or item.names or item.title or item.signal:
            return
        if span in self._resolved or span.start - 1 in self._works:
            return
        if not _ENDS_NAME.match(self._text, span.start - 2):
            return
        before = names_before(self._text, part.start, span.start)
        if before is None:
            return
        named, account = before
        if account:
            return
        # A run of words may be a person, "So does Jane Roe (2009)", or a work and its year.
        families = tuple(map(family, named.names))
        where = Span(named.span.start + len(named.names[0]) - len(families[0]), span.end)
        customary = self._by_year and families == named.names
        yield from self._made(where, replace(named, names=families), item, customary=customary)

    def _made(self, where: Span, named: PrintedCite, dated: PrintedCite, *, customary: bool) -> Iterator[Unresolved]:
        """What is unresolved of one item, if it names authors and is not resolved."""
        if self._is_no_author(named.names[0]):
            return
        fitting = self._sources.fitting(named.names, dated.year, et_al=named.et_al)
        one = self._sources.by_names(named.names, dated.year, et_al=named.et_al)
        if one is not None or (not dated.year and not fitting):
            return
        form = ShortForm(
            span=where,
            words=where,
            kind=FormKind.AUTHOR_DATE,
            names=tuple(Name(family=author) for author in named.names),
            year=dated.year,
            locator=dated.place.value if dated.place else "",
            label=dated.place.label if dated.place else "",
            signal=named.signal,
        )
        reason = Reason.AMBIGUOUS if fitting else Reason.NOT_FOUND
        text = where.of(self._text)
        yield Unresolved(text, where, Place.PARENTHESIS, reason, form, tuple(fitting), customary=customary)

    def _is_no_author(self, name: str) -> bool:
        """True for what stands before a year else: a month, "Since", the house or paper that brought something out."""
        word = language.bare(name)
        if name in STARTS or word in language.months() or word in language.seasons():
            return True
        return any(isinstance(record, Outlet | Publisher) for record in self._records.named(name))


def _has_many_words(name: str) -> bool:
    """True for more than a family name and its particles."""
    return sum(word not in language.particles() for word in name.split()) > 1
