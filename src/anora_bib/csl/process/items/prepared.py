"""CSL-JSON items made ready for rendering: each value read once, in the type its variable has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from anora_bib.csl.compile.item import Ref
from anora_bib.csl.compile.plans import Facts
from anora_bib.csl.values.dates import is_given
from anora_bib.csl.values.names import parted
from anora_bib.model import Date, Entry
from anora_bib.model.bibliography.entries import Item
from anora_bib.model.bibliography.note_lines import note_lines, noted_name
from anora_bib.model.values.csl import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    STRING_VARIABLES,
    VARIABLES,
)
from anora_bib.model.values.csl_json import kind, text_of
from anora_bib.model.values.date_reading import read_date
from anora_bib.model.values.names import Name, unread
from anora_bib.model.values.richtext import TAG_PATTERN

_TAGS = re.compile(TAG_PATTERN)
_SOLID = re.compile(r"[^\W_]")
_OLD_NAMES = {"shortTitle": "title-short", "journalAbbreviation": "container-title-short"}
_TAG: Final = 35
"""Characters of a language tag that count: what is longer is none (RFC 5646, section 4.4.1)."""

_BETWEEN_PAGES = re.compile(r"(?<!\s)\s*(?:&|, |-|\u2013)\s*")
_STRINGS = (STRING_VARIABLES | NUMBER_VARIABLES) - _OLD_NAMES.keys()
_TEXT = STRING_VARIABLES | NUMBER_VARIABLES
NOT_TEXT = NAME_VARIABLES | DATE_VARIABLES


def prepare(item: Item, problems: list[str]) -> Ref:
    """The item made ready; a sentence goes to ``problems`` for each value that could not be taken as it was meant."""
    if isinstance(item, Entry):
        ref = Ref(item.key, item.type)
        for variable, field in item.fields.items():
            if variable in VARIABLES and field.value != "":
                _set(ref, variable, field.value, problems)
    else:
        ref = Ref(_plain(item, "id", problems), _plain(item, "type", problems) or "document")
        for variable, value in item.items():
            if value.__class__ is str and variable in _STRINGS:
                if value:
                    ref.text[variable] = value
            elif value is not None and value != "" and variable not in ("id", "type"):
                _set(ref, variable, value, problems)
    if "note" in ref.text:
        _read_note(ref, problems)
    page = ref.text.get("page")
    if page:
        ref.text["page-first"] = _BETWEEN_PAGES.split(page, maxsplit=1)[0] if page[0] not in "-\u2013" else page
    ref.language = ref.text.get("language", "")[:_TAG]
    return ref


def facts_of(ref: Ref, facts: Facts) -> int:
    """What the item has of all that a style mentions.

    It is steady if each value is printed when it is asked for: text with letters or digits, dates with a year or words.
    """
    had = [*ref.text, f"type:{ref.type}"]
    regular = True
    for text in ref.text.values():
        if not text[:1].isalnum() and not _SOLID.search(_TAGS.sub("", text)):
            regular = False
    for variable, names in ref.names.items():
        if names:
            had.append(variable)
            # Where names are cut, the first remains.
            regular = regular and (names[0].family or names[0].literal)[:1].isalnum()
    for variable, date in ref.dates.items():
        if is_given(date):
            had.append(variable)
            regular = regular and bool(date.literal or (not date.open_start and date.parts[0][0]))
    return facts.of(had, regular=regular)


def _plain(item: Mapping[str, object], key: str, problems: list[str]) -> str:
    """An id or a type: text, or a number."""
    value = item.get(key)
    text = text_of(value)
    if text is None:
        if value is not None:
            problems.append(f"{key} is {kind(value)}, which is neither text nor a number; it is left out")
        return ""
    return text


def _set(ref: Ref, variable: str, value: object, problems: list[str]) -> None:
    if isinstance(value, str) and variable not in NOT_TEXT:
        ref.text[_OLD_NAMES.get(variable, variable)] = value
    elif variable in DATE_VARIABLES:
        ref.dates[variable] = _date(ref, variable, value, problems)
    elif variable in NAME_VARIABLES or _is_names(value):
        ref.names[variable] = _names(ref, variable, value, problems)
    elif (text := text_of(value)) is not None:
        ref.text[variable] = text
    elif variable in _TEXT:
        problems.append(f"{ref.id}: {variable} is {kind(value)}, which is neither text nor a number; it is left out")


def _is_names(value: object) -> bool:
    return isinstance(value, list | tuple) and bool(value) and isinstance(value[0], Mapping | Name)


def _date(ref: Ref, variable: str, value: object, problems: list[str]) -> Date:
    if isinstance(value, Date):
        return value
    date, faults = read_date(value)
    words = isinstance(value, Mapping) and value.get("literal")
    if date.literal and not words:
        problems.append(f"{ref.id}: {variable} {date.literal!r} is not a date; it is printed as it is")
    elif not is_given(date):
        problems.append(f"{ref.id}: {variable} is {kind(value)} that is not a date; it is left out")
    elif faults:
        problems.append(f"{ref.id}: {variable} has a date of which {', '.join(faults)}")
    return date


def _names(ref: Ref, variable: str, value: object, problems: list[str]) -> tuple[Name, ...]:
    """The names of a value: a list of names, or one name by itself."""
    read: list[Name] = []
    for one in value if isinstance(value, list | tuple) else [value]:
        if one.__class__ is dict and len(one) == 2:
            family, given = one.get("family"), one.get("given")
            if family and given and family.__class__ is given.__class__ is str:
                read.append(parted(Name(family, given)))
                continue
        name = one if isinstance(one, Name) else _name(ref, variable, one, problems)
        if name is None:
            continue
        if name.family or name.literal or name.given:
            read.append(parted(name))
        else:
            problems.append(f"{ref.id}: {variable} has a name without family, given or literal; it is left out")
    return tuple(read)


def _name(ref: Ref, variable: str, value: object, problems: list[str]) -> Name | None:
    """A name of CSL-JSON; text by itself is printed as it is, anything else is left out."""
    if isinstance(value, Mapping):
        for part in unread(value):
            what = kind(value[part])
            problems.append(f"{ref.id}: {variable} has a name whose {part} is {what}; it is left out")
        return Name.from_csl(value)
    text = text_of(value)
    what = kind(value) if text is None else repr(text)
    fate = "printed as it is" if text and text.strip() else "left out"
    problems.append(f"{ref.id}: {variable} has {what}, which is not a name; it is {fate}")
    return Name(literal=text) if text and text.strip() else None


def _read_note(ref: Ref, problems: list[str]) -> None:
    """Take the variables that stand in the note. Names and texts of the item count before them, dates do not."""
    values, rest = note_lines(ref.text["note"])
    if not values:
        return
    if rest:
        ref.text["note"] = rest
    else:
        del ref.text["note"]
    given = frozenset(ref.names)
    for variable, value in values:
        if variable == "type":
            ref.type = value
        elif variable in NAME_VARIABLES:
            if variable in given:
                problems.append(f"{ref.id}: the note names {variable} as well; the names of the item count")
            else:
                ref.names[variable] = (*ref.names.get(variable, ()), parted(noted_name(value)))
        elif variable in DATE_VARIABLES:
            _set(ref, variable, value, problems)
        elif not ref.text.get(variable):
            ref.text[variable] = value
