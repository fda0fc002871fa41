from __future__ import annotations

import pytest

from anora_bib.lint.rules.shared.spellings import is_slip
from tests.lint.essays import READERS, line_of_note, with_notes
from tests.lint.pipeline import diagnose, findings, fixed, only, told

RICHETTI = "Ada Richetti, *Lamps and Oil* (Hull: Tide Press, 1961), 12."


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("claim", "notes", "rare", "usual"),
    [
        ("Ada Richertti calls it a promise.", [RICHETTI], "Richertti", "Richetti"),
        ("Alma Buljian and Ben Cosack doubt it.", ["Alma Buljan, *Oil* (Hull: Tide, 1990), 3."], "Buljian", "Buljan"),
        (
            "It is told in the Phenomenolgy of Lamps.",
            ["Ada Roe, *The Phenomenology of Lamps* (Hull: Tide, 1990)."],
            "Phenomenolgy",
            "Phenomenology",
        ),
        ("It burns, says Ada Richett.", [RICHETTI, RICHETTI], "Richett", "Richetti"),
        ("It burns, says Heike Sandman.", ["Heike Sandmann, *Öl* (Kiel: Mole, 1980), 3."], "Sandman", "Sandmann"),
        ("It burns.", ["See Buljan and Cusack, *Oil*, 3.", "Buljian and Cosack, *Wicks*, 5."], "Buljan", "Buljian"),
    ],
    ids=[
        "a given name",
        "a co-author",
        "the words around",
        "an ending",
        "an author's given name",
        "a co-author who is misspelt as well",
    ],
)
def test_the_rarer_is_told(claim: str, notes: list[str], rare: str, usual: str, reader: str) -> None:
    found = diagnose(with_notes(reader, *notes, claim=claim), "W006", reader=reader)
    assert [one.message.split(" in line ")[0] for one in found[:1]] == [f"“{rare}” is spelt “{usual}”"]


def test_the_other_place_is_named() -> None:
    found = only(with_notes("markdown", RICHETTI, claim="Ada Richertti calls it a promise."), "W006")
    line = line_of_note("markdown", 1)
    assert found.message == f"“Richertti” is spelt “Richetti” in line {line}, in the same name or title"


@pytest.mark.parametrize(
    ("claim", "note"),
    [
        ("Ada Richetti's lamps, and Ada Richettis.", RICHETTI),
        ("“It was,” says an old book, “as Ada Richertti has it, a promise of light.”", RICHETTI),
        ("Ben Richertti calls it a promise.", RICHETTI),
        ("Heike Sandmanns Lampen brennen, sagt Heike Sandmann.", RICHETTI),
        ("Eva Sandman calls it a promise.", "Heike Sandmann, *Öl* (Kiel: Mole, 1980), 3."),
        ("Ada Richertti [sic] calls it a promise.", RICHETTI),
        ("Ada Richertti [Richetti] calls it a promise.", RICHETTI),
        ("The labour movement, in *The Labour Movement in Hull*.", "Roe, *The Labor Movement in Hull* (Hull, 1990)."),
        ("Tolstoy burnt it; Leo Tolstoy did.", "Leo Tolstoi, *Lamps* (Hull: Tide, 1990)."),
        ("He went to the Museo Nacional in Madrid.", "See the Museo Nazionale in Naples."),
        ("Her cultural views of Cultural Policies differ.", "Roe, *Cultural Politics* (Hull: Tide, 1990)."),
        ("The lamps of Magna Graecia.", "Santuari della Magna Grecia (Naples, 1990)."),
        ("The lamps of Ptolemy Philadelphus.", "Ptolemy Philadelphos is called so in Roe, *Lamps*, 12."),
        ("The Athenian Acropolis.", "Roe, *The Athenian Akropolis* (Hull: Tide, 1949)."),
        ("Roe reads the Decretum Graciani.", "The Decretum Gratiano is cited by Doe, *Wicks*, 12."),
        ("Johann Göthe, and a lamp.", "Johann Goethe, *Lamps* (Jena, 1790)."),
        ("Une lampe du XIVème siècle, et une du XIXème siècle.", "Ada Roe, *Lampes* (Lyon : Tison, 1990)."),
        ("Die Lampen des Deutschen Bunds, und die des Deutschen Bundes.", "Ada Roe, *Lampen* (Jena: Docht, 1990)."),
        ("How Lamps Became Light is told.", "Roe, *How Lamps Become Light* (Hull: Tide, 1990)."),
        ("Fjodor Dostoevsky had one.", "Fjodor Dostoyevsky, *Lamps* (Hull: Tide, 1990)."),
    ],
    ids=[
        *(
            "endings",
            "a quotation",
            "another person",
            "a German genitive",
            "another given name",
            "seen by the author",
            "put right by the author",
            "British and American",
        ),
        *("transliterated", "two languages", "ordinary words", "Latin and Italian", "Latin and Greek"),
        *("English and Greek", "two forms of a name", "an umlaut", "centuries", "two genitives", "forms of a verb"),
        "transcribed",
    ],
)
def test_what_is_meant(claim: str, note: str) -> None:
    assert diagnose(with_notes("markdown", note, claim=claim), "W006") == []


