"""Who printed an old book, as its title page says: "London: Printed by R. Roe for A. Orme, 1615"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from anora_bib import language
from anora_bib.parser.draft import EXPLICIT, HOLE, STRUCTURE, Draft, Explanation, asked_where
from anora_bib.parser.text.signs import AnyOf, signed, words_in

_PHRASES: Final = language.phrases("printed_by")
_YEAR: Final = r"(?:\[?(?:1[4-9])\d\d|M[DCLXVIJ.\s]{2,16}\b)"
_PLACE: Final = r"(?P<place>[^\W\d_a-z][\w’'-]{1,24}(?:,?\s[^\W\d_a-z][\w’'-]{1,24}){0,2})"
_PRINTED: Final = signed(
    rf"(?:(?<=[(.,;]\s)|(?<=[(.,;]))(?:{_PLACE}\s?[:,]\s)?"
    rf"(?P<publisher>(?i:{'|'.join(map(language.phrase_pattern, _PHRASES))})\s[^()\[\]:;{HOLE}]{{3,160}}?)"
    rf"(?=,?\s(?:in\s(?:the\sYear\s)?)?{_YEAR}|\s?\(|\)|\.?\s{{0,4}}\Z)",
    words=words_in(*_PHRASES),
)


@asked_where(AnyOf(_PRINTED))
def find_printer(draft: Draft) -> Iterable[Explanation]:
    """``publisher``, with the words that say what each did for the book, and the place before it."""
    if match := _PRINTED.search(draft.rest, draft.seen):
        if match["place"]:
            yield draft.string("publisher-place", *match.span("place"), STRUCTURE)
        yield draft.string("publisher", *match.span("publisher"), EXPLICIT)
