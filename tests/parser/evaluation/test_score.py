"""Outcomes and figures, on a parser whose answers are known."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from anora_bib.errors import InputError
from anora_bib.model import Date, Entry, Name, Place, Records
from anora_bib.model.essay.pieces import Piece, Reference, Remark
from anora_bib.parser.evaluation import Counts, Score, judge, load
from anora_bib.parser.evaluation.report import as_json, field_rows, kind_rows, miss_rows
from anora_bib.parser.evaluation.score import Certainty
from anora_bib.text.spans import Span
from anora_bib.training.chance import Chance

TIDES = Entry.of("book", author=(Name("Roe", "Ann"),), title="Tides", issued=Date.of(1901))


class Known:
    """A parser that knows its strings by heart."""

    name = "known"

    def __init__(self, answers: dict[str, list[Entry]]) -> None:
        self.answers = answers

    def pieces(
        self, text: str, *, offset: int = 0, records: Records | None = None, hint: Place | None = None
    ) -> tuple[Piece, ...]:
        span = Span(offset, offset + len(text))
        return tuple(Reference(span=span, words=span, entry=entry) for entry in self.answers[text]) or (
            Remark(span=span, words=span),
        )


CASES = (
    {"string": "a", "csl": TIDES.to_csl(), "kind": "book"},
    {
        "string": "b",
        "csl": [{"type": "book", "title": "Tides"}, {"type": "song", "title": "Salt"}],
        "kind": "song",
        "language": "de",
    },
    {"string": "c", "csl": []},
)
FILE = "\n\n".join(map(json.dumps, CASES))


def score(**answers: list[Entry]) -> Score:
    return Score(judge(Known(answers), load(FILE)))


def test_all_right() -> None:
    song = Entry.of("song", title="Salt")
    figures = score(a=[TIDES], b=[Entry.of("book", title="tides."), song], c=[])
    assert figures.references == 3
    assert (figures.micro.f1, figures.wholly_right, figures.type_right) == (1, 1, 1)
    assert (figures.field_error, figures.entries.error) == (0, 0)


def test_wrong_missing_and_added() -> None:
    wrong = replace(TIDES.with_values(title="Salt", volume="3"), type="article")
    figures = score(a=[wrong], b=[Entry.of("book", title="Tides")], c=[Entry.of(title="Nothing")])
    assert figures.fields["title"] == Counts(right=1, given=3, expected=3)
    assert figures.fields["volume"] == Counts(right=0, given=1, expected=0)
    assert figures.micro == Counts(right=3, given=6, expected=5)
    assert figures.micro.precision == 0.5
    assert figures.wholly_right == figures.type_right == pytest.approx(1 / 3)
    assert figures.group("names").f1 == 1


def test_misses_say_what_was_expected() -> None:
    outcomes = list(judge(Known({"a": [TIDES.with_values(title="Salt")], "b": [], "c": []}), load(FILE)))
    assert ("a", "title", "tides", "salt") in list(miss_rows(outcomes))
    assert ("b", "type", "song", "") in list(miss_rows(outcomes))


def test_rows() -> None:
    outcomes = list(judge(Known({"a": [TIDES], "b": [], "c": []}), load(FILE)))
    rows = {row[0]: row[1:] for row in field_rows(Score(outcomes))}
    assert rows["title"] == ("3", "1.000", "0.333", "0.500", "0.000")
    assert {"NAMES", "author", "TITLES", "DATES", "issued", "ALL"} <= rows.keys()
    kinds = {row[0]: row[1:] for row in kind_rows(outcomes)}
    assert kinds["book"] == ("1", "1.000", "1.000", "1.000")
    assert kinds["song"] == kinds["de"] == ("2", "0.000", "0.000", "0.000")
    assert as_json(Score(outcomes))["references"] == 3


@pytest.mark.parametrize(
    ("pairs", "error"),
    [
        ([], 0),
        ([(1.0, True)], 0),
        ([(0.9, False)], 0.9),
        ([(0.75, True), (0.75, True), (0.75, True), (0.75, False)], 0),
        ([(0.8, True), (0.2, True)], 0.5),
    ],
)
def test_calibration_error(pairs: list[tuple[float, bool]], error: float) -> None:
    assert Certainty(pairs).error == pytest.approx(error)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "f:2: no JSON"),
        ('{"csl": {}}', "f:2: no object with a “string”"),
        ('{"string": "a"}', "f:2: “csl” holds no CSL-JSON item"),
    ],
)
def test_faults_of_a_file(line: str, words: str) -> None:
    with pytest.raises(InputError) as raised:
        list(load("\n" + line, path="f"))
    assert str(raised.value).startswith(words)


def test_honest_confidences_are_off_by_chance_the_less_the_more_there_are() -> None:
    chance = Chance(1)
    for many in (40, 4000):
        sure = [chance.choice((0.35, 0.85)) for _ in range(many)]
        errors = [Certainty([(one, chance.random() < one) for one in sure]).error for _ in range(60)]
        assert Certainty([(one, True) for one in sure]).error_by_chance == pytest.approx(sum(errors) / 60, rel=0.15)
    assert Certainty().error_by_chance == 0
