from __future__ import annotations

import pytest

from tests.lint.essays import DOE, READERS, line_of_note, with_notes
from tests.lint.pipeline import diagnose, only, repair

ONE = "Jeffrey Kluger, How Real Is This Horror Story?, Time, Mar. 11, 2002, at 44"
TWO = "42 C.F.R. § 121.4(a)(3)"
THREE = "Roe, Jane. A Book of Lamps. London: Lantern House, 2009."


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("note", "mended"),
    [
        (f"{ONE} {TWO}", f"{ONE}; {TWO}"),
        (f"{ONE}, {TWO}", f"{ONE}; {TWO}"),
        (f"{THREE[:-1]} {TWO}", f"{THREE[:-1]}; {TWO}"),
        # what is not read as a part of either stays where it is
        (f"{ONE} [sic] {TWO}", f"{ONE} [sic]; {TWO}"),
    ],
)
def test_a_semicolon_comes_between(note: str, mended: str, reader: str) -> None:
    text = with_notes(reader, DOE, note)
    found = only(text, "N002", reader=reader)
    assert found.message.startswith("note 2 runs two sources together: “")
    assert found.evidence[1] == f"The second begins with “{TWO}”."
    assert found.start.line == line_of_note(reader, 2)
    result = repair(text, "N002", reader=reader, unsafe=True)
    assert result.text == with_notes(reader, DOE, mended)
    assert result.remaining == ()
    assert repair(text, "N002", reader=reader).text == text


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "note",
    [
        f"{ONE}; {TWO}",
        f"{ONE}. See also {TWO}",
        f"{THREE} {TWO}",
        f"{ONE} a remark {TWO}",
        f"The lamp is old, and many have said so at length over the years. {'They said it again. ' * 18}{ONE} {TWO}",
        f"{ONE}, quoted in {THREE}",
        f"{THREE[:-1]}, p. 44, cit. in {THREE}",
        f"{ONE} and {TWO}",
        f"{THREE[:-1]}; and {TWO}",
        f"{THREE[:-1]} and {TWO}",
        f"{THREE[:-1]}, and {TWO}",
        f"{THREE[:-1]}; {TWO}",
        f"{THREE[:-1]} & {TWO}",
        ONE,
    ],
)
def test_separated_sources_are_left_alone(note: str, reader: str) -> None:
    assert diagnose(with_notes(reader, DOE, note), "N002", reader=reader) == []


@pytest.mark.parametrize(
    "second",
    [
        "Jane Roe, *Lamps and Oil* (Hull: Tide Press, 2011), 9.",
        "J. A. Roe and Al Woe, “Lamps,” *Light* 4 (2011): 9.",
    ],
)
@pytest.mark.parametrize(
    "first",
    [
        "John Doe, *Wicks* (Hull: Tide Press, 2009), 12",
        "John Doe, *Wicks* (Hull: Tide Press, 2009)",
        "John Doe, “Wicks,” *Soot* 3 (2009): 12–14",
        "John Doe, *Wicks*, Hull, Tide Press, 2009, p. 12",
    ],
)
def test_names_and_a_title_behind_a_page(first: str, second: str) -> None:
    found = only(with_notes("markdown", f"{first} {second}"), "N002")
    assert found.message.startswith("note 1 runs two sources together")
    assert found.fix is not None
    assert diagnose(with_notes("markdown", f"{first}; {second}"), "N002") == []


@pytest.mark.parametrize(
    "note",
    [
        "John Doe (2009) *Wicks and Oil* (Hull: Tide Press), 12.",
        "John Doe, *Wicks*, vol. 3 (Hull: Tide Press, 2009), quoted in Jane Roe, *Lamps* (Hull: Tide Press, 2011), 9.",
        "John Doe, *Wicks* (1920; Hull: Tide Press, 2009), 12.",
        "John Doe, *Wicks* (Hull: Tide Press, 2009), 12 May 2010, *Light*.",
        "John Doe, *The Year 1990 in Film* (Hull: Tide Press, 2009), 12, in *Light*, 2011.",
    ],
)
def test_one_source_with_a_number_before_a_title(note: str) -> None:
    assert diagnose(with_notes("markdown", note), "N002") == []
