"""Parentheses that send the reader on by name and title: "(See Jane Roe's Title: Subtitle and Al Doe's Other.)"."""

from __future__ import annotations

from dataclasses import dataclass

from anora_bib import language
from anora_bib.find.prose.people import NAME
from anora_bib.model import Prose
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_SENDS = (*language.signals("see", "compare"), "read", "read, also", "read, for example", "read, for instance")
_PARENTHESIS = lazy(
    rf"[(\[](?P<cue>(?i:{language.pattern(_SENDS)}),?)"
    r"\s(?P<items>[^()]{3,600})[)\]]"
)
_WHOSE = lazy(
    rf"(?:^|\band\s|[,;.]\s)(?P<names>{NAME}(?:(?:,|,?\sand|\s&)\s{NAME}){{0,4}})[\u2019'\u2018]s?\s"
    r"(?=[*_\u201c\"\u2018]{0,2}[A-Z0-9])"
)
_SPLIT = lazy(r"(?:,|,?\sand|\s&)\s")
_JOIN = lazy(r"(?<![\s,;.])(?:[\s,;.]*+\band\b)?[\s,;.]*+$")
_PUBLISHED = lazy(r"\.\s[A-Z][\w\s,]{1,40}:|\s\((?=[A-Z1-9])|,\s(?=\d)")
"""Where the title ends because place and publisher, or a year, follow."""


@dataclass(frozen=True, slots=True)
class SeeAlso:
    """One work the reader is sent to. ``span`` covers names and title; ``cue`` is the word that sends."""

    span: Span
    names: tuple[str, ...]
    title: Span
    cue: str


def find_see_also(prose: Prose) -> tuple[SeeAlso, ...]:
    """Every work so named in the running text, in order; ask for it with ``Prose.derived``."""
    return tuple(
        item
        for paragraph in prose.paragraphs
        for parenthesis in _PARENTHESIS.finditer(prose.text, paragraph.span.start, paragraph.span.end)
        for item in _items(prose.text, Span(*parenthesis.span("items")), parenthesis["cue"])
    )


def _items(text: str, span: Span, cue: str) -> list[SeeAlso]:
    items = []
    in_one_line = span.of(text).replace("\n", " ")
    owners = [match for match in _WHOSE.finditer(in_one_line) if _is_personal(match["names"])]
    for index, owner in enumerate(owners):
        end = owners[index + 1].start() if index + 1 < len(owners) else len(span)
        title = _title(text, span.start + owner.end(), span.start + end)
        if len(title):
            names = tuple(_SPLIT.split(owner["names"]))
            items.append(SeeAlso(Span(span.start + owner.start("names"), title.end), names, title, cue))
    return items


def _is_personal(names: str) -> bool:
    """True if the first is more than one word: "Schindler's" may be the head of a title."""
    return " " in _SPLIT.split(names)[0]


def _title(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    if published := _PUBLISHED.search(words):
        words = words[: published.start()]
    bare = _JOIN.sub("", words).strip('*_\u201c\u201d"')
    start += words.find(bare) if bare else 0
    return Span(start, start + len(bare))
