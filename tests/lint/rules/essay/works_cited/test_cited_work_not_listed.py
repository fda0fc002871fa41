from __future__ import annotations

import pytest

from tests.lint.pipeline import diagnose, findings, only

DOE = "Doe, John. *A Book of Lamps*. Example Press, 2010."
BY_ITEM = "It has been said (Doe 2010)."
BY_YEAR = "Doe (2010) says so."


def listing(*sentences: str, items: str = DOE) -> str:
    return f"{' '.join(sentences)}\n\n## Works Cited\n\n{items}\n"


@pytest.mark.parametrize(
    "words", ["(Roe 2009, 14)", "(Roe and Poe, 2009: 3-5)", "(see Roe 2009, p. 9)", "(Roe et al. 2009)"]
)
def test_it_is_named_with_the_list_it_is_missing_from(words: str) -> None:
    text = listing(BY_ITEM, f"But look at this {words}.")
    found = only(text, "W002")
    assert found.message == f"“{words}” cites a work that is not listed under “Works Cited”"
    assert findings(text, "W002") == [("W002", 1, words)]


def test_in_a_page_as_well() -> None:
    page = (
        "<p>It has been said (Doe 2010).</p>\n<p>But look at <em>this</em> (Roe &amp; Poe 2009).</p>\n"
        "<h2>References</h2>\n<ul><li>Doe, John. <i>A Book of Lamps</i>. Example Press, 2010.</li></ul>\n"
    )
    found = only(page, "W002", reader="html")
    assert found.message == "“(Roe & Poe 2009)” cites a work that is not listed under “References”"
    assert page[found.span.start : found.span.end] == "(Roe &amp; Poe 2009)"


@pytest.mark.parametrize("words", ["(October 2024)", "(Verso 2020)", "(2010)", "(born 1990)", "(Doe)", "(Doe 2010, 3)"])
def test_a_year_in_parentheses_is_no_citation_yet(words: str) -> None:
    assert diagnose(listing(BY_ITEM, f"But look at this {words}."), "W002") == []


def test_an_author_and_a_year_count_only_where_that_is_the_custom() -> None:
    assert diagnose(listing("A film (Roe 2009) begins."), "W002") == []


def test_without_a_list_nothing_is_missing_from_it() -> None:
    assert diagnose("It is borrowed (Roe 2009, 14).\n", "W002") == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("See also Roe (2009).", "Roe (2009)"),
        ("As Roe and Poe (2009) say.", "Roe and Poe (2009)"),
        ("So does Jane Roe (2009, 7).", "Roe (2009, 7)"),
        ("So does Doe (2012).", "Doe (2012)"),
    ],
)
def test_the_author_may_stand_before_the_parenthesis(sentence: str, words: str) -> None:
    text = listing(BY_YEAR, sentence)
    assert only(text, "W002").message == f"“{words}” cites a work that is not listed under “Works Cited”"
    assert findings(text, "W002") == [("W002", 1, words)]


@pytest.mark.parametrize(
    "sentence", ["Red Rocket (2021) begins.", "In (2009) it was so.", "What Doe (2010) says.", "Verso (2020)"]
)
def test_a_title_or_a_listed_author_before_a_year_is_none(sentence: str) -> None:
    assert diagnose(listing(BY_YEAR, sentence), "W002") == []


def test_one_of_several_in_a_parenthesis() -> None:
    found = only(listing(BY_ITEM, "But look at this (Doe 2010, 3; see also Roe 2009)."), "W002")
    assert found.message.startswith("“see also Roe 2009” cites")


def test_the_years_that_are_listed_are_told() -> None:
    found = only(listing(BY_ITEM, "But look at this (Doe 2012, 7)."), "W002")
    assert found.evidence == ("What is listed with the name Doe is of 2010, not of 2012.",)


SPANISH = (
    "- Moe, B. y Noe, C. (1984). *Otro libro*. Madrid: Faro.\n- Poe, N. (1950). *Un libro*. Madrid: Faro.\n"
    "- Roe, J. (2009). *El libro de las luces*. Madrid: Faro.\n- ________________. *El puerto*. Madrid: Faro, 1997.\n"
)


@pytest.mark.parametrize(
    "sentence",
    [
        "La lectura de Roe (2009) recupera el sentido de Poe (1950).",
        "Lo dice Roe (2009) y Poe (1950) lo confirma.",
        "Se confirma (Moe y Noe 1984, 7).",
        "Y otra vez (Roe 1997, 22), bajo la raya.",
        "Se estrena *Faro* (Francia 2019) y luego (Roe 2009).",
        "ROE, Ana. *El muelle*. Madrid, 2018. Es una novela (Roe 2018, 4).",
    ],
)
def test_what_the_list_or_the_text_has_is_not_missing(sentence: str) -> None:
    assert diagnose(f"Roe (2009) lo dice. {sentence}\n\n## Referencias\n\n{SPANISH}", "W002") == []
