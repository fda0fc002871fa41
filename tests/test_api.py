"""What the verbs take beside an essay."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import anora_bib as ab
from anora_bib.system import resources

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
    with pytest.warns(ab.DamagedTextWarning) as told:
        ab.parse_all([reference, reference])
    assert [one.filename for one in told] == [__file__, __file__]


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


REPORT = "# Of \x1b[2JLamps\n\nIt is so.[^1]\n\n[^1]: Roe, Jane. *A Book of Lamps*. 2009.\n"


def test_each_thing_shows_itself_in_a_line() -> None:
    essay = ab.read_text(REPORT, reader="markdown")
    assert repr(essay) == "Essay “Of \\x1b[2JLamps” (markdown, 73 characters)"
    assert repr(ab.apparatus(essay)) == f"Apparatus of {essay!r}: 1 note, 1 marker, 1 reference, 1 citation"
    library = ab.collect([essay])
    assert repr(library) == "Library of 1 entry: roe2009book"
    assert repr(library[0]) == "Entry book roe2009book “A Book of Lamps”"
    assert repr(ab.cross_reference([essay])) == "CitationGraph of 1 essay: 1 row"
    assert repr(ab.model.Library()) == "Library of 0 entries"
    (problem, *_) = ab.check(resources.shelf() / "03-wedding-tapes.md", select="M003")
    assert re.fullmatch(r"Diagnostic M003 \S+03-wedding-tapes\.md:\d+:\d+ marker .*", repr(problem))


def test_results_show_themselves_in_a_line() -> None:
    essay = ab.read_text(REPORT, reader="markdown", path="e.md")
    library = ab.collect(essay)
    assert repr(ab.fix(essay)) == "FixResult: 0 applied, 0 remaining"
    assert re.fullmatch(r"Live: \d+ characters, 0 kept as typed, Library of 1 entry: \w+", repr(ab.make_live(essay)))
    assert repr(ab.merge(library, library)) == f"Merged {library!r}: 1 united, 0 other keys"
    assert repr(essay.document) == "Document e.md (73 characters)"
    assert repr(ab.apparatus(essay).prose) == "Prose of 1 paragraph"


def test_a_parsed_reference_has_a_key() -> None:
    (entry,) = ab.parse("Roe, Jane. A Book of Lamps. London: Lantern House, 2009.")
    assert repr(entry) == "Entry book roe2009book “A Book of Lamps”"


def test_an_entry_without_a_title_shows_its_words() -> None:
    assert repr(ab.Entry.of("book", author=(ab.Name("Roe", "Jane"),))) == "Entry book Jane Roe"
    assert repr(ab.Entry("bill", text="Lamps Act 1\n2009")) == "Entry bill Lamps Act 1 2009"


@pytest.mark.parametrize("make", [lambda essay: essay, ab.apparatus, ab.collect, ab.cross_reference, ab.check])
def test_a_notebook_shows_a_table_in_which_nothing_is_markup(make: Callable[[ab.Essay], Any]) -> None:
    text = (
        "# A <b>bold</b> <script>\n\nLamps are “so” as she told <img src=x onerror=alert(1)>5.[^1]\n\n"
        "[^1]: Roe, Jane. *A <script>alert(1)</script> of Lamps*. 2009.\n"
    )
    essay = ab.read_text(text, reader="markdown", path="<script>.md")
    shown = make(essay)._repr_html_()
    tags = set(re.findall(r"</?([a-z]+)", shown))
    assert tags <= {"div", "p", "strong", "table", "thead", "tbody", "tr", "th", "td"}
    assert "<script" not in shown
    assert "onerror" not in re.sub("&lt;img[^<]*", "", shown)


def test_a_notebook_shows_an_entry_as_a_reference() -> None:
    shown = ab.Entry.from_csl(ITEM)._repr_html_()
    assert "Roe, Jane. <i>A Book of Lamps</i>. 2009." in shown
    assert '<th style="text-align: left">title</th>' in shown


def test_a_long_library_is_shown_in_part() -> None:
    library = ab.Library(tuple(ab.Entry.of(key=f"k{n}", title=f"Title {n}") for n in range(50)))
    shown = library._repr_html_()
    assert shown.count("<tr>") == 21
    assert "and 30 more" in shown


def test_an_entry_is_a_mapping_of_its_variables() -> None:
    entry = ab.Entry.from_csl(ITEM)
    assert entry["title"] == "A Book of Lamps"
    assert (entry["id"], entry["type"]) == ("roe2009lamps", "book")
    assert "issued" in entry
    assert "volume" not in entry
    assert entry.get("volume", "none") == "none"
    assert list(entry) == ["id", "type", "title", "author", "issued"]
    assert dict(entry) == dict(entry.items()) == dict(zip(entry.keys(), entry.values(), strict=True))
    with pytest.raises(KeyError, match="volume: this entry has id, type, title, author, issued"):
        entry["volume"]
    assert ab.Entry(), "an entry that says nothing is one"
    assert "id" not in ab.Entry()


def test_a_library_is_a_sequence_and_a_mapping() -> None:
    library = ab.load_text("@book{roe, title = {Lamps}}\n@book{doe, title = {Oil}}\n", format="bibtex")
    assert library.index(library["doe"]) == 1
    assert library.count(library[0]) == 1
    with pytest.raises(KeyError, match=r"rose: did you mean roe\?"):
        library["rose"]


def test_a_bibliography_in_a_string_is_as_that_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text(BROKEN, "utf-8")
    of_file, of_text = ab.load(path), ab.load_text(BROKEN, path=str(path))
    assert (of_text.keys(), of_text.diagnostics) == (of_file.keys(), of_file.diagnostics)
    assert ab.load_text(json.dumps([ITEM])).keys() == ("roe2009lamps",)
    with pytest.raises(ab.InputError, match="is an essay, not a bibliography"):
        ab.load_text("It is a text.")


def test_libraries_are_merged_in_a_list_or_one_after_the_other() -> None:
    one, other = (ab.load_text(f"@book{{{key}, title = {{{key}}}}}") for key in ("roe", "doe"))
    assert ab.merge(one, other) == ab.merge([one, other])


def test_rules_may_be_named_in_one_string() -> None:
    essay = ab.read(resources.shelf() / "03-wedding-tapes.md")
    assert ab.check(essay, select="M003, N") == ab.check(essay, select=["M003", "N"]) != []


def test_entries_and_numbers_stand_for_keys_and_pages() -> None:
    entry = ab.Entry.from_csl(ITEM)
    assert ab.cite([entry], entry, style="apa", locator=12) == ab.cite([entry], entry.key, style="apa", locator="12")


@pytest.mark.parametrize(
    ("path", "format"),
    [("a.md", "markdown"), ("a.HTML", "html"), ("a.txt", "plain"), ("a.xyz", "plain"), ("", "plain")],
)
def test_a_string_is_read_as_the_ending_says(path: str, format: str) -> None:
    assert ab.read_text("It is so.", path=path).format == format


ESSAY = ab.read_text("It is so.")
WRONG: list[tuple[Callable[..., object], tuple[object, ...], str]] = [
    (ab.apparatus, ("e.md",), "takes an essay, and was given 'e.md' (str); read(path) opens the essay in a file"),
    (ab.check, ([ESSAY],), "[check(essay) for essay in essays]"),
    (ab.check, (ab.Library,), "takes an essay"),
    (ab.fix, (ab.Library(),), "format() and dump() take libraries"),
    (ab.collect, ("e.md",), "takes essays in a list"),
    (ab.collect, (["e.md"],), "takes essays, and was given 'e.md' (str)"),
    (ab.collect, (ab.Library(),), "takes essays in a list, and was given Library of 0 entries"),
    (ab.merge, (ab.Entry(),), "Library(entries) holds entries"),
    (ab.cross_reference, (7,), "takes essays in a list, and was given 7 (int)"),
    (ab.merge, (["refs.bib"],), "takes libraries, and was given 'refs.bib' (str); load(path)"),
    (ab.merge, (ESSAY,), "collect([essay]) finds the sources"),
    (ab.read, ("# A title\n\nIt is so.",), "not its text"),
    (ab.read, (None,), "takes the path of a file, and was given None; read_text(text)"),
    (ab.read_text, (b"It is so.",), "decode the bytes first"),
    (ab.read_text, (Path("e.md"),), "read(path) opens a file"),
    (ab.load_text, (Path("e.bib"),), "load(path) opens a file"),
    (ab.parse, (["Roe. Lamps. 2009."],), "[parse(one) for one in many]"),
    (ab.parse_all, ("Roe. Lamps. 2009.",), "takes strings in a list"),
    (ab.format, ("refs.bib",), "give a library, entries or items of CSL-JSON; load() reads a file"),
    (ab.format, (ESSAY,), "collect([essay]) finds the sources of an essay"),
    (ab.format, (None,), "takes entries, and was given None"),
    (ab.dump, ([{"type": "book", "title": "Lamps"}],), "needs an “id” in each item of CSL-JSON"),
    (ab.cite, ([{"type": "book"}], "roe"), "it is what the item is cited by"),
    (ab.cite, ([ITEM], 7), "takes the keys of entries, and was given 7 (int)"),
    (ab.reread, ("e.md", "It is so."), "takes an essay"),
    (ab.rename_keys, ("[@a]", ["a"]), "takes a mapping of keys, and was given ["),
    (ab.Entry.from_csl, (7,), "takes one item of CSL-JSON, a mapping, and was given int"),
    (ab.rename_keys, (7, {}), "takes a string, and was given 7 (int); read the file first"),
]


@pytest.mark.parametrize(("verb", "arguments", "words"), WRONG, ids=lambda value: getattr(value, "__name__", ""))
def test_a_wrong_argument_is_told_in_a_sentence(
    verb: Callable[..., object], arguments: tuple[object, ...], words: str
) -> None:
    with pytest.raises(TypeError) as told:
        verb(*arguments)
    assert words in str(told.value)
    assert str(told.value).startswith(f"{verb.__name__}() ")
    assert "\n" not in str(told.value)


def test_a_locator_that_is_no_text_is_told() -> None:
    with pytest.raises(TypeError, match=r"^cite\(\) takes a locator, and was given 12\.5"):
        ab.cite([ITEM], str(ITEM["id"]), locator=12.5)  # type: ignore[arg-type]


def test_a_style_that_is_none_is_told() -> None:
    with pytest.raises(TypeError, match=r"^format\(\) takes the name of a style"):
        ab.format([ITEM], style=None)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["pandas", "polars"])
def test_a_library_becomes_a_data_frame(name: str) -> None:
    pytest.importorskip(name)
    frame = ab.Library((ab.Entry.from_csl(ITEM), ab.Entry.of(key="k", note="n"))).to_dataframe(name)
    assert list(frame.columns) == ["id", "type", "title", "author", "issued", "note"]
    assert next(iter(frame["author"])) == "Roe, Jane"
    assert len(frame) == 2


def test_a_data_frame_that_cannot_be_made_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from anora_bib.model.bibliography import data_frames

    monkeypatch.setattr(data_frames, "find_spec", lambda name: None)
    with pytest.raises(
        ab.UnsupportedError, match="a data frame needs pandas or polars; install it with: pip install pandas"
    ):
        ab.Library().to_dataframe()
    with pytest.raises(ab.UnknownNameError, match="choose from pandas, polars"):
        ab.Library().to_dataframe("numpy")
