"""The entry types of ``.bib`` files and the item types of CSL: one table for reading and writing."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final

from anora_bib.model.values.csl import TYPES


class Dialect(Enum):
    """The two vocabularies of ``.bib`` files."""

    BIBTEX = "bibtex"
    BIBLATEX = "biblatex"


# CSL type: entry type in BibTeX, in BibLaTeX. The first CSL type of an entry type is the one it is read as; the
# others are told apart by the field ``entrysubtype``.
_TYPES: Final = {
    "article-journal": ("article", "article"),
    "article-magazine": ("article", "article"),
    "article-newspaper": ("article", "article"),
    "article": ("article", "article"),
    "review": ("article", "review"),
    "review-book": ("article", "review"),
    "book": ("book", "book"),
    "classic": ("book", "book"),
    "musical_score": ("book", "book"),
    "chapter": ("incollection", "incollection"),
    "entry-encyclopedia": ("incollection", "inreference"),
    "entry-dictionary": ("incollection", "inreference"),
    "entry": ("incollection", "inreference"),
    "paper-conference": ("inproceedings", "inproceedings"),
    "thesis": ("phdthesis", "thesis"),
    "report": ("techreport", "report"),
    "standard": ("techreport", "standard"),
    "pamphlet": ("booklet", "booklet"),
    "manuscript": ("unpublished", "unpublished"),
    "speech": ("unpublished", "unpublished"),
    "document": ("misc", "misc"),
    "webpage": ("misc", "online"),
    "post": ("misc", "online"),
    "post-weblog": ("misc", "online"),
    "motion_picture": ("misc", "movie"),
    "broadcast": ("misc", "video"),
    "song": ("misc", "music"),
    "graphic": ("misc", "image"),
    "figure": ("misc", "image"),
    "performance": ("misc", "performance"),
    "legislation": ("misc", "legislation"),
    "bill": ("misc", "legislation"),
    "regulation": ("misc", "legislation"),
    "treaty": ("misc", "legislation"),
    "legal_case": ("misc", "jurisdiction"),
    "hearing": ("misc", "legal"),
    "personal_communication": ("misc", "letter"),
    "patent": ("misc", "patent"),
    "dataset": ("misc", "dataset"),
    "software": ("misc", "software"),
    "periodical": ("misc", "periodical"),
    "collection": ("misc", "misc"),
    "event": ("misc", "misc"),
    "interview": ("misc", "misc"),
    "map": ("misc", "misc"),
}

# Entry types that are read and never written, and the other names BibLaTeX has for some subtypes.
_READ_ONLY: Final = {
    "conference": "paper-conference", "inbook": "chapter", "bookinbook": "book", "suppbook": "chapter",
    "suppcollection": "chapter", "proceedings": "book", "mvproceedings": "book", "collection": "book",
    "mvcollection": "book", "mvbook": "book", "reference": "book", "mvreference": "book", "manual": "book",
    "mastersthesis": "thesis", "electronic": "webpage", "www": "webpage", "audio": "song", "artwork": "graphic",
    "suppperiodical": "article-journal", "commentary": "book", "data": "dataset", "letters": "personal_communication",
    "newsarticle": "article-newspaper", "periodical": "article-journal",
    # What packages, programs and people have besides.
    "masterthesis": "thesis", "bachelorthesis": "thesis", "bachelorsthesis": "thesis", "diplomathesis": "thesis",
    "inproceeding": "paper-conference", "magazine": "article-magazine", "newspaper": "article-newspaper",
    "webpage": "webpage", "website": "webpage", "web": "webpage", "internet": "webpage", "url": "webpage",
    "blog": "post-weblog", "tweet": "post", "film": "motion_picture", "podcast": "broadcast", "talk": "speech",
    "presentation": "speech", "lecture": "speech", "slides": "speech", "poster": "speech", "hearing": "hearing",
    "case": "legal_case", "bill": "bill", "interview": "interview", "map": "map", "monography": "book",
    # biblatex-apa
    "constitution": "legislation", "legmaterial": "bill", "legadminmaterial": "regulation",
    "encyclopedia": "book", "dictionary": "book", "softwareversion": "software", "softwaremodule": "software",
}  # fmt: skip
SUBTYPES: Final = {"magazine": "article-magazine", "newspaper": "article-newspaper", **{type: type for type in TYPES}}


def _read_as() -> dict[str, str]:
    types = dict(_READ_ONLY)
    for column in (1, 0):  # where the two differ, the entry types of BibTeX come last and win
        for csl, names in reversed(_TYPES.items()):
            types[names[column]] = csl
    return types


BIBTEX: Final[Mapping[str, str]] = {csl: names[0] for csl, names in _TYPES.items()}
"""CSL types, and the entry type of classic BibTeX that each is written as."""

READ_AS: Final[Mapping[str, str]] = {**_read_as(), "periodical": "article-journal", "video": "motion_picture"}
"""Entry type, in small letters, to the CSL type it is read as."""

NO_WORKS: Final = frozenset({"xdata", "set", "control", "ieeetranbstctl", "acm-references"})
"""Entries that are no works: they lend fields, tie others together, or tell a style its options."""

CLASSIC: Final = frozenset(
    """article book booklet conference inbook incollection inproceedings manual mastersthesis misc phdthesis proceedings
    techreport unpublished""".split()
)
"""The entry types that BibTeX's standard styles know."""

_CLASSIC_NAMES: Final[Mapping[str, str]] = {
    "bookinbook": "inbook", "suppbook": "inbook", "suppcollection": "incollection", "inreference": "incollection",
    "mvbook": "book", "collection": "book", "mvcollection": "book", "reference": "book", "mvreference": "book",
    "mvproceedings": "proceedings", "report": "techreport", "thesis": "phdthesis", "suppperiodical": "article",
    "review": "article", "newsarticle": "article", "standard": "techreport", "commentary": "book",
    "masterthesis": "mastersthesis", "inproceeding": "inproceedings", "magazine": "article", "newspaper": "article",
    "monography": "book", "encyclopedia": "book", "dictionary": "book", "bachelorthesis": "phdthesis",
    "bachelorsthesis": "phdthesis", "diplomathesis": "phdthesis",
}  # fmt: skip


def classic(entry_type: str) -> str:
    """The entry type of BibTeX's standard styles that comes nearest to one of biblatex; any other is "misc"."""
    low = entry_type.lower()
    return entry_type if low in CLASSIC else _CLASSIC_NAMES.get(low, "misc")


def entry_type(csl_type: str, dialect: Dialect) -> str:
    """The entry type for a CSL type; ``misc`` for what is none."""
    return _TYPES.get(csl_type, ("misc", "misc"))[dialect is Dialect.BIBLATEX]
