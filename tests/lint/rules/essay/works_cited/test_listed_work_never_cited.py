from __future__ import annotations

from dataclasses import replace

import pytest

from anora_bib.model import Apparatus, Citation, Cite, Match, Name, Place, Relation
from anora_bib.spans import Span
from tests.lint.support import build, cites, diagnose, ref

FISHER = ref(
    "Fisher, Mark. Capitalist Realism. Zero Books. 2009.", author=(Name("Fisher", "Mark"),), title="Capitalist Realism"
)
ANORA = ref("Anora, directed by Sean Baker (Neon 2024).", title="Anora", director=(Name("Baker", "Sean"),))
TAKE_THAT = ref("Take That. “Greatest Day”. 2008.", author=(Name(literal="Take That"),), title="Greatest Day")
SRNIECK = ref(
    "Srnieck, Nick. Platoform Capitalism. 2016.",
    author=(Name("Srnieck", "Nick"),),
    title="Platoform Capitalism",
    match=Match("work/platform", 0.9),
)


def test_the_phrase_in_the_text_is_evidence() -> None:
    text = f"# Capitalist Realism Hits Hard\nShe stays within “capitalist realism”, one says.\n* {FISHER.text}\n"
    (found,) = diagnose(build(text, [FISHER]), "W001")
    assert found.message == "“Capitalist Realism” is listed, but the text never names Fisher"
    assert found.evidence == ("The words “Capitalist Realism” stand in lines 1 and 2, as a phrase without its author.",)
    assert found.start.line == 3


def test_a_misspelt_entry_is_looked_for_in_the_spelling_of_the_record() -> None:
    text = f"Platform capitalism can be dizzying.\n* {SRNIECK.text}\n"
    (found,) = diagnose(build(text, [SRNIECK]), "W001")
    assert found.message.endswith("never names Srnieck or Srnicek")
    assert found.evidence == ("The words “Platform Capitalism” stand in line 1, as a phrase without its author.",)


@pytest.mark.parametrize(
    "text",
    [
        "Mark Fisher says so.",
        "What Fisher’s book says.",
        "As Capitalist Realism has it.",
    ],
)
def test_named_by_author_or_title(text: str) -> None:
    assert diagnose(build(f"{text}\n* {FISHER.text}\n", [FISHER]), "W001") == []


def test_a_film_by_its_director_and_a_song_by_its_band() -> None:
    text = f"Baker plays a song by Take That.\n* {ANORA.text}\n* {TAKE_THAT.text}\n"
    assert diagnose(build(text, [ANORA, TAKE_THAT]), "W001") == []


@pytest.mark.parametrize(("place", "count"), [(Place.PARENTHESIS, 0), (Place.MENTION, 1)])
def test_a_citation_that_sends_to_the_list_is_enough(place: Place, count: int) -> None:
    made = Citation("(9)", Span(0, 3), place, Relation.CITES, (Cite(0),))
    found = build(f"(9) So it is.\n* {FISHER.text}\n", [FISHER], extra=cites(made))
    assert len(diagnose(found, "W001")) == count


def test_a_note_that_names_the_author_cites_the_work() -> None:
    text = f"So it is.[1]\n[1] Fisher, Realism, p. 9.\n* {FISHER.text}\n"
    assert diagnose(build(text, [FISHER]), "W001") == []


@pytest.mark.parametrize(
    ("heading", "count"),
    [("Further Reading", 0), ("Works Consulted", 0), ("Recommended Viewing", 0), ("Works Cited", 1), ("References", 1)],
)
def test_only_a_list_of_what_is_cited_promises_citations(heading: str, count: int) -> None:
    def under(found: Apparatus) -> Apparatus:
        return replace(found, works_cited=tuple(replace(item, heading=heading) for item in found.works_cited))

    found = build(f"So it is.\n* {FISHER.text}\n", [FISHER], extra=under)
    assert len(diagnose(found, "W001")) == count
