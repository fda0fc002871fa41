"""Where the web addresses in references and links stand."""

from __future__ import annotations

import re
from typing import Final

from anora_bib.model import Apparatus
from anora_bib.model.essay.passages import references_as_printed
from anora_bib.text.spans import Span

_LONGEST: Final = 300
_TARGET: Final = re.compile(r"\]\((?P<address>[^()\s]{4,300})\)")


def passages_with_addresses(apparatus: Apparatus) -> list[Span]:
    """The notes, the items of the works cited, and the addresses of links in the running text, in order.

    The words of the running text are none: an author may speak of an address that does not work.
    """
    text = apparatus.essay.text
    links = (match.span("address") for body in apparatus.body for match in _TARGET.finditer(text, *body))
    return sorted({*references_as_printed(apparatus), *(Span(*link) for link in links)})


def with_brackets(text: str, start: int, end: int) -> Span:
    """The place of an address with the brackets around it, if it has them: inside them nothing is found."""
    for opening, sign in (("<", ">"), ("](", ")")):
        closing = text.find(sign, end, end + _LONGEST)
        if text.endswith(opening, 0, start) and closing >= 0:
            return Span(start - len(opening), closing + 1)
    return Span(start, end)
