"""LaTeX: every character that is special to TeX, written as a command that prints it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from anora_bib.documents.dialects.controls import one_line, without_controls
from anora_bib.documents.dialects.words import Words

BACKSLASHED: Final = "%&$#_"
"""Characters that are escaped by a backslash, in a text as in a BibTeX value."""

COMMANDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "\\": "textbackslash",
        "^": "textasciicircum",
        "~": "textasciitilde",
        "<": "textless",
        ">": "textgreater",
        "|": "textbar",
    }
)
"""Characters that are written as a command, in a text as in a BibTeX value."""

_SIGNS: Final = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in BACKSLASHED + "{}"},
        **{sign: f"\\{name}{{}}" for sign, name in COMMANDS.items()},
        # LaTeX's default encoding (OT1) has neither of these straight; a bare `"` is a command in German (babel).
        "`": r"\textquoteleft{}",
        '"': r"\textquotedblright{}",
        "\u00a0": "~",
        # pdfTeX knows no narrow spaces.
        "\u202f": r"\,",
        "\u2009": r"\,",
    }
)

JOINING: Final = r"[-–—](?=[-–—])|['’”](?=['’”])|[‘“](?=[‘“])|,(?=,)"
"""Characters that form ligatures with the next one: two hyphens a dash, two apostrophes a quotation mark."""
# In a text the dashes and quotation marks of Unicode are single signs already, of which a font joins only these.
_IN_TEXT = r"[-–](?=-)|['’](?=['’])|‘(?=‘)|,(?=,)"
_HREF = re.compile(rf"(\\href\{{(?:[^{{}}\\]|\\.)*\}})|({_IN_TEXT})")
_JOINING = re.compile(_IN_TEXT)
_IN_ADDRESS = re.compile(r"[%#&_\\{}^ ]")


def text(text: str) -> str:
    """``text`` as LaTeX that prints it; line ends stay, control characters do not."""
    return apart(without_controls(text).translate(_SIGNS))


def argument(markup: str) -> str:
    """LaTeX as the content of an argument in brackets: on one line, and in braces where a bracket would end it."""
    written = one_line(markup)
    return f"{{{written}}}" if "[" in written or "]" in written else written


def address(url: str) -> str:
    r"""An address as the first argument of ``\\href``, also inside a footnote."""
    return _IN_ADDRESS.sub(_in_address, one_line(url))


def _in_address(match: re.Match[str]) -> str:
    # Of these hyperref takes a backslash away; the others would end the argument or begin a command.
    return f"\\{match[0]}" if match[0] in "%#&_" else f"\\%{ord(match[0]):02X}"


def words(runs: Iterable[Words]) -> str:
    """Runs of words as LaTeX that prints them; links are those of the package hyperref."""
    return "".join(map(_run, runs))


def _run(run: Words) -> str:
    written = text(run.text)
    for is_so, command in ((run.code, "texttt"), (run.emphasis, "emph"), (run.strong, "textbf")):
        if is_so:
            written = f"\\{command}{{{written}}}"
    return f"\\href{{{address(run.address)}}}{{{written}}}" if run.address else written


def apart(markup: str) -> str:
    """Markup in which signs that fonts would join are kept apart; the address of a link is not printed and stays."""
    if not _JOINING.search(markup):
        return markup
    return _HREF.sub(lambda match: match[1] or f"{match[2]}{{}}", markup)