def test_a_work_is_told_once_by_the_rule_on_works() -> None:
    notes = [
        "Roe, Jane. The Phenomenolgy of Lamps. Hull: Tide, 2009.",
        "Roe, Jane. The Phenomenology of Lamps. Hull: Tide, 2009.",
    ]
    assert [one.code for one in findings(with_notes("markdown", *notes), "W004", "W006")] == ["W004"]


def test_a_name_that_a_record_has_is_told_once_by_the_rule_on_records() -> None:
    note = "Srnieck, Nick. *Platform Capitalism*. Polity Press, 2016."
    text = with_notes("markdown", note, claim="Nick Srnicek writes of it.")
    assert [one.code for one in findings(text, "A001", "W006")] == ["A001"]


def test_what_stands_once_is_spelt_as_what_stands_twice() -> None:
    text = with_notes("markdown", RICHETTI, "Ada Richetti, *Wicks*, 3.", claim="A claim.").replace(
        "# On Lamps", "# On Lamps\n\nAda Richertti's book burns."
    )
    assert fixed(text, "W006") == text
    assert fixed(text, "W006", unsafe=True) == text.replace("Richertti", "Richetti")


def test_an_article_is_no_given_name() -> None:
    assert diagnose("Das Kapital von Hull, sagt er. Das Kapitel endet hier.\n", "W006") == []


def test_a_word_of_which_no_letter_is_left_is_no_slip() -> None:
    assert not is_slip("", "richetti", 0)
    assert not is_slip("fisher", "", 0, endings=True)


def test_an_old_text_spells_names_as_it_likes() -> None:
    given = ["Ada", "Jane", "Mary", "Robert", "Richard", "Thomas", "Edward", "Henry", "Arthur", "Nicholas"]
    claims = [f"{name} Cowley cam, and {name} Cowly went." for name in given]
    assert len(diagnose(with_notes("markdown", RICHETTI, claim=claims[0]), "W006")) > 0
    names = [claim.replace("Cow", f"C{letter}w") for claim, letter in zip(claims, "aeioubdgkl", strict=True)]
    assert diagnose(with_notes("markdown", RICHETTI, claim=" ".join(names)), "W006") == []


def test_before_the_same_initial_and_family_name() -> None:
    notes = [
        "See Marianne D. Roe and Al Doe, *Lamps* (Hull: Tide Press, 2009), 12; Marianne D. Roe, *Oil* (Hull, 2010).",
        "See Marrianne D. Roe, *Wicks* (Hull: Tide Press, 2011), 3.",
    ]
    assert [found.words for found in told(with_notes("markdown", *notes), "W006")] == ["Marrianne"]


def test_what_sticks_to_a_name_in_a_script_without_blanks() -> None:
    claim = "灯台の話である。Ada Richettiの言葉も残る。"
    notes = [f"Ada Richetti, *{title}* (Hull: Tide Press, 2009), 12." for title in ("Lamps", "Oil")]
    assert diagnose(with_notes("markdown", *notes, claim=claim), "W006") == []
