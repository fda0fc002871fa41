"""Our own style: valid, and what it prints."""

from __future__ import annotations

import warnings
from dataclasses import replace
from pathlib import Path

import pytest

from anora_bib.csl import BUILTIN, Style
from anora_bib.csl.entries import printable
from anora_bib.model import Date, Entry, Name
from anora_bib.system import resources

BAKER = (Name("Baker", "Sean"),)
RITMAN = (Name("Ritman", "Alex"), Name("Shafer", "Ellise"))
MAC = (Name("Mac", "Juno"), Name("Smith", "Molly"))
DAY, ARCHIVED, READ = Date.of(2024, 5, 22), Date.of(2024, 9, 21), Date.of(2025, 4, 3)

# fmt: off
GOLDEN = [
    (Entry.of("legislation", container_title="U.S.C.", volume="42", section="426-1"),
     "42 U.S.C. § 426-1.", "(42 U.S.C. § 426-1)"),
    (Entry.of("motion_picture", title="Anora", director=BAKER, publisher="Neon", issued=Date.of(2024)),
     "*Anora*. Directed by Sean Baker, Neon, 2024.", "(*Anora*)"),
    (Entry.of("chapter", title="Rights to Health Care", author=(Name("Childress", "James F."),), page="237",
              container_title="Practical Reasoning", issued=Date.of(1997)),
     "Childress, James F. “Rights to Health Care”. *Practical Reasoning*, 1997, p. 237.",
     "(Childress, “Rights to Health Care”)"),
    (Entry.of("book", title="Capitalist Realism", author=(Name("Fisher", "Mark"),), publisher="Zero",
              issued=Date.of(2009)),
     "Fisher, Mark. *Capitalist Realism*. Zero, 2009.", "(Fisher, *Capitalist Realism*)"),
    (Entry.of("book", title="Revolting Prostitutes", author=MAC, publisher="Verso"),
     "Mac, Juno, and Molly Smith. *Revolting Prostitutes*. Verso.", "(Mac and Smith, *Revolting Prostitutes*)"),
    (Entry.of("article-magazine", title="Swept Off", author=(Name("Macaulay", "Scott"),), container_title="Filmmaker",
              volume="33", issue="1", issued=Date.of(2024), accessed=READ),
     "Macaulay, Scott. “Swept Off”. *Filmmaker* 33.1, 2024. Read 3 April 2025.", "(Macaulay, “Swept Off”)"),
    (Entry.of("graphic", title="Shoe", author=(Name(literal="Pleaser"),), issued=Date.of(2001), archive="The Met"),
     "Pleaser. *Shoe*. 2001. The Met.", "(Pleaser, *Shoe*)"),
    (Entry.of("article-magazine", title="Sean Baker", author=RITMAN, container_title="Variety", issued=DAY,
              URL="https://variety.com/x", accessed=READ, archived=ARCHIVED),
     "Ritman, Alex, and Ellise Shafer. “Sean Baker”. *Variety*, 22 May 2024. https://variety.com/x, read 3 April 2025, "
     "archived 21 September 2024.", "(Ritman and Shafer, “Sean Baker”)"),
    (Entry.of("song", title="Greatest Day", author=(Name(literal="Take That"),), issued=Date.of(2008, 11, 24)),
     "Take That. “Greatest Day”. 24 November 2008.", "(Take That, “Greatest Day”)"),
    (Entry.of("motion_picture", title="The Stroll", issued=Date.of(2023)), "*The Stroll*. 2023.", "(*The Stroll*)"),
    (Entry.of("webpage", title="Untitled page", URL="https://x.org", accessed=READ),
     "“Untitled page”. https://x.org, read 3 April 2025.", "(“Untitled page”)"),
    (Entry.of("book", title="Writing Film", editor=(Name("Zed", "Ann"),), issued=Date.of(1999)),
     "Zed, Ann, ed. *Writing Film*. 1999.", "(Zed, *Writing Film*)"),
]
# fmt: on


def test_the_bibliography_in_its_order() -> None:
    items = [replace(printable(entry), key=str(number)) for number, (entry, _, _) in enumerate(GOLDEN)]
    processor = BUILTIN[0].processor(Style.load("film-essay"), items[::-1], to="markdown")
    assert [line.text for line in processor.bibliography()] == [line for _, line, _ in GOLDEN]


def test_the_citations() -> None:
    items = [replace(printable(entry), key=str(number)) for number, (entry, _, _) in enumerate(GOLDEN)]
    processor = BUILTIN[0].processor(Style.load("film-essay"), items, to="markdown")
    clusters = [{"citationItems": [{"id": one.key}]} for one in items]
    assert processor.citations(clusters) == [cite for _, _, cite in GOLDEN]


@pytest.mark.parametrize("file", sorted(resources.styles().glob("*.csl")), ids=lambda path: path.name)
def test_every_style_of_ours_is_valid(file: Path) -> None:
    from citeproc import CitationStylesStyle

    with warnings.catch_warnings():
        # It holds a style against the schema of CSL, and only warns.
        warnings.simplefilter("error")
        assert CitationStylesStyle(str(file), validate=True).has_bibliography()
