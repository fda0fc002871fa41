"""Episodes, songs and clips: what they are part of, and who put them up.

The APA's manual prints the kind of thing in square brackets behind the title, then the whole: "Jetty (Season 2,
Episode 6) [TV series episode]. In *Harbour*. Tide Films". The MLA's handbook prints the whole behind the quoted title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from anora_bib import language
from anora_bib.model import Name
from anora_bib.parser.draft import EXPLICIT, HOLE, STRUCTURE, Draft, Explanation, Mark, asked_where, explained, trim
from anora_bib.parser.normalise.names import names as normalised
from anora_bib.parser.text.marks import plain
from anora_bib.parser.text.signs import AnyOf, signed, words_in
from anora_bib.text.characters import collapse
from anora_bib.text.spans import Span

_CUES: Final = {"broadcast": "broadcast", "audio": "audio", "song": "song"}
"""The kinds of things that are part of a whole, with what that says of the type."""
_PHRASES: Final = tuple(phrase for cue in _CUES for phrase in language.phrases(f"kind_{cue}"))
_KIND: Final = "|".join(sorted(map(language.phrase_pattern, _PHRASES), key=len, reverse=True))
_BRACKETED: Final = signed(
    rf"\[(?:{_KIND})\]\.?(?:\s\((?:1[89]|20)\d\d[^()\[\]{HOLE}]{{0,24}}\)\.)?(?P<lead>\s(?:In|On)\s)",
    re.IGNORECASE,
    words=words_in(*_PHRASES),
)
"""The kind, the date where there is no author, and the word that leads to the whole."""
_MAKERS: Final = re.compile(rf"(?P<names>[^()\[\]{HOLE}]{{3,200}}?)\s\((?P<role>[A-Z][^()\[\]\d{HOLE}]{{2,30}})\),\s")
"""Those who made the whole, before its title."""
_ROLES: Final = {"producer": "executive-producer", "producers": "executive-producer"}
_NUMBERED: Final = re.compile(r"\s?\([^()\[\]\0]{3,40}\)\s?\Z")
"""Season and episode, or a number, between the title and its kind."""
_DATED: Final = re.compile(r"\)\.\s")
_HOUSE: Final = re.compile(r"(?<!\b[A-Z])\.\s(?=[^.]|[A-Z]\.)(?!.*(?<!\b[A-Z])\.\s)")
"""The last full stop in a stretch that is none of an initial."""
_AFTER_INITIAL: Final = re.compile(r"\.\s(?=\w+\s\w)(?!.*\.\s)")
"""The last one where there is none such, before two words or more: "Born in the U.S.A. Columbia Records"."""
_VERBS: Final = ("directed", "created", "written", "hosted", "narrated", "produced", "developed", "performed")
_PROGRAMME: Final = signed(
    rf"\s(?!(?:{'|'.join(_VERBS)})\b)(?P<container>[^\W\d_][^{HOLE}.,;:()\[\]]{{1,80}}),\s"
    rf"(?=(?:{'|'.join(_VERBS)}) by\s|(?:season|episode|series)\s[\w ]{{1,12}},)",
    re.IGNORECASE,
    words=("season", "episode", "series", *_VERBS),
)
_SERIES_STOPPED: Final = signed(
    rf"\s(?!(?i:{'|'.join(_VERBS)})\b)(?P<container>[^\W\d_][^{HOLE}.,;:()\[\]]{{1,60}})\.\s"
    r"(?=(?:Dir|Perf|Prod|Writ|Narr|Created|Directed|Written|Performed)\b)",
    words=("dir", "perf", "prod", "writ", "narr", "created", "directed", "written", "performed"),
)
"""The programme behind a quoted title, and a stop behind it, as the MLA's handbook printed it until 2016."""
_SERIES_FIRST: Final = signed(
    rf"(?P<container>[^\W\d_][^.,;:()\[\]{HOLE}]{{1,60}}|{HOLE}{{2,90}})(?=,\s(?:[^{HOLE}]{{0,120}}\s)?"
    rf"(?:{language.pattern(language.vocabulary('seasons_of_series'))}|{language.pattern(language.vocabulary('episodes'))})"
    r"\s[\w ]{1,12},\s\Z)",
    re.IGNORECASE,
    words=words_in(*language.vocabulary("seasons_of_series"), *language.vocabulary("episodes")),
)
"""The programme at the head, up to the quoted title of an episode, as Chicago's manual prints it."""
_AIRED: Final = signed(
    r"(?P<aired>\b(?:originally |first )?(?:aired|broadcast|premiered)\s)(?:on\s)?(?=[^.;]{3,24}\d{4})[^.;]{3,24}\d{4}"
    rf"(?:,?\son\s(?P<network>[A-Z][^.,;()\[\]{HOLE}]{{1,40}}))?",
    re.IGNORECASE,
    words="aired broadcast premiered",
)
_TIME: Final = r"(?:\d{1,2}:)?\d{1,3}:\d\d"
_RUNNING: Final = signed(
    rf"(?:(?<=video, )|(?<=film, )|(?<=audio, )|(?<=podcast, )|(?<=episode, )|(?<=recording, ))(?P<first>{_TIME})\b"
    rf"|,\s(?P<second>{_TIME})(?=,\s(?:posted|uploaded|published)\b)|\b(?P<third>\d{{1,2}} ?h ?\d\d)\b",
    re.IGNORECASE,
    sign=r":\d\d|h ?\d",
)
"""How long a clip or a film runs."""
_TITLED: Final = signed(
    rf"\((?:[^()]{{0,12}}(?:1[89]|20)\d\d[^()]{{0,24}}|n\.d\.)\)\.\s(?P<title>[^\[\]{HOLE}]{{2,300}}?)"
    r"(?:\s?\((?P<aside>(?!\d{4})[^()]{2,40})\))?\.?\s\[(?=[A-Z])",
    parts="[",
)
"""Between the date and the kind in square brackets there is nothing but the title, with a number in brackets."""
_UPLOADED: Final = signed(
    rf"\b(?:{'|'.join(map(language.phrase_pattern, language.introductions('uploader')))})\s"
    rf"(?P<name>[^{HOLE},;()\[\]<>]{{2,60}}?)(?=,|\.?\s?(?:{HOLE}|\Z)|\.\s|\s[<(\[]|\s\d{{1,2}}\.?\s[^\W\d_]{{3,9}}\.?\s\d{{4}})",
    re.IGNORECASE,
    words=words_in(*language.introductions("uploader")),
)
_UNLIKE_NAMES: Final = re.compile(r"[a-z][A-Z]|[A-Z]{2}|\d")
"""Capitals within a word, and figures."""
_ANY: Final = AnyOf(_TITLED, _BRACKETED, _PROGRAMME, _UPLOADED, _SERIES_STOPPED, _SERIES_FIRST, _AIRED, _RUNNING)


