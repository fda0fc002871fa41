"""The conditions of ``choose``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from anora_bib.csl.compile.context import Condition, Context
from anora_bib.csl.compile.elements.numbers import Numbers
from anora_bib.csl.compile.plans import LOCATOR, NEAR, POSITIONS, Facts
from anora_bib.csl.styletree.nodes import Branch, Test
from anora_bib.csl.styletree.nodes import Condition as ConditionNode
from anora_bib.model.values.csl import NUMBER_VARIABLES


class Check:
    """A condition that may be settled by the facts of an item; ``of`` gives True, False or what has to be asked."""

    __slots__ = ("mask", "of")

    def __init__(self, mask: int, of: Callable[[int], bool | Condition]) -> None:
        self.mask = mask
        self.of = of


_NEVER: Final = Check(0, lambda _having: False)


def branch_check(branch: Branch, facts: Facts, numbers: Numbers, in_bibliography: bool) -> Check:
    """Whether a branch is taken."""
    return _combined(branch.match, [_condition(node, facts, numbers, in_bibliography) for node in branch.conditions])


def _condition(node: ConditionNode, facts: Facts, numbers: Numbers, in_bibliography: bool) -> Check:
    tests: list[Check] = []
    for test in node.tests:
        made = _tests(test, facts, numbers, in_bibliography)
        # The types of one attribute are always alternatives: an item has but one.
        tests += [_combined("any", made)] if test.kind == "type" else made
    return _combined(node.match, tests)


def _combined(match: str, checks: list[Check]) -> Check:
    if match != "none" and len(checks) == 1:
        return checks[0]
    mask = 0
    for check in checks:
        mask |= check.mask
    ends = match != "all"

    def of(having: int) -> bool | Condition:
        open_ones: list[Condition] = []
        settled = False
        for check in checks:
            found = check.of(having)
            if isinstance(found, bool):
                settled = settled or found is ends
            else:
                open_ones.append(found)
        if settled:
            return match == "any"
        if not open_ones:
            return match != "any"
        return _asked(match, open_ones)

    return Check(mask, of)


def _asked(match: str, tests: list[Condition]) -> Condition:
    if match == "any":
        return tests[0] if len(tests) == 1 else lambda ctx: any(_all_asked(tests, ctx))
    if match == "none":
        return lambda ctx: not any(_all_asked(tests, ctx))
    return tests[0] if len(tests) == 1 else lambda ctx: all(_all_asked(tests, ctx))


def _all_asked(tests: list[Condition], ctx: Context) -> list[bool]:
    """The answers; a condition may count how often it is asked, so none is skipped."""
    return [test(ctx) for test in tests]


def _tests(test: Test, facts: Facts, numbers: Numbers, in_bibliography: bool) -> list[Check]:
    if test.kind == "type":
        mask = facts.mask([f"type:{value}" for value in test.values])
        return [Check(mask, lambda having: bool(having & mask))]
    if test.kind == "variable":
        return [_variable(value, facts) for value in test.values]
    if test.kind == "position":
        return [_position(value, facts) if not in_bibliography else _NEVER for value in test.values]
    if test.kind == "is-numeric":
        return [_needing(value, facts, _is_numeric(value, numbers)) for value in test.values]
    if test.kind == "is-uncertain-date":
        return [_needing(value, facts, _uncertain(value)) for value in test.values]
    if test.kind == "locator":
        return [_needing(LOCATOR, facts, _locator(value, numbers)) for value in test.values]
    make = _MAKERS.get(test.kind)
    return [_open(make(value)) for value in test.values] if make else [_NEVER]


def _open(test: Condition) -> Check:
    return Check(0, lambda _having: test)


def _needing(name: str, facts: Facts, test: Condition) -> Check:
    """A test that fails for an item without the variable."""
    mask = facts.mask([name])
    return Check(mask, lambda having: test if having & mask else False)


def _variable(name: str, facts: Facts) -> Check:
    mask = facts.mask([name])
    return Check(mask, lambda having: bool(having & mask))


def _is_numeric(name: str, numbers: Numbers) -> Condition:
    def numeric(ctx: Context) -> bool:
        if name in NUMBER_VARIABLES or name == "locator":
            value = numbers.value(ctx, name)
            return value is not None and value.numeric
        return ctx.ref.text.get(name, "")[-1:].isdigit() and name in ("title", "version")

    return numeric


def _uncertain(name: str) -> Condition:
    def uncertain(ctx: Context) -> bool:
        date = ctx.ref.dates.get(name)
        return date is not None and date.circa

    return uncertain


def _locator(name: str, numbers: Numbers) -> Condition:
    def locator(ctx: Context) -> bool:
        value = numbers.value(ctx, LOCATOR)
        # A label without an abbreviation that could stand in a value ("timestamp") is known from the cite alone.
        asked = ctx.cite.label if ctx.cite is not None else ""
        return ((value.label if value is not None else "") or asked or "page") == name

    return locator


def _position(name: str, facts: Facts) -> Check:
    first, subsequent, ibid, ibid_with_locator = (facts.mask([one]) for one in POSITIONS)
    near = facts.mask([NEAR])
    later = subsequent | ibid | ibid_with_locator
    if name == "near-note":
        return Check(later | near, lambda having: bool(having & later and having & near))
    if name == "far-note":
        return Check(subsequent | near, lambda having: bool(having & subsequent and not having & near))
    one_of = {
        "first": first,
        "subsequent": later,
        "ibid": ibid | ibid_with_locator,
        "ibid-with-locator": ibid_with_locator,
    }.get(name, 0)
    return Check(one_of, lambda having: bool(having & one_of))


def _disambiguate(value: str) -> Condition:
    if value != "true":
        return lambda _ctx: False

    def disambiguate(ctx: Context) -> bool:
        ctx.conditions_asked += 1
        if ctx.conditions_used < ctx.added.condition:
            ctx.conditions_used += 1
            return True
        return False

    return disambiguate


def _raw(key: str) -> Callable[[str], Condition]:
    return lambda value: lambda ctx: ctx.ref.text.get(key) == value


_MAKERS: dict[str, Callable[[str], Condition]] = {
    "disambiguate": _disambiguate,
    "jurisdiction": _raw("jurisdiction"),
    "country": _raw("country"),
}
