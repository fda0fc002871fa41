"""A mapping that never changes."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable, Mapping, MutableMapping
from typing import Any

import pytest

from anora_bib.model import Entry
from anora_bib.model.values.mapping import FrozenDict, frozen

ONE = FrozenDict({"a": 1, "b": 2})
CHANGES: dict[str, Callable[[Any], object]] = {
    "set": lambda given: given.__setitem__("c", 3),
    "delete": lambda given: given.__delitem__("a"),
    "update": lambda given: given.update(c=3),
    "update in place": lambda given: given.__ior__({"c": 3}),
    "setdefault": lambda given: given.setdefault("c", 3),
    "pop": lambda given: given.pop("a"),
    "popitem": lambda given: given.popitem(),
    "clear": lambda given: given.clear(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_nothing_changes_it(change: str) -> None:
    with pytest.raises(TypeError, match="a FrozenDict cannot be changed"):
        CHANGES[change](ONE)
    assert ONE == {"a": 1, "b": 2}


def test_every_method_that_changes_a_dictionary_is_closed() -> None:
    own = {name for name, value in vars(FrozenDict).items() if value is vars(FrozenDict)["_fixed"]} - {"_fixed"}
    assert own == set(dir(MutableMapping)) - set(dir(Mapping)) - {"_MutableMapping__marker"} | {"__ior__"}


def test_equal_ones_hash_alike_whatever_their_order() -> None:
    assert hash(ONE) == hash(FrozenDict({"b": 2, "a": 1}))
    assert len({ONE, FrozenDict({"b": 2, "a": 1})}) == 1


def test_it_is_copied_and_pickled() -> None:
    for again in (pickle.loads(pickle.dumps(ONE)), copy.copy(ONE), copy.deepcopy(ONE)):
        assert again == ONE
        assert type(again) is FrozenDict


def test_it_is_made_once() -> None:
    assert frozen(ONE) is ONE
    assert frozen({"a": 1}) == {"a": 1}


def test_an_entry_hashes_and_does_not_see_what_becomes_of_the_dictionary_it_was_made_of() -> None:
    given = dict(Entry.of("book", title="The Last Utopia").fields)
    entry = Entry("book", given)
    assert hash(entry) == hash(Entry.of("book", title="The Last Utopia"))
    given.clear()
    assert entry.string("title") == "The Last Utopia"
    assert pickle.loads(pickle.dumps(entry)) == entry
