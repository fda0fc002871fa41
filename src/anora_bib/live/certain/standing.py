"""Which of the printed words of a reference a citation takes the place of.

All of them, where its entry holds them. Where the author's sentence runs around them, those that the entry was read
from, and the others stay: "Most of these are in Ada Orme, *Lamps* (Hull: Tide Press, 1961), and nobody disagrees."
Where the sentence runs through them ("... by Ada Orme in her *Lamps* (Hull: Tide Press, 1961), chap. 19"), those behind
the title: names and title stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from anora_bib.documents.dialects.html import unescape
from anora_bib.live.certain.doubt import TOO_LITTLE, misread
from anora_bib.live.certain.marks import is_set_off
from anora_bib.live.words import has_letters, has_words, lacking, pointing, unexplained
from anora_bib.model import Essay, Reference
from anora_bib.model.bibliography.cited_place import as_cited, whole_work
from anora_bib.model.essay.pieces import Citing
from anora_bib.parser.judging.prose import is_sentence
from anora_bib.text.spans import Span

_OPENING: Final = "*_“\"‘'„«»‹(["
_CLOSING: Final = "*_”\"’'«»“‹›)]"
"""What may open and close words that are set off."""

_BETWEEN: Final = 4
"""Words that may stand between names and title: "in her recent"."""

_FEWEST: Final = 3
"""Fields that a reference must have to be told from the sentence around it."""

_SUFFIX: Final = 8
"""Words behind a source that go along with its citation: "pl. 17 (with further examples)"; more of them stay.

