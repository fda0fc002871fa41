"""The reading of test-suite cases, on cases of our own."""

from __future__ import annotations

from pathlib import Path

from tests.csl.suite import folded
from tests.csl.suite_cases import Case, read_wide

EDITED = """\
\ufeff>>==== MODE ====>>
citation
<<==== MODE ====<<

Remarks stand between sections.

>>===== RESULT ====>>
..[0] B
>>[1] A
<<===== RESULT ====<<

>>== CITATIONS ==>>
[
  [{"citationID": "one", "citationItems": [{"id": 7}], "properties": {"noteIndex": 1}}, [], []],
  [{"citationID": "two", "citationItems": [{"id": "b"}], "properties": {"noteIndex": 1}}, [], [["one", 2]]],
  [{"citationID": "one", "citationItems": [{"id": "a"}], "properties": {"noteIndex": 2}}, [["two", 1]], []]
]
<<== CITATIONS ==<<

>>===== INPUT =====>>
[{"id": "a"}, {"id": "b"}, {"id": 7}, {"id": "b", "title": "Later"}, {"title": "Nameless"}]
<<===== INPUT =====<<

>>===== CSL =====>>
<style/>
<<===== CSL =====<<
"""


def _case(tmp_path: Path) -> Case:
    file = tmp_path / "area_Edited.txt"
    file.write_text(EDITED, "utf-8")
    return Case.read(file)


def test_a_case(tmp_path: Path) -> None:
    case = _case(tmp_path)
    assert (case.name, case.category, case.bibliography) == ("area_Edited", "area", False)
    assert case.expected == "..[0] B\n>>[1] A\n"
    assert [str(item["id"]) for item in case.items] == ["a", "b", "7", "ITEM-5"]
    assert case.clusters == [[{"id": "a"}, {"id": "b"}, {"id": 7}, {"id": "ITEM-5"}]]


def test_the_document_after_each_step(tmp_path: Path) -> None:
    case = _case(tmp_path)
    cited = [
        [(cluster["citationItems"][0]["id"], cluster["properties"]["noteIndex"]) for cluster in case.document(steps)]
        for steps in range(4)
    ]
    assert cited == [[], [(7, 1)], [("b", 1), (7, 2)], [("b", 1), ("a", 2)]]
    assert [item["id"] for item in case.citing(case.document(3)).items] == ["b", "a"]


WHOLE = """\
>>== MODE ==>>
bibliography
<<== MODE ==<<
>>== RESULT ==>>
A
<<== RESULT ==<<
>>== OPTIONS ==>>
{"wrap_url_and_doi": true}
<<== OPTIONS ==<<
>>== BIBSECTION ==>>
{"include": []}
<<== BIBSECTION ==<<
>>== ABBREVIATIONS ==>>
{"default": {}}
<<== ABBREVIATIONS ==<<
>>== CITATIONS ==>>
[[{"id": "a"}], {"citationItems": [{"id": "b"}], "citationPrefix": "see", "citationNoteNumber": 4}]
<<== CITATION-ITEMS ==<<
>>== INPUT ==>>
[{"id": "a"}, {"id": "b"}]
<<== INPUT ==<<
>>== CSL ==>>

<?xml version="1.0"?><style/>
<<== CSL ==<<
"""


def test_a_document_that_is_given_whole(tmp_path: Path) -> None:
    place = tmp_path / "jgm"
    place.mkdir()
    (place / "area_Whole.txt").write_text(WHOLE, "utf-8")
    (case,) = read_wide(tmp_path)
    assert (case.name, case.category, case.steps) == ("jgm/area_Whole", "jgm", [])
    assert case.whole == [
        {"citationItems": [{"id": "a"}]},
        {"citationItems": [{"id": "b"}], "properties": {"prefix": "see", "noteIndex": 4}},
    ]
    assert (case.options, case.section, case.abbreviations) == (
        {"wrap_url_and_doi": True},
        {"include": []},
        {"default": {}},
    )
    assert case.style.startswith("<?xml")


def test_a_document_keeps_what_its_citations_ask_for(tmp_path: Path) -> None:
    step = '"properties": {"noteIndex": 1}}, [], []],\n  [{"citationID": "two"'
    asked = step.replace('{"noteIndex": 1}', '{"noteIndex": 1, "mode": "composite", "prefix": "see", "unsorted": true}')
    file = tmp_path / "area_Asking.txt"
    file.write_text(EDITED.replace(step, asked), "utf-8")
    assert Case.read(file).document(1)[0]["properties"] == {
        "noteIndex": 1,
        "mode": "composite",
        "prefix": "see",
        "unsorted": True,
    }


def test_only_line_ends_before_markup_are_layout() -> None:
    assert folded("<div>\n  <div>a</div>\r\n</div>\n") == "<div><div>a</div></div>"
    assert folded("..[0] a\n>>[1] b") == "..[0] a\n>>[1] b"
