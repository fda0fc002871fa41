"""CSL-JSON items made ready for citeproc-py, which believes whatever it is told."""

from __future__ import annotations

from typing import Any

from anora_bib.csl.foreign.marks import field, unmarked
from anora_bib.model import Date, Entry, Name
from anora_bib.model.values.csl import VARIABLES


def reference(key: str, entry: Entry) -> Any:
    """The entry as citeproc-py's Reference, with every CSL variable it has, in the shape that is expected of it.

    - An odd name or date ends as a literal.
    - Rich text becomes marks, and signs that could forge one go (:func:`anora_bib.csl.foreign.marks.field`).
    - Every variable is there under both spellings, ``container-author`` and ``container_author``: citeproc-py
      looks for the one in some places and for the other in others.
    """
    from citeproc.source import Reference

    values: dict[str, Any] = {}
    for variable in VARIABLES & entry.fields.keys():
        value = _value(entry, variable)
        if value:
            values[variable] = values[variable.replace("-", "_")] = value
    made = Reference(key, entry.type)
    # Not through its constructor, which warns of every variable that is newer than itself.
    made.update(values)
    return made


def _value(entry: Entry, variable: str) -> Any:
    value = entry.get(variable)
    if isinstance(value, tuple):
        return [made for name in value if (made := _name(name))]
    if isinstance(value, Date):
        return _date(value)
    text = str(value)
    return unmarked(text) if variable == "language" else _text(text)


def _text(value: str) -> Any:
    from citeproc.string import MixedString, String

    clean = field(value)
    return MixedString([String(clean)]) if clean.strip() else ""


def _name(name: Name) -> Any:
    from citeproc.source import Name as CiteprocName

    parts = {part: unmarked(text) for part, text in name.parts().items() if text}
    # citeproc-py takes every name that is not literal to have a family name and a given one.
    if "literal" in parts or not (parts.get("family") and parts.get("given")):
        literal = unmarked(name.display)
        return CiteprocName(literal=literal) if literal.strip() else None
    return CiteprocName(**parts)


def _date(date: Date) -> Any:
    from citeproc.source import Date as CiteprocDate
    from citeproc.source import DateRange, LiteralDate

    def single(parts: tuple[int, ...], **more: Any) -> Any:
        return CiteprocDate(**dict(zip(("year", "month", "day"), parts, strict=False)), **more)

    regular = date.parts and all(_is_day(parts) for parts in date.parts)
    if not regular or date.open_start or date.open_end:
        text = unmarked(date.literal or date.iso)
        return LiteralDate(text, circa=date.circa) if text else None
    season = {"season": int(date.season)} if date.season in ("1", "2", "3", "4") else {}
    if len(date.parts) == 1:
        return single(date.parts[0], circa=date.circa, **season)
    return DateRange(begin=single(date.parts[0]), end=single(date.parts[1]), circa=date.circa)


def _is_day(parts: tuple[int, ...]) -> bool:
    """True for a date whose month and day have terms; January has 32 days in no locale."""
    return all(1 <= part <= limit for part, limit in zip(parts[1:], (12, 31), strict=False))
