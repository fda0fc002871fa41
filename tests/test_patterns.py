"""No pattern of the package may take time that grows faster than the text it is given.

Every compiled pattern that a module keeps and every pattern written as a constant in a call of ``re`` runs on strings
made from the pattern itself: what each of its repeats takes, many times over, with and without what comes before it,
and with an end that does not fit.
"""

from __future__ import annotations

import ast
import importlib
import itertools
import pkgutil
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

import anora_bib
from anora_bib.text.patterns import LazyPattern

sre = importlib.import_module("re._constants")
sre_parse = importlib.import_module("re._parser")

PACKAGE = Path(anora_bib.__file__).parent

SIZES: Final = (12, 18, 20, 22, 24, 36, 54, 80, 120, 500, 2_400)
"""Small steps first: an exponential pattern is noticed before it takes minutes. A quadratic one shows at the last."""

FLOOR: Final = 0.005
"""Seconds of processor time that any text here may take, whatever the growth; a linear pattern needs 0.0002."""

MOST_GROWTH: Final = 2.8
"""A text of twice the size may take this much longer: 2 is linear, 4 quadratic, and clocks are not exact."""

CLOSE_LIMIT: Final = 64
"""A repeat of at most so many costs a constant, however long the text; only one that may go further can be steep."""

MOST_LETTERS: Final = 4
"""Characters that are tried in pairs, of those a pattern mentions."""

MOST_ATTACKS: Final = 40
"""Strings that are tried on one pattern; those made of its own repeats come first."""

WINDOWS: Final = {
    "anora_bib.find.links.parenthetical._NAMES_BEFORE": 120,
    "anora_bib.find.page.signs.candidates._UNIT": 12,
    "anora_bib.find.prose.titles._TITLE_RUN": 120,
    "anora_bib.parser.rules.numbers.identifiers._LEAD": 40,
    "anora_bib.parser.rules.law.citations._NAMED_ACT": 160,
    "anora_bib.parser.rules.signals._ARROW": 220,
    "anora_bib.parser.cutting.short_forms._AUTHOR_DATE": 240,
    "anora_bib.parser.cutting.short_forms._OPENING": 240,
    "anora_bib.parser.cutting.short_forms._TAIL": 240,
    "anora_bib.parser.cutting.short_forms._WHOLE": 240,
    "anora_bib.parser.cutting.split._JOINT": 32,
    "anora_bib.readers.html.charset._COMMENT": 1_024,
}
"""Patterns that are never given more than so many characters, by the call they stand in."""


class Found(NamedTuple):
    """A pattern, where it is, and the methods it is used with (empty for unknown)."""

    place: str
    pattern: re.Pattern[Any]
    methods: frozenset[str]


# --- the patterns of the package ---------------------------------------------------------------------------------


@cache
def sources() -> dict[str, str]:
    """Module name to source text."""
    names = (module.name for module in pkgutil.walk_packages([str(PACKAGE)], "anora_bib."))
    found = {}
    for name in (name for name in names if not name.endswith("__main__")):
        file = importlib.import_module(name).__file__
        found[name] = Path(str(file)).read_text("utf-8")
    return found


def kept(value: object, seen: set[int]) -> Iterator[tuple[re.Pattern[Any], str]]:
    """The patterns in a value of a module: itself, in a container, or in an attribute of a class or small object.

    Each comes with the name of the method, where what is kept is a method of it.
    """
    if id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, LazyPattern):
        yield value.compiled, ""
    elif isinstance(value, re.Pattern):
        yield value, ""
    elif isinstance(getattr(value, "__self__", None), re.Pattern):
        yield value.__self__, str(value.__name__)  # type: ignore[attr-defined]
    elif isinstance(value, dict):
        for item in (*value.keys(), *value.values()):
            yield from kept(item, seen)
    elif isinstance(value, list | tuple | set | frozenset):
        for item in value:
            yield from kept(item, seen)
    elif hasattr(value, "__dict__") and _is_ours(value):
        yield from kept(dict(vars(value)), seen)


def _is_ours(value: object) -> bool:
    """True for a class of the package and for an object of one."""
    home = value.__module__ if isinstance(value, type) else type(value).__module__
    return home.startswith("anora_bib")


