"""One library in, the same library out: raw fields against raw fields, and each thing that a file holds."""

from __future__ import annotations

import re

import pytest

from anora_bib.formats.bibtex import BibLaTeX, BibTeX
from anora_bib.formats.losses import unwritten
from anora_bib.model import Date, Entry, Library, Name
from tests.formats.bibtex.material import find
from tests.formats.bibtex.raw import differences, exported, raw


def library(text: str) -> Library:
    loaded = BibTeX().load(text, "refs.bib")
    return Library(loaded.entries, loaded.diagnostics, loaded.blocks)


REAL = [
    ("tugboat.bib", "bibtex"),
    ("tugboat.bib", "biblatex"),
    ("xampl.bib", "bibtex"),
    ("biblatex-examples.bib", "biblatex"),
    ("acl.bib", "biblatex"),
]
SYNONYMS = re.compile(r": (?:journal|address|annote|school|archiveprefix|primaryclass) is missing$")


@pytest.mark.parametrize(("name", "to"), REAL)
@pytest.mark.timeout(300)
def test_every_raw_field_of_a_real_library_comes_back(name: str, to: str) -> None:
    path = find(name)
    if path is None:
        pytest.skip(f"{name} is not here")
    text, told = exported(path, to)
    found = [line for line in differences(raw(path.read_text("utf-8")), raw(text)) if not SYNONYMS.search(line)]
    assert not [line for line in found if line.partition(":")[0] not in told]


AS_WRITTEN = [
    "title = {{H}ate {BERT}: on $x^2 \\leq \\mathbb{R}$ and \\enquote{it}}",
    "title = {{Protected As A Whole}}",
    "author = {family=Roe, given=Ann, prefix=von and {Acme, Inc.} and others}",
    "month = sep # \"--\" # oct",
    "number = {4}",
    "issue = {Spring}",
    "organization = {The Society}",
    "publisher = {Simon and Schuster}",
    "howpublished = {\\url{http://a.example/~b_c--d%20e}}",
    "url = {http://a.example/~b_c--d%20e\\_f}",
    "file = {:C\\:\\\\docs\\\\a_b.pdf:PDF}",
    "note = {50\\% \\unheard{of} ``so''}",
    "year = {{\\noopsort{1973c}}1981}",
    "x-own-field = {kept {as} it is}",
    "langid = {british}",
    "language = {german}",
]  # fmt: skip


@pytest.mark.parametrize("format", [BibTeX(), BibLaTeX()], ids=lambda it: it.name)
@pytest.mark.parametrize("field", AS_WRITTEN)
def test_a_field_comes_back_as_it_was_written(format: BibTeX | BibLaTeX, field: str) -> None:
    text = f"@article{{k, doi = {{10.1/x}}, {field}}}"
    written = " ".join(format.dump(library(text)).split())
    name, _, value = field.partition(" = ")
    assert re.search(rf"{name} += {re.escape(value)},", written), written


TYPES = [
    "mvbook",
    "collection",
    "proceedings",
    "manual",
    "inbook",
    "mastersthesis",
    "Online",
    "artwork",
    "set",
    "wholly",
]


@pytest.mark.parametrize("type", TYPES)
def test_a_type_comes_back(type: str) -> None:
    assert BibLaTeX().dump(library(f"@{type}{{k, title = {{Ten}}}}")).startswith(f"@{type}{{k,")


def test_what_stands_between_entries_stays_where_it_was() -> None:
    text = """% first
@preamble{"\\newcommand{\\x}{y}"}
@string{acm = "Assoc."}
@string{ieee = {Inst.}}
@book{a, publisher = acm}
loose words
@comment{jabref-meta: databaseType:bibtex;}
@xdata{house, publisher = ieee}
@book{b, xdata = {house}}
@comment{last}
"""
    written = BibTeX().dump(library(text))
    order = ["% first", "@preamble", "@string{acm", "@string{ieee", "@book{a", "loose", "jabref-meta", "@xdata",
             "@book{b", "@comment{last}"]  # fmt: skip
    found = [written.index(part) for part in order]
    assert found == sorted(found)
    assert re.search(r"publisher += acm,", written)
    assert BibTeX().dump(library(written)) == written, "a second time changes nothing more"


def test_a_string_that_is_not_written_along_is_put_in() -> None:
    loaded = library('@string{acm = "Assoc."}\n@book{a, publisher = acm # { Press}}')
    assert "publisher = {Assoc. Press}" in BibTeX().dump(Library(loaded.entries))


