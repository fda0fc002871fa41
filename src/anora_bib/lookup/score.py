"""How well a candidate of a service agrees with the entry it was searched for."""

from __future__ import annotations

from collections.abc import Iterable

from anora_bib.lookup.base import Candidate
from anora_bib.model import Entry, Name
from anora_bib.model.bibliography.identity import shared_identifiers
from anora_bib.model.values.richtext import plain
from anora_bib.model.values.titles import main_key
from anora_bib.text.characters import fold, join_names

TITLE, CREATORS, YEAR = 0.6, 0.25, 0.15
"""The weight of each part. The title decides; a printed year is often that of another printing."""

UNKNOWN = 0.5
"""The score of a part that one side does not have: neither for nor against."""

UNLIKE = 0.7
"""Likeness below which two titles share letters rather than words, so that it counts for nothing."""

ENOUGH = 0.6
"""Below this a record is no candidate: people and year alone cannot reach it where the title differs."""

SUBTITLE_MISSING = 0.95
"""The score of a title that agrees without the subtitle of one side."""

SAME_NAME = 0.8
"""Likeness from which two family names are one, misspelt: two letters of ten swapped, one of five wrong."""

NEARBY_YEAR = 0.6
"""The score of a year that differs by one: a piece online in December and in print in January."""

IDENTIFIED = 0.9
"""The least score of a record that shares a DOI or ISBN: only a misprint of the number itself can make it wrong."""

_VARIABLES = {"address": "URL"}
"""Where an identifier is kept under another name than it is called by."""

Part = tuple[float, str]
"""A score from 0 to 1 and the sentence that says why; "" where there is nothing to say."""


def rank(wanted: Entry, entries: Iterable[Entry], source: str, limit: int) -> list[Candidate]:
    """The entries that may be ``wanted``, best first, with evidence; at most ``limit``."""
    candidates = (candidate(wanted, entry, source) for entry in entries)
    good = [item for item in candidates if item.score >= ENOUGH]
    return sorted(good, key=lambda item: (-item.score, item.entry.string("title"), item.entry.key))[:limit]


def candidate(wanted: Entry, entry: Entry, source: str) -> Candidate:
    """``entry`` as a candidate, with its score and one sentence for each part that both sides have."""
    parts = (_title(wanted, entry), _creators(wanted, entry), _year(wanted, entry))
    total = sum(weight * score for weight, (score, _) in zip((TITLE, CREATORS, YEAR), parts, strict=True))
    evidence = [sentence for _, sentence in parts if sentence]
    if shared := shared_identifiers(wanted, entry):
        total = max(total, IDENTIFIED)
        evidence[:0] = [f"The {name} is the same: {entry.string(_VARIABLES.get(name, name))}." for name in shared]
    return Candidate(entry, round(total, 3), source, tuple(evidence))


def _title(wanted: Entry, entry: Entry) -> Part:
    printed, given = plain(wanted.string("title")), plain(entry.string("title"))
    whole, other = fold(printed), fold(given)
    if not whole or not other:
        return 0.0, ""
    if whole == other:
        return 1.0, f'The titles agree: "{given}".'
    likeness = _likeness(whole, other)
    short = SUBTITLE_MISSING * max(_likeness(main_key(printed), other), _likeness(whole, main_key(given)))
    alike = max(likeness, short)
    sentence = f'The titles are {alike:.0%} alike: "{printed}" as printed, "{given}" there.'
    return alike if alike >= UNLIKE else 0.0, sentence


def _likeness(a: str, b: str) -> float:
    from rapidfuzz import fuzz

    return fuzz.ratio(a, b) / 100


def _creators(wanted: Entry, entry: Entry) -> Part:
    printed, given = wanted.creators(), entry.creators()
    if not printed or not given:
        return UNKNOWN, ""
    present = [name for name in printed if any(_same_name(name, other) for other in given)]
    score = len(present) / len(printed)
    names, people = _enumerate(printed), _enumerate(given)
    if not present:
        return score, f"None of its creators is the same: {names} as printed, {people} there."
    if len(present) < len(printed):
        return score, f"Of {names} as printed, it names only {_enumerate(present)}."
    return score, f"Its creators agree: {people}."


def _same_name(printed: Name, given: Name) -> bool:
    """True if the family names are alike; a name kept whole ends with its family name, if it is a person's."""
    return any(_likeness(one, other) >= SAME_NAME for one in _families(printed) for other in _families(given))


def _families(name: Name) -> set[str]:
    whole = fold(name.full_family or name.literal)
    return {whole, whole.rpartition(" ")[2]} if name.literal else {whole}


def _enumerate(names: Iterable[Name]) -> str:
    return join_names(name.display for name in names)


def _year(wanted: Entry, entry: Entry) -> Part:
    printed, given = wanted.date("issued"), entry.date("issued")
    if not printed or not given or printed.year is None or given.year is None:
        return UNKNOWN, ""
    if printed.year == given.year:
        return 1.0, f"Both give {given.year}."
    score = NEARBY_YEAR if abs(printed.year - given.year) == 1 else 0.0
    return score, f"The years differ: {printed.year} as printed, {given.year} there."
