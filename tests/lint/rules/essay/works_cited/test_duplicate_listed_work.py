from __future__ import annotations

import pytest

from tests.lint.pipeline import diagnose, findings

BOOK = "Doe, John. *A Book of Lamps*. Example Press, 2010."
OTHERWISE = "John Doe, *A Book of Lamps* (Example Press, 2010)."
SECOND_EDITION = "Doe, John. *A Book of Lamps*. 2nd ed. Example Press, 2015."
FILM = "*Anora*, directed by Sean Baker (Neon, 2024)."
FILM_AGAIN = "*Anora*. Directed by Sean Baker, Neon, 2024."
REMARK = "Several letters in the hands of the family."


def listing(*items: str) -> str:
    return "A claim about light.\n\n## Works Cited\n\n" + "\n\n".join(items) + "\n"


@pytest.mark.parametrize(
    ("items", "title"),
    [
        ((BOOK, BOOK), "A Book of Lamps"),
        ((BOOK, OTHERWISE), "A Book of Lamps"),
        ((BOOK.replace("*", ""), BOOK.replace("*", "_")), "A Book of Lamps"),
        ((FILM, FILM_AGAIN), "Anora"),
    ],
)
def test_the_second_tells_where_the_first_is(items: tuple[str, str], title: str) -> None:
    (found,) = diagnose(listing(*items), "W003")
    assert found.message == f"“{title}” is listed already in line 5"
    assert findings(listing(*items), "W003")[0][1:] == (7, items[1])


def test_in_a_page_as_well() -> None:
    page = f"<p>A claim.</p>\n<h2>Works Cited</h2>\n<ul>\n<li>{BOOK}</li>\n<li>{BOOK}</li>\n</ul>\n".replace("*", "")
    (found,) = diagnose(page, "W003", reader="html")
    assert (found.message, found.start) == ("“A Book of Lamps” is listed already in line 4", (5, 5))


@pytest.mark.parametrize("other", [SECOND_EDITION, FILM, BOOK.replace("Lamps", "Wicks"), BOOK.replace("John", "Ann")])
def test_another_edition_or_work_is_another_item(other: str) -> None:
    assert diagnose(listing(BOOK, other), "W003") == []


def test_many_are_told_once() -> None:
    titles = [
        f"Roe, Jane. *A Book of {what}*. London: Example Press, 2009." for what in ("Lamps", "Wicks", "Oil", "Ash")
    ]
    text = "Roe says so.\n\n## Works Cited\n\n" + "\n\n".join(titles * 2) + "\n"
    assert [found.message for found in diagnose(text, "W003")] == ["4 works are listed twice"]
