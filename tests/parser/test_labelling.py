"""What a parser read, as labels on the text."""

from __future__ import annotations

from anora_bib.parser.labelled import dump, load
from anora_bib.parser.labelling import labelled
from anora_bib.parser.labels import Label
from anora_bib.parser.rule_parser import RuleParser


def test_labels_stand_where_the_values_do() -> None:
    reference = labelled(RuleParser(), "Roe, Ann. Harbour & Law. Hull: Tide Press, 1961.")
    assert reference.type == "book"
    assert reference.of(Label.AUTHOR) == ("Roe, Ann",)
    assert reference.of(Label.TITLE) == ("Harbour & Law",)
    assert reference.of(Label.DATE) == ("1961",)
    assert list(load(dump([reference]))) == [reference]


def test_what_is_no_reference_has_no_labels() -> None:
    reference = labelled(RuleParser(), "I thank my colleagues for what they said of a draft.")
    assert (reference.type, reference.spans) == ("", ())
