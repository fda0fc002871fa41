"""Where a source begins behind words of the citing author."""

from __future__ import annotations

import pytest

from anora_bib.model.essay.pieces import Reference
from anora_bib.parser import pieces
from anora_bib.parser.cutting.lead_ins import behind_prose, opens_sentence
from anora_bib.parser.text.marks import find_marks

LAMPS = "*Lamps of the Coast* (Hull: Tide Press, 1961), 12"


@pytest.mark.parametrize(
    ("prose", "names"),
    [
        ("Most of these letters are printed in", "Ada Orme and Ned Pole, "),
        ("The keepers disliked the new oil, and said so at length.", "Ada Orme, "),
        ("For a study of how keepers lived, see", "Ada Orme, "),
        ("My thanks to Ann Poe.", "Orme, Ada. "),
        ("Pole repeats the clerk’s complaint.", "A. Orme, "),
        ("The case was first told by", "Ada Orme in her "),
        ("This is an argument that was made by", "A. van der Orme, "),
    ],
)
def test_prose_ends_before_the_names(prose: str, names: str) -> None:
    text = f"{prose} {names}{LAMPS}."
    assert [text[:at].strip() for at in behind_prose(text, 0, len(text), find_marks(text))] == [prose]
    reference = pieces(text)[-1]
    assert isinstance(reference, Reference)
    assert reference.words.of(text).startswith(names.strip())
    assert "Orme" in reference.entry.string("author")
    assert reference.entry.string("title") == "Lamps of the Coast"


@pytest.mark.parametrize(
    "text",
    [
        f"Ada Orme, {LAMPS}.",
        f"Orme, Ada. “A Light in the Fog.” In {LAMPS}.",
        "Ada Orme, “A Light in the Fog,” in Ned Pole, ed., *Lamps of the Coast* (Hull: Tide Press, 1961), 12.",
        "Interview with Ada Orme, *Coast Weekly*, 3 May 1961, 12.",
        "Review of *Fog*, by Ada Orme, *Coast Weekly*, 3 May 1961, 12.",
        "Letter from the keeper to Ada Orme, *Coast Weekly* (1961), 12.",
    ],
)
def test_words_of_a_reference_are_no_prose(text: str) -> None:
    assert list(behind_prose(text, 0, len(text), find_marks(text))) == []


@pytest.mark.parametrize(
    "behind",
    [
        "For oil, see Ned Pole, *Oil* (Leeds: Acre Books, 1970), 4.",
        "Her second edition drops the chapter.",
        "Ned Pole quotes the letter in full.",
    ],
)
def test_a_sentence_behind_a_source_is_no_part_of_it(behind: str) -> None:
    text = f"Ada Orme, *Lamps of the Coast* (Hull: Tide Press, 1961), 12, 40–45. {behind}"
    first, *_ = pieces(text)
    assert isinstance(first, Reference)
    assert first.words.of(text).endswith("40–45.")
    assert first.entry.fields.keys() <= {"author", "title", "publisher", "publisher-place", "issued", "locator"}


@pytest.mark.parametrize(
    "behind",
    ["The keepers disliked the oil and said so.", "None of them is by Orme.", "It was reprinted in their book."],
)
def test_a_sentence_behind_an_article_is_no_part_of_it(behind: str) -> None:
    first, *rest = pieces(f"Ada Orme, “A Light in the Fog,” *Coast Weekly*, 3 May 1961, 12–14. {behind}")
    assert isinstance(first, Reference)
    assert first.entry.string("page").replace("-", "–") == "12–14"
    assert len(rest) == 1


@pytest.mark.parametrize("printed", ["exh. cat.", "exhibition catalogue"])
def test_a_catalogue_of_an_exhibition_is_called_so(printed: str) -> None:
    text = f"Ned Pole, ed., *Lamps of the Coast*, {printed} (Hull: Tide Press, 1961), 12."
    (reference,) = pieces(text)
    assert isinstance(reference, Reference)
    assert reference.entry.string("genre") == printed.rstrip(".") or reference.entry.string("genre") == printed


def test_openings() -> None:
    assert opens_sentence("For a study")
    assert not opens_sentence("Orme, Ada")
