"""Do two entries name one source? Never on a weak guess."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from anora_bib.authority.types import LAW, PART_TYPES, Kinship, kinship
from anora_bib.model import Entry, Name, identifiers
from anora_bib.model.titles import main_key, title_key
from anora_bib.text import collapse, fold

_SCHEME = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)

LAW_VARIABLES: Final = ("title", "container-title", "authority", "volume", "number", "section", "page")
"""What a law or a case is cited by: all of them must agree."""


def doi_of(entry: Entry) -> str:
    return identifiers.doi(entry.string("DOI")) or ""


def isbn_of(entry: Entry) -> str:
    """The ISBN, but of a part: that is the number of the whole, and does not tell the parts apart."""
    return "" if entry.type in PART_TYPES else identifiers.isbn13(entry.string("ISBN")) or ""


def url_of(entry: Entry) -> str:
    """The address in the form in which two can be compared; "" for a front page, which holds many pieces."""
    address = _SCHEME.sub("", entry.string("URL").strip()).partition("#")[0].rstrip("/")
    host, slash, path = address.partition("/")
    return host.lower() + slash + path if path else ""


def law_of(entry: Entry) -> str:
    """A law or case as it is cited; "" for anything else, and for one that names no place in a code or reporter."""
    if entry.type not in LAW:
        return ""
    # "U.S.C." and "USC" are one code; the points of a section number count.
    parts = [fold(entry.string(variable).replace(".", "")) for variable in LAW_VARIABLES[:3]]
    parts += [fold(entry.string(variable)) for variable in LAW_VARIABLES[3:]]
    return "|".join(parts) if sum(map(bool, parts)) > 1 else ""


IDENTITIES: Final[tuple[Callable[[Entry], str], ...]] = (doi_of, isbn_of, url_of, law_of)
"""What each by itself says that two entries are one source; "" says nothing."""


def same_source(a: Entry, b: Entry) -> bool:
    """True if two entries surely name one source: one identifier, address or law, or one title by the same people in
    years that do not contradict each other. A function of the two entries alone, in either order the same.
    """
    for identity in IDENTITIES:
        if identity(a) and identity(a) == identity(b):
            return True
    # Two DOIs are two articles, two laws two laws; two ISBNs may be two bindings of one book, so they say nothing.
    if any(identity(a) and identity(b) for identity in (doi_of, law_of)):
        return False
    return _titles_agree(a, b) and _nothing_contradicts(a, b) and (_people_agree(a, b) or _unsigned_alike(a, b))


def _titles_agree(a: Entry, b: Entry) -> bool:
    """The same title, or the same main title where one of them has no subtitle."""
    one, other = a.string("title"), b.string("title")
    whole = title_key(one), title_key(other)
    if not all(whole):
        return False
    if whole[0] == whole[1]:
        return True
    main = main_key(one), main_key(other)
    return main[0] == main[1] and bool(set(main) & set(whole))


def _nothing_contradicts(a: Entry, b: Entry) -> bool:
    if kinship(a.type, b.type) in (Kinship.OTHER, Kinship.ABOUT) or kinship(b.type, a.type) is Kinship.ABOUT:
        return False
    for variable in ("container-title", "volume", "issue", "edition"):
        one, other = fold(a.string(variable)), fold(b.string(variable))
        if one and other and one != other:
            return False
    return _dates_agree(a, b)


def _dates_agree(a: Entry, b: Entry) -> bool:
    """No date, or the one as much of the other as it says: 2016 and December 2016 agree, March and December do not."""
    one, other = a.date("issued"), b.date("issued")
    if one is None or other is None or not one.parts or not other.parts:
        return True
    return all(x == y for x, y in zip(one.parts[0], other.parts[0], strict=False))


def families(entry: Entry) -> frozenset[str]:
    """The folded family or literal names of those an entry is filed under."""
    return frozenset(filter(None, map(_family, entry.creators())))


def _family(name: Name) -> str:
    return fold(name.literal or name.full_family)


def _people_agree(a: Entry, b: Entry) -> bool:
    """The families of one side are all among the other's, and nobody's given names begin differently."""
    one, other = families(a), families(b)
    if not one or not other or not (one <= other or other <= one):
        return False
    ours, theirs = _initials(a), _initials(b)
    return all(ours[family] & theirs[family] for family in ours.keys() & theirs.keys())


def _initials(entry: Entry) -> dict[str, set[str]]:
    """The first letters of the given names, by family, of those whose given names are there."""
    found: dict[str, set[str]] = {}
    for name in entry.creators():
        if letter := fold(name.given)[:1]:
            found.setdefault(_family(name), set()).add(letter)
    return found


def _unsigned_alike(a: Entry, b: Entry) -> bool:
    """Nobody named on either side: then where it stood must be the same, or every printed word."""
    if families(a) or families(b):
        return False
    for variable in ("container-title", "publisher"):
        if fold(a.string(variable)) and fold(a.string(variable)) == fold(b.string(variable)):
            return True
    return bool(a.text) and collapse(a.text) == collapse(b.text)
