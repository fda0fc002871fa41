"""Which CSL type the evidence speaks for: the first line of a table whose test holds."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import Final

from anora_bib.model.values.item_types import ARTICLE_TYPES, PART_TYPES
from anora_bib.parser.draft import Draft
from anora_bib.parser.judging.outlets import by_outlet, is_gathering, words_of_outlet
from anora_bib.parser.text.words import (
    BODIES,
    ENCYCLOPEDIA_WORDS,
    FILM_HOUSE_WORDS,
    MANUSCRIPTS,
    NETWORKS,
    NEWSPAPER_WORDS,
    PERIODICAL_WORDS,
    STUDIOS,
)

Test = Callable[[Draft], bool]


def _precision(draft: Draft) -> int:
    issued = draft.issued
    if issued is None or not issued.parts:
        return 0
    return 2 if issued.season else len(issued.parts[0])


def _is_song(draft: Draft) -> bool:
    """A quoted title by a band: with a date at most, or an album and its label, and no place in either."""
    if draft.has(
        "URL", "accessed", "page", "volume", "issue", "archive", "editor", "publisher-place"
    ) or not draft.cues.isdisjoint(("in", "imprint")):
        return False
    if draft.has("container-title") and not (draft.has("publisher") and _precision(draft) < 2):
        return False
    names = [name.literal for name in draft.names("author")]
    return bool(names) and all(names) and not {word.casefold() for name in names for word in name.split()} & BODIES


def _is_film(draft: Draft) -> bool:
    """A whole work whose publisher has a word such as "Pictures" in its name, without page or number of a book."""
    publisher = draft.first("publisher")
    words = {word.casefold().strip(".,") for word in str(publisher.value).split()} if publisher else set()
    return (bool(words & FILM_HOUSE_WORDS) or _publisher(draft) in STUDIOS) and not draft.has(
        "container-title", "ISBN", "page", "edition", "URL", "translator"
    )


def _publisher(draft: Draft) -> str:
    """Who published, folded."""
    publisher = draft.first("publisher")
    return str(publisher.value).casefold() if publisher else ""


def _is_series(draft: Draft) -> bool:
    """A whole work of a network without a director, or one that came out over years at a network or a studio."""
    house = _publisher(draft)
    if draft.has("container-title", "ISBN", "page", "edition", "URL", "translator", "author", "director"):
        return False
    issued = draft.issued
    return house in NETWORKS or (house in STUDIOS and issued is not None and len(issued.parts) > 1)


def _is_chapter(draft: Draft) -> bool:
    if (
        not draft.has("container-title")
        or "periodical" in draft.cues
        or (_precision(draft) > 1 and "in" not in draft.cues)
    ):
        return False
    if draft.has("volume", "issue") and not draft.has("publisher", "publisher-place", "editor", "translator"):
        return False
    return (
        "in" in draft.cues
        or draft.has("editor", "translator", "publisher-place")
        or ("imprint" in draft.cues and draft.has("publisher"))
    )


def _is_talk(draft: Draft) -> bool:
    """A paper given at a conference that nothing says is printed in its proceedings (CSL 1.0.2, appendix III)."""
    return draft.has("event-title") and not draft.has("container-title", "page", "publisher")


def _is_magazine(draft: Draft) -> bool:
    """An issue looked up on the web, without pages or DOI, is a magazine's; so is a day or a month without volume."""
    if "magazine" in words_of_outlet(draft):
        return True
    if {"periodical", "volume"} & draft.cues:
        return draft.has("accessed", "archived") and not draft.has("page", "DOI")
    return _precision(draft) >= 2 and "doi" not in draft.cues


def _is_unpublished(draft: Draft) -> bool:
    genre = draft.first("genre")
    return genre is not None and not MANUSCRIPTS.isdisjoint(str(genre.value).casefold().split())


def _is_published(draft: Draft) -> bool:
    """Somebody's work that a publisher brought out in a year, with its title in quotation marks."""
    return draft.has("author", "editor") and draft.has("publisher") and _precision(draft) == 1


def _is_numbered(draft: Draft) -> bool:
    """What an office counts under a kind of its own, in nothing else: "Working Paper No. 7"."""
    return draft.has("genre") and draft.has("number") and not _has_container(draft)


