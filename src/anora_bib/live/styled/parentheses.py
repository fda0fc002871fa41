"""The parentheses of an essay that cites authors and dates, or authors and pages, in another such style."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from anora_bib.live.kept import Kept
from anora_bib.live.keys import Keys
from anora_bib.live.parentheses import Parentheses, is_authorless
from anora_bib.live.styled.certainty import doubt, left_out, locator_printed
from anora_bib.live.styled.notes import NO_PLACE, PRINTED_OTHERWISE
from anora_bib.live.styled.places import edit, place
from anora_bib.live.styled.writing import Cited, Writing
from anora_bib.live.syntax import Item, Pandoc
from anora_bib.model import Apparatus, Citation, Entry, Place
from anora_bib.text.spans import SourceEdit, SourceSpan

AROUND: Final = "words of its own stand in it"

_PARENTHESIS: Final = re.compile(r"[(\[].*[)\]]", re.DOTALL)


class _Found(NamedTuple):
    citation: Citation
    at: SourceSpan
    items: list[Item]


class StyledParentheses:
    """The parentheses, read; :meth:`write` gives the edits. ``kept`` is what stays."""

    def __init__(self, apparatus: Apparatus, keys: Keys, entries: Mapping[str, Entry]) -> None:
        self._apparatus = apparatus
        self._document = apparatus.essay.document
        read = Parentheses(apparatus, keys, Pandoc())
        self.kept: list[Kept] = [*read.kept]
        self.holding = len(read.kept) + len(read.read)
        self._found: list[_Found] = []
        for citation, items in read.read:
            at = place(self._document, citation.span)
            reason = at if isinstance(at, str) else ""
            doubts = [
                doubt(ref := apparatus.references[cite.reference], entries[keys.of(ref)], apparatus.essay)
                for cite in citation.cites
            ]
            if any(doubts):
                reason = next(filter(None, doubts))
            elif any(item.prefix or item.suffix for item in items):
                reason = AROUND
            if reason or isinstance(at, str):
                self._keep(citation, reason)
            else:
                self._found.append(_Found(citation, at, items))

    @property
    def made(self) -> int:
        """How many are rewritten."""
        return len(self._found)

    def keep_all(self, reason: str) -> None:
        """Rewrite none, for one reason."""
        for found in self._found:
            self._keep(found.citation, reason)
        self._found = []

    def write(self, writing: Writing) -> Iterator[SourceEdit]:
        """The edits."""
        text = self._apparatus.essay.text
        asked = [
            Cited(
                tuple(item.key for item in items),
                locators=tuple((item.label, item.locator) for item in items),
                mode="suppress-author" if is_authorless(citation.span.of(text)) else "",
            )
            for citation, _, items in self._found
        ]
        for found, written in zip([*self._found], writing.citations(asked), strict=True):
            reason = ""
            if not _PARENTHESIS.fullmatch(written) or left_out(written):
                reason = PRINTED_OTHERWISE
            elif not all(locator_printed(item.locator, written) for item in found.items):
                reason = NO_PLACE
            made = edit(self._document, found.at, found.citation.span, written)
            if reason or isinstance(made, str):
                self._keep(found.citation, reason or str(made))
                self._found.remove(found)
            else:
                yield made

    def _keep(self, citation: Citation, reason: str) -> None:
        self.kept.append(Kept.at(self._apparatus, citation.span, Place.PARENTHESIS, "", reason))
