r"""Templates: how people write references by hand, as data.

A template is text in which

- ``{author}``, ``{author:direct}`` is a variable, in a form;
- ``{kind=Film}`` is what stands in it, under a label; what stands there is a template itself;
- ``[, ed. {editor}]`` is left out where it lacks a variable, and ``[30% ...]`` in all but 30 of 100 cases;
- ``<Ed.|Eds.>`` is one of several;
- ``*...*`` is in italics, ``“...”`` in the quotation marks of the hand;
- ``\`` makes a sign of the next letter.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from anora_bib.parser.labels import Label

_FOLDER: Final = Path(__file__).parent / "families"
_VARIABLE: Final = re.compile(r"\{([a-zA-Z_-]{1,30})(?::([a-z-]{1,20}))?\}")
_MARKED: Final = re.compile(r"\{([a-z-]{1,20})=")
_OUTSIDE: Final = "outside"
_AT_HOME: Final = 2.5
_ABROAD: Final = 0.2
_SHARE: Final = re.compile(r"(\d{1,2})% ?")


@dataclass(frozen=True, slots=True)
class Literal:
    """Text of the template."""

    text: str


@dataclass(frozen=True, slots=True)
class Variable:
    """The value of a variable, in a form."""

    name: str
    form: str


@dataclass(frozen=True, slots=True)
class Marked:
    """Text of the template under a label; None for text that is no part of the reference."""

    label: Label | None
    parts: Sequence[Part]


@dataclass(frozen=True, slots=True)
class Group:
    """Parts that are left out where a variable among them is missing, and in a share of the other cases."""

    share: float
    parts: Sequence[Part]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several."""

    ways: Sequence[Sequence[Part]]


@dataclass(frozen=True, slots=True)
class Toggle:
    """Italics begin or end."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Quotation marks begin or end."""

    opens: bool


Part = Literal | Variable | Marked | Group | Choice | Toggle | Quote


class _Reader:
    """Reads a template."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def parts(self, until: str = "") -> list[Part]:
        """The parts up to one of these signs, which is not read."""
        found: list[Part] = []
        words = ""
        while self.at < len(self.text) and self.text[self.at] not in until:
            sign = self.text[self.at]
            if sign == "\\":
                words += self.text[self.at + 1]
                self.at += 2
                continue
            if sign not in "{[<*“”":
                words += sign
                self.at += 1
                continue
            if words:
                found.append(Literal(words))
                words = ""
            found.append(self._part(sign))
        if words:
            found.append(Literal(words))
        return found

    def _part(self, sign: str) -> Part:
        if sign == "{":
            variable = _VARIABLE.match(self.text, self.at)
            if variable:
                self.at = variable.end()
                return Variable(variable[1], variable[2] or "")
            marked = _MARKED.match(self.text, self.at)
            if not marked:
                raise ValueError(f"no variable at {self.at} of {self.text!r}")
            self.at = marked.end()
            return Marked(Label(marked[1]) if marked[1] != _OUTSIDE else None, self._inside("}"))
        self.at += 1
        if sign == "[":
            share = _SHARE.match(self.text, self.at)
            if share:
                self.at = share.end()
            return Group(int(share[1]) / 100 if share else 1.0, self._inside("]"))
        if sign == "<":
            ways = [self.parts("|>")]
            while self.text[self.at] == "|":
                self.at += 1
                ways.append(self.parts("|>"))
            self.at += 1
            return Choice(ways)
        return Toggle() if sign == "*" else Quote(sign == "“")

    def _inside(self, closing: str) -> list[Part]:
        parts = self.parts(closing)
        if self.at >= len(self.text):
            raise ValueError(f"no {closing} in {self.text!r}")
        self.at += 1
        return parts


def read(text: str) -> Sequence[Part]:
    """A template read.

    Raises:
        ValueError: a group, a choice or a marked part is not closed, or a label is unknown.
    """
    return _Reader(text).parts()


@dataclass(frozen=True, eq=False)
class Family:
    """Templates of one manner of writing, by item type.

    ``names`` are the orders of names by weight, ``title_case`` the share of titles in capitals.
    """

    name: str
    weight: float
    languages: Sequence[str]
    names: Mapping[str, float]
    title_case: float
    templates: Mapping[str, Sequence[Sequence[Part]]]
    dates: str = ""
    domains: frozenset[str] = frozenset()
    """Those it is at home in; () for all of them."""

    def weight_for(self, domain: str) -> float:
        """How often the family writes of a domain."""
        return self.weight * (1 if not self.domains else _AT_HOME if domain in self.domains else _ABROAD)


@cache
def families(language: str) -> Sequence[Family]:
    """The families for references in a language."""
    found = [_family(path.stem, table) for path in sorted(_FOLDER.glob("*.toml")) for table in _tables(path)]
    return tuple(family for family in found if language in family.languages)


def _tables(path: Path) -> Sequence[Mapping[str, Any]]:
    tables: Sequence[Mapping[str, Any]] = tomllib.loads(path.read_text("utf-8"))["family"]
    return tables


def _family(name: str, table: Mapping[str, Any]) -> Family:
    templates: dict[str, tuple[Sequence[Part], ...]] = {}
    for types, texts in table["templates"].items():
        for type in types.split():
            templates[type] = templates.get(type, ()) + tuple(map(read, texts))
    return Family(
        name,
        float(table.get("weight", 1)),
        tuple(table["languages"].split()),
        table["names"],
        float(table.get("title_case", 0.8)),
        templates,
        table.get("dates", ""),
        frozenset(table.get("domains", "").split()),
    )
