"""Addresses in notes: those that cannot work (N009), and copies of other pages (N010)."""

from __future__ import annotations

import pytest

from tests.lint.essays import DOE, READERS, line_of_note, with_notes
from tests.lint.pipeline import diagnose, findings, only

ROE = "Roe, Jane. “A Film.” Example Magazine, 2024. {}"
COPY = "https://web.archive.org/web/20240501000000/"


@pytest.mark.parametrize(
    "address",
    [
        "http//www.example.org/film",
        "http:/www.example.org/film",
        "htp://www.example.org/film",
        "https://https://www.example.org/film",
        "https://www.example.org/a-very-long...",
        "https://www.example.org/a-very-long…",
        "https:\\\\www.example.org\\film",
        "https://www,example.org/film",
        "https://www.example..org/film",
        "https://www.example/film.html",
        "https://www.example.org/fi lm/part.html",
        "https://www.example.org/film/a-very-long-",
        "www.example.org/film/a-very-long-",
        "https://doi.org/doi:10.1000/182",
        "https://web.archive.org/web/20241301000000/https://www.example.org/film",
    ],
)
def test_it_cannot_work(address: str) -> None:
    assert [one.words for one in findings(with_notes("markdown", DOE, ROE.format(address)), "N009")] == [address]


def test_angle_brackets_do_not_hide_it() -> None:
    found = findings(with_notes("markdown", DOE, ROE.format("<https:/www.example.org/film>")), "N009")
    assert [one.words for one in found] == ["<https:/www.example.org/film>"]


def test_a_scheme_alone() -> None:
    assert only(with_notes("markdown", DOE, ROE.format("https:// (last seen in May)")), "N009")


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "address",
    [
        "https://www.example.org/film",
        "https://www.example.org/archive and its successor",
        "https://example.org/watch?v=aB3-",
        "https://www.example.org/film,12.html",
        "https://localhost/film",
        f"{COPY}http://example.org/film",
        f"{COPY}http:/example.org/film",
        "https://www.example.org/a...b",
        "https://example.org/?next=https://https.example.org/",
        "see http/2",
    ],
)
def test_it_works(address: str, reader: str) -> None:
    assert diagnose(with_notes(reader, DOE, ROE.format(address)), "N009", reader=reader) == []


@pytest.mark.parametrize("reader", ["markdown", "html"])
def test_a_link_may_be_called_by_a_part_of_its_address(reader: str) -> None:
    whole, part = "https://www.example.org/a-long-name", "https://www.example.org/a-long-na..."
    essay = with_notes(reader, DOE, ROE.format(part))
    assert only(essay, "N009", reader=reader).message.startswith("the address cannot work")
    link = f"[{part}]({whole})" if reader == "markdown" else f'<a href="{whole}">{part}</a>'
    assert diagnose(essay.replace(part, link), "N009", reader=reader) == []


def test_a_copy_of_another_page() -> None:
    note = ROE.format(f"https://www.example.org/film, archived at {COPY}https://example.com/prize")
    found = only(with_notes("markdown", DOE, note), "N010")
    assert found.start.line == line_of_note("markdown", 2)
    assert found.message == f"the archived copy is of another page than the address: “{COPY}https://example.com/prize”"
    other = ROE.format(f"https://www.example.org/film, archived at {COPY}https://example.org/prize")
    assert only(with_notes("markdown", DOE, other), "N010").evidence == (
        "The address is “https://www.example.org/film”.",
    )


@pytest.mark.parametrize(
    "links",
    [
        f"https://www.example.org/film, archived at {COPY}http://example.org/film",
        f"https://blog.example.org/film, archived at {COPY}http://example.org/film",
        f"https://doi.org/10.1000/1, archived at {COPY}http://example.org/film",
        f"https://a.example.org https://example.com {COPY}http://example.net/film",
        f"{COPY}http://example.org/film",
        f"https://www.example.org/film/?page=2, archived at {COPY}http://example.org:80/film/",
        f"https://www.example.org, archived at {COPY}http://example.org/index.html",
    ],
)
def test_a_copy_of_the_page(links: str) -> None:
    assert diagnose(with_notes("markdown", DOE, ROE.format(links)), "N010") == []
