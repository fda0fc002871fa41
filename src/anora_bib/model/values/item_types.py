"""CSL's item types, sorted into kinds of things, so that a guess at a type can be weighed."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from typing import Final

FILMS: Final = frozenset({"motion_picture", "broadcast"})
BOOKS: Final = frozenset({"book", "classic", "collection", "pamphlet", "report", "thesis"})
MUSIC: Final = frozenset({"song", "musical_score"})
LAW: Final = frozenset({"bill", "hearing", "legal_case", "legislation", "regulation", "treaty"})
PIECES: Final = frozenset(
    """article article-journal article-magazine article-newspaper chapter entry entry-dictionary entry-encyclopedia
    interview paper-conference post post-weblog review review-book webpage""".split()
)

PART_TYPES: Final = frozenset({"chapter", "entry", "entry-dictionary", "entry-encyclopedia", "paper-conference"})
"""Parts of a whole book."""

_KINDS: Final[Mapping[str, frozenset[str]]] = {
    type: kind for kind in (FILMS, BOOKS, MUSIC, LAW, PIECES) for type in kind
}

ARTICLE_TYPES: Final[Mapping[str, str]] = {
    "magazine": "article-magazine",
    "newspaper": "article-newspaper",
    "journal": "article-journal",
}
"""The CSL type of a piece, by the kind of outlet that published it. A web site decides nothing."""


class Kinship(Enum):
    """The relation between the type of an entry and that of a record."""

    SAME = auto()
    UNKNOWN = auto()
    OTHER = auto()
    ABOUT = auto()
    """A piece or a law, where the record is a whole work."""


def kinship(printed: str, known: str) -> Kinship:
    """How the CSL type that was printed or guessed relates to the type that is known."""
    ours, theirs = _KINDS.get(printed), _KINDS.get(known)
    if ours is None or theirs is None:
        return Kinship.UNKNOWN
    if ours is theirs:
        return Kinship.SAME
    return Kinship.ABOUT if ours in (PIECES, LAW) else Kinship.OTHER
