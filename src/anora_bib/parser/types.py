"""Which CSL type the evidence speaks for: the first line of a table whose test holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from anora_bib.model.bibliography.item_types import ARTICLE_TYPES
from anora_bib.parser.draft import Draft
from anora_bib.parser.text.words import BODIES, ENCYCLOPEDIA_WORDS, FILM_HOUSE_WORDS, NEWSPAPER_WORDS, PERIODICAL_WORDS

Test = Callable[[Draft], bool]


def _cue(*cues: str) -> Test:
    return lambda draft: not draft.cues.isdisjoint(cues)


def _container(draft: Draft) -> set[str]:
    item = draft.first("container-title")
    return {word.casefold().strip(",.:") for word in str(item.value).split()} if item else set()


def _precision(draft: Draft) -> int:
    issued = draft.issued
    if issued is None or not issued.parts:
        return 0
    return 2 if issued.season else len(issued.parts[0])


def _is_song(draft: Draft) -> bool:
    """A quoted title by a band: with a date at most, or an album and its label, and no place in either."""
    if draft.has("URL", "accessed", "page", "volume", "issue", "archive", "editor") or not draft.cues.isdisjoint(
        ("in", "imprint")
    ):
        return False
    if "quoted" not in draft.cues or (
        draft.has("container-title") and not (draft.has("publisher") and _precision(draft) < 2)
    ):
        return False
    names = [name.literal for name in draft.names("author")]
    return bool(names) and all(names) and not {word.casefold() for name in names for word in name.split()} & BODIES


def _is_film(draft: Draft) -> bool:
    """A whole work whose publisher has a word such as "Pictures" in its name, without page or number of a book."""
    publisher = draft.first("publisher")
    words = {word.casefold().strip(".,") for word in str(publisher.value).split()} if publisher else set()
    return bool(words & FILM_HOUSE_WORDS) and not draft.has(
        "container-title", "ISBN", "page", "edition", "URL", "translator"
    )


def _is_chapter(draft: Draft) -> bool:
    if (
        not draft.has("container-title")
        or "periodical" in draft.cues
        or (_precision(draft) > 1 and "in" not in draft.cues)
    ):
        return False
    return (
        "in" in draft.cues
        or draft.has("editor", "translator", "publisher-place")
        or ("imprint" in draft.cues and draft.has("publisher"))
    )


def _is_magazine(draft: Draft) -> bool:
    """An issue looked up on the web, without pages or DOI, is a magazine's; so is a day or a month without volume."""
    if "magazine" in _container(draft):
        return True
    if {"periodical", "volume"} & draft.cues:
        return draft.has("accessed", "archived") and not draft.has("page", "DOI")
    return _precision(draft) >= 2 and "doi" not in draft.cues


def _has_container(draft: Draft) -> bool:
    return draft.has("container-title")


_TABLE: Final[tuple[tuple[str, Test], ...]] = (
    ("thesis", _cue("thesis")),
    ("personal_communication", _cue("letter")),
    ("manuscript", lambda draft: _cue("archival")(draft) and not draft.has("publisher", "container-title")),
    ("review", lambda draft: draft.has("reviewed-title") or _cue("review")(draft)),
    ("interview", _cue("interview")),
    ("broadcast", _cue("episode")),
    (
        "motion_picture",
        lambda draft: _cue("film")(draft) and not (draft.has("container-title") and _cue("quoted")(draft)),
    ),
    ("motion_picture", lambda draft: _is_film(draft) and "song" not in draft.cues),
    ("graphic", _cue("object", "photo", "museum")),
    ("broadcast", lambda draft: _cue("audio", "broadcast")(draft) and not draft.has("ISBN")),
    ("song", lambda draft: _cue("song", "sung")(draft) or _is_song(draft)),
    ("motion_picture", _cue("video")),
    ("performance", lambda draft: _cue("performed")(draft) and not _has_container(draft)),
    ("post-weblog", _cue("weblog")),
    ("post", _cue("post")),
    ("speech", _cue("speech")),
    ("dataset", _cue("dataset")),
    ("software", _cue("software")),
    ("article", lambda draft: _cue("arxiv")(draft) and not _has_container(draft)),
    ("paper-conference", lambda draft: _cue("conference")(draft) and "periodical" not in draft.cues),
    ("report", _cue("report")),
    ("entry-encyclopedia", lambda draft: bool(_container(draft) & ENCYCLOPEDIA_WORDS)),
    ("chapter", _is_chapter),
    ("article-newspaper", lambda draft: _cue("newspaper")(draft) and _has_container(draft)),
    ("article-newspaper", lambda draft: bool(_container(draft) & NEWSPAPER_WORDS) and "periodical" not in draft.cues),
    (
        "webpage",
        lambda draft: (
            _has_container(draft)
            and draft.has("publisher")
            and draft.has("URL", "accessed")
            and "periodical" not in draft.cues
        ),
    ),
    ("article-magazine", lambda draft: _has_container(draft) and _is_magazine(draft)),
    (
        "article-journal",
        lambda draft: _has_container(draft) and not draft.cues.isdisjoint(("periodical", "doi", "volume")),
    ),
    ("article-journal", lambda draft: bool(_container(draft) & PERIODICAL_WORDS) and not draft.has("publisher")),
    ("webpage", lambda draft: _has_container(draft) and draft.has("URL", "accessed")),
    ("chapter", lambda draft: _has_container(draft) and (draft.has("publisher") or draft.has("page"))),
    ("article-magazine", _has_container),
    (
        "book",
        lambda draft: (
            draft.has("publisher", "publisher-place", "ISBN", "edition", "number-of-pages")
            and "quoted" not in draft.cues
        ),
    ),
    ("webpage", lambda draft: draft.has("URL", "accessed")),
    (
        "book",
        lambda draft: (
            bool({"italic", "bare"} & draft.cues) and draft.has("author", "editor") and _precision(draft) == 1
        ),
    ),
    ("document", lambda _: True),
)


def decide_type(draft: Draft) -> str:
    """The CSL type of a draft whose fields are all known."""
    item = draft.first("container-title")
    outlet = draft.records.outlet(str(item.value)) if item else None
    for type, test in _TABLE:
        if outlet and type in ("chapter", "article-newspaper", "article-magazine", "article-journal", "webpage"):
            return ARTICLE_TYPES.get(outlet.kind, "webpage")
        if test(draft):
            return type
    raise AssertionError("the last line of the table holds for every draft")
