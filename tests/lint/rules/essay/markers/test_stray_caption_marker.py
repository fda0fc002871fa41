from __future__ import annotations

import pytest

from tests.lint.pipeline import diagnose, fixed, only

NOTES = """
## Notes

[1] Doe, John. "A Talk." Example Magazine, 2024.

[2] Poe, Ann. "A Prize." Example Times, 2024.
"""
REPEATED = ("The numbers are those of another page: marker 1 stands here more than once.",)


@pytest.mark.parametrize(
    ("caption", "mended", "listed", "evidence"),
    [
        (
            "Roe is a writer.[1] Her book came out.[2] She lives.[1]",
            "Roe is a writer. Her book came out. She lives.",
            "markers [1] and [2] lead",
            REPEATED,
        ),
        ("Roe [9], a writer.", "Roe, a writer.", "marker [9] leads", ()),
    ],
)
def test_one_finding_a_picture(caption: str, mended: str, listed: str, evidence: tuple[str, ...]) -> None:
    text = f"A claim.[1]\n\n![{caption}](x.jpg)\n{NOTES}"
    found = only(text, "M002")
    assert found.message == f"in the description of a picture, {listed} nowhere"
    assert found.evidence == evidence
    assert found.start.line == 3
    assert fixed(text, "M002") == text
    assert fixed(text, "M002", unsafe=True) == text.replace(caption, mended)


@pytest.mark.parametrize(
    "text",
    [
        f"A claim.[1]\n\n![A caption of our own.[2]](x.jpg)\n{NOTES}",
        f"A claim.[1] Another.[2]\n\n![No marker.](x.jpg)\n{NOTES}",
        f"A claim.[1]\n{NOTES}",
        f"A claim.[1]\n\n![The lamp, from [1]](x.jpg)\n{NOTES}",
    ],
)
def test_sound_captions(text: str) -> None:
    assert diagnose(text, "M002") == []


def test_markers_set_another_way_than_the_text_sets_its_own_came_from_elsewhere() -> None:
    text = f"“A claim”1 ends. Another.2\n\n![A caption.[2]](x.jpg)\n{NOTES}"
    assert only(text, "M002").message == "in the description of a picture, marker [2] leads nowhere"
    assert fixed(text, "M002", unsafe=True) == text.replace("A caption.[2]", "A caption.")


def test_raised_digits_are_parts_of_fractions_and_editions() -> None:
    page = (
        "<p>A claim.<sup><a href='#n1'>1</a></sup></p><figure><img src='x.png'><figcaption>"
        "Lamp, 5<sup>3</sup>/<sub>4</sub> in., "
        "<em>ARV</em><sup>2</sup> 400.</figcaption></figure><ol><li id='n1'>Doe.</li></ol>"
    )
    assert diagnose(page, "M002", reader="html") == []
