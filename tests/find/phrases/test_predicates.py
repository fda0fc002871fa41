"""What a sentence says of a name, by what stands right behind it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.find.phrases.predicates import predicate, verb_at_end
from anora_bib.find.phrases.verbs import Kind


def read(text: str, name: str = "Roe") -> tuple[Kind, str, bool] | None:
    end = text.index(name) + len(name)
    said = predicate(text, end, len(text))
    return (said.kind, text[end : said.end], said.complement) if said else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Roe argues that tolls fall.", (Kind.CLAIM, " argues", True)),
        ("Roe has long argued for tolls.", (Kind.CLAIM, " has long argued", False)),
        ("Roe, for her part, rightly insists that tolls fall.", (Kind.SPEECH, ", for her part, rightly insists", True)),
        ("Roe, say, in her 2016 paper, suggests tolls.", (Kind.CLAIM, ", say, in her 2016 paper, suggests", False)),
        ("Roe (2014) found that tolls fall.", (Kind.THOUGHT, " (2014) found", True)),
        ("Roe, who taught at Hull, left.", None),
        ("Roe, who contends that tolls fall, left.", (Kind.CLAIM, ", who contends", True)),
        ("Roe and Ann Poe report: “It fell.”", (Kind.CLAIM, " and Ann Poe report", True)),
        ("Roe of the Harbour Board says it fell.", (Kind.SPEECH, " of the Harbour Board says", True)),
        ("Roe says nothing of it.", (Kind.SPEECH, " says", False)),
        ("Roe asks readers to think.", (Kind.SPEECH, " asks", True)),
        ("Roe asks for tea.", (Kind.SPEECH, " asks", False)),
        ("Roe did not believe that tolls fall.", (Kind.THOUGHT, " did not believe", True)),
        ("Roe did not believe it.", None),
        ("Roe, 54, who works for the port and has lived by it for 37 years, said he misses the old quay.",
         (Kind.SPEECH, ", 54, who works for the port and has lived by it for 37 years, said", True)),
        ("Roe and her colleagues showed that tolls fall.", (Kind.THOUGHT, " and her colleagues showed", True)),
        ("Roe [20] notes that tolls fall.", (Kind.CLAIM, " [20] notes", True)),
        ("Roe gloats that the tolls fall.", (Kind.THOUGHT, " gloats", True)),
        ("Roe jubelt, dass Zölle sinken.", (Kind.THOUGHT, " jubelt", True)),
        ("Roe lamentaba que bajara el peaje.", (Kind.CLAIM, " lamentaba", True)),
        ("Roe ensures that the tolls fall.", None),
        ("Roe tripled that toll.", None),
        ("Roe was so pleased that the tolls fell.", None),
        ("Roe continues:", (Kind.SPEECH, " continues", True)),
        ("Roe continues to walk.", None),
        ("Roe continúa:", (Kind.SPEECH, " continúa", True)),
        ("Roe por su parte dice que cierran.", (Kind.SPEECH, " por su parte dice", True)),
        ("Roe de son côté dit que tout ferme.", (Kind.SPEECH, " de son côté dit", True)),
        ("Roe points out that tolls fall.", (Kind.CLAIM, " points out", True)),
        ("Roe looks at a series of ports.", (Kind.CLAIM, " looks at", False)),
        ("Roe offers a new and daring theory.", (Kind.CLAIM, " offers a new and daring theory", False)),
        ("Roe offers tea.", None),
        ("Roe has been there for a theory.", None),
        ("Roe goes on to scrutinize the quay.", (Kind.STUDY, " goes on to scrutinize", False)),
        ("Roe to explore the quay.", None),
        ("[Roe](https://example.org/a) [calls](https://example.org/b) it “a port”.",
         (Kind.SPEECH, "](https://example.org/a) [calls", True)),
        ("Roe’s ambitious, wide thesis is gone.", (Kind.IDEA, "’s ambitious, wide thesis", False)),
        ("Roe's essay is gone.", (Kind.PIECE, "'s essay", False)),
        ("Roe’s story is gone.", (Kind.NOTION, "’s story", False)),
        ("Roe’s house holds an argument.", None),
        ("Roe’s words: “It fell.”", (Kind.IDEA, "’s words", True)),
        ("Roe: “It fell.”", (Kind.COLON, ":", False)),
        ("Roe once more: “It fell.”", (Kind.IDEA, " once more:", True)),
        ("Roe turned to the quay and said, “It fell.”", (Kind.SPEECH, " turned to the quay and said", True)),
        ("Roe is careful to note that it fell.", (Kind.CLAIM, " is careful to note", True)),
        ("Roe was the first engineer to argue for tolls.", (Kind.CLAIM, " was the first engineer to argue", False)),
        ("Roe was there to argue for tolls.", None),
        ("Roe, a fellow of the Harbour College argues that it fell.",
         (Kind.CLAIM, ", a fellow of the Harbour College argues", True)),
        ("Roe, a fellow of the college that argues for tolls, left.", None),
        ("Roe is well aware that it fell.", (Kind.CLAIM, " is well aware", True)),
        ("Roe is aware of it.", None),
        ("Roe Jr. argues that tolls fall.", (Kind.CLAIM, " Jr. argues", True)),
        ("Roe set out to begin.", None),
        ("Roe set out the case.", (Kind.CLAIM, " set out", False)),
        ("Roe has long construed it as a question of tolls.", (Kind.CLAIM, " has long construed", False)),
        ("Roe kept the quay against it, stating, “It fell.”",
         (Kind.SPEECH, " kept the quay against it, stating", True)),
        ("Roe’s *Critique of Tolls* is gone.", None),
        ("Roe felt strongly that it fell.", (Kind.THOUGHT, " felt", True)),
        ("Roe pleads for tolls.", (Kind.CLAIM, " pleads for", False)),
        ("Roe was criticized for it.", None),
        ("Roe is quoted as saying so.", (Kind.CLAIM, " is quoted", False)),
        ("Roe is arguing that tolls fall.", (Kind.CLAIM, " is arguing", True)),
        ("Roe never said that it fell.", None),
        ("Roe did not write that it fell.", None),
        ("Roe fell. Poe argues that it rose.", None),
        ("Roe wanders to see the quay.", None),
        ("Roe told me that it fell.", (Kind.SPEECH, " told me", True)),
        ("Roe schreibt, dass die Zölle fallen.", (Kind.CLAIM, " schreibt", True)),
        ("Roe affirme que les ports ferment.", (Kind.CLAIM, " affirme", True)),
        ("Roe sostiene che i porti chiudono.", (Kind.CLAIM, " sostiene", True)),
        ("Roe señala que los puertos cierran.", (Kind.CLAIM, " señala", True)),
        ("Roe and others of her school argue that tolls fall.", (Kind.CLAIM, " and others of her school argue", True)),
        ("Roe and a friend left.", None),
        ("Roe hat in ihrem Buch gezeigt, dass die Zölle fallen.", (Kind.CLAIM, " hat in ihrem Buch gezeigt", True)),
        ("Roe hat in Hull und Bremen nachgewiesen, dass", (Kind.CLAIM, " hat in Hull und Bremen nachgewiesen", True)),
        ("Roe hat in Hull gewohnt.", None),
        ("Roe weist in einem Aufsatz darauf hin, dass", (Kind.CLAIM, " weist in einem Aufsatz darauf hin", True)),
        ("Roe weist den Weg.", None),
        ("Roe a montré que les ports ferment.", (Kind.CLAIM, " a montré", True)),
        ("Roe est cité partout.", None),
        ("Roe l’a montré.", (Kind.CLAIM, " l’a montré", False)),
        ("Roe lui-même le reconnaît : « Il tombe. »", (Kind.CLAIM, " lui-même le reconnaît", True)),
        ("Roe puede afirmar que cierran.", (Kind.CLAIM, " puede afirmar", True)),
        ("Roe, optimista, alza la ciudad vieja, y la encuentra.", None),
        ("Roe", None),
    ],
)  # fmt: skip
def test_predicates(text: str, expected: tuple[Kind, str, bool] | None) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("was Roe als Angst beschrieben hat, ist alt", "beschrieben"),
        ("wie Roe die Zölle nannte.", "nannte"),
        ("was Roe gestern kaufte.", None),
        ("was Roe ohne Ende", None),
        ("was Roe", None),
    ],
)
def test_the_verb_at_the_end_of_a_clause(text: str, expected: str | None) -> None:
    end = verb_at_end(text, text.index("Roe") + 3, len(text))
    assert (text[:end].rsplit(maxsplit=1)[-1] if end else None) == expected


@given(
    st.lists(
        st.sampled_from(
            ["Roe", " argues", ",", " (", ")", "’s", " thesis", " that", " and Poe", "](x)", " who", ":", "“"]
        )
    )
)
@settings(max_examples=150)
def test_a_predicate_ends_inside_the_sentence(parts: list[str]) -> None:
    text = "".join(parts)
    said = predicate(text, 0, len(text))
    assert said is None or 0 < said.end <= len(text)
