"""A name is a value: it does not change, and every way to copy it gives an equal one."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, fields, replace

import pytest

from anora_bib.model.values.names import Name

NAMES = [
    Name(),
    Name("Fisher", "Mark"),
    Name(literal="Film Council"),
    Name("Gogh", "Vincent", "", "van", "Jr.", comma_suffix=True),
    Name("Mao", "Zedong", static_ordering=True, static_particles=True, comma_dropping_particle=True),
]


@pytest.mark.parametrize("name", NAMES, ids=str)
def test_copies_are_equal(name: Name) -> None:
    given = {field.name: getattr(name, field.name) for field in fields(Name)}
    for other in (Name(**given), pickle.loads(pickle.dumps(name)), copy.deepcopy(name), replace(name)):
        assert other == name
        assert type(other) is Name
        assert hash(other) == hash(name)


def test_what_is_not_given_is_empty() -> None:
    name = Name("Fisher")
    assert name.parts() == dict.fromkeys(Name().parts(), "") | {"family": "Fisher"}
    assert name != Name("Fisher", comma_suffix=True)


def test_a_name_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        Name("Fisher").family = "Marker"  # type: ignore[misc]
