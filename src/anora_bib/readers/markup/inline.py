"""Inline markup that Markdown and scraped text share: pictures, live markers, emphasis."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from anora_bib.model import Anchor, Emphasis
from anora_bib.readers.markup.numbering import ROMAN, SEVERAL, each_label, from_roman, is_counted
from anora_bib.readers.markup.targets import may_be_note
from anora_bib.text.intervals import outermost
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_BRACKET = lazy(r"\\.|[\[\]]")
_TARGET = lazy(r"\((?:[^()\n]|\([^()\n]{0,300}\)){0,2000}\)")
"""A link's target, one level of parentheses deep. A ``data:`` picture may be longer and stays text."""

_REFERENCE = lazy(r"\[\^([^\[\]\s^]{1,60})\]")
_INDENT = 80
"""How far a definition may be set in, in quotations of quotations."""
_DIGITS = r"\d{1,4}[a-z]?"
_LINK = lazy(
    rf"(?P<lead>\\?\[)?\[(?P<inner>\\?\[)?(?:\^|<sup>)?(?P<raised>\\?\[)?(?P<label>{_DIGITS})"
    r"(?(raised)\\?\])(?:\^|</sup>)?(?(inner)\\?\])\]\((?P<href>[^()\s#]{0,300}#[^()\s]{0,120})\)(?(lead)\\?\])"
)
"""A link to a place in a page whose text is only a number, bare or in brackets inside or outside the link."""

_ROMAN_LINK = lazy(
    rf"(?P<lead>\\?\[)?\[(?P<inner>\\?\[)?(?P<label>{ROMAN})(?(inner)\\?\])\]"
    r"\([^()\s#]{0,300}#_(?:edn|ftn)\d{1,4}\)(?(lead)\\?\])"
)
r"""The same as Word counts endnotes: ``[\[iv\]](#_edn4)``."""

_LINK_INSIDE = lazy(r"\]\([^()\s#]{0,300}#")
"""What every such link has in it; quick to look for, and most texts have none."""

_OPEN_A = r"<a\b[^<>]{0,300}>"
_RAISED = lazy(
    rf"<sup\b[^<>]{{0,200}}>(?:{_OPEN_A})?\[?(?P<label>{_DIGITS})\]?(?:</a>)?</sup>"
    rf"|<a\b[^<>]{{0,200}}href=[\"'][^<>\"'#]{{0,300}}#(?P<target>[^<>\"']{{0,120}})[\"'][^<>]{{0,200}}>"
    rf"(?:<sup>)?\[?(?P<linked>{_DIGITS})\]?(?:</sup>)?</a>",
    re.IGNORECASE,
)
"""What pages converted to Markdown keep of their HTML."""
_SEVERAL_RAISED = lazy(rf"<sup\b[^<>]{{0,200}}>(?P<labels>(?=[^<]{{0,80}}[,;\u2013-]){SEVERAL})</sup>", re.IGNORECASE)
"""``<sup>3, 5</sup>``"""
_RAISES = lazy(r"<sup\b[^<>]{0,60}>(?P<stars>\*{0,2})$", re.IGNORECASE)
_LONGEST_RAISING = 70
"""The tag that raises a sign in another form, with a sign of emphasis, and the characters that it has at most."""
_TAG = lazy(r"<(?:sup|a)\b", re.IGNORECASE)
"""How each of them begins."""
_MEASURE = lazy(r"(?:\d|(?<![^\W\d_])[^\W\d_]{1,2})$")
"""What a power or a formula follows: a digit, or a word of one or two letters."""

_TEXT = r"(?:[^*\n]|\n(?![ \t]{0,40}\n)){1,300}?"
# What may not stand before a sign is asked behind it: a pattern that begins with the sign itself is searched quickly.
_STARRED = lazy(rf"\*(?<![\w*\\]\*)(\*\*|)(?![\s*])(?P<words>{_TEXT})(?<![\s*\\])\*\1(?![\w*])")
_UNDERLINED = lazy(r"_(?<![\w_\\]_)(?![\s_])(?P<words>(?:[^_\n]|\n(?![ \t]{0,40}\n)){1,300}?)(?<![\s\\])_(?![\w_])")


class Image(NamedTuple):
    """``![alt](target)``."""

    alt: Span
    outer: Span


