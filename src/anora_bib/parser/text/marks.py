"""Runs set in italics or in quotation marks.

Openers and closers need not match: a straight mark closes a curly one, an opener typed for a closer closes, and a
title that is never closed ends where its part of the reference does. One pass over the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property, lru_cache
from itertools import chain
from typing import Final

from anora_bib import language
from anora_bib.parser.draft import Mark
from anora_bib.parser.text.tokens import next_stop
from anora_bib.text.characters import CLOSING_DOUBLE, CLOSING_SINGLE, OPENING_DOUBLE, OPENING_SINGLE, collapse
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

DASH_FOR_NAMES: Final = r"(?:[-—–_]{2,40}|[—–―])"
"""A pattern for the dash that stands in a list for the names of the entry above."""

_OPENING_SIGN = lazy("[“\"„″«`‘'‚<‹]")
_BOUNDED = r"(?<![^\s(\[—–*_>]{sign})"
"""What may stand before a sign is asked behind it: a pattern that begins with the sign itself is searched quickly."""
_OPENER = lazy(
    rf"(?:(?P<double>[“\"„″]{_BOUNDED.format(sign='.')}|«{_BOUNDED.format(sign='«')}\s?|<<{_BOUNDED.format(sign='<<')}\s?|``{_BOUNDED.format(sign='``')}"
    rf"|‘‘{_BOUNDED.format(sign='‘‘')})|(?P<single>[‘'‚‹]{_BOUNDED.format(sign='.')}))(?=[\w(‘'“\"*_…¿¡\[#@$.&])"
)
_END = r"(?=$|[\s.,;:!?)\]—–*_|])"
_CLOSE_DOUBLE = lazy(
    r"\s?(?:»|>>)" + _END + r"|(?<![\s(\[])(?:[”\"»“„″]|''|’’)" + _END + r"|(?<=[.?!…])\s[”\"»]" + _END
)
_CLOSE_SINGLE_FIRM = lazy(r"(?<=[^\s])›|(?<=[^\s])[’'](?=$|[.,;:)\]]|\s+[(\[])|(?<=[.,!?])[’'](?=\s)")
_CLOSE_SINGLE = lazy(r"(?<=[^\s])[’'](?=\s|$)")
_STRAIGHT_OPENER = lazy(r"(?<=[\s(])\"(?=\w)")
_ITALIC = lazy(r"(\*(?<![\w*_\\]\*)\*?|_(?<![\w*_\\]_)_?)(?=[^\s*_])([^*]{1,400}?)(?<=[^\s*_])\1(?![\w*_])")
_TAGGED = lazy(r"<(em|i|cite)(?:\s[^<>]{0,100})?>(?=[^\s<])([^<>]{1,400})(?<=[^\s])</\1>", re.IGNORECASE)
"""The same as HTML inside Markdown has it."""
_UPRIGHT = lazy(r"\s(?:[^\W\d_a-z][^\s,.;:()\[\]*_“”\"]{0,30}\s){1,5}")
_OPEN_END = frozenset(
    "the a an of in on and or to for from with la le les el los las il lo der die das von und".split()
)
_LINKED = lazy(r"\[(?P<words>[^\[\]\n]{1,400})\]\((?=[^()\s]{4})")
_ANY_QUOTE = lazy("[\"“”„″'‘’]")
_MEMORABLE = 4000
"""Characters of a text whose marks are remembered."""
_NUMBERED = lazy(r"(?P<title>.*\D),\s*\d+$", re.DOTALL)
_SENDS = tuple(phrase.replace(",", "") for phrase in language.signals("see", "compare", "authority"))
_NOT_TITLES = frozenset((*_SENDS, *map(language.bare, _SENDS))) | frozenset(
    "in|et al.|et al|ibid.|ibid|trans.|ed.|eds.|in:|id.|supra|and|by".split("|")
)
EMPHASIS_SIGNS = lazy(r"(?<![\w])[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}(?![\w])")


def find_marks(text: str) -> tuple[Mark, ...]:
    """The runs in quotation marks ("quoted") and in emphasis ("italic"), the outermost only, in order."""
    return _remembered(text) if len(text) <= _MEMORABLE else _find_marks(text)


def _find_marks(text: str) -> tuple[Mark, ...]:
    runs = [*_quoted(text), *_italic(text)]
    if len(runs) > 1:
        runs.sort(key=lambda mark: (mark.outer.start, -mark.outer.end))
    kept: list[Mark] = []
    for mark in runs:
        if not kept or mark.outer.start >= kept[-1].outer.end:
            kept.append(mark)
        elif kept[-1].kind == "italic" and len(kept[-1].outer) - len(mark.outer) <= 4:
            kept[-1] = Mark("quoted", mark.inner, kept[-1].outer)  # *“Title”* is a quoted title set in italics.
    kept = _joined(text, kept)
    return tuple(_out_of_link(text, mark) if text[mark.inner.start] == "[" else mark for mark in kept)


def _joined(text: str, marks: list[Mark]) -> list[Mark]:
    """Italics that leave a title within a title upright are one run: *The* Huainan *and Its Readers*."""
    out: list[Mark] = []
    for mark in marks:
        last = out[-1] if out else None
        if last and last.kind == mark.kind == "italic" and _UPRIGHT.fullmatch(text, last.outer.end, mark.outer.start):
            ends_open = text[last.inner.start : last.inner.end].rpartition(" ")[2].casefold() in _OPEN_END
            if ends_open or text[mark.inner.start].islower():
                out[-1] = Mark("italic", Span(last.inner.start, mark.inner.end), Span(last.outer.start, mark.outer.end))
                continue
        out.append(mark)
    return out


def _out_of_link(text: str, mark: Mark) -> Mark:
    """The mark of a title that is the words of a link, without the address: *[Title](https://...)*."""
    link = _LINKED.match(text, mark.inner.start)
    if link is None or not mark.outer.contains(Span(*link.span())):
        return mark
    return Mark(mark.kind, _shave(text, *link.span("words")), Span(mark.outer.start, link.end()))


_remembered = lru_cache(maxsize=8)(_find_marks)
"""A text is asked for its marks to cut it up, to tell a short form, and to find the titles, all in a row."""

_GOES_ON = lazy(rf"\s+(?!(?:{language.pattern(language.vocabulary('behind_titles'))})\b)[a-z]+(?=[^\w])")
_COMES_FROM = lazy(
    rf"(?:\b(?!(?:in|of|on|from|and|by|{language.pattern(language.bare(phrase.split()[-1]) for phrase in _SENDS)})\b)"
    r"[a-z]{1,20}|\b(?:The|A|An))\s+\Z"
)
_OWN_WORK = lazy(rf"\b(?:{language.pattern(language.phrases('own_work'))})\s+\Z")
"""Before the title of a work by those just named: "Ada Orme in her *Lamps*"."""


_OF_NAMES = lazy(r"[^\W\d_a-z][^\d:?!“”\"]{2,400}(?:,|&|\band\b|\bund\b|\bet\b)[^\d:?!“”\"]{2,400}")
_DATED = lazy(r"[.,]?\s\(?(?:1[6-9]|20)\d\d[a-z]?\b[).,:]")
"""Behind a run in bold letters at the head: the names of a list that sets them off, "**Roe, A., Doe, B.** (2020)."."""


def title_marks(text: str) -> tuple[Mark, ...]:
    """The marked runs that are a title, not words quoted inside a bare one (``The “New” Cinema``)."""
    return tuple(
        mark
        for mark in find_marks(text)
        if not (mark.outer.start == 0 and _OF_NAMES.fullmatch(text, *mark.inner) and _DATED.match(text, mark.outer.end))
        and (text[mark.inner.end : mark.inner.end + 1] == "," or not _GOES_ON.match(text, mark.outer.end))
        and not (_word_before(text, mark.outer.start) and _comes_from(text, mark.outer.start))
    )


def _word_before(text: str, at: int) -> bool:
    """Whether white space stands before a mark, and a letter before that."""
    before = text[max(0, at - 24) : at]
    words = before.rstrip()
    return len(words) < len(before) and words[-1:].isalpha()


def _comes_from(text: str, at: int) -> bool:
    low = max(0, at - 24)
    return _COMES_FROM.search(text, low, at) is not None and _OWN_WORK.search(text, low, at) is None


def _italic(text: str) -> list[Mark]:
    runs: list[Mark] = []
    signed = _ITALIC.finditer(text) if "*" in text or "_" in text else ()
    tagged = _TAGGED.finditer(text) if "</" in text else ()
    for match in chain(signed, tagged):
        inner = match.group(2)
        if not any(char.isalpha() for char in inner) or inner.casefold() in _NOT_TITLES:
            continue
        start, end = match.span(2)
        numbered = _NUMBERED.match(inner)
        if numbered:  # "*Journal of X, 12*(3)": the volume is not part of the name.
            end = start + numbered.end("title")
        outer_end = end if numbered else match.end()
        inner_span = _shave(text, start, end)
        runs.append(Mark("italic", inner_span, Span(match.start(), outer_end)))
    return runs


class _Closers:
    """Where the signs are that may close a quotation, each kind looked for when it is first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def double(self) -> list[tuple[int, int]]:
        return [match.span() for match in _CLOSE_DOUBLE.finditer(self._text)]

    @cached_property
    def firm(self) -> list[tuple[int, int]]:
        """Single marks behind which a quotation is over."""
        return [match.span() for match in _CLOSE_SINGLE_FIRM.finditer(self._text)]

    @cached_property
    def loose(self) -> list[tuple[int, int]]:
        """Single marks that may be apostrophes."""
        return [match.span() for match in _CLOSE_SINGLE.finditer(self._text)]


def _quoted(text: str) -> list[Mark]:
    runs: list[Mark] = []
    first = _OPENING_SIGN.search(text)
    if first is None or not (opener := _OPENER.search(text, first.start())):
        return runs
    closers = _Closers(text)
    done = 0
    for match in _OPENER.finditer(text, opener.start()):
        if match.start() < done:
            continue
        start = match.end()
        close: tuple[int, int] | None
        if match.group("double"):
            close = (
                _double_closer(text, closers.double, start)
                or _closer(closers.firm, start + 1)
                or (next_stop(text, start),) * 2
            )
        else:
            close = _closer(closers.firm, start + 1) or _closer(closers.loose, start + 1)
        if close is None or close[0] <= start:
            continue
        done = close[1]
        runs.append(Mark("quoted", _shave(text, start, close[0]), Span(match.start(), done)))
    return runs


def _double_closer(text: str, closers: list[tuple[int, int]], start: int) -> tuple[int, int] | None:
    """The closer of a double mark; straight marks that pair up inside a curly one are quotations in the title."""
    first = _closer(closers, start + 1)
    if first is None or text[start - 1] != "“" or text[first[0]] != '"':
        return first
    inner = _STRAIGHT_OPENER.search(text, start, first[0])
    if inner is None:
        return first
    curly = text.find("”", first[1], first[1] + 200)
    return (curly, curly + 1) if curly >= 0 else first


def _closer(closers: list[tuple[int, int]], start: int) -> tuple[int, int] | None:
    """The first closer at or after ``start``."""
    index = bisect_right(closers, (start, 0))
    return closers[index] if index < len(closers) else None


def _shave(text: str, start: int, end: int) -> Span:
    """Without white space at the ends and the one comma or full stop that American usage sets inside the marks."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if (end > start + 1 and text[end - 1] in ",;:") or (
        text[start:end].endswith(".") and not text[:end].endswith("..")
    ):
        end -= 1
    return Span(start, end)


