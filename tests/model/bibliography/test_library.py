"""A library is a sequence of entries and a mapping from their keys."""

from __future__ import annotations

import pickle
from time import thread_time

import pytest

from anora_bib.model import Entry, Library

MOYN = Entry.of("book", key="moyn2010last", title="The Last Utopia")
HUNT = Entry.of("book", key="hunt2007inventing", title="Inventing Human Rights")
AGAIN = Entry.of("book", key="moyn2010last", title="Another of that key")
BOTH = Library((MOYN, HUNT))


def test_a_sequence_of_entries() -> None:
    assert list(BOTH) == [MOYN, HUNT]
    assert list(reversed(BOTH)) == [HUNT, MOYN]
    assert (BOTH[0], BOTH[-1], BOTH[:1]) == (MOYN, HUNT, (MOYN,))
    assert len(BOTH) == 2
    assert HUNT in BOTH
    assert AGAIN not in BOTH
    with pytest.raises(IndexError):
        BOTH[2]


def test_a_mapping_from_keys() -> None:
    assert BOTH["hunt2007inventing"] == HUNT
    assert "hunt2007inventing" in BOTH
    assert "hunt" not in BOTH
    assert BOTH.keys() == ("moyn2010last", "hunt2007inventing")
    assert BOTH.values() == (MOYN, HUNT)
    assert BOTH.items() == (("moyn2010last", MOYN), ("hunt2007inventing", HUNT))
    assert dict(BOTH) == {"moyn2010last": MOYN, "hunt2007inventing": HUNT}
    assert (BOTH.get("moyn2010last"), BOTH.get("x"), BOTH.get("x", HUNT)) == (MOYN, None, HUNT)
    with pytest.raises(KeyError, match="hunt"):
        BOTH["hunt"]


def test_of_two_entries_with_one_key_the_first_has_it() -> None:
    library = Library((MOYN, AGAIN))
    assert list(library) == [MOYN, AGAIN]
    assert library["moyn2010last"] == MOYN
    assert library.items() == (("moyn2010last", MOYN),)


def test_it_hashes_and_pickles() -> None:
    assert BOTH["hunt2007inventing"] == HUNT  # the index is made before
    again = pickle.loads(pickle.dumps(BOTH))
    assert again == BOTH
    assert hash(again) == hash(BOTH)
    assert again["hunt2007inventing"] == HUNT


def test_a_key_is_found_without_looking_at_every_entry() -> None:
    library = Library(tuple(Entry.of("book", key=f"k{number}") for number in range(20_000)))
    assert library["k19999"].key == "k19999"
    start = thread_time()
    for number in range(20_000):
        assert f"k{number}" in library
    assert thread_time() - start < 2  # looking through the entries would take minutes
