"""Words around a reference that are not part of it: "See", "cf.", "emphasis added", labels and back-arrows."""

from __future__ import annotations

import re
from collections.abc import Iterable

from anora_bib.parser.draft import Draft, Found, explained

_LABEL = re.compile(r"\s*(?:[-•–*]\s+|\[\^?\w{1,6}\]:?\s*|\d{1,3}[.)]\s+(?=\D)|\^\s+)")
_SIGNAL = (
    r"(?:but |and )?(?:see(?:,? (?:also|generally|especially|e\.g\.|for (?:example|instance)),?)?"
    r"|cf\.|cfr\.|vgl\.(?: auch)?|siehe(?: auch)?|voir(?: aussi)?|véase"
    r"|compare|accord|e\.g\.,?|contra|quoted in|cited in|qtd\. in|as quoted in|as cited in"
    r"|reprinted in|further reading|source|sources|from|reference|originally published in)(?!\w)[:,.]?"
)
_LEADING = re.compile(rf"\s*(?:{_SIGNAL}\s+(?=[^\s])){{1,2}}", re.IGNORECASE)
_COMMENT = (
    r"(?:my|our|the)? ?(?:emphasis|italics?|translations?|brackets)(?: (?:is|are))? "
    r"(?:mine|ours|added|in (?:the )?original|my own|the author[’']s)"
    r"|(?:my|our|author[’']s) (?:emphasis|italics|translation)|(?:link (?:is )?dead|dead link)|citation omitted"
    r"|citations omitted|internal quotation marks omitted|pay-?wall(?:ed)?"
)
_TRAILING = re.compile(rf"[;,.]?\s*[(\[]?\b(?:{_COMMENT})\b[)\]]?\.?", re.IGNORECASE)
_ARROW = re.compile(r"\s*(?:[↩↑⤴⏎]\ufe0e?|\^)+\s*$|\s*\[(?:Back|back|return)\](?:\([^()\s]{0,200}\))?\s*$")
_INTRODUCED = re.compile(r"(?:^|[,.;:] )[^.;]{0,200}?\b(?:see|see also|in):? (?=[A-Z“\"*_])")
_DASHES = re.compile(r"\s*(?:[—–]{2,}|-{3,}|_{3,}|―{1,})\s*[.,]?(?=[\s,.]|$)")


def find_signals(draft: Draft) -> Iterable[Found]:
    """Labels, signals and comments of the citing author: explained, without a field."""
    text = draft.rest
    start = 0
    for pattern in (_LABEL, _LEADING, _DASHES):
        if match := pattern.match(text, start):
            cue = "repeated-author" if pattern is _DASHES else ""
            yield explained(start, match.end(), cue)
            start = match.end()
    if not start and (match := _INTRODUCED.match(text, 0, 240)) and _is_prose(text[: match.end()]):
        yield explained(0, match.end())
    for match in _TRAILING.finditer(text):
        yield explained(*match.span())
    if arrow := _ARROW.search(text, max(0, len(text) - 220)):
        yield explained(*arrow.span())


def _is_prose(words: str) -> bool:
    """True for the opening of a remark ("For a fuller account, see"): it begins as sentences do."""
    return words.split(None, 1)[0].casefold().strip(",") in {
        "for", "on", "as", "this", "these", "i", "the", "here", "to", "about", "among", "in", "one", "such"
    }  # fmt: skip
