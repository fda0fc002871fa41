"""Entries added to a library that somebody wrote by hand: nothing of it changes, in any format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import anora_bib as ab
from anora_bib.cli import main
from anora_bib.cli.session import Session
from anora_bib.errors import InputError, UnknownNameError
from anora_bib.formats.base import Format
from anora_bib.formats.builtin import BUILTIN
from anora_bib.libraries.additions import LibraryFile
from anora_bib.registry import Registry

ESSAY = """# Doors

One door[1] opens, another[2] closes.

## Notes

[1] Roe, Ann. The Long Door. Verso, 2001.

[2] Doe, Jane. Windows. Polity, 2010.
"""

BIB = """% My own list, in my own order.
@string{v = {Verso}}

@book{ roe-door,   author = {Roe, Ann}, title = {The Long Door}, % checked
       publisher = v, year = 2001, note = {signed copy} }
@comment{jabref-meta: grouping}
"""
JSON = """[
    {"id": "roe-door", "type": "book", "title": "The Long Door", "note": "signed copy",
     "author": [{"family": "Roe", "given": "Ann"}], "issued": {"date-parts": [[2001]]}, "publisher": "Verso"}
]
"""
OBJECT = '{"config": {"mine": [1, 2]}, "items": ' + JSON.strip() + ', "after": {"kept": true}}'
YAML = """# My own list.
references:
  - id: roe-door   # checked
    type: book
    title: The Long Door
    author: [{family: Roe, given: Ann}]
    issued: 2001
    publisher: Verso
