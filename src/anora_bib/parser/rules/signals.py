"""Words around a reference that are not part of it: "See", "cf.", "emphasis added", labels and back-arrows."""

from __future__ import annotations

import re
from collections.abc import Iterable

from anora_bib import language
from anora_bib.model import Date
from anora_bib.parser.draft import EXPLICIT, HOLE, Draft, Explanation, explained
from anora_bib.parser.text.marks import DASH_FOR_NAMES
from anora_bib.parser.text.signs import signed, words_in
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

SIGNAL = "signal"
"""Cue of the words that introduce a reference."""
LABEL = "label"
"""Cue of a word that only says that a source follows, or an entry of a reference work: "Source:", "Artikel"."""
COMMENT = "comment"
"""Cue of what the citing author says behind it."""

_LABEL = lazy(r"\s*(?:[-•–*]\s+|\[\^?\w{1,6}\]:?\s*|\d{1,3}[.)]\s+(?=\D)|\^\s+)")
_SOURCE = lazy(rf"\s*(?:{language.pattern(language.vocabulary('source_labels'))})\s?:\s+(?=\S)", re.IGNORECASE)
_ENTRY = signed(
    rf"(?<=,\s)(?:{language.pattern(language.vocabulary('entry_words'))})\s(?=[{HOLE}“„«\"‘])",
    re.IGNORECASE,
    words=words_in(*language.vocabulary("entry_words")),
)
"""Before the name of an entry: ", Artikel „Ebbe“"."""
_SIGNAL = rf"(?:but |and )?(?:{language.pattern(language.signals())})(?!\w)[:,.]?"
_LEADING = lazy(rf"\s*(?:{_SIGNAL}\s+(?=[^\s])){{1,2}}", re.IGNORECASE)
_COMMENT = (
    r"(?:my|our|the)? ?(?:emphasis|italics?|translations?|brackets)(?: (?:is|are))? "
    r"(?:mine|ours|added|supplied|in (?:the )?original|my own|the author[’']s)"
    r"|(?:my|our|author[’']s) (?:own )?(?:emphasis|italics|translation)|(?:link (?:is )?dead|dead link)"
    r"|citations? omitted|internal quotation marks omitted|pay-?wall(?:ed)?"
    r"|passim"
)
_TRAILING = signed(
    rf"(?:[;,.]\s*+|(?<!\s)\s++)?+[(\[]?\b(?:{_COMMENT})\b[)\]]?\.?",
    re.IGNORECASE,
    parts=["emphasis", "italic", "translation", "brackets", "link", "omitted", "wall", "passim"],
)
_EXPLAINING = signed(r"\s\((?:[a-z]{2,14}ing|quoting|citing)\s[^()]{3,400}\)[.\s]{0,3}\Z", sign=r"\([a-z]{2,14}ing\s")
"""What a source says, in brackets behind a citation of the law: "(holding that ...)"."""
_KEY = lazy(
    r"(?P<family>[^\W\d_a-z][\w’'-]{2,24})(?:\s(?:e|et|and|&|und|y)\s[^\W\d_a-z][\w’'-]{2,24})?,?\s(?P<year>(?:1[5-9]|20)\d\d)[a-z]?:\s"
)
"""What an item of a list is cited by, with the name again behind it: "Roe 1996: J. Roe, ..."."""
_ONLY_SIGNAL = lazy(_SIGNAL, re.IGNORECASE)
_ONLY_COMMENT = lazy(rf"[(\[]?(?P<comment>{_COMMENT})[)\]]?", re.IGNORECASE)
_SENDS = language.signals("see", "compare")
_READ_ALONG = lazy(
    rf"; (?:{language.pattern((*_SENDS, 'but', 'for', 'on'))}) |\. (?:{language.pattern(map(str.capitalize, _SENDS))}) "
)
_ARROW = lazy(r"\s*(?:[↩↑⤴⏎]\ufe0e?|\^)+\s*$|\s*\[(?:Back|back|return)\](?:\([^()\s]{0,200}\))?\s*$")
_INTRODUCED = lazy(r"(?:^|[,.;:] )[^.;]{0,200}?\b(?:see|see also|in):? (?=[A-Z“\"*_])")
_OWN_WORK = signed(
    rf"(?<=\w),?\s(?:{language.pattern(language.phrases('own_work'))})\s(?=[^\w\s])",
    words=words_in(*language.phrases("own_work")),
)
"""Between the names of an author and the title of a work of theirs, which is a hole: "Ada Orme in her *Lamps*"."""
_ARROW_ENDS = "↩↑⤴⏎\ufe0e^)]"
_LEADING_ON = frozenset(("see", "also", "in"))
_LEADS_ON = lazy(r"(?:see|also|in):? [A-Z“\"*_]")
_NEAR = 60
"""Characters in which the name of a key comes again."""
_DASHES = lazy(rf"\s*{DASH_FOR_NAMES}\s*[.,]?(?=[\s,.]|$)")


