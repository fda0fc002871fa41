"""Reading folders of records: what is broken is reported at its place, what is sound around it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from anora_bib.model import Date, Name, Person, Work
from anora_bib.records.load import LoadedRecords, load_records
from anora_bib.records.nodes import MAX_REPAIRS

PEOPLE = "people:\n  mark-fisher: {name: 'Fisher, Mark'}\n"
BEFORE = "  before: {title: Klute, type: motion_picture, issued: 1971}\n"
AFTER = "  after:\n    title: Zola\n    type: motion_picture\n    issued: 2020\n"

BROKEN = [
    # record, line and column within it, what the message says
    ("  bad: {type: book}\n", (1, 8), "a work lacks the key 'title'"),
    ("  bad: {title: A, type: boook}\n", (1, 25), "type 'boook' is none of"),
    ("  bad: {title: Ciné 🎬, type: boook}\n", (1, 30), "type 'boook' is none of"),
    ("  bad: {title: A, type: book, yaer: 2001}\n", (1, 31), "a work has no key 'yaer'"),
    ("  bad:\n    title: A\n    type: book\n    issued: May 2001\n", (4, 13), "issued 'May 2001' is no date"),
    ("  bad: {title: A, type: book, issued: 2001-13}\n", (1, 39), "'2001-13' is no date"),
    ("  bad: {title: A, type: book, ISBN: 9781509504878}\n", (1, 37), "ISBN '9781509504878' is not valid"),
    ("  bad: {title: A, type: book, author: [mark-fischer]}\n", (1, 40), "did you mean 'mark-fisher'?"),
    ("  bad: {title: A, type: book, author: mark-fisher}\n", (1, 39), "author must be a list"),
    ("  bad: {title: A, type: book, publisher: nobody}\n", (1, 42), "there is no record of a publisher 'nobody'"),
    ("  bad: {title: A, type: book, common: maybe}\n", (1, 39), "common must be true or false"),
    ("  bad: {title: A, type: book, title: B}\n", (1, 31), "has the key 'title' twice"),
    ("  bad: {title: '', type: book}\n", (1, 16), "title is empty"),
    ("  bad: {title: [A], type: book}\n", (1, 16), "title must be one piece of text"),
    ("  bad: {title: A, type: book, editions: [{label: first}]}\n", (1, 42), "an edition lacks the key 'issued'"),
    ("  bad: just a word\n", (1, 8), "a work must be a mapping"),
    ("  bad:\n", (1, 7), "a work must be a mapping"),
    ("  bad: {title: A, type: book\n", (1, 8), "not YAML"),
    ("  bad:\n    title: 'A\n    type: book\n", (2, 12), "not YAML"),
    ("  bad:\n    title: A: B\n    type: book\n", (2, 13), "not YAML"),
    ("  bad:\n    title: A\n   type: book\n", (3, 4), "not YAML"),
    ("  bad:\n\ttitle: A\n", (2, 1), "not YAML"),
]


def load(tmp_path: Path, **files: str) -> LoadedRecords:
    for name, text in files.items():
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    return load_records(tmp_path)


def ids(loaded: LoadedRecords) -> set[str]:
    return {record.id for record in loaded.records}


@pytest.mark.parametrize("before", [BEFORE, ""])
@pytest.mark.parametrize("after", [AFTER, ""])
@pytest.mark.parametrize(("record", "place", "message"), BROKEN)
def test_a_broken_record_costs_only_itself(
    tmp_path: Path, before: str, after: str, record: str, place: tuple[int, int], message: str
) -> None:
    loaded = load(tmp_path, people=PEOPLE, works="works:\n" + before + record + after)
    [diagnostic] = loaded.diagnostics
    first = 2 + before.count("\n")
    assert (diagnostic.start.line, diagnostic.start.column) == (first + place[0] - 1, place[1])
    assert message in diagnostic.message
    assert diagnostic.path == str(tmp_path / "works.yaml")
    expected = {"person/mark-fisher"} | ({"work/before"} if before else set()) | ({"work/after"} if after else set())
    assert ids(loaded) == expected


def test_everything_a_record_may_say(tmp_path: Path) -> None:
    loaded = load(
        tmp_path,
        all="""
