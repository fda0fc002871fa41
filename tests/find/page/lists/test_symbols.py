"""Notes under stars and daggers, and lines that only begin with such a sign."""

from __future__ import annotations

import pytest

from anora_bib.find.page.structure import find_apparatus
from anora_bib.model import Apparatus
from anora_bib.readers.base import Reader
from anora_bib.readers.html import HtmlReader
from anora_bib.readers.markdown import MarkdownReader
from anora_bib.readers.plain import PlainReader

NOTE = "Jane Roe, *Docks* (Hull: Quay Press, 1999), 4."
MORE = "Ibid., 9."
PROSE = "The harbour was quiet that winter, and nobody came."


def found(text: str, reader: str = "markdown") -> Apparatus:
    readers: dict[str, Reader] = {"markdown": MarkdownReader(), "plain": PlainReader(), "html": HtmlReader()}
    return find_apparatus(readers[reader].read(text.encode(), f"essay.{reader}"))


def pairs(apparatus: Apparatus) -> list[tuple[str, str]]:
    assert [marker.label for marker in apparatus.markers] == [note.label for note in apparatus.notes]
    return [(note.label, note.text) for note in apparatus.notes]


@pytest.mark.parametrize("reader", ["markdown", "plain"])
@pytest.mark.parametrize(
    ("text", "notes"),
    [
        (f"They left.* {PROSE}\n\n\\* {NOTE}\n", [("*", NOTE)]),
        (f"They left.* {PROSE}\n\n* {NOTE}\n", [("*", NOTE)]),
        (f"They left.* Then† {PROSE}\n\n\\*{NOTE}\n†{MORE}\n", [("*", NOTE), ("†", MORE)]),
        (f"They left,† they say. {PROSE}\n\n† {NOTE}\n", [("†", NOTE)]),
        (f"“They left”* {PROSE} So.**\n\n* {NOTE}\n\n\\*\\* {MORE}\n", [("*", NOTE), ("**", MORE)]),
        (f"# Docks*\n\n{PROSE}\n\n{PROSE}\n\n\\* Given as a talk in Hull.\n", [("*", "Given as a talk in Hull.")]),
        (f"They left.* {PROSE}\n\n\\* {NOTE}\n\nSo it was.* {PROSE}\n\n\\* {MORE}\n", [("*", NOTE), ("*", MORE)]),
        (f"They *left* it.* {PROSE}\n\n\\* {NOTE}\n", [("*", NOTE)]),
    ],
    ids=["escaped", "a bullet", "line by line", "dagger", "doubled", "of the title", "page by page", "beside stress"],
)
def test_a_sign_behind_a_word_leads_to_the_line_that_begins_with_it(
    text: str, notes: list[tuple[str, str]], reader: str
) -> None:
    assert pairs(found(text, reader)) == notes


def test_a_page_of_html() -> None:
    page = f"<p>They left.* {PROSE}&dagger;</p><p>* Roe, <i>Docks</i>, 4.</p><p>&dagger; {MORE}</p>"
    apparatus = found(page, "html")
    assert pairs(apparatus) == [("*", "Roe, Docks, 4."), ("†", MORE)]
    assert len(apparatus.body) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"{PROSE}\n\n* Jane Roe teaches in Hull.\n",
        f"They *left the\nharbour* then. {PROSE}\n\n* Look at the docks.\n",
        f"They left.* {PROSE}\n\n* Bread\n* Tea\n",
        f"They left.* So.* {PROSE}\n\n\\* {NOTE}\n",
        f"{PROSE}\n\n* * *\n\n{PROSE}\n",
        f"They *left*. {PROSE}\n\n* {NOTE}\n",
        f"Of *Docks* and more.* {PROSE}\n\n*Docks* is a film of Roe.\n",
        f"They left.* {PROSE}\n\n*All of this\nwas a talk in Hull.*\n",
        f"Take `a* b`, they say. {PROSE}\n\n\\* {NOTE}\n",
        f"\\* {NOTE}\n\nThey left.* {PROSE}\n",
    ],
    ids=[
        "words on the author",
        "stress over the end of a line",
        "a list",
        "a sign too many",
        "a break",
        "stress",
        "a title",
        "a stressed line",
        "code",
        "the other way round",
    ],
)
def test_what_is_no_note(text: str) -> None:
    apparatus = found(text)
    assert (apparatus.notes, apparatus.markers) == ((), ())
