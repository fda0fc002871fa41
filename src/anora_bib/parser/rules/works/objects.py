"""Objects and pictures: how they came to a museum, what they are made of, where they are."""

from __future__ import annotations

import re
from collections.abc import Iterable

from anora_bib.parser.draft import EXPLICIT, HOLE, LIKELY, STRUCTURE, Draft, Explanation, asked_where, explained, trim
from anora_bib.parser.text.signs import AnyOf, Seen, signed
from anora_bib.parser.text.tokens import is_stop
from anora_bib.parser.text.words import MEDIA, MUSEUM_WORDS
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_GIFT = signed(
    r"(?P<note>\b(?:(?:promised |partial |anonymous )?gift|bequest|purchase|donation|loan|museum purchase)\b"
    r"(?:,? (?:of|from|by|through|with|courtesy)\b)?[^.;()\0]{0,90}?(?:,? (?:in )?(?:1[6-9]|20)\d\d\b)?)"
    r"(?=\s+to\s+(?:the\s+)?[A-Z]|\s*[.;()\0]|\s*\Z|,\s+[A-Z])(?P<to>\s+to\s+(?:the\s+)?(?P<archive>[A-Z][^.;()\0]{3,90}))?",
    re.IGNORECASE,
    words="gift bequest purchase donation loan",
)
_COURTESY = signed(
    r"\b(?:image |photo |still )?courtesy(?: of)?:? (?:the )?(?P<archive>[A-Z][^.;()\0]{2,90})",
    re.IGNORECASE,
    words="courtesy",
)
_COLLECTION = lazy(
    r"(?:(?<=[.,;(\0]\s)|(?<=\0)|^)(?:the )?(?P<archive>(?:[A-Z][\w’'.-]*|of|the|and|de|für|&)(?: "
    r"(?:[A-Z][\w’'.-]*|of|the|and|de|für|&)){0,8})"
    r"(?P<place>, [A-Z][^.;,()\0]{2,40}(?:, (?:[A-Z]\.){2})?)?(?=\s*(?:[.,;()\0]|$))"
)
_KEEPER = lazy(
    r"\0[.,;]?\s(?P<archive>[A-Z][^\W\d_][^.;()\0\d]{2,90}), "
    r"(?P<place>(?:The )?[A-Z][^\W\d_]{2,20}(?: [A-Z][^\W\d_]{2,20})?)[.\s]{0,3}\Z"
)
"""Who keeps an object, and where, behind what it is made of: no word tells that it is a museum."""
_STUFF = (
    "silk|cotton|leather|wool|linen|satin|plastic|rubber|steel|wood|glass|porcelain|ceramic|canvas|velvet|installation"
)
_NOT_WRITTEN = "".join(
    rf"(?<!{kind} )" for kind in "working discussion position conference occasional research policy white green".split()
)
"""A paper of these kinds is written, and not what something is made of."""
_MEDIUM = signed(
    rf"(?:(?<=[.,;(\0]\s)|(?<=\())(?P<medium>(?:{MEDIA}|(?:[A-Z]?[a-z-]{{2,14}} ){{0,4}}(?:{_STUFF})|"
    rf"(?:[A-Z]?[a-z-]{{2,14}} ){{1,4}}(?:prints?|{_NOT_WRITTEN}paper))(?: (?:on|and|with|over|in) [a-z ]{{3,30}})?)"
    r"(?=[.,;)\0]|$)",
    re.IGNORECASE,
    words=[media.split()[-1].rpartition("-")[2] for media in f"{MEDIA}|{_STUFF}|print|prints|paper".split("|")],
)
_LENGTH = r"\d[\d./]{0,12}(?: \d{1,2}/\d{1,2})?"
_SIZE = signed(
    rf"(?<![\d/])\b(?P<dimensions>{_LENGTH} ?(?:×|x|by) ?{_LENGTH}(?: ?(?:×|x|by) ?{_LENGTH})?"
    r" ?(?:cm|mm|in\.?|inches|ft\.?)?)",
    re.IGNORECASE,
    sign=r"(?:×|x|by) ?\d",
)
_STILL = signed(
    r"\A(?:film )?(?:still|screenshot|frame|image|scene|detail) (?:from|of):?\s+",
    re.IGNORECASE,
    words="still screenshot frame image scene detail",
)
_EXHIBITED = signed(
    r"(?<=[.,;(\0] )(?P<note>(?:first |last )?(?:exhibited|shown|exh\.|on (?:view|display|loan)) (?:at|in|to) "
    r"[^;()\0]{3,120}?"
    r"(?:(?:1[6-9]|20)\d\d(?:[-–]\d{2,4})?(?: \((?:no|nos|cat)\.? [^()]{1,16}\)|, (?:no|nos|cat)\. ?[\w–-]{1,8})?)?)"
    r"(?=[.;\s]{0,3}(?:\Z|[;(]|\. [A-Z]))",
    re.IGNORECASE,
    words="exhibited shown exh view display loan",
)
"""Where a work was to be seen, as catalogues note it: "exhibited at the Harbour Gallery, Hull, 1962 (no. 34)"."""
_NUMBER = signed(
    r"\b(?:accession|object|inv(?:entory)?|acc)\b\.? ?(?:no|number|#)?\.?:? ?(?P<number>[A-Z]?\d[\w.-]{2,20})",
    re.IGNORECASE,
    words="accession object inv inventory acc",
)


