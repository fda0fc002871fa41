from __future__ import annotations

from dataclasses import replace

import pytest

from anora_bib.diagnostics import Diagnostic
from anora_bib.find.links.listed import Sources
from anora_bib.find.links.unresolved import unresolved_parentheses
from anora_bib.model import Apparatus, Citation, Cite, Place, Relation
from anora_bib.spans import Span
from tests.lint.support import RECORDS, build, cites, diagnose, ref

LISTED = ref("Doe, John. A Book. 2010.", title="A Book")
TEXT = f"(Doe 2010) says so. But see REST.\n* {LISTED.text}\n"
DOE = cites(Citation("(Doe 2010)", Span(0, 10), Place.PARENTHESIS, Relation.CITES, (Cite(0),)))


def found_in(apparatus: Apparatus) -> list[Diagnostic]:
    sources = Sources(apparatus, RECORDS)
    left = tuple(unresolved_parentheses(apparatus, apparatus.citations, RECORDS, sources))
    return diagnose(replace(apparatus, unresolved=left), "W002")


@pytest.mark.parametrize(
    "words", ["(Roe 2009, 14)", "(Roe and Poe, 2009: 3-5)", "(see Roe 2009, p. 9)", "(Roe et al. 2009)"]
)
def test_it_is_named_with_the_list_it_is_missing_from(words: str) -> None:
    (found,) = found_in(build(TEXT.replace("REST", words), [LISTED], extra=DOE))
    assert found.message == f"“{words}” cites a work that is not listed under “Works Cited”"


@pytest.mark.parametrize("words", ["(October 2024)", "(Verso 2020)", "(2010)", "(born 1990)", "(Doe)"])
def test_a_year_in_parentheses_is_no_citation_yet(words: str) -> None:
    assert found_in(build(TEXT.replace("REST", words), [LISTED], extra=DOE)) == []


def test_an_author_and_a_year_count_only_where_that_is_the_custom() -> None:
    assert found_in(build(f"A film (Roe 2009) begins.\n* {LISTED.text}\n", [LISTED])) == []


def test_without_a_list_nothing_is_missing_from_it() -> None:
    assert found_in(build("Borrowed (Roe 2009, 14).\n")) == []


BY_YEAR = f"Doe (2010) says so. REST\n* {LISTED.text}\n"
DOE_BY_YEAR = cites(Citation("(2010)", Span(4, 10), Place.PARENTHESIS, Relation.CITES, (Cite(0),)))


@pytest.mark.parametrize(
    ("rest", "words"),
    [
        ("See also Roe (2009).", "Roe (2009)"),
        ("As Roe and Poe (2009) say.", "Roe and Poe (2009)"),
        ("So does Jane Roe (2009, 7).", "Roe (2009, 7)"),
        ("So does Doe (2012).", "Doe (2012)"),
    ],
)
def test_the_author_may_stand_before_the_parenthesis(rest: str, words: str) -> None:
    (found,) = found_in(build(BY_YEAR.replace("REST", rest), [LISTED], extra=DOE_BY_YEAR))
    assert found.message.startswith(f"“{words}” cites")
    assert found.span.of(BY_YEAR.replace("REST", rest)) == words


@pytest.mark.parametrize(
    "rest", ["Red Rocket (2021) begins.", "In (2009) it was so.", "What Doe (2010) says.", "Verso (2020)"]
)
def test_a_title_or_a_listed_author_before_a_year_is_none(rest: str) -> None:
    assert found_in(build(BY_YEAR.replace("REST", rest), [LISTED], extra=DOE_BY_YEAR)) == []


def test_one_of_several_in_a_parenthesis() -> None:
    text = TEXT.replace("REST", "(Doe 2010, 3; see also Roe 2009)")
    (found,) = found_in(build(text, [LISTED], extra=DOE))
    assert found.message.startswith("“see also Roe 2009” cites")


def test_the_years_that_are_listed_are_told() -> None:
    (found,) = found_in(build(TEXT.replace("REST", "(Doe 2012, 7)"), [LISTED], extra=DOE))
    assert found.evidence == ("What is listed with the name Doe is of 2010, not of 2012.",)
