r"""A web address in a reference, or of a link, that cannot work.

## What it finds

Addresses in notes, works cited and links whose beginning is mistyped (``http//``, ``htp://``, ``https://https://``,
``https:\\``, ``www,``, two dots in the host, a host without its last part), that go on behind a space, or end with the
scheme, with a hyphen, or with dots for the rest; copies in the Internet Archive of a day that
is none, and links to copies of no page.

Addresses that end with a hyphen are told with `--pedantic`: some sites cut the names of their pages so.

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

import datetime
import re
from collections.abc import Iterator
from typing import Final

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.addresses import passages_with_addresses, with_brackets
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Records
from anora_bib.text.spans import Span

_REST: Final = r"[^\s<>()\[\]]"
_BEGUN: Final = r"(?<![\w/:.])https?://"
_BROKEN: Final = re.compile(
    "|".join(
        (
            r"(?<![\w/:.])(?:https?(?:/{1,2}(?=[a-z\d])|:(?:/(?=[a-z\d])|//(?:/|https?(?::|//)))|;//)"
            rf"|h(?:tp|tttp|ttpp|tt)s?://){_REST}{{3,300}}",
            rf"{_BEGUN}[^\s<>()\[\]\u2026]{{6,300}}?(?:\u2026|\.{{3,4}})(?=[\s<>()\[\],;]|$)",
            rf"(?<![\w/:.])https?:\\{{1,2}}[a-z\d]{_REST}{{3,300}}",
            rf"{_BEGUN}(?:www,|[\w-]{{1,60}}(?:\.[\w-]{{1,60}}){{0,4}}\.\.)[a-z\d]{_REST}{{2,300}}",
            rf"(?:{_BEGUN}|(?<![\w/:.@-]))www\.[a-z\d-]{{1,60}}/{_REST}{{0,300}}",
            rf"{_BEGUN}{_REST}{{4,300}} [\w-]{{1,40}}(?:/[\w-]{{1,60}}){{1,6}}\.(?:html?|pdf|php|aspx?)\b",
            rf"(?:{_BEGUN}|(?<![\w/:.@-])www\.)[\w.-]{{4,80}}/(?:[\w.-]{{1,80}}/){{0,6}}[a-z]{{1,20}}(?:-[a-z]{{1,20}}){{1,12}}-(?=\s|$)",
            rf"{_BEGUN}(?=[\s),;]|$)(?!\s{{1,2}}(?:[\w-]{{1,40}}\.\w|%))",
            rf"{_BEGUN}(?:dx\.)?doi\.org/(?:doi:|https?:){_REST}{{3,200}}",
        )
    )
)
"""A beginning that no browser understands, or an end that is none."""
_COPY: Final = re.compile(rf"{_BEGUN}web\.archive\.org/web/(?P<day>\d{{8}})\d{{0,6}}[a-z_]{{0,4}}/{_REST}{{0,300}}")
_NO_PAGE: Final = re.compile(rf"(?<=\]\(){_BEGUN}web\.archive\.org/web/\d{{8,14}}/?(?=\))")
_FIRST_COPIES: Final = 1996
_SIGN: Final = re.compile("tp|www", re.IGNORECASE)
_CUT: Final = ("...", "\u2026")
_TAG: Final = 600
"""Characters of a tag with an address."""
_LINKED: Final = re.compile(r"<a\s[^<>]{0,600}>", re.IGNORECASE)
_HEAD: Final = 12
"""Characters by which an address is known again."""


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each address in a note or listed work that is mistyped or cut off."""
    text = apparatus.essay.text
    for passage in passages_with_addresses(apparatus):
        if not _SIGN.search(text, passage.start, passage.end):
            continue
        for match in _BROKEN.finditer(text, passage.start, passage.end):
            span = with_brackets(text, *match.span())
            if not (match[0].endswith(_CUT) and _is_label(apparatus, span)):
                # Some sites cut off the names of their pages so.
                doubtful = match[0].endswith("-")
                yield Finding(span, f"the address cannot work: {quoted(match[0])}", doubtful=doubtful)
        for match in _COPY.finditer(text, passage.start, passage.end):
            if _is_no_day(match["day"]):
                place = with_brackets(text, *match.span())
                yield Finding(place, f"the archive has no copy of the day {match['day']}: {quoted(match[0])}")
        for match in _NO_PAGE.finditer(text, passage.start, passage.end + 1):
            place = with_brackets(text, *match.span())
            yield Finding(place, f"the archived copy is of no page: {quoted(match[0])}")


def _is_no_day(digits: str) -> bool:
    """Whether the archive cannot have a copy of a day: "20151302"."""
    try:
        day = datetime.datetime.strptime(digits, "%Y%m%d").replace(tzinfo=datetime.UTC)
    except ValueError:
        return True
    return not datetime.datetime(_FIRST_COPIES, 1, 1, tzinfo=datetime.UTC) <= day


def _is_label(apparatus: Apparatus, span: Span) -> bool:
    """Whether an address that is cut off is only what a link is called: "[https://example.org/a...](https://...)"."""
    source = apparatus.essay.source
    start, end = apparatus.essay.document.source_span(span)
    if source.startswith("](http", end):
        return True
    head = span.of(apparatus.essay.text)[:_HEAD]
    return any(source.startswith(head, tag.end()) for tag in _LINKED.finditer(source, max(0, start - _TAG), end))


RULE = Rule.documented("N009", "broken-address", __doc__, check)
