r"""LaTeX to text with the tags of CSL-JSON: accents, symbols, ``\emph``, quotation marks, formulas, braces.

A command that is not known is kept as it stands, with its argument. Nothing recurses, and all takes linear time.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from anora_bib.formats.bibtex.tables.bibstrings import localized
from anora_bib.formats.bibtex.tex.macros import Macros, expanded, group_end
from anora_bib.formats.bibtex.tex.math import simple
from anora_bib.formats.bibtex.tex.symbols import (
    ACCENTS,
    DECLARED,
    DROPPED,
    ENCLOSED,
    SILENT,
    TAG_TEXT,
    TAGS,
    VERBATIM,
    is_known,
    symbol,
)
from anora_bib.text.characters import CLOSING_DOUBLE, CLOSING_SINGLE, OPENING_DOUBLE, OPENING_SINGLE, collapse

NO_CASE: Final = ('<span class="nocase">', "</span>")

COMMAND: Final = r"""(?:\\(?:[A-Za-z`'^~=."]|[&%$#_]\})|\$[^${}]{1,40}\$\})"""
"""What a brace may stand before without protecting anything: BibTeX's "special character"; or a formula alone."""

_FORMAT: Final = r"emph|text[a-z]{2}|mkbib[a-z]+|enquote"
"""Commands that set their argument apart: braces around one protect it, as pandoc reads them, if not BibTeX."""
_SPECIAL = re.compile(r"[\\{}$~`']|--")
_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]+)\*?[ \t\n]*|\\(?P<sign>[\s\S])"
    rf"|(?P<command>\{{(?=(?!\\(?:{_FORMAT})\{{){COMMAND}|\}}))|(?P<open>\{{)|(?P<close>\}})"
    r"|(?P<dash>---?)|(?P<quote>``|'')|(?P<tie>~)|(?P<single>['`])|(?P<math>\$)|(?P<text>[^\\{}\-`'~$]+|[\-\\])",
)
_MATH_END = re.compile(r"(?<!\\)\$")
_SIGNS: Final[Mapping[str, Mapping[str, str]]] = {
    "dash": {"--": "–", "---": "—"},
    "quote": {"``": OPENING_DOUBLE, "''": CLOSING_DOUBLE},
    "single": {"`": OPENING_SINGLE, "'": CLOSING_SINGLE},
}
_DOTTED: Final[Mapping[str, str]] = {"ı": "i", "ȷ": "j"}
_UNKNOWN: Final = "}"
"""Closes an argument of a command that is not known, behind which another may follow."""
_MOST_UNCLOSED: Final = 32
"""Arguments without an end that are looked for in one value, so that it takes linear time."""
_OPTION = re.compile(r"\[[^\[\]{}]{0,200}\](?=\{)")
_WORD = re.compile(r"\\([A-Za-z]+)")
_APART = re.compile(
    r"\\(?:url|path|nolinkurl|href)\s{0,9}\{[^{}]*\}|\\ensuremath\s{0,9}\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*+\}|\$[^$]*\$"
)
"""What holds no commands of text: addresses and formulas."""


def unescape(latex: str, *, keep_case: bool = False, macros: Macros | None = None) -> str:
    """LaTeX as text. White space is collapsed.

    ``keep_case`` is for titles: a group in braces of its own becomes one that must not change case.
    """
    if not _SPECIAL.search(latex):
        text = " ".join(latex.split())
        return text if text.isascii() else unicodedata.normalize("NFC", text)
    if macros and "\\" in latex:
        latex = expanded(latex, macros)
    text = unicodedata.normalize("NFC", collapse(_Reader(latex, keep_case).read()))
    return _NO_WORD.sub(r"\1", text) if keep_case else text


_NO_WORD = re.compile(f"{NO_CASE[0]}([^\\w<>]*+){NO_CASE[1]}")
"""A group without letters, which has no case."""


def unknown_commands(latex: str, macros: Macros) -> list[str]:
    """The commands that :func:`unescape` keeps as they stand, each once."""
    words = dict.fromkeys(_WORD.findall(_APART.sub("", latex).replace(r"\\", " ")))
    return [word for word in words if word not in macros and not is_known(word)]


