"""What a bibliography file says is read, or a diagnostic with its place says what was not."""

from __future__ import annotations

import json

import pytest

from anora_bib.errors import InputError
from anora_bib.formats.base import Loaded, ReadAndWritten
from anora_bib.formats.bibtex import BibTeX
from anora_bib.formats.csl.csl_json import CslJson
from anora_bib.formats.csl.csl_yaml import CslYaml
from anora_bib.formats.losses import unwritten
from anora_bib.formats.tagged.ris import Ris
from anora_bib.model import Date, Entry, Library, Name

FORMATS: dict[str, ReadAndWritten] = {"json": CslJson(), "yaml": CslYaml(), "bib": BibTeX(), "ris": Ris()}


def load(kind: str, text: str) -> Loaded:
    return FORMATS[kind].load(text, f"refs.{kind}")


def told(loaded: Loaded) -> list[str]:
    return [f"{found.start.line}:{found.start.column} {found.code} {found.message}" for found in loaded.diagnostics]


SEVERAL = [
    ("json", '[{"id": "ten", "title": "Ten"}]\n\n[{"id": "five", "title": "Five"}]\n', ["ten", "five"], []),
    ("json", '{"id": "ten", "type": "book"}\n{"id": "five", "type": "book"}', ["ten", "five"], []),
    ("json", '{"items": [{"id": "ten"}]} [{"id": "five"}]', ["ten", "five"], []),
    ("json", '[{"id": "ten"}]\n  and more', ["ten"],
     ["2:3 BIB001 what follows is not JSON: Expecting value; it is left out"]),
    ("json", '[{"id": "ten"}] {"name": "x"}', ["ten"], ["1:17 BIB001 what follows holds no items; it is left out"]),
    ("json", '[{"id": "ten"} {"id": "five"}]', ["ten"],
     ["1:16 BIB001 expected a comma or ] after this item; what follows is left out"]),
    ("yaml", "- id: ten\n---\n- id: five\n", ["ten", "five"], []),
    ("yaml", "---\nreferences:\n- id: ten\n...\n---\nreferences:\n- id: five\n...\n", ["ten", "five"], []),
    ("yaml", "- id: ten\n---\ntitle: An essay\n---\n- id: five\n", ["ten", "five"],
     ["3:1 BIB001 this document holds no references; it is left out"]),
    ("yaml", "- id: ten\n---\n- id: [\n", ["ten"],
     ["4:1 BIB001 is not YAML: expected the node content, but found '<stream end>'; what follows is left out"]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "keys", "messages"), SEVERAL)
def test_documents_that_follow_each_other(kind: str, text: str, keys: list[str], messages: list[str]) -> None:
    loaded = load(kind, text)
    assert [entry.key for entry in loaded.entries] == keys
    # What PyYAML and json say of a fault is theirs; where it is and that it is told is ours.
    assert [line.split(":")[:2] for line in told(loaded)] == [line.split(":")[:2] for line in messages]


NO_LIBRARY = ["{}", '{"title": "Ten"}', '{"name": "package", "version": "1.0"}', '"Ten"', "null", "12"]


@pytest.mark.parametrize("text", NO_LIBRARY)
def test_json_that_is_no_library_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"holds no items|is not CSL-JSON"):
        load("json", text)


VALUES = [
    ('{"title": {"en": "Ten"}}', {"title-raw": '{"en": "Ten"}'}, ["title must be text, not an object"]),
    ('{"publisher": false}', {"publisher-raw": "false"}, ["publisher must be text, not false"]),
    ('{"volume": ["2", 3]}', {"volume": "2, 3"}, ["volume must be text, not a list"]),
    ('{"title": ["Ten"]}', {"title": "Ten"}, []),
    ('{"issue": 1.10}', {"issue": "1.10"}, []),
    ('{"volume": Infinity}', {"volume": "Infinity"}, ["volume is a number that cannot be one"]),
    (f'{{"volume": {"7" * 6000}}}', {"volume": "7" * 6000}, ["volume is a number that cannot be one"]),
    ('{"author": {"family": "Akerman"}}', {"author": (Name("Akerman"),)}, ["author must be a list of names"]),
    ('{"author": "Akerman"}', {"author": (Name(literal="Akerman"),)}, ["author must be a list of names"]),
    ('{"author": [{"name": "CERN"}]}', {"author": (Name(literal="CERN"),)}, []),
    ('{"author": [{"nom": "CERN"}]}', {"author-raw": '[{"nom": "CERN"}]'}, ["author holds what is no name"]),
    ('{"editor": [3, {"family": "Mangolte"}]}',
     {"editor": (Name("Mangolte"),), "editor-raw": '[3, {"family": "Mangolte"}]'}, ["editor holds what is no name"]),
    ('{"custom": ["x"]}', {"custom-raw": '["x"]'}, ["custom must be an object"]),
    ('{"title": "Ten", "custom": {"title": "Five"}}', {"title": "Ten", "title-raw": '"Five"'},
     ["title stands in the item and again under custom"]),
    ('{"title": "Ten", "title": "Five"}', {"title": "Ten"}, ["gives title more than once"]),
    ('{"shelf": {"row": [1]}}', {"shelf": '{"row": [1]}'}, []),
    (r'{"title": "T\ud83cen"}', {"title": "T\ufffden"}, ["has half a character in title"]),
    (r'{"title": "Ten \ud83d\ude00"}', {"title": "Ten \U0001f600"}, []),
    ('{"issued": true}', {"issued-raw": "true"}, ["issued has a date of which it is no date"]),
]  # fmt: skip


