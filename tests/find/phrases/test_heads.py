"""What stands right before a name."""

from __future__ import annotations

import pytest

from anora_bib.find.phrases.heads import HeadKind, head


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("first argued by Roe", (HeadKind.PASSIVE, "argued")),
        ("as described by the French sociologist Roe", (HeadKind.PASSIVE, "described")),
        ("the point made by Roe", (HeadKind.PASSIVE, "made")),
        ("an old argument put forth by Roe", (HeadKind.PASSIVE, "put")),
        ("the “far quay” offered by Roe", (HeadKind.PASSIVE, "offered")),
        ("the boat made by Roe", None),
        ("spelled out by preeminent archaeologist Roe", (HeadKind.PASSIVE, "spelled")),
        ("the old thesis of Roe", (HeadKind.IDEA, "thesis")),
        ("an essay by the late Roe", None),
        ("an essay by Roe", (HeadKind.IDEA, "essay")),
        ("“It fell,” writes Roe", (HeadKind.INVERTED, "writes")),
        ("It fell, notes the philosopher [Roe", (HeadKind.INVERTED, "notes")),
        ("[Commenta](https://example.org/a) la Roe", (HeadKind.INVERTED, "commenta")),
        ("It fell. For Roe", (HeadKind.OPENER, "for")),
        ("He voted for Roe", None),
        ("“far” for Roe", None),
        ("la thèse de Roe", (HeadKind.IDEA, "thèse")),
        ("l’idea dell’economista Roe", (HeadKind.IDEA, "idea")),
        ("la tesi del filosofo Roe", (HeadKind.IDEA, "tesi")),
        ("la pensée d’Roe", (HeadKind.IDEA, "pensée")),
        ("écrit l’historienne Roe", (HeadKind.INVERTED, "écrit")),
        ("schon alt, so Roe", (HeadKind.INVERTED, "so")),
        ("“Cayó”, dijo una vez Roe", (HeadKind.INVERTED, "dijo")),
        ("« Il tombe », écrivait déjà Roe", (HeadKind.INVERTED, "écrivait")),
        ("comme l’a montré Roe", (HeadKind.INVERTED, "montré")),
        ("que es para Roe", (HeadKind.OPENER, "para")),
        ("con Roe", (HeadKind.COMPANION, "con")),
        ("the notion of a quay in Roe", (HeadKind.IDEA, "notion")),
        ("the term “quay” from Roe", (HeadKind.IDEA, "term")),
        ("the notion that a quay fell in Roe", None),
        ("he met “Roe", None),
        ("Roe", None),
    ],
)
def test_heads(text: str, expected: tuple[HeadKind, str] | None) -> None:
    found = head(text, text.rindex("Roe"), 0)
    assert (found and (found.kind, found.word)) == expected
    if found:
        assert found.word in text[found.start :].lower()


def test_a_name_in_the_genitive() -> None:
    text = "die alte These Roes"
    assert head(text, text.index("Roe"), 0) is None
    found = head(text, text.index("Roe"), 0, genitive=True)
    assert found and (found.kind, found.word) == (HeadKind.IDEA, "these")


def test_a_sentence_does_not_look_into_the_one_before() -> None:
    text = "It was argued by Roe"
    assert head(text, text.index("Roe"), text.index("by")) is None
