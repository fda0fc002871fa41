"""What BibTeX and LaTeX make of the files that are written: parents, xdata, and signs that a font encoding lacks."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from anora_bib.diagnostics import Severity
from anora_bib.formats.bibtex import BibLaTeX, BibTeX
from anora_bib.formats.bibtex.tex.writing import escape
from anora_bib.formats.bibtex.writing.default_encoding import preamble
from anora_bib.formats.csl.csl_json import CslJson
from anora_bib.formats.losses import unwritten
from anora_bib.formats.tagged.ris import Ris
from anora_bib.model import Entry, Library, Name


def library(text: str) -> Library:
    loaded = BibTeX().load(text, "refs.bib")
    return Library(loaded.entries, loaded.diagnostics, loaded.blocks)


def keys(text: str) -> list[str]:
    return [entry.key for entry in library(text)]


ORDERS = [
    # a file, and the keys in the order that BibTeX needs
    ("@book{a}\n@inbook{b, crossref = {a}}", ["b", "a"]),
    ("@inbook{b, crossref = {a}}\n@book{a}", ["b", "a"]),
    ("@book{a}\n@inbook{b, crossref = {A}}\n@misc{c}\n@inbook{d, crossref = {a}}\n@misc{e}", ["b", "c", "d", "a", "e"]),
    ("@mvbook{a}\n@book{b, crossref = {a}}\n@inbook{c, crossref = {b}}\n@misc{d}", ["c", "b", "a", "d"]),
    ("@book{a, crossref = {b}}\n@book{b, crossref = {a}}\n@misc{c}", ["a", "b", "c"]),
    ("@book{a, crossref = {a}}\n@misc{c}", ["a", "c"]),
    ("@book{a, crossref = {none}}\n@misc{c}", ["a", "c"]),
]


@pytest.mark.parametrize(("text", "order"), ORDERS)
def test_bibtex_gets_parents_behind_their_children(text: str, order: list[str]) -> None:
    written = BibTeX().dump(library(text))
    assert keys(written) == order
    assert keys(BibLaTeX().dump(library(text))) == keys(text), "biber does not mind"
    assert BibTeX().dump(library(written)) == written, "a second time changes nothing more"


HOUSE = "@xdata{house-1, publisher = {Verso}, location = {London}, name = {Roe, Ann and Poe, Bo}}\n"
INHERITED = [
    # what biber lends and BibTeX does not is written out; what both lend is not
    ("@collection{a, editor = {Roe, Ann}, title = {Doors}, date = {2001}}\n"
     "@incollection{b, crossref = {a}, title = {Locks}}",
     "@incollection{b, crossref = {a}, title = {Locks}, booktitle = {Doors}, }"),
    ("@incollection{b, crossref = {a}, title = {Locks}}\n@book{a, title = {Doors}, booktitle = {Doors}, year = 2001}",
     "@incollection{b, crossref = {a}, title = {Locks}, }"),
    ("@mvbook{a, author = {Roe, Ann}, title = {All}, date = {2001}}\n@book{b, crossref = {a}, title = {One}}\n"
     "@inbook{c, crossref = {b}, title = {Locks}}",
     "@inbook{c, crossref = {b}, title = {Locks}, bookauthor = {Roe, Ann}, author = {Roe, Ann}, year = {2001}, "
     "maintitle = {All}, booktitle = {One}, }"),
    (HOUSE + "@book{b, xdata = {house-1}, title = {Doors}}",
     "@book{b, xdata = {house-1}, title = {Doors}, publisher = {Verso}, address = {London}, name = {Roe, Ann and Poe, "
     "Bo}, }"),
    (HOUSE + "@book{b, author = {Moe, Cy and xdata=house-1-name-2}, publisher = {xdata=house-1-publisher}}",
     "@book{b, author = {Moe, Cy and Poe, Bo}, publisher = {Verso}, }"),
    (HOUSE + "@book{b, author = {xdata=house-1-nobody}, title = {Doors}}",
     "@book{b, author = {xdata=house-1-nobody}, title = {Doors}, }"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "entry"), INHERITED)
def test_what_biber_alone_inherits_is_written_for_bibtex(text: str, entry: str) -> None:
    one = library(text)
    written = [" ".join(chunk.split()) for chunk in BibTeX().dump(one).split("\n\n")]
    assert entry in written
    before = {item.key: item.to_csl() for item in one}
    after = {item.key: item.to_csl() for item in library(BibTeX().dump(one))}
    for key, item in before.items():
        assert [item.get(name) for name in ("title", "author")] == [
            after[key].get(name) for name in ("title", "author")
        ]


def test_single_values_of_xdata_are_read() -> None:
    text = HOUSE + "@book{b, author = {xdata=house-1-name-1 and Moe, Cy}, location = {xdata = house-1-location}}"
    [book] = library(text)
    assert book.names("author") == (Name("Roe", "Ann"), Name("Moe", "Cy"))
    assert book.string("publisher-place") == "London"
    assert BibLaTeX().dump(library(text)).count("xdata") == 3, "biber reads them itself"


def test_what_a_single_value_is_taken_from_must_be_there() -> None:
    found = library(HOUSE + "@book{b, title = {xdata=house-1-title}}").diagnostics
    assert [(problem.code, problem.message) for problem in found] == [
        ("BIB005", "xdata in title points at 'house-1-title', which is not in this file")
    ]


BETWEEN = [
    ('@preamble{"\\relax"}\n@comment{x}\nwords\n@string{a = "A"}\n@book{b, publisher = a}',
     ["csl-json has no place for 1 preamble, 1 comment, 1 text between entries and 1 string, which is not written; the "
      "values of strings and xdata entries stand in the entries that use them"]),
    ("@comment{x}\n@comment{y}\n@book{b}", ["csl-json has no place for 2 comments, which is not written"]),
    ("@book{b}", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "messages"), BETWEEN)
def test_what_stands_between_entries_is_told_where_it_gets_lost(text: str, messages: list[str]) -> None:
    one = library(text)
    assert [found.message for found in unwritten(one, CslJson())] == messages
    assert {found.severity for found in unwritten(one, CslJson())} <= {Severity.INFO}, "the exit status stays 0"
    assert [found.message.replace("ris", "csl-json", 1) for found in unwritten(one, Ris())] == messages
    assert unwritten(one, BibTeX()) == unwritten(one, BibLaTeX()) == []


def test_signs_that_the_default_encoding_lacks_bring_their_preamble() -> None:
    polish = Entry.of("book", key="was", title="\u00abR\u0119ka\u00bb", author=(Name("W\u0105s", "Jan"),))
    written = BibTeX().dump(Library((polish,)))
    assert [line.split("\\string")[1].split("\\endcsname")[0] for line in written.splitlines()[:3]] == [
        "\\guillemotleft", "\\guillemotright", "\\k"
    ]  # fmt: skip
    assert r"{W{\k{a}}s, Jan}" in written
    assert BibTeX().dump(library(written)) == written, "the preamble is not written twice"
    assert "@preamble" not in BibTeX().dump(Library((Entry.of("book", title="M\u00fcller \u201cx\u201d"),)))
    assert "@preamble" not in BibLaTeX().dump(Library((polish,)))


def test_a_preamble_is_for_what_is_used() -> None:
    assert preamble([r"{\kappa}", r"{\thing}", "k"]) == ""
    assert preamble([r"\dj{} \k{a}"]).count("providecommand") == 2


def test_cyrillic_letters_stay() -> None:
    assert (
        escape("\u0416\u0443\u0440\u043d\u0430\u043b \u04dc", ascii_only=True)
        == "\u0416\u0443\u0440\u043d\u0430\u043b \u04dc"
    )


SIGNS = (
    "\u0105\u0118\u012f\u0173\u00ab\u00bb\u2039\u203a\u201e\u201a\u0111\u0110\u00f0\u00d0\u00fe\u00de\u014b\u00df\u00f8"
    "\u0142\u0153\u00e6\u00e5\u0219\u021b\u0151\u1e63\u0101\u017e\u016f\u00bf\u00a1\u201c\u201d\u2018\u2019\u2026\u2013\u2014"
    "\u00b0\u00b1\u00d7\u00a7\u20ac\u00a3\u00a9\u00ae\u2122\u00bd\u00b2\u03b1\u2192\u2264\u221e\u2116"
)


@pytest.mark.skipif(not (shutil.which("pdflatex") and shutil.which("bibtex")), reason="LaTeX is not installed")
@pytest.mark.parametrize("packages", ["", r"\usepackage[T1]{fontenc}"])
def test_every_sign_compiles_without_packages(tmp_path: Path, packages: str) -> None:
    one = Entry.of("book", key="signs", title=" ".join(SIGNS), author=(Name("W\u0105s", "Jan"),), publisher="Verso")
    (tmp_path / "refs.bib").write_text(BibTeX().dump(Library((one,))), "ascii")
    body = r"\begin{document}\nocite{*}\bibliographystyle{plain}\bibliography{refs}\end{document}"
    (tmp_path / "paper.tex").write_text(rf"\documentclass{{article}}{packages}{body}", "ascii")
    latex = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "-draftmode", "paper"]
    for command in (latex, ["bibtex", "paper"], latex):
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=60)


@pytest.mark.skipif(not shutil.which("bibtex"), reason="BibTeX is not installed")
def test_bibtex_prints_what_a_child_inherits(tmp_path: Path) -> None:
    text = (
        "@collection{a, editor = {Roe, Ann}, title = {Doors}, date = {2001}, publisher = {Verso}}\n"
        "@incollection{b, crossref = {a}, author = {Poe, Bo}, title = {Locks}, pages = {1--9}}\n"
    )
    (tmp_path / "refs.bib").write_text(BibTeX().dump(library(text)), "ascii")
    (tmp_path / "paper.aux").write_text("\\citation{b}\n\\bibstyle{plain}\n\\bibdata{refs}\n", "ascii")
    done = subprocess.run(["bibtex", "paper"], cwd=tmp_path, check=True, capture_output=True, timeout=60)
    assert b"Warning" not in done.stdout
    printed = " ".join((tmp_path / "paper.bbl").read_text("ascii").split())
    for part in ("Bo~Poe", "Locks", "Ann Roe, editor", r"{\em Doors}", "1--9", "Verso, 2001"):
        assert part in printed


TITLES = [
    # type, title, what biblatex gets
    ("book", "Salt and light: a memoir", {"title": "Salt and light", "subtitle": "a memoir"}),
    ("book", "Salt and Light: A Memoir", {"title": "{Salt and Light}", "subtitle": "{A Memoir}"}),
    ("book", "On <i>Doors</i>: <i>a</i> memoir", {"title": r"{On \emph{Doors}}", "subtitle": r"{{}\emph{a} memoir}"}),
    ("book", "On <i>doors: a memoir</i>", {"title": r"On {{}\emph{doors: a memoir}}"}),
    ("book", "Who is it? On doors: a memoir", {"title": "Who is it? On doors: a memoir"}),
    ("book", "Salt: light: a memoir", {"title": "Salt", "subtitle": "light: a memoir"}),
    ("motion_picture", "2001: A Space Odyssey", {"title": "{2001: A Space Odyssey}"}),
    ("legal_case", "Re: Smith", {"title": "{Re: Smith}"}),
    ("book", "Doors :", {"title": "Doors :"}),
]


@pytest.mark.parametrize(("type", "title", "fields"), TITLES)
def test_biblatex_gets_the_subtitle_in_a_field_of_its_own(type: str, title: str, fields: dict[str, str]) -> None:
    entry = Entry.of(type, key="a", title=title)
    [back] = library(BibLaTeX().dump(Library((entry,))))
    assert back.written is not None
    assert {field.name: field.value[1:-1] for field in back.written.fields} == fields
    shown = back.string("title").replace('<span class="nocase">', "").replace("</span>", "")
    assert shown == title
    assert "subtitle" not in BibTeX().dump(Library((entry,)))


def test_a_subtitle_that_is_there_stays() -> None:
    entry = Entry.of("book", key="a", title="Salt: Light", subtitle="A Memoir")
    assert "title    = {{Salt: Light}}" in BibLaTeX().dump(Library((entry,)))


LISTS = [
    # publisher and place, as biblatex gets them: "and" parts the items of its lists
    ({"publisher": "Roe and Poe", "publisher-place": "London"}, {"publisher": "{Roe and Poe}", "location": "London"}),
    ({"publisher": "Roe; Poe", "publisher-place": "London; Paris"},
     {"publisher": "Roe and Poe", "location": "London and Paris"}),
    ({"publisher": "Roe and Poe; Moe", "publisher-place": "Rand"},
     {"publisher": "{Roe and Poe} and Moe", "location": "Rand"}),
]  # fmt: skip


@pytest.mark.parametrize(("values", "fields"), LISTS)
def test_lists_of_biblatex_are_not_parted_where_they_should_not(values: dict[str, str], fields: dict[str, str]) -> None:
    one = Library((Entry.of("book", key="a", **values),))
    [back] = library(BibLaTeX().dump(one))
    assert back.written is not None
    assert {field.name: field.value[1:-1] for field in back.written.fields} == fields
    assert {name: back.string(name) for name in values} == values
    assert unwritten(one, BibLaTeX()) == []
    assert "publisher = {Roe and" in " ".join(BibTeX().dump(one).split()) or ";" in values["publisher"]


def test_a_case_has_a_court_and_a_reporter() -> None:
    text = "@jurisdiction{a, title = {Roe v. Poe}, reporter = {U.S.}, volume = 410, institution = {Supreme Court}}"
    [case] = library(text)
    assert [case.string(name) for name in ("container-title", "authority", "publisher")] == [
        "U.S.",
        "Supreme Court",
        "",
    ]
    assert "institution = {Supreme Court}" in " ".join(BibLaTeX().dump(library(text)).split())


def test_a_season_in_words_is_not_lost_as_a_number() -> None:
    entry = CslJson().load('[{"id": "a", "issued": {"date-parts": [[2001]], "season": "Spring"}}]', "a.json").entries[0]
    assert unwritten(Library((entry,)), BibLaTeX()) == []
    assert "date = {2001-21}" in BibLaTeX().dump(Library((entry,)))
