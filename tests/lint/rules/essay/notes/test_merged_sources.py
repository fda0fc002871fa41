from __future__ import annotations

import pytest

from tests.lint.support import build, diagnose, fixed, ref

ONE = ref("Jeffrey Kluger, How Real Is This Horror Story?, Time, Mar. 11, 2002, at 44", title="How Real")
TWO = ref("42 C.F.R. § 121.4(a)(3)", title="42 C.F.R.")
THREE = ref("Roe, Jane. A Book. 2009.", title="A Book")


@pytest.mark.parametrize(
    ("note", "mended"),
    [
        (f"{ONE.text} {TWO.text}", f"{ONE.text}; {TWO.text}"),
        (f"{ONE.text}, {TWO.text}", f"{ONE.text}; {TWO.text}"),
        (f"{THREE.text} {TWO.text}", "Roe, Jane. A Book. 2009; 42 C.F.R. § 121.4(a)(3)"),
    ],
)
def test_a_semicolon_comes_between(note: str, mended: str) -> None:
    text = f"A claim.[1]\n[1] {note}\n"
    result = fixed(text, "N002", refs=[ONE, TWO, THREE], unsafe=True)
    assert result.text == f"A claim.[1]\n[1] {mended}\n"
    assert result.remaining == ()


@pytest.mark.parametrize(
    "note",
    [
        f"{ONE.text}; {TWO.text}",
        f"{ONE.text}. See also {TWO.text}",
        f"{ONE.text}, quoted in {THREE.text}",
        f"{ONE.text} and {TWO.text}",
        ONE.text,
    ],
)
def test_separated_sources_are_left_alone(note: str) -> None:
    assert diagnose(build(f"A claim.[1]\n[1] {note}\n", [ONE, TWO, THREE]), "N002") == []


@pytest.mark.parametrize("joint", ["; and", " and", ", and", ";", " &"])
def test_a_separator_that_was_read_along_with_the_first(joint: str) -> None:
    first = ref(f"{THREE.text[:-1]}{joint}", title="A Book")
    assert diagnose(build(f"A claim.[1]\n[1] {first.text} {TWO.text}\n", [first, TWO]), "N002") == []


def test_words_between_the_two_are_never_overwritten() -> None:
    text = f"A claim.[1]\n[1] {ONE.text} a remark {TWO.text}\n"
    (found,) = diagnose(build(text, [ONE, TWO]), "N002")
    assert found.fix is None
