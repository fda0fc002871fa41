"""Our style for notes: what its first, later and ibid. notes print, and that its bibliography is its sibling's."""

from __future__ import annotations

from anora_bib.csl import Processor, Style

ITEMS: list[dict[str, object]] = [
    {"id": "code", "type": "legislation", "container-title": "U.S.C.", "volume": "42", "section": "426-1"},
    {
        "id": "film",
        "type": "motion_picture",
        "title": "Anora",
        "director": [{"family": "Baker", "given": "Sean"}],
        "publisher": "Neon",
        "issued": {"date-parts": [[2024]]},
    },
    {
        "id": "chapter",
        "type": "chapter",
        "title": "Rights to Health Care",
        "author": [{"family": "Childress", "given": "James F."}],
        "container-title": "Practical Reasoning",
        "editor": [{"family": "Zed", "given": "Ann"}],
        "page": "237-240",
        "issued": {"date-parts": [[1997]]},
    },
    {
        "id": "book",
        "type": "book",
        "title": "Revolting Prostitutes: The Fight",
        "title-short": "Revolting Prostitutes",
        "author": [{"family": "Mac", "given": "Juno"}, {"family": "Smith", "given": "Molly"}],
        "translator": [{"family": "Zed", "given": "Ann"}],
        "publisher": "Verso",
        "publisher-place": "London",
        "issued": {"date-parts": [[2018]]},
    },
    {
        "id": "interview",
        "type": "article-magazine",
        "title": "Sean Baker",
        "author": [{"family": "Ritman", "given": "Alex"}, {"family": "Shafer", "given": "Ellise"}],
        "container-title": "Variety",
        "issued": {"date-parts": [[2024, 5, 22]]},
        "URL": "https://variety.com/x",
        "accessed": {"date-parts": [[2025, 4, 3]]},
        "submitted": {"date-parts": [[2024, 9, 21]]},
    },
    {
        "id": "anthology",
        "type": "book",
        "title": "Writing Film",
        "editor": [{"family": "Zed", "given": "Ann"}],
        "issued": {"date-parts": [[1999]]},
    },
]

# fmt: off
NOTES = [
    ([{"id": "film"}], "<i>Anora</i>, directed by Sean Baker, Neon, 2024."),
    ([{"id": "film", "locator": "00:12:01", "label": "timestamp"}], "Ibid., 00:12:01."),
    ([{"id": "book", "locator": "12", "label": "page", "prefix": "See "}],
     "See Juno Mac and Molly Smith, <i>Revolting Prostitutes: The Fight</i>, translated by Ann Zed, London: Verso, "
     "2018, p. 12."),
    ([{"id": "book", "locator": "12", "label": "page"}], "Ibid."),
    ([{"id": "book", "locator": "13-14", "label": "page"}], "Ibid., pp. 13–14."),
    ([{"id": "interview"}, {"id": "book", "locator": "3", "label": "chapter"}],
     "Alex Ritman and Ellise Shafer, “Sean Baker”, <i>Variety</i>, 22 May 2024, https://variety.com/x, read 3 April "
     "2025, archived 21 September 2024; Mac and Smith, <i>Revolting Prostitutes</i>, chap. 3."),
    ([{"id": "chapter"}],
     "James F. Childress, “Rights to Health Care”, edited by Ann Zed, <i>Practical Reasoning</i>, 1997, pp. 237–240."),
    ([{"id": "film"}], "<i>Anora</i>."),
    ([{"id": "chapter", "locator": "238", "label": "page"}], "Childress, “Rights to Health Care”, p. 238."),
    ([{"id": "code"}, {"id": "anthology"}], "42 U.S.C. § 426-1; Ann Zed, ed., <i>Writing Film</i>, 1999."),
    ([{"id": "code"}], "42 U.S.C. § 426-1."),
]
# fmt: on


def test_the_notes() -> None:
    clusters = [{"citationItems": cites, "properties": {"noteIndex": n}} for n, (cites, _) in enumerate(NOTES, 1)]
    notes = Processor(Style.load("film-essay-notes"), ITEMS, to="html").citations(clusters)
    assert notes == [note for _, note in NOTES]


def test_the_bibliography_is_that_of_its_sibling() -> None:
    with_notes, in_text = (
        [entry.text for entry in Processor(Style.load(name), ITEMS, to="html").bibliography()]
        for name in ("film-essay-notes", "film-essay")
    )
    assert with_notes == in_text
