"""The addresses that are told to other programs."""

from __future__ import annotations

import pytest

from anora_bib.about import SITE, rule_page
from anora_bib.assembly.plugins import load_plugins


@pytest.mark.parametrize(("code", "page"), [("N001", "N001"), ("BIB002", "BIB002"), ("X001", "index")])
def test_a_rule_has_a_page_and_that_of_a_plugin_is_led_to_the_list(code: str, page: str) -> None:
    assert rule_page(code) == f"{SITE}/rules/{page}.html"


def test_no_rule_of_ours_has_a_code_that_is_left_to_plugins() -> None:
    assert not [rule.code for rule in load_plugins(installed=False).rules if rule.code.startswith("X")]
