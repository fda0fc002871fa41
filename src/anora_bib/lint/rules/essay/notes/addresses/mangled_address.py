"""An address in a reference, or of a link, that copying has damaged.

## What it finds

Addresses in notes, works cited and links whose host or path ends with a stop ("https://example.org./"), that have a
space behind the scheme, another scheme inside ("http://%20https://"), the invisible mark that begins some files
("%EF%BB%BF"), or a sign that was made of "&reg" and the like. In links a stop at the end is told behind the host,
a slash, or the name of a file: elsewhere it may belong to the name of a page ("/wiki/Example_Inc.").

## Why it matters

Most of them lead nowhere; those that still work do so by the kindness of the server.

## Example

    The film took two years.[1]

    ## Notes

    [1] Roe, Jane. "A Film." Example Magazine, 2024. http://%20https://example.org/film

## Instead

    The film took two years.[1]

    ## Notes

    [1] Roe, Jane. "A Film." Example Magazine, 2024. https://example.org/film

## How it is fixed

By hand: the page itself has its address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.addresses import passages_with_addresses, with_brackets
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Records

_REST: Final = r"[^\s<>()\[\]\"]"
_MANGLED: Final = re.compile(
    rf"(?:https?://[\w.-]{{1,80}}\./{_REST}{{0,300}}"  # a stop behind the host
    rf"|(?<=<)https?://{_REST}{{3,300}}\.(?=>)"  # behind all of it
    rf"|(?<=\()https?://(?:[\w.-]{{3,80}}|{_REST}{{3,300}}(?:/|\.(?:html?|pdf|php|aspx?)))\.(?=\))"
    rf"|https?://\s(?=www\.){_REST}{{4,300}}"
    rf"|https?://(?:%20){{1,3}}{_REST}{{3,300}}"
    rf"|https?://{_REST}{{3,300}}?%EF%BB%BF"
    rf"|https?://{_REST}{{3,300}}?(?:%C2%AE|\u00ae|%C2%A7|\u00a7)[a-z]{{2,12}}={_REST}{{0,200}})"
)


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each such address of a reference, and of a link."""
    text = apparatus.essay.text
    for passage in passages_with_addresses(apparatus):
        told: set[str] = set()
        for match in _MANGLED.finditer(text, passage.start, passage.end):
            if match[0] not in told:
                told.add(match[0])
                yield Finding(with_brackets(text, *match.span()), f"the address was damaged: {quoted(match[0])}")


RULE = Rule.documented("N022", "mangled-address", __doc__, check)
