"""The records that ship: each file sound, sorted, and without dead ends."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from anora_bib.model import Person, Records
from anora_bib.records.load import load_records
from anora_bib.system import resources
from anora_bib.text.characters import fold

FILES = sorted(resources.references().glob("*.yaml"))
SLUG = re.compile(r"^  ([a-z0-9-]+):", re.MULTILINE)


@pytest.fixture(scope="module")
def records() -> Records:
    loaded = load_records(resources.references())
    assert [f"{d.path}:{d.start.line}:{d.start.column}: {d.message}" for d in loaded.diagnostics] == []
    return loaded.records


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_records_of_a_block_are_sorted(path: Path) -> None:
    for block in re.split(r"^  # .*$", path.read_text("utf-8"), flags=re.MULTILINE):
        slugs = SLUG.findall(block)
        assert slugs == sorted(slugs)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_says_where_its_facts_are_from(path: Path) -> None:
    assert path.read_text("utf-8").startswith("# ")


def test_there_are_records_of_all_kinds(records: Records) -> None:
    assert all(len(kind) > 50 for kind in (records.people, records.outlets, records.publishers, records.works))


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("L.A. Times", "outlet/los-angeles-times"),
        ("LA Times", "outlet/los-angeles-times"),
        ("Filmmaker Magazine", "outlet/filmmaker"),
        ("Time Magazine", "outlet/time"),
        ("IndieWire", "outlet/indiewire"),
        ("PopMatters", "outlet/popmatters"),
        ("Polity Press", "publisher/polity"),
        ("Zero Books", "publisher/zero"),
        ("NEON", "publisher/neon"),
        ("Moulin Rouge", "work/moulin-rouge"),
        ("Playing the Whore", "work/playing-the-whore"),
        ("My Life to Live", "work/vivre-sa-vie"),
        ("Take That", "person/take-that"),
        ("Melissa Gira Grant", "person/melissa-gira-grant"),
    ],
)
def test_forms_in_print_name_one_record(records: Records, text: str, id: str) -> None:
    assert [record.id for record in records.named(text)] == [id]


def test_no_alias_repeats_another_form_of_its_record(records: Records) -> None:
    for record in records:
        aliases = [] if isinstance(record, Person) else [fold(alias) for alias in record.aliases]
        assert len(set(aliases)) == len(aliases), record.id


def test_works_of_one_title_differ_in_type(records: Records) -> None:
    seen: dict[tuple[str, str], str] = {}
    for work in records.works:
        for form in {fold(form) for form in work.forms}:
            assert seen.setdefault((form, work.type), work.id) == work.id


def test_the_first_edition_is_among_the_editions(records: Records) -> None:
    for work in records.works:
        if work.editions:
            assert work.issued in [edition.issued for edition in work.editions], work.id
