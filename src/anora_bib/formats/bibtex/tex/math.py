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


def parted(text: str) -> list[str]:
    """A text parted at the formulas in it: text and formula take turns, a text first, each formula in its dollar signs.

    A formula is what :func:`simple` leaves as it is, if all in it is mathematics: its signs and braces are in order,
    and it has no other commands than those of formulas.
    """
    parts: list[str] = []
    done = at = 0
    while match := _FORMULA.search(text, at):
        if _is_mathematics(match[1]):
            parts += (text[done : match.start()], match[0])
            done = at = match.end()
        else:
            at = match.end() - 1
    return [*parts, text[done:]]


_FORMULA = re.compile(r"\$([^$<>#%&~]{1,300})\$")
_LOOSE_SCRIPT = re.compile(r"[\^_](?![A-Za-z0-9{\\])")
_COMMANDS = re.compile(r"\\([A-Za-z]+|.?)")
_OF_FORMULAS: Final = frozenset(
    """frac tfrac dfrac cfrac sqrt root binom mathbb mathbf mathcal mathfrak mathscr mathnormal boldsymbol bm overline
    underline overset underset stackrel bar hat widehat tilde widetilde vec dot ddot acute grave check breve left right
    big Big bigl bigr middle limits operatorname mathop sum prod int iint oint lim sup inf max min log ln exp sin cos
    tan det dim ker gcd deg arg pmod bmod substack quad qquad , ; : !""".split()
)
"""Commands that are no sign by themselves and have a meaning in a formula only."""


def _is_mathematics(formula: str) -> bool:
    depth = 0
    for sign in formula:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth < 0:
            return False
    ordered = depth == 0 and formula.isascii() and not _LOOSE_SCRIPT.search(formula) and simple(formula) is None
    return ordered and all(
        word in _OF_FORMULAS or word in _FONTS or symbol(word) is not None for word in _COMMANDS.findall(formula)
    )


def _text(match: re.Match[str]) -> str | None:
    if match["plain"] is not None:
        return match["plain"]
    if match["sign"] is not None:
        return match["sign"] if match["sign"] in "%&$#_{}" else " "
    if match["word"] in _FONTS:
        return ""
    found = symbol(match["word"])
    return found if found is not None and len(found) == 1 else None
