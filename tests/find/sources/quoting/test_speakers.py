"""Who speaks the words in quotation marks, or that nobody does."""

from __future__ import annotations

import pytest

from anora_bib.find.sources.attributions import find_attributions
from anora_bib.model import Apparatus, Essay
from anora_bib.records.record_set import RecordSet
from tests.find.support import paragraphs, stressed, with_prose


def read(text: str) -> list[tuple[str, str | None]]:
    """Each quotation with its speaker, or None."""
    essay = Essay.of("e.txt", text, "text", emphases=stressed(text))
    cut = with_prose(Apparatus(essay, body=paragraphs(text)))
    spoken = [(one.quotation, one.speaker or one.name) for one in find_attributions(cut, RecordSet()) if one.quotation]
    return [
        (quotation.of(text), next((name for words, name in spoken if words.overlaps(quotation)), None))
        for quotation in cut.prose.quotations
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mary Doe writes: “It fell in a day.” Then it stood.", ["Mary Doe"]),
        (
            "“I have had calls about it,” says Mary Doe, the head of the port. “I just lose heart.”",
            ["Mary Doe", "Mary Doe"],
        ),
        (
            "“I have had calls about it,” says Mary Doe, the head of the port. “Lost hearts” is a song.",
            ["Mary Doe", None],
        ),
        (
            "Jane Poe said the port would close.\nMary Doe is looking for work so that she can stay in the town.\n"
            "“I would like to see it open once more,” she says.",
            ["Mary Doe"],
        ),
        ("“It has to close this year,” says chief deputy Mary Doe.", ["Mary Doe"]),
        (
            "All is Mary Doe:\n\n“It fell in a day of March.” (31)\n\n“It has to close this year.” (33)",
            ["Mary Doe", "Mary Doe"],
        ),
        ("Mary Doe said that the quay fell.\n\n“It has to close this year.”", ["Mary Doe"]),
        ("Mary Doe left.\n\n“It fell in a single day of March.” (31)", [None]),
        ("Mary Doe wrote of the quay (yes, “wrote”, she did).", [None]),
        ("Mary Doe argues that the quay fell. “It fell in a single day,” she writes.", ["Mary Doe"]),
        ("Mary Doe argues that the quay fell. She writes that it was “all fog and stone”.", ["Mary Doe"]),
        ("“It fell,” Mary Doe said, “and then it stood.”", ["Mary Doe", "Mary Doe"]),
        ("Mary Doe says that “it fell in a day” and that “it stood for years”.", ["Mary Doe", "Mary Doe"]),
        ("To borrow a phrase from Mary Doe, they are “dry” and “wet” quays.", ["Mary Doe", "Mary Doe"]),
        ("Mary Doe argues that quays fall. They do so “as slowly as the tide that made them”.", ["Mary Doe"]),
        ("Mary Doe argues that quays fall. They are “slow”.", [None]),
        ("The quay is “free”, and the dock is “closed to all but those who pay”.", [None, None]),
        ("In her essay “A Quay in the Fog,” Mary Doe argues that tolls fall.", [None]),
        ("Mary Doe argues that tolls fall. Ann Poe argues that they rise. It is “a matter of taste and fog”.", [None]),
        ("Mary Doe argues that tolls fall. “Is there something that I cannot see?” asks Ani.", [None]),
        ("Mary Doe argues that tolls fall. “There is something that I see,” one docker says.", [None]),
        ("Mary Doe wrote the story “Where Is the Old Quay Now?” in a day.", [None]),
        ("Mary Doe argues so. Doe notes it. Doe claims so.\nIt was “a crucial year” (12).", ["Mary Doe"]),
        ("Mary Doe lists it on a page of “Myths and Facts”.", [None]),
        ("They wore shirts that read “WE SAW THE QUAY”, as Mary Doe notes.", [None]),
        (
            "Mary Doe defines it: “a wall of stone.” Ann Poe writes that “it fell”.\n"
            "Doe goes further and looks to the law. She argues that “a toll is a form of waiting”.",
            ["Mary Doe", "Ann Poe", "Mary Doe"],
        ),
        ("Mary Doe argues so. Doe notes it. Doe claims so.\nIt was “dear” to all the poor (12 – 13).", ["Mary Doe"]),
        ("Mary Doe argues that tolls fall. By using the term “quay,” he denies it.", [None]),
        ("Mary Doe argues that tolls fall. « Le quai est tombé », confie-t-elle.", ["Mary Doe"]),
        ("Mary Doe argues that tolls fall. Elle précise : « Le quai est tombé en un jour ».", ["Mary Doe"]),
        ("The painter Mary Doe came. “It fell in a day,” says the painter.", ["Mary Doe"]),
        (
            "Mary Doe argues so. Doe notes it. Doe claims so.\nHis retort was that it “fell in a single day”.",
            [None],
        ),
        ("Quays fell. Mary Doe saw it. She told of it in an interview, saying, “It fell in a day.”", ["Mary Doe"]),
        (
            "“It fell in a day,” Mary Doe said.\n“Nobody saw it fall.”\nThe dock is “free”.",
            ["Mary Doe", "Mary Doe", None],
        ),
        ("Mary Doe argues so. As they go on to the docks, they write, “It fell in a day.”", ["Mary Doe"]),
        ("Mary Doe argues so.\nDoe goes on to a third way: “The quay is open to all of us.”", ["Mary Doe"]),
        ("Mary Doe argues so. Ann Poe notes it.\nDoe goes with Poe a third way: “The quay is open.”", ["Mary Doe"]),
        ("La poeta Mary Doe vino en un barco. “Cayó”, escribe, y no dice cuándo.", ["Mary Doe"]),
        ("La poeta Mary Doe vino con los demás. Dice que el muelle era una “pulsión” de la ciudad.", ["Mary Doe"]),
        ("Dans son livre « Le quai tombé », Mary Doe note que la ville est vide.", [None]),
        ("In his famous “Anecdote of the Quay”, Al Doe argues that tolls fall.", [None]),
        ("Mary Doe argues so, and adds that it is “fog”, and a city “that nobody has seen”.", ["Mary Doe", "Mary Doe"]),
        (
            "Ann Poe says that it fell. Mary Doe argues that it stood. In the end Doe took up this idea of Poe, and "
            "went with it all the way round the old dock and the new quay: it “will stand”, she writes, for all.",
            ["Mary Doe"],
        ),
        ("The poet Mary Doe came. Nel libro scrive:\n“Il porto è chiuso da sempre.”", ["Mary Doe"]),
        ("The painter Mary Doe came. Later the painter said of the quay: “It fell in a single day.”", ["Mary Doe"]),
        ("Mary Doe argues so. “It fell,” she continued, “and so will the rest of the old quay.”", ["Mary Doe"] * 2),
        ("La poeta Mary Doe vino. Le contó a todos lo que vio: “El muelle se cayó en un día”.", ["Mary Doe"]),
    ],
)
def test_speakers(text: str, expected: list[str | None]) -> None:
    assert [speaker for _, speaker in read(text)] == expected


def test_far_words_belong_to_another_clause() -> None:
    between = "and the docks, which nobody has seen since the great storm of that year, " * 3
    assert read(f"Mary Doe writes that it fell, {between}are “long lost”.") == [("long lost", None)]
