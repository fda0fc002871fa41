from __future__ import annotations

import pytest

from tests.lint.support import build, diagnose, fixed


@pytest.mark.parametrize(
    ("caption", "mended", "listed"),
    [
        (
            "Roe is a writer.[1] Her book came out.[2] She lives.[1]",
            "Roe is a writer. Her book came out. She lives.",
            "markers [1] and [2] lead",
        ),
        ("Roe [9], a writer.", "Roe, a writer.", "marker [9] leads"),
    ],
)
def test_one_finding_a_picture(caption: str, mended: str, listed: str) -> None:
    text = f"A claim.[1]\n![{caption}](x.jpg)\n[1] Doe.\n[2] Poe.\n"
    (found,) = diagnose(build(text), "M002")
    assert found.message == f"in the description of a picture, {listed} nowhere"
    result = fixed(text, "M002", unsafe=True)
    assert result.text == text.replace(caption, mended)


@pytest.mark.parametrize(
    "text",
    [
        "A claim.[1]\n![A caption of our own.[2]](x.jpg)\n[1] Doe.\n[2] Poe.\n",
        "![No marker.](x.jpg)\n[1] Doe.\n",
        "A claim.[1]\n[1] Doe.\n",
    ],
)
def test_sound_captions(text: str) -> None:
    assert diagnose(build(text), "M002") == []


def test_markers_set_another_way_than_the_text_sets_its_own_came_from_elsewhere() -> None:
    (found,) = diagnose(build("A claim”1 ends.\n![A caption.[2]](x.jpg)\n[1] Doe.\n[2] Poe.\n"), "M002")
    assert "[2]" in found.message
