"""Names in an order."""

from __future__ import annotations

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
    with pytest.raises(UnknownNameError, match=r"there is no stage 'zzz'; choose from "):
        stages.get("zzz")
