"""Where links in a page lead: to a note, back from one to the text, or to something else that has a number."""

from __future__ import annotations

import re
from typing import Final

from anora_bib.text.patterns import lazy

BACK: Final = lazy(r"ref|back|return|note-anchor", re.IGNORECASE)
"""In an id or a target: what leads from a note back to the text."""
_NO_NOTE: Final = lazy(
    r"(?:fig|tab|tbl|pl(?:ate)?|eq|sec|chap|ch|page|pg?|cat|img|ex|vid|app|par|toc|h|l|line|step|q|v)[-_.:]?\d",
    re.IGNORECASE,
)
"""Figures, tables, equations, chapters, pages, objects of a catalogue, lines."""
_NOTE: Final = lazy(
    r"_?(?:(?P<word>(?:foot|end|cite|side|margin)[-_]?notes?|notes?|nota|fu(?:ss|\u00df)note|anm(?:erkung)?|"
    r"sd(?:foot|end)note|ftnt?|edn?|fn|en|cite|bib)|[a-z]{0,3})"
    r"[-_.:]{0,2}(?P<more>[\w-]{0,30}[-_.:])?(?P<number>\d{0,5})[a-z]?(?:sym|-\d{1,12})?",
    re.IGNORECASE,
)
"""The names that pages give the places of notes: ``fn4``, ``_ftn4``, ``sdfootnote4sym``, ``footnote-4-1736``, ``4``."""


def may_be_note(href: str, label: str) -> bool:
    """Whether a link whose words are ``label`` may lead to a note.

    Not the links back, to figures and the like, and to a place of another page that has not this number.
    """
    page, _, place = href.rpartition("#")
    name = _NOTE.fullmatch(place)
    if BACK.search(place) or _NO_NOTE.match(place) or not name:
        return False
    number = label.lstrip("0")
    if name["more"] and not name["word"] and not name["number"].endswith(number):
        return False  # "link-43" of any page
    return not page or number in place
