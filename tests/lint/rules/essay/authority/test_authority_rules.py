"""The rules that show where a reference departs from its authority record."""

from __future__ import annotations

import pytest

from anora_bib.diagnostics import Applicability
from anora_bib.model import Date, Difference, DifferenceKind, Match, Name
from tests.lint.support import build, diagnose, fixed, place, ref

WORDS = "Srnieck, Nick. Platoform Capitalism. Polity Press. December 2016."
TEXT = f"The text names nobody.\n* {WORDS}\n"


def slips(score: float) -> Match:
    both = (
        Difference(
            DifferenceKind.SPELLING,
            "author",
            "Srnieck",
            "Srnicek",
            place(TEXT, "Srnieck"),
            "two letters changed places",
        ),
        Difference(
            DifferenceKind.SPELLING, "title", "Platoform", "Platform", place(TEXT, "Platoform"), "one letter too many"
        ),
    )
    return Match("work/platform", score, ("Polity Press published it",), both)


def test_name_and_title_are_spelt_as_in_the_record() -> None:
    srnicek = ref(WORDS, match=slips(0.95), title="Platoform Capitalism")
    name, title = diagnose(build(TEXT, [srnicek]), "A001", "A002")
    assert name.message == "“Srnieck” is spelt “Srnicek” in the authority record"
    assert title.message == "“Platoform” is spelt “Platform” in the authority record"
    assert name.evidence == ("Two letters changed places.", "Polity Press published it.")
    result = fixed(TEXT, "A001", "A002", refs=[srnicek])
    assert result.text == TEXT.replace("Srnieck", "Srnicek").replace("Platoform", "Platform")


def test_a_weak_match_is_not_acted_on_unasked() -> None:
    srnicek = ref(WORDS, match=slips(0.8), title="Platoform Capitalism")
    found = diagnose(build(TEXT, [srnicek]), "A001", "A002")
    assert {one.applicability for one in found} == {Applicability.UNSAFE}


def test_a_reference_without_differences_is_fine() -> None:
    same = ref(WORDS, match=Match("work/platform", 1.0), title="Platform Capitalism")
    assert diagnose(build(TEXT, [same]), "A001", "A002", "A003", "D003") == []


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("Smith, Molly", "Mac, Juno, and Molly Smith"),
        ("Molly Smith", "Juno Mac and Molly Smith"),
    ],
)
def test_a_missing_co_author_is_put_in(printed: str, written: str) -> None:
    words = f"{printed}. Revolting Prostitutes (Verso 2020)."
    text = f"A book by Juno Mac and Molly Smith says so.\n* {words}\n"
    gap = Difference(DifferenceKind.MISSING_NAME, "author", printed, "Mac, Juno", place(text, printed), "it is by both")
    match = Match("work/revolting", 0.95, (), (gap,))
    smith = ref(words, match=match, author=(printed, (Name("Smith", "Molly"),)), title="Revolting Prostitutes")
    (found,) = diagnose(build(text, [smith]), "A003")
    assert found.message == "“Revolting Prostitutes” leaves out Juno Mac"
    assert found.evidence == ("It is by both.", "Line 1 names both: “Juno Mac and Molly Smith”.")
    assert fixed(text, "A003", refs=[smith]).text == text
    assert fixed(text, "A003", refs=[smith], unsafe=True).text == text.replace(f"* {printed}", f"* {written}")


def test_another_year_is_shown_and_left() -> None:
    words = "Smith, Molly. Revolting Prostitutes (Verso 2020)."
    text = f"Text.\n* {words}\n"
    late = Difference(
        DifferenceKind.DATE, "issued", "2020", "2018", place(text, "2020"), "the first edition is of 2018"
    )
    smith = ref(
        words, match=Match("work/revolting", 0.9, (), (late,)), title="Revolting Prostitutes", issued=Date.of(2020)
    )
    (found,) = diagnose(build(text, [smith]), "D003")
    assert found.message == "“Revolting Prostitutes” is dated “2020”; the record has 2018"
    assert found.fix is None
