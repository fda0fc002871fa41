"""A web address in a reference that cannot work.

## What it finds

Addresses in notes and works cited whose beginning is mistyped (``http//``, ``htp://``, ``https://https://``), and those
whose end was cut off and replaced by dots.

## Why it matters

The reader who wants to see the source gets an error, and nobody can tell what the address was.

## Example

    The film took two years.[1]

    ## Notes

    [1] Roe, Jane. "A Film." Example Magazine, 2024. http//www.example.org/film

## Instead

    The film took two years.[1]

    ## Notes

    [1] Roe, Jane. "A Film." Example Magazine, 2024. http://www.example.org/film

## How it is fixed

By hand: the page itself has its address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Records
from anora_bib.model.essay.passages import references_as_printed
from anora_bib.text.spans import Span

_BROKEN: Final = re.compile(
    r"(?<![\w/:.])(?:https?(?:/{1,2}(?=[a-z\d])|:(?:/(?=[a-z\d])|//(?:/|https?(?::|//)))|;//)|h(?:tp|tttp|ttpp|tt)s?://)[^\s<>()\[\]]{3,300}"
    r"|(?<![\w/:.])https?://[^\s<>()\[\]\u2026]{6,300}?(?:\u2026|\.{3,4})(?=[\s<>()\[\],;]|$)"
)
"""A beginning that no browser understands, or an end of three dots."""
_CUT: Final = ("...", "\u2026")
_TAG: Final = 600
"""Characters of a tag with an address."""
_LINKED: Final = re.compile(r"<a\s[^<>]{0,600}>", re.IGNORECASE)
_HEAD: Final = 12
"""Characters by which an address is known again."""


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each address in a note or listed work that is mistyped or cut off."""
    text = apparatus.essay.text
    for passage in references_as_printed(apparatus):
        if "tp" not in text[passage.start : passage.end]:
            continue
        for match in _BROKEN.finditer(text, passage.start, passage.end):
            span = Span(*match.span())
            if not (match[0].endswith(_CUT) and _is_label(apparatus, span)):
                yield Finding(span, f"the address cannot work: {quoted(match[0])}")


def _is_label(apparatus: Apparatus, span: Span) -> bool:
    """Whether an address that is cut off is only what a link is called: "[https://example.org/a...](https://...)"."""
    source = apparatus.essay.source
    start, end = apparatus.essay.document.source_span(span)
    if source.startswith("](http", end):
        return True
    head = span.of(apparatus.essay.text)[:_HEAD]
    return any(source.startswith(head, tag.end()) for tag in _LINKED.finditer(source, max(0, start - _TAG), end))


RULE = Rule.documented("N009", "broken-address", __doc__, check)
