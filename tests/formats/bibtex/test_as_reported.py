"""Kinds of fault that users of other programs reported: what stands in a field, and what is meant by it."""

from __future__ import annotations

import pytest

from anora_bib.formats.bibtex import BibLaTeX, BibTeX
from anora_bib.formats.bibtex.names import read_names
from anora_bib.formats.bibtex.tex.reading import unescape
from anora_bib.formats.bibtex.verbatim import verbatim
from anora_bib.model import Date, Library, Name

TEXTS = [
    # commands that print a sign
    (r"\copyright{} Orme, \S~4, \pounds 5", "© Orme, § 4, £5"),
    (r"\og Le sel\fg, 2\up{e} éd.", "«Le sel», 2<sup>e</sup> éd."),
    (r"12\,000 lamps at 5$^\circ$C", "12 000 lamps at 5°C"),
    (r"\b{k}\d{s}\t{ts}", "ḵṣt͡s"),
    # formulas in other marks
    (r"Decay of \ensuremath{B^0} and \ensuremath{\frac{1}{2}}", r"Decay of B<sup>0</sup> and $\frac{1}{2}$"),
    # of two readings, that which needs no LaTeX
    (r"The \texorpdfstring{$\alpha$}{alpha} lamp", "The alpha lamp"),
    (r"\underline{Salt} and \MakeUppercase{Wool}", "Salt and Wool"),
    # what is not known stays as it is, with all its arguments and no more
    (r"\mbox{\decay{\Ks}{\epem}} rates", r"\decay{\Ks}{\epem} rates"),
    (r"\lamp[big]{oil}{gas}, {\harbour} x", r"\lamp[big]{oil}{gas}, {\harbour} x"),
]


@pytest.mark.parametrize(("latex", "text"), TEXTS)
def test_texts(latex: str, text: str) -> None:
    assert unescape(latex) == text


ADDRESSES = [
    (r"https://a.example/salt{\_}lamp{\%}20{\&}x", "https://a.example/salt_lamp%20&x"),
    (r"10.1007/978-3-540-70517-8{\_}23", "10.1007/978-3-540-70517-8_23"),
    (r"\url{https://a.example/salt{\_}lamp}", "https://a.example/salt_lamp"),
]


@pytest.mark.parametrize(("latex", "address"), ADDRESSES)
def test_addresses_with_escapes_in_braces(latex: str, address: str) -> None:
    assert verbatim(latex) == address


NAMES = [
    ("Orme, Ada, and Voss, Lee", [Name("Orme", "Ada"), Name("Voss", "Lee")]),
    ("Orme, Ada and and Voss, Lee", [Name("Orme", "Ada"), Name("Voss", "Lee")]),
    ("and {Orme}, Ada and , and", [Name("Orme", "Ada")]),
    ("van der Orme,", [Name("Orme", "", non_dropping_particle="van der")]),
    ("de Orme", [Name("Orme", "", non_dropping_particle="de")]),
    ("ada orme", [Name("orme", "ada")]),
    (r"\textbf{Orme, A.} and {\'E}t{\"e}, \underline{B}", [Name("Orme", "A."), Name("Étë", "B")]),
    (r"{\textbf{Lamp and Salt}} and \textbf{\emph{Orme, A.}}", [Name(literal="Lamp and Salt"), Name("Orme", "A.")]),
    (r"\textbf{Orme and Voss, Lee", [Name("Orme"), Name("Voss", "Lee")]),
    (r"Fran\c cois Orme and \v Cermak, Ada", [Name("Orme", "François"), Name("Čermak", "Ada")]),
]


@pytest.mark.parametrize(("value", "names"), NAMES)
def test_names(value: str, names: list[Name]) -> None:
    assert list(read_names(value)) == names


