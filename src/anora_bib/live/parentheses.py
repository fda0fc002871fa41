"""Author-date parentheses, when citations are made live."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.live.keys import Keys
from anora_bib.live.syntax import Item, Syntax, printing
from anora_bib.live.words import Printed, explained, understood
from anora_bib.model import Apparatus, Citation, Place, Reference
from anora_bib.model.essay.passages import STARTS
from anora_bib.spans import Edit, Span

_AUTHORLESS: Final = re.compile(r"\(\s?(?:pp?\. ?)?\d")
"""A parenthesis of a year or page alone: the author is named in the sentence."""

_CAPITAL_BEFORE: Final = re.compile(r"(?<!\w)([A-Z][\w.\u2019'-]{0,30}) $")
_YEAR_LETTER: Final = re.compile(r"(?<=\b\d{4})[a-z]\b")
_REACH: Final = 200


def live_parentheses(apparatus: Apparatus, keys: Keys, syntax: Syntax) -> Iterator[Edit]:
    """The edits of those parentheses all of whose works were understood; the others stay as they are."""
    printed = Printed(apparatus)
    for citation in apparatus.citations:
        if citation.place is Place.PARENTHESIS and (items := _items(apparatus, keys, syntax, printed, citation)):
            edit = _edit(apparatus, syntax, citation, items)
            if edit:
                yield edit


def _items(apparatus: Apparatus, keys: Keys, syntax: Syntax, printed: Printed, citation: Citation) -> list[Item]:
    """The items that the parenthesis cites; [] if it holds further words, or if one of its works was not understood."""
    text, words_of = apparatus.essay.text, printing(apparatus, syntax)
    references = [apparatus.references[cite.reference] for cite in citation.cites]
    items = [
        Item(keys.of(reference), words_of(cite.locator), cite.label, words_of(cite.prefix), words_of(cite.suffix))
        for reference, cite in zip(references, citation.cites, strict=True)
    ]
    pieces = [(ref, printed.of(ref)) for ref in references]
    sound = all(piece and understood(ref, piece, piece.words.of(text)) for ref, piece in pieces)
    said = [part for cite in citation.cites for part in (cite.locator, cite.prefix, cite.suffix)]
    words = _YEAR_LETTER.sub("", citation.span.of(text))
    whole = words.count(";") < len(items) and explained(words, references, *said)
    return items if sound and whole and all(item.key for item in items) else []


def _edit(apparatus: Apparatus, syntax: Syntax, citation: Citation, items: list[Item]) -> Edit | None:
    text = apparatus.essay.text
    if not _AUTHORLESS.match(citation.span.of(text)):
        return Edit(citation.span, syntax.citation(items))
    if len(items) > 1:
        return None
    names = _names_before(text, citation.span, apparatus.references[citation.cites[0].reference])
    if names:
        return Edit(Span(names.start, citation.span.end), syntax.narrative(items[0]))
    return Edit(citation.span, syntax.without_author(items[0]))


def _names_before(text: str, span: Span, reference: Reference) -> Span | None:
    """The place of the authors' names if they are right before the parenthesis, and no given name with them."""
    families = [re.escape(name.literal or name.full_family) for name in reference.entry.creators()]
    if not families:
        return None
    others = rf"{families[0]},? et al\.?" if len(families) > 2 else r" (?:and|&) ".join(families)
    before = text[max(0, span.start - _REACH) : span.start]
    match = re.search(rf"(?<!\w){others} $", before)
    given = _CAPITAL_BEFORE.search(before[: match.start()]) if match else None
    if not match or (given and given[1] not in STARTS):
        return None
    return Span(span.start - len(before) + match.start(), span.start)
