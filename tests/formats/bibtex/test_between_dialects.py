"""What an entry of one dialect keeps when it is written in the other, and by way of other formats."""

from __future__ import annotations

import pytest

from anora_bib.formats.base import ReadAndWritten
from anora_bib.formats.bibtex import BibLaTeX, BibTeX
from anora_bib.formats.csl.csl_json import CslJson
from anora_bib.formats.csl.csl_yaml import CslYaml
from anora_bib.model import Date, Library


def library(text: str) -> Library:
    return Library(BibTeX().load(text, "refs.bib").entries)


def test_a_type_that_bibtex_does_not_have_comes_back() -> None:
    written = BibTeX().dump(library("@judicial{k, title = {Lamp v. Salt}}"))
    assert written.startswith("@misc{k,")
    assert library(written)[0].string("entrytype") == "judicial"
    assert "@judicial{k," in BibLaTeX().dump(library("@judicial{k, title = {Lamp v. Salt}}"))


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
