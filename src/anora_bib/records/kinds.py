"""From a node of YAML to a person, outlet, publisher or work: which keys each may have, and what they may say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from anora_bib.model import Date, Edition, Name, Outlet, Person, Publisher, Record, Work
from anora_bib.model.values import identifiers
from anora_bib.model.values.csl import NAME_VARIABLES, TYPES
from anora_bib.records.nodes import Fault, MappingNode, Node, Pair, items, pairs, string, strings
from anora_bib.text.spans import SourceSpan

OUTLET_KINDS: Final = frozenset({"magazine", "newspaper", "journal", "website"})

NUMBERS: Final[Mapping[str, Callable[[str], str | None]]] = {
    "DOI": identifiers.doi,
    "ISBN": identifiers.isbn13,
    "ISSN": identifiers.issn,
}
"""The identifiers a record may have, each with the function that validates and normalizes it."""

PERSON_KEYS: Final = frozenset({"name", "aliases", "roles"})
OUTLET_KEYS: Final = frozenset({"title", "kind", "aliases", "ISSN"})
PUBLISHER_KEYS: Final = frozenset({"name", "aliases", "places"})
EDITION_KEYS: Final = frozenset({"issued", "publisher", "label", "ISBN"})
WORK_KEYS: Final = (
    frozenset({"title", "type", "issued", "publisher", "aliases", "editions", "common", "DOI", "ISBN"}) | NAME_VARIABLES
)
NAME_KEYS: Final = frozenset({"family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal"})


class Fields:
    """The keys of one record, checked against the ones it may have."""

    def __init__(self, node: Node, what: str, allowed: frozenset[str]) -> None:
        """The keys of ``node``; ``what`` is the noun for messages ("a person").

        Raises:
            Fault: the node is no mapping, or holds an unknown key, or one key twice.
        """
        self._what = what
        self._at = node.span
        self.pairs: dict[str, Pair] = {}
        for pair in pairs(node, what):
            if pair.key not in allowed:
                raise Fault(f"{what} has no key {pair.key!r}; it may have {', '.join(sorted(allowed))}", pair.at)
            if pair.key in self.pairs:
                raise Fault(f"{what} has the key {pair.key!r} twice", pair.at)
            self.pairs[pair.key] = pair

    def node(self, key: str) -> Node:
        """The value under ``key``.

        Raises:
            Fault: the key is missing.
        """
        if key not in self.pairs:
            raise Fault(f"{self._what} lacks the key {key!r}", self._at)
        return self.pairs[key].value

    def text(self, key: str, default: str = "") -> str:
        """The string under ``key``, or ``default`` where the key is missing.

        Raises:
            Fault: the value is not a string.
        """
        return string(self.node(key), key) if key in self.pairs else default

    def texts(self, key: str) -> tuple[str, ...]:
        """The strings in the list under ``key``, or () where the key is missing.

        Raises:
            Fault: the value is not a list of strings.
        """
        return strings(self.node(key), key) if key in self.pairs else ()

    def date(self, key: str) -> Date | None:
        """The date under ``key`` (ISO 8601), or None where the key is missing.

        Raises:
            Fault: the value is not such a date.
        """
        if key not in self.pairs:
            return None
        text = self.text(key)
        date = Date.parse_iso(text)
        if date is None:
            raise Fault(
                f"{key} {text!r} is no date; write 2018, 2018-11 or 2018-11-06, or two of them with a slash",
                self.node(key).span,
            )
        return date

    def flag(self, key: str) -> bool:
        """The truth value under ``key``, False where the key is missing.

        Raises:
            Fault: the value is neither ``true`` nor ``false``.
        """
        text = self.text(key, "false")
        if text not in ("true", "false"):
            raise Fault(f"{key} must be true or false, not {text!r}", self.node(key).span)
        return text == "true"

    def one_of(self, key: str, known: frozenset[str]) -> str:
        """The string under ``key``, which must be one of ``known``.

        Raises:
            Fault: the key is missing or its value is another.
        """
        text = string(self.node(key), key)
        if text not in known:
            raise Fault(f"{key} {text!r} is none of {', '.join(sorted(known))}", self.node(key).span)
        return text

    def numbers(self) -> dict[str, str]:
        """The identifiers, normalized."""
        numbers = {}
        for scheme in NUMBERS.keys() & self.pairs.keys():
            text = self.text(scheme)
            number = NUMBERS[scheme](text)
            if number is None:
                raise Fault(
                    f"{scheme} {text!r} is not valid: wrong length, letters or check digit", self.node(scheme).span
                )
            numbers[scheme] = number
        return numbers


def person(id: str, node: Node) -> Person:
    """The person that ``node`` describes.

    Raises:
        Fault: the node lacks a name, or holds a key or value that a person cannot have.
    """
    fields = Fields(node, "a person", PERSON_KEYS)
    return Person(id, _name(fields.node("name")), fields.texts("aliases"), fields.texts("roles"))


def outlet(id: str, node: Node) -> Outlet:
    """The outlet that ``node`` describes.

    Raises:
        Fault: the node lacks a title or kind, or holds a key or value that an outlet cannot have.
    """
    fields = Fields(node, "an outlet", OUTLET_KEYS)
    fields.node("title")
    return Outlet(
        id, fields.text("title"), fields.one_of("kind", OUTLET_KINDS), fields.texts("aliases"), fields.numbers()
    )


def publisher(id: str, node: Node) -> Publisher:
    """The publisher that ``node`` describes.

    Raises:
        Fault: the node lacks a name, or holds a key or value that a publisher cannot have.
    """
    fields = Fields(node, "a publisher", PUBLISHER_KEYS)
    fields.node("name")
    return Publisher(id, fields.text("name"), fields.texts("aliases"), fields.texts("places"))


def work(id: str, node: Node) -> Work:
    """The work that ``node`` describes. Whether its people and publisher exist is checked elsewhere.

    Raises:
        Fault: the node lacks a title or type, or holds a key or value that a work cannot have.
    """
    fields = Fields(node, "a work", WORK_KEYS)
    fields.node("title")
    creators = {
        role: tuple(with_kind("people", slug) for slug in fields.texts(role))
        for role in fields.pairs
        if role in NAME_VARIABLES
    }
    editions = items(fields.node("editions"), "editions") if "editions" in fields.pairs else []
    return Work(
        id,
        fields.text("title"),
        fields.one_of("type", TYPES),
        creators,
        fields.date("issued"),
        with_kind("publishers", fields.text("publisher")),
        fields.texts("aliases"),
        tuple(_edition(edition) for edition in editions),
        fields.numbers(),
        fields.flag("common"),
    )


def _edition(node: Node) -> Edition:
    fields = Fields(node, "an edition", EDITION_KEYS)
    issued = fields.date("issued")
    if issued is None:
        raise Fault("an edition lacks the key 'issued'", node.span)
    return Edition(issued, with_kind("publishers", fields.text("publisher")), fields.text("label"), fields.numbers())


def _name(node: Node) -> Name:
    """``Grant, Melissa Gira`` is family and given; without a comma one literal name; a mapping gives CSL's parts."""
    if isinstance(node, MappingNode):
        fields = Fields(node, "a name", NAME_KEYS)
        return Name.from_csl({key: fields.text(key) for key in fields.pairs})
    text = string(node, "name")
    family, comma, given = (part.strip() for part in text.partition(","))
    if not comma:
        return Name(literal=family)
    if not family or not given or "," in given:
        raise Fault(f"name {text!r} must read 'Family, Given'", node.span)
    return Name(family, given)


class Kind(NamedTuple):
    """A kind of record: the word its ids begin with, and what reads one from a node."""

    word: str
    read: Callable[[str, Node], Record]


KINDS: Final[Mapping[str, Kind]] = {
    "people": Kind("person", person),
    "outlets": Kind("outlet", outlet),
    "publishers": Kind("publisher", publisher),
    "works": Kind("work", work),
}
"""By the section of a file that holds them."""


def with_kind(section: str, slug: str) -> str:
    """The full id of what a file calls ``mark-fisher``: ``person/mark-fisher``; "" stays ""."""
    return f"{KINDS[section].word}/{slug}" if slug else ""


def links(node: Node) -> Iterator[tuple[str, SourceSpan]]:
    """The ids of the people and publishers that a work's node names, each with its place."""
    for key, _, value in pairs(node, "a work"):
        if key in NAME_VARIABLES:
            for item in items(value, key):
                yield with_kind("people", string(item, key)), item.span
        elif key == "publisher":
            yield with_kind("publishers", string(value, key)), value.span
        elif key == "editions":
            for edition in items(value, key):
                for name, _, publisher in pairs(edition, "an edition"):
                    if name == "publisher":
                        yield with_kind("publishers", string(publisher, name)), publisher.span
