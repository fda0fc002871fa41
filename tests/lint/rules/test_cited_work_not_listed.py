from __future__ import annotations

import pytest
from lint_support import build, cites, diagnose, ref

from anora_bib.model import Citation, Cite, Place, Relation
from anora_bib.spans import Span

LISTED = ref("Doe, John. A Book. 2010.", title="A Book")
TEXT = f"(Doe 2010) says so. But see REST.\n* {LISTED.text}\n"
DOE = cites(Citation("(Doe 2010)", Span(0, 10), Place.PARENTHESIS, Relation.CITES, (Cite(0),)))


@pytest.mark.parametrize(
    "words", ["(Roe 2009, 14)", "(Roe and Poe, 2009: 3-5)", "(see Roe 2009, p. 9)", "(Roe et al. 2009)"]
)
def test_it_is_named_with_the_list_it_is_missing_from(words: str) -> None:
    (found,) = diagnose(build(TEXT.replace("REST", words), [LISTED], extra=DOE), "W002")
    assert found.message == f"“{words}” cites a work that is not listed under “Works Cited”"


@pytest.mark.parametrize("words", ["(October 2024)", "(Verso 2020)", "(2010)", "(born 1990)", "(Doe)"])
def test_a_year_in_parentheses_is_no_citation_yet(words: str) -> None:
    assert diagnose(build(TEXT.replace("REST", words), [LISTED], extra=DOE), "W002") == []


def test_an_author_and_a_year_count_only_where_that_is_the_custom() -> None:
    assert diagnose(build(f"A film (Roe 2009) begins.\n* {LISTED.text}\n", [LISTED]), "W002") == []


def test_without_a_list_nothing_is_missing_from_it() -> None:
    assert diagnose(build("Borrowed (Roe 2009, 14).\n"), "W002") == []
