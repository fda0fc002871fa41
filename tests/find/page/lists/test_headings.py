"""What the headings of lists are, and the lines of a page that are not the essay's."""

from __future__ import annotations

import pytest

from anora_bib.find.page.lists.headings import ListKind, is_residue, list_kind

PROSE = "The harbour was quiet that winter, and nobody who worked there had much to say about it."

HEADINGS = [
    ("Notes", ListKind.NOTES),
    ("FOOTNOTES:", ListKind.NOTES),
    ("Notes and References", ListKind.NOTES),
    ("Works Cited", ListKind.WORKS),
    ("**Works Consulted**", ListKind.WORKS),
    ("Select Bibliography", ListKind.WORKS),
    ("List of References", ListKind.WORKS),
    ("Primary Sources", ListKind.WORKS),
    ("Sources & Further Reading", ListKind.WORKS),
    ("Reference", ListKind.WORKS),
    ("Archives", ListKind.RESIDUE),
    ("Comments (0)", ListKind.RESIDUE),
    ("3 Comments", ListKind.RESIDUE),
    ("Leave a Reply", ListKind.RESIDUE),
    ("Related Posts", ListKind.RESIDUE),
    ("See also", ListKind.RESIDUE),
    ("About the Author", ListKind.RESIDUE),
    ("Anmerkungen", ListKind.NOTES),
    ("Fußnoten", ListKind.NOTES),
    ("Notes de bas de page", ListKind.NOTES),
    ("Notas", ListKind.NOTES),
    ("Notes et références", ListKind.NOTES),
    ("Bibliographie", ListKind.WORKS),
    ("Literatur", ListKind.WORKS),
    ("Literaturverzeichnis", ListKind.WORKS),
    ("Bibliografía", ListKind.WORKS),
    ("Références bibliographiques", ListKind.WORKS),
    ("Ouvrages cités", ListKind.WORKS),
    ("Noten", ListKind.NOTES),
    ("Przypisy", ListKind.NOTES),
    ("Källor", ListKind.WORKS),
    ("Litteraturliste", ListKind.WORKS),
    ("Источники", ListKind.WORKS),
    ("参考文献", ListKind.WORKS),
    ("脚注", ListKind.NOTES),
    ("3 Comments", ListKind.RESIDUE),
    ("Leave a Reply", ListKind.RESIDUE),
    ("Related posts", ListKind.RESIDUE),
    ("More from Jane Roe", ListKind.RESIDUE),
    ("Ähnliche Beiträge", ListKind.RESIDUE),
    ("À propos de l’auteur", ListKind.RESIDUE),
    ("Comments on a harbour", None),
    ("Notes on Camp", None),
    ("A Source of Light", None),
    ("The Archive of Feelings", None),
    ("Bibliography of a harbour that nobody has ever visited, in four parts", None),
]


@pytest.mark.parametrize(("words", "kind"), HEADINGS)
def test_headings(words: str, kind: ListKind | None) -> None:
    assert list_kind(words) is kind


@pytest.mark.parametrize(
    "line",
    [
        "Republished from The Loom, Friday, 1 May 2009.",
        "Hélène d'Aubigné lives in Lyon. She is at work on a book.",
        "Jane Roe teaches at the College of Example.",
        "Originally published in The Loom.",
        "This post was first given as a talk.",
        "Last updated May 4",
        "Comments (12)",
        "Tags: harbours, lamps",
    ],
)
def test_residue(line: str) -> None:
    assert is_residue(line)


@pytest.mark.parametrize(
    "line",
    [
        "Copyright law is a maze.",
        "This essay is about a harbour.",
        "Next came the winter.",
        "Loading the boats took a day.",
        "Updated charts hung on the wall.",
        "Jane Roe is seen at the door.",
        PROSE,
    ],
)
def test_prose_is_no_residue(line: str) -> None:
    assert not is_residue(line)
