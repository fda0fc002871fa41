"""The reporters that cases of law are cited from, by their abbreviations."""

from __future__ import annotations

from functools import cache
from pkgutil import get_data


def is_reporter(words: str) -> bool:
    """Whether words, however they are spaced and stopped, abbreviate the name of a reporter of law.

    >>> is_reporter("F. Supp. 3d"), is_reporter("F.Supp.3d"), is_reporter("Harv. L. Rev.")
    (True, True, False)
    """
    return bare(words) in _known()


def bare(words: str) -> str:
    """The letters and figures of words, by which abbreviations are compared."""
    return "".join(filter(str.isalnum, words))


@cache
def _known() -> frozenset[str]:
    lines = (get_data(__name__, "reporters.txt") or b"").decode("utf-8").splitlines()
    return frozenset(bare(line) for line in lines if not line.startswith("#"))
