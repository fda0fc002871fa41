"""The references of an essay as prose points at them: by name, year, title, outlet or record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from anora_bib.model import Apparatus, Name, Outlet, Person, Place, Records, Reference, Work
from anora_bib.model.bibliography.identity import Source, Verdict, group
from anora_bib.model.values.titles import title_keys
from anora_bib.text.characters import fold, without_particles

Index = dict[str, list[int]]


class Sources:
    """Looks references up. Each answer is the index of the one reference that fits, or None.

    Two references that print the same source count as one: the first of them is the answer. ``listed`` limits a search
    to the works-cited list.
    """

    def __init__(self, apparatus: Apparatus, records: Records) -> None:
        self._references = apparatus.references
        self._records = records
        self._source_of = group((Source.of(reference, records) for reference in apparatus.references), Verdict.LIKELY)
        self.listed = tuple(i for i, ref in enumerate(self._references) if ref.place is Place.WORKS_CITED)
        """The references of the works-cited list."""
        self._listed = frozenset(self.listed)
        self._by_title = self._index(self.titles)
        self._by_outlet = self._index(lambda ref: [fold(ref.entry.string("container-title"))])
        self._by_creator = self._index(
            lambda ref: [form for makers in self._makers(ref) for name in makers for form in forms_of(name)]
        )
        self._of_year: dict[tuple[str, str], list[int]] = {}
        """By the form of a name and the year: many works may bear one name, and a search that tried them all would take
        the square of their number."""
        for form, indexes in self._by_creator.items():
            for index in indexes:
                if year := self._year(index):
                    self._of_year.setdefault((form, year), []).append(index)
        self._by_record = self._index(lambda ref: [ref.match.record] if ref.match else [])

    def by_names(self, names: Sequence[str], year: str = "", *, et_al: bool = False) -> int | None:
        """The listed work by these authors (all of them, or the first and others), of that year if one is given."""
        fitting = self.fitting(names, year, et_al=et_al)
        return fitting[0] if self._only(fitting) is not None else None

    def fitting(self, names: Sequence[str], year: str = "", *, et_al: bool = False) -> list[int]:
        """Every listed work by these authors, of that year if one is given.

        A letter behind the year ("2005a") tells apart works whose listed text has the letter too. What looks like a
        particle may be a preposition before the name: "la lectura de Roe (2009)".
        """
        found = self._fitting([fold(name) for name in names], year, et_al=et_al)
        bare = [without_particles(name) for name in names]
        return found if found or bare == list(names) else self._fitting([*map(fold, bare)], year, et_al=et_al)

    def _fitting(self, wanted: Sequence[str], year: str, *, et_al: bool) -> list[int]:
        def fits(index: int) -> bool:
            return any(
                (len(makers) > len(wanted) if et_al else len(makers) == len(wanted))
                and all(form in forms_of(name) for form, name in zip(wanted, makers, strict=False))
                for makers in self._makers(self._references[index])
            )

        number = year[:4]
        by_name = self._of_year.get((wanted[0], number), []) if year else self._by_creator.get(wanted[0], [])
        fitting = [index for index in by_name if index in self._listed and fits(index)]
        if year == number or len(fitting) < 2:
            return fitting
        return [index for index in fitting if year in self._references[index].entry.text] or fitting

    def by_title(self, title: str, *, listed: bool = False) -> int | None:
        """The reference with that title, whole or without its subtitle."""
        return self._only(self._within(self._by_title.get(fold(title), []), listed))

    def by_record(self, record: str, *, listed: bool = False) -> int | None:
        """The reference that is the work of that record, or else, unmatched, bears its title."""
        matched = self._only(self._within(self._by_record.get(record, []), listed))
        work = self._records.by_id.get(record)
        if matched is not None or not isinstance(work, Work):
            return matched
        titled = (index for form in work.forms for index in self._by_title.get(fold(form), []))
        return self._only(index for index in self._within(titled, listed) if self._references[index].match is None)

    def by_outlet(self, name: str, record: str = "") -> int | None:
        """The one piece published there."""
        outlet = self._records.by_id.get(record)
        names = {fold(form) for form in (name, *(outlet.forms if isinstance(outlet, Outlet) else ()))}
        return self._only(index for form in names for index in self._by_outlet.get(form, []))

    def by_person(self, name: str) -> int | None:
        """The one reference by that person."""
        return self._only(self._by_creator.get(fold(name), []))

    def titles(self, reference: Reference) -> set[str]:
        """The folded titles of a reference: as printed, without subtitle, and as its record has them."""
        titles = set(title_keys(reference.entry.string("title")))
        work = self._records.by_id.get(reference.match.record) if reference.match else None
        if isinstance(work, Work):
            titles |= {fold(form) for form in work.forms}
        return titles - {""}

    def is_of_year(self, index: int, year: str) -> bool:
        """True if the reference is dated in that year, whatever letter stands behind it."""
        return self._year(index) == year[:4]

    def _year(self, index: int) -> str:
        issued = self._references[index].entry.date("issued")
        return "" if issued is None or issued.year is None else str(issued.year)

    def creators(self, index: int) -> tuple[Name, ...]:
        """Those whom a reference names, and where they are spelt otherwise, those of its record."""
        return tuple(dict.fromkeys(name for makers in self._makers(self._references[index]) for name in makers))

    def _makers(self, reference: Reference) -> list[tuple[Name, ...]]:
        """The creators as printed, and as the record of the work has them: the text may name them either way."""
        work = self._records.by_id.get(reference.match.record) if reference.match else None
        printed = reference.entry.creators()
        ids = next(iter(work.creators.values()), ()) if isinstance(work, Work) else ()
        people = [self._records.by_id.get(id) for id in ids]
        recorded = tuple(person.name for person in people if isinstance(person, Person))
        return [names for names in (printed, recorded) if names]

    def _index(self, keys: Callable[[Reference], Iterable[str]]) -> Index:
        index: Index = {}
        for number, reference in enumerate(self._references):
            for key in dict.fromkeys(keys(reference)):
                if key:
                    index.setdefault(key, []).append(number)
        return index

    def _within(self, indexes: Iterable[int], listed: bool) -> Iterator[int]:
        return (index for index in indexes if not listed or index in self._listed)

    def _only(self, indexes: Iterable[int]) -> int | None:
        """The first of the references, if all are of one source; looks no further than the second source."""
        first: int | None = None
        for index in indexes:
            if first is None:
                first = index
            elif self._source_of[index] != self._source_of[first]:
                return None
            else:
                first = min(first, index)
        return first


def forms_of(name: Name) -> set[str]:
    """How a text may call the bearer of a name, folded: the family name, or the whole."""
    return {fold(name.family), fold(name.full_family), fold(name.display)} - {""}
