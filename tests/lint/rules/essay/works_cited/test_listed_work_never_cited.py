from __future__ import annotations

import pytest

from tests.lint.pipeline import diagnose, findings, only, told

FISHER = "Fisher, Mark. *Capitalist Realism*. Zero Books, 2009."
ANORA = "*Anora*, directed by Sean Baker (Neon, 2024)."
TAKE_THAT = "Take That. “Greatest Day”. *The Circus*. Polydor, 2008."
SRNIECK = "Srnieck, Nick. *Platoform Capitalism*. Polity, 2016."


def listing(text: str, *items: str, heading: str = "Works Cited") -> str:
    return f"{text}\n\n## {heading}\n\n" + "\n\n".join(items) + "\n"


def test_the_phrase_in_the_text_is_evidence() -> None:
    text = listing("# Capitalist Realism Hits Hard\n\nShe stays within “capitalist realism”, one says.", FISHER)
    found = only(text, "W001")
    assert found.message == "“Capitalist Realism” is listed, but the text never names Fisher"
    assert found.evidence == ("The words “Capitalist Realism” stand in lines 1 and 3, as a phrase without its author.",)
    assert findings(text, "W001") == [("W001", 7, FISHER)]
    assert found.fix is None


def test_a_misspelt_entry_is_looked_for_in_the_spelling_of_the_record() -> None:
    found = only(listing("Platform capitalism can be dizzying.", SRNIECK), "W001")
    assert found.message == "“Platoform Capitalism” is listed, but the text never names Srnieck or Srnicek"
    assert found.evidence == ("The words “Platform Capitalism” stand in line 1, as a phrase without its author.",)


@pytest.mark.parametrize("text", ["Mark Fisher says so.", "What Fisher’s book says.", "As Capitalist Realism has it."])
def test_named_by_author_or_title(text: str) -> None:
    assert diagnose(listing(text, FISHER), "W001") == []


@pytest.mark.parametrize("heading", ["# My Sources", ""])
def test_a_page_without_a_text_could_name_nobody(heading: str) -> None:
    assert diagnose(listing(heading, FISHER, TAKE_THAT), "W001") == []


def test_a_film_by_its_director_and_a_song_by_its_band() -> None:
    assert diagnose(listing("Baker plays a song by Take That.", ANORA, TAKE_THAT), "W001") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [("So it is (Fisher 9).", 0), ("So it is (Fisher 2009, 9).", 0), ("So it is, in 2009.", 1)],
)
def test_a_citation_that_sends_to_the_list_is_enough(text: str, count: int) -> None:
    assert len(diagnose(listing(text, FISHER), "W001")) == count


@pytest.mark.parametrize("note", ["Fisher, Realism, p. 9.", f"{FISHER[:-1]}, 9."])
def test_a_note_that_names_the_author_cites_the_work(note: str) -> None:
    text = f"So it is.[^1]\n\n[^1]: {note}\n\n## Works Cited\n\n{FISHER}\n"
    assert diagnose(text, "W001") == []


@pytest.mark.parametrize(
    ("heading", "count"),
    [("Further Reading", 0), ("Works Consulted", 0), ("Further Viewing", 0), ("Works Cited", 1), ("References", 1)],
)
def test_only_a_list_of_what_is_cited_promises_citations(heading: str, count: int) -> None:
    page = f"<p>So it is.</p>\n<h2>{heading}</h2>\n<p>{FISHER}</p>\n".replace("*", "")
    assert len(diagnose(page, "W001", reader="html")) == count
    assert len(diagnose(listing("So it is.", FISHER, heading=heading), "W001")) == count


MORE = [
    f"Poe, {name}. 19{number}. *Lamps of {name}*. Hull: Tide." for number, name in enumerate("Ab Cy Di Ed".split(), 60)
]


def test_a_name_that_is_cited_with_a_slip_is_told_by_another_rule() -> None:
    text = "As they say (Sewell 2005), and as others do (Poe 2001; Doe 2002)."
    items = ["Sewall, Ada. 2005. *Lamps*. Tide Press.", "Poe, Al. 2001. *Oil*. Tide.", "Doe, Bo. 2002. *Wicks*. Tide."]
    assert diagnose(listing(text, *items), "W001") == []
    assert len(diagnose(listing(text.replace("Sewell 2005", "Roe 2009"), *items), "W001")) == 1


