"""Which authority record an entry is: exactly one, with the evidence, or none, with the candidates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from anora_bib.authority.differences import differences
from anora_bib.authority.likeness import is_sure
from anora_bib.authority.misspellings import misspelt_names
from anora_bib.authority.names import Likeness, pair
from anora_bib.authority.roles import printed_people
from anora_bib.authority.titles import TitleLikeness, TitleMatch, likely_works
from anora_bib.model import Difference, Entry, Match, Records, Work
from anora_bib.model.bibliography.identity import shared_with
from anora_bib.model.values.item_types import Kinship, kinship
from anora_bib.text.characters import join_names

# The scores add up. A title alone, spelled right, is just enough; everything else confirms or contradicts it.

EXACT_TITLE: Final = 0.6
"""Works that share a whole title are rare, and the ones that do are told apart by what follows."""
LONG_LIKE_TITLE: Final = 0.6
"""A title of twelve letters or more with a sure misspelling in it can hardly be another one."""
LIKE_TITLE: Final = 0.45
"""A short misspelt title ("Tangerines") may be right as it is; something else must be evidence for the record."""
LONG_TITLE_LETTERS: Final = 12
MAIN_TITLE: Final = 0.5
"""The main title with another subtitle: often another printing, sometimes another book."""
COMMON_TITLE: Final = -0.1
"""A title that is also an everyday word needs one more piece of evidence."""
SAME_CREATOR: Final = 0.3
LIKE_CREATOR: Final = 0.2
"""A misspelt creator confirms a little less."""
OTHER_CREATOR: Final = -0.5
"""Another creator means another work, whatever the title."""
SAME_YEAR: Final = 0.1
OTHER_YEAR: Final = -0.2
"""A year in which no printing of the work can have come out; a typing error in the year must not decide alone."""
SAME_PUBLISHER: Final = 0.1
SAME_NUMBER: Final = 0.3
"""A DOI or ISBN of the work; with any title that is like, it leaves no doubt."""
SAME_KIND: Final = 0.05
OTHER_KIND: Final = -0.2
"""A book for a film: the kind of an entry is often guessed from little."""
PIECE_ABOUT: Final = -0.5
"""A piece in a magazine that bears the title of a film is a review of it, not the film."""

ENOUGH: Final = 0.6
"""From this score on an entry is taken for the record."""
LEAD: Final = 0.1
"""The best must be ahead of the next by this much; else both are candidates."""
WORTH_NAMING: Final = 0.4
"""From this score on a record is named as a candidate."""

YEARS_OF_GRACE: Final = 1
"""A film may be dated a year off: its festival, its release, another country's release."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """``match`` is None where no record is certain; then ``candidates`` are the ids of those it might be, best first.

    ``differences`` are misspellings in names of people, outlets and publishers that have records of their own.
    """

    match: Match | None = None
    candidates: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    work: Work
    title: TitleMatch
    score: float
    evidence: tuple[str, ...]


def match(entry: Entry, records: Records, *, context: str = "") -> Outcome:
    """Compare an entry with the records.

    Args:
        entry: as parsed; the spans of its fields, where it has them, give the differences their places.
        records: all records at hand.
        context: the text around, if any; a co-author named there but not in the entry is evidence.
    """
    candidates = [_weigh(entry, work, title, records) for work, title in likely_works(entry.string("title"), records)]
    candidates.sort(key=lambda candidate: -candidate.score)
    misspellings = misspelt_names(entry, records)
    best = candidates[0] if candidates else None
    ahead = best is not None and (len(candidates) == 1 or best.score - candidates[1].score >= LEAD - 1e-9)
    if best is None or best.score < ENOUGH - 1e-9 or not ahead:
        return Outcome(None, tuple(one.work.id for one in candidates if one.score >= WORTH_NAMING - 1e-9), misspellings)
    departs = differences(entry, best.work, best.title, records, context)
    # What the record of the work says already need not be said again.
    said = {(one.variable, one.printed) for one in departs}
    others = tuple(one for one in misspellings if (one.variable, one.printed) not in said)
    return Outcome(Match(best.work.id, min(1.0, round(best.score, 2)), best.evidence, departs), (), others)


def _weigh(entry: Entry, work: Work, title: TitleMatch, records: Records) -> _Candidate:
    parts = [
        _title_score(work, title),
        _creator_score(entry, work, records),
        _year_score(entry, work),
        _publisher_score(entry, work, records),
        _number_score(entry, work),
        _kind_score(entry, work),
    ]
    return _Candidate(work, title, sum(score for score, _ in parts), tuple(said for _, said in parts if said))


_Part = tuple[float, str]


def _title_score(work: Work, title: TitleMatch) -> _Part:
    common = COMMON_TITLE if work.common else 0.0
    if title.likeness is TitleLikeness.EXACT:
        return EXACT_TITLE + common, f"the title is that of {work.id}"
    if title.likeness is TitleLikeness.MAIN:
        return MAIN_TITLE + common, f"the main title is that of {work.id}"
    sure = title.letters >= LONG_TITLE_LETTERS and bool(title.misspellings) and all(map(is_sure, title.misspellings))
    score = LONG_LIKE_TITLE if sure else LIKE_TITLE
    return score + common, f"the title is nearly that of {work.id}"


def _creator_score(entry: Entry, work: Work, records: Records) -> _Part:
    everyone = records.creators(work)
    names = printed_people(entry, work)
    if not names or not everyone:
        return 0.0, ""
    pairs = pair(names, everyone)
    if not pairs:
        return OTHER_CREATOR, ""
    who = join_names([pairing.person.label for pairing in pairs])
    if max(pairing.likeness for pairing in pairs) is Likeness.SAME:
        return SAME_CREATOR, f"the record names {who} as well"
    return LIKE_CREATOR, f"the record names {who}, here misspelt"


def _year_score(entry: Entry, work: Work) -> _Part:
    date = entry.date("issued")
    if date is None or date.year is None or work.issued is None or not work.issued.parts:
        return 0.0, ""
    first, last = work.issued.parts[0][0], work.issued.parts[-1][0]
    if first <= date.year <= last:
        return SAME_YEAR, f"{date.year} is its year"
    if any(edition.issued.year == date.year for edition in work.editions):
        return SAME_YEAR, f"{date.year} is the year of an edition"
    reprinted = work.type == "book" and date.year > last
    if reprinted or first - YEARS_OF_GRACE <= date.year <= last + YEARS_OF_GRACE:
        return 0.0, ""
    return OTHER_YEAR, ""


def _publisher_score(entry: Entry, work: Work, records: Records) -> _Part:
    publisher = records.publisher(entry.string("publisher"))
    known = {work.publisher, *(edition.publisher for edition in work.editions)}
    if publisher is None or publisher.id not in known:
        return 0.0, ""
    return SAME_PUBLISHER, f"{publisher.name} published it"


def _number_score(entry: Entry, work: Work) -> _Part:
    name = shared_with(entry, work)
    return (SAME_NUMBER, f"the {name} is one of {work.id}") if name else (0.0, "")


def _kind_score(entry: Entry, work: Work) -> _Part:
    scores = {Kinship.SAME: SAME_KIND, Kinship.UNKNOWN: 0.0, Kinship.OTHER: OTHER_KIND, Kinship.ABOUT: PIECE_ABOUT}
    return scores[kinship(entry.type, work.type)], ""
