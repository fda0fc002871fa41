"""The mean of models: of each weight, by the names of labels and features."""

from __future__ import annotations

import pytest

from anora_bib.parser.learned.crf.mixing import mean, of_one_size, pruned
from anora_bib.parser.learned.crf.model import Model

ONE = Model.of(["", "title"], {(0, 1): 2.0, (1, 1): 1.0}, {"w=the": [(1, 4.0)], "first": [(0, 1.0), (1, 3.0)]})
OTHER = Model.of(["title", "date", ""], {(2, 0): 1.0, (0, 1): 3.0}, {"w=the": [(0, 2.0)], "number": [(1, 4.0)]})


def rounded(model: Model, feature: str) -> list[tuple[str, float]]:
    return [(model.labels[state], round(weight, 2)) for state, weight in dict(model.weights())[feature]]


def test_weights_are_those_of_the_same_label_and_feature() -> None:
    mixed = mean([ONE, OTHER])
    assert mixed.labels == ("", "title", "date")
    assert rounded(mixed, "w=the") == [("title", 3.0)]
    assert rounded(mixed, "first") == [("", 0.5), ("title", 1.5)]
    assert rounded(mixed, "number") == [("date", 2.0)]
    assert mixed.transitions == ((0.0, 1.5, 0.0), (0.0, 0.5, 1.5), (0.0, 0.0, 0.0))


def test_the_mean_of_one_is_that_one() -> None:
    assert mean([ONE]).dump() == ONE.dump()


def test_a_model_is_brought_to_the_size_of_another() -> None:
    large = Model.of(["", "title"], {(0, 1): 60.0, (1, 0): -80.0}, {"w=the": [(1, 40.0)]})
    made = of_one_size(large, ONE)
    assert made.transitions[0][1] / made.transitions[1][0] == pytest.approx(-60 / 80)
    assert made.transitions[0][1] == pytest.approx(60 * 5**0.5 / 100)
    assert rounded(made, "w=the") == [("title", round(40 * 5**0.5 / 100, 2))]


def test_a_model_without_transitions_keeps_its_size() -> None:
    bare = Model.of(["", "title"], {}, {"w=the": [(1, 4.0)]})
    assert rounded(of_one_size(bare, ONE), "w=the") == [("title", 4.0)]


def test_small_weights_are_left_out_and_features_without_others() -> None:
    made = pruned(ONE, 2.0)
    assert rounded(made, "first") == [("title", 3.0)]
    assert rounded(made, "w=the") == [("title", 4.0)]
    assert pruned(ONE, 3.5).names == ["w=the"]
    assert made.transitions == ONE.transitions
