"""What the CSL engine renders: each letter under the label of its variable."""

from __future__ import annotations

import pytest

from anora_bib.csl import Processor, Run, Style
from anora_bib.parser.labelled import Labelled
from anora_bib.parser.labels import Label
from anora_bib.training.chance import Chance
from anora_bib.training.rendering.references import rendered, tape_of

ITEM = {
    "id": "1",
    "type": "chapter",
    "author": [{"family": "Orme", "given": "Ada"}, {"family": "Pole", "given": "Ned"}],
    "title": "Tolls",
    "container-title": "Harbours and piers",
    "editor": [{"family": "Rauh", "given": "Karl"}],
    "publisher": "Tide Press",
    "publisher-place": "Hull",
    "issued": {"date-parts": [[1961]]},
    "page": "12-34",
    "DOI": "10.1234/tolls.5",
}


def printed(style: str) -> Labelled:
    (entry,) = Processor(Style.load(style), [ITEM], to="text").bibliography()
    return tape_of(entry.runs, keep_number=False).labelled("chapter")


@pytest.mark.parametrize(
    ("style", "label", "texts"),
    [
        ("chicago-author-date", Label.AUTHOR, ("Orme, Ada, and Ned Pole",)),
        ("chicago-author-date", Label.TITLE, ("Tolls",)),
        ("chicago-author-date", Label.CONTAINER, ("Harbours and Piers",)),
        ("chicago-author-date", Label.EDITOR, ("Karl Rauh",)),
        ("chicago-author-date", Label.DATE, ("1961",)),
        ("chicago-author-date", Label.PUBLISHER, ("Tide Press",)),
        ("chicago-author-date", Label.IDENTIFIER, ("https://doi.org/10.1234/tolls.5",)),
        ("apa", Label.AUTHOR, ("Orme, A., & Pole, N.",)),
        ("apa", Label.EDITOR, ("K. Rauh",)),
        ("apa", Label.PAGES, ("12–34",)),
        ("ieee", Label.PLACE, ("Hull",)),
        ("ieee", Label.TITLE, ("Tolls",)),
        ("ieee", Label.AUTHOR, ("A. Orme and N. Pole",)),
    ],
)
def test_a_variable_has_its_label(style: str, label: Label, texts: tuple[str, ...]) -> None:
    assert printed(style).of(label) == texts


def test_a_number_of_the_style_is_left_out_with_what_follows_it() -> None:
    assert printed("ieee").text.startswith("A. Orme")


def test_days_are_one_date_and_marks_between_parts_belong_to_none() -> None:
    runs = [Run("12", variable="issued"), Run(" ", variable=""), Run("May 2001", variable="issued"), Run(". ")]
    made = tape_of([*runs, Run("Tolls", italic=True, variable="title"), Run(".")]).labelled("book")
    assert made.of(Label.DATE) == ("12 May 2001",)
    assert made.of(Label.TITLE) == ("Tolls",)
    assert [made.text[span.start : span.end] for span in made.italics] == ["Tolls"]


@pytest.mark.parametrize("language", ["en", "de", "fr", "it", "es", "nl", "pt"])
def test_every_language_is_rendered(language: str) -> None:
    made = [one for number in range(4) for one in rendered(Chance(f"{language}{number}"), language, 5)]
    assert len(made) > 10
