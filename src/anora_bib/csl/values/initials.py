"""Initials of given names, in the ways of ``initialize-with``."""

from __future__ import annotations

import re
from typing import Final

from anora_bib.csl.values.names import is_romanesque, starts_romanesque
from anora_bib.model.values.richtext import TAG_PATTERN
from anora_bib.system.memory import remembered

# A capital and the rest of the word. The ranges are those citeproc-js knows as capitals and as letters of a name.
_CAPITAL = (
    r"A-Z\u0e01-\u0e5b\u00c0-\u017f\u0400-\u042f\u0590-\u05d4\u05d6-\u05ff\u0600-\u06ff\u0370\u0372\u0376\u0386\u0388-\u03ab"
    r"\u03e2\u03e4\u03e6\u03e8\u03ea\u03ec\u03ee\u03f4\u03f7\u03fd-\u03ff"
)
_INITIAL = re.compile(
    rf"([{_CAPITAL}])([a-zA-Z\u0e01-\u0e5b\u00c0-\u017f\u0400-\u052f\u0600-\u06ff\u0370-\u03ff\u1f00-\u1fff]*)(\.?)"
)
_AT_START = re.compile(r"^(?:<[^<>]*>)*")
_BARE_TAG = re.compile(TAG_PATTERN)
_HYPHENED_TAG = re.compile(rf"-{{0,9}}(?:{TAG_PATTERN})-{{0,9}}")
_JOINT = re.compile(rf"((?:[-\s]*(?:{TAG_PATTERN})[-\s]*)|[-\s]+)")
_ABBREVIATION_WITHOUT_SPACE = re.compile(r"\.(?=[^ ])")
_SPACED_HYPHEN = re.compile(r"\s{0,9}-\s{0,9}")
_SPACES = re.compile(r"[ \t\n\x0b\x0c\r]+")
_HYPHEN_OF_INITIALS = re.compile(r"(?<![^\W\d_])([^\W\d_]\.?)-")
_SMALL_AFTER_DASH = re.compile(r"\u2013(?=[a-z\u00df-\u00f6\u00f8-\u00ff])")
_SMALL_AFTER_HYPHEN = re.compile(r"-(?=[a-z\u00df-\u00f6\u00f8-\u00ff])")
_TITLES: Final = ("Lord", "Lady")


@remembered(1 << 22)
def initialize(given: str, mark: str, whole_names: bool = True, hyphen: bool = True) -> str:
    """``given`` cut down to initials, each followed by ``mark``.

    Without ``whole_names`` (CSL's ``initialize="false"``) only what is an initial or an abbreviation already gets
    ``mark``; names written out stay. Without ``hyphen`` (``initialize-with-hyphen="false"``) a hyphen falls, and with
    it what goes on in a small letter behind it, which is neither an initial nor a name: "Joon-ho" is "J".
    """
    if not given or given in _TITLES or not starts_romanesque(_AT_START.sub("", given)):
        return given
    if not hyphen:
        given = _unhyphened(given) if whole_names else _HYPHEN_OF_INITIALS.sub(r"\1 ", given)
    # A hyphen before a small letter does not part the word; an en dash keeps it safe while the others are worked on.
    given = _SMALL_AFTER_HYPHEN.sub("\u2013", _SPACED_HYPHEN.sub("-", " ".join(given.split())))
    parts = _JOINT.split(_ABBREVIATION_WITHOUT_SPACE.sub(". ", given))
    if len(parts) == 1 and len(last := parts[0].rpartition(".")[2]) == 1 and last != last.lower():
        parts[0] += "."
    result = _cut(parts, mark) if whole_names else _mark_abbreviations(parts, mark)
    result = _SPACED_HYPHEN.sub("-", _SPACES.sub(" ", result.rstrip(" \t\n\x0b\x0c\r\ufeff\u00a0")))
    return _SMALL_AFTER_DASH.sub("-", result)


def _unhyphened(given: str) -> str:
    first, *others = given.split("-")
    return " ".join([first, *(_small_beginning_dropped(part) for part in others)])


def _small_beginning_dropped(part: str) -> str:
    word, space, rest = part.strip().partition(" ")
    return rest if word[:1].islower() else f"{word}{space}{rest}"


def _cut(parts: list[str], mark: str) -> str:
    for index in range(0, len(parts), 2):
        word = parts[index]
        match = _INITIAL.match(word)
        if match:
            parts[index] = _initial(match)
            if index == len(parts) - 1:
                parts.append(mark)
            elif "-" in parts[index + 1]:
                parts[index + 1] = _with_mark(parts[index + 1].replace("-", ""), mark) + "-"
            else:
                parts[index + 1] = _with_mark(parts[index + 1], mark)
        elif is_romanesque(word):
            parts[index] = " " + word
    return "".join(parts)


def _initial(match: re.Match[str]) -> str:
    """``J`` of ``Jean``, ``Ph`` of ``PHilippe`` (capitals in front are one initial), all of ``Ph.``."""
    capital, rest, full_stop = match.groups()
    if rest and full_stop:
        return capital + rest
    capitals = rest[: next((i for i, char in enumerate(rest) if char != char.upper()), len(rest))]
    return capital + (capitals.lower() if len(capitals) < len(rest) else "")


def _with_mark(joint: str, mark: str) -> str:
    """The joint between two words once the first is an initial: ``mark``, with the tags of the joint."""
    tags = "".join(_HYPHENED_TAG.findall(joint))
    if not tags:
        return mark
    bare = mark.rstrip()
    return bare + tags + mark[len(bare) :]


def _mark_abbreviations(parts: list[str], mark: str) -> str:
    short = [_is_abbreviation(part) for part in parts]
    parts = [_without_last_stop(part) if is_short else part for part, is_short in zip(parts, short, strict=True)]
    for index in range(0, len(parts), 2):
        if not short[index]:
            continue
        if index == len(parts) - 1:
            parts[index] += mark
            continue
        following = parts[index + 2]
        joint = "".join(_BARE_TAG.findall(parts[index + 1])) or ("-" if "-" in parts[index + 1] else "")
        if not short[index + 2]:
            joint += " "
        parts[index + 1] = mark.removesuffix("\ufeff") + joint if len(following) > 1 else _with_mark(joint, mark)
    return "".join(parts)


def _is_abbreviation(part: str) -> bool:
    bare = _AT_START.sub("", part)
    return (len(bare) > 1 and bare.endswith(".")) or (len(part) == 1 and part.upper() == part)


def _without_last_stop(part: str) -> str:
    head, _, tail = part.rpartition(".")
    return head + tail
