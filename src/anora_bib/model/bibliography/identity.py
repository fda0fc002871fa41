"""Whether two entries are one source: a graded answer with its reasons, never a weak guess.

The answer is a function of the two entries alone and the same in either order. Entries of one source share at least one
of their :func:`keys`; entries that share none need not be compared, so that many are grouped in nearly linear time (see
:class:`SourceIndex`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Final, NamedTuple

from anora_bib.model.bibliography.entries import Entry
from anora_bib.model.bibliography.facts import (
    IDENTITIES,
    PLACE_VARIABLES,
    Facts,
    Key,
    doi_of,
    facts,
    family_key,
    isbn_of,
    whole_isbn_of,
)
from anora_bib.model.bibliography.records import Records, Work
from anora_bib.model.essay.apparatus import Reference
from anora_bib.model.values.dates import Date
from anora_bib.model.values.item_types import PART_TYPES, Kinship, kinship
from anora_bib.model.values.titles import title_key
from anora_bib.text.characters import collapse, fold

MOST_ALIKE: Final = 12
"""How many different sources that share a key are compared with a new one; essays have two or three ("Letters",
"Introduction"), and more would make the work grow with the square of the input. Exact repeats are found beyond."""


class Verdict(IntEnum):
    """The verdicts on two entries, from different to same."""

    DIFFERENT = 0
    """Something in them contradicts that they are one source."""
    UNKNOWN = 1
    """Too little is known."""
    LIKELY = 2
    """One title, nobody named, and nothing contradicts: enough within one essay, too little across a library."""
    SAME = 3


class Answer(NamedTuple):
    """A verdict, and why: short statements for a reader."""

    verdict: Verdict
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """An entry with the authority record it was matched to, if any; ``years`` are those of the record's editions."""

    entry: Entry
    record: str = ""
    years: frozenset[int] = frozenset()

    @classmethod
    def of(cls, reference: Reference, records: Records | None = None) -> Source:
        """What a reference cites; without the records nothing is known of its editions."""
        return cls.matched(reference.entry, reference.match.record if reference.match else "", records)

    @classmethod
    def matched(cls, entry: Entry, record: str, records: Records | None) -> Source:
        """An entry that is the work of that record ("" for none)."""
        work = records.by_id.get(record) if record and records else None
        editions = work.editions if isinstance(work, Work) else ()
        return cls(entry, record, frozenset(it.issued.year for it in editions if it.issued.year is not None))


DECISIVE: Final = ("DOI", "law")
"""The identifiers that, where they differ, show two sources. ISBNs of one book differ by binding, addresses by copy."""


_SHARED_BY_SEVERAL: Final = frozenset({"address", "ISBN"})
"""Identifiers that several sources may share: a file may hold several articles, a set of books has one number."""


def compare(one: Source, other: Source) -> Answer:
    """Whether two entries are one source, by their records where both have one, else by what they say themselves."""
    if one.record and other.record:
        if one.record != other.record:
            return Answer(Verdict.DIFFERENT, (f"one is {one.record}, the other {other.record}",))
        years = {_printed_year(one.entry), _printed_year(other.entry)}
        if len(years) == 2 and years <= one.years:
            return Answer(Verdict.DIFFERENT, ("they are two editions of one work",))
        return Answer(Verdict.SAME, (f"both are {one.record}",))
    return compare_entries(one.entry, other.entry)


def compare_entries(a: Entry, b: Entry) -> Answer:
    """Whether two entries are one source, by what they say.

    Same: one identifier, address or law; or one title by the same people in years that do not contradict each other.
    """
    one, other = facts(a), facts(b)
    shared, apart = _identifiers(one, other)
    if apart:
        return Answer(Verdict.DIFFERENT, tuple(f"the {name} is another" for name in apart))
    if shared == ("ISBN",) and (volumes := _volumes_differ(one, other)):
        return Answer(Verdict.DIFFERENT, (volumes,))
    if shared and set(shared) <= _SHARED_BY_SEVERAL and (unlike := _unlike(a, b, one, other)):
        return Answer(Verdict.DIFFERENT, (unlike,))
    if shared:
        return Answer(Verdict.SAME, tuple(f"the {name} is the same" for name in shared))
    if contradictions := tuple(_contradictions(a, b, one, other)):
        return Answer(Verdict.DIFFERENT, contradictions)
    title = _titles_agree(one, other)
    if not title:
        alike = _words_agree(a, b)
        return Answer(Verdict.LIKELY, ("the printed words are the same",)) if alike else Answer(Verdict.UNKNOWN)
    if where := _people_agree(a, b, one, other) or _unsigned_alike(a, b, one, other):
        return Answer(Verdict.SAME, (title, where))
    if one.families or other.families:
        return Answer(Verdict.UNKNOWN, (title,))
    return Answer(Verdict.LIKELY, (title, "neither names anybody"))


