from __future__ import annotations

import pytest

from anora_bib.model import Name
from tests.lint.support import build, diagnose, ref

KLUGER = ref("Kluger, Jeffrey. A Question. 2002.", author=(Name("Kluger", "Jeffrey"),), title="A Question")


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("A claim.[2]\n[1] Kluger, Jeffrey. A Question. 2002.\n[2] Doe.\n", ["1"]),
        ("A claim.[1]\n[1] Doe.\n[2] Roe.\n[3] Poe.\n", ["2", "3"]),
        ("A claim.”2\n- Roe. ↩︎\n- Doe. ↩︎\n", ["1"]),
        # the marker of the picture came with words copied from elsewhere
        ("A claim.[2]\n![Somebody.[1] And.[1]](x.jpg)\n[1] Roe.\n[2] Doe.\n", ["1"]),
    ],
)
def test_each_is_named(text: str, labels: list[str]) -> None:
    found = diagnose(build(text, [KLUGER]), "N001")
    assert [one.message.split()[1] for one in found] == labels


@pytest.mark.parametrize(
    "text",
    [
        "A claim.[1]\n[1] Doe.\n",
        "A claim[1] and the same.[1]\n[1] Doe.\n",
        "No notes here.\n",
        "Text.[1]\n![A sound caption marker.[2]](x.jpg)\n[1] Doe.\n[2] Roe.\n",
    ],
)
def test_all_is_well(text: str) -> None:
    assert diagnose(build(text), "N001") == []


def test_no_markers_at_all_is_said_once() -> None:
    (found,) = diagnose(build("A claim.\n[1] Doe.\n[2] Roe.\n"), "N001")
    assert found.message == "none of the 2 notes has a marker in the text"


def test_the_evidence_says_why_it_looks_left_over() -> None:
    text = "A claim.[3]\n[1] Kluger, Jeffrey. A Question. 2002.\n[2] Roe.\n[3] Doe.\n"
    first, second = diagnose(build(text, [KLUGER]), "N001")
    assert first.evidence == (
        "The text has marker 3.",
        "Notes 1 and 2 stand before the first note that is marked, as notes of another article do.",
        "The text does not name Kluger either.",
    )
    assert len(second.evidence) == 2
    assert (first.start.line, first.start.column) == (2, 5)
