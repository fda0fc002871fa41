"""Acts of the European Union, in the languages in which they are cited."""

from __future__ import annotations

import pytest

from anora_bib.parser import parse


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            "Regulation (EU) 2019/77 on the lighting of harbours [2019] OJ L 12/4",
            {
                "title": "Regulation (EU) 2019/77 on the lighting of harbours",
                "issued": "2019",
                "container-title": "OJ",
                "volume": "L 12",
                "page": "4",
            },
        ),
        (
            "See Council Directive 81/44/EEC of 3 May 1981 on lamp oil, OJ L 31, 7.5.1981, p. 12-15.",
            {"title": "Council Directive 81/44/EEC of 3 May 1981 on lamp oil", "issued": "1981-05-07", "page": "12-15"},
        ),
        (
            "Richtlinie 97/4/EG über Leuchtfeuer, ABl. L 43 vom 14.2.1997, S. 21.",
            {"title": "Richtlinie 97/4/EG über Leuchtfeuer", "container-title": "ABl.", "issued": "1997-02-14"},
        ),
        (
            "Règlement (CE) n° 7/2004 du Conseil sur les phares, JO L 9 du 15.1.2004, p. 3",
            {"title": "Règlement (CE) n° 7/2004 du Conseil sur les phares", "container-title": "JO", "volume": "L 9"},
        ),
        ("Directive 2003/9/EC on tides, art. 4(2)", {"title": "Directive 2003/9/EC on tides", "locator": "4(2)"}),
    ],
)
def test_acts(text: str, fields: dict[str, str]) -> None:
    [entry] = parse(text)
    assert entry.type == "legislation"
    date = entry.date("issued")
    said = {name: date.iso if name == "issued" and date else entry.string(name) for name in fields}
    assert said == fields


@pytest.mark.parametrize(
    "text",
    [
        'Roe, J. "The Directive 95/12/EC at Ten." Harbour Law Review 12 (2005): 44-51.',
        "Orme, Ada. Regulation 3/4 Time. Hull: Wick Press, 1999.",
    ],
)
def test_what_is_written_about_them(text: str) -> None:
    assert all(entry.type != "legislation" for entry in parse(text))
