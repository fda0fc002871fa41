"""Made-up CSL items of every type."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

from anora_bib.model.values.csl import DATE_VARIABLES, NAME_VARIABLES
from anora_bib.training.chance import Chance, Weighted
from anora_bib.training.content import values
from anora_bib.training.content.lexicon import capitalized, data
from anora_bib.training.content.people import NamedMaker, People

Item = dict[str, Any]
"""A CSL-JSON item; ``domain`` besides, which says what sort of title it has."""

_BY_DAY: Final = frozenset(
    {
        "article-newspaper",
        "webpage",
        "post",
        "post-weblog",
        "interview",
        "personal_communication",
        "broadcast",
        "speech",
        "patent",
    }
)
_ARCHIVED_TYPES: Final = frozenset({"manuscript", "personal_communication", "graphic"})
_PERIODICAL: Final = frozenset({"article-journal", "article-magazine", "review", "review-book"})
_BY_MONTH: Final[Mapping[str, float]] = {
    "article-journal": 0.1,
    "paper-conference": 0.15,
    "report": 0.2,
    "thesis": 0.08,
    "document": 0.2,
    "article": 0.1,
    "dataset": 0.05,
}
"""The share that is dated by month and year."""
_WELL_KNOWN: Final = 0.3
"""The share of short names of scientific journals that are real ones."""
_ON_THE_WEB: Final = frozenset({"webpage", "post", "post-weblog"})
_FIRST_SITE: Final = 1995
_SMALL: Final = frozenset(
    "a an and as at but by for from if in into nor of on or over per the to under up v v. via vs. with".split()
)
_CONTAINERS: Final[Mapping[str, str]] = {
    "article-newspaper": "newspaper",
    "article-magazine": "magazine",
    "interview": "magazine",
    "webpage": "site",
    "post-weblog": "blog",
    "post": "network_site",
    "entry-encyclopedia": "encyclopedia",
    "entry-dictionary": "encyclopedia",
    "broadcast": "programme",
    "song": "work",
    "paper-conference": "conference",
    "legal_case": "reporter",
    "legislation": "code",
    "treaty": "code",
}
_HOUSES: Final[Mapping[str, str]] = {
    "thesis": "school",
    "motion_picture": "studio",
    "broadcast": "network",
    "song": "record_label",
    "report": "body",
    "dataset": "site",
    "software": "software_house",
    "webpage": "body",
    "performance": "theatre",
    "article": "repository",
    "speech": "school",
}
_BODIES: Final[Mapping[str, float]] = {
    "report": 0.6,
    "webpage": 0.3,
    "document": 0.3,
    "dataset": 0.25,
    "standard": 1.0,
    "map": 0.5,
}
"""How often a body is the author; 3 of 100 elsewhere."""
_ONE_AUTHOR: Final = frozenset(
    """article-newspaper article-magazine thesis post speech graphic interview manuscript personal_communication
    review review-book""".split()
)


@cache
def types() -> Weighted[str]:
    """The item types by how often they are drawn."""
    return Weighted({type: float(row["weight"]) for type, row in data("items").items()})


@cache
def _domains(type: str) -> Weighted[str]:
    return Weighted(data("items")[type]["domains"])


class ItemMaker:
    """Makes items in a language."""

    def __init__(self, chance: Chance, language: str) -> None:
        self.chance = chance
        self.language = language
        self.maker = NamedMaker(chance, language)
        self.people = People(chance, language)

    def make(self, type: str = "") -> Item:
        """An item of a type, or of one that is drawn."""
        chance = self.chance
        type = type or chance.draw(types())
        item: Item = {"type": type, "language": self.language, "domain": chance.draw(_domains(type))}
        for variable, share in data("items")[type].items():
            if variable not in ("weight", "domains") and chance.often(share):
                value = self._value(variable, item)
                if value:
                    item[variable] = value
        self._needed(item)
        return item

    def _needed(self, item: Item) -> None:
        """What an item cannot do without: somebody responsible where books are edited, an address where it was read."""
        if item["type"] == "book" and not (item.get("author") or item.get("editor")) and self.chance.often(0.8):
            item["editor"] = self.people.few()
        if "accessed" in item and "URL" not in item and "DOI" not in item:
            item["URL"] = self._value("URL", item)
        if item["type"] in _ARCHIVED_TYPES and "archive" in item and self.chance.often(0.6):
            for variable in ("archive_collection", "archive_location", "archive-place"):
                item.setdefault(variable, self._value(variable, item))
        if "author" in item and "editor" in item and item["type"] == "book":
            item.pop(self.chance.pick(("author", "author", "editor")), None)

    def _value(self, variable: str, item: Item) -> Any:
        if variable in NAME_VARIABLES:
            return self._names(variable, item)
        if variable in DATE_VARIABLES or variable == "archived":
            return self._date(variable, item)
        made = _NUMBERS.get(variable)
        if made is not None:
            return made(self.chance)
        return self._text(variable, item)

    def _names(self, variable: str, item: Item) -> list[dict[str, str]]:
        if variable == "performer" and item["type"] == "song" and self.chance.often(0.5):
            return [{"literal": self.maker.word("band")}]
        if variable != "author":
            return self.people.few() if variable != "director" else self.people.few()[:2]
        if item["type"] in _ONE_AUTHOR:
            return [self.people.person() for _ in range(1 if self.chance.often(0.88) else 2)]
        science = item["domain"] in ("science", "computing")
        return self.people.authors(science=science, bodies=_BODIES.get(item["type"], 0.03))

    def _date(self, variable: str, item: Item) -> dict[str, Any]:
        chance = self.chance
        if variable in ("accessed", "archived"):
            return values.day_on_the_web(chance)
        if variable == "original-date":
            return {"date-parts": [[values.year(chance, old=0.6) - 5]]}
        precise = item["type"] in _BY_DAY or (item["type"] == "article-magazine" and chance.often(0.85))
        if precise:
            made = values.date(chance, 3 if chance.often(0.82) else chance.between(1, 2), old=0.05)
            if item["type"] in _ON_THE_WEB and made["date-parts"][0][0] < _FIRST_SITE:
                made["date-parts"] = [[chance.between(_FIRST_SITE, 2025), *made["date-parts"][0][1:]]]
            return made
        if item["type"] in _PERIODICAL and chance.often(0.05):
            return values.season(chance)
        return values.date(chance, 2 if chance.often(_BY_MONTH.get(item["type"], 0.02)) else 1)

    def title(self, domain: str) -> str:
        """A title of a domain in sentence case, now and then with capitals."""
        made = capitalized(self.maker.word(domain))
        made = re.sub(r"([:.?!] |[“‘])(\w)", lambda hit: hit[1] + hit[2].upper(), made)
        if self.language == "en" and self.chance.often(0.35):
            return title_case(made)
        return made

    def _text(self, variable: str, item: Item) -> str:
        made = _TEXTS.get(variable)
        if made is not None:
            return made(self, item)
        if variable in ("genre", "medium", "number"):
            return self.maker.word(f"{variable}_{item['type'].replace('-', '_')}")
        return self.maker.word(variable.replace("-", "_"))

    def url(self, item: Item) -> str:
        """Where the item is on the web: at a host that has things of its type, or at one named after what it is in."""
        title = str(item.get("title", ""))
        hosts = data("hosts").get(item["type"])
        if hosts and self.chance.often(hosts["share"]):
            return values.address(self.chance, self.maker.make(self.chance.pick(hosts["hosts"])), title)
        site = str(item.get("container-title") or item.get("publisher") or "archive")
        return values.url(self.chance, site, title)

    def edition(self, _: Item) -> str:
        """A number, or words."""
        return str(self.chance.small(2, 12)) if self.chance.often(0.75) else self.maker.word("edition_words")

    def container(self, item: Item) -> str:
        """What an item of its type appears in."""
        if item["type"] == "chapter":
            return self.title(item["domain"])
        kind = _CONTAINERS.get(item["type"], "law_journal" if item["domain"] == "law" else "journal")
        made = self.maker.word(kind)
        return capitalized(made) if kind not in ("site", "blog") else made

    def short_container(self, item: Item) -> str:
        """The name of a journal in short: a real one, or that of the item."""
        if item["domain"] == "science" and self.chance.often(_WELL_KNOWN):
            return self.maker.word("journal_short")
        return abbreviated(self.chance, item.get("container-title", ""))


_NUMBERS: Final[Mapping[str, Callable[[Chance], str]]] = {
    "volume": values.volume,
    "issue": values.issue,
    "page": values.pages,
    "DOI": values.doi,
    "ISBN": values.isbn,
    "ISSN": values.issn,
    "PMID": lambda chance: str(chance.between(1_000_000, 38_000_000)),
    "number-of-pages": lambda chance: str(chance.between(48, 920)),
    "number-of-volumes": lambda chance: str(chance.small(2, 12)),
    "collection-number": lambda chance: str(chance.small(1, 400)),
    "chapter-number": lambda chance: str(chance.between(1, 24)),
    "section": lambda chance: chance.pick(("A", "B", "C1", "Arts", "Sport", "Review", "1", "4", "12", "Business")),
    "version": lambda chance: (
        f"{chance.between(0, 9)}.{chance.between(0, 20)}" + (f".{chance.between(0, 9)}" if chance.often(0.5) else "")
    ),
}


def _word(list: str) -> Callable[[ItemMaker, Item], str]:
    """Makes a word of a list."""
    return lambda maker, _: maker.maker.word(list)


_TEXTS: Final[Mapping[str, Callable[[ItemMaker, Item], str]]] = {
    "title": lambda maker, item: maker.title(item["domain"]),
    "reviewed-title": lambda maker, _: maker.title(maker.chance.pick(("humanities", "work"))),
    "container-title": ItemMaker.container,
    "container-title-short": lambda maker, item: maker.short_container(item),
    "publisher": lambda maker, item: capitalized(maker.maker.word(_HOUSES.get(item["type"], "press_house"))),
    "URL": ItemMaker.url,
    "edition": ItemMaker.edition,
    "collection-title": _word("series"),
    "archive": lambda maker, item: maker.maker.word("museum" if item["type"] == "graphic" else "archive_house"),
    "event-title": _word("conference_body"),
    "authority": lambda maker, item: maker.maker.word("patent_office" if item["type"] == "patent" else "court"),
    "publisher-place": _word("publication_city"),
    "event-place": _word("publication_city"),
    "archive-place": _word("publication_city"),
}


def title_case(text: str) -> str:
    """English capitals as in headings."""
    words = text.split(" ")
    for at, word in enumerate(words):
        edge = at in (0, len(words) - 1) or words[at - 1][-1:] in ":.?!–—"
        if edge or word.lower() not in _SMALL:
            words[at] = "-".join(capitalized(part) for part in word.split("-")) if word.islower() else capitalized(word)
    return " ".join(words)


def abbreviated(chance: Chance, container: str) -> str:
    """The name of a journal as the sciences shorten it: with stops or without."""
    stop = chance.pick((".", ".", ""))
    kept = [word for word in re.findall(r"[\w’-]+", container) if word.lower() not in _SMALL]
    if len(kept) < 2:
        return container
    return " ".join(word if len(word) < 5 or word.isupper() else word[: chance.between(3, 6)] + stop for word in kept)
