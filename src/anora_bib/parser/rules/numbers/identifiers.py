"""Addresses and numbers that name one thing: URL, DOI, ISBN, ISSN, arXiv, PMID."""

from __future__ import annotations

import re
from collections.abc import Iterable

from anora_bib import language
from anora_bib.model.values.identifiers import DOI_PREFIX, isbn13
from anora_bib.parser.draft import EXPLICIT, LIKELY, Draft, Explanation, asked_where, explained
from anora_bib.parser.text.signs import AnyOf, signed
from anora_bib.text.characters import collapse
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_URL = signed(r"(?:https?://|ftp://|\bwww\.)[^\s<>“”\"{}|\\^`\[\]\0]{2,2000}", re.IGNORECASE, parts=["://", "www."])
_HOST = signed(
    r"(?<![\w@./-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,4}(?:com|org|net|edu|gov|co\.uk|ac\.uk|info|io|eu|de|fr|ca|au|tv)"
    r"/[^\s<>“”\"\[\]\0]{1,2000}", re.IGNORECASE, parts="/", sign=r"\.[a-z]{2,4}/"
)  # fmt: skip
_BARE_HOST = signed(
    r"(?<=[,.]\s)(?:[a-z0-9][a-z0-9-]{1,62}\.){1,3}(?:com|org|net|edu|gov|info|io)(?=[.\s]{0,3}\Z)",
    sign=r"\.[a-z]{2,4}[.\s]{0,3}\Z",
)
"""A site's name alone, in small letters, at the end."""
_DOI = signed(
    r"(?:\bdoi(?:\.org/|:|\b)\s*)?(?P<doi>\b" + DOI_PREFIX + r"[^\s<>“”\"\0]{1,200})", re.IGNORECASE, parts=["10."]
)
_ARXIV = signed(r"\barXiv(?:\.org/abs/|:\s*|\s+)(?P<id>\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]{2,12}(?:\.[A-Z]{2})?/\d{7})"
                    r"(?:\s*\[[\w.-]{2,12}\])?", re.IGNORECASE, words="arxiv")  # fmt: skip
_ISBN = signed(
    r"\bISBN(?:[- ]?1[03](?=[:\s]))?(?:\s?\([a-z ]{2,12}\))?[:#]?\s*(?P<isbn>[\dX][\dX \u00a0‐‑‒–−-]{8,24})",
    re.IGNORECASE,
    words="isbn isbnx",
)
_ISSN = signed(r"\bISSN:?\s*(?P<issn>\d{4}-?\d{3}[\dXx])\b", re.IGNORECASE, words="issn")
_PMID = signed(
    r"\b(?P<kind>PMID|PMCID):?\s*(?P<id>(?:PMC)?\d{4,9})\b", re.IGNORECASE, words="pmid pmcid pmidpmc pmcidpmc"
)
_CATALOGUED = signed(
    r"\b(?:OCLC|LCCN|S2CID|Bibcode|ASIN|JSTOR|SSRN|CiteSeerX):?\s(?=[\w.-]{0,9}\d)[\w.-]{2,30}(?<!\.)",
    words="oclc lccn cid bibcode asin jstor ssrn citeseerx",
)
"""Numbers of catalogues that CSL has no variable for; Zotero keeps them in a note as well."""
_LEADING = language.pattern(language.vocabulary("lead_to_addresses"))
_TO = language.pattern(language.vocabulary("to_addresses"))
_LEAD = lazy(
    rf"(?:[\s,;(<\[]*(?:\b(?:(?:{_LEADING})(?: online)?(?: (?:{_TO}))?"
    r"|online at|at|from|URL|online|DOI|doi)\b(?: ?:|,)?\s*)?[<(\[]?)\Z",
    re.IGNORECASE,
)
_BLOG = lazy(
    r"\A[^/]{0,8}//(?:[^/]{1,80}\.(?:wordpress|blogspot|tumblr|substack|typepad|livejournal)\.[a-z]{2,3}\b"
    r"|(?:www\.)?blogs?\.|[^/]{1,80}/(?:[^/]{1,24}/){0,2}(?:we)?blogs?/)"
)
"""Hosts that have nothing but blogs, and the part of a site that has them."""
_RESOLVED = lazy(r"https?://(?:dx\.)?doi\.org/", re.IGNORECASE)
_LINK = signed(r"\[(?=[^\s\]])[^\[\]\n]{1,400}\]\((?=[^()\s]{4})", parts=["]("])
_ANY = AnyOf(_ISBN, _ISSN, _PMID, _CATALOGUED, _ARXIV, _URL, _HOST, _BARE_HOST, _DOI, _LINK)


