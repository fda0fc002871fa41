r"""A ``.bib`` file as blocks: every character of it belongs to one, so that it can be put together again.

The grammar is that of BibTeX (``bibtex.web``), with what biber, pandoc and people take besides: comments with ``%``
outside of values, ``@comment`` in braces, keys in any script. A fault costs only what cannot be understood: a missing
comma is put in, and an entry that is never closed ends where the next begins on a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from anora_bib.model.bibliography.written import WrittenField
from anora_bib.text.patterns import lazy

ENTRY, STRING, PREAMBLE, COMMENT, TEXT, BROKEN = "entry", "string", "preamble", "comment", "text", "broken"

_NESTED: Final = r"\{(?:[^{}]++|\{(?:[^{}]++|\{(?:[^{}]++|\{[^{}]*+\})*+\})*+\})*+\}"
"""A group in braces that nests up to four deep; a deeper one is scanned."""
_WORD: Final = r"""[^\s"#%'(),={}]++"""
_FIELD = lazy(
    rf"""[\s,]*+(?P<name>{_WORD})\s*+=\s*+(?P<value>{_NESTED}|"(?:[^"{{}}]++|{_NESTED})*+"|{_WORD})(?=\s*+[,}}])""",
)
"""Nearly every field of nearly every file; what it does not match is read part by part."""

_AT = lazy(r"%[^\n]*+|@\s*+(?P<type>[A-Za-z][\w:.+-]*+)\s*+(?P<open>[{(])|@comment\b", re.IGNORECASE)
_KEY_IN_BRACES = lazy(r"""\s*+([^,{}"=\n]*+)""")
_KEY_IN_PARENTHESES = lazy(r"""\s*+([^,(){}"=\n]*+(?:\([^,(){}"=\n]*+\)[^,(){}"=\n]*+)*+)""")
_SPACE = lazy(r"(?:\s++|%[^\n]*+)*+")
_COMMAS = lazy(r",[\s,]*+")
_NAME = lazy(_WORD)
_BARE = lazy(_WORD)
_BRACE = lazy(r"[{}]")
_ESCAPED_BRACE = lazy(r"\\[\s\S]|[{}]")
_IN_QUOTES = lazy(r'["{}]')
_NEXT_FIELD = lazy(rf"{_WORD}\s*+=")
_RESUME = lazy(rf",|\n[ \t]*+(?={_WORD}\s*+=)")
_NEXT_ENTRY = lazy(r"\n[ \t]*+@[A-Za-z]++\s*+[{(]")
_ENTRY = lazy(r"@[A-Za-z]++\s*+[{(]")

_MOST_SCANS: Final = 64
"""Scans to the end of the file for a brace that is not there, after which an entry ends where the next one begins."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a block, and where; ``comma`` says that one is missing at the end of it."""

    message: str
    start: int
    end: int
    comma: bool = False


@dataclass(slots=True)
class Piece:
    """A block of a file: ``text[start:end]``.

    ``type`` is the word behind the ``@``; a string has its name as ``key`` and one field, a preamble one field without
    a name.
    """

    kind: str
    start: int
    end: int
    type: str = ""
    key: str = ""
    key_start: int = 0
    fields: list[WrittenField] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


class _UnclosedError(Exception):
    """A brace or quotation mark that is not closed, at ``start``."""

    def __init__(self, start: int, what: str) -> None:
        super().__init__(start, what)
        self.start = start
        self.what = what

    def __str__(self) -> str:
        return self.what


def split(text: str) -> Iterator[Piece]:
    """The blocks of a file, in order and without gaps."""
    return _Splitter(text).pieces()


class _Splitter:
    def __init__(self, text: str) -> None:
        self.text = text
        self.scans = 0

    def pieces(self) -> Iterator[Piece]:
        text, done, at = self.text, 0, 0
        while match := _AT.search(text, at):
            at = match.end()
            if match[0].startswith("%"):
                continue
            piece = self._block(match)
            if piece.start > done:
                yield Piece(TEXT, done, piece.start)
            yield piece
            done = at = piece.end
        if done < len(text):
            yield Piece(TEXT, done, len(text))

    def _block(self, match: re.Match[str]) -> Piece:
        type = match["type"] or "comment"
        piece = Piece(ENTRY, match.start(), match.end(), type)
        close = ")" if match["open"] == "(" else "}"
        low = type.lower()
        try:
            if low == "comment":
                piece.kind = COMMENT
                piece.end = self._comment(match)
            elif low in ("string", "preamble"):
                piece.kind = low
                piece.end = self._definition(piece, match.end(), close)
            else:
                piece.end = self._entry(piece, match.end(), close)
        except _UnclosedError as error:
            self._broken(piece, error)
        return piece

    def _broken(self, piece: Piece, error: _UnclosedError) -> None:
        following = _NEXT_ENTRY.search(self.text, piece.start + 1)
        piece.end = following.start() + 1 if following else len(self.text)
        piece.kind = BROKEN
        piece.faults.append(Fault(str(error), piece.start, piece.end))

    def _comment(self, match: re.Match[str]) -> int:
        """BibTeX itself passes over the word only; everybody else over what is in the braces, or the line."""
        if match["open"]:
            try:
                return self._closing(match.end() - 1) if match["open"] == "{" else self._parenthesis(match.end())
            except _UnclosedError:
                pass
        end = self.text.find("\n", match.end())
        return len(self.text) if end < 0 else end

    def _parenthesis(self, at: int) -> int:
        end = self.text.find(")", at)
        if end < 0:
            raise _UnclosedError(at, "a parenthesis is never closed")
        return end + 1

    def _definition(self, piece: Piece, at: int, close: str) -> int:
        """A string or a preamble, to its end."""
        at = self._skip(at)
        start = at
        if piece.kind == STRING:
            name = _NAME.match(self.text, at)
            piece.key, piece.key_start = (name[0], at) if name else ("", at)
            at = self._skip(name.end() if name else at)
            if not name or not self.text.startswith("=", at):
                raise _UnclosedError(at, "a string needs a name, an equals sign and a value")
            at = self._skip(at + 1)
        end = self._value(at)
        piece.fields.append(WrittenField(piece.key, self.text[at:end], start, at, end))
        end = self._skip(end)
        if self.text.startswith(",", end):
            end = self._skip(end + 1)
        if not self.text.startswith(close, end):
            raise _UnclosedError(end, f"it is not closed by {close}")
        return end + 1

    def _entry(self, piece: Piece, at: int, close: str) -> int:
        text, fields = self.text, piece.fields
        at = self._key(piece, at, close)
        while True:
            match = _FIELD.match(text, at)
            if match is not None and close == "}":
                value = match.start("value")
                at = match.end()
                fields.append(WrittenField(match["name"], match["value"], match.start("name"), value, at))
                continue
            at = self._skip(at)
            if commas := _COMMAS.match(text, at):
                at = commas.end()
            elif text.startswith(close, at):
                return at + 1
            elif at >= len(text):
                raise _UnclosedError(at, f"the entry is not closed by {close}")
            elif self._another_begins(at):
                last = f", and the value of {fields[-1].name} holds what follows it" if fields else ""
                message = f"it is never closed{last}: a brace is missing; it ends where the next entry begins"
                piece.faults.append(Fault(message, piece.start, at))
                return at
            else:
                at = self._field(piece, at, close)

    def _another_begins(self, at: int) -> bool:
        """Whether an entry begins at ``at``, on a line of its own."""
        text = self.text
        if not text.startswith("@", at) or text[text.rfind("\n", 0, at) + 1 : at].strip():
            return False
        return _AT.match(text, at) is not None

    def _key(self, piece: Piece, at: int, close: str) -> int:
        pattern = _KEY_IN_PARENTHESES if close == ")" else _KEY_IN_BRACES
        match = pattern.match(self.text, at)
        if match is None:  # never: the pattern matches nothing at all as well
            return at
        if self._is_block(match.start(1)):
            raise _UnclosedError(at, f"the entry is not closed by {close}")
        word, sign = match[1].rstrip(), self.text[match.end() : match.end() + 1]
        words = word.split()
        if sign == "=" and len(words) < 2:  # the key was left out
            piece.key_start = at
            return at
        if sign not in ("", ",", close, "\n"):  # a comma is missing behind the key
            word = words[0] if words else ""
        piece.key, piece.key_start = word, match.start(1)
        at = match.start(1) + len(word)
        behind = self._skip(at)
        if not self.text.startswith((",", close), behind) and behind < len(self.text):
            piece.faults.append(Fault(f"a comma is missing behind the key {word!r}", match.start(1), at, comma=True))
        return at

    def _field(self, piece: Piece, at: int, close: str) -> int:
        """A field that is not of the simplest form; what is none is passed over, with a fault."""
        text = self.text
        name = _NAME.match(text, at)
        equals = self._skip(name.end()) if name else at
        if name is None or not text.startswith("=", equals):
            following = _RESUME.search(text, at + 1)
            closing = text.find(close, at)
            end = min([it for it in (following.start() if following else -1, closing) if it > at], default=len(text))
            if end == len(text) or self._block_before(at, end):
                raise _UnclosedError(at, f"the entry is not closed by {close}")
            words = " ".join(text[at:end].split())[:60]
            piece.faults.append(Fault(f"{words!r} is no field; it is left out", at, end))
            return end
        start = self._skip(equals + 1)
        end = self._value(start)
        piece.fields.append(WrittenField(name[0], text[start:end], at, start, end))
        behind = self._skip(end)
        if _NEXT_FIELD.match(text, behind):
            piece.faults.append(Fault(f"a comma is missing behind the field {name[0]}", end, end, comma=True))
        return end

    def _block_before(self, at: int, end: int) -> bool:
        """True if a line begins with another block there: the entry was never closed, the other must not be lost."""
        return self._is_block(at) or _NEXT_ENTRY.search(self.text, at, end + 1) is not None

    def _is_block(self, at: int) -> bool:
        """True if a line begins with a block at that place."""
        text = self.text
        return _ENTRY.match(text, at) is not None and not text[text.rfind("\n", 0, at) + 1 : at].strip()

    def _value(self, at: int) -> int:
        """Where the value that begins at ``at`` ends: parts joined by ``#``."""
        text = self.text
        while True:
            sign = text[at : at + 1]
            if sign == "{":
                end = self._closing(at)
            elif sign == '"':
                end = self._quoted(at)
            else:
                bare = _BARE.match(text, at)
                if bare is None or (sign == "@" and self._is_block(at)):
                    return at
                end = bare.end()
            following = self._skip(end)
            if not text.startswith("#", following):
                return end
            at = self._skip(following + 1)

    def _closing(self, at: int) -> int:
        """Behind the brace that closes the one at ``at``.

        As in BibTeX a backslash changes nothing; where that finds no end, braces behind one are passed over.
        """
        limit = len(self.text)
        if self.scans >= _MOST_SCANS and (following := _NEXT_ENTRY.search(self.text, at)):
            limit = following.start()
        for pattern in (_BRACE, _ESCAPED_BRACE):
            depth = 0
            for match in pattern.finditer(self.text, at, limit):
                sign = match[0]
                if sign == "{":
                    depth += 1
                elif sign == "}":
                    depth -= 1
                    if depth == 0:
                        return match.end()
            self.scans += 1
        raise _UnclosedError(at, "a brace is never closed")

    def _quoted(self, at: int) -> int:
        depth = 0
        for match in _IN_QUOTES.finditer(self.text, at + 1):
            sign = match[0]
            if sign == '"' and depth == 0:
                return match.end()
            depth += {"{": 1, "}": -1}.get(sign, 0)
            if depth < 0:
                break
        self.scans += 1
        raise _UnclosedError(at, "a quotation mark is never closed")

    def _skip(self, at: int) -> int:
        match = _SPACE.match(self.text, at)
        return match.end() if match else at
