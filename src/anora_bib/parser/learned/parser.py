"""The parser in which rules and labeller work together: rules read what is exact, the labeller judges the rest."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pkgutil import get_data
from typing import Final

from anora_bib.parser.draft import Draft, Explanation, Rule
from anora_bib.parser.learned.crf.model import Model
from anora_bib.parser.learned.labeller import Labeller
from anora_bib.parser.learned.reading import LearnedRule
from anora_bib.parser.learned.types import TypeModel
from anora_bib.parser.pipeline import RULES
from anora_bib.parser.rule_parser import RuleParser

LABELS: Final = "labels.crf"
TYPES: Final = "types.crf"
BEHIND: Final = "kinds"
"""The rule that the labels come behind: what has a word or a shape of its own is read exactly."""


@cache
def labeller() -> Labeller:
    """The labeller with the model that comes with the package."""
    return Labeller(_model(LABELS))


@cache
def type_model() -> TypeModel:
    """The model of types that comes with the package."""
    return TypeModel(_model(TYPES))


def _model(name: str) -> Model:
    return Model.load(get_data(__name__, f"data/{name}") or b"", name)


def learned_rule(draft: Draft) -> Iterable[Explanation]:
    """What the models that come with the package say of a draft."""
    return LearnedRule(labeller(), type_model())(draft)


def with_labels(rule: Rule = learned_rule) -> tuple[Rule, ...]:
    """The built-in rules with one that labels among them."""
    rules: list[Rule] = []
    for part in RULES:
        rules.append(part.item)
        if part.name == BEHIND:
            rules.append(rule)
    return tuple(rules)


class LearnedParser(RuleParser):
    """A :class:`~anora_bib.parser.base.Parser` that labels the words of a reference where rules are in doubt."""

    name = "learned"

    def __init__(self, rule: Rule = learned_rule) -> None:
        super().__init__(others=with_labels(rule))