def find_signals(draft: Draft) -> Iterable[Explanation]:
    """Labels, signals and comments of the citing author: explained, without a field."""
    text = draft.rest
    start = 0
    for match_at, cue in (
        (_LABEL.match, ""),
        (_SOURCE.match, LABEL),
        (_LEADING.match, SIGNAL),
        (_DASHES.match, "repeated-author"),
    ):
        if match := match_at(text, start):
            yield explained(start, match.end(), cue)
            start = match.end()
    if (
        not start
        and not _LEADING_ON.isdisjoint(draft.seen.words)
        and _LEADS_ON.search(text, 0, 240)
        and (match := _INTRODUCED.match(text, 0, 240))
        and _is_prose(text[: match.end()])
    ):
        yield explained(0, match.end(), SIGNAL)
    if not start and (key := _KEY.match(text)) and key["family"] in text[key.end() : key.end() + _NEAR]:
        year = Span(*key.span("year"))
        yield Explanation("issued", Date.of(int(key["year"])), year, year, EXPLICIT)
        yield explained(0, key.end())
    for match in _ENTRY.finditer(text, draft.seen):
        yield explained(*match.span(), LABEL)
    for match in _EXPLAINING.finditer(text, draft.seen):
        yield explained(*match.span(), COMMENT)
    for match in _OWN_WORK.finditer(text, draft.seen):
        yield explained(*match.span())
    for match in _TRAILING.finditer(text, draft.seen):
        yield explained(*match.span(), COMMENT)
    if text.rstrip()[-1:] in _ARROW_ENDS and (arrow := _ARROW.search(text, max(0, len(text) - 220))):
        yield explained(*arrow.span())


def _is_prose(words: str) -> bool:
    """True for the opening of a remark ("For a fuller account, see"): it begins as sentences do."""
    return words.split(None, 1)[0].casefold().strip(",") in {
        "for", "on", "as", "this", "these", "i", "the", "here", "to", "about", "among", "in", "one", "such"
    }  # fmt: skip


def signal_of(draft: Draft) -> str:
    """The words that introduce the reference, as printed; "" for none."""
    if SIGNAL not in draft.cues:
        return ""
    return " ".join(item.cover.of(draft.text).strip(" \t\n,") for item in draft.explanations if item.cue == SIGNAL)


def comment_of(draft: Draft) -> str:
    """What the citing author says at the end of the reference; "" for nothing."""
    if COMMENT not in draft.cues:
        return ""
    covers = sorted(item.cover for item in draft.explanations if item.cue == COMMENT)
    said: list[str] = []
    end = len(draft.text)
    for cover in reversed(covers):
        if _says(draft.text[cover.end : end]):
            break
        said.insert(0, cover.of(draft.text).strip(" \t\n;,.()[]"))
        end = cover.start
    return ", ".join(said)


def only_signal(text: str) -> str:
    """The text, if it is a signal and nothing else, without the signs around it; else ""."""
    words = text.strip(" \t\n;,:")
    return words if _ONLY_SIGNAL.fullmatch(words) else ""


def only_comment(text: str) -> str:
    """The comment, if the text is one and nothing else; else ""."""
    match = _ONLY_COMMENT.fullmatch(text.strip(" \t\n;,."))
    return match["comment"] if match else ""


def is_mixed(text: str) -> bool:
    """True if a signal in the middle shows that words of the author were read as part of a reference."""
    return bool(_READ_ALONG.search(text))


def _says(text: str) -> bool:
    return any(char.isalnum() for char in text)
