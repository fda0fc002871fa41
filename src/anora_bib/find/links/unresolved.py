"""Parentheses that cite by author and year, and that no listed work answers, or several do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from anora_bib import language
from anora_bib.find.links.listed import Sources
from anora_bib.model import Apparatus, Citation, Name, Outlet, Place, Publisher, Reason, Records, Unresolved
from anora_bib.model.essay.passages import STARTS
from anora_bib.model.essay.pieces import FormKind, ShortForm
from anora_bib.spans import Span

_NAME = r"[^\W\d_a-z][\w\u2019'-]{1,30}"
_NAMES = (
    rf"(?:(?:de|van|von|der|la|le) ){{0,2}}{_NAME}(?:(?:, and |, & |, | and | & ){_NAME}){{0,4}}(?P<others> et al\.)?"
)
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d[a-z]?)"
_PAGE = r"(?:(?:, |: ?)(?:pp?\. ?)?(?P<page>[\dxvi][\dxvi\u2013-]{0,12}))?"
_PARENTHESIS: Final = re.compile(r"\([^()\n]{3,240}\)")
_ITEM: Final = re.compile(
    rf"(?P<signal>(?i:{language.pattern(language.signals('see', 'compare', 'taken'))}),? )?(?P<names>{_NAMES})"
    rf"(?:,? {_YEAR}{_PAGE}|,? (?P<alone>\d{{1,4}}))"
)
"""What stands between two semicolons: author, year and page, or author and page."""
_YEAR_ITEM: Final = re.compile(_YEAR + _PAGE)
_NAMES_BEFORE: Final = re.compile(rf"(?:^|(?<=\S ))(?P<names>{_NAMES})(?:[\u2019']s?)? $")
_ENDS_NAME: Final = re.compile(r"[\w\u2019'.-] ")
"""How names in front of a parenthesis end: only where these two stand are they worth a look."""
_LOOK_BACK: Final = 160
_MONTH: Final = re.compile(
    rf"(?:{language.pattern(name[:3] for name in language.month_names('en'))})[a-z.]*"
    rf"|{language.pattern(word.title() for word in language.seasons('en'))}|Since|In|From|Until"
)
"""What stands before a year and is no author."""
_SEPARATOR: Final = re.compile(r", and |, & |, | and | & ")


def unresolved_parentheses(
    apparatus: Apparatus, citations: Iterable[Citation], records: Records, sources: Sources
) -> Iterator[Unresolved]:
    """Every item of a parenthesis in the running text that cites and that ``citations`` do not resolve.

    "(Roe 2009, 14)" and "Roe (2009)" where no listed work fits; "(Roe 14)" where several do.
    """
    reader = _Reader(apparatus, citations, records, sources)
    for part in apparatus.body:
        for match in _PARENTHESIS.finditer(apparatus.essay.text, part.start, part.end):
            span = Span(*match.span())
            yield from reader.items(span)
            yield from reader.narrative(part, span)


class _Reader:
    def __init__(self, apparatus: Apparatus, citations: Iterable[Citation], records: Records, sources: Sources) -> None:
        self._text = apparatus.essay.text
        self._records = records
        self._sources = sources
        self._resolved = {made.span for made in citations if made.place is Place.PARENTHESIS}
        insides = [span.of(self._text)[1:-1] for span in self._resolved]
        items = [_ITEM.fullmatch(item.strip()) for inside in insides for item in inside.split(";")]
        self._by_item = any(item and item["year"] for item in items)
        self._by_year = any(_YEAR_ITEM.fullmatch(inside) for inside in insides)
        self._works = {mention.span.end for mention in apparatus.mentions if mention.record}
        self._works.update(emphasis.span.end for emphasis in apparatus.essay.emphases)

    def items(self, span: Span) -> Iterator[Unresolved]:
        """For "(Roe 2009; see also Doe 2010, 7)"."""
        items = span.of(self._text)[1:-1].split(";")
        start = span.start + 1
        for item in items:
            match = _ITEM.fullmatch(item.strip())
            where = span if len(items) == 1 else Span(start, start + len(item))
            start += len(item) + 1
            if match and (match["year"] or span not in self._resolved):
                yield from self._made(where, match, match, customary=self._by_item)

    def narrative(self, part: Span, span: Span) -> Iterator[Unresolved]:
        """For "Roe (2009)", where that is neither the title of a work and its year nor the end of a longer name."""
        year = _YEAR_ITEM.fullmatch(self._text, span.start + 1, span.end - 1)
        if not year or span in self._resolved or span.start - 1 in self._works:
            return
        if not _ENDS_NAME.match(self._text, span.start - 2):
            return
        before = self._text[max(part.start, span.start - _LOOK_BACK) : span.start]
        names = _NAMES_BEFORE.search(before)
        if not names or names["names"] in STARTS:
            return
        where = Span(span.start - len(before) + names.start("names"), span.end)
        word = next(iter(before[: names.start()].split()[-1:]), "")
        alone = not word[:1].isupper() or word in STARTS
        yield from self._made(where, names, year, customary=self._by_year and alone)

    def _made(self, where: Span, names: re.Match[str], year: re.Match[str], *, customary: bool) -> Iterator[Unresolved]:
        """What is unresolved of one item, if it names authors and is not resolved."""
        printed = names["names"]
        if self._is_no_author(printed):
            return
        authors = _SEPARATOR.split(printed.removesuffix(" et al."))
        dated = year["year"]
        of_year = dated[:4] if dated else ""
        fitting = self._sources.fitting(authors, of_year, et_al=bool(names["others"]))
        one = self._sources.by_names(authors, of_year, et_al=bool(names["others"]))
        if one is not None or (not dated and not fitting):
            return
        given = year.groupdict()
        locator = given["page"] or given.get("alone") or ""
        text = where.of(self._text).strip()
        words = Span(where.start, where.end)
        form = ShortForm(
            span=words,
            words=words,
            kind=FormKind.AUTHOR_DATE,
            names=tuple(Name(family=author) for author in authors),
            year=dated or "",
            locator=locator,
            label="page" if locator else "",
            signal=(names.groupdict().get("signal") or "").strip(),
        )
        reason = Reason.AMBIGUOUS if fitting else Reason.NOT_FOUND
        yield Unresolved(text, where, Place.PARENTHESIS, reason, form, tuple(fitting), customary=customary)

    def _is_no_author(self, names: str) -> bool:
        """True for a month, and for the house or paper that brought something out that year."""
        known = self._records.named(names)
        return bool(_MONTH.fullmatch(names)) or any(isinstance(record, Outlet | Publisher) for record in known)
