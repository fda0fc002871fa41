from __future__ import annotations

import pytest

from tests.lint.essays import DOE, READERS, line_of_note, with_notes
from tests.lint.pipeline import diagnose, findings, only


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "words",
    [
        "[citation needed]",
        "TK",
        "TK add source",
        "???",
        "(source?)",
        "**add reference**",
        "TODO",
        "to come",
        "ref",
        "XXX",
        "I should look this up again",
        "[check this with Jane before we run it]",
        "We still need to find the source.",
        "must verify the quotation",
        "Beleg folgt",
        "À compléter.",
        "[falta referencia]",
        "Da verificare",
    ],
)
def test_reminders(words: str, reader: str) -> None:
    found = only(with_notes(reader, DOE, words), "N005", reader=reader)
    assert found.message == f"note 2 is a placeholder: “{words}”"
    assert found.start.line == line_of_note(reader, 2)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "words",
    [
        "Roe, Source Criticism, 2009.",
        "References to the film are to the 2015 edition.",
        "Tkach, Ann. A Book.",
        "Todorov.",
        "Source: Example Archive.",
        "",
        "Page 7.",
        "I should add that she never said so.",
        "We must find a way to read it.",
        "Check out Roe's earlier essay on the subject.",
        "I should look at it as Doe does, in A Book (2009).",
    ],
)
def test_notes(words: str, reader: str) -> None:
    assert diagnose(with_notes(reader, DOE, words), "N005", reader=reader) == []


@pytest.mark.parametrize(
    ("note", "gaps"),
    [
        ("Gibb, Will, “Quays,” Wired \\[??\\]", ["\\[??\\]"]),
        ("Chaum, “Showing Lamps,” .", [",” ."]),
        ("Roe, *Lamps* [CITE], p. xxx.", ["[CITE]", "p. xxx"]),
        ("Roe, “Showing Lamps,” , Light 3.", [",” ,"]),
        ("Roe, “”, in Light 3.", ["“”"]),
        ("Roe, ** (Hull: Tide Press, 1961), 3.", ["**"]),
        ("Anke Rohde, Lampen, Kiel: Mole 1980, S. ???.", ["S. ???"]),
        ("Roe, *Lamps* (Hull: Tide Press, [year?]).", ["[year?]"]),
        ("Roe, **Lamps**, S. xx–xxii; [Hull?], [1961?].", []),
        ("She explores their “activity, . . . a new source,” Roe, 3.", []),
        ("Roe, *Who?*, 3 [sic], p. xxx–xxxi … and so on, .5 of it.", []),
    ],
)
def test_places_that_were_left_open(note: str, gaps: list[str]) -> None:
    found = findings(with_notes("markdown", note), "N005")
    assert [one.words for one in found] == gaps


def test_places_in_listed_works() -> None:
    essay = "# On Lamps\n\nLamps burn (Roe 12).\n\n## Works Cited\n\nRoe, Jane. *Lamps*. {}, 2009.\n"
    assert only(essay.format("[publisher?]"), "N005").message == (
        "in this work something is still to come: “[publisher?]”"
    )
    assert diagnose(essay.format("[Tide Press?]"), "N005") == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("[confirm names]", True),
        (r"\[page TK\]", True),
        ("[Placeholder for the provenance of the lamp, see https://example.org.]", True),
        ("**[This note to be checked by the library.]**", True),
        ("[Check the source](https://example.org/check)", False),
        ("[they add that it burns]", False),
        ("[and so it had to be]", False),
    ],
)
def test_an_errand_in_brackets(words: str, told: bool) -> None:
    note = f"Jane Roe, *Lamps* (Hull: Tide Press, 2010), 12. {words}"
    assert len(diagnose(with_notes("markdown", note), "N005")) == told