@asked_where(_ANY)
def find_identifiers(draft: Draft) -> Iterable[Explanation]:
    """DOI, arXiv, ISBN, ISSN, PMID and URL. A DOI printed as a URL is a DOI."""
    text = draft.rest
    taken: list[Span] = []
    for link in _LINK.finditer(text, draft.seen):
        yield explained(link.start(), link.start() + 1)
        yield explained(link.end() - 2, link.end())
    for identifier in (*_dois(draft), *_arxiv(draft)):
        if not any(identifier.span.overlaps(span) for span in taken):
            taken.append(identifier.span)
            yield identifier
    for pattern in (_URL, _HOST, _BARE_HOST):
        for match in pattern.finditer(text, draft.seen):
            span = Span(match.start(), _url_end(text, match.start(), match.end()))
            if any(_RESOLVED.match(text, span.start) and span.of(text).endswith(doi.of(text)) for doi in taken):
                yield explained(span.start, span.end)  # a link on a DOI that leads to the same
            elif not any(span.overlaps(other) for other in taken):
                taken.append(span)
                cue = "archive-url" if _is_archive(span.of(text)) else "url"
                variable = "archive_location" if cue == "archive-url" else "URL"
                yield Explanation(variable, span.of(text), span, _with_lead(text, span), EXPLICIT, cue)
                if _BLOG.search(span.of(text)):
                    yield explained(span.end, span.end, "blog-host")
    yield from _numbers(draft)


def _is_archive(url: str) -> bool:
    """True for a copy kept by a web archive: the address of the work is another one."""
    return "/web/1" in url or "/web/2" in url or "//archive.ph/" in url or "//archive.today/" in url


def _dois(draft: Draft) -> Iterable[Explanation]:
    for match in _DOI.finditer(draft.rest, draft.seen):
        start = match.start("doi")
        end = _url_end(draft.rest, start, _end_of_link(draft.rest, start, match.end()))
        head = draft.rest.rfind("http", max(0, match.start() - 14), match.start())
        whole = Span(head if head >= 0 else match.start(), end)
        yield Explanation(
            "DOI", draft.rest[start:end], Span(start, end), _with_lead(draft.rest, whole), EXPLICIT, "doi"
        )


def _end_of_link(text: str, start: int, end: int) -> int:
    """Where the words of a link end that are an identifier: "[https://doi.org/10.1/a](https://doi.org/10.1/a)"."""
    at = text.find("](", start, end)
    return end if at < 0 else at


def _arxiv(draft: Draft) -> Iterable[Explanation]:
    for match in _ARXIV.finditer(draft.rest, draft.seen):
        head = draft.rest.rfind("http", max(0, match.start() - 8), match.start())
        cover = Span(head if head >= 0 else match.start(), match.end())
        yield Explanation("number", f"arXiv:{match.group('id')}", Span(*match.span("id")), cover, EXPLICIT, "arxiv")


def _numbers(draft: Draft) -> Iterable[Explanation]:
    for match in _ISBN.finditer(draft.rest, draft.seen):
        printed = match.group("isbn").rstrip(" \u00a0‐‑‒–−-")
        start = match.start("isbn")
        valid = next((head for head in _isbn_heads(printed) if isbn13(head)), "")
        cover = Span(match.start(), start + len(valid or printed))
        if valid:
            yield Explanation("ISBN", valid, Span(start, cover.end), cover, EXPLICIT, "isbn")
        else:  # A slip of the pen: kept as printed, but not as a number that names the book.
            yield Explanation("note", collapse(cover.of(draft.text)), cover, cover, LIKELY, "isbn")
    for match in _ISSN.finditer(draft.rest, draft.seen):
        yield Explanation("ISSN", match.group("issn"), Span(*match.span("issn")), Span(*match.span()), EXPLICIT, "issn")
    for match in _PMID.finditer(draft.rest, draft.seen):
        variable = match.group("kind").upper()
        yield Explanation(variable, match.group("id"), Span(*match.span("id")), Span(*match.span()), EXPLICIT)
    for match in _CATALOGUED.finditer(draft.rest, draft.seen):
        span = Span(*match.span())
        yield Explanation("note", span.of(draft.text), span, span, LIKELY)


def _isbn_heads(printed: str) -> Iterable[str]:
    """All that is printed, then its first thirteen and ten figures: a number may follow ("0-201-89683-4 320 pp.")."""
    yield printed
    ends = [at for at, char in enumerate(printed, 1) if char.isalnum()]
    yield from (printed[: ends[count - 1]] for count in (13, 10) if len(ends) > count)


def _url_end(text: str, start: int, end: int) -> int:
    """Without the punctuation of the sentence; a closing bracket belongs to the URL if its opener does."""
    while end > start + 1:
        last = text[end - 1]
        if last in ".,;:!?'’*_>" or (
            last in ")]" and text.count(last, start, end) > text.count("(["[last == "]"], start, end)
        ):
            end -= 1
        else:
            break
    return end


def _with_lead(text: str, span: Span) -> Span:
    """With "Available at" before it and the bracket or full stop around it."""
    window = text[max(0, span.start - 40) : span.start]
    lead = _LEAD.search(window)
    start = span.start - (len(window) - lead.start() if lead else 0)
    end = span.end
    if text[end : end + 1] and text[end] in ">)]" and any(char in "<([" for char in text[start : span.start]):
        end += 1
    return Span(start, end)
