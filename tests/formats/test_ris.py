"""RIS as reference managers and publishers write it, and as they read it."""

from __future__ import annotations

import pytest

from anora_bib.formats.tagged.ris import Ris
from anora_bib.model import Date, Entry, Library, Name
from anora_bib.model.bibliography.entries import Field, Value
from anora_bib.model.values.csl import DATE_VARIABLES, NAME_VARIABLES, TYPES, VARIABLES


def read(lines: str) -> Entry:
    (entry,) = Ris().load(lines.replace(" / ", "\n") + "\nER  - \n", "refs.ris").entries
    return entry


READ = [
    # a tag means another thing for each type
    ("TY  - MPCT / AU  - Baker, Sean / A3  - Coco, Alex / SP  - 139 min",
     {"director": "Baker, Sean", "producer": "Coco, Alex", "dimensions": "139 min"}),
    ("TY  - INTV / AU  - Madison, Mikey / A2  - Roxborough, Scott",
     {"author": "Madison, Mikey", "interviewer": "Roxborough, Scott"}),
    ("TY  - PCOMM / AU  - Woolf, Virginia / A2  - West, Vita",
     {"author": "Woolf, Virginia", "recipient": "West, Vita"}),
    ("TY  - RPRT / A2  - Cole, Ana / T2  - Working Papers / SN  - WP-12", {"collection-editor": "Cole, Ana",
     "collection-title": "Working Papers", "number": "WP-12"}),
    ("TY  - EDBOOK / A3  - Grant, Melissa / T2  - Verso Classics / SV  - 4",
     {"editor": "Grant, Melissa", "collection-title": "Verso Classics", "collection-number": "4"}),
    ("TY  - CHAP / A2  - Roe, Kim / A3  - Poe, Lee / T2  - The Reader / T3  - Studies / IS  - 3 / SE  - 7",
     {"editor": "Roe, Kim", "collection-editor": "Poe, Lee", "container-title": "The Reader",
      "collection-title": "Studies", "number-of-volumes": "3", "chapter-number": "7"}),
    ("TY  - CASE / TI  - Roe v. Wade / T2  - U.S. / VL  - 410 / SP  - 113 / PB  - Supreme Court / SV  - 70-18",
     {"title": "Roe v. Wade", "container-title": "U.S.", "volume": "410", "page": "113",
      "authority": "Supreme Court", "number": "70-18"}),
    ("TY  - COMP / TI  - Tool / ET  - 2.1", {"title": "Tool", "version": "2.1"}),
    ("TY  - THES / AU  - Roe, Kim / A3  - Poe, Lee", {"author": "Roe, Kim", "contributor": "Poe, Lee"}),
    ("TY  - CASE / A4  - Poe, Lee / OP  - reversed", {"contributor": "Poe, Lee", "references": "reversed"}),
    ("TY  - BILL / A2  - Poe, Lee / T3  - Senate / ET  - 117",
     {"author": "Poe, Lee", "authority": "Senate", "chapter-number": "117"}),
    ("TY  - ART / C3  - 20 x 30 cm", {"dimensions": "20 x 30 cm"}),
    # what library catalogues add to names
    ("TY  - BOOK / AU  - Holberg, Ludvig, 1684-1754 / AU  - Poe, Lee, [1950-]",
     {"author": "Holberg, Ludvig; Poe, Lee", "author-dates": "Holberg, Ludvig: 1684-1754; Poe, Lee: 1950-"}),
    ("TY  - JOUR / PY  - 0000 / N1  - doi:10.1000/ABC", {"DOI": "10.1000/ABC"}),
    ("TY  - CONF / TI  - Paper / T2  - ACM Meeting / C3  - Proceedings / C1  - Paris",
     {"title": "Paper", "event-title": "ACM Meeting", "container-title": "Proceedings", "event-place": "Paris"}),
    ("TY  - CPAPER / TI  - Paper / T2  - Proceedings of X", {"title": "Paper", "container-title": "Proceedings of X"}),
    # pages
    ("TY  - THES / SP  - 212", {"number-of-pages": "212"}),
    ("TY  - BOOK / SP  - 12 / EP  - 30", {"page": "12-30"}),
    ("TY  - JOUR / SP  - 212", {"page": "212"}),
    # standard numbers by their shape
    ("TY  - JOUR / SN  - 0028-0836 / SN  - 1476-4687", {"ISSN": "0028-0836, 1476-4687"}),
    ("TY  - CHAP / SN  - 1476-4687 / SN  - 978-3-16-148410-0", {"ISSN": "1476-4687", "ISBN": "978-3-16-148410-0"}),
    ("TY  - PAT / SN  - US 7,123,456", {"number": "US 7,123,456"}),
    ("TY  - JOUR / SN  - 0028-0836 (Print) 1476-4687 (Online)", {"ISSN": "0028-0836 (Print) 1476-4687 (Online)"}),
    # old and lazy writers
    ("TY  - JOUR / JF  - Journal of Film / JO  - J. Film", {"container-title": "Journal of Film",
     "container-title-short": "J. Film"}),
    ("TY  - JOUR / JO  - J. Film", {"container-title": "J. Film"}),
    ("TY  - BOOK / BT  - Whole", {"title": "Whole"}),
    ("TY  - CHAP / BT  - Whole", {"container-title": "Whole"}),
    ("TY  - JOUR / M3  - https://doi.org/10.1000/ABC", {"DOI": "10.1000/ABC"}),
    ("TY  - JOUR / M3  - Editorial / DO  - doi: 10.1000/x", {"genre": "Editorial", "DOI": "10.1000/x"}),
    ("TY  - JOUR / KW  - film / KW  - labour", {"keyword": "film, labour"}),
    ("TY  - JOUR / KW  - Baker, Sean / KW  - labour", {"keyword": "Baker, Sean; labour"}),
    ("TY  - JOUR / DA  - 22 May 2024", {"issued": "2024-05-22"}),
    ("TY  - NEWS / PY  - 2024/05// / U1  - mine / U1  - yours", {"issued": "2024-05", "u1": "mine", "u1-2": "yours"}),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "values"), READ)
