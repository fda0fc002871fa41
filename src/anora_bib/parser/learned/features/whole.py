"""What holds of a reference as a whole, and so of each of its tokens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from anora_bib.parser.learned.tokens import Token

_PAGES: Final = frozenset(("pp", "p", "s", "pages", "pag", "págs", "blz"))
_WITHIN: Final = frozenset(("in", "dans", "en"))


def whole_features(
    tokens: Sequence[Token], quotes: Sequence[int], italics: Sequence[int], years: Sequence[int]
) -> list[str]:
    """The features: where the year stands, which marks there are, whether there is an address or pages, the length."""
    count = len(tokens)
    words = {token.text.lower() for token in tokens}
    if years:
        first = years[0]
        bracket = "b" if first and tokens[first - 1].text in "([" else ""
        year = f"{first * 5 // count}{bracket}"
    else:
        year = "-"
    address = any(len(word) > 8 and ("://" in word or word.startswith("www.")) for word in words)
    marks = f"{min(max(quotes), 2)}{min(max(italics), 2)}"
    has = f"{address:d}{not words.isdisjoint(_PAGES):d}{not words.isdisjoint(_WITHIN):d}"
    size = 0 if count < 8 else 1 if count < 20 else 2 if count < 45 else 3
    return [f"wy={year}", f"wm={marks}{has}", f"ws={size}{marks}"]
