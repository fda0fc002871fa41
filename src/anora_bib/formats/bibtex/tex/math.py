r"""Formulas. Simple ones become text with raised and lowered parts; all others stay as they are, between ``$``."""

from __future__ import annotations

import re
from typing import Final

from anora_bib.formats.bibtex.tex.symbols import symbol

_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]+)[ \t\n]*|(?P<script>[\^_])[ \t\n]*|(?P<open>\{)|(?P<close>\})|(?P<plain>[^\\{}^_$]+)"
    r"|\\(?P<sign>[%&$#_{},;:! ])"
)
_FONTS: Final = frozenset("mathrm mathit mathsf text textrm textit mbox rm".split())
_SCRIPTS: Final = {"^": ("<sup>", "</sup>"), "_": ("<sub>", "</sub>")}


def simple(formula: str) -> str | None:
    """A formula, without its dollar signs, as text; None if it needs more than letters, signs and scripts."""
    out: list[str] = []
    closers: list[str] = []
    script = ""
    at = 0
    while at < len(formula):
        match = _TOKEN.match(formula, at)
        if match is None:
            return None
        at = match.end()
        kind = match.lastgroup
        if kind == "script":
            if script or (closers and closers[-1]):
                return None  # a script of a script
            opening, script = _SCRIPTS[match["script"]]
            out.append(opening)
        elif kind == "open":
            closers.append(script)
            script = ""
        elif kind == "close":
            if script or not closers:
                return None
            out.append(closers.pop())
        else:
            text = _text(match)
            if text is None:
                return None
            if script and len(text) > 1:  # the script is one sign, the rest stands on the line
                at = match.start() + 1 if kind == "plain" else at
                text = text[0] if kind == "plain" else text
            out.append(text + script)
            script = ""
    return None if script or closers else "".join(out).replace("<sup>∘</sup>", "°")


def _text(match: re.Match[str]) -> str | None:
    if match["plain"] is not None:
        return match["plain"]
    if match["sign"] is not None:
        return match["sign"] if match["sign"] in "%&$#_{}" else " "
    if match["word"] in _FONTS:
        return ""
    found = symbol(match["word"])
    return found if found is not None and len(found) == 1 else None
