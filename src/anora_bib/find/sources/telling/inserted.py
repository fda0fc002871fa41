"""Speakers named inside their own quoted words, as French and its neighbours print them."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Final

from anora_bib.find.prose.people import NAME
from anora_bib.language import saying
from anora_bib.model import Apparatus, Attribution, Relation
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_LANGUAGES: Final = ("fr", "it", "es")
"""Those that do not close the quotation before the verb: \u00abThe quay, says Roe, has fallen.\u00bb"""
_VERBS: Final = saying.verbs("speech", _LANGUAGES) | saying.verbs("claims", _LANGUAGES)
_INSERTED: Final = lazy(
    rf"(?:[,!?\u2026]\s|\s?[\u2014\u2013]\s?)(?P<phrase>(?P<verb>[^\W\d_]{{2,20}})\s(?:[a-z\u00df-\u00ff]{{2,12}}\s)?(?P<name>{NAME}))(?=[,.;!?\s\u2014\u2013])"
)
_GUILLEMETS: Final = "\u00ab\u00bb"


def find_inserted(apparatus: Apparatus, held: Container[Span]) -> Iterator[Attribution]:
    """Each person so named, with the quotation, unless that is ``held`` by another."""
    prose = apparatus.prose
    for quotation in prose.quotations:
        if quotation in held or prose.text[quotation.start - 1] not in _GUILLEMETS:
            continue
        for found in _INSERTED.finditer(prose.text, quotation.start, quotation.end):
            if found["verb"].lower() not in _VERBS:
                continue
            span, name = Span(*found.span("phrase")), Span(*found.span("name"))
            person = next((one for one in apparatus.people.within(name) if one.span.start == name.start), None)
            yield Attribution(
                span.of(apparatus.essay.text),
                span,
                name.of(apparatus.essay.text),
                person.id if person else "",
                person.full if person else found["name"],
                quotation,
                relation=Relation.INCLUDES_QUOTATION_FROM,
            )
            break
