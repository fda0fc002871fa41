"""The name of a person or a body, as CSL has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Self

from anora_bib.model.values.csl_json import is_true, text_of

PARTS: Final = {
    "family": "family",
    "given": "given",
    "dropping-particle": "dropping_particle",
    "non-dropping-particle": "non_dropping_particle",
    "suffix": "suffix",
    "literal": "literal",
}
"""The parts of a CSL-JSON name that are text, and the attributes that hold them."""

OTHERS: Final = "others"
"""The literal that ends a list of names which goes on: BibTeX's "and others", which CSL-JSON files have as well."""

_NO: Final = (False, 0, "false", "0")

FLAGS: Final = {
    "comma-suffix": "comma_suffix",
    "comma-dropping-particle": "comma_dropping_particle",
    "static-ordering": "static_ordering",
    "static-particles": "static_particles",
}
"""The keys of a CSL-JSON name that are true or false; all but the first are those of citeproc-js."""


class _Draft:
    """A name in the making, of the same slots."""

    __slots__ = (
        "comma_dropping_particle",
        "comma_suffix",
        "dropping_particle",
        "family",
        "given",
        "literal",
        "non_dropping_particle",
        "static_ordering",
        "static_particles",
        "suffix",
    )  # fmt: skip

    def __init__(self, family: str, given: str, dropping_particle: str, non_dropping_particle: str, suffix: str,
                 literal: str, comma_suffix: bool, comma_dropping_particle: bool, static_ordering: bool,
                 static_particles: bool) -> None:  # fmt: skip
        self.family = family
        self.given = given
        self.dropping_particle = dropping_particle
        self.non_dropping_particle = non_dropping_particle
        self.suffix = suffix
        self.literal = literal
        self.comma_suffix = comma_suffix
        self.comma_dropping_particle = comma_dropping_particle
        self.static_ordering = static_ordering
        self.static_particles = static_particles


@dataclass(frozen=True, slots=True, init=False)
class Name:
    """One name: either ``family`` with its companions, or one ``literal`` (a band, an institution)."""

    family: str = ""
    given: str = ""
    dropping_particle: str = ""
    non_dropping_particle: str = ""
    suffix: str = ""
    literal: str = ""
    comma_suffix: bool = False
    """Whether a comma is printed before the suffix in reading order, too."""
    comma_dropping_particle: bool = False
    """Whether a comma is printed before the dropping particle: ``Smith, et al.``"""
    static_ordering: bool = False
    """Whether the family name always comes first, without a comma: ``Mao Zedong``."""
    static_particles: bool = False
    """Whether particles are only those that are given; none is looked for in the family and given names."""

    def __new__(
        cls,
        family: str = "",
        given: str = "",
        dropping_particle: str = "",
        non_dropping_particle: str = "",
        suffix: str = "",
        literal: str = "",
        comma_suffix: bool = False,
        comma_dropping_particle: bool = False,
        static_ordering: bool = False,
        static_particles: bool = False,
    ) -> Self:
        """A name of these parts."""
        # A library has names by the ten thousand, and to set the fields of a frozen object takes five times as long.
        draft: Any = _Draft(
            family,
            given,
            dropping_particle,
            non_dropping_particle,
            suffix,
            literal,
            comma_suffix,
            comma_dropping_particle,
            static_ordering,
            static_particles,
        )
        draft.__class__ = cls
        made: Self = draft
        return made

    def __hash__(self) -> int:
        return hash((self.family, self.given, self.literal))

    @classmethod
    def from_csl(cls, data: Mapping[str, object]) -> Name:
        """From a CSL-JSON name.

        Keys that a name does not have are ignored, and so are the parts that :func:`unread` names.
        """
        if len(data) == 2:
            family, given = data.get("family"), data.get("given")
            if isinstance(family, str) and isinstance(given, str):
                return cls(family, given)
        parts: dict[str, Any] = {PARTS[key]: text_of(value) or "" for key, value in data.items() if key in PARTS}
        flags: dict[str, Any] = {FLAGS[key]: is_true(value) for key, value in data.items() if key in FLAGS}
        if data.get("parse-names") in _NO:
            flags["static_particles"] = True
        if is_true(data.get("isInstitution")) and parts.get("family") and not parts.get("given"):
            return cls(literal=parts["family"])
        return cls(**parts, **flags)

    def to_csl(self) -> dict[str, object]:
        """The CSL-JSON name, without the parts it does not have."""
        out: dict[str, object] = {key: text for key, text in self.parts().items() if text}
        for key, attribute in FLAGS.items():
            if getattr(self, attribute):
                out[key] = True
        return out

    def parts(self) -> dict[str, str]:
        """Its parts by the keys of CSL-JSON, the empty ones as well."""
        return {key: getattr(self, attribute) for key, attribute in PARTS.items()}

    @property
    def full_family(self) -> str:
        """The family name with the particle that belongs to it: ``van Gogh``."""
        if not self.non_dropping_particle:
            return self.family
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


def unread(data: Mapping[str, object]) -> list[str]:
    """The parts of a CSL-JSON name that are neither text nor a number, and so left out."""
    odd = [key for key, value in data.items() if not isinstance(value, str) and value is not None]
    return [key for key in odd if key in PARTS and text_of(data[key]) is None] if odd else odd