def test_what_a_tag_means(lines: str, values: dict[str, str]) -> None:
    entry = read(lines)
    assert {name: entry.string(name) for name in entry.fields} == values


RIS_TYPES = [("CONF", "paper-conference"), ("WEB", "webpage"), ("GOVDOC", "report"), ("INTV", "interview"),
         ("UNPB", "manuscript"), ("DBASE", "dataset"), ("EJOUR", "article-journal"), ("edbook", "book")]  # fmt: skip


@pytest.mark.parametrize(("ris", "type"), RIS_TYPES)
def test_types(ris: str, type: str) -> None:
    assert read(f"TY  - {ris}").type == type


WRITTEN = [
    (Entry.of("motion_picture", director=(Name("Baker", "Sean"),)), ["AU  - Baker, Sean"]),
    (Entry.of("motion_picture", author=(Name("Baker", "Sean"),)), ["N1  - author: Baker, Sean", "AU  - Baker, Sean"]),
    (Entry.of("book", ISBN="9780521847452 9780521612227"), ["SN  - 9780521847452", "SN  - 9780521612227"]),
    (Entry.of("book", ISBN="none yet"), ["N1  - ISBN: none yet"]),
    (Entry.of("book", page="349"), ["N1  - page: 349"]),
    (Entry.of("book", number_of_pages="349"), ["SP  - 349"]),
    (Entry.of("paper-conference", container_title="Proc.", event_title="ACM"), ["C3  - Proc.", "T2  - ACM"]),
    (Entry.of("book", keyword="film; Baker, Sean"), ["KW  - film", "KW  - Baker, Sean"]),
    (Entry.of("legal_case", container_title="U.S.", authority="Supreme Court"), ["T2  - U.S.", "PB  - Supreme Court"]),
    (Entry.of("book", u1="mine", note="worn"), ["U1  - mine", "N1  - worn"]),
    (Entry.of("event", title="Gala"), ["N1  - type: event", "TI  - Gala"]),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "lines"), WRITTEN)
def test_how_a_variable_is_written(entry: Entry, lines: list[str]) -> None:
    text = Ris().dump(Library((entry,)))
    assert text.splitlines()[1:-1] == lines
    assert Ris().load(text, "refs.ris").entries[0].to_csl() == entry.to_csl(), "and it is read again"


