"""The name of a person or a body, as CSL has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_PARTS = {
    "family": "family",
    "given": "given",
    "dropping-particle": "dropping_particle",
    "non-dropping-particle": "non_dropping_particle",
    "suffix": "suffix",
    "literal": "literal",
}


@dataclass(frozen=True, slots=True)
class Name:
    """One name: either ``family`` with its companions, or one ``literal`` (a band, an institution)."""

    family: str = ""
    given: str = ""
    dropping_particle: str = ""
    non_dropping_particle: str = ""
    suffix: str = ""
    literal: str = ""

    @classmethod
    def from_csl(cls, data: Mapping[str, object]) -> Name:
        """From a CSL-JSON name; keys that are not name parts are ignored."""
        return cls(**{_PARTS[key]: str(value) for key, value in data.items() if key in _PARTS and value})

    def to_csl(self) -> dict[str, str]:
        """The CSL-JSON name, without the parts it does not have."""
        parts = ((key, getattr(self, attribute)) for key, attribute in _PARTS.items())
        return {key: value for key, value in parts if value}

    @property
    def full_family(self) -> str:
        """The family name with the particle that belongs to it: ``van Gogh``."""
        return " ".join(part for part in (self.non_dropping_particle, self.family) if part)

    @property
    def display(self) -> str:
        """In reading order: ``Melissa Gira Grant``."""
        if self.literal:
            return self.literal
        parts = (self.given, self.dropping_particle, self.full_family)
        name = " ".join(part for part in parts if part)
        return f"{name}, {self.suffix}" if self.suffix else name

    @property
    def inverted(self) -> str:
        """As a catalogue has it: ``Grant, Melissa Gira``."""
        if self.literal:
            return self.literal
        given = " ".join(part for part in (self.given, self.dropping_particle) if part)
        return ", ".join(part for part in (self.full_family, given, self.suffix) if part)

    def __str__(self) -> str:
        return self.display
