"""What the engine asks of a name: its particles, and its script."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from anora_bib.model.values.names import Name

# Scripts whose names have given and family parts set apart by a space, as citeproc-js counts them.
_WORD_SCRIPTS: Final = (
    r"a-zA-Z\u0e01-\u0e5b\u00c0-\u017f\u0370-\u03ff\u0400-\u052f\u0590-\u05d4\u05d6-\u05ff\u1f00-\u1fff\u0600-\u06ff"
    r"\u200c\u200d\u200e\u0218\u0219\u021a\u021b\u202a-\u202e"
)
_ROMANESQUE = re.compile(f"[-0-9{_WORD_SCRIPTS}]")
_STARTS_ROMANESQUE = re.compile(f"[&{_WORD_SCRIPTS}]")


def parted(name: Name) -> Name:
    """``name`` with its particles and suffix taken out of the family and given names, unless they are given.

    A family name in double quotation marks is taken as it is.
    """
    if name.literal:
        return Name(literal=name.literal)
    if name.static_particles:
        return name
    family, given = name.family, name.given
    # One word with a capital, and a last given name with one: most names have neither particle nor suffix.
    if family.isalpha() and family[0].isupper() and "," not in given and given.rpartition(" ")[2][:1].isupper():
        return name
    if len(family) > 1 and family[0] == family[-1] == '"':
        return replace(name, family=family[1:-1])
    if name.non_dropping_particle or not family or not given:
        return name
    return parse_particles(name)


# A word with what joins it to the next: a space, an apostrophe, and before a family name a hyphen.
_BEFORE_FAMILY = re.compile(r"([^ ]+[-\u02bb\u2019 '] *)(?=.)", re.DOTALL)


def parse_particles(name: Name) -> Name:
    """``name`` with its particles and its suffix apart from the family and the given name.

    Words in lower case before the family name are its non-dropping particle, those after the given name its dropping
    particle, and what follows a comma in the given name is its suffix.
    """
    particle, family = _leading_particle(name.family)
    given, suffix, comma_suffix = name.given, name.suffix, name.comma_suffix
    if not suffix and "," in given:
        given, comma, suffix = _split_suffix(given)
        comma_suffix = comma_suffix or len(comma) == 2
    given, trailing = _trailing_particle(given)
    return replace(
        name,
        family=family,
        given=given,
        dropping_particle=trailing or name.dropping_particle,
        non_dropping_particle=particle or name.non_dropping_particle,
        suffix=suffix,
        comma_suffix=comma_suffix,
    )


def _split_suffix(given: str) -> tuple[str, str, str]:
    """The given name, the comma (``,!`` if it is always to stand) and the suffix."""
    head, _, tail = given.partition(",")
    comma = "," + tail[: len(tail) - len(tail.lstrip("!"))][:1]
    return head.rstrip(), comma, tail.lstrip("!").lstrip()


def _starts_small(word: str) -> bool:
    first = word.lstrip("-'\u02bb\u2019 \t\n")[:1]
    return first != first.upper()


def _leading_particle(family: str) -> tuple[str, str]:
    """The words in lower case in front of a family name, and the rest of it."""
    done = 0
    while match := _BEFORE_FAMILY.match(family, done):
        if not _starts_small(match[1]):
            break
        done = match.end()
    particle = family[:done]
    trimmed = particle.strip()
    # The space after an apostrophe is kept: nothing else says that the particle stands apart.
    if particle.endswith(" ") and trimmed.endswith(("'", "\u2019")):
        trimmed += " "
    return trimmed, family[done:]


def _trailing_particle(given: str) -> tuple[str, str]:
    """The given name, and the words in lower case behind it."""
    words = given.split(" ")
    first = len(words)
    while first > 1 and words[first - 1] and _starts_small(words[first - 1]):
        first -= 1
    if first == len(words):
        return given, ""
    return " ".join(words[:first]).rstrip(), " ".join(words[first:]).strip()


def is_romanesque(text: str) -> bool:
    """Whether a name is in a script that sets names with spaces; Chinese, Japanese and Korean do not."""
    return bool(_ROMANESQUE.search(text))


def starts_romanesque(text: str) -> bool:
    """Whether the first character is of such a script."""
    return bool(_STARTS_ROMANESQUE.match(text))
