"""The order of the parser's rules is data, and an order that cannot work is refused."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

import pytest

from anora_bib.errors import PluginError
from anora_bib.model.essay.pieces import Reference
from anora_bib.parser import parse
from anora_bib.parser.draft import Draft, Explanation, Rule
from anora_bib.parser.pipeline import RULES
from anora_bib.parser.rule_parser import RuleParser
from anora_bib.registry import Part, Registry

TEXT = "Roe, Jane. The Orchard. London: Verso, 2001."


def registry(rules: Iterable[Part[Rule]]) -> Registry[Rule]:
    made: Registry[Rule] = Registry("parser rule")
    for rule in rules:
        made.add(rule.name, rule.item, needs=rule.needs)
    made.check_order()
    return made


def works(rules: list[Part[Rule]]) -> bool:
    """True if each rule comes after those it needs."""
    names = [rule.name for rule in rules]
    return all(set(rule.needs) <= set(names[:index]) for index, rule in enumerate(rules))


@pytest.mark.parametrize("seed", range(20))
def test_a_shuffled_order_is_refused_unless_it_meets_the_needs(seed: int) -> None:
    rules = list(RULES)
    Random(seed).shuffle(rules)  # noqa: S311 - a fixed order, no secret
    if works(rules):
        registry(rules)
    else:
        with pytest.raises(PluginError, match=r"the parser rule .* must come after"):
            registry(rules)


@pytest.mark.parametrize("name", [rule.name for rule in RULES if any(rule.name in other.needs for other in RULES)])
def test_a_rule_that_others_need_cannot_be_left_out(name: str) -> None:
    with pytest.raises(PluginError, match=f"needs {name!r}, which does not exist"):
        registry(rule for rule in RULES if rule.name != name)


def test_a_rule_of_ones_own_reads_along() -> None:
    def find_orchards(draft: Draft) -> list[Explanation]:
        start = draft.text.find("Orchard")
        return [draft.string("keyword", start, start + 7, 0.9)]

    (piece,) = RuleParser(registry([*RULES, Part("orchards", find_orchards, needs=("where",))])).pieces(TEXT)
    assert isinstance(piece, Reference)
    assert piece.entry.string("keyword") == "Orchard"


@pytest.mark.parametrize(
    ("text", "title", "authority", "year"),
    [
        ("See Roe v. Lamps, Inc., 88 F. Supp. 2d 116, 127 (S.D.N.Y. 1999).", "Roe v. Lamps, Inc.", "S.D.N.Y.", 1999),
        ("Roe v. Doe, 74 Cal. Rptr. 2d 804 (Ct. App. 1998) (holding so)", "Roe v. Doe", "Ct. App.", 1998),
        ("Roe v. Doe, 787 S.E.2d 191, 198 (Ga. 2016) (“so it is”).", "Roe v. Doe", "Ga.", 2016),
        ("Wick Bros. Co. v. Maryland, 347 U.S. 340 (1954).", "Wick Bros. Co. v. Maryland", "", 1954),
        ("Roe v. Doe, 12 F.3d 33, 35 n.2 (D. Mass. Mar. 3, 1999).", "Roe v. Doe", "D. Mass.", 1999),
    ],
)
def test_the_court_of_a_case_is_printed_before_its_year(text: str, title: str, authority: str, year: int) -> None:
    [entry] = parse(text)
    assert (entry.string("title"), entry.string("authority")) == (title, authority)
    date = entry.date("issued")
    assert date and date.year == year


def test_a_thesis_may_name_no_school() -> None:
    (piece,) = RuleParser().pieces("Ada Roe: Lampen und ihr Licht. Berlin 1959 (zugl. Dissertation 1956)")
    assert isinstance(piece, Reference)
    assert piece.entry.get("genre") == "Dissertation"
