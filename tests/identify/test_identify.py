"""Which style references are printed in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import anora_bib as ab
from anora_bib.cli import main
from anora_bib.csl import Style
from anora_bib.identify import identify as module
from anora_bib.identify.identify import identify
from anora_bib.identify.library import match
from anora_bib.identify.printed import printed
from anora_bib.identify.probing.catalogue import StyleFile, is_popular, style_files
from anora_bib.identify.probing.features import likely
from anora_bib.identify.probing.index import FILE, Index
from anora_bib.identify.report import differences
from anora_bib.identify.result import StyleRanking
from anora_bib.parser import parse
from tests.identify.items import damaged, draw

SOME = (
    "apa apa-6th-edition modern-language-association ieee american-chemical-society harvard-cite-them-right nature "
    "chicago-author-date chicago-notes-bibliography springer-basic-author-date elsevier-with-titles bluebook-law-review"
).split()


@pytest.fixture(scope="module")
def styles() -> list[StyleFile]:
    return [style for style in style_files() if style.name in SOME]


@pytest.fixture(scope="module")
def folder(styles: list[StyleFile], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the index of these styles."""
    index = Index(tmp_path_factory.mktemp("index"))
    index.add(styles, lambda items, _: items)
    index.keep()
    assert index.folder is not None
    return index.folder


@pytest.fixture(autouse=True)
def _only_some(monkeypatch: pytest.MonkeyPatch, styles: list[StyleFile]) -> None:
    monkeypatch.setattr(module, "style_files", lambda: styles)


def test_the_styles_are_there(styles: list[StyleFile]) -> None:
    assert len(styles) == len(SOME)


@pytest.mark.parametrize("name", SOME)
def test_what_a_style_prints_is_its_own(name: str, folder: Path) -> None:
    style, items = Style.load(name), draw(f"{name}-7")
    lines = damaged(style, items)
    ranking = identify(lines, parse, folder=folder)
    first = [found for found in ranking.matches if found.rank == 1]
    assert any(damaged(Style.load(found.name), items) == lines for found in first), [found.name for found in first]
    assert ranking.convincing
    assert ranking.compared == ranking.installed == len(SOME)


@pytest.mark.parametrize("name", ["chicago-notes-bibliography"])
def test_notes_are_told_from_bibliographies(name: str, folder: Path) -> None:
    style, items = Style.load(name), draw(f"{name}-3")
    for as_note in (True, False):
        first = identify(damaged(style, items, as_note=as_note), parse, folder=folder).matches[0]
        assert (first.name, first.as_note) == (name, as_note)


def test_a_library_decides_what_the_text_leaves_open(folder: Path) -> None:
    items = draw("library-5")
    library = [ab.Entry.from_csl(item) for item in items]
    ranking = identify(damaged(Style.load("apa"), items), parse, library=library, folder=folder)
    assert ranking.matches[0].name == "apa"
    assert ranking.matches[0].similarity == 1
    assert [found for found in ranking.matches[1:] if found.similarity == 1] == []
    assert ranking.problems == ()
    known = identify(damaged(Style.load("apa"), items), parse, library=library[1:], folder=folder)
    assert known.problems == ("1 of 5 references are not in the library; they were read from their text",)


def test_a_reference_is_found_in_a_library() -> None:
    library = [ab.Entry.from_csl(item) for item in draw("match-1")]
    for entry in library:
        line = f"{entry.names('author')[0].family} ({entry.date('issued')}) {entry.string('title').upper()}."
        assert match(line, library) is entry
    assert match("Somebody Else, Another Thing, 1999.", library) is None
    assert match("anything", []) is None


def test_styles_that_print_the_same_share_a_rank(styles: list[StyleFile], monkeypatch: pytest.MonkeyPatch) -> None:
    apa = next(style for style in styles if style.name == "apa")
    twin = StyleFile("twin", apa.path, apa.content, apa.digest)
    monkeypatch.setattr(module, "style_files", lambda: [twin, apa])
    matches = identify(damaged(Style.load("apa"), draw("twins")), parse, limit=1).matches
    # The one that hundreds of others depend on comes first.
    assert [(found.rank, found.name) for found in matches] == [(1, "apa"), (1, "twin")]
    assert matches[0].dependents > 100