Numbers and the labels of places are not counted: "S. 41 f., 50, 61, 114".
"""

_SENTENCE: Final = re.compile(r"[.!?][)\]”\"’*_]{0,3}\s+[^\W\d_a-zß-öø-ÿ]")
"""A stop, and a capital behind it."""

_STOP: Final = re.compile(r"[^\W\d_]{3}[.!?]\s")
"""A stop that ends no initial."""

_CODE: Final = re.compile(r"\{\{|\{%|<%|<!--|`|\[\[[^\W\d_][^\[\]]{0,200}\]\](?!\()")
"""Templates, comments, code and links to a page of the site ("[[Roe 1993]]"): no words of a reader."""

_LINK_GOES_ON: Final = re.compile(r".{0,2}\]\(", re.DOTALL)
"""The end of the words of a link of Markdown, and its address."""
_STOPS: Final = re.compile(r"\.(?=\s|\Z)")
_INSIDE: Final = re.compile(r"(?<=\w)\w|\.\w")
"""A field ends inside of a word or a number: "chap. 1.4" read as chapter 1."""

_NAMED_BEFORE: Final = re.compile(r"\b[^\W\d_a-zß-öø-ÿ][^\W\d_]{1,40},\s{0,4}[*_“\"‘'„«‹]{0,3}\Z")
"""Words that end as a name does before a title: nobody was read as its author, and that may be the one."""

_BRACKETS: Final = ("()", "[]", "“”")
_GUILLEMETS: Final = "«»"
"""Whichever of them opens."""
_FURTHER: Final = re.compile(r"[*_“\"][^*_“”\"]{3,200}[*_”\"][^*_“”\"]{0,120}\d")
"""A title and a number: words that stay may name another source."""


@dataclass(frozen=True, slots=True)
class Standing:
    """``span`` is what the citation replaces, or why it may not: ``reason``.

    ``prefix`` and ``suffix`` are words within it that go along with the citation. ``behind`` if names and title stay
    before it; ``further`` if the words around that stay may name another source. ``whole`` is the source that is meant
    where the reference says too little, and ``place`` the page it gives. ``placed`` is false if the place in the source
    is not within, but among the words that stay or go along.
    """

    span: Span
    prefix: str = ""
    suffix: str = ""
    behind: bool = False
    further: bool = False
    reason: str = ""
    whole: Reference | None = None
    place: str = ""
    placed: bool = True


def standing(reference: Reference, piece: Citing, essay: Essay) -> Standing:
    """What a citation may replace of the words of ``piece``, or why it may not.

    Args:
        reference: as parsed, not normalized.
        piece: what the parser read; its signal and its suffix are kept beside the key.
        essay: the essay of both.
    """
    text = essay.text
    if _CODE.search(text, max(0, piece.words.start - 2), piece.words.end):
        return Standing(piece.words, reason="a template or a comment of the page is inside it")
    if _LINK_GOES_ON.match(text, max(0, piece.words.end - 1)):
        return Standing(piece.words, reason="a link goes on behind it")
    if not _balanced(piece.words.of(text)):
        return Standing(piece.words, reason="its brackets do not close, so that a part of it may be missing")
    doubt = misread(reference, piece, essay)
    beside = piece.signal, piece.suffix, piece.locator, *pointing(piece)
    reason = doubt or lacking(piece.words.of(text), [reference.entry], *beside)
    if not reason:
        return Standing(piece.words, _signal(piece, text), piece.suffix)
    if not reference.short:
        core = _core(reference, piece, essay)
        if core:
            return replace(_amid(core, piece, text), placed=_holds_place(reference, core))
        tail = None if doubt else _behind_title(reference, piece, text)
        if tail and not unexplained(tail.of(text), [reference.entry], piece.suffix):
            return Standing(tail, suffix=piece.suffix, behind=True)
    return Standing(piece.words, reason=reason)


def short_standing(reference: Reference, piece: Citing | None, whole: Reference, text: str) -> Standing:
    """What a citation of ``whole`` may replace of a reference that says less of it than that."""
    if piece is None:
        return Standing(reference.span, reason=TOO_LITTLE)
    place = reference.entry.string("locator") or reference.entry.string("page")
    said = piece.words.of(text)
    if unexplained(said, [whole.entry], piece.signal, piece.suffix, place) or not _balanced(said):
        return Standing(piece.words, reason=TOO_LITTLE)
    return Standing(piece.words, _signal(piece, text), piece.suffix, whole=whole, place=place)


def _core(reference: Reference, piece: Citing, essay: Essay) -> Span | None:
    """The words that the fields of the entry were read from; None where they do not surely make up a source.

    Places in the source that stand behind them may be missing: those that the entry does not hold ("S. 8, S. 47") go
    along as they are typed.
    """
    text = essay.text
    spans = [field.span for field in reference.entry.fields.values() if field.span]
    title = reference.entry.fields.get("title")
    if len(spans) < _FEWEST or not (title and title.span):
        return None
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    if not piece.words.contains(Span(start, end)):
        return None
    before = text[piece.words.start : start]
    opens = not unexplained(before, [], piece.signal)
    if not (opens or is_set_off(text, title.span.start)):
        return None
    for core in _cut(reference, piece, text, start):
        around = text[piece.words.start : core.start], text[core.end : piece.words.end]
        if _INSIDE.match(text, core.end) or text.startswith("](", core.end - 1) or not any(map(has_words, around)):
            continue
        if not _balanced(core.of(text), _GUILLEMETS) or unexplained(core.of(text), [reference.entry]):
            continue
        if misread(reference, piece, essay, core):
            return None
        if not reference.entry.creators() and _NAMED_BEFORE.search(around[0]):
            return None
        return None if has_words(around[0]) and _runs_on(reference, text) else core
    return None


def _cut(reference: Reference, piece: Citing, text: str, start: int) -> Iterator[Span]:
    """The words from ``start`` to the end of each field behind which only places in the source stand; longest first."""
    entry = reference.entry
    work = as_cited(whole_work(entry)).fields
    ends = {name: field.span.end for name, field in entry.fields.items() if field.span}
    least = max((end for name, end in ends.items() if name in work), default=0)
    for end in sorted({end for end in ends.values() if end >= least}, reverse=True):
        yield _widened(text, Span(start, end), piece.words)


def _holds_place(reference: Reference, core: Span) -> bool:
    """Whether the place that a reference gives in its source is among the words of the core."""
    work = as_cited(whole_work(reference.entry)).fields
    places = (field.span for name, field in reference.entry.fields.items() if name not in work)
    return all(core.contains(place) for place in places if place)


def _runs_on(reference: Reference, text: str) -> bool:
    """Whether names may begin in the sentence before the source: "My thanks to Ann Poe. Roe, Jane."."""
    author = reference.entry.fields.get("author")
    return author is not None and author.span is not None and bool(_STOP.search(author.span.of(text)))


def _widened(text: str, span: Span, limit: Span) -> Span:
    """The span with the signs around it: quotation marks, emphasis, brackets that it opens or closes, its stop."""
    start, end = span.start, span.end
    while start > limit.start and text[start - 1] in _OPENING:
        start -= 1
    while end < limit.end and text[end] in _CLOSING:
        end += 1
    for opening, closing in _BRACKETS:
        within = text[start:end]
        if within.count(opening) > within.count(closing):
            end = max(end, text.find(closing, end, min(limit.end, end + 3)) + 1)
        elif within.count(closing) > within.count(opening) and text[end - 1] == closing:
            end -= 1
    if end < limit.end and _STOPS.match(text, end):
        end += 1
    return Span(start, end)


def _amid(core: Span, piece: Citing, text: str) -> Standing:
    """The core with what belongs to the citation around it; the other words stay where they are."""
    before, behind = text[piece.words.start : core.start], text[core.end : piece.words.end]
    start, end, prefix, suffix = core.start, core.end, "", ""
    if not unexplained(before, [], piece.signal):
        start, prefix = piece.words.start, _signal(piece, text)
    if not has_words(behind):
        end = piece.words.end
    elif start == piece.words.start and text[end - 1] != "." and _goes_along(along := unescape(behind)):
        end, suffix = piece.words.end, along.strip(" \t\n,;:.")
    staying = text[piece.words.start : start], text[end : piece.words.end]
    return Standing(Span(start, end), prefix, suffix, further=any(map(_FURTHER.search, staying)))


def _signal(piece: Citing, text: str) -> str:
    """What introduces the source, with the comma behind it: "see, for example,"."""
    end = piece.words.start + len(piece.signal)
    return f"{piece.signal}," if piece.signal and text[end : end + 1] == "," else piece.signal


def _goes_along(words: str) -> bool:
    """Whether words may be the suffix of a citation: few, in no sentence of their own, without its signs."""
    if (
        sum(has_letters(word) for word in words.split()) > _SUFFIX
        or _SENTENCE.search(words)
        or is_sentence(words)
        or not set("@;{}<>").isdisjoint(words)
    ):
        return False
    return _balanced(words)


def _balanced(words: str, *further: str) -> bool:
    return all(words.count(pair[0]) == words.count(pair[1]) for pair in (*_BRACKETS, *further))


def _behind_title(reference: Reference, piece: Citing, text: str) -> Span | None:
    """The words behind a title that names stand right before; None where there are no such words."""
    entry = reference.entry
    title, author = entry.fields.get("title"), entry.fields.get("author")
    if not (title and title.span and author and author.span) or piece.signal:
        return None
    between = text[author.span.end : title.span.start].split()
    if author.span.end > title.span.start or len(between) > _BETWEEN or not all(map(_is_small, between[:-1])):
        return None
    end = title.span.end
    while end < piece.words.end and text[end] in _CLOSING:
        end += 1
    if end == title.span.end:  # nothing sets the title off: it may go on
        return None
    tail = Span(end, piece.words.end)
    return tail if has_words(tail.of(text)) else None


def _is_small(word: str) -> bool:
    return word[:1].islower()