@cache
def uses(module: str) -> dict[str, set[str]]:
    """What a module does with each of its constants: the methods called, "" where one is handed on."""
    found: dict[str, set[str]] = defaultdict(set)
    tree = ast.parse(sources()[module])
    called = {id(node.value): node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            found[node.id].add(called.get(id(node), ""))
    return found


def methods_of(name: str, module: str) -> frozenset[str]:
    """The methods a global pattern is used with; empty if it is handed on, and so may be used in any way."""
    modules = [module] if name.startswith("_") else sources()
    methods = set().union(*(uses(each).get(name, set()) for each in modules))
    return frozenset() if "" in methods else frozenset(methods)


@cache
def any_methods(module: str) -> frozenset[str]:
    """Every way in which a module uses patterns at all: so it may use one that it keeps in a container."""
    attributes = [node for node in ast.walk(ast.parse(sources()[module])) if isinstance(node, ast.Attribute)]
    called = {node.attr for node in attributes if not (isinstance(node.value, ast.Name) and node.value.id == "re")}
    return frozenset(called & {"match", "fullmatch", "search", "findall", "finditer", "sub", "subn"})


def globals_of_modules() -> Iterator[Found]:
    seen: set[int] = set()
    for module in sources():
        for name, value in vars(importlib.import_module(module)).items():
            if isinstance(value, re.Pattern | LazyPattern):
                if id(value) not in seen:
                    seen.add(id(value))
                    pattern = value.compiled if isinstance(value, LazyPattern) else value
                    yield Found(f"{module}.{name}", pattern, methods_of(name, module))
                continue
            for pattern, method in kept(value, seen):
                yield Found(f"{module}.{name}", pattern, frozenset({method}) if method else any_methods(module))


def constants_in_calls() -> Iterator[Found]:
    """``re.sub(r"...", ...)`` anywhere, and ``re.compile(r"...")`` inside of functions, which no global keeps."""
    for module, text in sources().items():
        tree = ast.parse(text)
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        inside = {id(node) for function in functions for node in ast.walk(function)}
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
                continue
            called, first = node.func, node.args[0]
            of_re = isinstance(called.value, ast.Name) and called.value.id == "re" and called.attr != "escape"
            is_kept = called.attr == "compile" and id(node) not in inside
            if of_re and not is_kept and isinstance(first, ast.Constant) and isinstance(first.value, str):
                flags = next((flag for flag in map(_flags, node.args[1:]) if flag), 0)
                yield Found(f"{module}:{node.lineno}", re.compile(first.value, flags), frozenset({called.attr}))


def _flags(node: ast.expr) -> int:
    names = [part.attr for part in ast.walk(node) if isinstance(part, ast.Attribute)]
    return int(sum((getattr(re, name) for name in names if isinstance(getattr(re, name, None), re.RegexFlag)), 0))


# --- strings that are hard for a pattern --------------------------------------------------------------------------


class Parts:
    """A parsed pattern: for each repeat without a close limit, what comes before it and what it repeats, as text."""

    def __init__(self, pattern: re.Pattern[Any]) -> None:
        self.letters: dict[str, None] = {}
        self.repeats: list[tuple[str, str]] = []
        self._sequence(sre_parse.parse(pattern.pattern, pattern.flags), "")

    def _sequence(self, items: Any, before: str) -> str:
        """Text that the items match, more or less; records the repeats inside, each after ``before``."""
        made = ""
        for operation, argument in items:
            made += self._item(operation, argument, before + made)
        return made

    def _item(self, operation: Any, argument: Any, before: str) -> str:
        if operation in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            low, high, body = argument
            inner = self._sequence(body, before)
            if high > CLOSE_LIMIT:
                self.repeats.append((before, inner))
            return inner * min(max(int(low), 1), 3)
        if operation is sre.SUBPATTERN:
            return self._sequence(argument[-1], before)
        if operation is sre.ATOMIC_GROUP:
            return self._sequence(argument, before)
        if operation is sre.BRANCH:
            branches = [self._sequence(branch, before) for branch in argument[1]]
            return branches[0]
        if operation in (sre.ASSERT, sre.ASSERT_NOT):
            self._sequence(argument[1], before)
            return ""
        if operation is sre.GROUPREF_EXISTS:
            return self._sequence(argument[1], before)
        return self._letter(operation, argument)

    def _letter(self, operation: Any, argument: Any) -> str:
        if operation is sre.LITERAL:
            letters = [chr(argument)]
        elif operation is sre.IN:
            letters = _of_class(argument)
        elif operation is sre.NOT_LITERAL:
            letters = [next(char for char in _ANY if ord(char) != argument)]
        else:
            letters = ["a"] if operation is sre.ANY else []
        self.letters.update(dict.fromkeys(letters))
        return letters[0] if letters else ""


_ANY: Final = "a1 .,:-A\"'([<\n\u00e9\u2014x_/&\\"
_CATEGORIES: Final = {"DIGIT": "1", "SPACE": " \n", "WORD": "aA1_"}


def _of_class(items: Any) -> list[str]:
    """Up to two characters of each member of a class."""
    if items[0][0] is sre.NEGATE:
        return [char for char in _ANY if not _in_class(char, items[1:])][:2]
    found: list[str] = []
    for operation, argument in items:
        if operation is sre.LITERAL:
            found.append(chr(argument))
        elif operation is sre.RANGE:
            found.append(chr(argument[0]))
        else:
            name = str(argument).removeprefix("CATEGORY_").removeprefix("UNI_")
            negated = name.startswith("NOT_")
            listed = _CATEGORIES.get(name.removeprefix("NOT_"), "a")
            found += [char for char in _ANY if char not in listed][:2] if negated else [*listed[:2]]
    return found[:12]


def _in_class(char: str, items: Any) -> bool:
    for operation, argument in items:
        if operation is sre.LITERAL and chr(argument) == char:
            return True
        if operation is sre.RANGE and argument[0] <= ord(char) <= argument[1]:
            return True
        if operation is sre.CATEGORY:
            name = str(argument).rsplit("_", 1)[-1]
            inside = {"DIGIT": char.isdigit(), "SPACE": char.isspace(), "WORD": char.isalnum() or char == "_"}[name]
            if inside != ("NOT_" in str(argument)):
                return True
    return False


Attack = Callable[[int], str]


def attacks(pattern: re.Pattern[Any]) -> Iterator[Attack]:
    """Functions from a size to a text of that size."""
    parts = Parts(pattern)
    if not parts.repeats:
        return
    seen: set[tuple[str, str]] = set()
    letters = list(parts.letters)[:: max(1, len(parts.letters) // MOST_LETTERS)][:MOST_LETTERS]
    units = [*(unit for _, unit in parts.repeats), *parts.letters, " "]
    pairs = ["".join(pair) for pair in itertools.product(letters, repeat=2)]
    befores = dict.fromkeys([*(before for before, _ in parts.repeats), ""])
    for before, unit in [*parts.repeats, *itertools.product(befores, units), *(("", pair) for pair in pairs)]:
        if unit and (before, unit) not in seen:
            seen.add((before, unit))
            yield lambda size, before=before, unit=unit: before + unit * (size // len(unit)) + "\0"  # type: ignore[misc]
    for before, unit in parts.repeats:  # each place where a match may begin
        if before and before != unit:
            yield lambda size, unit=before + unit: unit * (size // max(1, len(unit))) + "\0"  # type: ignore[misc]


# --- running them -------------------------------------------------------------------------------------------------


def seconds(pattern: re.Pattern[Any], methods: frozenset[str], attack: str) -> float:
    """Processor time that the pattern takes the way it is used: at the start of a text, or all over it."""
    text = attack if isinstance(pattern.pattern, str) else attack.encode("utf-8")
    anchored = methods and methods <= {"match", "fullmatch"}
    calls = [getattr(pattern, method) for method in sorted(methods)] if anchored else [pattern.findall]
    begin = time.thread_time()
    for call in calls:
        call(text)
    return time.thread_time() - begin


def too_steep(found: Found) -> str:
    """What is wrong with a pattern; "" if nothing."""
    longest = WINDOWS.get(found.place, SIZES[-1])
    for attack in itertools.islice(attacks(found.pattern), MOST_ATTACKS):
        for size in SIZES:
            if size > longest or seconds(found.pattern, found.methods, attack(size)) <= FLOOR:
                continue
            whole = min(seconds(found.pattern, found.methods, attack(size)) for _ in range(2))
            half = min(seconds(found.pattern, found.methods, attack(size // 2)) for _ in range(2))
            if whole > FLOOR and whole > MOST_GROWTH * half:
                return f"{found.place}: {found.pattern.pattern!r} takes {whole:.2f} s for {size} of {attack(24)!r}"
            break
    return ""


@pytest.mark.timeout(300)  # thousands of runs; on a busy machine that is long
def test_patterns_take_time_in_proportion_to_the_text() -> None:
    found = [*globals_of_modules(), *constants_in_calls()]
    assert len(found) > 100, "the patterns of the package are found at all"
    distinct = {(one.pattern.pattern, one.pattern.flags, one.methods): one for one in found}
    faults = [fault for one in distinct.values() if (fault := too_steep(one))]
    assert not faults, "\n".join(faults)


def test_a_steep_pattern_is_noticed() -> None:
    for steep in (r"(a+)+b", r"\s+$", r"[a-z]*x?[a-z]*y", r"<[^>]*x>", r"(?:\w+\s?)*:"):
        assert too_steep(Found("here", re.compile(steep), frozenset({"search"}))), steep


def test_a_linear_pattern_is_not() -> None:
    for linear in (r"a+", r"(?:ab|cd)+", r"\d{1,4}-\d{1,4}", r"(?<!\s)\s+", r"(?<!\w)\w++:"):
        assert not too_steep(Found("here", re.compile(linear), frozenset({"search"}))), linear
