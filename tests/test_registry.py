"""Names in an order."""

from __future__ import annotations

import re
from itertools import permutations
from typing import NamedTuple

import pytest

from anora_bib.errors import PluginError, UnknownNameError
from anora_bib.registry import Registry


@pytest.fixture
def stages() -> Registry[int]:
    registry: Registry[int] = Registry("stage")
    for number, name in enumerate(("find", "parse", "link")):
        registry.add(name, number)
    return registry


def test_before_and_after(stages: Registry[int]) -> None:
    stages.add("clean", 7, before="find")
    stages.add("match", 8, after="parse")
    assert stages.names() == ("clean", "find", "parse", "match", "link")
    assert list(stages) == [7, 0, 1, 8, 2]
    assert stages.items()[3] == ("match", 8)


def test_a_name_is_taken_once(stages: Registry[int]) -> None:
    with pytest.raises(PluginError, match="the stage 'parse' is registered already"):
        stages.add("parse", 9)
    assert stages.get("parse") == 1


def test_a_neighbour_must_exist(stages: Registry[int]) -> None:
    with pytest.raises(UnknownNameError, match="there is no stage 'prase'; did you mean 'parse'"):
        stages.add("x", 9, before="prase")
    assert len(stages) == 3


def test_one_place_only(stages: Registry[int]) -> None:
    with pytest.raises(PluginError, match="both before and after"):
        stages.add("x", 9, before="find", after="find")


def test_unknown(stages: Registry[int]) -> None:
    assert "find" in stages
    with pytest.raises(UnknownNameError, match=r"there is no stage 'zzz'; choose from find, parse, link$"):
        stages.get("zzz")


def test_an_item_is_replaced_in_its_place(stages: Registry[int]) -> None:
    stages.replace("parse", 9)
    assert stages.items() == (("find", 0), ("parse", 9), ("link", 2))
    with pytest.raises(UnknownNameError, match="there is no stage 'pars'; did you mean 'parse'"):
        stages.replace("pars", 9)


def test_a_disabled_item_is_given_to_nobody_and_keeps_its_place(stages: Registry[int]) -> None:
    stages.disable("parse")
    assert stages.names() == ("find", "link")
    assert list(stages) == [0, 2]
    assert len(stages) == 2
    assert "parse" not in stages
    with pytest.raises(UnknownNameError, match=r"there is no stage 'parse'; it is disabled$"):
        stages.get("parse")
    stages.add("match", 8, after="parse")
    assert stages.names() == ("find", "match", "link")
    with pytest.raises(PluginError, match="registered already"):
        stages.add("parse", 9)
    with pytest.raises(UnknownNameError, match="no stage 'prase'"):
        stages.disable("prase")


def test_a_replaced_item_stays_disabled(stages: Registry[int]) -> None:
    stages.disable("parse")
    stages.replace("parse", 9)
    assert "parse" not in stages


def test_the_first_is_the_default(stages: Registry[int]) -> None:
    assert stages.first() == 0
    stages.disable("find")
    assert stages.first() == 1
    stages.disable("parse")
    stages.disable("link")
    with pytest.raises(PluginError, match="there is no stage left: all are disabled"):
        stages.first()


NEEDS = {"find": (), "parse": ("find",), "link": ("find", "parse")}


@pytest.mark.parametrize("order", list(permutations(NEEDS)), ids=" ".join)
def test_an_order_that_breaks_a_need_is_refused_by_both_names(order: tuple[str, ...]) -> None:
    registry: Registry[str] = Registry("stage")
    for name in order:
        registry.add(name, name, needs=NEEDS[name])
    if order == tuple(NEEDS):
        registry.check_order()
        return
    with pytest.raises(PluginError, match=r"the stage '\w+' must come after '\w+'") as caught:
        registry.check_order()
    later, earlier = re.findall(r"'(\w+)'", str(caught.value))
    assert order.index(later) < order.index(earlier)
    assert earlier in NEEDS[later]


def test_what_is_needed_must_be_there(stages: Registry[int]) -> None:
    stages.replace("link", 2, needs=("parse", "find"))
    stages.check_order()
    stages.disable("parse")
    with pytest.raises(PluginError, match="the stage 'link' needs 'parse', which is disabled"):
        stages.check_order()
    stages.replace("link", 2, needs=("match",))
    with pytest.raises(PluginError, match="the stage 'link' needs 'match', which does not exist"):
        stages.check_order()


class Named(NamedTuple):
    name: str


def test_an_item_is_checked_at_the_door() -> None:
    parts: Registry[object] = Registry("reader", requires=("name",), named_by="name")
    parts.add("plain", Named("plain"))
    with pytest.raises(PluginError, match="the reader 'docx' has no 'name'"):
        parts.add("docx", object())
    with pytest.raises(PluginError, match="the reader 'plain' has no 'name'"):
        parts.replace("plain", object())
    with pytest.raises(PluginError, match="the reader 'docx' calls itself 'word'; register it under that name"):
        parts.add("docx", Named("word"))
    assert parts.names() == ("plain",)
