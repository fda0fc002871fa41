"""Whether two entries are one source: a graded answer with its reasons, never a weak guess.

The answer is a function of the two entries alone and the same in either order. Entries of one source share at least one
of their :func:`keys`; entries that share none need not be compared, so that many are grouped in nearly linear time (see
:class:`SourceIndex`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Final, NamedTuple

from anora_bib.model.bibliography import identifiers
from anora_bib.model.bibliography.dates import Date
from anora_bib.model.bibliography.entries import Entry
from anora_bib.model.bibliography.item_types import LAW, PART_TYPES, Kinship, kinship
from anora_bib.model.bibliography.names import Name
from anora_bib.model.bibliography.records import Records, Work
from anora_bib.model.bibliography.titles import main_key, title_key, without_article
from anora_bib.model.essay.apparatus import Reference
from anora_bib.text import collapse, fold

_SCHEME: Final = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\d+")

LAW_VARIABLES: Final = ("title", "container-title", "authority", "volume", "number", "section", "page")
"""The variables that identify a law or a case: all of them must agree."""

PLACE_VARIABLES: Final = ("container-title", "volume", "issue", "edition")
"""The variables in which two entries of one source cannot contradict each other."""

MOST_ALIKE: Final = 12
"""How many different sources that share a key are compared with a new one; essays have two or three ("Letters",
"Introduction"), and more would make the work grow with the square of the input. Exact repeats are found beyond."""

MOST_PEOPLE: Final = 10
"""How many of its people are among the keys of a source."""

Key = tuple[str, ...]


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

    @property
    def is_same(self) -> bool:
        """Whether the two are surely one source."""
        return self.verdict is Verdict.SAME


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


def doi_of(entry: Entry) -> str:
    """The normalized DOI; "" if there is none or it is not valid."""
    return identifiers.doi(entry.string("DOI")) or ""


def isbn_of(entry: Entry) -> str:
    """The ISBN; "" for a part of a book, whose ISBN is that of the whole and does not tell the parts apart."""
    return "" if entry.type in PART_TYPES else whole_isbn_of(entry)


def whole_isbn_of(entry: Entry) -> str:
    """The ISBN that is printed: of the book, or of the book that contains the part."""
    return identifiers.isbn13(entry.string("ISBN")) or ""


def url_of(entry: Entry) -> str:
    """The address in the form in which two can be compared; "" for a front page, which holds many pieces."""
    address = _SCHEME.sub("", entry.string("URL").strip()).partition("#")[0].rstrip("/")
    host, slash, path = address.partition("/")
    return host.lower() + slash + path if path else ""


def law_of(entry: Entry) -> str:
    """A law or case as it is cited; "" for anything else, and for one that names no place in a code or reporter."""
    if entry.type not in LAW:
        return ""
    # "U.S.C." and "USC" are one code; the points of a section number count.
    parts = [fold(entry.string(variable).replace(".", "")) for variable in LAW_VARIABLES[:3]]
    parts += [fold(entry.string(variable)) for variable in LAW_VARIABLES[3:]]
    return "|".join(parts) if sum(map(bool, parts)) > 1 else ""


IDENTITIES: Final[tuple[tuple[str, Callable[[Entry], str]], ...]] = (
    ("DOI", doi_of),
    ("ISBN", isbn_of),
    ("address", url_of),
    ("law", law_of),
)
"""The identifiers each of which alone shows that two entries are one source, with what reads them ("" for none)."""

DECISIVE: Final = ("DOI", "law")
"""The identifiers that, where they differ, show two sources. ISBNs of one book differ by binding, addresses by copy."""


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
    shared, apart = _identifiers(a, b)
    if apart:
        return Answer(Verdict.DIFFERENT, tuple(f"the {name} is another" for name in apart))
    if shared == ("ISBN",) and (volumes := _volumes_differ(a, b)):
        return Answer(Verdict.DIFFERENT, (volumes,))
    if shared:
        return Answer(Verdict.SAME, tuple(f"the {name} is the same" for name in shared))
    if contradictions := tuple(_contradictions(a, b)):
        return Answer(Verdict.DIFFERENT, contradictions)
    title = _titles_agree(a, b)
    if not title:
        alike = _words_agree(a, b)
        return Answer(Verdict.LIKELY, ("the printed words are the same",)) if alike else Answer(Verdict.UNKNOWN)
    if where := _people_agree(a, b) or _unsigned_alike(a, b):
        return Answer(Verdict.SAME, (title, where))
    if families(a) or families(b):
        return Answer(Verdict.UNKNOWN, (title,))
    return Answer(Verdict.LIKELY, (title, "neither names anybody"))


def shared_identifiers(a: Entry, b: Entry) -> tuple[str, ...]:
    """The names of the identifiers that two entries have in common: "DOI", "ISBN", "address", "law"."""
    return _identifiers(a, b)[0]


def shared_with(entry: Entry, work: Work) -> str:
    """The name of an identifier, "DOI" or "ISBN", that the entry shares with the work or an edition of it; or ""."""
    known = [work.identifiers, *(edition.identifiers for edition in work.editions)]
    for name, number in (("DOI", doi_of(entry)), ("ISBN", isbn_of(entry))):
        if number and any(of_one.get(name) == number for of_one in known):
            return name
    return ""


def _identifiers(a: Entry, b: Entry) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those that are the same, and those that by being different make two sources."""
    values = [(name, identity(a), identity(b)) for name, identity in IDENTITIES]
    both = [(name, one == other) for name, one, other in values if one and other]
    return (
        tuple(name for name, same in both if same),
        tuple(name for name, same in both if not same and name in DECISIVE),
    )


