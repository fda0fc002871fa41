"""Whatever files of settings and authority records hold, they are read or what is wrong with them is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from anora_bib.assembly.config import load_config
from anora_bib.errors import InputError
from anora_bib.records.load import load_records
from tests.fuzz.support import fuzz, mutated

SETTINGS = """style = "mla"
to = "bibtex"
select = ["N001", "M"]
references = ["refs", "../more"]
mentions = true
"""
RECORDS = """people:
  ann-doe:
    name: Doe, Ann
    aliases: [A. Doe]
publishers:
  zero:
    name: Zero Books
works:
  doors:
    type: book
    title: "Doors: A History"
    author: [ann-doe]
    publisher: zero
    issued: 2009-05
    ISBN: 978-1-84694-317-1
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("files")


@fuzz(40)
@given(text=mutated([SETTINGS]))
def test_settings(folder: Path, text: str) -> None:
    (folder / "anora-bib.toml").write_text(text, "utf-8", errors="replace")
    try:
        load_config(folder)
    except InputError as error:
        str(error).encode("utf-8")


@fuzz(40)
@given(text=mutated([RECORDS]))
def test_records(folder: Path, text: str) -> None:
    (folder / "records.yaml").write_text(text, "utf-8", errors="replace")
    found = load_records(folder)
    for problem in found.diagnostics:
        problem.message.encode("utf-8")
    for work in found.records.works:
        work.title.encode("utf-8")
