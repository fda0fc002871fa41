"""bibtexparser as a second reader of what we write."""

from __future__ import annotations

import pytest

from anora_bib.formats.bibtex import BibLaTeX, BibTeX
from anora_bib.formats.bibtex.second_reader import keys_elsewhere
from anora_bib.model import Entry, Library, Name

TEXTS = [
    ("@book{a, title={Ten}}\n@comment{x}\n@misc{b, note = {c # d}}", ["a", "b"]),
    ("@book{a, title={Ten}}\n@book{a, title={Five}}", ["a", "a"]),
    ("@book{a, title={Ten\n@misc{b, note={x}}", ["b"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "keys"), TEXTS)
def test_keys_as_another_program_reads_them(text: str, keys: list[str]) -> None:
    assert keys_elsewhere(text) == keys


@pytest.mark.parametrize("format", [BibTeX(), BibLaTeX()], ids=lambda it: it.name)
def test_what_we_write_is_read_by_others(format: BibTeX | BibLaTeX) -> None:
    entries = (
        Entry.of("book", key="müller:2010", title="Über {Film} & 100 % Kunst", author=(Name("Müller", "Ann"),)),
        Entry.of("motion_picture", key="Baker2024", title='Anora "x" @y{z}', director=(Name("Baker", "Sean"),)),
        Entry.of("webpage", key="a/b+c", title="A_b #1", URL="https://x.example/a_b%20c"),
    )
    assert keys_elsewhere(format.dump(Library(entries))) == [entry.key for entry in entries]
