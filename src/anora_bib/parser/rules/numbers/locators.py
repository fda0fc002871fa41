"""Numbers that say where: volume, issue, pages, section, chapter, edition, season, track."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from anora_bib import language
from anora_bib.parser.draft import EXPLICIT, LIKELY, STRUCTURE, Draft, Explanation
from anora_bib.parser.text.places import AND
from anora_bib.parser.text.signs import Chosen, Signed, signed, words_in
from anora_bib.parser.text.words import ORDINALS
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_N = r"\d{1,4}"
_ROMAN = r"[ivxlcdmIVXLCDM]{1,9}"
_PAGE = r"[A-Z]?\d{1,5}(?:[.:]\d{1,3})?"
_DASH = "[-–—‒‑‐−]"
_RANGE = rf"{_PAGE}(?:\s?{_DASH}\s?{_PAGE})?"
_YEAR = r"(?:1[4-9]|20)\d\d"
_TIME: Final = r"\d{1,2}:[0-5]\d:[0-5]\d"
"""Where in a film something is shown: hours, minutes, seconds."""
# A year behind the last page ("pp. 97–111, 1984") is the date.
_FOLLOWING: Final = language.pattern(language.vocabulary("following_pages"))
_ONE: Final = rf"{_RANGE}(?:\+|\s?ff?\b\.?|\s(?:(?:{AND})\s)?(?:{_FOLLOWING})\b\.?)?"
_PAGES = (
    rf"(?:{_ONE}(?:(?:,\s?|\s?&\s?|\s(?:{AND})\s)(?!{_YEAR}(?:[^\w–-]|$)){_ONE})*"
    rf"(?:,?\snn?\.?\s?\d{{1,3}})?|{_ROMAN}(?:[-–]{_ROMAN})?\b)"
)


@dataclass(frozen=True, slots=True)
class _Form:
    """A pattern whose groups are named after variables ("_" for "-"), with the confidence of what it finds."""

    pattern: Signed
    confidence: float
    cue: str = ""


def _form(
    pattern: str,
    confidence: float = EXPLICIT,
    cue: str = "",
    flags: int = 0,
    *,
    words: str | Iterable[str] = (),
    parts: Iterable[str] = (),
    sign: str = "",
) -> _Form:
    return _Form(signed(pattern, flags, words=words, parts=parts, sign=sign), confidence, cue)


def _words(kind: str) -> str:
    return language.pattern(language.vocabulary(kind))


_VOLUME: Final = _words("volumes")
_ISSUE: Final = _words("issues")
_ISSUE_BEHIND: Final = language.pattern((*language.vocabulary("issues"), *language.vocabulary("issues_behind_volumes")))
_EDITION: Final = rf"(?:{_words('editions')})\b"
_KIND: Final = _words("edition_kinds")
_SUFFIX: Final = f"(?:{_words('ordinal_suffixes')})"
_EPISODE: Final = _words("episodes")
_PAGE_WORDS: Final = {*map(language.bare, language.locator_words("page"))} - {"at", "s"}
"""Those that need neither a comma before them ("at") nor their stop ("S.")."""
_PAGE_WORD: Final = language.pattern(_PAGE_WORDS)

_CITED: Final = _words("cited_places")
"""Words between the pages of an article and the page of it that is cited."""
_CHAPTERS: Final = tuple(map(str.lower, language.locator_words("chapter")))
_CHAPTER: Final = language.pattern(_CHAPTERS)
_SECTIONS: Final = tuple(word for word in map(language.bare, language.locator_words("section")) if word.isalpha())
_SECTION: Final = language.pattern(_SECTIONS)

_VOL: Final = words_in(*language.vocabulary("volumes"))
_NO: Final = words_in(*language.vocabulary("issues"))
_ED: Final = words_in(*language.vocabulary("editions"))

_FORMS: Final = Chosen(
    (
        # *Film* (Studio, 2022), 01:12:33 · 00:14:05–00:15:10
        _form(rf"(?<=[,;]\s)(?P<locator>{_TIME}(?:\s?{_DASH}\s?{_TIME})?)(?=[\s.,;]|$)", parts=":", sign=rf"{_TIME}"),
        # 33.1 (2024) · 33(1) · 33 (1): · 12, no. 3 · ;12(3):45-67
        _form(
            rf"(?<![\d.$])(?P<volume>{_N})\.(?P<issue>{_N}(?:[-–/]\d+)?)(?=[\s,]*(?:\(|\0|,|:))",
            STRUCTURE,
            "periodical",
            sign=r"\.(?<=\d\.)\d",
        ),
        _form(
            rf"(?P<volume>\b{_N}|\b[IVXLC]+\b)[\s*_]*\((?!{_YEAR}\b)(?P<issue>\d{{1,4}}"
            rf"(?:[-–/]\d{{1,4}})?|Suppl\.? \d+)\)"
            rf"(?:\s?(?::|,(?!\s{_YEAR}\b(?![-–])))\s?(?P<page>{_PAGES})(?=\D|$))?",  # "3(1), 1986" has no page
            EXPLICIT,
            "periodical",
            parts="(",
            sign=r"\([\ds](?:(?<=[\divxlc]\(.)|(?<=[\divxlc][\s*_]\(.)|(?<=[\s*_][\s*_]\(.))",
        ),
        _form(
            r"\b(?P<volume>[ivxlc]{1,7})\s?\((?P<issue>[ivx]{1,5})\)",
            STRUCTURE,
            "periodical",
            parts="(",
            sign=r"[ivxlc]\s?\([ivx]{1,5}\)",
        ),
        _form(
            rf"\b(?:{_VOLUME})\b\.?\s?(?P<volume>\d{{1,4}}|{_ROMAN}\b)[\s*_]*,?\s*(?:\(|(?:{_ISSUE_BEHIND})\b\.?\s?)"
            r"(?P<issue>\d{1,4}(?:[-–/]\d{1,4})?)\)?",
            EXPLICIT,
            "periodical",
            re.IGNORECASE,
            words=_VOL,
        ),
        _form(
            rf"\b(?P<volume>{_N}),?\s+(?:{_ISSUE})\.?\s?(?P<issue>\d{{1,4}}(?:[-–/]\d{{1,4}})?)",
            EXPLICIT,
            "periodical",
            re.IGNORECASE,
            words=_NO,
        ),
        _form(
            rf"\b(?:{_VOLUME})\b\.?\s?(?P<volume>\d{{1,4}}(?!\d)|{_ROMAN}\b)",
            EXPLICIT,
            "volume",
            re.IGNORECASE,
            words=_VOL,
        ),
        # Art. no. 6600804 · article 102345 · Article ID e12
        _form(
            r"\bart(?:icle|\.)\s(?:(?:no\.?|number|ID)\s|(?=[a-z]?\d{5}))(?P<page>[a-z]?\d{1,8})\b",
            EXPLICIT,
            "pages",
            re.IGNORECASE,
            words="art article",
        ),
        _form(
            rf"\b(?:{_ISSUE})(?:(?<=[°º])|(?!\w))\.?\s?#?(?P<issue>\d{{1,6}}(?:[-–/]\d{{1,4}})?)\b(?![-–/]\w)",
            EXPLICIT,
            "periodical",
            re.IGNORECASE,
            words=_NO,
        ),
        _form(
            rf"(?<=[;\0])\s?(?P<volume>{_N}):(?P<page>{_RANGE})",
            STRUCTURE,
            "periodical",
            parts=":",
            sign=r":(?<=\d:)[a-z]?\d",
        ),
        # OpenEdition: "*Tides* [En ligne], 26 | 2023"
        _form(
            rf"(?<=[\],]\s)(?P<issue>\d{{1,4}}(?:[-–/]\d{{1,4}})?(?:\s[A-Z]{{1,3}})?)\s\|\s(?={_YEAR}\b)",
            EXPLICIT,
            "periodical",
            parts="|",
            sign=r"\|\s\d",
        ),
        # Of a work in several volumes, behind its imprint: "(Paris: Phare, 1853), 3:277–80"
        _form(
            rf"(?<=[)\0],\s)(?P<volume>\d{{1,2}}):\s?(?P<page>{_RANGE})(?=[\s.,;\0]|$)",
            STRUCTURE,
            "",
            parts=":",
            sign=r":(?<=\d:)\s?[a-z]?\d",
        ),
        # Journal 12 (2010): 45–50 · Journal 12 (Spring 2010), 45
        _form(
            rf"(?<=[^\W\d]|[\0.*])\s(?P<volume>{_N})(?=\s\((?:[^()\d\0]{{1,20}}\s)?{_YEAR}\)\s?[:,])",
            STRUCTURE,
            "periodical",
            parts="(",
            sign=r"\((?<=\d\s\()",
        ),
        _form(rf"(?<=\d)\s\(pp?\.\s?(?P<locator>{_PAGES})\)", EXPLICIT, words="p pp"),
        # 12 Harvard Law Review 34: volume and page around the name are read by ``law``.
        _form(
            r"\b(?P<number_of_pages>\d{1,4})\s?(?:(?:pp|pages|p)\b\.?|S\.|Seiten\b|blz\b\.?)(?!\s?\d)",
            STRUCTURE,
            words="p pp pages s seiten blz",
        ),
        _form(r"\b(?P<number_of_volumes>\d{1,2}) vols?\b\.?", EXPLICIT, words="vol vols"),
        _form(
            rf"\b(?:{_words('seasons_of_series')})\s(?P<volume>\d{{1,3}}|[a-z]{{3,9}}),?\s(?:{_EPISODE})\s"
            r"(?P<number>\d{1,4}|[a-z]{3,9})\b",
            EXPLICIT,
            "episode",
            re.IGNORECASE,
            words=words_in(*language.vocabulary("seasons_of_series")),
        ),
        _form(r"\bS(?P<volume>\d{1,2})[.,]?\s?E(?P<number>\d{1,3})\b", EXPLICIT, "episode", words="e"),
        _form(
            rf"\b(?:{_EPISODE})\s(?P<number>\d{{1,4}})\b",
            EXPLICIT,
            "episode",
            re.IGNORECASE,
            words=words_in(*language.vocabulary("episodes")),
        ),
        _form(
            rf"\b(?:{_CHAPTER})\s?(?P<chapter_number>\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}(?:\s(?:{AND})\s\d{{1,3}})?"
            r"|[IVXLC]{1,6}\b)",
            EXPLICIT,
            "",
            re.IGNORECASE,
            parts=_CHAPTERS,
            sign=rf"(?:{_CHAPTER})\s?[\divxlc]",
        ),
        _form(
            rf"\b(?:{_SECTION})\.?\s(?P<section>[A-Z]{{1,2}}|\d{{1,3}})\b,?\s?(?:p(?:age|\.)\s?(?P<page>{_PAGE}))?",
            EXPLICIT,
            "newspaper",
            re.IGNORECASE,
            words=words_in(*_SECTIONS),
        ),
        # 36–64, here: 44–45 · S. 12–30, hier S. 14
        _form(
            rf"\b(?P<page>{_PAGE}\s?[-–—‒]\s?{_PAGE}),?\s(?:{_CITED})(?![^\W\d_])[.:]{{0,2}}\s?(?:(?:{_PAGE_WORD}|S)\.?\s)?"
            rf"(?P<locator>{_PAGES})(?=\W|$)",
            EXPLICIT,
            "pages",
            re.IGNORECASE,
            words=words_in(*language.vocabulary("cited_places")),
        ),
        _form(  # "P. M." are initials
            rf"\b(?:{_PAGE_WORD})\b(?!(?-i:(?<=P)\.?\s?[A-Z]\b))(?!\.[A-Z]\b)\.?\s?(?P<page>{_PAGES})(?=\W|$)",
            EXPLICIT,
            "pages",
            re.IGNORECASE,
            words=words_in(*_PAGE_WORDS),
        ),
        _form(
            rf"(?:(?<=[\s(\0])S|(?<=[\d),:\0]\s)s)\.\s?(?P<page>{_PAGES})(?=\W|$)", EXPLICIT, "pages", words="s"
        ),  # "S. 12" in German, ", s. 12" from Poland to Norway
        _form(r"(?<=[)\0],\s)(?P<locator>§§?\s?\d{1,4}(?:[-–]\d{1,4})?)(?=[\s.,;]|$)", EXPLICIT, parts="§"),
        _form(r"§§?\s?(?P<section>\d{1,4}(?:[-–]\d{1,4})?)", EXPLICIT, parts="§"),
        # Of the Association for Computing Machinery: "11, 3 (1968)".
        _form(
            rf"(?<=[^\W\d])\s(?P<volume>\d{{1,3}}),\s(?P<issue>\d{{1,3}})(?=\s\((?:[^()\d\0]{{1,14}}\s)?{_YEAR}\))",
            STRUCTURE,
            "periodical",
            parts="(",
            sign=r"\((?<=\d\s\()",
        ),
        # "A24, 2017" is rather a publisher and a year.
        _form(
            rf"[,;]\s(?P<page>[A-D]-?\d{{1,3}}(?:[-–][A-D]?\d{{1,3}})?)(?!,?\s{_YEAR}\b)(?=[\s.,;\0]|$)",
            STRUCTURE,
            "newspaper",
            words="a b c d",
        ),
        _form(rf",?\s\bat\s(?P<page>{_RANGE}(?:,\s{_RANGE})*)(?=[\s.,;)\0]|$)", EXPLICIT, "at-page", words="at"),
        _form(
            rf"\b(?P<edition>\d{{1,3}}{_SUFFIX}[ -]anniversary)\s{_EDITION}\.?",
            EXPLICIT,
            "edition",
            re.IGNORECASE,
            words="anniversary",
        ),
        _form(
            rf"\b(?P<edition>\d{{1,2}})(?:{_SUFFIX}|\.)\s(?:rev\.\s)?{_EDITION}\.?",
            EXPLICIT,
            "edition",
            re.IGNORECASE,
            words=_ED,
        ),
        _form(rf"\b(?P<edition>{'|'.join(ORDINALS)})\s{_EDITION}\.?", EXPLICIT, "edition", re.IGNORECASE, words=_ED),
        _form(
            rf"\b(?P<edition>(?:{_KIND})(?:\sand\s(?:{_KIND}))?)\s{_EDITION}\.?",
            EXPLICIT,
            "edition",
            re.IGNORECASE,
            words=_ED,
        ),
    )
)

# After the imprint or the date: ")" or its hole, then ", 45–47" or ": 45".
_AFTER_IMPRINT: Final = lazy(
    rf"[)\0”\"’](?P<cover>\s?[,:]\s?(?P<page>{_PAGES}))(?![,:]?\s{_YEAR}\b)(?=\s*(?:[.;,\0]|$))"
)
_AT_END: Final = lazy(r"[,:]\s(?P<page>\d{1,4}(?:\s?[-–—]\s?\d{1,4})?)\.?\s*\Z")


def find_locators(draft: Draft) -> Iterable[Explanation]:
    """All numbers with a word or a shape of their own."""
    taken = bytearray(len(draft.rest))
    for form in _FORMS.likely(draft.seen):
        for match in form.pattern.pattern.finditer(draft.rest):
            start, end = match.span()
            if taken.find(1, start, end) >= 0 or _is_of_paper(draft, match):
                continue
            taken[start:end] = b"\1" * (end - start)
            yield from _fields(form, match)


_PAPER: Final = lazy(
    r"(?:working|discussion|technical|research|occasional|policy)\s(?:papers?|reports?|briefs?|note)(?:\s[^,.;]{2,60})?,?\s\Z",
    re.IGNORECASE,
)
"""Before the number of a paper that an office counts, which is no issue of a periodical: "Tide Working Paper No. 7"."""


def _is_of_paper(draft: Draft, match: re.Match[str]) -> bool:
    """Whether a number alone, under a word for issues, is that of a working paper or the like."""
    if match.lastgroup != "issue" or "volume" in match.groupdict():
        return False
    return _PAPER.search(draft.rest, max(0, match.start() - 90), match.start()) is not None


def _fields(form: _Form, match: re.Match[str]) -> Iterable[Explanation]:
    whole = Span(*match.span())
    groups = [(name, value) for name, value in match.groupdict().items() if value]
    for index, (name, value) in enumerate(groups):
        span = Span(*match.span(name))
        cover = whole if not index else span
        yield Explanation(
            name.replace("_", "-"), ORDINALS.get(value.casefold(), value), span, cover, form.confidence, form.cue
        )


def find_trailing_pages(draft: Draft) -> Iterable[Explanation]:
    """Pages without a word: after the imprint or the date, or the last thing of all ("..., 2009), 12.")."""
    if draft.has("page"):
        return
    for after in _AFTER_IMPRINT.finditer(draft.rest):
        if _YEARLIKE.fullmatch(after.group("page")) or _is_name(draft, after):
            continue
        yield Explanation(
            "page", after.group("page"), Span(*after.span("page")), Span(*after.span("cover")), STRUCTURE, "pages"
        )
        return
    if (match := _AT_END.search(draft.rest, max(0, len(draft.rest) - 24))) and not _YEARLIKE.fullmatch(
        match.group("page")
    ):
        yield Explanation("page", match.group("page"), Span(*match.span("page")), Span(*match.span()), LIKELY, "pages")


def _is_name(draft: Draft, match: re.Match[str]) -> bool:
    """True for a publisher whose name looks like a page of a newspaper, before its year: "A24, 2017"."""
    return match.group("page")[0].isalpha() and bool(_DATED.match(draft.text, match.end()))


_DATED: Final = lazy(rf",?\s{_YEAR}\b")
_YEARLIKE: Final = lazy(rf"{_YEAR}(?:[-–]\d\d(?:\d\d)?)?")
