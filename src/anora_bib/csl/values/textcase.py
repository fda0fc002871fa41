"""Text case of a value, its markup still in it: tags keep their place, protected spans their case.

The words of https://docs.citationstyles.org/en/stable/specification.html#text-case, in the reading of citeproc-js.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final
from unicodedata import normalize

from anora_bib.model.values.richtext import TAG_PATTERN, TAGS, Tag, normal_tags
from anora_bib.system.memory import remembered

# The list of citeproc-js. Only single words tell, for a word is looked up by itself.
_STOP_WORDS: Final = frozenset(
    """a about above across afore after against al along alongside amid amidst among amongst an and anenst apropos apud
    around as aside astride at athwart atop barring before behind below beneath beside besides between beyond but by c
    ca circa d' de despite down during et except for forenenst from given in inside into lest like modulo near next nor
    notwithstanding of off on onto or out over per plus pro qua sans since so than the through throughout thruout till
    to toward towards under underneath until unto up upon v v. van versus via vis-à-vis von vs vs. with within without
    yet""".split()
)

_MARK = re.compile(
    "([\u2018\u2019\u201c\u201d]| [\"']|[\"']|[-\u2010\u2011\u2013\u2014/.,;?!:\\[\\]()]|" + TAG_PATTERN + ")"
)
_SPACE = re.compile("([\u00a0\u0020\u2000-\u200b\u205f\u3000]+)")

_GREEK = re.compile("[\u0386-\u038f\u1f00-\u1fff]|[\u0391-\u03ab][\u0300-\u0345]")
_GREEK_HIATUS = re.compile("([\u0391\u0395\u0397\u039f\u03a5\u03a9])\u0301([\u0399\u03a5])(?!\u0308)")
_GREEK_ACCENTS = re.compile("([\u0391-\u03a9]\u0308?)[\u0300\u0301\u0313\u0314\u0342\u0345]+")

_PLAIN_SMALL: Final = frozenset("abcdefghijklmnopqrstuvwxyz")
_WORDS = re.compile("[A-Za-z0-9\u00c0-\u024f ]+").fullmatch
"""Finds text without any mark."""

_ROOM: Final = 1 << 22
"""Characters of text whose case is remembered."""

_DOTTED: Final = ("tr", "az")
"""Languages in which ``i`` and ``I`` are no pair."""

_PROTECTED: Final = {
    opening: closing for opening, (tag, closing) in TAGS.items() if tag not in (Tag.ITALIC.value, Tag.BOLD.value)
}
"""The tags in which text keeps its case."""

_QUOTES: Final = {
    # Opening mark -> the mark that may open inside it, and the one that closes it.
    ' "': (" '", '"'),
    " '": (' "', "'"),
    "\u2018": ("\u2018", "\u2019"),
    "\u201c": ("\u201c", "\u201d"),
}
_STRAIGHT: Final = ('"', "'")
_BEFORE_QUOTES: Final = ("(", "[", "\u201c", "\u2018", "\u2013", "\u2014", "/", '"', ' "', "'", " '")
_CLOSING_QUOTES: Final = frozenset("\u2019\u201d\"'")


def lowercase(text: str, lang: str = "") -> str:
    """Text in small letters but where it keeps its case."""
    return _outside_protected(text, lambda part: lower(part, lang))


def uppercase(text: str, lang: str = "") -> str:
    """Text in capitals but where it keeps its case, Greek without its accents."""
    return _outside_protected(text, lambda part: _without_accents(upper(part, lang)))


@remembered(_ROOM)
def capitalize_first(text: str, lang: str = "") -> str:
    """``text`` with its first word begun with a capital, if that word is all in lower case."""
    head = text[:1]
    if head.isalpha() and head.isascii() and "<" not in text:
        end = _SPACE.search(text)
        mark = _MARK.search(text)
        stop = min(end.start() if end else len(text), mark.start() if mark else len(text))
        word = text[:stop]
        return _capital(word, lang) + text[stop:] if word == lower(word, lang) else text
    return _Caser(lang).run(text, _first_word)


@remembered(_ROOM)
def capitalize_all(text: str, lang: str = "") -> str:
    """``text`` with every word that is all in lower case begun with a capital."""
    return _Caser(lang).run(text, _all_words)


@remembered(_ROOM)
def sentence_case(text: str, lang: str = "") -> str:
    """``text`` in lower case, but for its first letter."""
    return _Caser(lang).run(text, _sentence_words)


@remembered(_ROOM)
def title_case(text: str, lang: str = "") -> str:
    """``text`` with capitals as English titles have them: words with a capital stay, stop words stay small inside."""
    if _WORDS(text):
        return _title_of_words(text, lang)
    caser = _Caser(lang)
    result = caser.run(text, _title_words)
    return caser.capital_last_word() if caser.last_word else result


_CASES: Final[dict[str, Callable[[str, str], str]]] = {
    "lowercase": lowercase,
    "uppercase": uppercase,
    "capitalize-first": capitalize_first,
    "capitalize-all": capitalize_all,
    "sentence": sentence_case,
    "title": title_case,
}


def casing(name: str) -> Callable[[str, str], str]:
    """The function of text and language for a value of ``text-case``.

    ``title`` is for English only; whether the text is English is the caller's to know (:func:`is_english`).

    Raises:
        KeyError: CSL has no such text case.
    """
    return _CASES[name]


def is_english(language: str | None, default: str) -> bool:
    """Whether title case applies to an item of ``language``, in a style whose default locale is ``default``."""
    return (language or default or "en")[:2].lower() == "en"


def lower(text: str, lang: str = "") -> str:
    """``str.lower`` that knows the dotless i of Turkish and Azeri."""
    if lang[:2] in _DOTTED:
        text = text.replace("\u0130", "i").replace("I", "\u0131")
    return text.lower()


def upper(text: str, lang: str = "") -> str:
    """``str.upper`` that knows the dotted I of Turkish and Azeri."""
    if lang[:2] in _DOTTED:
        text = text.replace("i", "\u0130")
    return text.upper()


def _without_accents(capitals: str) -> str:
    """Greek words all in capitals have no accents (https://unicode.org/reports/tr35/tr35-general.html, el-Upper).

    Where the accent told that two vowels are not read as one, a diaeresis does.
    """
    if not _GREEK.search(capitals):
        return capitals
    apart = _GREEK_HIATUS.sub("\\1\\2\u0308", normalize("NFD", capitals))
    return normalize("NFC", _GREEK_ACCENTS.sub(r"\1", apart))


def _capital(word: str, lang: str) -> str:
    if "a" <= word[:1] <= "z" and lang[:2] not in _DOTTED:
        return word[0].upper() + word[1:]
    bare = word.lstrip()
    # A lone Greek letter is a sign of science, not a word.
    if not bare or (len(bare) == 1 and "\u0370" <= bare <= "\u03ff"):
        return word
    big = upper(bare[0], lang)
    # Letters without a capital of their own (``ß``, ligatures) stay.
    return word[: len(word) - len(bare)] + big + bare[1:] if len(big) == 1 else word


def _outside_protected(text: str, change: Callable[[str], str]) -> str:
    if "<" not in text:
        return change(text)
    parts = _MARK.split(normal_tags(text))
    parts[0] = change(parts[0])
    closings: list[str] = []
    for index in range(1, len(parts), 2):
        _protect(parts[index], closings)
        if not closings:
            parts[index + 1] = change(parts[index + 1])
    return "".join(parts)


def _protect(mark: str, closings: list[str]) -> None:
    if mark in _PROTECTED:
        closings.append(_PROTECTED[mark])
    elif closings and mark == closings[-1]:
        closings.pop()


class _Caser:
    """One pass over the parts of a text between marks; what comes before a word decides its case."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.first = True
        self.after_stop = False
        self.last_word: tuple[int, int] | None = None
        """Where the last word is: the index of its part, and of the word in it."""
        self.parts: list[str] = []
        self._original: list[str] = []
        self._quotes: list[tuple[str, str, int | None]] = []
        self._opening: dict[int, str] = {}
        """Straight marks that open a quotation, as the marks that are known to."""

    def run(self, text: str, words: Callable[[_Caser, str, int, str], str]) -> str:
        self.parts = parts = _MARK.split(normal_tags(text))
        for index in range(1, len(parts), 2):
            if parts[index] in _STRAIGHT and self._opens(index):
                self._opening[index] = f" {parts[index]}"
            # An apostrophe belongs to the word after it; what has a space behind it closes a quotation.
            elif parts[index] == "'" and parts[index + 1] and not parts[index + 1][0].isspace():
                parts[index], parts[index + 1] = "", "'" + parts[index + 1]
        self._original = parts.copy()
        if parts[0].strip():
            parts[0] = words(self, parts[0], 0, parts[1] if len(parts) > 1 else "")
        closings: list[str] = []
        for index in range(1, len(parts), 2):
            self._step(index, words, closings)
        last_word = self.last_word
        for _, _, opened in self._quotes:
            self._restore(opened)
        self.last_word = last_word
        return "".join(parts)

    def _opens(self, index: int) -> bool:
        """Whether a straight mark without a space before it opens a quotation: at the beginning, or in brackets."""
        parts = self.parts
        begins = not parts[index - 1] and (index == 1 or parts[index - 2] in _BEFORE_QUOTES)
        if not (begins and parts[index + 1][:1].isalnum()):
            return False
        closing = (at for at in range(index + 2, len(parts), 2) if parts[at] == parts[index])
        return any(not parts[at + 1][:1].isalnum() for at in closing)

    def _step(self, index: int, words: Callable[[_Caser, str, int, str], str], closings: list[str]) -> None:
        mark = self._opening.get(index, self.parts[index])
        part = self.parts[index + 1]
        _protect(mark, closings)
        if mark in ("!", "?", ":"):
            self.after_stop = True
        if not closings:
            self.parts[index + 1] = words(self, part, index + 1, "")
        elif part.strip():
            self.last_word = None
        self._quote(mark, index)
        if part.strip():
            self.first = self.after_stop = False

    def _quote(self, mark: str, index: int) -> None:
        """Keep account of quotation marks; a word behind one without partner keeps its case: it may be cut there."""
        stack = self._quotes
        if mark in _QUOTES:
            inner, closing = _QUOTES[mark]
            if stack and mark != stack[-1][0]:
                self._restore(stack.pop()[2])
                stack.append((inner, closing, None))
            else:
                stack.append((inner, closing, index))
        elif mark in _CLOSING_QUOTES:
            if stack and mark == stack[-1][1]:
                stack.pop()
            else:
                self._restore(index)

    def _restore(self, position: int | None) -> None:
        """Give the part after the mark at ``position`` its own first character back."""
        if position is None:
            return
        self.last_word = None
        self.parts[position + 1] = self._original[position + 1][:1] + self.parts[position + 1][1:]

    def capital_last_word(self) -> str:
        if self.last_word:
            part, position = self.last_word
            words = _SPACE.split(self.parts[part])
            word = words[position]
            if len(word) > 1 and lower(word, self.lang) in _STOP_WORDS:
                words[position] = _capital(word, self.lang)
                self.parts[part] = "".join(words)
        return "".join(self.parts)


def _title_of_words(text: str, lang: str) -> str:
    """Title case of text without any mark, as most titles are: the first word and the last get a capital as well."""
    words = text.split(" ")
    dotted = lang[:2] in _DOTTED
    first, last = True, 0
    for position, word in enumerate(words):
        if word:
            small = lower(word, lang) if dotted else word.lower()
            if word == small and (first or (len(word) > 1 and small not in _STOP_WORDS)):
                words[position] = word.capitalize() if word[0] in _PLAIN_SMALL and not dotted else _capital(word, lang)
            first, last = False, position
    word = words[last]
    if len(word) > 1 and lower(word, lang) in _STOP_WORDS:
        words[last] = _capital(word, lang)
    return " ".join(words)


def _title_words(caser: _Caser, part: str, index: int, following: str) -> str:
    words = _SPACE.split(part)
    last = len(words) - 1
    dotted = caser.lang[:2] in _DOTTED
    for position in range(0, len(words), 2):
        word = words[position]
        if not word:
            continue
        small = lower(word, caser.lang) if dotted else word.lower()
        if word == small and (
            (len(word) > 1 and small not in _STOP_WORDS)
            or (position == last and following == "-")
            or caser.first
            or caser.after_stop
        ):
            words[position] = (
                word.capitalize() if word[0] in _PLAIN_SMALL and not dotted else _capital(word, caser.lang)
            )
        caser.first = caser.after_stop = False
        caser.last_word = index, position
    return "".join(words)


def _sentence_words(caser: _Caser, part: str, _index: int, _following: str) -> str:
    words = part.split(" ")
    for position, word in enumerate(words):
        if word and caser.first:
            words[position] = _capital(word, caser.lang)
            caser.first = False
        elif word:
            words[position] = lower(word, caser.lang)
    return " ".join(words)


def _first_word(caser: _Caser, part: str, _index: int, _following: str) -> str:
    if not caser.first:
        return part
    words = _SPACE.split(part)
    for position in range(0, len(words), 2):
        word = words[position]
        if word:
            if word == lower(word, caser.lang):
                words[position] = _capital(word, caser.lang)
            caser.first = False
            break
    return "".join(words)


def _all_words(caser: _Caser, part: str, _index: int, _following: str) -> str:
    words = _SPACE.split(part)
    for position in range(0, len(words), 2):
        word = words[position]
        if word and word == lower(word, caser.lang):
            words[position] = _capital(word, caser.lang)
    return "".join(words)
