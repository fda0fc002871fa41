from __future__ import annotations

import pytest

from tests.lint.pipeline import diagnose, only

ESSAY = "# On Lamps\n\nThe light came late.\n\n{}\n\nNobody said a word. He called it “a pity.”\n"
STRAIGHT = str.maketrans("“”", '""')


@pytest.mark.parametrize("straight", [False, True])
@pytest.mark.parametrize(
    "paragraph",
    [
        "She wrote that “the lamp went out. Nobody saw it.",
        "She wrote that “the lamp went out. Nobody saw it. He called it “a pity.”",
        "She wrote of “light.” It was “dear, she said. It was “rare” as well.",
        "She wrote of (“light.” It was “dear, she said.",
    ],
)
def test_the_next_mark_opens_as_well(paragraph: str, straight: bool) -> None:
    text = ESSAY.format(paragraph)
    found = only(text.translate(STRAIGHT) if straight else text, "Q007")
    assert found.start.line == 5
    assert found.message.startswith("nothing closes the quotation that begins “")


@pytest.mark.parametrize(
    "paragraph",
    [
        "She wrote that “the lamp went out.” Nobody saw it.",
        "She wrote that “the lamp went out.\n\n“Nobody saw it.”",
        "She wrote that “the lamp went out.\n\nNobody saw it.”",
        "She wrote that “they said ‘the lamp went out.’” Nobody saw it.",
        "She wrote that “they said “the lamp went out.”” Nobody saw it.",
        "She wrote that “they called it “light” and went.” Nobody saw it.",
        'The pane was 12" wide, and "the lamp" was on it.',
        "She wrote that “the lamp went out.”[^1] Nobody saw it.\n\n[^1]: Roe.",
        "„Die Lampe ging aus“, schrieb sie. Sie sagte „aus“.",
        "She wrote that <mark>“the lamp</mark>” went out.",
    ],
)
def test_what_may_be_meant_so(paragraph: str) -> None:
    assert diagnose(ESSAY.format(paragraph), "Q007") == []


def test_low_marks() -> None:
    text = ESSAY.format("Sie schrieb „die Lampe ging aus. Niemand sah es.").replace("“a pity.”", "„schade“.")
    assert only(text, "Q007").start.line == 5


def test_a_text_of_excerpts() -> None:
    paragraphs = "\n\n".join(
        f"In {place} she wrote that “it went out. Nobody saw it." for place in ("Hull", "Ghent", "Ulm")
    )
    assert diagnose(ESSAY.format(paragraphs.replace("Nobody", "He said “no” and nobody")), "Q007") == []
