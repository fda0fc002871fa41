"""From paths to what they hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from anora_bib.errors import InputError
from anora_bib.inputs import MAX_ESSAY_BYTES, Bibliography, Opener
from anora_bib.model import Essay
from anora_bib.plugins import load_plugins


@pytest.fixture(scope="module")
def opener() -> Opener:
    plugins = load_plugins(installed=False)
    return Opener(plugins.readers, plugins.formats)


def test_a_folder_stands_for_its_files_in_order(opener: Opener, tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", "sub/c.html", "sub/refs.bib", "picture.png", ".hidden.md", ".git/d.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("text", "utf-8")
    found = [str(path.relative_to(tmp_path)) for path in opener.expand([tmp_path]) if isinstance(path, Path)]
    assert found == ["a.txt", "b.md", "sub/c.html", "sub/refs.bib"]


def test_a_link_out_of_the_folder_is_not_followed(opener: Opener, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("secret", "utf-8")
    (tmp_path / "essays").mkdir()
    (tmp_path / "essays" / "link.md").symlink_to(tmp_path / "secret.md")
    (found,) = opener.expand([tmp_path / "essays"])
    assert isinstance(found, InputError)
    assert "holds no essay" in str(found)


def test_the_ending_decides(opener: Opener) -> None:
    essay = opener.decode(b"A line.\n", "notes.text-file")
    assert isinstance(essay, Essay)
    assert essay.format == "plain"
    loaded = opener.decode(b"@book{a, title = {A}}\n", "REFS.BIB")
    assert isinstance(loaded, Bibliography)
    assert [entry.key for entry in loaded.loaded.entries] == ["a"]


def test_a_bibliography_that_is_not_utf8_names_the_line(opener: Opener) -> None:
    with pytest.raises(InputError, match=r"^refs\.bib:2: is not UTF-8 text; save it as UTF-8$"):
        opener.decode(b"@comment{}\n\xff\xfe", "refs.bib")


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
