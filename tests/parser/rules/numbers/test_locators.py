"""Numbers that say where, and those that look like them."""

from __future__ import annotations

import pytest

from anora_bib.parser import parse


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            "A. Roe and B. Doe. An introduction to lamps. Harbour Signal Magazine, 3(1), 1986.",
            {"volume": "3", "issue": "1", "issued": "1986", "page": ""},
        ),
        ("Roe, A. Lamps. *Tides* 3(2), 1986–1999.", {"issue": "2", "page": "1986–1999"}),
        ("Roe, A. (2020). “Lamps of the shore.” *Tides*, vol. 12, Article No. 117.", {"volume": "12", "page": "117"}),
        (
            "Roe, A. (2020). “Lamps of the shore.” *Tides*, vol. 12, article 6600804.",
            {"volume": "12", "page": "6600804"},
        ),
        (
            "Ann Roe, *Lamps*, trans. B. Doe (Hull: Tide Press, 1966), §277.",
            {"locator": "§277", "publisher": "Tide Press"},
        ),
        ("Dijk, P. (2025). *Lampen* (herziene uitgave). Utrecht: Vuur.", {"edition": "herziene"}),
        ("A. Roe, «Luce», *Il faro*, vol. 27, 1948, pp. 79-83 e 123-156.", {"page": "79-83 e 123-156"}),
        ("Roe, A. 2020. Lampy w porcie. *Prace Portowe* 75 (1), s. 197–213.", {"volume": "75", "page": "197–213"}),
        ("Roe, A. (2017). « Les lampes ». *Revue du port*, 4(1), 67‑85.", {"page": "67‑85"}),
    ],
)
def test_numbers(text: str, fields: dict[str, str]) -> None:
    [entry] = parse(text)
    issued = entry.date("issued")
    found = {name: issued and issued.iso if name == "issued" else entry.string(name) for name in fields}
    assert found == fields
