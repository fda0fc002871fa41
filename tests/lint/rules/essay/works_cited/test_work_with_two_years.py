from __future__ import annotations

import pytest

from tests.lint.essays import READERS, line_of_note, with_notes
from tests.lint.pipeline import diagnose, only

LAMPS = "Jane Roe, *A Long Book of Lamps* (London: Lantern House, {}), 9."


@pytest.mark.parametrize("reader", READERS)
def test_the_later_is_told(reader: str) -> None:
    notes = [LAMPS.format(2003), LAMPS.format(2003), LAMPS.format(2004)]
    found = only(with_notes(reader, *(note.replace("*", "") for note in notes)), "W005", reader=reader)
    assert found.start.line == line_of_note(reader, 3)
    assert found.message.startswith("“A Long Book of Lamps” is dated 2004, and 2003 in line ")


def test_a_slip_in_the_title_does_not_hide_it() -> None:
    text = with_notes("markdown", LAMPS.format(2003).replace("Lamps", "Lmaps"), LAMPS.format(2004))
    assert only(text, "W005").message == "“A Long Book of Lamps” is dated 2004, and 2003 in line 5"


@pytest.mark.parametrize(
    "other",
    [
        LAMPS.format(2003),
        LAMPS.format("2nd ed., 2009"),
        LAMPS.format(2009).replace("Lantern House", "Tide Press"),
        LAMPS.format(2009).replace("Lamps", "Lamps, vol. 2"),
        LAMPS.format(2009).replace("Lamps*", "Lamps*, ii: *From Oil to Gas*"),
        LAMPS.format(2009).replace("Lamps*", "Lamps*. 2: *From Oil to Gas*"),
        "Roe, *A Long Book*, 12.",
    ],
)
def test_editions_and_other_books(other: str) -> None:
    assert diagnose(with_notes("markdown", LAMPS.format(2003), other), "W005") == []


ARTICLE = "Konrad Ohm, „Das Schweigen der Boote“, in: Küstenblätter 78 ({}), S. 45–72."


def test_an_article() -> None:
    found = only(with_notes("markdown", ARTICLE.format(1996), ARTICLE.format(1997)), "W005")
    assert found.message == "“Das Schweigen der Boote” is dated 1997, and 1996 in line 5"


@pytest.mark.parametrize(
    "other",
    [
        ARTICLE.format(1997).replace("78", "79").replace("45–72", "1–20"),
        ARTICLE.format(1997).replace("Küstenblätter", "Hafenblätter"),
        ARTICLE.format(1997).replace("Boote", "Boote II"),
    ],
    ids=["another volume", "another journal", "a second part"],
)
def test_other_articles(other: str) -> None:
    assert diagnose(with_notes("markdown", ARTICLE.format(1996), other), "W005") == []


@pytest.mark.parametrize("edition", ["nouv. éd., Paris", "3e édition, Paris", "rééd., Paris"])
def test_editions_in_other_languages(edition: str) -> None:
    book = "Léon Maugis, Les Quais de la ville, Paris, Gallimard, {}, p. 3."
    other = book.format(1987).replace("Paris", edition)
    assert diagnose(with_notes("plain", book.format(1978), other), "W005") == []
    assert only(with_notes("plain", book.format(1978), book.format(1987)), "W005")
