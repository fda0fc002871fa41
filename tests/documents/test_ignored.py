"""Comments that leave findings of an essay out."""

from __future__ import annotations

import pytest

from anora_bib.documents.ignored import Ignored

PARAGRAPHS = (
    "One lamp.\n\n<!-- anora: ignore Q001 -->\n\nTwo lamps.\nStill two.\n\nThree. <!-- anora: ignore -->\n\nFour.\n"
)


@pytest.mark.parametrize(
    ("words", "code", "held"),
    [
        ("One", "Q001", False),
        ("Two", "Q001", True),
        ("Still", "Q001", True),
        ("Two", "M001", False),
        ("Three", "M001", True),
        ("Four", "M001", False),
    ],
)
def test_a_comment_holds_for_its_paragraph_or_the_next(words: str, code: str, held: bool) -> None:
    assert Ignored(PARAGRAPHS).holds(PARAGRAPHS.index(words), code, "some-rule") is held


def test_by_line() -> None:
    page = "<p>One.</p> <!-- anora: ignore -->\n<p>Two.</p>\n<!-- anora: ignore Q001 -->\n<p>Three.</p>\n<p>Four.</p>\n"
    ignored = Ignored(page, by_line=True)
    held = [word for word in ("One", "Two", "Three", "Four") if ignored.holds(page.index(word), "Q001")]
    assert held == ["One", "Three"]


def test_whole_file() -> None:
    text = "One.\n\nTwo.\n\n<!-- anora: ignore-file bare-address -->\n"
    assert Ignored(text).holds(0, "N006", "bare-address")
    assert not Ignored(text).holds(0, "N007", "unresolved-short-form")
