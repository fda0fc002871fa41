"""Persons in running text: which capitals are a name, and whose."""

from __future__ import annotations

import pytest

from anora_bib.model import Apparatus, Entry, Essay, Name, Outlet, Person, Place, Reference, Work
from anora_bib.model.essay.people import People
from anora_bib.records.record_set import RecordSet
from anora_bib.text.spans import Span
from tests.find.support import with_prose

RECORDS = RecordSet(
    people=(Person("person/jane-roe", Name("Roe", "Jane")),),
    outlets=(Outlet("outlet/x", "Harbour Lights", "magazine"),),
    works=(Work("work/x", "Pretty Woman", "motion_picture"),),
)


def people_of(text: str, references: tuple[Reference, ...] = ()) -> People:
    apparatus = Apparatus(Essay.of("e", text, "text"), references=references, body=(Span(0, len(text)),))
    return with_prose(apparatus, RECORDS).people


def read(text: str, *cited: Name) -> list[tuple[str, str]]:
    references = tuple(Reference(Entry.of("book", author=(name,)), Place.NOTE, Span(0, 0)) for name in cited)
    people = people_of(text, references)
    return [(person.span.of(text), person.full) for person in people.named]


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("Then Jane Roe left.", [("Jane Roe", "Jane Roe")], "the record's name without the word before it"),
        (
            "So Jane Roe left. Roe came back.",
            [("Jane Roe", "Jane Roe"), ("Roe", "Jane Roe")],
            "then by the family name",
        ),
        ("Roe came back.", [], "a family name whose bearer the text never names"),
        ("Al Doe and Bo Doe came. Doe left.", [("Al Doe", "Al Doe"), ("Bo Doe", "Bo Doe")], "two of that name"),
        ("A. B. Doe’s boat", [("A. B. Doe", "A. B. Doe")], "initials"),
        (
            "Al Doe came. Al Doe and Bo Doe left. Doe stayed.",
            [("Al Doe", "Al Doe"), ("Al Doe", "Al Doe"), ("Bo Doe", "Bo Doe"), ("Doe", "Al Doe")],
            "the one of that name who is named more often",
        ),
        ("Dr Al Doe left. Mr Doe came", [("Al Doe", "Al Doe"), ("Doe", "Al Doe")], "titles without a stop"),
        (
            "Then Harbour Board President Al Doe left with Nobel Laureate Bo Poe",
            [("Al Doe", "Al Doe"), ("Bo Poe", "Bo Poe")],
            "titles with capitals",
        ),
        (
            "Ada Doe left early. In the end Ada came back, and Ada stayed. Even so Ada went",
            [("Ada Doe", "Ada Doe"), ("Ada", "Ada Doe"), ("Ada", "Ada Doe"), ("Ada", "Ada Doe")],
            "called by the given name again and again",
        ),
        ("Ada Doe left early. In the end Ada came", [("Ada Doe", "Ada Doe")], "a given name but once"),
        (
            "Then María Doe y Ana Roa Paz left",
            [("María Doe", "María Doe"), ("Ana Roa Paz", "Ana Roa Paz")],
            "two persons",
        ),
        ("the Hull Acting Vice-Chancellor", [], "what somebody is"),
        ("the Harbour Board Director", [], "what somebody is"),
        ("the case of Quayside Darwinism and Harbour Fever", [], "a doctrine, and what only sounds like a name"),
        (
            "[See it](https://example.org/doe-of-hull). Al Doe left. Doe came",
            [("Al Doe", "Al Doe"), ("Doe", "Al Doe")],
            "an address has no words",
        ),
        (
            "Preceding Al Doe, nobody came. Contra Bo Doe, nobody left",
            [("Al Doe", "Al Doe"), ("Bo Doe", "Bo Doe")],
            "words with a capital as the first of a sentence",
        ),
        ("Simone de Beauvoir wrote", [("Simone de Beauvoir", "Simone de Beauvoir")], "a particle"),
        ("the Cannes Film Festival", [], "an institution"),
        (
            "a long line of words that is as full as a line can be, by Jane\nRoe. Roe left",
            [("Jane\nRoe", "Jane Roe"), ("Roe", "Jane Roe")],
            "a name over a line end",
        ),
        ("by Al\nDoe", [], "a line that is not full"),
        ("Then von Doe left", [], "a particle at the head of what is left"),
        ("in Harbour Lights and Pretty Woman", [], "an outlet and a work"),
    ],
)
def test_people(text: str, expected: list[tuple[str, str]], reason: str) -> None:
    assert read(text) == expected, reason