def plain(printed: str) -> str:
    """A title as a value: white space made single, no signs of emphasis, inner quotation marks balanced and curly."""
    emphasised = printed.count("*") > 1 or printed.count("_") > 1  # a single sign is a letter: "The A* Algorithm"
    title = collapse(EMPHASIS_SIGNS.sub("", printed) if emphasised else printed)
    return _balance(title) if _ANY_QUOTE.search(title) else title


def _balance(title: str) -> str:
    out: list[str] = []
    open_single = False
    for at, printed in enumerate(title):
        char = printed
        before, after = title[at - 1 : at], title[at + 1 : at + 2]
        opens = (not before or before in " ([—–“‘\"'") and bool(after) and not after.isspace()
        if char in '"“”„″':
            char = OPENING_DOUBLE if opens else CLOSING_DOUBLE
        elif char in "'‘’":
            if before.isalnum() and after.isalnum():
                pass  # An apostrophe, as printed.
            elif opens and (char != CLOSING_SINGLE) and not (char == "'" and after.isdigit()):
                char, open_single = OPENING_SINGLE, True
            elif open_single and not opens:
                char, open_single = CLOSING_SINGLE, _goes_on(title, at)
        out.append(char)
    return "".join(out)


def _goes_on(title: str, at: int) -> bool:
    """True if a mark after a plural ("Workers’ Rights’") was an apostrophe: another closer follows."""
    return any(sign in title[at + 1 :] for sign in "'’") and title[at - 1 : at] == "s" and "‘" not in title[at + 1 :]
