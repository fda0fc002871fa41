"""Citation keys by a pattern: which parts there are, and that keys that were given stay."""

from __future__ import annotations

import pytest

from anora_bib.errors import UnknownNameError
from anora_bib.model import Date, Entry, Name
from anora_bib.model.bibliography.key_patterns.pattern import KeyPattern

ONE = Entry.of(
    "article-journal",
    author=(Name("Žižek", "S."), Name("van Gogh", "V."), Name("Roe", "A.")),
    title="The long way of <i>Anora</i> home",
    issued=Date.of(2019, 5),
    container_title="Film Quarterly",
    volume="12",
    page="81-99",
)
PATTERNS = [
    ("{author}{year}{title}", "zizek2019long"),
    ("{author:capitalize}_{shortyear}", "Zizek_19"),
    ("{author3}{year}", "ziz2019"),
    ("{authors2}{year}", "zizekvangoghEtAl2019"),
    ("[authorsalpha:upper][shortyear]", "ZVR19"),
    ("[auth:lower][year][shorttitle3:lower]", "zizek2019longwayanora"),
    ("{veryshorttitle}-{journal}-{volume}-{firstpage}", "Long-filmquarterly-12-81"),
    ("{month}{type}, }", "05articlejournal"),
]


@pytest.mark.parametrize(("pattern", "key"), PATTERNS)
def test_a_pattern(pattern: str, key: str) -> None:
    assert KeyPattern(pattern).key(ONE) == key


@pytest.mark.parametrize("pattern", ["{autor}{year}", "{author:louder}"])
def test_what_there_is_not(pattern: str) -> None:
    with pytest.raises(UnknownNameError):
        KeyPattern(pattern)


def test_only_those_without_a_key_get_one() -> None:
    mine = Entry.of("book", key="Zizek2019", title="Other")
    named = KeyPattern("{author}{year}").named([ONE, mine, ONE], lambda entry: not entry.key)
    assert [entry.key for entry in named] == ["zizek2019a", "Zizek2019", "zizek2019b"]
