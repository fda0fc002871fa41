"""Better BibTeX's formulas."""

from __future__ import annotations

import pytest

from anora_bib.errors import InputError, UnknownNameError
from anora_bib.model.bibliography.key_patterns.formula import is_formula
from anora_bib.model.bibliography.key_patterns.pattern import KeyPattern
from tests.model.bibliography.key_patterns.test_pattern import ONE


@pytest.mark.parametrize(
    ("formula", "key"),
    [
        ("auth.lower + shorttitle(3,3) + year", "zizekLongWayAnora2019"),
        ("auth + shorttitle(3, 1).clean + year", "zizekLongwayanora2019"),
        ("auth.capitalize + '_' + year", "Zizek_2019"),
        ("auth(3).upper() + shortyear", "ZIZ19"),
        ("authors(2) + year", "zizekvangoghEtAl2019"),
        ("veryshorttitle.upper + volume", "LONG12"),
        ("year | auth", "2019"),
        ("auth", "zizek"),
    ],
)
def test_a_formula(formula: str, key: str) -> None:
    assert KeyPattern(formula).key(ONE) == key


@pytest.mark.parametrize("formula", ["autor.lower + year", "auth.louder + year"])
def test_what_there_is_not(formula: str) -> None:
    with pytest.raises(UnknownNameError):
        KeyPattern(formula)


@pytest.mark.parametrize("formula", ["auth.lower + (year)", "auth + year -", "auth + postfix('-%(n)s')"])
def test_what_cannot_be_read_is_said(formula: str) -> None:
    with pytest.raises(InputError, match="is no part of a formula"):
        KeyPattern(formula)


@pytest.mark.parametrize("pattern", ["{author}{year}", "[auth:lower][year]", "x_{year}"])
def test_a_pattern_with_parts_in_brackets_is_no_formula(pattern: str) -> None:
    assert not is_formula(pattern)
