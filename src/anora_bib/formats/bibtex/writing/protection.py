"""Titles keep their capitals: BibTeX styles put article titles in lower case, except what is in braces.

What is protected are the words of which a style could only make a mistake: words with a capital inside ("HBO",
"IndieWire"), titles in italics within the title, and, where the rest of the title is in small letters, every
capitalized word but the first, for then the capital means a proper noun. A title that capitalizes all its words is
protected whole: nobody can tell its names from its other words, and "Sean baker" is a mistake in every style, where a
capital too many is at most a matter of taste.
"""

from __future__ import annotations

import re

from anora_bib.formats.bibtex.tex.math import parted
from anora_bib.formats.bibtex.tex.writing import escape
from anora_bib.model.values.richtext import Closing, Opening, Tag, pieces, plain

_OPEN, _CLOSE = '<span class="nocase">', "</span>"
_WORD = re.compile(r"[^\W\d_](?:[\w'\u2019]|[.-](?=\w))*")
_SENTENCE_END = re.compile(r"[.:?!\u2014][\"'\u201d\u2019)]*\s+[\"'\u201c\u2018(]*$")
_TELLING = 4
"""Letters of a word that a headline would capitalize: shorter ones may be prepositions."""


def write_title(title: str, *, ascii_only: bool) -> str:
    """A title as the value of a field, with braces around words whose case BibTeX must keep."""
    return escape(_protected(title, headline=_is_headline(_words(title))), ascii_only=ascii_only, keep_case=True)


def write_title_and_subtitle(title: str, subtitle: str) -> tuple[str, str]:
    """The two parts of a title for biblatex, protected as the whole would be."""
    headline = _is_headline(_words(f"{title}: {subtitle}"))
    first, second = (_protected(part, headline=headline) for part in (title, subtitle))
    return escape(first, ascii_only=False, keep_case=True), escape(second, ascii_only=False, keep_case=True)


def _words(title: str) -> str:
    """A title without its tags and formulas."""
    return " ".join(parted(plain(title))[::2])


def _protected(title: str, *, headline: bool) -> str:
    if headline:
        return _OPEN + "".join(_as_it_was(piece) for piece in pieces(title) if not _says_no_case(piece)) + _CLOSE
    sentence_case = _is_sentence_case(_words(title))
    out: list[str] = []
    stack: list[Tag] = []
    before = ""
    for piece in pieces(title):
        if isinstance(piece, str):
            free = Tag.NO_CASE not in stack and Tag.ITALIC not in stack
            out.append(_with_words_protected(piece, before, sentence_case) if free else piece)
            before += piece
        elif isinstance(piece, Opening):
            protects = piece.tag is Tag.ITALIC and not {Tag.ITALIC, Tag.NO_CASE} & set(stack)
            out.append((_OPEN if protects else "") + _tag(piece.tag, opens=True))
            stack.append(piece.tag)
        else:
            stack.pop()
            protects = piece.tag is Tag.ITALIC and not {Tag.ITALIC, Tag.NO_CASE} & set(stack)
            out.append(_tag(piece.tag, opens=False) + (_CLOSE if protects else ""))
    return "".join(out)


def _says_no_case(piece: str | Opening | Closing) -> bool:
    return not isinstance(piece, str) and piece.tag is Tag.NO_CASE


def _as_it_was(piece: str | Opening | Closing) -> str:
    return piece if isinstance(piece, str) else _tag(piece.tag, opens=isinstance(piece, Opening))


def _tag(tag: Tag, *, opens: bool) -> str:
    if tag is Tag.NO_CASE:
        return _OPEN if opens else _CLOSE
    if tag is Tag.SMALL_CAPS:
        return '<span style="font-variant:small-caps;">' if opens else _CLOSE
    return f"<{'' if opens else '/'}{tag.value}>"


def _with_words_protected(text: str, before: str, sentence_case: bool) -> str:
    def protect(match: re.Match[str]) -> str:
        word = match[0]
        start = (before + match.string[: match.start()])[-8:]
        first = not start.strip(" \"'\u201c\u2018(") or _SENTENCE_END.search(start)
        proper = sentence_case and word[0].isupper() and not first and word != "I"
        return f"{_OPEN}{word}{_CLOSE}" if proper or _has_capital_inside(word) else word

    if text.isupper():
        return text
    out: list[str] = []
    for number, part in enumerate(parted(text)):
        out.append(part if number % 2 else _WORD.sub(protect, part))  # a formula has no case
        before += part
    return "".join(out)


def _has_capital_inside(word: str) -> bool:
    return any(part[1:] != part[1:].lower() for part in re.split(r"[-'\u2019]", word))


def _is_headline(title: str) -> bool:
    """True if the title capitalizes its words, and so hides which of them are names."""
    capitalized = sum(word[0].isupper() for word in _WORD.findall(title))
    return capitalized > 1 and not _is_sentence_case(title)


def _is_sentence_case(title: str) -> bool:
    words: list[str] = [word for word in _WORD.findall(title)[1:] if len(word) >= _TELLING]
    small = len([word for word in words if word[0].islower()])
    return small > len(words) / 2