_LIFE_ENDS = r"[-–]\d\d|[-–]\d{3}|[-–]\d{4}|b\.\d{4}|b\. \d{4}|born\d{4}|born \d{4}".split("|")
_LIFE = signed(
    r"(?<=[^\W\d_] )\((?:(?P<nation>[A-Z][a-z]{2,14}(?:[-/ ][A-Z][a-z]{2,14})?), )?"
    r"(?:(?:b\.|born) ?\d{4}|(?:ca?\. ?)?\d{4}[-–]\d{2,4})\)",
    sign=rf"\)(?:{'|'.join(f'(?<={end}.)' for end in _LIFE_ENDS)})",
)
"""When a maker lived, and where: "(Italian, 1855–1947)"."""
_MAKER = lazy(r"\s*(?:[^\W\d_][\w.’'-]{0,24} ){1,5}\Z")
"""A name alone before it."""


_ANY = AnyOf(_STILL, _LIFE, _GIFT, _EXHIBITED, _COURTESY, _MEDIUM, _SIZE, _NUMBER)


@asked_where(_ANY)
def find_credit(draft: Draft) -> Iterable[Explanation]:
    """Gift, courtesy, medium, size and museum; and the film behind "Still from"."""
    text, seen = draft.rest, draft.seen
    if still := _STILL.match(text, seen):
        yield explained(*still.span(), "film")
    life = _LIFE.search(text, seen)
    if life and _MAKER.match(text, 0, life.start()) and (life["nation"] or _shown(text, seen)):
        yield explained(*life.span(), "object")
    gifts = [
        match
        for match in _GIFT.finditer(text, seen)
        if match.group("to") or _before(text, match.start()) in f".,;({HOLE}"
    ]
    for gift in gifts[:1]:
        yield draft.string("note", *gift.span("note"), EXPLICIT, cue="object")
        if gift.group("to"):
            archive = trim(draft.text, *gift.span("archive"))
            yield Explanation("archive", archive.of(draft.text), archive, _through(gift), EXPLICIT, "museum")
    for shown in _EXHIBITED.finditer(text, seen):
        yield draft.string("note", *shown.span("note"), EXPLICIT, cue="object")
    for match in _COURTESY.finditer(text, seen):
        archive = trim(draft.text, *match.span("archive"))
        yield Explanation("archive", archive.of(draft.text), archive, _through(match), STRUCTURE, "courtesy")
    for pattern, variable in ((_SIZE, "dimensions"), (_MEDIUM, "medium"), (_NUMBER, "archive_location")):
        found = pattern.search(text, seen)
        if found and not _behind_initial(text, found.start()):
            yield draft.string(
                variable, *found.span(variable if variable != "archive_location" else "number"), EXPLICIT, cue="object"
            )


def _shown(text: str, seen: Seen) -> bool:
    """Whether something is said to have a medium or a size."""
    return _MEDIUM.search(text, seen) is not None or _SIZE.search(text, seen) is not None


def find_museum(draft: Draft) -> Iterable[Explanation]:
    """The museum that keeps an object, as a part of its own; only where something says that it is an object."""
    if not {"object", "photo"} & draft.cues or draft.has("archive"):
        return
    for match in _COLLECTION.finditer(draft.rest):
        words = {word.casefold() for word in match.group("archive").split()}
        if words & MUSEUM_WORDS and len(words) > 1:
            yield draft.string("archive", *match.span("archive"), STRUCTURE, cue="museum")
            if match.group("place"):
                yield draft.string("archive-place", *match.span("place"), STRUCTURE)
            return
    if draft.has("medium", "dimensions") and (keeper := _KEEPER.search(draft.rest)):
        yield draft.string("archive", *keeper.span("archive"), LIKELY, cue="museum")
        yield draft.string("archive-place", *keeper.span("place"), LIKELY)


def _behind_initial(text: str, at: int) -> bool:
    """True for the last word of a name like "Allen W. Wood": the full stop before it ends nothing."""
    stop = len(text[:at].rstrip()) - 1
    return stop > 0 and text[stop] == "." and not is_stop(text, stop)


def _before(text: str, at: int) -> str:
    return text[:at].rstrip()[-1:] or HOLE


def _through(match: re.Match[str]) -> Span:
    return Span(match.start("to") if "to" in match.re.groupindex else match.start(), match.end("archive"))