def _is_own(draft: Draft) -> bool:
    """What a body brings out itself, named by its letters at least: "INTERNATIONAL TIDE OFFICE (ITO). Hull: ITO"."""
    names = draft.names("author")
    if len(names) != 1 or not names[0].literal or draft.has("container-title", "ISBN", "edition"):
        return False
    house, body = _publisher(draft), names[0].literal
    name, _, short = body.rstrip(")").partition(" (")
    letters = short or "".join(word[0] for word in name.split() if word[0].isupper())
    return bool(house) and len(letters) > 1 and house in (body.casefold(), name.casefold(), letters.casefold())


def _is_official(draft: Draft) -> bool:
    """What a body wrote or edited, of a place and a date, and nobody else brought out."""
    bodies = draft.names("author") or draft.names("editor")
    if not bodies or not all(
        name.literal and not BODIES.isdisjoint(name.literal.casefold().split()) for name in bodies
    ):
        return False
    told = draft.has("issued") and draft.has("publisher-place")
    return told and not draft.has("publisher", "container-title", "ISBN", "edition", "volume", "page")


def _has_container(draft: Draft) -> bool:
    return draft.has("container-title")


def _row(type: str, *cues: str, test: Test | None = None) -> tuple[str, frozenset[str], Test | None]:
    """A line of the table: it holds if one of the cues is there, or none is asked for, and the test holds."""
    return type, frozenset(cues), test


_BY_WORDS: Final = (
    _row("patent", "patent"),
    _row("standard", "standard", test=lambda draft: not draft.has("container-title")),
    _row("thesis", "thesis"),
    _row("personal_communication", "letter"),
    _row("manuscript", test=lambda draft: _is_unpublished(draft) and not draft.has("container-title")),
    _row("manuscript", "archival", test=lambda draft: not draft.has("publisher", "container-title")),
    _row("review", test=lambda draft: draft.has("reviewed-title")),
    _row("review", "review"),
    _row("interview", "interview"),
    _row("broadcast", "episode"),
    _row("broadcast", "broadcast", test=lambda draft: not draft.has("ISBN")),
    _row("broadcast", test=_is_series),
    _row("motion_picture", "film", test=lambda draft: not (_has_container(draft) and "quoted" in draft.cues)),
    _row("motion_picture", test=lambda draft: _is_film(draft) and "song" not in draft.cues),
    _row("graphic", "object", "photo", "museum"),
    _row("broadcast", "audio", test=lambda draft: not draft.has("ISBN")),
    _row("song", "song", "sung"),
    _row("song", "quoted", test=_is_song),
    _row("motion_picture", "video"),
    _row("performance", "performed", test=lambda draft: not _has_container(draft)),
    _row("post-weblog", "weblog"),
    _row("post-weblog", "blog-host", test=lambda draft: "quoted" in draft.cues or _has_container(draft)),
    _row("post", "post"),
    _row("speech", "speech"),
    _row("dataset", "dataset"),
    _row("software", "software"),
    _row("article", "arxiv", test=lambda draft: not _has_container(draft)),
    _row("report", "report", test=_is_numbered),
    _row("report", test=lambda draft: not draft.has("URL", "accessed") and (_is_own(draft) or _is_official(draft))),
    _row("book", "monograph", test=lambda draft: not _has_container(draft)),
    _row("speech", "conference", test=_is_talk),
    _row("paper-conference", test=lambda draft: is_gathering(draft) and not draft.has("volume", "issue")),
    _row("paper-conference", "conference", test=lambda draft: "periodical" not in draft.cues),
)
"""Types that a word, or a form that nothing else has, says by itself."""
_WORDS: Final = frozenset(cue for _, cues, _ in _BY_WORDS for cue in cues)
_WITHOUT_WORDS: Final = tuple(row for row in _BY_WORDS if not row[1])
"""What is left of the table for a draft that has none of its words."""

LEARNED: Final = "type="
"""How a cue begins that says which type a labeller holds the whole for."""
GUESSED: Final = "perhaps="
"""The same of a type that is no more than likelier than each other one."""

