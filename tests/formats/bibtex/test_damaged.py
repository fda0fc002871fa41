"""A thousand damaged files: none stops anything, and every block that was not harmed is still there."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path

import pytest

from anora_bib.assembly.workspace import Workspace
from anora_bib.formats.base import Loaded
from anora_bib.formats.bibtex import BibTeX
from anora_bib.inputs.opening import Opener
from anora_bib.libraries.mending import mend
from anora_bib.lint.rules.builtin import BIBLIOGRAPHY
from anora_bib.model import Library
from tests.formats.bibtex.damage import BETWEEN, BLOCKS, damaged

FILES = 1_000
AT_ONCE = 100


def blocks_of(loaded: Loaded) -> AbstractSet[object]:
    """The entries with all their fields as they are written, and the blocks between them."""
    entries = {
        (it.type, it.key, *((field.name, field.value) for field in it.fields))
        for entry in loaded.entries
        if (it := entry.written) is not None
    }
    return entries | {block.text.strip() for block in loaded.blocks if block.kind}


def keys_of(blocks: AbstractSet[object]) -> AbstractSet[object]:
    return {block[1] for block in blocks if isinstance(block, tuple)}


@cache
def whole(block: str) -> AbstractSet[object]:
    """What is read of a block alone."""
    return blocks_of(BibTeX().load(f"{BLOCKS[0]}\n{block}", "refs.bib")) - {BLOCKS[0]} or {BLOCKS[0]}


@pytest.fixture(scope="module")
def opener() -> Opener:
    return Workspace().opener


@pytest.mark.parametrize("first", range(0, FILES, AT_ONCE))
def test_what_was_not_harmed_is_read_and_written(first: int) -> None:
    for seed in range(first, first + AT_ONCE):
        file = damaged(seed)
        loaded = BibTeX().load(file.text, "refs.bib")
        read = blocks_of(loaded)
        good = [block for at, block in enumerate(file.blocks) if at != file.block]
        lost = [block for block in good if not whole(block) <= read]
        assert not lost, f"seed {seed}: {lost}"
        written = BibTeX().dump(Library(loaded.entries, (), loaded.blocks))
        again = blocks_of(BibTeX().load(written, "refs.bib"))
        expected = frozenset[object]().union(*map(whole, good))
        assert keys_of(expected) <= keys_of(again), f"seed {seed}"
        assert {text for text in expected if isinstance(text, str)} <= again, f"seed {seed}"


@pytest.mark.parametrize("first", range(0, FILES, AT_ONCE))
def test_a_repair_keeps_every_other_byte(first: int, opener: Opener, tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    for seed in range(first, first + AT_ONCE, 4):
        file = damaged(seed)
        if "\x00" in file.text:
            continue  # refused as no text
        path.write_text(file.text, "utf-8", newline="")
        result = mend(opener.open(path), opener, BIBLIOGRAPHY, unsafe=True)  # type: ignore[arg-type]
        text = result.text
        for at, block in enumerate(file.blocks):
            assert at == file.block or block in text, f"seed {seed}: {block}"
        for words in BETWEEN:
            assert text.count(words.strip()) == file.text.count(words.strip()) or not words.strip(), f"seed {seed}"


def test_the_files_are_the_same_everywhere() -> None:
    assert damaged(7) == damaged(7)
    assert len({damaged(seed).text for seed in range(FILES)}) > 0.9 * FILES