def test_many_are_told_once() -> None:
    items = [item.replace("Poe", f"{number}Poe".title()[1:] + "abcdef"[number]) for number, item in enumerate(MORE)]
    found = only(listing(f"{'So it is, says Mark Fisher. ' * 20}", FISHER, *items), "W001")
    assert found.message == "4 of 5 listed works are never cited"
    assert len(found.evidence) == 4


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("So it is.", ["Roe, J. 2001. *Oil*. Hull: Tide.", *MORE]),
        (
            f"So Doe says. {'It is so. ' * 30}",
            ["Roe, J., ed. 2001. *Oil*. Hull: Tide.", "Doe, A. 2001. “Gas.” In Roe 2001, 3."],
        ),
        ("They were blind ([Roe 85](#Roe85)).", ["[Roe 85] R. Roe, *Lamps*. Hull: Tide, 1985."]),
        ("So.\n\n![A lamp, after Fisher 2009](x.png)", [FISHER]),
        ("So (*Lamps of Roe*, 12).", ["*The Lamps of Roe Digital Edition*, edited by A. Doe. Hull: Tide, 2009."]),
    ],
    ids=[
        "nothing but a list",
        "cited by another item",
        "by its label",
        "under a picture",
        "by its title",
    ],
)
def test_cited_in_another_way(text: str, items: list[str]) -> None:
    assert diagnose(listing(text, *items), "W001") == []


ROE, DOE, POE = (f"{name}. *Lamps of {name[:3]}*. Tide, 2009." for name in ("Roe, Jane", "Doe, John", "Poe, Ann"))
READ = f"Jane Roe, John Doe and Ann Poe are read. {'So it is. ' * 30}"


@pytest.mark.parametrize(
    ("text", "heading", "items", "sure"),
    [
        (READ, "Works Cited", (ROE, FISHER), 1),
        (READ, "Zitierte Literatur", (ROE, FISHER), 1),
        (f"{'So it is. ' * 30}", "Works Cited", (ROE, DOE, FISHER), 0),
        (READ, "Bibliography", (ROE, DOE, POE, FISHER), 0),
        (f"{READ} It burns (Doe 2009, 3).", "Bibliography", (ROE, DOE, POE, FISHER), 1),
        (f"{READ} It burns (Doe 2009, 3).", "Bibliography", (ROE, DOE, FISHER), 0),
        (READ, "Works Cited", (ROE, "Mark Fisher, *Capitalist Realism*. Zero Books, 2009."), 0),
        (READ, "Works Cited", (ROE, f"{FISHER}\n\n## How a list is made\n\n{'So it is. ' * 30}"), 0),
    ],
    ids=[
        "half is cited",
        "in German",
        "not cited from",
        "names alone",
        "cited by signs",
        "less than nearly all",
        "does not begin with its author",
        "in the midst of the text",
    ],
)
def test_it_is_sure_where_the_list_is_seen_to_be_cited_from(
    text: str, heading: str, items: tuple[str, ...], sure: int
) -> None:
    page = listing(text, *items, heading=heading)
    assert diagnose(page, "W001")
    assert len(told(page, "W001")) == sure


def test_the_term_of_a_list_of_terms_is_the_name_that_is_cited() -> None:
    items = "".join(f"<dt>{name} 2009</dt><dd>{work}</dd>" for name, work in (("Old Lamps", ROE), ("Oil", FISHER)))
    page = "<p>So it is (Old Lamps 2009, 3), and so they say{}.</p><h2>References</h2><dl>{}</dl>".replace("*", "")
    assert diagnose(page.format(" (Oil 2009)", items.replace("*", "")), "W001", reader="html") == []
    assert len(diagnose(page.format("", items.replace("*", "")), "W001", reader="html")) == 1


def test_remarks_under_the_heading_of_a_list_are_no_works() -> None:
    remarks = ["On lamps see what is said above.", "On oil see “The Wick of 1850”.", "Roe, Doe on lamps."]
    assert told(listing("Jane Roe and Al Doe are read. It burns, they say, all night long.", *remarks), "W001") == []


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("Garcia Morcillo, Marta. *Lamps of the Old Port*. Tide, 2009.", 0),
        ("Lopez Duarte, Marta. *Lamps of the Old Port*. Tide, 2009.", 1),
        ("*Lamps of the Old Port and of the Long Quay of Hull*. Sold by the Widow of James Knapton, 1710.", 0),
    ],
    ids=["called by one of two names", "by none", "a name that does not head the item"],
)
def test_the_name_must_be_sure(item: str, told: int) -> None:
    text = f"Morcillo and John Doe are read, as are the lamps of the old port. {'So it is. ' * 20}"
    assert len(diagnose(listing(text, item, "Doe, John. *Oil*. Tide, 2010."), "W001")) == told
