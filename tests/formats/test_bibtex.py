"""BibTeX and BibLaTeX as people write them, and as we write them."""

from __future__ import annotations

import pytest

from anora_bib.errors import InputError
from anora_bib.formats.bibtex import BibLaTeX, BibTeX
from anora_bib.formats.bibtex.dates import MONTHS
from anora_bib.model import Date, Entry, Library, Name
from anora_bib.model.values.richtext import plain

FILE = r"""% a comment
@preamble{"\newcommand{\noop}[1]{}"}
@string{verso = "Verso " # books}
@string{books = {Books}}
@comment{anything}
@Book{grant2014,
  author = {Grant, Melissa Gira and {Take That} and Vincent van Gogh and King, Jr., Martin Luther and others},
  title = "Playing the {W}hore: {\'E}tudes {\&} {HBO}",
  year = 2014, month = mar, publisher = verso, isbn = {123},
  odd-field = {kept}
}
@incollection{child, crossref = {Parent}, author = {Jean de La Fontaine}, title = {A part}, pages = {3--7}}
@book{parent, editor = {Smith, Molly}, title = {The whole}, date = {2018-05/2019}, publisher = {Zero}}
@online{web, title = {Page}, url = {https://x.org/a_b}, urldate = {2025-04-03}, entrysubtype = {post}}
"""


def test_what_people_write() -> None:
    loaded = BibTeX().load(FILE, "refs.bib")
    grant, child, parent, web = loaded.entries
    assert [problem.code for problem in loaded.diagnostics] == ["BIB004"], "books is used before it is defined"
    assert grant.names("author") == (
        Name("Grant", "Melissa Gira"),
        Name(literal="Take That"),
        Name("Gogh", "Vincent", non_dropping_particle="van"),
        Name("King", "Martin Luther", suffix="Jr."),
        Name(literal="others"),
    )
    assert plain(grant.string("title")) == "Playing the Whore: Études & HBO"
    assert grant.date("issued") == Date.of(2014, 3)
    assert (grant.string("ISBN"), grant.string("odd-field")) == ("123", "kept")
    assert child.names("author") == (Name("La Fontaine", "Jean", non_dropping_particle="de"),)
    assert (child.string("container-title"), child.string("publisher")) == ("The whole", "Zero")
    assert child.string("page") == "3-7"
    assert parent.date("issued") == Date(((2018, 5), (2019,)))
    assert (web.type, web.string("URL"), web.date("accessed")) == ("post", "https://x.org/a_b", Date.of(2025, 4, 3))


BROKEN = [
    ("@book{a, title = {x}}\n@book{b, title = {never closed\n@book{c, title = {y}}", ["a", "c"], [("BIB001", 2)]),
    # a brace too many in a value takes the rest of the entry, but not the next one
    (
        "@book{a,\n  publisher = {Roe {{\\&} Poe},\n  year = {2001}\n}\n\n@book{b,\n  title = {y}\n}",
        ["a", "b"],
        [("BIB011", 1)],
    ),
    # and one too few closes the entry before its end
    ("@book{a, title = {Doors}}, year = {2001}}\n@book{b, title = {y}}", ["a", "b"], [("BIB011", 1)]),
    ("@book{a, title = {x}}\n\n  @book{a, title = {y}}", ["a", "aa"], [("BIB002", 3)]),
    ("@book{a, title = {x}, title = {y}}", ["a"], [("BIB003", 1)]),
    ("\n@book{a, publisher = nowhere}", ["a"], [("BIB004", 2)]),
    ("@book{a, crossref = {nobody}}", ["a"], [("BIB005", 1)]),
    ("@book{b title = {x}}", ["b"], [("BIB011", 1)]),
]


@pytest.mark.parametrize(("text", "keys", "problems"), BROKEN)
def test_broken_parts(text: str, keys: list[str], problems: list[tuple[str, int]]) -> None:
    loaded = BibTeX().load(text, "refs.bib")
    assert [entry.key for entry in loaded.entries] == keys
    assert [(problem.code, problem.start.line) for problem in loaded.diagnostics] == problems
    assert all(problem.path == "refs.bib" and "\n" not in problem.message for problem in loaded.diagnostics)


def test_no_entry_at_all() -> None:
    with pytest.raises(InputError, match=r"^refs\.bib:1: holds no entry"):
        BibTeX().load("just prose", "refs.bib")


def test_macros_that_double_each_other() -> None:
    doubling = "\n".join(f"@string{{m{i} = m{i - 1} # m{i - 1}}}" for i in range(1, 60))
    loaded = BibTeX().load(f"@string{{m0 = {{0123456789}}}}\n{doubling}\n@book{{a, title = m59}}", "refs.bib")
    assert [entry.key for entry in loaded.entries] == ["a"]
    assert any("more text than a field can hold" in problem.message for problem in loaded.diagnostics)