def test_words_that_the_text_has_in_small_letters_are_no_name() -> None:
    assert read("The argument is new. The Tidal Argument rests on it, says Byung Han.") == [("Byung Han", "Byung Han")]
    assert read("The wood is old. Ann Wood says so.") == [("Ann Wood", "Ann Wood")]


def test_a_name_that_another_ends_with_is_the_same() -> None:
    assert read("Father Junip Poe came. Junip Poe stayed. Poe left.")[2] == ("Poe", "Junip Poe")


def test_an_adverb_that_opens_a_sentence_is_no_part_of_a_name() -> None:
    assert read("Precisely Ann Poe says so. Emily Poe left.") == [("Ann Poe", "Ann Poe"), ("Emily Poe", "Emily Poe")]


def test_two_whom_everybody_knows_are_two() -> None:
    people = people_of("Lo dijeron Hegel y Marx.")
    assert [span.of("Lo dijeron Hegel y Marx.") for span in people.single] == ["Hegel", "Marx"]


def test_authors_of_references_are_known() -> None:
    assert read("Fisher again", Name("Fisher")) == [("Fisher", "Fisher")]


def test_people_within_a_span() -> None:
    text = "Al Doe met Jane Roe."
    people = people_of(text)
    assert [person.full for person in people.within(Span(5, len(text)))] == ["Jane Roe"]


AROUND = (
    "Wer durch den Hafen geht, sieht die Kräne und hört das Wasser an der Mauer. Die Arbeit ist fort, und die Gebäude "
    "stehen noch, aber der Markt hat geöffnet, und die Kinder gehen mit dem Hund zur Schule. "
)


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("Anna Rohde kam.", [("Anna Rohde", "Anna Rohde")], "a given name"),
        ("Die These von Karl Menzer fiel.", [("Karl Menzer", "Karl Menzer")], "the noun before is none"),
        ("Karl Rohd kam. Rohds Schiff fiel.", [("Karl Rohd", "Karl Rohd"), ("Rohd", "Karl Rohd")], "genitive"),
        ("In den Worten Karl Menzers fiel es.", [("Karl Menzer", "Karl Menzer")], "the genitive alone"),
        ("Der Philosoph Hans Jonas kam.", [("Hans Jonas", "Hans Jonas")], "a name that ends in s"),
        ("Der Begriff Foucaults fiel.", [], "of one word only"),
        ("Zaira Menzer kam. Menzer ging.", [("Zaira Menzer", "Zaira Menzer"), ("Menzer", "Zaira Menzer")], "met again"),
        ("Die Stadt Bremen und Bremen selbst", [], "an article"),
        ("Wie Karl Menzer kam", [("Karl Menzer", "Karl Menzer")], "a word that begins a sentence"),
        ("Frau Anna Rohde kam, Herr Rohde ging", [("Anna Rohde", "Anna Rohde"), ("Rohde", "Anna Rohde")], "courtesy"),
        ("Karl Zeno Mai kam. Mai ging", [("Karl Zeno Mai", "Karl Zeno Mai"), ("Mai", "Karl Zeno Mai")], "two given"),
        ("Die Politologin Naima Tarr ging", [("Naima Tarr", "Naima Tarr")], "behind what she is"),
        ("Der Osteuropahistoriker Naim Tarr ging", [("Naim Tarr", "Naim Tarr")], "behind what he is"),
    ],
)  # fmt: skip
def test_german_people(text: str, expected: list[tuple[str, str]], reason: str) -> None:
    assert read(AROUND + text) == expected, reason
