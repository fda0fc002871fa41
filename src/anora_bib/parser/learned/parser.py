"""The parser in which rules and labeller work together: rules read what is exact, the labeller judges the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from anora_bib.parser.draft import Draft, Explanation, Rule
from anora_bib.parser.learned.models import Models, shipped
from anora_bib.parser.learned.reading import LearnedRule
from anora_bib.parser.pipeline import RULES
from anora_bib.parser.rule_parser import RuleParser
from anora_bib.parser.rules.kinds import find_kinds

BEHIND: Final = find_kinds
"""The rule that the labels come behind: what has a word or a shape of its own is read exactly."""


def by_labels(models: Callable[[], Models] = shipped) -> Rule:
    """A rule that asks models, which are loaded when it is first asked."""

    def learned_rule(draft: Draft) -> Iterable[Explanation]:
        known = models()
        return LearnedRule(known.labeller, known.types)(draft)

    return learned_rule


def with_labels(rules: Iterable[Rule], rule: Rule) -> tuple[Rule, ...]:
    """Rules with one that labels among them; at the end where the one it comes behind is not there."""
    ordered = list(rules)
    at = ordered.index(BEHIND) + 1 if BEHIND in ordered else len(ordered)
    return (*ordered[:at], rule, *ordered[at:])


class LearnedParser(RuleParser):
    """A :class:`~anora_bib.parser.base.Parser` that labels the words of a reference where rules are in doubt.

    ``rules`` are those it begins with, the built-in ones if none are given.
    """

    name = "learned"

    def __init__(self, rules: Iterable[Rule] | None = None, models: Callable[[], Models] = shipped) -> None:
        known = tuple(part.item for part in RULES) if rules is None else tuple(rules)
        super().__init__(known, others=with_labels(known, by_labels(models)))
