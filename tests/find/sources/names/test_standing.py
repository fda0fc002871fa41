"""Who is a source: by the company a name keeps in the essay; and who is only somebody in a film or a novel."""

from __future__ import annotations

import pytest

from anora_bib.find.prose.mentions import find_mentions
from anora_bib.find.sources.attributions import find_attributions
from anora_bib.model import Apparatus, Essay, Name, Person, Relation
from anora_bib.records.record_set import RecordSet
from tests.find.support import bracketed, paragraphs, stressed, with_prose

RECORDS = RecordSet(people=(Person("person/ida-poe", Name("Poe", "Ida"), roles=("director",)),))
STORY = "The film is a film among films, and its plot that of a novel.\n"


def read(text: str) -> list[tuple[str, str]]:
    whole = Essay.of("e.txt", text, "text", emphases=stressed(text))
    cut = with_prose(Apparatus(whole, markers=bracketed(text), body=paragraphs(text)), RECORDS)
    found = Apparatus(whole, markers=cut.markers, body=cut.body, prose=cut.prose, people=cut.people,
                      mentions=find_mentions(cut, RECORDS))  # fmt: skip
    return [(one.name, one.text) for one in find_attributions(found, RECORDS)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mary Doe argues that tolls fall.", ["Mary Doe"]),
        ("Mary Doe came. Doe thinks little of tolls.", []),
        ("The economist Mary Doe came. Doe thinks little of tolls.", ["Doe"]),
        ("Mary Doe, a professor of law, came. Doe weighs the tolls.", ["Doe"]),
        ("[Mary Doe](https://example.org/a) came. Doe weighs the tolls.", ["Doe"]),
        ("Mary Doe’s *A Quay in Fog* came. Doe weighs the tolls.", ["Doe"]),
        ("Mary Doe’s thesis is old.", ["Mary Doe"]),
        ("Our harbour, and the act. The Harbour Act argues that tolls fall.", []),
        ("Later the HULL found that the tolls had fallen.", ["HULL"]),
        ("Later the HULL found a toll.", []),
        ("It is shaped as HULL documents are.", []),
        ("All HULL documents should say that tolls fall.", []),
        ("It fell. According to the HULL standard it rose.", []),
        ("According to Old Harbour scholar Mary Doe, it fell.", ["Mary Doe"]),
        ("According to Poe’s pupil and critic Mary Doe it fell.", ["Mary Doe"]),
        ("The thesis was first argued by Mary Doe.", ["Mary Doe"]),
        ("It rests on the theory of the economist Mary Doe.", ["Mary Doe"]),
        ("The essayist Mary Doe came. As the essayist put it, tolls fall.", ["Mary Doe"]),
        ("The essayist Mary Doe and the critic Ann Poe came. It is what the essayist calls fog.", ["Mary Doe"]),
        ("Mary Doe came. As the essayist put it, tolls fall.", []),
        ("The essayist Mary Doe came. As the essayist slept, tolls fell.", []),
        ("For Kant, a toll is a duty.", ["Kant"]),
        ("As Hegel saw, a toll is a duty.", ["Hegel"]),
        ("It shows in the words of Mary Doe’s lawyer.", []),
        ("They met Mary Doe, whose thesis on tolls is old.", ["Mary Doe"]),
        ("Mary Doe, who helped the docks, has argued that tolls fall.", ["Mary Doe"]),
        ("Mary Doe asks us to weigh the tolls.", ["Mary Doe"]),
        ("For Mary, a toll is a duty.", []),
        ("They met Smith, and Smith writes that tolls fall.", ["Smith"]),
        ("They met Smith, and Smith says that tolls fall.", []),
        ("The Smith writes that tolls fall.", []),
        ("Critics write that tolls fall.", []),
        ("According to Mary Doe, tolls fall.", ["Mary Doe"]),
        ("Selon l’historienne Mary Doe, les ports ferment.", ["Mary Doe"]),
        ("Como señala la escritora Mary Doe, los puertos cierran.", ["Mary Doe"]),
        ("Selon Mary Doe, les ports ferment.", ["Mary Doe"]),
        ("Laut Mary Doe fallen die Zölle.", ["Mary Doe"]),
        ("Según Mary Doe, los puertos cierran.", ["Mary Doe"]),
        ("Secondo Mary Doe i porti chiudono.", ["Mary Doe"]),
        ("The history of Mary Doe is long.", []),
        ("Readers of Mary Doe argue that tolls fall.", []),
    ],
)
def test_who_is_a_source(text: str, names: list[str]) -> None:
    assert [name for name, _ in read(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mary Doe says that the quay is hers.", []),
        ("Mary Doe’s idea of the quay is odd.", []),
        ("The heroine Mary Doe argues that tolls fall.", []),
        ("Mary Doe (Ann Poe) argues that tolls fall.", []),
        ("Mary shouts that tolls fall, and Mary believes it.", []),
        ("As Mary Doe says, the quay is hers.", ["Mary Doe"]),
        ("The critic Mary Doe says that the quay is hers.", ["Mary Doe"]),
        ("Mary Doe argues that tolls fall. Doe writes that they rise. Doe weighs both.", ["Mary Doe", "Doe", "Doe"]),
        ("Ida Poe presents a quay of fog, and how it lies.", []),
        ("The director Mary Doe came. Doe confirms her touch, and Doe’s vision of fog.", []),
        ("The heroine Mary Doe (Ann Poe): “The quay is all mine.”", []),
        ("As Mary Doe (Ann Poe) concedes, it is fog.", ["Mary Doe"]),
        ("Ida Poe has said that the quay is hers.", ["Ida Poe"]),
        ("The quay is played by Ann Doe and portrayed by Mary Doe.", []),
    ],
)  # fmt: skip
def test_who_is_in_the_story(text: str, names: list[str]) -> None:
    assert [name for name, _ in read(STORY + text)] == names


def test_a_piece_that_is_only_named_is_discussed() -> None:
    text = "The economist Mary Doe’s essay is long. Doe’s thesis is short."
    essay = Essay.of("e.txt", text, "text")
    found = find_attributions(with_prose(Apparatus(essay, body=paragraphs(text)), RECORDS), RECORDS)
    assert [(one.text, one.relation) for one in found] == [
        ("Mary Doe’s essay", Relation.DISCUSSES),
        ("Doe’s thesis", Relation.CITES_AS_AUTHORITY),
    ]
