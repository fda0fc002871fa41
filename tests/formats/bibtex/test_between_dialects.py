"""What an entry of one dialect keeps when it is written in the other, and by way of other formats."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.formats.base import ReadAndWritten
from anora_bib.formats.bibtex import BibLaTeX, BibTeX
from anora_bib.formats.bibtex.tex.reading import unescape
from anora_bib.formats.bibtex.tex.writing import escape
from anora_bib.formats.csl.csl_json import CslJson
from anora_bib.formats.csl.csl_yaml import CslYaml
from anora_bib.model import Date, Library


def library(text: str) -> Library:
    return Library(BibTeX().load(text, "refs.bib").entries)


def test_the_line_ends_of_what_is_written_are_of_one_kind() -> None:
    loaded = BibTeX().load("@comment{a\r\nb}\r\n@misc{k,\r\n note = {a\r\n  b\rc}}\r\n", "refs.bib")
    written = BibTeX().dump(Library(loaded.entries, blocks=loaded.blocks))
    assert "\r" not in written
    assert "{a\n  b\nc}" in written


def test_a_type_that_bibtex_does_not_have_comes_back() -> None:
    written = BibTeX().dump(library("@judicial{k, title = {Lamp v. Salt}}"))
    assert written.startswith("@misc{k,")
    assert library(written)[0].string("entrytype") == "judicial"
    assert "@judicial{k," in BibLaTeX().dump(library("@judicial{k, title = {Lamp v. Salt}}"))


def test_and_in_a_publisher_of_bibtex_parts_no_list_of_biblatex() -> None:
    text = "@book{k, title = {Salt}, publisher = {Lamp and Wick}, address = {Oslo}, year = 2001}"
    written = BibLaTeX().dump(library(text))
    assert "{{Lamp and Wick}}" in written
    assert "{Oslo}" in written
    assert library(written)[0].string("publisher") == "Lamp and Wick"


def test_a_sign_does_not_become_the_argument_of_a_command() -> None:
    written = BibTeX().dump(library(r"@misc{k, author = {Ada \lampě and Mart\ń, Lee}}"))
    assert r"\lamp{}{\v{e}}" in written
    assert r"Mart\ń" in written, "a backslash before a brace would make it a sign"
    assert library(written)[0].names("author")[1] == library(r"@misc{k, author = {Mart\ń, Lee}}")[0].names("author")[0]


@pytest.mark.parametrize("format", [CslJson(), CslYaml()], ids=lambda it: it.name)
def test_a_date_that_is_no_variable_stays_a_date(format: ReadAndWritten) -> None:
    given = library("@misc{k, date = {2005-01}, year = {2004}}")
    (back,) = format.load(format.dump(given), "refs").entries
    assert back.fields == given[0].fields
    assert Date.of(2004) in [field.value for field in back.fields.values()]


FORMULAS = [
    r"Bounds of $\frac{1}{2}$ in $\mathbb{R}^n$",
    r"The lamps of $\alpha_{i_j}$ and $\sqrt{\hat{x}}$",
]


@pytest.mark.parametrize("title", FORMULAS)
@pytest.mark.parametrize("to", [BibTeX(), BibLaTeX()], ids=lambda it: it.name)
def test_formulas_go_through_csl_json(to: BibTeX | BibLaTeX, title: str) -> None:
    given = library(f"@misc{{k, title = {{{title}}}}}")
    items = Library(CslJson().load(CslJson().dump(given), "refs.json").entries)
    written = to.dump(items)
    assert f"{{{title}}}" in written or f"{{{{{title}}}}}" in written
    assert library(written)[0].string("title") == given[0].string("title")


NO_FORMULAS = [
    "from $5 to $10",
    r"$\input{/etc/passwd}^2$",
    r"$\frac{1}{2$ and }$",
    "$_$ and $^^$",
    r"$\mathbb{<i>R</i>}$",
    r"$50\% \frac{}{}$",
]


@pytest.mark.parametrize("text", NO_FORMULAS)
def test_what_is_no_formula_is_text(text: str) -> None:
    written = escape(text, ascii_only=True)
    assert "$" not in written.replace(r"\$", "")
    assert unescape(written) == text


PARTS = st.sampled_from(
    ["x", "2", "+", r"\alpha", r"\mathbb{R}", r"\frac{1}{2}", "{", "}", "^", "_", r"\lamp", "$", " ", "#"]
)


@given(parts=st.lists(PARTS, max_size=8))
@settings(max_examples=300, deadline=None)
def test_every_formula_comes_back(parts: list[str]) -> None:
    text = " ".join(f"so ${''.join(parts)}$ it is".split())
    assert unescape(escape(text, ascii_only=True)) == text


def test_a_value_that_is_not_latex_is_written_as_it_is() -> None:
    text = r'[{"id": "k", "type": "book", "custom": {"file": "/St{\\o}_v%.pdf"}}]'
    written = BibTeX().dump(Library(CslJson().load(text, "refs.json").entries))
    assert r"= {/St{\o}_v%.pdf}," in written


SHORT = ["@book{k, title = {Salt: a History}, title-short = {Salt}}", "@book{k, title = {A}, shorttitle = {B}}"]


@pytest.mark.parametrize("text", SHORT)
def test_a_short_title_comes_back(text: str) -> None:
    items = Library(CslJson().load(CslJson().dump(library(text)), "refs.json").entries)
    assert library(BibTeX().dump(items))[0].fields == items[0].fields


def test_an_address_in_howpublished_has_no_escapes() -> None:
    assert library(r"@misc{k, howpublished = {https://a.example/b\_c}}")[0].string("URL") == "https://a.example/b_c"


def test_a_chain_of_parents_of_any_length_is_read_and_written() -> None:
    chain = [f"@book{{k{number}, note = {{{number}}}, crossref = {{k{number + 1}}}}}" for number in range(1500)]
    entries = BibTeX().load("\n".join([*chain, "@book{k1500, publisher = {Lamp}}"]), "refs.bib").entries
    assert len(entries) == 1501
    assert [entry.string("publisher") for entry in entries[-3:]] == ["Lamp"] * 3
    assert not entries[0].string("publisher"), "nobody means so long a chain"
    written = BibTeX().dump(Library(entries))
    places = [written.index(f"{{k{number},") for number in range(1501)]
    assert places == sorted(places), "BibTeX wants children before their parents"
