"""The rules that show where a reference departs from its authority record."""

from __future__ import annotations

import pytest

from anora_bib.diagnostics import Applicability
from tests.lint.pipeline import PATHS, diagnose, findings, fixed, only, repair


def listed(*items: str, body: str = "The text names nobody.") -> str:
    return "\n\n".join((body, "## Works Cited", *items)) + "\n"


SRNICEK = "Srnieck, Nick. *Platoform Capitalism*. Polity Press. December 2016."
TEXT = listed(SRNICEK)


def test_name_and_title_are_spelt_as_in_the_record() -> None:
    name, title = diagnose(TEXT, "A001", "A002")
    assert name.message == "“Srnieck” is spelt “Srnicek” in the authority record"
    assert title.message == "“Platoform” is spelt “Platform” in the authority record"
    assert name.evidence[0] == (
        'The authority record work/platform has "Srnicek, Nick"; one letter apart, and the title nearly matches.'
    )
    assert name.evidence[-1] == "Polity Press published it."
    assert findings(TEXT, "A001", "A002") == [("A001", 5, "Srnieck"), ("A002", 5, "Platoform")]
    assert {name.applicability, title.applicability} == {Applicability.SAFE}
    result = repair(TEXT, "A001", "A002")
    assert result.text == TEXT.replace("Srnieck", "Srnicek").replace("Platoform", "Platform")
    assert result.remaining == ()


@pytest.mark.parametrize("reader", PATHS)
def test_every_format_is_mended(reader: str) -> None:
    text = {
        "markdown": TEXT,
        "plain": TEXT.replace("## ", "").replace("*", ""),
        "html": "<p>The text names nobody.</p>\n<h2>Works Cited</h2>\n"
        "<p>Srnieck, Nick. <i>Platoform Capitalism</i>. Polity Press. December 2016.</p>\n",
    }[reader]
    assert fixed(text, "A001", "A002", reader=reader) == text.replace("Srnieck", "Srnicek").replace("tof", "tf")


def test_a_house_and_a_newspaper_are_names_too() -> None:
    text = listed("Doe, John. *Another Book*. Exampel Press, 2016.", "Doe, John. “A Talk.” Los Angels Times, 2025.")
    assert findings(text, "A001", "A002") == [("A001", 5, "Exampel"), ("A002", 7, "Angels")]
    assert fixed(text, "A001", "A002", unsafe=True) == text.replace("Exampel", "Example").replace("Angels", "Angeles")


def test_a_title_nearly_the_same_of_another_year_may_be_a_translation() -> None:
    text = listed("Srnicek, Nick. *Platform capitalisme*. Lux, 2018.")
    assert fixed(text, "A002") == text
    assert fixed(text, "A002", unsafe=True) != text


def test_a_weak_match_is_not_acted_on_unasked() -> None:
    text = listed("Srnieck, Nick. *Platoform Capitalism*.")
    found = diagnose(text, "A001", "A002")
    assert [one.code for one in found] == ["A001", "A002"]
    assert {one.applicability for one in found} == {Applicability.UNSAFE}
    assert fixed(text, "A001", "A002") == text


@pytest.mark.parametrize(
    "item",
    [
        "Srnicek, Nick. *Platform Capitalism*. Polity Press. December 2016.",
        "Srnicek, N. *Platform Capitalism*. Polity, 2016.",
        "Mac, Juno, and Molly Smith. *Revolting Prostitutes*. Verso, 2018.",
        "Smith, Molly, et al. *Revolting Prostitutes*. Verso, 2018.",
        "Doe, John. *Another Book*. Example Press, 2016.",
    ],
)
def test_a_reference_without_differences_is_fine(item: str) -> None:
    assert diagnose(listed(item), "A001", "A002", "A003", "D003") == []


@pytest.mark.parametrize(
    ("printed", "written", "rest"),
    [
        ("Smith, Molly", "Mac, Juno, and Molly Smith", ". *Revolting Prostitutes*. Verso, 2018."),
        ("Molly Smith", "Juno Mac and Molly Smith", ", *Revolting Prostitutes* (Verso 2020)."),
    ],
)
def test_a_missing_co_author_is_put_in(printed: str, written: str, rest: str) -> None:
    text = listed(f"{printed}{rest}", body="A book by Juno Mac and Molly Smith says so.")
    found = only(text, "A003")
    assert found.message == "“Revolting Prostitutes” leaves out Juno Mac"
    assert found.evidence[0].startswith("The authority record work/revolting is by Juno Mac and Molly Smith")
    assert found.evidence[-1] == "Line 1 names both: “Juno Mac and Molly Smith”."
    assert findings(text, "A003") == [("A003", 5, printed)]
    assert fixed(text, "A003") == text
    assert fixed(text, "A003", unsafe=True) == listed(
        f"{written}{rest}", body="A book by Juno Mac and Molly Smith says so."
    )


def test_a_dash_stands_for_both_authors_once_the_item_before_has_them() -> None:
    items = ("Smith, Molly. *Revolting Prostitutes*. Verso, 2018.", "———. *Revolting Prostitutes*. Verso, 2020.")
    result = repair(listed(*items), "A003", unsafe=True)
    assert result.text == listed(items[0].replace("Smith, Molly", "Mac, Juno, and Molly Smith"), items[1])
    assert result.remaining == ()


def test_another_year_is_shown_and_left() -> None:
    text = listed("Smith, Molly. *Revolting Prostitutes* (Verso 2020).")
    found = only(text, "D003")
    assert found.message == "“Revolting Prostitutes” is dated “2020”; the record has 2018"
    assert found.evidence[0] == "The authority record work/revolting has the first edition in 2018."
    assert findings(text, "D003") == [("D003", 5, "2020")]
    assert found.fix is None
