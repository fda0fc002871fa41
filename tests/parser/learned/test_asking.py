"""Steps of settling are asked only where they may have something to do."""

from __future__ import annotations

import pytest

from anora_bib.parser.labels import Label
from anora_bib.parser.learned.runs import runs
from anora_bib.parser.learned.settling.asking import Parts, asked_of
from anora_bib.parser.learned.spans import LabelledPart


@asked_of(
    Label.AUTHOR, one_of=frozenset((Label.TITLE, Label.CONTAINER)), lacks=frozenset((Label.PUBLISHER,)), sign=" ("
)
def _nothing_left(_parts: Parts, _text: str) -> Parts:
    return []


@pytest.mark.parametrize(
    ("labels", "text", "asked"),
    [
        ((Label.AUTHOR, Label.TITLE), "Orme (ed.)", True),
        ((Label.CONTAINER, Label.AUTHOR, Label.DATE), "Orme (ed.)", True),
        ((Label.AUTHOR, Label.TITLE), "Orme, ed.", False),  # no sign
        ((Label.TITLE, Label.CONTAINER), "Orme (ed.)", False),  # no author
        ((Label.AUTHOR, Label.DATE), "Orme (ed.)", False),  # neither title nor container
        ((Label.AUTHOR, Label.TITLE, Label.PUBLISHER), "Orme (ed.)", False),  # a publisher
        ((), "Orme (ed.)", False),
    ],
)
def test_a_step_is_asked_where_labels_and_sign_are_there(labels: tuple[Label, ...], text: str, asked: bool) -> None:
    parts = [LabelledPart(at, at + 1, label, 0.9) for at, label in enumerate(labels)]
    settled = _nothing_left(parts, text)
    assert settled == [] if asked else settled is parts


@pytest.mark.parametrize(
    ("labels", "told"),
    [
        ((), []),
        ((None,), [(None, 0, 1)]),
        (
            (Label.AUTHOR, Label.AUTHOR, None, Label.DATE),
            [(Label.AUTHOR, 0, 2), (None, 2, 3), (Label.DATE, 3, 4)],
        ),
        ((None, Label.TITLE, None, None), [(None, 0, 1), (Label.TITLE, 1, 2), (None, 2, 4)]),
    ],
)
def test_runs_are_as_long_as_can_be(
    labels: tuple[Label | None, ...], told: list[tuple[Label | None, int, int]]
) -> None:
    assert runs(labels) == told