def test_of_styles_that_print_the_same_the_most_used_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = {"american-geophysical-union", "apa", "british-psychological-society", "decision-sciences"}
    chosen = [style for style in style_files() if style.name in wanted]
    monkeypatch.setattr(module, "style_files", lambda: chosen)
    references = [
        "Roe, A. (2009). Borrowed winters: What is a harbour? Verso.",
        "Roe, A., & Doe, J. (2015). The silent harbour. Journal of Border Studies, 12(3), 45–67.",
    ]
    matches = identify(references, parse).matches
    assert {found.rank for found in matches} == {1}
    assert [found.name for found in matches[:2]] == ["apa", "american-geophysical-union"]
    used = [found.dependents for found in matches]
    assert used == sorted(used, reverse=True)


def test_what_no_style_prints_is_said_to_be_that(folder: Path) -> None:
    prose = ["It was a dark and stormy night; the rain fell in torrents.", "Nobody knew what to do about it, not yet!"]
    ranking = identify(prose, parse, folder=folder)
    assert not ranking.convincing
    assert ranking.problems == ("these hardly look like references that a style has printed",)


def test_one_reference_tells_no_style() -> None:
    with pytest.raises(ab.InputError, match="two references or more"):
        ab.identify_style("Roe, A. (2001). One.\n")


def test_the_index_is_kept_and_a_broken_one_is_made_anew(folder: Path, styles: list[StyleFile], tmp_path: Path) -> None:
    assert len(Index.load(folder).shapes) == len(SOME)
    for broken in ("", "[]", '{"version": 1}', '{"version": 0, "styles": {}}', '{"version": 1, "styles": {"a": [[]]}}'):
        (tmp_path / FILE).write_text(broken, "utf-8")
        assert Index.load(tmp_path).shapes == {}
    index = Index(tmp_path / FILE)  # a file stands where the folder should be
    index.add(styles[:1], lambda items, _: items)
    index.keep()
    assert index.problems != []


