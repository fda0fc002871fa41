"""Kinds of text on which processors differ, each in several variations, as CSL 1.0.2 has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from tests.csl.snippets import PLAIN, Around, citations, cite

Item = dict[str, object]
Cite = str | Mapping[str, object]

ABE, BLY, BOARD = {"family": "Abe", "given": "Ann"}, {"family": "Bly", "given": "Bo"}, {"literal": "Film Board"}


def names(attributes: str) -> str:
    return f'<names variable="author"><name {attributes}/></names>'


LISTS = [
    ('and="text" delimiter-precedes-last="always"', [ABE, BOARD], "Ann Abe, and Film Board"),
    ('and="text" delimiter-precedes-last="always"', [BOARD, ABE], "Film Board, and Ann Abe"),
    ('and="symbol"', [ABE, BLY, BOARD], "Ann Abe, Bo Bly, & Film Board"),
    ('and="symbol" delimiter-precedes-last="never"', [ABE, BLY, BOARD], "Ann Abe, Bo Bly & Film Board"),
    ('and="text" name-as-sort-order="first" delimiter-precedes-last="after-inverted-name"', [ABE, BOARD],
     "Abe, Ann, and Film Board"),
    ('and="text" name-as-sort-order="first" delimiter-precedes-last="after-inverted-name"', [ABE, BLY, BOARD],
     "Abe, Ann, Bo Bly and Film Board"),
    ('delimiter-precedes-last="never"', [ABE, BOARD], "Ann Abe, Film Board"),
    ('et-al-min="2" et-al-use-first="1"', [BOARD, ABE], "Film Board et al."),
    ('et-al-min="3" et-al-use-first="2"', [ABE, BLY, BOARD], "Ann Abe, Bo Bly, et al."),
    ('et-al-min="3" et-al-use-first="1" et-al-use-last="true"', [ABE, BLY, BOARD], "Ann Abe, … Film Board"),
    ('name-as-sort-order="all" sort-separator=" " initialize-with=""', [ABE, BOARD], "Abe A, Film Board"),
]  # fmt: skip


@pytest.mark.parametrize(("attributes", "people", "printed"), LISTS)
def test_lists_of_names(attributes: str, people: list[object], printed: str) -> None:
    assert cite(names(attributes), {"author": people}) == printed


TITLES = [
    ("the 'end of history' again", "The “End of History” Again"),
    ("up\u2010to\u2010date maps", "Up\u2010to\u2010Date Maps"),
    ("on iPhone and eBay", "On iPhone and eBay"),
    ("what to do? a guide", "What to Do? A Guide"),
    ("war: the story", "War: The Story"),
    ("NASA and the moon", "NASA and the Moon"),
    ("a tale of in-laws", "A Tale of In-Laws"),
    ("it's a <i>small</i> world", "It’s a Small World"),
    ('the <span class="nocase">del mar</span> story', "The del mar Story"),
    ("ending with of", "Ending with Of"),
]


@pytest.mark.parametrize(("title", "printed"), TITLES)
def test_title_case(title: str, printed: str) -> None:
    assert cite('<text variable="title" text-case="title"/>', {"title": title, "language": "en"}) == printed


DATES = [
    ([[2011, 7, 1], [2011, 7, 14]], "July 1–14, 2011"),
    ([[2011, 7, 14], [2011, 8, 1]], "July 14–August 1, 2011"),
    ([[2011, 12, 31], [2012, 1, 1]], "December 31, 2011–January 1, 2012"),
    ([[2011], [2012]], "2011–2012"),
    ([[2011, 7], [2011, 7]], "July 2011"),
    ([[-44], [14]], "44 BC–14 AD"),
    ([[-100], [-44]], "100–44 BC"),
    ([[2013, 13], [2014, 16]], "Spring 2013–Winter 2014"),
    ([[476]], "476 AD"),
]


@pytest.mark.parametrize(("parts", "printed"), DATES)
def test_dates(parts: list[list[int]], printed: str) -> None:
    assert cite('<date variable="issued" form="text"/>', {"issued": {"date-parts": parts}}) == printed


NUMERIC = [
    ("12", True), ("2nd", True), ("D2", True), ("2, 3", True), ("2-4", True), ("1–3", True), ("2 & 4", True),
    ("2a", True), ("12th ed.", False), ("second", False), ("Volume 2", False), ("2 3", False), ("", False),
]  # fmt: skip


@pytest.mark.parametrize(("value", "numeric"), NUMERIC)
def test_what_is_numeric(value: str, numeric: bool) -> None:
    inside = '<choose><if is-numeric="volume"><text value="yes"/></if><else><text value="no"/></else></choose>'
    assert cite(inside, {"volume": value}) == ("yes" if numeric else "no")


FORMS = [
    ("ordinal", "2-4", "2nd–4th"), ("ordinal", "1, 2 & 11", "1st, 2nd & 11th"), ("ordinal", "revised", "revised"),
    ("roman", "4", "iv"), ("long-ordinal", "3", "third"), ("numeric", "2,3", "2, 3"), ("numeric", "2&3", "2 & 3"),
    ("numeric", "2 - 4", "2–4"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "value", "printed"), FORMS)
def test_forms_of_numbers(form: str, value: str, printed: str) -> None:
    assert cite(f'<number variable="volume" form="{form}"/>', {"volume": value}) == printed


PAGES = [
    ("minimal", "101-108", "101–8"), ("minimal-two", "101-108", "101–08"), ("expanded", "42-5", "42–45"),
    ("chicago", "71-72", "71–72"), ("chicago", "100-104", "100–104"), ("chicago", "101-108", "101–8"),
    ("chicago", "321-325", "321–25"), ("chicago", "1496-1500", "1496–1500"), ("chicago", "11564-11568", "11564–68"),
    ("chicago", "600-613, 621-628", "600–613, 621–28"), ("expanded", "iv-xi", "iv–xi"), ("", "42-5", "42–5"),
]  # fmt: skip


@pytest.mark.parametrize(("format", "pages", "printed"), PAGES)
def test_ranges_of_pages(format: str, pages: str, printed: str) -> None:
    around = Around(style=f'page-range-format="{format}"') if format else PLAIN
    assert cite('<text variable="page"/>', {"page": pages}, around) == printed


LABELS = [
    ("5", "p. 5"), ("5-9", "pp. 5–9"), ("5, 9", "pp. 5, 9"), ("5 & 9", "pp. 5 & 9"), ("A-12", "p. A-12"),
    ("iv-vi", "pp. iv–vi"), ("S12-S18", "pp. S12–S18"), ("12,15", "pp. 12, 15"),
]  # fmt: skip


@pytest.mark.parametrize(("pages", "printed"), LABELS)
def test_labels_know_one_from_many(pages: str, printed: str) -> None:
    inside = '<group delimiter=" "><label variable="page" form="short"/><text variable="page"/></group>'
    assert cite(inside, {"page": pages}) == printed


AUTHOR = '<names variable="author"><name form="short" and="symbol"/></names>'
YEAR = '<date variable="issued"><date-part name="year"/></date>'
AUTHOR_YEAR = f'<group delimiter=" ">{AUTHOR}{YEAR}</group>'
IF_ASKED = '<choose><if disambiguate="true"><text variable="title"/></if></choose>'
NUMBER = '<text variable="citation-number"/>'
SEMICOLON = 'delimiter="; "'
LETTERS = 'disambiguate-add-year-suffix="true"'
COLLAPSED = f'{LETTERS} year-suffix-delimiter="," collapse='
RANGES = Around(citation='collapse="citation-number"', layout='prefix="[" suffix="]" delimiter=", "')


def work(id: str, family: str = "", year: int = 2000) -> Item:
    people = [{"family": one, "given": "Ann"} for one in family.split("+") if one]
    return {"id": id, "type": "book", "title": id, "author": people, "issued": {"date-parts": [[year]]}}


DOES = [work("a", "Doe"), work("b", "Doe"), work("c", "Doe")]
MIXED = [work("a", "Doe", 1999), work("b", "Roe", 2001), work("c", "Doe", 2003)]
PLAIN_WORKS = [work(id) for id in "abcdef"]

CITATIONS: list[tuple[str, Around, Sequence[Item], Sequence[Sequence[Cite]], list[str]]] = [
    (AUTHOR_YEAR, Around(citation=f'{COLLAPSED}"year-suffix"'), DOES, ["abc"], ["Doe 2000a,b,c"]),
    (AUTHOR_YEAR, Around(citation=f'{COLLAPSED}"year-suffix-ranged"'), DOES, ["abc"], ["Doe 2000a–c"]),
    (AUTHOR_YEAR, Around(citation=f'{COLLAPSED}"year-suffix-ranged"'), DOES, ["ab"], ["Doe 2000a,b"]),
    (AUTHOR_YEAR, Around(citation=f'{COLLAPSED}"year-suffix" after-collapse-delimiter=" / "', layout=SEMICOLON),
     [*DOES, work("r", "Roe", 2001)], ["abr"], ["Doe 2000a,b / Roe 2001"]),
    (AUTHOR_YEAR, Around(citation='cite-group-delimiter=", "', layout=SEMICOLON), MIXED, ["abc"],
     ["Doe 1999, Doe 2003; Roe 2001"]),
    (AUTHOR_YEAR, Around(layout=SEMICOLON), MIXED, ["abc"], ["Doe 1999; Roe 2001; Doe 2003"]),
    (AUTHOR_YEAR, Around(citation='collapse="year"', layout=SEMICOLON, sort='<sort><key variable="issued"/></sort>'),
     [*MIXED, work("d", "Doe+Poe", 2007)], ["abcd"], ["Doe 1999, 2003; Roe 2001; Doe & Poe 2007"]),
    (NUMBER, RANGES, PLAIN_WORKS, ["abcd", "da"], ["[1–4]", "[4, 1]"]),
    (NUMBER + '<text variable="locator" prefix=": "/>', RANGES, PLAIN_WORKS,
     [["a", "b", {"id": "c", "locator": "5"}, "d"]], ["[1, 2, 3: 5, 4]"]),
    (f'<group delimiter=" ">{AUTHOR}{YEAR}{IF_ASKED}</group>', PLAIN,
     [*DOES[:2], work("r", "Roe")], ["a", "b", "r"], ["Doe 2000 a", "Doe 2000 b", "Roe 2000"]),
    (AUTHOR_YEAR, Around(layout=SEMICOLON), MIXED,
     [[{"id": "a", "prefix": "see", "suffix": "among others"}, {"id": "b", "prefix": "cf. ", "suffix": ", passim"}]],
     ["see Doe 1999 among others; cf. Roe 2001, passim"]),
]  # fmt: skip


@pytest.mark.parametrize(("inside", "around", "items", "asked", "printed"), CITATIONS)
def test_citations(
    inside: str, around: Around, items: Sequence[Item], asked: Sequence[Sequence[Cite]], printed: list[str]
) -> None:
    clusters = [[{"id": one} if isinstance(one, str) else one for one in cites] for cites in asked]
    assert citations(inside, items, clusters, around) == printed


POSITIONS = (
    '<choose><if position="ibid-with-locator"><text term="ibid"/><text variable="locator" prefix=", "/></if>'
    '<else-if position="ibid"><text term="ibid"/></else-if>'
    '<else-if position="subsequent"><text variable="title"/></else-if>'
    '<else><text variable="title" suffix=" (first)"/></else></choose>'
)
NOTES: list[tuple[Sequence[Sequence[Cite]], list[str]]] = [
    (["a", "a", [{"id": "a", "locator": "5"}], [{"id": "a", "locator": "5"}], [{"id": "a", "locator": "6"}], "a"],
     ["a (first)", "Ibid.", "Ibid., 5", "Ibid.", "Ibid., 6", "a"]),
    (["ab", "a", "b", "b"], ["a (first); b (first)", "a", "b", "Ibid."]),
    # After a citation of two cites there is no "ibid.", be they of one item.
    (["aa", "ab", "b"], ["a (first); ibid.", "a; b (first)", "b"]),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "printed"), NOTES)
def test_positions(asked: Sequence[Sequence[Cite]], printed: list[str]) -> None:
    around = Around(kind="note", layout=SEMICOLON)
    clusters = [[{"id": one} if isinstance(one, str) else one for one in cites] for cites in asked]
    assert citations(POSITIONS, PLAIN_WORKS, clusters, around) == printed
