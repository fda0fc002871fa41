"""The fields that each entry type requires.

Sources: "BibTeXing" (btxdoc), section 3.1, and the manual of biblatex, section 2.1.1. A file of biblatex needs no
publisher, and takes either name of a field that both have.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_AUTHOR = ("author", "editor", "collaboration")  # of RevTeX and INSPIRE
_PEOPLE = (*_AUTHOR, "translator", "editora")
_YEAR = ("year", "date", "issued")
_JOURNAL = ("journal", "journaltitle")
_SCHOOL = ("school", "institution", "publisher")
_HOUSE = ("institution", "organization", "publisher", "school")
_BOOK = ("booktitle", "maintitle")

_REQUIRED: Final[dict[str, Sequence[tuple[str, ...]]]] = {
    "article": (_AUTHOR, ("title",), _JOURNAL, _YEAR),
    "book": (_PEOPLE, ("title",), _YEAR),
    "mvbook": (_PEOPLE, ("title",), _YEAR),
    "booklet": (("title",),),
    "collection": (("editor", "author"), ("title",), _YEAR),
    "incollection": (_AUTHOR, ("title",), _BOOK, _YEAR),
    "inproceedings": (_AUTHOR, ("title",), ("booktitle", "maintitle", "eventtitle"), _YEAR),
    "conference": (_AUTHOR, ("title",), ("booktitle", "maintitle", "eventtitle"), _YEAR),
    "manual": (("title",),),
    "mastersthesis": (("author",), ("title",), _SCHOOL, _YEAR),
    "phdthesis": (("author",), ("title",), _SCHOOL, _YEAR),
    "thesis": (("author",), ("title",), _SCHOOL, ("type",), _YEAR),
    "proceedings": (("title",), _YEAR),
    "techreport": (_AUTHOR, ("title",), _HOUSE, _YEAR),
    "report": (_AUTHOR, ("title",), ("type",), _HOUSE, _YEAR),
    "unpublished": (_AUTHOR, ("title",)),
    "online": (("title",), ("url", "doi", "eprint")),
    "patent": (("author", "holder"), ("title",), ("number",), _YEAR),
    "periodical": (("title",),),
    # A part of the book called title in BibTeX, where it has a chapter or pages; in biblatex it has a booktitle.
    "inbook": (_PEOPLE, ("title",), ("booktitle", "maintitle", "chapter", "pages"), _YEAR),
}
_WITH_PUBLISHER: Final = frozenset({"book", "inbook", "incollection"})


def required_fields(type: str, *, biblatex: bool) -> Sequence[tuple[str, ...]]:
    """What an entry type requires: for each of its fields all names that serve, the usual one first."""
    required = _REQUIRED.get(type, ())
    if not biblatex and type in _WITH_PUBLISHER:
        return (*required, ("publisher", "organization", "institution"))
    return required
