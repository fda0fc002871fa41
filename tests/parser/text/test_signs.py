"""Every text that a signed pattern matches has its sign: a rule that looks for the sign first misses nothing."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anora_bib import parser
from anora_bib.parser.cutting import short_forms
from anora_bib.parser.text.signs import AnyOf, Chosen, Seen, Signed, signed

LETTERS = st.characters(min_codepoint=9, max_codepoint=0x24F, exclude_characters="\u017f\u0130\u0131")
"""Without the few letters that :mod:`re` takes for others and ``lower`` does not: the long s, the Turkish i."""


def kept(name: str, value: object) -> Iterator[tuple[str, Signed]]:
    """The signed patterns in a value of a module: itself, in a tuple, or as the pattern of a form or role."""
    if isinstance(value, Signed):
        yield name, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from kept(f"{name}[{index}]", item)
    elif isinstance(value, Chosen):
        yield from kept(name, value.items)
    elif isinstance(pattern := getattr(value, "pattern", None), Signed):
        yield name, pattern


def signed_patterns() -> dict[str, Signed]:
    """Name to pattern, of all modules of the parser."""
    modules = [module.name for module in pkgutil.walk_packages(parser.__path__, "anora_bib.parser.")]
    found: dict[str, Signed] = {}
    for module in modules:
        for name, value in vars(importlib.import_module(module)).items():
            found.update(kept(f"{module.removeprefix('anora_bib.parser.')}.{name}", value))
    return found


SIGNED = signed_patterns()


def test_there_are_patterns_to_test() -> None:
    assert len(SIGNED) > 60


@pytest.mark.parametrize("name", SIGNED)
@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.large_base_example],
)
@given(data=st.data())
def test_what_a_pattern_matches_has_its_sign(name: str, data: st.DataObject) -> None:
    one = SIGNED[name]
    text = data.draw(st.from_regex(one.pattern, alphabet=LETTERS))
    if one.pattern.search(text):
        assert one.may_match(Seen(text))


def test_a_pattern_whose_sign_is_wrong_is_noticed() -> None:
    text = "Box 12"
    for wrong in (signed("Box", words="folder"), signed("Box", sign="folder"), signed("Box", words="box", sign="b x")):
        assert wrong.pattern.search(text)
        assert not list(wrong.finditer(text, Seen(text)))


@pytest.mark.parametrize("core", short_forms._CORES, ids=lambda core: core.words)
@settings(max_examples=50, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_short_form_has_one_of_the_words_it_is_told_by(core: short_forms._Core, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(re.compile(rf"\A{core.pattern}", re.IGNORECASE), alphabet=LETTERS, fullmatch=True))
    if re.fullmatch(core.pattern, text, re.IGNORECASE):
        assert not Seen(text).words.isdisjoint(core.words.split()), text


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("Roe, a gift of the lamplighters", True),
        ("Roe, seen at https://example.org", True),
        ("Roe, the gifted one", False),
        ("Roe, the lantern", False),
    ],
)
def test_any_of_several_may_match_where_one_of_them_may(text: str, may: bool) -> None:
    several = AnyOf(signed("gift", words="gift"), signed("loan", words="loan"), signed("http", parts=["://"]))
    assert several.may_match(Seen(text)) is may
