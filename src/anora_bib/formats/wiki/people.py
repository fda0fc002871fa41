"""The people of a citation: ``last2``, ``editor1-first``, ``vauthors``, ``people`` and their kin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from anora_bib.formats.tagged.record import name_of
from anora_bib.model import Name
from anora_bib.model.values.csl import NAME_VARIABLES
from anora_bib.model.values.names import OTHERS

_PARTS: Final = {"last": "last", "surname": "last", "first": "first", "given": "first", "link": "link", "": "whole"}
_ROLES: Final = {"": "author", "author": "author", "subject": "author", "inventor": "author", "developer": "author",
                 "host": "host", "editor": "editor", "translator": "translator", "interviewer": "interviewer",
                 "contributor": "contributor", "invent": "author"}  # fmt: skip
_PARAMETER: Final = re.compile(
    r"(?P<role>author|subject|inventor|developer|host|editor|translator|interviewer|contributor|)"
    r"(?P<one>\d{0,3})-?(?P<part>last|surname|first|given|link|)(?P<two>\d{0,3})"
)
_SUFFIX: Final = re.compile(r"(.{1,200}?),? (Jr\.?|Sr\.?|I{2,3}|IV)$")
_VANCOUVER: Final = re.compile(r"(.{1,100}) ([A-Z]{1,3})(?: (Jr|Sr|2nd|3rd))?$")
_LISTED: Final = re.compile(r"\(\([^()]{0,200}\)\)|[^,]+")
_JOINTS: Final = re.compile(r";|(?<=\)),")
_SIGNS: Final = re.compile(r"[();]")
_AND_ROLE: Final = re.compile(r"([^()]{1,200})\(([^()]{1,40})\)")
_WORDS: Final = {
    "director": "director", "directed by": "director", "dir": "director", "producer": "producer",
    "executive producer": "executive-producer", "writer": "script-writer", "screenwriter": "script-writer",
    "screenplay": "script-writer", "composer": "composer", "narrator": "narrator", "host": "host", "presenter": "host",
    "guest": "guest", "actor": "performer", "actress": "performer", "performer": "performer", "singer": "performer",
    "illustrator": "illustrator", "translator": "translator", "trans": "translator", "editor": "editor", "ed": "editor",
    "eds": "editor", "editors": "editor", "directors": "director", "producers": "producer",
    "interviewer": "interviewer", "creator": "series-creator",
}  # fmt: skip
"""Roles as people write them behind a name."""
LISTED: Final = ("people", "credits", "authors", "others")
"""The parameters that hold people with their roles in parentheses."""
_NEEDS_MARKS: Final = re.compile(r"[,;]|\band\b|&")


class Part(NamedTuple):
    """What a parameter is of a list of names: of which role, the number of the name, and which part of it."""

    role: str
    number: int
    part: str


def part_of(parameter: str) -> Part | None:
    """The part that a parameter is; None for one that is of no name."""
    match = _PARAMETER.fullmatch(parameter)
    if match is None or not (match["role"] or match["part"] in ("last", "surname", "first", "given")):
        return None
    return Part(_ROLES[match["role"]], int(match["one"] or match["two"] or 1), _PARTS[match["part"]])


def name(parts: dict[str, str]) -> Name | None:
    """The name of its parts; what stands in doubled parentheses is one piece, as written."""
    last, first, whole = (parts.get(part, "") for part in ("last", "first", "whole"))
    whole = whole or ("" if first else last)
    if whole:
        marked = whole.startswith("((") and whole.endswith("))")
        return Name(literal=whole[2:-2]) if marked else name_of(whole)
    if not last:
        return Name(literal=first) if first else None
    last = last.removeprefix("((").removesuffix("))")
    suffix = _SUFFIX.match(first)
    return Name(last, suffix[1], suffix=suffix[2]) if suffix else Name(last, first)


def vancouver(text: str) -> Iterator[Name]:
    """The names of a list such as ``Roe AB, Poe C Jr, ((Film Council)), et al.``, as ``vauthors`` has it."""
    for part in _LISTED.findall(text):
        bare = part.strip()
        if bare.lower().rstrip(".") in ("et al", "etal"):
            yield Name(literal=OTHERS)
        elif bare.startswith("((") and bare.endswith("))"):
            yield Name(literal=bare[2:-2])
        elif match := _VANCOUVER.match(bare):
            yield Name(match[1], ". ".join(match[2]) + ".", suffix=match[3] or "")
        elif bare:
            yield Name(literal=bare)


def listed(text: str) -> list[tuple[str, Name]] | None:
    """Roles and names of ``Roe, Ann (director); Poe, Bo (producer)``; None for what is not all of that form."""
    found: list[tuple[str, Name]] = []
    for part in _JOINTS.split(text):
        match = _AND_ROLE.fullmatch(part.strip())
        word = match[2].strip().lower().rstrip(".") if match else ""
        role = word if word in NAME_VARIABLES else _WORDS.get(word, "")
        if match is None or not role:
            return None
        one = match[1].strip()
        found.append((role, Name(literal=one[2:-2]) if one.startswith("((") and one.endswith("))") else name_of(one)))
    return found


def write_names(role: str, names: Iterable[Name], *, numbered: bool) -> Iterator[tuple[str, str]]:
    """The parameters of the names of a role: ``last1``, ``first1``, ``editor-last`` where there is but one."""
    before = "" if role == "author" else f"{role}-"
    for number, one in enumerate(names, 1):
        count = str(number) if numbered else ""
        if one.literal or not one.family or not one.given:
            whole = one.display
            yield f"{role}{count}", f"(({whole}))" if _NEEDS_MARKS.search(whole) else whole
            continue
        yield f"{before}last{count}", one.full_family
        yield f"{before}first{count}", " ".join(part for part in (one.given, one.dropping_particle, one.suffix) if part)


def write_listed(people: Iterable[tuple[str, tuple[Name, ...]]]) -> str:
    """The people of other roles, in one text."""
    return "; ".join(f"{_whole(one)} ({role})" for role, names in people for one in names)


def _whole(one: Name) -> str:
    text = _SIGNS.sub(" ", one.inverted)
    return f"(({text}))" if one.literal and "," in text else text