def shared_identifiers(a: Entry, b: Entry) -> tuple[str, ...]:
    """The names of the identifiers that two entries have in common: "DOI", "ISBN", "address", "law"."""
    return _identifiers(facts(a), facts(b))[0]


def shared_with(entry: Entry, work: Work) -> str:
    """The name of an identifier, "DOI" or "ISBN", that the entry shares with the work or an edition of it; or ""."""
    known = [work.identifiers, *(edition.identifiers for edition in work.editions)]
    for name, number in (("DOI", doi_of(entry)), ("ISBN", isbn_of(entry))):
        if number and any(of_one.get(name) == number for of_one in known):
            return name
    return ""


def _identifiers(one: Facts, other: Facts) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those that are the same, and those that by being different make two sources."""
    values = zip(IDENTITIES, one.identifiers, other.identifiers, strict=True)
    both = [(name, left == right) for (name, _), left, right in values if left and right]
    return (
        tuple(name for name, same in both if same),
        tuple(name for name, same in both if not same and name in DECISIVE),
    )


def _unlike(a: Entry, b: Entry, one: Facts, other: Facts) -> str:
    """Why two entries at one address are two sources: other words in the title, and other people or other pages."""
    ours, theirs = set(one.title.split()), set(other.title.split())
    if not ours or not theirs or len(ours & theirs) * 2 > min(len(ours), len(theirs)):
        return ""
    pages = a.string("page"), b.string("page")
    apart = (all(pages) and pages[0] != pages[1]) or (
        one.families and other.families and one.families.isdisjoint(other.families)
    )
    return "the title is another, and so are the people or the pages" if apart else ""


def _volumes_differ(one: Facts, other: Facts) -> str:
    """The volumes of a set may share its ISBN."""
    return "the volume is another" if "volume" in _places_apart(one, other) else ""


def _places_apart(one: Facts, other: Facts) -> Iterator[str]:
    """The variables of place that both have and that differ."""
    for variable, left, right in zip(PLACE_VARIABLES, one.places, other.places, strict=True):
        if left and right and left != right:
            yield variable


def _titles_agree(one: Facts, other: Facts) -> str:
    """Why the titles are one: all the same, or the main titles where one has no subtitle; "" if they are not."""
    if not one.title or not other.title:
        return ""
    if one.title == other.title:
        return "the title is the same"
    main = one.main == other.main and {one.main, other.main} & {one.title, other.title}
    return "one title has no subtitle, the rest is the same" if main else ""


def _contradictions(a: Entry, b: Entry, one: Facts, other: Facts) -> Iterator[str]:
    """The reasons why two entries cannot be one source."""
    if part_of(a, b) or part_of(b, a):
        yield "one is a part of the other"
    elif kinship(a.type, b.type) in (Kinship.OTHER, Kinship.ABOUT) or kinship(b.type, a.type) is Kinship.ABOUT:
        yield f"one is of the type {min(a.type, b.type)}, the other {max(a.type, b.type)}"
    for variable in _places_apart(one, other):
        yield f"the {variable} is another"
    if not _dates_agree(a, b):
        yield "the date is another"


def part_of(part: Entry, whole: Entry) -> bool:
    """True for a chapter or the like that is part of the book: by the book's ISBN, or by its title."""
    if part.type not in PART_TYPES or whole.type in PART_TYPES:
        return False
    numbers = whole_isbn_of(part), whole_isbn_of(whole)
    if all(numbers):
        return numbers[0] == numbers[1]
    title = facts(whole).title
    return bool(title) and title_key(part.string("container-title")) == title


def _dates_agree(a: Entry, b: Entry) -> bool:
    """No date, or the one as much of the other as it says: 2016 and December 2016 agree, March and December do not."""
    one, other = a.date("issued"), b.date("issued")
    if one is None or other is None or not one.parts or not other.parts:
        return True
    return all(x == y for x, y in zip(one.parts[0], other.parts[0], strict=False))


