"""Sources named in prose: who is meant, who speaks, which words, which marker."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.find.sources.attributions import find_attributions
from anora_bib.model import (
    Apparatus,
    Attribution,
    Entry,
    Essay,
    Name,
    Outlet,
    Person,
    Place,
    Reference,
    Work,
)
from anora_bib.records.record_set import RecordSet
from anora_bib.text.spans import Span
from tests.find.support import bracketed, paragraphs, stressed, with_prose

RECORDS = RecordSet(
    people=(
        Person("person/jane-roe", Name("Roe", "Jane"), roles=("critic",)),
        Person("person/sean-baker", Name("Baker", "Sean")),
    ),
    outlets=(
        Outlet("outlet/variety", "Variety", "magazine"),
        Outlet("outlet/time", "Time", "magazine"),
        Outlet("outlet/guardian", "The Guardian", "newspaper"),
        Outlet("outlet/los-angeles-times", "Los Angeles Times", "newspaper", ("L.A. Times",)),
    ),
    works=(Work("work/anora", "Anora", "motion_picture"), Work("work/ports", "Of Ports: A Reader", "book")),
)


def essay(text: str, **notes: Entry) -> Apparatus:
    """An essay whose lines are paragraphs, whose markers are [1], [2], and whose notes n1, n2 cite entries."""
    references = [Reference(entry, Place.NOTE, Span(0, 0), label.removeprefix("n")) for label, entry in notes.items()]
    whole = Essay.of("e.txt", text, "text", emphases=stressed(text))
    return Apparatus(whole, markers=bracketed(text), references=tuple(references), body=paragraphs(text))


def read(text: str, **notes: Entry) -> list[Attribution]:
    return list(find_attributions(with_prose(essay(text, **notes), RECORDS), RECORDS))


@pytest.mark.parametrize(
    ("text", "name", "source", "speaker", "quotation"),
    [
        ("Sean Baker told Variety that “film is work.”", "Variety", "outlet/variety", "Sean Baker", "film is work."),
        ("“Film is work,” Sean Baker told Time.", "Time", "outlet/time", "Sean Baker", "Film is work,"),
        ("As Sean Baker said, and as reported by Variety, “it is work.”", "Variety", "outlet/variety", "Sean Baker",
         "it is work."),
        ("In an interview with the Guardian, Sean Baker was blunt.", "Guardian", "outlet/guardian", "Sean Baker", None),
        ("When asked by the L.A. Times about it, Sean Baker smiled. “I film,” he said, “and I cut.”", "L.A. Times",
         "outlet/los-angeles-times", "Sean Baker", "I film,” he said, “and I cut."),
        ("According to Variety the film lost money.", "Variety", "outlet/variety", "", None),
        ("The trade paper Variety reports that rents doubled.", "Variety", "outlet/variety", "", None),
        ("Speaking to *Time*, Sean Baker shrugged.", "Time", "outlet/time", "Sean Baker", None),
        ("As Jane Roe argues, the port is a stage.", "Jane Roe", "person/jane-roe", "Jane Roe", None),
        ("The critic Jane Roe writes that it is “all stage”.", "Jane Roe", "person/jane-roe", "Jane Roe", "all stage"),
        ("Jane Roe came late. To paraphrase Roe, ports are stages.", "Roe", "person/jane-roe", "Jane Roe", None),
        ("This is what Jane Roe calls “the long quay”.", "Jane Roe", "person/jane-roe", "Jane Roe", "the long quay"),
        ("One docker, Al Doe, argues that it fell.", "Al Doe", "", "Al Doe", None),
        ("“El muelle es de todos”, decía el poeta alemán Al Doe.", "Al Doe", "", "Al Doe", "El muelle es de todos"),
        ("“It fell,” said Harbour Board Head Dr. Al Doe.", "Al Doe", "", "Al Doe", "It fell,"),
        ("“It fell in a day.” Al Doe said.", "Al Doe", "", "Al Doe", "It fell in a day."),
        ("C’est ce que pense Al Doe.", "Al Doe", "", "Al Doe", None),
        ("The warden of the docks, Professor Al Doe, said that it fell.", "Al Doe", "", "Al Doe", None),
        ("Thus for Jane Roe, ports are “stages”.", "Jane Roe", "person/jane-roe", "Jane Roe", "stages"),
        ("In Jane Roe’s words, it is “a stage”.", "Jane Roe", "person/jane-roe", "Jane Roe", "a stage"),
        ("The long quay, a phrase coined by Jane Roe, is gone.", "Jane Roe", "person/jane-roe", "Jane Roe", None),
        ("Jane Roe again:\n“The quay is gone.”", "Jane Roe", "person/jane-roe", "Jane Roe", "The quay is gone."),
        ("Jane Roe, in her book Of Ports, notes that quays rot.", "Jane Roe", "person/jane-roe", "Jane Roe", None),
        ("As Al Doe argues, it is “no stage at all”.", "Al Doe", "", "Al Doe", "no stage at all"),
        ("We spoke to Nadia, a docker.\n“It was cold.”", "Nadia", "", "Nadia", "It was cold."),
        ("She told the Harbour Gazette as much.", "Harbour Gazette", "", "", None),
        ("(See Jane Roe’s Of Ports: A Reader.)", "Jane Roe", "work/ports", "", None),
        ("Variety’s Al Doe called it “thin”.", "Variety", "outlet/variety", "Al Doe", "thin"),
        ("Variety’s A. B. Doe called it “thin”.", "Variety", "outlet/variety", "A. B. Doe", "thin"),
        ("Al Doe of Variety says it is “thin”.", "Variety", "outlet/variety", "Al Doe", "thin"),
        ("Writing in Variety, Al Doe notes that it is thin.", "Variety", "outlet/variety", "Al Doe", None),
        ("Jane Roe argues that ports are stages.", "Jane Roe", "person/jane-roe", "Jane Roe", None),
        ("In her memoir *Quays*, Eve Doe recalls that “nobody asked”.", "Eve Doe", "", "Eve Doe", "nobody asked"),
        ("As Al Doe wrote in “The Long Quay,” ports are “stages”.", "Al Doe", "", "Al Doe", "stages"),
        ("Poe again:\n“The quay is gone.”", "Poe", "", "", "The quay is gone."),
        ("In Poe’s words, it is “a stage”.", "Poe", "", "", "a stage"),
        ("It fell, says Al Doe, the director of the docks, “in a day”.", "Al Doe", "", "Al Doe", "in a day"),
        ("“It fell,” said Jane Roe.", "Jane Roe", "person/jane-roe", "Jane Roe", "It fell,"),
        ("[As Al Doe argues](https://example.org/a), it fell.", "Al Doe", "", "Al Doe", None),
        ("Ray Poe fell. But Doe told Variety that “it fell”.", "Variety", "outlet/variety", "Doe", "it fell"),
        ("As Jane Roe argued in The Long and Short, “it fell”.", "Jane Roe", "person/jane-roe", "Jane Roe", "it fell"),
        ("The poet Eve Doe, in [her essay](https://example.org/a), notes tolls.", "Eve Doe", "", "Eve Doe",
         None),
        ("“It fell in a day,” Dr Al Doe says.", "Al Doe", "", "Al Doe", "It fell in a day,"),
        ("Der Hafen hieß „frei“, so schloß Wolfgang Doe.", "Wolfgang Doe", "", "Wolfgang Doe", "frei"),
        ("Eve Doe kam. Seit 2015 hat Doe dafür plädiert, „daß es fließt“.", "Doe", "", "Eve Doe", "daß es fließt"),
        ("Jane Roe, einer Frau, zu Folge ist es „im Fluß“.", "Jane Roe", "person/jane-roe", "Jane Roe", "im Fluß"),
        ("« Le quai, pointe Eve Doe, tombe. »", "Eve Doe", "", "Eve Doe", " Le quai, pointe Eve Doe, tombe. "),
        ("Jane Roe, when asked by Al Doe about tolls, responded: “It fell.”", "Jane Roe", "person/jane-roe", "Jane Roe",
         "It fell."),
        ("Sean Baker has mentioned that a friend was taken.", "Sean Baker", "person/sean-baker", "Sean Baker", None),
    ],
)  # fmt: skip
def test_one_attribution(text: str, name: str, source: str, speaker: str, quotation: str | None) -> None:
    (found,) = read(text)
    assert (found.name, found.source, found.speaker) == (name, source, speaker)
    assert (found.quotation.of(text) if found.quotation else None) == quotation
    assert found.span.of(text) == found.text
    assert name in found.text


def test_each_of_two_behind_a_noun_is_a_source() -> None:
    found = read("It rests on the thesis of Ann Poe and Bo Roe.")
    assert [(one.name, one.text) for one in found] == [
        ("Ann Poe", "thesis of Ann Poe"),
        ("Bo Roe", "thesis of Ann Poe and Bo Roe"),
    ]


def test_each_of_several_who_argue_together_is_a_source() -> None:
    text = "Jane Roe and Al Doe argue that it is “a stage”."
    assert [(one.name, one.quotation is not None) for one in read(text)] == [("Jane Roe", True), ("Al Doe", False)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The show opened in Hull, elaborating on the ideas of a book.", "a place behind a preposition"),
        ("The mother tells Ivan that she saw “a ghost”.", "people of the story speak"),
        ("Galina says “no” to Toros.", "people of the story speak"),
        ("He moved to Los Angeles Times: nobody cared.", "a colon before no quotation"),
        ("(Of Ports. Los Angeles Times: Viking, 1978.)", "a name before a publisher"),
        ("Anora suggests that work is “work”.", "a film is no speaker"),
        ("Time reports nothing to the dead.", "a common word at the head of a sentence"),
        ("She told the story of the port.", "no name"),
        ("Sean Baker has mentioned a friend.", "nothing is said"),
        ("Some critics argue that it fails.", "unnamed"),
        ("She wrote in “Docks and Fog” of the rain.", "a title is not who wrote"),
        ("In an essay for Harbour Weekly, “The Sound of Fog,” she is sad.", "a title is no quotation"),
        ("He cried “she told Variety” and fell.", "inside a quotation"),
        ("The idea of Quayside Darwinism came late.", "a doctrine is nobody"),
        ("In the case of Al Doe it rained.", "what happened to somebody"),
        ("The film is a film, as films are: a film. According to Mr. Lift, it fell.", "people of a film"),
        ("They walked through Variety Lane.", "no construction"),
    ],
)
def test_no_attribution(text: str, reason: str) -> None:
    assert read(text) == [], reason


def test_interviews_are_flagged() -> None:
    assert [found.interview for found in read("She told Variety. According to Time it rained.")] == [True, False]


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("As she told Variety[2] it rained.", "2"),
        ("As she told Variety, “it rained.”[2]", "2"),
        ("As she told Variety, it rained [2], and then it stopped.[3]", "2"),
        ("As she told Variety. “It rained.”[2] Then it stopped.[3]", "2"),
        ("She came[1] as she told Variety.", ""),
    ],
)
def test_marker_that_backs_it(text: str, marker: str) -> None:
    assert read(text)[0].marker == marker


def piece(outlet: str, type: str = "article-magazine") -> Entry:
    return Entry.of(type, container_title=outlet)


def test_a_marker_attributes_a_quotation_the_sentence_does_not() -> None:
    text = "The aim was to “lift the shame”.[1] Others call it “noise”."
    (found,) = read(text, n1=piece("Variety"))
    assert (found.name, found.source, found.marker, found.text) == ("Variety", "outlet/variety", "1", "lift the shame")


@pytest.mark.parametrize(
    ("notes", "reason"),
    [
        ({}, "an unknown note"),
        ({"n1": piece("Essays on Ports", "chapter")}, "a book did not say it"),
        ({"n1": Entry.of("book", title="Of Ports")}, "no outlet and no author"),
        ({"n1": Entry.of("motion_picture", author=(Name("Poe", "Ida"),))}, "a film did not say it"),
    ],
)
def test_a_marker_without_an_outlet_attributes_nothing(notes: dict[str, Entry], reason: str) -> None:
    assert read("The aim was to “lift the shame”.[1]", **notes) == [], reason


def test_a_marker_names_the_author_of_a_book() -> None:
    (found,) = read("The aim was to “lift the shame”.[1]", n1=Entry.of("book", author=(Name("Poe", "Ida"),)))
    assert (found.name, found.speaker, found.marker) == ("Ida Poe", "Ida Poe", "1")


def test_a_marker_names_the_author_of_a_study_before_its_journal() -> None:
    study = Entry.of("article-journal", container_title="Quays", author=(Name("Roe", "Jane"),))
    (found,) = read("The aim was to “lift the shame”.[1]", n1=study)
    assert (found.name, found.source, found.speaker) == ("Jane Roe", "person/jane-roe", "Jane Roe")


def test_the_family_name_of_a_cited_author_is_known() -> None:
    cited = Entry.of("book", title="Nets", author=(Name("Poe", "Bo"),))
    (found,) = read("Poe said, in “Of Nets,” that “all is net”.[1]", n1=cited)
    assert (found.name, found.speaker, found.marker) == ("Poe", "Bo Poe", "1")
    assert found.quotation is not None


def test_a_marker_is_used_once() -> None:
    assert len(read("As reported by Variety, it is “a stage”.[1]", n1=piece("Variety"))) == 1


@given(
    st.lists(
        st.sampled_from(["told ", "Variety", " as ", "Jane Roe", " argues ", "“", "”", ".[1]", " ", "\n", ":", "(See "])
    )
)
@settings(max_examples=100)
def test_spans_slice_to_their_text(parts: list[str]) -> None:
    text = "".join(parts)
    for found in read(text, n1=piece("Variety")):
        assert found.span.of(text) == found.text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jane Poe, Mary Doe says, held that the quay fell.", ["Jane Poe", "Mary Doe"]),
        ("The port lives on aid, said Mary Doe, the head of the board.", ["Mary Doe"]),
        ("Mary Doe says port fees are too high.", ["Mary Doe"]),
        ("The Harbour Institute argued that the quay fell.", ["Harbour Institute"]),
        ("According to the Board of Tolls, the quay fell; the Board noted that it did.", ["Board", "Board of Tolls"]),
        ("Such a toll, the Harbour Institute argued, is none.", ["Harbour Institute"]),
        ("The Harbour Institute stands by the quay. A Board noted it down.", []),
        ("She works for the Harbour Institute and was praised by Hull University Professor of Law.", []),
        ("According to Article 87, tolls fall.", []),
        ("As @doe2006 [20] puts it, the quay fell. @Poe1999 notes that it stood.", ["Poe"]),
        ("The quay fell [@Poe1999, 12].", []),
        ("Mary Doe wrote on tolls. The state of the port (Doe, *On Tolls*) is told so.", ["Mary Doe"]),
        ("Mary Doe wrote that the quay fell (Doe, xxi).", ["Mary Doe"]),
    ],
)  # fmt: skip
def test_every_source_of_a_sentence(text: str, names: list[str]) -> None:
    assert sorted({one.speaker or one.name for one in read(text)}) == names


def test_a_body_before_what_reports_and_a_person_behind_it() -> None:
    # Names are searched by their places: a body that stands before a person must come before.
    text = (
        "In March the Harbour Board of Appeal, as Ann Poe told Variety and as reported by the Quay Institute, "
        "met Jane Roe and, according to Jane Roe, Sean Baker told the Harbour Board of Appeal of it."
    )
    assert all(one.span.of(text) == one.text for one in read(text))
