"""Standard numbers: their check digits, and the normal form in which two of them are compared."""

from __future__ import annotations

import re
from typing import Final

_DASHES: Final = str.maketrans("", "", "- \u00a0\u2010\u2011\u2012\u2013\u2212")

DOI_PREFIX: Final = r"10\.\d{4,9}/"
"""How a DOI begins, as part of a pattern."""

_DOI: Final = re.compile(rf"(?:https?://(?:dx\.)?doi\.org/|doi:\s?)?({DOI_PREFIX}\S{{1,300}})$", re.IGNORECASE)


def isbn13(text: str) -> str | None:
    """The ISBN as thirteen digits, an old ten-digit one converted; None if it is none or its check digit is wrong.

    >>> isbn13("0-306-40615-2")
    '9780306406157'
    """
    bare = text.translate(_DASHES).upper()
    if re.fullmatch(r"[0-9]{9}[0-9X]", bare):
        return "978" + bare[:9] + _ean_check("978" + bare[:9]) if _weighted_mod_11(bare) == 0 else None
    if re.fullmatch(r"97[89][0-9]{10}", bare):
        return bare if _ean_check(bare[:12]) == bare[12] else None
    return None


def issn(text: str) -> str | None:
    """The ISSN as ``1234-567X``; None if it is none or its check digit is wrong."""
    bare = text.translate(_DASHES).upper()
    if not re.fullmatch(r"[0-9]{7}[0-9X]", bare) or _weighted_mod_11(bare) != 0:
        return None
    return f"{bare[:4]}-{bare[4:]}"


def doi(text: str) -> str | None:
    """The bare DOI in lower case (DOIs ignore case), whether given bare, with ``doi:`` or as a URL; else None."""
    match = _DOI.match(text.strip())
    return match[1].lower() if match else None


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


def _weighted_mod_11(digits: str) -> int:
    """The sum of both ISBN-10 and ISSN: each digit times its place counted from the right, X standing for ten."""
    values = (10 if char == "X" else int(char) for char in digits)
    return sum(weight * value for weight, value in zip(range(len(digits), 0, -1), values, strict=True)) % 11


def _ean_check(digits: str) -> str:
    """The thirteenth digit of an EAN: weights 1 and 3 in turn, up to the next multiple of ten."""
    total = sum(int(char) * (3 if index % 2 else 1) for index, char in enumerate(digits))
    return str(-total % 10)
