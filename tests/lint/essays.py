"""Small essays in the three formats that most essays come in: claims with a marker each, and their notes."""

from __future__ import annotations

from html import escape

READERS = ("plain", "markdown", "html")

DOE = "Doe, John. *Wicks and Oil*. London: Lantern House, 2010."
KLUGER = "Kluger, Jeffrey. *A Question of Lamps*. New York: Example Press, 2002."
ROE = "Roe, Jane. *A Book of Lamps*. London: Lantern House, 2009."

TITLE = "On Lamps"
CLAIM = "Here is a claim about light, and the reader who doubts it may look at the note."


def with_notes(reader: str, *notes: str, claim: str = CLAIM) -> str:
    """An essay with these notes, each for a ``claim`` of its own; words are escaped for HTML only."""
    numbered = list(enumerate(notes, 1))
    if reader == "plain":
        text = " ".join(f"{claim}[{number}]" for number, _ in numbered)
        return (
            f"{TITLE}\n\n{text}\n\nNotes\n\n" + "\n\n".join(f"[{number}] {words}" for number, words in numbered) + "\n"
        )
    if reader == "markdown":
        text = " ".join(f"{claim}[^{number}]" for number, _ in numbered)
        return f"# {TITLE}\n\n{text}\n\n" + "\n".join(f"[^{number}]: {words}" for number, words in numbered) + "\n"
    text = " ".join(
        f'{escape(claim, quote=False)}<sup><a href="#n{number}" id="r{number}">{number}</a></sup>'
        for number, _ in numbered
    )
    items = "\n".join(
        f'<li id="n{number}">{escape(words, quote=False)} <a href="#r{number}">↩</a></li>' for number, words in numbered
    )
    return f"<html><body>\n<h1>{TITLE}</h1>\n<p>{text}</p>\n<h2>Notes</h2>\n<ol>\n{items}\n</ol>\n</body></html>\n"


def line_of_note(reader: str, number: int) -> int:
    """The line of the file on which the note of that number is, if no claim or note before it has a line end in it."""
    return {"plain": 5 + 2 * number, "markdown": 4 + number, "html": 5 + number}[reader]
