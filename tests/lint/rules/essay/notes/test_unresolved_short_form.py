"""Short forms of whole essays: those that lead nowhere or to several sources are told, no others."""

from __future__ import annotations

import pytest

from tests.lint.essays import DOE, READERS, ROE, line_of_note, with_notes
from tests.lint.pipeline import diagnose, only, told

WICK = "Roe, Jane. *The Wick*. London: Lantern House, 2011."


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("notes", "message", "evidence"),
    [
        (["Ibid.", ROE], "note 1 stands for a source that is not there: “Ibid.”", ""),
        ([ROE, "Poe, op. cit., p. 8"], "note 2 stands for a source that is not there", ""),
        ([ROE, "See note 7."], "note 2 stands for a source that is not there", ""),
        ([ROE, "A remark that we make.", "Ibid., p. 7"], "note 3 stands for a source that is not there", ""),
        ([ROE, "Poe, op. cit., 9. He is wrong."], "note 2 stands for a source that is not there", ""),
        (
            [f"{ROE[:-1]}; {DOE}", "Ibid., p. 7"],
            "note 2 could mean any source of note 1",
            "Note 1 holds “A Book of Lamps” and “Wicks and Oil”.",
        ),
        (
            [ROE, WICK, DOE, "Roe, op. cit., p. 7"],
            "note 4 could mean any of 2 sources",
            "It fits “A Book of Lamps” and “The Wick”.",
        ),
    ],
)
def test_it_leads_to_nothing_or_to_several(notes: list[str], message: str, evidence: str, reader: str) -> None:
    found = only(with_notes(reader, *notes), "N007", reader=reader)
    assert found.start.line == line_of_note(reader, int(message.split()[1]))
    assert found.message.startswith(message)
    assert found.evidence == ((evidence,) if evidence else ())


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "notes",
    [
        [ROE, "Ibid., p. 7"],
        [ROE],
        [ROE, "Idaho, a history of lamps. 1999."],
        [ROE, "See Roe, A Life."],
        [ROE, "Ibid., 12. She goes on to say that it is so."],
        [ROE, DOE, "See note 1."],
        [f"{ROE[:-1]}; {DOE}", "Roe, ibid., p. 7"],
        [ROE, f"Idem. {DOE}"],
        [ROE, "Roe, “Wick,” p. 33.", "Ibid., chap. 17, p. 28."],
        [ROE, '{{< cite "Roe 1999" >}}, 12.', "Ibid., 34."],
        [f"{ROE[:-1]}; {DOE}", "See note 1 above."],
        [ROE, "We thank her.", "See note 2."],
        [ROE, "Poe, *Lamps*, 4.", "Poe, op. cit., 9."],
        [ROE, "Ibid. Preface, written by Poe, p. xix.", "Ibid. p. xvii."],
    ],
)
def test_it_leads_to_one(notes: list[str], reader: str) -> None:
    assert diagnose(with_notes(reader, *notes), "N007", reader=reader) == []


@pytest.mark.parametrize(
    "notes",
    [
        ["Jane Roe, *Lamps* (Hull: Tide Press, 2001); and *Wicks* (Hull: Tide Press, 2003).", "Ibid., 12."],
        ["Roe, Jane. *Lamps*. 2001; see also Doe, John, “Oil,” *The Review*.", "Ibid., 12.", "Ibid."],
        [ROE, "And so it has been ever since, or nearly.", "Ibid., 7."],
    ],
)
def test_it_is_sure(notes: list[str]) -> None:
    assert {found.code for found in told(with_notes("markdown", *notes), "N007")} == {"N007"}


@pytest.mark.parametrize(
    "notes",
    [
        ["Jane Roe, *Lamps and Oil*, preface to *Wicks* (Hull: Tide Press, 2003).", "Ibid., 12."],
        ["Jane Roe, *Lamps*, Hull 1872, S. 4; zit. in: John Doe, *Wicks*, Hull 1954, S. 19.", "Ebd., S. 22."],
        ["Jane Roe, *Lamps*, Hull 1872. Quoted in John Doe, *Wicks* (Hull: Tide Press, 1954), 19.", "Ibid., 22."],
        [ROE, "The letters of Jane Roe to the bishop, in the chest at home.", "Ibid., fol. 7."],
    ],
)
def test_it_may_be_meant_so(notes: list[str]) -> None:
    assert told(with_notes("markdown", *notes), "N007") == []
