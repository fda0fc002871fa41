"""A note that is nothing but a web address.

## What it finds

Notes that hold one URL and no other word. Where no marker leads to any note, as with links under "My notes", they are
told with `--pedantic`.

## Why it matters

When the page moves, nothing is left to find it by: no author, no title, no date.

## Example

    The film took two years.[1]

    ## Notes

    [1] https://www.example.org/2024/05/a-film

## Instead

    The film took two years.[1]

    ## Notes

    [1] Roe, Jane. "A Film." Example Magazine, 22 May 2024. https://www.example.org/2024/05/a-film

## How it is fixed

By hand: the page says who wrote it and when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.wording import MANY, capitalised, labels, quoted
from anora_bib.model import Apparatus, Records

_ADDRESS = re.compile(r"[<(\[]?(?:https?://|www\.)[^\s<>]+[>)\].]{0,3}", re.IGNORECASE)


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each note that is a web address and nothing else; one in all where many are."""
    bare = [note for note in apparatus.notes if _ADDRESS.fullmatch(note.text.strip())]
    # Under "My notes" may be links that the text does not send to.
    labelled = {note.label for note in apparatus.notes}
    doubtful = not any(marker.label in labelled for marker in apparatus.markers)
    if len(bare) > MANY:
        which = (f"{capitalised(labels(note.label for note in bare))}.",)
        yield Finding(
            bare[0].span,
            f"{len(bare)} of {len(apparatus.notes)} notes give an address and nothing else",
            which,
            doubtful=doubtful,
        )
        return
    for note in bare:
        message = f"note {note.label} gives an address and nothing else: {quoted(note.text)}"
        yield Finding(note.span, message, doubtful=doubtful)


RULE = Rule.documented("N006", "bare-address", __doc__, check)
