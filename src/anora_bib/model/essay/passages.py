"""The parts of an essay that rules read: its references, its quotation marks, its running text as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from anora_bib import language
from anora_bib.model import Apparatus
from anora_bib.model.essay.verbatim import markup
from anora_bib.text.characters import fold
from anora_bib.text.quotes import QuotePair, quote_pairs
from anora_bib.text.spans import Span, blank

STARTS: Final = language.capitalized("sentence_starts")
"""Words that have a capital because they begin a sentence and belong to no name or title."""


def references_as_printed(apparatus: Apparatus) -> list[Span]:
    """The notes and the items of the works cited, in the order of the text. Quotation marks are paired within each."""
    notes = (note.span for note in apparatus.notes)
    return sorted({*notes, *(listed.span for listed in apparatus.works_cited)})


def quoted_references(apparatus: Apparatus) -> list[tuple[Span, list[QuotePair]]]:
    """The quotation marks of each note and each item of the works cited; ask for it with ``apparatus.derived``."""
    text = apparatus.derived(without_markup)
    return [(span, quote_pairs(text, span)) for span in references_as_printed(apparatus)]


def quoted_paragraphs(apparatus: Apparatus) -> list[tuple[Span, list[QuotePair]]]:
    """The quotation marks of each paragraph of the running text; ask for it with ``apparatus.derived``."""
    prose = apparatus.prose
    text = apparatus.derived(without_markup)
    return [
        # Where no marker is blanked, the marks are those that the quotations were found by.
        (span, quote_pairs(text, span) if prose.markers_in(span) else list(prose.quoted[span]))
        for span in (paragraph.span for paragraph in prose.paragraphs)
    ]


def without_markup(apparatus: Apparatus) -> str:
    """The text of the essay with what is no prose left blank."""
    return blank(apparatus.essay.text, markup(apparatus.essay))


class RunningText:
    """Passages of a text, folded, in which names and phrases can be looked up."""

    def __init__(self, text: str, spans: Iterable[Span]) -> None:
        self._folded = f" {fold(' '.join(span.of(text) for span in spans))} "
        self._words = frozenset(self._folded.split())

    def names(self, name: str) -> bool:
        """True if the name occurs, as it is or in the possessive."""
        folded = fold(name)
        return bool(folded) and (self._stands(folded) or self._stands(f"{folded}s"))

    def has_words(self, phrase: str) -> bool:
        """True if every word of the phrase occurs somewhere; the time does not depend on the length of the text."""
        return self._words.issuperset(fold(phrase).split())

    def _stands(self, folded: str) -> bool:
        words = folded.split(" ")
        return self._words.issuperset(words) and (len(words) == 1 or f" {folded} " in self._folded)
