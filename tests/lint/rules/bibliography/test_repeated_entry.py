"""B003: entries that are one work, and those that stand beside each other on purpose."""

from __future__ import annotations

import pytest

from tests.lint.bibliography import diagnose, told

WORK = "author = {Roe, Jane}, title = {On Editing}, year = 2009"

ON_PURPOSE = [
    ("said to be related", "@article{a, W}", "@article{b, W, related = {c,a}}"),
    ("a part of the book", "@book{a, W}", "@inbook{b, W, crossref = {a}}"),
    (
        "one lender",
        "@article{a, journal = {X}, xdata = {x}}",
        "@misc{b, howpublished = {Talk}, xdata = {x}} @xdata{x, W}",
    ),
    ("one set", "@article{a, W}", "@article{b, W} @set{s, entryset = {a, b}}"),
    (
        "a preprint by its fields",
        "@misc{a, W, eprint = {0901.1}, archiveprefix = {arXiv}}",
        "@article{b, W, journal = {X}}",
    ),
    ("a preprint by its journal", "@article{a, W, journal = {arXiv preprint 0901.1}}", "@article{b, W, journal = {X}}"),
    (
        "a preprint in CoRR",
        "@article{a, W, journal = {CoRR}, volume = {abs/0901.1}}",
        "@inproceedings{b, W, booktitle = {X}}",
    ),
    (
        "a preprint by its address",
        "@online{a, W, url = {https://arxiv.org/abs/0901.1}}",
        "@article{b, W, journal = {X}}",
    ),
    (
        "a talk and its article",
        "@inproceedings{a, W, booktitle = {Proc. of X}}",
        "@article{b, W, journal = {Journal of X}}",
    ),
    ("two journals", "@article{a, W, journal = {Science}}", "@article{b, W, journal = {Nature}}"),
    ("a second edition", "@book{a, W, publisher = {P}}", "@book{b, W, publisher = {P}, edition = 2}"),
    ("two volumes", "@book{a, W, volume = 1}", "@book{b, W, volume = 2}"),
    ("a set of volumes and one of them", "@mvbook{a, W, volumes = 2}", "@book{b, W, volume = 2}"),
    ("another house", "@book{a, W, publisher = {Zero Books}}", "@book{b, W, publisher = {Verso}}"),
    ("a reprint", "@book{a, W, publisher = {P}}", "@book{b, W, publisher = {P}, origdate = 1950}"),
    ("a translation", "@book{a, W}", "@book{b, W, translator = {Poe, Bo}}"),
    ("two languages", "@book{a, W, langid = {english}}", "@book{b, W, langid = {ngerman}}"),
    ("two issues", "@article{a, W, month = jan}", "@article{b, W, month = feb}"),
    ("a thesis and its book", "@phdthesis{a, W, school = {X}}", "@book{b, W, publisher = {X}}"),
    ("two versions", "@software{a, W, version = 1}", "@software{b, W, version = 2}"),
    (
        "two volumes with one ISBN",
        "@book{a, W, volume = 1, isbn = {9783161484100}}",
        "@book{b, W, volume = 2, isbn = {9783161484100}}",
    ),
]
ONE_WORK = [
    ("@article{a, W, journal = {X}}", "@article{b, W, journal = {X}, volume = 3}", "The title is the same."),
    (
        "@misc{a, W, url = {https://example.org/a}}",
        "@online{b, W, url = {https://example.org/a}}",
        "The address is the same.",
    ),
    ("@book{a, W, publisher = {Zero}}", "@book{b, W, publisher = {Zero Books}}", "The people are the same."),
    ("@misc{a, W, eprint = {0901.1}}", "@article{b, W, journal = {arXiv:0901.1}}", "The title is the same."),
    (
        "@article{a, W, doi = {10.1000/x}, pages = {1}}",
        "@article{b, W, doi = {10.1000/X}, pages = {1--9}}",
        "The DOI is the same.",
    ),
    ("@book{a, W, isbn = {316148410X}}", "@book{b, W, isbn = {316148410X}, language = {en}}", "The ISBN is the same."),
]


def file(*entries: str) -> str:
    return "\n".join(entries).replace("W", WORK) + "\n"


@pytest.mark.parametrize(("why", "one", "other"), ON_PURPOSE, ids=lambda value: value if "@" not in value else "")
def test_entries_that_stand_beside_each_other_on_purpose(why: str, one: str, other: str) -> None:
    assert told(file(one, other), "B003") == []
    assert told(file(other, one), "B003") == []


@pytest.mark.parametrize(("one", "other", "evidence"), ONE_WORK)
def test_entries_that_are_one_work(one: str, other: str, evidence: str) -> None:
    (found,) = diagnose(file(one, other), "B003")
    assert found.message == "b: the same work as a"
    assert evidence in found.evidence
