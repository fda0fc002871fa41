"""Made-up items that every style is asked to print, so that its prints can be told from those of others.

No two share an author or a year, so that nothing has to be disambiguated, and every value is easily found again in
what is printed. Titles are in sentence case, given names in full, some with a middle initial.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

Item = Mapping[str, object]

FAMILIES: Final = (
    "Harper", "Voss", "Quill", "Stone", "Marsh", "Lowe", "Finch", "Tarn", "Birch", "Wold", "Crane", "Dunn", "Frost",
    "Gale", "Heath", "Knoll", "Lark", "Moor", "Nash", "Orme", "Pike", "Reed", "Snow", "Thorn", "Vale", "Wren", "York",
    "Ash", "Beck", "Cole", "Dale", "Elm", "Firth", "Glen", "Holt", "Isle", "Kerr", "Linn", "Mead", "Noble", "Oaks",
    "Peel", "Ridge", "Shaw", "Teal", "Underhill", "Vane", "Ward", "Yarrow", "Zell",
)  # fmt: skip
GIVENS: Final = ("Lena M.", "Karl", "Anna Bea", "Peter", "Ivan Carl", "Rita", "Otto")

_TITLE: Final = "Sudden growth of quiet things"
_HOUSE: Final = {"publisher": "Harbour Press", "publisher-place": "Sunderland"}
_ARTICLE: Final = {"container-title": "Journal of small matters", "volume": "12", "page": "145-167"}
_PART: Final = {"container-title": "Many small matters", "page": "145-167"}
_DAY: Final = {"issued": {"date-parts": [[1958, 6, 14]]}}
_SEEN: Final = {"date-parts": [[2021, 9, 23]]}


def _probes() -> tuple[Item, ...]:
    made: list[Item] = []
    families = iter(FAMILIES)

    def people(count: int) -> list[dict[str, str]]:
        return [{"family": next(families), "given": GIVENS[at % len(GIVENS)]} for at in range(count)]

    def add(type: str, authors: int, *given: Item, **values: object) -> None:
        year = 1931 + 3 * len(made)
        made.append(
            {
                "id": f"probe-{len(made)}",
                "type": type,
                "title": _TITLE,
                **({"author": people(authors)} if authors else {}),
                "issued": {"date-parts": [[year]]},
                **{name: value for values in given for name, value in values.items()},
                **values,
            }
        )

    add("article-journal", 3, _ARTICLE, issue="3")
    add("article-journal", 2, _ARTICLE, issue="3", DOI="10.1234/small.567")
    add("article-journal", 1, _ARTICLE)
    add("article-journal", 7, _ARTICLE, issue="3")
    add("article-journal", 1, _ARTICLE, issue="3", DOI="10.1234/small.567")
    add("article-journal", 3, _ARTICLE, DOI="10.1234/small.567")
    add("book", 1, _HOUSE)
    add("book", 2, _HOUSE, edition="2")
    add("book", 3, _HOUSE)
    add("book", 0, _HOUSE, editor=people(2))
    add("chapter", 1, _HOUSE, _PART, editor=people(1))
    add("chapter", 2, _HOUSE, _PART, editor=people(2))
    add("thesis", 1, genre="PhD thesis", publisher="University of Sund")
    add("article-newspaper", 1, _DAY, {"container-title": "Daily echo"}, page="5")
    add("webpage", 1, _DAY, {"container-title": "Open notes"}, URL="https://sund.example/page", accessed=_SEEN)
    add("report", 1, _HOUSE, number="45")
    add("paper-conference", 2, _HOUSE, _PART)
    return tuple(made)


PROBES: Final = _probes()

LISTS: Final = ("probe-0", "probe-1", "probe-11")
"""The ids of the probes with three authors, with two, and with two editors: how a style lists names."""