@asked_where(_ANY)
def find_media(draft: Draft) -> Iterable[Explanation]:
    """The whole that an episode or a song is part of, its makers and its house; the one who put a clip up."""
    if titled := _TITLED.search(draft.rest, draft.seen):
        yield from _titled(draft, titled)
    yield from _run(draft)
    if bracketed := _BRACKETED.search(draft.rest, draft.seen):
        yield from _whole(draft, bracketed.start("lead"), bracketed.end("lead"))
        yield from _part(draft, bracketed.start())
    elif quoted := draft.mark("quoted"):
        end = quoted[0].outer.end
        programme = next((match for match in _PROGRAMME.finditer(draft.rest, draft.seen) if match.start() == end), None)
        stopped = next(
            (match for match in _SERIES_STOPPED.finditer(draft.rest, draft.seen) if match.start() == end), None
        )
        if found := programme or stopped:
            yield draft.string("container-title", *found.span("container"), STRUCTURE, cue="broadcast")
        else:
            yield from _series_before(draft)
    if uploaded := _UPLOADED.search(draft.rest, draft.seen):
        yield from _uploader(draft, uploaded)


def _titled(draft: Draft, titled: re.Match[str]) -> Iterator[Explanation]:
    """The title between the date and the kind, and the version of a work that has one."""
    title = draft.string("title", *titled.span("title"), STRUCTURE, cue="bare")
    yield title
    if titled["aside"] and (version := _VERSION.match(titled["aside"])):
        start = titled.start("aside") + version.start("version")
        span = Span(start, start + len(version["version"]))
        yield Explanation("version", version["version"], span, Span(*titled.span("aside")), EXPLICIT)


