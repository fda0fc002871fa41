"""Is it a reference at all? Evidence for, words of a sentence against: silence rather than a guess."""

from __future__ import annotations

import re
from typing import Final

from anora_bib.parser.draft import KNOWN, Draft
from anora_bib.parser.text.tokens import words_of
from anora_bib.parser.text.words import PROSE

_WEIGHTS: Final = (
    # (variables, points): how much one of them speaks for a reference. An identifier or an address is printed for
    # no other reason; a date or a title alone is as common in remarks.
    (("DOI", "ISBN", "URL", "number"), 2),
    (("accessed", "archived"), 2),
    (("publisher-place",), 2),
    (("issued",), 1),
    (("publisher", "container-title"), 1),
    (("page", "volume", "issue", "section"), 1),
    (("director",), 2),
    (("performer", "editor", "translator", "interviewer", "narrator"), 1),
    (("archive", "medium", "genre"), 1),
    (("archive_location",), 1),
    (("author",), 1),
)
_GROUPS: Final = {name: group for group, (variables, _) in enumerate(_WEIGHTS) for name in variables}
_POINTS: Final = tuple(points for _, points in _WEIGHTS)
_ANCHORS: Final = (
    *(
        "issued",
        "accessed",
        "archived",
        "URL",
        "DOI",
        "ISBN",
        "number",
        "author",
        "editor",
        "director",
        "volume",
        "page",
    ),
    *("publisher-place", "archive"),
)
"""A reference has at least one of these; what has none is a label or a caption."""
_MARKED: Final = 1
_SURE_AUTHOR: Final = 1
_REPEATED_AUTHOR: Final = 2
_ALL_PLACED: Final = 1
_TRACE: Final = 0.05
"""Less than this part unexplained is next to nothing."""
_UNTITLED: Final = 0.25
"""What may be unexplained of a text without a title."""
_ENOUGH: Final = 3
"""An author, a title and a date; a marked title and an outlet and a date; a title and an address."""
_PARAGRAPH: Final = 500
"""Characters; of a text longer than this half as much may be unexplained."""
_LONGEST_TITLE: Final = 40
"""Words of a title that nothing marks; a longer one is a sentence."""
_REMARK: Final = 0.5
"""A point against for every two words that only sentences have."""
_UNEXPLAINED: Final = 0.6
"""A text more than this part of which no rule could place is no reference, whatever else stands in it."""


def is_reference(draft: Draft) -> bool:
    """True if enough speaks for a reference and not too much for a sentence."""
    if not draft.has("title"):
        return _needs_no_title(draft)
    title = draft.first("title")
    if not draft.has(*_ANCHORS):
        return False
    if title is None or not any(char.isalnum() for char in str(title.value)):
        return False
    if title.cue == "bare" and len(str(title.value).split()) > _LONGEST_TITLE:
        return False
    if _runs_on(draft):
        return False
    variables_read = draft.by_variable.keys()
    points = float(sum(_POINTS[group] for group in {_GROUPS[name] for name in _GROUPS.keys() & variables_read}))
    points += _MARKED * bool({"quoted", "italic"} & draft.cues)
    author = draft.first("author") or draft.first("editor")
    points += _SURE_AUTHOR * bool(author and author.confidence >= KNOWN)
    points += _REPEATED_AUTHOR * ("repeated-author" in draft.cues)
    against = _against(draft)
    points += _ALL_PLACED * (draft.residue < _TRACE and not against)
    return points - against >= _ENOUGH and draft.residue <= (
        _UNEXPLAINED if len(draft.text) <= _PARAGRAPH else _UNEXPLAINED / 2
    )


_SPOKEN: Final = re.compile(r"(?<![\w/.@-])[^\W\d_]{2,}(?![\w/@])")
_FEWEST: Final = 16
"""Words in small letters that running text has, outside what is set off."""
_MOSTLY: Final = 0.7
"""The share of all words that they are."""
_SET_OUT: Final = ("publisher-place", "volume", "issue", "page", "edition", "accessed", "ISBN", "director", "genre")
"""What running text that only mentions a source seldom has."""


def _runs_on(draft: Draft) -> bool:
    """Whether a text without an author is sentences that mention a source: most of its words are in small letters."""
    if draft.has("author", "editor") or draft.has(*_SET_OUT):
        return False
    words: list[str] = []
    done = 0
    for mark in draft.marks:
        words += _SPOKEN.findall(draft.text, done, mark.outer.start)
        done = mark.outer.end
    words += _SPOKEN.findall(draft.text, done)
    small = sum(word[0].islower() for word in words)
    return small >= _FEWEST and small >= _MOSTLY * len(words)


def _needs_no_title(draft: Draft) -> bool:
    """True for a bare address, if it is all there is, for letters and talks, which have no title of their own.

    And for an article of which sciences print the journal alone: "J. Roe, J. Lamps 12, 34 (2001)".
    """
    if draft.residue < _TRACE and draft.has("URL", "DOI", "archive_location") and "quoted" not in draft.cues:
        return True
    if draft.has("author") and all(draft.has(name) for name in ("container-title", "volume", "page", "issued")):
        return draft.residue < _UNTITLED and "quoted" not in draft.cues
    told = not draft.cues.isdisjoint(("letter", "interview"))
    return told and draft.has("author") and draft.residue < _UNTITLED


def is_sentence(text: str) -> bool:
    """True for words of the author: at least one of them is a word that sentences have and labels do not."""
    return not PROSE.isdisjoint(words_of(text.casefold()))


def _against(draft: Draft) -> float:
    """Points for the words of sentences outside marked titles; a bare title is suspect itself."""
    if PROSE.isdisjoint(draft.seen.words):
        return 0.0
    title = draft.first("title")
    bare = title is not None and title.cue in ("bare", "bare-part")
    text = draft.rest
    if title is not None and bare:
        text = text[: title.span.start] + title.span.of(draft.text) + text[title.span.end :]
    count = sum(word in PROSE for word in words_of(text.casefold()))
    # Titles have "is" and "the"; behind a sure author and a date one or two of them mean nothing.
    allowed = 2 if bare and draft.has("author", "director") and draft.has("issued", "publisher") else 0
    return max(0, count - allowed) * _REMARK * (2 if count > 4 else 1)
