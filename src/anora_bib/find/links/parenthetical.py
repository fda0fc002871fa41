"""Author-date and page citations in the text, "(Roe 2005, 301)", "(23)", held against the works-cited list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from anora_bib import language
from anora_bib.find.gazetteer import Gazetteer
from anora_bib.find.links.listed import Sources
from anora_bib.find.prose.people import NAME
from anora_bib.model import Apparatus, Citation, Cite, Place, Relation
from anora_bib.model.essay.passages import STARTS
from anora_bib.model.essay.prose import Paragraph, Prose
from anora_bib.spans import Span

_PARENTHESIS = re.compile(r"\((?P<inside>[^()\n]{1,240})\)")
_PAGES = r"(?:\d{1,5}(?:n\.?\d{0,3})?|[ivxlc]{1,8})(?:[-\u2013]\d{1,5}|[-\u2013][ivxlc]{1,8})?(?:ff?\.)?"
_TERMS = ("page", "chapter", "section", "paragraph", "volume", "folio", "note")
_LABELS = [word for word in language.locator_words(*_TERMS) if not word[-1].isalpha()]
_LOCATOR = (
    rf"(?P<label>{language.pattern(_LABELS)})?"
    rf"\s?(?P<locator>{_PAGES}(?:,\s?{_PAGES}){{0,6}})"
)
_SURNAME = rf"(?:(?:de|del|della|di|da|van|von|der|den|la|le|al)\s){{0,3}}{NAME}"
_ITEM = re.compile(
    rf"^(?P<prefix>(?i:{language.pattern(language.signals('see', 'compare', 'taken'))}),?\s)?"
    rf"(?P<names>{_SURNAME}(?:(?:,\sand|,\s&|,|\sand|\s&)\s{_SURNAME}){{0,6}}|[^\W\d_]{{2,20}}(?=,?\s\d))?(?P<others>,?\set\sal\.?)?"
    r"(?:,?\s?[*_\u201c\"\u2018](?P<title>[^*_\u201d\"\u2019]{2,100})[*_\u201d\"\u2019])?"
    r"(?:,?\s?(?P<year>(?:1[5-9]|20)\d\d)[a-z]?)?"
    rf"(?:[,:]?\s?{_LOCATOR})?$"
)
_IBID = re.compile(rf"^(?:[*_]?[Ii]bid\.?[*_]?)(?:,?\s{_LOCATOR})?$")
_NAME_SPLIT = re.compile(r"(?:,\sand|,\s&|,|\sand|\s&)\s")
_NAMES_BEFORE = re.compile(
    rf"(?P<names>{_SURNAME}(?:(?:,\sand|,|\sand|\s&)\s{_SURNAME}){{0,4}})(?P<others>\set\sal\.?)?"
    r"(?:[\u2019']s?(?:\s[a-z]{2,15}){0,3})?\s?$"
)
"""Names right before a parenthesis, or whose account stands there: "Roe's account (1999)"."""
_REACH = 120


@dataclass(frozen=True, slots=True)
class _Where:
    """A parenthesis and what stands around it."""

    span: Span
    inside: str
    sentence: Span
    quotation: Span | None


def find_parenthetical(apparatus: Apparatus, sources: Sources) -> tuple[Citation, ...]:
    """The parentheses that cite works of the list, each item resolved to exactly one of them or left out."""
    if not sources.listed:
        return ()
    reader = _Reader(apparatus, sources, apparatus.prose)
    return tuple(reader.citations())


class _Reader:
    def __init__(self, apparatus: Apparatus, sources: Sources, prose: Prose) -> None:
        self._apparatus = apparatus
        self._sources = sources
        self._prose = prose
        self._text = prose.text
        creators = ((name, index) for index in sources.listed for name in sources.creators(index))
        self._authors = Gazetteer((name.full_family or name.literal, index) for name, index in creators)

    def citations(self) -> Iterator[Citation]:
        previous: tuple[Cite, ...] = ()
        for paragraph in self._prose.paragraphs:
            for where in self._parentheses(paragraph):
                cites = self._cites(where, previous)
                if cites:
                    previous = cites
                    yield self._citation(where, cites)

    def _parentheses(self, paragraph: Paragraph) -> Iterator[_Where]:
        sentences = iter(paragraph.sentences)
        sentence = next(sentences, paragraph.span)
        for match in _PARENTHESIS.finditer(self._text, paragraph.span.start, paragraph.span.end):
            while sentence.end <= match.start():
                sentence = next(sentences, Span(sentence.end, max(sentence.end, paragraph.span.end)))
            quoted = [span for span in self._prose.quotations_in(sentence) if span.end <= match.start()]
            near = bool(quoted) and not self._text[quoted[-1].end : match.start()].strip(" \u201d\u2019\"'\u00bb.,")
            yield _Where(Span(*match.span()), match["inside"], sentence, quoted[-1] if near else None)

    def _citation(self, where: _Where, cites: tuple[Cite, ...]) -> Citation:
        relation = Relation.INCLUDES_QUOTATION_FROM if where.quotation else Relation.CITES
        line = self._apparatus.essay.line
        listed = [line(self._apparatus.references[cite.reference].span) for cite in cites]
        evidence = tuple(
            f"The parenthesis on line {line(where.span)} fits the work listed on line {number} and no other."
            for number in dict.fromkeys(listed)
        )
        text = where.span.of(self._apparatus.essay.text)
        return Citation(text, where.span, Place.PARENTHESIS, relation, cites, evidence=evidence)

    def _cites(self, where: _Where, previous: tuple[Cite, ...]) -> tuple[Cite, ...]:
        items = [item.strip() for item in where.inside.split(";")]
        cites = [cite for item in items if (cite := self._cite(item, where, previous))]
        # Works that the list lacks are no reason to doubt the others, if they are cited in the same way.
        rest = len(items) - len(cites)
        return tuple(cites) if not rest or rest == sum(_is_author_date(item) for item in items) - len(cites) else ()

    def _cite(self, item: str, where: _Where, previous: tuple[Cite, ...]) -> Cite | None:
        if (ibid := _IBID.match(item)) and len(previous) == 1:
            return Cite(previous[0].reference, *_locator(ibid))
        match = _ITEM.match(item)
        reference = self._reference(match, where) if match else None
        if match is None or reference is None:
            return None
        return Cite(reference, *_locator(match), prefix=(match["prefix"] or "").strip())

    def _reference(self, match: re.Match[str], where: _Where) -> int | None:
        if match["title"]:
            return self._sources.by_title(match["title"], listed=True)
        if match["names"]:
            names = _NAME_SPLIT.split(match["names"])
            reference = self._sources.by_names(names, match["year"] or "", et_al=bool(match["others"]))
            if reference is not None or match["year"]:
                return reference
            return self._sources.by_title(match["names"], listed=True) if match["locator"] else None
        if match["year"]:
            before = self._named_before(where, match["year"])
            # Behind quoted words a year alone is no film's.
            return before if before is not None or not where.quotation else self._named_in_sentence(where, match)
        return self._named_in_sentence(where, match) if match["locator"] else None

    def _named_before(self, where: _Where, year: str) -> int | None:
        """For "Roe and Doe (1890)": the names right before the parenthesis."""
        names = _NAMES_BEFORE.search(self._text, max(where.sentence.start, where.span.start - _REACH), where.span.start)
        if not names:
            return None
        printed = names["names"]
        first, _, rest = printed.partition(" ")
        authors = _NAME_SPLIT.split(rest if rest and first in STARTS else printed)
        return self._sources.by_names(authors, year, et_al=bool(names["others"]))

    def _named_in_sentence(self, where: _Where, match: re.Match[str]) -> int | None:
        """For a page alone: the one listed work whose author the sentence names before it."""
        year = match["year"]
        closes = bool(year) or self._text[where.span.end : where.span.end + 1] in (".", ",", ";", ":", "")
        if not match["label"] and not (closes or where.quotation):
            return None  # "(1) first, (2) second" numbers the parts of a sentence
        before = Span(where.sentence.start, where.span.start)
        named = {index for hit in self._authors.scan(self._text, before) for index in hit.items}
        if year:
            named = {index for index in named if self._sources.is_of_year(index, year)}
        return named.pop() if len(named) == 1 else None


def _is_author_date(item: str) -> bool:
    match = _ITEM.match(item)
    return bool(match and match["names"] and match["year"])


def _locator(match: re.Match[str]) -> tuple[str, str]:
    """The locator and its CSL label; a bare number is a page."""
    locator = match["locator"] or ""
    return locator, language.locators().get(language.bare(match["label"] or "p"), "page") if locator else ""
