"""Bodies named in running text: institutes, boards, courts, and others that say what they have found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.find.phrases.callings import is_calling
from anora_bib.find.prose.people import UPPER
from anora_bib.language import saying
from anora_bib.model.essay.prose import Prose
from anora_bib.text.spans import Span

_KINDS: Final = saying.words("words", "bodies")
_BEFORE: Final = re.compile(rf"(?:[{UPPER}][\w\u2019&-]{{0,30}}\s(?:(?:of|for|and|&)\s)?){{0,5}}$")
_JOINT: Final = rf"(?:(?:{'|'.join(sorted(saying.words('words', 'in_names_of_bodies')))})\s(?:the\s)?)?"
_BEHIND: Final = re.compile(rf"(?:\s{_JOINT}[{UPPER}][\w&-]{{1,30}}){{0,5}}")
_WORD: Final = re.compile(r"\w+")
_ARTICLES: Final = "|".join(sorted(saying.words("words", "articles")))
_ARTICLE: Final = re.compile(rf"(?i:{_ARTICLES})\s")
_REACH: Final = 90
_THE: Final = re.compile(rf"\b(?i:{_ARTICLES})\s[\[*_]{{0,3}}$")


def find_bodies(prose: Prose) -> tuple[Span, ...]:
    """Where bodies are named, in order: by several words with capitals, or by what they are behind an article."""
    found: list[Span] = []
    for start in prose.words.places(_KINDS).starts:
        if found and start < found[-1].end:
            continue
        found.extend(_around(prose, start))
    return tuple(found)


def _around(prose: Prose, start: int) -> Iterator[Span]:
    """The whole name of which a word for a body begins at ``start``."""
    paragraph = prose.paragraph_at(start)
    if paragraph is None:
        return
    text, low = prose.text, max(paragraph.span.start, start - _REACH)
    word = _WORD.match(text, start)
    before = _BEFORE.search(text, low, start)
    if word is None or before is None:
        return
    article = _ARTICLE.match(text, before.start())
    first = article.end() if article else before.start()
    behind = _BEHIND.match(text, word.end(), paragraph.span.end)
    span = Span(first, behind.end() if behind else word.end())
    if any(is_calling(one) or is_calling(one.lower()) for one in span.of(text).split()):
        return  # "University of Hull Professor"
    if " " in span.of(text) or _THE.search(text, max(low, first - 8), first):
        yield span
