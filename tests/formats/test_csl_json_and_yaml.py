"""CSL items as JSON and YAML: lossless when sound, clear when not."""

from __future__ import annotations

import json

import pytest

from anora_bib.errors import InputError
from anora_bib.formats import Format
from anora_bib.formats.builtin import BUILTIN
from anora_bib.formats.csl.csl_json import CslJson
from anora_bib.formats.csl.csl_yaml import CslYaml
from anora_bib.formats.tagged.ris import Ris
from anora_bib.model import Date, Name

ITEM = {
    "id": "x", "type": "article-magazine",
    "author": [{"family": "Gogh", "given": "V.", "non-dropping-particle": "van"}],
    "issued": {"date-parts": [[2024, 5, 22], [2024, 6]], "circa": True}, "title": "On <i>Anora</i> & “more”",
    "custom": {"unknown": "kept"},
}  # fmt: skip


def test_json_is_lossless() -> None:
    (entry,) = CslJson().load(json.dumps([ITEM]), "x.json").entries
    assert entry.to_csl() == ITEM


BAD_JSON = [
    ("", "x.json:1:1: is not JSON"),
    ("[", "x.json:1:2: is not JSON"),
    ("\n  nope", "x.json:2:3: is not JSON"),
    ("3", "x.json:1:1: is not CSL-JSON"),
    ("{}", "x.json:1:1: holds no items"),
    ("[" * 100_000, "x.json:1:2: is not JSON: nested too deeply"),
]


@pytest.mark.parametrize(("text", "message"), BAD_JSON, ids=range(len(BAD_JSON)))
def test_bad_json(text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        CslJson().load(text, "x.json")
    assert str(caught.value).startswith(message)


CARELESS = [
    ('"issued": {"date_parts": [[2001, 2]]}', {"issued": {"date-parts": [[2001, 2]]}}),
    ('"author": [{"family": " ", "given": " "}, {"family": "Orme"}]', {"author": [{"family": "Orme"}]}),
    ('"URL": " https://a.example "', {"URL": "https://a.example"}),
]


@pytest.mark.parametrize(("member", "read"), CARELESS)
def test_what_careless_programs_write(member: str, read: dict[str, object]) -> None:
    loaded = CslJson().load(f'[{{"id": "k", "type": "book", {member}}}]', "x.json")
    assert loaded.entries[0].to_csl() == {"id": "k", "type": "book", **read}
    assert not loaded.diagnostics


def test_good_items_beside_bad_ones() -> None:
    loaded = CslJson().load('[{"id": "a"},\n 3,\n {"id": "b"}, {"id": }]', "x.json")
    assert [entry.key for entry in loaded.entries] == ["a", "b"]
    assert [tuple(problem.start) for problem in loaded.diagnostics] == [(2, 2), (3, 22)]


BAD_YAML = [
    ("roe:\n  type: book\n  title: Ten\n", "x.yaml:1:1: holds no references; this looks like the Hayagriva format"),
    ("a: [", "x.yaml:1:5: is not YAML"),
    ("references:\n- &a {id: x}\n- *a", "x.yaml:3:3: is not YAML: aliases are not allowed here"),
    ("title: x", "x.yaml:1:1: holds no references"),
    ("\0", "x.yaml:1:1: is not YAML"),
    ("[" * 5_000, "x.yaml:1:65: is nested too deeply"),
]


@pytest.mark.parametrize(("text", "message"), BAD_YAML, ids=range(len(BAD_YAML)))
def test_bad_yaml(text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        CslYaml().load(text, "x.yaml")
    assert str(caught.value).startswith(message)


def test_yaml_as_pandoc_has_it() -> None:
    text = """---
references:
- id: x
  type: book
  language: no
  volume: 0x12
  issued: {year: 2024, month: 5, circa: false}
  accessed: 2025-04-03
  author: [{family: Mac, given: Juno}]
- just text
- !!python/object/apply:os.system [x]
---
"""
    loaded = CslYaml().load(text, "x.yaml")
    (entry,) = loaded.entries
    assert (entry.string("language"), entry.string("volume")) == ("no", "0x12")
    assert (entry.date("issued"), entry.date("accessed")) == (Date.of(2024, 5), Date.of(2025, 4, 3))
    assert entry.names("author") == (Name("Mac", "Juno"),)
    assert [problem.start.line for problem in loaded.diagnostics] == [10, 11, 11], "the tag, and a list"


def test_ris() -> None:
    text = (
        "stray\nTY  - JOUR\nAU  - King, Martin Luther, Jr.\nTI  - A long\ntitle\n"
        "PY  - 2024\nDA  - 2024/05/22/\nSP  - 3\nEP  - 7\n"
    )
    loaded = Ris().load(text, "x.ris")
    (entry,) = loaded.entries
    assert entry.names("author") == (Name("King", "Martin Luther", suffix="Jr."),)
    assert (entry.string("title"), entry.string("page")) == ("A long title", "3-7")
    assert entry.date("issued") == Date.of(2024, 5, 22)
    assert [problem.start.line for problem in loaded.diagnostics] == [1, 2], "a stray line, a record without an end"
    with pytest.raises(InputError, match="holds no record"):
        Ris().load("prose", "x.ris")


def test_names_are_distinct_and_bib_is_read_by_the_first() -> None:
    formats: tuple[Format, ...] = BUILTIN
    names = [format.name for format in formats]
    assert len(set(names)) == len(names)
    assert next(format.name for format in formats if ".bib" in format.suffixes) == "bibtex"