@pytest.mark.parametrize(("item", "values", "messages"), VALUES, ids=range(len(VALUES)))
def test_values_of_a_wrong_kind(item: str, values: dict[str, object], messages: list[str]) -> None:
    loaded = load("json", f'[{item[:-1]}, "id": "one", "type": "film"}},\n{{"id": "next"}}]')
    one, following = loaded.entries
    assert {name: field.value for name, field in one.fields.items()} == values
    assert following.key == "next", "a fault in one item leaves the next alone"
    assert [line.split("; ")[0] for line in told(loaded)] == [
        f"1:2 {'BIB003' if 'more than' in message else 'BIB007' if 'half' in message else 'BIB006'} one: {message}"
        for message in messages
    ]
    for other in FORMATS.values():
        other.dump(Library(loaded.entries)).encode("utf-8")


EMPTY_ITEMS = [
    ("[{}]", "an item without a type and variables is left out"),
    ('[{"shelf": "B2"}]', "the item has no type and no variable of CSL"),
    ('[{"type": "lampshade"}]', "the type 'lampshade' is none of CSL; it prints as a document"),
    ('["Ten"]', "an item must be an object with a type and variables, not text; it is left out"),
]


@pytest.mark.parametrize(("text", "message"), EMPTY_ITEMS)
def test_items_that_say_nothing(text: str, message: str) -> None:
    assert [found.message for found in load("json", text).diagnostics] == [message]


