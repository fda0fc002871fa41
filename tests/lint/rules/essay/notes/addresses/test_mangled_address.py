from __future__ import annotations

import pytest

from tests.lint.essays import READERS, with_notes
from tests.lint.pipeline import diagnose, only

ROE = "Roe, Jane. “A Film.” Example Magazine, 2024. "


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "address",
    [
        "http://%20https://example.org/film",
        "https://www.example.org./film",
        "https://example.org/film.html%EF%BB%BF",
        "https://example.org/film?a=b%C2%AEion=Margin",
        "https:// www.example.org/film",
    ],
)
def test_it_was_damaged(address: str, reader: str) -> None:
    assert only(with_notes(reader, ROE + address), "N022", reader=reader).message.startswith("the address was damaged")


def test_a_stop_inside_the_angle_brackets() -> None:
    assert only(with_notes("markdown", f"{ROE}<http://example.org/film.>"), "N022")


@pytest.mark.parametrize(
    "address", ["https://example.org/film.", "<https://example.org/film>.", "https://example.org/a?region=Margin."]
)
def test_it_is_sound(address: str) -> None:
    assert diagnose(with_notes("markdown", ROE + address), "N022") == []


@pytest.mark.parametrize(
    "text", ["See [the film](http://%20https://example.org/film) and [more](https://example.org).", ""]
)
def test_the_address_of_a_link(text: str) -> None:
    note = "Jane Roe, “[A Film](https://example.org/film%EF%BB%BF),” and “[More](https://example.org/more.html.).”"
    found = diagnose(with_notes("markdown", note, claim=text or "A claim."), "N022")
    assert len(found) == (3 if text else 2)


def test_a_page_of_a_wiki_may_end_with_a_stop() -> None:
    assert diagnose(with_notes("markdown", "“[Roe](https://example.org/wiki/Roe_Inc.).”"), "N022") == []


def test_a_copy_of_no_page() -> None:
    note = "“[Roe](https://web.archive.org/web/20161105080751/)” and “[Doe](https://web.archive.org/web/20161105080751/https://example.org).”"
    assert only(with_notes("markdown", note), "N009").message.startswith("the archived copy is of no page")
