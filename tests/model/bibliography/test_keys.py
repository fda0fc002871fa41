"""Citation keys: telling, valid everywhere, and independent of order."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.model import Date, Entry, Name
from anora_bib.model.bibliography import keys as keys_module
from anora_bib.model.bibliography.entries import Value
from anora_bib.model.bibliography.keys import assign_keys, citation_key, keep_keys

FISHER = Entry.of(
    "book", author=(Name("Fisher", "Mark"),), title="Capitalist Realism: Is There No Alternative?", issued=Date.of(2009)
)


def work(title: str, year: int, family: str = "", **values: Value) -> Entry:
    entry = Entry.of("book", title=title, issued=Date(((year,),)), author=(Name(family),) if family else ())
    return entry.with_values(**values)


BAKER, TAKE_THAT = Name("Baker", "Sean"), Name(literal="Take That")
MUSEUM = Name(literal="The Metropolitan Museum of Art")
VAN_GOGH = Name("Gogh", "Vincent", non_dropping_particle="van")

CASES = [
    (FISHER, "fisher2009capitalist", "family, year, first word"),
    (work("Playing the Whore", 2014, "Grant"), "grant2014playing", "articles tell nothing, verbs do"),
    (work("Anora", 2024, director=(BAKER,)), "baker2024anora", "a film goes under its director"),
    (work("Greatest Day", 2008, author=(TAKE_THAT,)), "takethat2008greatest", "a band is one name"),
    (Entry.of("graphic", author=(MUSEUM,), title="Shoe"), "metropolitanmuseumartndshoe", "no date; a body"),
    (work("The Stroll", 2023), "stroll2023", "no creator, one word"),
    (work("Pretty Woman", 1990), "pretty1990woman", "no creator, two words"),
    (Entry.of("legislation", container_title="U.S.C.", volume="42", section="426-1"), "usc42s4261", "a statute"),
    (Entry.of("regulation", container_title="C.F.R.", volume="42", section="121.4(a)(3)"), "cfr42s1214a3", "a rule"),
    (work("Brieven", 1914, author=(VAN_GOGH,)), "vangogh1914brieven", "the particle belongs to the name"),
    (work("The Sublime Object", 1989, "Žižek"), "zizek1989sublime", "accents fall"),
    (work("Øre", 2001, "Søndergård"), "sondergard2001ore", "letters Unicode does not take apart"),
    (work("Монтаж", 1938, "Эйзенштейн"), "eizenshtein1938montazh", "Cyrillic is spelled"),
    (work("Ορφέας", 1960, "Παπαδόπουλος"), "papadopoylos1960orfeas", "Greek is spelled"),
    (work("L'Avventura", 1960), "lavventura1960", "an elided article stays"),
    (work("Ilias", -750, "Homer"), "homerbc750ilias", "before our era"),
    (Entry.of("book"), "booknd", "nothing known"),
    (Entry.of("personal_communication"), "personalcommunicationnd", "no underscore"),
]


@pytest.mark.parametrize(("entry", "expected", "reason"), CASES, ids=[case[1] for case in CASES])
def test_key(entry: Entry, expected: str, reason: str) -> None:
    assert citation_key(entry) == expected, reason


def test_a_script_without_letters_of_ours_gets_a_digest() -> None:
    key = citation_key(Entry.of("book", author=(Name("王"),), title="花樣年華", issued=Date.of(2000)))
    assert re.fullmatch(r"[0-9a-f]{6}2000[0-9a-f]{6}", key)


def keys(*entries: Entry) -> list[str]:
    return [entry.key for entry in assign_keys(entries)]


def test_longer_titles_part_two_works_of_one_year() -> None:
    ghosts = FISHER.with_values(title="Capitalist Ghosts")
    assert keys(FISHER, ghosts) == ["fisher2009capitalistrealism", "fisher2009capitalistghosts"]


def test_letters_part_what_titles_cannot() -> None:
    other = FISHER.with_values(publisher="Zero Books")
    assert sorted(keys(FISHER, other)) == ["fisher2009capitalist", "fisher2009capitalista"]
    assert keys(FISHER, other) == keys(other, FISHER)[::-1]


def test_a_key_that_is_there_stays() -> None:
    named = Entry.of("book", key="Fisher2009Capitalist", title="Something else")
    assert keys(FISHER, named) == ["fisher2009capitalista", "Fisher2009Capitalist"]


def test_of_two_entries_with_one_key_the_first_by_content_keeps_it() -> None:
    one, two = Entry.of("book", key="x", title="Aleph"), Entry.of("book", key="x", title="Beth")
    assert keys(one, two) == ["x", "bethnd"]
    assert keys(two, one) == ["bethnd", "x"]


WORDS = st.sampled_from(["", "Anora", "The Stroll", "Tangerine", "Été", "花", "Monтаж", "a", "}{%\\"])
ENTRIES = st.builds(
    lambda kind, family, title, year, key: Entry.of(
        kind, key=key, author=(Name(family),), title=title, issued=Date.of(year)
    ),
    st.sampled_from(["book", "legislation"]),
    WORDS,
    WORDS,
    st.integers(1990, 1992),
    st.sampled_from(["", "", "k1"]),
)


@settings(max_examples=80)
@given(st.lists(ENTRIES, max_size=8), st.randoms(use_true_random=False))
def test_distinct_and_independent_of_order(entries: list[Entry], random: object) -> None:
    keyed = assign_keys(entries)
    found = [entry.key for entry in keyed]
    assert len(set(found)) == len(found)
    shuffled = list(entries)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert sorted(entry.key for entry in assign_keys(shuffled)) == sorted(found)
    assert assign_keys(keyed) == keyed


@settings(max_examples=80)
@given(st.text(max_size=12), st.text(max_size=30), st.text(max_size=12))
def test_valid_for_bibtex_and_pandoc(family: str, title: str, container: str) -> None:
    entry = Entry.of("book", author=(Name(family),), title=title, container_title=container)
    assert re.fullmatch("[a-z0-9]+", citation_key(entry))


def test_thousands_of_one_work_get_their_letters_in_linear_time(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = 0
    original = keys_module.with_letters

    def counted(key: str) -> Iterator[str]:
        nonlocal tried
        for each in original(key):
            tried += 1
            yield each

    monkeypatch.setattr(keys_module, "with_letters", counted)
    work = Entry.of("book", title="Salt", author=(Name("Roe", "Jane"),), issued=Date.of(2001))
    named = {entry.key for entry in assign_keys([work] * 4000)}
    assert len(named) == 4000
    assert tried == 4000
    assert {"roe2001salt", "roe2001salta", "roe2001saltew"} <= named


KEPT = [
    (["smith2000", "Smith2000", "пункт3", "a&b*x"], ["smith2000", "Smith2000", "пункт3", "a&b*x"], []),
    (["one", "two", "one", "one"], ["one", "two", "onea", "oneb"], [(2, "one", "onea"), (3, "one", "oneb")]),
    (["one", "one", "onea"], ["one", "oneb", "onea"], [(1, "one", "oneb")]),
    (["", "one", ""], ["ten1975", "one", "ten1975a"], []),
]


@pytest.mark.parametrize(("keys", "expected", "changed"), KEPT)
def test_the_keys_of_a_library_stay(keys: list[str], expected: list[str], changed: list[tuple[int, str, str]]) -> None:
    entries = [Entry.of("film", key=key, title="Ten", issued=Date.of(1975)) for key in keys]
    kept, rekeyed = keep_keys(entries)
    assert [entry.key for entry in kept] == expected
    assert [tuple(change) for change in rekeyed] == changed