def images(text: str, span: Span) -> Iterator[Image]:
    """The Markdown pictures in ``span``; brackets inside a description must be in pairs."""
    if text.find("![", span.start, span.end) < 0:
        return
    pairs = bracket_pairs(text, span)
    done = span.start
    for opening, closing in sorted(pairs.items()):
        if opening <= done or text[opening - 1] != "!":
            continue
        target = _TARGET.match(text, closing + 1, span.end)
        if target:
            yield Image(Span(opening + 1, closing), Span(opening - 1, target.end()))
            done = target.end()


def bracket_pairs(text: str, span: Span) -> dict[int, int]:
    """Where each square bracket of a passage closes, by where it opens."""
    pairs: dict[int, int] = {}
    open_at: list[int] = []
    for match in _BRACKET.finditer(text, span.start, span.end):
        if match[0] == "[":
            open_at.append(match.start())
        elif match[0] == "]" and open_at:
            pairs[open_at.pop()] = match.start()
    return pairs


def anchors(text: str, inline: Iterable[Anchor] = ()) -> tuple[Anchor, ...]:
    """``[^4]``, links whose words are a number, such as ``[4](#fn4)``, and ``<sup>4</sup>``; not the links back.

    ``inline`` are the heads of the notes that stand in the text itself, put among the others. A sign inside another
    is the same: ``<sup>[<sup>4</sup>](#fn4)</sup>``.
    """
    result = [*inline]
    result += [
        Anchor(Span(match.start(), match.end()), match[1])
        for match in _REFERENCE.finditer(text)
        if not _is_definition(text, match) and _is_label(text, match[1])
    ]
    if _LINK_INSIDE.search(text):
        result += _linked(text)
    result += [
        Anchor(Span(match.start(), match.end()), match["label"] or match["linked"])
        for match in (_RAISED.finditer(text) if _TAG.search(text) else ())
        if (match["target"] is None or may_be_note(f"#{match['target']}", match["linked"]))
        and is_counted(match["label"] or match["linked"], text)
        and not _MEASURE.search(text, max(0, match.start() - 3), match.start())
    ]
    result += [
        anchor
        for match in (_SEVERAL_RAISED.finditer(text) if _TAG.search(text) else ())
        if is_counted(match["labels"], text) and not _MEASURE.search(text, max(0, match.start() - 3), match.start())
        for anchor in _each_raised(text, match)
    ]
    return tuple(outermost(_with_raising(text, anchor) for anchor in result))


def _with_raising(text: str, anchor: Anchor) -> Anchor:
    """The anchor with the tags that raise it, and the signs of emphasis between them and it."""
    start, end = anchor.span
    raised = _RAISES.search(text, max(0, start - _LONGEST_RAISING), start)
    if raised and text.startswith(closing := f"{raised['stars']}</sup>", end):
        return Anchor(Span(raised.start(), end + len(closing)), anchor.label)
    return anchor


def _is_label(text: str, label: str) -> bool:
    """Whether it is no class of signs, ``[^>]``; a star is a label where it is defined."""
    return any(map(str.isalnum, label)) or f"[^{label}]:" in text


def _linked(text: str) -> Iterator[Anchor]:
    """Links whose words are the number of a note."""
    for match in _LINK.finditer(text):
        if may_be_note(match["href"], match["label"]) and is_counted(match["label"], text):
            yield Anchor(Span(match.start(), match.end()), match["label"])
    for match in _ROMAN_LINK.finditer(text):
        yield Anchor(Span(match.start(), match.end()), from_roman(match["label"]))


def _each_raised(text: str, match: re.Match[str]) -> Iterator[Anchor]:
    """The signs in one pair of tags, which the first and the last take with them."""
    within = Span(*match.span("labels"))
    for span, label in each_label(text, within):
        start = match.start() if span.start == within.start else span.start
        yield Anchor(Span(start, match.end() if span.end == within.end else span.end), label)


def _is_definition(text: str, match: re.Match[str]) -> bool:
    """Whether a colon follows and nothing stands before it in the line; behind a word, the colon is the sentence's."""
    if text[match.end() : match.end() + 1] != ":":
        return False
    before = text[max(0, match.start() - _INDENT) : match.start()]
    return not before.rpartition("\n")[2].strip(" \t>-*+.)0123456789")


def emphases(text: str) -> tuple[Emphasis, ...]:
    """Runs in ``*single*`` or ``_single_`` signs; ``**bold**`` is no emphasis of titles."""
    result = [
        Emphasis(Span(match.start("words"), match.end("words")))
        for pattern in (_STARRED, _UNDERLINED)
        for match in pattern.finditer(text)
    ]
    return tuple(sorted(result, key=lambda emphasis: emphasis.span))