FAULTS = [
    ("article{lost,\n title = {Salt}}", "1:1 BIB011 'article{lost,' looks like an entry without its @"),
    ("  @['Book', 'Essay']{lost, title = {Salt}}", "1:3 BIB001 \"@['Book', 'Essay']{lost, title = {Salt}}\" begins"),
    ("@article lost, title = {Salt}}", "1:1 BIB001 '@article lost, title = {Salt}}' begins no entry"),
    ("@misc{a,\n  year = 2001,\n  url = www.example.org}", "3:9 BIB004 the string 'www.example.org' is not defined"),
    ("@misc{a,\n  title = {A},\n  editor = {A, B, C, D}}", "3:3 BIB012 a: editor has the name 'A, B, C, D' with"),
    ("@misc{a,\n  title = {A},\n  title = {B}}", "3:3 BIB003 the entry has the field title more than once"),
    ("@misc{a,\n  title = {A},\n  note = {See \\lamp}}", "3:3 BIB008 a: note has the command \\lamp"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), FAULTS)
def test_a_fault_is_told_where_it_stands(text: str, message: str) -> None:
    (found,) = BibTeX().load(f"{text}\n@book{{kept, title = {{Kept}}}}\n", "refs.bib").diagnostics
    assert f"{found.start.line}:{found.start.column} {found.code} {found.message}".startswith(message)


NO_ENTRIES = ["% @book{hidden, title = {Salt}}\n", "Read books {twice}, says ada@example.org\n", "@comment{x}\n"]


@pytest.mark.parametrize("text", NO_ENTRIES)
def test_text_between_entries_is_no_fault(text: str) -> None:
    assert not BibTeX().load(f"{text}@book{{kept, title = {{Kept}}}}\n", "refs.bib").diagnostics


def test_a_short_title_ends_at_its_last_word() -> None:
    (entry,) = BibTeX().load("@book{k, title = {{Salt : A History}}}", "refs.bib").entries
    assert entry.string("title-short") == "Salt"


TYPES = [
    ("@masterthesis{k, title = {A}}", "thesis", "Master’s thesis"),
    ("@bachelorthesis{k, title = {A}}", "thesis", "Bachelor’s thesis"),
    ("@inproceeding{k, title = {A}}", "paper-conference", ""),
    ("@newspaper{k, title = {A}}", "article-newspaper", ""),
    ("@website{k, title = {A}}", "webpage", ""),
]


@pytest.mark.parametrize(("text", "type", "genre"), TYPES)
def test_types_that_people_write_are_read_as_meant(text: str, type: str, genre: str) -> None:
    (entry,) = BibTeX().load(text, "refs.bib").entries
    assert (entry.type, entry.string("genre")) == (type, genre)
    (again,) = BibTeX().load(BibTeX().dump(Library((entry,))), "refs.bib").entries
    assert (again.type, again.string("genre")) == (type, genre), "BibTeX would print PhD thesis for any other"


def test_entries_without_a_key_are_told_apart() -> None:
    entries = BibTeX().load("@misc{, title = {A}}\n" * 3, "refs.bib").entries
    keys = [entry.key for entry in BibTeX().load(BibTeX().dump(Library(entries)), "refs.bib").entries]
    assert len(set(keys)) == 3


def test_commas_alone_are_passed_over() -> None:
    (entry,) = BibTeX().load("@misc{k,, , title = {A},,\n,}", "refs.bib").entries
    assert (entry.key, entry.string("title")) == ("k", "A")


FIELDS = [
    ("pages = {100---110}", "page", "100-110"),
    (r"url = {\url{https://a.example}, \url{https://b.example}}", "URL", "https://a.example, https://b.example"),
    ("language = {eng}", "language", "en"),
    (r"title = {\href{https://a.example/b\_c}{Lamps}}", "URL", "https://a.example/b_c"),
    (r"title = {\href{https://a.example}{Lamps}}, url = {https://b.example}", "URL", "https://b.example"),
]


@pytest.mark.parametrize(("field", "variable", "value"), FIELDS)
def test_fields(field: str, variable: str, value: str) -> None:
    (entry,) = BibTeX().load(f"@misc{{k, {field}}}", "refs.bib").entries
    assert entry.string(variable) == value


