"""The attributes of an element, read as what they mean."""

from __future__ import annotations

from collections.abc import Mapping

from anora_bib.csl.styletree.nodes import NO_OPTIONS, PLAIN, DatePart, Look, NameOptions

_MARKS = ("font-style", "font-variant", "font-weight", "text-decoration", "vertical-align")
"""In the order in which they nest, innermost first."""

_LOOK = frozenset((*_MARKS, "prefix", "suffix", "quotes", "text-case", "strip-periods", "display"))


class Attributes:
    """The attributes of one element."""

    __slots__ = ("_all",)

    def __init__(self, given: Mapping[str, str]) -> None:
        self._all = given

    def maybe(self, name: str) -> str | None:
        """The value of an attribute, None if it is not there."""
        return self._all.get(name)

    def text(self, name: str, default: str = "") -> str:
        """The value of an attribute, ``default`` if it is not there."""
        return self._all.get(name, default)

    def flag(self, name: str, default: bool) -> bool:
        """Whether an attribute is "true"."""
        value = self._all.get(name)
        return default if value is None else value == "true"

    def number(self, name: str, default: int) -> int:
        """The value of an attribute as a number, ``default`` if it is not there."""
        number = self._number_or_none(name)
        return default if number is None else number

    def _flag_or_none(self, name: str) -> bool | None:
        value = self._all.get(name)
        return None if value is None else value == "true"

    def _number_or_none(self, *names: str) -> int | None:
        value = next((self._all[name] for name in names if name in self._all), "")
        return int(value) if value else None

    def look(self) -> Look:
        """Affixes, formatting, quotes, text case and display."""
        own = self._all
        if _LOOK.isdisjoint(own):
            return PLAIN
        marks = tuple((mark, own[mark]) for mark in _MARKS if mark in own)
        return Look(
            prefix=own.get("prefix", ""),
            suffix=own.get("suffix", ""),
            marks=marks,
            quotes=own.get("quotes") == "true",
            text_case=own.get("text-case", ""),
            strip_periods=own.get("strip-periods") == "true",
            display=own.get("display", ""),
        )

    def date_part(self) -> DatePart:
        """The attributes of a ``cs:date-part``, with those given so that another can be put over them."""
        given = tuple((key, value) for key, value in self._all.items() if key != "name")
        return DatePart(self.text("name"), self.look(), self.text("form"), self.maybe("range-delimiter"), given)

    def name_options(self, *, inherited: bool = False) -> NameOptions:
        """The name options; on style, citation and bibliography form and delimiter are spelt ``name-form``, ..."""
        own = self._all
        if not own:
            return NO_OPTIONS
        prefix = "name-" if inherited else ""
        return NameOptions(
            and_=own.get("and"),
            delimiter=own.get(f"{prefix}delimiter"),
            delimiter_precedes_et_al=own.get("delimiter-precedes-et-al"),
            delimiter_precedes_last=own.get("delimiter-precedes-last"),
            et_al_min=self._number_or_none("et-al-min"),
            et_al_use_first=self._number_or_none("et-al-use-first"),
            et_al_subsequent_min=self._number_or_none("et-al-subsequent-min"),
            et_al_subsequent_use_first=self._number_or_none("et-al-subsequent-use-first"),
            et_al_use_last=self._flag_or_none("et-al-use-last"),
            form=own.get(f"{prefix}form"),
            initialize=self._flag_or_none("initialize"),
            initialize_with=own.get("initialize-with"),
            initialize_with_hyphen=self._flag_or_none("initialize-with-hyphen"),
            name_as_sort_order=own.get("name-as-sort-order"),
            sort_separator=own.get("sort-separator"),
            names_delimiter=own.get("names-delimiter"),
        )

    def key_options(self) -> NameOptions:
        """What a sort key says about et al. (specification, "Sorting")."""
        return NameOptions(
            et_al_min=self._number_or_none("names-min", "et-al-min"),
            et_al_use_first=self._number_or_none("names-use-first", "et-al-use-first"),
            et_al_use_last=self._flag_or_none("names-use-last" if "names-use-last" in self._all else "et-al-use-last"),
        )
