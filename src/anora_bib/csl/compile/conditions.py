"""The conditions of ``choose``."""

from __future__ import annotations

from collections.abc import Callable

from anora_bib.csl.compile.context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT, Condition, Context
from anora_bib.csl.compile.numbers import Numbers
from anora_bib.csl.styletree.nodes import Branch, Test
from anora_bib.csl.styletree.nodes import Condition as ConditionNode
from anora_bib.model.csl import NUMBER_VARIABLES


def branch_condition(branch: Branch, numbers: Numbers, in_bibliography: bool) -> Condition:
    """Whether a branch is taken."""
    return _combined(branch.match, [_condition(node, numbers, in_bibliography) for node in branch.conditions])


def _condition(node: ConditionNode, numbers: Numbers, in_bibliography: bool) -> Condition:
    tests: list[Condition] = []
    for test in node.tests:
        made = _tests(test, numbers, in_bibliography)
        # The types of one attribute are always alternatives: an item has but one.
        tests += [_combined("any", made)] if test.kind == "type" and node.match != "none" else made
    return _combined(node.match, tests)


def _combined(match: str, tests: list[Condition]) -> Condition:
    if match != "none" and len(tests) == 1:
        return tests[0]
    if match == "any":
        return lambda ctx: any([test(ctx) for test in tests])
    if match == "none":
        return lambda ctx: not any([test(ctx) for test in tests])
    if len(tests) == 2:
        one, other = tests
        return lambda ctx: one(ctx) and other(ctx)
    return lambda ctx: all(test(ctx) for test in tests)


def _tests(test: Test, numbers: Numbers, in_bibliography: bool) -> list[Condition]:
    if test.kind == "type":
        types = frozenset(test.values)
        return [lambda ctx: ctx.ref.type in types]
    if test.kind == "position" and in_bibliography:
        return [lambda _ctx: False]
    make = _MAKERS.get(test.kind)
    if test.kind == "is-numeric":
        return [_is_numeric(value, numbers) for value in test.values]
    if test.kind == "locator":
        return [_locator(value, numbers) for value in test.values]
    return [make(value) for value in test.values] if make else [lambda _ctx: False]


def _variable(name: str) -> Condition:
    if name == "locator":
        return lambda ctx: ctx.cite is not None and bool(ctx.cite.locator)
    if name == "first-reference-note-number":
        return lambda ctx: ctx.cite is not None and bool(ctx.cite.first_note)

    def present(ctx: Context) -> bool:
        ref = ctx.ref
        return name in ref.text or name in ref.names or (name in ref.dates and bool(ref.dates[name]))

    return present


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
        value = numbers.value(ctx, "locator")
        return value is not None and (value.label or "page") == name

    return locator


def _position(name: str) -> Condition:
    least = {"subsequent": SUBSEQUENT, "ibid": IBID, "ibid-with-locator": IBID_WITH_LOCATOR}.get(name)
    if name == "first":
        return lambda ctx: ctx.cite is None or ctx.cite.position == FIRST
    if name == "near-note":
        return lambda ctx: ctx.cite is not None and ctx.cite.position >= SUBSEQUENT and ctx.cite.near_note
    if name == "far-note":
        return lambda ctx: ctx.cite is not None and ctx.cite.position == SUBSEQUENT and not ctx.cite.near_note
    if least is None:
        return lambda _ctx: False
    return lambda ctx: ctx.cite is not None and ctx.cite.position >= least


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
    "variable": _variable,
    "is-uncertain-date": _uncertain,
    "position": _position,
    "disambiguate": _disambiguate,
    "jurisdiction": _raw("jurisdiction"),
    "country": _raw("country"),
}