def _volumes_differ(a: Entry, b: Entry) -> str:
    """The volumes of a set may share its ISBN."""
    one, other = _place(a, "volume"), _place(b, "volume")
    return "the volume is another" if one and other and one != other else ""


def _titles_agree(a: Entry, b: Entry) -> str:
    """Why the titles are one: all the same, or the main titles where one has no subtitle; "" if they are not."""
    one, other = a.string("title"), b.string("title")
    whole = title_key(one), title_key(other)
    if not all(whole):
        return ""
    if whole[0] == whole[1]:
        return "the title is the same"
    main = main_key(one), main_key(other)
    return "one title has no subtitle, the rest is the same" if main[0] == main[1] and set(main) & set(whole) else ""


def _contradictions(a: Entry, b: Entry) -> Iterator[str]:
    """The reasons why two entries cannot be one source."""
    if part_of(a, b) or part_of(b, a):
        yield "one is a part of the other"
    elif kinship(a.type, b.type) in (Kinship.OTHER, Kinship.ABOUT) or kinship(b.type, a.type) is Kinship.ABOUT:
        yield f"one is of the type {min(a.type, b.type)}, the other {max(a.type, b.type)}"
    for variable in PLACE_VARIABLES:
        one, other = _place(a, variable), _place(b, variable)
        if one and other and one != other:
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
    container, title = part.string("container-title"), whole.string("title")
    return bool(title_key(title)) and title_key(container) == title_key(title)


def _place(entry: Entry, variable: str) -> str:
    """A variable as it is compared: "The Guardian" is "Guardian", "2nd ed." is "2"."""
    key = fold(entry.string(variable))
    if variable == "container-title":
        return without_article(key)
    number = _NUMBER.search(key) if variable == "edition" else None
    return number[0] if number else key


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


def families(entry: Entry) -> frozenset[str]:
    """The folded family or literal names of those an entry is filed under."""
    return frozenset(filter(None, map(family_key, entry.creators())))


def family_key(name: Name) -> str:
    """A name as those are compared who share it: the family name, or the whole of a literal name, folded."""
    return fold(name.literal or name.full_family)


def _people_agree(a: Entry, b: Entry) -> str:
    """The families of one side are all among the other's, and nobody's given names begin differently; "" if not."""
    one, other = families(a), families(b)
    if not one or not other or not (one <= other or other <= one):
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


def _unsigned_alike(a: Entry, b: Entry) -> str:
    """The reason if neither entry names anybody: the same container, or the same printed words; "" if there is none."""
    if families(a) or families(b):
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


def keys(source: Source) -> Iterator[Key]:
    """What to look a source up by, surest first. Two that :func:`compare` calls the same or likely share one.

    The last kind, title and family name, is shared by different sources as well; the one before it, all that is
    printed of title, people, place and date, hardly ever.
    """
    entry = source.entry
    if source.record:
        yield "record", source.record
    for name, identity in IDENTITIES:
        if value := identity(entry):
            yield name, value
    if title := title_key(entry.string("title")):
        people = sorted(families(entry))
        places = (_place(entry, variable) for variable in PLACE_VARIABLES)
        yield "print", title, *people, *places, str(entry.date("issued"))
        for family in people[:MOST_PEOPLE] or [""]:
            yield "title", main_key(entry.string("title")), family
    elif entry.text:
        yield "words", collapse(entry.text)


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
        its_keys = tuple(keys(source))
        number = self._find(source, its_keys)
        if number is None:
            number = len(self._sources)
            self._sources.append(source)
            self._enter(number, its_keys)
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
