"""Standard numbers: their check digits (python-stdnum knows them), and the normal form in which two are compared."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

_DASHES: Final = str.maketrans("", "", "- \u00a0\u2010\u2011\u2012\u2013\u2212")
_ISBN_LENGTHS: Final = (10, 13)
_ORCID_ADDRESS: Final = re.compile(r"^(?:https?://)?(?:www\.)?orcid\.org/", re.IGNORECASE)

DOI_RESOLVER: Final = r"(?:dx\.|www\.)?doi\.[a-z.]{2,40}/"
"""The host that leads to what a DOI names: that of the DOI foundation, or a publisher's own (``doi.acm.org``)."""
DOI_PREFIX: Final = r"10\.\d{4,9}/"
"""How a DOI begins, as part of a pattern."""

_ENCODED: Final = re.compile(r"%[0-9A-Fa-f]{2}")
_DOI: Final = re.compile(rf"(?:https?://{DOI_RESOLVER}|doi:\s?)?({DOI_PREFIX}\S{{1,300}})$", re.IGNORECASE)


def isbn13(text: str) -> str | None:
    """The ISBN as thirteen digits, an old ten-digit one converted; None if it is none or its check digit is wrong.

    >>> isbn13("0-306-40615-2")
    '9780306406157'
    """
    bare = text.translate(_DASHES)
    if len(bare) not in _ISBN_LENGTHS:  # the nine digits of an SBN are too easily those of something else
        return None
    from stdnum import isbn
    from stdnum.exceptions import ValidationError

    try:
        return isbn.validate(bare, convert=True)
    except ValidationError:
        return None


def issn(text: str) -> str | None:
    """The ISSN as ``1234-567X``; None if it is none or its check digit is wrong."""
    from stdnum import issn
    from stdnum.exceptions import ValidationError

    try:
        return issn.format(issn.validate(text.translate(_DASHES)))
    except ValidationError:
        return None


def orcid(text: str) -> str | None:
    """The ORCID iD as ``0000-0002-1825-0097``, bare or as an address; None if it is none or its check digit is wrong.

    An iD is an ISNI in a block of numbers that is kept for it (support.orcid.org, "Structure of the ORCID Identifier").
    """
    from stdnum import isni
    from stdnum.exceptions import ValidationError

    try:
        bare = isni.validate(_ORCID_ADDRESS.sub("", text.strip()).translate(_DASHES))
    except ValidationError:
        return None
    return "-".join(bare[at : at + 4] for at in range(0, 16, 4))


def doi(text: str) -> str | None:
    """The bare DOI in lower case (DOIs ignore case), whether given bare, with ``doi:`` or as a URL; else None."""
    match = _DOI.match(_decoded(text.strip()))
    return match[1].lower() if match else None


def bare_doi(text: str) -> str:
    """The DOI in the letters that were given, without what stands before it; what is no DOI as it is.

    Signs that an address has as numbers are themselves.

    >>> bare_doi("https://doi.org/10.1000%2Fa%3Cb")
    '10.1000/a<b'
    """
    plain = _decoded(text)
    return plain[plain.index("10.") :] if doi(plain) else text


def _decoded(text: str) -> str:
    return unquote(text) if _ENCODED.search(text) else text


def book_number(text: str) -> str:
    """The nine digits that an ISBN of ten digits and one of thirteen share: all but prefix and check digit.

    The check digit is not verified: it is enough to ask a catalogue, and to compare its answer, with a misprinted
    number. "" for what is too short.

    >>> book_number("0-306-40615-2"), book_number("9780306406157")
    ('030640615', '030640615')
    """
    bare = text.translate(_DASHES)
    return bare[-10:-1] if len(bare) >= 10 else ""


def bare_isbn(text: str) -> str:
    """The ISBN without its hyphens, as catalogues are asked for it."""
    return text.translate(_DASHES)
