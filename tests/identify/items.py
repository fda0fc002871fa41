"""Made-up items of several types, drawn at random, and how a style prints them with what copying loses."""

from __future__ import annotations

import random
from collections.abc import Sequence

from anora_bib.csl import Processor, Style

Item = dict[str, object]

FAMILIES = (
    "Fisher Smith Nguyen Garcia Müller Okafor Petrov Tanaka Rossi Dubois Johansson Kowalski Silva Haddad Cohen Novak "
    "Andersen O’Brien Jones Williamson Brandt Moreau Castillo Lindqvist Weber Hernández Chatterjee"
).split()
GIVENS = "Mark John Mary Anna Lukas Chiara Pierre Ingrid Omar David Elena Kenji Sofia Paul Ruth Thomas Clara".split()
MIDDLES = "A. B. C. E. J. M. R. L.".split()
JOURNALS = (
    "Journal of Marine Ecology", "Theory & Event", "Cognitive Science", "American Journal of Sociology", "Nature",
    "The Lancet", "Review of Economic Studies", "Film Quarterly", "Annals of Botany", "Critical Inquiry",
)  # fmt: skip
TITLES = (
    "The slow cancellation of the future", "Coral reefs under rapid climate change and ocean acidification",
    "A theory of fun: games and learning in small groups", "Mapping the invisible city", "What we owe to rivers",
    "Trade, money and the gravity of nations", "Effects of early sleep on memory in infants", "Water and empire",
    "On the origins of cinematic space", "Democracy without parties?", "Measuring soil carbon in temperate forests",
    "Language contact in the upper Rhine valley", "Reading machines: notes on an algorithmic criticism",
)  # fmt: skip
HOUSES = (
    ("Oxford University Press", "Oxford"), ("Verso", "London"), ("MIT Press", "Cambridge, MA"), ("Springer", "Berlin"),
    ("University of Chicago Press", "Chicago"), ("Routledge", "New York"), ("Zero Books", "Winchester"),
)  # fmt: skip
BOOKS = ("The Oxford handbook of memory", "Cities and their rivers", "Essays on modern cinema", "New ways in ecology")
PAPERS = ("The Guardian", "The New York Times", "Financial Times")
UNIVERSITIES = ("University of Warwick", "Stanford University", "University of Leeds")
FIFTH = ("webpage", "thesis", "article-newspaper", "report", "paper-conference", "book")
COUNTS = (1, 1, 1, 2, 2, 3, 3, 4, 6)

STRAIGHT = str.maketrans("“”‘’", "\"\"''")


def draw(seed: str, count: int = 5) -> list[Item]:
    """Two articles, a book, a chapter, and one item of another type; the same for the same seed."""
    rng = random.Random(seed)  # noqa: S311 - drawing examples
    types = ["article-journal", "book", "chapter", "article-journal", rng.choice(FIFTH)]
    return [{"id": f"item-{at}", "type": type, **_values(rng, type)} for at, type in enumerate(types[:count])]


def _people(rng: random.Random, count: int) -> list[dict[str, str]]:
    families = rng.sample(FAMILIES, count)
    return [
        {"family": family, "given": " ".join([rng.choice(GIVENS), *rng.sample(MIDDLES, rng.randint(0, 1))])}
        for family in families
    ]


def _values(rng: random.Random, type: str) -> Item:
    count, first = rng.choice(COUNTS), rng.randint(1, 600)
    year: list[int] = [rng.randint(1962, 2023)]
    house, place = rng.choice(HOUSES)
    pages = f"{first}-{first + rng.randint(3, 30)}"
    day = [rng.randint(1, 12), rng.randint(1, 28)]
    book = {"publisher": house, "publisher-place": place}
    values: Item = {"title": rng.choice(TITLES)}
    match type:
        case "article-journal":
            values |= {"container-title": rng.choice(JOURNALS), "volume": str(rng.randint(2, 90)), "page": pages}
            values |= {"issue": str(rng.randint(1, 12))} if rng.random() < 0.8 else {}
            values |= {"DOI": f"10.{rng.randint(1000, 1200)}/abc.{first}"} if rng.random() < 0.5 else {}
        case "book":
            count = min(count, 3)
            values |= book | ({"edition": "2"} if rng.random() < 0.15 else {})
        case "chapter":
            count = min(count, 3)
            values |= book | {"container-title": rng.choice(BOOKS), "page": pages}
            values["editor"] = _people(rng, rng.randint(1, 2))
        case "thesis":
            count = 1
            values |= {"genre": "PhD thesis", "publisher": rng.choice(UNIVERSITIES)}
        case "article-newspaper":
            count = 1
            year += day
            values |= {"container-title": rng.choice(PAPERS), "page": str(rng.randint(1, 30))}
        case "webpage":
            count = 1
            year = [rng.randint(1998, 2023), *day]
            seen = {"date-parts": [[2024, *day]]}
            values |= {"container-title": "Open Notes", "URL": f"https://example.com/{first}/post", "accessed": seen}
        case "report":
            count = min(count, 2)
            values |= {"publisher": "World Bank", "publisher-place": "Washington, DC", "number": str(first)}
        case _:
            values |= book | {"container-title": "Proceedings of the 12th Conference on Human Factors", "page": pages}
    return {**values, "author": _people(rng, count), "issued": {"date-parts": [year]}}


def damaged(style: Style, items: Sequence[Item], *, as_note: bool = False) -> list[str]:
    """The items as a style prints them, in a bibliography or in notes, without italics and with straight quotes."""
    processor = Processor(style, items, to="text")
    lines = [entry.text for entry in processor.bibliography()]
    if as_note or not lines:
        lines = processor.citations([{"citationItems": [{"id": item["id"], "position": 0}]} for item in items])
    return [line.translate(STRAIGHT) for line in lines if line]
