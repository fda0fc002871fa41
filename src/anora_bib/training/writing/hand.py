"""The hand in which one reference is written: its quotation marks, dashes and ways with names, kept throughout."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from anora_bib.language import bare, month_abbreviations, month_names, months, season_names
from anora_bib.training.chance import Chance, Weighted
from anora_bib.training.content.lexicon import data, ordinal

_DASHES: Final = Weighted({"–": 45.0, "-": 45, "—": 2, " – ": 2, " - ": 3, "--": 2, "‑": 1})
_DATES: Final[Mapping[str, Weighted[str]]] = {
    "en": Weighted(
        {"day-month": 34.0, "month-day": 40, "day-short": 12, "short-day": 6, "iso": 4, "numbers": 3, "ordinal": 3}
    ),
    "": Weighted({"day-month": 70.0, "numbers": 22, "day-short": 5, "iso": 3}),
}


class Hand:
    """What stays the same in a reference written by hand."""

    def __init__(self, chance: Chance, language: str) -> None:
        self.chance = chance
        self.language = language
        self.words: Mapping[str, Any] = data("hand")[language]
        self.and_word = chance.pick(self.words["and"].split())
        self.et_al = chance.pick(self.words["et_al"].split()).replace("_", " ")
        opening, _, closing = chance.pick(self.words["quotes"]).partition("|")
        self.quotes: tuple[str, str] = opening, closing
        self.dash = chance.draw(_DASHES)
        self.day_form = chance.draw(_DATES["en" if language == "en" else ""])
        self.serial_comma = language == "en" and chance.often(0.7)
        self.initial_stop = chance.often(0.88)
        self.initial_space = chance.often(0.6)
        self.comma_year = chance.often(0.93)

    def ordinal(self, number: int) -> str:
        """A number as an ordinal: 2nd, 2., 2e."""
        match self.words["ordinal"]:
            case "nth":
                return ordinal(number)
            case "dot":
                return f"{number}."
            case "fr":
                return f"{number}{self.chance.pick(('e', 'e', 'ème'))}"
            case "it":
                return f"{number}{self.chance.pick(('ª', 'a', '°'))}"
            case "nl":
                return f"{number}{self.chance.pick(('e', 'de', 'e'))}"
        return f"{number}{self.chance.pick(('ª', '.ª', 'a', ''))}"

    def date(self, value: Mapping[str, Any], form: str = "") -> str:
        """A CSL date in this hand; ``form`` is "year" for no more than that, or a form of days."""
        ranges = value["date-parts"]
        first = ranges[0]
        if form == "year" or (len(first) == 1 and not value.get("season")):
            return self._years(value, ranges)
        if value.get("season"):
            return f"{season_names(self.language)[int(value['season']) - 1].capitalize()} {first[0]}"
        short = form in ("day-short", "short-day")
        if len(first) == 2 and form != "month":
            month = self._month(first[1], short=short)
            if len(ranges) > 1:
                month += f"{self.chance.pick(('-', '–', '/'))}{self._month(ranges[1][1], short=short)}"
            return f"{first[0]}, {month}" if form == "year-first" else f"{month} {first[0]}"
        return self._day(first[0], first[1], first[-1], form or self.day_form)

    def _years(self, value: Mapping[str, Any], ranges: list[list[int]]) -> str:
        """The year, or the years."""
        made = str(ranges[0][0])
        if len(ranges) > 1 and ranges[1][0] != ranges[0][0]:
            made += self.dash.strip() + str(ranges[1][0])
        if value.get("circa"):
            made = self.chance.pick(("c. {}", "ca. {}", "[{}]", "c.{}", "[{}?]")).format(made)
        return made

    def _day(self, year: int, month: int, day: int, form: str) -> str:
        comma = "," if self.comma_year else ""
        match form:
            case "iso":
                return f"{year}-{month:02}-{day:02}"
            case "year-first":
                month_and_day = (self._month(month), str(day))
                return f"{year}, {' '.join(month_and_day if self.language == 'en' else reversed(month_and_day))}"
            case "month":
                return self._month(month)
            case "numbers":
                if self.language == "en":
                    return self.chance.pick(
                        (
                            f"{month}/{day}/{year}",
                            f"{day}/{month}/{year}",
                            f"{month:02}/{day:02}/{year}",
                            f"{day}.{month}.{year}",
                        )
                    )
                return self.chance.pick(
                    (
                        f"{day}.{month}.{year}",
                        f"{day:02}.{month:02}.{year}",
                        f"{day}. {month}. {year}",
                        f"{day}/{month}/{year}",
                    )
                )
            case "month-day":
                return f"{self._month(month)} {day}{comma} {year}"
            case "short-day":
                return f"{self._month(month, short=True)} {day}{comma} {year}"
            case "ordinal":
                return f"{self.ordinal(day)} {self._month(month)}{self.chance.pick(('', ','))} {year}"
            case "day-short":
                return f"{self._of_day(day)} {self._month(month, short=True)} {year}"
        return f"{self._of_day(day)} {self._month(month)} {self._of_year(year)}"

    def _of_day(self, day: int) -> str:
        if self.language == "de":
            return f"{day}."
        if self.language in ("es", "pt"):
            return f"{day} de"
        return "1er" if self.language == "fr" and day == 1 else str(day)

    def _of_year(self, year: int) -> str:
        return f"de {year}" if self.language in ("es", "pt") else str(year)

    def _month(self, number: int, *, short: bool = False) -> str:
        if short:
            numbers = months(self.language)
            known: list[str] = [word for word in month_abbreviations(self.language) if numbers[bare(word)] == number]
            if known:
                return self.chance.pick(known) + self.chance.pick((".", ".", ""))
        return str(month_names(self.language)[number - 1])