people:
  gus: {name: {family: Sant, given: Gus, non-dropping-particle: Van}, aliases: [G.V.S.], roles: [director]}
  band: {name: Take That}
outlets:
  times: {title: The Times, kind: newspaper, ISSN: 0140-0460}
publishers:
  house: {name: House, aliases: [House Books], places: [London]}
works:
  nineteen:
    title: 1984
    type: book
    author: [gus, band]
    issued: 2018-11
    publisher: house
    editions: [{issued: 2018-11, label: first}, {issued: 2020, publisher: house, ISBN: 978-1-5095-0487-9}]
    common: true
""",
    )
    assert loaded.diagnostics == ()
    by_id = loaded.records.by_id
    gus, work = by_id["person/gus"], by_id["work/nineteen"]
    assert isinstance(gus, Person) and isinstance(work, Work)
    assert gus.name == Name("Sant", "Gus", non_dropping_particle="Van")
    assert work.title == "1984"  # text, not a number
    assert work.issued == Date.of(2018, 11)
    assert work.creators == {"author": ("person/gus", "person/band")}
    assert work.editions[1].identifiers == {"ISBN": "9781509504879"}
    assert work.common


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("works: {a: {title: T, type: book}, a: {title: U, type: book}}", "the id work/a has a record already"),
        (
            "works: {a: {title: The T, type: book, issued: 2001-02}, b: {title: the t, type: book, issued: 2001}}",
            "a book called 'the t' of 2001 has a record already",
        ),
        ("wroks: {}", "there is no section 'wroks'"),
        ("works: []", "the section 'works' must be a mapping"),
        ("- works", "a file of records must be a mapping"),
        ("people: {a: {name: 'Fisher,'}}", "must read 'Family, Given'"),
        ("people: {a: {name: {famly: X}}}", "a name has no key 'famly'"),
        ("outlets: {a: {title: A, kind: blog}}", "kind 'blog' is none of"),
        ("outlets: {a: {title: A, kind: journal, ISSN: 1234-5678}}", "ISSN '1234-5678' is not valid"),
        ("works: {a: {title: \x07, type: book}}", "a character that YAML does not allow"),
        ("[" * 100_000, "nested too deeply"),
        ("- " * 100_000, "nested too deeply"),
    ],
)
def test_one_diagnostic_each(tmp_path: Path, text: str, message: str) -> None:
    [diagnostic] = load(tmp_path, broken=text).diagnostics
    assert message in diagnostic.message


def test_same_title_in_another_year_is_another_work(tmp_path: Path) -> None:
    text = "works: {a: {title: T, type: book, issued: 2001}, b: {title: T, type: book, issued: 2002}}"
    assert load(tmp_path, works=text).diagnostics == ()


def test_a_file_that_is_not_text_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"people: \xff\xfe")
    loaded = load(tmp_path, people=PEOPLE)
    assert ids(loaded) == {"person/mark-fisher"}
    assert [diagnostic.message for diagnostic in loaded.diagnostics] == ["is not UTF-8: invalid start byte"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    [diagnostic] = load_records(tmp_path / "nowhere").diagnostics
    assert diagnostic.message == "there is no such folder of records"


def test_a_later_folder_may_build_on_an_earlier_one(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    ours.mkdir()
    theirs.mkdir()
    (ours / "people.yaml").write_text(PEOPLE, "utf-8")
    (theirs / "works.yml").write_text("works: {a: {title: T, type: book, author: [mark-fisher]}}", "utf-8")
    loaded = load_records(ours, theirs)
    assert loaded.diagnostics == () and ids(loaded) == {"person/mark-fisher", "work/a"}


def test_a_file_of_nothing_but_faults_is_given_up_in_time(tmp_path: Path) -> None:
    text = "works:\n" + "".join(f"  r{number}: {{title: A\n" for number in range(2000))
    assert len(load(tmp_path, works=text).diagnostics) == MAX_REPAIRS + 1


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "\ufeffpeople: {}"])
def test_an_empty_file_is_no_fault(tmp_path: Path, text: str) -> None:
    assert load(tmp_path, empty=text).diagnostics == ()
