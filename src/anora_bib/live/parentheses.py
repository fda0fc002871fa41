"""Author-date parentheses, when citations are made live."""

from __future__ import annotations

import re
from typing import Final

from anora_bib.live.certain.references import standings
from anora_bib.live.kept import NO_KEY, Kept
from anora_bib.live.keys import Keys
from anora_bib.live.syntax import Item, Syntax
from anora_bib.live.words import unexplained
from anora_bib.model import Apparatus, Citation, Place, Reference
from anora_bib.model.essay.passages import STARTS
from anora_bib.text.spans import Edit, Span

_AUTHORLESS: Final = re.compile(r"\(\s?(?:pp?\. ?)?\d")
"""A parenthesis of a year or page alone: the author is named in the sentence."""

_CAPITAL_BEFORE: Final = re.compile(r"(?<!\w)([A-Z][\w.\u2019'-]{0,30}) $")
_YEAR_LETTER: Final = re.compile(r"(?<=\b\d{4})[a-z]\b")
_REACH: Final = 200


class Parentheses:
    """The edits of those parentheses all of whose works were understood; the others are kept as they are."""

    def __init__(self, apparatus: Apparatus, keys: Keys, syntax: Syntax) -> None:
        self._apparatus = apparatus
        self._keys = keys
        self._syntax = syntax
        self._standings = apparatus.derived(standings)
        self.edits: list[Edit] = []
        self.kept: list[Kept] = []
        self.read: list[tuple[Citation, list[Item]]] = []
        """What is edited, as items."""
        for citation in apparatus.citations:
            if citation.place is not Place.PARENTHESIS or self._is_live(citation):
                continue
            reason = self._obstacle(citation)
            items = [] if reason else self._items(citation)
            edit = _edit(apparatus, syntax, citation, items) if items else None
            if edit:
                self.edits.append(edit)
                self.read.append((citation, items))
            else:
                reason = reason or "it cites several works and names no author"
                self.kept.append(Kept.at(apparatus, citation.span, Place.PARENTHESIS, "", reason))

    def _is_live(self, citation: Citation) -> bool:
        """Whether it cites by keys already."""
        return any(self._apparatus.references[cite.reference].by_key for cite in citation.cites)

    def _obstacle(self, citation: Citation) -> str:
        """What is in the way: further words, or a work that was not understood; "" for nothing."""
        essay = self._apparatus.essay
        references = [self._apparatus.references[cite.reference] for cite in citation.cites]
        for cite in citation.cites:
            found = self._standings.get(cite.reference)
            if found is None:
                return "the work it means was not understood"
            if found.reason:
                return f"the work it means is not certain: {found.reason}"
        said = [part for cite in citation.cites for part in (cite.locator, cite.prefix, cite.suffix)]
        words = _YEAR_LETTER.sub("", citation.span.of(essay.text))
        if words.count(";") >= len(citation.cites) or unexplained(
            words, [reference.entry for reference in references], *said
        ):
            return "it says more than a citation does"
        return "" if all(map(self._keys.of, references)) else NO_KEY

    def _items(self, citation: Citation) -> list[Item]:
        dialect = self._apparatus.essay.document.dialect

        def words(text: str) -> str:
            return self._syntax.words(text, dialect)

        return [
            Item(
                self._keys.of(self._apparatus.references[cite.reference]),
                words(cite.locator),
                cite.label,
                words(cite.prefix),
                words(cite.suffix),
            )
            for cite in citation.cites
        ]


def is_authorless(words: str) -> bool:
    """True for a parenthesis of a year or page alone, whose author the sentence names."""
    return bool(_AUTHORLESS.match(words))


def _edit(apparatus: Apparatus, syntax: Syntax, citation: Citation, items: list[Item]) -> Edit | None:
    text = apparatus.essay.text
    if not is_authorless(citation.span.of(text)):
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
