from __future__ import annotations

import pytest

from tests.lint.essays import DOE, READERS, line_of_note, with_notes
from tests.lint.pipeline import diagnose, findings, only


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("note", "message"),
    [
        (
            "Jane Roe, Lamps (Hull: Tide, 2009, 12.",
            "nothing closes the parenthesis in “Jane Roe, Lamps (Hull: Tide, 2009, 12.”",
        ),
        (
            "Jane Roe, Lamps, Hull: Tide, 2009), 12.",
            "nothing opens the parenthesis in “Jane Roe, Lamps, Hull: Tide, 2009), 12.”",
        ),
        ("Roe (see Doe (2009), 12.", "nothing closes the parenthesis in “Roe (see Doe (2009), 12.”"),
        ("Art. 15, 1 (a) (of the (new) law.", "nothing closes the parenthesis in “Art. 15, 1 (a) (of the (new) law.”"),
    ],
)
def test_a_sign_was_lost(note: str, message: str, reader: str) -> None:
    found = only(with_notes(reader, DOE, note), "N014", reader=reader)
    assert found.message == message
    assert found.start.line == line_of_note(reader, 2)


@pytest.mark.parametrize(
    "note",
    [
        "Jane Roe, Lamps (Hull: Tide, 2009), 12 (see Doe (2010)).",
        "a) Roe, Lamps, 12; b) Doe, Wicks, 3; iv) Poe, 4.",
        "**a)** Roe, Lamps, 12; *b)* Doe, Wicks, 3.",
        "1\\) Musée des Beaux-Arts, Dijon.",
        "So she says :-) and smiles ;)",
        "See [Doe](https://example.org/a_(b)), 12.",
        "See the page (.",
        "三种做法：1) 点灯，2) 熄灯并且3) 回家。",
        "Roe, Lamps (Hull：Tide, 2009）, 12.",
    ],
)
def test_none_was_lost(note: str) -> None:
    assert diagnose(with_notes("markdown", DOE, note), "N014") == []


def test_listed_works() -> None:
    text = "Lamps burn (Roe 2009).\n\n## Works Cited\n\nRoe, Jane. *Lamps* (Hull: Tide, 2009.\n\nDoe, John. *Wicks*.\n"
    assert [one.line for one in findings(text, "N014")] == [5]


def test_links_are_passed_over() -> None:
    note = "[Doe](https://example.org/a) (see [Poe](https://example.org/b), 12."
    assert [one.words for one in findings(with_notes("markdown", DOE, note), "N014")] == ["("]


QUAY = "The quay was built in a wet year, when nobody had paid for the bells, and the women rang them for the drowned"


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("sign", "verb"),
    [("(Halm 1994, 31.", "closes"), ("seen by Halm), they say.", "opens")],
    ids=["opened", "closed"],
)
def test_paragraphs(sign: str, verb: str, reader: str) -> None:
    found = only(with_notes(reader, DOE, claim=f"{QUAY} {sign} They went home."), "N014", reader=reader)
    assert found.message.startswith(f"nothing {verb} the parenthesis in “")


@pytest.mark.parametrize(
    "text",
    [
        f"{QUAY} (in a wet year.\n\n{QUAY}, all of them) and went home.",
        f"It was told twice: 1.) {QUAY}; 2.) they went home.",
        f"(They went home. {QUAY}.",
        f"| {QUAY} | (a |",
        "\n\n".join([f"{QUAY} (in a wet year. They went home."] + [f"{QUAY} (in a wet year. They slept."] * 9),
    ],
    ids=["over two paragraphs", "counted", "at the edge", "a table", "many"],
)
def test_paragraphs_that_may_be_right(text: str) -> None:
    assert diagnose(f"# On Bells\n\n{text}\n", "N014") == []


def test_a_text_cut_in_two_has_its_partner_beside() -> None:
    cut = "Jane Roe, Lamps (Hull: Tide,", "2009), 12."
    assert diagnose(with_notes("markdown", *cut), "N014") == []
    assert only(with_notes("markdown", cut[0], DOE), "N014").message.startswith("nothing closes")
    assert len(diagnose(with_notes("markdown", *reversed(cut)), "N014")) == 2


@pytest.mark.parametrize("end", ["[…]", "…", "[...]"])
def test_an_excerpt_leaves_open_what_was_open(end: str) -> None:
    assert diagnose(f"# On Bells\n\n{QUAY} (in a wet year when {end}\n", "N014") == []


@pytest.mark.parametrize("count", ["“1) a wick", "„a) a wick", "/ii) a wick"[1:]])
def test_a_count_in_quotation_marks(count: str) -> None:
    assert (
        diagnose(f"# On Bells\n\n{QUAY} and said: {count}, (2) a bell and (3) a rope, for all of them.\n", "N014") == []
    )


def test_an_interval_is_open_at_one_end() -> None:
    assert diagnose(f"# On Bells\n\n{QUAY} at any step in (0, 0.1] and [1, 2), for all of them.\n", "N014") == []
