"""Sort keys for text: compare them as strings and get the order of ICU's collation at base strength.

Case, accents, punctuation and white space count for nothing; runs of digits count as numbers: the options that
citeproc-js passes to ``localeCompare``. The orders are those of the Unicode CLDR, https://cldr.unicode.org.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

from anora_bib.system.memory import remembered

_AFTER: Final = "\U0010fffd"
"""Behind a letter, it makes another letter that follows the first; two of them, the next but one."""

# Signs that are no punctuation, in the order of the default table; all their keys come before the digits.
_SYMBOLS: Final = (
    "`\u00b4\u02dc^\u00af\u02d8\u02d9\u00a8\u00b8\u02db\u00b0\u00a9\u00ae\u2190\u2192\u2191\u2193+\u00b1\u00f7\u00d7<=>\u00ac|\u00a6~"
    "\u2212\u2044\u221a\u221e\u2248\u00a4\u00a2$\u00a3\u00a5\u20ac"
)
_SYMBOL_KEYS: Final = {sign: chr(1 + place) for place, sign in enumerate(_SYMBOLS)}
_OTHER_SYMBOL: Final = "\x2f"
_LETTERS: Final = {
    "\u00e6": "ae", "\u0153": "oe", "\u00f8": "o", "\u0142": "l", "\u0111": "d", "\u00f0": "d", "\u00df": "ss",
    "\u0127": "h",
    "\u0131": "i" + _AFTER, "\u014b": "n" + _AFTER, "\u0167": "t" + _AFTER, "\u00fe": "z" + _AFTER * 9,
    "\u0259": "e" + _AFTER, "\u025b": "e" + _AFTER * 2, "\u0254": "o" + _AFTER, "\u0292": "z" + _AFTER,
    # The turned commas of Hawaiian and Arabic names.
    "\u02bb": "h" + _AFTER, "\u02bc": "z" + _AFTER * 10, "\u02be": "z" + _AFTER * 11, "\u02bf": "z" + _AFTER * 12,
    "\u03c2": "\u03c3",
    "\u0439": "\u0438" + _AFTER * 3,
    "\u0491": "\u0433" + _AFTER, "\u0454": "\u0435" + _AFTER, "\u0456": "\u0438" + _AFTER,
}  # fmt: skip
"""Letters that are filed under others but do not decompose into them, or do though they are letters of their own."""

_OWN_LETTERS: Final = {
    "az": "cç gğ oö sş uü",
    "bs": "cčć dđ sš zž",
    "cs": "cč rř sš zž",
    "da": "zäöå",
    "eo": "cĉ gĝ hĥ jĵ sŝ uŭ",
    "es": "nñ",
    "et": "sšzž wõäöü",
    "fi": "zåäö",
    "fo": "zäöå",
    "gl": "nñ",
    "hr": "cčć dđ sš zž",
    "hu": "oö uü",
    "is": "aá dð eé ií oó uú yý zþäöå",
    "lt": "cč sš zž",
    "lv": "cč gģ kķ lļ nņ rŗ sš zž",
    "mt": "bċ fġ hħ yż",
    "nb": "zäöå",
    "pl": "aą cć eę lł nń oó sś zźż",
    "ro": "aăâ iî sș tț",
    "sk": "aä cč oô rř sš zž",
    "sl": "cčć dđ sš zž",
    "sq": "cç eë",
    "sr": "cčć dđ sš zž",
    "sv": "zåäö",
    "tr": "cç gğ hı oö sş uü",
    "uk": "и\u0456ї",
    "vi": "aăâ dđ eê oôơ uư",
}
"""Language -> a letter of the alphabet and, behind it, the letters of its own that follow it."""

_SAME: Final = {
    **dict.fromkeys(("da", "fo", "nb"), "æä øö őö œö üy űy"),
    "fi": "æä øö",
    "hu": "őö űü",
    "is": "æä øö",
    "lt": "yi",
    "ro": "şș ţț",
    "sv": "æä øö őö œö ęä ôö üy űy",
}
"""Language -> letters that are filed as the letter behind them."""

_DIGRAPHS: Final = {
    **{lang: {"aa": "å"} for lang in ("da", "fo", "nb")},
    **{lang: {"ch": "h" + _AFTER} for lang in ("cs", "sk")},
    **{lang: {"dž": "d" + _AFTER * 2, "lj": "l" + _AFTER, "nj": "n" + _AFTER} for lang in ("bs", "hr")},
    "hu": {pair: pair[0] + _AFTER for pair in ("cs", "gy", "ly", "ny", "sz", "ty", "zs")},
    "cy": {pair: pair[0] + _AFTER for pair in ("ch", "dd", "ff", "ng", "ll", "ph", "rh", "th")},
}
_NOT_AS_ASCII: Final = frozenset({"et", "lt", *_DIGRAPHS})
"""Languages that move even letters without accents."""
_ALIASES: Final = {"no": "nb", "nn": "nb"}
_TRADITIONAL: Final = re.compile(r"zh[-_](?:Hant|TW|HK|MO)\b", re.IGNORECASE)

_CHARACTER_SETS: Final = {"ja": "euc_jp", "zh": "gb2312", "zh-Hant": "big5"}
"""Language -> the character set whose common characters stand in the order of its dictionaries: by their readings in
JIS X 0208 and GB 2312, by their strokes in Big5."""
_COMMON: Final = {"ja": (0xB0, 0xCF), "zh": (0xB0, 0xD7), "zh-Hant": (0xA4, 0xC6)}
"""The first bytes of those characters. Rare ones, behind them, stand by their radicals."""
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_FIRST_HAN: Final = 0x4E00
_RARE: Final = "\u9fff"
"""Before a character that is not among the common ones."""

_THAI_LEADING: Final = re.compile("([\u0e40-\u0e44])([\u0e01-\u0e2e])")
"""A vowel that is written before the consonant behind which it is spoken."""
_THAI_SIGNS: Final = dict.fromkeys("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e4d")
"""Vowels above and below a consonant: they count, though Unicode takes them for marks as it does the signs of tone."""
_SCRIPTS: Final = {
    **dict.fromkeys("be bg kk ky mk mn ru sr uk".split(), "\u0400-\u052f"),
    **dict.fromkeys(("ar", "fa", "ur"), "\u0600-\u06ff"),
    "el": "\u0370-\u03ff", "he": "\u0590-\u05ff", "hi": "\u0900-\u097f", "hy": "\u0530-\u058f", "ka": "\u10a0-\u10ff",
    "ko": "\u1100-\u11ff", "th": "\u0e00-\u0e7f", "zh": "\u4e00-\u9fff",
    "zh-Hant": "\u4e00-\u9fff",
}  # fmt: skip
"""Language -> its own script, which it puts before all others."""

_DIGITS = re.compile(r"\d+")
_ASCII: Final = {code: _SYMBOL_KEYS.get(chr(code), "") for code in range(128) if not chr(code).isalnum()}


@remembered(1 << 23)
def sort_key(text: str, lang: str = "en") -> str:
    """The key of ``text`` under the rules of ``lang``, a language tag; equal for texts that sort alike."""
    text = text.lower()
    lang = "zh-Hant" if _TRADITIONAL.match(lang) else _ALIASES.get(lang[:2], lang[:2])
    if text.isascii() and lang not in _NOT_AS_ASCII:
        key = text.translate(_ASCII)
    else:
        key = unicodedata.normalize("NFC", _join_digraphs(text, lang)).translate(_letters(lang))
    key = _DIGITS.sub(_number_key, key)
    return _foreign(lang).sub(_put_behind, key) if lang in _SCRIPTS else key


class _Letters(dict[int, str]):
    """The keys of characters in one language, each worked out when it is first asked for."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self._lang = lang

    def __missing__(self, code: int) -> str:
        key = self[code] = _letter(chr(code), self._lang)
        return key