class _Reader:
    """One pass over the tokens. ``groups`` holds what each open brace has to print when it closes."""

    def __init__(self, latex: str, keep_case: bool) -> None:
        self.latex = latex
        self.at = 0
        self.keep_case = keep_case
        self.out: list[str] = []
        self.groups: list[str] = []
        self.next_group = ""
        self.accents: list[str] = []
        self.last_was_word = False
        self.unclosed = 0

    def read(self) -> str:
        while match := _TOKEN.match(self.latex, self.at):
            self.at = match.end()
            kind = match.lastgroup or ""
            if kind in _SIGNS:
                self._print(_SIGNS[kind][match[0]])
            else:
                getattr(self, f"_{kind}")(match[kind])
            self.last_was_word = kind == "word"
        self._flush()
        while self.groups:
            self.out.append(self.groups.pop())
        return "".join(self.out)

    def _print(self, text: str) -> None:
        if self.accents and text:
            accents = "".join(reversed(self.accents))  # the innermost first
            text = unicodedata.normalize("NFC", _DOTTED.get(text[0], text[0]) + accents) + text[1:]
            self.accents = []
        self.out.append(text)

    def _flush(self) -> None:
        """Print an accent without a letter by itself."""
        if self.accents:
            self._print("\u00a0")

    def _text(self, text: str) -> None:
        if self.accents:
            text = text.lstrip()
        self._print(text)

    def _tie(self, _: str) -> None:
        self._print("\u00a0")

    def _math(self, _: str) -> None:
        end = _MATH_END.search(self.latex, self.at)
        if end is None:
            self._print("$")
            return
        formula = self.latex[self.at : end.start()]
        self.at = end.end()
        self._print_formula(formula)

    def _print_formula(self, formula: str) -> None:
        read = simple(formula)
        self._print(f"${formula}$" if read is None else read)

    def _open(self, _: str) -> None:
        bare = not (self.next_group or self.accents or self.last_was_word)
        if self.keep_case and bare and NO_CASE[1] not in self.groups:
            self.out.append(NO_CASE[0])
            self.next_group = NO_CASE[1]
        self._command(_)

    def _command(self, _: str) -> None:
        r"""A brace right before a command, as in ``{\'e}`` or ``{\em ...}``: it protects nothing."""
        self.groups.append(self.next_group)
        self.next_group = ""

    def _close(self, _: str) -> None:
        self._flush()
        if not self.groups:
            return
        closing = self.groups.pop()
        if closing == _UNKNOWN and self.latex.startswith("{", self.at):
            self._enclose("}{", _UNKNOWN)
        else:
            self.out.append(closing)

    def _sign(self, sign: str) -> None:
        if sign in ACCENTS:
            self.accents.append(ACCENTS[sign])
        elif sign in "%&$#_{}":
            self._print(sign)
        elif sign in "\\,:;" or sign.isspace():  # ends of lines and spaces of all widths
            self._print(" ")
        elif sign in "([":
            self._formula(sign)
        elif sign not in "-/!@)]":  # hyphenation points, italic correction, a space taken back
            self._print(f"\\{sign}")

    def _formula(self, sign: str) -> None:
        end = self.latex.find("\\)" if sign == "(" else "\\]", self.at)
        if end >= 0:
            self._print_formula(self.latex[self.at : end])
            self.at = end + 2

    def _word(self, word: str) -> None:
        if word in ACCENTS:
            self.accents.append(ACCENTS[word])
        elif word in TAGS:
            self._enclose(*TAG_TEXT[TAGS[word]])
        elif word in DECLARED and self.groups and not self.groups[-1]:
            opening, self.groups[-1] = TAG_TEXT[DECLARED[word]]
            self.out.append(opening)
        elif word in ENCLOSED:
            self._quotation(*ENCLOSED[word])
        elif word in VERBATIM or word == "bibstring":
            argument = self._argument()
            self._print(localized(argument) if word == "bibstring" else argument)
        elif word == "ensuremath":
            self._print_formula(self._argument())
        elif word in DROPPED:
            for _ in range(DROPPED[word]):
                self._argument()
        elif word not in SILENT and word not in DECLARED:
            self._symbol(word)

    def _symbol(self, word: str) -> None:
        found = symbol(word)
        if found is not None:
            self._print(found)
            return
        command = f"\\{word}"
        if option := _OPTION.match(self.latex, self.at):
            command += option[0]
            self.at = option.end()
        if self.latex.startswith("{", self.at):  # as it came, its arguments in their braces
            self._enclose(f"{command}{{", _UNKNOWN)
        elif self.groups and self.latex.startswith("}", self.at):  # a group says where it ends, before a space as well
            self._print(command if self.groups[-1] else f"{{{command}}}")
        else:
            self._print(f"{command} ")

    def _enclose(self, opening: str, closing: str) -> None:
        """Print something before the argument that follows, and after it."""
        self.out.append(opening)
        self.next_group = closing

    def _quotation(self, opening: str, closing: str) -> None:
        if closing == CLOSING_DOUBLE and CLOSING_DOUBLE in self.groups:
            opening, closing = OPENING_SINGLE, CLOSING_SINGLE
        if self.latex.startswith("{", self.at):
            self._enclose(opening, closing)

    def _argument(self) -> str:
        """The argument that follows, as it stands; nothing if there is none."""
        if self.latex.startswith("[", self.at):
            end = self.latex.find("]", self.at)
            self.at = end + 1 if end >= 0 else self.at
        opens = self.latex.startswith("{", self.at) and self.unclosed < _MOST_UNCLOSED
        end_of_group = group_end(self.latex, self.at) if opens else None
        if end_of_group is None:
            self.unclosed += opens
            return ""
        argument = self.latex[self.at + 1 : end_of_group - 1]
        self.at = end_of_group
        return argument
