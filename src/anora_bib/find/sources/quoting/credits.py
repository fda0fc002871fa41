"""Who stands behind quoted words as the one whose they are: "(Roe, 12)", and under a motto, "\u2014 Jane Roe"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Final

from anora_bib import language
from anora_bib.find.prose.people import NAME, UPPER
from anora_bib.model import Apparatus, Attribution, Relation
from anora_bib.model.essay.prose import Paragraph
from anora_bib.text.characters import collapse, join_names
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_CLOSING: Final = r"[.,!?\u2026]?\s?[\u201d\"\u00bb\u00ab\u2019]?[*_]{0,3}[.,]?"
_PLACE: Final = (
    r"(?P<year>\d{4}[a-z]?[,:]\s?)?(?:(?:pp?|pgs?|S|par|para|ch|chap|vol)\.\s?|\u00a7\s?)?"
    r"(?P<page>(?:\d|[ivxlc]{1,7}\b)[^()\n]{0,40})"
)
_WORK: Final = r"(?:[*_][^()*_\n]{1,80}[*_]|[\u201c\"][^()\u201c\u201d\"\n]{1,80}[\u201d\"])"
_AUTHORS: Final = rf"(?P<names>{NAME}(?:(?:,\s|,?\s(?:and|&|und|et|y|e)\s){NAME}){{0,3}}(?:\set\sal\.?)?)"
_IN_PARENTHESES: Final = rf"\({_AUTHORS}(?P<comma>,)?\s?(?:{_WORK},?\s)?{_PLACE}\)"
"""Author and page; between them the year, or the title."""
_PAGES: Final = lazy(r"\d{1,4}\s?[-\u2013]\s?\d{1,4}")
_DASH: Final = r"(?:[\u2014\u2013\u2015]|-{1,3})\s{0,2}[*_]{0,2}"
_SIGNATURE: Final = rf"{_DASH}(?P<names>{NAME})[*_]{{0,2}}(?=[,.(\n]|\s[*_(\u201c\"]|$)"
_BEHIND: Final = lazy(rf"{_CLOSING}[^\u201c\u201d\"()\u00ab\u00bb\n]{{0,80}}{_IN_PARENTHESES}")
_KEYED: Final = lazy(rf"{_CLOSING}\s\[@(?P<key>(?P<name>[^\W\d_]{{2,30}})[\w:.-]{{0,60}})(?:,?\s[^@;\]\n]{{1,30}})?\]")
"""A citation key right behind the words, which begins with the author's family name."""
_MONTHS: Final = language.months()
_PAGE_ALONE: Final = lazy(r"\d{1,3}")
_TITLED: Final = lazy(
    rf"(?:^|\n)[>\s*_\u2014-]{{0,6}}(?P<names>(?=\S+\s[{UPPER}]){NAME}),\s[\u201c\"*_\u00ab][^\n]{{2,90}}$"
)
"""At the end of a quotation that is set off, a line of author and title."""
_REFERENCED: Final = lazy(rf"{_CLOSING}[.,]?\s(?P<names>{NAME}),\s[{UPPER}]\.")
"""Behind a motto, the beginning of a reference: Roe, J."""
_SIGNED: Final = lazy(rf"{_CLOSING}\s{{0,3}}{_SIGNATURE}")
"""A dash and the name of who wrote or said the words that the paragraph begins with."""
_SIGNED_AT_END: Final = lazy(rf"(?:^|[\n>.!?\u201d\"])\s?{_SIGNATURE}")
_AT_END: Final = lazy(rf"{_IN_PARENTHESES}\.?\s?$")
_UNDER: Final = 160
"""Characters at the end of a quotation that is set off, in which a name is looked for."""
_MARKS: Final = 8
"""The marks around quoted words that are a paragraph of their own."""
_LINE: Final = 100
"""The longest line under such a paragraph that says whose the words are, when, and where."""
_WHOLE_NAME: Final = lazy(rf"(?=\S+\s[{UPPER}]){NAME}")
"""At the head of such a line, a name of more than one word."""
_JOINTS: Final = lazy(r",\s|,?\s(?:and|&|und|et|y|e)\s")
_LEAST: Final = 2
"""Words of the shortest quotation that a dash can credit."""