def _printed_year(entry: Entry) -> int | None:
    """The year that was printed; None where there was none, or only a record gave it."""
    field, date = entry.fields.get("issued"), entry.date("issued")
    loaded = all(met.how == "file" for met in entry.provenance)
    return date.year if field and isinstance(date, Date) and (field.span or loaded) else None


def _people_agree(a: Entry, b: Entry, one: Facts, other: Facts) -> str:
    """The families of one side are all among the other's, and nobody's given names begin differently; "" if not."""
    if not one.families or not other.families or not (one.families <= other.families or other.families <= one.families):
        return ""
    ours, theirs = _initials(a), _initials(b)
    agree = all(ours[family] & theirs[family] for family in ours.keys() & theirs.keys())
    return "the people are the same" if agree else ""


def _initials(entry: Entry) -> dict[str, set[str]]:
    """The first letters of the given names, by family, of those whose given names are there."""
    initials: dict[str, set[str]] = {}
    for name in entry.creators():
        if letter := fold(name.given)[:1]:
            initials.setdefault(family_key(name), set()).add(letter)
    return initials


def _unsigned_alike(a: Entry, b: Entry, one: Facts, other: Facts) -> str:
    """The reason if neither entry names anybody: the same container, or the same printed words; "" if there is none."""
    if one.families or other.families:
        return ""
    for variable in ("container-title", "publisher"):
        if (place := fold(a.string(variable))) and place == fold(b.string(variable)):
            return f"nobody is named, and the {variable} is the same"
    return "the printed words are the same" if _same_text(a, b) else ""


def _words_agree(a: Entry, b: Entry) -> bool:
    """True for two entries of which no title was understood, but every printed word is the same."""
    return not a.string("title") and not b.string("title") and _same_text(a, b)


def _same_text(a: Entry, b: Entry) -> bool:
    return bool(a.text) and collapse(a.text) == collapse(b.text)


def keys(source: Source) -> tuple[Key, ...]:
    """What to look a source up by, surest first. Two that :func:`compare` calls the same or likely share one.

    The last kind, title and family name, is shared by different sources as well; the one before it, all that is
    printed of title, people, place and date, hardly ever.
    """
    its_own = facts(source.entry).keys
    return (("record", source.record), *its_own) if source.record else its_own


class SourceIndex:
    """Distinct sources, numbered as they are added. A new one is compared only with those it shares a key with.

    Args:
        least: the verdict from which on two entries count as one source.
    """

    def __init__(self, least: Verdict = Verdict.SAME) -> None:
        self._least = least
        self._sources: list[Source] = []
        self._by_key: dict[Key, list[int]] = {}

    def __len__(self) -> int:
        return len(self._sources)

    def __getitem__(self, number: int) -> Source:
        return self._sources[number]

    def find(self, source: Source) -> int | None:
        """The number of the one source that this is; None if there is none, or if it might be several."""
        return self._find(source, keys(source))

    def _find(self, source: Source, keys: Iterable[Key]) -> int | None:
        same: dict[int, None] = {}
        for key in keys:
            for number in self._by_key.get(key, ()):
                if number not in same and self._is(number, source):
                    same[number] = None
            if len(same) == 1:
                return next(iter(same))
        return None

    def add(self, source: Source) -> int:
        """The number of the source: of the one there is, or a new one."""
        its_keys = keys(source)
        number = self._find(source, its_keys)
        if number is None:
            number = len(self._sources)
            self._sources.append(source)
            self._enter(number, its_keys)
        return number

    def append(self, source: Source) -> int:
        """The number of a source that is taken for another than all before it."""
        number = len(self._sources)
        self._sources.append(source)
        self._enter(number, keys(source))
        return number

    def put(self, number: int, source: Source) -> None:
        """Replace the source of that number by a fuller entry; from now on the keys of both find it."""
        self._sources[number] = source
        self._enter(number, keys(source))

    def _enter(self, number: int, keys: Iterable[Key]) -> None:
        for key in keys:
            alike = self._by_key.setdefault(key, [])
            if len(alike) < MOST_ALIKE and number not in alike:
                alike.append(number)

    def _is(self, number: int, source: Source) -> bool:
        return compare(self._sources[number], source).verdict >= self._least


def group(sources: Iterable[Source], least: Verdict = Verdict.SAME) -> list[int]:
    """For each source the number of its group, in order; sources of one group are one. Takes nearly linear time."""
    index = SourceIndex(least)
    return [index.add(source) for source in sources]