def value_of(variable: str) -> Value:
    if variable in NAME_VARIABLES:
        return (Name("Baker", "Sean"),)
    if variable in DATE_VARIABLES:
        return Date.of(2024, 5)
    return {"DOI": "10.1000/x", "ISBN": "9783161484100", "ISSN": "0028-0836", "keyword": "a, b"}.get(variable, "12")


@pytest.mark.parametrize("type", sorted(TYPES))
def test_every_variable_of_every_type_comes_back(type: str) -> None:
    for variable in sorted(VARIABLES - {"note"}):
        entry = Entry(type, {variable: Field(value_of(variable))}, "k")
        (again,) = Ris().load(Ris().dump(Library((entry,))), "refs.ris").entries
        assert again.to_csl() == entry.to_csl()


def test_addresses_in_one_line_are_several() -> None:
    text = "TY  - ELEC\nTI  - Ten\nUR  - https://a.example/?b;c; https://d.example\nER  - \n"
    [entry] = Ris().load(text, "refs.ris").entries
    assert (entry.string("URL"), entry.string("URL-2")) == ("https://a.example/?b;c", "https://d.example")


STRAY = "1.\n\nTY  - BOOK\nTI  - Lamps\nER  - \n\nSearch:\n\nC1  - Database\n----\n2.\nTY  - BOOK\nTI  - Salt\nER  - \n"


def test_a_stretch_of_lines_outside_of_records_is_told_once() -> None:
    loaded = Ris().load(STRAY, "refs.ris")
    assert [entry.string("title") for entry in loaded.entries] == ["Lamps", "Salt"]
    assert [(found.start.line, found.message) for found in loaded.diagnostics] == [
        (1, "'1.' stands outside of any record; it is left out"),
        (7, "'Search:' stands outside of any record; it is left out, and so are 3 more lines below"),
    ]


DATES = [
    ("PY  - 1999/october", Date.of(1999, 10)),
    ("PY  - 1999///Spring", Date(((1999,),), "1")),
    ("PY  - 1999/12/31/", Date.of(1999, 12, 31)),
    ("Y1  - 2013/05/28 / DA  - 2014/04/01", Date.of(2014, 4, 1)),
    ("DA  - 2014/04/01 / Y1  - 2013/05/28", Date.of(2014, 4, 1)),
]


@pytest.mark.parametrize(("lines", "date"), DATES)
def test_dates(lines: str, date: Date) -> None:
    assert read(f"TY  - BOOK / {lines}").date("issued") == date


def test_the_words_behind_a_date_are_kept() -> None:
    assert read("TY  - BOOK / PY  - 2014/04/01/in print").string("issued-words") == "in print"


def test_a_season_comes_back() -> None:
    entry = Entry.of("book", key="k", issued=Date(((1999,),), "3"))
    written = Ris().dump(Library((entry,)))
    assert "PY  - 1999///Autumn\n" in written
    assert Ris().load(written, "").entries[0].date("issued") == entry.date("issued")


NAMES = [
    ("van de Orme, Ada", Name("Orme", "Ada", non_dropping_particle="van de")),
    ("Lamp and Salt, Inc.", Name(literal="Lamp and Salt, Inc.")),
    ("Orme, Ada, Jr.", Name("Orme", "Ada", suffix="Jr.")),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_names(text: str, name: Name) -> None:
    assert read(f"TY  - BOOK / AU  - {text}").names("author") == (name,)


def test_several_keywords_in_one_line() -> None:
    assert read("TY  - BOOK / KW  - salt; lamps / KW  - wool").string("keyword") == "salt, lamps, wool"


def test_tags_that_no_program_reads_in_ris_are_not_written() -> None:
    title = (
        '<i>Oil</i>, <span class="nocase">Hull</span>, <span style="font-variant:small-caps;">a</span> H<sub>2</sub>O'
    )
    written = Ris().dump(Library((Entry.of("book", key="k", title=title),)))
    assert "TI  - <i>Oil</i>, Hull, a H<sub>2</sub>O\n" in written
