"""Sort keys for text: compare them as strings and get the order that ICU's collation at base strength gives.

Case, accents, punctuation and white space count for nothing; runs of digits count as numbers
(https://unicode.org/reports/tr10/; the options are those citeproc-js passes to ``localeCompare``).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

# Signs that are not punctuation, in the order of the default Unicode collation table; all come before the digits.
_SYMBOLS: Final = "`\u00b4\u00a8^\u00af\u02d8\u02d9\u00b8\u02db\u00b0\u00a9\u00ae+\u00b1\u00f7\u00d7<=>|\u00a6~\u00ac\u00a4\u00a2$\u00a3\u00a5"
_DIGITS = re.compile(r"\d+")
_AFTER: Final = "\U0010fffe"
"""Put after a letter, makes a letter of its own that follows it."""

# Letters that do not decompose into what they are filed under.
_LETTERS: Final = {
    "\u00e6": "ae", "\u0153": "oe", "\u00f8": "o", "\u0142": "l", "\u0111": "d", "\u00f0": "d", "\u00df": "ss", "\u0127": "h",
    "\u0131": "i" + _AFTER, "\u0138": "q" + _AFTER, "\u0167": "t", "\u00fe": "z" + _AFTER * 2, "\u014b": "n" + _AFTER,
}  # fmt: skip

# What some languages count as letters of their own: letter -> the letter it follows, in order.
_TAILORED: Final[dict[str, str]] = {
    "sv": "z\u00e5\u00e4\u00f6", "fi": "z\u00e5\u00e4\u00f6", "da": "z\u00e6\u00f8\u00e5", "nb": "z\u00e6\u00f8\u00e5",
    "nn": "z\u00e6\u00f8\u00e5", "no": "z\u00e6\u00f8\u00e5", "es": "n\u00f1", "et": "s\u0161 wõäöü",
}  # fmt: skip


@cache
def _own_letters(lang: str) -> dict[str, str]:
    own: dict[str, str] = {}
    for run in _TAILORED.get(lang, "").split():
        for level, letter in enumerate(run[1:], 1):
            own[letter] = run[0] + _AFTER * level
    return own


def _build_ascii() -> dict[int, str]:
    table = {code: "" for code in range(128) if not chr(code).isalnum()}
    table |= {ord(sign): chr(1 + level) for level, sign in enumerate(_SYMBOLS) if sign.isascii()}
    return table


_ASCII: Final = _build_ascii()


@lru_cache(maxsize=1 << 16)
def sort_key(text: str, lang: str = "en") -> str:
    """The key of ``text`` under the rules of ``lang``, a language tag; equal for texts that sort alike."""
    low = text.lower()
    folded = low.translate(_ASCII) if low.isascii() else _fold(low, lang[:2])
    return _DIGITS.sub(_number_key, folded)


def _number_key(match: re.Match[str]) -> str:
    number = "".join(str(unicodedata.decimal(digit)) for digit in match[0]).lstrip("0")
    return f"0{chr(0x100 + min(len(number), 0xd000))}{number}"


def _fold(text: str, lang: str) -> str:
    own = _own_letters(lang)
    out: list[str] = []
    for char in unicodedata.normalize("NFC", text):
        if char in own:
            out.append(own[char])
        else:
            out += (_LETTERS.get(part, _sign(part)) for part in unicodedata.normalize("NFKD", char))
    return "".join(out)


@cache
def _sign(char: str) -> str:
    if char in _SYMBOLS:
        return chr(1 + _SYMBOLS.index(char))
    category = unicodedata.category(char)
    if category[0] in "MPZC":
        return ""
    return "\x1f" + char if category[0] == "S" else char
