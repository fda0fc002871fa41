"""What the verbs take beside an essay."""

from __future__ import annotations

from pathlib import Path

import pytest

import anora_bib as ab
from anora_bib import resources

BROKEN = "@book{moyn, title = {The Last Utopia}, year = 2010}\n@book{hunt, title = {Inventing"


def test_check_takes_a_path() -> None:
    path = resources.shelf() / "03-wedding-tapes.md"
    assert ab.check(path) == ab.check(str(path)) == ab.check(ab.read(path)) != []


def test_check_takes_a_library_or_the_path_of_one(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text(BROKEN, "utf-8")
    library = ab.load(path)
    assert [problem.code for problem in ab.check(library)] == ["BIB001"]
    assert ab.check(library) == list(library.diagnostics)
    assert [problem.code for problem in ab.check(path)] == ["BIB001", "B001"], "of the file, what its rules find too"
    with pytest.raises(ab.UnknownNameError, match="there is no rule 'nope'"):
        ab.check(library, select=["nope"])


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ab.InputError, match=r"gone\.md"):
        ab.check(tmp_path / "gone.md")


def test_half_a_character_in_a_reference_is_told() -> None:
    reference = "Roe, Jane. A \ud83d Book. London: Lantern House, 2009."
    with pytest.warns(ab.DamagedTextWarning, match="Half a character is read as “\ufffd”.*: line 1, column 14") as told:
        (entry,) = ab.parse(reference)
    assert told[0].filename == __file__
    assert entry.text == reference.replace("\ud83d", "\ufffd")


def test_two_halves_that_make_a_character_are_one(recwarn: pytest.WarningsRecorder) -> None:
    (entry,) = ab.parse("Roe, Jane. A \ud83d\udd6f Book. London: Lantern House, 2009.")
    assert "\U0001f56f" in entry.text
    assert not recwarn


ITEM = {
    "id": "roe2009lamps",
    "type": "book",
    "title": "A Book of Lamps",
    "author": [{"family": "Roe", "given": "Jane"}],
    "issued": {"date-parts": [[2009]]},
}


def test_items_of_csl_json_are_taken_as_they_are() -> None:
    assert ab.format([ITEM], style="mla").strip() == "Roe, Jane. A Book of Lamps. 2009."
    assert ab.cite([ITEM], "roe2009lamps", style="apa") == "(Roe, 2009)"
    assert ab.dump([ITEM]).startswith("@book{roe2009lamps,")
    with pytest.raises(TypeError, match=r"'refs\.bib' is no entry; give a library, entries or items of CSL-JSON"):
        ab.format("refs.bib")  # type: ignore[arg-type]


def test_each_thing_shows_itself_in_a_line() -> None:
    essay = ab.read_text(
        "# Of \x1b[2JLamps\n\nIt is so.[^1]\n\n[^1]: Roe, Jane. *A Book of Lamps*. 2009.\n", reader="markdown"
    )
    assert repr(essay) == "<Essay Of \\x1b[2JLamps: markdown, 73 characters>"
    assert repr(ab.apparatus(essay)) == f"<Apparatus of {essay!r}: 1 note, 1 marker, 1 reference, 1 citation>"
    library = ab.collect([essay])
    assert repr(library) == "<Library of 1 entry: roe2009book>"
    assert repr(library[0]) == "<Entry book roe2009book: Roe, A Book of Lamps, 2009>"
    assert repr(ab.cross_reference([essay])) == "<CitationGraph of 1 essay: 1 row>"
    assert repr(ab.model.Library()) == "<Library of 0 entries>"
