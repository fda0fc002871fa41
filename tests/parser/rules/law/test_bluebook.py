"""Parts of books, newspapers and working papers as law reviews cite them."""

from __future__ import annotations

import pytest

from anora_bib.parser import parse


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            "Ada Orme, On Fog, in 2 THE LAMP ROOM: ESSAYS 252, 255 (Jane Roe & Bo Wick eds., Tide Press, 2013)",
            {
                "title": "On Fog",
                "container-title": "THE LAMP ROOM: ESSAYS",
                "volume": "2",
                "page": "252",
                "locator": "255",
                "publisher": "Tide Press",
                "issued": "2013",
            },
        ),
        (
            "Ada Orme, Who Pays for Lamps?, HARBOUR ST. J. (Oct. 11, 2013), https://harbour.example/a",
            {"title": "Who Pays for Lamps?", "container-title": "HARBOUR ST. J.", "issued": "2013-10-11"},
        ),
        (
            "Ada Orme, Who Pays for Lamps, Piers & Fog (updated Apr. 4, 2012, 12:01 AM), https://harbour.example/a",
            {"container-title": "Piers & Fog", "issued": "2012-04-04"},
        ),
        (
            "Ada Orme, Our Lamps, HARBOR, Mar. 2017, at 28, 29.",
            {"title": "Our Lamps", "container-title": "HARBOR", "issued": "2017-03", "page": "28", "locator": "29"},
        ),
        (
            "Ada Orme, The Price of Oil 23 (Harbour Inst., Working Paper No. 324, 2024)",
            {"title": "The Price of Oil", "publisher": "Harbour Inst", "genre": "Working Paper", "number": "324"},
        ),
    ],
)
def test_the_brackets_tell_what_stands_before_them(text: str, fields: dict[str, str]) -> None:
    [entry] = parse(text)
    assert {name: day.iso if (day := entry.date(name)) else entry.string(name) for name in fields} == fields


def test_editors_are_all_read() -> None:
    [entry] = parse("Ada Orme, On Fog, in THE LAMP ROOM 252 (Jane Roe, Bo Wick & Cy Low eds., 2013)")
    assert [name.family for name in entry.names("editor")] == ["Roe", "Wick", "Low"]


def test_a_title_with_a_day_behind_it_names_no_outlet() -> None:
    [entry] = parse("Ada Orme, Who Pays for Lamps (June 17, 2016), https://harbour.example/a")
    assert (entry.string("title"), entry.string("container-title")) == ("Who Pays for Lamps", "")


def test_trans_in_the_name_of_a_journal_names_no_translator() -> None:
    [entry] = parse("J. Roe, Fog and foam, IEEE Trans. Lamp. Sci. 58 (2011) 412")
    assert not entry.names("translator")
