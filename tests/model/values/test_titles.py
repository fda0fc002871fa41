"""Where a title ends and its subtitle begins."""

from __future__ import annotations

import pytest

from anora_bib.model.values.titles import (
    article_variants,
    main_key,
    split_title,
    title_key,
    title_keys,
    without_article,
)


@pytest.mark.parametrize(
    ("title", "main", "sub"),
    [
        ("Salt and Light", "Salt and Light", ""),
        ("Salt and Light: A Memoir", "Salt and Light", "A Memoir"),
        ("Sel et lumière : mémoires", "Sel et lumière", "mémoires"),
        ("Salz und Licht. Eine Kindheit", "Salz und Licht", "Eine Kindheit"),
        ("Who Pays? A History of Rent", "Who Pays?", "A History of Rent"),
        ("Wait! And Other Stories", "Wait!", "And Other Stories"),
        ("Salt \u2013 A Memoir", "Salt", "A Memoir"),
        ("Salt - A Memoir", "Salt", "A Memoir"),
        ("Salt; or, The Light", "Salt", "or, The Light"),
        ("Mr. Roe Goes to Town", "Mr. Roe Goes to Town", ""),
        ("St. Agnes: A Parish", "St. Agnes", "A Parish"),
        ("The Letters of J. R. Roe", "The Letters of J. R. Roe", ""),
        ("Prints, vol. 2", "Prints, vol. 2", ""),
        ("And Then ... Nothing", "And Then ... Nothing", ""),
        ("Salt: Light: Air", "Salt", "Light: Air"),
        ("12:30 to Nowhere", "12:30 to Nowhere", ""),
        ("Self-Portrait", "Self-Portrait", ""),
        (": A Memoir", ": A Memoir", ""),
        ("Salt:", "Salt:", ""),
        ("Salt. ", "Salt. ", ""),
        ("", "", ""),
    ],
)
def test_split_title(title: str, main: str, sub: str) -> None:
    assert split_title(title) == (main, sub)


def test_keys_fold_and_leave_out_tags() -> None:
    title = "<i>Caf\u00e9</i> Society: A Film"
    assert title_key(title) == "cafe society a film"
    assert main_key(title) == "cafe society"
    assert title_keys(title) == ("cafe society a film", "cafe society")
    assert title_keys("Salt") == ("salt",)
    assert title_keys("\u2026") == ()


@pytest.mark.parametrize(
    ("key", "bare"),
    [
        ("the guardian", "guardian"),
        ("le monde", "monde"),
        ("die zeit", "zeit"),
        ("el pais", "pais"),
        ("the", "the"),
        ("theory", "theory"),
    ],
)
def test_leading_article(key: str, bare: str) -> None:
    assert without_article(key) == bare


def test_article_variants() -> None:
    assert article_variants("guardian") == ("guardian", "the guardian")
    assert article_variants("the guardian") == ("the guardian", "guardian")


def test_a_long_title_is_split_in_linear_time() -> None:
    assert split_title("Mr. " * 100_000)[1] == ""
