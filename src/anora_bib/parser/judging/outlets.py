"""What the outlet of a piece says of its type: the name of a periodical or a site, its words, a host, a DOI.

What a piece calls itself is asked before (``types``). Then, as the CSL specification 1.0.2 has the types:

1. the outlet's name, where it is known ("Slate" is a magazine, "Medium" has weblogs),
2. a word of the name ("Blog", "Magazine", "Lexikon"),
3. its address, where the host is known, or is called "blog" as a folder of it may be,
4. for an outlet that nothing is known of: a web page if an address or a day of access is printed, else a magazine's.
"""

from __future__ import annotations

import re
from typing import Final

from anora_bib import language
from anora_bib.language.outlets import is_weblog_address, type_at_host, type_of_doi, type_of_pieces
from anora_bib.parser.draft import Draft
from anora_bib.parser.text.words import NEWSPAPER_WORDS, PERIODICAL_WORDS

_PIECES: Final = frozenset(
    ("article-newspaper", "article-magazine", "article-journal", "webpage", "post-weblog", "document", "article")
)
"""Types that differ by who published more than by what is printed."""
_ON_THE_WEB: Final = frozenset(("webpage", "document", "article-newspaper", "article-magazine"))
_GATHERINGS: Final = language.vocabulary("gatherings")
_SOCIETIES: Final = language.vocabulary("learned_societies")
_REFERENCE_WORKS: Final = language.vocabulary("reference_works")
_PERIODICAL_ENDS: Final = tuple(language.vocabulary("periodical_endings"))
_DICTIONARIES: Final = language.vocabulary("dictionaries")
_PODCASTS: Final = language.vocabulary("podcasts")
_WEBLOGS: Final = language.vocabulary("weblogs")
_SITE: Final = re.compile(r"\w\.(?:com|org|net)\Z", re.IGNORECASE)
"""How the name of a site ends that is called by its host."""
_SIGNS: Final = ",.:;()[]"


def words_of_outlet(draft: Draft) -> set[str]:
    """The words of the container, in small letters."""
    item = draft.first("container-title")
    return {word.casefold().strip(_SIGNS) for word in str(item.value).split()} if item else set()


def by_outlet(type: str, draft: Draft) -> str:
    """The type that the outlet says, where it differs by that; else ``type``, which the rest of a draft speaks for."""
    if not draft.has("container-title") and (agency := _of_agency(draft)):
        return agency
    if type in ("paper-conference", "article-journal"):
        return _in_proceedings(type, draft)
    if type == "chapter":
        return _in_book(draft)
    if type not in _PIECES:
        return type
    return _named(draft) or _called(type, draft) or _addressed(draft) or _unknown(type, draft)


_OF_A_YEAR: Final = re.compile(
    r"(?:[^\W\d_]{2,16}\s)?[A-Z](?=[^\W\d_-]{0,8}[A-Z]{2})[A-Za-z-]{1,12}[\s-]?(?:(?:19|20)\d\d|['’]\d\d)"
)


def is_gathering(draft: Draft) -> bool:
    """Whether the container is named as gatherings are, by capitals and a year: "CHI 2010", "SIGGRAPH ’98"."""
    item = draft.first("container-title")
    return item is not None and _OF_A_YEAR.fullmatch(str(item.value)) is not None


def _of_agency(draft: Draft) -> str:
    """The type of what has a DOI of an agency that registers one sort of works."""
    doi = draft.first("DOI")
    return type_of_doi(str(doi.value)) if doi else ""


def _in_proceedings(type: str, draft: Draft) -> str:
    """Proceedings of a gathering hold papers; those of a society, which no publisher brings out, are its journal."""
    words = words_of_outlet(draft)
    if words & _GATHERINGS:
        return "paper-conference"
    if words & _SOCIETIES and not draft.has("publisher", "publisher-place", "editor"):
        return "article-journal"
    if type == "article-journal" and not (draft.has("volume", "issue") and draft.has("page")):
        return _named(draft) or type
    return type


def _in_book(draft: Draft) -> str:
    """What stands in a reference work is an entry, in the papers of a gathering a paper, in other books a chapter."""
    words, named = words_of_outlet(draft), _named(draft)
    if named.startswith("entry"):
        return named
    periodical = words & PERIODICAL_WORDS or any(word.endswith(_PERIODICAL_ENDS) for word in words)
    if periodical and not draft.has("publisher", "publisher-place", "editor"):
        return "article-journal"
    if words & _REFERENCE_WORKS:
        return "entry-dictionary" if words & _DICTIONARIES else "entry-encyclopedia"
    if words & _GATHERINGS and not draft.has("editor"):
        return "paper-conference"
    return "paper-conference" if named == "paper-conference" else "chapter"


def _named(draft: Draft) -> str:
    """The type of the pieces of an outlet that is known by name."""
    outlet = draft.first("container-title")
    known = type_of_pieces(str(outlet.value)) if outlet else ""
    return known if known.startswith("entry") or not draft.has("DOI") else ""


_WHERE_READ: Final = ("URL", "accessed", "archived")
_PERIODICAL: Final = frozenset(("periodical", "volume"))
_WEBLOG_CUES: Final = frozenset(("weblog", "blog-host"))


def _unknown(type: str, draft: Draft) -> str:
    """The type of a piece whose outlet is not known: what is read at an address is a page of the web."""
    if type not in ("article-magazine", "article-newspaper", "post-weblog") or not draft.cues.isdisjoint(_WEBLOG_CUES):
        return type
    if not draft.has(*_WHERE_READ):
        return "article-magazine" if type == "post-weblog" and draft.has("container-title") else type
    printed = not _PERIODICAL.isdisjoint(draft.cues) or draft.has("page", "DOI")
    return type if printed or words_of_outlet(draft) & NEWSPAPER_WORDS else "webpage"


def _called(type: str, draft: Draft) -> str:
    """The type that a word of the outlet's name says: "Tide Blogs", "Harbour Magazine", "tides.org"."""
    words = words_of_outlet(draft)
    if words & _WEBLOGS:
        return "post-weblog"
    if words & _PODCASTS:
        return "broadcast"
    if "magazine" in words:
        return "article-magazine"
    outlet = draft.first("container-title")
    return "webpage" if outlet and type in _ON_THE_WEB and _SITE.search(str(outlet.value)) else ""


def _addressed(draft: Draft) -> str:
    """The type of what stands at a host that is known."""
    address = draft.first("URL")
    if address is None or not draft.has("title") or draft.has("DOI"):
        return ""
    return type_at_host(str(address.value)) or ("post-weblog" if is_weblog_address(str(address.value)) else "")
