"""Writes an item by a template."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from anora_bib.model.values.csl import ARCHIVED, DATE_VARIABLES, NAME_VARIABLES, VARIABLES
from anora_bib.parser.labels import Label, label_of
from anora_bib.training.chance import Chance, Weighted
from anora_bib.training.content import values
from anora_bib.training.content.items import Item, abbreviated, title_case
from anora_bib.training.content.people import NamedMaker
from anora_bib.training.tape import Tape
from anora_bib.training.writing.hand import Hand
from anora_bib.training.writing.names import written
from anora_bib.training.writing.templates import Choice, Family, Group, Literal, Marked, Part, Quote, Toggle, Variable

_SHORT: Final[Mapping[str, str]] = {
    "date": "issued",
    "container": "container-title",
    "place": "publisher-place",
    "pages": "page",
    "url": "URL",
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "series": "collection-title",
    "location": "archive_location",
    "writer": "script-writer",
    "event": "event-title",
}
"""Variables by the names they have in templates."""
_TWICE: Final = re.compile(
    r"(?<=[,;:]) ?[,;](?= )|[,;](?= ?\.(?: |$))|(?<=[^.]\.)\.(?!\.)|(?<= ) +(?=\S)| (?=[,;.)] )|^[ ,.;:]+"
    r"|(?<=[.?!,][”“»\"’]) ?\.(?!\w)"
)
"""Marks and blanks left over where something is missing."""


_INNER: Final[Mapping[str, dict[int, int]]] = {
    "“": str.maketrans("“”", "‘’"),
    "‘": str.maketrans("“”", "‘’"),
    "„": str.maketrans("„“", "‚‘"),
    "«": str.maketrans("«»", "“”"),
    "»": str.maketrans("„“", "›‹"),
}
"""What quotation marks in a title become where it stands in some of its own."""
_FIRST: Final = frozenset({"author", "director", "performer"})
"""Those whose names may begin a reference."""


class MissingError(Exception):
    """A variable of a template that the item does not have."""


class Writer:
    """Writes one item in one hand."""

    def __init__(self, chance: Chance, hand: Hand, item: Item, family: Family) -> None:
        self.chance = chance
        self.hand = hand
        self.item = item
        self.family = family
        self.order = chance.draw(Weighted(family.names))
        self.capitals = hand.language == "en" and chance.often(family.title_case)
        self.italic = False
        self.quoted = 0
        self.maker = NamedMaker(chance, hand.language)

    def write(self, template: Sequence[Part]) -> Tape | None:
        """The item by a template; None if it lacks a variable that is not optional."""
        tape = Tape()
        try:
            self._parts(template, tape, None)
        except MissingError:
            return None
        for left in reversed(list(_TWICE.finditer(str(tape)))):
            tape.replace(left.start(), left.end(), "")
        return tape

    def _parts(self, parts: Sequence[Part], tape: Tape, label: Label | None) -> None:
        for part in parts:
            match part:
                case Literal(text):
                    tape.add(text, label, italic=self.italic)
                case Variable(name, form):
                    self._variable(name, form, tape, label)
                case Marked(None, inner):
                    self._outside(inner, tape)
                case Marked(marked, inner):
                    self._parts(inner, tape, marked)
                case Choice(ways):
                    self._choice(ways, tape, label)
                case Toggle():
                    self.italic = not self.italic
                case Quote(opens):
                    self._quote(tape, opens)
                case Group(share, inner):
                    self._group(share, inner, tape, label)

    def _outside(self, parts: Sequence[Part], tape: Tape) -> None:
        """Parts that say nothing of the item, whatever variable they are made of."""
        made = Tape()
        self._parts(parts, made, None)
        made.labels = [None] * len(made)
        tape.join(made)

    def _choice(self, ways: Sequence[Sequence[Part]], tape: Tape, label: Label | None) -> None:
        """One of the ways; where it lacks a variable, one of the others."""
        for way in self.chance.sample(ways, len(ways)):
            if (made := self._whole(way, label)) is not None:
                tape.join(made)
                return
        raise MissingError

    def _group(self, share: float, parts: Sequence[Part], tape: Tape, label: Label | None) -> None:
        if share < 1 and not self.chance.often(share):
            return
        if (made := self._whole(parts, label)) is not None:
            tape.join(made)

    def _whole(self, parts: Sequence[Part], label: Label | None) -> Tape | None:
        """Parts on a tape of their own; None where a variable is missing."""
        italic, quoted = self.italic, self.quoted
        tape = Tape()
        try:
            self._parts(parts, tape, label)
        except MissingError:
            self.italic, self.quoted = italic, quoted
            return None
        return tape

    def _quote(self, tape: Tape, opens: bool) -> None:
        self.quoted += 1 if opens else -1
        mark = self.hand.quotes[0 if opens else 1]
        if not opens and len(tape) > 1 and tape.text[-1] in ",." and mark in '”“"' and self.hand.language != "en":
            stop = tape.text[-1]
            tape.replace(len(tape) - 1, len(tape), "")
            tape.add(mark)
            tape.add(stop)
            return
        tape.add(mark)

    def _variable(self, name: str, form: str, tape: Tape, label: Label | None) -> None:
        variable = _SHORT.get(name, name)
        label = label or label_of(variable)
        if variable == "locator":
            tape.join(located(self.chance, self.hand, bare=form == "bare"))
            return
        value = self.item.get(variable)
        if not value and variable in self.maker.lists and variable not in VARIABLES:
            tape.add(self.maker.word(name), label)  # words that are part of no variable
            return
        if not value:
            raise MissingError(variable)
        if variable in NAME_VARIABLES:
            text = "".join(
                part.text for part in written(value, form.removesuffix("upper") or self._order(variable), self.hand)
            )
            tape.add(text.upper() if form == "upper" else text, label, italic=self.italic)
        elif variable in DATE_VARIABLES or variable == ARCHIVED:
            tape.add(self._date(value, form), label, italic=self.italic)
        elif variable == "DOI":
            tape.add(self._doi(value, form), label)
        else:
            tape.add(self._text(variable, str(value), form), label, italic=self.italic)

    def _order(self, variable: str) -> str:
        """The order of names: those of the authors, and of half of the others."""
        if variable in _FIRST or not self.order.endswith("inverted"):
            return self.order
        if self.order == "first-inverted" or self.chance.often(0.5):
            return "initials-direct" if self.order.startswith("initials") else "direct"
        return self.order

    def _date(self, value: Mapping[str, Any], form: str) -> str:
        if form == "month" and len(value["date-parts"][0]) == 1:
            raise MissingError(form)
        return self.hand.date(value, form or ("year" if self.family.dates == "year" else ""))

    def _doi(self, value: str, form: str) -> str:
        if form == "url":
            return (
                self.chance.pick(
                    ("https://doi.org/", "https://doi.org/", "http://dx.doi.org/", "https://dx.doi.org/", "doi.org/")
                )
                + value
            )
        return value

    def _text(self, variable: str, value: str, form: str) -> str:
        if variable in ("title", "reviewed-title", "container-title"):
            return self._title(variable, value, form)
        if variable == "page":
            return re.split(r"[-,]", value)[0] if form == "first" else value.replace("-", self.hand.dash)
        if variable in ("volume", "issue"):
            roman = form == "roman" and value.isdigit()
            return values.roman(int(value) % 80 + 1) if roman else value.replace("-", self.hand.dash.strip())
        if variable == "edition" and form == "ordinal" and value.isdigit():
            return self.hand.ordinal(int(value))
        return value

    def _title(self, variable: str, value: str, form: str) -> str:
        """A title, or the name of a container."""
        shown = title_case(value) if self.capitals else value
        match form:
            case "upper":
                return value.upper()
            case "law":
                return self.maker.word("law_journal_short")
            case "abbr":
                return str(self.item.get(f"{variable}-short") or abbreviated(self.chance, value))
            case "short":
                shown = re.split(r"[:.?] ", shown)[0]
        return shown.translate(_INNER.get(self.hand.quotes[0], {})) if self.quoted else shown


def located(chance: Chance, hand: Hand, *, bare: bool = False) -> Tape:
    """A place in a source as it is written behind a reference; ``bare``: the number alone."""
    tape = Tape()
    before, _, after = ("{}" if bare else chance.pick(hand.words["locators"])).partition("{}")
    first = chance.small(1, 480)
    number = str(first)
    if chance.often(0.3):
        number = f"{first}{hand.dash}{first + chance.small(1, 24)}"
    elif chance.often(0.06):
        number = f"{first}, {first + chance.between(2, 90)}"
    elif chance.often(0.04):
        number = values.roman(first % 60 + 1).lower()
    tape.add(before)
    tape.add(number, Label.LOCATOR)
    tape.add(after)
    return tape
