"""Made-up CSL-JSON items in any number, always the same ones: every type, many authors, clusters of one author."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

Item = dict[str, Any]

TYPES = """article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
personal_communication post post-weblog regulation report review review-book software song speech standard thesis treaty
webpage""".split()

# What most libraries hold: as many of these as of all types together.
COMMON = ("article-journal", "book", "chapter", "article-newspaper", "webpage", "motion_picture")

_SYLLABLES = (
    "ba be bo da do el fa ga ha il ka ko la lo ma me mo na ne no or pa pe ra re ri ro sa so ta te to va vi".split()
)
_GIVEN = """Ada Aiko Ana André Anke Carla Daria David Elena Eva Greta Hans Ingmar Jean Johanna John Juana Karl Kitty
Laura Linda Luís Maria Mary Ngozi Nils Olive Omar Per Péter Rui Sam Sara Sophie Tunde Wei Yuri Zoë""".split()
_WORDS = """archive camera cinema colour cut director distance editing essay fairy festival frame gesture history image
industry labour light long melodrama memory montage music narrative night noir performance politics realism review
rhythm screen shot silence sound spectator star street studio style take time viewer voice wave women""".split()
_SMALL = ("and", "of", "in", "the", "for", "on the", "without")
_PARTICLES = ("von", "de", "van der", "d'", "al-")

SAME_AUTHORS = 0.3
"""The share of items that have the authors of an item just before them, half of these also its year."""

ITEMS_A_FAMILY = 4
"""How many items there are for each family name: the names grow with the items, as they do in a library."""


def generate(number: int, seed: int = 1) -> list[Item]:
    """So many items, their ids "item-1", "item-2", ...; a longer list does not begin with the shorter one."""
    chance = random.Random(seed)
    families = [_family(chance) for _ in range(max(8, number // ITEMS_A_FAMILY))]
    items: list[Item] = []
    for index in range(number):
        item = _item(chance, families, f"item-{index + 1}")
        if items and chance.random() < SAME_AUTHORS:
            item["author"] = items[-1]["author"]
            if chance.random() < 0.5:
                item["issued"] = items[-1]["issued"]
        items.append(item)
    return items


def crowd(authors: int) -> Item:
    """An article by so many authors."""
    chance = random.Random(authors)
    families = [_family(chance) for _ in range(authors)]
    return {
        **_item(chance, families, "crowd"),
        "type": "article-journal",
        "author": [_name(chance, (f,)) for f in families],
    }


def _item(chance: random.Random, families: list[str], id: str) -> Item:
    kind = chance.choice(TYPES) if chance.random() < 0.5 else chance.choice(COMMON)
    year = chance.randint(1895, 2025)
    page = chance.randint(1, 900)
    item: Item = {
        "id": id,
        "type": kind,
        "title": _title(chance),
        "author": list(_names(chance, families)),
        "container-title": _title(chance, 2),
        "publisher": f"{_family(chance)} Press",
        "publisher-place": _family(chance),
        "volume": str(chance.randint(1, 90)),
        "issue": str(chance.randint(1, 12)),
        "page": f"{page}-{page + chance.randint(1, 30)}",
        "issued": {"date-parts": [[year, chance.randint(1, 12), chance.randint(1, 28)][: chance.randint(1, 3)]]},
    }
    return item | _extras(chance, families, kind, id)


def _extras(chance: random.Random, families: list[str], kind: str, id: str) -> Item:
    """What only some items have."""
    extras: Item = {}
    if kind in ("chapter", "paper-conference", "entry-encyclopedia", "book"):
        extras["editor"] = list(_names(chance, families))
        extras["edition"] = str(chance.randint(1, 9))
    if kind in ("motion_picture", "broadcast"):
        extras["director"] = [_name(chance, families)]
    if kind in ("webpage", "post", "post-weblog", "article-newspaper"):
        extras["URL"] = f"https://example.org/{id}"
        extras["accessed"] = {"date-parts": [[2025, chance.randint(1, 12), chance.randint(1, 28)]]}
    if kind in ("article-journal", "dataset"):
        extras["DOI"] = f"10.1234/{id}"
    if chance.random() < 0.1:
        extras["translator"] = [_name(chance, families)]
    return extras


def _names(chance: random.Random, families: list[str]) -> Iterator[Item]:
    """Mostly one to three names, now and then a dozen, an institution or nobody."""
    number = chance.choice((0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 12))
    if number == 1 and chance.random() < 0.1:
        yield {"literal": f"{chance.choice(families)} Institute"}
        return
    for _ in range(number):
        yield _name(chance, families)


def _name(chance: random.Random, families: list[str] | tuple[str]) -> Item:
    given = chance.choice(_GIVEN)
    if chance.random() < 0.4:
        given += f" {chance.choice(_GIVEN)[0]}."
    name: Item = {"family": chance.choice(families), "given": given}
    if chance.random() < 0.05:
        name["non-dropping-particle"] = chance.choice(_PARTICLES)
    return name


def _family(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 4))).capitalize()


def _title(chance: random.Random, least: int = 3) -> str:
    words = [chance.choice(_WORDS)]
    for _ in range(chance.randint(least, least + 4)):
        words += [chance.choice(_SMALL), chance.choice(_WORDS)] if chance.random() < 0.3 else [chance.choice(_WORDS)]
    if chance.random() < 0.2:
        words[1] += ":"
    if chance.random() < 0.1:
        words[-1] = f"<i>{words[-1].capitalize()}</i>"
    return " ".join(words).capitalize() if chance.random() < 0.5 else " ".join(words)
