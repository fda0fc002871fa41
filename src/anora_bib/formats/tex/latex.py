r"""Text to LaTeX and back.

Nothing that :func:`escape` gives can end a field, start a command or comment anything out: every sign that means
something to BibTeX or TeX is written as a command of its own. Braces are never written as ``\{``, because BibTeX
counts those when it looks for the end of a field.

:func:`unescape` reads what people write in ``.bib`` files: accents, symbols, ``\emph``, braces, dashes and quotes.
A command it does not know is kept as it stands. Neither recurses, and both take linear time.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from anora_bib.documents.dialects.bibtex import SIGNS
from anora_bib.documents.dialects.latex import JOINING
from anora_bib.model.bibliography.richtext import Opening, Tag, pieces
from anora_bib.text import collapse

_TYPED = {"\u2013": "--", "\u2014": "---", "\u2018": "`", "\u201c": "``", "\u201d": "''"}
"""Characters that LaTeX makes of ASCII ones; a UTF-8 file has them directly."""

_OPENED = {
    Tag.ITALIC: r"\emph{",
    Tag.BOLD: r"\textbf{",
    Tag.SUPERSCRIPT: r"\textsuperscript{",
    Tag.SUBSCRIPT: r"\textsubscript{",
    Tag.SMALL_CAPS: r"\textsc{",
}
_TAGS = {
    "emph": "i", "textit": "i", "textsl": "i", "mkbibemph": "i", "textbf": "b", "mkbibbold": "b",
    "textsuperscript": "sup", "mkbibsuperscript": "sup", "textsubscript": "sub", "textsc": "sc",
}  # fmt: skip
_DECLARED = {"em": "i", "it": "i", "itshape": "i", "bf": "b", "bfseries": "b", "sc": "sc", "scshape": "sc"}
_TAG_TEXT = {
    "i": ("<i>", "</i>"),
    "b": ("<b>", "</b>"),
    "sup": ("<sup>", "</sup>"),
    "sub": ("<sub>", "</sub>"),
    "sc": ('<span style="font-variant:small-caps;">', "</span>"),
}
_SILENT = frozenset("url path nolinkurl textrm textsf texttt textup textmd text mbox mkbibquote rm relax".split())
"""Commands that only say how their argument is set: the argument stays."""

_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331",
}  # fmt: skip
_SYMBOLS = {
    "textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^",
    "textasciitilde": "~", "textless": "<", "textgreater": ">", "textbar": "|", "textasciigrave": "`",
    "textquotedbl": '"', "textquotesingle": "'", "ldots": "…", "dots": "…", "textellipsis": "…", "i": "ı", "j": "ȷ",
    "textendash": "–", "textemdash": "—", "textquotedblleft": "“", "textquotedblright": "”", "textquoteleft": "‘",
    "textquoteright": "’", "textunderscore": "_", "textdollar": "$", "slash": "/", "TeX": "TeX", "LaTeX": "LaTeX",
    "BibTeX": "BibTeX", "quad": " ", "qquad": " ", "newline": " ", "par": " ", "space": " ", "hyp": "-",
}  # fmt: skip

_COMMAND = r"""\\(?:[A-Za-z`'^~=."]|[&%$#_]\})"""
_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]+)\*?[ \t\n]*|\\(?P<sign>.)"
    rf"|(?P<command>\{{(?={_COMMAND}|\}}))|(?P<open>\{{)|(?P<close>\}})"
    r"|(?P<dash>---?)|(?P<quote>``|'')|(?P<tie>~)|(?P<single>['`])|(?P<math>\$)|(?P<text>[^\\{}\-`'~$]+|[\-\\])",
    re.DOTALL,
)
_SIGNS = {"dash": {"--": "–", "---": "—"}, "quote": {"``": "“", "''": "”"}, "single": {"`": "‘", "'": "’"}}


def escape(text: str, *, ascii_only: bool, keep_case: bool = False) -> str:
    """``text`` as LaTeX in which braces balance; rich text becomes commands. White space is collapsed.

    ``ascii_only`` writes accents and signs as commands where LaTeX has them; what it has no command for stays.
    ``keep_case`` is for titles: it puts braces around what is marked as not to change case.
    """
    signed = collapse(_with_signs(unicodedata.normalize("NFC", collapse(_without_controls(text))), keep_case))
    apart = _JOINING.sub(f"\\g<0>{_APART}", signed)
    latex = "".join(_MARKUP[char] if char in _MARKUP else _command(char, ascii_only) for char in apart)
    # A brace before a command would belong to that command: an empty group in between makes it protect.
    return re.sub(f"{_PROTECTED}(?={_COMMAND})", "{{}", latex).replace(_PROTECTED, "{")


_APART, _PROTECTED, _END, _FIRST_TAG = "\0", "\1", "\2", 0x10
"""Control characters, of which the text has none, stand for an empty group, braces and commands."""

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


@lru_cache(maxsize=4096)
def _command(char: str, ascii_only: bool) -> str:
    if char in SIGNS:
        return SIGNS[char]
    if char.isascii() or not ascii_only:
        return char
    if char in _TYPED:
        return _TYPED[char]
    made = _encoder().unicode_to_latex(char)
    # A command counts only if it means the same when read back; pylatexenc knows more commands than we do.
    grouped = f"{{{made}}}" if not made.startswith("{") else made
    return grouped if made.isascii() and unescape(grouped) == char else char


@cache
def _encoder():  # type: ignore[no-untyped-def]
    from pylatexenc.latexencode import UnicodeToLatexEncoder  # type: ignore[import-untyped]

    return UnicodeToLatexEncoder(unknown_char_policy="keep", unknown_char_warning=False)


def unescape(latex: str, *, keep_case: bool = False) -> str:
    """LaTeX as text, with the tags of CSL-JSON for italics and the like. White space is collapsed.

    ``keep_case`` is for titles: a group in braces of its own becomes one that must not change case.
    """
    return unicodedata.normalize("NFC", collapse(_Reader(keep_case).read(latex)))


class _Reader:
    """One pass over the tokens. ``groups`` holds what each open brace has to print when it closes."""

    def __init__(self, keep_case: bool) -> None:
        self.keep_case = keep_case
        self.out: list[str] = []
        self.groups: list[str] = []
        self.next_group = ""
        self.accents: list[str] = []
        self.last_was_word = False

    def read(self, latex: str) -> str:
        for match in _TOKEN.finditer(latex):
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
            text = unicodedata.normalize("NFC", _DOTTED.get(text[0], text[0]) + "".join(self.accents)) + text[1:]
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
        """Formulas are rare in bibliographies and simple; their signs are read like others."""

    def _open(self, _: str) -> None:
        bare = not (self.next_group or self.accents or self.last_was_word)
        if self.keep_case and bare and _NO_CASE[1] not in self.groups:
            self.out.append(_NO_CASE[0])
            self.next_group = _NO_CASE[1]
        self._command(_)

    def _command(self, _: str) -> None:
        r"""A brace right before a command, as in ``{\'e}`` or ``{\em ...}``: it protects nothing."""
        self.groups.append(self.next_group)
        self.next_group = ""

    def _close(self, _: str) -> None:
        self._flush()
        if self.groups:
            self.out.append(self.groups.pop())

    def _sign(self, sign: str) -> None:
        if sign in _ACCENTS:
            self.accents.insert(0, _ACCENTS[sign])
        elif sign in "%&$#_{}":
            self._print(sign)
        elif sign == "\\" or sign.isspace():
            self._print(" ")
        elif sign not in "-/,;:!@":  # hyphenation points, italic correction, thin spaces
            self._print(f"\\{sign}")

    def _word(self, word: str) -> None:
        if word in _ACCENTS:
            self.accents.insert(0, _ACCENTS[word])
        elif word in _TAGS:
            opening, self.next_group = _TAG_TEXT[_TAGS[word]]
            self.out.append(opening)
        elif word in _DECLARED and self.groups and not self.groups[-1]:
            opening, self.groups[-1] = _TAG_TEXT[_DECLARED[word]]
            self.out.append(opening)
        elif word not in _SILENT:
            symbol = _SYMBOLS.get(word) or _symbol(word)
            self._print(f"\\{word} " if symbol is None else symbol)


_NO_CASE = ('<span class="nocase">', "</span>")
_DOTTED = {"ı": "i", "ȷ": "j"}


@lru_cache(maxsize=1024)
def _symbol(word: str) -> str | None:
    """What a command without arguments prints, by pylatexenc's table; None if it has none."""
    from pylatexenc.latex2text import get_default_latex_context_db  # type: ignore[import-untyped]

    spec = get_default_latex_context_db().get_macro_spec(word)
    symbol = getattr(spec, "simplify_repl", None)
    if not isinstance(symbol, str) or "%" in symbol or _PLACEHOLDER.search(symbol) or word == "today":
        return None
    return symbol


_PLACEHOLDER = re.compile(r"<[A-Za-z]")
"""Begins what the table has for commands that it cannot show: ``<cit.>`` for a citation, ``<ref>`` for a reference."""

_WORD = re.compile(r"\\([A-Za-z]+)")


def unknown_commands(latex: str) -> list[str]:
    """The commands that :func:`unescape` keeps as they stand, each once."""
    known = (_ACCENTS, _TAGS, _DECLARED, _SILENT, _SYMBOLS)
    words = dict.fromkeys(_WORD.findall(latex.replace(r"\\", " ")))
    return [word for word in words if not any(word in table for table in known) and _symbol(word) is None]


def balanced(latex: str) -> bool:
    """True if the braces of ``latex`` match the way BibTeX counts them, which sees no backslash."""
    return min(_depths(latex), default=0) >= 0 and latex.count("{") == latex.count("}")


def _depths(latex: str) -> Iterator[int]:
    depth = 0
    for char in latex:
        depth += {"{": 1, "}": -1}.get(char, 0)
        yield depth
