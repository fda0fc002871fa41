from __future__ import annotations

import pytest

from anora_bib.authority.names import Likeness, compare, pair
from anora_bib.model import Name, Person

SRNICEK = Person("person/s", Name("Srnicek", "Nick"))
GRANT = Person("person/g", Name("Grant", "Melissa Gira"))
BUNUEL = Person("person/b", Name("Buñuel", "Luis"))
STERNBERG = Person("person/v", Name("Sternberg", "Josef", non_dropping_particle="von"))
SERE = Person("person/a", Name("Serebryakov", "Aleksei"), aliases=("Alexei Serebryakov",))
BAND = Person("person/t", Name(literal="Take That"))
MAC = Person("person/m", Name("Mac", "Juno"))
SMITH = Person("person/x", Name("Smith", "Molly"))

SAME, MISSPELT, OTHER = Likeness.SAME, Likeness.MISSPELT, Likeness.OTHER


@pytest.mark.parametrize(
    ("name", "person", "likeness", "found", "why"),
    [
        (Name("Srnicek", "Nick"), SRNICEK, SAME, "", "equal"),
        (Name("Srnieck", "Nick"), SRNICEK, MISSPELT, "Srnieck", "two letters changed places"),
        (Name("Srniceck", "Nick"), SRNICEK, MISSPELT, "Srniceck", "a letter too many"),
        (Name("Snicek", "Nick"), SRNICEK, MISSPELT, "Snicek", "a letter too few"),
        (Name("Srnieck", "N."), SRNICEK, MISSPELT, "Srnieck", "misspelt beside an initial"),
        (Name("Srnieck"), SRNICEK, MISSPELT, "Srnieck", "a long family name alone"),
        (Name("Grunt"), GRANT, OTHER, "", "a short family name alone"),
        (Name("Nick", "Srnicek"), SRNICEK, SAME, "", "turned round"),
        (Name(literal="Nick Srnicek"), SRNICEK, SAME, "", "not taken apart"),
        (Name(literal="Nick Srnieck"), SRNICEK, MISSPELT, "Srnieck", "not taken apart, and misspelt"),
        (Name("Srnicek", "N."), SRNICEK, SAME, "", "an initial"),
        (Name("Srnicek"), SRNICEK, SAME, "", "the family name alone"),
        (Name("Srnicek", "Ludovic"), SRNICEK, OTHER, "", "another of that family"),
        (Name("Grant", "Melissa"), GRANT, SAME, "", "a given name left out"),
        (Name("Grant", "M. G."), GRANT, SAME, "", "initials"),
        (Name("Grant", "Mel"), GRANT, SAME, "", "a name for short"),
        (Name("Grant", "Melisa Gira"), GRANT, MISSPELT, "Melisa", "a doubled letter lost"),
        (Name("Grant", "Cary"), GRANT, OTHER, "", "another of that family"),
        (Name("Bunuel", "Luis"), BUNUEL, SAME, "", "an accent missing"),
        (Name("Sternberg", "Josef"), STERNBERG, SAME, "", "a particle missing"),
        (Name("von Sternberg", "Josef"), STERNBERG, SAME, "", "the particle as part of the family"),
        (Name("Serebryakov", "Alexei"), SERE, SAME, "", "an alias"),
        (Name(literal="Take That"), BAND, SAME, "", "a literal"),
        (Name("That", "Take"), BAND, SAME, "", "a literal taken apart"),
        (Name("Mak", "Juno"), MAC, OTHER, "", "a family name of three letters"),
        (Name(), MAC, OTHER, "", "no name"),
    ],
)
def test_compare(name: Name, person: Person, likeness: Likeness, found: str, why: str) -> None:
    result, misspellings = compare(name, person)
    assert result == likeness, why
    assert " ".join(misspelling.printed for misspelling in misspellings) == found, why


def test_each_person_is_paired_once_and_sure_pairs_come_first() -> None:
    names = (Name("Smyth", "Molly"), Name("Smith", "Molly"), Name("Mac", "J."))
    pairs = pair(names, (MAC, SMITH))
    assert [(pairing.place, pairing.person) for pairing in pairs] == [(1, SMITH), (2, MAC)]


@pytest.mark.parametrize(
    ("name", "person", "found", "why"),
    [
        (Name("Mack", "Juno"), MAC, "Mack", "the given name is right in full"),
        (Name("Srnicek", "Nik"), SRNICEK, "Nik", "the family name is right in full"),
        (Name("Mack", "J."), MAC, None, "an initial vouches for nobody"),
        (Name("Mack", "June"), MAC, None, "nothing is right in full"),
        (Name("Tac", "Juno"), MAC, None, "the first letter is never the misspelling"),
    ],
)
def test_short_names_of_the_people_of_a_work(name: Name, person: Person, found: str | None, why: str) -> None:
    pairs = pair((name,), (person,))
    assert [misspelling.printed for one in pairs for misspelling in one.misspellings] == ([found] if found else []), why
