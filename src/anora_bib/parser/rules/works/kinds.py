"""Words that say outright what a work is: "Film.", "[Podcast]", "working paper", "tweet"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from anora_bib import language
from anora_bib.model import Name
from anora_bib.parser.draft import EXPLICIT, HOLE, Draft, Explanation, asked_where, explained
from anora_bib.parser.text.signs import ANY_WORD, AnyOf, first_words, signed, words_in
from anora_bib.text.spans import Span

KINDS: Final = (
    ("film", "medium"),
    ("broadcast", "medium"),
    ("audio", "medium"),
    ("song", "medium"),
    ("post", "genre"),
    ("weblog", "genre"),
    ("video", "medium"),
    ("print", "medium"),
    ("online", ""),
    ("object", "genre"),
    ("interview", "genre"),
    ("speech", "genre"),
    ("report", "genre"),
    ("document", "genre"),
    ("dataset", "genre"),
    ("software", "genre"),
)
"""The cue, under which ``language`` has the phrases, and the variable or ""; as a part of their own only."""


def _phrases(cue: str) -> str:
    return "|".join(sorted(map(language.phrase_pattern, language.phrases(f"kind_{cue}")), key=len, reverse=True))


_FORM: Final = signed(
    rf"(?:[.,;:{HOLE}]\s?|[(\[])(?:{'|'.join(f'(?P<k{n}>{_phrases(cue)})' for n, (cue, _) in enumerate(KINDS))})"
    rf"(?=\s*(?:[.,;:)\]{HOLE}]|$|\())",
    re.IGNORECASE,
    words=words_in(*(phrase for cue, _ in KINDS for phrase in language.phrases(f"kind_{cue}"))),
)
"""All of them at once, each in a group of its own, behind the sign that closes the part before."""
_BEGUN: Final = re.compile(rf"[.,;:{HOLE}(\[](?:(?<![(\[])\s)?(?P<first>[^\W\d_]+)")
"""Where a kind may begin, and its first word."""
_KIND_PHRASES: Final = [phrase for cue, _ in KINDS for phrase in language.phrases(f"kind_{cue}")]
_WHOLE_PHRASES: Final = frozenset(_KIND_PHRASES)
_FIRST_WORDS: Final = frozenset(word for phrase in _KIND_PHRASES for word in first_words(phrase))
_BEHIND_ANY_WORD: Final = words_in(*(phrase for phrase in _KIND_PHRASES if ANY_WORD in first_words(phrase)))
_DESCRIBED: Final = signed(
    rf"\[(?P<said>(?:{'|'.join(f'(?P<k{n}>{_phrases(cue)})' for n, (cue, _) in enumerate(KINDS))})"
    rf"[;,]?\s[^\[\]{HOLE}]{{1,60}})\]",
    re.IGNORECASE,
    words=words_in(*(phrase for cue, _ in KINDS for phrase in language.phrases(f"kind_{cue}"))),
)
"""The kind and more of it in square brackets: "[Song recorded by Ada Orme]", "[Film; extended edition on DVD]"."""
_REPORT_NUMBER = signed(
    r"\b(?P<genre>(?:(?:technical|research|working|discussion|occasional|policy|NBER working) )?(?:report|paper|brief"
    r"|memorandum|bulletin)s?)"
    r",? (?:no\.?|number|#) ?(?P<number>[A-Z]{0,6}[- ]?\d[\w/-]{0,20})",
    re.IGNORECASE,
    words="report paper brief memorandum bulletin reports papers briefs memorandums bulletins",
)
_REPORT_KINDS: Final = _phrases("report")
_NUMBERED = signed(
    rf"(?<=[.,;(]\s)(?P<genre>{_REPORT_KINDS})\s(?:(?:{language.pattern(language.vocabulary('issues'))})(?!\w)\.?\s?)?"
    r"(?P<number>\d{1,4}(?:[-/]\d{1,5})?[a-z]?)(?=[.,;)]|\s?\Z)",
    re.IGNORECASE,
    words=words_in(*language.phrases("kind_report")),
)
"""As the offices of other countries count them: "Avis 2024-014", "Forschungsbericht Nr. 7"."""
_EVENT = signed(
    r"\b(?:paper |lecture |talk |keynote |poster )?(?:presented|delivered|given) at "
    r"(?:the )?(?P<event>[^.,;()\0]{4,140})",
    re.IGNORECASE,
    words="presented delivered given",
)
_CONFERENCE = signed(
    r"\b(?:proceedings of|proc\. of|conference on|symposium on|workshop on)\b",
    re.IGNORECASE,
    words="proceedings proc conference symposium workshop",
)
_CATALOGUE = signed(
    rf",\s(?P<genre>{_phrases('catalogue')})(?=[\s,.(\0])",
    re.IGNORECASE,
    words=words_in(*language.phrases("kind_catalogue")),
)
"""Behind the title of the catalogue of an exhibition, and before its place in brackets."""
_HANDLE = signed(r"[(\[]?(?<![\w./])@[A-Za-z0-9_]{2,30}\b[)\]]?", parts="@")


_THESIS: Final = signed(
    rf"(?:(?<=[.,;(\[]\s)|(?<=[(\[]))(?P<genre>(?:{_phrases('thesis')})(?:\s\([^()\d{HOLE}]{{3,60}}\))?)"
    r"(?=[,.\])]|\s[-–—]{1,2}\s|\s\()",
    re.IGNORECASE,
    words=words_in(*language.phrases("kind_thesis")),
)
"""Tesis doctoral, ... · [Thèse de doctorat] · Dissertação (Mestrado em Direito) - ..."""
_DEGREE: Final = signed(
    r"(?<=[.,;\0]\s)(?P<genre>Ph\.?\s?D\.?|D\.?Phil\.?|M\.?Phil\.?|M\.?A\.?|M\.?Sc\.?)"
    r"(?=(?:,\s|\s\()[^()\0]{0,60}?(?:Univ|College|School|Institut))",
    words="phd ph dphil phil mphil ma msc sc d a",
)
"""A degree alone, where a school stands behind it: "*Lamps*, PhD (Hull: University of Hull, 2009)"."""
_LEAVES: Final = signed(r"(?<=[.,]\s)(?P<leaves>\d{2,4})\s?f\.(?=\s[^\W\d_a-z])", sign=r"\d\s?f\.")
"""How many leaves a thesis has, as Brazil counts: "2020. 108 f. Dissertação"."""
_ANY: Final = AnyOf(_THESIS, _DEGREE, _FORM, _REPORT_NUMBER, _NUMBERED, _EVENT, _CONFERENCE, _CATALOGUE, _HANDLE)


@asked_where(_ANY)
def find_kinds(draft: Draft) -> Iterable[Explanation]:
    """What the reference calls the work."""
    if thesis := _THESIS.search(draft.rest, draft.seen) or _DEGREE.search(draft.rest, draft.seen):
        yield draft.string("genre", *thesis.span("genre"), EXPLICIT, cue="thesis")
        if leaves := _LEAVES.search(draft.rest, draft.seen):
            yield draft.string("number-of-pages", *leaves.span("leaves"), EXPLICIT)
    reports = [*_REPORT_NUMBER.finditer(draft.rest, draft.seen)] or [*_NUMBERED.finditer(draft.rest, draft.seen)]
    for match in reports:
        yield draft.string("genre", *match.span("genre"), EXPLICIT, cue="report")
        yield draft.string("number", *match.span("number"), EXPLICIT)
        yield explained(*match.span())
    yield from _called(draft)
    for match in _CATALOGUE.finditer(draft.rest, draft.seen):
        yield draft.string("genre", *match.span("genre"), EXPLICIT, cue="catalogue")
    if named := _EVENT.search(draft.rest, draft.seen):
        event = draft.string("event-title", *named.span("event"), EXPLICIT, cue="conference")
        yield event._replace(cover=Span(*named.span()))
    if gathering := _CONFERENCE.search(draft.text, draft.seen):
        yield explained(gathering.start(), gathering.start(), "conference")
    for match in _HANDLE.finditer(draft.rest, draft.seen):
        if draft.rest[: match.start()].strip(" \0"):
            yield explained(*match.span(), "post")
        else:  # nobody is named before it
            span = Span(*match.span())
            yield Explanation("author", (Name(literal=match[0]),), span, span, EXPLICIT, "post")


def _called(draft: Draft) -> Iterable[Explanation]:
    """The words of :data:`KINDS`."""
    first = len(draft.rest) - len(draft.rest.lstrip(" \0.,;:(["))
    described = [
        match
        for match in _DESCRIBED.finditer(draft.rest, draft.seen)
        if match["said"].casefold() not in _WHOLE_PHRASES  # "[Video game]" is no video
    ]
    for match in described:
        number = next(number for number in range(len(KINDS)) if match[f"k{number}"])
        cue, variable = KINDS[number]
        value = draft.string(variable or "medium", *match.span("said"), EXPLICIT, cue=cue)
        yield value._replace(cover=Span(*match.span()))
    taken = [Span(*match.span()) for match in described]
    called = [
        (int(match.lastgroup[1:]), match)
        for match in _forms(draft)
        if match.lastgroup and not any(span.overlaps(Span(*match.span())) for span in taken)
    ]
    for number, match in sorted(called, key=lambda pair: pair[0]):
        start, end = match.span(f"k{number}")
        if start <= first and not draft.has("title", "container-title"):
            continue  # The first words are a title, whatever they say.
        cue, variable = KINDS[number]
        yield draft.string(variable, start, end, EXPLICIT, cue=cue) if variable else explained(start, end, cue)


def _forms(draft: Draft) -> Iterator[re.Match[str]]:
    """The matches of :data:`_FORM`; its hundreds of phrases are tried only where the first word of one stands."""
    if not _FORM.may_match(draft.seen):
        return
    anywhere = not _BEHIND_ANY_WORD.isdisjoint(draft.seen.words)
    end = 0
    for begun in _BEGUN.finditer(draft.rest):
        start = begun.start()
        if start < end or not (anywhere or begun["first"].lower() in _FIRST_WORDS):
            continue
        if match := _FORM.pattern.match(draft.rest, start):
            end = match.end()
            yield match
