r"""Text to LaTeX that stands in a value of BibTeX.

Nothing that :func:`escape` gives can end a field, start a command or comment anything out: every sign that means
something to BibTeX or TeX is written as a command of its own. Braces are never written as ``\{``, because BibTeX
counts those when it looks for the end of a field. All of it compiles with LaTeX's default encoding (OT1), some signs
with the help of a preamble (``writing/default_encoding.py``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from anora_bib.documents.dialects.bibtex import SIGNS
from anora_bib.documents.dialects.latex import JOINING
from anora_bib.formats.bibtex.tex.math import parted
from anora_bib.formats.bibtex.tex.reading import COMMAND, unescape
from anora_bib.formats.bibtex.tex.symbols import ACCENTS
from anora_bib.model.values.richtext import Opening, Tag, pieces
from anora_bib.text.characters import collapse

_TYPED = {"\u2013": "--", "\u2014": "---", "\u2018": "`", "\u201c": "``", "\u201d": "''"}
"""Characters that LaTeX makes of ASCII ones; a UTF-8 file has them directly."""

_OPENED = {
    Tag.ITALIC: r"\emph{",
    Tag.BOLD: r"\textbf{",
    Tag.SUPERSCRIPT: r"\textsuperscript{",
    Tag.SUBSCRIPT: r"\textsubscript{",
    Tag.SMALL_CAPS: r"\textsc{",
}
_ENSURED = re.compile(r"\\ensuremath\{([^{}]*)\}$")
_MARKS: Final = {
    mark: command
    for command, mark in reversed(list(ACCENTS.items()))
    if (len(command) == 1 and command not in "GUt") or command == "textcommabelow"
}
_MATH = re.compile(r"(?<!\\)\$")


def escape(text: str, *, ascii_only: bool, keep_case: bool = False) -> str:
    """``text`` as LaTeX in which braces balance; rich text becomes commands. White space is collapsed.

    ``ascii_only`` writes accents and signs as commands where LaTeX has them; what it has no command for stays.
    ``keep_case`` is for titles: it puts braces around what is marked as not to change case.
    """
    if _MEANS_NOTHING.fullmatch(text) and (text.isascii() or (not ascii_only and _is_normal(text))):
        return collapse(text)
    text = collapse(_without_controls(text))
    formulas: Iterator[str] = iter(())
    if text.count("$") > 1 and len(parts := parted(text)) > 1:
        text, formulas = _FORMULA.join(parts[::2]), iter(parts[1::2])

    def written(match: re.Match[str]) -> str:
        sign = match[0]
        return next(formulas) if sign == _FORMULA else _MARKUP.get(sign) or _command(sign, ascii_only)

    signed = collapse(_with_signs(unicodedata.normalize("NFC", text), keep_case))
    latex = _MEANING.sub(written, _JOINING.sub(f"\\g<0>{_APART}", signed))
    # A brace before a command would belong to that command: an empty group in between makes it protect.
    return re.sub(f"{_PROTECTED}(?={COMMAND})", "{{}", latex).replace(_PROTECTED, "{")


_MEANS_NOTHING: Final = re.compile(r"(?:[^\W_]|[\s.:;()/+*=@!?]|[-,'](?![-,']))*+")
"""Text without any sign that LaTeX, BibTeX or rich text take for another: most values."""

_MEANING: Final = re.compile(r"[^A-Za-z0-9 .,:;()/+*=@!?'-]")


def _is_normal(text: str) -> bool:
    return unicodedata.is_normalized("NFC", text)


_APART, _PROTECTED, _END, _FORMULA, _FIRST_TAG = "\0", "\1", "\2", "\3", 0x10
"""Control characters, of which the text has none, stand for an empty group, braces, a formula and commands."""

_JOINING = re.compile(JOINING)

_TAG_SIGN = {tag: chr(_FIRST_TAG + number) for number, tag in enumerate(_OPENED)}
_MARKUP = {
    _APART: "{}",
    _PROTECTED: _PROTECTED,
    _END: "}",
    **{sign: _OPENED[tag] for tag, sign in _TAG_SIGN.items()},
}


def _with_signs(text: str, keep_case: bool) -> str:
    """The text, control characters in place of its tags. Of nested protections the outermost is enough."""
    out: list[str] = []
    inside = 0
    for piece in pieces(text):
        if isinstance(piece, str):
            out.append(piece)
        elif piece.tag is not Tag.NO_CASE:
            out.append(_TAG_SIGN[piece.tag] if isinstance(piece, Opening) else _END)
        else:
            opens = isinstance(piece, Opening)
            inside += 1 if opens else -1
            if keep_case and inside == opens:
                out.append(_PROTECTED if opens else _END)
    return "".join(out).replace(_PROTECTED + _END, "")


def _without_controls(text: str) -> str:
    return "".join(char for char in text if char.isspace() or unicodedata.category(char) not in ("Cc", "Cs"))


def ascii_latex(latex: str) -> str:
    """LaTeX in which every sign beyond ASCII is a command, where there is one; all else stays as it is."""
    if latex.isascii():
        return latex
    out: list[str] = []
    for number, part in enumerate(_MATH.split(unicodedata.normalize("NFC", latex))):
        joined = _NOT_ASCII.sub(_in_ascii, part)
        # Between dollar signs a command needs none.
        out.append(joined if number % 2 == 0 else joined.replace("{$", "{").replace("$}", "}"))
    return "$".join(out)


_NOT_ASCII = re.compile(r"(\\(?:[A-Za-z]++)?)?([^\x00-\x7f])")


def _in_ascii(match: re.Match[str]) -> str:
    """A sign as a command, which does not become the argument of one before it, nor a brace behind a backslash."""
    before, char = match[1] or "", match[2]
    command = _command(char, True)
    if before == "\\":
        return before + char
    return f"{before}{{}}{command}" if before and command.startswith("{") else before + command


@lru_cache(maxsize=4096)
def _command(char: str, ascii_only: bool) -> str:
    if char in SIGNS:
        return SIGNS[char]
    if char.isascii() or not ascii_only:
        return char
    if char in _TYPED:
        return _TYPED[char]
    made = _ENSURED.sub(r"$\1$", _encoder().unicode_to_latex(char))
    # A command counts only if it means the same when read back; pylatexenc knows more commands than we do. Those of
    # Cyrillic letters need an encoding in which the letters themselves are as good.
    for grouped in (f"{{{made}}}" if not made.startswith("{") else made, _accented(char)):
        if grouped and grouped.isascii() and "\\cyr" not in grouped.lower() and unescape(grouped) == char:
            return grouped
    return char


def _accented(char: str) -> str:
    """A letter with its accents, the innermost first; "" for what is none."""
    decomposed = unicodedata.normalize("NFD", char)
    letter, marks = decomposed[0], decomposed[1:]
    if not letter.isascii() or not letter.isalpha() or any(mark not in _MARKS for mark in marks):
        return ""
    for mark in marks:
        letter = f"{{\\{_MARKS[mark]}{letter if letter.startswith('{') else f'{{{letter}}}'}}}"
    return letter


@cache
def _encoder():  # type: ignore[no-untyped-def]
    from pylatexenc.latexencode import UnicodeToLatexEncoder  # type: ignore[import-untyped]

    return UnicodeToLatexEncoder(unknown_char_policy="keep", unknown_char_warning=False)