_VERSION: Final = re.compile(r"(?:[Vv]ersion|[Vv]er\.|[Vv]\.)\s(?P<version>[\w.-]{1,20})\Z")


def _run(draft: Draft) -> Iterator[Explanation]:
    """How long something runs; that it was sent on a day, and by whom."""
    if running := _RUNNING.search(draft.rest, draft.seen):
        group = running.lastgroup or "first"
        yield draft.string("dimensions", *running.span(group), EXPLICIT)
    if aired := _AIRED.search(draft.rest, draft.seen):
        yield explained(*aired.span("aired"), "broadcast")
        if aired["network"]:
            name = draft.string("publisher", *aired.span("network"), EXPLICIT)
            lead = draft.rest.rfind("on", 0, aired.start("network"))
            yield name._replace(cover=Span(lead, aired.end("network")))


def _series_before(draft: Draft) -> Iterator[Explanation]:
    """The programme at the head, before the quoted title of its episode."""
    quoted = next(mark for mark in draft.marks if mark.kind == "quoted")
    first = (
        _SERIES_FIRST.pattern.match(draft.rest, 0, quoted.outer.start) if _SERIES_FIRST.may_match(draft.seen) else None
    )
    if first is None:
        return
    start, end = first.span("container")
    if mark := _mark_at(draft, start):
        start, end = mark.inner
    yield draft.string("container-title", start, end, STRUCTURE, cue="broadcast")


def _whole(draft: Draft, lead: int, start: int) -> Iterator[Explanation]:
    """From the word "In" on: makers, container, publisher."""
    yield explained(lead, start, "in")
    if makers := _MAKERS.match(draft.rest, start):
        role = makers["role"].lower().split()[-1]
        if people := normalised(makers["names"], draft.records):
            span = Span(*makers.span("names"))
            yield Explanation(_ROLES.get(role, "contributor"), people, span, Span(*makers.span()), EXPLICIT)
        start = makers.end()
    if mark := _mark_at(draft, start):
        yield Explanation(
            "container-title", plain(mark.inner.of(draft.text)), mark.inner, mark.outer, EXPLICIT, "in-italics"
        )
        house = mark.outer.end
    else:
        end = draft.rest.find(HOLE, start)
        end = len(draft.rest) if end < 0 else end
        words = draft.rest[:end].rstrip(" .")
        stop = _HOUSE.search(words, start) or _AFTER_INITIAL.search(words, start)
        house = stop.start() if stop else end
        yield draft.string("container-title", start, house, STRUCTURE)
    end = draft.rest.find(HOLE, house)
    end = len(draft.rest) if end < 0 else end
    published = trim(draft.text, house, end)
    if published and published.of(draft.text)[0].isupper():
        yield draft.string("publisher", house, end, STRUCTURE)


def _part(draft: Draft, end: int) -> Iterator[Explanation]:
    """The title where a reference begins with it; elsewhere the brackets around season and episode behind it."""
    numbered = _NUMBERED.search(draft.rest, max(0, end - 44), end)
    before = draft.rest[: numbered.start() if numbered else end]
    if before.strip() and HOLE not in before and not _DATED.search(before):
        yield draft.string("title", 0, len(before), STRUCTURE, cue="bare")
    elif numbered:
        yield explained(numbered.start(), draft.rest.index("(", numbered.start()) + 1)
        yield explained(draft.rest.rindex(")", 0, numbered.end()), numbered.end())


def _mark_at(draft: Draft, start: int) -> Mark | None:
    return next((mark for mark in draft.marks if mark.outer.start == start), None)


def _uploader(draft: Draft, uploaded: re.Match[str]) -> Iterator[Explanation]:
    """Who put a clip up is its author, unless another one is named before."""
    named = bool(draft.rest[: uploaded.start()].split(HOLE)[0].strip(" .,*_"))
    printed = collapse(uploaded["name"])
    # Two words may be a person's name; one, three and more hardly are.
    channel = len(printed.split()) != 2 or _UNLIKE_NAMES.search(printed)
    people = (Name(literal=printed),) if channel else normalised(printed, draft.records)
    if people:
        variable = "contributor" if named else "author"
        span = Span(*uploaded.span("name"))
        yield Explanation(variable, people, span, Span(*uploaded.span()), EXPLICIT, "video")
