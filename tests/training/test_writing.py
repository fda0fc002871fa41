"""Templates and what they write."""

from __future__ import annotations

from typing import Any

import pytest

from anora_bib.parser.labels import Label
from anora_bib.training.chance import Chance
from anora_bib.training.content.items import ItemMaker, types
from anora_bib.training.content.lexicon import LANGUAGES, data
from anora_bib.training.content.people import NamedMaker
from anora_bib.training.content.values import address
from anora_bib.training.stream import written
from anora_bib.training.tape import Tape
from anora_bib.training.writing.hand import Hand
from anora_bib.training.writing.names import ORDERS, NamePart, initials
from anora_bib.training.writing.names import written as written_names
from anora_bib.training.writing.templates import Family, families, read
from anora_bib.training.writing.writer import Writer

ITEM: dict[str, Any] = {
    "type": "book",
    "author": [{"family": "Orme", "given": "Ada"}],
    "title": "Harbour law",
    "publisher-place": "Hull",
    "issued": {"date-parts": [[1961, 5, 12]]},
    "volume": "4",
    "page": "12-34",
}


def write(template: str, language: str = "en") -> Tape | None:
    hand = Hand(Chance(1), language)
    hand.quotes, hand.dash, hand.day_form = ("“", "”"), "–", "day-month"
    family = Family("test", 1, (language,), {"inverted": 1}, 0, {})
    return Writer(Chance(1), hand, ITEM, family).write(read(template))


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{author}, *{title}* ({place}, {date:year}).", "Orme, Ada, Harbour law (Hull, 1961)."),
        ("{author:direct}, {title}[ ({publisher})].", "Ada Orme, Harbour law."),
        ("{author:family} {date:year}[, ed. {editor}], {pages}", "Orme 1961, 12–34"),
        ("“{title}.” {date}", "“Harbour law.” 12 May 1961"),
        ("<{publisher}|{place}>: {date:year}", "Hull: 1961"),
        ("vol. {volume:roman}, p. {pages:first}", "vol. V, p. 12"),
        (r"{title} \[{date:year}\]", "Harbour law [1961]"),
        ("{title}, {kind=Film}.", "Harbour law, Film."),
    ],
)
def test_a_template_is_filled(template: str, text: str) -> None:
    assert str(write(template)) == text


def test_what_lacks_a_variable_is_not_written() -> None:
    assert write("{author}, {translator}") is None


def test_values_and_marked_words_are_labelled() -> None:
    made = write("{author}, *{title}*, {kind=film}, {date:year}")
    assert made is not None
    labelled = made.labelled("book")
    assert labelled.of(Label.AUTHOR) == ("Orme, Ada",)
    assert labelled.of(Label.KIND) == ("film",)
    assert [labelled.text[at.start : at.end] for at in labelled.italics] == ["Harbour law"]


def test_words_outside_of_a_reference_have_no_label() -> None:
    made = write("{outside={author:family} {date:year}: }{author:direct}, {title}")
    assert made is not None
    labelled = made.labelled("book")
    assert labelled.text == "Orme 1961: Ada Orme, Harbour law"
    assert labelled.of(Label.AUTHOR) == ("Ada Orme",)
    assert labelled.of(Label.DATE) == ()


@pytest.mark.parametrize("template", ["{title", "[{title}", "{nonsense=x}", "{title}, <a|b"])
def test_a_broken_template_is_refused(template: str) -> None:
    with pytest.raises((ValueError, IndexError)):
        read(template)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_templates_for_the_common_types(language: str) -> None:
    known = {type for family in families(language) for type in family.templates}
    assert {"book", "article-journal", "chapter", "article-newspaper", "webpage", "thesis", "motion_picture"} <= known


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_can_be_made_in_every_language(language: str) -> None:
    for type in types().values:
        assert ItemMaker(Chance(type), language).make(type)["type"] == type


def test_every_host_makes_an_address() -> None:
    hosts = data("hosts")
    assert set(hosts) <= set(types().values)
    maker = NamedMaker(Chance(1), "fr")
    for table in hosts.values():
        assert 0 < table["share"] < 1
        for host in table["hosts"]:
            made = address(Chance(2), maker.make(host), "Harbour law: a study")
            assert not set(made) & set("<>{} ") and "." in made.split("/")[2 if "//" in made else 0]


def test_software_is_found_where_software_is_kept() -> None:
    urls = [ItemMaker(Chance(seed), "en").url({"type": "software", "title": "Tide tables"}) for seed in range(40)]
    assert sum("github" in url or "gitlab" in url for url in urls) > 8


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pattern_can_be_made(language: str) -> None:
    maker = NamedMaker(Chance(1), language)
    for patterns in maker.lists.values():
        for pattern in patterns:
            assert "{" not in maker.make(pattern)


def test_hand_written_references_are_labelled() -> None:
    made = written(Chance(3), "de", "book")
    assert made is not None
    assert made[0].labelled(made[1]).spans


@pytest.mark.parametrize("order", ORDERS)
def test_every_order_names_everybody_once(order: str) -> None:
    people = [{"family": "Orme", "given": "Ada M."}, {"family": "Pole", "given": "Ned"}, {"literal": "Tide Board"}]
    chance = Chance(2)
    chance.often = lambda share: False  # type: ignore[method-assign]
    made = written_names(people, order, Hand(chance, "en"))
    families = [stretch.text.casefold() for stretch in made if stretch.part is NamePart.FAMILY]
    assert families == ["orme", "pole"]
    assert [stretch.name for stretch in made if stretch.part is NamePart.LITERAL] == [2]


@pytest.mark.parametrize("order", ORDERS)
def test_two_names_are_parted_by_more_than_a_blank(order: str) -> None:
    people = [{"family": "Orme", "given": "Ada"}, {"family": "Pole", "given": "Ned"}]
    for seed in range(20):
        made = written_names(people, order, Hand(Chance(seed), "fr"))
        names = [stretch.name for stretch in made]
        if 1 in names:
            between = made[len(names) - names[::-1].index(0) : names.index(1)]
            assert "".join(stretch.text for stretch in between).strip(" )"), (order, made)


@pytest.mark.parametrize(
    ("given", "made"),
    [("Ada", "A."), ("Ada M.", "A. M."), ("Jean-Luc", "J.-L."), ("J. R. R.", "J. R. R."), ("van", "")],
)
def test_initials(given: str, made: str) -> None:
    assert initials(given, ".", " ") == made