def dumped(**values: object) -> str:
    return BibTeX().dump(Library((Entry.of("article-journal", key="k", **values),)))  # type: ignore[arg-type]


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_both_ways(month: int) -> None:
    text = dumped(issued=Date.of(2024, month))
    assert f"month = {MONTHS[month - 1]}," in " ".join(text.split())
    (back,) = BibTeX().load(text, "").entries
    assert back.date("issued") == Date.of(2024, month)
    full = Date.of(2000, month).iso
    for spelled in (MONTHS[month - 1].title(), str(month)):
        (back,) = BibTeX().load(f"@book{{k, year = {{2000}}, month = {{{spelled}}}}}", "").entries
        assert back.string("issued") == full


TITLES = [
    ("Sean Baker Makes Movies", "{Sean Baker Makes Movies}", "a headline hides its names"),
    ("What the HBO money bought", "What the {HBO} money bought", "capitals inside"),
    ("The politics of Anora: A reading of film", "The politics of {Anora}: A reading of film", "a proper noun"),
    ("A short note on <i>Anora</i>", r"A short note on {{}\emph{Anora}}", "a title in the title"),
    ("IndieWire awards", "{IndieWire} awards", "capital inside"),
]


@pytest.mark.parametrize(("title", "expected", "reason"), TITLES)
def test_case_protection(title: str, expected: str, reason: str) -> None:
    text = dumped(title=title)
    assert f"{{{expected}}}" in text, reason
    (back,) = BibTeX().load(text, "").entries
    assert plain(back.string("title")) == plain(title)


def test_values_cannot_break_out() -> None:
    text = dumped(title="} \\input{/etc/passwd} % # $ & _ ^ ~", note="a}, year = {1")
    assert r"{\textbraceright} {\textbackslash}input{\textbraceleft}/etc/passwd{\textbraceright}" in text
    assert r"\% \# \$ \& \_ {\textasciicircum} {\textasciitilde}" in text
    (back,) = BibTeX().load(text, "").entries
    assert back.string("title") == "} \\input{/etc/passwd} % # $ & _ ^ ~"
    assert back.date("issued") is None


def test_bibtex_is_escaped_and_biblatex_is_not() -> None:
    library = Library((Entry.of("book", key="k", author=(Name("Žižek", "Slavoj"),), title="Ça – “va”", page="3-7"),))
    bibtex, biblatex = BibTeX().dump(library), BibLaTeX().dump(library)
    assert bibtex.isascii()
    assert "{Žižek, Slavoj}" in biblatex
    assert "{Ça – “va”}" in biblatex
    assert "{3--7}" in bibtex
    assert BibTeX().load(bibtex, "").entries[0].to_csl() == BibLaTeX().load(biblatex, "").entries[0].to_csl()


def test_a_film_is_headed_by_its_director() -> None:
    film = Entry.of(
        "motion_picture", key="anora", title="Anora", director=(Name("Baker", "Sean"),), issued=Date.of(2024)
    )
    text = BibLaTeX().dump(Library((film,)))
    assert text.startswith("@movie{anora,\n  author")
    assert BibLaTeX().load(text, "").entries[0].to_csl() == film.to_csl()


DATES = [
    (Date.of(2024, 5, 22), "2024-05-22"),
    (Date(((2019,), (2021,))), "2019/2021"),
    (Date(((1920,),), circa=True), "1920~"),
    (Date(((2024,),), season="1"), "2024-21"),
]


@pytest.mark.parametrize(("date", "expected"), DATES)
@pytest.mark.parametrize("format", [BibTeX(), BibLaTeX()], ids=lambda dialect: dialect.name)
def test_dates(format: BibTeX | BibLaTeX, date: Date, expected: str) -> None:
    text = format.dump(Library((Entry.of("book", key="k", issued=date, accessed=date),)))
    assert text.count(f"{{{expected}}}") == (2 if format.name == "biblatex" else 1)
    (back,) = format.load(text, "").entries
    assert (back.string("issued"), back.date("accessed")) == (date.iso, date)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (Date(((-44,),)), "-0043"),
        (Date(((-44, 3, 15),)), "-0043-03-15"),
        (Date(((-1,),)), "0000"),
        (Date(((-100,), (-50,))), "-0099/-0049"),
        (Date(((-430,),), circa=True), "-0429~"),
    ],
)
def test_years_before_the_common_era_are_astronomical_in_biblatex(date: Date, expected: str) -> None:
    entry = Entry.of("book", key="k", issued=date)
    text = BibLaTeX().dump(Library((entry,)))
    assert f"date = {{{expected}}}" in " ".join(text.split())
    (back,) = BibLaTeX().load(text, "").entries
    assert back.date("issued") == date
    (old,) = BibTeX().load(BibTeX().dump(Library((entry,))), "").entries
    assert old.date("issued") == date or old.string("issued") == date.iso
