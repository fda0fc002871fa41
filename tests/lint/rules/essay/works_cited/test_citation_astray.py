from __future__ import annotations

import pytest

from tests.lint.pipeline import diagnose, findings, only

LIST = """\
Doe, John. *Wicks and Oil*. Example Press, 2010.

Loe, Di. *Light*. Example Press, 2013.

Noe, Bo. *Glass*. Example Press, 2012.

Poe, Ann. *The Wick*. 2 vols. Example Press, 2011–2014.

Richetti, Jane. *Borrowed Light*. Example Press, 2009.

———. *Lent Light*. Example Press, 2015.
"""
CITED = "It is so (Doe 2010, 1; Loe 2013, 2). It is (Noe 2012; see Poe 2011). It was (Richetti, 2009, p. 3)."


def page(claim: str, cited: str = CITED, listed: str = LIST) -> str:
    """An essay whose other citations are all listed."""
    return f"# On Lamps\n\n{cited} {claim}\n\n## Works Cited\n\n{listed}"


@pytest.mark.parametrize("reader", ["markdown", "plain"])
@pytest.mark.parametrize(
    ("claim", "message"),
    [
        ("It fell (Doe 2011, 4).", "“Doe 2011” is cited, and what is listed with that name is of 2010"),
        ("It fell (Doe and Loe 2011 : 4).", "“Doe 2011” is cited, and what is listed with that name is of 2010"),
        ("It fell (Richertti 2009, 4).", "“Richertti 2009” is cited, and the list has “Richetti” with that year"),
        ("It fell (Cole, 1999).", "“Cole 1999” is cited and not listed, where all but a few are"),
        (
            "It fell (see Doe 2011: 4, emphasis added).",
            "“Doe 2011” is cited, and what is listed with that name is of 2010",
        ),
        ("John Doe (2011, 4) says so.", "“Doe 2011” is cited, and what is listed with that name is of 2010"),
        ("Cole's (1999) lamp fell.", "“Cole 1999” is cited and not listed"),
        ("Cole (1999) argues that it fell.", "“Cole 1999” is cited and not listed"),
        ("Cole and Hale (1999) saw it fall.", "“Cole 1999” is cited and not listed"),
        ("Noe's (2013) lamp fell.", "“Noe 2013” is cited, and what is listed with that name is of 2012"),
        (
            "Noe (2012b) saw it fall.",
            "“Noe 2012b” is cited, and what is listed with that name is 2012 without a letter",
        ),
        ("It fell (Noe 2012b, 3).", "“Noe 2012b” is cited, and what is listed with that name is 2012 without a letter"),
        ("It fell (De Cole 1999, 4). Again (De Cole 1999, 7).", "“De Cole 1999” is cited and not listed"),
    ],
)
def test_the_list_does_not_bear_it_out(claim: str, message: str, reader: str) -> None:
    found = only(page(claim), "W008", reader=reader)
    assert found.message.startswith(message)
    assert found.start.line == 3


@pytest.mark.parametrize(
    "claim",
    [
        "It fell (Richetti 2015, 4), and (Poe 2013).",
        "It fell in a year (En 1999, 4), in a museum (TMA 1986), on a day (May 1999, 4), in a land (France 2019).",
        "It fell (Woolf 1926, 36, quoted in Doe 2010).",
        "It fell (Woolf 1926, cité dans Doe 2010 : 4).",
        "It fell (see the film by Doe of 2011). It burns in Doe (2011).",
        "It fell (J. Doe 2010, 4). It fell (Jane Richetti 2009).",
        "It fell (1999, 4).",
        "Richetti's (2015) lamp fell, and Noe (2012) argues so. Harbour (1999) was shown.",
    ],
    ids=[
        "a dash, and volumes",
        "no names",
        "from another work",
        "dans",
        "a sentence, a film",
        "given names",
        "no name",
        "listed, and a film",
    ],
)
def test_what_is_listed_or_no_citation(claim: str) -> None:
    assert diagnose(page(claim), "W008") == []


def test_an_essay_that_cites_otherwise() -> None:
    assert diagnose(page("It fell (Doe 2011, 4).", cited="It is so (Doe 2010, 1)."), "W008") == []
    assert diagnose(page("It fell (Doe 2011, 4).", listed=LIST.replace("201", "199")), "W008") == []
    assert diagnose(f"# On Lamps\n\n{CITED} It fell (Doe 2011, 4).\n", "W008") == []


def test_notes_that_are_citations() -> None:
    notes = "\n".join(f"[^{n}]: {cite}." for n, cite in enumerate(["Doe 2010, 4", "Loe 2013; Noe 2011, 7"], 1))
    text = f"One.[^1] Two.[^2] {CITED}\n\n{notes}\n\n## Works Cited\n\n{LIST}"
    assert [one.words for one in findings(text, "W008")] == ["Noe 2011, 7"]


def test_the_rule_on_works_not_listed_leaves_it_out() -> None:
    assert [one.code for one in findings(page("It fell (Cole, 1999, 4)."), "W002", "W008")] == ["W008"]


def test_letters_of_a_year() -> None:
    listed = LIST.replace("Press, 2012.", "Press, 2012a.\n\n———. *Panes*. Example Press, 2012b.")
    cited = CITED.replace("Noe 2012", "Noe 2012a")
    assert diagnose(page("It fell (Noe 2012b, 4).", cited, listed), "W008") == []
    found = only(page("It fell (Noe 2012c, 4).", cited, listed), "W008")
    assert found.message == "“Noe 2012c” is cited, and what is listed with that name is 2012a and 2012b"
    assert only(page("It fell (Noe 2012, 4).", cited, listed), "W008").message.endswith("2012a and 2012b")


@pytest.mark.parametrize(
    ("claim", "lines"),
    [
        ("It fell (Noe 2013).", [3]),
        ("It fell (Cole, 1999, 4).", [3]),
        ("It fell (Cole 1999, 4; Hale 2001, 7; Poe 2004, 7).", []),
    ],
    ids=["another year", "not listed", "a list of other works"],
)
def test_two_that_agree_show_that_the_list_is_meant(claim: str, lines: list[int]) -> None:
    found = diagnose(page(claim, "It is so (Doe 2010, 1; Loe 2013, 2)."), "W008")
    assert [one.start.line for one in found] == lines