YEARS = [("2004,", Date.of(2004)), ("c. 1850.", Date(((1850,),), circa=True)), ("2004a", Date(literal="2004a"))]


@pytest.mark.parametrize(("year", "date"), YEARS)
def test_years(year: str, date: Date) -> None:
    (entry,) = BibTeX().load(f"@misc{{k, title = {{A}}, year = {{{year}}}}}", "refs.bib").entries
    assert entry.date("issued") == date


def test_braces_around_what_has_no_case_protect_nothing() -> None:
    assert unescape('A {"}lamp{"} {,} {B}', keep_case=True) == 'A "lamp" , <span class="nocase">B</span>'


ENTRIES = [
    # numbers and addresses
    ("doi = {{10.1000/x}}, url = {{https://a.example/b_c}}", {"DOI": "10.1000/x", "URL": "https://a.example/b_c"}),
    ("doi = {10.1002/(SICI)1097(1998)\\%3C16::AID\\%3E3.0;2-2}", {"DOI": "10.1002/(SICI)1097(1998)<16::AID>3.0;2-2"}),
    ("doi = {https://www.doi.org/10.1000%2Fx}", {"DOI": "10.1000/x"}),
    (r"howpublished = {\href  { https://a.example/~b } {\texttt{a.example/\symbol{126}b}}}",
     {"URL": "https://a.example/~b"}),
    (r"howpublished = {\href{https://a.example/b}{The Salt Page}}",
     {"URL": "https://a.example/b", "howpublished": "The Salt Page"}),
    # one publisher under two names
    ("institution = {Salt Board}, publisher = {Salt Board}", {"publisher": "Salt Board"}),
    # MathSciNet's journal in full
    ("journal = {J. Salt}, fjournal = {Journal of Salt}",
     {"container-title": "Journal of Salt", "container-title-short": "J. Salt"}),
    # the day in two fields
    ("year = 2001, month = may # \"~3\", day = {3}", {"issued": "2001-05-03"}),
    # a description in place of a title
    ("titleaddon = {Raw data on salt}", {"title": "Raw data on salt"}),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "values"), ENTRIES)
def test_entries(fields: str, values: dict[str, str]) -> None:
    text = f"@article{{k, {fields}}}\n"
    loaded = BibTeX().load(text, "refs.bib")
    (entry,) = loaded.entries
    assert {name: entry.string(name) for name in entry.fields} == values
    (back,) = BibTeX().load(BibTeX().dump(Library((entry,))), "refs.bib").entries
    assert back.fields == entry.fields


def test_places_of_a_conference_and_its_publisher() -> None:
    text = "@inproceedings{k, booktitle = {Salt}, address = {Oslo}, location = {Bergen}}"
    (entry,) = BibTeX().load(text, "refs.bib").entries
    assert (entry.string("publisher-place"), entry.string("event-place")) == ("Oslo", "Bergen")


def test_what_a_song_is_part_of() -> None:
    text = "@audio{k, title = {Salt}, maintitle = {Lamps}}\n@book{l, title = {Salt}, maintitle = {Lamps}}"
    song, book = BibLaTeX().load(text, "refs.bib").entries
    assert (song.string("title"), song.string("container-title")) == ("Salt", "Lamps")
    assert (book.string("title"), book.string("volume-title")) == ("Lamps", "Salt")


NO_WORKS = ["@set{s, entryset = {k}}", '@IEEEtranBSTCTL{c, CTLuse_forced_etal = "yes"}']


@pytest.mark.parametrize("text", NO_WORKS)
def test_what_is_no_work_is_no_entry_and_is_kept(text: str) -> None:
    loaded = BibLaTeX().load(f"{text}\n\n@book{{k, title = {{Salt}}}}\n", "refs.bib")
    assert [entry.key for entry in loaded.entries] == ["k"]
    assert BibLaTeX().dump(Library(loaded.entries, blocks=loaded.blocks)).startswith(text)