class Credits:
    """The names behind the quotations of one essay, of those whom the essay cites or names."""

    def __init__(self, apparatus: Apparatus) -> None:
        self._prose = apparatus.prose
        self._families = {
            name.full_family or name.display: name.display
            for reference in apparatus.references
            for name in reference.entry.creators()
        }
        self._keys = {
            reference.entry.key: name.display
            for reference in apparatus.references
            for name in (*reference.entry.creators(),)[:1]
            if reference.entry.key
        }
        self._people = {person.full.rpartition(" ")[2]: person.full for person in apparatus.people.named}

    def of(self, quotation: Span) -> str:
        """Who the parenthesis right behind the words says wrote them; "" if there is none."""
        text = self._prose.text
        if keyed := _KEYED.match(text, quotation.end):
            return self._keys.get(keyed["key"]) or keyed["name"].capitalize()
        return self._credited(_BEHIND.match(text, quotation.end))

    def under(self, quotation: Span) -> str:
        """Who stands at the end of a quotation that is set off, or in a line of its own under it; "" if nobody does."""
        end = quotation.of(self._prose.text)[-_UNDER:]
        if signed := _SIGNED_AT_END.search(end) or _TITLED.search(end):
            return signed["names"]
        return self._credited(_AT_END.search(end))

    def _credited(self, found: re.Match[str] | None) -> str:
        """The names in a parenthesis: those the essay knows, and any before year and page, or several pages."""
        if found is None:
            return ""
        one = found["names"]
        paged = found["comma"] and _PAGE_ALONE.fullmatch(found["page"]) and one.lower() not in _MONTHS
        sure = found["year"] or _PAGES.match(found["page"]) or (paged and " " not in one)
        return self._known(found["names"]) or (found["names"] if sure else "")

    def _known(self, printed: str) -> str:
        names = [name.removesuffix(" al").removesuffix(" et") for name in _JOINTS.split(printed)]
        known = [self._families.get(name) or self._people.get(name.rpartition(" ")[2]) for name in names]
        return join_names(name for name in known if name) if known[0] else ""

    def signed(self, paragraph: Paragraph) -> Iterator[tuple[Span, str]]:
        """The words that a paragraph begins with, and the name that a dash puts under them."""
        for quotation in paragraph.quotations[:1]:
            if quotation.start - paragraph.span.start > _LEAST or quotation.of(self._prose.text).count(" ") < _LEAST:
                continue
            text = self._prose.text
            if found := _SIGNED.match(text, quotation.end) or _REFERENCED.match(text, quotation.end):
                yield quotation, found["names"]

    def _in_next_line(self, paragraph: Paragraph, following: Paragraph | None) -> Mapping[Span, str]:
        """The words that fill a paragraph, with the person whose name begins the short line under it."""
        if following is None or len(paragraph.quotations) != 1 or following.quotations:
            return {}
        (quotation,) = paragraph.quotations
        line = collapse(following.span.of(self._prose.text))
        if len(paragraph.span) - len(quotation) > _MARKS or len(line) > _LINE:
            return {}
        name = _WHOLE_NAME.match(line)
        return {quotation: name[0]} if name and line[-1] not in ".:?!" else {}

    def attributions(self, held: set[Span]) -> Iterator[Attribution]:
        """The quotations that are credited so, but for those ``held`` by what their sentence says."""
        for paragraph, following in zip_longest(self._prose.paragraphs, self._prose.paragraphs[1:]):
            signed = {**self._in_next_line(paragraph, following), **dict(self.signed(paragraph))}
            for quotation in paragraph.quotations:
                name = signed.get(quotation) or self.of(quotation)
                if name and quotation not in held:
                    words = quotation.of(self._prose.text)
                    relation = Relation.INCLUDES_QUOTATION_FROM
                    yield Attribution(words, quotation, name, "", name, quotation, relation=relation)
