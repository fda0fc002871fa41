"""What encloses each token: quotation marks of any nation, italics, brackets, and the how-manieth of them it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from anora_bib.parser.learned.tokens import Token

_CLOSES: Final = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "‘": "’",
    "‚": "‘’",
    '"': '"',
    "'": "'",
    "`": "'",
}
"""What may close each mark that opens: “English”, „German“, »German«, »Swedish», ‚within‘."""
QUOTES: Final = frozenset((*_CLOSES, *"".join(_CLOSES.values())))
_DEEPEST: Final = 3
BRACKETS: Final = {"(": 1, "[": 1, ")": -1, "]": -1}


def quoted(tokens: Sequence[Token]) -> list[int]:
    """Of each token the number of the run in quotation marks that it stands in, the marks included; 0 outside.

    A mark that is not closed opens nothing: it may have lost its fellow, or be an apostrophe.
    """
    runs = _runs(tokens)
    out = [0] * len(tokens)
    done = number = 0
    for start, end in sorted(runs):
        if start < done:
            continue
        number += 1
        done = end + 1
        out[start:done] = [number] * (done - start)
    return out


def _runs(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    opened: list[tuple[int, str]] = []
    runs: list[tuple[int, int]] = []
    last = len(tokens) - 1
    for at, (_, _, text, spaced) in enumerate(tokens):
        if len(text) != 1:
            continue
        # A closing apostrophe ends a word; within one it is the tokenizer's.
        if opened and (text not in "’'" or at == last or tokens[at + 1].spaced or not tokens[at + 1].text[0].isalnum()):
            depth = next((depth for depth in range(len(opened) - 1, -1, -1) if text in opened[depth][1]), -1)
            if depth >= 0:
                runs.append((opened[depth][0], at))
                del opened[depth:]
                continue
        if text in _CLOSES and (text not in "'»›" or spaced or at == 0 or not tokens[at - 1].text[0].isalnum()):
            opened.append((at, _CLOSES[text]))
            if len(opened) > _DEEPEST:
                del opened[0]
    return runs


def bracketed(tokens: Sequence[Token]) -> list[int]:
    """Of each token the number of the run in brackets that it stands in, the brackets included; 0 outside."""
    out: list[int] = []
    depth = number = 0
    for _, _, text, _ in tokens:
        step = BRACKETS.get(text, 0)
        if step > 0:
            if not depth:
                number += 1
            depth += 1
        out.append(number if depth else 0)
        if step < 0:
            depth = max(0, depth - 1)
    return out


def numbered(flags: Sequence[bool]) -> list[int]:
    """Of each token the number of the run of true ones that it stands in; 0 for those that are not."""
    out: list[int] = []
    number, before = 0, False
    for flag in flags:
        number += flag and not before
        out.append(number if flag else 0)
        before = flag
    return out
