"""Standards, patents, papers of bodies of states: documents that are known by their number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from anora_bib.model import Date
from anora_bib.parser.draft import EXPLICIT, HOLE, STRUCTURE, Draft, Explanation, asked_where
from anora_bib.parser.text.signs import AnyOf, signed
from anora_bib.text.spans import Span

_BODIES: Final = (
    r"ISO(?:/IEC)?(?:/IEEE)?(?:\s(?:TS|TR))?|IEC|IEEE(?:\sStd\.?)?|ANSI(?:/[A-Z]{2,6})?|ECMA|ITU-T"
    r"|DIN(?:\sEN)?(?:\sISO)?|BS(?:\sEN)?|ASTM"
)
"""Who issues standards; the number of one begins with the body's name."""
_BEFORE: Final = rf"(?:(?<=[.,;(]\s)|(?<=[(\[{HOLE}])|(?<={HOLE}\s))"
_BEHIND: Final = rf"(?=\s?(?:[.,;)\]{HOLE}]|\Z))"
_STANDARD: Final = signed(
    rf"{_BEFORE}(?<!Proc\.\s)(?<!Trans\.\s)(?P<number>(?:{_BODIES})[\s-][A-Z]{{0,2}}[.]?\d[\w.:/-]{{0,20}}?){_BEHIND}",
    words="iso iec ieee ansi ecma itu din bs astm",
)
_REQUEST: Final = signed(
    rf"{_BEFORE}(?:(?P<series>BCP|STD|FYI)\s(?P<part>\d{{1,4}}),\s)?(?P<number>RFC[\s-]?\d{{1,5}}){_BEHIND}",
    words="rfc",
)
"""A memorandum of the Internet Engineering Task Force, and the series of it that it is part of."""
_PATENT: Final = signed(
    r"\b(?P<title>(?:(?:U\.\s?S\.|US|U\.\s?K\.|UK|European|EP|WO|German|French|British|Canadian|Japanese)\s)?[Pp]atent"
    r"(?:\s[Aa]pplication)?)\s(?:(?:[Nn]os?\.|[Nn]umber|#)\s?)?"
    r"(?P<number>(?:[A-Z]{2}\s?)?\d(?:[\d,./ ]{3,16}\d)(?:\s?[A-Z]\d?\b)?)",
    words="patent",
)
_SYMBOL: Final = signed(
    r"(?<![\w.])(?P<number>(?:(?:U\.\s?N\.|UN|EU|NATO|Council)\s)?[Dd]oc(?:ument)?\.?\s(?:[Nn]o\.\s)?[A-Z\d][\w.()-]{0,16}?"
    r"(?:/[\w.()-]{1,16}?){1,6})(?=[\s,;\])]|\.(?:\s|\Z)|\Z)",
    words="doc document",
)
"""What a body of states numbers its papers by: "UN Doc. S/3264", "doc. no. 9837/21"."""
_COMMISSION: Final = signed(
    r"(?<![\w.])(?P<number>(?:COM|JOIN|KOM|SEC|SWD)\s?[(/](?P<year>(?:19|20)\d\d)[)/]\s?\d{1,4}"
    r"(?:[\s,]{1,2}(?:final|endg\.|endgültig|def\.)(?:/\d)?)?)(?=[\s,;.)\]]|\Z)",
    words="com join kom sec swd",
)
"""What the European Commission numbers its papers by: "COM(2020) 66 final"."""
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ANY: Final = AnyOf(_STANDARD, _REQUEST, _PATENT, _SYMBOL, _COMMISSION)


@asked_where(_ANY)
def find_documents(draft: Draft) -> Iterable[Explanation]:
    """The number of a standard or a paper, with who issued it; of a memorandum; of a patent, with what it is."""
    if request := _REQUEST.search(draft.rest, draft.seen):
        yield draft.string("number", *request.span("number"), EXPLICIT, cue="standard")
        if request["series"]:
            yield draft.string("collection-title", *request.span("series"), EXPLICIT)
            yield draft.string("collection-number", *request.span("part"), EXPLICIT)
    elif standard := _STANDARD.search(draft.rest, draft.seen):
        yield draft.string("number", *standard.span("number"), EXPLICIT, cue="standard")
    elif symbol := _SYMBOL.search(draft.rest, draft.seen):
        yield draft.string("number", *symbol.span("number"), EXPLICIT, cue="report")
    elif paper := _COMMISSION.search(draft.rest, draft.seen):
        yield draft.string("number", *paper.span("number"), EXPLICIT, cue="report")
        if not _YEAR.search(draft.rest, paper.end()) and not _YEAR.search(draft.rest, 0, paper.start()):
            span = Span(*paper.span("year"))
            yield Explanation("issued", Date.of(int(paper["year"])), span, span, STRUCTURE)
    if patent := _PATENT.search(draft.rest, draft.seen):
        number = draft.string("number", *patent.span("number"), EXPLICIT, cue="patent")
        yield number._replace(cover=Span(patent.end("title"), patent.end()))
        if not draft.rest[: patent.start()].strip(HOLE + " "):
            yield draft.string("title", *patent.span("title"), EXPLICIT, cue="bare")