# and what follows it
nocite: all
"""
RIS = "TY  - BOOK\nID  - roe-door\nAU  - Roe, Ann\nTI  - The Long Door\nPY  - 2001\nPB  - Verso\nER  - \n"

LIBRARIES = {"l.bib": BIB, "l.json": JSON, "object.json": OBJECT, "l.yaml": YAML, "l.ris": RIS}
REUSED = "roe-door"
NEW = "doe2010windows"


def formats() -> Registry[Format]:
    registry: Registry[Format] = Registry("format")
    for format in BUILTIN:
        registry.add(format.name, format)
    return registry


@pytest.fixture
def essay(tmp_path: Path) -> Path:
    path = tmp_path / "essay.md"
    path.write_text(ESSAY, "utf-8")
    return path


def live(essay: Path, library: Path, *more: object) -> Result:
    arguments = ["fix", essay, "--live", "pandoc", "--library", library, *more]
    return CliRunner().invoke(main, list(map(str, arguments)), obj=Session(folder=essay.parent))


def holds_in_order(text: str, part: str) -> bool:
    """True if ``text`` is ``part`` with something put in at one place."""
    extra = len(text) - len(part)
    return any(text[:at] + text[at + extra :] == part for at in range(len(part) + 1))


@pytest.mark.parametrize("name", LIBRARIES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_what_is_there_stays_and_its_keys_are_used(
    name: str, line_end: str, mark: str, essay: Path, tmp_path: Path
) -> None:
    before = mark + LIBRARIES[name].replace("\n", line_end)
    library = tmp_path / name
    library.write_bytes(before.encode())
    done = live(essay, library)
    assert done.exit_code == 0, done.output
    after = library.read_bytes().decode()
    assert holds_in_order(after, before)
    assert ("\r\n" in after) == ("\r\n" in before)
    assert after.count("\n") == after.count(line_end)
    assert [entry.key for entry in ab.load(library)] == [REUSED, NEW]
    assert f"@{REUSED}" in done.stdout
    assert f"@{NEW}" in done.stdout


@pytest.mark.parametrize("name", LIBRARIES)
def test_adding_again_changes_nothing(name: str, essay: Path, tmp_path: Path) -> None:
    library = tmp_path / name
    library.write_text(LIBRARIES[name], "utf-8")
    first = live(essay, library)
    once = library.read_bytes()
    second = live(essay, library)
    assert (second.stdout, library.read_bytes()) == (first.stdout, once)


def test_a_word_that_the_entry_there_does_not_hold_stays_in_the_essay(essay: Path, tmp_path: Path) -> None:
    library = tmp_path / "l.bib"
    library.write_text("@book{door, author = {Roe, Ann}, title = {The Long Door}, year = 2001}\n", "utf-8")
    done = live(essay, library)
    assert "Roe, Ann. The Long Door. Verso, 2001." in done.stdout
    assert "the entry does not hold 'Verso'" in done.stderr
    assert [entry.key for entry in ab.load(library)] == ["door", NEW]


@pytest.mark.parametrize(
    ("name", "text"), [("l.json", "[]"), ("l.json", '{"items": []}\n'), ("l.bib", "@comment{none yet}\n")]
)
def test_a_library_without_entries(name: str, text: str, essay: Path, tmp_path: Path) -> None:
    library = tmp_path / name
    library.write_text(text, "utf-8")
    assert live(essay, library).exit_code == 0
    assert len(ab.load(library)) == 2
    assert holds_in_order(library.read_text("utf-8"), text)


@pytest.mark.parametrize("name", ["new.bib", "new.json", "new.yml", "new.ris"])
def test_a_new_library_is_in_the_format_of_its_ending(name: str, essay: Path, tmp_path: Path) -> None:
    assert live(essay, tmp_path / name).exit_code == 0
    assert [entry.key for entry in ab.load(tmp_path / name)] == ["roe2001long", NEW]
    if name.endswith("json"):
        json.loads((tmp_path / name).read_text("utf-8"))


def test_a_key_that_means_something_else_is_not_used_again(essay: Path, tmp_path: Path) -> None:
    library = tmp_path / "l.bib"
    library.write_text(
        "@book{doe2010windows, author = {Doe, John}, title = {Curtains}, year = 2010}\n"
        "@book{roe2001long, author = {Roe, Ann\n\n@misc{after, title = {After}}\n",
        "utf-8",
    )
    done = live(essay, library)
    keys = {entry.string("title"): entry.key for entry in ab.load(library)}
    assert done.exit_code == 0, done.output
    assert keys["Curtains"] == "doe2010windows"
    assert keys["Windows"] != "doe2010windows"
    assert keys["The Long Door"] not in ("roe2001long", "")
    assert f"@{keys['Windows']}" in done.stdout


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("l.json", JSON.rstrip("]\n")),
        ("l.yaml", "references: [{id: a, type: book}]\n"),
        ("l.bib", b"@book{a, title = {Caf\xe9}}".decode("cp1252")),
    ],
)
def test_a_library_that_new_entries_would_be_lost_in_is_left_alone(
    name: str, text: str, essay: Path, tmp_path: Path
) -> None:
    library = tmp_path / name
    before = text.encode("cp1252" if "é" in text else "utf-8")
    library.write_bytes(before)
    done = live(essay, library)
    assert done.exit_code == 1
    assert str(library) in done.stderr
    assert "@" not in done.stdout, "no key is written that the library does not have"
    assert library.read_bytes() == before


@pytest.mark.parametrize("name", ["essay.md", "l.txt", "l"])
def test_an_essay_is_no_library(name: str, essay: Path, tmp_path: Path) -> None:
    before = essay.read_bytes()
    done = live(essay, tmp_path / name)
    assert done.exit_code == 2
    assert "choose from .bib, .json, .ris, .yaml, .yml" in done.stderr
    assert essay.read_bytes() == before


def test_output_and_library_are_two_files(essay: Path, tmp_path: Path) -> None:
    done = live(essay, tmp_path / "x.bib", "-o", tmp_path / "." / "x.bib")
    assert done.exit_code == 2
    assert "name the same file" in done.stderr
    assert not (tmp_path / "x.bib").exists()


def test_a_library_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "l.bib"
    path.write_text(BIB, "utf-8")
    library = LibraryFile(path, formats())
    new = library.keyed(ab.collect([ab.read_text(ESSAY)]))
    path.write_text(BIB + "@misc{mine}\n", "utf-8")
    with pytest.raises(InputError, match="was changed by somebody else"):
        library.add(new)
    assert path.read_text("utf-8") == BIB + "@misc{mine}\n"


def test_an_ending_of_no_format(tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError, match=r"there is no library format with the ending '\.doc'"):
        LibraryFile(tmp_path / "l.doc", formats())
