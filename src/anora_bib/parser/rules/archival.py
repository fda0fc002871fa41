"""Papers in archives: boxes and folders, the collection, and letters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from anora_bib.parser.draft import EXPLICIT, STRUCTURE, Draft, Explanation, explained
from anora_bib.parser.text.signs import signed
from anora_bib.parser.text.tokens import next_stop

_UNIT: Final = (
    r"(?:[Bb]ox|[Ff]older|[Cc]arton|[Rr]eel|[Ff]ile|[Ff]onds?|[Ss]eries|Record Group|RG|MSS?\.?) [A-Z]?\d[\w/-]{0,12}"
)
_SHELVED: Final = signed(
    rf"\b(?P<where>{_UNIT}(?:, {_UNIT}){{0,4}})(?=[.,;)]|$)",
    words="box folder carton reel file fond fonds series record rg ms mss",
)
_LETTER: Final = re.compile(r"\s{0,24}(?:Letter|Postcard|Telegram)s? (?:of|from|to|by) (?=[A-Z])")
_NAME: Final = re.compile(r"[\s,;]{0,32}(?P<name>[A-Z][^.,;()\0]{2,80})(?=[.,;()\0]|$)")


def find_archival(draft: Draft) -> Iterable[Explanation]:
    """Where a paper lies ("Box 12, Folder 3"), and behind it what collection and archive keep it."""
    where = _SHELVED.search(draft.rest, draft.seen)
    if where is None:
        return
    yield draft.string("archive_location", *where.span("where"), EXPLICIT, cue="archival")
    names: list[re.Match[str]] = []
    end = next_stop(draft.rest, where.end())
    while (name := _NAME.match(draft.rest, where.end() if not names else names[-1].end(), end)) and len(names) < 4:
        names.append(name)
    if len(names) > 1:
        yield draft.string("archive_collection", *names[0].span("name"), STRUCTURE)
    for name in names[1 if len(names) > 1 else 0 :][:1]:
        yield draft.string("archive", *name.span("name"), STRUCTURE)
    if len(names) > 2:
        yield draft.string("archive-place", names[2].start("name"), names[-1].end("name"), STRUCTURE)
    if _LETTER.match(draft.text):
        yield explained(0, 0, "letter")