@lru_cache(maxsize=64)
def _letters(lang: str) -> _Letters:
    return _Letters(lang)


@cache
def _foreign(lang: str) -> re.Pattern[str]:
    """The letters that are not of the script of ``lang``."""
    return re.compile(rf"[^\x00-`\U00010000-\U0010ffff{_SCRIPTS[lang]}]+")


def _put_behind(match: re.Match[str]) -> str:
    return "".join([chr(0x10000 + ord(char)) for char in match[0]])


def _number_key(match: re.Match[str]) -> str:
    """A key for digits that orders as their numbers do: first by their count."""
    digits = match[0]
    if not digits.isascii():
        digits = "".join([str(unicodedata.decimal(digit)) for digit in digits])
    number = digits.lstrip("0")
    return f"0{chr(0x100 + min(len(number), 0xD000))}{number}"


def _join_digraphs(text: str, lang: str) -> str:
    if lang == "th":
        text = _THAI_LEADING.sub(r"\2\1", text)
    for pair, letter in _DIGRAPHS.get(lang, {}).items():
        text = text.replace(pair, letter)
    return text


@lru_cache(maxsize=64)
def _own_letters(lang: str) -> dict[str, str]:
    runs = _OWN_LETTERS.get(lang, "").split()
    own = {letter: run[0] + _AFTER * place for run in runs for place, letter in enumerate(run) if place}
    return own | {pair[0]: own.get(pair[1], pair[1]) for pair in _SAME.get(lang, "").split()}


def _letter(char: str, lang: str) -> str:
    """The key of one character."""
    own = _own_letters(lang).get(char) or _SYMBOL_KEYS.get(char) or _LETTERS.get(char)
    if own or char == _AFTER or char in _THAI_SIGNS:
        return own or char
    if lang in _CHARACTER_SETS and _HAN.match(char):
        return _han(char, lang)
    return "".join([_LETTERS.get(part) or _base(part) for part in unicodedata.normalize("NFKD", char).lower()])


def _han(char: str, lang: str) -> str:
    """The key of a Chinese character: its place in the character set of the language, if it is a common one."""
    try:
        code = char.encode(_CHARACTER_SETS[lang])
    except UnicodeEncodeError:
        return _RARE + char
    first, last = _COMMON[lang]
    if len(code) != 2 or not first <= code[0] <= last:
        return _RARE + char
    return chr(_FIRST_HAN + (code[0] - first) * 0x100 + code[1])


def _base(char: str) -> str:
    category = unicodedata.category(char)
    if category[0] in "MPZC":
        return ""
    if category[0] == "S":
        return _SYMBOL_KEYS.get(char) or _OTHER_SYMBOL + char
    # Katakana sort with hiragana.
    return chr(ord(char) - 0x60) if "\u30a1" <= char <= "\u30f6" else char
