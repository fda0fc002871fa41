"""Days on which pages were looked at, in several languages, and years of first editions."""

from __future__ import annotations

import pytest

from anora_bib.parser import parse


@pytest.mark.parametrize(
    "tail",
    [
        "Geraadpleegd op 8 mei 2019, van https://wick.example/a",
        "https://wick.example/a, abgerufen am 8. Mai 2019.",
        "Disponível em: <https://wick.example/a>. Acesso em: 8 mai. 2019.",
        "https://wick.example/a (consulté le 8 mai 2019)",
        "Recuperado el 8 de mayo de 2019 de https://wick.example/a",
        "https://wick.example/a [2019-05-08]",
    ],
)
def test_the_day_of_access_is_read_in_many_languages(tail: str) -> None:
    [entry] = parse(f"Orme, Ada (2018). Lamps and piers. {tail}")
    assert (entry.string("URL"), entry.string("title")) == ("https://wick.example/a", "Lamps and piers")
    day = entry.date("accessed")
    assert day and day.iso == "2019-05-08"


def test_a_word_of_a_title_beside_a_year_is_no_access() -> None:
    [entry] = parse("Orme, Ada. Consultation 2011: A Report. Hull: Tide Press, 2012.")
    assert entry.date("accessed") is None


@pytest.mark.parametrize("years", ["2011 [1986]", "2011 (1986)", "[1986], 2011"])
def test_a_year_in_brackets_beside_a_later_one_is_that_of_the_first_edition(years: str) -> None:
    [entry] = parse(f"Ada Orme, *Lamps*, Paris, La Jetée, {years}.")
    issued, original = entry.date("issued"), entry.date("original-date")
    assert issued and issued.year == 2011
    assert original and original.year == 1986


def test_a_later_year_in_brackets_is_no_first_edition() -> None:
    [entry] = parse("Ada Orme, *Lamps*, Paris, La Jetée, 1986 [2011].")
    assert entry.date("original-date") is None


@pytest.mark.parametrize(
    "string",
    [
        "Roe, A. (1923/1999). *Lamps*. Hull: Tide Press.",
        "Roe, A. (1999), *Lamps*, Tide Press (originally published as *Lampen*, Deichverlag, 1923).",
    ],
)
def test_the_first_edition_before_a_stroke_or_under_another_title(string: str) -> None:
    [entry] = parse(string)
    issued, original = entry.date("issued"), entry.date("original-date")
    assert issued and issued.year == 1999
    assert original and original.year == 1923
