"""Patterns that are compiled late are patterns in all that they are asked."""

from __future__ import annotations

import pickle
import re

import pytest

from anora_bib.text import patterns
from anora_bib.text.patterns import lazy


@pytest.mark.parametrize(
    ("method", "given"),
    [
        ("search", ("on p. 12",)),
        ("match", ("P. 7",)),
        ("fullmatch", ("p. 7 and on",)),
        ("findall", ("p. 1, P. 2",)),
        ("sub", ("page", "p. 1, p. 2")),
        ("split", ("at p. 1 and p. 2",)),
    ],
)
def test_a_lazy_pattern_answers_as_a_pattern(method: str, given: tuple[str, ...]) -> None:
    source = r"p\.\s\d+"
    for pattern in (lazy(source, re.IGNORECASE), pickle.loads(pickle.dumps(lazy(source, re.IGNORECASE)))):
        for _ in range(2):
            expected, found = (getattr(one, method)(*given) for one in (re.compile(source, re.IGNORECASE), pattern))
            assert str(found) == str(expected)
        assert pattern.pattern == source
        assert pattern.flags == re.compile(source, re.IGNORECASE).flags


def test_it_is_compiled_once_and_not_before_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []

    def compiling(source: str, flags: int) -> re.Pattern[str]:
        compiled.append(source)
        return re.compile(source, flags)

    monkeypatch.setattr(patterns, "_compile", compiling)
    pattern = lazy("a+")
    assert not compiled
    assert pattern.search("ba")
    assert pattern.match("a")
    assert compiled == ["a+"]