def test_an_index_of_several_processes_is_the_same(
    folder: Path, styles: list[StyleFile], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("anora_bib.identify.probing.index._WORTH_A_PROCESS", 1)
    index = Index(None)
    index.add(styles[:4], lambda items, _: items, jobs=2)
    kept = Index.load(folder).shapes
    assert index.shapes == {style.digest: kept[style.digest] for style in styles[:4]}


def test_likely_styles_come_first_where_the_index_is_empty(styles: list[StyleFile]) -> None:
    items = draw("likely")
    for name in ("nature", "ieee", "apa"):
        given = [printed(line) for line in damaged(Style.load(name), items)]
        assert name in [style.name for style in likely(styles, given)[: len(SOME) // 2]]
    assert is_popular("apa", {})
    assert not is_popular("nobody-knows-it", {"nobody-knows-it": 1})


def test_a_new_index_stops_where_a_style_prints_all(styles: list[StyleFile], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BATCH", 5)
    items = draw("apa-stop")
    lines = damaged(Style.load("apa"), items)
    library = [ab.Entry.from_csl(item) for item in items]
    ranking = identify(lines, parse, library=library)
    assert ranking.matches[0].name == "apa"
    assert ranking.compared <= ranking.installed
    assert identify(lines, parse, library=library, everything=True).compared == len(SOME)


def test_a_new_index_stops_where_the_next_look_no_more_like_them(
    styles: list[StyleFile], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BATCH", 4)
    monkeypatch.setattr(module, "FIRST", 1)
    lines = [line.replace(",", " ~").replace(".", " |") for line in damaged(Style.load("apa"), draw("unlike", 4))]
    ranking = identify(lines, parse)
    assert ranking.compared < ranking.installed
    assert identify(lines, parse, everything=True).compared == len(SOME)


def test_the_command_takes_the_references_of_an_essay(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("anora_bib.system.folders.cache_folder", lambda: folder)
    lines = damaged(Style.load("apa"), draw("essay", 4))
    listed = "\n\n".join(lines)
    essay = tmp_path / "essay.md"
    essay.write_text(f"# Snow\n\nA film ends, and nobody leaves.\n\n## Works Cited\n\n{listed}\n", "utf-8")
    result = CliRunner().invoke(main, ["styles", "--like", str(essay), "--limit", "1"])
    assert "by 4 references" in result.output
    assert result.output.splitlines()[1].startswith("apa\t")
    (tmp_path / "refs.bib").write_text("@book{a, title={A}}\n@book{b, title={B}}\n", "utf-8")
    refused = CliRunner().invoke(main, ["styles", "--like", str(tmp_path / "refs.bib")])
    assert refused.exit_code == 1
    assert "is a bibliography, not formatted references" in refused.output


def test_the_command(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("anora_bib.system.folders.cache_folder", lambda: folder)
    items = draw("command")
    (tmp_path / "refs.txt").write_text("\n".join(damaged(Style.load("ieee"), items)), "utf-8")
    (tmp_path / "refs.json").write_text(json.dumps(items), "utf-8")
    arguments = ["styles", "--like", str(tmp_path / "refs.txt"), "--library", str(tmp_path / "refs.json")]
    result = CliRunner().invoke(main, [*arguments, "--limit", "2"])
    assert result.exit_code == 0, result.output
    table, _, rest = result.output.partition("\n\n")
    assert [line.split("\t")[:3] for line in table.splitlines()][:2] == [
        ["style", "rank", "likeness"],
        ["ieee", "1", "100%"],
    ]
    assert rest.startswith(
        f"{len(SOME)} of {len(SOME)} styles compared, by 5 references\nieee prints all of them as they are"
    )


def test_the_command_says_what_is_printed_otherwise(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("anora_bib.system.folders.cache_folder", lambda: folder)
    lines = damaged(Style.load("apa"), draw("otherwise", 4))
    lines[0] = lines[0].replace("(", "[", 1).replace(")", "]", 1)
    result = CliRunner().invoke(main, ["styles", "--like", "-"], input="\n".join(lines))
    assert "apa prints 1 of them otherwise" in result.output
    assert (
        f"- {printed(lines[0]).text}\n+ {printed(lines[0].replace('[', '(').replace(']', ')')).text}\n" in result.output
    )


def test_of_styles_that_print_the_same_the_most_used_leads(folder: Path) -> None:
    # Without a house in print, given names or more than one reference of a kind, the sixth edition prints the same.
    lines = [
        "Roe, A. (2001). Quiet things. Nature, 12(3), 4-9.",
        "Doe, B., & Poe, C. (2010). Many more things. Film Quarterly, 7(2), 45-61.",
    ]
    matches = identify(lines, parse, folder=folder).matches
    assert [found.name for found in matches[:2]] == ["apa", "apa-6th-edition"]
    assert matches[0].lines == matches[1].lines


@pytest.mark.parametrize(
    ("name", "other"),
    [
        # Another prints one reference of five otherwise, but its probes have more of their shapes.
        ("hemijska-industrija", "methods-of-information-in-medicine"),
        (
            "american-journal-of-respiratory-and-critical-care-medicine",
            "international-journal-of-oral-and-maxillofacial-surgery",
        ),
    ],
)
def test_what_prints_all_to_the_letter_leads(name: str, other: str, monkeypatch: pytest.MonkeyPatch) -> None:
    few = [style for style in style_files() if style.name in (name, other)]
    monkeypatch.setattr(module, "style_files", lambda: few)
    ranking = identify(damaged(Style.load(name), draw(f"{name}1")), parse)
    assert [(found.rank, found.name) for found in ranking.matches] == [(1, name), (2, other)]
    assert ranking.matches[0].similarity == 1


def test_what_references_do_not_tell_apart_is_a_tie(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both print the same of these items, in another order."""
    pair = ("elsevier-with-titles", "elsevier-with-titles-alphabetical")
    monkeypatch.setattr(module, "style_files", lambda: [style for style in style_files() if style.name in pair])
    items = draw("ties", 4)
    lines = damaged(Style.load(pair[1]), items)
    for library in ([ab.Entry.from_csl(item) for item in items], []):
        matches = identify(lines, parse, library=library).matches
        assert sorted((found.rank, found.name) for found in matches) == [(1, pair[0]), (1, pair[1])]


def test_the_report_says_that_others_may_print_the_same() -> None:
    assert "1 of 9 styles compared, by 2 references; --all compares the others" in differences(
        StyleRanking((), 2, 1, 9)
    )
    assert "--all" not in differences(StyleRanking((), 2, 9, 9))