_BY_FIELDS: Final = (
    _row("report", "report"),
    _row("entry-encyclopedia", test=lambda draft: bool(words_of_outlet(draft) & ENCYCLOPEDIA_WORDS)),
    _row("chapter", test=_is_chapter),
    _row("article-newspaper", "newspaper", test=_has_container),
    _row(
        "article-newspaper",
        test=lambda draft: bool(words_of_outlet(draft) & NEWSPAPER_WORDS) and "periodical" not in draft.cues,
    ),
    _row(
        "webpage",
        test=lambda draft: (
            _has_container(draft)
            and draft.has("publisher")
            and draft.has("URL", "accessed")
            and "periodical" not in draft.cues
        ),
    ),
    _row("article-magazine", test=lambda draft: _has_container(draft) and _is_magazine(draft)),
    _row("article-journal", "periodical", "doi", "volume", test=_has_container),
    _row(
        "article-journal",
        test=lambda draft: bool(words_of_outlet(draft) & PERIODICAL_WORDS) and not draft.has("publisher"),
    ),
    _row("webpage", test=lambda draft: _has_container(draft) and draft.has("URL", "accessed")),
    _row("chapter", test=lambda draft: _has_container(draft) and draft.has("publisher", "page")),
    _row("article-magazine", test=_has_container),
    _row("webpage", test=lambda draft: draft.has("URL", "accessed") and _is_own(draft)),
    _row(
        "book",
        test=lambda draft: (
            draft.has("publisher", "publisher-place", "ISBN", "edition", "number-of-pages")
            and "quoted" not in draft.cues
        ),
    ),
    _row("webpage", test=lambda draft: draft.has("URL", "accessed")),
    _row("book", "italic", "bare", test=lambda draft: draft.has("author", "editor") and _precision(draft) == 1),
    _row("book", test=_is_published),
)


_NOTHING_KNOWN: Final = (_row("document"),)
_WHOLES: Final = frozenset(("book", "report", "graphic"))
"""Types of what is in nothing else."""
_TOLD: Final = frozenset(("patent",))
"""Types that a word always tells."""
_PERIODICAL: Final = frozenset(("article-journal", "article-magazine", "article-newspaper"))


def _has_person(draft: Draft) -> bool:
    """Whether somebody who is no body wrote or edited it."""
    return any(not name.literal for part in ("author", "editor") for name in draft.names(part))


def _is_within(draft: Draft) -> bool:
    """What is "in" something that has neither volume nor issue is a part of a book, whatever a labeller says."""
    return "in" in draft.cues and not draft.has("volume", "issue") and _precision(draft) < 2


def _may_be(type: str, draft: Draft) -> bool:
    """False for a part of something where nothing says so, and for the piece of a periodical that is in a book."""
    if (
        type in _WHOLES
        and _has_container(draft)
        and ("in" in draft.cues or (type == "book" and "quoted" in draft.cues))
    ):
        return False
    if type in PART_TYPES and not _has_container(draft):
        return draft.has("page") and ("in" in draft.cues or "quoted" in draft.cues or draft.has("editor"))
    if type in _TOLD:
        return type in draft.cues
    if type == "report" and draft.has("publisher") and draft.has("publisher-place") and _has_person(draft):
        return draft.has("genre", "number") or "report" in draft.cues
    if type not in _PERIODICAL:
        return True
    if draft.has("publisher") and draft.has("publisher-place") and not draft.has("issue") and "quoted" in draft.cues:
        return False
    return not _is_within(draft) and (_has_container(draft) or not draft.has("publisher"))


def decide_type(draft: Draft) -> str:
    """The CSL type of a draft whose fields are all known."""
    item = draft.first("container-title")
    outlet = draft.records.outlet(str(item.value)) if item else None
    said = [cue.removeprefix(LEARNED) for cue in draft.cues if cue.startswith(LEARNED)]
    learned = [_row(type) for type in said if _may_be(type, draft)]
    perhaps = [cue.removeprefix(GUESSED) for cue in draft.cues if cue.startswith(GUESSED)]
    guessed = [_row(type) for type in perhaps if type not in _TOLD]
    by_words = _WITHOUT_WORDS if draft.cues.isdisjoint(_WORDS) else _BY_WORDS
    for type, cues, test in chain(by_words, learned, _BY_FIELDS, guessed, _NOTHING_KNOWN):
        if outlet and type in ("chapter", "article-newspaper", "article-magazine", "article-journal", "webpage"):
            return ARTICLE_TYPES.get(outlet.kind, "webpage")
        if cues and draft.cues.isdisjoint(cues):
            continue
        if test is None or test(draft):
            return by_outlet(type, draft)
    raise AssertionError("the last line of the table holds for every draft")
