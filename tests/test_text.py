"""Folding, nearest names, enumerations."""

from __future__ import annotations

import pytest

from anora_bib.text import collapse, fold, join_names, nearest


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Pretty Woman", "pretty woman"),
        ("Moulin Rouge!", "moulin rouge"),
        ("The Fight for Sex Workers’ Rights", "the fight for sex workers rights"),
        ("‘Anora’, (Sex) Work", "anora sex work"),
        ("Cléo de 5 à 7", "cleo de 5 a 7"),
        ("STRAẞE", "strasse"),
        ("n+1", "n 1"),
        ("under_score", "under score"),
        ("…", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_collapse() -> None:
    assert collapse("  Swept\n Off\u00a0 Her Feet ") == "Swept Off Her Feet"


@pytest.mark.parametrize(
    ("name", "found"),
    [("chicgo", ["chicago"]), ("MLA", ["mla"]), ("qqq", [])],
)
def test_nearest(name: str, found: list[str]) -> None:
    assert nearest(name, ["mla", "chicago", "apa"]) == found


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        ([], ""),
        (["Mac"], "Mac"),
        (["Mac", "Smith"], "Mac and Smith"),
        (["Mac", "Smith", "Grant"], "Mac, Smith and Grant"),
    ],
)
def test_join_names(names: list[str], joined: str) -> None:
    assert join_names(names) == joined
