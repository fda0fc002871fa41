"""Our engine beside citeproc-js, on a few styles; ``oracle.py`` does it for hundreds."""

from __future__ import annotations

import json

import pytest

from tests.csl.citeproc_js import answers, available
from tests.csl.oracle import CLUSTERS, ITEMS, Tally, independent_styles, render_all

ITEM_LIST = json.loads(ITEMS.read_text("utf-8"))
CLUSTER_LIST = json.loads(CLUSTERS.read_text("utf-8"))

FAMILIAR = ("apa", "chicago-notes-bibliography", "ieee", "modern-language-association", "nature", "oscola")
EVERY = 120
"""Of the styles, in the order of their names, each so-many-th is rendered: that takes seconds, all take minutes."""


def test_styles_render_every_item_without_an_exception() -> None:
    assert render_all(independent_styles()[::EVERY], ITEM_LIST, CLUSTER_LIST) == {}


@pytest.mark.skipif(bool(available()), reason=available())
@pytest.mark.parametrize("name", FAMILIAR)
def test_a_familiar_style_prints_what_citeproc_js_prints(name: str) -> None:
    (path,) = (path for path in independent_styles() if path.stem == name)
    tally = Tally()
    for style, answer in answers([path], ITEM_LIST, CLUSTER_LIST):
        tally.add(style, answer, ITEM_LIST, CLUSTER_LIST)
    assert len(tally.entry_differences) <= tally.entries * 0.01
    # Four of a hundred are places where citeproc-js depends on the order of edits, or is in the ledger.
    assert len(tally.citation_differences) <= tally.citations * 0.06
