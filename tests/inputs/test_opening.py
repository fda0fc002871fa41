"""From paths to what they hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from anora_bib.assembly.plugins import load_plugins
from anora_bib.errors import InputError, NotReadError, UnknownNameError
from anora_bib.inputs.opening import MAX_ESSAY_BYTES, Bibliography, InputFile, Opener
from anora_bib.model import Essay
from anora_bib.notices import Code


@pytest.fixture(scope="module")
def opener() -> Opener:
    plugins = load_plugins(installed=False)
    return Opener(plugins.readers, plugins.formats)


def test_a_folder_stands_for_its_files_in_order(opener: Opener, tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", "sub/c.html", "sub/refs.bib", "picture.png"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("text", "utf-8")
    found = [*opener.expand([tmp_path, tmp_path / "b.md"])]
    files = [(str(item.path.relative_to(tmp_path)), item.named) for item in found if isinstance(item, InputFile)]
    inside = ["a.txt", "b.md", "picture.png", "sub/c.html", "sub/refs.bib"]
    assert files == [*((name, False) for name in inside), ("b.md", True)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("picture.png", "text"),
        ("paper.tex", "text"),
        ("notes.txt", "\\documentclass{article}"),
        ("package.json", '{"name": "site"}'),
        ("_config.yml", "title: site"),
        ("README", "text"),
    ],
)
def test_what_is_not_read_is_told_apart_from_what_is_broken(
    name: str, text: str, opener: Opener, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(NotReadError):
        opener.open(tmp_path / name, named=False)


def test_our_own_pages_in_a_folder_are_no_essays(opener: Opener, tmp_path: Path) -> None:
    from anora_bib.graph import CitationGraph
    from anora_bib.graph.writers import html
    from anora_bib.reports import Findings
    from anora_bib.reports.html import report

    for name, page in {"report.html": report(Findings([], 1)), "graph.html": html.write(CitationGraph())}.items():
        (tmp_path / name).write_text(page, "utf-8")
        with pytest.raises(NotReadError, match="is a page that anora-bib made"):
            opener.open(tmp_path / name, named=False)
        assert isinstance(opener.open(tmp_path / name), Essay), "whoever names it wants it read"


def test_a_broken_bibliography_in_a_folder_is_broken(opener: Opener, tmp_path: Path) -> None:
    (tmp_path / "refs.json").write_text('{"id": "a", "type": "book", "title": }', "utf-8")
    with pytest.raises(InputError, match="is not JSON") as caught:
        opener.open(tmp_path / "refs.json", named=False)
    assert not isinstance(caught.value, NotReadError)
    assert caught.value.code == Code.BAD_BIBLIOGRAPHY


def test_a_folder_of_nothing_that_is_read(opener: Opener, tmp_path: Path) -> None:
    (tmp_path / "paper.tex").touch()
    _, error = opener.expand([tmp_path])
    assert isinstance(error, InputError)
    assert "holds no essay" in str(error)


def test_the_ending_decides(opener: Opener) -> None:
    loaded = opener.decode(b"@book{a, title = {A}}\n", "REFS.BIB")
    assert isinstance(loaded, Bibliography)
    assert [entry.key for entry in loaded.loaded.entries] == ["a"]
    essay = opener.decode(b"@book{a, title = {A}}\n", "a.md")
    assert isinstance(essay, Essay)
    assert essay.format == "markdown"


@pytest.mark.parametrize("path", ["<stdin>", "essay.txt", "README"])
@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("The film ends.\n", "plain"),
        ("<p>The film ends.</p>\n", "html"),
        ("---\ntitle: Doors\n---\n\nThe film ends.\n", "markdown"),
        ("@book{a, title = {A}}\n", ""),
        ('[{"id": "a", "type": "book"}]', ""),
        ("TY  - BOOK\nID  - a\nER  - \n", ""),
        ("references:\n- id: a\n  type: book\n", ""),
    ],
)
def test_without_a_telling_ending_the_content_decides(path: str, text: str, format: str, opener: Opener) -> None:
    read = opener.decode(text.encode(), path)
    assert (read.format if isinstance(read, Essay) else "") == format
    if isinstance(read, Bibliography):
        assert [entry.key for entry in read.loaded.entries] == ["a"]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("paper.tex", "words", "is LaTeX, which is not read"),
        ("paper.org", "words", "is Org, which is not read"),
        ("a.ipynb", "{}", "is a Jupyter notebook, which is not read"),
        ("a.wiki", "words", "is wikitext, which is not read"),
        ("a.xyz", "words", "ends in .xyz, which no format does that is read"),
        ("a.txt", "\\documentclass{article}", "is LaTeX, which is not read"),
        ("<stdin>", "<?xml version='1.0'?><TEI/>", "is XML, which is not read"),
    ],
)
def test_a_format_that_is_not_read_is_refused(name: str, text: str, said: str, opener: Opener) -> None:
    with pytest.raises(NotReadError) as caught:
        opener.decode(text.encode(), name)
    assert str(caught.value).startswith(f"{name}: {said}; files that can be read end in ")
    assert caught.value.code == Code.NOT_READ
    essay = opener.decode(text.encode(), name, format="plain")
    assert isinstance(essay, Essay)
    assert essay.format == "plain"


def test_the_name_of_a_format_decides(opener: Opener) -> None:
    assert isinstance(opener.decode(b"@book{a, title = {A}}", "a.md", format="bibtex"), Bibliography)
    with pytest.raises(UnknownNameError, match="there is no format to read 'markdwn'; did you mean 'markdown'"):
        opener.decode(b"words", "a.md", format="markdwn")


def test_binary_data_without_an_ending_is_no_text(opener: Opener) -> None:
    with pytest.raises(InputError, match="binary data") as caught:
        opener.decode(b"\x00\x01\x02" * 40, "core")
    assert caught.value.code == Code.NOT_TEXT


def test_a_bibliography_in_no_known_encoding_names_the_line(opener: Opener) -> None:
    with pytest.raises(InputError, match=r"^refs\.bib:2:1: the encoding is unknown; save it as UTF-8"):
        opener.decode(b"@comment{}\n\x81\x8d", "refs.bib")


def test_a_dump_is_no_essay_but_may_be_a_bibliography(opener: Opener, tmp_path: Path) -> None:
    large = b"%" * MAX_ESSAY_BYTES + b"\n"
    with pytest.raises(InputError, match="is too large for an essay: 10 MB"):
        opener.decode(large, "dump.txt")
    (tmp_path / "dump.txt").write_bytes(large)
    with pytest.raises(InputError, match="is too large for an essay"):
        opener.open(tmp_path / "dump.txt")


def test_a_folder_without_essays_says_what_could_be_read(opener: Opener, tmp_path: Path) -> None:
    (found,) = opener.expand([tmp_path])
    assert isinstance(found, InputError)
    assert ".bib" in found.hint
    assert ".md" in found.hint


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("refs.bibtex", "@misc{c, author={Ell, K.}, title={Deep}, year=2020}"),
        ("refs.xml", "<xml><records><record><titles><title>Deep</title></titles></record></records></xml>"),
        ("refs.xml", "<?xml version='1.0'?>\n<mods><titleInfo><title>Deep</title></titleInfo></mods>"),
        ("refs.txt", "%0 Book\n%T Deep\n"),
        ("<stdin>", "PMID- 12\nTI  - Deep\n"),
    ],
)
def test_a_bibliography_is_recognised_by_what_it_holds(name: str, text: str, opener: Opener) -> None:
    opened = opener.decode(text.encode(), name)
    assert isinstance(opened, Bibliography)
    assert [entry.string("title") for entry in opened.loaded.entries] == ["Deep"]
