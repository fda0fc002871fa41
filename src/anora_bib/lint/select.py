"""Choosing rules by code, by the beginning of a code, or by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from anora_bib.errors import UnknownNameError
from anora_bib.lint.rule import Documented
from anora_bib.notices import Notice
from anora_bib.text.characters import nearest

R = TypeVar("R", bound=Documented)


def select(
    rules: Iterable[R], select: Sequence[str] = (), ignore: Sequence[str] = (), *, pedantic: bool = False
) -> tuple[R, ...]:
    """Those of ``rules``, in their order, that ``select`` asks for and ``ignore`` does not name.

    An empty ``select`` asks for all, but for pedantic ones only with ``pedantic``. Rules that are named, and all with
    ``pedantic``, come back thorough: they tell their doubtful findings too.

    Each selector is a code ("N001"), the beginning of one ("N", "N00") or a name ("note-without-marker").

    Raises:
        UnknownNameError: a selector names no rule; the error names the nearest.
    """
    known = tuple(rules)
    wanted = _chosen(known, select) if select else {rule.code for rule in known if pedantic or not rule.pedantic}
    unwanted = _chosen(known, ignore)
    chosen = (rule for rule in known if rule.code in wanted - unwanted)
    return tuple(replace(rule, thorough=True) for rule in chosen) if select or pedantic else tuple(chosen)


def _chosen(rules: Sequence[Documented], selectors: Iterable[str]) -> set[str]:
    """The codes that the selectors name."""
    chosen: set[str] = set()
    for selector in selectors:
        wanted = selector.strip()
        codes = {rule.code for rule in rules if wanted and _answers(rule, wanted)}
        if not codes:
            raise unknown(selector, rules)
        chosen |= codes
    return chosen


def unknown(selector: str, rules: Sequence[Documented | Notice]) -> UnknownNameError:
    """The error for a selector that names no rule; it names the nearest."""
    return UnknownNameError("rule", selector, _nearest(rules, selector.strip()), hint="`anora-bib rules` lists them")


def _answers(rule: Documented, selector: str) -> bool:
    return rule.code.startswith(selector.upper()) or rule.name == selector.lower()


def _nearest(rules: Sequence[Documented | Notice], selector: str) -> list[str]:
    """Names and codes of rules that may be meant; names that contain the selector come first."""
    by_word = [rule.name for rule in rules if len(selector) > 2 and selector.lower() in rule.name]
    close = nearest(selector, [name for rule in rules for name in (rule.code, rule.name)])
    return list(dict.fromkeys((*by_word, *close)))[:3]
