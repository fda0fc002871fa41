from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.csl.values.initials import initialize
from anora_bib.csl.values.names import is_romanesque, parse_particles, parted
from anora_bib.model import Name


@pytest.mark.parametrize(
    ("data", "expected", "reason"),
    [
        ({"family": "Baker", "given": "Sean"}, Name("Baker", "Sean"), "a plain name"),
        ({"family": "van der Berg", "given": "Jan"}, Name("Berg", "Jan", "", "van der"), "before the family name"),
        ({"family": "Gogh", "given": "Vincent van"}, Name("Gogh", "Vincent", "van"), "behind the given name"),
        (
            {"family": "d\u2019Artagnan", "given": "Charles"},
            Name("Artagnan", "Charles", "", "d\u2019"),
            "an apostrophe",
        ),
        ({"family": "al-Ghazali", "given": "Abu"}, Name("Ghazali", "Abu", "", "al-"), "a hyphen"),
        (
            {"family": "La Fontaine", "given": "Jean de"},
            Name("La Fontaine", "Jean", "de"),
            "a capital: part of the name",
        ),
        ({"family": "O'Neil", "given": "Tip"}, Name("O'Neil", "Tip"), "a capital before the apostrophe"),
        ({"family": "King", "given": "Martin, Jr."}, Name("King", "Martin", suffix="Jr."), "a suffix"),
        (
            {"family": "Doe", "given": "John,! III"},
            Name("Doe", "John", suffix="III", comma_suffix=True),
            "its comma stays",
        ),
        ({"family": '"van Halen"', "given": "Eddie"}, Name("van Halen", "Eddie"), "quoted: as it is"),
        (
            {"family": "von Doe", "given": "X", "parse-names": False},
            Name("von Doe", "X", static_particles=True),
            "parsing forbidden",
        ),
        (
            {"family": "de Gaulle", "given": "C", "non-dropping-particle": "le"},
            Name("de Gaulle", "C", "", "le"),
            "given already",
        ),
        ({"family": "bell hooks"}, Name("bell hooks"), "one name only is not parsed"),
        ({"literal": "The New York Times", "family": "x"}, Name(literal="The New York Times"), "a literal wins"),
        ({"family": "UNESCO", "isInstitution": "true"}, Name(literal="UNESCO"), "an institution by another key"),
        (
            {"family": "Li", "given": "Na", "static-ordering": True},
            Name("Li", "Na", static_ordering=True),
            "its own order",
        ),
        ({"family": 3, "given": None}, Name("3"), "a malformed name"),
    ],
)
def test_from_csl(data: dict[str, object], expected: Name, reason: str) -> None:
    assert parted(Name.from_csl(data)) == expected, reason


@pytest.mark.parametrize(
    ("text", "romanesque"),
    [("Baker", True), ("Чехов", True), ("Παππάς", True), ("محمد", True), ("毛", False), ("김", False)],
)
def test_scripts(text: str, romanesque: bool) -> None:
    assert is_romanesque(text) is romanesque


@pytest.mark.parametrize(
    ("given", "mark", "expected", "reason"),
    [
        ("Sean", ".", "S.", "a name"),
        ("John Ronald Reuel", ". ", "J. R. R.", "several"),
        ("John Ronald Reuel", "", "JRR", "without marks"),
        ("John Ronald", "\u00a0", "J\u00a0R", "with a no-break space"),
        ("J.R.R.", ". ", "J. R. R.", "initials already"),
        ("J R", ".", "J.R.", "initials without full stops"),
        ("Jean-Luc", ".", "J.-L.", "a hyphen stays"),
        ("Guo-ping", ".", "G.", "a small letter after the hyphen"),
        ("Ph.", ".", "Ph.", "an abbreviation is an initial"),
        ("TSerendorj", ".", "Ts.", "capitals in front are one initial"),
        ("ME", ".", "M.", "but not a whole word of them"),
        ("Jean de la", ".", "J. de la", "small words stay"),
        ("Émile", ".", "É.", "accents"),
        ("Владимир Ильич", ". ", "В. И.", "Cyrillic"),
        ("泽东", ".", "泽东", "scripts without initials"),
        ("Lord", ".", "Lord", "a title"),
        ("", ".", "", "nothing"),
    ],
)
def test_initials(given: str, mark: str, expected: str, reason: str) -> None:
    assert initialize(given, mark) == expected, reason


@pytest.mark.parametrize(
    ("given", "mark", "expected", "reason"),
    [
        ("John R. R.", ".", "John R.R.", "whole names stay"),
        ("M E", ". ", "M. E.", "bare initials get the mark"),
        ("Ph.D.", "", "PhD", "no mark"),
        ("W. E. B. Alan", ". ", "W. E. B. Alan", "a name among initials"),
        ("J.-P.", ".", "J.P.", "citeproc-js drops this hyphen"),
    ],
)
def test_names_written_out_may_stay(given: str, mark: str, expected: str, reason: str) -> None:
    assert initialize(given, mark, whole_names=False) == expected, reason


def test_the_hyphen_may_fall() -> None:
    assert initialize("Jean-Luc", ".", hyphen=False) == "J.L."


_NAMES = st.text(alphabet="abJLé -.'’<i>/,! 毛", max_size=24)


@settings(max_examples=100)
@given(_NAMES, st.sampled_from([".", ". ", "", "\u00a0"]), st.booleans(), st.booleans())
def test_any_given_name_is_cut(given: str, mark: str, whole: bool, hyphen: bool) -> None:
    assert isinstance(initialize(given, mark, whole_names=whole, hyphen=hyphen), str)


@settings(max_examples=100)
@given(_NAMES, _NAMES)
def test_parsing_loses_no_letter(family: str, given: str) -> None:
    name = parse_particles(Name(family, given))

    def letters(*of: str) -> str:
        return "".join(sorted(char for char in "".join(of) if char.isalpha()))

    assert letters(*name.parts().values()) == letters(family, given)


@pytest.mark.parametrize("unit", ["a ", "a-", ".", " ", "-", "d'", "A. ", "<i>", ", "])
def test_a_long_value_is_done_within_the_limit_of_a_test(unit: str) -> None:
    assert parted(Name(unit * 100_000, unit * 100_000)) != Name()
    assert initialize("A" + unit * 100_000, ".").startswith("A")
    assert initialize("A" + unit * 100_000, ".", whole_names=False).startswith("A")


WITHOUT_HYPHEN = [
    # given, initials without and with a mark, and written out
    ("Joon-ho", "J", "J.", "Joon-ho"), ("Jean-Luc", "JL", "J. L.", "Jean-Luc"), ("J.-L.", "JL", "J. L.", "J. L."),
    ("Hsiao-hsien Anh", "HA", "H. A.", "Hsiao-hsien Anh"), ("Élie-éric", "É", "É.", "Élie-éric"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "bare", "marked", "whole"), WITHOUT_HYPHEN)
def test_initials_without_hyphens(given: str, bare: str, marked: str, whole: str) -> None:
    assert initialize(given, "", hyphen=False) == bare
    assert initialize(given, ". ", hyphen=False) == marked
    assert initialize(given, ". ", whole_names=False, hyphen=False) == whole
