"""Every row of the tables of saying."""

from __future__ import annotations

import pytest

from anora_bib.find.phrases.predicates import predicate
from anora_bib.find.phrases.verbs import Kind
from anora_bib.language import saying

KINDS = {"claims": Kind.CLAIM, "speech": Kind.SPEECH, "thought": Kind.THOUGHT, "studies": Kind.STUDY}


@pytest.mark.parametrize("kind", KINDS)
def test_every_verb_is_read_behind_a_name(kind: str) -> None:
    auxiliaries = saying.words("words", "auxiliaries") | saying.words("words", "adverbs")
    for verb in saying.verbs(kind) - auxiliaries:
        text = f"Jane Roe {verb} that it fell"
        said = predicate(text, len("Jane Roe"), len(text))
        assert said is not None, verb
        assert said.complement or verb in {*saying.phrasal_verbs(), *saying.parted_verbs()}, verb


@pytest.mark.parametrize("row", ["ideas", "weak_ideas", "pieces"])
def test_every_noun_is_read_behind_a_possessor(row: str) -> None:
    for noun in saying.words("nouns", row):
        text = f"Jane Roe’s great {noun} fell"
        assert predicate(text, len("Jane Roe"), len(text)) is not None, noun


def test_words_of_one_language() -> None:
    assert "schon" in saying.words("words", "adverbs", ("de",))
    assert "schon" not in saying.words("words", "adverbs", ("fr",))


def test_an_unknown_row_is_refused() -> None:
    with pytest.raises(KeyError):
        saying.verbs("singing")
    with pytest.raises(KeyError):
        saying.words("nouns", "singing")
    with pytest.raises(KeyError):
        saying.phrases("singing")
