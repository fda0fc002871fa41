"""What the lists of a page are called, and the lines that belong to the page and not to the essay."""

from __future__ import annotations

import re
from enum import Enum, auto

from anora_bib import language
from anora_bib.text.characters import fold
from anora_bib.text.patterns import lazy


class ListKind(Enum):
    """What a heading says that the list below it is."""

    NOTES = auto()
    WORKS = auto()
    RESIDUE = auto()
    """What a page carries besides the essay: archives, comments, related posts, words on the author."""


_LONGEST = 60
"""No list has a longer heading."""


def _any(kind: str) -> str:
    longest_first = sorted(map(language.phrase_pattern, language.headings(kind)), key=len, reverse=True)
    return f"(?:{'|'.join(longest_first)})"


_NOTES = _any("notes")
_WORKS = rf"(?:{_any('things')} {_any('participles')}|{_any('promised')}|{_any('works')})"
_QUALIFIER = _any("qualifiers")
_ITEM = rf"(?:{_QUALIFIER} ){{0,2}}(?:{_NOTES}|{_WORKS})"
_LIST = lazy(rf"(?:[ivx\d]{{1,5}} )?{_ITEM}(?: (?:and |or |und |et |y |e )?{_ITEM}){{0,2}}(?: (?:for|to|in) this \w+)?")
_IS_NOTES = lazy(rf"\b{_NOTES}\b")

_RESIDUE = lazy(
    rf"{_any('page_parts')}|{_any('page_others')}(?: \w+)? {_any('page_posts')}|{_any('page_openings')} .{{0,40}}"
)
_COUNT = lazy(r"^\d+ | \d+$")
"""How many comments there are."""

_RESIDUE_LINE = lazy(
    r"\W{0,3}(?:©|\(c\) ?\d|copyright (?:©|\(c\)|\d)"
    rf"|(?:{_any('page_lines')}|{_any('page_texts')} {_any('page_fates')}"
    rf"|{_any('page_origins')} {_any('page_origin_places')})\b"
    rf"|(?:{_any('page_labels')}|{_any('page_dates')}):|{_any('page_dates')} (?:\w{{3,9}} )?\d"
    rf"|{_any('page_counts')} ?\(\d|\d+ {_any('page_counts')}\b)",
    re.IGNORECASE,
)
_LONGEST_BIO = 350
_BIO = lazy(
    r"(?:about the author:? )?(?:(?:[a-z]{1,3}['’ ])?[^\W\d_a-zß-öø-ÿ][\w’'.-]{0,30} ){1,4}"
    r"(?:lives (?:in|between|and works|with)\b|teaches\b|"
    r"(?:is|was|writes|works|holds|has (?:written|published))\b"
    r".{0,200}?\b(?:writer|critic|author|professor|editor|journalist|scholar|lecturer|filmmaker|student|poet|novelist"
    r"|historian|lives in|teaches|based in|at work on|university)\b)"
)


def list_kind(words: str) -> ListKind | None:
    """The kind of list that a heading of these words stands over; None for any other heading."""
    if len(words) > _LONGEST:
        return None
    folded = fold(words)
    if _LIST.fullmatch(folded):
        return ListKind.NOTES if _IS_NOTES.search(folded) else ListKind.WORKS
    return ListKind.RESIDUE if _RESIDUE.fullmatch(_COUNT.sub("", folded)) else None


def is_residue(line: str) -> bool:
    """Whether the line is the page's, not the essay's (copyright, filing, calls to comment, words on the author)."""
    return (
        bool(_RESIDUE_LINE.match(line) or (len(line) <= _LONGEST_BIO and _BIO.match(line)))
        or list_kind(line) is ListKind.RESIDUE
    )
