"""Parts of a bibliography: the entries that a filter takes, as citeproc-js's ``bibsection`` says it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

from anora_bib.errors import InputError
from anora_bib.model import Date, Entry

Condition = tuple[str, object]
"""A field and its value: text, True for whatever it has, "" or False for nothing."""

_SECTION: Final = ("include", "exclude", "select", "quash")
_KEYWORDS: Final = frozenset({"keyword", "keywords", "tags", "categories"})
"""Fields of several words in one text, with commas or semicolons between."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which items a section of a bibliography has.

    An item is in it if any of ``include`` holds of it, or else if none of ``exclude`` does, or else if all of
    ``select`` do; of these the first that is given counts. Without any, all are. It is not in it if all of ``quash``
    hold. ``ids`` takes those items and no others.
    """

    include: tuple[Condition, ...] = ()
    exclude: tuple[Condition, ...] = ()
    select: tuple[Condition, ...] = ()
    quash: tuple[Condition, ...] = ()
    ids: frozenset[str] | None = None

    @classmethod
    def of(cls, bibsection: Mapping[str, object]) -> Self:
        """A selection in the shape of citeproc-js: ``{"include": [{"field": "type", "value": "book"}]}``.

        Raises:
            InputError: it is not of that shape, or has a word that is unknown.
        """
        read: dict[str, tuple[Condition, ...]] = {}
        for name, given in bibsection.items():
            if name not in _SECTION:
                raise InputError(
                    f"a section of a bibliography has no {name!r}", hint="take include, exclude, select or quash"
                )
            listed = given if isinstance(given, Sequence) and not isinstance(given, str) else [given]
            read[name] = tuple([_condition(one) for one in listed])
        return cls(
            include=read.get("include", ()),
            exclude=read.get("exclude", ()),
            select=read.get("select", ()),
            quash=read.get("quash", ()),
        )

    @classmethod
    def parse(cls, conditions: str) -> Self:
        """A selection written in short: ``type:book,type:chapter`` takes what meets any condition.

        ``!`` before a condition keeps out what meets it (``!keyword:film``); a field alone must only be there.

        Raises:
            InputError: a condition names no field.
        """
        wanted: list[Condition] = []
        kept_out: list[Condition] = []
        for one in conditions.split(","):
            condition = one.strip()
            field, colon, value = condition.removeprefix("!").partition(":")
            if not field.strip():
                raise InputError(f"{conditions!r} names no field", hint="write FIELD:VALUE, as in type:book")
            pair = (field.strip(), value.strip() if colon else True)
            (kept_out if condition.startswith("!") else wanted).append(pair)
        return cls(include=tuple(wanted), quash=tuple(kept_out)) if wanted else cls(exclude=tuple(kept_out))

    def takes(self, item: Entry | Mapping[str, object]) -> bool:
        """Whether an item is in the section."""
        if self.ids is not None and _field(item, "id") not in self.ids:
            return False
        if self.include:
            taken = any(_holds(item, condition) for condition in self.include)
        elif self.exclude:
            taken = not any(_holds(item, condition) for condition in self.exclude)
        else:
            taken = all(_holds(item, condition) for condition in self.select)
        return taken and not (self.quash and all(_holds(item, condition) for condition in self.quash))


def _condition(given: object) -> Condition:
    if not isinstance(given, Mapping) or not isinstance(given.get("field"), str):
        raise InputError(f"{given!r} is no condition on a field", hint='write {"field": "type", "value": "book"}')
    return given["field"], given.get("value", True)


def _field(item: Entry | Mapping[str, object], name: str) -> object:
    if isinstance(item, Entry):
        if name in ("id", "type"):
            return item.key if name == "id" else item.type
        field = item.fields.get(name)
        return field.value if field is not None else None
    value = item.get(name)
    return str(value) if name == "id" and value is not None else value


def _holds(item: Entry | Mapping[str, object], condition: Condition) -> bool:
    """Whether an item has a value in a field, or nothing where nothing is asked for."""
    name, wanted = condition
    had = _field(item, name)
    if isinstance(had, Date) and not had:
        had = None
    if isinstance(wanted, bool) or not wanted:
        return bool(had) == bool(wanted)
    if isinstance(had, str):
        words = [word.strip() for word in had.replace(";", ",").split(",")] if name in _KEYWORDS else ()
        return had == wanted or wanted in words or (name == "language" and had.startswith(f"{wanted}-"))
    if isinstance(had, Sequence):
        return wanted in had
    return had is not None and str(had) == str(wanted)
