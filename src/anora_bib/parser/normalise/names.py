"""A list of names, whole: which signs part it, and which names stand in inverted order.

References mix the orders: "Roe, A., & Doe, B.", "Roe, Ann, and Bob Doe", "Roe A, Doe B", "A. Roe / B. Doe". A body
whose name has commas or "and" in it is one name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from anora_bib import language
from anora_bib.model import Name, Records
from anora_bib.model.bibliography.records import NoRecords
from anora_bib.parser.normalise.person import (
    is_body,
    is_complete,
    is_initials,
    is_sciences,
    is_small,
    is_suffix,
    name,
    person_inverted,
)
from anora_bib.parser.text.person import is_given
from anora_bib.text.characters import collapse, fold

_OTHERS_PHRASES: Final = language.pattern(phrase.rstrip(".") for phrase in language.phrases("others"))
_OTHERS: Final = re.compile(
    rf"[\s,;&]{{0,4}}(?:(?<!\w)(?:{_OTHERS_PHRASES})\.?|\[?(?:…|\.\.\.)\]?)[\s,;:)]{{0,4}}\Z",
    re.IGNORECASE,
)
"""What closes a list that goes on, "et al."."""
_OTHERS_ENDS: Final = tuple({phrase.rstrip(".").rpartition(" ")[2] for phrase in language.phrases("others")})

_STRONG: Final = re.compile(
    r"\s?[;|•·]\s?|\s[–—-]\s|\s/\s?|(?<=[^\W\d_]{2})/(?=[^\W\d_]{2}|[^\W\d_]\.)|(?<=\.)/(?=[^\W\d_])"
)
"""Signs that only part names."""
_STRONG_SIGN: Final = re.compile(r"[;|•·/]|\s[–—-]\s")

_AMBIGUOUS: Final = frozenset(("y", "e", "i"))
"""Conjunctions that stand within family names, too: "Ortega y Gasset"."""

_CONJUNCTIONS: Final = language.vocabulary("conjunctions")

_AND: Final = re.compile(
    rf",?\s(?P<and>{'|'.join((*_CONJUNCTIONS, *(word.upper() for word in _CONJUNCTIONS if len(word) > 1)))})\s"
    r"|,?\s?&\s?|,?\s\+\s"
)
"""Words and signs that join two names; a lone capital is an initial."""
_JOINING: Final = frozenset((*_CONJUNCTIONS, *(word.upper() for word in _CONJUNCTIONS if len(word) > 1), "+"))
"""Without any of these among its words, and without "&", a list has no such joint."""

_ROLE: Final = re.compile(r"\s?[(\[][^()\[\]]{0,24}[)\]]\.?\Z|\A(?:[Bb]y|par|por|door)\s(?=[^\W\da-z])")
"""A word in brackets behind the names, "(Hg.)", and "by" before them."""

_ROLE_BEHIND: Final = re.compile(
    rf"(?:,\s?|\s)(?P<open>[(\[]?)(?P<role>{language.pattern(language.roles())})(?P<stop>\.?)[)\]]?\Z", re.IGNORECASE
)
"""What the names did in the work: ", eds.", "(Hg.)"."""
_ROLE_WORDS: Final = tuple(language.roles())

_COMMA: Final = re.compile(r"\s?,\s?")

LONGEST: Final = 20_000
"""Characters of the longest list that is parted; the longest of the sciences, with thousands of names, are cut by
"et al."."""


def names(text: str, records: Records | None = None) -> tuple[Name, ...]:
    """The names of a list, in order; () if there is none. "Et al." is left out.

    ``text`` is the list and nothing else: roles, dates and titles are cut off. ``records`` may know people whose names
    no rule can split.
    """
    words = _with_commas(_without_others(collapse(text[:LONGEST]).strip(" ,;:")))
    if not any(map(str.isalpha, words)):
        return ()
    ends = words.rstrip(".)]").lower().endswith(_ROLE_WORDS)
    if ends and (role := _ROLE_BEHIND.search(words)) and (role["open"] or role["stop"] or role["role"].islower()):
        words = _without_others(words[: role.start()])  # without them: "Ed" is a given name
    if words.count("(") == 1 and not _is_given_in_brackets(words):
        words = _ROLE.sub("", words)
    strong = [part for part in _STRONG.split(words) if part] if _STRONG_SIGN.search(words) else [words]
    if len(strong) == 1 and is_body(words):
        return (Name(literal=words),)
    chunks = [chunk for part in strong for chunk in _joined(part)]
    alone = len(chunks) == 1 and "," not in words
    parts = [part for chunk in chunks for part in _COMMA.split(chunk.strip(" ,;"))]
    order = _Order(_are_families(parts), _are_inverted(parts))
    found: list[Name] = []
    known = records or NoRecords()
    for chunk in chunks:
        found += _separate(chunk, known, order, alone=alone, single=len(strong) > 1)
    return tuple(one for one in found if any(map(str.isalpha, one.family or one.literal)))


_INVERTED: Final = r"[^\W\d_a-z][\w’'-]{1,24}(?:\s[^\W\d_a-z][\w’'-]{1,24})?,\s(?:[^\W\d_a-z]\.[\s-]?){1,4}"
_UNPARTED: Final = re.compile(rf"(?:{_INVERTED}){{2}}")
_NEXT: Final = re.compile(r"(?<=[^\W\d_]\.)\s(?=[^\W\d_a-z][\w’'-]{1,24}(?:\s[^\W\d_a-z][\w’'-]{1,24})?,\s[^\W\d_a-z]\.)")


def _with_commas(words: str) -> str:
    """A list in which no comma parts the names, with commas: "Roe, A. K. Doe, P. E. and Orme, J."."""
    return _NEXT.sub(", ", words) if _UNPARTED.match(words) else words


def _without_others(words: str) -> str:
    """The list without "et al." behind it."""
    end = words.rstrip(" ,;:)]")
    if end.endswith(("…", "...")) or end.rstrip(".").lower().endswith(_OTHERS_ENDS):
        words = _OTHERS.sub("", words)
    return words.rstrip(" ,;:")


def _is_given_in_brackets(words: str) -> bool:
    """Whether the brackets hold a given name, as in French lists: "Roe (Anne)"."""
    inner = words[words.index("(") + 1 :].rstrip(" .)")
    return is_initials(inner) or is_given(inner.split(" ")[0]) if inner else False


def _joined(part: str) -> Iterator[str]:
    """What conjunctions part."""
    if "&" not in part and _JOINING.isdisjoint(part.split()):
        yield part
        return
    start = 0
    for joint in _AND.finditer(part):
        before, after = part[start : joint.start()], part[joint.end() :]
        word = (joint["and"] or "").casefold()
        following = _AND.split(after, maxsplit=1)[0]
        if word in _AMBIGUOUS and not _begins_name(before, following):
            continue
        yield before
        start = joint.end()
    yield part[start:]


def _begins_name(before: str, after: str) -> bool:
    """Whether a small "y" or "e" leads to a further name, not to the second half of a family name."""
    return "," in after or " " in after.strip() or " " not in before.strip()


class _Order(NamedTuple):
    """Of a whole list: ``families`` if it has no given names, ``inverted`` if they stand last without a comma."""

    families: bool
    inverted: bool


def _are_families(parts: Sequence[str]) -> bool:
    """Whether a list has family names only, "Roe, Doe, and van Poe", and no given names between them."""
    if len(parts) < 3 or any(is_initials(part) or is_suffix(part) for part in parts):
        return False
    if any(len([word for word in part.split(" ") if not is_small(word)]) > 1 for part in parts):
        return False
    given = [is_given(part) for part in parts]
    return not given[1] or any(given[0::2])


def _are_inverted(parts: Sequence[str]) -> bool:
    """Whether given names stand behind family names without a comma in all of a list: "Roe Ann, Moss Bertrand"."""
    told = False
    for part in parts:
        words = [word for word in part.split(" ") if not is_small(word)]
        if len(words) < 2 or "(" in part or is_sciences(part):
            continue
        if is_given(words[0]) or any(map(is_initials, words[:-1])):
            return False
        told = told or (is_given(words[-1]) and fold(words[-1]) not in _OF_EITHER)
    return told


_OF_EITHER: Final = language.name_words("given_or_family")


def _separate(chunk: str, records: Records, order: _Order, *, alone: bool, single: bool) -> Iterator[Name]:
    """The names of a stretch in which only commas part names, or family and given name.

    ``single`` if it can be one name only, ``alone`` if it is all there is.
    """
    parts = [part for part in _COMMA.split(chunk.strip(" ,;")) if part]
    if single and len(parts) > 1 and not is_sciences(parts[0]):
        suffix = parts[2] if len(parts) > 2 and is_suffix(parts[2]) else ""
        if is_suffix(parts[1]):
            yield replace(name(parts[0], records), suffix=parts[1])
        else:
            yield person_inverted(parts[0], parts[1], suffix)
        parts = parts[3 if suffix else 2 :]
    at = 0
    found: list[Name] = []
    while at < len(parts):
        part = parts[at]
        following = parts[at + 1] if at + 1 < len(parts) else ""
        if is_suffix(part) and found:
            found[-1] = replace(found[-1], suffix=part)
            at += 1
        elif following and not is_suffix(following) and not order.families and _are_one(part, following, parts, at):
            found.append(person_inverted(part, following))
            at += 2
        elif order.inverted and " " in part and not is_sciences(part) and not is_body(part):
            family, _, given = part.partition(" ")
            found.append(person_inverted(family, given))
            at += 1
        else:
            found.append(name(part, records, alone=alone))
            at += 1
    yield from found


def _are_one(family: str, given: str, parts: Sequence[str], at: int) -> bool:
    """Whether two parts between commas are family and given name of one person."""
    if is_complete(family):
        return False
    if is_initials(given):
        return True
    if is_body(family):
        return False
    words = [word for word in family.split(" ") if not is_small(word)]
    others = [word for word in given.split(" ") if not is_small(word) and not is_initials(word)]
    if len(words) <= 1 or (family.isupper() and not given.isupper()):
        return True
    if is_complete(given) and not is_sciences(given):
        return False  # "Xin Hua, R. Roe": given names begin with no initial, unless nothing else is printed of them.
    known = is_given(words[0])
    if len(others) == 1:
        return not known or (is_given(others[0]) and at == 0 and len(parts) == 2)
    return not known and bool(others) and is_given(others[0]) and len(parts) == 2
