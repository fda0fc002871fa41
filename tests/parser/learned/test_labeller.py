"""The labeller: it learns, is stored and loaded, and labels as the library that trained it, with numpy and without."""

from __future__ import annotations

from itertools import pairwise
from math import exp
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.errors import InputError
from anora_bib.parser.labels import Label
from anora_bib.parser.learned.crf import key_sums, word_sums
from anora_bib.parser.learned.crf.decoding import Transitions, decode
from anora_bib.parser.learned.crf.model import MAGIC, Model
from anora_bib.parser.learned.crf.scoring import PlainScorer
from anora_bib.parser.learned.crf.tables import TableScorer
from anora_bib.parser.learned.features.assembly import describe
from anora_bib.parser.learned.labeller import Labeller, Tokens
from anora_bib.parser.learned.training import converted, fit, labels_of, likeliest, sequences_of, train
from tests.parser.learned.small import references


@pytest.fixture(scope="module")
def model() -> Model:
    return train(references(300), iterations=30)


@pytest.fixture(params=["numpy", "plain"])
def labeller(request: pytest.FixtureRequest, model: Model) -> Labeller:
    if request.param == "numpy":
        pytest.importorskip("numpy")
    return Labeller(model, TableScorer(model) if request.param == "numpy" else PlainScorer(model))


def test_it_learns(labeller: Labeller) -> None:
    unseen = list(references(60, seed=99))
    tagged = list(labeller.label(Tokens.of(reference.text) for reference in unseen))
    right = [
        [label or "O" for label in one.labels] == labels_of(reference, one.tokens)
        for one, reference in zip(tagged, unseen, strict=True)
    ]
    assert sum(right) >= 58
    assert min(min(one.likely) for one in tagged) > 0.2
    assert max(max(one.likely) for one in tagged) <= 1.0001


def test_it_labels_as_the_library_that_trained_it(tmp_path: Path) -> None:
    from pycrfsuite import Tagger

    fit(sequences_of(references(120), Random(1)), {tmp_path / "m": likeliest(12, 0.1, 0.01)})
    tagger = Tagger()
    tagger.open(str(tmp_path / "m"))
    model = converted(tmp_path / "m")
    for reference in references(40, seed=5):
        tokens = Tokens.of(reference.text)
        expected = tagger.tag(describe(tokens.tokens, tokens.italic, [False] * len(tokens.tokens)))
        for scorer in (PlainScorer(model), TableScorer(model)):
            [tagged] = Labeller(model, scorer).label([tokens])
            assert [label or "O" for label in tagged.labels] == expected
            sure = [tagger.marginal(label, at) for at, label in enumerate(expected)]
            assert list(tagged.likely) == pytest.approx(sure, abs=0.01)


def test_what_is_forgotten_is_worked_out_again(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    cut = [Tokens.of(reference.text) for reference in references(40, seed=8)]
    expected = list(Labeller(model, TableScorer(model)).label(cut))
    monkeypatch.setattr(word_sums, "_WORDS", 8)
    monkeypatch.setattr(key_sums, "_KEYS", 16)
    forgetful = Labeller(model, TableScorer(model))
    for one, known in zip(cut, expected, strict=True):
        [tagged] = forgetful.label([one])
        assert tagged.labels == known.labels
        assert tagged.likely == pytest.approx(known.likely, abs=1e-6)


def test_a_file_holds_the_model(model: Model) -> None:
    again = Model.load(model.dump())
    assert again.labels == model.labels
    assert again.dump() == model.dump()
    assert [*again.weights()] == [*model.weights()] != []


@pytest.mark.parametrize("cut", [0, 5, len(MAGIC), len(MAGIC) + 9, -1])
def test_a_damaged_file_is_told(model: Model, cut: int) -> None:
    with pytest.raises(InputError, match=r"^(m\.crf: )?is (damaged|no model)"):
        Model.load(model.dump()[:cut] if cut else b"", "m.crf")


NUMBERS = st.floats(-8, 8, width=32)


@given(st.integers(1, 4), st.integers(1, 5), st.data())
@settings(max_examples=60)
def test_the_likeliest_path_is_the_best_of_all(states: int, length: int, data: st.DataObject) -> None:
    row = st.lists(NUMBERS, min_size=states, max_size=states)
    scores = data.draw(st.lists(row, min_size=length, max_size=length))
    transitions = data.draw(st.lists(row, min_size=states, max_size=states))
    every: list[list[int]] = [[]]
    for _ in range(length):
        every = [[*path, state] for path in every for state in range(states)]

    def weight(path: list[int]) -> float:
        steps = pairwise(path)
        return sum(scores[at][state] for at, state in enumerate(path)) + sum(transitions[i][j] for i, j in steps)

    table = Transitions.of(transitions)
    path, likely = decode(scores, table)
    assert weight(path) == pytest.approx(max(map(weight, every)))
    total = sum(exp(weight(one)) for one in every)
    for at, state in enumerate(path):
        share = sum(exp(weight(one)) for one in every if one[at] == state) / total
        assert likely[at] == pytest.approx(share, abs=1e-6)


@given(st.lists(st.text(max_size=40), max_size=5))
@settings(max_examples=50)
def test_any_text_is_labelled_token_by_token(model: Model, texts: list[str]) -> None:
    cut = [Tokens.of(text) for text in texts]
    tagged = list(Labeller(model).label(cut))
    assert [one.tokens for one in tagged] == [one.tokens for one in cut]
    assert all(len(one.labels) == len(one.tokens) == len(one.likely) for one in tagged)
    alone = [next(Labeller(model).label([one])).labels for one in cut]
    assert alone == [one.labels for one in tagged], "a batch changes nothing"


def test_labels_are_of_the_words_they_cover() -> None:
    [reference] = references(1, seed=4)
    tokens = Tokens.of(reference.text).tokens
    labelled = zip(labels_of(reference, tokens), tokens, strict=True)
    authors = [token.text for label, token in labelled if label == Label.AUTHOR]
    assert "".join(authors) == reference.of(Label.AUTHOR)[0].replace(" ", "")
