"""Names as a style prints them, read back by how it printed those of a probe."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from anora_bib import language

_INITIALS = re.compile(r"(?:[^\W\d_]{1,3}\.?[ -]?){1,4}")
_JOINED = re.compile(r"[^\W\d_]{1,4}")
_WORDS = re.compile(r"[^\W\d_]+|&|\+")
_DASHES = re.compile(r"[-_. ]+")
_REST: Final = 12
"""Names that stand for those which "et al." leaves out: more than any style prints."""

SAME: Final = "same"
"""In place of names: those of the reference before, for which a style prints a dash."""

Names = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class NameForm:
    """How a style prints a list of names."""

    first_inverted: bool
    later_inverted: bool
    comma: bool
    """Whether a comma parts an inverted family name from the given name."""
    separator: str
    """The sign between two names."""
    last: str
    """What stands before the last name, "and" or "&"; "" for nothing but the separator."""
    others: tuple[str, ...] = ()
    """What the style says for names that it leaves out: "et al."."""


def name_form(printed: str, people: Sequence[Mapping[str, str]], others: tuple[str, ...]) -> NameForm | None:
    """The form of the names of a probe, in plain text; None if not all are there. ``others`` are words for "et al."."""
    folded = printed.casefold()
    families = [folded.find(person["family"].casefold()) for person in people]
    if not people or -1 in families or families != sorted(families):
        return None
    ends = [at + len(person["family"]) for at, person in zip(families, people, strict=True)]
    first_inverted = not folded[: families[0]].strip()
    if len(people) == 1:
        comma = folded[ends[0] :].lstrip().startswith(",")
        return NameForm(first_inverted, first_inverted, comma, ",", "", others)
    after_first = printed[ends[0] : families[1]]
    tail = printed[ends[-1] :].strip(" .")
    later_inverted = bool(tail.strip(", "))
    given = people[0]["given"]
    comma = first_inverted and after_first.lstrip().startswith(",") and given[0].casefold() in after_first.casefold()
    between = after_first
    if first_inverted:
        between = after_first[after_first.casefold().rfind(_last_given(given, after_first)) :]
    separator = next((sign for sign in ";/\u00b7" if sign in between), "," if "," in between else "")
    last = printed[ends[-2] : families[-1]] if len(people) > 2 else after_first
    joint = _joint(last, [person["given"] for person in people])
    return NameForm(first_inverted, later_inverted, comma, separator or ",", joint, others)


def _joint(text: str, given: Sequence[str]) -> str:
    """The word or sign in what stands between two family names that belongs to no given name."""
    names = {word.casefold() for name in given for word in name.split()}
    for word in _WORDS.findall(text):
        folded = word.casefold()
        initial = word[0].isupper() and len(word) < 3 and any(name[0] == folded[0] for name in names)
        if folded not in names and not initial:
            return str(word)
    return ""


def _last_given(given: str, text: str) -> str:
    """The last part of a given name as it stands in a print: in full, or its initial."""
    last = given.rsplit(maxsplit=1)[-1].casefold()
    return last if last in text.casefold() else last[0]


def read_names(text: str, form: NameForm) -> Names | str:
    """The names in a text, :data:`SAME` if it is a dash; [] if there are none."""
    if _DASHES.fullmatch(text):
        return SAME
    listed, rest = text.strip(" ,;"), False
    if (end := _others(listed, form.others)) >= 0:
        listed, rest = listed[:end].rstrip(" ,;"), True
    parts = _parts(_with_one_separator(listed, form), form)
    names = [name for part, inverted in parts if (name := _name(part, inverted))]
    if rest and names:
        names += [{"family": f"Someone{at}", "given": "X."} for at in range(_REST)]
    return names


def _others(text: str, words: Sequence[str]) -> int:
    """Where the words for further names begin that end a list, -1 for nowhere."""
    folded = text.casefold().rstrip(" .")
    for word in words:
        bare = word.casefold().rstrip(".")
        if bare and folded.endswith(f" {bare}"):
            return len(folded) - len(bare)
    return -1


def _with_one_separator(text: str, form: NameForm) -> str:
    for joint in {form.last, "&"} - {""}:
        for before in (",", ";", ""):
            text = text.replace(f"{before} {joint} ", f"{form.separator} ")
    return text


def _parts(text: str, form: NameForm) -> list[tuple[str, bool]]:
    """The text of each name, and whether it is inverted."""
    pieces = [piece.strip() for piece in text.split(form.separator)]
    inverted = [form.first_inverted, *[form.later_inverted] * len(pieces)]
    if form.separator != "," or not form.comma:
        return list(zip((piece for piece in pieces if piece), inverted, strict=False))
    found: list[tuple[str, bool]] = []
    rest = [piece for piece in pieces if piece]
    while rest:
        turned = inverted[min(len(found), 1)]
        take = 2 if turned and len(rest) > 1 and (len(found) == 0 or _is_given(rest[1])) else 1
        found.append((", ".join(rest[:take]), turned))
        rest = rest[take:]
    return found


def _is_given(text: str) -> bool:
    words = text.split()
    return len(words) == 1 or bool(_INITIALS.fullmatch(text)) or words[0].casefold() in language.given_names()


def _name(text: str, inverted: bool) -> dict[str, str]:
    words = text.split()
    if "," in text:
        family, _, given = text.partition(",")
        return _made(family.strip(), given.strip())
    if len(words) < 2:
        return {"family": text} if text.strip(".") else {}
    if inverted:
        # "van Dyck JA", "Smith John Adam": the family name goes to the last word before the given ones.
        cut = next((at for at, word in enumerate(words) if at and _JOINED.fullmatch(word) and word.isupper()), 0)
        cut = cut or next((at for at, word in enumerate(words) if at and _INITIALS.fullmatch(word)), 1)
        return _made(" ".join(words[:cut]), " ".join(words[cut:]))
    cut = len(words) - 1
    while cut > 1 and words[cut - 1][0].islower():
        cut -= 1
    return _made(" ".join(words[cut:]), " ".join(words[:cut]))


def _made(family: str, given: str) -> dict[str, str]:
    """A name, its initials written apart and with stops, so that any style can print them its own way."""
    words = []
    for word in given.split():
        letters = word.replace(".", "")
        if letters.isupper() and len(letters) <= 4 and "-" not in letters:
            words += [f"{letter}." for letter in letters]
        else:
            words.append(word)
    return {"family": family, "given": " ".join(words)}
