"""Numeric variables: whether a value is numeric, singular or plural, and the numbers and separators it is made of."""

from __future__ import annotations

import re
from functools import lru_cache

_NUMBER = r"[a-zA-Z]{0,9}\d{1,99}[a-zA-Z]{0,9}"
_JOINT = r"\s{0,9}[,&\u2013-]\s{0,9}"
_NUMERIC = re.compile(rf"{_NUMBER}(?:{_JOINT}{_NUMBER})*")


@lru_cache(maxsize=1 << 15)
def is_numeric(text: str) -> bool:
    """Whether a value is numeric: numbers with letters at most before and behind, one or several.

    By https://docs.citationstyles.org/en/stable/specification.html#number: ``2E``, ``L2``, ``1, 2 & 3``; not ``second``.
    """
    return bool(_NUMERIC.fullmatch(text.strip()))
