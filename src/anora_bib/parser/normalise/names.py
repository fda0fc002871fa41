"""A list of names, whole: which signs part it, and which names stand in inverted order.

References mix the orders: "Roe, A., & Doe, B.", "Roe, Ann, and Bob Doe", "Roe A, Doe B", "A. Roe / B. Doe". A body
whose name has commas or "and" in it is one name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from anora_bib import language
from anora_bib.model import Name, Records
from anora_bib.model.bibliography.records import NoRecords
from anora_bib.parser.normalise.name_orders import Order, are_one, halves, is_alike_in_any
from anora_bib.parser.normalise.person import (
    is_body,
    is_initials,
    is_sciences,
    is_suffix,
    name,
    person_inverted,
)
from anora_bib.parser.text.person import is_given
from anora_bib.text.characters import collapse
from anora_bib.text.patterns import lazy

_OTHERS_PHRASES: Final = language.pattern(phrase.rstrip(".") for phrase in language.phrases("others"))
_OTHERS: Final = lazy(
    rf"[\s,;&]{{0,4}}(?:(?<!\w)(?:{_OTHERS_PHRASES})\.?|\[?(?:…|\.\.\.)\]?)[\s,;:)]{{0,4}}\Z",
    re.IGNORECASE,
)
"""What closes a list that goes on, "et al."."""
_OTHERS_ENDS: Final = tuple({phrase.rstrip(".").rpartition(" ")[2] for phrase in language.phrases("others")})

_STRONG: Final = lazy(
    r"\s?[;|•·]\s?|\s[–—-]\s|\s/\s?|(?<=[^\W\d_]{2})/(?=[^\W\d_]{2}|[^\W\d_]\.)|(?<=\.)/\s?(?=[^\W\d_])"
)
"""Signs that only part names."""
_STRONG_SIGN: Final = lazy(r"[;|•·/]|\s[–—-]\s")

_AMBIGUOUS: Final = frozenset(("y", "e", "i"))
"""Conjunctions that stand within family names, too: "Ortega y Gasset"."""

_CONJUNCTIONS: Final = language.vocabulary("conjunctions")

_AND: Final = lazy(
    rf",?\s(?P<and>{'|'.join((*_CONJUNCTIONS, *(word.upper() for word in _CONJUNCTIONS if len(word) > 1)))})\s"
    r"|,?\s?&\s?|,?\s\+\s|\su\.\s(?=[^\W\d_a-z])"
)
"""Words and signs that join two names; a lone capital is an initial."""
_JOINING: Final = frozenset((*_CONJUNCTIONS, *(word.upper() for word in _CONJUNCTIONS if len(word) > 1), "+", "u."))
"""Without any of these among its words, and without "&", a list has no such joint."""

_ROLE: Final = lazy(r"\s?[(\[][^()\[\]]{0,24}[)\]]\.?\Z|\A(?:[Bb]y|par|por|door)\s(?=[^\W\da-z])")
"""A word in brackets behind the names, "(Hg.)", and "by" before them."""

_ROLE_BEHIND: Final = lazy(
    rf"(?:,\s?|\s)(?P<open>[(\[]?)(?P<role>{language.pattern(language.roles())})(?P<stop>\.?)[)\]]?\Z", re.IGNORECASE
)
"""What the names did in the work: ", eds.", "(Hg.)"."""
_ROLE_WORDS: Final = tuple(language.roles())

_ORDERS: Final = language.name_words("orders")
_INITIALS: Final = 5
"""Characters; longer given names are written in full."""
_COMMA: Final = lazy(r"\s?,\s?")

LONGEST: Final = 20_000
"""Characters of the longest list that is parted; the longest of the sciences, with thousands of names, are cut by
"et al."."""


def names(text: str, records: Records | None = None) -> tuple[Name, ...]:
    """The names of a list, in order; () if there is none. "Et al." is left out.

    ``text`` is the list and nothing else: roles, dates and titles are cut off. ``records`` may know people whose names
    no rule can split.
    """
    words = _with_commas(_GLUED.sub(". ", _without_others(collapse(text[:LONGEST]).strip(" ,;:"))))
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
    order = Order.of(parts)
    if len(chunks) > 1 and all(chunk.strip(" ,;").count(",") == 1 for chunk in chunks):
        order = order._replace(families=False)  # "Roe, Ann y Doe, Bob"
    found: list[Name] = []
    known = records or NoRecords()
    for chunk in chunks:
        found += _separate(chunk, known, order, alone=alone, single=len(strong) > 1)
    return tuple(one for one in found if any(map(str.isalpha, one.family or one.literal)))


_FAMILY: Final = r"[^\W\d_a-z][\w’'-]{1,24}(?:\s[^\W\d_a-z][\w’'-]{1,24})?"
_UNPARTED: Final = lazy(rf"(?:{_FAMILY},\s(?:[^\W\d_a-z]\.[\s-]?){{1,4}}){{2}}")
_NEXT: Final = lazy(rf"(?<=[^\W\d_]\.)\s(?={_FAMILY},\s[^\W\d_a-z]\.)")
_GLUED: Final = lazy(r"\.(?<=\b[^\W\d_a-z]\.)(?=[^\W\d_a-z]['’]?[^\W\d_])")
"""Where a space was left out between an initial and the family name: "Ann B.Orme"."""


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


def _separate(chunk: str, records: Records, order: Order, *, alone: bool, single: bool) -> Iterator[Name]:
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
        if found and (is_suffix(part) or (part.casefold() in _ORDERS and len(found[-1].given) > _INITIALS)):
            found[-1] = replace(found[-1], suffix=part)
            at += 1
        elif following and not is_suffix(following) and not order.is_told(part) and are_one(part, following, parts, at):
            found.append(person_inverted(part, following))
            at += 2
        elif order.inverted and " " in part and not is_body(part) and not is_alike_in_any(part):
            found.append(person_inverted(*halves(part)))
            at += 1
        else:
            found.append(name(part, records, alone=alone))
            at += 1
    yield from found
