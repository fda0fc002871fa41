"""Author-date and page citations in the text, "(Roe 2005, 301)", "(23)", held against the works-cited list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from anora_bib.find.gazetteer import Gazetteer
from anora_bib.find.links.items import names_before, parentheses
from anora_bib.find.links.listed import Sources
from anora_bib.model import Apparatus, Citation, Cite, Place, Relation
from anora_bib.model.essay.printed_cites import PrintedCite
from anora_bib.model.essay.prose import Paragraph, Prose
from anora_bib.text.spans import Span


@dataclass(frozen=True, slots=True)
class _Where:
    """A parenthesis and what stands around it."""

    span: Span
    items: tuple[PrintedCite | None, ...]
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
        for span, items in parentheses(self._text, paragraph.span):
            while sentence.end <= span.start:
                sentence = next(sentences, Span(sentence.end, max(sentence.end, paragraph.span.end)))
            quoted = [words for words in self._prose.quotations_in(sentence) if words.end <= span.start]
            near = bool(quoted) and not self._text[quoted[-1].end : span.start].strip(" \u201d\u2019\"'\u00bb.,")
            yield _Where(span, items, sentence, quoted[-1] if near else None)

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
        items = where.items
        cites = [cite for item in items if item and (cite := self._cite(item, where, previous))]
        # Works that the list lacks are no reason to doubt the others, if they are cited in the same way.
        rest = len(items) - len(cites)
        dated = sum(item is not None and item.is_author_date for item in items)
        return tuple(cites) if not rest or rest == dated - len(cites) else ()

    def _cite(self, item: PrintedCite, where: _Where, previous: tuple[Cite, ...]) -> Cite | None:
        if item.ibid:
            reference = previous[0].reference if len(previous) == 1 else None
        else:
            reference = self._reference(item, where)
        if reference is None:
            return None
        place = item.place
        return Cite(reference, place.value if place else "", place.label if place else "", prefix=item.signal)

    def _reference(self, item: PrintedCite, where: _Where) -> int | None:
        if item.title:
            return self._sources.by_title(item.title, listed=True)
        if item.names:
            reference = self._sources.by_names(item.names, item.year, et_al=item.et_al)
            if reference is not None or item.year:
                return reference
            title_alone = len(item.names) == 1 and item.place
            return self._sources.by_title(item.names[0], listed=True) if title_alone else None
        if item.year:
            before = self._named_before(where, item.year)
            # Behind quoted words a year alone is no film's.
            return before if before is not None or not where.quotation else self._named_in_sentence(where, item)
        return self._named_in_sentence(where, item) if item.place else None

    def _named_before(self, where: _Where, year: str) -> int | None:
        """For "Roe and Doe (1890)": the names right before the parenthesis."""
        before = names_before(self._text, where.sentence.start, where.span.start)
        return self._sources.by_names(before[0].names, year, et_al=before[0].et_al) if before else None

    def _named_in_sentence(self, where: _Where, item: PrintedCite) -> int | None:
        """For a page alone: the one listed work whose author the sentence names before it."""
        closes = bool(item.year) or self._text[where.span.end : where.span.end + 1] in (".", ",", ";", ":", "")
        if not (item.place and item.place.printed) and not (closes or where.quotation):
            return None  # "(1) first, (2) second" numbers the parts of a sentence
        before = Span(where.sentence.start, where.span.start)
        named = {index for hit in self._authors.scan(self._text, before) for index in hit.items}
        if item.year:
            named = {index for index in named if self._sources.is_of_year(index, item.year)}
        return named.pop() if len(named) == 1 else None