DATES = [
    ("{year: 1975, month: february, day: 4}", Date.of(1975, 2, 4), []),
    ("{year: 1975, month: Sept.}", Date.of(1975, 9), []),
    ("{year: 1975, month: autumn}", Date(((1975,),), "3"), []),
    ("[{year: 1975, month: 3}, {year: 1976}]", Date(((1975, 3), (1976,))), []),
    ("1975-03/1975-05", Date(((1975, 3), (1975, 5))), []),
    ("!!timestamp 1975-03-02", Date.of(1975, 3, 2), []),
    ("{date-parts: [[1975, March]]}", Date.of(1975, 3), []),
    ("{date-parts: [1975, 3]}", Date.of(1975, 3), []),
    ("{literal: around 1975, circa: yes}", Date(literal="around 1975", circa=True), []),
    ("{year: 1975, month: Smarch}", Date.of(1975), ["the month 'Smarch' is not understood"]),
    ("{year: 1975, month: 2, day: 40}", Date.of(1975, 2), ["the day '40' is not understood"]),
    ("{year: MCMLXXV}", Date(literal="MCMLXXV"), ["the year 'MCMLXXV' is not understood"]),
    ("{date-parts: 1975}", Date(literal="1975"), ["its date-parts are no list"]),
    ("{date-parts: [[1975], [1976], [1977]]}", Date(((1975,), (1976,))), ["it has more than two ends"]),
    ("{year: 1975, day: 3}", Date.of(1975), ["the day has no month"]),
    ("{date-parts: [[1975], []]}", Date(((1975,),), open_end=True), []),
    ("{date-parts: [[0], [1975, 14]]}", Date(((1975,),), end_season="2", open_start=True), []),
    ("2 March 1975", Date.of(1975, 3, 2), []),
    ("March 1975 or so", Date.of(1975, 3), ["the word 'or' is not understood, the word 'so' is not understood"]),
    ("197X", Date.of(1970), ["'197X' has digits that are not known"]),
    ("{raw: c. 1975}", Date(((1975,),), circa=True), []),
    ("{date-parts: [[1975]], raw: March 1976}", Date.of(1975), ["the raw text 'March 1976' is left out"]),
    ("{month: 3}", None, ["it has no year"]),
    ("{literal: [1975]}", None, ["its literal is a list"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "date", "faults"), DATES)
def test_dates(text: str, date: Date | None, faults: list[str]) -> None:
    loaded = load("yaml", f"- {{id: one, type: film}}\n- id: two\n  type: film\n  issued: {text}\n")
    _, entry = loaded.entries
    assert entry.date("issued") == date
    assert ("issued-raw" in entry.fields) == bool(faults)
    wanted = [f"two: issued has a date of which {fault}; the value is kept as issued-raw" for fault in faults]
    assert [found.message for found in loaded.diagnostics] == wanted
    assert all(found.start.line == 2 for found in loaded.diagnostics)


SCALARS = [
    ("volume: !!int xii", "xii", "'xii' is not what its tag !!int says"),
    ("volume: !!float much", "much", "'much' is not what its tag !!float says"),
    ("volume: !!bool maybe", "maybe", "'maybe' is not what its tag !!bool says"),
    ("volume: !!timestamp soon", "soon", "'soon' is not what its tag !!timestamp says"),
    ("volume: !roman xii", "xii", "the tag !roman is not read"),
    ("volume: !!int 0x1F", "0x1F", ""),
    ("volume: 1_000", "1_000", ""),
    ("volume: off", "off", ""),
    ("volume: 4\n  volume: 5", "4", "gives volume more than once"),
    (r'volume: "\ud800"', "\ufffd", "has half a character in volume"),
]


@pytest.mark.parametrize(("line", "value", "message"), SCALARS)
def test_scalars_of_yaml(line: str, value: str, message: str) -> None:
    loaded = load("yaml", f"- id: one\n  type: book\n  {line}\n- id: two\n")
    assert loaded.entries[0].string("volume") == value
    assert len(loaded.entries) == 2
    assert [message in found.message for found in loaded.diagnostics] == ([True] if message else [])


BIB = [
    ("@inproceedings{p, title={Ten}, organization={Cine Club}, publisher={Corti}}",
     {"publisher": "Cine Club; Corti"}, []),
    ("@misc{p, title={Ten}, howpublished={On tape}, publisher={Corti}}",
     {"publisher": "On tape; Corti"}, []),
    ("@article{p, title={Ten}, number={4}, issue={Spring}}", {"issue": "4, Spring"}, []),
    ("@xdata{x, publisher={Corti}, xdata={y}}\n@xdata{y, location={Liège}, xdata={x}}\n@book{p, title={T}, xdata={x}}",
     {"publisher": "Corti", "publisher-place": "Liège"}, []),
    ("@book{p, title={Ten}, xdata={z}}", {"xdata": "z"}, ["xdata points at 'z', which is not in this file"]),
    ("@xdata{x, publisher={Corti}}\n@book{q, title={All}, xdata={x}}\n@inbook{p, title={Ten}, crossref={q}}",
     {"publisher": "Corti", "container-title": "All"}, []),
    (r"@book{p, title={Ten}, note={After \cite{q}, \today}}", {"note": r"After \cite{q}, \today"},
     [r"p: note has the command \cite, which is not known; it is kept as it stands",
      r"p: note has the command \today, which is not known; it is kept as it stands"]),
    (r"@book{p, title={Ten}, note={\emph{So} \alpha{} \'etude \\no}}", {"note": "<i>So</i> α étude no"}, []),
    (f"@book{{p, title={{Ten}}, year={{1975}}, month={{{'9' * 5000}}}}}", {"issued": "1975", "month": "9" * 5000}, []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values", "messages"), BIB, ids=range(len(BIB)))
def test_bib(text: str, values: dict[str, str], messages: list[str]) -> None:
    loaded = load("bib", text)
    entry = loaded.entries[-1]
    assert entry.key == "p"
    assert all(found.key != "x" for found in loaded.entries), "an xdata entry is no work"
    assert {name: entry.string(name) for name in entry.fields if name != "title"} == values
    assert [found.message for found in loaded.diagnostics] == messages
    again = load("bib", BibTeX().dump(Library((entry,)))).entries[0]
    assert again.to_csl() == entry.to_csl()


NAMES = [
    ("family=Akerman, given=Chantal", Name("Akerman", "Chantal")),
    ("given={Jean-Luc}, family={Le Goff}, suffix=Jr", Name("Le Goff", "Jean-Luc", suffix="Jr")),
    ("family=Straten, given=Anna, prefix=van der", Name("Straten", "Anna", non_dropping_particle="van der")),
    ("family=Straten, given=Anna, prefix=von, useprefix=false", Name("Straten", "Anna", "von")),
    ('family="Ruiz", given=R., given-i={R}', Name("Ruiz", "R.")),
    ("E=mc2, Anna", Name("E=mc2", "Anna")),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_extended_names(text: str, name: Name) -> None:
    (entry,) = load("bib", f"@book{{k, author={{{text} and Ozu, Yasujirō}}, title={{Ten}}}}").entries
    assert entry.names("author") == (name, Name("Ozu", "Yasujirō"))


RIS = [
    ("UR  - https://a.example\nUR  - https://b.example", {"URL": "https://a.example", "URL-2": "https://b.example"},
     ["one: URL is given more than once; the other value is kept as URL-2"]),
    ("UR  - https://a.example\nUR  - https://a.example", {"URL": "https://a.example"}, []),
    ("EP  - 81", {"end-page": "81"},
     ["an end page has no page to begin with; it is kept as end-page"]),
    ("SP  - 70-81\nEP  - 81", {"page": "70-81"}, []),
    ("SP  - 70\nEP  - 81\nEP  - 90", {"page": "70-81", "ep": "90"}, []),
    ("PY  - 1975\nDA  - 1976/03/01", {"issued": "1976-03-01", "issued-2": "1975"},
     ["one: issued is given more than once; the other value is kept as issued-2"]),
    ("ID  - two", {"ID-2": "two"}, ["one: ID is given more than once; the other value is kept as ID-2"]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "values", "messages"), RIS)
def test_ris(lines: str, values: dict[str, str], messages: list[str]) -> None:
    loaded = load("ris", f"TY  - BOOK\nID  - one\n{lines}\nER  - \nTY  - XYZ\nER  - \n")
    first, second = loaded.entries
    assert {name: first.string(name) for name in first.fields} == values
    assert [found.message.removeprefix("one: ") for found in loaded.diagnostics] == [
        message.removeprefix("one: ") for message in messages
    ]
    assert second.string("entrytype") == "XYZ", "a type that is not known stays in the entry"


def test_half_a_character_in_the_text_of_a_file() -> None:
    loaded = load("ris", "TY  - BOOK\nTI  - T\udc80en\nER  - \n")
    assert loaded.entries[0].string("title") == "T\ufffden"
    assert told(loaded) == ["2:8 BIB007 half a character is replaced by U+FFFD"]


@pytest.mark.parametrize(
    ("kind", "entry", "messages"),
    [
        ("ris", Entry.of("film", key="k", title="Ten", issued=Date(((1975,),), circa=True)),
         ["k: ris has no place for the type film; it is not written",
          "k: ris has no place for issued (circa); it is not written"]),
        ("json", Entry.of("book", key="k", title="Ten", issued=Date(((1975,),), circa=True)), []),
        ("bib", Entry.of("book", key="k", title="<i>Ten</i> & Five", archived=Date.of(1975, 2)), []),
    ],
)  # fmt: skip
def test_what_a_format_has_no_place_for(kind: str, entry: Entry, messages: list[str]) -> None:
    assert [found.message for found in unwritten(Library((entry,)), FORMATS[kind])] == messages


def test_a_json_text_of_any_depth_is_read_or_refused() -> None:
    deep = "[" * 400 + "]" * 400
    loaded = load("json", json.dumps([{"id": "one", "title": "Ten"}])[:-1] + f', {{"id": "two", "title": {deep}}}]')
    assert [entry.key for entry in loaded.entries] == ["one", "two"]


@pytest.mark.parametrize(
    ("id", "own", "said"),
    [
        ("http://zotero.org/users/7/items/AB", "thole1971", []),
        ("a b", "thole1971", ["the key 'a b' is written as 'ab', for bibtex cannot hold it"]),
    ],
)
def test_the_own_key_of_an_item_of_zotero_is_no_loss(id: str, own: str, said: list[str]) -> None:
    item = {"id": id, "type": "book", "title": "Oars", "citation-key": own}
    library = Library(load("json", json.dumps([item])).entries)
    assert [problem.message for problem in unwritten(library, BibTeX())] == said