KEYS = [
    ("10.1/a(89)9-2", "10.1/a(89)9-2", "10.1/a_89_9-2"),
    ("müller:2010", "müller:2010", "müller:2010"),
    ("a&b*x", "a&b*x", "a&b*x"),
    ("пункт3", "пункт3", "пункт3"),
]


@pytest.mark.parametrize(("key", "bibtex", "biblatex"), KEYS)
def test_keys_are_written_as_they_were_or_the_change_is_told(key: str, bibtex: str, biblatex: str) -> None:
    one = library(f"@book{{{key}, title = {{Ten}}}}\n@book{{child, crossref = {{{key}}}}}")
    for format, wanted in ((BibTeX(), bibtex), (BibLaTeX(), biblatex)):
        text = format.dump(one)
        assert f"@book{{{wanted}," in text
        assert f"crossref = {{{wanted}}}" in text, "what points at the entry still does"
        told = [problem.message for problem in unwritten(one, format)]
        assert [key in message and wanted in message for message in told] == ([] if wanted == key else [True])


def test_what_was_changed_is_written_anew_and_the_rest_as_it_was() -> None:
    text = (
        "@article{k, title = {On {HBO}}, journal = {Film \\& TV}, year = 1999, month = mar, number = 2, issue = {May}}"
    )
    (entry,) = library(text).entries
    changed = entry.with_values(issued=Date.of(2001, 5), author=(Name("Roe", "Ann"),), note="new")
    written = " ".join(BibTeX().dump(Library((changed,))).split())
    for part in ("title = {On {HBO}}", "journal = {Film \\& TV}", "number = {2}", "issue = {May}", "year = {2001}",
                 "month = may", "author = {Roe, Ann}", "note = {new}"):  # fmt: skip
        assert part in written
    assert "1999" not in written
    assert "mar," not in written
    without = entry.with_values(issue=None)
    assert "May" not in BibTeX().dump(Library((without,)))


def test_a_child_without_its_parent_gets_what_it_inherits() -> None:
    loaded = library("@inproceedings{c, title = {Ten}, crossref = {p}}\n@proceedings{p, title = {Proc}, year = 2009}")
    text = " ".join(BibTeX().dump(Library(loaded.entries[:1])).split())
    assert "booktitle = {Proc}" in text
    assert "2009" in text
    assert "crossref" not in text


def test_biblatex_for_bibtex() -> None:
    text = """@online{k, author = {Ệ, Ann}, title = {On α {{\\o}} and ≤}, date = {2019-05-22}, location = {Köln}}
@thesis{t, title = {T}, type = {mathesis}, institution = {MIT}, date = {2001}}"""
    written = " ".join(BibTeX().dump(library(text)).split())
    assert written.isascii()
    for part in ("@misc{k,", "{$\\alpha$}", "{$\\leq$}", "{{\\o}}", "year = {2019}", "month = may", "day = {22}",
                 "address = {K{\\\"o}ln}", "@mastersthesis{t,", "school = {MIT}"):  # fmt: skip
        assert part in written, written
    back = BibTeX().load(written, "").entries
    assert [entry.to_csl()["title"] for entry in back] == [it.to_csl()["title"] for it in library(text).entries]
    assert [entry.type for entry in back] == ["webpage", "thesis"]


OF_CSL = [
    (Entry.of("motion_picture", title="Anora", publisher="Neon"), "organization = {Neon}", "howpublished = {Neon}"),
    (Entry.of("webpage", title="Page", container_title="Site"), "organization = {Site}", "howpublished = {Site}"),
    (Entry.of("legal_case", title="Doe v. Roe", container_title="U.S.", volume="410", page="113"),
     "howpublished = {410 U.S. 113}", "howpublished = {410 U.S. 113}"),
    (Entry.of("thesis", title="Low", genre="Master\u2019s thesis"), "type = {mathesis},", "@mastersthesis{"),
    (Entry.of("book", title='On "this"', note="ą ệ \u2264"), 'title = {On "this"}', 'title = {On "this"}'),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "biblatex", "bibtex"), OF_CSL)
def test_what_comes_from_elsewhere_is_in_fields_that_standard_styles_print(
    entry: Entry, biblatex: str, bibtex: str
) -> None:
    for format, wanted in ((BibLaTeX(), biblatex), (BibTeX(), bibtex)):
        text = format.dump(Library((entry,)))
        assert f" {wanted}" in f" {' '.join(text.split())}"
        (back,) = format.load(text, "").entries
        assert (back.type, back.fields.keys()) == (entry.type, entry.fields.keys())
