"""What a style made of a probe, as a template by which references in that style are read.

A template is a row of literals (affixes, terms) and slots (the values of variables). A reference is aligned with it at
the least cost: literals are there or not, a slot takes the words that its variable may hold, and what nothing takes is
paid for. A style that did print the reference reads it back cheaply and rightly.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from anora_bib.csl import Run
from anora_bib.identify.printed import plain
from anora_bib.identify.probing.shapes import TOKEN, is_year

NAMES: Final = frozenset({"author", "editor", "translator", "container-author", "collection-editor", "director"})
DATES: Final = frozenset({"issued", "accessed", "original-date", "event-date", "submitted"})
_NUMBERS: Final = frozenset({"volume", "issue", "number", "edition", "chapter-number", "collection-number", "version"})
_PAGES: Final = frozenset({"page", "page-first", "locator", "number-of-pages"})
_ADDRESSES: Final = frozenset({"URL", "DOI"})
_LABELS: Final = frozenset({"citation-number", "citation-label"})

_FREE, _CHEAP, _ODD, _WRONG, _NEVER = 0.0, 0.1, 0.6, 2.0, 4.0

_COSTS: Final[dict[str, dict[str, float]]] = {
    # what a slot of each kind pays for a token of each class; what is not listed costs _WRONG
    "text": {
        "word": _FREE, "capital": _FREE, "initials": _CHEAP, " ": _FREE, "-": _FREE, "'": _FREE, "&": _CHEAP,
        ",": _CHEAP, ":": _CHEAP, "?": _CHEAP, "!": _CHEAP, "number": _ODD, ".": _ODD, ";": _ODD, "/": _ODD,
        "(": _ODD, ")": _ODD, "address": _NEVER,
    },
    "names": {
        "word": 0.2, "capital": _FREE, "initials": _FREE, " ": _FREE, ",": _FREE, ".": _FREE, ";": _FREE, "-": _FREE,
        "'": _FREE, "&": _FREE, "/": _ODD, "number": _NEVER, "year": _NEVER, "address": _NEVER,
    },
    "dates": {
        "year": _FREE, "number": _FREE, "capital": _ODD, "word": _ODD, "initials": _ODD, " ": _FREE, ",": _CHEAP,
        ".": _CHEAP, "-": _CHEAP, "/": _CHEAP, "address": _NEVER,
    },
    "number": {"number": _FREE, "year": _ODD, "-": _ODD, "/": _ODD, "initials": _ODD, "address": _NEVER},
    "pages": {"number": _FREE, "year": _ODD, "-": _FREE, ",": _ODD, " ": _ODD, "address": _NEVER},
    "address": {"address": _FREE},
}  # fmt: skip
_SKIPPED_SLOT: Final = 1.5
_SKIPPED_LITERAL: Final = 0.4
_SKIPPED_SIGN: Final = 0.15
_UNREAD: Final = 1.5
_EMPTY_EDGE: Final = 0.7
"""For a slot that begins or ends with a space: it belongs to a literal."""
_QUOTES: Final = "\"' "
_ENDS: Final = ".,;"


def kind(variable: str) -> str:
    """The kind of values that a variable holds."""
    if variable in NAMES:
        return "names"
    if variable in DATES:
        return "dates"
    if variable in _NUMBERS:
        return "number"
    if variable in _PAGES:
        return "pages"
    return "address" if variable in _ADDRESSES else "text"


@dataclass(frozen=True, slots=True)
class Slot:
    """The value of a variable; ``text`` is that of the probe."""

    variable: str
    text: str


Template = Sequence[Slot | tuple[str, ...]]
"""Slots, and literals as the tokens they consist of."""


def template(runs: Iterable[Run]) -> Template:
    """The template of a print: neighbouring runs of one variable are one slot, and so is what stands between them.

    The number or label of the entry is left out with what stands around it. Quotation marks are literals.
    """
    row: list[tuple[str, str]] = []
    labelled = False
    for run in runs:
        text = plain_run(run.text)
        variable = run.variable.removesuffix("-short")
        if variable in _LABELS:
            row, labelled = [], True
        elif labelled and not row and not variable:
            continue
        elif len(row) > 1 and not row[-1][0] and row[-2][0] == variable != "":
            between = row.pop()
            row[-1] = (variable, row[-1][1] + between[1] + text)
        elif row and row[-1][0] == variable:
            row[-1] = (variable, row[-1][1] + text)
        else:
            row.append((variable, text))
    return [part for name, text in row if text for part in _parts(name, text)]


def _parts(variable: str, text: str) -> Iterator[Slot | tuple[str, ...]]:
    """A literal, or a slot between the quotation marks of its value."""
    if not variable:
        yield tuple(tokens(text))
        return
    inside = text.lstrip(_QUOTES)
    bare = inside.rstrip(_QUOTES)
    if before := text[: len(text) - len(inside)]:
        yield tuple(before)
    closing = inside[len(bare) :]
    if closing and bare[-1:] in _ENDS:
        bare, closing = bare[:-1], bare[-1] + closing
    yield Slot(variable, bare)
    yield from ((sign,) for sign in closing)


def plain_run(text: str) -> str:
    """A piece of a print with plain signs, and with the spaces at its ends."""
    bare = plain(text)
    if not bare:
        return " " if text else ""
    return " " * text[0].isspace() + bare + " " * text[-1].isspace()


def tokens(text: str) -> list[str]:
    """The words, numbers, addresses and signs of plain text."""
    found = TOKEN.findall(text)
    return [part for token in found for part in _without_stop(token)]


def _without_stop(token: str) -> tuple[str, ...]:
    """An address without the sign that ends the sentence."""
    if token[-1] in ".,;)>]" and len(token) > 1:
        return (*_without_stop(token[:-1]), token[-1])
    return (token,)


def _class(token: str) -> str:
    if token[0].isalpha() and not token.startswith("http"):
        if token.isupper() and len(token) <= 3:
            return "initials"
        return "capital" if token[0].isupper() else "word"
    if token.isdigit():
        return "year" if is_year(token) else "number"
    return "address" if token.startswith(("http", "10.")) else " " if token.isspace() else token


class Aligner:
    """Aligns one reference with templates."""

    def __init__(self, text: str) -> None:
        self.tokens = tokens(text)
        self._folded = [token.casefold() for token in self.tokens]
        classes = [_class(token) for token in self.tokens]
        self.addresses = [token for token, name in zip(self.tokens, classes, strict=True) if name == "address"]
        self._unread = [0.3 if name == " " else _UNREAD for name in classes]
        self._costs = {slot: [costs.get(name, _WRONG) for name in classes] for slot, costs in _COSTS.items()}
        self._edges = [_EMPTY_EDGE if name == " " else 0.0 for name in classes]

    def read(self, template: Template) -> tuple[float, dict[str, str]]:
        """The cost of reading the reference by a template, and the values of its variables."""
        size = len(self.tokens)
        infinite = float("inf")
        column = [infinite] * (size + 1)
        column[0] = 0.0
        self._pass_over(column, None)
        back: list[list[int]] = []
        for part in template:
            here = list(range(size + 1))  # where the part begins that ends at each place; itself if skipped
            if isinstance(part, Slot):
                following = self._slot(column, self._costs[kind(part.variable)], here)
            else:
                following = self._literal(column, part, here)
            self._pass_over(following, here)
            back.append(here)
            column = following
        values: dict[str, str] = {}
        at = size
        for part, here in zip(reversed(template), reversed(back), strict=True):
            start, end = self._span(here, at)
            if isinstance(part, Slot) and end > start:
                text = "".join(self.tokens[start:end]).strip()
                if text:
                    values[part.variable] = text
            at = start
        return column[size], values

    def _pass_over(self, column: list[float], here: list[int] | None) -> None:
        """Let tokens that nothing takes follow each place; a negative number in ``here`` leads back over them."""
        for at, cost in enumerate(self._unread):
            if (through := column[at] + cost) < column[at + 1]:
                column[at + 1] = through
                if here is not None:
                    here[at + 1] = -1

    @staticmethod
    def _span(here: list[int], at: int) -> tuple[int, int]:
        """Where the part that ends at or before ``at`` begins, and where it ends."""
        while here[at] < 0:
            at -= 1
        return here[at], at

    def _slot(self, column: list[float], costs: list[float], here: list[int]) -> list[float]:
        following = [cost + _SKIPPED_SLOT for cost in column]
        inside, start = float("inf"), 0
        for at, cost in enumerate(costs):
            entered = column[at] + self._edges[at]
            if entered < inside:
                inside, start = entered, at
            inside += cost
            left = inside + self._edges[at]
            if left < following[at + 1]:
                following[at + 1] = left
                here[at + 1] = start
        return following

    def _literal(self, column: list[float], literal: tuple[str, ...], here: list[int]) -> list[float]:
        length = len(literal)
        skipped = _SKIPPED_LITERAL + _SKIPPED_SIGN * length
        following = [cost + skipped for cost in column]
        folded = [token.casefold() for token in literal]
        for end in range(length, len(following)):
            if self._folded[end - length : end] == folded and column[end - length] < following[end]:
                following[end] = column[end - length]
                here[end] = end - length
        return following
